import Chronology
import Diplomacy

/// Whose DOT file it is, and what its attributes mean: our own plain one, our own diagram, or anyone's.
struct DOTForm {
  private enum Form { case plain, diagram, foreign }

  private let graph: DOTGraph
  private let form: Form
  private let graphValues: [String: String]

  init(_ graph: DOTGraph) {
    self.graph = graph
    let values = graph.values.map { (graph.graphNames[$0.name], $0.text) }
    graphValues = Dictionary(values) { first, _ in first }
    if graphValues["entente"] == "plain" {
      form = .plain
    } else {
      form = Self.isDiagram(graph) ? .diagram : .foreign
    }
  }

  /// Whether it is a diagram that we drew.
  var isDiagram: Bool { form == .diagram }

  /// In our diagrams every node has its category and kind as classes, and tells its name.
  private static func isDiagram(_ graph: DOTGraph) -> Bool {
    guard graph.graphNames.contains("layout"), let classes = graph.nodeNames.firstIndex(of: "class"),
      graph.nodeNames.contains("tooltip"), !graph.nodes.isEmpty
    else { return false }
    return graph.nodes.allSatisfy { node in
      let words = node.values.first { $0.name == classes }?.text.split(separator: " ", maxSplits: 1) ?? []
      return words.count == 2 && Category(rawValue: String(words[0])) != nil
    }
  }

  // MARK: The graph

  /// What kind of values attributes have, as our plain files say: a kind, a space and a name on each line.
  var kinds: (nodes: [String: AttributeValue.Kind], edges: [String: AttributeValue.Kind]) {
    guard form == .plain else { return ([:], [:]) }
    return (kinds("node_kinds"), kinds("edge_kinds"))
  }

  private func kinds(_ name: String) -> [String: AttributeValue.Kind] {
    let lines = DOTWords.own(graphValues[name] ?? "").split(separator: "\n")
    return Dictionary(
      lines.compactMap { line in
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let kind = AttributeValue.Kind(rawValue: String(parts[0])) else { return nil }
        return (String(parts[1]), kind)
      }
    ) { first, _ in first }
  }

  /// Notes what is said of the whole graph.
  func note(on network: inout ForeignNetwork, isFirst: Bool) {
    guard isFirst else { return }
    var kept: [Attribute] = []
    let kinds = kinds("graph_kinds")
    for value in graph.values {
      let name = graph.graphNames[value.name]
      switch form {
      case .plain:
        let text = DOTWords.own(value.text)
        switch name {
        case "entente", "node_kinds", "edge_kinds", "graph_kinds", "charset": break
        case "title": network.title = text
        case "language": network.language = text
        default: kept.append(Attribute(name, AttributeValue(text, as: kinds[name] ?? .text)))
        }
      case .diagram: break
      case .foreign:
        let text = text(value, name, of: graph.name)
        if name == "label" {
          network.title = text
        } else if name != "charset" {
          kept.append(Attribute(name, .text(text)))
        }
      }
    }
    if network.title == nil, !graph.name.isEmpty { network.title = graph.name }
    network.attributes = kept.sorted { $0.name < $1.name }
  }

  // MARK: Nodes and edges

  /// The id of a node and its attributes.
  func node(_ node: DOTGraph.Node, _ markups: inout Int) -> (id: String, [String: String]) {
    var attributes = attributes(node.values, graph.nodeNames, of: node.id, &markups)
    let id = form == .plain ? attributes.removeValue(forKey: "entente_id") ?? node.id : node.id
    if form == .plain, let name = attributes.removeValue(forKey: PlainDOTWriter.nameKey) {
      attributes["name"] = name
    }
    if form == .diagram { return (id, drawn(attributes)) }
    let named = node.subgraphs.map { graph.subgraphs[$0] }
    if !named.isEmpty {
      let names = named.map(\.name).joined(separator: "; ")
      if attributes["subgraph"] == nil { attributes["subgraph"] = names }
      if let label = named.last(where: { $0.isCluster && $0.label != nil })?.label,
        attributes["cluster"] == nil
      {
        attributes["cluster"] =
          label.isMarkup
          ? DOTWords.text(ofMarkup: label.text) : DOTWords.label(label.text, of: "", in: graph.name)
      }
    }
    return (id, attributes)
  }

  /// The attributes of an edge.
  func edge(_ edge: DOTGraph.Edge, _ markups: inout Int) -> [String: String] {
    var attributes = attributes(edge.values, graph.edgeNames, of: "", &markups)
    if form == .plain { attributes["dir"] = nil }
    guard form == .diagram else { return attributes }
    let tooltip = attributes["tooltip"] ?? ""
    var found = ["role": attributes["class"] ?? "link"]
    // The date stands behind the sentence.
    let parts = tooltip.split(separator: "; ").dropFirst()
    if let date = parts.first.map(String.init), (try? HistoricalDate(date, style: .gregorian)) != nil {
      found["when"] = date
    }
    return found
  }

  private func drawn(_ attributes: [String: String]) -> [String: String] {
    let classes = (attributes["class"] ?? "").split(separator: " ", maxSplits: 1).map(String.init)
    let tooltip = attributes["tooltip"] ?? ""
    var found = ["category": classes[0], "kind": classes[1]]
    if let end = tooltip.firstRange(of: " (\(classes[1]))") {
      found["label"] = String(tooltip[..<end.lowerBound])
    }
    return found
  }

  private func attributes(
    _ values: [DOTGraph.Value], _ names: [String], of name: String, _ markups: inout Int
  ) -> [String: String] {
    var attributes: [String: String] = [:]
    attributes.reserveCapacity(values.count)
    for value in values {
      if value.isMarkup { markups += 1 }
      attributes[names[value.name]] = text(value, names[value.name], of: name)
    }
    return attributes
  }

  /// The attributes in which Graphviz replaces escapes.
  private static let escaped: Set<String> = [
    "label", "xlabel", "headlabel", "taillabel", "tooltip", "edgetooltip", "headtooltip", "labeltooltip",
    "tailtooltip",
  ]

  private func text(_ value: DOTGraph.Value, _ attribute: String, of name: String) -> String {
    if value.isMarkup { return DOTWords.text(ofMarkup: value.text) }
    if form == .plain { return DOTWords.own(value.text) }
    return Self.escaped.contains(attribute)
      ? DOTWords.label(value.text, of: name, in: graph.name) : value.text
  }
}
