import Diplomacy

extension GraphMLReader {
  /// A key as an element declares it.
  mutating func key(_ element: XMLStream.Start, _ stream: XMLStream) -> GraphMLKeys.Key {
    let id = value(.id, of: element, stream)
    if id == nil { findings.error(stream.place, "the element 'key' has no 'id'; expected one.") }
    let isDrawing = value(.drawing, of: element, stream)?.hasSuffix("graphics") ?? false
    let type = value(.type, of: element, stream)
    let kind: AttributeValue.Kind =
      switch type?.lowercased() {
      case "int", "integer", "long", "short": .integer
      case "float", "double", "real": .number
      case "boolean", "bool": .boolean
      default: .text
      }
    let domain = value(.domain, of: element, stream)
    let known = domain.flatMap { GraphMLKeys.Domain(rawValue: $0) }
    if let domain, known == nil {
      findings.odd(
        stream.place,
        "found a key for '\(Node.shortened(domain))'; expected graph, node, edge, hyperedge, port, endpoint or all. It is taken to be for all."
      )
    }
    return GraphMLKeys.Key(
      id: id ?? "", name: value(.name, of: element, stream) ?? (isDrawing ? "label" : id ?? ""),
      domain: known ?? .all, kind: kind, isExact: type == "string", isDrawing: isDrawing)
  }

  /// A text without the blanks around it, unless it stands for itself; nil where there are only blanks.
  static func words(
    _ bytes: UnsafeBufferPointer<UInt8>, exactly: Bool, _ stream: XMLStream
  ) -> String? {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 9 && byte <= 13 }
    guard let first = unsafe bytes.firstIndex(where: { !isBlank($0) }) else { return nil }
    // Who puts a text on a line of its own does not mean the line ends around it.
    if exactly, unsafe bytes[0] != 10, unsafe bytes[0] != 13 { return unsafe stream.string(bytes) }
    let last = unsafe bytes.lastIndex { !isBlank($0) } ?? first
    return unsafe stream.string(UnsafeBufferPointer(rebasing: bytes[first...last]))
  }

  /// Stores the text of data.
  mutating func store(
    _ bytes: UnsafeBufferPointer<UInt8>, _ number: Int, _ owner: Owner, _ place: Diagnostic.Place,
    _ stream: XMLStream
  ) {
    guard number >= 0 else { return }
    let key = keys.key(number, owner.domain)
    guard let text = unsafe Self.words(bytes, exactly: key?.isExact ?? true, stream) ?? drawing.label else {
      return
    }
    guard let key else {
      later.append((number, owner, text))
      return
    }
    store(text, key, owner)
  }

  /// Stores a text under the name of its key.
  private mutating func store(_ text: String, _ key: GraphMLKeys.Key, _ owner: Owner) {
    switch owner {
    case .edge(let index):
      // What most edges have is not made an attribute first.
      if key.isWeight, network.edges[index].weight == nil, let weight = Double(text), weight.isFinite,
        weight >= 0
      {
        network.edges[index].weight = weight
      } else if key.isID, network.edges[index].id == nil {
        network.edges[index].id = text
        network.edgeIDsMayRepeat = true
      } else if !key.isDrawing || network.edges[index].attributes[key.name] == nil {
        network.edges[index].attributes[key.name] = text
      }
    case .node(let index):
      if key.isDrawing, network.nodes[index].attributes[key.name] != nil { return }
      keep(text, key.name, owner)
    case .hyperedge: keep(text, key.name, owner)
    case .graph:
      if key.name == "title" || key.name == "name", network.title == nil {
        network.title = text
      } else if key.name == "language" {
        network.language = text
      } else {
        keep(AttributeValue(text, as: key.kind), key.name)
      }
    }
  }

  /// Keeps what is said under a name.
  mutating func keep(_ text: String, _ name: String, _ owner: Owner) {
    switch owner {
    case .node(let index): network.nodes[index].attributes[name] = text
    case .edge(let index): network.edges[index].attributes[name] = text
    case .hyperedge(let index): network.hyperedges[index].attributes[name] = text
    case .graph: keep(.text(text), name)
    }
  }

  private mutating func keep(_ value: AttributeValue, _ name: String) {
    network.attributes.removeAll { $0.name == name }
    network.attributes.append(Attribute(name, value))
  }

  // MARK: The whole file

  /// Looks at what can only be known at the end.
  mutating func finish() {
    if graphCount == 0, findings.diagnostics.isEmpty {
      findings.error(nil, "the file has no 'graph'; expected one.")
    }
    storeLater()
    makeNodes()
    network.attributes.sort { $0.name < $1.name }
    network.isOurs =
      keys.declares("category", .node) && keys.declares("kind", .node) && keys.declares("role", .edge)
  }

  /// Stores the data whose keys came after them, or not at all.
  private mutating func storeLater() {
    var names: NearestNames?
    for (_, id, place) in keys.undeclared {
      if names == nil { names = NearestNames(keys.declared.sorted()) }
      findings.odd(
        place,
        "found data for the key '\(Node.shortened(id))', which the file does not declare.\(names?.didYouMean(id) ?? "") It is kept under that name."
      )
    }
    let undeclared = Dictionary(
      keys.undeclared.map { ($0.number, $0.id) }, uniquingKeysWith: { first, _ in first })
    for (number, owner, text) in later {
      if let key = keys.key(number, owner.domain) {
        store(text, key, owner)
      } else {
        keep(text, undeclared[number] ?? "", owner)
      }
    }
    later = []
  }

  /// Makes the nodes that only edges name.
  private mutating func makeNodes() {
    let missing = nodes.undeclared
    guard !missing.isEmpty else { return }
    var names = NearestNames(network.nodes.map(\.id))
    for (id, place) in missing {
      findings.odd(
        place,
        "an edge names the node '\(Node.shortened(id))', which is not in the file.\(names.didYouMean(id)) It is made."
      )
      network.nodes.append(ForeignNetwork.Node(id: id, place: place))
    }
  }
}
