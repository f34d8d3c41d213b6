/// The stable name of an actor, agreement, territory or event, chosen by the author of the graph.
public struct EntityID: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The id as it stands in the graph file.
  public let rawValue: String

  /// Makes an id of any text; graph files allow letters, digits, `-`, `_` and `.`.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// Makes an id of a literal.
  public init(stringLiteral value: String) { rawValue = value }

  /// The id itself.
  public var description: String { rawValue }
  /// In the order of the ids' letters.
  public static func < (one: EntityID, other: EntityID) -> Bool { one.rawValue < other.rawValue }
}

/// The stable name of a source.
public struct SourceID: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The id as it stands in the graph file.
  public let rawValue: String

  /// Makes an id of any text.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// Makes an id of a literal.
  public init(stringLiteral value: String) { rawValue = value }

  /// The id itself.
  public var description: String { rawValue }
}

/// The stable name of a reading.
public struct ReadingID: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The id as it stands in the graph file.
  public let rawValue: String

  /// Makes an id of any text.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// Makes an id of a literal.
  public init(stringLiteral value: String) { rawValue = value }

  /// The id itself.
  public var description: String { rawValue }
}

/// The name of a statement: its author's, or one that its place in the graph gives it (`s12`).
public struct StatementID: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The id as it stands in the graph file or was given by place.
  public let rawValue: String

  /// Makes an id of any text.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// Makes an id of a literal.
  public init(stringLiteral value: String) { rawValue = value }

  /// The id itself.
  public var description: String { rawValue }
}
