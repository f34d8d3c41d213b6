import Chronology
public import Diplomacy

/// Writes a view of a graph as GEXF 1.3: every entity a node, every statement an edge.
///
/// Times are spells in decimal years, from the first moment at which something may have been there to the last, with both bounds;
/// what is always there has none. Places, colours and shapes are those of the diagram where it is drawn, else what attributes say
/// that another program gave, else a colour for each category.
/// - Throws: When libxml2 refuses to write.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
public func gexf(_ view: GraphView, _ options: WritingOptions = WritingOptions()) throws -> Export {
  let network = ExportedNetwork(view)
  var losses = network.losses
  let looks = options.looks(view, &losses)
  let writer = GEXFWriter(network: network, looks: looks, hasMutualEdges: options.dialect == "networkx")
  var xml = try XMLWriter()
  try writer.write(&xml)
  losses.add(
    writer.uncertainSpans, "date whose ends are not certain",
    instead: "a spell as long as it can be; its text in 'when'")
  losses.add(
    writer.nevers, "entity or link that never was there",
    instead: "written without a spell, so that Gephi always shows it")
  losses.add(
    writer.parallelEdges, "edge between the same ends in the same role as another",
    instead: "written, but Gephi makes one of them unless told not to")
  losses.add(xml.replacedCharacters, "character that XML cannot hold", instead: "written as U+FFFD")
  return Export(bytes: try xml.finish(), losses: losses)
}

struct GEXFWriter {
  let network: ExportedNetwork
  let looks: [EntityID: NodeLook]
  let hasMutualEdges: Bool
  private let nodes: LegalIDs
  private let edges: LegalIDs

  init(network: ExportedNetwork, looks: [EntityID: NodeLook], hasMutualEdges: Bool) {
    self.network = network
    self.looks = looks
    self.hasMutualEdges = hasMutualEdges
    nodes = LegalIDs(network.view.graph.entities.map(\.id.rawValue))
    edges = LegalIDs(network.view.graph.statements.map(\.id.rawValue))
  }

  /// What the element `creator` says of our own files.
  static let creator = "Entente"
  /// What stands in attributes of XML and not in the list of attributes.
  static let nodeAttributes: Set<String> = ["label"]
  static let edgeAttributes: Set<String> = ["statement", "label", "weight"]

  func write(_ xml: inout XMLWriter) throws {
    try xml.element(
      "gexf",
      [
        ("xmlns", "http://gexf.net/1.3"), ("xmlns:viz", "http://gexf.net/1.3/viz"),
        ("version", "1.3"),
      ]
    ) { xml in
      try xml.element("meta") { xml in
        try xml.element("creator", text: Self.creator)
        try xml.element("description", text: title)
        let lines = GEXFKeywords.text(network.attributes.filter { $0.name != "title" })
        if !lines.isEmpty { try xml.element("keywords", text: lines) }
      }
      try xml.element(
        "graph",
        [
          ("defaultedgetype", network.direction == .undirected ? "undirected" : "directed"),
          ("idtype", "string"), ("mode", "dynamic"), ("timeformat", "double"),
          ("timerepresentation", "interval"),
        ]
      ) { xml in
        try declare("node", network.nodeColumns, besides: Self.nodeAttributes, &xml)
        try declare("edge", network.edgeColumns, besides: Self.edgeAttributes, &xml)
        try xml.element("nodes", [("count", String(network.nodeCount))]) { xml in
          for node in network.nodes { try write(node, &xml) }
        }
        try xml.element("edges", [("count", String(network.edgeCount))]) { xml in
          for edge in network.edges { try write(edge, &xml) }
        }
      }
    }
  }

  private var title: String {
    network.attributes.first { $0.name == "title" }?.value.description ?? "Untitled"
  }

  // MARK: Attributes

  private func declare(
    _ part: String, _ columns: [ExportedNetwork.Column], besides others: Set<String>, _ xml: inout XMLWriter
  ) throws {
    try xml.element("attributes", [("class", part), ("mode", "static")]) { xml in
      for column in columns where column.isKept || !others.contains(column.name) {
        try xml.element(
          "attribute",
          [("id", "\(part)_\(column.name)"), ("title", column.name), ("type", typeName(column))])
      }
    }
  }

  private func typeName(_ column: ExportedNetwork.Column) -> String {
    switch column.kind {
    case .text: "string"
    // Whole numbers that other programs gave may be large.
    case .integer: column.isKept ? "long" : "integer"
    case .number: "double"
    case .boolean: "boolean"
    }
  }

  private func writeValues(
    _ part: String, _ columns: [ExportedNetwork.Column], _ values: [AttributeValue?],
    besides others: Set<String>, _ xml: inout XMLWriter
  ) throws {
    try xml.element("attvalues") { xml in
      for (column, value) in zip(columns, values) {
        guard let value, column.isKept || !others.contains(column.name) else { continue }
        try xml.element(
          "attvalue", [("for", "\(part)_\(column.name)"), ("value", value.description)])
      }
    }
  }

  // MARK: Nodes and edges

  private func write(_ node: ExportedNetwork.Node, _ xml: inout XMLWriter) throws {
    let entity = node.entity
    try xml.element("node", [("id", nodes[entity.id.rawValue]), ("label", node.label)]) { xml in
      try writeValues("node", network.nodeColumns, node.values, besides: Self.nodeAttributes, &xml)
      try writeSpells(node.spans, &xml)
      try GEXFLook(entity, looks[entity.id]).write(&xml)
    }
  }

  private func write(_ edge: ExportedNetwork.Edge, _ xml: inout XMLWriter) throws {
    let statement = edge.statement
    let label = edge.values[network.edgeColumns.firstIndex { $0.name == "label" } ?? 0]?.description
    try xml.element(
      "edge",
      [
        ("id", edges[statement.id.rawValue]), ("source", nodes[statement.subject.rawValue]),
        ("target", nodes[statement.object.rawValue]), ("type", type(of: edge)), ("label", label),
        ("kind", statement.role.name), ("weight", statement.weight.map(\.description)),
      ]
    ) { xml in
      try writeValues("edge", network.edgeColumns, edge.values, besides: Self.edgeAttributes, &xml)
      try writeSpells(edge.spans, &xml)
      try GEXFLook(statement).write(&xml)
    }
  }

  /// The type of an edge where not all lead the same way.
  private func type(of edge: ExportedNetwork.Edge) -> String? {
    guard network.direction == .mixed else { return nil }
    return edge.isDirected ? "directed" : hasMutualEdges ? "mutual" : "undirected"
  }

  // MARK: Times

  private func writeSpells(_ spans: [Span], _ xml: inout XMLWriter) throws {
    let spells = Self.spells(spans)
    guard !spells.isEmpty else { return }
    try xml.element("spells") { xml in
      for (start, end) in spells {
        try xml.element("spell", [("start", DecimalYear.text(start)), ("end", DecimalYear.text(end))])
      }
    }
  }

  /// The first and the last moments of the times at which something may be there, apart and in order; none where it may always
  /// be there, and where it never is.
  static func spells(_ spans: [Span]) -> [(start: Moment, end: Moment)] {
    var spells: [(start: Moment, end: Moment)] = []
    let bounds = spans.map { span in
      let end = span.latestEnd
      return (start: span.earliestStart, end: end.isOpen ? end : end.adding(seconds: -1))
    }
    for spell in bounds.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) where spell.start <= spell.end
    {
      if let last = spells.last, last.end.isOpen || spell.start <= last.end.adding(seconds: 1) {
        spells[spells.count - 1].end = max(last.end, spell.end)
      } else {
        spells.append(spell)
      }
    }
    if let only = spells.first, only.start.isOpen, only.end.isOpen { return [] }
    return spells
  }

  // MARK: Losses

  /// How many nodes and edges have a span whose ends are not certain.
  var uncertainSpans: Int {
    func isUncertain(_ spans: [Span]) -> Bool {
      !Self.spells(spans).isEmpty
        && spans.contains { $0.earliestStart != $0.latestStart || $0.earliestEnd != $0.latestEnd }
    }
    return network.nodes.reduce(0) { $0 + (isUncertain($1.spans) ? 1 : 0) }
      + network.edges.reduce(0) { $0 + (isUncertain($1.spans) ? 1 : 0) }
  }

  /// How many nodes and edges were never there.
  var nevers: Int {
    func isNever(_ spans: [Span]) -> Bool { !spans.contains { $0.earliestStart < $0.latestEnd } }
    return network.nodes.reduce(0) { $0 + (isNever($1.spans) ? 1 : 0) }
      + network.edges.reduce(0) { $0 + (isNever($1.spans) ? 1 : 0) }
  }

  /// How many edges join the same ends in the same role as one before.
  var parallelEdges: Int {
    struct Ends: Hashable { let one, other: EntityID, role: Role }
    var seen: Set<Ends> = []
    return network.edges.reduce(0) { count, edge in
      var (one, other) = (edge.statement.subject, edge.statement.object)
      if !edge.isDirected, other < one { swap(&one, &other) }
      return count + (seen.insert(Ends(one: one, other: other, role: edge.statement.role)).inserted ? 0 : 1)
    }
  }
}

/// What is said of the whole graph, in the keywords of our own files: an attribute a line, `name: value`, with its kind where it is
/// no text: `density (number): 0.5`.
enum GEXFKeywords {
  static func text(_ attributes: [Attribute]) -> String {
    attributes.map { attribute in
      let kind = attribute.value.kind == .text ? "" : " (\(attribute.value.kind.rawValue))"
      return "\(escaped(attribute.name))\(kind): \(escaped(attribute.value.description))"
    }.joined(separator: "\n")
  }

  static func attributes(_ text: String) -> [Attribute] {
    text.split(separator: "\n").compactMap { line in
      // One that is escaped is part of the name.
      guard let colon = line.ranges(of: ": ").first(where: { !line[..<$0.lowerBound].hasSuffix("\\") }) else {
        return nil
      }
      var name = line[..<colon.lowerBound]
      var kind = AttributeValue.Kind.text
      if name.hasSuffix(")"), let bracket = name.lastIndex(of: "("), bracket > name.startIndex,
        let known = AttributeValue.Kind(rawValue: String(name[name.index(after: bracket)...].dropLast()))
      {
        (kind, name) = (known, name[..<bracket].dropLast())
      }
      let value = plain(line[colon.upperBound...])
      return Attribute(plain(name), AttributeValue(value, as: kind))
    }
  }

  private static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { "\\\n\r:".unicodeScalars.contains($0) }) else { return text }
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case ":": line += "\\:"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  private static func plain(_ line: Substring) -> String {
    var text = ""
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
        continue
      }
      text.unicodeScalars.append(!isEscaped ? scalar : scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
      isEscaped = false
    }
    return text
  }
}
