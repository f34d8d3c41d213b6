extension Network {
  /// Eigenvector centrality: each node's score is proportional to the sum of the scores of those that point to it.
  ///
  /// Weights are strengths; parallel edges add up; a self-loop feeds a node's score to itself once. In a directed network scores flow along the
  /// edges (the left eigenvector, as in NetworkX). Iterates (A + I)x from equal scores, which also settles on bipartite
  /// networks. In a network of several components only those with the largest eigenvalue score above 0; where several
  /// tie, their shares are those that equal starting scores lead to.
  /// - Returns: One score per node, none negative, of Euclidean norm 1; empty for an empty network.
  /// - Throws: ``MeasureError/noDominantEigenvalue`` when no score feeds on others (no edge, or a directed network without a
  ///   cycle); ``MeasureError/notConverged(measure:iterations:residual:tolerance:)``.
  /// - Complexity: O(*n* + *m*) an iteration; *n* nodes, *m* edges.
  /// - SeeAlso: P. Bonacich, Am. J. Sociology 92(5), 1987, doi:10.1086/228631.
  public func eigenvectorCentrality(_ convergence: Convergence = Convergence()) throws(MeasureError)
    -> [Double]
  {
    guard nodeCount > 0 else { return [] }
    guard hasCycle else { throw .noDominantEigenvalue }
    let arriving = incoming.simple(.added, loops: true).withLoopsHalved(direction)
    var scores = [Double](repeating: 1 / Double(nodeCount).squareRoot(), count: nodeCount)
    var next = scores
    var residual = Double.infinity
    for _ in 0..<convergence.iterations {
      arriving.product(with: scores, into: &next)
      for node in next.indices { next[node] += scores[node] }
      let norm = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for node in next.indices { next[node] /= norm }
      residual = largestChange(scores, next)
      swap(&scores, &next)
      if residual < convergence.tolerance { return scores }
    }
    throw .notConverged(
      measure: "Eigenvector centrality", iterations: convergence.iterations, residual: residual,
      tolerance: convergence.tolerance)
  }

  /// Whether walks can go on for ever: any edge of an undirected network, a directed cycle of a directed one.
  var hasCycle: Bool {
    if direction == .undirected { return edgeCount > 0 }
    var degree = inDegree()
    var pending = degree.indices.filter { degree[$0] == 0 }
    var removed = 0
    while let node = pending.popLast() {
      removed += 1
      for slot in outgoing.offsets[node]..<outgoing.offsets[node + 1] {
        let target = outgoing.targets[slot].position
        degree[target] -= 1
        if degree[target] == 0 { pending.append(target) }
      }
    }
    return removed < nodeCount
  }
}

extension Adjacency {
  /// The rows of a simple adjacency in which an undirected self-loop, which stands at both its ends, counts once.
  func withLoopsHalved(_ direction: Direction) -> Adjacency {
    guard direction == .undirected, var halved = weights else { return self }
    for node in 0..<nodeCount {
      for slot in offsets[node]..<offsets[node + 1] where targets[slot].position == node { halved[slot] /= 2 }
    }
    return Adjacency(offsets: offsets, targets: targets, weights: halved)
  }
}
