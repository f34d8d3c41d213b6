/// The calendar of the French Republic: twelve months of thirty days from the autumn equinox, and five or six days more.
extension Day {
  /// The years that were counted, from I to XIV; the last ended on 31 December 1805, its 10 Nivôse.
  public static let frenchRepublicanYears: ClosedRange<Int64> = 1...14

  /// The day of a year of the Republic.
  ///
  /// - Parameters:
  ///   - year: One of ``frenchRepublicanYears``.
  ///   - month: The month, 1 (Vendémiaire) to 12 (Fructidor); 13 for the complementary days.
  ///   - day: The day of the month, 1–30; of the complementary days 1–5, or 6 in the years III, VII and XI.
  /// - Returns: `nil` when the calendar has no such day.
  /// - SeeAlso: Concordance des calendriers grégorien et républicain, 1963.
  public init?(frenchRepublicanYear year: Int64, month: Int, day: Int) {
    guard Day.frenchRepublicanYears.contains(year), (1...13).contains(month), day >= 1 else { return nil }
    let length = month < 13 ? 30 : year % 4 == 3 ? 6 : 5
    guard day <= length, let first = Day(year: 1792, month: 9, day: 22) else { return nil }
    self.init(number: first.number + (year - 1) * 365 + year / 4 + Int64((month - 1) * 30 + day - 1))
  }
}
