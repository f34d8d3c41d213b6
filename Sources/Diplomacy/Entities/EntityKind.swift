/// The four sorts of entity a graph holds.
public enum Category: String, CaseIterable, Hashable, Sendable {
  case actor, agreement, territory, event

  /// The word with its article, for messages: `an actor`.
  public var withArticle: String { self == .territory ? "a territory" : "an \(rawValue)" }
}

/// What an entity is: its category and, within it, a word of an open vocabulary.
///
/// Kinds that are not in the documented core are kept as they are.
public struct EntityKind: Hashable, Sendable, CustomStringConvertible {
  /// Actor, agreement, territory or event.
  public let category: Category
  /// The word within the category, such as `state` or `pact`.
  public let name: String

  /// A kind within a category.
  public init(_ category: Category, _ name: String) {
    self.category = category
    self.name = name
  }

  /// The word itself.
  public var description: String { name }

  /// Whether the kind is one of the documented core.
  public var isCore: Bool { Self.core(category).contains(self) }

  /// The documented core vocabulary of a category; the first is the kind of an entity that names none.
  public static func core(_ category: Category) -> [EntityKind] {
    switch category {
    case .actor:
      [.state, .person, .organization, .bloc]
    case .agreement:
      [
        .treaty, .pact, .declaration, .protocol, .armistice, .exchangeOfNotes, .understanding, .convention,
        .covenant,
      ]
    case .territory:
      [.region, .polity, .sea, .river, .city, .border, .island]
    case .event:
      [
        .event, .attack, .invasion, .battle, .declarationOfWar, .surrender, .conference, .note, .statement,
        .meeting, .appointment, .troopMovement, .decision, .briefing, .war, .annexation, .occupation,
        .transferOfTerritory,
      ]
    }
  }
}

// The documented core; other words are kinds too.
extension EntityKind {
  /// The kind `state` of an actor.
  public static let state = EntityKind(.actor, "state")
  /// The kind `person` of an actor.
  public static let person = EntityKind(.actor, "person")
  /// The kind `organization` of an actor.
  public static let organization = EntityKind(.actor, "organization")
  /// The kind `bloc` of an actor.
  public static let bloc = EntityKind(.actor, "bloc")
  /// The kind `treaty` of an agreement.
  public static let treaty = EntityKind(.agreement, "treaty")
  /// The kind `pact` of an agreement.
  public static let pact = EntityKind(.agreement, "pact")
  /// The kind `declaration` of an agreement.
  public static let declaration = EntityKind(.agreement, "declaration")
  /// The kind `protocol` of an agreement.
  public static let `protocol` = EntityKind(.agreement, "protocol")
  /// The kind `armistice` of an agreement.
  public static let armistice = EntityKind(.agreement, "armistice")
  /// The kind `exchange-of-notes` of an agreement.
  public static let exchangeOfNotes = EntityKind(.agreement, "exchange-of-notes")
  /// The kind `understanding` of an agreement.
  public static let understanding = EntityKind(.agreement, "understanding")
  /// The kind `convention` of an agreement.
  public static let convention = EntityKind(.agreement, "convention")
  /// The kind `covenant` of an agreement.
  public static let covenant = EntityKind(.agreement, "covenant")
  /// The kind `region` of a territory.
  public static let region = EntityKind(.territory, "region")
  /// The kind `polity` of a territory.
  public static let polity = EntityKind(.territory, "polity")
  /// The kind `sea` of a territory.
  public static let sea = EntityKind(.territory, "sea")
  /// The kind `river` of a territory.
  public static let river = EntityKind(.territory, "river")
  /// The kind `city` of a territory.
  public static let city = EntityKind(.territory, "city")
  /// The kind `border` of a territory.
  public static let border = EntityKind(.territory, "border")
  /// The kind `island` of a territory.
  public static let island = EntityKind(.territory, "island")
  /// The kind `event` of an event.
  public static let event = EntityKind(.event, "event")
  /// The kind `attack` of an event.
  public static let attack = EntityKind(.event, "attack")
  /// The kind `invasion` of an event.
  public static let invasion = EntityKind(.event, "invasion")
  /// The kind `battle` of an event.
  public static let battle = EntityKind(.event, "battle")
  /// The kind `declaration-of-war` of an event.
  public static let declarationOfWar = EntityKind(.event, "declaration-of-war")
  /// The kind `surrender` of an event.
  public static let surrender = EntityKind(.event, "surrender")
  /// The kind `conference` of an event.
  public static let conference = EntityKind(.event, "conference")
  /// The kind `note` of an event.
  public static let note = EntityKind(.event, "note")
  /// The kind `statement` of an event.
  public static let statement = EntityKind(.event, "statement")
  /// The kind `meeting` of an event.
  public static let meeting = EntityKind(.event, "meeting")
  /// The kind `appointment` of an event.
  public static let appointment = EntityKind(.event, "appointment")
  /// The kind `troop-movement` of an event.
  public static let troopMovement = EntityKind(.event, "troop-movement")
  /// The kind `decision` of an event.
  public static let decision = EntityKind(.event, "decision")
  /// The kind `briefing` of an event.
  public static let briefing = EntityKind(.event, "briefing")
  /// The kind `war` of an event.
  public static let war = EntityKind(.event, "war")
  /// The kind `annexation` of an event.
  public static let annexation = EntityKind(.event, "annexation")
  /// The kind `occupation` of an event.
  public static let occupation = EntityKind(.event, "occupation")
  /// The kind `transfer-of-territory` of an event.
  public static let transferOfTerritory = EntityKind(.event, "transfer-of-territory")
}
