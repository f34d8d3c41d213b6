/// Text of a manual page in mdoc, the language of `man` for its pages.
struct ManualText {
  private(set) var lines: [String] = []

  /// Lines are about as long at most.
  private static let lineLength = 76

  /// A line that begins with a macro.
  mutating func macro(_ line: String) { lines.append("." + line) }

  /// Sentences, each on a line of its own, as mdoc wants them.
  mutating func sentences(_ text: String) {
    var line = ""
    let words = text.split(whereSeparator: \.isWhitespace)
    for (place, word) in words.enumerated() {
      line += (line.isEmpty ? "" : " ") + Self.escaped(word)
      let next = place + 1 < words.count ? words[place + 1] : nil
      let isLast =
        next.map { Self.isEnd(word, before: $0) || line.utf8.count + $0.utf8.count >= Self.lineLength }
        ?? true
      guard isLast else { continue }
      // What ends a line with a full stop would be taken for the end of a sentence.
      lines.append(
        line.hasSuffix(".") && next.map { !Self.isEnd(word, before: $0) } ?? false ? line + "\\&" : line)
      line = ""
    }
  }

  /// Paragraphs, in which lines that begin with spaces are commands, which stand as they are.
  mutating func paragraphs(_ text: String) {
    var prose = ""
    var isLiteral = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix(" ") {
        sentences(prose)
        prose = ""
        if !isLiteral { macro("Bd -literal -offset indent") }
        lines.append(Self.escaped(line.drop { $0 == " " }))
        isLiteral = true
      } else {
        if isLiteral {
          macro("Ed")
          macro("Pp")
        }
        prose += line + " "
        isLiteral = false
      }
    }
    sentences(prose)
    if isLiteral { macro("Ed") }
  }

  /// Whether a sentence ends with a word. One of a single letter is an abbreviation, as in `c. 1941`.
  private static func isEnd(_ word: Substring, before next: Substring) -> Bool {
    let isLong = word.count { $0.isLetter || $0.isNumber } > 1
    return isLong && [".", "?", ".)"].contains(where: word.hasSuffix)
      && (next.first?.isUppercase ?? false || next.first == "'")
  }

  /// A text in which nothing has a meaning for mdoc, and which is ASCII; hyphens can be copied into a command.
  static func escaped(_ text: some StringProtocol) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "\"": escaped += "\\(dq"
      case "`": escaped += "\\(ga"
      case "~": escaped += "\\(ti"
      case "^": escaped += "\\(ha"
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }

  /// A text as one argument of a macro, which is no macro itself.
  static func argument(_ text: String) -> String {
    let escaped = escaped(text)
    return text.contains(" ")
      ? "\"\(escaped)\"" : text.count <= 3 || text.first == "." ? "\\&" + escaped : escaped
  }
}
