import Diplomacy

/// What a file names and does not have.
struct MissingNames {
  var entities: Set<EntityID> = []
  var sources: Set<SourceID> = []
  var readings: Set<ReadingID> = []
  var obligations: Set<StatementID> = []

  var isEmpty: Bool {
    entities.isEmpty && sources.isEmpty && readings.isEmpty && obligations.isEmpty
  }

  func removed(from entity: Entity) -> Entity {
    var entity = entity
    entity.attestation = removed(from: entity.attestation)
    for index in entity.existence.indices {
      entity.existence[index].attestation = removed(from: entity.existence[index].attestation)
    }
    entity.deeds.removeAll { obligations.contains($0.obligation) }
    for index in entity.deeds.indices {
      entity.deeds[index].attestation = removed(from: entity.deeds[index].attestation)
    }
    if let life = entity.life { entity.life = removed(from: life) }
    return entity
  }

  func removed(from statement: Statement) -> Statement {
    var statement = statement
    statement.onBehalfOf = removed(from: statement.onBehalfOf)
    statement.attestation = removed(from: statement.attestation)
    statement.succession?.agreements.removeAll(where: entities.contains)
    return statement
  }

  func removed(from source: Source) -> Source {
    var source = source
    if let quoted = source.quotedIn, sources.contains(quoted.source) { source.quotedIn = nil }
    return source
  }

  func removed(from reading: Reading) -> Reading {
    var reading = reading
    if let parent = reading.extends, readings.contains(parent) { reading.extends = nil }
    return reading
  }

  private func removed(from id: EntityID?) -> EntityID? { id.flatMap { entities.contains($0) ? nil : $0 } }

  private func removed(from citations: [Citation]) -> [Citation] {
    citations.filter { !sources.contains($0.source) }
  }

  private func removed(from attestation: Attestation) -> Attestation {
    var attestation = attestation
    attestation.holder = removed(from: attestation.holder)
    attestation.citations = removed(from: attestation.citations)
    attestation.readings.removeAll(where: readings.contains)
    if let secret = attestation.secret {
      func removed(from knowers: [Knowledge.Knower]) -> [Knowledge.Knower] {
        knowers.filter { !entities.contains($0.actor) }.map { knower in
          var knower = knower
          knower.citations = self.removed(from: knower.citations)
          return knower
        }
      }
      attestation.secret = Knowledge(
        knownTo: removed(from: secret.knownTo), unknownTo: removed(from: secret.unknownTo),
        disclosures: secret.disclosures.map { disclosure in
          var disclosure = disclosure
          disclosure.citations = self.removed(from: disclosure.citations)
          return disclosure
        })
    }
    return attestation
  }

  private func removed(from life: AgreementLife) -> AgreementLife {
    var life = life
    for index in life.acts.indices {
      life.acts[index].by.removeAll(where: entities.contains)
      life.acts[index].between.removeAll(where: entities.contains)
      life.acts[index].from = removed(from: life.acts[index].from)
      life.acts[index].place = removed(from: life.acts[index].place)
      life.acts[index].attestation = removed(from: life.acts[index].attestation)
    }
    for index in life.statedInForce.indices {
      life.statedInForce[index].attestation = removed(from: life.statedInForce[index].attestation)
    }
    for index in life.terms.indices {
      life.terms[index].endsWith = removed(from: life.terms[index].endsWith)
      life.terms[index].attestation = removed(from: life.terms[index].attestation)
    }
    life.reservations.removeAll { entities.contains($0.by) }
    for index in life.reservations.indices {
      life.reservations[index].objections.removeAll { entities.contains($0.by) }
      life.reservations[index].attestation = removed(from: life.reservations[index].attestation)
    }
    for index in life.obligations.indices { remove(from: &life.obligations[index]) }
    return life
  }

  private func remove(from obligation: inout Obligation) {
    obligation.by.removeAll(where: entities.contains)
    obligation.to.removeAll(where: entities.contains)
    obligation.about.removeAll(where: entities.contains)
    obligation.against.removeAll(where: entities.contains)
    obligation.conditionEvent = removed(from: obligation.conditionEvent)
    obligation.unlessEvent = removed(from: obligation.unlessEvent)
    obligation.amendedBy = removed(from: obligation.amendedBy)
    if case .within(_, let event) = obligation.deadline, entities.contains(event) {
      obligation.deadline = nil
    }
    obligation.attestation = removed(from: obligation.attestation)
  }
}
