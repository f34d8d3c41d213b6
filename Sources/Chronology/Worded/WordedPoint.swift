/// Reads one date, neither an interval nor a choice, from its items.
struct WordedPoint {
  let parts: WordedItems
  /// The calendar that the text names, or its own.
  let calendar: WrittenCalendar
  /// Whether a day without a year may stand by itself: `13 April` is that day of some year.
  let allowsNoYear: Bool
  var outcome = WordedOutcome()

  /// What some tokens mean as one date.
  static func outcome(
    of tokens: some Collection<DateToken>, in calendar: WrittenCalendar, allowsNoYear: Bool = false
  ) -> WordedOutcome {
    guard let parts = WordedItems(tokens) else { return WordedOutcome() }
    var point = WordedPoint(parts: parts, calendar: calendar, allowsNoYear: allowsNoYear)
    point.read()
    return point.outcome
  }

  private init(parts: WordedItems, calendar: WrittenCalendar, allowsNoYear: Bool) {
    self.parts = parts
    self.calendar = calendar
    self.allowsNoYear = allowsNoYear
  }

  var items: [WordedItem] { parts.items }

  private mutating func read() {
    if let name = parts.calendarNotRead {
      outcome.refuse(
        "the \(name) calendar is not read; write the day in the Gregorian calendar, as in 1941-04-13")
      return
    }
    if parts.hasDoubtInside {
      outcome.refuse("a flag at one part of a date is written before that part, as in 1905-?09-05")
      return
    }
    guard !items.isEmpty, items[0].gap.map({ ".,(".contains($0) }) ?? true else { return }
    if readOtherCalendar() { return }
    if parts.roman != nil { return readRomanDay() }
    if parts.isPridie { return }
    if parts.isCentury { return readCentury() }
    // `13 Aprilis anni 1648` names a year.
    if let languages = parts.decade, items.count == 1 || !languages.contains(Languages("la")) {
      return readDecade(languages)
    }
    readPlain()
  }

  // MARK: What is meant

  private var flag: String {
    parts.isAbout ? (parts.isMaybe ? "%" : "~") : parts.isMaybe ? "?" : ""
  }

  /// A date in the format with the flag of the whole.
  private func flagged(_ edtf: String) -> String {
    guard !flag.isEmpty else { return edtf }
    guard edtf.hasPrefix("["), edtf.hasSuffix("]") else { return edtf + flag }
    // A set has its flags on its members.
    return "["
      + edtf.dropFirst().dropLast().split(separator: ",").map { member in
        member.split(separator: "..", omittingEmptySubsequences: false)
          .map { $0.isEmpty ? "" : "\($0)\(flag)" }.joined(separator: "..")
      }.joined(separator: ",") + "]"
  }

  /// Takes a date of the text's calendar, in the form of the format, as a meaning.
  mutating func mean(_ text: String, yearStart: CalendarYearStart? = nil) {
    let text = flagged(text)
    switch calendar {
    case .julian(let own):
      if let meaning = WordedMeaning(julian: text, yearStart ?? own) { check(meaning) }
    case .swedish:
      // 30 February is a day of this calendar alone.
      let parts = text.split(separator: "-").map { Int64($0) ?? 0 }
      guard parts.count == 3 else { return }
      meanDay(Day(swedishYear: parts[0], month: Int(parts[1]), day: Int(parts[2])), .swedish)
    default:
      if let yearStart {
        if let meaning = WordedMeaning(julian: text, yearStart) { check(meaning) }
      } else if DateRewriting.isDate(text) {
        check(WordedMeaning(text))
      }
    }
  }

  /// Takes a day of another calendar as a meaning.
  mutating func meanDay(_ day: Day?, _ calendar: WrittenCalendar) {
    guard let text = day.flatMap({ HistoricalDate($0)?.edtf }) else { return }
    // The moon may have been seen a day earlier or later.
    let about = calendar == .islamic ? (parts.isMaybe ? "%" : "~") : flag
    check(WordedMeaning(text + about, calendar))
  }

  /// Takes the days from one to another as a meaning.
  mutating func meanDays(_ first: Day?, _ last: Day?, _ calendar: WrittenCalendar) {
    guard let first = first.flatMap({ HistoricalDate($0)?.edtf }),
      let last = last.flatMap({ HistoricalDate($0)?.edtf })
    else { return }
    check(WordedMeaning(flagged("[\(first)..\(last)]"), calendar))
  }

  /// A day of the week that is named must be that of the day.
  private mutating func check(_ meaning: WordedMeaning) {
    guard let weekday = parts.weekday.flatMap(Weekday.init) else { return outcome.mean(meaning) }
    guard let date = try? HistoricalDate(meaning.edtf), date.localEarliest.day == date.localLatest.day else {
      return
    }
    let own = date.localEarliest.day.weekday
    if own == weekday { return outcome.mean(meaning) }
    outcome.refuse("\(meaning.edtf) was a \(own), not a \(weekday)")
  }

  // MARK: Years

  /// The astronomical year that digits name; `nil` for digits that need a century.
  private func year(_ digits: String) -> Int64? {
    guard let value = Int64(digits) else { return nil }
    guard let isBefore = parts.isBeforeEra else {
      return digits.count == 4 || digits.count == 3 && value > 99 ? value : nil
    }
    return value > 0 ? (isBefore ? 1 - value : value) : nil
  }

  /// Notes that two digits name no century.
  mutating func needCentury(_ digits: String) {
    outcome.refuse("'\(digits)' names no century; write the year in full, such as 1941")
  }

  func two(_ number: Int) -> String { padded(number, to: 2) }

  /// The text of a day, of which the month and the day may be 0 for unknown ones, as data bases write them.
  private func dayText(_ year: Int64, _ month: Int, _ day: Int, isYearKnown: Bool = true) -> String? {
    guard (0...12).contains(month), (0...31).contains(day) else { return nil }
    let year = isYearKnown ? yearText(year) : "XXXX"
    switch (month, day) {
    case (0, 0): return year
    case (_, 0): return "\(year)-\(two(month))"
    case (0, _): return "\(year)-XX-\(two(day))"
    default: return "\(year)-\(two(month))-\(two(day))"
    }
  }

  // MARK: Days, months and years

  private mutating func readPlain() {
    switch items.count {
    case 1: readYear()
    case 2: readMonth()
    case 3: readDay()
    case 4: readTwoYears()
    default: return
    }
  }

  /// Takes a date as a meaning, or the part of it that is named.
  private mutating func meanPart(_ text: String) {
    guard let part = parts.part else { return mean(text) }
    guard let date = try? HistoricalDate(text), let precision = date.precision else { return }
    let (year, month, _) = date.earliest.day.components
    switch precision {
    case .year where date.earliest.day.year.magnitude <= 9999:
      mean("\(text)-\((part.of == 2 ? 39 : part.of == 4 ? 32 : 36) + part.rank)")
    case .month where part.of == 3 || part.of == 2:
      let days = part.of == 2 ? [1, 16, 32] : [1, 11, 21, 32]
      let last = min(days[part.rank] - 1, lengthOfMonth(month, of: year))
      mean("[\(text)-\(two(days[part.rank - 1]))..\(text)-\(two(last))]")
    default: return
    }
  }

  private func lengthOfMonth(_ month: Int, of year: Int64) -> Int {
    if case .julian = calendar { return Day.daysInJulianMonth(month, of: year) }
    return Day.daysInMonth(month, of: year)
  }

  private mutating func readYear() {
    guard let digits = items[0].digits, !items[0].isOrdinal else { return }
    if digits.count == 8, parts.isBeforeEra == nil, parts.part == nil, let whole = Int(digits) {
      if let text = dayText(Int64(whole / 10_000), whole / 100 % 100, whole % 100) { mean(text) }
      return
    }
    // `19?` may be a century or a slip, `194?` a decade or a year.
    if parts.isMaybe, parts.isBeforeEra == nil, digits.count < 4 {
      if digits.count == 3 {
        outcome.mean(WordedMeaning(digits + "X?"))
        outcome.mean(WordedMeaning("0\(digits)?"))
      }
      return
    }
    guard let year = year(digits) ?? (digits.count > 4 && digits.count < 12 ? Int64(digits) : nil) else {
      if digits.count <= 2 { needCentury(digits) }
      return
    }
    meanPart(yearText(year))
  }

  private mutating func readMonth() {
    switch (items[0].kind, items[1].kind) {
    case (.month(let month), .number(let digits)):
      // `April 13` is that day or that year.
      guard let year = yearOrRefuse(digits) else { return }
      meanPart("\(yearText(year))-\(two(month))")
    case (.number(let digits), .month(let month)):
      if let day = items[0].small, allowsNoYear, parts.part == nil, parts.isBeforeEra == nil,
        (1...31).contains(day)
      {
        return outcome.refuse(
          "no year is named; write XXXX-\(two(month))-\(two(day)) for that day of an unknown year")
      }
      guard let year = yearOrRefuse(digits) else { return }
      meanPart("\(yearText(year))-\(two(month))")
    case (.month(let month), .roman), (.roman, .month(let month)):
      guard let digits = items.compactMap(\.digits).first, let year = year(digits) else { return }
      meanPart("\(yearText(year))-\(two(month))")
    case (.season(let season), .number(let digits)), (.number(let digits), .season(let season)):
      guard parts.part == nil, let year = yearOrRefuse(digits) else { return }
      mean("\(yearText(year))-\(season)")
      // The winter of 1941 ended or began in that year.
      if season == 24 { mean("\(yearText(year - 1))-24") }
    case (.number(let first), .number(let second)) where first.count == 4:
      // `before 1941-04` has a month of the format.
      guard parts.part == nil, second.count == 2, items[1].gap == "-", let year = year(first),
        let month = Int(second),
        (1...12).contains(month)
      else { return }
      mean("\(yearText(year))-\(second)")
    case (.number(let first), .number(let second)):
      // `04.1941` is a month; what begins with the year is written with a hyphen, or means two years.
      guard parts.part == nil, first.count <= 2, second.count == 4, let gap = items[1].gap,
        "./-".contains(gap),
        let month = Int(first), let year = year(second), month <= 12
      else { return }
      if let text = dayText(year, month, 0, isYearKnown: Int(second) != 0) { mean(text) }
    case (.roman(let month), .number(let digits)) where month <= 12:
      guard let year = year(digits), digits.count == 4 else { return }
      mean("\(yearText(year))-\(two(month))")
    default: return
    }
  }

  private mutating func yearOrRefuse(_ digits: String) -> Int64? {
    if let year = year(digits), parts.isBeforeEra != nil || year > 31 { return year }
    if digits.count <= 2 { needCentury(digits) }
    return nil
  }

  private mutating func readDay() {
    guard parts.part == nil else { return }
    if let text = dayWithMonthName() { return mean(text) }
    switch (items[0].kind, items[1].kind, items[2].kind) {
    case (.season(24), .number(let first), .number(let last)),
      (.number(let first), .number(let last), .season(24)):
      // The winter 1941/42.
      if let years = YearPair(first, last), years.isNextYear { mean("\(yearText(years.first))-24") }
    case (.month(let month), .number(let first), .number(let last)):
      // `February 1731/2`.
      let gap = items[2].gap
      guard gap == "/" || last.count < 3 && (gap == "-" || gap == "–"), let years = YearPair(first, last)
      else { return }
      readTwoYears(years, month, nil)
    case (.number(let first), .number(let second), .number(let third)):
      readNumbers(first, second, third)
    case (_, .roman(let month), _) where month <= 12:
      guard let gap = items[1].gap ?? (items[2].gap == nil ? " " : nil), " .-/".contains(gap) else { return }
      readRomanMonth(month)
    default: return
    }
  }

  /// A day, the name of a month and a year in any usual order.
  private mutating func dayWithMonthName() -> String? {
    guard let place = items.firstIndex(where: { if case .month = $0.kind { true } else { false } }),
      case .month(let month) = items[place].kind
    else { return nil }
    let others = items.indices.filter { $0 != place }
    for (dayPlace, yearPlace) in [(others[0], others[1]), (others[1], others[0])] {
      // The year stands first or last.
      guard yearPlace != 1, let day = items[dayPlace].small, (1...31).contains(day),
        let digits = items[yearPlace].digits
      else { continue }
      // `February 1731/2` has no day.
      if dayPlace == 2, yearPlace != 0 { continue }
      if items[dayPlace].gap == "/" || items[yearPlace].gap == "/" && place != 1 && yearPlace != 0 {
        continue
      }
      if digits.count >= 3 || parts.isBeforeEra != nil, let year = yearOrRefuse(digits) {
        return "\(yearText(year))-\(two(month))-\(two(day))"
      }
      if digits.count <= 2 { needCentury(digits) }
    }
    return nil
  }

  private mutating func readNumbers(_ first: String, _ second: String, _ third: String) {
    guard items[1].gap == items[2].gap, items[1].gap.map({ "./-".contains($0) }) ?? true else { return }
    func text(_ year: String, _ month: String, _ day: String) -> String? {
      guard month.count <= 2, day.count <= 2, let number = self.year(year), let month = Int(month),
        let day = Int(day)
      else { return nil }
      return dayText(number, month, day, isYearKnown: Int(year) != 0 || parts.isBeforeEra != nil)
    }
    if first.count == 4 {
      if let text = text(first, second, third) { mean(text) }
      return
    }
    guard third.count == 4, let a = Int(first), let b = Int(second) else {
      if third.count == 2 { needCentury(third) }
      return
    }
    let dayFirst = text(third, second, first)
    let monthFirst = text(third, first, second)
    if items[1].gap == "." || a > 12 || a == b {
      if let dayFirst { mean(dayFirst) }
    } else if b > 12 {
      if let monthFirst { mean(monthFirst) }
    } else {
      for text in [dayFirst, monthFirst] { if let text { mean(text) } }
    }
  }

  /// `13.IV.1941`.
  private mutating func readRomanMonth(_ month: Int) {
    let (first, last) = items[0].small == nil ? (items[2], items[0]) : (items[0], items[2])
    guard let day = first.small, let digits = last.digits, (1...31).contains(day) else { return }
    guard let year = yearOrRefuse(digits), digits.count >= 3 || parts.isBeforeEra != nil else { return }
    mean("\(yearText(year))-\(two(month))-\(two(day))")
  }

  // MARK: Years of two reckonings

  /// `11 February 1731/2`: the year of the old reckoning, which began on 25 March, and that of the new one.
  private mutating func readTwoYears() {
    guard parts.part == nil else { return }
    var rest = items
    guard
      let second = rest.indices.first(where: { place in
        let isShort = rest[place].digits.map { $0.count < 3 } ?? false
        return place > 0
          && (rest[place].gap == "/" || isShort && rest[place].gap.map { "-–".contains($0) } ?? false)
      }),
      let first = rest[second - 1].digits, let last = rest[second].digits, let years = YearPair(first, last)
    else { return }
    rest.removeSubrange(second - 1...second)
    let months = rest.compactMap { if case .month(let month) = $0.kind { month } else { nil } }
    guard rest.count == 2, months.count == 1, let day = rest.compactMap(\.small).first else { return }
    readTwoYears(years, months[0], day)
  }

  private mutating func readTwoYears(_ years: YearPair, _ month: Int, _ day: Int?) {
    guard years.isNextYear, parts.isBeforeEra == nil else { return }
    let isBefore = (month, day ?? 1) < (3, 25)
    guard isBefore, month < 3 || day != nil else {
      outcome.refuse(
        "a day has two years only from 1 January to 24 March, while the year began on 25 March; write the one year"
      )
      return
    }
    mean(
      "\(padded(years.first, to: 4))-\(two(month))" + (day.map { "-\(two($0))" } ?? ""), yearStart: .ladyDay)
  }

  // MARK: Roman days

  /// `XIII Kal. Maias`, `pridie Nonas Iunias 1648`.
  private mutating func readRomanDay() {
    guard let kind = parts.roman, parts.part == nil else { return }
    var rest = items
    guard let place = rest.firstIndex(where: { if case .month = $0.kind { true } else { false } }),
      case .month(let month) = rest[place].kind
    else { return }
    let before = rest[..<place]
    let after = rest[(place + 1)...]
    guard before.count <= 1, after.count <= 1 else { return }
    let count = parts.isPridie ? 2 : before.first.map { $0.small ?? 0 } ?? 1
    guard count > 0, !parts.isPridie || before.isEmpty else { return }
    rest = Array(after)
    guard let digits = rest.first?.digits else {
      guard rest.isEmpty, allowsNoYear, let day = kind.counting(back: count, of: month, isLeapYear: false)
      else { return }
      return mean("XXXX-\(two(day.month))-\(two(day.day))")
    }
    guard let year = yearOrRefuse(digits) else { return }
    let isLeap =
      if case .julian = calendar { Day.isJulianLeapYear(year) } else { Day.daysInMonth(2, of: year) == 29 }
    guard let day = kind.counting(back: count, of: month, isLeapYear: isLeap) else { return }
    mean("\(yearText(year))-\(two(day.month))-\(two(day.day))")
    // The days before the kalends of January lie in the year before, which not every writer counts so.
    if day.isYearBefore { mean("\(yearText(year - 1))-\(two(day.month))-\(two(day.day))") }
  }
}
