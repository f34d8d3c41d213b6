/// A node of a YAML text, with its place.
///
/// A tree of nodes is as deep as ``YAMLDocument`` lets it be, so that it can be walked, and freed, by recursion.
enum Node {
  case scalar(Scalar)
  case mapping(Mapping)
  case sequence(List)

  /// A line and a column in half the room.
  struct Mark {
    private let line: UInt32
    private let column: UInt32

    init(_ place: Diagnostic.Place) {
      line = UInt32(clamping: place.line)
      column = UInt32(clamping: place.column)
    }

    var place: Diagnostic.Place { Diagnostic.Place(line: Int(line), column: Int(column)) }
  }

  /// A text.
  struct Scalar {
    let string: String
    let mark: Mark
    /// Whether it stands without quotes.
    let isPlain: Bool
  }

  /// Pairs of a key and a value, in the order of the text.
  struct Mapping: RandomAccessCollection {
    let pairs: [(key: Node, value: Node)]
    let mark: Mark

    var startIndex: Int { pairs.startIndex }
    var endIndex: Int { pairs.endIndex }
    subscript(position: Int) -> (key: Node, value: Node) { pairs[position] }

    /// The value of a key.
    /// - Complexity: O(*k*); *k* keys.
    subscript(key: String) -> Node? { pairs.first { $0.key.string == key }?.value }
  }

  /// Nodes one after the other.
  struct List: RandomAccessCollection {
    let members: [Node]
    let mark: Mark

    var startIndex: Int { members.startIndex }
    var endIndex: Int { members.endIndex }
    subscript(position: Int) -> Node { members[position] }
  }

  /// The same node with its places moved.
  func moved(_ move: (Diagnostic.Place) -> Diagnostic.Place) -> Node {
    switch self {
    case .scalar(let scalar):
      .scalar(Scalar(string: scalar.string, mark: Mark(move(scalar.mark.place)), isPlain: scalar.isPlain))
    case .mapping(let mapping):
      .mapping(
        Mapping(
          pairs: mapping.pairs.map { ($0.key.moved(move), $0.value.moved(move)) },
          mark: Mark(move(mapping.mark.place))))
    case .sequence(let list):
      .sequence(List(members: list.members.map { $0.moved(move) }, mark: Mark(move(list.mark.place))))
    }
  }

  /// The text of a scalar; nil for anything else.
  var string: String? { if case .scalar(let scalar) = self { scalar.string } else { nil } }
  /// The mapping that it is, if it is one.
  var mapping: Mapping? { if case .mapping(let mapping) = self { mapping } else { nil } }
  /// The list that it is, if it is one.
  var sequence: List? { if case .sequence(let list) = self { list } else { nil } }

  /// Where the node begins.
  var place: Diagnostic.Place? {
    switch self {
    case .scalar(let scalar): scalar.mark.place
    case .mapping(let mapping): mapping.mark.place
    case .sequence(let list): list.mark.place
    }
  }

  /// Whether the node is an empty value: nothing, `null` or `~`.
  var isNothing: Bool {
    guard case .scalar(let scalar) = self, scalar.isPlain else { return false }
    return scalar.string.isEmpty || scalar.string == "~" || scalar.string.lowercased() == "null"
  }

  /// What the node is, for a message: the words themselves, or the sort of collection.
  var found: String {
    switch self {
    case .scalar(let scalar):
      if isNothing { return "nothing" }
      return "'\(Node.shortened(scalar.string))'"
    case .mapping: return "a mapping"
    case .sequence: return "a list"
    }
  }

  /// The first line of a text, up to 60 characters of it.
  static func shortened(_ text: String) -> String {
    let visible = text.drop(while: \.isNewline).prefix(61).prefix { !$0.isNewline }.map {
      $0.unicodeScalars.first?.properties.generalCategory == .control ? "\u{FFFD}" : $0
    }
    return "\(String(visible.prefix(60)))\(visible.count > 60 ? "…" : "")"
  }
}
