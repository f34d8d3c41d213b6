/// What another program says of an entity, a statement or a graph, and the model has no word for: a colour, a place in a
/// drawing, a score. It is kept, and written out again.
public struct Attribute: Hashable, Sendable {
  /// What it is called there.
  public let name: String
  /// What is said.
  public let value: AttributeValue

  /// An attribute.
  public init(_ name: String, _ value: AttributeValue) {
    self.name = name
    self.value = value
  }
}

/// The value of an attribute.
public enum AttributeValue: Hashable, Sendable, CustomStringConvertible {
  case text(String)
  case integer(Int)
  /// A number; what has no digits (`NaN`, `inf`) is a text.
  case number(Double)
  case boolean(Bool)

  /// What kind of value it is.
  public enum Kind: String, Hashable, Sendable {
    case text, integer, number, boolean
  }

  /// What kind of value it is.
  public var kind: Kind {
    switch self {
    case .text: .text
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    }
  }

  /// The value as a text: `true`, `3`, `0.5`.
  public var description: String {
    switch self {
    case .text(let text): text
    case .integer(let value): String(value)
    case .number(let value): value.description
    case .boolean(let value): String(value)
    }
  }

  /// A text as a value of a kind; as a text where it is none.
  public init(_ text: String, as kind: Kind) {
    switch kind {
    case .text: self = .text(text)
    case .integer: self = Int(text).map(AttributeValue.integer) ?? .text(text)
    case .number: self = Double(text).flatMap { $0.isFinite ? .number($0) : nil } ?? .text(text)
    case .boolean:
      switch text.lowercased() {
      case "true", "1": self = .boolean(true)
      case "false", "0": self = .boolean(false)
      default: self = .text(text)
      }
    }
  }
}
