/// Dates in German: `um den 13. April 1941`, `vom 13. April 1941 bis April 1946`.
struct GermanDescription: DescriptionWords {
  /// The article a noun takes, by its gender and number.
  private enum Article {
    case none
    case der, das, plural
    /// An unknown day or month, which has the indefinite article.
    case ein
  }

  private static let months = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
  ]
  private static let seasons = ["Frühling", "Sommer", "Herbst", "Winter"]

  func noun(_ unit: DescriptionPoint.Unit, _ form: Description.Form, omitting: Description.Omission) -> String
  {
    let isDative = form != .plain && form != .around
    let (article, noun) = parts(unit, omitting, isDative: isDative)
    switch (form, article) {
    case (.plain, .ein): return "ein unbekannter \(noun)"
    case (.plain, _): return noun
    case (.around, .ein): return "einen unbekannten \(noun)"
    case (_, .ein): return preposition(form) + "einem unbekannten \(noun)"
    case (.around, .der): return "den \(noun)"
    case (.around, .das): return "das \(noun)"
    case (.around, .plural): return "die \(noun)"
    case (.around, .none): return noun
    case (_, .none): return (form == .to || form == .until ? "bis " : preposition(form)) + noun
    case (.from, .der), (.from, .das): return "vom \(noun)"
    case (.to, .der), (.to, .das), (.until, .der), (.until, .das): return "bis zum \(noun)"
    case (_, .plural): return preposition(form) + "den \(noun)"
    case (_, .der), (_, .das): return preposition(form) + "dem \(noun)"
    }
  }

  private func preposition(_ form: Description.Form) -> String {
    switch form {
    case .from: "von "
    case .to, .until: "bis zu "
    case .since: "ab "
    case .plain, .around, .between: ""
    }
  }

  private func parts(
    _ unit: DescriptionPoint.Unit, _ omitting: Description.Omission, isDative: Bool
  ) -> (Article, String) {
    switch unit {
    case .day(let year, let month, let day):
      switch omitting {
      case .nothing: (.der, self.day(month, day, ofYear: self.year(year)))
      case .year: (.der, "\(day). \(Self.months[month - 1])")
      case .yearAndMonth: (.der, "\(day).")
      }
    case .month(let year, let month):
      (.none, omitting == .nothing ? "\(Self.months[month - 1]) \(self.year(year))" : Self.months[month - 1])
    case .season(let year, let code): season(code, year)
    case .year(let year): (.none, self.year(year))
    case .decade(let first): (.plural, "\(first)er \(isDative ? "Jahren" : "Jahre")")
    case .century(let number, let isBefore): (.das, "\(number). Jahrhundert\(isBefore ? " v. Chr." : "")")
    case .millennium(let number, let isBefore): (.das, "\(number). Jahrtausend\(isBefore ? " v. Chr." : "")")
    case .someDay(ofMonth: let month, let year): (.ein, "Tag im \(Self.months[month - 1]) \(self.year(year))")
    case .someDayOfYear(let year): (.ein, "Tag des Jahres \(self.year(year))")
    case .someMonth(let year): (.ein, "Monat des Jahres \(self.year(year))")
    case .someYear: (.none, "unbekanntes Jahr")
    case .dayOfSomeYear(let month, let day): (.der, self.day(month, day, ofYear: "eines unbekannten Jahres"))
    case .range(.year(let first), .year(let last)) where first > 99: (.none, "\(first)–\(last)")
    case .range(.year(let first), .year(let last)) where last <= 0:
      (.none, "\(1 - first)–\(1 - last) v. Chr.")
    case .range(let first, let last): (.none, dashed(first, last))
    }
  }

  private func season(_ code: Int, _ year: Int64) -> (Article, String) {
    let years = years(ofSeason: code, year, "/") ?? self.year(year)
    switch SeasonKind(code) {
    case .season(let season, let isSouthern):
      let note = isSouthern.map { " (\($0 ? "Südhalbkugel" : "Nordhalbkugel"))" } ?? ""
      return (.der, "\(Self.seasons[season]) \(years)\(note)")
    case .quarter(let number): return (.das, "\(number). Quartal \(years)")
    case .third(let number): return (.das, "\(number). Jahresdrittel \(years)")
    case .half(let number): return (.das, "\(number). Halbjahr \(years)")
    }
  }

  func point(_ point: DescriptionPoint) -> String {
    (point.isUncertain ? "vielleicht " : "") + (point.isApproximate ? "um " : "")
      + noun(point.unit, point.isApproximate ? .around : .plain) + time(point.time) + note(point)
  }

  func complement(_ point: DescriptionPoint, _ form: Description.Form) -> String {
    (point.isApproximate ? "etwa " : "") + noun(point.unit, form) + time(point.time)
      + (point.isUncertain ? " (?)" : "") + note(point)
  }

  private func time(_ time: DescriptionPoint.Time?) -> String {
    guard let time else { return "" }
    return ", \(time.clock) Uhr" + (time.zone.map { " (\($0))" } ?? "")
  }

  private func note(_ point: DescriptionPoint) -> String {
    let words = notes(point) { doubt in
      let part =
        switch doubt.part {
        case .year: "Jahr"
        case .month: "Monat"
        case .season: "Jahreszeit"
        case .day: "Tag"
        }
      return part + (doubt.isApproximate ? " ungefähr" : " unsicher")
    }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }

  func interval(from start: Description.Side, to end: Description.Side) -> String {
    switch (start, end) {
    case (.point(let first), .point(let last)): "\(complement(first, .from)) \(complement(last, .to))"
    case (.point(let first), .unknown): "\(complement(first, .from)) bis zu einem unbekannten Datum"
    case (.unknown, .point(let last)): "von einem unbekannten Datum \(complement(last, .to))"
    case (.point(let first), .open): complement(first, .since)
    case (.open, .point(let last)): complement(last, .until)
    case (.unknown, .open): "ab einem unbekannten Datum"
    case (.open, .unknown): "bis zu einem unbekannten Datum"
    case (.open, .open): "zu jeder Zeit"
    case (.unknown, .unknown): "von einem unbekannten Datum bis zu einem unbekannten Datum"
    }
  }

  func list(_ items: [String], isChoice: Bool) -> String { joined(items, isChoice ? "oder" : "und") }
  func range(_ first: String, _ last: String) -> String { "\(first) bis \(last)" }
  func between(_ first: String, _ last: String) -> String { "zwischen \(first) und \(last)" }
  func orEarlier(_ date: String) -> String { "\(date) oder früher" }
  func orLater(_ date: String) -> String { "\(date) oder später" }

  func many(_ count: Int, _ interval: String, isChoice: Bool) -> String {
    isChoice ? "eines von \(count) Daten \(interval)" : "\(count) Daten \(interval)"
  }

  var withinADay: String { "auf einen Tag genau" }
  func dual(_ julian: String, _ gregorian: String) -> String { "\(julian) a. St. (\(gregorian) n. St.)" }

  func within(_ reach: Period) -> String {
    let parts = parts(
      reach, { $0 == 1 ? "1 Jahr" : "\($0) Jahre" }, { $0 == 1 ? "1 Monat" : "\($0) Monate" },
      { $0 == 1 ? "1 Tag" : "\($0) Tage" })
    return "auf \(joined(parts, "und")) genau"
  }

  func day(_ month: Int, _ day: Int, ofYear year: String) -> String {
    "\(day). \(Self.months[month - 1]) \(year)"
  }

  private func year(_ year: Int64) -> String {
    year > 99 ? "\(year)" : number(ofYear: year) + (year > 0 ? " n. Chr." : " v. Chr.")
  }
}
