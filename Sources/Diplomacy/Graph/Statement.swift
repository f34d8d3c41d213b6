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
  /// When it held; nil: not stated (a participation then follows the agreement or event).
  public var when: HistoricalDate?
  /// For whom the subject acts, such as the state for which a person signs.
  public var onBehalfOf: EntityID?
  /// The office in which the subject acts, such as `Foreign Minister`.
  public var office: LocalizedText?
  /// How it is attested.
  public var attestation: Attestation
  /// What a successor takes over of its predecessor's agreements; nil: not stated, and nothing.
  public var succession: Succession?
  /// How much it weighs in networks of links, finite and not negative; nil: 1.
  public var weight: Double?
  /// Whether, as an edge of another program's network, it leads one way (true) or both (false), whatever its role; nil: it is
  /// no such edge, or its role says.
  public var isDirected: Bool?
  /// What another program says of it besides, each name once, in order of the names.
  public var attributes: [Attribute] = []

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
    self.when = when
    self.onBehalfOf = onBehalfOf
    self.office = office
    self.attestation = attestation
    self.succession = succession
    self.weight = weight
  }

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
}
