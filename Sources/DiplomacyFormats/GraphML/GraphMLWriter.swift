public import Diplomacy

/// Writes a view of a graph as GraphML: every entity a node, every statement an edge.
///
/// The document suits NetworkX, igraph, Gephi and Cytoscape: typed keys, one for each domain; edge ids that are unique;
/// no defaults, no hyperedges, no nested graphs; facts with three values as text. n-ary agreements stay nodes.
/// The keys are listed in Documentation/Formats.md.
/// - Parameter view: What is written: all that is there possibly.
/// - Throws: When libxml2 refuses to write.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
public func graphML(_ view: GraphView) throws -> Export {
  let network = ExportedNetwork(view)
  let nodes = LegalIDs(view.graph.entities.map(\.id.rawValue))
  let edges = LegalIDs(view.graph.statements.map(\.id.rawValue))
  var xml = try XMLWriter()
  try xml.element(
    "graphml",
    [
      ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
      ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      (
        "xsi:schemaLocation",
        "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd"
      ),
    ]
  ) { xml in
    func declare(_ domain: String, _ name: String, _ kind: AttributeValue.Kind, _ xml: inout XMLWriter) throws
    {
      try xml.element(
        "key",
        [
          ("id", "\(domain)_\(name)"), ("for", domain), ("attr.name", name), ("attr.type", typeName(kind)),
        ])
    }
    for attribute in network.attributes {
      try declare("graph", attribute.name, attribute.value.kind, &xml)
    }
    for column in network.nodeColumns { try declare("node", column.name, column.kind, &xml) }
    for column in network.edgeColumns { try declare("edge", column.name, column.kind, &xml) }
    let isUndirected = network.direction == .undirected
    try xml.element("graph", [("id", "G"), ("edgedefault", isUndirected ? "undirected" : "directed")]) {
      xml in
      func write(_ key: String, _ value: AttributeValue, _ xml: inout XMLWriter) throws {
        try xml.element("data", [("key", key)], text: value.description)
      }
      for attribute in network.attributes { try write("graph_\(attribute.name)", attribute.value, &xml) }
      let nodeKeys = network.nodeColumns.map { "node_\($0.name)" }
      for node in network.nodes {
        try xml.element("node", [("id", nodes[node.entity.id.rawValue])]) { xml in
          for (key, value) in zip(nodeKeys, node.values) { if let value { try write(key, value, &xml) } }
        }
      }
      let edgeKeys = network.edgeColumns.map { "edge_\($0.name)" }
      for edge in network.edges {
        let statement = edge.statement
        try xml.element(
          "edge",
          [
            ("id", edges[statement.id.rawValue]), ("source", nodes[statement.subject.rawValue]),
            ("target", nodes[statement.object.rawValue]),
          ]
        ) { xml in
          for (key, value) in zip(edgeKeys, edge.values) { if let value { try write(key, value, &xml) } }
        }
      }
    }
  }
  var losses = network.losses
  losses.add(xml.replacedCharacters, "character that XML cannot hold", instead: "written as U+FFFD")
  return Export(bytes: try xml.finish(), losses: losses)
}

/// The type of GraphML for a kind of value.
private func typeName(_ kind: AttributeValue.Kind) -> String {
  switch kind {
  case .text: "string"
  case .integer: "int"
  case .number: "double"
  case .boolean: "boolean"
  }
}
