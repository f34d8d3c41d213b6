extension Adjacency {
  /// Solves x = f·S A S x + b for rows A that hold every arc both ways with the same weight.
  ///
  /// Conjugate gradients; f is below the reciprocal of the spectral radius of S A S.
  /// - Parameters:
  ///   - factor: f.
  ///   - scale: The diagonal of S, or nil for ones.
  ///   - right: b.
  ///   - bound: The Euclidean norm of b + f·S A S x − x at which x is taken for right, given the largest part of x.
  /// - Complexity: O(*n* + *m*) an iteration; *n* nodes, *m* arcs.
  /// - SeeAlso: M. R. Hestenes and E. Stiefel, J. Research of the National Bureau of Standards 49(6), 1952,
  ///   doi:10.6028/jres.049.044.
  func solution(
    factor: Double, scale: [Double]?, right: [Double], measure: String, _ convergence: Convergence,
    bound: (_ largest: Double) -> Double
  ) throws(MeasureError) -> [Double] {
    var values = right
    var scaled = values
    var image = values
    /// x − f·S A S x, to `image`.
    func apply(to vector: [Double], _ scaled: inout [Double], _ image: inout [Double]) {
      if let scale {
        for node in vector.indices { scaled[node] = scale[node] * vector[node] }
        product(with: scaled, into: &image)
        for node in vector.indices { image[node] = vector[node] - factor * scale[node] * image[node] }
      } else {
        product(with: vector, into: &image)
        for node in vector.indices { image[node] = vector[node] - factor * image[node] }
      }
    }
    var remaining = convergence.iterations
    var residual = Double.infinity
    while true {
      apply(to: values, &scaled, &image)
      var rest = zip(right, image).map { $0 - $1 }
      var square = dotProduct(rest, rest)
      residual = square.squareRoot()
      // Computed anew: what the loop below carries along drifts away from it.
      if residual <= bound(values.reduce(0) { max($0, abs($1)) }) { return values }
      guard remaining > 0 else { break }
      var direction = rest
      while remaining > 0, square.squareRoot() > bound(values.reduce(0) { max($0, abs($1)) }) / 2 {
        remaining -= 1
        apply(to: direction, &scaled, &image)
        let step = square / dotProduct(direction, image)
        add(direction, times: step, to: &values)
        add(image, times: -step, to: &rest)
        let nextSquare = dotProduct(rest, rest)
        let keep = nextSquare / square
        square = nextSquare
        for node in direction.indices { direction[node] = rest[node] + keep * direction[node] }
      }
    }
    throw .notConverged(
      measure: measure, iterations: convergence.iterations, residual: residual,
      tolerance: convergence.tolerance)
  }
}
