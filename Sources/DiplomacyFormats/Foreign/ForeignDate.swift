import Chronology

/// Whether a text stands for no value.
func isMissing(_ text: String) -> Bool {
  ["", "na", "nan", "null", "none", "nil"].contains(text.lowercased())
}

/// Dates as other programs write them.
enum ForeignDate {
  /// A date in EDTF or as people write it; a whole number is a year, of any number of digits.
  /// - Parameter isPatient: Whether a text that is not in EDTF is looked at further, which takes longer.
  static func date(_ text: String, isPatient: Bool = true) -> HistoricalDate? {
    if HistoricalDate.statesStyle(text) { return try? HistoricalDate(lenient: text) }
    if let slash = text.firstIndex(of: "/"), !text.contains("..") {
      let (start, end) = (text[..<slash], text[text.index(after: slash)...])
      // In `4/1941` and `1904/05` a number of two digits is no year.
      let hasShort = [start, end].contains { $0.utf8.count < 3 && Int64($0) != nil }
      if !hasShort, let first = point(String(start)), let last = point(String(end)),
        let date = HistoricalDate(from: .date(first), to: .date(last))
      {
        return date
      }
    }
    if let date = point(text) { return date }
    return isPatient ? try? HistoricalDate(lenient: text) : nil
  }

  /// An interval from its ends, either of which may be missing: then it is open.
  static func interval(_ start: String?, _ end: String?) -> String? {
    func known(_ text: String?) -> String? {
      guard let text, !isMissing(text), !["inf", "-inf", "infinity", "-infinity"].contains(text.lowercased())
      else { return nil }
      return point(text)?.text ?? text
    }
    var (start, end) = (known(start), known(end))
    if start == nil, end == nil { return nil }
    // Where one end says its style, both do.
    if let first = start, let last = end,
      HistoricalDate.statesStyle(first) != HistoricalDate.statesStyle(last)
    {
      if HistoricalDate.statesStyle(first) { end = "\(last) N.S." } else { start = "\(first) N.S." }
    }
    return "\(start ?? "..")/\(end ?? "..")"
  }

  /// A date in EDTF, or a whole number as a year.
  private static func point(_ text: String) -> HistoricalDate? {
    var digits = text[...]
    if digits.hasSuffix(".0") { digits = digits.dropLast(2) }
    guard let year = Int64(digits) else { return try? HistoricalDate(text) }
    // Eight digits are a day: 19410413.
    if digits.count == 8, year > 0, let date = try? HistoricalDate(lenient: String(digits)) {
      return date.inFormat
    }
    return HistoricalDate(year: year)
  }

  /// The interval that the bounds of our own export give; nil where they are not all there are to say, or there are none.
  static func bounds(of rest: inout Attributes) -> String? {
    for key in ["start_year", "end_year", "holds"] { rest.remove(key) }
    let names = ["start_earliest", "start_latest", "end_earliest", "end_latest"]
    let bounds = names.map { rest.remove($0) }
    if bounds.allSatisfy({ $0 == nil }) { return nil }
    func end(_ first: String?, _ last: String?) -> String {
      if first == nil, last == nil { return ".." }
      return first == last ? first ?? ".." : "[\(first ?? "")..\(last ?? "")]"
    }
    return "\(end(bounds[0], bounds[1]))/\(end(bounds[2], bounds[3]))"
  }
}
