/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
///
/// Years are astronomical: year 0 is 1 BCE, year −43 is 44 BCE. The calendar has no gap in 1582.
/// - SeeAlso: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01, which is 0; negative before it.
  public let number: Int64

  /// The years a day can be made from; their seconds fit an `Int64` with room for any offset.
  public static let supportedYears: ClosedRange<Int64> = -292_000_000_000...292_000_000_000

  /// The day with this number, counted from 1970-01-01.
  public init(number: Int64) {
    self.number = number
  }

  /// The day of a year, month and day of the month.
  ///
  /// - Returns: `nil` when the calendar has no such day (`1941-02-29`, month 13), or the year is not one of
  ///   ``supportedYears``.
  public init?(year: Int64, month: Int, day: Int) {
    guard Day.supportedYears.contains(year), (1...12).contains(month), day >= 1,
      day <= Day.daysInMonth(month, of: year)
    else { return nil }
    // The year begins in March, so that the leap day is its last; eras are 400 years of 146,097 days.
    let (era, yearOfEra) = (month <= 2 ? year - 1 : year).dividedFloored(by: 400)
    let monthFromMarch = Int64((month + 9) % 12)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * Day.daysInEra + dayOfEra - Day.epochFromEra
  }

  /// The year, the month (1–12) and the day of the month (1–31).
  public var components: (year: Int64, month: Int, day: Int) {
    let (eras, rest) = number.dividedFloored(by: Day.daysInEra)
    let (moreEras, dayOfEra) = (rest + Day.epochFromEra).dividedFloored(by: Day.daysInEra)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    let month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
    let year = (eras + moreEras) * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  /// The astronomical year.
  public var year: Int64 { components.year }
  /// The month, 1–12.
  public var month: Int { components.month }
  /// The day of the month, 1–31.
  public var day: Int { components.day }

  /// The first second of the day on the nominal line; open when the day lies outside the line.
  public var start: Moment { Moment(seconds: number.multipliedSaturated(by: 86_400)) }

  /// The first second after the day; open when it lies outside the line.
  public var end: Moment { adding(days: 1).start }

  /// The day so many days later; earlier for a negative count. Stops at the ends of the count.
  public func adding(days: Int64) -> Day {
    Day(number: number.addingSaturated(days))
  }

  /// How many days a month has, by the Gregorian rule for leap years.
  ///
  /// - Precondition: `month` is 1–12.
  public static func daysInMonth(_ month: Int, of year: Int64) -> Int {
    precondition((1...12).contains(month), "a month is a number from 1 to 12, not \(month)")
    switch month {
    case 2: return isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Whether the year has a 29 February; year 0 has one.
  public static func isLeapYear(_ year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The day as `YYYY-MM-DD`, with a minus sign before years below 0 and more digits when needed.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// In the order of time.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  private static let daysInEra: Int64 = 146_097
  /// From 0000-03-01, where an era begins, to 1970-01-01.
  private static let epochFromEra: Int64 = 719_468
}
