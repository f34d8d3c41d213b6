public import Diplomacy
public import DiplomacyAnalysis

/// What of a series of scores is drawn, and how.
public struct SeriesChartOptions: Hashable, Sendable {
  /// How a series is drawn.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The values over time, with bands where dates are uncertain.
    case line
    /// The order over time.
    case rank
  }

  /// How the series is drawn.
  public var kind: Kind
  /// Which of the measures; nil: the first.
  public var measure: Measure?
  /// Whose lines are drawn; empty: the highest by their mean.
  public var entities: [EntityID]
  /// How many lines are drawn where none are named.
  public var most: Int

  /// By default the values of the seven highest.
  public init(kind: Kind = .line, measure: Measure? = nil, entities: [EntityID] = [], most: Int = 7) {
    self.kind = kind
    self.measure = measure
    self.entities = entities
    self.most = most
  }
}
