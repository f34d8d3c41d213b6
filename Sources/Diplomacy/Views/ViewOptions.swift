public import Chronology

/// From where a graph is looked at: when, under which reading, with whose knowledge, and without what.
public struct ViewOptions: Hashable, Sendable {
  /// Whether a state and its successors are one.
  public enum Successors: String, CaseIterable, Hashable, Sendable {
    /// Each is an actor of its own.
    case apart
    /// A successor counts as its earliest predecessor.
    case merged
  }

  /// The date at which the graph is seen; nil: all times at once.
  public var at: HistoricalDate?
  /// The reading under which it is seen, or several of different questions (``ReadingID/combining(_:)``); nil: all readings at once.
  public var reading: ReadingID?
  /// The modalities that are seen.
  public var modalities: Set<Modality>
  /// The modalities that count in analyses and in the lives of agreements.
  public var counted: Set<Modality>
  /// Whose beliefs, plans and promises are seen; nil: anybody's.
  public var holder: EntityID?
  /// The actor as known to whom the graph is seen, on the date where there is one; nil: all is known.
  public var knownTo: EntityID?
  /// The date of which that actor's knowledge is taken, where the graph is not seen on that date alone; nil: that of ``at``.
  public var knownOn: HistoricalDate?
  /// The entities that are left out, with all that is said of them.
  public var withoutEntities: Set<EntityID>
  /// The sources that are left out, with all that rests on them alone.
  public var withoutSources: Set<SourceID>
  /// The statements and obligations that are left out.
  public var withoutStatements: Set<StatementID>
  /// Whether successors count as their predecessors in analyses.
  public var successors: Successors

  /// The whole graph, or a part of it.
  public init(
    at: HistoricalDate? = nil, reading: ReadingID? = nil,
    modalities: Set<Modality> = Set(Modality.allCases), counted: Set<Modality> = [.actual],
    holder: EntityID? = nil, knownTo: EntityID? = nil, withoutEntities: Set<EntityID> = [],
    withoutSources: Set<SourceID> = [], withoutStatements: Set<StatementID> = [],
    successors: Successors = .apart
  ) {
    self.at = at
    self.reading = reading
    self.modalities = modalities
    self.counted = counted
    self.holder = holder
    self.knownTo = knownTo
    self.withoutEntities = withoutEntities
    self.withoutSources = withoutSources
    self.withoutStatements = withoutStatements
    self.successors = successors
  }
}
