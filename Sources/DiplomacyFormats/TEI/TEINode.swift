/// An element of a TEI document with all that it holds.
struct TEINode {
  /// What an element holds: texts and elements, in order.
  enum Content {
    case text(String)
    case node(TEINode)
  }

  /// The name, without a prefix.
  let name: String
  /// The attributes by name; those of XML itself are called `xml:id` and `xml:lang`.
  let attributes: [String: String]
  /// Where it begins.
  let place: Diagnostic.Place
  /// What it holds.
  var contents: [Content] = []

  /// An attribute that says something.
  subscript(attribute: String) -> String? { attributes[attribute].flatMap { $0.isEmpty ? nil : $0 } }

  /// The elements inside, in order.
  var children: [TEINode] {
    contents.compactMap { if case .node(let node) = $0 { node } else { nil } }
  }

  /// The elements inside of some names, in order.
  func children(_ names: String...) -> [TEINode] { children.filter { names.contains($0.name) } }

  /// The first element inside of a name.
  func first(_ name: String) -> TEINode? { children.first { $0.name == name } }

  /// All elements of some names at any depth, in order, but none inside of one another.
  func all(_ names: Set<String>) -> [TEINode] {
    children.flatMap { names.contains($0.name) ? [$0] : $0.all(names) }
  }

  /// The whole text as it stands.
  var text: String {
    contents.map {
      switch $0 {
      case .text(let text): text
      case .node(let node): node.text
      }
    }.joined()
  }

  /// The pointers in an attribute, which spaces divide.
  func pointers(_ attribute: String) -> [String] {
    (attributes[attribute] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

extension TEINode {
  /// What stands beside a name or a description, and is none of it.
  private static let asides: Set<String> = [
    "note", "noteGrp", "bibl", "biblStruct", "ptr", "idno", "certainty", "location", "geo",
  ]
  /// Of two ways to write a thing, the one that is not taken.
  private static let unregulated: Set<String> = ["orig", "sic", "abbr"]

  /// The text for people: of a choice the regular form, without notes, with single spaces, and one between the parts of a
  /// name.
  var words: String {
    var pieces: [String] = []
    collect(&pieces)
    return pieces.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func collect(_ pieces: inout [String]) {
    var afterNode = false
    let isChoice = name == "choice" && children.contains { !Self.unregulated.contains($0.name) }
    for content in contents {
      switch content {
      case .text(let text):
        pieces.append(text)
        afterNode = false
      case .node(let node):
        guard !Self.asides.contains(node.name), !(isChoice && Self.unregulated.contains(node.name)) else {
          continue
        }
        // `<forename>Otto</forename><surname>Bismarck</surname>`, but not inside of a word.
        if afterNode, Self.parts.contains(node.name) { pieces.append(" ") }
        if node.name == "lb" || node.name == "p" { pieces.append(" ") }
        node.collect(&pieces)
        afterNode = true
      }
    }
  }

  private static let parts: Set<String> = [
    "forename", "surname", "nameLink", "addName", "genName", "roleName", "persName", "orgName", "placeName",
    "settlement", "region", "country", "district", "geogName", "name", "item", "label", "desc", "p", "date",
  ]

  /// A name; a surname that stands first has a comma after it.
  var nameWords: String {
    let names = children.map(\.name)
    let hasText = contents.contains {
      if case .text(let text) = $0 { !text.allSatisfy(\.isWhitespace) } else { false }
    }
    guard !hasText, let surname = names.firstIndex(of: "surname"),
      let forename = names.firstIndex(of: "forename"), surname < forename
    else { return words }
    let parts = children.filter { !Self.asides.contains($0.name) }
    func text(_ parts: [TEINode]) -> String {
      parts.map(\.words).filter { !$0.isEmpty }.joined(separator: " ")
    }
    let isFirst: (TEINode) -> Bool = { ["surname", "nameLink", "roleName"].contains($0.name) }
    let (first, last) = (text(parts.filter(isFirst)), text(parts.filter { !isFirst($0) }))
    return last.isEmpty ? first : first.isEmpty ? last : "\(first), \(last)"
  }
}
