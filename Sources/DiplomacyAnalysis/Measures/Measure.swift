/// How an entity's place in a network is measured.
public enum Measure: String, CaseIterable, Hashable, Sendable {
  /// How many neighbours it has.
  case degree
  /// How many edges lead to it.
  case inDegree = "in-degree"
  /// How many edges lead from it.
  case outDegree = "out-degree"
  /// The sum of the weights of its edges.
  case strength
  /// The sum of the weights of the edges that lead to it.
  case inStrength = "in-strength"
  /// The sum of the weights of the edges that lead from it.
  case outStrength = "out-strength"
  /// How near the others are, by their mean distance.
  case closeness
  /// How near the others are: the sum of 1/distance.
  case harmonic
  /// How often it lies on shortest paths between two others.
  case betweenness
  /// Its share in the scores of its neighbours.
  case eigenvector
  /// The walks that lead to it, long ones counting less.
  case katz
  /// How often a walker comes by.
  case pagerank
  /// How well it points to authorities.
  case hub
  /// How well hubs point to it.
  case authority
  /// The largest k of a k-core that it belongs to.
  case core
  /// How closed its surroundings are.
  case constraint
  /// How many neighbours it has that do not repeat each other.
  case effectiveSize = "effective-size"
  /// Whether its component would fall apart without it.
  case articulation
  /// Which connected component it belongs to.
  case component
  /// Which strongly connected component it belongs to.
  case strongComponent = "strong-component"
  /// Which community it belongs to.
  case community
  /// How many others journeys from it reach.
  case outReach = "out-reach"
  /// From how many others journeys reach it.
  case inReach = "in-reach"
  /// How near the others are on journeys from it.
  case temporalCloseness = "temporal-closeness"
  /// How often it lies on the best journeys between two others.
  case temporalBetweenness = "temporal-betweenness"
  /// The walks through time that lead to it, long ones counting less.
  case temporalKatz = "temporal-katz"
  /// The walks through time that pass through it, long ones counting less.
  case temporalWalk = "temporal-walk"
  /// How often a walker through time comes by.
  case temporalPageRank = "temporal-pagerank"

  /// Whether the measure is one of journeys or walks through time.
  public var isTemporal: Bool {
    switch self {
    case .outReach, .inReach, .temporalCloseness, .temporalBetweenness: true
    default: isOfWalks
    }
  }

  /// Whether the measure counts walks, which cross each contact at one moment.
  public var isOfWalks: Bool { [.temporalKatz, .temporalWalk, .temporalPageRank].contains(self) }

  /// Whether a division by what a node could score at most is defined for the measure.
  public var canBeNormalized: Bool { isDegree || [.betweenness, .harmonic].contains(self) }

  /// Whether the measure counts pairs of nodes, which can be restricted to some.
  public var countsPairs: Bool { [.betweenness, .harmonic, .closeness].contains(self) }

  /// Whether the measure can be estimated from samples.
  public var canBeSampled: Bool { countsPairs }

  /// Whether the value names the group that a node belongs to, and is no score.
  public var isGroup: Bool { [.component, .strongComponent, .community].contains(self) }

  /// Whether every value is a whole number, unless it is divided by what a node could score at most.
  public var isCount: Bool {
    isDegree || isGroup || [.core, .articulation, .outReach, .inReach].contains(self)
  }

  var isDegree: Bool { [.degree, .inDegree, .outDegree].contains(self) }
}

/// How an edge's place in a network is measured.
public enum EdgeMeasure: String, CaseIterable, Hashable, Sendable {
  /// How often it lies on shortest paths between two nodes.
  case betweenness = "edge-betweenness"
  /// Whether its component would fall apart without it.
  case bridge
}

extension Measure {
  var isStrength: Bool { [.strength, .inStrength, .outStrength].contains(self) }

  /// Whether scores depend on weights where those count.
  var takesWeights: Bool {
    countsPairs
      || [.eigenvector, .katz, .pagerank, .hub, .authority, .constraint, .effectiveSize, .community].contains(
        self)
  }

  /// What it is called at the beginning of a sentence.
  var title: String {
    switch self {
    case .strength, .inStrength, .outStrength: "Strength"
    case .closeness: "Closeness"
    case .harmonic: "Harmonic closeness"
    case .betweenness: "Betweenness"
    case .eigenvector: "Eigenvector centrality"
    case .katz: "Katz centrality"
    case .pagerank: "PageRank"
    case .hub, .authority: "HITS"
    case .constraint: "Constraint"
    case .effectiveSize: "Effective size"
    case .community: "A division into communities"
    default: "The measure '\(rawValue)'"
    }
  }
}
