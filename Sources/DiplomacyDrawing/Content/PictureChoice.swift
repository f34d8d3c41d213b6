public import Chronology
public import Diplomacy
public import DiplomacyAnalysis

/// What of a view a picture draws.
public struct PictureChoice: Hashable, Sendable {
  /// What can be asked for besides actors and agreements.
  public enum Content: String, CaseIterable, Hashable, Sendable {
    case actors, agreements, territories, events, persons
  }

  /// The actors that are drawn, with the agreements that join two of them (or, of one alone, all of its own); empty: all.
  public var among: [EntityID] = []
  /// The entity around which is drawn; nil: none.
  public var ego: EntityID?
  /// How far from it: a step leads from an actor through an agreement to those who share it, from anything else to what it is
  /// linked to.
  public var steps = 1
  /// How many actors are drawn, the most central; nil: all, or in a large graph ``usualTop``.
  public var top: Int?
  /// By which measure they are the most central.
  public var measure = Measure.betweenness
  /// What is drawn; empty: what suits the picture.
  public var show: Set<Content> = []
  /// The roles that are drawn; empty: all.
  public var roles: Set<Role> = []
  /// The first day of what is drawn; nil: the beginning.
  public var from: HistoricalDate?
  /// The last day of what is drawn; nil: the end.
  public var to: HistoricalDate?

  /// Everything that suits the picture.
  public init() {}

  /// How many actors of a large graph are drawn when nothing is asked for.
  public static let usualTop = 40

  /// Whether anything is asked for that makes a picture smaller.
  var isNarrow: Bool { !among.isEmpty || ego != nil || top != nil }

  /// Whether persons are drawn.
  var hasPersons: Bool { show.contains(.persons) }

  /// Whether a moment between two bounds may lie in what is drawn.
  func mayHold(_ earliest: Moment, _ latest: Moment) -> Bool {
    (from.map { latest >= $0.earliest } ?? true) && (to.map { earliest <= $0.latest } ?? true)
  }
}
