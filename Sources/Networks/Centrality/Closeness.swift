extension Network {
  /// How a node's closeness is corrected when it is not reached by all.
  public enum ClosenessCorrection: Hashable, Sendable {
    /// By the share of the other nodes that reach it, as Wasserman and Faust do: nodes of small components score low.
    case wassermanFaust
    /// Not at all: the mean distance within what reaches it.
    case none
  }

  /// How near the others are to each node: the reciprocal of the mean distance from those that reach it.
  ///
  /// In a directed network distances are those of arriving paths, as in NetworkX; reverse the edges for departing ones.
  /// Self-loops make no difference, parallel edges only by their length. A node that nobody reaches scores 0. The centre of a
  /// star scores 1.
  ///
  /// With `endpoints`, only distances between listed nodes count; a node that is not listed scores 0.
  /// Weights that lie farther apart than ``weightSpread`` trap where they are lengths; a score for which there is no `Double` is
  /// infinite.
  /// - Parameters:
  ///   - length: What a path is as long as. Distances of 0 (edges of weight 0) count as such; a node that all reach at
  ///     distance 0 scores 0.
  ///   - endpoints: The nodes whose pairs count, or nil for all nodes. A node that is not below `nodeCount` traps.
  ///   - correction: What a node that not all reach scores.
  ///   - threads: How many threads may work; fewer than 1 traps.
  /// - Returns: One score per node, in node order, the same with any number of threads; empty for an empty network.
  /// - Complexity: O(*km*) time by edges, with 512 endpoints in one step while their searches stay together, O(*k*(*n* + *m*) log
  ///   *n*) by weights; *n* nodes, *m* edges, *k* endpoints.
  /// - SeeAlso: S. Wasserman and K. Faust, Social Network Analysis, 1994, p. 201; L. C. Freeman, Social Networks 1(3), 1979,
  ///   doi:10.1016/0378-8733(78)90021-7.
  public func closeness(
    length: PathLength = .edges, among endpoints: [NodeIndex]? = nil,
    correction: ClosenessCorrection = .wassermanFaust, threads: ThreadCount = .all
  ) -> [Double] {
    let counted = weights(of: endpoints)
    let others = counted.reduce(0, +) - 1
    func score(_ reached: Double, _ sum: Double) -> Double {
      guard sum > 0 else { return 0 }
      return correction == .wassermanFaust && others > 0 ? reached / sum * (reached / others) : reached / sum
    }
    if length == .edges || !isWeighted {
      // How many arrive counts in the upper half; the sum of up to 2^31 distances below 2^31 fits the lower one.
      let sums = sumOverArrivals(among: counted, threads: threads) { 1 << 64 | $0 }
      return zip(sums, counted).map { sum, counts in
        counts == 1 ? score(Double(sum >> 64), Double(sum & (1 << 64 - 1))) : 0
      }
    }
    let (network, exponent) = comparableOrTrapping(for: "Closeness")
    return network.sumsOverLengths(among: counted, threads: threads) { SIMD2($0, 1) }
      .map { score($0[1], $0[0]).timesTwoTo(-exponent) }
  }
}
