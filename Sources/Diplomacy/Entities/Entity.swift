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
  /// Agreements have a `life` instead, and what existed several times its ``existence``.
  public var when: HistoricalDate?
  /// The periods in which an actor or territory existed, where one plain interval does not tell; then `when` is nil.
  public var existence: [Existence]
  /// How its existence is attested.
  public var attestation: Attestation
  /// The acts, terms and obligations of an agreement; nil for other categories.
  public var life: AgreementLife?
  /// The obligations that an event keeps or breaches, as far as the graph says so outright.
  public var deeds: [Deed]
  /// Identifiers elsewhere, such as Wikidata's, by the name of the register.
  public var identifiers: [ExternalIdentifier]
  /// What another program says of it besides, each name once, in order of the names.
  public var attributes: [Attribute] = []

  /// An entity.
  public init(
    id: EntityID, kind: EntityKind, name: LocalizedText, shortName: LocalizedText? = nil,
    when: HistoricalDate? = nil, existence: [Existence] = [], attestation: Attestation = Attestation(),
    life: AgreementLife? = nil,
    deeds: [Deed] = [], identifiers: [ExternalIdentifier] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.shortName = shortName
    self.when = when
    self.existence = existence
    self.attestation = attestation
    self.life = kind.category == .agreement ? life ?? AgreementLife() : life
    self.deeds = deeds
    self.identifiers = identifiers
  }

  /// Actor, agreement, territory or event.
  public var category: Category { kind.category }

  /// The name for tables and diagrams: the short one where there is one.
  public func label(in language: String) -> String { (shortName ?? name).text(in: language) }
}

/// A period in which an actor or territory existed.
public struct Existence: Hashable, Sendable {
  /// In what condition it existed.
  public enum Condition: String, CaseIterable, Hashable, Sendable {
    /// On its own; the plain case.
    case independent
    /// Held by another power.
    case occupied
    /// As a government abroad.
    case exile
  }

  /// The interval.
  public var date: HistoricalDate
  /// In what condition.
  public var condition: Condition
  /// How it is attested.
  public var attestation: Attestation

  /// A period of existence.
  public init(
    date: HistoricalDate, condition: Condition = .independent, attestation: Attestation = Attestation()
  ) {
    self.date = date
    self.condition = condition
    self.attestation = attestation
  }
}

/// What an event does to an obligation, as the graph says outright.
public struct Deed: Hashable, Sendable {
  /// To keep or to breach.
  public enum Effect: String, CaseIterable, Hashable, Sendable {
    case keeps, breaches
  }

  /// What the event does.
  public var effect: Effect
  /// To which obligation.
  public var obligation: StatementID
  /// How that is attested.
  public var attestation: Attestation

  /// What an event does to an obligation.
  public init(_ effect: Effect, _ obligation: StatementID, attestation: Attestation = Attestation()) {
    self.effect = effect
    self.obligation = obligation
    self.attestation = attestation
  }
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
