/// Guesses the period that a text which is not one was meant to be.
enum PeriodRewriting {
  private static let units: [(words: Set<String>, date: Character?, time: Character?)] = [
    (["y", "yr", "yrs", "year", "years"], "Y", nil),
    (["mo", "mos", "month", "months"], "M", nil),
    (["w", "wk", "wks", "week", "weeks"], "W", nil),
    (["d", "day", "days"], "D", nil),
    (["h", "hr", "hrs", "hour", "hours"], nil, "H"),
    (["min", "mins", "minute", "minutes"], nil, "M"),
    (["s", "sec", "secs", "second", "seconds"], nil, "S"),
  ]

  /// `p5y` is `P5Y`, `P6H` is `PT6H`, `5 years and 6 months` is `P5Y6M`; `nil` for what is not clear.
  static func rewriting(of text: String) -> String? {
    guard text.utf8.count <= 80 else { return nil }
    let capitals = String(text.uppercased().filter { !$0.isWhitespace })
    for candidate in [capitals, timed(capitals), inWords(text.lowercased())] {
      if let candidate, candidate != text, (try? Period(candidate)) != nil { return candidate }
    }
    return nil
  }

  /// `P6H` with the missing `T`, where no date unit comes first.
  private static func timed(_ text: String) -> String? {
    text.hasPrefix("P") && !text.hasSuffix("M") ? "PT" + text.dropFirst() : nil
  }

  private static func inWords(_ text: String) -> String? {
    var date = "P"
    var time = ""
    var rest = text[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "," }
      if rest.hasPrefix("and ") { rest = rest.dropFirst(4) }
      if rest.isEmpty { break }
      let number = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(number.count).drop { $0 == " " }
      let word = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(word.count)
      guard !number.isEmpty, let unit = units.first(where: { $0.words.contains(String(word)) })
      else { return nil }
      if let letter = unit.date { date += number + String(letter) }
      if let letter = unit.time { time += number + String(letter) }
    }
    return time.isEmpty ? date : date + "T" + time
  }
}
