import Diplomacy
import Foundation

/// Reads GraphML, whoever wrote it: NetworkX, igraph, Gephi, Cytoscape, yEd, ourselves.
///
/// Elements and attributes of other namespaces are none of GraphML's, whatever their names. Described in
/// Documentation/Imports.md.
struct GraphMLReader {
  var findings: ImportFindings
  var network = ForeignNetwork()
  /// The keys by their ids, and their ids in the order of the file.
  var keys: [String: Key] = [:]
  private var keyIDs: [String] = []
  /// The places of the nodes.
  var places: [String: Diagnostic.Place] = [:]
  private var open: [Open] = []
  private(set) var graphCount = 0
  private var directions: [Bool] = []
  private var hasPorts = false
  private var isTooLarge = false
  /// The namespace of the document's element.
  private var namespace = ""

  struct Key {
    let name: String
    let domain: String
    var fallback: String?
  }

  /// An element that has begun.
  private struct Open {
    enum Element {
      case other, graph, label
      case node(Int)
      case edge(Int)
      case hyperedge(Int)
      case key(String)
      case fallback(key: String)
      /// A `data` element, by its key.
      case data(key: String)
    }

    let element: Element
    /// The text of a default, of a label or of data: the label drawn in it, as yEd has it.
    var text = ""
    /// Whether the text is more than blanks.
    var hasWords = false

    var takesText: Bool {
      switch element {
      case .fallback, .data, .label: true
      default: false
      }
    }
  }

  private init(file: String) { findings = ImportFindings(file: file) }

  /// Reads a document.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    var reader = GraphMLReader(file: file)
    do throws(XMLReader.Fault) {
      var xml = try XMLReader(data)
      while !reader.isTooLarge, !reader.findings.isHopeless, let event = try xml.next() {
        reader.take(event, at: xml.place)
      }
    } catch {
      reader.findings.error(error.place, error.message)
    }
    if !reader.isTooLarge, !reader.findings.isHopeless { reader.checkEnds() }
    try reader.findings.check()
    reader.noteDefaults()
    reader.places = [:]
    let graph = reader.network.graph(&reader.findings)
    try reader.findings.check()
    return (graph, reader.findings.warnings)
  }

  private mutating func take(_ event: XMLReader.Event, at place: Diagnostic.Place) {
    switch event {
    case .start(let name, let namespace, let attributes, let isEmpty):
      if open.isEmpty {
        self.namespace = namespace
        if name != "graphml" {
          findings.error(
            place,
            "found the element '\(Node.shortened(name))' at the top; expected 'graphml'. Of XML only GraphML is read."
          )
        }
      }
      let isLabel = name == "NodeLabel" || name == "EdgeLabel"
      let element =
        isLabel ? .label : isForeign(namespace) ? .other : start(name, attributes, place)
      open.append(Open(element: element))
      if isEmpty { end() }
    case .text(let text):
      guard let last = open.indices.last, open[last].takesText else { break }
      open[last].text += text
      open[last].hasWords = open[last].hasWords || !text.allSatisfy(\.isWhitespace)
    case .end: end()
    }
  }

  /// Whether an element of a namespace is none of GraphML's.
  private func isForeign(_ namespace: String) -> Bool {
    namespace != self.namespace && !namespace.isEmpty && !namespace.contains("graphml.graphdrawing.org")
  }

  private mutating func start(
    _ name: String, _ attributes: [String: String], _ place: Diagnostic.Place
  ) -> Open.Element {
    switch name {
    case "key": return startKey(attributes, place)
    case "default":
      if case .key(let key)? = open.last?.element { return .fallback(key: key) }
    case "graph":
      graphCount += 1
      if graphCount == 2 {
        findings.warning(
          place, "the file has several graphs, or graphs inside of nodes; all are read into one.")
      }
      directions.append(attributes["edgedefault"] == "directed")
      if graphCount == 1 { network.isDirected = attributes["edgedefault"] == "directed" }
      return .graph
    case "node": return startNode(attributes, place)
    case "edge": return startEdge(attributes, place)
    case "hyperedge":
      network.hyperedges.append(ForeignNetwork.Hyperedge(id: Self.id(attributes), place: place))
      checkSize()
      return .hyperedge(network.hyperedges.count - 1)
    case "endpoint":
      if case .hyperedge(let index)? = open.last?.element {
        network.hyperedges[index].ends.append(required("node", of: name, attributes, place))
        if network.hyperedges[index].ends.count > InputLimits.ends {
          tellTooMany("endpoints", in: "this hyperedge", limit: InputLimits.ends, place)
        }
      }
    case "port":
      if !hasPorts { findings.warning(place, "ports are left out: edges join whole nodes.") }
      hasPorts = true
    case "data":
      let key = required("key", of: name, attributes, place)
      if keys[key] == nil, !key.isEmpty {
        findings.error(
          place,
          "found data for the key '\(Node.shortened(key))', which the file does not declare.\(didYouMean(key, among: keyIDs.sorted()))"
        )
      }
      return .data(key: key)
    default: break
    }
    return .other
  }

  private mutating func startKey(_ attributes: [String: String], _ place: Diagnostic.Place) -> Open.Element {
    let id = required("id", of: "key", attributes, place)
    let drawing = attributes["yfiles.type"] ?? ""
    if keys[id] == nil { keyIDs.append(id) }
    keys[id] = Key(
      name: attributes["attr.name"] ?? (drawing.hasSuffix("graphics") ? "label" : id),
      domain: attributes["for"] ?? "all")
    if keys.count > InputLimits.keys { tellTooMany("keys", in: "the file", limit: InputLimits.keys, place) }
    return .key(id)
  }

  private mutating func startNode(_ attributes: [String: String], _ place: Diagnostic.Place) -> Open.Element {
    let id = required("id", of: "node", attributes, place)
    if let first = places[id] {
      findings.error(
        place, "two nodes have the id '\(Node.shortened(id))'; the first is on line \(first.line).")
    }
    places[id] = place
    network.nodes.append(ForeignNetwork.Node(id: id, place: place))
    checkSize()
    return .node(network.nodes.count - 1)
  }

  private mutating func startEdge(_ attributes: [String: String], _ place: Diagnostic.Place) -> Open.Element {
    let isDirected = attributes["directed"].map { $0 == "true" || $0 == "1" } ?? directions.last ?? false
    // One edge that leads one way makes a network directed; the others then lead both ways.
    if isDirected { network.isDirected = true }
    network.edges.append(
      ForeignNetwork.Edge(
        id: Self.id(attributes), source: required("source", of: "edge", attributes, place),
        target: required("target", of: "edge", attributes, place), isDirected: isDirected, place: place))
    checkSize()
    return .edge(network.edges.count - 1)
  }

  private mutating func end() {
    guard let last = open.popLast() else { return }
    switch last.element {
    case .graph: directions.removeLast()
    case .fallback(let key): keys[key]?.fallback = last.text
    case .label:
      // The first label of what is drawn is its name.
      guard let place = open.lastIndex(where: { if case .data = $0.element { true } else { false } }),
        !open[place].hasWords
      else { return }
      open[place].text = last.text.trimmingCharacters(in: .whitespacesAndNewlines)
      open[place].hasWords = !open[place].text.isEmpty
    case .data(let key):
      if last.hasWords { store(last.text.trimmingCharacters(in: .whitespacesAndNewlines), key) }
    default: break
    }
  }

  private mutating func store(_ text: String, _ key: String) {
    guard let key = keys[key], !text.isEmpty else { return }
    switch open.last?.element {
    case .node(let index): network.nodes[index].attributes[key.name] = text
    case .edge(let index): network.edges[index].attributes[key.name] = text
    case .hyperedge(let index): network.hyperedges[index].attributes[key.name] = text
    case .graph where graphCount == 1:
      if key.name == "title" || key.name == "name" { network.title = text }
      if key.name == "language" { network.language = text }
    default: break
    }
  }

  private mutating func required(
    _ attribute: String, of element: String, _ attributes: [String: String], _ place: Diagnostic.Place
  ) -> String {
    if let value = attributes[attribute], !value.isEmpty { return value }
    findings.error(place, "the element '\(element)' has no '\(attribute)'; expected one.")
    return ""
  }

  /// The id that an element has; an empty one is none.
  private static func id(_ attributes: [String: String]) -> String? {
    attributes["id"].flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: Limits

  private mutating func checkSize() {
    let most = max(network.nodes.count, network.edges.count, network.hyperedges.count)
    guard most > InputLimits.networkElements else { return }
    let what =
      network.nodes.count == most ? "nodes" : network.edges.count == most ? "edges" : "hyperedges"
    tellTooMany(what, in: "the file", limit: InputLimits.networkElements, nil)
  }

  /// Gives the file up.
  private mutating func tellTooMany(
    _ what: String, in whole: String, limit: Int, _ place: Diagnostic.Place?
  ) {
    findings.forget()
    findings.error(place, InputLimits.tooMany(what, in: whole, limit: limit))
    isTooLarge = true
  }

  // MARK: The whole file

  /// Looks up the ends of all edges.
  private mutating func checkEnds() {
    if graphCount == 0, findings.diagnostics.isEmpty {
      findings.error(nil, "the file has no 'graph'; expected one.")
    }
    var names: NearestNames?
    func tell(_ end: String, _ what: String, _ place: Diagnostic.Place?) {
      guard places[end] == nil, !end.isEmpty else { return }
      func advice() -> String {
        if names == nil { names = NearestNames(network.nodes.map(\.id)) }
        return names?.didYouMean(end) ?? ""
      }
      findings.error(
        place, "\(what) names the node '\(Node.shortened(end))', which is not in the file.\(advice())")
    }
    for edge in network.edges {
      for end in [edge.source, edge.target] { tell(end, "an edge", edge.place) }
    }
    for edge in network.hyperedges {
      for end in edge.ends { tell(end, "a hyperedge", edge.place) }
    }
  }

  /// Notes what keys say of all that say nothing themselves; of two keys of one name, the first.
  private mutating func noteDefaults() {
    for key in keyIDs.compactMap({ keys[$0] }) {
      guard let fallback = key.fallback, !fallback.isEmpty else { continue }
      if key.domain == "node" || key.domain == "all", network.nodeDefaults[key.name] == nil {
        network.nodeDefaults[key.name] = fallback
      }
      if key.domain == "edge" || key.domain == "all", network.edgeDefaults[key.name] == nil {
        network.edgeDefaults[key.name] = fallback
      }
    }
  }
}
