import Diplomacy

/// The nodes and edges of a GraphML file as text.
struct GraphMLBody {
  private let network: ExportedNetwork
  private let dialect: GraphMLDialect?
  private let looks: GraphMLLooks
  private let fields: GraphMLFields
  private let nodeIDs: LegalIDs
  private let edgeIDs: LegalIDs
  private var usedNodes: [Bool]
  private var usedEdges: [Bool]
  private var text = XMLText()
  /// The starts of the data of each field: `      <data key="node_name">`.
  private let nodeStarts: [[UInt8]]
  private let edgeStarts: [[UInt8]]

  init(_ network: ExportedNetwork, _ dialect: GraphMLDialect?, _ looks: GraphMLLooks) {
    self.network = network
    self.dialect = dialect
    self.looks = looks
    fields = GraphMLFields(network, dialect, looks)
    nodeIDs = LegalIDs(network.view.graph.entities.lazy.map(\.id.rawValue))
    edgeIDs = LegalIDs(network.view.graph.statements.lazy.map(\.id.rawValue))
    usedNodes = fields.nodes.map { ["category", "kind"].contains($0.name) }
    usedEdges = fields.edges.map { $0.name == "role" }
    func start(_ domain: String, _ name: String) -> [UInt8] {
      var start = XMLText()
      start.markup("      <data key=\"")
      start.value("\(domain)_\(name)")
      start.markup("\">")
      return start.takeBlocks().first ?? []
    }
    nodeStarts = fields.nodes.map { start("node", $0.name) }
    edgeStarts = fields.edges.map { start("edge", $0.name) }
  }

  /// The keys of attributes that something has; those by which our own files are known are always declared.
  var usedKeys:
    (
      nodes: [(name: String, kind: AttributeValue.Kind)], edges: [(name: String, kind: AttributeValue.Kind)]
    )
  {
    (
      zip(fields.nodes, usedNodes).compactMap { $1 ? ($0.name, $0.kind) : nil },
      zip(fields.edges, usedEdges).compactMap { $1 ? ($0.name, $0.kind) : nil }
    )
  }

  /// All nodes and edges.
  mutating func body() -> XMLText {
    // The line before has its line end from what comes next.
    text.markup(network.nodeCount + network.edgeCount == 0 ? "" : "\n")
    for (number, node) in network.nodes.enumerated() { add(node, number) }
    let weight = fields.edges.firstIndex { $0.name == "weight" }
    let isPlainWritten = dialect == nil || dialect == .networkx || dialect == .igraph
    for statement in network.statements {
      if isPlainWritten, network.isTimeless(statement), statement.isDirected == nil, network.view.options.at == nil,
        !GraphMLFields.isRoleSaid(statement, network.direction)
      {
        addPlain(statement, weight ?? 0)
      } else {
        add(network.edge(statement))
      }
    }
    text.endWithoutLineEnd()
    return text
  }

  private mutating func add(_ node: ExportedNetwork.Node, _ number: Int) {
    text.markup("    <node id=\"")
    text.value(nodeIDs[node.entity.id.rawValue])
    if dialect == .neo4j {
      text.markup("\" labels=\":")
      text.value(Self.title(node.entity.category.rawValue) + ":" + Self.title(node.entity.kind.name))
    }
    text.markup("\">\n")
    for (place, field) in fields.nodes.enumerated() {
      guard let value = field.value(node) else { continue }
      usedNodes[place] = true
      add(value, nodeStarts[place])
    }
    if dialect == .yed { looks.draw(node, number, into: &text) }
    text.markup("    </node>\n")
    text.endBlock()
  }

  private mutating func begin(_ statement: Statement) {
    text.markup("    <edge id=\"")
    text.value(edgeIDs[statement.id.rawValue])
    text.markup("\" source=\"")
    text.value(nodeIDs[statement.subject.rawValue])
    text.markup("\" target=\"")
    text.value(nodeIDs[statement.object.rawValue])
  }

  /// An edge of another program's network, of which nothing is said but what it weighs.
  private mutating func addPlain(_ statement: Statement, _ place: Int) {
    begin(statement)
    if let weight = statement.weight {
      text.markup("\">\n")
      usedEdges[place] = true
      add(.number(weight), edgeStarts[place])
      text.markup("    </edge>\n")
    } else {
      text.markup("\"/>\n")
    }
    text.endBlock()
  }

  private mutating func add(_ edge: ExportedNetwork.Edge) {
    begin(edge.statement)
    if dialect?.hasMixedDirections == true, network.direction == .mixed, !edge.isDirected {
      text.markup("\" directed=\"false")
    }
    if dialect == .neo4j {
      text.markup("\" label=\"")
      text.value(edge.statement.role.name.uppercased().replacing("-", with: "_"))
    }
    text.markup("\">\n")
    for (place, field) in fields.edges.enumerated() {
      guard let value = field.value(edge) else { continue }
      usedEdges[place] = true
      add(value, edgeStarts[place])
    }
    if dialect == .yed { looks.draw(edge, into: &text) }
    text.markup("    </edge>\n")
    text.endBlock()
  }

  private mutating func add(_ value: AttributeValue, _ start: [UInt8]) {
    text.markup(start)
    if case .text(let words) = value { text.text(words) } else { text.ascii(value.description) }
    text.markup("</data>\n")
  }

  /// A word as labels of Neo4j are written: `ExchangeOfNotes`.
  private static func title(_ word: String) -> String {
    word.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
