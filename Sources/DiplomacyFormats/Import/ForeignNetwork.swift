import Chronology
import Diplomacy

/// A network as another program wrote it: nodes and edges with attributes of any name.
struct ForeignNetwork {
  struct Node {
    let id: String
    var attributes: [String: String] = [:]
    let place: Diagnostic.Place?
  }

  struct Edge {
    var id: String?
    let source: String
    let target: String
    let isDirected: Bool
    /// What its reader has made out already.
    var role: Role?
    var when: HistoricalDate?
    var weight: Double?
    /// The rest.
    var attributes: [String: String] = [:]
    let place: Diagnostic.Place?
  }

  /// An edge of any number of ends.
  struct Hyperedge {
    var id: String?
    var ends: [String] = []
    var attributes: [String: String] = [:]
    let place: Diagnostic.Place?
  }

  var title: String?
  var language: String?
  var isDirected = false
  var nodes: [Node] = []
  var edges: [Edge] = []
  var hyperedges: [Hyperedge] = []
}

/// What is wrong in another program's file, and what is worth telling.
struct ImportFindings {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var warnings: [Diagnostic] = []
  private var unlisted = 0

  init(file: String) { self.file = file }

  /// As many mistakes are told one by one; the rest is counted.
  static let most = 100

  mutating func error(_ place: Diagnostic.Place?, _ message: String) {
    if diagnostics.count < Self.most {
      diagnostics.append(Diagnostic(file: file, place: place, message: message))
    } else {
      unlisted += 1
    }
  }

  mutating func warning(_ place: Diagnostic.Place?, _ message: String) {
    warnings.append(Diagnostic(file: file, place: place, severity: .warning, message: message))
  }

  /// - Throws: ``InputDiagnostics`` when something is wrong.
  func check() throws(InputDiagnostics) {
    guard !diagnostics.isEmpty else { return }
    let rest =
      unlisted == 0
      ? [] : [Diagnostic(file: file, place: nil, message: "there are \(unlisted) more mistakes like these.")]
    throw InputDiagnostics(diagnostics + rest)
  }
}

extension ForeignNetwork {
  /// The network as a graph: every node an entity, every edge a statement.
  func graph(_ findings: inout ImportFindings) -> DiplomaticGraph {
    var builder = ForeignGraphBuilder(network: self)
    let entities = nodes.map { builder.entity($0) }
    var all = entities
    let ids = Set(entities.map(\.id))
    var statements: [Statement] = []
    for edge in edges { builder.add(edge, to: &statements, ids, &findings) }
    for edge in hyperedges { builder.add(edge, to: &statements, &all, ids, &findings) }
    builder.tellUnread(&findings)
    var graph = DiplomaticGraph(
      title: LocalizedText(title ?? "Untitled", language: builder.language), language: builder.language,
      entities: all, statements: statements)
    graph.hasDirectedLinks = isDirected && !builder.isOurs
    return graph
  }
}

/// Finds in attributes what the graph has a place for.
private struct ForeignGraphBuilder {
  let language: String
  /// Whether the attributes are those of our own export, in which links are not read as arcs.
  let isOurs: Bool
  private var unread: [String: Int] = [:]
  private var undated: (count: Int, first: String, place: Diagnostic.Place?)?
  private var statementIDs: Set<String> = []

  init(network: ForeignNetwork) {
    language = network.language ?? "en"
    isOurs =
      network.nodes.contains { $0.attributes["category"] != nil && $0.attributes["kind"] != nil }
      && network.edges.contains { $0.attributes["role"] != nil && $0.attributes["modality"] != nil }
  }

  // MARK: Nodes

  mutating func entity(_ node: ForeignNetwork.Node) -> Entity {
    var rest = node.attributes
    func take(_ names: String...) -> String? { taken(&rest, names) }
    let label = take("label")
    let name = take("name", "title", "v_name", "d_name") ?? label ?? node.id
    var wordings = [LocalizedText.Wording(language: language, text: name)]
    for key in rest.keys.sorted() where key.lowercased().hasPrefix("name_") {
      guard let text = rest.removeValue(forKey: key) else { continue }
      let wording = LocalizedText.Wording(language: String(key.dropFirst(5)), text: text)
      if wording.language == language { wordings[0] = wording } else { wordings.append(wording) }
    }
    let kind = kind(category: take("category"), kind: take("kind", "type"))
    let when = date(&rest, of: node.id, at: node.place)
    let attestation = attestation(&rest)
    noteUnread(rest)
    var entity = Entity(
      id: EntityID(node.id), kind: kind, name: LocalizedText(wordings),
      shortName: label.flatMap { $0 == name ? nil : LocalizedText($0, language: language) },
      when: kind.category == .agreement ? nil : when, attestation: attestation)
    if kind.category == .agreement, let when {
      entity.life = AgreementLife(statedInForce: [InForce(date: when)])
    }
    return entity
  }

  private func kind(category: String?, kind: String?) -> EntityKind {
    if let category = category.flatMap({ Category(rawValue: $0.lowercased()) }) {
      return EntityKind(category, kind ?? EntityKind.core(category)[0])
    }
    guard let kind else { return EntityKind(.actor, "node") }
    let word = kind.lowercased()
    if let category = Category(rawValue: word) { return EntityKind(category, EntityKind.core(category)[0]) }
    let home = Category.allCases.first { EntityKind.core($0).contains(word) }
    return EntityKind(home ?? .actor, home == nil ? kind : word)
  }

  // MARK: Edges

  mutating func add(
    _ edge: ForeignNetwork.Edge, to statements: inout [Statement], _ ids: Set<EntityID>,
    _ findings: inout ImportFindings
  ) {
    var rest = edge.attributes
    let given =
      edge.role
      ?? taken(&rest, ["role", "relation", "interaction", "relationship"] + (isOurs ? [] : ["label"]))
      .map { Role($0.split(separator: " ").joined(separator: "-")) }
    let role = given ?? (edge.isDirected ? .arc : .link)
    var statement = Statement(
      id: id(taken(&rest, ["statement"]) ?? edge.id, role, edge, &findings),
      subject: EntityID(edge.source), role: role, object: EntityID(edge.target), when: edge.when,
      weight: edge.weight)
    if !rest.isEmpty {
      statement.when =
        edge.when ?? date(&rest, of: "\(edge.source)–\(edge.target)", at: edge.place)
      statement.weight = edge.weight ?? weight(&rest, at: edge.place, &findings)
      statement.onBehalfOf = taken(&rest, ["for"]).map { EntityID($0) }.flatMap {
        ids.contains($0) ? $0 : nil
      }
      statement.office = taken(&rest, ["office"]).map { LocalizedText($0, language: language) }
      statement.attestation = attestation(&rest)
      if isOurs { rest["label"] = nil }
      noteUnread(rest)
    }
    statements.append(statement)
  }

  /// An edge of several ends as an agreement, to which each end is a party.
  mutating func add(
    _ edge: ForeignNetwork.Hyperedge, to statements: inout [Statement], _ entities: inout [Entity],
    _ ids: Set<EntityID>, _ findings: inout ImportFindings
  ) {
    var attributes = edge.attributes
    if attributes["category"] == nil { attributes["category"] = "agreement" }
    if attributes["kind"] == nil { attributes["kind"] = "hyperedge" }
    var id = edge.id ?? "hyperedge-\(entities.count + 1)"
    while ids.contains(EntityID(id)) { id += "-hyperedge" }
    entities.append(entity(ForeignNetwork.Node(id: id, attributes: attributes, place: edge.place)))
    for end in edge.ends {
      let plain = ForeignNetwork.Edge(source: end, target: id, isDirected: true, place: edge.place)
      statements.append(
        Statement(
          id: self.id(nil, "party", plain, &findings), subject: EntityID(end), role: "party",
          object: EntityID(id)))
    }
  }

  private mutating func id(
    _ given: String?, _ role: Role, _ edge: ForeignNetwork.Edge, _ findings: inout ImportFindings
  ) -> StatementID {
    let base = given ?? "\(role).\(edge.source).\(edge.target)"
    var name = base
    var use = 1
    while !statementIDs.insert(name).inserted {
      use += 1
      name = "\(base).\(use)"
    }
    if given != nil, use > 1 {
      findings.warning(edge.place, "two edges have the id '\(base)'; the second is called '\(name)'.")
    }
    return StatementID(name)
  }

  private mutating func weight(
    _ rest: inout [String: String], at place: Diagnostic.Place?, _ findings: inout ImportFindings
  ) -> Double? {
    guard let text = taken(&rest, ["weight"]), !isMissing(text) else { return nil }
    guard let weight = Double(text), weight.isFinite, weight >= 0 else {
      findings.error(place, "found the weight '\(text)'; expected a number from 0 on.")
      return nil
    }
    return weight
  }

  // MARK: Both

  /// The date in `when`, or from `start` and `end`; what is no date is told and left out.
  private mutating func date(
    _ rest: inout [String: String], of owner: String, at place: Diagnostic.Place?
  ) -> HistoricalDate? {
    for key in [
      "start_earliest", "start_latest", "end_earliest", "end_latest", "start_year", "end_year", "holds",
    ] {
      if isOurs { rest[key] = nil }
    }
    let when = taken(&rest, ["when", "date", "time", "year"])
    let start = taken(&rest, ["start", "start_date", "begin", "onset"])
    let end = taken(&rest, ["end", "end_date", "terminus"])
    let text = when ?? ForeignDate.interval(start, end)
    guard let text, !isMissing(text) else { return nil }
    if let date = ForeignDate.date(text) { return date }
    undated = (1 + (undated?.count ?? 0), undated?.first ?? text, undated?.place ?? place)
    return nil
  }

  private mutating func attestation(_ rest: inout [String: String]) -> Attestation {
    guard isOurs else { return Attestation() }
    return Attestation(
      certainty: taken(&rest, ["certainty"]).flatMap(Certainty.init(rawValue:)),
      modality: taken(&rest, ["modality"]).flatMap(Modality.init(rawValue:)) ?? .actual,
      holder: taken(&rest, ["holder"]).map { EntityID($0) }, note: taken(&rest, ["note"]))
  }

  /// The first attribute of some names, whatever their case, which is then gone from the rest.
  private func taken(_ rest: inout [String: String], _ names: [String]) -> String? {
    if rest.isEmpty { return nil }
    for name in names {
      guard let key = rest[name] != nil ? name : rest.keys.sorted().first(where: { $0.lowercased() == name })
      else { continue }
      let value = rest.removeValue(forKey: key)
      if let value, !value.isEmpty { return value }
    }
    return nil
  }

  private mutating func noteUnread(_ rest: [String: String]) {
    for (key, value) in rest where !value.isEmpty { unread[key, default: 0] += 1 }
  }

  func tellUnread(_ findings: inout ImportFindings) {
    if let undated {
      findings.warning(
        undated.place,
        "\(undated.count) \(undated.count == 1 ? "date is" : "dates are") left out; the first is '\(undated.first)', which is no "
          + "date that is understood.")
    }
    guard !unread.isEmpty else { return }
    let list = unread.keys.sorted().map { "'\($0)' (\(unread[$0] ?? 0))" }.joined(separator: ", ")
    findings.warning(nil, "attributes that have no place here are left out: \(list).")
  }
}

/// Whether a text stands for no value.
func isMissing(_ text: String) -> Bool {
  ["", "na", "nan", "null", "none", "nil"].contains(text.lowercased())
}

/// Dates as other programs write them.
enum ForeignDate {
  /// A date in EDTF or as people write it; a whole number is a year, of any number of digits.
  static func date(_ text: String) -> HistoricalDate? {
    if let slash = text.firstIndex(of: "/"), !text.contains("..") {
      let (start, end) = (text[..<slash], text[text.index(after: slash)...])
      if let first = point(String(start)), let last = point(String(end)), !start.isEmpty, !end.isEmpty,
        let date = try? HistoricalDate("\(first)/\(last)")
      {
        return date
      }
    }
    return (try? HistoricalDate(point(text) ?? text)) ?? (try? HistoricalDate(lenient: text))
  }

  /// An interval from its ends, either of which may be missing: then it is open.
  static func interval(_ start: String?, _ end: String?) -> String? {
    func known(_ text: String?) -> String? {
      guard let text, !isMissing(text), !["inf", "-inf", "infinity", "-infinity"].contains(text.lowercased())
      else { return nil }
      return point(text) ?? text
    }
    let (start, end) = (known(start), known(end))
    if start == nil, end == nil { return nil }
    return "\(start ?? "..")/\(end ?? "..")"
  }

  /// A whole number as a year of EDTF.
  private static func point(_ text: String) -> String? {
    var digits = text[...]
    if digits.hasSuffix(".0") { digits = digits.dropLast(2) }
    guard let year = Int64(digits) else { return text.isEmpty ? nil : text }
    // Eight digits are a day: 19410413.
    if digits.count == 8, year > 0, let date = try? HistoricalDate(lenient: String(digits)) {
      return date.edtf
    }
    let plain = String(year.magnitude)
    let sign = year < 0 ? "-" : ""
    if plain.count > 4 { return "Y\(sign)\(plain)" }
    return sign + String(repeating: "0", count: 4 - plain.count) + plain
  }
}
