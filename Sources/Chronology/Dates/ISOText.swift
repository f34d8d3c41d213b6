extension HistoricalDate {
  /// A point without its flag, where nothing but four digits of a year, a month, a day, a time and an offset in full
  /// (`Z`, `+09:00`) is written; `nil` for any other date, which needs the extensions of ISO 8601-2.
  package var isoText: String? {
    if case .reckoned = origin { return inFormat.isoText }
    guard case .point(let point) = form, point.precision != .season else { return nil }
    let components = point.components
    guard !components.hasUnspecifiedDigits, components.significantDigits == 0,
      components.years.value.magnitude <= 9999, !components.statesOffset || components.isOffsetInFull
    else { return nil }
    // A time's flag stands at the end, as does any other that level 1 has; exponents need level 2.
    guard point.precision.isTime || level.map({ $0 <= .one }) ?? false else { return nil }
    return point.qualifiers.isEmpty ? edtf : String(edtf.dropLast())
  }

  /// Each season, quarter, third or half of a year that the date names, in order, where the year has no unspecified
  /// digits.
  package var partsOfYears: [(year: Int64, part: Int)] {
    switch form {
    case .point(let point): [point].compactMap(\.partOfYear)
    case .interval(let start, let end):
      [start, end].flatMap { side -> [(year: Int64, part: Int)] in
        if case .date(let date) = side { date.partsOfYears } else { [] }
      }
    case .set(_, let members):
      members.flatMap { [$0.first, $0.isRange ? $0.last : nil].compactMap { $0?.partOfYear } }
    }
  }
}

extension DatePoint {
  fileprivate var partOfYear: (year: Int64, part: Int)? {
    guard let season = components.season, components.years.isExact else { return nil }
    return (components.years.value, Int(season))
  }
}
