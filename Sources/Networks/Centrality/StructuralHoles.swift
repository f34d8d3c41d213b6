extension Network {
  /// Burt's constraint: how far each node's contacts are all in touch with each other, and so leave it no hole to stand in.
  ///
  /// p(i, j) is the share of i's ties that goes to j, ties counted both ways with their weights (strengths; parallel edges add up; self-loops
  /// do not count). A node's constraint is the sum over its neighbours j of (p(i, j) + Σ p(i, q) p(q, j))², over the q that
  /// both know. As in NetworkX.
  /// - Returns: One score per node, in node order; NaN for a node without neighbours.
  /// - Complexity: O(*m*·√*m*); *m* edges.
  /// - SeeAlso: R. S. Burt, Structural Holes, 1992, p. 54.
  public func constraint() -> [Double] {
    let ties = mutualTies(for: "Constraint")
    let triangles = Triangles(of: ties)
    let shares = triangles.pairs(of: ties.rowShares)
    var invested = shares
    triangles.addDetours(shares, shares, to: &invested)
    return triangles.sums(of: invested.map { $0 * $0 }, ties)
  }

  /// The effective size of each node's surroundings: its neighbours less what they repeat of each other.
  ///
  /// The sum over neighbours j of 1 − Σ p(i, q) m(j, q), over the other neighbours q, where m(j, q) is the tie of j to q in
  /// proportion to j's strongest tie; ties as in ``constraint()``. As in NetworkX with `weight`: for unweighted
  /// undirected networks the number of neighbours less their mean degree among themselves.
  /// - Returns: One score per node, in node order; NaN for a node without neighbours.
  /// - Complexity: O(*m*·√*m*); *m* edges.
  /// - SeeAlso: R. S. Burt, Structural Holes, 1992, p. 52.
  public func effectiveSize() -> [Double] {
    let ties = mutualTies(for: "Effective size")
    let triangles = Triangles(of: ties)
    // In proportion to the strongest tie of the node that an arc comes from; turned round, for m(j, q) comes from j.
    let strengths = triangles.pairs(of: ties.relativeStrengths).map { SIMD2($0[1], $0[0]) }
    var repeated = [SIMD2<Double>](repeating: .zero, count: strengths.count)
    triangles.addDetours(triangles.pairs(of: ties.rowShares), strengths, to: &repeated)
    return triangles.sums(of: repeated.map { 1 - $0 }, ties)
  }

  /// The ties between different nodes, each both ways with the weights of both directions together.
  private func mutualTies(for measure: String) -> Adjacency {
    let network = comparableOrTrapping(for: measure).network
    if direction == .undirected, network.outgoing.isSimple { return network.outgoing }
    return network.rowsOfBothEnds.simple(.added)
  }
}

extension Triangles {
  /// What the arcs of each edge have, by the number of the edge: forth, and back.
  fileprivate func pairs(of values: [Double]) -> [SIMD2<Double>] {
    edges.map { SIMD2(values[Int($0.forth)], values[Int($0.back)]) }
  }

  /// Adds to each arc from i to j, for each q that both know, what the arc from i to q has of the first times what the
  /// arc from q to j has of the second.
  fileprivate func addDetours(
    _ first: [SIMD2<Double>], _ second: [SIMD2<Double>], to sums: inout [SIMD2<Double>]
  ) {
    let (first, second) = (first.span, second.span)
    var sums = sums.mutableSpan
    forEach { uv, uw, vw in
      sums[uv] += SIMD2(first[uw][0] * second[vw][1], first[vw][0] * second[uw][1])
      sums[uw] += SIMD2(first[uv][0] * second[vw][0], first[vw][1] * second[uv][1])
      sums[vw] += SIMD2(first[uv][1] * second[uw][0], first[uw][1] * second[uv][0])
    }
  }

  /// What the arcs of each node have together; NaN where there are none.
  fileprivate func sums(of pairs: [SIMD2<Double>], _ rows: borrowing Adjacency) -> [Double] {
    var sums = [Double](repeating: 0, count: rows.nodeCount)
    for node in sums.indices where rows.offsets[node] == rows.offsets[node + 1] { sums[node] = .nan }
    for (edge, pair) in zip(edges, pairs) {
      sums[rows.targets[Int(edge.back)].position] += pair[0]
      sums[rows.targets[Int(edge.forth)].position] += pair[1]
    }
    return sums
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
  /// The weight of each arc in proportion to the largest of its row; 0 where all weigh nothing.
  fileprivate var relativeStrengths: [Double] {
    var strengths = weights ?? [Double](repeating: 1, count: targets.count)
    for node in 0..<nodeCount {
      let row = offsets[node]..<offsets[node + 1]
      let strongest = row.reduce(0) { max($0, strengths[$1]) }
      for slot in row where strongest > 0 { strengths[slot] /= strongest }
    }
    return strengths
  }
}
