/// Texts as names and words of TEI, from which they can be read back: what a name or word cannot hold stands as its number
/// between `_x` and `_`, as in `_x0020_` for a space, `_x_` stands for nothing at all, and an underscore before an `x` is
/// written so too.
enum TEIWord {
  /// A text as a word, for `@type` and the like, which has no white space, control characters or unassigned ones.
  static func written(_ text: String) -> String {
    written(text) { scalar, _ in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
        .paragraphSeparator:
        false
      default: true
      }
    }
  }

  /// A text as an `xml:id`.
  ///
  /// ASCII alone: which other letters a name may hold depends on the edition of XML that a reader follows.
  static func writtenName(_ text: String) -> String {
    let name = written(text) { scalar, isFirst in
      guard scalar.isASCII else { return false }
      let character = Character(scalar)
      return character.isLetter || character == "_"
        || !isFirst && (character.isNumber || character == "-" || character == ".")
    }
    // What ends like a name that was taken already: see `TEINames`.
    guard let dot = numberedEnd(of: name) else { return name }
    return name[..<dot] + "_x002E_" + name[name.index(after: dot)...]
  }

  /// The point before the number that tells a name from another one's: `.n2`.
  private static func numberedEnd(of name: String) -> String.Index? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let end = name[dot...].dropFirst()
    return end.first == "n" && end.count > 1 && end.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
      ? dot : nil
  }

  /// The text that was written as an `xml:id`.
  static func readName(_ name: some StringProtocol) -> String {
    let name = String(name)
    return read(numberedEnd(of: name).map { String(name[..<$0]) } ?? name)
  }

  /// The text that was written as a word or name.
  static func read(_ word: String) -> String {
    guard word.contains("_x") else { return word }
    if word == "_x_" { return "" }
    var read = String.UnicodeScalarView()
    var rest = Array(word.unicodeScalars)[...]
    while let scalar = rest.first {
      if scalar == "_", rest.dropFirst().first == "x" {
        let digits = rest.dropFirst(2).prefix(9).prefix { $0 != "_" }
        let end = digits.endIndex
        if (4...8).contains(digits.count), end < rest.endIndex, rest[end] == "_",
          let number = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
          let meant = Unicode.Scalar(number)
        {
          read.append(meant)
          rest = rest[(end + 1)...]
          continue
        }
      }
      read.append(scalar)
      rest = rest.dropFirst()
    }
    return String(read)
  }

  private static func written(_ text: String, _ isLegal: (Unicode.Scalar, _ isFirst: Bool) -> Bool) -> String
  {
    if text.isEmpty { return "_x_" }
    var written = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      let isEscape = scalar == "_" && next < scalars.endIndex && scalars[next] == "x"
      if !isEscape, isLegal(scalar, index == scalars.startIndex) {
        written.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        written.append(
          contentsOf: ("_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_")
            .unicodeScalars)
      }
      index = next
    }
    return String(written)
  }

  /// A text that is only shown, and stands in full elsewhere: with U+FFFD for what XML cannot hold.
  static func shown(_ text: String) -> String { XMLWriter.legal(text)?.text ?? text }

  /// Whether a text is an address that `@target` can hold: a URI, with letters of any script.
  static func isAddress(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty, scalars.count(where: { $0 == "#" }) <= 1 else { return false }
    return scalars.indices.allSatisfy { index in
      let scalar = scalars[index]
      if scalar == "%" {
        return index + 2 < scalars.count
          && scalars[index + 1...index + 2].allSatisfy { Character($0).isHexDigit }
      }
      return !"<>\"{}|\\^`[] ".unicodeScalars.contains(scalar)
        && (scalar == "_" || written(String(scalar)) == String(scalar))
    }
  }
}
