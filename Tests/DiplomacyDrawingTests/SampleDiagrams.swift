import Diplomacy
import Foundation
import TestSupport
import Testing

/// A diagram's text as Graphviz' own program reads it, independently of the library that we draw with.
struct ReadDiagram {
  struct Node {
    let id: String
    let attributes: [String: String]
    /// The label's lines.
    var label: [String] { shownText(attributes["label"] ?? "").components(separatedBy: "\n") }
  }
  struct Edge {
    let ends: [String]
    let attributes: [String: String]
  }
  let nodes: [Node]
  let edges: [Edge]
  let attributes: [String: String]
  /// The caption, which is HTML in the eyes of Graphviz.
  let caption: XMLTree

  /// Reads a text; a failed expectation when Graphviz does not.
  init(_ dot: String, _ what: String) throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "graph.dot")
    try Data(dot.utf8).write(to: file)
    let program = try #require(Tools.dot)
    let canonical = try run(program, ["-Tcanon", file.path])
    #expect(canonical.code == 0 && canonical.errors.isEmpty, "\(what): \(canonical.errors)")
    let outcome = try run(program, ["-Tdot_json", file.path])
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let graph = try #require(json as? [String: Any], "\(what)")
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
  func node(_ id: String) throws -> Node { try #require(nodes.first { $0.id == id }, "\(id)") }
  /// The first edge between two entities.
  func edge(_ tail: String, _ head: String) throws -> Edge {
    try #require(edges.first { $0.ends == [tail, head] }, "\(tail) -> \(head)")
  }
  /// The texts in the caption's innermost cells, as Graphviz shows them: it takes `\\` for a backslash there too.
  var captionTexts: [String] {
    caption.all("TD").filter { $0.all("TABLE").isEmpty }.map {
      $0.text.trimmingCharacters(in: .whitespaces).replacing("\\\\", with: "\\")
    }
  }
}

/// What an escape string of Graphviz shows: `\n` is a line end, `\\` a backslash, `&amp;` an ampersand.
func shownText(_ escaped: String) -> String {
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
func letters(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.filter { !$0.properties.isWhitespace && $0.properties.generalCategory != .control })
  )
}
