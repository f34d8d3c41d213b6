import Chronology
import Diplomacy

extension ForeignNetwork {
  /// The network as a graph: every node an entity, every edge a statement. The network is used up.
  mutating func graph(_ findings: inout ImportFindings) -> DiplomaticGraph {
    var builder = ForeignGraphBuilder(network: self)
    var entities = nodes.map { builder.entity($0) }
    nodes = []
    var ids = hyperedges.isEmpty && !builder.refersToOthers ? [] : Set(entities.map(\.id))
    var statements: [Statement] = []
    statements.reserveCapacity(edges.count)
    for edge in edges {
      builder.add(edge, dated: edge.when.map { dates[Int($0)] }, to: &statements, ids, &findings)
    }
    edges = []
    for edge in hyperedges { builder.add(edge, to: &statements, &entities, &ids, &findings) }
    builder.tellUndated(&findings)
    builder.forgetNames()
    var graph = DiplomaticGraph(
      title: LocalizedText(title ?? "Untitled", language: builder.language), language: builder.language,
      entities: entities, statements: statements)
    graph.hasDirectedLinks = isDirected && !builder.isOurs
    graph.attributes = attributes.filter { builder.isKept($0, of: &graph) }
    return graph
  }
}

/// Finds in attributes what the graph has a place for.
private struct ForeignGraphBuilder {
  let language: String
  /// Whether the attributes are those of our own export, in which links are not read as arcs.
  let isOurs: Bool
  /// Whether attributes of edges may name other nodes.
  let refersToOthers: Bool
  private let names: AttributeNames
  private let nodeDefaults: [String: String]
  private let edgeDefaults: [String: String]
  private let nodeKinds: [String: AttributeValue.Kind]
  private let edgeKinds: [String: AttributeValue.Kind]
  /// The nodes that are no actors.
  private var others: Set<String> = []
  private var undated: (count: Int, first: String, place: Diagnostic.Place?)?
  private var statementNames = StatementNames()
  private var hyperedgeUses: [String: Int] = [:]

  init(network: ForeignNetwork) {
    language = network.language ?? "en"
    func isNode(_ attributes: [String: String]) -> Bool {
      ["category", "kind"].allSatisfy { attributes[$0] != nil || network.nodeDefaults[$0] != nil }
    }
    func isEdge(_ attributes: [String: String]) -> Bool {
      attributes["role"] != nil || network.edgeDefaults["role"] != nil
    }
    isOurs =
      network.nodes.contains { isNode($0.attributes) }
      && (network.edges.isEmpty || network.edges.contains { isEdge($0.attributes) })
    names = AttributeNames(network)
    refersToOthers = !names.variants(of: "for").isEmpty
    (nodeDefaults, edgeDefaults) = (network.nodeDefaults, network.edgeDefaults)
    (nodeKinds, edgeKinds) = (network.nodeKinds, network.edgeKinds)
  }

  /// Forgets which names are given, when no more are needed.
  mutating func forgetNames() { statementNames = StatementNames() }

  // MARK: Nodes

  mutating func entity(_ node: ForeignNetwork.Node) -> Entity {
    entity(node, defaults: nodeDefaults)
  }

  private mutating func entity(_ node: ForeignNetwork.Node, defaults: [String: String]) -> Entity {
    var rest = Attributes(node.attributes, orElse: defaults)
    func take(_ names: String...) -> String? { rest.take(names, as: self.names) }
    let label = take("label")
    let name = take("name", "title", "v_name", "d_name") ?? label ?? node.id
    var wordings = [LocalizedText.Wording(language: language, text: name)]
    for key in names.wordings {
      guard let text = rest.remove(key) else { continue }
      let wording = LocalizedText.Wording(language: String(key.dropFirst(5)), text: text)
      if wording.language == language { wordings[0] = wording } else { wordings.append(wording) }
    }
    let kind = kind(category: take("category"), kind: take("kind", "type"))
    if kind.category != .actor { others.insert(node.id) }
    let dates = dates(&rest, at: node.place)
    let attestation = attestation(&rest)
    var entity = Entity(
      id: EntityID(node.id), kind: kind, name: LocalizedText(wordings),
      shortName: label.flatMap { $0 == name ? nil : LocalizedText($0, language: language) },
      attestation: attestation)
    if kind.category == .agreement {
      if !dates.isEmpty { entity.life = AgreementLife(statedInForce: dates.map { InForce(date: $0) }) }
    } else if dates.count > 1, kind.category != .event {
      entity.existence = dates.map { Existence(date: $0) }
    } else {
      entity.when = dates.first
    }
    entity.attributes = rest.kept(as: nodeKinds)
    return entity
  }

  private func kind(category: String?, kind: String?) -> EntityKind {
    if let category = category.flatMap({ Category(rawValue: $0.lowercased()) }) {
      return kind.map { EntityKind(category, $0) } ?? EntityKind.core(category)[0]
    }
    guard let kind else { return EntityKind(.actor, "node") }
    let word = kind.lowercased()
    if let category = Category(rawValue: word) { return EntityKind.core(category)[0] }
    let home = Category.allCases.first { EntityKind.core($0).contains(EntityKind($0, word)) }
    return EntityKind(home ?? .actor, home == nil ? kind : word)
  }

  // MARK: Edges

  mutating func add(
    _ edge: ForeignNetwork.Edge, dated when: HistoricalDate?, to statements: inout [Statement],
    _ ids: Set<EntityID>,
    _ findings: inout ImportFindings
  ) {
    var rest = Attributes(edge.attributes, orElse: edgeDefaults)
    let given =
      edge.role
      ?? taken(&rest, isOurs ? Self.roles : Self.rolesAndLabel)
      .map { Role($0.split(separator: " ").joined(separator: "-")) }
    let role = given ?? (edge.isDirected ? .arc : .link)
    var statement = Statement(
      id: id(taken(&rest, ["statement"]) ?? edge.id, role, edge, &findings),
      subject: EntityID(edge.source), role: role, object: EntityID(edge.target), when: when,
      weight: edge.weight)
    // What joins two actors joins them in networks whatever it is called, and leads there as the file says.
    if !isOurs, given != nil, !others.contains(edge.source), !others.contains(edge.target) {
      statement.isDirected = edge.isDirected
    }
    var later: ArraySlice<HistoricalDate> = []
    if !rest.isEmpty {
      if let when {
        statement.when = when
      } else {
        let dates = dates(&rest, at: edge.place)
        statement.when = dates.first
        later = dates.dropFirst()
      }
      statement.weight = edge.weight ?? weight(&rest, at: edge.place, &findings)
      statement.onBehalfOf = taken(&rest, ["for"]).map { EntityID($0) }.flatMap {
        ids.contains($0) ? $0 : nil
      }
      statement.office = taken(&rest, ["office"]).map { LocalizedText($0, language: language) }
      statement.attestation = attestation(&rest)
      if isOurs {
        rest.remove("label")
        rest.remove("interaction")
        statement.isDirected = taken(&rest, ["directed"]).flatMap { ["yes": true, "no": false][$0] }
      }
      statement.attributes = rest.kept(as: edgeKinds)
    }
    if !edge.kept.isEmpty {
      statement.attributes =
        statement.attributes.isEmpty
        ? edge.kept : (edge.kept + statement.attributes).sorted { $0.name < $1.name }
    }
    statements.append(statement)
    // An edge that held several times is a statement for each.
    for date in later {
      var again = statement.named(StatementID(statementNames.unique(statement.id.rawValue)))
      again.when = date
      statements.append(again)
    }
  }

  private static let roles = ["role", "relation", "interaction", "relationship"]
  private static let rolesAndLabel = roles + ["label"]

  /// An edge of several ends as an agreement, to which each end is a party, once.
  mutating func add(
    _ edge: ForeignNetwork.Hyperedge, to statements: inout [Statement], _ entities: inout [Entity],
    _ ids: inout Set<EntityID>, _ findings: inout ImportFindings
  ) {
    var attributes = edge.attributes
    if attributes["category"] == nil { attributes["category"] = "agreement" }
    if attributes["kind"] == nil { attributes["kind"] = "hyperedge" }
    let id = hyperedgeID(edge, number: entities.count + 1, &ids, &findings)
    let node = ForeignNetwork.Node(id: id, attributes: attributes, place: edge.place)
    entities.append(entity(node, defaults: [:]))
    var known: Set<String> = []
    for end in edge.ends {
      guard known.insert(end).inserted else {
        findings.warning(edge.place, "the hyperedge '\(id)' names the node '\(end)' twice; it is taken once.")
        continue
      }
      let name = statementNames.name(.party, end, id)
      statements.append(
        Statement(
          id: StatementID(name), subject: EntityID(end), role: .party, object: EntityID(id)))
    }
  }

  /// The id of a hyperedge, which no node and no other hyperedge has.
  private mutating func hyperedgeID(
    _ edge: ForeignNetwork.Hyperedge, number: Int, _ ids: inout Set<EntityID>,
    _ findings: inout ImportFindings
  ) -> String {
    let base = edge.id ?? "hyperedge-\(number)"
    var use = hyperedgeUses[base] ?? 0
    var name = base
    while !ids.insert(EntityID(name)).inserted {
      use += 1
      name = use == 1 ? "\(base)-hyperedge" : "\(base)-hyperedge-\(use)"
    }
    hyperedgeUses[base] = use
    if name != base, edge.id != nil {
      findings.warning(
        edge.place,
        "a node or another hyperedge has the id '\(base)' too; this hyperedge is called '\(name)'.")
    }
    return name
  }

  private mutating func id(
    _ given: String?, _ role: Role, _ edge: ForeignNetwork.Edge, _ findings: inout ImportFindings
  ) -> StatementID {
    guard let given else {
      return StatementID(statementNames.name(role, edge.source, edge.target))
    }
    let name = statementNames.unique(given)
    if name != given {
      findings.warning(edge.place, "two edges have the id '\(given)'; the second is called '\(name)'.")
    }
    return StatementID(name)
  }

  private mutating func weight(
    _ rest: inout Attributes, at place: Diagnostic.Place?, _ findings: inout ImportFindings
  ) -> Double? {
    guard let text = taken(&rest, ["weight"]), !isMissing(text) else { return nil }
    guard let weight = Double(text), weight.isFinite, weight >= 0 else {
      findings.error(place, "found the weight '\(text)'; expected a number from 0 on.")
      return nil
    }
    return weight
  }

  // MARK: Both

  /// The dates in `when`, separated by semicolons, or from `start` and `end`; what is no date is told and left out.
  private mutating func dates(_ rest: inout Attributes, at place: Diagnostic.Place?) -> [HistoricalDate] {
    if rest.isEmpty { return [] }
    for key in [
      "start_earliest", "start_latest", "end_earliest", "end_latest", "start_year", "end_year", "holds",
    ] {
      if isOurs { rest.remove(key) }
    }
    let written = isOurs ? taken(&rest, ["when_written"]) : nil
    let when = taken(&rest, ["when", "date", "time", "year"])
    let start = taken(&rest, ["start", "start_date", "begin", "onset"])
    let end = taken(&rest, ["end", "end_date", "terminus"])
    let text = when ?? ForeignDate.interval(start, end)
    guard let text, !isMissing(text) else { return [] }
    return text.split(separator: ";").compactMap { part in
      let part = part.drop { $0.isWhitespace }
      return date(String(part), written: written, at: place)
    }
  }

  private mutating func date(
    _ text: String, written: String?, at place: Diagnostic.Place?
  ) -> HistoricalDate? {
    let isPatient = undated.map { $0.count < InputLimits.networkMistakes } ?? true
    if let date = ForeignDate.date(text, isPatient: isPatient) {
      // As it was written, where that is the same date.
      let own = written.flatMap { try? HistoricalDate($0, style: .gregorian) }
      return own.map { $0.edtf == text ? $0 : date } ?? date
    }
    undated = (1 + (undated?.count ?? 0), undated?.first ?? text, undated?.place ?? place)
    return nil
  }

  private mutating func attestation(_ rest: inout Attributes) -> Attestation {
    guard isOurs else { return Attestation() }
    return Attestation(
      certainty: taken(&rest, ["certainty"]).flatMap(Certainty.init(rawValue:)),
      modality: taken(&rest, ["modality"]).flatMap(Modality.init(rawValue:)) ?? .actual,
      holder: taken(&rest, ["holder"]).map { EntityID($0) }, note: taken(&rest, ["note"]))
  }

  /// The first attribute of some names, whatever their case, which is then gone from the rest.
  private func taken(_ rest: inout Attributes, _ names: [String]) -> String? {
    rest.take(names, as: self.names)
  }

  /// Whether an attribute of the graph is another program's, and not one of ours that the graph has a place for.
  func isKept(_ attribute: Attribute, of graph: inout DiplomaticGraph) -> Bool {
    guard isOurs else { return true }
    let text = attribute.value.description
    switch attribute.name {
    case "summary": graph.summary = text
    case "license": graph.license = text
    case "authors": graph.authors = text.split(separator: "; ").map(String.init)
    case "directed_links": graph.hasDirectedLinks = text == "yes"
    case "at", "reading", "view": break
    default: return true
    }
    return false
  }

  mutating func tellUndated(_ findings: inout ImportFindings) {
    if let undated {
      findings.warning(
        undated.place,
        "\(undated.count) \(undated.count == 1 ? "date is" : "dates are") left out; the first is '\(undated.first)', which is no "
          + "date that is understood."
          + (undated.count > InputLimits.networkMistakes ? " The later ones were read in EDTF alone." : ""))
    }
  }
}

/// The first of many words, and how many more there are.
func shortList(_ words: [String]) -> String {
  let most = 50
  if words.count <= most { return words.joined(separator: ", ") }
  return words.prefix(most - 1).joined(separator: ", ") + " and \(words.count - most + 1) more"
}
