import Diplomacy

/// Writes a view of a graph as JSON for Cytoscape and Cytoscape.js: every entity a node, every statement an edge.
///
/// Nodes and edges share one space of ids there: an edge whose statement is called as a node has a number.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
func cytoscapeJSON(_ view: GraphView, _ options: WritingOptions) throws -> Export {
  let network = ExportedNetwork(view)
  let nodes = JSONMembers(network.nodeColumns, besides: ["id"])
  let edges = JSONMembers(network.edgeColumns, besides: ["id", "source", "target", "interaction"])
  let positions = JSONPositions(view, nodes, options)
  var names = JSONNames()
  for (entity, _) in view.entities { _ = names.unique(entity.id.rawValue) }
  var losses = network.losses
  nodes.note("nodes", in: &losses)
  edges.note("edges", in: &losses)
  losses.add(
    network.undirectedCount, "edge that leads both ways", instead: "written from its source to its target")
  var json = JSONWriter()
  json.raw("{")
  json.line("format_version", isFirst: true) { $0.quoted("1.0") }
  json.line("generated_by") { $0.quoted("entente") }
  json.line("target_cytoscapejs_version") { $0.quoted("~2.1") }
  json.line("data") { $0.object(network.namedAttributes) }
  json.line("elements") { json in
    json.raw("{\n    \"nodes\": ")
    json.lines(indent: "      ", network.nodes) { json, node in
      let place = positions.place(of: node)
      json.beginObject()
      json.key("data")
      json.beginObject()
      json.member("id", node.entity.id.rawValue)
      nodes.write(node.values, besides: place?.columns ?? [], to: &json)
      json.endObject()
      if let place {
        json.key("position")
        json.beginObject()
        json.member("x", place.x)
        json.member("y", place.y)
        json.endObject()
      }
      json.endObject()
    }
    json.raw(",\n    \"edges\": ")
    json.lines(indent: "      ", network.edges) { json, edge in
      json.beginObject()
      json.key("data")
      json.beginObject()
      json.member("id", names.unique(edge.statement.id.rawValue))
      json.member("source", edge.statement.subject.rawValue)
      json.member("target", edge.statement.object.rawValue)
      json.member("interaction", edge.statement.role.name)
      edges.write(edge.values, to: &json)
      json.endObject()
      json.endObject()
    }
    json.raw("\n  }")
  }
  json.raw("\n}\n")
  return Export(bytes: json.bytes, losses: losses.adding(positions.losses))
}
