import Diplomacy

/// Writes JSON into bytes: the writer of large files, where ``JSONValue`` would hold all of it at once.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var hasMembers = false

  /// Nothing is written yet.
  init() {}

  /// Writes text as it is.
  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes a text in quotes.
  mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: raw("\\n")
      case 0x0D: raw("\\r")
      case 0x09: raw("\\t")
      case 0..<0x20, 0x7F:
        raw("\\u00")
        bytes += [byte >> 4, byte & 0xF].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a value.
  mutating func value(_ value: AttributeValue) {
    switch value {
    case .text(let text): quoted(text)
    // A number without digits is none that JSON has.
    case .number(let number) where !number.isFinite: quoted(number.description)
    default: raw(value.description)
    }
  }

  /// Begins an object.
  mutating func beginObject() {
    bytes.append(UInt8(ascii: "{"))
    hasMembers = false
  }

  /// Ends an object, which then is a member of another.
  mutating func endObject() {
    bytes.append(UInt8(ascii: "}"))
    hasMembers = true
  }

  /// Writes the key of a member.
  mutating func key(_ name: String) {
    if hasMembers { raw(", ") }
    hasMembers = true
    quoted(name)
    raw(": ")
  }

  /// Writes a member.
  mutating func member(_ name: String, _ value: AttributeValue) {
    key(name)
    self.value(value)
  }

  /// Writes a member.
  mutating func member(_ name: String, _ text: String) {
    key(name)
    quoted(text)
  }

  /// Writes a list of elements, a line each.
  mutating func lines<Elements: Sequence>(
    indent: String = "    ", _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    var isEmpty = true
    raw("[")
    for element in elements {
      raw(isEmpty ? "\n" : ",\n")
      raw(indent)
      isEmpty = false
      write(&self, element)
    }
    raw(isEmpty ? "]" : "\n\(indent.dropLast(2))]")
  }
}
