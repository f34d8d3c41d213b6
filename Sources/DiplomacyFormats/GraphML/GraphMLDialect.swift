import Diplomacy

/// The programs for which GraphML is written in a way of its own.
enum GraphMLDialect: String, CaseIterable {
  case networkx, igraph, gephi, cytoscape, yed, neo4j

  /// What is otherwise.
  var purpose: String {
    switch self {
    case .networkx: "one direction for all edges, as NetworkX refuses files of both"
    case .igraph: "ids as 'name', by which igraph knows vertices, and names as 'full_name'"
    case .gephi: "labels of edges, directions edge by edge, places, sizes and colours"
    case .cytoscape: "'shared name' and 'interaction', as Cytoscape shows them"
    case .yed: "boxes with labels, shapes and colours, and lines with arrows, as yEd draws them"
    case .neo4j: "labels of nodes and types of relationships, for apoc.import.graphml with readLabels"
    }
  }

  /// Whether its edges lead one way or both each by itself; else all lead one way where some do.
  var hasMixedDirections: Bool { self == .gephi || self == .yed }
}

/// An attribute of nodes or edges as it is written.
struct GraphMLField<Row> {
  let name: String
  let kind: AttributeValue.Kind
  let value: (Row) -> AttributeValue?
}

/// The attributes of nodes and edges for a program.
struct GraphMLFields {
  let nodes: [GraphMLField<ExportedNetwork.Node>]
  let edges: [GraphMLField<ExportedNetwork.Edge>]
  private let network: ExportedNetwork

  init(_ network: ExportedNetwork, _ dialect: GraphMLDialect?, _ looks: GraphMLLooks) {
    self.network = network
    // igraph takes a missing truth value for false.
    func kind(_ column: ExportedNetwork.Column) -> AttributeValue.Kind {
      dialect == .igraph && column.kind == .boolean ? .text : column.kind
    }
    var nodes = network.nodeColumns.enumerated().map { place, column in
      GraphMLField<ExportedNetwork.Node>(name: column.name, kind: kind(column)) { $0.values[place] }
    }
    let isUndirected = network.direction == .undirected
    var edges = network.edgeColumns.enumerated().compactMap {
      place, column -> GraphMLField<ExportedNetwork.Edge>? in
      // The element says its id, and the role is the label.
      if !column.isKept, column.name == "statement" || column.name == "label" { return nil }
      if !column.isKept, column.name == "role" {
        return GraphMLField(name: "role", kind: .text) {
          Self.isRoleSaid($0.statement, network.direction) ? .text($0.statement.role.name) : nil
        }
      }
      if !column.isKept, column.name == "directed" {
        return GraphMLField(name: "directed", kind: .text) {
          isUndirected ? nil : $0.isDirected ? $0.values[place] : .text("no")
        }
      }
      return GraphMLField(name: column.name, kind: kind(column)) { $0.values[place] }
    }
    func name(_ node: ExportedNetwork.Node) -> String { node.entity.name.text(in: network.view.graph.language) }
    func replace(_ field: String, _ value: @escaping (ExportedNetwork.Node) -> AttributeValue?) {
      nodes = nodes.map { $0.name == field ? GraphMLField(name: field, kind: .text, value: value) : $0 }
    }
    func add(_ field: String, _ value: @escaping (ExportedNetwork.Edge) -> String) {
      edges.append(GraphMLField(name: field, kind: .text) { .text(value($0)) })
    }
    switch dialect {
    case .igraph:
      replace("name") { .text($0.entity.id.rawValue) }
      nodes.append(GraphMLField(name: "full_name", kind: .text) { .text(name($0)) })
    case .gephi:
      add("label") { $0.statement.role.name }
      nodes += looks.fields(besides: Set(nodes.map(\.name)))
    case .cytoscape:
      replace("name") { .text($0.label) }
      nodes.append(GraphMLField(name: "full_name", kind: .text) { .text(name($0)) })
      nodes.append(GraphMLField(name: "shared name", kind: .text) { .text($0.label) })
      add("interaction") { $0.statement.role.name }
      add("shared interaction") { $0.statement.role.name }
      let graph = network.view.graph
      add("name") { edge in
        "\(graph.label(of: edge.statement.subject)) (\(edge.statement.role)) \(graph.label(of: edge.statement.object))"
      }
    case nil, .networkx, .yed, .neo4j: break
    }
    (self.nodes, self.edges) = (nodes, edges)
  }

  /// Whether the role of an edge must be said: not where it is what an edge is of which nothing is.
  static func isRoleSaid(_ statement: Statement, _ direction: ExportedNetwork.Direction) -> Bool {
    !(statement.role == .arc && direction == .directed || statement.role == .link && direction == .undirected)
  }
}
