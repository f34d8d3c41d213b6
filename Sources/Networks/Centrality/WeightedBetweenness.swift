extension Network {
  /// How often each node lies on shortest paths between two others, along edges of different lengths.
  ///
  /// With `.edges` this is `betweenness(among:normalization:)`, whose conventions hold throughout: ends of a
  /// path score nothing, an undirected pair counts once, unreachable pairs add 0. Of parallel edges the
  /// shortest counts, once even where several are as short; self-loops are ignored. Two paths tie if their lengths, added
  /// up edge by edge from the source, are the same `Double`: whole numbers, halves and quarters tie exactly; tenths may
  /// miss a tie by their last bit.
  ///
  /// Where a pair has more than 10^308 shortest paths, all is computed anew with numbers that hold more.
  /// - Parameters:
  ///   - length: `.edges` gives each edge length 1; `.weights` takes the weights as lengths. A weight of 0 traps, since
  ///     two nodes at distance 0 have no number of shortest paths, as do weights that lie farther apart than
  ///     ``Network/weightSpread``.
  ///   - endpoints: The nodes whose pairs count, or nil for all nodes. A node that is not below
  ///     `nodeCount` traps.
  ///   - normalization: `.pairs` divides a node's score by the number of pairs of other endpoints.
  ///   - threads: How many threads may work; fewer than 1 traps.
  /// - Returns: One score per node, in node order, the same to the last bit on every run; empty for an empty network.
  /// - Complexity: O(*k*(*n* + *m*) log *n*) time with `.weights`, O(*n* + *m*) memory
  ///   for each thread; *n* nodes, *m* edges,
  ///   *k* endpoints.
  /// - SeeAlso: U. Brandes, J. Math. Sociology 25(2), 2001, doi:10.1080/0022250X.2001.9990249.
  public func betweenness(
    length: PathLength, among endpoints: [NodeIndex]? = nil, normalization: Normalization = .none,
    threads: ThreadCount = .all
  ) -> [Double] {
    if length == .edges || !isWeighted {
      return betweenness(among: endpoints, normalization: normalization, threads: threads)
    }
    let counts = weights(of: endpoints)
    var scores = lengthDependencies(length: length, counts: counts, threads: threads).ofNodes
    let endpointCount = counts.reduce(0, +)
    for node in 0..<nodeCount {
      // An undirected pair was seen from both its ends.
      if direction == .undirected { scores[node] /= 2 }
      if normalization == .pairs {
        let others = endpointCount - counts[node]
        let orderedPairs = others * (others - 1)
        let pairs = direction == .undirected ? orderedPairs / 2 : orderedPairs
        if pairs > 0 { scores[node] /= pairs }
      }
    }
    return scores
  }
}
