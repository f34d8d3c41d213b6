import Diplomacy

/// Reads the Hypergraph Interchange Format: nodes, edges of any number of ends, and the incidences of both. An edge becomes an
/// agreement and an incidence the statement that a node is party to it, but in our own files what they were. Described in
/// Documentation/Formats.md.
struct HIFReader: JSONNetworkReader {
  var json: JSONNetwork
  var edges: [HyperEdge] = []
  var incidences: [Incidence] = []
  /// Statements that join two edges, from our own files.
  var joins: [Incidence] = []
  var edgePlaces: [JSONIdentity: Int] = [:]

  /// What is said of something.
  typealias Said = [(name: String, value: JSONScalar)]

  struct HyperEdge {
    let id: JSONIdentity
    var said: Said
    let place: Diagnostic.Place
    /// Whether it stands in the list of edges.
    var isListed: Bool
    var incidences: [Int] = []

    /// What is said under a name.
    func text(_ name: String) -> String? { said.last { $0.name == name }?.value.text }
  }

  /// An incidence of a node with an edge; of a statement that joins two edges, the first is the node.
  struct Incidence {
    let node: JSONIdentity
    let edge: JSONIdentity
    let weight: Double?
    let direction: String?
    var said: Said
    let place: Diagnostic.Place
  }

  /// Where our own files have the statements that join two edges, in the metadata.
  static let joinsKey = "entente-statements"

  init(_ findings: ImportFindings) { json = JSONNetwork(findings) }

  mutating func read(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    guard try reader.next() == .beginObject else {
      throw JSONReader.Fault(place: reader.place, message: "found no object; expected one with 'incidences'.")
    }
    var hasIncidences = false
    try reader.members { reader, key throws(JSONReader.Fault) in
      switch key {
      case "network-type":
        let place = reader.place
        let type = try reader.scalar()
        if !["undirected", "directed", "asc"].contains(type.text) {
          json.findings.warning(
            place,
            "found the network-type '\(Node.shortened(type.text ?? "null"))'; expected 'undirected', 'directed' or 'asc'."
          )
        }
        if type.text != "undirected" { json.keep(type, ofGraphAs: key, at: place) }
      case "metadata": try takeMetadata(&reader)
      case "incidences":
        hasIncidences = true
        try records(&reader, key) { hif, record in hif.addIncidence(record) }
      case "nodes": try records(&reader, key) { hif, record in hif.addNode(record) }
      case "edges": try records(&reader, key) { hif, record in hif.addEdge(record) }
      default: try json.leaveOut(key, &reader)
      }
    }
    if !hasIncidences {
      json.findings.warning(nil, "the file has no 'incidences', which HIF requires; its edges have no ends.")
    }
  }

  private mutating func takeMetadata(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    let token = try reader.next()
    guard token == .beginObject else { return try reader.skip(token) }
    try reader.members { reader, name throws(JSONReader.Fault) in
      guard name == Self.joinsKey else {
        return json.keep(try reader.scalar(), ofGraphAs: name, at: reader.place)
      }
      try records(&reader, name) { hif, record in hif.addJoin(record) }
    }
  }

  // MARK: Records

  /// An object of one of the lists.
  struct Record {
    let place: Diagnostic.Place
    /// Its members, but for those of `attrs`.
    var members: Said = []
    /// The members of `attrs`.
    var said: Said = []

    func identity(_ name: String) -> JSONIdentity? {
      members.last { $0.name == name }.flatMap { JSONIdentity($0.value) }
    }

    func value(_ name: String) -> JSONScalar { members.last { $0.name == name }?.value ?? .missing }

    /// Its attributes, and the members that are none of HIF's.
    func rest(besides known: Set<String>) -> Said { members.filter { !known.contains($0.name) } + said }
  }

  private mutating func records(
    _ reader: inout JSONReader, _ list: String, _ add: (inout HIFReader, Record) -> Void
  ) throws(JSONReader.Fault) {
    let token = try reader.next()
    guard token == .beginList else {
      json.findings.leftOut(reader.place, "found no list under '\(list)'; expected one.")
      return try reader.skip(token)
    }
    while true {
      let token = try reader.next()
      if token == .endList { return }
      var record = Record(place: reader.place)
      guard token == .beginObject else {
        json.findings.leftOut(reader.place, "found an entry of '\(list)' that is no object.")
        try reader.skip(token)
        continue
      }
      while try reader.next() == .key {
        let name = reader.text
        let token = try reader.next()
        guard name == "attrs", token == .beginObject else {
          record.members.append((name, try reader.scalar(token)))
          continue
        }
        while try reader.next() == .key {
          let name = reader.text
          record.said.append((name, try reader.scalar()))
        }
      }
      add(&self, record)
      if edges.count > InputLimits.networkElements || incidences.count > InputLimits.networkElements {
        json.findings.forget()
        throw JSONReader.Fault(
          place: nil, message: InputLimits.tooMany(list, in: "the file", limit: InputLimits.networkElements))
      }
      try json.checkRoom()
    }
  }

  private mutating func addNode(_ record: Record) {
    guard let id = record.identity("node") else {
      return json.findings.leftOut(record.place, "the node has no 'node'; expected its id there.")
    }
    var node = JSONNetwork.Vertex(id: id, place: record.place)
    for (name, value) in record.rest(besides: ["node"]) {
      json.keep(value, as: name, in: &node.attributes, of: .node, at: record.place)
    }
    json.nodes.append(node)
  }

  private mutating func addEdge(_ record: Record) {
    guard let id = record.identity("edge") else {
      return json.findings.leftOut(record.place, "the edge has no 'edge'; expected its id there.")
    }
    let index = index(of: id, record.place)
    if edges[index].isListed {
      json.findings.error(
        record.place,
        "two edges have the id '\(Node.shortened(id.text))'; the first is on line \(edges[index].place.line)."
      )
    }
    edges[index].isListed = true
    edges[index].said = record.rest(besides: ["edge"])
  }

  /// The place of an edge, which is new perhaps.
  private mutating func index(of id: JSONIdentity, _ place: Diagnostic.Place) -> Int {
    if let index = edgePlaces[id] { return index }
    edgePlaces[id] = edges.count
    edges.append(HyperEdge(id: id, said: [], place: place, isListed: false))
    return edges.count - 1
  }

  private mutating func addIncidence(_ record: Record) {
    guard let edge = record.identity("edge"), let node = record.identity("node") else {
      let missing = record.identity("edge") == nil ? "edge" : "node"
      return json.findings.leftOut(record.place, "the incidence has no '\(missing)'; expected one.")
    }
    let weight = JSONNetwork.weight(record.value("weight"))
    var said = record.rest(besides: ["edge", "node", "weight", "direction"])
    if weight == nil, record.value("weight") != .missing { said.append(("weight", record.value("weight"))) }
    edges[index(of: edge, record.place)].incidences.append(incidences.count)
    incidences.append(
      Incidence(
        node: node, edge: edge, weight: weight, direction: record.value("direction").text, said: said,
        place: record.place))
  }

  private mutating func addJoin(_ record: Record) {
    guard let source = record.identity("source"), let target = record.identity("target") else { return }
    joins.append(
      Incidence(
        node: source, edge: target, weight: JSONNetwork.weight(record.value("weight")), direction: nil,
        said: record.rest(besides: ["source", "target", "weight"]), place: record.place))
  }
}
