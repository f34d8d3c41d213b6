/// How texts stand in YAML: plain, in quotes, or as blocks of lines.
enum YAMLScalars {
  /// Whether a text stands without quotes, and is read as it is.
  /// - Parameter inFlow: Whether it stands between brackets or braces.
  static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ", last != ":" else {
      return false
    }
    if indicators.contains(first) { return false }
    if first == "-" || first == ".", text.hasPrefix("---") || text.hasPrefix("...") || text == "-" {
      return false
    }
    var before: Unicode.Scalar = "-"
    for scalar in scalars {
      switch scalar {
      case "#" where before == " ": return false
      case " " where before == ":" || before == "-" && isDashAtStart(text): return false
      case ",", "[", "]", "{", "}", "?": if inFlow { return false }
      default: if !isPrinted(scalar) { return false }
      }
      before = scalar
    }
    return true
  }

  private static let indicators: Set<Unicode.Scalar> = [
    ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "?", ":",
  ]

  private static func isDashAtStart(_ text: String) -> Bool { text.hasPrefix("- ") }

  /// Whether a character can be seen as it is, and means nothing to YAML or to a terminal.
  static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: true
    // Control characters, line ends, and what steers the direction of writing or marks the order of bytes.
    case 0..<0xA0, 0x2028...0x202E, 0x200E, 0x200F, 0x2066...0x2069, 0x61C, 0xFEFF, 0xFFF9...0xFFFB: false
    default: !scalar.properties.isNoncharacterCodePoint
    }
  }

  /// Whether YAML 1.1 or 1.2 takes a plain text for something other than a text: a truth, a number, a date, nothing.
  static func meansSomething(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first else { return true }
    if bytes.count <= 5, words.contains(text.lowercased()) { return true }
    guard (48...57).contains(first) || [43, 45, 46].contains(first) else { return false }
    // Numbers of all bases, with exponents and in sixtieths, and moments.
    return bytes.allSatisfy { byte in
      (48...57).contains(byte) || [43, 45, 46, 58, 95, 32].contains(byte) || (97...102).contains(byte | 0x20)
        || [120, 111, 116, 122, 110, 105].contains(byte | 0x20)
    }
  }

  private static let words: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "<<", "=",
  ]

  /// A text in quotes.
  static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    if scalars.allSatisfy({ isPrinted($0) && $0 != "'" }),
      scalars.contains(where: { $0 == "\"" || $0 == "\\" })
    {
      return "'\(text)'"
    }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in scalars {
      switch scalar {
      case "\"", "\\": quoted.append(contentsOf: ["\\", scalar])
      case "\n": quoted.append(contentsOf: "\\n".unicodeScalars)
      case "\t": quoted.append(contentsOf: "\\t".unicodeScalars)
      case "\r": quoted.append(contentsOf: "\\r".unicodeScalars)
      case _ where isPrinted(scalar): quoted.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (letter, count) = digits.count <= 2 ? ("x", 2) : digits.count <= 4 ? ("u", 4) : ("U", 8)
        let zeros = String(repeating: "0", count: count - digits.count)
        quoted.append(contentsOf: "\\\(letter)\(zeros)\(digits)".unicodeScalars)
      }
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// A text on one line.
  static func inline(_ text: String, inFlow: Bool, isWord: Bool) -> String {
    // Colons between brackets are an old stumbling block.
    let isOdd =
      isWord
      ? text.utf8.count <= 5 && words.contains(text.lowercased())
      : (meansSomething(text) || inFlow && text.utf8.contains(UInt8(ascii: ":")))
    return !isOdd && isPlain(text, inFlow: inFlow) ? text : quoted(text)
  }

  /// The lines of a text as a block after `|-` or `>-`; nil where it is better on one line.
  /// - Parameter width: How many characters a line should have at most.
  static func block(_ text: String, width: Int) -> (sign: String, lines: [Substring])? {
    guard let first = text.unicodeScalars.first, first != " ", text.unicodeScalars.last != " " else {
      return nil
    }
    if text.utf8.contains(0x0A) { return literal(text) }
    guard text.utf8.count > width, text.unicodeScalars.allSatisfy(isPrinted) else { return nil }
    let lines = folded(text, width: width)
    return lines.count > 1 ? (">-", lines) : nil
  }

  private static func literal(_ text: String) -> (sign: String, lines: [Substring])? {
    let scalars = text.unicodeScalars
    guard scalars.first != "\n", scalars.last != "\n", scalars.allSatisfy({ $0 == "\n" || isPrinted($0) })
    else {
      return nil
    }
    let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map { Substring($0) }
    // Spaces at the ends of lines would be lost by editors.
    guard lines.allSatisfy({ $0.unicodeScalars.last != " " }) else { return nil }
    return ("|-", lines)
  }

  /// A line broken at single spaces.
  private static func folded(_ text: String, width: Int) -> [Substring] {
    let scalars = text.unicodeScalars
    var lines: [Substring] = []
    var start = scalars.startIndex
    var space: String.Index?
    var length = 0
    var index = start
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      if scalars[index] == " ", index > start, scalars[scalars.index(before: index)] != " ",
        next < scalars.endIndex, scalars[next] != " "
      {
        // A break beyond the width is better than none.
        if length > width, let place = space {
          lines.append(Substring(scalars[start..<place]))
          start = scalars.index(after: place)
          length = scalars.distance(from: start, to: index)
        }
        space = index
      }
      length += 1
      index = next
    }
    if length > width, let place = space, place > start {
      lines.append(Substring(scalars[start..<place]))
      start = scalars.index(after: place)
    }
    lines.append(Substring(scalars[start...]))
    return lines
  }
}
