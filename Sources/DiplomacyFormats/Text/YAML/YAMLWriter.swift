/// Writes YAML: what fits on a line stands on one, between brackets or braces; the rest is indented by two spaces.
struct YAMLWriter {
  private(set) var bytes: [UInt8] = []
  /// A line has so many characters at most, unless one word has more.
  private static let width = 116
  /// So long may a key be that stands before its colon (libyaml takes 1,024 bytes of characters).
  private static let longestKey = 500

  /// The whole text of a document.
  /// - Parameter sections: The keys whose values stand on several lines, with an empty line before them.
  static func text(_ pairs: [YAMLValue.Pair], sections: Set<String>, comments: [String]) -> [UInt8] {
    var writer = YAMLWriter()
    for comment in comments { writer.comment(comment) }
    for pair in pairs {
      let isSection = sections.contains(pair.key)
      if isSection { writer.put("\n") }
      writer.pair(pair, indent: 0, isSection: isSection)
    }
    return writer.bytes
  }

  private mutating func put(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }

  private mutating func indent(by count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }

  /// A remark on lines of its own.
  private mutating func comment(_ text: String) {
    let line = shown(onOneLine(text))
    guard let block = YAMLScalars.block(line, width: Self.width - 2) else { return put("# \(line)\n") }
    for (number, line) in block.lines.enumerated() { put("# \(number == 0 ? "" : "  ")\(line)\n") }
  }

  // MARK: Values

  /// A pair from the column on at which the line stands.
  private mutating func pair(_ pair: YAMLValue.Pair, indent: Int, isSection: Bool = false) {
    let key = YAMLScalars.inline(pair.key, inFlow: false, isWord: isKey(pair.key))
    if key.utf8.count > Self.longestKey {
      put("? \(key)\n")
      self.indent(by: indent)
    } else {
      put(key)
    }
    put(":")
    let room = Self.width - indent - (key.utf8.count > Self.longestKey ? 0 : key.unicodeScalars.count) - 2
    value(pair.value, indent: indent, room: isSection ? 0 : room)
  }

  /// Ids and keys stand without quotes, but for those that YAML takes for truths.
  private func isKey(_ key: String) -> Bool { !YAMLScalars.meansSomething(key) }

  /// A value behind a colon or dash, and the end of its line.
  private mutating func value(_ value: YAMLValue, indent: Int, room: Int) {
    switch value {
    case .text(let text):
      put(" ")
      self.text(text, indent: indent, room: room)
    case .word(let word): put(" \(YAMLScalars.inline(word, inFlow: false, isWord: true))\n")
    case .truth(let value): put(" \(value)\n")
    case .remarked(let word, let remark):
      put(" \(YAMLScalars.inline(word, inFlow: false, isWord: true))  # \(shown(onOneLine(remark)))\n")
    case .list(let values):
      if let line = Self.flow(value, room: room) { return put(" \(line)\n") }
      put("\n")
      for value in values { item(value, indent: indent + 2) }
    case .mapping(let pairs):
      if let line = Self.flow(value, room: room) { return put(" \(line)\n") }
      put("\n")
      for pair in pairs {
        self.indent(by: indent + 2)
        self.pair(pair, indent: indent + 2)
      }
    }
  }

  private mutating func item(_ value: YAMLValue, indent: Int) {
    self.indent(by: indent)
    put("-")
    let room = Self.width - indent - 2
    guard let pairs = value.pairs, Self.flow(value, room: room) == nil else {
      return self.value(value, indent: indent, room: room)
    }
    put(" ")
    for (number, pair) in pairs.enumerated() {
      if number > 0 { self.indent(by: indent + 2) }
      self.pair(pair, indent: indent + 2)
    }
  }

  private mutating func text(_ text: String, indent: Int, room: Int) {
    let line = YAMLScalars.inline(text, inFlow: false, isWord: false)
    if line.unicodeScalars.count > room || text.utf8.contains(0x0A),
      let block = YAMLScalars.block(text, width: max(40, Self.width - indent - 2))
    {
      put("\(block.sign)\n")
      for line in block.lines {
        if !line.isEmpty { self.indent(by: indent + 2) }
        put("\(line)\n")
      }
    } else {
      put("\(line)\n")
    }
  }

  // MARK: On one line

  /// A value on one line; nil where it needs more room, has a remark, or is a text of several lines.
  private static func flow(_ value: YAMLValue, room: Int) -> String? {
    if case .list(let values) = value, values.isEmpty { return "[]" }
    if case .mapping(let pairs) = value, pairs.isEmpty { return "{}" }
    guard room > 0 else { return nil }
    var line = ""
    var left = room
    return write(value, to: &line, left: &left) ? line : nil
  }

  private static func write(_ value: YAMLValue, to line: inout String, left: inout Int) -> Bool {
    func put(_ text: String) -> Bool {
      // Columns count characters; bytes say fast that there is room.
      left -= text.utf8.count <= 8 ? text.utf8.count : text.unicodeScalars.count
      line += text
      return left >= 0
    }
    switch value {
    case .text(let text):
      guard text.utf8.count <= 4 * left, !text.utf8.contains(0x0A) else { return false }
      return put(YAMLScalars.inline(text, inFlow: true, isWord: false))
    case .word(let word):
      guard word.utf8.count <= 4 * left else { return false }
      return put(YAMLScalars.inline(word, inFlow: true, isWord: true))
    case .truth(let value): return put("\(value)")
    case .remarked: return false
    case .list(let values):
      guard put("[") else { return false }
      for (number, value) in values.enumerated() {
        guard number == 0 || put(", "), write(value, to: &line, left: &left) else { return false }
      }
      return put("]")
    case .mapping(let pairs):
      guard put(pairs.isEmpty ? "{" : "{ ") else { return false }
      for (number, pair) in pairs.enumerated() {
        let isWord = !YAMLScalars.meansSomething(pair.key)
        guard pair.key.utf8.count <= longestKey, number == 0 || put(", "),
          put(YAMLScalars.inline(pair.key, inFlow: true, isWord: isWord) + ": "),
          write(pair.value, to: &line, left: &left)
        else { return false }
      }
      return put(pairs.isEmpty ? "}" : " }")
    }
  }
}
