package import Diplomacy

/// Writes a view of a graph in the DOT language as data, and not as a drawing: every entity a node, every statement an edge,
/// with the attributes that all formats of networks share.
///
/// Values are quoted; in them `\n` is a line end and a doubled backslash one, as Graphviz has it in labels.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
package func plainDOT(_ view: GraphView) throws -> Export {
  let network = ExportedNetwork(view)
  var writer = PlainDOTWriter(network)
  return writer.export()
}

struct PlainDOTWriter {
  private let network: ExportedNetwork
  private var text: [UInt8] = []
  private var replaced = 0
  private var names: [String: String] = [:]

  init(_ network: ExportedNetwork) { self.network = network }

  mutating func export() -> Export {
    let isUndirected = network.direction == .undirected
    let odd = nameNodes()
    let title = value(.text(title))
    put("\(isUndirected ? "graph" : "digraph") \(title) {\n")
    put("  graph [entente=plain, charset=\"UTF-8\"")
    for attribute in network.attributes { add(attribute.name, attribute.value) }
    addKinds("graph_kinds", network.attributes.map { ($0.name, $0.value.kind) })
    addKinds("node_kinds", network.nodeColumns.filter(\.isKept).map { ($0.name, $0.kind) })
    addKinds("edge_kinds", network.edgeColumns.filter(\.isKept).map { ($0.name, $0.kind) })
    put("];\n")
    for node in network.nodes { put(node) }
    let arrow = isUndirected ? "--" : "->"
    for edge in network.edges {
      put("  \(name(edge.statement.subject)) \(arrow) \(name(edge.statement.object)) [")
      put(network.edgeColumns, edge.values, isFirst: true)
      if !isUndirected, !edge.isDirected { put(", dir=none") }
      put("];\n")
    }
    put("}\n")
    var losses = network.losses
    losses.add(
      odd, "id that DOT cannot hold", instead: "written otherwise; the id itself in 'entente_id'")
    losses.add(replaced, "character NUL", instead: "written as U+FFFD")
    return Export(bytes: text, losses: losses)
  }

  private var title: String {
    network.attributes.first { $0.name == "title" }?.value.description ?? "Untitled"
  }

  private mutating func put(_ words: String) { text.append(contentsOf: words.utf8) }

  // MARK: Nodes

  private mutating func put(_ node: ExportedNetwork.Node) {
    let id = node.entity.id
    put("  \(name(id)) [")
    if names[id.rawValue] != nil {
      put("entente_id=\(value(.text(id.rawValue))), ")
    }
    put(network.nodeColumns, node.values, isFirst: true)
    put("];\n")
  }

  /// Gives nodes whose ids cannot be written other names, and says how many there are.
  private mutating func nameNodes() -> Int {
    let ids = network.view.graph.entities.map(\.id.rawValue)
    let odd = ids.filter { !Self.isWritable($0) }
    guard !odd.isEmpty else { return 0 }
    var taken = Set(ids.map { Array($0.utf8) })
    for id in odd {
      let base = id.unicodeScalars.map { $0 == "\\" || $0 == "\0" ? "/" : String($0) }.joined()
      var (name, number) = (base, 1)
      while !taken.insert(Array(name.utf8)).inserted {
        number += 1
        name = "\(base)-\(number)"
      }
      names[id] = name
    }
    return odd.count
  }

  /// Whether an id can be written: there is no way to write a backslash before quotes, a line end or the end.
  private static func isWritable(_ id: String) -> Bool {
    guard id.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == 0 }) else { return true }
    var isAfterBackslash = false
    for byte in id.utf8 {
      if byte == 0
        || isAfterBackslash
          && (byte == UInt8(ascii: "\"") || byte == 10 || byte == 13 || byte == UInt8(ascii: "\\"))
      {
        return false
      }
      isAfterBackslash = byte == UInt8(ascii: "\\")
    }
    return !isAfterBackslash
  }

  private func name(_ id: EntityID) -> String { quoted(names[id.rawValue] ?? id.rawValue) }

  // MARK: Attributes

  private mutating func put(
    _ columns: [ExportedNetwork.Column], _ values: [AttributeValue?], isFirst: Bool
  ) {
    var isFirst = isFirst
    for (column, value) in zip(columns, values) {
      guard let value else { continue }
      let words = "\(key(column.name))=\(self.value(value))"
      put(isFirst ? words : ", \(words)")
      isFirst = false
    }
  }

  private mutating func add(_ name: String, _ value: AttributeValue) {
    let words = self.value(value)
    put(", \(key(name))=\(words)")
  }

  private mutating func addKinds(_ name: String, _ kinds: [(name: String, kind: AttributeValue.Kind)]) {
    let lines = kinds.filter { $0.kind != .text && !$0.name.utf8.contains(10) }.map {
      "\($0.kind.rawValue) \($0.name)"
    }
    if !lines.isEmpty { add(name, .text(lines.joined(separator: "\n"))) }
  }

  private static let keywords: Set<String> = ["node", "edge", "graph", "digraph", "subgraph", "strict"]

  /// What the attribute `name` is called: pydot takes one of that name for the node's own.
  static let nameKey = "full_name"

  private func key(_ name: String) -> String {
    let name = name == "name" ? Self.nameKey : name
    let isPlain =
      !name.isEmpty && !Self.keywords.contains(name.lowercased()) && name.utf8.first.map { $0 > 0x39 } == true
      && name.utf8.allSatisfy {
        $0 == UInt8(ascii: "_") || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
          || (0x61...0x7A).contains($0)
      }
    return isPlain ? name : quoted(name)
  }

  private mutating func value(_ value: AttributeValue) -> String {
    switch value {
    case .integer(let number): return String(number)
    case .number(let number):
      let text = number.description
      return text.contains("e") ? "\"\(text)\"" : text
    case .boolean, .text: break
    }
    var words = "\""
    for scalar in value.description.unicodeScalars {
      switch scalar {
      case "\"": words += "\\\""
      case "\\": words += "\\\\"
      case "\n": words += "\\n"
      case "\0":
        words += "\u{FFFD}"
        replaced += 1
      default: words.unicodeScalars.append(scalar)
      }
    }
    return words + "\""
  }

  /// A name in quotes, in which only quotes are escaped.
  private func quoted(_ name: String) -> String {
    var words = "\""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"": words += "\\\""
      case "\0": words += "\u{FFFD}"
      default: words.unicodeScalars.append(scalar)
      }
    }
    return words + "\""
  }
}
