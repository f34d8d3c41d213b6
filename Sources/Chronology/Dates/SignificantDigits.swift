extension HistoricalDate {
  /// The year that a year with significant digits is estimated to be: 1950 for `1950S2`, which may be any year from
  /// 1900 to 1999; `nil` for any other date.
  public var estimatedYear: Int64? {
    guard case .point(let point) = form, point.components.significantDigits > 0 else { return nil }
    return point.components.years.value
  }
}
