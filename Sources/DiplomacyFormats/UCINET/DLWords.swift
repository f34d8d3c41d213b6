/// The words of a DL file: between blanks, commas, equal signs and line ends, or in quotation marks.
struct DLWords {
  struct Word {
    let range: Range<Int>
    let isQuoted: Bool
    /// Whether a colon follows, as behind `data:`.
    var isHeading: Bool
    /// The line, from 1 on.
    let line: Int
    let place: Diagnostic.Place
  }

  let bytes: [UInt8]
  private(set) var next: Int
  private var line = 1
  private var lineStart: Int
  /// Whether colons end words: in the heading.
  var hasHeadings = true
  private var ahead: Word?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    next = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    lineStart = next
  }

  /// The next word, which stays the next.
  mutating func peek() -> Word? {
    if ahead == nil { ahead = read() }
    return ahead
  }

  /// The next word.
  mutating func word() -> Word? {
    if let word = ahead {
      ahead = nil
      return word
    }
    return read()
  }

  func text(_ word: Word) -> String { String(decoding: bytes[word.range], as: UTF8.self) }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "=")
  }

  private mutating func skip() {
    while next < bytes.count, isSeparator(bytes[next]) {
      let byte = bytes[next]
      next += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, next < bytes.count, bytes[next] == 0x0A { next += 1 }
      line += 1
      lineStart = next
    }
  }

  private mutating func read() -> Word? {
    skip()
    guard next < bytes.count else { return nil }
    let place = Diagnostic.Place(line: line, column: next - lineStart + 1)
    let isQuoted = bytes[next] == UInt8(ascii: "\"")
    if isQuoted { next += 1 }
    let start = next
    while next < bytes.count {
      let byte = bytes[next]
      if isQuoted ? byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D : isSeparator(byte) { break }
      if !isQuoted, hasHeadings, byte == UInt8(ascii: ":") { break }
      if byte & 0xC0 == 0x80 { lineStart += 1 }
      next += 1
    }
    var word = Word(range: start..<next, isQuoted: isQuoted, isHeading: false, line: line, place: place)
    if isQuoted, next < bytes.count, bytes[next] == UInt8(ascii: "\"") { next += 1 }
    if hasHeadings {
      var colon = next
      while colon < bytes.count, bytes[colon].isBlank { colon += 1 }
      if colon < bytes.count, bytes[colon] == UInt8(ascii: ":") {
        next = colon + 1
        word.isHeading = true
      }
    }
    return word
  }
}
