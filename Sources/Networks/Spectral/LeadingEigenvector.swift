/// The largest eigenvalue of a symmetric matrix, and its eigenvector.
struct LeadingEigenvector {
  let value: Double
  /// Of Euclidean norm 1, none negative.
  let vector: [Double]
  /// No eigenvalue is larger than `value` by more than this, and some lies this near to it.
  let residual: Double
}

extension Adjacency {
  /// The leading eigenvector of connected rows that hold every arc both ways with the same weight.
  ///
  /// Lanczos' process, started from the nodes' strengths and begun anew from what it has found, before rounding lets it find the same
  /// a second time. It finds the eigenvalue and how much each step's vector counts; the first vectors are kept, and the
  /// later ones made again to be added up.
  /// - Parameter work: How many nodes and arcs all steps together may go over; what they took is subtracted.
  /// - Complexity: O(*k*(*n* + *m*) + *k*²) time, O(*n*) memory; *k* steps, *n* nodes, *m* arcs.
  /// - SeeAlso: B. N. Parlett, The Symmetric Eigenvalue Problem, 1980, ch. 13; J. K. Cullum and R. A. Willoughby,
  ///   Lanczos Algorithms, 1985.
  func leadingEigenvector(measure: String, _ convergence: Convergence, work: inout Int) throws(MeasureError)
    -> LeadingEigenvector
  {
    var matrix = StrengthMatrix(self)
    let size = nodeCount + targets.count
    let (found, steps) = try matrix.leadingEigenvector(
      from: direction(of: matrix.kept(rowTotals)), measure: measure, convergence,
      affordable: Convergence.affordableIterations(size: size, work: work))
    work = max(0, work - steps * size)
    return matrix.unfolded(found)
  }
}

extension StrengthMatrix {
  /// The leading eigenvector of what ``product(with:into:)`` multiplies by, in its order.
  /// - Parameters:
  ///   - start: Of Euclidean norm 1.
  ///   - affordable: How many steps are made at most, besides what the convergence says.
  /// - Returns: The eigenvector, and the steps that it took.
  fileprivate mutating func leadingEigenvector(
    from start: [Double], measure: String, _ convergence: Convergence, affordable: Int
  ) throws(MeasureError) -> (LeadingEigenvector, steps: Int) {
    var vector = start
    let most = min(convergence.iterations, affordable)
    var left = most
    var found = LeadingEigenvector(value: 0, vector: vector, residual: .infinity)
    while left > 0 {
      var process = LanczosProcess(self, from: vector)
      var (checked, next) = (1, 4)
      var top = LanczosTop(value: 0, parts: [], residual: .infinity)
      for step in 1...left {
        process.advance()
        guard process.isExhausted || step >= next || step == left else { continue }
        let before = checked == 1 ? process.firstResidual : top.residual
        top = process.top
        // Much better than at the start of this round the vectors do not stay apart, unless they are kept so.
        let best = step <= LanczosProcess.keptCount ? 0 : 1e-7 * process.firstResidual
        let goal = max(convergence.tolerance / 20 * top.value, best)
        if process.isExhausted || top.residual <= goal { break }
        // Looked at again where it should be reached if it goes on so.
        let expected =
          naturalLogarithm(goal / top.residual) / naturalLogarithm(top.residual / before)
          * Double(step - checked)
        let most = max(4, step / 4)
        checked = step
        next = step + (expected > 0 && expected < Double(most) ? Int(expected.rounded(.up)) : most)
      }
      left -= top.parts.count
      vector = process.sum(of: top.parts)
      var image = vector
      product(with: vector, into: &image)
      add(vector, times: -top.value, to: &image)
      let residual = dotProduct(image, image).squareRoot()
      // Where a round brings nothing more, rounding is all that is left.
      let isSettled =
        process.isExhausted || residual <= convergence.tolerance / 20 * top.value
        || residual <= 1e-12 * top.value && residual > found.residual / 2
      found = LeadingEigenvector(value: top.value, vector: vector, residual: residual)
      if isSettled { return (found, most - left) }
    }
    throw .unfinished(measure, convergence, after: most, residual: found.residual)
  }

  /// The eigenvector of the matrix itself, in node order.
  fileprivate mutating func unfolded(_ found: LeadingEigenvector) -> LeadingEigenvector {
    guard isFolded else {
      return LeadingEigenvector(
        value: found.value, vector: joined(found.vector, []), residual: found.residual)
    }
    let value = found.value.squareRoot()
    let across = sentAcross(found.vector).map { value > 0 ? $0 / value : 0 }
    let both = joined(found.vector, across)
    let norm = dotProduct(both, both).squareRoot()
    return LeadingEigenvector(
      value: value, vector: both.map { $0 / norm },
      residual: value > 0 ? found.residual / (value * norm) : found.residual.squareRoot())
  }
}

/// The list at Euclidean norm 1; equal numbers where all are 0.
private func direction(of list: [Double]) -> [Double] {
  let norm = dotProduct(list, list).squareRoot()
  if norm == 0 { return list.map { _ in 1 / Double(list.count).squareRoot() } }
  return list.map { $0 / norm }
}
