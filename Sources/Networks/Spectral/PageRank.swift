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
    damping: Double = 0.85, start: [Double]? = nil, convergence: Convergence = Convergence()
  ) throws(MeasureError) -> [Double] {
    precondition((0..<1).contains(damping), "PageRank was given the damping \(damping); it lies in 0..<1.")
    guard nodeCount > 0 else { return [] }
    let given = start ?? [Double](repeating: 1, count: nodeCount)
    let sum = given.reduce(0, +)
    precondition(
      given.count == nodeCount && given.allSatisfy { $0 >= 0 } && sum > 0 && sum.isFinite,
      "PageRank starts with one number per node, none negative and not all 0.")
    let teleport = given.map { $0 / sum }
    // The scores are in proportion to y = dPᵀy + v, without the share of walkers that get stuck.
    let network = try comparable(for: "PageRank").network
    let scores =
      direction == .undirected
      ? try network.symmetricRanks(damping, teleport, convergence)
      : try network.ranks(
        by: network.arrivingStrengths, leaving: network.outgoing.rowTotals, damping, teleport, convergence)
    let total = scores.reduce(0, +)
    return scores.map { $0 / total }
  }

  /// With edges both ways y = √D z, where z = d·D^−½ A D^−½ z + D^−½ v; D the strengths.
  private func symmetricRanks(
    _ damping: Double, _ teleport: [Double], _ convergence: Convergence
  ) throws(MeasureError) -> [Double] {
    let arriving = arrivingStrengths
    let totals = arriving.rowTotals
    let roots = totals.map { $0.squareRoot() }
    let largest = max(roots.max() ?? 1, 1)
    let least = roots.reduce(.infinity) { $1 > 0 ? min($0, $1) : $0 }
    if largest > 1000 * least {
      // Rounding where z is large would be an error where it is small.
      return try ranks(by: arriving, leaving: totals, damping, teleport, convergence)
    }
    let bound = convergence.tolerance / 10 * (1 - damping) / largest
    let ranks = try arriving.solution(
      factor: damping, scale: roots.map { $0 > 0 ? 1 / $0 : 0 },
      right: zip(teleport, roots).map { $1 > 0 ? $0 / $1 : 0 }, measure: "PageRank", convergence
    ) { _ in bound }
    return zip(zip(ranks, roots), teleport).map { $0.1 > 0 ? $0.0 * $0.1 : $1 }
  }

  /// Sweeps of Gauss and Seidel.
  /// - Parameter leaving: The sum of what leaves each node.
  private func ranks(
    by arriving: Adjacency, leaving: [Double], _ damping: Double, _ teleport: [Double],
    _ convergence: Convergence
  ) throws(MeasureError) -> [Double] {
    // What each node passes on to an edge of weight 1; nothing, where no edge leads on.
    let parts = leaving.map { $0 > 0 ? 1 / $0 : 0 }
    var shares = zip(teleport, parts).map { $0 * $1 }
    var residual = Double.infinity
    let goal = convergence.tolerance / 10
    for sweep in 0..<convergence.iterations {
      let before = residual
      var change = 0.0
      arriving.sweep(&shares) { node, sum, old in
        let next = (damping * sum + teleport[node]) * parts[node]
        change += abs(next - old) * leaving[node]
        return next
      }
      residual = change * damping / (1 - damping)
      // Scores of 1 together are not told apart nearer than this.
      if residual < goal || change < 1e-14 {
        var sums = shares
        arriving.product(with: shares, into: &sums)
        return zip(sums, teleport).map { damping * $0 + $1 }
      }
      if sweep == 7, takesLong(from: before, to: residual, goal) {
        shares = arriving.approximateSolution(
          from: shares, factor: damping, scale: parts, right: teleport,
          bound: goal * (1 - damping) / dotProduct(leaving, leaving).squareRoot())
      }
    }
    throw .notConverged(
      measure: "PageRank", iterations: convergence.iterations, residual: residual,
      tolerance: convergence.tolerance)
  }
}
