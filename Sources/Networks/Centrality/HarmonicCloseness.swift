extension Network {
  /// How near each node is to the others: the sum of 1/d over the others, d being the distance from the
  /// other node to this one.
  ///
  /// In a directed network distances are those of arriving paths, as in NetworkX;
  /// reverse the edges for departing ones. Self-loops make no difference, parallel edges only by their length. A node that
  /// cannot reach this one adds 0, as does one at distance 0, so the measure needs no connected network. The centre of a star of n
  /// nodes scores n−1.
  ///
  /// With `endpoints`, only pairs whose two ends are both listed count, though paths may run through any
  /// node; a node that is not listed scores 0. Duplicates in the list do not matter. Weights that lie farther apart than
  /// ``weightSpread`` trap where they are lengths; a score for which there is no `Double` is infinite.
  /// - Parameters:
  ///   - length: What a path is as long as.
  ///   - endpoints: The nodes whose pairs count, or nil for all nodes. A node that is not below
  ///     `nodeCount` traps.
  ///   - normalization: `.pairs` divides by the number of other endpoints.
  ///   - threads: How many threads may work; fewer than 1 traps.
  /// - Returns: One score per node, in node order, the same to the last bit on every run, with any number of
  ///   threads, and by edges for nodes that have the same distances; empty for an empty network.
  /// - Complexity: O(*km*) time by edges, with 512 endpoints in one step while their searches stay together, O(*k*(*n* + *m*) log
  ///   *n*) by weights; O(*n* + *m*) memory and O(*n*) for each thread; *n* nodes, *m* edges, *k* endpoints.
  /// - SeeAlso: M. Marchiori and V. Latora, Physica A 285(3–4), 2000, doi:10.1016/S0378-4371(00)00311-3;
  ///   P. Boldi and S. Vigna, Internet Mathematics 10(3–4), 2014, doi:10.1080/15427951.2013.865686.
  public func harmonicCloseness(
    length: PathLength = .edges, among endpoints: [NodeIndex]? = nil, normalization: Normalization = .none,
    threads: ThreadCount = .all
  ) -> [Double] {
    let counted = weights(of: endpoints)
    let others = counted.reduce(0, +) - 1
    func scaled(_ score: Double) -> Double {
      normalization == .pairs && others > 0 ? score / others : score
    }
    switch length {
    case .edges:
      let sums = sumOverArrivals(among: counted, threads: threads) { unit / $0 }
      return zip(sums, counted).map { sum, counts in scaled(counts * Double(sum) / Double(unit)) }
    case .weights:
      let (network, exponent) = comparableOrTrapping(for: "Harmonic closeness")
      return network.sumsOverLengths(among: counted, threads: threads) { SIMD2($0 > 0 ? 1 / $0 : 0, 0) }
        .map { scaled($0[0]).timesTwoTo(-exponent) }
    }
  }
}

extension Network {
  /// The sum, for each node, of what its distances from the listed nodes are worth; its own is worth nothing.
  func sumOverArrivals(
    among weights: [Double], threads: ThreadCount, worth: @Sendable (_ distance: Int128) -> Int128
  ) -> [Int128] {
    let outgoing = outgoing.withoutParallelsAndLoops()
    let incoming = direction == .directed ? incoming.withoutParallelsAndLoops() : outgoing
    // Sources that lie near each other are searched from together: they meet most nodes at the same distances.
    let sources = breadthFirstOrder(of: outgoing).filter { weights[Int($0)] == 1 }
    return sumInOrder(
      count: (sources.count + 511) / 512, length: nodeCount, of: Int128.self, threads: threads
    ) {
      ReachBits(nodeCount: outgoing.nodeCount)
    } work: { task, reach, sums in
      let batch = sources[512 * task..<min(512 * task + 512, sources.count)]
      reach.add(from: batch, outgoing: outgoing, incoming: incoming, worth: worth, to: &sums)
    }
  }
}

/// What stands for 1 in sums: the 2^31 nodes that there can be at the most do not overflow them. As whole
/// numbers they are the same in any order, so that nodes with the same distances score the same.
private let unit: Int128 = 1 << 95

/// All nodes, nearest to the first one first, and then those it does not reach likewise.
private func breadthFirstOrder(of adjacency: Adjacency) -> [Int32] {
  var search = BreadthFirstSearch(nodeCount: adjacency.nodeCount)
  for start in 0..<adjacency.nodeCount where search.distance[start] < 0 {
    search.run(from: start, along: adjacency)
  }
  return search.order
}
