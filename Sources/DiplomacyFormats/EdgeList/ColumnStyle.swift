import Chronology

/// A column of dates whose header says how they are reckoned: `start (O.S.)`, `when_os`, `date Julian`, `end (O.S., 03-25)`.
struct ColumnStyle {
  /// The header without the style, in small letters.
  let name: String
  /// The style; nil where the header says none.
  let style: DateStyle?

  init(_ header: String) {
    let header = header.lowercased()
    let words = String(header.map { $0 == "_" ? " " : $0 })
    if let (rest, style) = DateStyle.named(atEndOf: words) {
      // Underscores and spaces are of one length.
      (name, self.style) = (String(header.prefix(rest.count)), style)
    } else {
      (name, style) = (header, nil)
    }
  }

  /// The text of a date in the style of its column, which it says now itself; as it is where it says another.
  static func styled(_ text: String, _ style: DateStyle?) -> String {
    guard let style, !HistoricalDate.statesStyle(text) else { return text }
    return "\(numbered(text)) \(style.suffix)"
  }

  /// `6.6.1887` as `1887-06-06`, which is a day of any calendar; other texts as they are.
  private static func numbered(_ text: String) -> String {
    guard let match = text.wholeMatch(of: /([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})/) else { return text }
    func two(_ digits: Substring) -> String { digits.count == 1 ? "0\(digits)" : String(digits) }
    return "\(match.3)-\(two(match.2))-\(two(match.1))"
  }
}
