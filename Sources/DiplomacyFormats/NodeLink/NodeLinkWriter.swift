import Diplomacy

/// Writes a view of a graph as node-link JSON: every entity a node, every statement an edge, as NetworkX and D3 read them.
///
/// A file for D3 has the edges under `links`, one for NetworkX under `edges`, as version 3.6 expects them.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
func nodeLinkJSON(_ view: GraphView, _ options: WritingOptions) throws -> Export {
  let network = ExportedNetwork(view)
  let nodes = JSONMembers(network.nodeColumns, besides: ["id"])
  let edges = JSONMembers(network.edgeColumns, besides: ["id", "source", "target", "key", "undirected"])
  // Nobody draws by it: what other programs said of places is kept, and no place is added.
  let positions = JSONPositions(view, nodes, WritingOptions())
  let isUndirected = network.direction == .undirected
  var losses = network.losses
  nodes.note("nodes", in: &losses)
  edges.note("edges", in: &losses)
  if network.direction == .mixed {
    losses.add(
      network.undirectedCount, "edge that leads both ways, among others that lead one way",
      instead: "written from its source to its target")
  }
  var json = JSONWriter()
  json.raw("{")
  json.line("directed", isFirst: true) { $0.value(.boolean(!isUndirected)) }
  json.line("multigraph") { $0.value(.boolean(network.hasParallels)) }
  json.line("graph") { $0.object(network.attributes) }
  json.line("nodes") { json in
    json.lines(network.nodes) { json, node in
      let place = positions.place(of: node)
      json.beginObject()
      json.member("id", node.entity.id.rawValue)
      nodes.write(node.values, besides: place?.columns ?? [], to: &json)
      if let place {
        json.member("x", place.x)
        json.member("y", place.y)
      }
      json.endObject()
    }
  }
  json.line(options.dialect == "d3" ? "links" : "edges") { json in
    json.lines(network.edges) { json, edge in
      json.beginObject()
      json.member("source", edge.statement.subject.rawValue)
      json.member("target", edge.statement.object.rawValue)
      json.member("key", edge.statement.id.rawValue)
      edges.write(edge.values, to: &json)
      json.endObject()
    }
  }
  json.raw("\n}\n")
  return Export(bytes: json.bytes, losses: losses)
}

/// Writes a view of a graph as graphology serialises graphs, for sigma.js and Gephi Lite.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
func graphologyJSON(_ view: GraphView, _ options: WritingOptions) throws -> Export {
  let network = ExportedNetwork(view)
  let nodes = JSONMembers(network.nodeColumns)
  let edges = JSONMembers(network.edgeColumns)
  let positions = JSONPositions(view, nodes, options)
  let type =
    switch network.direction {
    case .directed: "directed"
    case .undirected: "undirected"
    case .mixed: "mixed"
    }
  var json = JSONWriter()
  json.raw("{")
  json.line("options", isFirst: true) { json in
    json.beginObject()
    json.member("type", type)
    json.member("multi", .boolean(network.hasParallels || network.direction == .mixed))
    json.member("allowSelfLoops", .boolean(true))
    json.endObject()
  }
  json.line("attributes") { $0.object(network.namedAttributes) }
  json.line("nodes") { json in
    json.lines(network.nodes) { json, node in
      let look = positions.look(of: node)
      let place = look == nil ? nil : positions.place(of: node, isDownward: false)
      json.beginObject()
      json.member("key", node.entity.id.rawValue)
      json.key("attributes")
      json.beginObject()
      nodes.write(node.values, besides: place?.columns ?? [], to: &json)
      if let look, let place {
        json.member("x", place.x)
        json.member("y", place.y)
        json.member("size", .number(max(look.width, look.height) / 10))
        json.member("color", look.color)
      }
      json.endObject()
      json.endObject()
    }
  }
  json.line("edges") { json in
    json.lines(network.edges) { json, edge in
      json.beginObject()
      json.member("key", edge.statement.id.rawValue)
      json.member("source", edge.statement.subject.rawValue)
      json.member("target", edge.statement.object.rawValue)
      if !edge.isDirected { json.member("undirected", .boolean(true)) }
      json.key("attributes")
      json.beginObject()
      edges.write(edge.values, to: &json)
      json.endObject()
      json.endObject()
    }
  }
  json.raw("\n}\n")
  return Export(bytes: json.bytes, losses: network.losses.adding(positions.losses))
}
