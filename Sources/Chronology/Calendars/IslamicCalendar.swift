/// The Islamic calendar by its civil reckoning: eleven leap years in thirty (2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29), counted
/// from Friday, 16 July 622 of the Julian calendar.
///
/// Months began when the new moon was seen, so that a day of a document may lie a day earlier or later.
extension Day {
  /// The day of a year of the Hijra.
  ///
  /// - Parameters:
  ///   - year: From 1 on.
  ///   - month: The month, 1 (Muharram) to 12.
  ///   - day: The day of the month.
  /// - Returns: `nil` when the calendar has no such day.
  /// - SeeAlso: E. M. Reingold and N. Dershowitz, Calendrical Calculations, 4th edition, 2018, chapter 7.
  public init?(islamicYear year: Int64, month: Int, day: Int) {
    guard (1...20_000).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.daysInIslamicMonth(month, of: year)
    else { return nil }
    let before = Int64(29 * (month - 1) + month / 2)
    self.init(julianDayNumber: Int64(day) + before + (year - 1) * 354 + (3 + 11 * year) / 30 + 1_948_439)
  }

  /// How many days a month has by the civil reckoning.
  static func daysInIslamicMonth(_ month: Int, of year: Int64) -> Int {
    let isLong = month % 2 == 1 || month == 12 && (11 * year + 14) % 30 < 11
    return isLong ? 30 : 29
  }
}
