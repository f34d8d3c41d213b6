import Diplomacy
import Foundation

/// A network as it is read from JSON, of whichever format: nodes and edges with the ids that the file gives, until all are known.
struct JSONNetwork {
  /// A node.
  struct Vertex {
    /// Its id; nil where it has none.
    var id: JSONIdentity?
    /// What it is called here, where that is something else.
    var name: String?
    var attributes: [String: String] = [:]
    let place: Diagnostic.Place
  }

  /// What attributes are of.
  enum Domain { case node, edge }

  /// An edge.
  struct Edge {
    var id: String?
    /// What sets it apart from others of the same ends.
    var key: JSONIdentity?
    var source: JSONIdentity?
    var target: JSONIdentity?
    /// Whether it leads one way; nil: as the network says.
    var isDirected: Bool?
    var role: Role?
    var weight: Double?
    var attributes: [String: String] = [:]
    let place: Diagnostic.Place
  }

  var findings: ImportFindings
  var nodes: [Vertex] = []
  var edges: [Edge] = []
  var names = JSONNames()
  /// Whether edges that do not say it lead one way.
  var isDirected = false
  /// Whether the file has a list of nodes at all.
  var hasNodes = false
  var nodeKinds = AttributeKinds()
  var edgeKinds = AttributeKinds()
  var network = ForeignNetwork()
  private var leftOut: [String] = []
  private var graphAttributes: [(name: String, value: AttributeValue)] = []
  /// The attributes that are lists or objects somewhere.
  private var nested: Set<String> = []

  init(_ findings: ImportFindings) { self.findings = findings }

  // MARK: Values

  /// Keeps what is said of a node or an edge.
  mutating func keep(
    _ value: JSONScalar, as name: String, in attributes: inout [String: String], of domain: Domain,
    at place: Diagnostic.Place
  ) {
    guard let text = value.text else { return }
    if case .nested = value { noteNested(name, place) }
    switch domain {
    case .node: nodeKinds.add(value, name)
    case .edge: edgeKinds.add(value, name)
    }
    attributes[name] = text
  }

  /// Keeps what is said of a node that has been read.
  mutating func keep(_ value: JSONScalar, as name: String, ofNode index: Int, at place: Diagnostic.Place) {
    var attributes: [String: String] = [:]
    swap(&attributes, &nodes[index].attributes)
    keep(value, as: name, in: &attributes, of: .node, at: place)
    swap(&attributes, &nodes[index].attributes)
  }

  /// Keeps what is said of an edge that has been read.
  mutating func keep(_ value: JSONScalar, as name: String, ofEdge index: Int, at place: Diagnostic.Place) {
    var attributes: [String: String] = [:]
    swap(&attributes, &edges[index].attributes)
    keep(value, as: name, in: &attributes, of: .edge, at: place)
    swap(&attributes, &edges[index].attributes)
  }

  /// Keeps the members of an object as what is said of a node or an edge; another value under its own name.
  mutating func keepMembers(
    _ json: inout JSONReader, as name: String, in attributes: inout [String: String], of domain: Domain
  ) throws(JSONReader.Fault) {
    let token = try json.next()
    guard token == .beginObject else {
      return keep(try json.scalar(token), as: name, in: &attributes, of: domain, at: json.place)
    }
    while try json.next() == .key {
      let key = json.text
      keep(try json.scalar(), as: key, in: &attributes, of: domain, at: json.place)
    }
  }

  private mutating func noteNested(_ name: String, _ place: Diagnostic.Place) {
    guard nested.insert(name).inserted else { return }
    findings.warning(
      place, "'\(Node.shortened(name))' holds lists or objects; they are kept as text, as they stand in JSON."
    )
  }

  /// Keeps what is said of the whole.
  mutating func keep(_ value: JSONScalar, ofGraphAs name: String, at place: Diagnostic.Place) {
    switch value {
    case .missing: return
    case .text(let text): graphAttributes.append((name, .text(text)))
    case .number(let text):
      graphAttributes.append((name, AttributeValue(text, as: AttributeKinds.kind(ofNumber: text))))
    case .boolean(let value): graphAttributes.append((name, .boolean(value)))
    case .nested(let text):
      noteNested(name, place)
      graphAttributes.append((name, .text(text)))
    }
  }

  /// Keeps the members of an object as what is said of the whole, or of a list of pairs of key and value.
  mutating func keepGraphAttributes(_ json: inout JSONReader) throws(JSONReader.Fault) {
    let token = try json.next()
    if token == .beginObject {
      try json.members { json, name throws(JSONReader.Fault) in
        keep(try json.scalar(), ofGraphAs: name, at: json.place)
      }
    } else if token == .beginList {
      try json.elements { json, token throws(JSONReader.Fault) in
        guard token == .beginList else { return try json.skip(token) }
        var pair: [JSONScalar] = []
        try json.elements { json, token throws(JSONReader.Fault) in pair.append(try json.scalar(token)) }
        if pair.count == 2, let name = pair[0].text { keep(pair[1], ofGraphAs: name, at: json.place) }
      }
    } else {
      try json.skip(token)
    }
  }

  /// Reads over a member that no network has a place for, and tells it in the end.
  mutating func leaveOut(_ name: String, _ json: inout JSONReader) throws(JSONReader.Fault) {
    let token = try json.next()
    if token != .null, !leftOut.contains(name), leftOut.count < ImportFindings.most { leftOut.append(name) }
    try json.skip(token)
  }

  /// A weight that a graph can hold.
  static func weight(_ value: JSONScalar) -> Double? { value.number.flatMap { $0 >= 0 ? $0 : nil } }

  // MARK: Size

  /// Gives the file up where it has more nodes or edges than there is room for.
  mutating func checkRoom() throws(JSONReader.Fault) {
    let most = max(nodes.count, edges.count)
    guard most > InputLimits.networkElements else { return }
    findings.forget()
    throw JSONReader.Fault(
      place: nil,
      message: InputLimits.tooMany(
        nodes.count == most ? "nodes" : "edges", in: "the file", limit: InputLimits.networkElements))
  }

  // MARK: The whole

  /// Tells what the reader of JSON noted.
  mutating func tell(_ json: JSONReader) {
    for note in json.notes { findings.warning(note.place, note.message) }
    for _ in 0..<json.moreNotes { findings.warning(nil, "") }
  }

  /// Gives the nodes their names.
  mutating func nameNodes() {
    let kinds = Set(nodes.lazy.compactMap { $0.id?.isText })
    var first: [JSONIdentity: Diagnostic.Place] = [:]
    network.nodes.reserveCapacity(nodes.count)
    for node in nodes {
      guard let id = node.id else {
        findings.leftOut(node.place, "the node has no id; expected one.")
        continue
      }
      guard let name = names.declare(id, as: node.name) else {
        if first.isEmpty { for node in nodes.reversed() { if let id = node.id { first[id] = node.place } } }
        findings.error(
          node.place,
          "two nodes have the id '\(Node.shortened(id.text))'; the first is on line \(first[id]?.line ?? 1), column \(first[id]?.column ?? 1)."
        )
        continue
      }
      if name != node.name ?? id.text, kinds.count > 1 {
        findings.warning(
          node.place,
          "'\(Node.shortened(id.text))' is the id of two nodes, of one as a number and of one as a text; this one is called "
            + "'\(Node.shortened(name))'.")
      }
      network.nodes.append(ForeignNetwork.Node(id: name, attributes: node.attributes, place: node.place))
    }
    nodes = []
  }

  /// Joins the nodes: an end that is no node becomes one, with a warning.
  mutating func joinNodes(wordsFor edge: String = "an edge") {
    var known: NearestNames?
    if !hasNodes, !edges.isEmpty {
      findings.warning(
        edges[0].place, "the file has no list of nodes; the ends of its edges are taken for nodes.")
    }
    network.edges.reserveCapacity(edges.count)
    for item in edges {
      guard let source = item.source, let target = item.target else {
        findings.leftOut(
          item.place, "\(edge) has no '\(item.source == nil ? "source" : "target")'; expected one.")
        continue
      }
      var ends: [String] = []
      for end in [source, target] {
        if let name = names.name(end) {
          ends.append(name)
          continue
        }
        if hasNodes {
          if known == nil { known = NearestNames(network.nodes.map(\.id)) }
          findings.warning(
            item.place,
            "\(edge) names the node '\(Node.shortened(end.text))', which is not among the nodes; it is added.\(known?.didYouMean(end.text) ?? "")"
          )
        }
        let name = names.declare(end) ?? end.text
        network.nodes.append(ForeignNetwork.Node(id: name, place: item.place))
        ends.append(name)
      }
      network.edges.append(
        ForeignNetwork.Edge(
          id: item.id, source: ends[0], target: ends[1], isDirected: item.isDirected ?? isDirected,
          role: item.role,
          weight: item.weight, attributes: item.attributes, place: item.place))
    }
    edges = []
  }

  /// The graph, when all is read.
  mutating func graph() throws(InputDiagnostics) -> (DiplomaticGraph, [Diagnostic]) {
    if !leftOut.isEmpty {
      let names = shortList(leftOut.map { "'\(Node.shortened($0))'" })
      findings.warning(
        nil,
        "\(names) \(leftOut.count == 1 ? "is" : "are") left out: a graph has no place for \(leftOut.count == 1 ? "it" : "them")."
      )
    }
    network.isDirected = isDirected || network.edges.contains(where: \.isDirected)
    network.nodeKinds = nodeKinds.kinds
    network.edgeKinds = edgeKinds.kinds
    takeTimes()
    takeGraphAttributes()
    try findings.check()
    let graph = network.graph(&findings)
    try findings.check()
    return (graph, findings.warnings)
  }

  /// Dates that are numbers; in our own files they are texts.
  private mutating func takeTimes() {
    guard nodeKinds.kinds["category"] == nil || nodeKinds.kinds["kind"] == nil else { return }
    var times = JSONTimes(nodeKinds)
    if !times.isEmpty {
      for index in network.nodes.indices {
        times.take(&network.nodes[index].attributes, at: network.nodes[index].place)
      }
      if let message = times.message { findings.warning(times.odd?.place, message) }
    }
    times = JSONTimes(edgeKinds)
    if !times.isEmpty {
      for index in network.edges.indices {
        times.take(&network.edges[index].attributes, at: network.edges[index].place)
      }
      if let message = times.message { findings.warning(times.odd?.place, message) }
    }
  }

  private mutating func takeGraphAttributes() {
    func text(_ name: String) -> String? {
      graphAttributes.last { $0.name == name }.map(\.value.description).flatMap { $0.isEmpty ? nil : $0 }
    }
    network.title = text("title") ?? text("name") ?? text("label")
    let language = text("language").flatMap {
      $0.wholeMatch(of: /[a-z]{2,3}(-[A-Za-z0-9]+)*/) == nil ? nil : $0
    }
    network.language = language
    var seen: Set<String> = []
    network.attributes =
      graphAttributes.reversed().filter { attribute in
        let isTaken =
          ["title", "name", "label", "shared_name"].contains(attribute.name)
          && attribute.value.description == network.title
          || attribute.name == "language" && language != nil
        return !isTaken && !attribute.value.description.isEmpty && seen.insert(attribute.name).inserted
      }.reversed().map { Attribute($0.name, $0.value) }
  }
}

/// Of which kind the values of attributes are.
struct AttributeKinds {
  private(set) var kinds: [String: AttributeValue.Kind] = [:]

  /// Takes a value in: one that is no number, among numbers, makes all of them texts.
  mutating func add(_ value: JSONScalar, _ name: String) {
    let kind: AttributeValue.Kind
    switch value {
    case .missing: return
    case .text, .nested: kind = .text
    case .number(let text): kind = Self.kind(ofNumber: text)
    case .boolean: kind = .boolean
    }
    guard let known = kinds[name] else {
      kinds[name] = kind
      return
    }
    if known == kind { return }
    let areNumbers = [known, kind].allSatisfy { $0 == .integer || $0 == .number }
    kinds[name] = areNumbers ? .number : .text
  }

  /// Whether a number is a whole one.
  static func kind(ofNumber text: String) -> AttributeValue.Kind {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") } ? .integer : .number
  }
}

/// Reading a file in JSON that holds a network, whichever of the formats its contents are.
enum JSONNetworks {
  /// Reads bytes.
  static func read(_ data: Data, named file: String, _ options: Set<Format.ReadingOption>) throws
    -> GraphFile.Document
  {
    var findings = ImportFindings(file: file, isStrict: options.contains(.strict))
    let text: EncodedText
    do throws(EncodedText.Fault) {
      text = try EncodedText(data, of: "the file")
    } catch {
      findings.error(error.place, error.message)
      throw try thrown(findings)
    }
    if let warning = text.warning { findings.warning(warning.place, warning.message) }
    let shape =
      JSONShape(Array(text.bytes.prefix(FileStart.size))).flatMap { $0.kind == nil ? nil : $0 }
      ?? JSONShape(text.bytes)
    if shape?.isGraphFile == true { return try GraphFile.readDocument(data, named: file) }
    let (graph, warnings) = try read(text.bytes, shape?.kind ?? .nodeLink, findings)
    return GraphFile.Document(imported: (graph, warnings), from: file)
  }

  /// Reads a text in UTF-8 that is of one format.
  static func read(
    _ bytes: [UInt8], _ kind: JSONShape.Kind, _ findings: ImportFindings
  ) throws(InputDiagnostics) -> (DiplomaticGraph, [Diagnostic]) {
    switch kind {
    case .nodeLink, .graphology: try NodeLinkReader.read(bytes, findings)
    case .cytoscape: try CytoscapeReader.read(bytes, findings)
    case .cx: try CXReader.read(bytes, findings)
    case .hif: try HIFReader.read(bytes, findings)
    }
  }

  private static func thrown(_ findings: ImportFindings) throws -> any Error {
    try findings.check()
    return InputDiagnostics([])
  }
}

/// A reader of a network in JSON.
protocol JSONNetworkReader {
  init(_ findings: ImportFindings)
  var json: JSONNetwork { get set }
  /// Reads the text to its end.
  mutating func read(_ reader: inout JSONReader) throws(JSONReader.Fault)
  /// Puts the network together.
  mutating func finish()
}

extension JSONNetworkReader {
  /// Reads a text in UTF-8.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(
    _ bytes: [UInt8], _ findings: ImportFindings
  ) throws(InputDiagnostics) -> (DiplomaticGraph, [Diagnostic]) {
    var network = Self(findings)
    var reader = JSONReader(bytes)
    do throws(JSONReader.Fault) {
      try network.read(&reader)
      _ = try reader.next()
    } catch {
      network.json.findings.error(error.place, error.message)
    }
    network.json.tell(reader)
    try network.json.findings.check()
    network.finish()
    return try network.json.graph()
  }
}
