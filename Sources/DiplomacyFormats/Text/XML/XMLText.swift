/// Elements of XML as text, for files of millions of them: what it escapes is what libxml2 escapes.
package struct XMLText: Sendable {
  private var blocks: [[UInt8]] = []
  private var block: [UInt8] = []
  /// How many characters became U+FFFD because XML 1.0 cannot hold them.
  private(set) var replacedCharacters = 0
  private static let size = 1 << 20

  package init() {}

  /// Takes the bytes out, in blocks.
  consuming func takeBlocks() -> [[UInt8]] { block.isEmpty ? blocks : blocks + [block] }

  /// Adds markup as it is.
  package mutating func markup(_ bytes: [UInt8]) { block += bytes }

  /// Adds markup as it is.
  package mutating func markup(_ text: StaticString) {
    text.withUTF8Buffer { unsafe block.append(contentsOf: $0) }
  }

  /// Adds what needs no escapes, such as a number.
  package mutating func ascii(_ text: String) { block += text.utf8 }

  /// Says that an element is whole, so that a long text is kept in blocks.
  package mutating func endBlock() {
    guard block.count >= Self.size else { return }
    blocks.append(block)
    block = []
    block.reserveCapacity(Self.size + 4096)
  }

  /// Takes the line end after the last element away, which comes with what follows.
  mutating func endWithoutLineEnd() {
    if block.isEmpty, let last = blocks.popLast() { block = last }
    if block.last == 0x0A { block.removeLast() }
  }

  /// Adds a text between tags.
  package mutating func text(_ text: String) { add(text, isAttribute: false) }

  /// Adds the value of an attribute, without the quotation marks around it.
  package mutating func value(_ text: String) { add(text, isAttribute: true) }

  private mutating func add(_ text: String, isAttribute: Bool) {
    var text = text
    let isPlain = unsafe text.withUTF8 { bytes in
      for byte in unsafe bytes where byte < 0x20 || byte == 0xEF || byte == 0x22 || byte == 0x26
        || byte == 0x3C || byte == 0x3E
      { return false }
      unsafe block.append(contentsOf: bytes)
      return true
    }
    if isPlain { return }
    if let (legal, replaced) = XMLWriter.legal(text) {
      text = legal
      replacedCharacters += replaced
    }
    for byte in text.utf8 {
      switch byte {
      case 0x26: block += "&amp;".utf8
      case 0x3C: block += "&lt;".utf8
      case 0x3E: block += "&gt;".utf8
      case 0x22: block += "&quot;".utf8
      case 0x0D: block += "&#13;".utf8
      case 0x0A where isAttribute: block += "&#10;".utf8
      case 0x09 where isAttribute: block += "&#9;".utf8
      default: block.append(byte)
      }
    }
  }
}
