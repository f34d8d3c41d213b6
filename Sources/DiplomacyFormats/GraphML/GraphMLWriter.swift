public import Diplomacy

/// Writes a view of a graph as GraphML: every entity a node, every statement an edge.
///
/// The document suits NetworkX, igraph, Gephi and Cytoscape: typed keys, one for each domain, and only those that are used;
/// edge ids that are unique; no defaults, no hyperedges, no nested graphs, one direction for all edges; facts with three values as
/// text. n-ary agreements stay nodes. The keys, and what `options` for one program change, are listed in Documentation/Formats.md.
/// - Parameters:
///   - view: What is written: all that is there possibly.
///   - options: For which program, and how nodes are drawn.
/// - Throws: When libxml2 refuses to write, or what the drawing throws.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
public func graphML(_ view: GraphView, _ options: WritingOptions = WritingOptions()) throws -> Export {
  let network = ExportedNetwork(view)
  let dialect = options.dialect.flatMap { GraphMLDialect(rawValue: $0) }
  let looks = GraphMLLooks(network, options, isDrawn: dialect == .yed || dialect == .gephi)
  var writer = GraphMLBody(network, dialect, looks)
  let body = writer.body()
  var xml = try XMLWriter()
  var attributes: [XMLWriter.Attribute] = [
    ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    (
      "xsi:schemaLocation",
      "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd"
    ),
  ]
  if dialect == .yed { attributes.append(("xmlns:y", "http://www.yworks.com/xml/graphml")) }
  let isUndirected = network.direction == .undirected
  let used = writer.usedKeys
  try xml.element("graphml", attributes) { xml in
    for attribute in network.attributes {
      try xml.declare(.graph, attribute.name, attribute.value.kind)
    }
    for (name, kind) in used.nodes { try xml.declare(.node, name, kind) }
    for (name, kind) in used.edges { try xml.declare(.edge, name, kind) }
    if dialect == .yed {
      for domain in ["node", "edge"] {
        try xml.element(
          "key", [("id", "\(domain)_graphics"), ("for", domain), ("yfiles.type", "\(domain)graphics")])
      }
    }
    try xml.element("graph", [("id", "G"), ("edgedefault", isUndirected ? "undirected" : "directed")]) {
      xml in
      for attribute in network.attributes {
        try xml.element("data", [("key", "graph_\(attribute.name)")], text: attribute.value.description)
      }
      try xml.elements(body)
    }
  }
  var losses = network.losses
  if network.direction == .mixed || dialect == .neo4j, dialect?.hasMixedDirections != true {
    losses.add(
      network.statements.count { !ExportedNetwork.isDirected($0) }, "edge that leads both ways",
      instead: "written as one that leads one way, with 'directed' no")
  }
  losses.add(xml.replacedCharacters, "character that XML cannot hold", instead: "written as U+FFFD")
  return Export(bytes: try xml.finish(), losses: losses.adding(looks.losses))
}

extension XMLWriter {
  /// Declares a key.
  fileprivate mutating func declare(
    _ domain: GraphMLKeys.Domain, _ name: String, _ kind: AttributeValue.Kind
  ) throws {
    let type =
      switch kind {
      case .text: "string"
      case .integer: "int"
      case .number: "double"
      case .boolean: "boolean"
      }
    try element(
      "key",
      [
        ("id", "\(domain.rawValue)_\(name)"), ("for", domain.rawValue), ("attr.name", name),
        ("attr.type", type),
      ])
  }
}
