public import Diplomacy

/// Writes a view of a graph in GML: every entity a node, every statement an edge, with the attributes of
/// Documentation/Formats.md.
///
/// Nodes are numbered, as GML wants, and `entity` has their ids. Letters beyond ASCII are written as references, as GML's
/// definition and NetworkX want, for igraph, Gephi and Cytoscape as they are.
/// - Parameters:
///   - view: What is written: all that is there possibly.
///   - options: `networkx` writes the ids as labels, by which NetworkX knows nodes.
/// - Throws: What drawing throws, where places and colours are asked for.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
public func gml(_ view: GraphView, _ options: WritingOptions = WritingOptions()) throws -> Export {
  let network = ExportedNetwork(view)
  var undrawn = LossReport()
  let looks = options.drawing == nil ? nil : options.looks(view, &undrawn)
  var text = GMLBuilder(isASCII: options.dialect == nil || options.dialect == "networkx")
  let isUndirected = network.direction == .undirected
  text.begin("graph")
  text.add("directed", isUndirected ? "0" : "1")
  if network.hasParallelEdges(isUndirected: isUndirected) { text.add("multigraph", "1") }
  for attribute in network.attributes {
    text.add(attribute.name, attribute.value, besides: GMLBuilder.graphKeys)
  }
  let isForNetworkX = options.dialect == "networkx"
  var numbers: [EntityID: Int] = [:]
  for node in network.nodes {
    let number = numbers.count
    numbers[node.entity.id] = number
    text.begin("node")
    text.add("id", String(number))
    text.add("entity", .text(node.entity.id.rawValue))
    for (column, value) in zip(network.nodeColumns, node.values) {
      guard var value, looks == nil || !column.name.hasPrefix("graphics.") else { continue }
      if isForNetworkX, column.name == "label" { value = .text(node.entity.id.rawValue) }
      text.add(column.name, value, besides: GMLBuilder.nodeKeys)
    }
    if let look = looks?[node.entity.id] { text.add(look) }
    text.close()
  }
  for edge in network.edges {
    text.begin("edge")
    text.add("source", String(numbers[edge.statement.subject] ?? -1))
    text.add("target", String(numbers[edge.statement.object] ?? -1))
    for (column, value) in zip(network.edgeColumns, edge.values) {
      if let value { text.add(column.name, value, besides: GMLBuilder.edgeKeys) }
    }
    text.close()
  }
  text.close()
  var losses = network.losses
  if isForNetworkX {
    losses.add(
      network.nodes.count { $0.label != $0.entity.id.rawValue }, "label of an entity",
      instead: "its id stands for it; 'name' has its name")
  }
  losses.add(
    network.direction == .mixed ? network.edges.count { !$0.isDirected } : 0, "edge that leads both ways",
    instead: "written as one that leads one way; 'role' or 'directed' says so")
  losses.add(text.booleans, "attribute that is true or false", instead: "written as 1 or 0")
  return Export(bytes: Array(text.text.utf8), losses: losses.adding(undrawn))
}

extension ExportedNetwork {
  /// Whether two edges join the same two nodes.
  func hasParallelEdges(isUndirected: Bool) -> Bool {
    var known: Set<[String]> = []
    for (statement, _) in view.statements {
      let ends = [statement.subject.rawValue, statement.object.rawValue]
      if !known.insert(isUndirected ? ends.sorted() : ends).inserted { return true }
    }
    return false
  }
}

/// A text in GML as it grows.
struct GMLBuilder {
  /// Keys that mean something to GML or its readers.
  static let graphKeys: Set<String> = [
    "directed", "multigraph", "graph", "node", "edge", "id", "label", "name",
  ]
  static let nodeKeys: Set<String> = ["id", "entity", "graph", "node", "edge"]
  static let edgeKeys: Set<String> = ["id", "source", "target"]

  private let isASCII: Bool
  private(set) var text = ""
  private var depth = 0
  /// The lists of attributes that are open, by their names.
  private var path: [Substring] = []
  /// How many values that are true or false have been written, for which GML has no words.
  private(set) var booleans = 0

  init(isASCII: Bool) { self.isASCII = isASCII }

  private var indent: String { String(repeating: "  ", count: depth) }

  /// Begins the graph, a node or an edge.
  mutating func begin(_ key: String) {
    leave(to: 0)
    open(key)
  }

  private mutating func open(_ key: String) {
    text += "\(indent)\(key) [\n"
    depth += 1
  }

  mutating func close() {
    leave(to: 0)
    depth -= 1
    text += "\(indent)]\n"
  }

  /// Ends lists of attributes but for some.
  private mutating func leave(to count: Int) {
    while path.count > count {
      path.removeLast()
      depth -= 1
      text += "\(indent)]\n"
    }
  }

  mutating func add(_ key: String, _ value: String) { text += "\(indent)\(key) \(value)\n" }

  /// An attribute; one with points in its name stands in a list: `graphics.x`. Attributes come in order of their names, so
  /// that those of one list come together.
  mutating func add(_ name: String, _ value: AttributeValue, besides reserved: Set<String> = []) {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false)
    if parts.contains(where: \.isEmpty) || parts.count > 20 { parts = [name[...]] }
    let lists = parts.dropLast()
    var common = 0
    while common < min(lists.count, path.count), lists[common] == path[common] { common += 1 }
    leave(to: common)
    for part in lists.dropFirst(common) {
      open(GMLText.key(String(part), besides: path.isEmpty ? reserved : []))
      path.append(part)
    }
    add(GMLText.key(String(parts[parts.count - 1]), besides: path.isEmpty ? reserved : []), words(value))
  }

  private mutating func words(_ value: AttributeValue) -> String {
    switch value {
    case .text(let text): return "\"\(GMLText.encoded(text, isASCII: isASCII))\""
    case .integer(let whole): return String(whole)
    case .number(let number): return Self.real(number)
    case .boolean(let isTrue):
      booleans += 1
      return isTrue ? "1" : "0"
    }
  }

  /// A number with a point, and a capital E before an exponent: `1.0E-05`.
  static func real(_ number: Double) -> String {
    let text = number.description
    guard let exponent = text.firstIndex(of: "e") else { return text }
    let mantissa = text[..<exponent]
    return mantissa + (mantissa.contains(".") ? "" : ".0") + "E" + text[text.index(after: exponent)...]
  }

  /// Where a node is drawn, and how.
  mutating func add(_ look: NodeLook) {
    leave(to: 0)
    open("graphics")
    for (key, value) in [("x", look.x), ("y", -look.y), ("w", look.width), ("h", look.height)] {
      add(key, Self.real(value))
    }
    add("fill", "\"\(look.color)\"")
    let type =
      switch look.shape {
      case .ellipse: "ellipse"
      case .rectangle: "rectangle"
      case .diamond: "diamond"
      case .hexagon: "hexagon"
      case .roundedRectangle: "roundrectangle"
      }
    add("type", "\"\(type)\"")
    depth -= 1
    text += "\(indent)]\n"
  }
}
