import Chronology
import Diplomacy
import Testing

/// The date of a text that the test takes to be one.
func date(_ text: String, at place: SourceLocation = #_sourceLocation) throws -> HistoricalDate {
  do {
    return try HistoricalDate(text)
  } catch {
    Issue.record("\(error)", sourceLocation: place)
    throw error
  }
}

/// The span of a date.
func span(_ text: String, at place: SourceLocation = #_sourceLocation) throws -> Span {
  Span(try date(text, at: place))
}

/// An attestation that holds under some readings.
func under(_ readings: ReadingID...) -> Attestation { Attestation(readings: readings) }

/// An act on a date.
func act(
  _ kind: Act.Kind, _ text: String?, _ attestation: Attestation = Attestation(),
  at place: SourceLocation = #_sourceLocation
) throws -> Act {
  Act(kind: kind, date: try text.map { try date($0, at: place) }, attestation: attestation)
}

/// An entity whose name is its id.
func entity(
  _ id: EntityID, _ category: Diplomacy.Category, when: HistoricalDate? = nil,
  attestation: Attestation = Attestation(), life: AgreementLife? = nil
) -> Entity {
  Entity(
    id: id, kind: EntityKind.core(category)[0],
    name: LocalizedText(id.rawValue, language: "en"), when: when, attestation: attestation, life: life)
}

/// A statement whose id is made of its parts.
func statement(
  _ subject: EntityID, _ role: Role, _ object: EntityID, when: HistoricalDate? = nil,
  attestation: Attestation = Attestation()
) -> Statement {
  Statement(
    id: StatementID("\(role).\(subject).\(object)"), subject: subject, role: role, object: object, when: when,
    attestation: attestation)
}

/// A reading whose title is its id.
func reading(_ id: ReadingID, extends: ReadingID? = nil, isDefault: Bool = false) -> Reading {
  Reading(
    id: id, title: LocalizedText(id.rawValue, language: "en"), extends: extends, isDefault: isDefault)
}

/// A graph of entities and statements, whose ids are numbered where they repeat.
func graph(
  _ entities: [Entity], _ statements: [Statement] = [], readings: [Reading] = []
) -> DiplomaticGraph {
  var uses: [StatementID: Int] = [:]
  let numbered = statements.map { one in
    let use = uses[one.id, default: 0] + 1
    uses[one.id] = use
    return Statement(
      id: use == 1 ? one.id : StatementID("\(one.id).\(use)"), subject: one.subject, role: one.role,
      object: one.object, when: one.when, onBehalfOf: one.onBehalfOf, attestation: one.attestation,
      succession: one.succession)
  }
  return DiplomaticGraph(
    title: LocalizedText("Graph", language: "en"), readings: readings, entities: entities,
    statements: numbered)
}
