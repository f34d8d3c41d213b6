import Diplomacy

/// Writes a view of a graph in the Hypergraph Interchange Format: agreements and events are edges, actors and territories nodes.
///
/// What a node is to an edge, or an edge to a node, stands with its dates at the incidence; `direction` is `tail` where the node
/// is the subject. A statement about two nodes is an edge of two nodes, and one about two edges, for which HIF has no place, an
/// entry of `entente-statements` in the metadata.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
func hifJSON(_ view: GraphView) -> Export {
  let network = ExportedNetwork(view)
  var writer = HIFWriter(network)
  for node in network.nodes { writer.write(node) }
  for edge in network.edges { writer.write(edge) }
  let stated = network.attributes.first { $0.name == "network-type" }?.value.description
  let type = stated.flatMap { ["directed", "asc"].contains($0) ? $0 : nil }
  var json = JSONWriter()
  json.raw("{")
  json.line("network-type", isFirst: true) { $0.quoted(type ?? "undirected") }
  json.line("metadata") { json in
    json.beginObject()
    for attribute in network.namedAttributes where type == nil || attribute.name != "network-type" {
      json.member(attribute.name, attribute.value)
    }
    if writer.joins.count > 0 {
      json.key(HIFReader.joinsKey)
      writer.joins.write(to: &json)
    }
    json.endObject()
  }
  json.line("nodes") { writer.nodes.write(to: &$0) }
  json.line("edges") { writer.edges.write(to: &$0) }
  json.line("incidences") { writer.incidences.write(to: &$0) }
  json.raw("\n}\n")
  var losses = network.losses
  writer.columns.edges.note("edges", in: &losses)
  losses.add(
    writer.joins.count, "statement about two agreements or events",
    instead: "written to '\(HIFReader.joinsKey)' in the metadata, which other programs do not look at")
  return Export(bytes: json.bytes, losses: losses)
}

/// A list that is written piece by piece, beside others.
private struct HIFList {
  var json = JSONWriter()
  private(set) var count = 0

  /// Begins an object of the list.
  mutating func begin() {
    json.raw(count == 0 ? "\n    " : ",\n    ")
    json.beginObject()
    count += 1
  }

  func write(to other: inout JSONWriter) {
    other.raw("[")
    other.append(json)
    other.raw(count == 0 ? "]" : "\n  ]")
  }
}

extension Entity {
  /// Whether it is an edge of a hypergraph, and not a node.
  fileprivate var isHyperedge: Bool { category == .agreement || category == .event }
}

private struct HIFWriter {
  var nodes = HIFList()
  var edges = HIFList()
  var incidences = HIFList()
  /// The statements that join two edges.
  var joins = HIFList()
  let columns: HIFColumns
  private let hyperedges: Set<EntityID>
  private var names = JSONNames()

  init(_ network: ExportedNetwork) {
    columns = HIFColumns(network)
    hyperedges = Set(network.view.entities.lazy.filter { $0.entity.isHyperedge }.map(\.entity.id))
    for (entity, _) in network.view.entities where entity.isHyperedge { _ = names.unique(entity.id.rawValue) }
  }

  /// An entity, as a node or an edge.
  mutating func write(_ node: ExportedNetwork.Node) {
    if node.entity.isHyperedge {
      columns.write(node, as: "edge", to: &edges)
    } else {
      columns.write(node, as: "node", to: &nodes)
    }
  }

  /// A statement: as an incidence, an edge of two nodes, or in the metadata.
  mutating func write(_ edge: ExportedNetwork.Edge) {
    let (subject, object) = (edge.statement.subject, edge.statement.object)
    switch (hyperedges.contains(subject), hyperedges.contains(object)) {
    case (true, true):
      joins.begin()
      joins.json.member("source", subject.rawValue)
      joins.json.member("target", object.rawValue)
      columns.edges.write(edge.values, to: &joins.json)
      joins.json.endObject()
    case (false, false): writeEdge(edge)
    case (let isEdgeSubject, _): writeIncidence(edge, isEdgeSubject)
    }
  }

  /// A statement about two nodes, as an edge and its two ends.
  private mutating func writeEdge(_ edge: ExportedNetwork.Edge) {
    let name = names.unique(edge.statement.id.rawValue)
    edges.begin()
    edges.json.member("edge", name)
    let left = columns.writeWeight(edge, &edges)
    columns.writeAttributes(edge, besides: left, &edges)
    edges.json.endObject()
    for (end, direction) in [(edge.statement.subject, "tail"), (edge.statement.object, "head")] {
      incidences.begin()
      incidences.json.member("edge", name)
      incidences.json.member("node", end.rawValue)
      incidences.json.member("direction", direction)
      incidences.json.key("attrs")
      incidences.json.beginObject()
      incidences.json.endObject()
      incidences.json.endObject()
    }
  }

  /// What a node is to an edge, or an edge to a node.
  private mutating func writeIncidence(_ edge: ExportedNetwork.Edge, _ isEdgeSubject: Bool) {
    let (subject, object) = (edge.statement.subject.rawValue, edge.statement.object.rawValue)
    incidences.begin()
    incidences.json.member("edge", isEdgeSubject ? subject : object)
    incidences.json.member("node", isEdgeSubject ? object : subject)
    var left = columns.writeWeight(edge, &incidences)
    // As another program's file had it; then the subject is said besides.
    let stated = columns.direction.flatMap { edge.values[$0]?.description }.flatMap {
      ["head", "tail"].contains($0) ? $0 : nil
    }
    incidences.json.member("direction", stated ?? (isEdgeSubject ? "head" : "tail"))
    if stated != nil, let direction = columns.direction { left.insert(direction) }
    columns.writeAttributes(
      edge, besides: left, subject: stated == nil ? nil : isEdgeSubject ? "edge" : "node", &incidences)
    incidences.json.endObject()
  }
}

/// What entities and statements say, as members of objects.
private struct HIFColumns {
  let nodes: JSONMembers
  let edges: JSONMembers
  let direction: Int?
  private let nodeWeight: Int?
  private let edgeWeight: Int?

  init(_ network: ExportedNetwork) {
    nodes = JSONMembers(network.nodeColumns)
    edges = JSONMembers(network.edgeColumns, besides: ["subject"])
    nodeWeight = nodes.numbers("weight")
    edgeWeight = network.edgeColumns.firstIndex { $0.name == "weight" && !$0.isKept }
    direction = network.edgeColumns.firstIndex { $0.name == "direction" && $0.isKept }
  }

  func write(_ node: ExportedNetwork.Node, as what: String, to list: inout HIFList) {
    list.begin()
    list.json.member(what, node.entity.id.rawValue)
    let weight = nodeWeight.flatMap { node.values[$0] }
    if let weight { list.json.member("weight", weight) }
    list.json.key("attrs")
    list.json.beginObject()
    let left = weight == nil ? [] : Set([nodeWeight].compactMap(\.self))
    nodes.write(node.values, besides: left, to: &list.json)
    list.json.endObject()
    list.json.endObject()
  }

  /// Writes the weight beside the attributes, where HIF has it, and says which columns are done with.
  func writeWeight(_ edge: ExportedNetwork.Edge, _ list: inout HIFList) -> Set<Int> {
    guard let edgeWeight, let weight = edge.values[edgeWeight], weight.kind == .number else { return [] }
    list.json.member("weight", weight)
    return [edgeWeight]
  }

  func writeAttributes(
    _ edge: ExportedNetwork.Edge, besides left: Set<Int>, subject: String? = nil, _ list: inout HIFList
  ) {
    list.json.key("attrs")
    list.json.beginObject()
    if let subject { list.json.member("subject", subject) }
    edges.write(edge.values, besides: left, to: &list.json)
    list.json.endObject()
  }
}
