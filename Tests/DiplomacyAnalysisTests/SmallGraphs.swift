import Chronology
import Diplomacy
import DiplomacyAnalysis

/// A graph put together line by line.
///
/// Actors are called by capital letters or words, agreements and events by what the test calls them.
struct GraphBuilder {
  private var entities: [Entity] = []
  private var statements: [Statement] = []
  private var readings: [Reading] = []
  /// What is known of dates by other dates.
  var orders: [DateOrder] = []

  /// A date that the test has spelt right.
  static func date(_ text: String) -> HistoricalDate {
    do throws(DateTextError) {
      return try HistoricalDate(text)
    } catch {
      preconditionFailure("The test names a date that cannot be read: \(error).")
    }
  }

  private func attestation(_ modality: Modality, _ readings: [ReadingID]) -> Attestation {
    Attestation(modality: modality, readings: readings)
  }

  mutating func reading(_ id: ReadingID, extends parent: ReadingID? = nil, isDefault: Bool = false) {
    readings.append(
      Reading(
        id: id, title: LocalizedText(id.rawValue, language: "en"), extends: parent, isDefault: isDefault))
  }

  mutating func actor(
    _ id: EntityID, kind: String = "state", exists: String? = nil, modality: Modality = .actual,
    readings: [ReadingID] = []
  ) {
    entities.append(
      Entity(
        id: id, kind: EntityKind(.actor, kind), name: LocalizedText(id.rawValue, language: "en"),
        when: exists.map(Self.date), attestation: attestation(modality, readings)))
  }

  /// An actor that existed in several periods.
  mutating func actor(_ id: EntityID, periods: [String]) {
    var entity = Entity(
      id: id, kind: EntityKind(.actor, "state"), name: LocalizedText(id.rawValue, language: "en"))
    entity.existence = periods.map { Existence(date: Self.date($0)) }
    entities.append(entity)
  }

  /// An agreement with these acts.
  mutating func agreement(_ id: EntityID, acts: [Act], terms: [Terms] = []) {
    entities.append(
      Entity(
        id: id, kind: EntityKind(.agreement, "pact"), name: LocalizedText(id.rawValue, language: "en"),
        life: AgreementLife(acts: acts, terms: terms)))
  }

  /// Where an entity or a statement stands, by how many were added before.
  var entityCount: Int { entities.count }
  var statementCount: Int { statements.count }

  mutating func actors(_ ids: EntityID...) { for id in ids { actor(id) } }

  mutating func territory(_ id: EntityID) {
    entities.append(
      Entity(
        id: id, kind: EntityKind(.territory, "region"), name: LocalizedText(id.rawValue, language: "en")))
  }

  /// An agreement, in force as stated outright (`never`, if never) or from its acts.
  mutating func agreement(
    _ id: EntityID, inForce: String? = nil, signed: String? = nil, ended: String? = nil,
    modality: Modality = .actual, readings: [ReadingID] = [], parties: EntityID...
  ) {
    let acts = [("signature", signed), ("termination", ended)].compactMap { kind, date in
      date.map { Act(kind: Act.Kind(kind), date: Self.date($0)) }
    }
    let life = AgreementLife(
      acts: acts, statedInForce: inForce.map { [InForce(date: $0 == "never" ? nil : Self.date($0))] } ?? [])
    entities.append(
      Entity(
        id: id, kind: EntityKind(.agreement, "pact"), name: LocalizedText(id.rawValue, language: "en"),
        attestation: attestation(modality, readings), life: life))
    for party in parties { say(party, .party, id) }
  }

  mutating func event(
    _ id: EntityID, when: String? = nil, modality: Modality = .actual, participants: EntityID...
  ) {
    entities.append(
      Entity(
        id: id, kind: EntityKind(.event, "meeting"), name: LocalizedText(id.rawValue, language: "en"),
        when: when.map(Self.date), attestation: attestation(modality, [])))
    for participant in participants { say(participant, .participant, id) }
  }

  /// A statement; it is called `role.subject.object`.
  mutating func say(
    _ subject: EntityID, _ role: Role, _ object: EntityID, when: String? = nil, modality: Modality = .actual,
    readings: [ReadingID] = []
  ) {
    let name = "\(role).\(subject).\(object)"
    let earlier = statements.count { $0.id.rawValue == name || $0.id.rawValue.hasPrefix(name + "#") }
    statements.append(
      Statement(
        id: StatementID(earlier == 0 ? name : "\(name)#\(earlier + 1)"), subject: subject, role: role,
        object: object, when: when.map(Self.date), attestation: attestation(modality, readings)))
  }

  /// The graph so far.
  var graph: DiplomaticGraph {
    var graph = DiplomaticGraph(
      title: LocalizedText("A graph of a test", language: "en"), readings: readings, entities: entities,
      statements: statements)
    graph.dateOrders = orders
    return graph
  }

  /// The graph seen at a date and under a reading.
  func view(at date: String? = nil, reading: ReadingID? = nil) -> GraphView {
    GraphView(graph, ViewOptions(at: date.map(Self.date), reading: reading))
  }
}

/// A graph in one line, for messages.
func summary(_ graph: DiplomaticGraph) -> String {
  let entities = graph.entities.map { entity in
    let when =
      entity.when?.text ?? entity.life?.statedInForce.first?.text
      ?? entity.life?.acts.map { "\($0.kind) \($0.date?.text ?? "?")" }.joined(separator: " ")
    let modality = entity.attestation.modality == .actual ? "" : " (\(entity.attestation.modality))"
    return entity.category == .actor && when == nil
      ? entity.id.rawValue + modality : "\(entity.id) [\(when ?? "")]\(modality)"
  }
  let statements = graph.statements.map { statement in
    let modality = statement.attestation.modality == .actual ? "" : " (\(statement.attestation.modality))"
    return "\(statement.subject) \(statement.role) \(statement.object)"
      + (statement.when.map { " [\($0)]" } ?? "") + modality
  }
  return "entities: \(entities.joined(separator: ", ")); statements: \(statements.joined(separator: ", "))"
}
