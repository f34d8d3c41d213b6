extension Adjacency {
  /// Solves x = f·S A S x + b for rows A that hold every arc both ways with the same weight.
  ///
  /// Conjugate gradients; f is below the reciprocal of the spectral radius of S A S.
  /// - Parameters:
  ///   - factor: f.
  ///   - scale: The diagonal of S, or nil for ones.
  ///   - right: b.
  ///   - bound: The Euclidean norm of b + f·S A S x − x at which x is taken for right, given x; rounding may leave more,
  ///     which is taken for right too.
  /// - Complexity: O(*n* + *m*) an iteration; *n* nodes, *m* arcs.
  /// - SeeAlso: M. R. Hestenes and E. Stiefel, J. Research of the National Bureau of Standards 49(6), 1952,
  ///   doi:10.6028/jres.049.044.
  func solution(
    factor: Double, scale: [Double]?, right: [Double], measure: String, _ convergence: Convergence,
    bound given: (_ values: [Double]) -> Double
  ) throws(MeasureError) -> [Double] {
    var matrix = StrengthMatrix(self, scale: scale)
    // Folded: of x = f·Bᵀy + b and y = f·Bx + c remains x = f²·BᵀBx + f·Bᵀc + b.
    let other = matrix.other(right)
    var values = matrix.kept(right)
    if matrix.isFolded { add(matrix.sentBack(other), times: factor, to: &values) }
    let share = matrix.isFolded ? factor * factor : factor
    let right = values
    var image = values
    func bound(_ values: [Double]) -> Double {
      max(given(values), 2e-15 * dotProduct(values, values).squareRoot())
    }
    /// x − f·S A S x, to `image`.
    func apply(to vector: [Double]) {
      matrix.product(with: vector, into: &image)
      multiply(&image, by: -share, adding: vector)
    }
    var remaining = convergence.iterations
    var residual = Double.infinity
    while true {
      apply(to: values)
      var rest = zip(right, image).map { $0 - $1 }
      var square = dotProduct(rest, rest)
      residual = square.squareRoot()
      // Computed anew: what the loop below carries along drifts away from it.
      if residual <= bound(values) {
        guard matrix.isFolded else { return matrix.joined(values, []) }
        var across = other
        add(matrix.sentAcross(values), times: factor, to: &across)
        return matrix.joined(values, across)
      }
      guard remaining > 0, residual.isFinite else { break }
      var direction = rest
      while remaining > 0, square.squareRoot() > bound(values) / 2 {
        remaining -= 1
        apply(to: direction)
        let step = square / dotProduct(direction, image)
        add(direction, times: step, to: &values)
        add(image, times: -step, to: &rest)
        let nextSquare = dotProduct(rest, rest)
        multiply(&direction, by: nextSquare / square, adding: rest)
        square = nextSquare
      }
    }
    throw .notConverged(
      measure: measure, iterations: convergence.iterations, residual: residual,
      tolerance: convergence.tolerance)
  }
}
