/// A piece of a JSON-LD document, with its place.
struct LinkedValue {
  indirect enum Content {
    case null
    case text(String)
    /// A number, as it is written.
    case number(String)
    case boolean(Bool)
    case list([LinkedValue])
    case node(LinkedNode)
  }

  let place: Diagnostic.Place
  let content: Content

  /// What it is, for messages: `the text 'x'`.
  var words: String {
    switch content {
    case .null: "null"
    case .text(let text): "the text '\(Node.shortened(text))'"
    case .number(let text): "the number \(Node.shortened(text))"
    case .boolean(let value): String(value)
    case .list: "a list"
    case .node: "an object"
    }
  }
}

/// An object of a JSON-LD document.
struct LinkedNode {
  let place: Diagnostic.Place
  fileprivate(set) var members: [String: LinkedValue] = [:]

  subscript(key: String) -> LinkedValue? {
    guard let value = members[key] else { return nil }
    if case .null = value.content { return nil }
    return value
  }
}

extension JSONReader {
  /// Reads a value with all that is inside, of which the first piece has been read; it is nested no deeper than the reader allows.
  mutating func linkedValue(_ first: Token) throws(Fault) -> LinkedValue {
    let place = place
    let content: LinkedValue.Content
    switch first {
    case .text: content = .text(text)
    case .number: content = .number(text)
    case .boolean(let value): content = .boolean(value)
    case .beginList:
      var values: [LinkedValue] = []
      try elements { (reader, token) throws(Fault) in values.append(try reader.linkedValue(token)) }
      content = .list(values)
    case .beginObject:
      var node = LinkedNode(place: place)
      try members { (reader, key) throws(Fault) in
        node.members[key] = try reader.linkedValue(try reader.next())
      }
      content = .node(node)
    default: content = .null
    }
    return LinkedValue(place: place, content: content)
  }
}
