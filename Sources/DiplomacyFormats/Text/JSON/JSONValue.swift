/// A JSON value whose members keep their order, so that the same result gives the same bytes.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A finite number; others are written as `null`.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A member of an object.
  public struct Member: Hashable, Sendable {
    package let key: String
    package let value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// An object of members in the given order.
  public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member(key: $0.key, value: $0.value) })
  }

  /// A text, or null.
  public static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// The text of the value: objects and arrays that fit on a line of 120 characters stand on one, others are indented
  /// by two spaces.
  public var text: String {
    var text = ""
    write(to: &text, indent: 0, column: 0)
    return text + "\n"
  }

  /// The text of the value on one line, which ends with a line feed.
  public var line: String { (compactText(within: .max) ?? "null") + "\n" }

  /// The text of the value from a column on, as it stands inside of others.
  package func text(indentedBy indent: Int) -> String {
    var text = ""
    write(to: &text, indent: indent, column: indent)
    return text
  }

  /// The members of an object as they stand in one of many lines, without its braces; nothing for another value.
  package var memberLines: String {
    guard case .object(let members) = self else { return "" }
    var text = ""
    Self.write(members, to: &text, indent: 2)
    return text
  }

  private static let lineWidth = 120

  /// Writes the value from a column on; its own lines are indented.
  private func write(to text: inout String, indent: Int, column: Int) {
    // A comma may follow.
    if let compact = compactText(within: Self.lineWidth - column - 1) {
      text += compact
      return
    }
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        text += (index == 0 ? "\n" : ",\n") + inner
        value.write(to: &text, indent: indent + 2, column: indent + 2)
      }
      text += "\n\(outer)]"
    case .object(let members):
      text += "{\n"
      Self.write(members, to: &text, indent: indent + 2)
      text += "\n\(outer)}"
    default:
      text += scalarText
    }
  }

  private static func write(_ members: [Member], to text: inout String, indent: Int) {
    let inner = String(repeating: " ", count: indent)
    for (index, member) in members.enumerated() {
      let key = quoted(member.key) + ": "
      text += (index == 0 ? "" : ",\n") + inner + key
      member.value.write(to: &text, indent: indent, column: indent + key.unicodeScalars.count)
    }
  }

  /// The value on one line, or nil when that takes more than so many characters.
  private func compactText(within width: Int) -> String? {
    switch self {
    case .array(let values):
      guard !values.isEmpty else { return "[]" }
      return joined(values.map { ("", $0) }, "[", "]", width)
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      return joined(members.map { (Self.quoted($0.key) + ": ", $0.value) }, "{ ", " }", width)
    default:
      return scalarText
    }
  }

  private func joined(_ members: [(String, JSONValue)], _ open: String, _ close: String, _ width: Int)
    -> String?
  {
    var line = open
    var count = open.count + close.count
    for (index, (key, value)) in members.enumerated() {
      guard count < width, let text = value.compactText(within: width) else { return nil }
      let member = (index == 0 ? "" : ", ") + key + text
      count += member.unicodeScalars.count
      line += member
    }
    return count <= width ? line + close : nil
  }

  private var scalarText: String {
    switch self {
    case .null, .array, .object: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): value.isFinite ? plainNumber(value) : "null"
    case .string(let value): Self.quoted(value)
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}":
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// A number in the shortest text that reads back as the same number, without `.0` on whole ones.
package func plainNumber(_ value: Double) -> String {
  // Swift writes numbers from here on with an exponent, and none with ".0".
  if value == value.rounded(), abs(value) < 0x1p54 { return String(Int64(value)) }
  return value.description
}
