/// How journeys and walks through time are measured.
public struct TemporalOptions: Hashable, Sendable {
  /// What makes another entity far in temporal closeness.
  public enum Distance: String, CaseIterable, Hashable, Sendable {
    /// The fewest steps of a journey.
    case steps
    /// The least time from departure to arrival: 1 and one more a year.
    case duration
    /// The time until the earliest arrival: 1 and one more a year.
    case arrival
  }

  /// Which journeys between two others count in temporal betweenness.
  public enum Best: String, CaseIterable, Hashable, Sendable {
    /// Those with the fewest steps, whenever they arrive.
    case shortest
    /// Those with the fewest steps among those that arrive earliest.
    case shortestForemost = "shortest-foremost"
  }

  /// What makes another entity far.
  public var distance = Distance.steps
  /// Which journeys count as best.
  public var best = Best.shortest
  /// What each step of a walk counts, 0 or more and finite.
  public var alpha = 0.1
  /// What each step counts of a walk that goes on from an entity; nil: as much as `alpha`.
  public var beta: Double?
  /// After how many seconds a walk of temporal Katz centrality counts half; nil: it does not fade.
  public var halfLife: Double?
  /// The share of the walkers of temporal PageRank that stay for later contacts, from 0 to below 1.
  public var staying = 0.0

  /// Distance in steps, shortest journeys, a tenth for each step, and nothing that fades or stays.
  public init() {}

  /// The Julian year, the unit of time in distances.
  static let year: Int64 = 31_557_600
}
