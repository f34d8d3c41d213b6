/// A value without members or elements, or the text of one that has them.
enum JSONScalar: Hashable {
  case missing
  case text(String)
  /// A number, as it is written.
  case number(String)
  case boolean(Bool)
  /// A list or an object, as JSON on one line.
  case nested(String)

  /// The value as a text; nil for one that is missing.
  var text: String? {
    switch self {
    case .missing: nil
    case .text(let text), .number(let text), .nested(let text): text
    case .boolean(let value): String(value)
    }
  }

  /// A finite number.
  var number: Double? {
    guard case .number(let text) = self, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  /// True or false, also as other programs write them.
  var boolean: Bool? {
    switch self {
    case .boolean(let value): value
    case .text(let text): ["true": true, "false": false, "yes": true, "no": false][text.lowercased()]
    default: nil
    }
  }
}

extension JSONReader {
  /// Hands the members of an object over, whose brace has been read: each with its key, when its value is next.
  mutating func members(_ body: (inout JSONReader, String) throws(Fault) -> Void) throws(Fault) {
    while try next() == .key {
      let key = text
      try body(&self, key)
    }
  }

  /// Hands the elements of a list over, whose bracket has been read: each with its first piece.
  mutating func elements(_ body: (inout JSONReader, Token) throws(Fault) -> Void) throws(Fault) {
    while true {
      let token = try next()
      if token == .endList { return }
      try body(&self, token)
    }
  }

  /// Reads a value whole.
  mutating func scalar() throws(Fault) -> JSONScalar { try scalar(try next()) }

  /// Reads a value whole, of which the first piece has been read.
  mutating func scalar(_ first: Token) throws(Fault) -> JSONScalar {
    switch first {
    case .text: return .text(text)
    case .number: return text == "NaN" ? .missing : .number(text)
    case .boolean(let value): return .boolean(value)
    case .beginObject, .beginList: return .nested(try nestedText(first))
    default: return .missing
    }
  }

  /// Reads over a value, of which the first piece has been read.
  mutating func skip(_ first: Token) throws(Fault) {
    guard first == .beginObject || first == .beginList else { return }
    let outer = depth - 1
    while depth > outer { _ = try next() }
  }

  /// A list or an object on one line, as Python writes it.
  private mutating func nestedText(_ first: Token) throws(Fault) -> String {
    var writer = JSONWriter()
    let outer = depth - 1
    var isFirst = true
    var token = first
    while true {
      let isEnd = token == .endObject || token == .endList
      if !isFirst, !isEnd { writer.raw(", ") }
      isFirst = false
      switch token {
      case .beginObject, .beginList:
        writer.raw(token == .beginObject ? "{" : "[")
        isFirst = true
      case .endObject: writer.raw("}")
      case .endList: writer.raw("]")
      case .key:
        writer.quoted(text)
        writer.raw(": ")
        isFirst = true
      case .text: writer.quoted(text)
      case .number: writer.raw(text)
      case .boolean(let value): writer.raw(value ? "true" : "false")
      case .null: writer.raw("null")
      case .end: break
      }
      if depth == outer { break }
      token = try next()
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
