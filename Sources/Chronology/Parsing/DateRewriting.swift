/// Guesses the dates that a text which is not one may have been meant to be.
///
/// The hint of an error and the lenient reader both rest on it: `13/4/1941` has one reading, `3/4/1941` two.
enum DateRewriting {
  private static let longestText = 160

  /// The dates that the text may mean, the more probable first, or why it is refused.
  static func outcome(of text: String, in calendar: WrittenCalendar = .gregorian) -> WordedOutcome {
    var outcome = WordedOutcome()
    guard text.utf8.count <= longestText else { return outcome }
    let dashed = plainText(text)
    let plain = dashed.replacing("–", with: "-")
    if let interval = openInterval(plain, calendar) { return interval }
    // A dash between a year and two digits stands between two years, where a hyphen makes a month of the format.
    if calendar == .gregorian, !hasDashedYears(text) {
      for candidate in [{ [$0] }, capitals, nextMidnight, flagsLast, oneOfRange] as [(String) -> [String]] {
        for date in candidate(plain) where date != text && isDate(date) { outcome.mean(WordedMeaning(date)) }
        if !outcome.isEmpty { return outcome }
      }
    }
    return WordedDate.outcome(of: dashed, in: calendar)
  }

  /// The dates in the Extended Date/Time Format that the text may mean; empty when it is none that is known here.
  static func readings(of text: String) -> [String] { outcome(of: text).meanings.map(\.edtf) }

  static func isDate(_ text: String) -> Bool {
    (try? HistoricalDate(text)) != nil
  }

  /// The text in ASCII where it has full-width characters, with plain hyphens, dashes and spaces, and none around it.
  private static func plainText(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{301C}", "\u{FF5E}": plain += " - "
      case "\u{2026}": plain += ".."
      case "\u{2010}", "\u{2011}", "\u{2212}": plain += "-"
      case "\u{2012}"..."\u{2015}": plain += "–"
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

  /// `13.4.1941/..`, `c. 1904 – present`, `/44 BC`: an interval of which one side is open or not known.
  private static func openInterval(_ text: String, _ calendar: WrittenCalendar) -> WordedOutcome? {
    for separator in ["/", " - ", " to ", " until "] {
      let pieces = text.split(separator: separator, omittingEmptySubsequences: false)
      guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { continue }
      let (start, end) = (openEnd(String(first)), openEnd(String(last)))
      // Only a slash leaves nothing on a side.
      guard (start == nil) != (end == nil), separator == "/" || !first.isEmpty && !last.isEmpty else {
        continue
      }
      let rest = start == nil ? pieces.dropLast() : pieces.dropFirst()
      let other = plainText(rest.joined(separator: separator))
      var outcome = WordedOutcome()
      let point = isDate(other) && calendar == .gregorian ? nil : Self.outcome(of: other, in: calendar)
      for meaning in point?.meanings ?? [WordedMeaning(other)] {
        let text = "\(start ?? meaning.edtf)/\(end ?? meaning.edtf)"
        if isDate(text) { outcome.mean(WordedMeaning(text, meaning.calendar)) }
      }
      point?.refusals.forEach { outcome.refuse($0) }
      if !outcome.isEmpty || point?.refusals.isEmpty == false { return outcome }
    }
    return nil
  }

  /// `..` or nothing for the words of an end that is open or not known; `nil` for any other text.
  private static func openEnd(_ text: String) -> String? {
    switch plainText(text).lowercased() {
    case "", "unknown", "?": ""
    case "..", "open", "present", "now", "today", "ongoing": ".."
    default: nil
    }
  }

  /// `1904–05` with a dash, alone or with a flag, or a text that begins with one.
  private static func hasDashedYears(_ text: String) -> Bool {
    // `–1941` is no year before our era.
    if let first = text.unicodeScalars.first, (0x2012...0x2015).contains(first.value) { return true }
    let parts = text.filter { !$0.isWhitespace && !"?~%".contains($0) }.split {
      "\u{2012}\u{2013}\u{2014}\u{2015}".contains($0)
    }
    return parts.count == 2 && parts[0].count == 4 && parts[1].count <= 2
      && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  /// The text of one end of a range: a date, or `..` or nothing; `nil` when it has no single reading.
  private static func side(_ text: String) -> String? {
    if let end = openEnd(text) { return end }
    if isDate(text) { return text }
    let readings = readings(of: text)
    return readings.count == 1 ? readings[0] : nil
  }
}
