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
  public var isCore: Bool { Self.core(category).contains(name) }

  /// The documented core vocabulary of a category; the first word is the kind of an entity that names none.
  public static func core(_ category: Category) -> [String] {
    switch category {
    case .actor: ["state", "person", "organization", "bloc"]
    case .agreement:
      [
        "treaty", "pact", "declaration", "protocol", "armistice", "exchange-of-notes", "understanding",
        "convention", "covenant",
      ]
    case .territory: ["region", "polity", "sea", "river", "city", "border", "island"]
    case .event:
      [
        "event", "attack", "invasion", "battle", "declaration-of-war", "surrender", "conference", "note",
        "statement", "meeting", "appointment", "troop-movement", "decision", "briefing", "war", "annexation",
        "occupation", "briefing", "transfer-of-territory",
      ]
    }
  }
}
