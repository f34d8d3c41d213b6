public import Chronology

/// A link of the graph: subject, role, object, when, and how it is attested.
public struct Statement: Identifiable, Hashable, Sendable {
  /// The author's id, or one given by place.
  public private(set) var id: StatementID
  /// Whom or what it is about.
  public var subject: EntityID
  /// What the subject is to the object.
  public var role: Role
  /// The other end.
  public var object: EntityID
  /// How much it weighs in networks of links, finite and not negative; nil: 1.
  public var weight: Double?
  /// Whether, as an edge of another program's network, it leads one way (true) or both (false), whatever its role; nil: it is
  /// no such edge, or its role says.
  public var isDirected: Bool?
  private var details: Details?

  /// A statement.
  public init(
    id: StatementID, subject: EntityID, role: Role, object: EntityID, when: HistoricalDate? = nil,
    onBehalfOf: EntityID? = nil, office: LocalizedText? = nil, attestation: Attestation = Attestation(),
    succession: Succession? = nil, weight: Double? = nil
  ) {
    self.id = id
    self.subject = subject
    self.role = role
    self.object = object
    self.weight = weight
    let isPlain =
      when == nil && onBehalfOf == nil && office == nil && succession == nil && attestation == Attestation()
    details =
      isPlain
      ? nil
      : Details(
        when: when, onBehalfOf: onBehalfOf, office: office, attestation: attestation, succession: succession,
        attributes: [])
  }

  /// Makes an edge of another program's network, of which nothing is said but what it weighs.
  package init(edge id: StatementID, _ subject: EntityID, _ role: Role, _ object: EntityID, weight: Double?) {
    self.id = id
    self.subject = subject
    self.role = role
    self.object = object
    self.weight = weight
  }

  /// Whether nothing is said of it but what joins which ends, which way and how much it weighs.
  package var isPlain: Bool { details == nil }

  /// Whether it is an edge of another program's network, which joins its ends whatever its role.
  public var isNetworkEdge: Bool { isDirected != nil || role == .link || role == .arc }

  /// Whether it leads one way only, from subject to object: an arc of another program's network.
  public var leadsOneWay: Bool { isDirected ?? (role == .arc) }

  /// Whether it says the same when read from either end.
  public var isSymmetric: Bool { isDirected.map { !$0 } ?? role.isSymmetric }

  /// The same statement under another id.
  package func named(_ id: StatementID) -> Statement {
    var statement = self
    statement.id = id
    return statement
  }

  // MARK: Details

  /// What the edges of other programs' networks, of which there may be millions, mostly do not have: so it is kept aside.
  private final class Details: Hashable, Sendable {
    let when: HistoricalDate?
    let onBehalfOf: EntityID?
    let office: LocalizedText?
    let attestation: Attestation
    let succession: Succession?
    let attributes: [Attribute]

    static let none = Details(
      when: nil, onBehalfOf: nil, office: nil, attestation: Attestation(), succession: nil, attributes: [])

    init(
      when: HistoricalDate?, onBehalfOf: EntityID?, office: LocalizedText?, attestation: Attestation,
      succession: Succession?, attributes: [Attribute]
    ) {
      self.when = when
      self.onBehalfOf = onBehalfOf
      self.office = office
      self.attestation = attestation
      self.succession = succession
      self.attributes = attributes
    }

    static func == (one: Details, other: Details) -> Bool {
      one === other
        || one.when == other.when && one.onBehalfOf == other.onBehalfOf && one.office == other.office
          && one.attestation == other.attestation && one.succession == other.succession
          && one.attributes == other.attributes
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(when)
      hasher.combine(onBehalfOf)
      hasher.combine(office)
      hasher.combine(attestation)
      hasher.combine(succession)
      hasher.combine(attributes)
    }

    /// These details, or nil where they say nothing.
    var orNil: Details? { self == .none ? nil : self }
  }

  /// When it held; nil: not stated (a participation then follows the agreement or event).
  public var when: HistoricalDate? {
    get { (details ?? .none).when }
    set {
      let now = details ?? .none
      details =
        Details(
          when: newValue, onBehalfOf: now.onBehalfOf, office: now.office, attestation: now.attestation,
          succession: now.succession, attributes: now.attributes
        ).orNil
    }
  }

  /// For whom the subject acts, such as the state for which a person signs.
  public var onBehalfOf: EntityID? {
    get { (details ?? .none).onBehalfOf }
    set {
      let now = details ?? .none
      details =
        Details(
          when: now.when, onBehalfOf: newValue, office: now.office, attestation: now.attestation,
          succession: now.succession, attributes: now.attributes
        ).orNil
    }
  }

  /// The office in which the subject acts, such as `Foreign Minister`.
  public var office: LocalizedText? {
    get { (details ?? .none).office }
    set {
      let now = details ?? .none
      details =
        Details(
          when: now.when, onBehalfOf: now.onBehalfOf, office: newValue, attestation: now.attestation,
          succession: now.succession, attributes: now.attributes
        ).orNil
    }
  }

  /// How it is attested.
  public var attestation: Attestation {
    get { (details ?? .none).attestation }
    set {
      let now = details ?? .none
      details =
        Details(
          when: now.when, onBehalfOf: now.onBehalfOf, office: now.office, attestation: newValue,
          succession: now.succession, attributes: now.attributes
        ).orNil
    }
  }

  /// What a successor takes over of its predecessor's agreements; nil: not stated, and nothing.
  public var succession: Succession? {
    get { (details ?? .none).succession }
    set {
      let now = details ?? .none
      details =
        Details(
          when: now.when, onBehalfOf: now.onBehalfOf, office: now.office, attestation: now.attestation,
          succession: newValue, attributes: now.attributes
        ).orNil
    }
  }

  /// What another program says of it besides, each name once, in order of the names.
  public var attributes: [Attribute] {
    get { (details ?? .none).attributes }
    set {
      let now = details ?? .none
      details =
        Details(
          when: now.when, onBehalfOf: now.onBehalfOf, office: now.office, attestation: now.attestation,
          succession: now.succession, attributes: newValue
        ).orNil
    }
  }
}
