import Diplomacy

/// Reads the Cytoscape Exchange Format, versions 1 and 2: a list of aspects. Described in Documentation/Formats.md.
struct CXReader: JSONNetworkReader {
  var json: JSONNetwork
  private var isFirstVersion = true
  /// Of each aspect, which attribute a short name stands for.
  private var aliases: [String: [String: String]] = [:]
  /// What the first version says of nodes and edges in aspects of their own.
  private var said: [Said] = []

  private struct Said {
    let domain: JSONNetwork.Domain
    let of: [String]
    let name: String
    let value: JSONScalar
    let place: Diagnostic.Place
  }

  init(_ findings: ImportFindings) {
    json = JSONNetwork(findings)
    json.isDirected = true
  }

  mutating func read(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    guard try reader.next() == .beginList else {
      throw JSONReader.Fault(
        place: reader.place, message: "found no list; expected the list of aspects that CX is.")
    }
    try declareAhead(reader)
    try reader.elements { reader, token throws(JSONReader.Fault) in
      guard token == .beginObject else { return try reader.skip(token) }
      try reader.members { reader, name throws(JSONReader.Fault) in try takeAspect(name, &reader) }
    }
    json.hasNodes = true
  }

  /// Looks for the declarations, which may stand after what they are about.
  private mutating func declareAhead(_ reader: JSONReader) throws(JSONReader.Fault) {
    var reader = reader
    var isDone = false
    do throws(JSONReader.Fault) {
      while !isDone, try reader.next() == .beginObject {
        while try reader.next() == .key {
          let name = reader.text
          if name == "CXVersion" { isFirstVersion = false }
          if name == "numberVerification" { isDone = true }
          if name == "attributeDeclarations" {
            try takeDeclarations(&reader)
            isDone = true
          } else {
            try reader.skip(try reader.next())
          }
        }
      }
    } catch {
      // Told when it is read.
    }
  }

  private mutating func takeAspect(_ name: String, _ reader: inout JSONReader) throws(JSONReader.Fault) {
    switch name {
    case "CXVersion":
      let version = try reader.scalar().text ?? ""
      isFirstVersion = version.hasPrefix("1")
      if !["1", "2"].contains(version.prefix(1)) {
        json.findings.warning(
          reader.place, "this is CX of the version '\(Node.shortened(version))'; it is read as version 2.0.")
      }
    case "attributeDeclarations": try takeDeclarations(&reader)
    case "nodes": try objects(&reader) { cx, reader throws(JSONReader.Fault) in try cx.takeNode(&reader) }
    case "edges": try objects(&reader) { cx, reader throws(JSONReader.Fault) in try cx.takeEdge(&reader) }
    case "networkAttributes":
      try objects(&reader) { cx, reader throws(JSONReader.Fault) in try cx.takeNetworkAttributes(&reader) }
    case "nodeAttributes":
      try objects(&reader) { cx, reader throws(JSONReader.Fault) in try cx.takeSaid(of: .node, &reader) }
    case "edgeAttributes":
      try objects(&reader) { cx, reader throws(JSONReader.Fault) in try cx.takeSaid(of: .edge, &reader) }
    case "cartesianLayout":
      try objects(&reader) { cx, reader throws(JSONReader.Fault) in try cx.takePlace(&reader) }
    case "status": try objects(&reader) { cx, reader throws(JSONReader.Fault) in try cx.takeStatus(&reader) }
    case "metaData", "hasFragments", "numberVerification": try reader.skip(try reader.next())
    default: try json.leaveOut(name, &reader)
    }
  }

  /// Hands the objects of an aspect over, each when its members are next.
  private mutating func objects(
    _ reader: inout JSONReader, _ body: (inout CXReader, inout JSONReader) throws(JSONReader.Fault) -> Void
  ) throws(JSONReader.Fault) {
    let token = try reader.next()
    guard token == .beginList else { return try reader.skip(token) }
    while true {
      let token = try reader.next()
      if token == .endList { return }
      if token == .beginObject { try body(&self, &reader) } else { try reader.skip(token) }
    }
  }

  // MARK: Declarations

  private mutating func takeDeclarations(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    try objects(&reader) { cx, reader throws(JSONReader.Fault) in
      while try reader.next() == .key {
        let aspect = reader.text
        let token = try reader.next()
        guard token == .beginObject else {
          try reader.skip(token)
          continue
        }
        while try reader.next() == .key {
          let name = reader.text
          let token = try reader.next()
          guard token == .beginObject else {
            try reader.skip(token)
            continue
          }
          try cx.takeDeclaration(name, of: aspect, &reader)
        }
      }
    }
  }

  private mutating func takeDeclaration(
    _ name: String, of aspect: String, _ reader: inout JSONReader
  ) throws(JSONReader.Fault) {
    while try reader.next() == .key {
      let key = reader.text
      let value = try reader.scalar()
      switch key {
      case "a": if let alias = value.text { aliases[aspect, default: [:]][alias] = name }
      case "v":
        guard let text = value.text, !text.isEmpty else { break }
        if aspect == "nodes" {
          json.network.nodeDefaults[name] = text
          json.nodeKinds.add(value, name)
        } else if aspect == "edges" {
          json.network.edgeDefaults[name] = text
          json.edgeKinds.add(value, name)
        }
      case "d":
        guard let sample = Self.sample(ofType: value.text ?? "") else { break }
        if aspect == "nodes" { json.nodeKinds.add(sample, name) }
        if aspect == "edges" { json.edgeKinds.add(sample, name) }
      default: break
      }
    }
  }

  /// A value of a type that is declared.
  private static func sample(ofType name: String) -> JSONScalar? {
    switch name {
    case "integer", "long": .number("0")
    case "double": .number("0.0")
    case "boolean": .boolean(true)
    default: nil
    }
  }

  // MARK: Nodes and edges

  private mutating func takeNode(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    var node = JSONNetwork.Vertex(place: reader.place)
    while try reader.next() == .key {
      switch reader.text {
      case "id", "@id": node.id = JSONIdentity(try reader.scalar())
      case "v": try takeValues(of: &node.attributes, .node, "nodes", &reader)
      case "n": json.keep(try reader.scalar(), as: "name", in: &node.attributes, of: .node, at: reader.place)
      case "r":
        json.keep(try reader.scalar(), as: "represents", in: &node.attributes, of: .node, at: reader.place)
      case let name:
        json.keep(try reader.scalar(), as: name, in: &node.attributes, of: .node, at: reader.place)
      }
    }
    json.nodes.append(node)
    try json.checkRoom()
  }

  private mutating func takeEdge(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    var edge = JSONNetwork.Edge(place: reader.place)
    while try reader.next() == .key {
      switch reader.text {
      case "id", "@id": edge.id = JSONIdentity(try reader.scalar())?.text
      case "s": edge.source = JSONIdentity(try reader.scalar())
      case "t": edge.target = JSONIdentity(try reader.scalar())
      case "v": try takeValues(of: &edge.attributes, .edge, "edges", &reader)
      case "i":
        json.keep(try reader.scalar(), as: "interaction", in: &edge.attributes, of: .edge, at: reader.place)
      case let name:
        json.keep(try reader.scalar(), as: name, in: &edge.attributes, of: .edge, at: reader.place)
      }
    }
    json.edges.append(edge)
    try json.checkRoom()
  }

  private mutating func takeValues(
    of attributes: inout [String: String], _ domain: JSONNetwork.Domain, _ aspect: String,
    _ reader: inout JSONReader
  ) throws(JSONReader.Fault) {
    let token = try reader.next()
    guard token == .beginObject else { return try reader.skip(token) }
    let names = aliases[aspect] ?? [:]
    while try reader.next() == .key {
      let key = reader.text
      json.keep(try reader.scalar(), as: names[key] ?? key, in: &attributes, of: domain, at: reader.place)
    }
  }

  private mutating func takeNetworkAttributes(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    var (name, value, type): (String?, JSONScalar, String?) = (nil, .missing, nil)
    let place = reader.place
    let names = aliases["networkAttributes"] ?? [:]
    while try reader.next() == .key {
      let key = reader.text
      let scalar = try reader.scalar()
      guard isFirstVersion else {
        json.keep(scalar, ofGraphAs: names[key] ?? key, at: place)
        continue
      }
      switch key {
      case "n": name = scalar.text
      case "v": value = scalar
      case "d": type = scalar.text
      default: break
      }
    }
    if let name { json.keep(Self.typed(value, type), ofGraphAs: name, at: place) }
  }

  /// The first version writes numbers as texts, with their type beside them.
  private static func typed(_ value: JSONScalar, _ type: String?) -> JSONScalar {
    guard case .text(let text) = value else { return value }
    switch type {
    case "integer", "long", "double": return Double(text) == nil ? value : .number(text)
    case "boolean": return ["true": .boolean(true), "false": .boolean(false)][text.lowercased()] ?? value
    default: return value
    }
  }

  // MARK: The first version

  private mutating func takeSaid(of domain: JSONNetwork.Domain, _ reader: inout JSONReader) throws(JSONReader
    .Fault)
  {
    let place = reader.place
    var (name, value, type): (String?, JSONScalar, String?) = (nil, .missing, nil)
    var owners: [String] = []
    while try reader.next() == .key {
      let key = reader.text
      let token = try reader.next()
      if key == "po", token == .beginList {
        try reader.elements { reader, token throws(JSONReader.Fault) in
          if let owner = try reader.scalar(token).text { owners.append(owner) }
        }
        continue
      }
      let scalar = try reader.scalar(token)
      switch key {
      case "po": if let owner = scalar.text { owners.append(owner) }
      case "n": name = scalar.text
      case "v": value = scalar
      case "d": type = scalar.text
      default: break
      }
    }
    guard let name else { return }
    said.append(Said(domain: domain, of: owners, name: name, value: Self.typed(value, type), place: place))
  }

  private mutating func takePlace(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    let place = reader.place
    var (node, found): (String?, [(String, JSONScalar)]) = (nil, [])
    while try reader.next() == .key {
      let key = reader.text
      let value = try reader.scalar()
      if key == "node" { node = value.text }
      if key == "x" || key == "y" { found.append((key, value)) }
    }
    guard let node else { return }
    for (name, value) in found {
      said.append(Said(domain: .node, of: [node], name: name, value: value, place: place))
    }
  }

  private mutating func takeStatus(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    let place = reader.place
    var (isWell, words) = (true, "")
    while try reader.next() == .key {
      let key = reader.text
      let value = try reader.scalar()
      if key == "success" { isWell = value.boolean ?? true }
      if key == "error" { words = value.text ?? "" }
    }
    if !isWell {
      json.findings.warning(
        place,
        "the file says that it was not made whole\(words.isEmpty ? "" : ": '\(Node.shortened(words))'").")
    }
  }

  mutating func finish() {
    addSaid()
    // In our own files the ids of entities stand beside the numbers.
    if json.nodes.allSatisfy({ $0.attributes["entity"] != nil && $0.attributes["category"] != nil }) {
      for index in json.nodes.indices {
        json.nodes[index].name = json.nodes[index].attributes.removeValue(forKey: "entity")
      }
    }
    json.nameNodes()
    json.joinNodes()
  }

  private mutating func addSaid() {
    guard !said.isEmpty else { return }
    let nodes = places(json.nodes.map { $0.id?.text })
    let edges = places(json.edges.map(\.id))
    for item in said {
      for owner in item.of {
        guard let index = item.domain == .node ? nodes[owner] : edges[owner] else {
          json.findings.warning(
            item.place,
            "'\(Node.shortened(item.name))' is said of \(item.domain == .node ? "node" : "edge") \(Node.shortened(owner)), which is not in the file; it is left out."
          )
          continue
        }
        switch item.domain {
        case .node: json.keep(item.value, as: item.name, ofNode: index, at: item.place)
        case .edge: json.keep(item.value, as: item.name, ofEdge: index, at: item.place)
        }
      }
    }
    said = []
  }

  private func places(_ ids: [String?]) -> [String: Int] {
    var places: [String: Int] = [:]
    for (index, id) in ids.enumerated() { if let id { places[id] = index } }
    return places
  }
}
