/// The day on which a year begins and its number goes up.
///
/// - SeeAlso: C. R. Cheney and M. Jones, A Handbook of Dates for Students of British History, 2000.
public enum CalendarYearStart: Hashable, Sendable, CaseIterable {
  /// 1 January, as today.
  case january
  /// 25 March, Lady Day: the legal year of England and its colonies until 1751, and of Florence until 1749.
  ///
  /// 24 March 1640 in such years is 24 March 1641 in ours, and the day after it begins 1641.
  case ladyDay

  /// The year by this reckoning of a day whose year begins in January.
  ///
  /// - Parameters:
  ///   - year: The astronomical year that begins on 1 January.
  ///   - month: The month, 1–12.
  ///   - day: The day of the month.
  public func year(ofJanuaryYear year: Int64, month: Int, day: Int) -> Int64 {
    isBeforeStart(month: month, day: day) ? year - 1 : year
  }

  /// The year that begins on 1 January, of a day dated by this reckoning.
  public func januaryYear(of year: Int64, month: Int, day: Int) -> Int64 {
    isBeforeStart(month: month, day: day) ? year + 1 : year
  }

  /// Whether the day still belongs to the year that began the spring before.
  func isBeforeStart(month: Int, day: Int) -> Bool {
    self == .ladyDay && (month < 3 || (month == 3 && day < 25))
  }
}
