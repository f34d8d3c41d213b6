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
  /// Weights are strengths; parallel edges add up. In an undirected network that is not bipartite both are the same. Iterates from equal scores; where several
  /// pieces tie for the largest singular value, their shares are those that equal starting scores lead to.
  /// - Returns: Scores with the sum 1; all 0 for a network without edges.
  /// - Throws: ``MeasureError/notConverged(measure:iterations:residual:tolerance:)``.
  /// - Complexity: O(*n* + *m*) an iteration; *n* nodes, *m* edges.
  /// - SeeAlso: J. M. Kleinberg, J. ACM 46(5), 1999, doi:10.1145/324133.324140.
  public func hubsAndAuthorities(_ convergence: Convergence = Convergence()) throws(MeasureError)
    -> HubsAndAuthorities
  {
    let zeros = [Double](repeating: 0, count: nodeCount)
    guard edgeCount > 0 else { return HubsAndAuthorities(hubs: zeros, authorities: zeros) }
    let forward = outgoing.simple(.added, loops: true).withLoopsHalved(direction)
    let backward = incoming.simple(.added, loops: true).withLoopsHalved(direction)
    var hubs = [Double](repeating: 1 / Double(nodeCount), count: nodeCount)
    var authorities = zeros
    var next = zeros
    var residual = Double.infinity
    func scaled(_ values: inout [Double]) {
      let sum = values.reduce(0, +)
      guard sum > 0 else { return }
      for node in values.indices { values[node] /= sum }
    }
    for _ in 0..<convergence.iterations {
      backward.product(with: hubs, into: &authorities)
      scaled(&authorities)
      forward.product(with: authorities, into: &next)
      scaled(&next)
      residual = largestChange(hubs, next)
      swap(&hubs, &next)
      if residual < convergence.tolerance / 10 {
        backward.product(with: hubs, into: &authorities)
        scaled(&authorities)
        return HubsAndAuthorities(hubs: hubs, authorities: authorities)
      }
    }
    throw .notConverged(
      measure: "HITS", iterations: convergence.iterations, residual: residual,
      tolerance: convergence.tolerance)
  }
}
