import Diplomacy
import Foundation

/// Reads GraphML, whoever wrote it: NetworkX, igraph, Gephi, Cytoscape, yEd, Neo4j, ourselves.
///
/// Elements and attributes of other namespaces are none of GraphML's, whatever their names, but for what yEd draws. Described
/// in Documentation/Formats.md.
struct GraphMLReader: XMLListener {
  var findings: ImportFindings
  var network = ForeignNetwork()
  private(set) var keys = GraphMLKeys()
  private(set) var nodes = GraphMLNodes()
  /// What the names in the document mean, by their numbers, and whether its namespaces are GraphML's.
  private var elements: [GraphMLElement?] = []
  private var names: [GraphMLName?] = []
  private var isOwnNamespace: [Bool?] = []
  private var open: [Open] = []
  private var graphs: [Graph] = []
  private(set) var graphCount = 0
  private var told: Set<String> = []
  /// The number of the key of the data that is open, or what stands for none, or for data without a key; its text, and the
  /// text of a label drawn in it.
  private var data = none
  private static let none = -1
  private static let keyless = -2
  private var text: [UInt8] = []
  private var label: [UInt8] = []
  private(set) var drawing = GraphMLDrawing()
  /// Data whose key the file has not declared yet.
  var later: [(key: Int, owner: Owner, text: String)] = []

  /// An element that has begun.
  private struct Open {
    let element: GraphMLElement
    /// Its place among the nodes, edges, hyperedges or keys; of a graph its number.
    var index = 0
  }

  /// A graph that has begun.
  private struct Graph {
    let isDirected: Bool
    /// The node that it is in.
    let parent: String?
  }

  /// What data are about.
  enum Owner {
    case graph, node(Int), edge(Int), hyperedge(Int)

    var domain: GraphMLKeys.Domain {
      switch self {
      case .graph: .graph
      case .node: .node
      case .edge: .edge
      case .hyperedge: .hyperedge
      }
    }
  }

  private init(file: String, isStrict: Bool) { findings = ImportFindings(file: file, isStrict: isStrict) }

  /// Reads a document.
  /// - Parameter isStrict: Whether what is odd is an error, and not a warning.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String, isStrict: Bool = false) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    do {
      return try read(FilePieces(data), named: file, isStrict: isStrict)
    } catch let error as InputDiagnostics {
      throw error
    } catch {
      throw InputDiagnostics([Diagnostic(file: file, place: nil, message: "\(error)")])
    }
  }

  /// Reads a document piece by piece.
  /// - Throws: ``InputDiagnostics`` with what is wrong, or ``FileError`` when it cannot be read.
  static func read(_ pieces: FilePieces, named file: String, isStrict: Bool = false) throws -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    var reader = GraphMLReader(file: file, isStrict: isStrict)
    do {
      try XMLStream.read(pieces, &reader)
    } catch let fault as XMLReader.Fault {
      reader.findings.error(fault.place, fault.message)
    }
    if !reader.isGivenUp { reader.finish() }
    try reader.findings.check()
    reader.keys.noteDefaults(&reader.network)
    (reader.keys, reader.nodes) = (GraphMLKeys(), GraphMLNodes())
    let graph = reader.network.graph(&reader.findings)
    try reader.findings.check()
    return (graph, reader.findings.warnings)
  }

  // MARK: Parts

  mutating func start(_ element: XMLStream.Start, in stream: XMLStream) {
    let name = self.element(element.name, stream)
    if open.isEmpty {
      // Whatever the namespace of the document's element, it is that of all the rest.
      if let namespace = element.namespace { Self.note(&isOwnNamespace, namespace, true) }
      if name != .graphml {
        findings.error(
          stream.place,
          "found the element '\(Node.shortened(stream.name(element.name)))' at the top; expected 'graphml'. Of XML, GraphML, GEXF and TEI are read."
        )
      }
    }
    let isOwn = element.namespace.map { self.isOwn($0, stream) } ?? true
    if data != Self.none {
      open.append(Open(element: name == .label ? .label : .other))
      if name == .label { label.removeAll(keepingCapacity: true) } else { draw(element, stream) }
    } else {
      begin(isOwn ? name : .other, element, stream)
    }
    if isGivenUp { stream.stop() }
  }

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>, in stream: XMLStream) {
    switch open.last?.element {
    case .data, .fallback, .desc: unsafe text.append(contentsOf: piece)
    case .label: unsafe label.append(contentsOf: piece)
    default: return
    }
    if max(text.count, label.count) > InputLimits.xmlTextBytes {
      stream.fail(
        "found a text of more than \(InputLimits.grouped(InputLimits.xmlTextBytes)) bytes; expected at most as many."
      )
    }
  }

  mutating func end(in stream: XMLStream) {
    guard let last = open.popLast() else { return }
    switch last.element {
    case .graph: if !graphs.isEmpty { graphs.removeLast() }
    case .fallback:
      keys.setDefault(stream.string(text), last.index)
    case .label: drawing.take(label: stream.string(label))
    case .data: endData(stream)
    case .desc:
      if let owner,
        let words = unsafe text.withUnsafeBufferPointer({ unsafe Self.words($0, exactly: false, stream) })
      {
        keep(words, "desc", owner)
      }
    default: break
    }
  }

  // MARK: Elements

  private mutating func begin(_ name: GraphMLElement, _ element: XMLStream.Start, _ stream: XMLStream) {
    var index = 0
    switch name {
    case .graph: beginGraph(element, stream)
    case .node: index = beginNode(element, stream)
    case .edge: index = beginEdge(element, stream)
    case .hyperedge:
      index = network.hyperedges.count
      network.hyperedges.append(
        ForeignNetwork.Hyperedge(id: value(.id, of: element, stream), place: stream.place))
      checkSize(index + 1, "hyperedges")
    case .endpoint: addEndpoint(element, stream)
    case .port:
      tellOnce(stream, "ports are left out: edges join whole nodes.")
    case .locator:
      tellOnce(stream, "addresses of parts of the graph that are elsewhere ('locator') are left out.")
    case .key:
      index = keys.add(key(element, stream), at: stream.place, &findings)
      if keys.count > InputLimits.keys {
        giveUp("keys", in: "the file", limit: InputLimits.keys, stream.place)
      }
    case .fallback:
      index = open.last?.element == .key ? open.last?.index ?? 0 : -1
      text.removeAll(keepingCapacity: true)
    case .data:
      text.removeAll(keepingCapacity: true)
      data = beginData(element, stream)
    case .desc: text.removeAll(keepingCapacity: true)
    default: break
    }
    open.append(Open(element: name == .fallback && index < 0 ? .other : name, index: index))
  }

  private mutating func beginGraph(_ element: XMLStream.Start, _ stream: XMLStream) {
    graphCount += 1
    if graphCount == 2 {
      findings.warning(
        stream.place, "the file has several graphs, or graphs inside of nodes; all are read into one.")
    }
    var isDirected = false
    if let text = value(.edgedefault, of: element, stream) {
      switch text.trimmingCharacters(in: .whitespaces) {
      case "directed": isDirected = true
      case "undirected": break
      default:
        let word = text.trimmingCharacters(in: .whitespaces).lowercased()
        isDirected = word == "directed"
        findings.odd(
          stream.place,
          "found edgedefault '\(Node.shortened(text))'; expected directed or undirected. It is read as \(isDirected ? "directed" : "undirected")."
        )
      }
    }
    if graphCount == 1 { network.isDirected = isDirected }
    let parent = open.last { $0.element == .node }.map { network.nodes[$0.index].id }
    graphs.append(Graph(isDirected: isDirected, parent: parent))
  }

  private mutating func beginNode(_ element: XMLStream.Start, _ stream: XMLStream) -> Int {
    var found = -1
    for index in 0..<element.count where attribute(element, index, stream) == .id { found = index }
    let place = stream.place
    var number = -1
    if found >= 0, unsafe element.value(at: found).count > 0 {
      let bytes = unsafe element.value(at: found)
      number = unsafe nodes.number(of: bytes, stream)
    } else {
      findings.error(place, "the element 'node' has no 'id'; expected one.")
    }
    if number >= 0, let first = nodes.index(number) {
      if nodes.graph(number) == graphCount {
        findings.error(
          place,
          "two nodes have the id '\(Node.shortened(nodes.id(number)))'; the first is on line \(network.nodes[first].place?.line ?? 0)."
        )
      } else {
        tellOnce(stream, "graphs share nodes: what they say of a node is taken together.")
      }
      return first
    }
    let index = network.nodes.count
    network.nodes.append(ForeignNetwork.Node(id: number < 0 ? "" : nodes.id(number), place: place))
    if number >= 0 { nodes.declare(number, index, in: graphCount) }
    if let parent = graphs.last?.parent { network.nodes[index].attributes["parent"] = parent }
    for place in 0..<element.count {
      // Neo4j names the labels of a node outside of its data.
      guard attribute(element, place, stream) == .labels else { continue }
      network.nodes[index].attributes["labels"] = unsafe stream.string(element.value(at: place))
    }
    checkSize(index + 1, "nodes")
    return index
  }

  private mutating func beginEdge(_ element: XMLStream.Start, _ stream: XMLStream) -> Int {
    let place = stream.place
    var (id, source, target): (String?, String, String) = (nil, "", "")
    var isDirected = graphs.last?.isDirected ?? false
    var others: [String: String] = [:]
    for index in 0..<element.count {
      let bytes = unsafe element.value(at: index)
      switch attribute(element, index, stream) {
      case .id where bytes.count > 0: id = unsafe stream.string(bytes)
      case .source where bytes.count > 0: source = unsafe end(bytes, stream)
      case .target where bytes.count > 0: target = unsafe end(bytes, stream)
      case .directed: isDirected = direction(unsafe stream.string(bytes), orElse: isDirected, place)
      case .label: others["label"] = unsafe stream.string(bytes)
      case .sourceport:
        others["sourceport"] = unsafe stream.string(bytes)
        tellOnce(stream, "ports are left out: edges join whole nodes.")
      case .targetport: others["targetport"] = unsafe stream.string(bytes)
      default: break
      }
    }
    for (text, name) in [(source, "source"), (target, "target")] where text.isEmpty {
      findings.error(place, "the element 'edge' has no '\(name)'; expected one.")
    }
    // One edge that leads one way makes a network directed; the others then lead both ways.
    if isDirected { network.isDirected = true }
    network.edges.append(
      ForeignNetwork.Edge(
        id: id, source: source, target: target, isDirected: isDirected, attributes: others, place: place))
    checkSize(network.edges.count, "edges")
    return network.edges.count - 1
  }

  /// The node at the end of an edge, which the file may not have named yet.
  private mutating func end(_ bytes: UnsafeBufferPointer<UInt8>, _ stream: XMLStream) -> String {
    let number = unsafe nodes.number(of: bytes, stream)
    if nodes.index(number) == nil { nodes.mention(number, at: stream.place) }
    return nodes.id(number)
  }

  /// Which way an edge leads, as XML writes what is true or not.
  private mutating func direction(_ text: String, orElse usual: Bool, _ place: Diagnostic.Place) -> Bool {
    let word = text.trimmingCharacters(in: .whitespacesAndNewlines)
    switch word {
    case "true", "1": return true
    case "false", "0": return false
    default: break
    }
    let known = ["true": true, "false": false, "yes": true, "no": false][word.lowercased()]
    findings.odd(
      place,
      "found directed '\(Node.shortened(text))'; expected true or false. It is read as \(known ?? usual ? "true" : "false")\(known == nil ? ", as the graph says." : ".")"
    )
    return known ?? usual
  }

  private mutating func addEndpoint(_ element: XMLStream.Start, _ stream: XMLStream) {
    guard let last = open.last, last.element == .hyperedge else { return }
    for index in 0..<element.count where attribute(element, index, stream) == .node {
      let bytes = unsafe element.value(at: index)
      guard bytes.count > 0 else { continue }
      network.hyperedges[last.index].ends.append(unsafe end(bytes, stream))
      if network.hyperedges[last.index].ends.count > InputLimits.ends {
        giveUp("endpoints", in: "this hyperedge", limit: InputLimits.ends, stream.place)
      }
      return
    }
    findings.error(stream.place, "the element 'endpoint' has no 'node'; expected one.")
  }

  // MARK: Names

  private mutating func element(_ number: Int, _ stream: XMLStream) -> GraphMLElement {
    if number < elements.count, let known = elements[number] { return known }
    let element = GraphMLElement(rawValue: stream.name(number)) ?? .other
    Self.note(&elements, number, element)
    return element
  }

  /// What an attribute of GraphML is; nil for others.
  mutating func attribute(_ element: XMLStream.Start, _ index: Int, _ stream: XMLStream) -> GraphMLName? {
    guard let number = element.name(at: index) else { return nil }
    if number < names.count, let known = names[number] { return known }
    let name = GraphMLName(rawValue: stream.name(number)) ?? .other
    Self.note(&names, number, name)
    return name
  }

  /// Whether a namespace is GraphML's.
  private mutating func isOwn(_ number: Int, _ stream: XMLStream) -> Bool {
    if number < isOwnNamespace.count, let known = isOwnNamespace[number] { return known }
    let isOwn = stream.name(number).contains("graphml.graphdrawing.org")
    Self.note(&isOwnNamespace, number, isOwn)
    return isOwn
  }

  private static func note<Meaning>(_ known: inout [Meaning?], _ number: Int, _ meaning: Meaning) {
    while known.count <= number { known.append(nil) }
    known[number] = meaning
  }

  /// The value of an attribute; an empty one is none.
  mutating func value(_ name: GraphMLName, of element: XMLStream.Start, _ stream: XMLStream) -> String? {
    for index in 0..<element.count where attribute(element, index, stream) == name {
      let bytes = unsafe element.value(at: index)
      return bytes.count == 0 ? nil : unsafe stream.string(bytes)
    }
    return nil
  }

  // MARK: Data

  private mutating func beginData(_ element: XMLStream.Start, _ stream: XMLStream) -> Int {
    if !drawing.isEmpty { drawing = GraphMLDrawing() }
    for index in 0..<element.count where attribute(element, index, stream) == .key {
      let bytes = unsafe element.value(at: index)
      guard bytes.count > 0 else { continue }
      return unsafe keys.number(of: bytes, at: stream.place)
    }
    findings.error(stream.place, "the element 'data' has no 'key'; expected one.")
    return Self.keyless
  }

  private mutating func draw(_ element: XMLStream.Start, _ stream: XMLStream) {
    drawing.take(element, stream)
  }

  private var owner: Owner? {
    guard let last = open.last else { return nil }
    switch last.element {
    case .node: return .node(last.index)
    case .edge: return .edge(last.index)
    case .hyperedge: return .hyperedge(last.index)
    case .graph: return graphCount == 1 ? .graph : nil
    default: return nil
    }
  }

  private mutating func endData(_ stream: XMLStream) {
    let number = data
    data = Self.none
    guard let owner else {
      if open.last?.element == .graph {
        tellOnce(stream, "what is said of the second graph and of later ones is left out.")
      }
      return
    }
    if !drawing.isEmpty { keepDrawing(owner, stream) }
    let place = stream.place
    let text = text
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe store(bytes, number, owner, place, stream)
    }
  }

  private mutating func keepDrawing(_ owner: Owner, _ stream: XMLStream) {
    for (name, value, kind) in drawing.values {
      keys.note(kind, of: name, owner.domain)
      keep(value, name, owner)
    }
    if drawing.isPartial {
      tellOnce(
        stream, "of what yEd draws, labels, places, sizes, colours and shapes are kept; the rest is left out."
      )
    }
  }

  /// Notes what is worth telling once.
  private mutating func tellOnce(_ stream: XMLStream, _ message: String) {
    if told.insert(message).inserted { findings.warning(stream.place, message) }
  }

  // MARK: Limits

  private(set) var isTooLarge = false
  var isGivenUp: Bool { isTooLarge || findings.isHopeless }

  private mutating func checkSize(_ count: Int, _ what: String) {
    if count > InputLimits.networkElements {
      giveUp(what, in: "the file", limit: InputLimits.networkElements, nil)
    }
  }

  /// Gives the file up.
  private mutating func giveUp(_ what: String, in whole: String, limit: Int, _ place: Diagnostic.Place?) {
    findings.forget()
    findings.error(place, InputLimits.tooMany(what, in: whole, limit: limit))
    isTooLarge = true
  }
}
