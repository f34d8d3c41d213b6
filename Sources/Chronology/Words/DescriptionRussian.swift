/// Dates in Russian: `около апреля 1941 г.`, `с 13 апреля 1941 г. по апрель 1946 г.`.
struct RussianDescription: DescriptionWords {
  /// The cases that dates take here.
  private enum Case: Int {
    case nominative = 0
    case genitive = 1
    case accusative = 2
    case instrumental = 3
  }

  /// Nominative, genitive, accusative and instrumental.
  private typealias Cases = (String, String, String, String)

  private static let months: [Cases] = [
    ("январь", "января", "январь", "январём"), ("февраль", "февраля", "февраль", "февралём"),
    ("март", "марта", "март", "мартом"), ("апрель", "апреля", "апрель", "апрелем"),
    ("май", "мая", "май", "маем"), ("июнь", "июня", "июнь", "июнем"), ("июль", "июля", "июль", "июлем"),
    ("август", "августа", "август", "августом"), ("сентябрь", "сентября", "сентябрь", "сентябрём"),
    ("октябрь", "октября", "октябрь", "октябрём"), ("ноябрь", "ноября", "ноябрь", "ноябрём"),
    ("декабрь", "декабря", "декабрь", "декабрём"),
  ]
  private static let seasons: [Cases] = [
    ("весна", "весны", "весну", "весной"), ("лето", "лета", "лето", "летом"),
    ("осень", "осени", "осень", "осенью"), ("зима", "зимы", "зиму", "зимой"),
  ]

  private func form(_ cases: Cases, _ wanted: Case) -> String {
    switch wanted {
    case .nominative: cases.0
    case .genitive: cases.1
    case .accusative: cases.2
    case .instrumental: cases.3
    }
  }

  func noun(_ unit: DescriptionPoint.Unit, _ form: Description.Form, omitting: Description.Omission) -> String
  {
    switch form {
    case .plain: noun(unit, in: .nominative, omitting)
    case .around: noun(unit, in: .genitive, omitting)
    case .from, .since: from(noun(unit, in: .genitive, omitting))
    case .to, .until: "по " + noun(unit, in: .accusative, omitting)
    case .between: noun(unit, in: .instrumental, omitting)
    }
  }

  /// The word for from before a genitive; before `второго` it has a vowel.
  private func from(_ genitive: String) -> String {
    (genitive.hasPrefix("2 ") || genitive.hasPrefix("II ") ? "со " : "с ") + genitive
  }

  private func noun(_ unit: DescriptionPoint.Unit, in wanted: Case, _ omitting: Description.Omission)
    -> String
  {
    switch unit {
    case .day(let year, let month, let day):
      switch omitting {
      case .nothing: return self.day(month, day, ofYear: self.year(year))
      case .year: return "\(day) \(Self.months[month - 1].1)"
      case .yearAndMonth: return "\(day)"
      }
    case .month(let year, let month):
      let name = form(Self.months[month - 1], wanted)
      return omitting == .nothing ? "\(name) \(self.year(year))" : name
    case .season(let year, let code): return season(code, year, wanted)
    case .year(let year): return self.year(year)
    case .decade(let first):
      let ending = form(("е", "х", "е", "ми"), wanted)
      return "\(first)-\(ending) гг."
    case .century(let number, let isBefore): return "\(romanNumeral(number)) в.\(isBefore ? " до н. э." : "")"
    case .millennium(let number, let isBefore):
      let name = form(("тысячелетие", "тысячелетия", "тысячелетие", "тысячелетием"), wanted)
      return "\(romanNumeral(number)) \(name)\(isBefore ? " до н. э." : "")"
    case .someDay(ofMonth: let month, let year):
      return "\(unknownDay(wanted)) \(Self.months[month - 1].1) \(self.year(year))"
    case .someDayOfYear(let year): return "\(unknownDay(wanted)) \(self.year(year))"
    case .someMonth(let year):
      let cases = ("неизвестный месяц", "неизвестного месяца", "неизвестный месяц", "неизвестным месяцем")
      return "\(form(cases, wanted)) \(self.year(year))"
    case .someYear:
      return form(("неизвестный год", "неизвестного года", "неизвестный год", "неизвестным годом"), wanted)
    case .dayOfSomeYear(let month, let day): return "\(day) \(Self.months[month - 1].1) неизвестного года"
    case .range(.year(let first), .year(let last)) where first > 99: return "\(first)–\(last) гг."
    case .range(.year(let first), .year(let last)) where last <= 0:
      return "\(1 - first)–\(1 - last) гг. до н. э."
    case .range(let first, let last): return dashed(first, last)
    }
  }

  private func unknownDay(_ wanted: Case) -> String {
    form(("неизвестный день", "неизвестного дня", "неизвестный день", "неизвестным днём"), wanted)
  }

  private func season(_ code: Int, _ year: Int64, _ wanted: Case) -> String {
    let years = years(ofSeason: code, year, "/").map { "\($0) г." } ?? self.year(year)
    func part(_ number: Int, _ cases: Cases) -> String {
      "\(romanNumeral(Int64(number))) \(form(cases, wanted)) \(years)"
    }
    switch SeasonKind(code) {
    case .season(let season, let isSouthern):
      let note = isSouthern.map { " (\($0 ? "Южное" : "Северное") полушарие)" } ?? ""
      return "\(form(Self.seasons[season], wanted)) \(years)\(note)"
    case .quarter(let number): return part(number, ("квартал", "квартала", "квартал", "кварталом"))
    case .third(let number): return part(number, ("треть", "трети", "треть", "третью"))
    case .half(let number): return part(number, ("полугодие", "полугодия", "полугодие", "полугодием"))
    }
  }

  func point(_ point: DescriptionPoint) -> String {
    (point.isUncertain ? "возможно, " : "") + (point.isApproximate ? "около " : "")
      + noun(point.unit, point.isApproximate ? .around : .plain) + time(point.time) + note(point)
  }

  func complement(_ point: DescriptionPoint, _ form: Description.Form) -> String {
    let isPrefix = point.isApproximate && form != .between
    return (isPrefix ? "примерно " : "") + noun(point.unit, form) + time(point.time)
      + (point.isApproximate && !isPrefix ? " (примерно)" : "") + (point.isUncertain ? " (?)" : "")
      + note(point)
  }

  private func time(_ time: DescriptionPoint.Time?) -> String {
    guard let time else { return "" }
    return ", \(time.clock)" + (time.zone.map { " (\($0))" } ?? "")
  }

  private func note(_ point: DescriptionPoint) -> String {
    let words = notes(point) { doubt in
      let part =
        switch doubt.part {
        case .year: "год"
        case .month: "месяц"
        case .season: "время года"
        case .day: "день"
        }
      return part + (doubt.isApproximate ? " — примерно" : " — под вопросом")
    }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }

  func interval(from start: Description.Side, to end: Description.Side) -> String {
    switch (start, end) {
    case (.point(let first), .point(let last)): "\(complement(first, .from)) \(complement(last, .to))"
    case (.point(let first), .unknown): "\(complement(first, .from)) по неизвестную дату"
    case (.unknown, .point(let last)): "с неизвестной даты \(complement(last, .to))"
    case (.point(let first), .open): "\(complement(first, .since)) и далее"
    case (.open, .point(let last)): complement(last, .until)
    case (.unknown, .open): "с неизвестной даты и далее"
    case (.open, .unknown): "по неизвестную дату"
    case (.open, .open): "во все времена"
    case (.unknown, .unknown): "с неизвестной даты по неизвестную дату"
    }
  }

  func list(_ items: [String], isChoice: Bool) -> String {
    // The word for perhaps stands between commas.
    let comma = items.last?.hasPrefix("возможно,") == true ? "," : ""
    return joined(items, (isChoice ? "или" : "и") + comma)
  }

  func range(_ first: String, _ last: String) -> String { "\(first) – \(last)" }
  func between(_ first: String, _ last: String) -> String { "между \(first) и \(last)" }
  func orEarlier(_ date: String) -> String { "\(date) или ранее" }
  func orLater(_ date: String) -> String { "\(date) или позднее" }

  func many(_ count: Int, _ interval: String, isChoice: Bool) -> String {
    if isChoice { return "одна из дат (всего \(count)) \(interval)" }
    return "даты (всего \(count)) \(interval)"
  }

  var withinADay: String { "с точностью до одного дня" }
  func dual(_ julian: String, _ gregorian: String) -> String { "\(julian) ст. ст. (\(gregorian) н. ст.)" }

  func within(_ reach: Period) -> String {
    /// Whether the genitive is that of one.
    func isOne(_ number: Int) -> Bool { number % 10 == 1 && number % 100 != 11 }
    let parts = parts(
      reach, { isOne($0) ? "\($0) года" : "\($0) лет" }, { isOne($0) ? "\($0) месяца" : "\($0) месяцев" },
      { isOne($0) ? "\($0) дня" : "\($0) дней" })
    return "в пределах \(joined(parts, "и"))"
  }

  func day(_ month: Int, _ day: Int, ofYear year: String) -> String {
    "\(day) \(Self.months[month - 1].1) \(year)\(year.hasSuffix(".") ? "" : " г.")"
  }

  private func year(_ year: Int64) -> String {
    year > 99 ? "\(year) г." : number(ofYear: year) + (year > 0 ? " г. н. э." : " г. до н. э.")
  }
}
