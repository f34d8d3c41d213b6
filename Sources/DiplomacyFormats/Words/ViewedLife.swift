package import Diplomacy

extension GraphView {
  /// An agreement's acts, spans, terms and obligations as far as they are seen and known; nil for other entities.
  package func life(of entity: Entity) -> AgreementLife? {
    guard var life = entity.life else { return nil }
    life.acts.removeAll { !sees($0.attestation, of: entity) }
    life.statedInForce.removeAll { !sees($0.attestation, of: entity) }
    life.reservations.removeAll { !sees($0.attestation, of: entity) }
    life.obligations.removeAll {
      !sees($0.attestation, of: entity) || options.withoutStatements.contains($0.id)
    }
    life.terms.removeAll { !sees($0.attestation, of: entity) }
    return life
  }

  /// An entity with the periods of existence that are seen.
  package func viewed(_ entity: Entity) -> Entity {
    var entity = entity
    entity.existence.removeAll { !sees($0.attestation) }
    return entity
  }
}
