extension Network {
  /// How strongly Katz centrality weakens a walk with each step.
  public enum Attenuation: Hashable, Sendable {
    /// This factor.
    case alpha(Double)
    /// This share, between 0 and 1, of the largest factor for which the sum over walks is finite; a network without a cycle takes the
    /// share itself.
    case share(Double)
  }

  /// Katz centrality: a base score, and the scores of those that point to a node, weakened with each step.
  ///
  /// The solution of x = αAᵀx + β. Weights are strengths; parallel edges add up; a self-loop counts once. In a directed network scores flow along the edges,
  /// as in NetworkX.
  /// - Parameters:
  ///   - attenuation: α; it must lie below the reciprocal of the spectral radius, which is checked.
  ///   - base: β, the score of a node that nobody points to.
  /// - Returns: One score per node, in node order, not normalized; empty for an empty network.
  /// - Throws: ``MeasureError/attenuationTooLarge(alpha:limit:)``;
  ///   ``MeasureError/notConverged(measure:iterations:residual:tolerance:)``.
  /// - Complexity: O(*n* + *m*) an iteration; *n* nodes, *m* edges.
  /// - SeeAlso: L. Katz, Psychometrika 18(1), 1953, doi:10.1007/BF02289026.
  public func katzCentrality(
    _ attenuation: Attenuation = .share(0.9), base: Double = 1, _ convergence: Convergence = Convergence()
  ) throws(MeasureError) -> [Double] {
    guard nodeCount > 0 else { return [] }
    let (arriving, unit) = arrivingStrengths.inProportion
    // Of the weights in proportion.
    let alpha: Double
    switch attenuation {
    case .share(let share):
      alpha = share * unit / (try spectralRadius(convergence) ?? 1)
    case .alpha(let given):
      // No eigenvalue is larger than the largest sum of a row.
      if given * unit * (arriving.rowTotals.max() ?? 0) >= 1, let radius = try spectralRadius(convergence),
        given * radius >= 1
      {
        throw .attenuationTooLarge(alpha: given, limit: 1 / radius)
      }
      alpha = given * unit
    }
    let right = [Double](repeating: base, count: nodeCount)
    guard direction == .directed else {
      return try arriving.solution(
        factor: alpha, scale: nil, right: right, measure: "Katz centrality", convergence
      ) { convergence.tolerance / 10 * max(1, largestSize($0)) }
    }
    var scores = right
    var residual = Double.infinity
    for sweep in 0..<convergence.iterations {
      let before = residual
      residual = arriving.sweep(&scores) { node, sum, _ in alpha * sum + right[node] }
      let goal = convergence.tolerance / 10 * max(1, largestSize(scores))
      if residual < goal { return scores }
      if sweep == 7, takesLong(from: before, to: residual, goal) {
        scores = arriving.approximateSolution(from: scores, factor: alpha, right: right, bound: goal / 10)
      }
    }
    throw .notConverged(
      measure: "Katz centrality", iterations: convergence.iterations, residual: residual,
      tolerance: convergence.tolerance)
  }

  /// The largest absolute eigenvalue of the weighted adjacency; nil when there is no cycle, and all are 0.
  ///
  /// By Lanczos' process in undirected networks; in directed ones from above, by the bounds of Collatz and Wielandt on each strong
  /// component. The value found is not too small by more than a relative 1e-11.
  func spectralRadius(_ convergence: Convergence = Convergence()) throws(MeasureError) -> Double? {
    if direction == .undirected {
      let pairs = try arrivingStrengths.leadingEigenvectors(measure: "The spectral radius", convergence)
      let radius = pairs.reduce(0) { max($0, $1.pair.value + $1.pair.residual) }
      return radius > 0 ? radius : nil
    }
    let network = withPositiveEdges
    guard network.hasCycle else { return nil }
    let (arriving, unit) = network.arrivingStrengths.inProportion
    let pieces = network.strongComponents()
    var radius = 0.0
    for members in pieces.lists {
      radius = max(radius, try Self.perronRoot(of: arriving, members, pieces.componentOfNode, convergence))
    }
    return radius > 0 ? radius * unit : nil
  }

  /// The Perron root of one strong component, by iteration with a shift, squeezed between two bounds.
  private static func perronRoot(
    of adjacency: Adjacency, _ members: [Int], _ piece: [Int], _ convergence: Convergence
  ) throws(MeasureError) -> Double {
    let tolerance = 1e-12
    let own = piece[members[0]]
    var values = [Double](repeating: 0, count: adjacency.nodeCount)
    for node in members { values[node] = 1 }
    var gap = Double.infinity
    for _ in 0..<convergence.iterations {
      var next = values
      var (least, most) = (Double.infinity, 0.0)
      for node in members {
        var sum = 0.0
        for slot in adjacency.offsets[node]..<adjacency.offsets[node + 1] {
          let target = adjacency.targets[slot].position
          if piece[target] == own { sum += (adjacency.weights?[slot] ?? 1) * values[target] }
        }
        least = min(least, sum / values[node])
        most = max(most, sum / values[node])
        next[node] = sum
      }
      gap = most - least
      if gap <= tolerance * max(most, 1e-300) { return most }
      // The shift keeps cycles from swinging.
      for node in members { next[node] += most / 4 * values[node] }
      let largest = next.max() ?? 1
      for node in members { values[node] = next[node] / largest }
    }
    throw .notConverged(
      measure: "The spectral radius", iterations: convergence.iterations, residual: gap, tolerance: tolerance)
  }
}

extension Adjacency {
  /// One sweep of Gauss and Seidel: each node's value is made from the sum over its row, earlier nodes new already.
  /// - Returns: The largest change.
  @discardableResult func sweep(
    _ values: inout [Double], _ value: (_ node: Int, _ sum: Double, _ old: Double) -> Double
  )
    -> Double
  {
    let offsets = offsets.span
    let targets = targets.span
    var values = values.mutableSpan
    var largest = 0.0
    for node in values.indices {
      var sum = 0.0
      if let weights {
        for slot in offsets[node]..<offsets[node + 1] {
          sum += weights[slot] * values[targets[slot].position]
        }
      } else {
        for slot in offsets[node]..<offsets[node + 1] { sum += values[targets[slot].position] }
      }
      let old = values[node]
      let next = value(node, sum, old)
      largest = max(largest, abs(next - old))
      values[node] = next
    }
    return largest
  }
}
