extension String {
  /// Whether two texts have the same bytes: a composed letter and its parts are two, as other programs have it.
  func isSame(as other: String) -> Bool {
    // Texts of equal bytes are equal, and this is found out fast.
    self == other && utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  /// Whether a text goes before another: by their letters, else by their bytes.
  func goesBefore(_ other: String) -> Bool {
    self == other ? utf8.lexicographicallyPrecedes(other.utf8) : self < other
  }
}

/// The stable name of an actor, agreement, territory or event, chosen by the author of the graph.
public struct EntityID: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The id as it stands in the graph file.
  public let rawValue: String

  /// Makes an id of any text; graph files allow letters, digits, `-`, `_` and `.`.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// Makes an id of a literal.
  public init(stringLiteral value: String) { rawValue = value }

  /// Whether both are the same, byte for byte.
  public static func == (one: EntityID, other: EntityID) -> Bool { one.rawValue.isSame(as: other.rawValue) }
  /// The id itself.
  public var description: String { rawValue }
  /// In the order of the ids' letters.
  public static func < (one: EntityID, other: EntityID) -> Bool { one.rawValue.goesBefore(other.rawValue) }
}

/// The stable name of a source.
public struct SourceID: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The id as it stands in the graph file.
  public let rawValue: String

  /// Makes an id of any text.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// Makes an id of a literal.
  public init(stringLiteral value: String) { rawValue = value }

  /// Whether both are the same, byte for byte.
  public static func == (one: SourceID, other: SourceID) -> Bool { one.rawValue.isSame(as: other.rawValue) }
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

  /// Whether both are the same, byte for byte.
  public static func == (one: ReadingID, other: ReadingID) -> Bool { one.rawValue.isSame(as: other.rawValue) }
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

  /// Whether both are the same, byte for byte.
  public static func == (one: StatementID, other: StatementID) -> Bool {
    one.rawValue.isSame(as: other.rawValue)
  }
  /// The id itself.
  public var description: String { rawValue }
}

/// An id of the graph: a text, byte for byte.
protocol TextID: Hashable, Sendable {
  var rawValue: String { get }
}

extension EntityID: TextID {}
extension SourceID: TextID {}
extension ReadingID: TextID {}
extension StatementID: TextID {}
