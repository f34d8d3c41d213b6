/// What a statement says its subject is to its object: `party`, `member-of`, `guarantees`, …
///
/// The vocabulary is open; a role of the documented core also says which categories it may join.
public struct Role: Hashable, Sendable, CustomStringConvertible {
  /// The word as it stands in the graph file.
  public let name: String

  /// Makes a role of any word.
  public init(_ name: String) { self.name = name }

  /// The word itself.
  public var description: String { name }

  /// The categories that a role of the core may join.
  public struct Ends: Hashable, Sendable {
    /// What the subject may be.
    public let subjects: [Category]
    /// What the object may be.
    public let objects: [Category]

    /// Whether a statement between two categories fits.
    public func allow(_ subject: Category, _ object: Category) -> Bool {
      subjects.contains(subject) && objects.contains(object)
    }

    /// The ends in words: `an actor to an agreement`.
    public var description: String {
      "\(words(subjects)) to \(words(objects))"
    }

    private func words(_ categories: [Category]) -> String {
      categories.count == Category.allCases.count
        ? "any entity" : categories.map(\.withArticle).joined(separator: " or ")
    }
  }

  /// The categories the role may join, or nil for a role outside the core.
  ///
  /// Some roles have several pairs of ends: an actor and an agreement can both recognise a territory.
  public var ends: [Ends]? { Self.core[self] }

  /// Whether a statement with this role may join two categories; always so for a role outside the core.
  public func fits(_ subject: Category, _ object: Category) -> Bool {
    ends.map { $0.contains { $0.allow(subject, object) } } ?? true
  }

  /// How an actor takes part in an agreement: the incidence of actors and agreements.
  public static let participations: [Role] = [
    .party, .signatory, .negotiator, .guarantor, .depositary, .beneficiary,
  ]

  /// How an actor takes part in an event without being its victim.
  public static let attendances: [Role] = [.agent, .participant, .recipient]

  /// Whether it is taken at the signature of an agreement, and not as long as the agreement lasts.
  public var isOfSignature: Bool { self == .signatory || self == .negotiator }

  /// Links by which two actors are in touch.
  public static let ties: [Role] = [.memberOf, .represents, .commands, link, arc]

  /// An edge of another program's network, of which nothing more is known.
  public static let link = Role("link")
  /// Such an edge that leads one way, from subject to object.
  public static let arc = Role("link-to")

  /// Roles that say the same when read from either end.
  public var isSymmetric: Bool { Self.symmetric.contains(self) }
  private static let symmetric: Set<Role> = [.sameAs, .hostileTo, .conflictsWith, .borders, link]

  /// The documented core, in the order of the documentation.
  public static let coreRoles: [Role] = table.map(\.0)

  private static let core: [Role: [Ends]] = {
    var roles: [Role: [Ends]] = [:]
    for (role, ends) in table { roles[role] = ends }
    return roles
  }()

  private static let table: [(Role, [Ends])] = {
    func ends(_ subjects: [Category], _ objects: [Category]) -> Ends {
      Ends(subjects: subjects, objects: objects)
    }
    let toAgreement = [ends([.actor], [.agreement])]
    let toEvent = [ends([.actor], [.event])]
    let toTerritory = [ends([.actor], [.territory])]
    let between = [ends([.actor], [.actor])]
    let clause = [ends([.agreement], [.territory])]
    let agreements = [ends([.agreement], [.agreement])]
    return [
      (.party, toAgreement), (.signatory, toAgreement), (.negotiator, toAgreement),
      (.guarantor, toAgreement), (.depositary, toAgreement), (.beneficiary, toAgreement),
      (.agent, toEvent), (.participant, toEvent), (.recipient, toEvent),
      (.target, [ends([.actor, .territory], [.event])]),
      (.guarantees, [ends([.agreement, .actor], [.territory])]),
      (.cedes, [ends([.agreement, .actor], [.territory])]),
      (.recognises, [ends([.agreement, .actor], [.territory, .actor])]),
      (.demarcates, clause), (.concerns, [ends([.agreement], [.territory, .actor])]),
      (.appliesTo, clause), (.excludes, clause),
      (.supplements, agreements), (.amends, agreements), (.supersedes, agreements),
      (.conflictsWith, agreements),
      (.controls, toTerritory), (.claims, toTerritory), (.occupies, toTerritory),
      (.borders, [ends([.actor, .territory], [.actor, .territory])]),
      (.memberOf, between), (.represents, between), (.commands, between), (.successorOf, between),
      (.hostileTo, between),
      (.place, [ends([.agreement, .event], [.territory])]),
      (.about, [ends([.event], [.agreement])]),
      (.leadsTo, [ends([.event, .agreement], [.event, .agreement])]),
      (.partOf, [ends([.territory], [.territory])]),
      (.sameAs, [ends(Category.allCases, Category.allCases)]),
    ]
  }()
}
