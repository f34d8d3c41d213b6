/// How good a hub and how good an authority each node is.
public struct HubsAndAuthorities: Hashable, Sendable {
  /// One hub score per node, in node order, with the sum 1.
  public let hubs: [Double]
  /// One authority score per node, in node order, with the sum 1.
  public let authorities: [Double]
}

extension Network {
  /// Hubs and authorities: a hub points to good authorities, an authority is pointed to by good hubs.
  ///
  /// Weights are strengths; parallel edges add up. In an undirected network that is not bipartite both are the same. Where several
  /// pieces tie for the largest singular value, their shares are those that equal starting scores lead to. Lanczos' process on the
  /// network of every node as a hub and as an authority.
  /// - Returns: Scores with the sum 1; all 0 for a network without edges.
  /// - Throws: ``MeasureError/notConverged(measure:iterations:residual:tolerance:)``.
  /// - Complexity: O(*n* + *m*) an iteration; *n* nodes, *m* edges.
  /// - SeeAlso: J. M. Kleinberg, J. ACM 46(5), 1999, doi:10.1145/324133.324140.
  public func hubsAndAuthorities(convergence: Convergence = Convergence()) throws(MeasureError)
    -> HubsAndAuthorities
  {
    let zeros = [Double](repeating: 0, count: nodeCount)
    guard edgeCount > 0 else { return HubsAndAuthorities(hubs: zeros, authorities: zeros) }
    // Every node twice, as a hub and as an authority: there both scores are one eigenvector.
    let network = try comparable(for: "HITS").network
    let scores = try network.leavingStrengths.joinedAcross(with: network.arrivingStrengths).leadingProjection(
      of: [Double](repeating: 1, count: nodeCount) + zeros, measure: "HITS", convergence)
    func shares(_ scores: ArraySlice<Double>) -> [Double] {
      let sum = scores.reduce(0, +)
      return scores.map { sum > 0 ? $0 / sum : 0 }
    }
    return HubsAndAuthorities(hubs: shares(scores[..<nodeCount]), authorities: shares(scores[nodeCount...]))
  }
}

extension Adjacency {
  /// Rows of twice the nodes: the first half leads to the second along these arcs, and the second to the first along the others.
  fileprivate func joinedAcross(with back: Adjacency) -> Adjacency {
    Adjacency(
      offsets: offsets + back.offsets.dropFirst().map { targets.count + $0 },
      targets: targets.map { NodeIndex(nodeCount + $0.position) } + back.targets,
      weights: weights.map { $0 + (back.weights ?? []) }, isSimple: true)
  }
}
