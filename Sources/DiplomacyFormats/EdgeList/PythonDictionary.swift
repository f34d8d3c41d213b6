/// The attributes of an edge as NetworkX writes them: `{'weight': 3, 'colour': 'red'}`.
enum PythonDictionary {
  /// The names and values; nil where the text is something else.
  static func read(_ text: String) -> [String: String]? {
    var scanner = Scanner(rest: text.unicodeScalars[...])
    guard scanner.skip("{") else { return nil }
    var values: [String: String] = [:]
    while !scanner.skip("}") {
      guard let name = scanner.value(), scanner.skip(":"), let value = scanner.value() else { return nil }
      values[name] = value == "None" ? "" : value == "True" || value == "False" ? value.lowercased() : value
      guard scanner.skip(",") || scanner.rest.first == "}" else { return nil }
    }
    scanner.skipSpaces()
    return scanner.rest.isEmpty ? values : nil
  }

  private struct Scanner {
    var rest: Substring.UnicodeScalarView

    mutating func skipSpaces() { rest = rest.drop { $0 == " " } }

    mutating func skip(_ sign: Unicode.Scalar) -> Bool {
      skipSpaces()
      guard rest.first == sign else { return false }
      rest.removeFirst()
      skipSpaces()
      return true
    }

    /// A text in either kind of quotation marks, or a word up to the next sign; a list or a dictionary as it is written.
    mutating func value() -> String? {
      skipSpaces()
      guard let first = rest.first else { return nil }
      if first == "'" || first == "\"" { return quoted(first) }
      if "[({".unicodeScalars.contains(first) { return nested() }
      let word = rest.prefix { $0 != "," && $0 != "}" && $0 != ":" }
      rest = rest[word.endIndex...]
      let text = String(Substring(word))
      return text.isEmpty ? nil : String(text.reversed().drop { $0 == " " }.reversed())
    }

    private mutating func quoted(_ mark: Unicode.Scalar) -> String? {
      rest.removeFirst()
      var text = String.UnicodeScalarView()
      while let next = rest.popFirst() {
        if next == mark {
          skipSpaces()
          return String(text)
        }
        guard next == "\\" else {
          text.append(next)
          continue
        }
        guard let escaped = rest.popFirst() else { return nil }
        let length = ["x": 2, "u": 4, "U": 8][escaped] ?? 0
        if length > 0 {
          let digits = String(Substring(rest.prefix(length)))
          guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else { return nil }
          text.append(scalar)
          rest = rest.dropFirst(length)
        } else {
          text.append(["n": "\n", "t": "\t", "r": "\r"][escaped] ?? escaped)
        }
      }
      return nil
    }

    private mutating func nested() -> String? {
      var depth = 0
      var text = String.UnicodeScalarView()
      while let next = rest.popFirst() {
        text.append(next)
        if "[({".unicodeScalars.contains(next) { depth += 1 }
        if "])}".unicodeScalars.contains(next) { depth -= 1 }
        if depth == 0 {
          skipSpaces()
          return String(text)
        }
      }
      return nil
    }
  }
}
