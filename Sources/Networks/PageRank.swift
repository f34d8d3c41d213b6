extension Network {
  /// PageRank: the share of time that a walker spends at each node who follows edges, and now and then starts again.
  ///
  /// The walker takes an edge with a chance proportional to its weight (a strength; parallel edges add up; an undirected edge is taken either way, a
  /// self-loop counts once); where no edge leads on, and with the chance 1 − `damping` at every step, it starts again.
  /// - Parameters:
  ///   - damping: The chance to follow an edge, in 0..<1.
  ///   - start: How likely the walker starts at each node, up to a factor; nil: everywhere alike. Traps when it has not one
  ///     number per node, when one is negative, or when all are 0.
  /// - Returns: One score per node, in node order, with the sum 1; empty for an empty network.
  /// - Throws: ``MeasureError/notConverged(measure:iterations:residual:tolerance:)``.
  /// - Complexity: O(*n* + *m*) an iteration; *n* nodes, *m* edges.
  /// - SeeAlso: S. Brin and L. Page, Computer Networks 30(1–7), 1998, doi:10.1016/S0169-7552(98)00110-X.
  public func pageRank(
    damping: Double = 0.85, start: [Double]? = nil, _ convergence: Convergence = Convergence()
  ) throws(MeasureError) -> [Double] {
    precondition((0..<1).contains(damping), "PageRank was given the damping \(damping); it lies in 0..<1.")
    guard nodeCount > 0 else { return [] }
    let given = start ?? [Double](repeating: 1, count: nodeCount)
    let sum = given.reduce(0, +)
    precondition(
      given.count == nodeCount && given.allSatisfy { $0 >= 0 } && sum > 0,
      "PageRank starts with one number per node, none negative and not all 0.")
    let teleport = given.map { $0 / sum }
    let arriving = incoming.simple(.added, loops: true).withLoopsHalved(direction)
    var leaving = [Double](repeating: 0, count: nodeCount)
    outgoing.simple(.added, loops: true).withLoopsHalved(direction).product(
      with: [Double](repeating: 1, count: nodeCount), into: &leaving)
    var scores = teleport
    var next = scores
    var shares = scores
    var residual = Double.infinity
    for _ in 0..<convergence.iterations {
      var lost = 0.0
      for node in scores.indices {
        if leaving[node] > 0 {
          shares[node] = scores[node] / leaving[node]
        } else {
          shares[node] = 0
          lost += scores[node]
        }
      }
      arriving.product(with: shares, into: &next)
      for node in next.indices {
        next[node] = damping * (next[node] + lost * teleport[node]) + (1 - damping) * teleport[node]
      }
      residual = largestChange(scores, next)
      swap(&scores, &next)
      if residual < convergence.tolerance / 10 { return scores }
    }
    throw .notConverged(
      measure: "PageRank", iterations: convergence.iterations, residual: residual,
      tolerance: convergence.tolerance)
  }
}
