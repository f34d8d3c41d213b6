public import Chronology

/// A node of the graph: an actor, agreement, territory or event.
public struct Entity: Identifiable, Hashable, Sendable {
  /// The author's id.
  public let id: EntityID
  /// What it is.
  public var kind: EntityKind
  /// Its names, the preferred one first.
  public var name: LocalizedText
  /// A shorter name for tables and diagrams.
  public var shortName: LocalizedText?
  /// When an actor or territory existed, or when an event happened; nil: not stated.
  ///
  /// Agreements have a `life` instead.
  public var when: HistoricalDate?
  /// How its existence is attested.
  public var attestation: Attestation
  /// The acts, terms and obligations of an agreement; nil for other categories.
  public var life: AgreementLife?
  /// Identifiers elsewhere, such as Wikidata's, by the name of the register.
  public var identifiers: [ExternalIdentifier]

  /// An entity.
  public init(
    id: EntityID, kind: EntityKind, name: LocalizedText, shortName: LocalizedText? = nil,
    when: HistoricalDate? = nil, attestation: Attestation = Attestation(), life: AgreementLife? = nil,
    identifiers: [ExternalIdentifier] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.shortName = shortName
    self.when = when
    self.attestation = attestation
    self.life = kind.category == .agreement ? life ?? AgreementLife() : life
    self.identifiers = identifiers
  }

  /// Actor, agreement, territory or event.
  public var category: Category { kind.category }

  /// The name for tables and diagrams: the short one where there is one.
  public func label(in language: String) -> String { (shortName ?? name).text(in: language) }
}

/// An entity's identifier in a register of others.
public struct ExternalIdentifier: Hashable, Sendable {
  /// The register, such as `wikidata`.
  public let register: String
  /// The identifier there.
  public let value: String

  /// An identifier in a register.
  public init(register: String, value: String) {
    self.register = register
    self.value = value
  }
}
