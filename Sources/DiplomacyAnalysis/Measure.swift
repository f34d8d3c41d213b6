/// How an entity's place in a network is measured.
public enum Measure: String, CaseIterable, Hashable, Sendable {
  /// How many neighbours it has.
  case degree
  /// The sum of the weights of its edges.
  case strength
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

  /// Whether a division by what a node could score at most is defined for the measure.
  public var canBeNormalized: Bool { [.degree, .betweenness, .harmonic].contains(self) }

  /// Whether weights change the measure.
  public var takesWeights: Bool { ![.degree, .betweenness, .core].contains(self) }

  /// Whether the measure counts pairs of nodes, which can be restricted to some.
  public var countsPairs: Bool { [.betweenness, .harmonic, .closeness].contains(self) }

  /// What the measure counts, in a sentence for a footnote.
  /// - Parameters:
  ///   - isIncidence: Whether it is measured on actors and agreements.
  ///   - isNormalized: Whether it was divided by what a node could score at most.
  public func convention(isIncidence: Bool = true, isNormalized: Bool = false) -> String {
    let scale = isNormalized ? "divided by the number of pairs" : "not normalized"
    switch self {
    case .degree:
      let share = isNormalized ? ", divided by the number of other nodes" : ""
      return isIncidence
        ? "degree: the number of agreements of an actor, or of actors of an agreement; each pair once, whatever the roles"
          + share : "degree: the number of neighbours" + share
    case .strength: return "strength: the sum of the weights of the edges"
    case .closeness:
      return
        "closeness: the reciprocal of the mean distance of those that reach the node, times the share of the others that "
        + "do (Wasserman and Faust 1994)"
    case .harmonic:
      return
        "harmonic: harmonic closeness, the sum of 1/distance to all other nodes, \(scale); unreachable nodes add 0 "
        + "(Marchiori and Latora 2000)"
    case .betweenness:
      return
        "betweenness: shortest paths between all unordered pairs of nodes, each pair once, \(scale); unreachable "
        + "pairs add 0 (Brandes 2001)"
    case .eigenvector:
      return
        "eigenvector: eigenvector centrality, Euclidean norm 1; outside of the component with the largest eigenvalue 0 "
        + "(Bonacich 1987)"
    case .katz:
      return
        "katz: Katz centrality with alpha 0.9 of the reciprocal of the spectral radius and beta 1, not normalized (Katz "
        + "1953)"
    case .pagerank: return "pagerank: PageRank with damping 0.85, sum 1 (Brin and Page 1998)"
    case .hub:
      return "hub: HITS, the hub scores, sum 1 (Kleinberg 1999)"
    case .authority: return "authority: HITS, the authority scores, sum 1 (Kleinberg 1999)"
    case .core:
      return
        "core: the core number, the largest k of a k-core that the node belongs to (Batagelj and Zaversnik 2003)"
    case .constraint:
      return "constraint: Burt's constraint; nodes without neighbours have none (Burt 1992)"
    case .effectiveSize:
      return
        "effective-size: Burt's effective size of the neighbourhood; nodes without neighbours have none (Burt 1992)"
    }
  }
}
