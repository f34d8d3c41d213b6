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
    if let slash = text.firstIndex(of: "/"), !text.contains("..") {
      let (start, end) = (text[..<slash], text[text.index(after: slash)...])
      if let first = point(String(start)), let last = point(String(end)), !start.isEmpty, !end.isEmpty,
        let date = try? HistoricalDate("\(first)/\(last)")
      {
        return date
      }
    }
    if let date = try? HistoricalDate(point(text) ?? text) { return date }
    return isPatient ? try? HistoricalDate(lenient: text) : nil
  }

  /// An interval from its ends, either of which may be missing: then it is open.
  static func interval(_ start: String?, _ end: String?) -> String? {
    func known(_ text: String?) -> String? {
      guard let text, !isMissing(text), !["inf", "-inf", "infinity", "-infinity"].contains(text.lowercased())
      else { return nil }
      return point(text) ?? text
    }
    let (start, end) = (known(start), known(end))
    if start == nil, end == nil { return nil }
    return "\(start ?? "..")/\(end ?? "..")"
  }

  /// A whole number as a year of EDTF.
  private static func point(_ text: String) -> String? {
    var digits = text[...]
    if digits.hasSuffix(".0") { digits = digits.dropLast(2) }
    guard let year = Int64(digits) else { return text.isEmpty ? nil : text }
    // Eight digits are a day: 19410413.
    if digits.count == 8, year > 0, let date = try? HistoricalDate(lenient: String(digits)) {
      return date.edtf
    }
    // The magnitude of the least number has no number of its own.
    let plain = String(year.magnitude)
    let sign = year < 0 ? "-" : ""
    if plain.count > 4 { return "Y\(sign)\(plain)" }
    return sign + String(repeating: "0", count: 4 - plain.count) + plain
  }
}
