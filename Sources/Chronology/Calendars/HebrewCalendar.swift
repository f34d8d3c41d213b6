/// The Hebrew calendar as it is computed since the Middle Ages.
///
/// - SeeAlso: E. M. Reingold and N. Dershowitz, Calendrical Calculations, 4th edition, 2018, chapter 8.
extension Day {
  /// The day of a year since the creation; it began on the evening before.
  ///
  /// - Parameters:
  ///   - year: From 1 on.
  ///   - month: The month, 1 (Nisan) to 12 (Adar), or 13 (Adar II) in a leap year. The year begins with the seventh.
  ///   - day: The day of the month.
  /// - Returns: `nil` when the calendar has no such day.
  public init?(hebrewYear year: Int64, month: Int, day: Int) {
    guard (1...20_000).contains(year), day >= 1, month >= 1, month <= Day.lastHebrewMonth(of: year),
      day <= Day.daysInHebrewMonth(month, of: year)
    else { return nil }
    let before =
      month >= 7
      ? Array(7..<month) : Array(7...Day.lastHebrewMonth(of: year)) + Array(1..<month)
    let days = before.reduce(Int64(day - 1)) { $0 + Int64(Day.daysInHebrewMonth($1, of: year)) }
    self.init(julianDayNumber: Day.hebrewNewYear(year) + days)
  }

  /// Whether the year has two months of Adar.
  static func isHebrewLeapYear(_ year: Int64) -> Bool { (7 * year + 1) % 19 < 7 }

  static func lastHebrewMonth(of year: Int64) -> Int { isHebrewLeapYear(year) ? 13 : 12 }

  /// How many days a month has.
  static func daysInHebrewMonth(_ month: Int, of year: Int64) -> Int {
    let length = hebrewNewYear(year + 1) - hebrewNewYear(year)
    switch month {
    case 2, 4, 6, 10, 13: return 29
    case 8: return length % 10 == 5 ? 30 : 29
    case 9: return length % 10 == 3 ? 29 : 30
    case 12: return isHebrewLeapYear(year) ? 30 : 29
    default: return 30
    }
  }

  /// The Julian day number of 1 Tishri.
  private static func hebrewNewYear(_ year: Int64) -> Int64 {
    let (before, own, after) = (daysBefore(year - 1), daysBefore(year), daysBefore(year + 1))
    let delay: Int64 = after - own == 356 ? 2 : own - before == 382 ? 1 : 0
    return 347_998 + own + delay
  }

  /// The days from the first new moon to that of the year's beginning, which is never a Sunday, Wednesday or Friday.
  private static func daysBefore(_ year: Int64) -> Int64 {
    let months = (235 * year - 234).dividedFloored(by: 19).quotient
    let parts = 12_084 + 13_753 * months
    let day = 29 * months + parts.dividedFloored(by: 25_920).quotient
    return (3 * (day + 1)).dividedFloored(by: 7).remainder < 3 ? day + 1 : day
  }
}
