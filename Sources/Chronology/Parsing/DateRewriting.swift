/// Guesses the dates that a text which is not one may have been meant to be.
///
/// The hint of an error and the lenient reader both rest on it: `13/4/1941` has one reading, `3/4/1941` two.
enum DateRewriting {
  private static let longestText = 80

  /// The dates in the Extended Date/Time Format that the text may mean, the more probable first; empty when it is
  /// none that is known here.
  static func readings(of text: String) -> [String] {
    guard text.utf8.count <= longestText else { return [] }
    let plain = plainText(text)
    let candidates: [(String) -> [String]] = [
      { [$0] }, capitals, nextMidnight, flagsLast, DateRewriting.inIdeographs, RelativeWords.dates,
      oneOfRange,
      abbreviatedInterval, DateWords.dates, interval,
    ]
    for candidate in candidates {
      let dates = candidate(plain).filter { $0 != text && isDate($0) }
      if !dates.isEmpty { return dates }
    }
    return []
  }

  static func isDate(_ text: String) -> Bool {
    (try? HistoricalDate(text)) != nil
  }

  /// The text in ASCII where it has full-width characters, with plain hyphens and spaces, and none around it.
  private static func plainText(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{301C}", "\u{FF5E}": plain += " - "
      case "\u{2026}": plain += ".."
      case "\u{2010}"..."\u{2015}", "\u{2212}": plain += "-"
      case "\u{FF01}"..."\u{FF5D}":
        if let ascii = Unicode.Scalar(scalar.value - 0xFEE0) { plain.unicodeScalars.append(ascii) }
      case _ where scalar.properties.isWhitespace: plain += " "
      default: plain.unicodeScalars.append(scalar)
      }
    }
    let start = plain.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }

  /// `194x` and `194u` are `194X`; `1941-04-13 14:50z` is `1941-04-13T14:50Z`.
  private static func capitals(_ text: String) -> [String] {
    [String(text.uppercased().map { $0 == "U" ? "X" : $0 == " " ? "T" : $0 })]
  }

  /// `1941-04-13T24:00` is the midnight that begins the next day.
  private static func nextMidnight(_ text: String) -> [String] {
    guard text.hasSuffix("T24:00") || text.hasSuffix("T24:00:00"), let time = text.firstIndex(of: "T"),
      let date = try? HistoricalDate(String(text[..<time])), date.precision == .day
    else { return [] }
    return ["\(date.latest.day.adding(days: 1))T00:00:00"]
  }

  /// `1941-04?~` is `1941-04%`, for a flag at the end holds for the whole date.
  private static func flagsLast(_ text: String) -> [String] {
    let flags = text.filter { "?~%".contains($0) }
    guard !flags.isEmpty else { return [] }
    let both = flags.contains("%") || (flags.contains("?") && flags.contains("~"))
    return [text.filter { !"?~%".contains($0) } + (both ? "%" : flags.prefix(1))]
  }

  /// `1941年4月13日` is `1941-04-13`.
  private static func inIdeographs(_ text: String) -> [String] {
    guard text.contains("年"), text.first != "年" else { return [] }
    let parts = text.filter { $0 != " " }.split { "年月日".contains($0) }
    guard parts.count <= 3, "年月日".hasPrefix(text.filter { "年月日".contains($0) }) else { return [] }
    return DateWords.dates(in: parts.joined(separator: "-"))
  }

  /// `1939..1945` is `[1939..1945]`, one of these years, as in messydates; either end may be missing.
  private static func oneOfRange(_ text: String) -> [String] {
    guard !text.contains(where: { "[]{}/,".contains($0) }), let dots = ends(of: text, around: ".."),
      let first = side(dots.first), let last = side(dots.last), first != "..", last != ".."
    else { return [] }
    return ["[\(first)..\(last)]"]
  }

  /// What stands before and after the first of some characters; `nil` when the text has none.
  private static func ends(of text: String, around separator: String) -> (first: String, last: String)? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(separator) {
        return (String(text[..<index]), String(text[text.index(index, offsetBy: separator.count)...]))
      }
      index = text.index(after: index)
    }
    return nil
  }

  /// `1940/41` and `1940-42` are `1940/1941` and `1940/1942`, where the second number cannot stand for a month, and
  /// `1904 - 05` is `1904/1905`.
  private static func abbreviatedInterval(_ text: String) -> [String] {
    let parts = text.split { "/- ".contains($0) }
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      text.contains(where: { "/-".contains($0) }),
      let start = Int(parts[0].suffix(2)), let end = Int(parts[1]), end > 12 || text.contains(" - "),
      end > start
    else { return [] }
    return ["\(parts[0])/\(parts[0].prefix(2))\(parts[1])"]
  }

  /// Each side of a slash, a hyphen between spaces, or `to`, as a date.
  private static func interval(_ text: String) -> [String] {
    guard let (first, last) = sides(of: text), let start = side(first), let end = side(last) else {
      return []
    }
    return ["\(start)/\(end)"]
  }

  private static func sides(of text: String) -> (String, String)? {
    let slashes = text.split(separator: "/", omittingEmptySubsequences: false)
    if slashes.count == 2 { return (String(slashes[0]), String(slashes[1])) }
    var words = text.split(separator: " ")[...]
    if words.first?.lowercased() == "from" { words = words.dropFirst() }
    if let middle = words.firstIndex(where: { ["-", "to", "until"].contains($0) }) {
      let (start, end) = (words[..<middle], words[(middle + 1)...])
      if start.isEmpty || end.isEmpty { return nil }
      return (start.joined(separator: " "), end.joined(separator: " "))
    }
    // '1940-1942' and '1941-present', but not '1941-13'.
    let hyphens = text.split(separator: "-")
    guard hyphens.count == 2,
      hyphens.contains(where: { $0.first?.isLetter == true }) || hyphens.allSatisfy({ $0.count == 4 })
    else { return nil }
    return (String(hyphens[0]), String(hyphens[1]))
  }

  /// The text of one end of an interval: a date, `..` or nothing; `nil` when it has no single reading.
  private static func side(_ text: String) -> String? {
    let text = plainText(text)
    switch text.lowercased() {
    case "", "unknown", "?": return ""
    case "..", "open", "present", "now", "today", "ongoing": return ".."
    default: return point(text)
    }
  }

  /// The one date that a text means, as it stands or rewritten; `nil` when there is not just one.
  static func point(_ text: String) -> String? {
    if isDate(text) { return text }
    for candidate in [capitals, flagsLast, inIdeographs, DateWords.dates] {
      let dates = candidate(text).filter(isDate)
      if !dates.isEmpty { return dates.count == 1 ? dates[0] : nil }
    }
    return nil
  }
}
