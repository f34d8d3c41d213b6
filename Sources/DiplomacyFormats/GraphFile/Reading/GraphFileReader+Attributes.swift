import Diplomacy

/// What another program says of something, kept in a graph file.
extension GraphFileReader {
  /// A mapping of names to texts, numbers, and truths; in the order of the names.
  mutating func attributes(_ field: Fields.Field?) -> [Attribute] {
    guard let field, let mapping = findings.mapping(field.value, "a mapping of names to values") else {
      return []
    }
    return mapping.compactMap { key, value -> Attribute? in
      guard case .scalar(let name) = key, !name.string.isEmpty else {
        findings.error(key.place, "found \(key.found) as the name of an attribute; expected a text.")
        return nil
      }
      guard case .scalar(let scalar) = value, !value.isNothing else {
        findings.error(
          value.place,
          "found \(value.found) as the value of '\(Node.shortened(name.string))'; expected a text, a number, true or false."
        )
        return nil
      }
      return Attribute(
        name.string, scalar.isPlain ? AttributeValue(plain: scalar.string) : .text(scalar.string))
    }.sorted { $0.name < $1.name }
  }
}

extension AttributeValue {
  /// What a text without quotes stands for: a truth, a number as numbers are written, or else a text.
  fileprivate init(plain text: String) {
    if text == "true" || text == "false" {
      self = .boolean(text == "true")
    } else if let number = Int(text), String(number) == text {
      self = .integer(number)
    } else if let number = Double(text), number.isFinite, Self.looksLikeNumber(text) {
      self = .number(number)
    } else {
      self = .text(text)
    }
  }

  /// Whether a text has digits, and a point or an exponent; `007` is a text, as is `0x1F`.
  private static func looksLikeNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /[-+]?([0-9]+|[0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?/) != nil
      && !(text.allSatisfy { $0.isNumber || $0 == "-" || $0 == "+" }
        && text.drop { $0 == "-" || $0 == "+" }.first == "0" && text != "-0")
  }
}

extension Findings {
  /// How much a link weighs: a number that is not negative.
  mutating func weight(_ node: Node) -> Double? {
    if case .scalar(let scalar) = node, let number = Double(scalar.string), number.isFinite, number >= 0 {
      return number
    }
    error(node.place, "found \(node.found); expected how much the link weighs, as a number from 0 on.")
    return nil
  }
}
