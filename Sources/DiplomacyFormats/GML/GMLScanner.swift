/// The words of a GML file, one after the other.
struct GMLScanner {
  enum Token {
    /// A key, a number or another word.
    case word(Range<Int>)
    /// What stands between quotation marks.
    case string(Range<Int>)
    case open, close, end
  }

  let bytes: [UInt8]
  private var next: Int
  private var line = 1
  /// The place from which columns are counted: where the line begins, and a byte further for each that begins no character.
  private var lineStart: Int
  /// Where the last word begins.
  private(set) var place = Diagnostic.Place(line: 1, column: 1)
  /// Where a text begins whose quotation mark is never closed.
  private(set) var openQuote: Diagnostic.Place?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    next = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    lineStart = next
  }

  /// The next word.
  mutating func token() -> Token {
    skipBlanks()
    place = Diagnostic.Place(line: line, column: next - lineStart + 1)
    guard next < bytes.count else { return .end }
    switch bytes[next] {
    case UInt8(ascii: "["):
      next += 1
      return .open
    case UInt8(ascii: "]"):
      next += 1
      return .close
    case UInt8(ascii: "\""): return string()
    default:
      let start = next
      while next < bytes.count, !isSeparator(bytes[next]) {
        if bytes[next] & 0xC0 == 0x80 { lineStart += 1 }
        next += 1
      }
      return .word(start..<next)
    }
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\"")
  }

  /// Skips blanks, line ends, and lines that begin with `#`.
  private mutating func skipBlanks() {
    var isAtStart = next == lineStart
    while next < bytes.count {
      let byte = bytes[next]
      if byte == 0x0A || byte == 0x0D {
        endLine()
        isAtStart = true
      } else if byte <= 0x20 {
        next += 1
      } else if byte == UInt8(ascii: "#"), isAtStart {
        while next < bytes.count, bytes[next] != 0x0A, bytes[next] != 0x0D { next += 1 }
      } else {
        return
      }
    }
  }

  private mutating func endLine() {
    let isPair = bytes[next] == 0x0D && next + 1 < bytes.count && bytes[next + 1] == 0x0A
    next += isPair ? 2 : 1
    line += 1
    lineStart = next
  }

  private mutating func string() -> Token {
    next += 1
    let start = next
    while next < bytes.count {
      let byte = bytes[next]
      if byte == UInt8(ascii: "\""), !isEscaped(next) {
        next += 1
        return .string(start..<(next - 1))
      }
      if byte == 0x0A || byte == 0x0D {
        endLine()
      } else {
        if byte & 0xC0 == 0x80 { lineStart += 1 }
        next += 1
      }
    }
    openQuote = openQuote ?? place
    return .string(start..<next)
  }

  /// Whether a quotation mark has a backslash before it and belongs to the text, as some programs write it. Where it ends the
  /// text, the line ends there, or the list, or a key follows with its value.
  private func isEscaped(_ place: Int) -> Bool {
    guard bytes[place - 1] == UInt8(ascii: "\\") else { return false }
    var next = place + 1
    func skip(while isSkipped: (UInt8) -> Bool) {
      while next < min(bytes.count, place + 100), isSkipped(bytes[next]) { next += 1 }
    }
    skip { $0.isBlank }
    guard next < bytes.count, bytes[next] > 0x20, bytes[next] != UInt8(ascii: "]") else { return false }
    guard next > place + 1 else { return true }
    let key = next
    skip { !isSeparator($0) }
    guard next > key, next < bytes.count, bytes[next].isBlank else { return true }
    skip { $0.isBlank }
    guard next < bytes.count else { return true }
    let isValue =
      bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "[")
      || (0x2B...0x39).contains(bytes[next])
    return !isValue
  }
}
