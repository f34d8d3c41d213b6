public import Chronology
public import Diplomacy

/// What readings can date or describe.
public struct Topic: Hashable, Sendable {
  /// The sort of thing: that of an act, or one of those below.
  public let name: String

  /// A sort by its name: an act's as it stands in the graph file, or one of those below.
  public init(name: String) { self.name = name }

  /// The first days of the times in force that the graph states.
  public static let inForceFrom = Topic(name: "in-force-from")
  /// Their last days.
  public static let inForceUntil = Topic(name: "in-force-until")
  /// The first days of taking part in an agreement, or of being a member of an actor.
  public static let memberFrom = Topic(name: "member-from")
  /// The last days of that.
  public static let memberUntil = Topic(name: "member-until")
  /// The first days of other links.
  public static let linkFrom = Topic(name: "link-from")
  /// The last days of other links.
  public static let linkUntil = Topic(name: "link-until")
  /// The first days of actors and territories.
  public static let existsFrom = Topic(name: "exists-from")
  /// Their last days.
  public static let existsUntil = Topic(name: "exists-until")
  /// The dates of events.
  public static let event = Topic(name: "event")
  /// The names of entities.
  public static let name = Topic(name: "name")
  /// Their kinds.
  public static let kind = Topic(name: "kind")
  /// The parties of an agreement.
  public static let parties = Topic(name: "parties")

  /// Those that are no acts, in the order in which they are told, behind all acts.
  public static let others: [Topic] = [
    inForceFrom, inForceUntil, memberFrom, memberUntil, existsFrom, existsUntil, event, linkFrom, linkUntil,
    name, kind, parties,
  ]
}

/// What one assertion says of a thing.
public struct Account: Sendable {
  /// What is said.
  public enum Value: Hashable, Sendable {
    /// A date.
    case date(HistoricalDate)
    /// That there is no beginning or no end.
    case open
    /// A name or a kind.
    case text(String)
    /// Some entities, in the order of their ids.
    case entities([EntityID])
  }

  /// What is said.
  public let value: Value
  /// What says so.
  public let citations: [Citation]

  /// How two accounts of one thing stand to each other.
  func likeness(to other: Account, offset: UTCOffset?) -> Likeness {
    switch (value, other.value) {
    case (.date(let one), .date(let another)): Likeness(one, another, offset: offset)
    case (.text(let one), .text(let another)): Likeness(one, another)
    case (.entities(let one), .entities(let another)): Likeness(Set(one), Set(another))
    case (.open, .open): .same
    default: .other
    }
  }

  /// How many days the other comes later; nil where either is no single day.
  func days(to other: Account, offset: UTCOffset?) -> Int64? {
    guard case .date(let one) = value, case .date(let another) = other.value else { return nil }
    return one.days(to: another, offset: offset)
  }

  /// The end of an interval; nil where nothing is known of it.
  static func value(of endpoint: HistoricalDate.Endpoint) -> Value? {
    switch endpoint {
    case .date(let date): .date(date)
    case .open: .open
    case .unknown: nil
    }
  }
}
