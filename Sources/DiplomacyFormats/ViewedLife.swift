import Diplomacy

extension GraphView {
  /// An agreement's acts, spans, terms and obligations as far as the view's reading and senses let them hold; nil for
  /// other entities.
  func life(of entity: Entity) -> AgreementLife? {
    guard var life = entity.life else { return nil }
    func holds(_ attestation: Attestation) -> Bool {
      options.modalities.contains(attestation.modality) && choice.includes(attestation)
    }
    life.acts.removeAll { !holds($0.attestation) }
    life.statedInForce.removeAll { !holds($0.attestation) }
    life.obligations.removeAll { !holds($0.attestation) }
    if !holds(life.terms.attestation) { life.terms = Terms() }
    return life
  }
}
