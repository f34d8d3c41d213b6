import Diplomacy

/// Writes a view of a graph in the Cytoscape Exchange Format, version 2: every entity a node, every statement an edge.
///
/// Ids are numbers there: the id of an entity stands in `entity`, that of a statement in `statement`.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
func cx2JSON(_ view: GraphView, _ options: WritingOptions) throws -> Export {
  let network = ExportedNetwork(view)
  let nodes = JSONMembers(network.nodeColumns, besides: ["entity"])
  let edges = JSONMembers(network.edgeColumns, besides: ["interaction"])
  let positions = JSONPositions(view, nodes, options)
  var losses = network.losses
  nodes.note("nodes", in: &losses)
  edges.note("edges", in: &losses)
  losses.add(
    network.undirectedCount, "edge that leads both ways", instead: "written from its source to its target")
  let drawn = view.entities.enumerated().compactMap { number, item in
    positions.looks[item.entity.id].map { (number: number, look: $0) }
  }
  var json = JSONWriter()
  json.raw("[\n  {\"CXVersion\": \"2.0\", \"hasFragments\": false}")
  let counts =
    [
      ("attributeDeclarations", 1), ("networkAttributes", 1), ("nodes", network.nodeCount),
      ("edges", network.edgeCount),
    ]
    + (drawn.isEmpty ? [] : [("visualProperties", 1), ("nodeBypasses", drawn.count)])
  json.aspect("metaData", counts) { json, count in
    json.beginObject()
    json.member("name", count.0)
    json.member("elementCount", .integer(count.1))
    json.endObject()
  }
  json.aspect("attributeDeclarations", [network]) { json, network in
    json.beginObject()
    json.declare("networkAttributes", network.namedAttributes.map { ($0.name, $0.value.kind) })
    json.declare("nodes", [("entity", .text)] + zip(nodes.names, network.nodeColumns.map(\.kind)))
    json.declare("edges", [("interaction", .text)] + zip(edges.names, network.edgeColumns.map(\.kind)))
    json.endObject()
  }
  json.aspect("networkAttributes", [network.namedAttributes]) { $0.object($1) }
  var numbers: [EntityID: Int] = [:]
  json.aspect("nodes", network.nodes) { json, node in
    let place = positions.place(of: node)
    let number = numbers.count
    numbers[node.entity.id] = number
    json.beginObject()
    json.member("id", .integer(number))
    if let place {
      json.member("x", place.x)
      json.member("y", place.y)
    }
    json.key("v")
    json.beginObject()
    json.member("entity", node.entity.id.rawValue)
    nodes.write(node.values, besides: place?.columns ?? [], to: &json)
    json.endObject()
    json.endObject()
  }
  var number = 0
  json.aspect("edges", network.edges) { json, edge in
    json.beginObject()
    json.member("id", .integer(number))
    json.member("s", .integer(numbers[edge.statement.subject] ?? 0))
    json.member("t", .integer(numbers[edge.statement.object] ?? 0))
    json.key("v")
    json.beginObject()
    json.member("interaction", edge.statement.role.name)
    edges.write(edge.values, to: &json)
    json.endObject()
    json.endObject()
    number += 1
  }
  if !drawn.isEmpty { json.writeLooks(drawn) }
  json.raw(",\n  {\"status\": [{\"success\": true}]}\n]\n")
  return Export(bytes: json.bytes, losses: losses.adding(positions.losses))
}

extension JSONWriter {
  /// Writes an aspect: a list under its name.
  fileprivate mutating func aspect<Elements: Sequence>(
    _ name: String, _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    raw(",\n  {\"\(name)\": ")
    lines(elements, write)
    raw("}")
  }

  /// Declares attributes of an aspect with what their values are.
  fileprivate mutating func declare(_ aspect: String, _ names: [(String, AttributeValue.Kind)]) {
    key(aspect)
    beginObject()
    for (name, kind) in names {
      key(name)
      beginObject()
      switch kind {
      case .text: member("d", "string")
      case .integer: member("d", "long")
      case .number: member("d", "double")
      case .boolean: member("d", "boolean")
      }
      endObject()
    }
    endObject()
  }

  /// Writes how nodes look, and that they are called by their labels.
  fileprivate mutating func writeLooks(_ drawn: [(number: Int, look: NodeLook)]) {
    let mapping =
      "{\"type\": \"PASSTHROUGH\", \"definition\": {\"attribute\": \"label\", \"type\": \"string\"}}"
    raw(
      ",\n  {\"visualProperties\": [{\"default\": {}, \"nodeMapping\": {\"NODE_LABEL\": \(mapping)}, \"edgeMapping\": {}}]}"
    )
    aspect("nodeBypasses", drawn) { json, item in
      json.beginObject()
      json.member("id", .integer(item.number))
      json.key("v")
      json.beginObject()
      json.member("NODE_BACKGROUND_COLOR", item.look.color)
      json.member("NODE_SHAPE", item.look.shape.rawValue)
      json.member("NODE_WIDTH", .number(item.look.width))
      json.member("NODE_HEIGHT", .number(item.look.height))
      json.endObject()
      json.endObject()
    }
  }
}
