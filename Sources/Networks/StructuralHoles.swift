extension Network {
  /// Burt's constraint: how far each node's contacts are all in touch with each other, and so leave it no hole to stand in.
  ///
  /// p(i, j) is the share of i's ties that goes to j, ties counted both ways with their weights (strengths; parallel edges add up; self-loops
  /// do not count). A node's constraint is the sum over its neighbours j of (p(i, j) + Σ p(i, q) p(q, j))², over the q that
  /// both know. As in NetworkX.
  /// - Returns: One score per node, in node order; NaN for a node without neighbours.
  /// - Complexity: O(Σ *d*²); *d* the degrees.
  /// - SeeAlso: R. S. Burt, Structural Holes, 1992, p. 54.
  public func constraint() -> [Double] {
    let ties = mutualTies
    let share = ties.rowShares
    var direct = [Double](repeating: 0, count: nodeCount)
    return (0..<nodeCount).map { node in
      let row = ties.offsets[node]..<ties.offsets[node + 1]
      guard !row.isEmpty else { return .nan }
      // To each neighbour: the share that goes there itself, and what goes there over the others.
      for slot in row { direct[ties.targets[slot].position] += share[slot] }
      for slot in row {
        let other = ties.targets[slot].position
        for next in ties.offsets[other]..<ties.offsets[other + 1] {
          direct[ties.targets[next].position] += share[slot] * share[next]
        }
      }
      var sum = 0.0
      for slot in row {
        let value = direct[ties.targets[slot].position]
        sum += value * value
      }
      for slot in row {
        let other = ties.targets[slot].position
        direct[other] = 0
        for next in ties.offsets[other]..<ties.offsets[other + 1] { direct[ties.targets[next].position] = 0 }
      }
      return sum
    }
  }

  /// The effective size of each node's surroundings: its neighbours less what they repeat of each other.
  ///
  /// The sum over neighbours j of 1 − Σ p(i, q) m(j, q), over the other neighbours q, where m(j, q) is the tie of j to q in
  /// proportion to j's strongest tie; ties as in ``constraint()``. As in NetworkX with `weight`: for unweighted
  /// undirected networks the number of neighbours less their mean degree among themselves.
  /// - Returns: One score per node, in node order; NaN for a node without neighbours.
  /// - Complexity: O(Σ *d*²); *d* the degrees.
  /// - SeeAlso: R. S. Burt, Structural Holes, 1992, p. 52.
  public func effectiveSize() -> [Double] {
    let ties = mutualTies
    let share = ties.rowShares
    let weights = ties.weights ?? []
    var own = [Double](repeating: 0, count: nodeCount)
    return (0..<nodeCount).map { node in
      let row = ties.offsets[node]..<ties.offsets[node + 1]
      guard !row.isEmpty else { return .nan }
      for slot in row { own[ties.targets[slot].position] = share[slot] }
      var size = 0.0
      for slot in row {
        let other = ties.targets[slot].position
        let others = ties.offsets[other]..<ties.offsets[other + 1]
        let strongest = others.reduce(0) { max($0, weights[$1]) }
        var repeated = 0.0
        for next in others where strongest > 0 {
          repeated += own[ties.targets[next].position] * weights[next] / strongest
        }
        size += 1 - repeated
      }
      for slot in row { own[ties.targets[slot].position] = 0 }
      return size
    }
  }

  /// The ties between different nodes, each both ways with the weights of both directions together.
  private var mutualTies: Adjacency {
    var arcs: [(NodeIndex, NodeIndex)] = []
    var weights: [Double] = []
    for node in 0..<nodeCount {
      for slot in outgoing.offsets[node]..<outgoing.offsets[node + 1]
      where outgoing.targets[slot].position != node {
        let weight = outgoing.weights?[slot] ?? 1
        arcs.append((NodeIndex(node), outgoing.targets[slot]))
        weights.append(weight)
        guard direction == .directed else { continue }
        arcs.append((outgoing.targets[slot], NodeIndex(node)))
        weights.append(weight)
      }
    }
    return Adjacency(nodeCount: nodeCount, arcs: arcs, weights: weights).transposed().withSortedParallels()
      .simple(.added)
  }
}

extension Adjacency {
  /// For each arc its share of the weights of its row; 0 where all weigh nothing.
  fileprivate var rowShares: [Double] {
    let weights = weights ?? [Double](repeating: 1, count: targets.count)
    var shares = weights
    for node in 0..<nodeCount {
      let row = offsets[node]..<offsets[node + 1]
      let sum = row.reduce(0) { $0 + weights[$1] }
      for slot in row { shares[slot] = sum > 0 ? weights[slot] / sum : 0 }
    }
    return shares
  }
}
