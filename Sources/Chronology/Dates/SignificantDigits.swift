extension HistoricalDate {
  /// The year that a year with significant digits is estimated to be: 1950 for `1950S2`, which may be any year from
  /// 1900 to 1999; `nil` for any other date.
  public var estimatedYear: Int64? {
    guard case .point = form, let letter = edtf.firstIndex(of: "S"),
      let year = try? HistoricalDate(String(edtf[..<letter]))
    else { return nil }
    return year.earliest.day.year
  }
}
