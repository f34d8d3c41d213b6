import Diplomacy
import Foundation

/// Reads GEXF 1.0 to 1.3, whoever wrote it: Gephi, NetworkX, igraph by way of rgexf, Sigma, ourselves.
///
/// The versions differ in names and namespaces; all are taken in any of them. Described in Documentation/Formats.md.
struct GEXFReader {
  var findings: ImportFindings
  var network = ForeignNetwork()
  /// The declared attributes of nodes and of edges, by their ids.
  var declared: (nodes: [String: Declaration], edges: [String: Declaration]) = ([:], [:])
  /// The nodes by the bytes of their ids.
  var places: [[UInt8]: Diagnostic.Place] = [:]
  /// The times of all nodes and edges that have any.
  var times = GEXFTimes()
  var timed: (nodes: [(Int, [GEXFTimes.Interval])], edges: [(Int, [GEXFTimes.Interval])]) = ([], [])
  /// What changes over time: told once the whole file is known.
  var changing:
    [(isNode: Bool, index: Int, name: String, values: [(text: String, when: GEXFTimes.Interval)])] = []
  private var open: [Open] = []
  var elements: [GEXFElement] = []
  private var isDirected = false
  private var isOurs = false
  private var graphs = 0
  private var isTooLarge = false
  private var told: Set<String> = []

  struct Declaration {
    let name: String
    let isNode: Bool
    var fallback: String?
  }

  /// An element that has begun.
  private struct Open {
    enum Kind: Equatable {
      case other, graph, element
      case attributes(isNode: Bool)
      case attribute(id: String, isNode: Bool)
      case text(String)
    }
    let kind: Kind
    var text = ""
  }

  private init(_ findings: ImportFindings) { self.findings = findings }

  /// Reads a document.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String, isStrict: Bool = false) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    var reader = GEXFReader(ImportFindings(file: file, isStrict: isStrict))
    do throws(XMLReader.Fault) {
      var xml = try XMLReader(data)
      while !reader.isTooLarge, !reader.findings.isHopeless, let event = try xml.next() {
        reader.take(event, at: xml.place)
      }
    } catch {
      reader.findings.error(error.place, error.message)
    }
    if !reader.isTooLarge, !reader.findings.isHopeless { reader.finish() }
    try reader.findings.check()
    let graph = reader.network.graph(&reader.findings)
    try reader.findings.check()
    return (graph, reader.findings.warnings)
  }

  /// Warns of something once.
  mutating func tellOnce(_ place: Diagnostic.Place?, _ message: String) {
    if told.insert(message).inserted { findings.warning(place, message) }
  }

  // MARK: Elements

  private mutating func take(_ event: XMLReader.Event, at place: Diagnostic.Place) {
    switch event {
    case .start(let name, _, let attributes, let isEmpty):
      // Where the prefix is not declared, it is part of the name.
      let local = (name.split(separator: ":").last.map(String.init) ?? name).lowercased()
      let lower = attributes.contains { $0.key != $0.key.lowercased() }
      let values =
        lower
        ? Dictionary(attributes.map { ($0.key.lowercased(), $0.value) }) { first, _ in first } : attributes
      if open.isEmpty, local != "gexf" {
        findings.error(
          place, "found the element '\(Node.shortened(name))' at the top; expected 'gexf'.")
      }
      open.append(Open(kind: start(local, values, place)))
      if isEmpty { end(place) }
    case .text(let text):
      if let last = open.indices.last, case .text = open[last].kind { open[last].text += text }
    case .end: end(place)
    }
  }

  private mutating func start(
    _ name: String, _ values: [String: String], _ place: Diagnostic.Place
  ) -> Open.Kind {
    switch name {
    case "graph": startGraph(values, place)
    case "attributes":
      let part = values["class"]?.lowercased() ?? "node"
      if part != "node", part != "edge" {
        findings.leftOut(
          place, "found attributes of the class '\(Node.shortened(part))'; expected 'node' or 'edge'.")
        return .other
      }
      return .attributes(isNode: part == "node")
    case "attribute": return startAttribute(values, place)
    case "default", "options", "creator", "description", "keywords": return .text(name)
    case "node":
      startNode(values, place)
      return .element
    case "edge":
      startEdge(values, place)
      return .element
    default:
      if let last = elements.indices.last { take(name, values, place, in: last) }
      return .other
    }
    return .graph
  }

  private mutating func startGraph(_ values: [String: String], _ place: Diagnostic.Place) {
    graphs += 1
    if graphs == 2 { findings.warning(place, "the file has several graphs; all are read into one.") }
    let type = values["defaultedgetype"]?.lowercased() ?? "undirected"
    isDirected = type == "directed"
    if !["directed", "undirected", "mutual"].contains(type) {
      findings.warning(
        place,
        "found the type of edges '\(Node.shortened(type))'; expected 'directed', 'undirected' or 'mutual'. It is read as undirected."
      )
    }
    if graphs == 1 { network.isDirected = isDirected }
    if values["mode"]?.lowercased() == "slice" {
      tellOnce(place, "the graph is a slice of time; when it was is left out.")
    }
  }

  private mutating func startAttribute(_ values: [String: String], _ place: Diagnostic.Place) -> Open.Kind {
    guard case .attributes(let isNode)? = open.last?.kind else { return .other }
    guard let id = values["id"], !id.isEmpty else {
      findings.leftOut(place, "an attribute has no 'id'; expected one.")
      return .other
    }
    let title = values["title"].flatMap { $0.isEmpty ? nil : $0 } ?? id
    var name = title
    var number = 1
    let known = Set((isNode ? declared.nodes : declared.edges).values.map(\.name))
    while known.contains(name) {
      number += 1
      name = "\(title)_\(number)"
    }
    if name != title {
      findings.warning(
        place,
        "two attributes are called '\(Node.shortened(title))'; the second is read as '\(Node.shortened(name))'."
      )
    }
    let declaration = Declaration(name: name, isNode: isNode)
    if isNode { declared.nodes[id] = declaration } else { declared.edges[id] = declaration }
    if let kind = Self.kind(values["type"]?.lowercased()) {
      if isNode { network.nodeKinds[name] = kind } else { network.edgeKinds[name] = kind }
    }
    if max(declared.nodes.count, declared.edges.count) > InputLimits.keys {
      tellTooMany("attributes", limit: InputLimits.keys, place)
    }
    return .attribute(id: id, isNode: isNode)
  }

  private static func kind(_ type: String?) -> AttributeValue.Kind? {
    switch type {
    case "integer", "int", "long", "short", "byte", "biginteger": .integer
    case "float", "double", "bigdecimal": .number
    case "boolean", "bool": .boolean
    default: nil
    }
  }

  private mutating func startNode(_ values: [String: String], _ place: Diagnostic.Place) {
    let id = required("id", of: "node", values, place)
    if let first = places[Array(id.utf8)] {
      findings.error(
        place, "two nodes have the id '\(Node.shortened(id))'; the first is on line \(first.line).")
    }
    places[Array(id.utf8)] = place
    var element = GEXFElement(isNode: true, index: network.nodes.count, place)
    if let label = values["label"] { element.attributes["label"] = label }
    if let parent = values["pid"] ?? elements.last(where: \.isNode).map({ network.nodes[$0.index].id }) {
      element.attributes["parent"] = parent
      tellOnce(place, "nodes have others inside of them; which, their attribute 'parent' keeps.")
    }
    element.takeTimes(values)
    network.nodes.append(ForeignNetwork.Node(id: id, place: place))
    elements.append(element)
    if network.nodes.count > InputLimits.networkElements {
      tellTooMany("nodes", limit: InputLimits.networkElements, nil)
    }
  }

  private mutating func startEdge(_ values: [String: String], _ place: Diagnostic.Place) {
    var leadsOneWay = isDirected
    switch values["type"]?.lowercased() {
    case "directed"?: leadsOneWay = true
    case "undirected"?, "mutual"?: leadsOneWay = false
    case nil, ""?: break
    case let type?:
      tellOnce(
        place,
        "found an edge of the type '\(Node.shortened(type))'; expected 'directed', 'undirected' or 'mutual'. It is read as the graph's."
      )
    }
    if leadsOneWay { network.isDirected = true }
    var element = GEXFElement(isNode: false, index: network.edges.count, place)
    if let label = values["label"], !label.isEmpty { element.attributes["label"] = label }
    if let kind = values["kind"], !kind.isEmpty { element.attributes["kind"] = kind }
    var weight: Double?
    if let text = values["weight"], !text.isEmpty {
      weight = Double(text).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
      // What is no weight, the builder tells.
      if weight == nil { element.attributes["weight"] = text }
    }
    element.takeTimes(values)
    network.edges.append(
      ForeignNetwork.Edge(
        id: values["id"].flatMap { $0.isEmpty ? nil : $0 },
        source: required("source", of: "edge", values, place),
        target: required("target", of: "edge", values, place), isDirected: leadsOneWay, weight: weight,
        place: place))
    elements.append(element)
    if network.edges.count > InputLimits.networkElements {
      tellTooMany("edges", limit: InputLimits.networkElements, nil)
    }
  }

  private mutating func required(
    _ attribute: String, of element: String, _ values: [String: String], _ place: Diagnostic.Place
  ) -> String {
    if let value = values[attribute], !value.isEmpty { return value }
    findings.error(place, "the element '\(element)' has no '\(attribute)'; expected one.")
    return ""
  }

  private mutating func tellTooMany(_ what: String, limit: Int, _ place: Diagnostic.Place?) {
    findings.forget()
    findings.error(place, InputLimits.tooMany(what, in: "the file", limit: limit))
    isTooLarge = true
  }

  private mutating func end(_ place: Diagnostic.Place) {
    guard let last = open.popLast() else { return }
    switch last.kind {
    case .element: if let element = elements.popLast() { finish(element, isOurs: isOurs) }
    case .text(let name): take(name, text: last.text, place)
    default: break
    }
  }

  private mutating func take(_ name: String, text: String, _ place: Diagnostic.Place) {
    let words = text.trimmingCharacters(in: .whitespacesAndNewlines)
    switch name {
    case "default":
      guard case .attribute(let id, let isNode)? = open.last?.kind, !words.isEmpty else { return }
      if isNode { declared.nodes[id]?.fallback = words } else { declared.edges[id]?.fallback = words }
    case "options":
      if case .attribute? = open.last?.kind {
        tellOnce(place, "which values an attribute may have ('options') is left out.")
      }
    case "creator":
      isOurs = words == GEXFWriter.creator
      if !isOurs, !words.isEmpty { network.attributes.append(Attribute("creator", .text(words))) }
    case "description": if !words.isEmpty { network.title = isOurs ? text : words }
    case "keywords":
      if isOurs {
        for attribute in GEXFKeywords.attributes(text) {
          if attribute.name == "language" {
            network.language = attribute.value.description
          } else {
            network.attributes.append(attribute)
          }
        }
      } else if !words.isEmpty {
        network.attributes.append(Attribute("keywords", .text(words)))
      }
    default: break
    }
  }

  // MARK: The whole file

  private mutating func finish() {
    if graphs == 0, findings.diagnostics.isEmpty {
      findings.error(nil, "the file has no 'graph'; expected one.")
    }
    network.attributes.sort { $0.name < $1.name }
    for declaration in declared.nodes.values {
      if let fallback = declaration.fallback { network.nodeDefaults[declaration.name] = fallback }
    }
    for declaration in declared.edges.values {
      if let fallback = declaration.fallback { network.edgeDefaults[declaration.name] = fallback }
    }
    noteTimes()
    makeMissingNodes()
  }

  private mutating func noteTimes() {
    if times.hasOpenEnds {
      findings.warning(
        nil,
        "intervals that end before a day or a year, or begin after one, are read as to the day or year before, and from the one after."
      )
    }
    switch times.numbers {
    case .partsOfYears: findings.warning(nil, "times are numbers with parts of years; they are read as days.")
    case .seconds, .milliseconds:
      findings.warning(
        nil,
        "times are very large numbers; they are read as \(times.numbers == .seconds ? "seconds" : "milliseconds") since 1970."
      )
    case .years: break
    }
    for (index, intervals) in timed.nodes {
      if let text = times.text(intervals) { network.nodes[index].attributes["when"] = text }
    }
    for (index, intervals) in timed.edges {
      if let text = times.text(intervals) { network.edges[index].attributes["when"] = text }
    }
    for change in changing {
      let text = change.values.map { value in
        times.text([value.when]).map { "\(value.text) (\($0))" } ?? value.text
      }.joined(separator: "; ")
      if change.isNode {
        network.nodes[change.index].attributes[change.name] = text
      } else {
        network.edges[change.index].attributes[change.name] = text
      }
    }
    if let first = changing.first {
      let count = Set(changing.map { "\($0.isNode) \($0.name)" }).count
      findings.warning(
        nil,
        "the values of \(count == 1 ? "an attribute" : "\(count) attributes") change over time ('\(Node.shortened(first.name))'); they are kept "
          + "as texts with their times.")
    }
  }

  /// Makes the nodes that edges name and that the file does not have.
  private mutating func makeMissingNodes() {
    for index in network.edges.indices {
      let edge = network.edges[index]
      for end in [edge.source, edge.target] where !end.isEmpty && places[Array(end.utf8)] == nil {
        places[Array(end.utf8)] = edge.place ?? Diagnostic.Place(line: 1, column: 1)
        network.nodes.append(ForeignNetwork.Node(id: end, place: edge.place))
        findings.warning(
          edge.place, "an edge names the node '\(Node.shortened(end))', which is not in the file; it is made."
        )
      }
    }
  }
}
