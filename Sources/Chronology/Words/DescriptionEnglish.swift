/// Dates in English: `c. 13 April 1941`, `from April 1941 to an unknown date`.
struct EnglishDescription: DescriptionWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
  private static let seasons = ["spring", "summer", "autumn", "winter"]
  private static let ordinals = ["first", "second", "third", "fourth"]

  func noun(_ unit: DescriptionPoint.Unit, _ form: Description.Form, omitting: Description.Omission) -> String
  {
    let the = form == .around ? "" : "the "
    switch unit {
    case .day(let year, let month, let day):
      switch omitting {
      case .nothing: return self.day(month, day, ofYear: self.year(year))
      case .year: return "\(day) \(Self.months[month - 1])"
      case .yearAndMonth: return "\(day)"
      }
    case .month(let year, let month):
      let name = Self.months[month - 1]
      return omitting == .nothing ? "\(name) \(self.year(year))" : name
    case .season(let year, let code):
      let years = years(ofSeason: code, year, "–") ?? self.year(year)
      switch SeasonKind(code) {
      case .season(let season, nil): return "\(Self.seasons[season]) \(years)"
      case .season(let season, let isSouthern?):
        return "\(Self.seasons[season]) \(years) (\(isSouthern ? "southern" : "northern") hemisphere)"
      case .quarter(let number): return "\(the)\(Self.ordinals[number - 1]) quarter of \(years)"
      case .third(let number):
        return "\(the)\(number == 3 ? "last" : Self.ordinals[number - 1]) third of \(years)"
      case .half(let number): return "\(the)\(Self.ordinals[number - 1]) half of \(years)"
      }
    case .year(let year): return self.year(year)
    case .decade(let first): return "\(the)\(first)s"
    case .century(let number, let isBefore):
      return "\(the)\(ordinal(number)) century\(isBefore ? " BCE" : "")"
    case .millennium(let number, let isBefore):
      return "\(the)\(ordinal(number)) millennium\(isBefore ? " BCE" : "")"
    case .someDay(ofMonth: let month, let year):
      return "an unknown day in \(Self.months[month - 1]) \(self.year(year))"
    case .someDayOfYear(let year): return "an unknown day in \(self.year(year))"
    case .someMonth(let year): return "an unknown month in \(self.year(year))"
    case .someYear: return "an unknown year"
    case .dayOfSomeYear(let month, let day): return self.day(month, day, ofYear: "of an unknown year")
    case .range(.year(let first), .year(let last)) where first > 99: return "\(first)–\(last)"
    case .range(.year(let first), .year(let last)) where last <= 0: return "\(1 - first)–\(1 - last) BCE"
    case .range(let first, let last): return dashed(first, last)
    }
  }

  func point(_ point: DescriptionPoint) -> String { complement(point, .plain) }

  func complement(_ point: DescriptionPoint, _ form: Description.Form) -> String {
    let noun = noun(point.unit, point.isApproximate ? .around : form)
    return (point.isUncertain ? "perhaps " : "") + (point.isApproximate ? "c. " : "") + noun
      + time(point.time)
      + note(point)
  }

  private func time(_ time: DescriptionPoint.Time?) -> String {
    guard let time else { return "" }
    return ", \(time.clock)" + (time.zone.map { " (\($0))" } ?? "")
  }

  private func note(_ point: DescriptionPoint) -> String {
    let words = notes(point) { "\($0.part) \($0.isApproximate ? "approximate" : "uncertain")" }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }

  func interval(from start: Description.Side, to end: Description.Side) -> String {
    switch (start, end) {
    case (.point(let first), .point(let last)): "from \(complement(first, .from)) to \(complement(last, .to))"
    case (.point(let first), .unknown): "from \(complement(first, .from)) to an unknown date"
    case (.unknown, .point(let last)): "from an unknown date to \(complement(last, .to))"
    case (.point(let first), .open): "from \(complement(first, .since)) onwards"
    case (.open, .point(let last)): "up to \(complement(last, .until))"
    case (.unknown, .open): "from an unknown date onwards"
    case (.open, .unknown): "up to an unknown date"
    case (.open, .open): "at all times"
    case (.unknown, .unknown): "from an unknown date to an unknown date"
    }
  }

  func list(_ items: [String], isChoice: Bool) -> String { joined(items, isChoice ? "or" : "and") }
  func range(_ first: String, _ last: String) -> String { "\(first) to \(last)" }
  func between(_ first: String, _ last: String) -> String { "between \(first) and \(last)" }
  func orEarlier(_ date: String) -> String { "\(date) or earlier" }
  func orLater(_ date: String) -> String { "\(date) or later" }

  func many(_ count: Int, _ interval: String, isChoice: Bool) -> String {
    "\(isChoice ? "one of " : "")\(count) dates \(interval)"
  }

  var withinADay: String { "within a day" }
  func dual(_ julian: String, _ gregorian: String) -> String { "\(julian) O.S. (\(gregorian) N.S.)" }

  private static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  func within(_ reach: Period) -> String {
    func count(_ number: Int, _ unit: String) -> String {
      (Self.numbers.indices.contains(number - 1) ? Self.numbers[number - 1] : "\(number)")
        + " \(unit)" + (number == 1 ? "" : "s")
    }
    let parts = parts(reach, { count($0, "year") }, { count($0, "month") }, { count($0, "day") })
    return "within \(joined(parts, "and"))"
  }

  func day(_ month: Int, _ day: Int, ofYear year: String) -> String {
    "\(day) \(Self.months[month - 1]) \(year)"
  }

  private func year(_ year: Int64) -> String {
    year > 99 ? "\(year)" : number(ofYear: year) + (year > 0 ? " CE" : " BCE")
  }

  private func ordinal(_ number: Int64) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "\(number)th"
    case (1, _): "\(number)st"
    case (2, _): "\(number)nd"
    case (3, _): "\(number)rd"
    default: "\(number)th"
    }
  }
}
