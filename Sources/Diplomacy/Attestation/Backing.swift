/// The sources of an assertion: its own, or where it has none those of the entity around it.
public struct Backing: Hashable, Sendable {
  /// The sources.
  public let citations: [Citation]
  /// Whether they are those of the entity around it.
  public let isInherited: Bool

  /// The sources of what is asserted inside an entity, or of that entity itself.
  public init(of attestation: Attestation, in entity: Entity?) {
    isInherited = attestation.citations.isEmpty && !(entity?.attestation.citations.isEmpty ?? true)
    citations = isInherited ? entity?.attestation.citations ?? [] : attestation.citations
  }
}

extension DiplomaticGraph {
  /// The sources of an act, term, span, obligation or the like, or where it has none those of the entity that it is of.
  public func backing(of attestation: Attestation, in entity: EntityID) -> Backing {
    Backing(of: attestation, in: self[entity])
  }

  /// The sources of a statement, or where it has none those of the agreement or event that it joins: of its object, or else
  /// of its subject.
  public func backing(of statement: Statement) -> Backing {
    let around = [statement.object, statement.subject].compactMap { self[$0] }.first { end in
      (end.category == .agreement || end.category == .event) && !end.attestation.citations.isEmpty
    }
    return Backing(of: statement.attestation, in: around)
  }
}
