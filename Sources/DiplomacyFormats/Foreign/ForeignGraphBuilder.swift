import Chronology
import Diplomacy
import Foundation

extension ForeignNetwork {
  /// The network as a graph: every node an entity, every edge a statement. The network is used up.
  mutating func graph(_ findings: inout ImportFindings) -> DiplomaticGraph {
    var builder = ForeignGraphBuilder(network: self)
    builder.tellDefaults(nodes.count, edges.count, &findings)
    var entities = nodes.map { builder.entity($0) }
    nodes = []
    var ids = hyperedges.isEmpty && !builder.refersToOthers ? [] : Set(entities.map(\.id))
    var statements: [Statement] = []
    statements.reserveCapacity(edges.count)
    let dates = dates
    edges.useUp { edge in
      builder.add(edge, dated: edge.when.map { dates[Int($0)] }, to: &statements, ids, &findings)
    }
    for edge in hyperedges { builder.add(edge, to: &statements, &entities, &ids, &findings) }
    builder.tellUndated(&findings)
    builder.forgetNames()
    var graph = DiplomaticGraph(
      title: LocalizedText(title ?? "Untitled", language: builder.language), language: builder.language,
      sources: builder.texts.sources, readings: builder.texts.readings, entities: entities,
      statements: statements)
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
  /// What is kept of what all have that say nothing else; nil where that would be too much.
  private var keptNodeDefaults: [String: String]?
  private var keptEdgeDefaults: [String: String]?
  private let nodeKinds: [String: AttributeValue.Kind]
  private let edgeKinds: [String: AttributeValue.Kind]
  /// The nodes that are no actors.
  private var others: Set<EntityID> = []
  private var undated: (count: Int, first: String, place: Diagnostic.Place?)?
  private var statementNames = StatementNames()
  private var hyperedgeUses: [EntityID: Int] = [:]
  /// The first statement of which no more is said than a date, by the place of the date.
  private var firstDated: [Int32: Int] = [:]
  private let isUndirected: Bool
  private let edgeIDsMayRepeat: Bool
  private let defaultWeight: String?
  /// The texts of our own export about sources, readings and secrets.
  private(set) var texts: OwnTexts

  init(network: ForeignNetwork) {
    language = network.language ?? "en"
    func isNode(_ attributes: [String: String]) -> Bool {
      ["category", "kind"].allSatisfy { attributes[$0] != nil || network.nodeDefaults[$0] != nil }
    }
    func isEdge(_ attributes: [String: String]) -> Bool {
      attributes["role"] != nil || network.edgeDefaults["role"] != nil
    }
    isOurs =
      network.isOurs
      ?? (network.nodes.isEmpty
        ? network.language != nil
        : network.nodes.contains { isNode($0.attributes) }
          && (network.edges.isEmpty || network.edges.contains { isEdge($0.attributes) }))
    isUndirected = !network.isDirected
    edgeIDsMayRepeat = network.edgeIDsMayRepeat
    texts = OwnTexts(isOurs ? network.attributes : [])
    names = AttributeNames(network)
    refersToOthers = !names.variants(of: "for").isEmpty
    (nodeDefaults, edgeDefaults) = (network.nodeDefaults, network.edgeDefaults)
    defaultWeight = names.variants(of: "weight").compactMap { network.edgeDefaults[$0] }.first
    (nodeKinds, edgeKinds) = (network.nodeKinds, network.edgeKinds)
  }

  /// Keeps what all nodes, and all edges, have that say nothing else themselves, as far as that is not too much.
  mutating func tellDefaults(_ nodes: Int, _ edges: Int, _ findings: inout ImportFindings) {
    func kept(_ defaults: [String: String], _ count: Int, _ what: String) -> [String: String]? {
      if defaults.count * count <= InputLimits.networkElements { return defaults }
      findings.warning(
        nil,
        "\(InputLimits.grouped(defaults.count)) attributes have a value for all \(what) that say nothing else; for \(InputLimits.grouped(count)) \(what) that is too much, and only what \(what) say themselves is kept."
      )
      return nil
    }
    keptNodeDefaults = kept(nodeDefaults, nodes, "nodes")
    keptEdgeDefaults = kept(edgeDefaults, edges, "edges")
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
    let name = take("full_name", "name", "title", "v_name", "d_name") ?? label ?? node.id
    let wordings = wordings(&rest, name)
    let kind = kind(category: take("category"), kind: take("kind", "type", "labels"))
    if kind.category != .actor { others.insert(EntityID(node.id)) }
    let written = isOurs ? take("when_written") : nil
    let dates = dates(&rest, written, at: node.place)
    let attestation = attestation(&rest)
    var entity = Entity(
      id: EntityID(node.id), kind: kind, name: LocalizedText(wordings),
      shortName: label.flatMap { $0 == name ? nil : LocalizedText($0, language: language) },
      attestation: attestation)
    if kind.category == .agreement {
      entity.life = AgreementLife(statedInForce: dates.map { InForce(date: $0) })
    } else if kind.category != .event, let periods = OwnTexts.periods(written, as: dates.count) {
      entity.existence = periods
    } else if dates.count > 1, kind.category != .event {
      entity.existence = dates.compactMap(\.self).map { Existence(date: $0) }
    } else {
      entity.when = dates.first ?? nil
    }
    if isOurs { entity.identifiers = OwnTexts.identifiers(take("identifiers")) }
    entity.attributes = rest.kept(as: nodeKinds, with: keptNodeDefaults)
    return entity
  }

  /// The names in all languages: those of our own export, or that in the network's language and others beside it.
  private func wordings(_ rest: inout Attributes, _ name: String) -> [LocalizedText.Wording] {
    var wordings: [LocalizedText.Wording] = []
    for key in names.wordings {
      guard let text = rest.remove(key) else { continue }
      wordings.append(LocalizedText.Wording(language: String(key.dropFirst(5)), text: text))
    }
    let own = LocalizedText.Wording(language: language, text: name)
    if let place = wordings.firstIndex(where: { $0.language == language }) {
      wordings.swapAt(0, place)
    } else if let place = wordings.firstIndex(where: { isOurs && $0.text == name }) {
      // Where nothing stands in the graph's own language, the first of the others stands for it.
      wordings.swapAt(0, place)
    } else {
      wordings.insert(own, at: 0)
    }
    return wordings
  }

  private func kind(category: String?, kind: String?) -> EntityKind {
    if let category = category.flatMap({ Category(rawValue: $0.lowercased()) }) {
      return kind.map { EntityKind(category, $0) } ?? EntityKind.core(category)[0]
    }
    // Neo4j has several labels, each behind a colon.
    guard let kind = kind?.split(separator: ":").last.map(String.init) else {
      return EntityKind(.actor, "node")
    }
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
    var attributes = edge.kept
    var statement = Statement(
      edge: id(taken(&rest, ["statement"]) ?? edge.id, role, edge, &attributes, &findings),
      EntityID(edge.source), role, EntityID(edge.target), weight: edge.weight)
    if let index = edge.when, attributes.isEmpty, rest.isEmpty {
      date(&statement, index, when, among: statements)
    } else if when != nil {
      statement.when = when
    }
    // What joins two actors joins them in networks whatever it is called, and leads there as the file says.
    if !isOurs, given != nil, !others.contains(statement.subject), !others.contains(statement.object) {
      statement.isDirected = edge.isDirected
    } else if isOurs, isUndirected, role != .link {
      statement.isDirected = false
    }
    if edge.weight != nil, defaultWeight != nil { taken(&rest, ["weight"]) }
    if rest.isEmpty {
      if !attributes.isEmpty { statement.attributes = attributes }
      statements.append(statement)
      return
    }
    var later: ArraySlice<HistoricalDate> = []
    if when == nil {
      let written = isOurs ? taken(&rest, ["when_written"]) : nil
      let given = dates(&rest, written, at: edge.place)
      let dates = given.compactMap(\.self)
      if given.count > dates.count { statement.neverHeld = true }
      statement.when = dates.first
      later = dates.dropFirst()
    }
    statement.weight = edge.weight ?? weight(&rest, &attributes, at: edge.place, &findings)
    statement.onBehalfOf = taken(&rest, ["for"]).map { EntityID($0) }.flatMap {
      ids.contains($0) ? $0 : nil
    }
    statement.office = taken(&rest, ["office"]).map { LocalizedText($0, language: language) }
    statement.attestation = attestation(&rest)
    if isOurs {
      for name in Self.repeated { rest.remove(name) }
      if let word = taken(&rest, ["directed"]), role != .link, role != .arc {
        statement.isDirected = ["yes": true, "no": false][word]
      }
    }
    attributes += rest.kept(as: edgeKinds, with: keptEdgeDefaults)
    if attributes.count > 1 { attributes.sort { $0.name < $1.name } }
    statement.attributes = attributes
    statements.append(statement)
    // An edge that held several times is a statement for each.
    for date in later {
      var again = statement.named(StatementID(statementNames.unique(statement.id.rawValue)))
      again.when = date
      statements.append(again)
    }
  }

  /// What our own export says a second time, for one program or another.
  private static let repeated = ["label", "interaction", "shared interaction", "shared name", "name"]
  /// Gives a statement a date that others have too: of millions of them, those with one date have it together.
  private mutating func date(
    _ statement: inout Statement, _ index: Int32, _ when: HistoricalDate?, among statements: [Statement]
  ) {
    if let first = firstDated[index] {
      statement.takeDetails(of: statements[first])
    } else {
      statement.when = when
      firstDated[index] = statements.count
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
    var known: Set<EntityID> = []
    for end in edge.ends {
      guard known.insert(EntityID(end)).inserted else {
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
    var use = hyperedgeUses[EntityID(base)] ?? 0
    var name = base
    while !ids.insert(EntityID(name)).inserted {
      use += 1
      name = use == 1 ? "\(base)-hyperedge" : "\(base)-hyperedge-\(use)"
    }
    hyperedgeUses[EntityID(base)] = use
    if use > 0, edge.id != nil {
      findings.warning(
        edge.place,
        "a node or another hyperedge has the id '\(base)' too; this hyperedge is called '\(name)'.")
    }
    return name
  }

  private mutating func id(
    _ given: String?, _ role: Role, _ edge: ForeignNetwork.Edge, _ attributes: inout [Attribute],
    _ findings: inout ImportFindings
  ) -> StatementID {
    guard let given else {
      return StatementID(statementNames.name(role, edge.source, edge.target))
    }
    let name = StatementID(statementNames.unique(given))
    if name != StatementID(given) {
      // What only looks like an id is kept as what it is.
      if edgeIDsMayRepeat {
        attributes.append(Attribute("id", .text(given)))
      } else {
        findings.warning(edge.place, "two edges have the id '\(given)'; the second is called '\(name)'.")
      }
    }
    return name
  }

  /// The weight, where it is one; what is called so and is none is told and kept.
  private func weight(
    _ rest: inout Attributes, _ kept: inout [Attribute], at place: Diagnostic.Place?,
    _ findings: inout ImportFindings
  ) -> Double? {
    guard let text = taken(&rest, ["weight"]), !isMissing(text) || text.lowercased() == "nan" else {
      return nil
    }
    if let weight = Double(text.trimmingCharacters(in: .whitespaces)), weight.isFinite, weight >= 0 {
      return weight
    }
    findings.odd(
      place,
      "found the weight '\(Node.shortened(text))'; expected a number from 0 on. The edge weighs 1, and the text is kept."
    )
    kept.append(Attribute("weight", .text(text)))
    return nil
  }

  // MARK: Both

  /// The dates: see ``ForeignDates``. In our own export, nil stands for never.
  private mutating func dates(
    _ rest: inout Attributes, _ written: String?, at place: Diagnostic.Place?
  ) -> [HistoricalDate?] {
    if rest.isEmpty { return [] }
    let bounds = isOurs ? ForeignDate.bounds(of: &rest) : nil
    let when = taken(&rest, ["when", "date", "time", "year"])
    let start = taken(&rest, ["start", "start_date", "begin", "onset"])
    let end = taken(&rest, ["end", "end_date", "terminus"])
    // Bounds are there where the text does not say all.
    guard let text = bounds ?? when ?? ForeignDate.interval(start, end), !isMissing(text) else { return [] }
    if isOurs, text == "never" { return [nil] }
    var dates: [HistoricalDate] = []
    for part in text.split(separator: ";") {
      let date = date(part.trimmingCharacters(in: .whitespaces), written: written, at: place)
      dates += [date].compactMap(\.self)
    }
    return dates
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
    // Bounds that no date can say are told when they are written.
    if isOurs, text.hasPrefix("["), text.contains("]/") { return nil }
    undated = (1 + (undated?.count ?? 0), undated?.first ?? text, undated?.place ?? place)
    return nil
  }

  private mutating func attestation(_ rest: inout Attributes) -> Attestation {
    guard isOurs, !rest.isEmpty else { return Attestation() }
    func take(_ name: String) -> String? { rest.take([name], as: names) }
    var attestation = Attestation(
      certainty: take("certainty").flatMap(Certainty.init(rawValue:)),
      modality: take("modality").flatMap(Modality.init(rawValue:)) ?? .actual,
      holder: take("holder").map { EntityID($0) }, note: take("note"))
    if let text = take("sources") { attestation.citations = texts.citations(text) }
    if let text = take("readings") { attestation.readings = texts.readings(text) }
    if take("secret") != nil {
      attestation.secret = texts.secret(
        knownTo: take("known_to"), unknownTo: take("unknown_to"), disclosed: take("disclosed"))
    }
    return attestation
  }

  /// The first attribute of some names, whatever their case, which is then gone from the rest.
  @discardableResult
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
    case "at", "reading", "view", "sources", "readings": break
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
