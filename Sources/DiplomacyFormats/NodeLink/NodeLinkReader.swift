import Diplomacy

/// Reads a network in JSON with lists of nodes and of edges: as NetworkX writes it (node-link, adjacency and tree data of all its
/// versions), as D3, sigma.js and vis.js take it, as graphology exports it, and JSON Graph Format. Described in
/// Documentation/Formats.md.
struct NodeLinkReader: JSONNetworkReader {
  var json: JSONNetwork
  /// What the file says of direction; nil: nothing.
  var isDirected: Bool?
  /// Whether it is graphology's, where edges lead one way that do not say otherwise.
  var isGraphology = false
  var isGraphFormat = false
  var hasIDs = false
  /// Whether nodes are named by 'key', as graphology has them.
  var hasNodeKeys = false
  var hasWeights = false
  var isOurs = false
  /// The neighbours of each node, in NetworkX' adjacency data, by the place of the node.
  var adjacency: [(node: Int, edge: JSONNetwork.Edge)] = []
  /// The nodes of a tree by their places, parent and child.
  var branches: [(parent: Int, child: Int)] = []
  var hasTree = false
  /// What the object at the top says besides; in a tree it is its root.
  var topValues: [(key: String, value: JSONScalar, place: Diagnostic.Place)] = []

  init(_ findings: ImportFindings) { json = JSONNetwork(findings) }

  mutating func read(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    guard try reader.next() == .beginObject else {
      throw JSONReader.Fault(place: reader.place, message: Self.nothingFound)
    }
    try reader.members { reader, key throws(JSONReader.Fault) in try takeMember(key, &reader, isTop: true) }
    if !json.hasNodes, json.edges.isEmpty, adjacency.isEmpty {
      throw JSONReader.Fault(place: nil, message: Self.nothingFound)
    }
  }

  private static let nothingFound =
    "this is JSON without a network that is understood; expected an object with 'nodes' and with 'links' or 'edges' (NetworkX, D3, "
    + "graphology), 'elements' (Cytoscape), 'incidences' (HIF), or CX2."

  private mutating func takeMember(
    _ key: String, _ reader: inout JSONReader, isTop: Bool
  ) throws(JSONReader.Fault) {
    switch key {
    case "nodes", "vertices": try takeNodes(&reader)
    case "links", "edges": try takeEdges(&reader)
    case "adjacency": try takeAdjacency(&reader)
    case "directed":
      isDirected = try reader.scalar().boolean
    case "multigraph": _ = try reader.scalar()
    case "options":
      isGraphology = true
      try takeOptions(&reader)
    case "attributes", "metadata": try json.keepGraphAttributes(&reader)
    case "graph" where isTop: try takeGraph(&reader)
    case "children" where isTop: try takeTree(&reader)
    case "id" where isTop, "name" where isTop, "label", "type", "title":
      let value = try reader.scalar()
      topValues.append((key, value, reader.place))
    default: try json.leaveOut(key, &reader)
    }
  }

  private mutating func takeOptions(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    let token = try reader.next()
    guard token == .beginObject else { return try reader.skip(token) }
    try reader.members { reader, key throws(JSONReader.Fault) in
      let value = try reader.scalar()
      if key == "type" { isDirected = value.text != "undirected" }
    }
  }

  /// The attributes of the whole, or in JSON Graph Format all of it.
  private mutating func takeGraph(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    var ahead = reader
    guard try ahead.next() == .beginObject else { return try json.keepGraphAttributes(&reader) }
    var isWhole = false
    while try ahead.next() == .key {
      let key = ahead.text
      let value = try ahead.next()
      if key == "nodes" || key == "edges", value == .beginList || value == .beginObject {
        isWhole = true
        break
      }
      try ahead.skip(value)
    }
    guard isWhole else { return try json.keepGraphAttributes(&reader) }
    isGraphFormat = true
    _ = try reader.next()
    try reader.members { reader, key throws(JSONReader.Fault) in try takeMember(key, &reader, isTop: false) }
  }

  // MARK: Nodes

  private mutating func takeNodes(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    json.hasNodes = true
    let token = try reader.next()
    switch token {
    case .beginList:
      try reader.elements { reader, token throws(JSONReader.Fault) in try takeNode(token, nil, &reader) }
    case .beginObject:
      // JSON Graph Format has them by their ids.
      try reader.members { reader, key throws(JSONReader.Fault) in
        let token = try reader.next()
        try takeNode(token, JSONIdentity(key), &reader)
      }
    default:
      throw JSONReader.Fault(place: reader.place, message: "found no list of nodes; expected a list.")
    }
  }

  private mutating func takeNode(
    _ token: JSONReader.Token, _ id: JSONIdentity?, _ reader: inout JSONReader
  ) throws(JSONReader.Fault) {
    var node = JSONNetwork.Vertex(id: id, place: reader.place)
    var key: JSONScalar?
    if token == .beginObject {
      try reader.members { reader, name throws(JSONReader.Fault) in
        switch name {
        case "id" where id == nil: node.id = Self.identity(try reader.scalar())
        case "key" where id == nil: key = try reader.scalar()
        case "attributes", "metadata":
          try json.keepMembers(&reader, as: name, in: &node.attributes, of: .node)
        default:
          json.keep(try reader.scalar(), as: name, in: &node.attributes, of: .node, at: reader.place)
        }
      }
    } else {
      node.id = Self.identity(try reader.scalar(token))
    }
    if node.id == nil, let key, let id = JSONIdentity(key) {
      node.id = id
      hasNodeKeys = true
    } else if let key {
      json.keep(key, as: "key", in: &node.attributes, of: .node, at: node.place)
    }
    if node.id != nil { hasIDs = true }
    json.nodes.append(node)
    try json.checkRoom()
  }

  /// An id; null is one in NetworkX.
  static func identity(_ value: JSONScalar) -> JSONIdentity? {
    value == .missing ? JSONIdentity("null", isText: false) : JSONIdentity(value)
  }

  // MARK: Edges

  private mutating func takeEdges(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    guard try reader.next() == .beginList else {
      throw JSONReader.Fault(place: reader.place, message: "found no list of edges; expected a list.")
    }
    try reader.elements { reader, token throws(JSONReader.Fault) in
      var edge = JSONNetwork.Edge(place: reader.place)
      switch token {
      case .beginObject: try takeMembers(of: &edge, &reader)
      case .beginList: try takePair(&edge, &reader)
      default: try reader.skip(token)
      }
      json.edges.append(edge)
      try json.checkRoom()
    }
  }

  /// An edge that is a list of its ends and perhaps a weight.
  private mutating func takePair(_ edge: inout JSONNetwork.Edge, _ reader: inout JSONReader) throws(JSONReader
    .Fault)
  {
    var values: [JSONScalar] = []
    try reader.elements { reader, token throws(JSONReader.Fault) in values.append(try reader.scalar(token)) }
    guard values.count >= 2 else { return }
    (edge.source, edge.target) = (Self.identity(values[0]), Self.identity(values[1]))
    if values.count > 2 {
      hasWeights = true
      take(values[2], as: "weight", of: &edge, at: edge.place)
    }
  }

  private mutating func takeMembers(
    of edge: inout JSONNetwork.Edge, _ reader: inout JSONReader
  ) throws(JSONReader.Fault) {
    var (from, to): (JSONScalar?, JSONScalar?)
    while try reader.next() == .key {
      let name = reader.text
      switch name {
      case "source": edge.source = try end(&reader)
      case "target": edge.target = try end(&reader)
      case "from": from = try reader.scalar()
      case "to": to = try reader.scalar()
      case "id": edge.id = JSONIdentity(try reader.scalar())?.text
      case "key": edge.key = JSONIdentity(try reader.scalar())
      case "undirected": if let value = try reader.scalar().boolean { edge.isDirected = !value }
      case "attributes", "metadata":
        let token = try reader.next()
        guard token == .beginObject else {
          json.keep(try reader.scalar(token), as: name, in: &edge.attributes, of: .edge, at: reader.place)
          continue
        }
        while try reader.next() == .key {
          let name = reader.text
          take(try reader.scalar(), as: name, of: &edge, at: reader.place)
        }
      default: take(try reader.scalar(), as: name, of: &edge, at: reader.place)
      }
    }
    // vis.js says so.
    for (value, name) in [(from, "from"), (to, "to")] {
      guard let value else { continue }
      if name == "from", edge.source == nil {
        edge.source = Self.identity(value)
      } else if name == "to", edge.target == nil {
        edge.target = Self.identity(value)
      } else {
        json.keep(value, as: name, in: &edge.attributes, of: .edge, at: edge.place)
      }
    }
  }

  private mutating func take(
    _ value: JSONScalar, as name: String, of edge: inout JSONNetwork.Edge, at place: Diagnostic.Place
  ) {
    switch name {
    case "weight":
      hasWeights = true
      if let weight = JSONNetwork.weight(value) { return edge.weight = weight }
    case "directed":
      if case .boolean(let value) = value { return edge.isDirected = value }
    case "statement": isOurs = true
    // vis.js draws edges with an arrow so.
    case "arrows": if value.text?.contains("to") == true { edge.isDirected = true }
    default: break
    }
    json.keep(value, as: name, in: &edge.attributes, of: .edge, at: place)
  }

  /// The id of a node that an edge names; D3 puts the whole node there once it has drawn it.
  private mutating func end(_ reader: inout JSONReader) throws(JSONReader.Fault) -> JSONIdentity? {
    let token = try reader.next()
    guard token == .beginObject else { return Self.identity(try reader.scalar(token)) }
    var found: [String: JSONIdentity] = [:]
    try reader.members { reader, name throws(JSONReader.Fault) in
      let value = try reader.scalar()
      if ["id", "key", "name", "index"].contains(name) { found[name] = JSONIdentity(value) }
    }
    return found["id"] ?? found["key"] ?? found["name"] ?? found["index"]
  }

  /// NetworkX' adjacency data: for each node its neighbours.
  private mutating func takeAdjacency(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    guard try reader.next() == .beginList else {
      throw JSONReader.Fault(
        place: reader.place, message: "found no list under 'adjacency'; expected a list.")
    }
    var node = 0
    try reader.elements { reader, token throws(JSONReader.Fault) in
      guard token == .beginList else {
        node += 1
        return try reader.skip(token)
      }
      try reader.elements { reader, token throws(JSONReader.Fault) in
        guard token == .beginObject else { return try reader.skip(token) }
        var edge = JSONNetwork.Edge(place: reader.place)
        try takeMembers(of: &edge, &reader)
        edge.target = edge.id.map { JSONIdentity($0, isText: false) }
        edge.id = nil
        adjacency.append((node, edge))
      }
      node += 1
    }
  }

  /// The children of the object at the top, their children and so on.
  private mutating func takeTree(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    hasTree = true
    json.hasNodes = true
    guard try reader.next() == .beginList else {
      throw JSONReader.Fault(place: reader.place, message: "found no list under 'children'; expected a list.")
    }
    json.nodes.append(JSONNetwork.Vertex(place: reader.place))
    // The nodes whose children are being read, and the node that is being read itself.
    var open = [json.nodes.count - 1]
    var node = open[0]
    while !open.isEmpty {
      let token = try reader.next()
      switch token {
      case .beginObject:
        node = json.nodes.count
        branches.append((open[open.count - 1], node))
        json.nodes.append(JSONNetwork.Vertex(place: reader.place))
        try json.checkRoom()
      case .key:
        let name = reader.text
        let token = try reader.next()
        if name == "children", token == .beginList {
          open.append(node)
        } else if name == "id" {
          json.nodes[node].id = Self.identity(try reader.scalar(token))
        } else {
          let value = try reader.scalar(token)
          json.keep(value, as: name, ofNode: node, at: reader.place)
        }
      case .endList: node = open.removeLast()
      case .endObject: break
      default: try reader.skip(token)
      }
    }
  }
}
