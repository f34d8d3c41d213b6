import Diplomacy

/// Writes a view of a graph in the Hypergraph Interchange Format: agreements and events are edges, actors and territories nodes.
///
/// What a node is to an edge, or an edge to a node, stands with its dates at the incidence; `direction` is `tail` where the node
/// is the subject. A statement about two nodes is an edge of two nodes, and one about two edges, for which HIF has no place, an
/// entry of `entente-statements` in the metadata.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
func hifJSON(_ view: GraphView) -> Export {
  let network = ExportedNetwork(view)
  let nodes = JSONMembers(network.nodeColumns)
  let edges = JSONMembers(network.edgeColumns, besides: ["subject"])
  let hyperedges = Set(view.entities.lazy.filter { $0.entity.isHyperedge }.map(\.entity.id))
  func joins(_ edge: ExportedNetwork.Edge) -> HIFPlace {
    switch (hyperedges.contains(edge.statement.subject), hyperedges.contains(edge.statement.object)) {
    case (true, true): .metadata
    case (false, false): .edge
    case (let isEdgeSubject, _): .incidence(isEdgeSubject: isEdgeSubject)
    }
  }
  let all = network.edges
  var writer = HIFWriter(
    nodes: nodes, edges: edges, nodeColumns: network.nodeColumns, edgeColumns: network.edgeColumns)
  for entity in view.entities where entity.entity.isHyperedge {
    _ = writer.names.unique(entity.entity.id.rawValue)
  }
  for edge in all {
    guard case .edge = joins(edge) else { continue }
    writer.edgeNames[edge.statement.id] = writer.names.unique(edge.statement.id.rawValue)
  }
  let stated = network.attributes.first { $0.name == "network-type" }?.value.description
  let type = stated.flatMap { ["directed", "asc"].contains($0) ? $0 : nil }
  writer.json.raw("{")
  writer.json.line("network-type", isFirst: true) { $0.quoted(type ?? "undirected") }
  let lost = all.filter { if case .metadata = joins($0) { true } else { false } }
  writer.json.line("metadata") { json in
    json.beginObject()
    for attribute in network.namedAttributes where type == nil || attribute.name != "network-type" {
      json.member(attribute.name, attribute.value)
    }
    if !lost.isEmpty {
      json.key(HIFReader.joinsKey)
      json.lines(lost) { json, edge in
        json.beginObject()
        json.member("source", edge.statement.subject.rawValue)
        json.member("target", edge.statement.object.rawValue)
        edges.write(edge.values, to: &json)
        json.endObject()
      }
    }
    json.endObject()
  }
  writer.list("nodes", network.nodes.lazy.filter { !$0.entity.isHyperedge }) { $0.write($1, as: "node") }
  writer.json.raw(",\n  \"edges\": [")
  var isFirst = true
  for node in network.nodes where node.entity.isHyperedge {
    writer.separate(&isFirst)
    writer.write(node, as: "edge")
  }
  for edge in all {
    guard case .edge = joins(edge) else { continue }
    writer.separate(&isFirst)
    writer.writeEdge(edge)
  }
  writer.json.raw(isFirst ? "]" : "\n  ]")
  writer.json.raw(",\n  \"incidences\": [")
  isFirst = true
  for edge in all {
    switch joins(edge) {
    case .metadata: continue
    case .edge: writer.writeEnds(of: edge, &isFirst)
    case .incidence(let isEdgeSubject): writer.writeIncidence(edge, isEdgeSubject, &isFirst)
    }
  }
  writer.json.raw(isFirst ? "]" : "\n  ]")
  writer.json.raw("\n}\n")
  var losses = network.losses
  edges.note("edges", in: &losses)
  losses.add(
    lost.count, "statement about two agreements or events",
    instead: "written to '\(HIFReader.joinsKey)' in the metadata, which other programs do not look at")
  return Export(bytes: writer.json.bytes, losses: losses)
}

/// Where a statement stands.
private enum HIFPlace {
  case metadata, edge
  case incidence(isEdgeSubject: Bool)
}

extension Entity {
  /// Whether it is an edge of a hypergraph, and not a node.
  fileprivate var isHyperedge: Bool { category == .agreement || category == .event }
}

private struct HIFWriter {
  var json = JSONWriter()
  let nodes: JSONMembers
  let edges: JSONMembers
  let nodeColumns: [ExportedNetwork.Column]
  let edgeColumns: [ExportedNetwork.Column]
  var names = JSONNames()
  /// What the edges are called that are statements.
  var edgeNames: [StatementID: String] = [:]
  private let nodeWeight: Int?
  private let edgeWeight: Int?
  private let direction: Int?

  init(
    nodes: JSONMembers, edges: JSONMembers, nodeColumns: [ExportedNetwork.Column],
    edgeColumns: [ExportedNetwork.Column]
  ) {
    (self.nodes, self.edges, self.nodeColumns, self.edgeColumns) = (nodes, edges, nodeColumns, edgeColumns)
    nodeWeight = nodes.numbers("weight")
    edgeWeight = edgeColumns.firstIndex { $0.name == "weight" && !$0.isKept }
    direction = edgeColumns.firstIndex { $0.name == "direction" && $0.isKept }
  }

  mutating func list<Elements: Sequence>(
    _ name: String, _ elements: Elements, _ write: (inout HIFWriter, Elements.Element) -> Void
  ) {
    json.raw(",\n  \"\(name)\": [")
    var isFirst = true
    for element in elements {
      separate(&isFirst)
      write(&self, element)
    }
    json.raw(isFirst ? "]" : "\n  ]")
  }

  mutating func separate(_ isFirst: inout Bool) {
    json.raw(isFirst ? "\n    " : ",\n    ")
    isFirst = false
  }

  /// An entity, as a node or an edge.
  mutating func write(_ node: ExportedNetwork.Node, as what: String) {
    json.beginObject()
    json.member(what, node.entity.id.rawValue)
    let weight = nodeWeight.flatMap { node.values[$0] }
    if let weight { json.member("weight", weight) }
    json.key("attrs")
    json.beginObject()
    nodes.write(node.values, besides: weight == nil ? [] : Set([nodeWeight].compactMap(\.self)), to: &json)
    json.endObject()
    json.endObject()
  }

  /// A statement about two nodes, as an edge.
  mutating func writeEdge(_ edge: ExportedNetwork.Edge) {
    json.beginObject()
    json.member("edge", edgeNames[edge.statement.id] ?? edge.statement.id.rawValue)
    let left = writeWeight(edge)
    writeAttributes(edge, besides: left)
    json.endObject()
  }

  /// The two ends of such an edge.
  mutating func writeEnds(of edge: ExportedNetwork.Edge, _ isFirst: inout Bool) {
    for (end, direction) in [(edge.statement.subject, "tail"), (edge.statement.object, "head")] {
      separate(&isFirst)
      json.beginObject()
      json.member("edge", edgeNames[edge.statement.id] ?? edge.statement.id.rawValue)
      json.member("node", end.rawValue)
      json.member("direction", direction)
      json.key("attrs")
      json.beginObject()
      json.endObject()
      json.endObject()
    }
  }

  /// What a node is to an edge, or an edge to a node.
  mutating func writeIncidence(_ edge: ExportedNetwork.Edge, _ isEdgeSubject: Bool, _ isFirst: inout Bool) {
    separate(&isFirst)
    let (subject, object) = (edge.statement.subject.rawValue, edge.statement.object.rawValue)
    json.beginObject()
    json.member("edge", isEdgeSubject ? subject : object)
    json.member("node", isEdgeSubject ? object : subject)
    var left = writeWeight(edge)
    // As another program's file had it; then the subject is said besides.
    let stated = direction.flatMap { edge.values[$0]?.description }.flatMap {
      ["head", "tail"].contains($0) ? $0 : nil
    }
    json.member("direction", stated ?? (isEdgeSubject ? "head" : "tail"))
    if stated != nil, let direction { left.insert(direction) }
    writeAttributes(edge, besides: left, subject: stated == nil ? nil : isEdgeSubject ? "edge" : "node")
    json.endObject()
  }

  /// Writes the weight beside the attributes, where HIF has it, and says which columns are done with.
  private mutating func writeWeight(_ edge: ExportedNetwork.Edge) -> Set<Int> {
    guard let edgeWeight, let weight = edge.values[edgeWeight], weight.kind == .number else { return [] }
    json.member("weight", weight)
    return [edgeWeight]
  }

  private mutating func writeAttributes(
    _ edge: ExportedNetwork.Edge, besides left: Set<Int>, subject: String? = nil
  ) {
    json.key("attrs")
    json.beginObject()
    if let subject { json.member("subject", subject) }
    edges.write(edge.values, besides: left, to: &json)
    json.endObject()
  }
}
