/// How the dates of a document are reckoned: by which calendar, and from which day each year counts.
public struct DateStyle: Hashable, Sendable {
  /// A calendar of twelve months with the names of ours.
  public enum Calendar: UInt8, Hashable, Sendable, CaseIterable {
    /// New Style.
    case gregorian
    /// Old Style.
    case julian
  }

  /// The calendar.
  public var calendar: Calendar
  /// The day on which years begin.
  public var yearStart: CalendarYearStart

  /// A style.
  public init(_ calendar: Calendar, yearStart: CalendarYearStart = .january) {
    (self.calendar, self.yearStart) = (calendar, yearStart)
  }

  /// The style of the Extended Date/Time Format.
  public static let gregorian = DateStyle(.gregorian)
  /// Old Style, with years from 1 January.
  public static let julian = DateStyle(.julian)

  /// Whether it is the style of the Extended Date/Time Format.
  var isPlain: Bool { calendar == .gregorian && yearStart == .january }

  /// What stands after a date so that it is read in this style wherever it stands: `O.S.`, `(O.S., 03-25)`.
  public var suffix: String {
    let word = calendar == .julian ? "O.S." : "N.S."
    return yearStart == .january ? word : "(\(word), \(yearStart.text))"
  }
}

/// Days by a style.
extension DateStyle {
  /// The day of a year, month and day of the month; nil where the calendar has none.
  func day(_ year: Int64, _ month: Int, _ day: Int) -> Day? {
    guard (1...12).contains(month), Day.supportedYears.contains(year) else { return nil }
    let year = yearStart.januaryYear(of: year, month: month, day: day)
    return calendar == .julian
      ? Day(julianYear: year, month: month, day: day) : Day(year: year, month: month, day: day)
  }

  /// How many days a month has.
  func daysInMonth(_ month: Int, of year: Int64) -> Int {
    // The leap day never stands before a year's first day in its own month, so that any day of the month will do.
    let year = month == 2 ? yearStart.januaryYear(of: year, month: 2, day: 29) : year
    return calendar == .julian ? Day.daysInJulianMonth(month, of: year) : Day.daysInMonth(month, of: year)
  }

  /// The first day of a year.
  func firstDay(ofYear year: Int64) -> Day? {
    let (month, day) = yearStart.first
    return self.day(year, month, day)
  }

  /// The last day of a year.
  func lastDay(ofYear year: Int64) -> Day? { firstDay(ofYear: year + 1)?.adding(days: -1) }

  /// The year, the month and the day of the month of a day.
  func components(of day: Day) -> (year: Int64, month: Int, day: Int) {
    let (year, month, day) = calendar == .julian ? day.julianComponents : day.components
    return (yearStart.year(ofJanuaryYear: year, month: month, day: day), month, day)
  }
}
