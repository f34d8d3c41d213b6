extension Adjacency {
  /// A solution of x = S(f·Ax + b), or what comes nearest to it, for rows A that need not hold arcs both ways.
  ///
  /// Biconjugate gradients, stabilized. They may not come near, so that this is where another method goes on.
  /// - Parameters:
  ///   - start: An x to begin with.
  ///   - factor: f.
  ///   - scale: The diagonal of S; nil for ones.
  ///   - right: b.
  ///   - bound: The Euclidean norm of S(f·Ax + b) − x at which it ends.
  /// - Complexity: O(*n* + *m*) a step, of 200 steps at most; *n* nodes, *m* arcs.
  /// - SeeAlso: H. A. van der Vorst, SIAM J. Scientific and Statistical Computing 13(2), 1992, doi:10.1137/0913035.
  func approximateSolution(
    from start: [Double], factor: Double, scale: [Double]? = nil, right: [Double], bound: Double
  ) -> [Double] {
    var matrix = StrengthMatrix(oneWay: self, scale: scale)
    /// x − f·S A x, to `image`.
    func apply(to vector: [Double], _ image: inout [Double]) {
      matrix.product(with: vector, into: &image)
      multiply(&image, by: -factor, adding: vector)
    }
    var values = matrix.kept(start)
    var rest = matrix.kept(scale.map { zip($0, right).map(*) } ?? right)
    var (image, turned) = (rest, rest)
    apply(to: values, &image)
    add(image, times: -1, to: &rest)
    let shadow = rest
    var direction = rest
    var along = dotProduct(rest, rest)
    var (best, least) = (values, along)
    for _ in 0..<200 where least > bound * bound {
      apply(to: direction, &image)
      let step = along / dotProduct(shadow, image)
      add(image, times: -step, to: &rest)
      apply(to: rest, &turned)
      let turn = dotProduct(turned, rest) / dotProduct(turned, turned)
      add(direction, times: step, to: &values)
      add(rest, times: turn, to: &values)
      add(turned, times: -turn, to: &rest)
      let square = dotProduct(rest, rest)
      if square < least { (best, least) = (values, square) }
      let next = dotProduct(shadow, rest)
      let keep = next / along * (step / turn)
      along = next
      guard keep.isFinite, square.isFinite else { break }
      add(image, times: -turn, to: &direction)
      multiply(&direction, by: keep, adding: rest)
    }
    return matrix.joined(best, [])
  }
}

/// Whether a residual that shrinks as it did from one sweep to the next would need more than 40 sweeps to reach a goal.
func takesLong(from before: Double, to residual: Double, _ goal: Double) -> Bool {
  40 * naturalLogarithm(residual / before) > naturalLogarithm(goal / residual)
}
