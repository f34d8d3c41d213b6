extension Network {
  /// For each node that counts the sum of what the distances of the others that count and reach it are worth, nearest first; zeros for
  /// nodes that do not count. Paths are as long as their weights.
  func sumsOverLengths(
    among counted: [Double], threads: ThreadCount, worth: @Sendable (_ distance: Double) -> SIMD2<Double>
  ) -> [SIMD2<Double>] {
    let rows = isWeighted ? incoming.simple(.least) : incoming.withoutParallelsAndLoops()
    return mapInOrder(count: nodeCount, threads: threads) {
      DistanceSearch(along: rows)
    } work: { node, search in
      var sum = SIMD2<Double>.zero
      if counted[node] == 1 {
        search.run(from: node, along: rows) { other, distance in
          if counted[other] == 1, other != node { sum += worth(distance) }
        }
      }
      return sum
    }
  }
}

/// Room for searches for the distances from one node after another.
private struct DistanceSearch: ~Copyable {
  // The one of the two that is not needed has no room.
  private var hops: BreadthFirstSearch
  private var lengths: DijkstraSearch

  init(along rows: Adjacency) {
    hops = BreadthFirstSearch(nodeCount: rows.weights == nil ? rows.nodeCount : 0)
    lengths = DijkstraSearch(nodeCount: rows.weights == nil ? 0 : rows.nodeCount, ties: .exact)
  }

  /// Visits all that is reached, nearest first, the source included.
  @inline(__always) mutating func run(
    from source: Int, along rows: Adjacency, _ visit: (_ node: Int, _ distance: Double) -> Void
  ) {
    if let weights = rows.weights {
      lengths.run(from: source, along: rows, lengths: weights.span)
      for place in 0..<lengths.reached {
        let node = Int(lengths.order[place])
        visit(node, lengths.distance[node])
      }
      lengths.forget()
    } else {
      hops.run(from: source, along: rows)
      for place in 0..<hops.reached {
        let node = Int(hops.order[place])
        visit(node, Double(hops.distance[node]))
      }
      hops.forget()
    }
  }
}
