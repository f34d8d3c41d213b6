/// An edge with the value of a measure.
public struct ScoredEdge: Hashable, Sendable {
  /// The two nodes.
  public let edge: Edge
  /// The value.
  public let score: Double
}

extension Network {
  /// How often each edge lies on shortest paths between two nodes.
  ///
  /// For each pair of nodes, an edge scores the share of the pair's shortest paths that cross it; the edges at
  /// the ends of a path score too. Parallel edges are one: they get one score together, and the shortest
  /// counts; self-loops get none. In an undirected network each pair counts once, so each edge of a star of n
  /// nodes scores n−1; in a directed one each ordered pair counts, and each direction has its score.
  ///
  /// With `endpoints`, only pairs whose two ends are both listed count, though paths may run through any
  /// node. Where a pair has more than 10^308 shortest paths, all is computed anew with numbers that hold more. Paths by weights are
  /// equally long as in ``betweenness(length:among:normalization:threads:)``.
  /// - Parameters:
  ///   - length: `.edges` gives each edge length 1; `.weights` takes the weights as lengths. A weight of 0 traps, since
  ///     two nodes at distance 0 have no number of shortest paths, as do weights that lie farther apart than
  ///     ``Network/weightSpread``.
  ///   - endpoints: The nodes whose pairs count, or nil for all nodes. A node that is not below
  ///     `nodeCount` traps.
  ///   - normalization: `.pairs` divides by the number of pairs of endpoints.
  ///   - threads: How many threads may work; fewer than 1 traps.
  /// - Returns: One score per two nodes that an edge joins, by source and then by target.
  /// - Complexity: O(*km*) time with `.edges`, O(*k*(*n* + *m*) log *n*) with `.weights`, O(*n* + *m*) memory
  ///   for each thread;
  ///   *n* nodes, *m* edges, *k* endpoints.
  /// - SeeAlso: M. Girvan and M. E. J. Newman, PNAS 99(12), 2002, doi:10.1073/pnas.122653799; U. Brandes,
  ///   Social Networks 30(2), 2008, doi:10.1016/j.socnet.2007.11.001.
  public func edgeBetweenness(
    length: PathLength = .edges, among endpoints: [NodeIndex]? = nil, normalization: Normalization = .none,
    threads: ThreadCount = .all
  ) -> [ScoredEdge] {
    let counts = weights(of: endpoints)
    let found = lengthDependencies(length: length, counts: counts, threads: threads)
    let endpointCount = counts.reduce(0, +)
    let orderedPairs = endpointCount * (endpointCount - 1)
    var divisor = 1.0
    if normalization == .pairs, orderedPairs > 0 {
      divisor = direction == .undirected ? orderedPairs / 2 : orderedPairs
    }
    let rows = found.rows
    var scored: [ScoredEdge] = []
    scored.reserveCapacity(direction == .undirected ? rows.targets.count / 2 : rows.targets.count)
    // In an undirected network an edge's other direction stands in the row of its higher node; rows ascend,
    // so the edges to lower nodes come up in the order in which those nodes' rows list them.
    var nextBack = rows.offsets
    for node in 0..<nodeCount {
      for slot in rows.offsets[node]..<rows.offsets[node + 1] {
        let target = rows.targets[slot]
        var score = found.ofArcs[slot]
        if direction == .undirected {
          if target.position < node { continue }
          // An undirected pair was seen from both its ends, once in each direction of the edge.
          score = (score + found.ofArcs[nextBack[target.position]]) / 2
          nextBack[target.position] += 1
        }
        scored.append(ScoredEdge(edge: Edge(source: NodeIndex(node), target: target), score: score / divisor))
      }
    }
    return scored
  }
}
