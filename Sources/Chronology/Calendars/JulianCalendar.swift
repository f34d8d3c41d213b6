/// The Julian calendar, in which every fourth year is a leap year, both ways.
///
/// It is proleptic: carried back before the reforms of Caesar and Augustus as if they had always held. Years are
/// astronomical, as everywhere: year 0 is 1 BCE, and a leap year.
extension Day {
  /// The day of a year, month and day of the month of the Julian calendar.
  ///
  /// - Returns: `nil` when the calendar has no such day (`1941-02-29`, month 13), or the day's Gregorian year is
  ///   not one of ``supportedYears``.
  public init?(julianYear year: Int64, month: Int, day: Int) {
    guard Day.supportedYears.contains(year), (1...12).contains(month), day >= 1,
      day <= Day.daysInJulianMonth(month, of: year)
    else { return nil }
    // The year begins in March, so that the leap day is its last; cycles are four years of 1461 days.
    let (cycle, yearOfCycle) = (month <= 2 ? year - 1 : year).dividedFloored(by: 4)
    let monthFromMarch = Int64((month + 9) % 12)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    self.init(number: cycle * Day.daysInCycle + yearOfCycle * 365 + dayOfYear - Day.epochFromCycle)
    guard Day.supportedYears.contains(self.year) else { return nil }
  }

  /// The year, the month (1–12) and the day of the month (1–31) in the Julian calendar.
  public var julianComponents: (year: Int64, month: Int, day: Int) {
    let (cycles, rest) = number.dividedFloored(by: Day.daysInCycle)
    let (moreCycles, dayOfCycle) = (rest + Day.epochFromCycle).dividedFloored(by: Day.daysInCycle)
    let yearOfCycle = min(dayOfCycle / 365, 3)
    let dayOfYear = dayOfCycle - 365 * yearOfCycle
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    let month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
    return ((cycles + moreCycles) * 4 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
  }

  /// How many days a month has, by the Julian rule for leap years.
  ///
  /// - Precondition: `month` is 1–12.
  public static func daysInJulianMonth(_ month: Int, of year: Int64) -> Int {
    month == 2 && isJulianLeapYear(year) ? 29 : daysInMonth(month, of: 1)
  }

  /// Whether the year has a 29 February in the Julian calendar: every fourth year, year 0 among them.
  public static func isJulianLeapYear(_ year: Int64) -> Bool { year % 4 == 0 }

  /// The Julian day number of astronomers: days since 1 January 4713 BCE of the Julian calendar, which is 0.
  ///
  /// It is the number of the Julian day that begins at noon of this day. It stops at the largest `Int64`.
  /// - SeeAlso: Explanatory Supplement to the Astronomical Almanac, 3rd edition, 2013, § 15.
  public var julianDayNumber: Int64 { number.addingSaturated(Day.julianDayOfEpoch) }

  /// The day with a Julian day number; stops at the smallest `Int64`.
  public init(julianDayNumber: Int64) {
    self.init(number: julianDayNumber.addingSaturated(-Day.julianDayOfEpoch))
  }

  private static let daysInCycle: Int64 = 1461
  /// From 1 March of the Julian year 0, where a cycle begins, to 1970-01-01.
  private static let epochFromCycle: Int64 = 719_470
  private static let julianDayOfEpoch: Int64 = 2_440_588
}
