/// Days, months and years of calendars that do not count as ours does.
extension WordedPoint {
  /// Whether the date is one of another calendar.
  mutating func readOtherCalendar() -> Bool {
    func place(_ isUnit: (WordedItem.Kind) -> Bool) -> Int? { items.firstIndex { isUnit($0.kind) } }
    if let at = place({ if case .republicanMonth = $0 { true } else { false } }),
      case .republicanMonth(let month) = items[at].kind
    {
      readRepublican(month, at)
    } else if let at = place({ if case .complementary = $0 { true } else { false } }),
      case .complementary(let day) = items[at].kind
    {
      readComplementary(day, at)
    } else if parts.isRepublican, items.count == 1, let year = items[0].small {
      let last: Int64 = year % 4 == 3 ? 6 : 5
      meanDays(
        Day(frenchRepublicanYear: Int64(year), month: 1, day: 1),
        Day(frenchRepublicanYear: Int64(year), month: 13, day: Int(last)), .frenchRepublican)
    } else if let at = place({ if case .hebrewMonth = $0 { true } else { false } }),
      case .hebrewMonth(let month) = items[at].kind
    {
      readHebrew(month, at)
    } else if let at = place({ if case .islamicMonth = $0 { true } else { false } }),
      case .islamicMonth(let month) = items[at].kind
    {
      readIslamic(month, at)
    } else if parts.isHijri || parts.isHebrew {
      readYearOfOtherEra()
    } else {
      return false
    }
    return true
  }

  /// The years of other calendars that documents have; a greater or smaller number is one of another era.
  fileprivate static let hebrewYears: ClosedRange<Int64> = 3762...6000
  fileprivate static let islamicYears: ClosedRange<Int64> = 1...1500

  private mutating func isYear(_ year: Int64, in years: ClosedRange<Int64>, of calendar: String) -> Bool {
    if years.contains(year) { return true }
    outcome.refuse(
      "\(year) is no year of the \(calendar) calendar, whose years are read from \(years.lowerBound) to \(years.upperBound)"
    )
    return false
  }

  /// The day before a month and the year after it; the day is nil where there is none.
  private func dayAndYear(around place: Int) -> (day: Int?, year: Int64)? {
    let (before, after) = (items[..<place], items[(place + 1)...])
    func year(_ item: WordedItem) -> Int64? {
      switch item.kind {
      case .number(let digits): Int64(digits)
      case .roman(let value): Int64(value)
      default: nil
      }
    }
    guard before.count <= 1, after.count == 1, let year = after.first.flatMap(year) else { return nil }
    guard let first = before.first else { return (nil, year) }
    return first.small.map { ($0, year) }
  }

  private mutating func readRepublican(_ month: Int, _ place: Int) {
    guard parts.part == nil, let (day, year) = dayAndYear(around: place) else { return }
    func at(_ day: Int) -> Day? { Day(frenchRepublicanYear: year, month: month, day: day) }
    guard Day.frenchRepublicanYears.contains(year) else {
      outcome.refuse("the calendar of the French Republic counted the years I to XIV")
      return
    }
    if let day { meanDay(at(day), .frenchRepublican) } else { meanDays(at(1), at(30), .frenchRepublican) }
  }

  private mutating func readComplementary(_ named: Int, _ place: Int) {
    guard let (count, year) = dayAndYear(around: place) else { return }
    guard let day = named > 0 ? (count == nil ? named : nil) : count else { return }
    meanDay(Day(frenchRepublicanYear: year, month: 13, day: day), .frenchRepublican)
  }

  private mutating func readHebrew(_ month: Int, _ place: Int) {
    guard parts.part == nil, let (day, year) = dayAndYear(around: place),
      isYear(year, in: Self.hebrewYears, of: "Hebrew")
    else { return }
    // In a leap year Adar alone may be either of two months.
    let isLeap = Day.isHebrewLeapYear(year)
    let months = month == 12 && isLeap ? [12, 13] : month == Lexeme.adarI ? (isLeap ? [12] : []) : [month]
    for month in months {
      func at(_ day: Int) -> Day? { Day(hebrewYear: year, month: month, day: day) }
      if let day {
        meanDay(at(day), .hebrew)
      } else {
        meanDays(at(1), at(Day.daysInHebrewMonth(month, of: year)), .hebrew)
      }
    }
  }

  private mutating func readIslamic(_ month: Int, _ place: Int) {
    guard parts.part == nil, let (day, year) = dayAndYear(around: place),
      isYear(year, in: Self.islamicYears, of: "Islamic")
    else { return }
    func at(_ day: Int) -> Day? { Day(islamicYear: year, month: month, day: day) }
    if let day {
      meanDay(at(day), .islamic)
    } else {
      meanDays(at(1), at(Day.daysInIslamicMonth(month, of: year)), .islamic)
    }
  }

  /// `AH 1360`, `5701 AM`.
  private mutating func readYearOfOtherEra() {
    guard items.count == 1, let digits = items[0].digits, let year = Int64(digits), parts.part == nil,
      parts.isHijri
        ? isYear(year, in: Self.islamicYears, of: "Islamic")
        : isYear(year, in: Self.hebrewYears, of: "Hebrew")
    else { return }
    if parts.isHijri {
      meanDays(
        Day(islamicYear: year, month: 1, day: 1),
        Day(islamicYear: year, month: 12, day: Day.daysInIslamicMonth(12, of: year)), .islamic)
    } else {
      meanDays(Day(hebrewYear: year, month: 7, day: 1), Day(hebrewYear: year, month: 6, day: 29), .hebrew)
    }
  }
}
