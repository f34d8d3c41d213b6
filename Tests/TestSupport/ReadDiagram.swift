import Foundation

/// A diagram's text as Graphviz' own program reads it, independently of the library that we draw with.
public struct ReadDiagram {
  /// What Graphviz or the diagram does not give.
  public struct Missing: Error, CustomStringConvertible {
    /// What is missing.
    public let description: String
  }

  /// A node of the diagram.
  public struct Node {
    /// Its id.
    public let id: String
    /// Its attributes.
    public let attributes: [String: String]
    /// The label's lines.
    public var label: [String] { shownText(attributes["label"] ?? "").components(separatedBy: "\n") }
  }
  /// An edge of the diagram.
  public struct Edge {
    /// The ids of its tail and head.
    public let ends: [String]
    /// Its attributes.
    public let attributes: [String: String]
  }
  /// The nodes.
  public let nodes: [Node]
  /// The edges.
  public let edges: [Edge]
  /// The attributes of the whole.
  public let attributes: [String: String]
  /// The caption, which is HTML in the eyes of Graphviz.
  public let caption: XMLTree

  /// Reads a text.
  /// - Throws: ``Missing`` when Graphviz does not read it, or warns.
  public init(_ dot: String, _ what: String) throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "graph.dot")
    try Data(dot.utf8).write(to: file)
    guard let program = Tools.dot else { throw Missing(description: "the program dot") }
    let canonical = try run(program, ["-Tcanon", file.path])
    guard canonical.code == 0, canonical.errors.isEmpty else {
      throw Missing(description: "\(what): \(canonical.errors)")
    }
    let outcome = try run(program, ["-Tdot_json", file.path])
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    guard let graph = json as? [String: Any] else { throw Missing(description: what) }
    func texts(_ members: [String: Any]) -> [String: String] { members.compactMapValues { $0 as? String } }
    attributes = texts(graph)
    let nodes = (graph["objects"] as? [[String: Any]] ?? []).map { object in
      Node(id: object["name"] as? String ?? "", attributes: texts(object))
    }
    self.nodes = nodes
    edges = (graph["edges"] as? [[String: Any]] ?? []).map { edge in
      Edge(
        ends: ["tail", "head"].compactMap { (edge[$0] as? Int).map { nodes[$0].id } }, attributes: texts(edge)
      )
    }
    caption = try XMLTree.parse(Array((attributes["label"] ?? "").utf8))
  }

  /// The node of an entity.
  public func node(_ id: String) throws -> Node {
    guard let node = nodes.first(where: { $0.id == id }) else { throw Missing(description: "the node \(id)") }
    return node
  }
  /// The first edge between two entities.
  public func edge(_ tail: String, _ head: String) throws -> Edge {
    guard let edge = edges.first(where: { $0.ends == [tail, head] }) else {
      throw Missing(description: "the edge \(tail) -> \(head)")
    }
    return edge
  }
  /// The texts in the caption's innermost cells, as Graphviz shows them: it takes `\\` for a backslash there too.
  public var captionTexts: [String] {
    caption.all("TD").filter { $0.all("TABLE").isEmpty }.map {
      $0.text.trimmingCharacters(in: .whitespaces).replacing("\\\\", with: "\\")
    }
  }
}

/// What an escape string of Graphviz shows: `\n` is a line end, `\\` a backslash, `&amp;` an ampersand.
public func shownText(_ escaped: String) -> String {
  var shown = ""
  let escaped = escaped.replacing("&amp;", with: "&")
  var isEscape = false
  for character in escaped {
    if isEscape {
      shown.append(character == "n" ? "\n" : character)
      isEscape = false
    } else if character == "\\" {
      isEscape = true
    } else {
      shown.append(character)
    }
  }
  return shown
}

/// A text without white space and control characters, which line breaks of labels change.
public func letters(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.filter { !$0.properties.isWhitespace && $0.properties.generalCategory != .control })
  )
}
