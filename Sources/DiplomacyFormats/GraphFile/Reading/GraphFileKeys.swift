import Chronology
import Diplomacy

/// The keys that each mapping of a graph file may have.
///
/// The JSON Schema in Documentation/ lists the same keys; a test compares the two.
enum GraphFileKeys {
  static let top = [
    "entente", "title", "summary", "authors", "license", "language", "default-offset", "date-style",
    "new-year", "circa", "directed-links", "attributes", "sources", "readings",
    "actors", "territories", "agreements", "events", "statements", "tables", "lint",
  ]
  static let source = [
    "id", "title", "kind", "author", "date", "language", "url", "publisher", "quoted-in", "note",
    "date-style", "new-year",
  ]
  static let silence = ["ignore", "about", "reason"]
  static let citation = ["source", "locator"]
  static let reading = ["id", "title", "extends", "question", "default", "note"]
  static let attestation = [
    "certainty", "modality", "holder", "source", "note", "reading", "secret", "known-to", "unknown-to",
    "disclosed",
  ]
  private static let knowledge = ["of", "certainty", "source", "note"]
  static let knower = ["actor", "since"] + knowledge
  static let ignorant = ["actor", "until"] + knowledge
  static let disclosure = ["when"] + knowledge
  private static let entity = [
    "id", "kind", "name", "short-name", "identifiers", "date-style", "new-year", "attributes",
  ]

  /// The keys of an entity of a category.
  static func entity(_ category: Category) -> [String] {
    let own =
      switch category {
      case .actor, .territory: ["exists"]
      case .event: ["when"] + deeds.map(\.key)
      case .agreement: ["in-force", "acts", "terms", "reservations", "obligations"] + datedActs.map(\.key)
      }
    return entity + own + links(category).map(\.key) + attestation
  }

  /// Acts that an agreement can name by a key of their own.
  static let datedActs: [(key: String, act: Act.Kind)] = [
    ("signed", .signature), ("ratified", .ratification), ("entered-into-force", .entryIntoForce),
    ("provisionally-applied", .provisionalApplication), ("denounced", .denunciation),
    ("extended", .extension), ("suspended", .suspension),
    ("ended", .termination),
  ]
  /// A date with its style.
  static let styledDate = ["os", "ns", "new-year"]
  /// The words of `date-style`.
  static let dateStyles: [(word: String, calendar: DateStyle.Calendar)] = [
    ("julian", .julian), ("gregorian", .gregorian),
  ]
  static let datedAct =
    ["when", "by", "between", "from", "place", "until", "duration"] + styledDate + attestation
  static let act = ["act"] + datedAct
  static let inForce = ["when"] + styledDate + attestation
  static let terms =
    [
      "duration", "until", "notice", "renewal", "enters-into-force", "ratification", "ratifications",
      "counts-from", "denunciation",
      "denunciation-ends", "breach", "ends-with", "clause",
    ] + attestation
  static let existence = ["when", "as"] + styledDate + attestation
  /// The keys of an event that say outright which obligations it kept or breached.
  static let deeds: [(key: String, effect: Deed.Effect)] = Deed.Effect.allCases.map { ($0.rawValue, $0) }
  static let deed = ["obligation"] + attestation
  /// A date in full, with how far it reaches where it is approximate.
  static let fullDate = ["date", "circa"]
  static let relativeDate = ["after", "before", "within", "of", "exactly"]
  static let obligation =
    [
      "id", "kind", "by", "to", "about", "against", "condition", "condition-event", "unless", "unless-event",
      "deadline", "within", "of", "clause", "amended-by",
    ] + attestation
  static let reservation = ["by", "to", "when", "withdrawn", "objections"] + attestation
  static let objection = ["by", "when", "opposes-entry-into-force"]
  static let succession = ["succession", "agreements"]
  /// What a link is in networks, and what another program says of it.
  static let network = ["weight", "directed", "attributes"]
  /// What stands in `by` of an obligation that every party owes.
  static let allParties = "all-parties"
  static let statement =
    ["id", "subject", "role", "object", "when", "for", "office"] + network + succession + attestation
  /// A link in its long form: the other end under its category's name.
  static let link =
    Category.allCases.map(\.rawValue) + ["id", "when", "for", "office"] + network + succession + attestation

  /// A key of an entity that makes statements: the entity's role, or (in the plural) the role of those listed.
  struct Link {
    let key: String
    let role: Role
    /// Whether the entity that has the key is the statement's object.
    let isReversed: Bool
  }

  /// Plural keys, under which the entity lists those that have a role in it.
  private static let plurals: [(key: String, role: Role)] = [
    ("parties", .party), ("signatories", .signatory), ("negotiators", .negotiator),
    ("guarantors", .guarantor),
    ("depositaries", .depositary), ("beneficiaries", .beneficiary), ("agents", .agent),
    ("participants", .participant), ("recipients", .recipient), ("targets", .target),
  ]

  /// The keys of a category that make statements.
  static func links(_ category: Category) -> [Link] {
    let own = Role.coreRoles.filter { role in
      role.ends?.contains { $0.subjects.contains(category) } == true && !plurals.contains { $0.role == role }
    }
    let listed = plurals.filter { plural in
      plural.role.ends?.contains { $0.objects.contains(category) } == true
    }
    return own.map { Link(key: $0.name, role: $0, isReversed: false) }
      + listed.map { Link(key: $0.key, role: $0.role, isReversed: true) }
  }
}
