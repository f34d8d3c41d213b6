import Chronology
import Diplomacy

/// What was known too early, and who acted on what it did not know.
extension LintedFile {
  /// Secrets that somebody knew, or that were disclosed, before there was anything to know.
  func knownTooEarly() -> [LintWarning] {
    guard let standpoint else { return [] }
    return secretThings(standpoint).flatMap { thing -> [LintWarning] in
      guard let start = thing.start else { return [] }
      func warning(_ date: HistoricalDate, _ found: String) -> LintWarning? {
        guard date.certainlyBegins(before: start) else { return nil }
        return LintWarning(
          rule: .knownTooEarly, place: thing.place, about: thing.about,
          message:
            "\(thing.words) \(found) at '\(date)', before \(thing.beginning) at '\(start)'; expected that day or a "
            + "later one. Check both dates.")
      }
      return thing.secret.knownTo.compactMap { knower in
        knower.since.flatMap { warning($0, "is known to '\(knower.actor)'") }
      } + thing.secret.disclosures.compactMap { warning($0.when, "is disclosed") }
    }
  }

  /// Something secret with the date before which nobody can know of it.
  private struct SecretThing {
    let secret: Knowledge
    let words: String
    /// What happened at its start: `its first signature`.
    let beginning: String
    let start: HistoricalDate?
    let place: Diagnostic.Place?
    let about: [String]
  }

  private func secretThings(_ standpoint: LintedReading) -> [SecretThing] {
    graph.entities.flatMap { things(in: $0, standpoint) }
      + graph.statements.compactMap { statement in
        guard let secret = statement.attestation.secret, standpoint.counts(statement.attestation) else {
          return nil
        }
        return SecretThing(
          secret: secret,
          words: "the link '\(statement.role)' of '\(statement.subject)' to '\(statement.object)'",
          beginning: "it began", start: statement.when, place: places.statements[statement.id],
          about: subjects(of: statement))
      }
  }

  private func things(in entity: Entity, _ standpoint: LintedReading) -> [SecretThing] {
    guard entity.category == .agreement || entity.category == .event, standpoint.counts(entity.attestation)
    else { return [] }
    let signature = entity.life.flatMap { first(.signature, $0, standpoint) }
    let isSigned = signature != nil
    let start =
      entity.life.map { signature ?? first(.entryIntoForce, $0, standpoint) } ?? entity.when
    let concluded = "the agreement's \(isSigned ? "first signature" : "entry into force")"
    let beginning =
      entity.life == nil ? "it happened" : isSigned ? "its first signature" : "its entry into force"
    var things: [SecretThing] = []
    if let secret = entity.attestation.secret {
      things.append(
        SecretThing(
          secret: secret, words: "'\(entity.id)'", beginning: beginning, start: start,
          place: places.entities[entity.id], about: [entity.id.rawValue]))
    }
    let parts = places.lives[entity.id]
    for (name, part) in graph.parts(of: entity) {
      guard let attestation = graph.attestation(of: part), let secret = attestation.secret,
        standpoint.counts(attestation)
      else { continue }
      func place(_ places: [Diagnostic.Place?]?, _ index: Int) -> Diagnostic.Place? {
        places.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? self.places.entities[entity.id]
      }
      let found: (start: HistoricalDate?, beginning: String, place: Diagnostic.Place?) =
        switch part {
        case .act(let index, _): (entity.life?.acts[index].date, "it was done", place(parts?.acts, index))
        case .terms(let index, _): (start, concluded, place(parts?.terms, index))
        case .obligation(let index, _): (start, concluded, place(parts?.obligations, index))
        case .inForce(let index, _): (start, concluded, place(parts?.statedInForce, index))
        default: (start, beginning, self.places.entities[entity.id])
        }
      things.append(
        SecretThing(
          secret: secret, words: "'\(name)'", beginning: found.beginning, start: found.start,
          place: found.place,
          about: [name, entity.id.rawValue]))
    }
    return things
  }

  /// Agents of events about secret agreements of which they did not know on the day.
  func unknowingAgents() -> [LintWarning] {
    guard let standpoint else { return [] }
    var awareness: [EntityID: Awareness] = [:]
    return graph.statements.flatMap { about -> [LintWarning] in
      guard about.role == .about, standpoint.counts(about.attestation), let event = graph[about.subject],
        let agreement = graph[about.object], agreement.attestation.secret != nil,
        standpoint.counts(event.attestation), standpoint.counts(agreement.attestation), let when = event.when,
        !when.isDoubtful
      else { return [] }
      return graph.statements(about: event.id).compactMap { statement in
        guard statement.role == .agent, statement.object == event.id, standpoint.counts(statement.attestation)
        else { return nil }
        let agent = statement.subject
        let known = awareness[agent] ?? Awareness(of: agent, in: standpoint.view)
        awareness[agent] = known
        guard let grounds = known.grounds(of: agreement), Awareness.answer(grounds, on: when) == .no,
          !grounds.contains(where: { $0.isDoubtful })
        else { return nil }
        let later = grounds.first?.date.map { " before '\($0)'" } ?? ""
        return LintWarning(
          rule: .unknowingAgent, place: places.statements[statement.id],
          about: subjects(of: statement) + [agreement.id.rawValue],
          message:
            "'\(agent)' is 'agent' of '\(event.id)' at '\(when)', which is about the secret '\(agreement.id)', but does not "
            + "know of it\(later); expected one who does. Name it under 'known-to', or check the dates.")
      }
    }
  }
}
