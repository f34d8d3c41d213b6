/// Reads dates that are given by another: `before 1941` is `[..1940]`, some date that is over before 1941 begins.
enum RelativeWords {
  private enum Meaning {
    case before
    case after
    /// At that date at the latest.
    case upTo
    /// At that date at the earliest.
    case onward
    /// All the time until that date, from an unknown start.
    case until
    /// All the time from that date.
    case since
  }

  private static let openings: [(words: String, meaning: Meaning)] = [
    ("before ", .before), ("prior to ", .before), ("after ", .after), ("not after ", .upTo), ("by ", .upTo),
    ("no later than ", .upTo), ("not later than ", .upTo), ("not before ", .onward),
    ("no earlier than ", .onward),
    ("not earlier than ", .onward), ("until ", .until), ("till ", .until), ("since ", .since),
  ]

  /// The set or interval that the words mean; empty when they are none of those known here.
  static func dates(in text: String) -> [String] {
    let lower = text.lowercased()
    if lower.hasPrefix("between ") { return between(String(lower.dropFirst(8))) }
    guard let opening = openings.first(where: { lower.hasPrefix($0.words) }),
      let date = DateRewriting.point(String(lower.dropFirst(opening.words.count)))
    else { return [] }
    let meaning: String? =
      switch opening.meaning {
      case .before: neighbour(of: date, onSide: .before).map { "[..\($0)]" }
      case .after: neighbour(of: date, onSide: .after).map { "[\($0)..]" }
      case .upTo: "[..\(date)]"
      case .onward: "[\(date)..]"
      case .until: "/\(date)"
      case .since: "\(date)/.."
      }
    return [meaning].compactMap { $0 }
  }

  /// `between 1939 and 1941`: some date from the first to the second.
  private static func between(_ text: String) -> [String] {
    let words = text.split(separator: " ")
    guard let middle = words.firstIndex(of: "and"),
      let first = DateRewriting.point(words[..<middle].joined(separator: " ")),
      let last = DateRewriting.point(words[(middle + 1)...].joined(separator: " "))
    else { return [] }
    return ["[\(first)..\(last)]"]
  }

  private enum Side { case before, after }

  /// The day, month or year just before or after a date, in the unit of the date, with its flags.
  private static func neighbour(of text: String, onSide side: Side) -> String? {
    guard let date = try? HistoricalDate(text), let precision = date.precision, !date.hasTime else {
      return nil
    }
    let outside = side == .before ? date.earliest.day.adding(days: -1) : date.latest.day.adding(days: 1)
    let (year, month, _) = outside.components
    let flag = date.isUncertain ? (date.isApproximate ? "%" : "?") : (date.isApproximate ? "~" : "")
    switch precision {
    case .second, .minute: return nil
    case .day: return "\(outside)\(flag)"
    case .month, .season: return "\(padded(year, to: 4))-\(padded(month, to: 2))\(flag)"
    case .year, .decade, .century, .millennium:
      return "\(yearText(year))\(flag)"
    }
  }
}
