import Diplomacy
import Foundation

/// Reads GraphML, whoever wrote it: NetworkX, igraph, Gephi, Cytoscape, yEd, ourselves.
///
/// Described in Documentation/Imports.md.
struct GraphMLReader {
  private var findings: ImportFindings
  private var network = ForeignNetwork()
  private var keys: [String: Key] = [:]
  private var places: [String: Diagnostic.Place] = [:]
  private var open: [Open] = []
  private var graphCount = 0
  private var directions: [Bool] = []
  private var hasPorts = false

  private struct Key {
    let name: String
    let domain: String
    var fallback: String?
  }

  /// An element that has begun.
  private enum Open {
    case other(String)
    case graph
    case node(Int)
    case edge(Int)
    case hyperedge(Int)
    case key(String)
    case fallback(key: String, text: String)
    /// A `data` element: its key, its text, and the label drawn in it, as yEd has it.
    case data(key: String, text: String)
    case label(String)
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
      while let event = try xml.next() { reader.take(event, at: xml.place) }
    } catch {
      reader.findings.error(error.place, error.message)
    }
    reader.checkEnds()
    try reader.findings.check()
    let graph = reader.network.graph(&reader.findings)
    try reader.findings.check()
    return (graph, reader.findings.warnings)
  }

  private mutating func take(_ event: XMLReader.Event, at place: Diagnostic.Place) {
    switch event {
    case .start(let name, let attributes, let isEmpty):
      if open.isEmpty, name != "graphml" {
        findings.error(
          place, "found the element '\(name)' at the top; expected 'graphml'. Of XML only GraphML is read.")
      }
      open.append(start(name, attributes, place))
      if isEmpty { end() }
    case .text(let text):
      switch open.last {
      case .data(let key, let before): open[open.count - 1] = .data(key: key, text: before + text)
      case .fallback(let key, let before): open[open.count - 1] = .fallback(key: key, text: before + text)
      case .label(let before): open[open.count - 1] = .label(before + text)
      default: break
      }
    case .end: end()
    }
  }

  private mutating func start(
    _ name: String, _ attributes: [String: String], _ place: Diagnostic.Place
  ) -> Open {
    switch name {
    case "key":
      let id = required("id", of: name, attributes, place)
      let drawing = attributes["yfiles.type"] ?? ""
      keys[id] = Key(
        name: attributes["attr.name"] ?? (drawing.hasSuffix("graphics") ? "label" : id),
        domain: attributes["for"] ?? "all")
      return .key(id)
    case "default":
      if case .key(let key) = open.last { return .fallback(key: key, text: "") }
    case "graph":
      graphCount += 1
      if graphCount == 2 {
        findings.warning(
          place, "the file has several graphs, or graphs inside of nodes; all are read into one.")
      }
      directions.append(attributes["edgedefault"] == "directed")
      if graphCount == 1 { network.isDirected = attributes["edgedefault"] == "directed" }
      return .graph
    case "node":
      let id = required("id", of: name, attributes, place)
      if let first = places[id] {
        findings.error(place, "two nodes have the id '\(id)'; the first is on line \(first.line).")
      }
      places[id] = place
      network.nodes.append(ForeignNetwork.Node(id: id, place: place))
      return .node(network.nodes.count - 1)
    case "edge":
      let isDirected = attributes["directed"].map { $0 == "true" || $0 == "1" } ?? directions.last ?? false
      // One edge that leads one way makes a network directed; the others then lead both ways.
      if isDirected { network.isDirected = true }
      network.edges.append(
        ForeignNetwork.Edge(
          id: attributes["id"], source: required("source", of: name, attributes, place),
          target: required("target", of: name, attributes, place), isDirected: isDirected, place: place))
      return .edge(network.edges.count - 1)
    case "hyperedge":
      network.hyperedges.append(ForeignNetwork.Hyperedge(id: attributes["id"], place: place))
      return .hyperedge(network.hyperedges.count - 1)
    case "endpoint":
      if case .hyperedge(let index) = open.last {
        network.hyperedges[index].ends.append(required("node", of: name, attributes, place))
      }
    case "port":
      if !hasPorts { findings.warning(place, "ports are left out: edges join whole nodes.") }
      hasPorts = true
    case "data":
      let key = required("key", of: name, attributes, place)
      if keys[key] == nil, !key.isEmpty {
        findings.error(
          place,
          "found data for the key '\(key)', which the file does not declare.\(didYouMean(key, among: keys.keys.sorted()))"
        )
      }
      return .data(key: key, text: "")
    case "NodeLabel", "EdgeLabel": return .label("")
    default: break
    }
    return .other(name)
  }

  private mutating func end() {
    guard let last = open.popLast() else { return }
    switch last {
    case .graph: directions.removeLast()
    case .fallback(let key, let text): keys[key]?.fallback = text
    case .label(let text):
      // The first label of what is drawn is its name.
      guard let place = open.lastIndex(where: { if case .data = $0 { true } else { false } }),
        case .data(let key, let before) = open[place], before.allSatisfy(\.isWhitespace)
      else { return }
      open[place] = .data(key: key, text: text.trimmingCharacters(in: .whitespacesAndNewlines))
    case .data(let key, let text): store(text.trimmingCharacters(in: .whitespacesAndNewlines), key)
    default: break
    }
  }

  private mutating func store(_ text: String, _ key: String) {
    guard let key = keys[key], !text.isEmpty else { return }
    switch open.last {
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

  /// Looks up the ends of all edges, and fills in what keys say of all that say nothing themselves.
  private mutating func checkEnds() {
    if graphCount == 0, findings.diagnostics.isEmpty {
      findings.error(nil, "the file has no 'graph'; expected one.")
    }
    func unknown(_ id: String) -> Bool { places[id] == nil && !id.isEmpty }
    let ids = places.keys
    for edge in network.edges {
      for end in [edge.source, edge.target] where unknown(end) {
        findings.error(
          edge.place,
          "an edge names the node '\(end)', which is not in the file.\(didYouMean(end, among: ids))")
      }
    }
    for edge in network.hyperedges {
      for end in edge.ends where unknown(end) {
        findings.error(
          edge.place,
          "a hyperedge names the node '\(end)', which is not in the file.\(didYouMean(end, among: ids))")
      }
    }
    for key in keys.values.sorted(by: { $0.name < $1.name }) {
      guard let fallback = key.fallback, !fallback.isEmpty else { continue }
      if key.domain == "node" || key.domain == "all" {
        for index in network.nodes.indices where network.nodes[index].attributes[key.name] == nil {
          network.nodes[index].attributes[key.name] = fallback
        }
      }
      if key.domain == "edge" || key.domain == "all" {
        for index in network.edges.indices where network.edges[index].attributes[key.name] == nil {
          network.edges[index].attributes[key.name] = fallback
        }
      }
    }
  }
}
