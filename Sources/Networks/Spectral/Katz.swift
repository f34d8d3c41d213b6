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
    attenuation: Attenuation = .share(0.9), base: Double = 1, convergence: Convergence = Convergence()
  ) throws(MeasureError) -> [Double] {
    guard nodeCount > 0 else { return [] }
    let (network, exponent) = try comparable(for: "Katz centrality")
    let arriving = network.arrivingStrengths
    // Of the balanced weights, as the radius is.
    let alpha: Double
    switch attenuation {
    case .share(let share):
      alpha = try network.spectralRadius(convergence).map { share / $0 } ?? share.timesTwoTo(exponent)
    case .alpha(let given):
      alpha = given.timesTwoTo(exponent)
      // No eigenvalue is larger than the largest sum of a row.
      if alpha * (arriving.rowTotals.max() ?? 0) >= 1, let radius = try network.spectralRadius(convergence),
        alpha * radius >= 1
      {
        throw .attenuationTooLarge(alpha: given, limit: (1 / radius).timesTwoTo(-exponent))
      }
    }
    let scores = try network.attenuatedWalks(arriving, alpha, base, convergence)
    guard scores.allSatisfy(\.isFinite) else { throw .tooManyWalks(measure: "Katz centrality") }
    return scores
  }

  /// The solution of x = αAᵀx + β.
  private func attenuatedWalks(
    _ arriving: Adjacency, _ alpha: Double, _ base: Double, _ convergence: Convergence
  ) throws(MeasureError) -> [Double] {
    let right = [Double](repeating: base, count: nodeCount)
    guard direction == .directed else {
      return try arriving.solution(
        factor: alpha, scale: nil, right: right, measure: "Katz centrality", convergence
      ) { convergence.tolerance / 10 * max(1, largestSize($0)) }
    }
    var scores = right
    if let order = orderAlongEdges {
      for node in order {
        var sum = 0.0
        for slot in arriving.offsets[node]..<arriving.offsets[node + 1] {
          sum += (arriving.weights?[slot] ?? 1) * scores[arriving.targets[slot].position]
        }
        scores[node] = alpha * sum + right[node]
      }
      return scores
    }
    var residual = Double.infinity
    let most = min(
      convergence.iterations,
      Convergence.affordableIterations(size: nodeCount + edgeCount, work: 2 * Convergence.work))
    for sweep in 0..<most {
      let before = residual
      residual = arriving.sweep(&scores) { node, sum, _ in alpha * sum + right[node] }
      let goal = convergence.tolerance / 10 * max(1, largestSize(scores))
      if residual < goal { return scores }
      if sweep == 7, takesLong(from: before, to: residual, goal) {
        scores = arriving.approximateSolution(from: scores, factor: alpha, right: right, bound: goal / 10)
      }
    }
    throw .unfinished("Katz centrality", convergence, after: most, residual: residual)
  }

  /// The largest absolute eigenvalue of the weighted adjacency, of balanced weights; nil when there is no cycle, and all are 0.
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
    let pieces = network.strongComponents()
    var roots = PerronRoots(network.arrivingStrengths, pieces: pieces.componentOfNode, convergence)
    var radius = 0.0
    for members in pieces.lists { radius = max(radius, try roots.root(of: members)) }
    return radius > 0 ? radius : nil
  }
}

/// The Perron roots of the strong components of rows, one after the other.
private struct PerronRoots {
  private let rows: Adjacency
  private let pieces: [Int]
  private let convergence: Convergence
  private var values: [Double]
  private var next: [Double]
  /// How many nodes and arcs more iterations may go over.
  private var work = 2 * Convergence.work

  init(_ rows: Adjacency, pieces: [Int], _ convergence: Convergence) {
    self.rows = rows
    self.pieces = pieces
    self.convergence = convergence
    values = [Double](repeating: 0, count: rows.nodeCount)
    next = values
  }

  /// The root of one component, by iteration with a shift, squeezed between two bounds.
  mutating func root(of members: [Int]) throws(MeasureError) -> Double {
    let tolerance = 1e-12
    let own = pieces[members[0]]
    let size = members.reduce(members.count) { $0 + rows.degree($1) }
    for node in members { values[node] = 1 }
    var gap = Double.infinity
    let affordable = min(convergence.iterations, Convergence.affordableIterations(size: size, work: work))
    for _ in 0..<affordable {
      work = max(0, work - size)
      var (least, most) = (Double.infinity, 0.0)
      for node in members {
        var sum = 0.0
        for slot in rows.offsets[node]..<rows.offsets[node + 1] {
          let target = rows.targets[slot].position
          if pieces[target] == own { sum += (rows.weights?[slot] ?? 1) * values[target] }
        }
        least = min(least, sum / values[node])
        most = max(most, sum / values[node])
        next[node] = sum
      }
      gap = most - least
      if gap <= tolerance * max(most, 1e-300) { return most }
      // The shift keeps cycles from swinging.
      var largest = 0.0
      for node in members {
        next[node] += most / 4 * values[node]
        largest = max(largest, next[node])
      }
      for node in members { values[node] = next[node] / largest }
    }
    throw .unfinished("The spectral radius", convergence, after: affordable, residual: gap)
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
