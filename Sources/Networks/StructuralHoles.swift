extension Network {
  /// Burt's constraint: how far each node's contacts are all in touch with each other, and so leave it no hole to stand in.
  ///
  /// p(i, j) is the share of i's ties that goes to j, ties counted both ways with their weights (strengths; parallel edges add up; self-loops
  /// do not count). A node's constraint is the sum over its neighbours j of (p(i, j) + Σ p(i, q) p(q, j))², over the q that
  /// both know. As in NetworkX.
  /// - Parameter threads: How many threads may work; fewer than 1 traps.
  /// - Returns: One score per node, in node order, the same with any number of threads; NaN for a node without neighbours.
  /// - Complexity: O(Σ *d*²); *d* the degrees.
  /// - SeeAlso: R. S. Burt, Structural Holes, 1992, p. 54.
  public func constraint(threads: ThreadCount = .all) -> [Double] {
    let ties = mutualTies
    let share = ties.rowShares
    // Each piece of work fills in the scores of its own nodes; a little is done at once.
    let work = (0..<nodeCount).reduce(0) { sum, node in
      let degree = ties.offsets[node + 1] - ties.offsets[node]
      return sum &+ degree &* degree
    }
    let piece = max(16, work < 500_000 ? nodeCount : (nodeCount + 15) / 16)
    var scores = sumInOrder(
      count: (nodeCount + piece - 1) / piece, length: nodeCount, of: Double.self, threads: threads
    ) {
      NeighbourSums(nodeCount: nodeCount)
    } work: { task, room, scores in
      for node in piece * task..<min(piece * task + piece, nodeCount) {
        scores[node] = room.constraint(of: node, ties, share.span)
      }
    }
    for node in scores.indices where ties.offsets[node] == ties.offsets[node + 1] { scores[node] = .nan }
    return scores
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
    let weights = ties.weights ?? [Double](repeating: 1, count: ties.targets.count)
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
    if direction == .undirected, outgoing.isSimple { return outgoing }
    return rowsOfBothEnds.simple(.added)
  }
}

/// Room to add up what goes from a node to each of its neighbours.
private struct NeighbourSums: ~Copyable {
  /// For each neighbour of the node its place among them, from 1; 0 for all others.
  private let place: Workspace<Int32>
  /// The sums by place; the first is of no use.
  private let sums: Workspace<Double>

  init(nodeCount: Int) {
    place = Workspace(repeating: 0, count: nodeCount)
    sums = Workspace(repeating: 0, count: nodeCount + 1)
  }

  func constraint(of node: Int, _ ties: borrowing Adjacency, _ share: Span<Double>) -> Double {
    let offsets = ties.offsets.span
    let targets = ties.targets.span
    let row = offsets[node]..<offsets[node + 1]
    // To each neighbour: the share that goes there itself, and what goes there over the others.
    for (number, slot) in row.enumerated() {
      place[targets[slot].position] = Int32(truncatingIfNeeded: number + 1)
      sums[number + 1] = share[slot]
    }
    for slot in row {
      let own = share[slot]
      let other = targets[slot].position
      for next in offsets[other]..<offsets[other + 1] {
        let number = Int(place[targets[next].position])
        sums[number] += own * share[next]
      }
    }
    var sum = 0.0
    for (number, slot) in row.enumerated() {
      let value = sums[number + 1]
      sum += value * value
      place[targets[slot].position] = 0
    }
    return sum
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
