/// The top of the spectrum that some steps of the process know.
struct LanczosTop {
  let value: Double
  /// How much each step's vector counts in the eigenvector.
  let parts: [Double]
  let residual: Double
}

/// Orthonormal vectors in which a symmetric matrix is tridiagonal, one more a step.
struct LanczosProcess {
  private var matrix: StrengthMatrix
  private var vector: [Double]
  private var previous: [Double]
  private var product: [Double]
  /// The diagonal, and what stands beside it, so far.
  private var diagonal: [Double] = []
  private var beside: [Double] = []
  /// The first vectors.
  private(set) var kept: [[Double]]
  static let keptCount = 32
  /// Whether the vectors so far span all that the first one leads to.
  private(set) var isExhausted = false

  /// - Parameter start: Of Euclidean norm 1.
  init(_ matrix: StrengthMatrix, from start: [Double]) {
    self.matrix = matrix
    vector = start
    previous = [Double](repeating: 0, count: start.count)
    product = previous
    kept = [vector]
  }

  /// How far the vector that it started from is from an eigenvector.
  var firstResidual: Double { beside[0] }

  /// The sum of the vectors, each so many times, none negative and of norm 1.
  func sum(of parts: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: vector.count)
    for (vector, part) in zip(kept, parts) { add(vector, times: part, to: &sum) }
    if parts.count > kept.count {
      var again = afterKept()
      for part in parts[kept.count...] {
        again.advance()
        add(again.vector, times: part, to: &sum)
      }
    }
    let norm = dotProduct(sum, sum).squareRoot()
    return sum.map { abs($0) / norm }
  }

  /// The process as it was when the last of the kept vectors had been made.
  private func afterKept() -> LanczosProcess {
    var process = self
    process.vector = kept[kept.count - 1]
    process.previous = kept.count > 1 ? kept[kept.count - 2] : [Double](repeating: 0, count: vector.count)
    process.diagonal = Array(diagonal.prefix(kept.count - 1))
    process.beside = Array(beside.prefix(kept.count - 1))
    process.isExhausted = false
    return process
  }

  mutating func advance() {
    if isExhausted { return }
    matrix.product(with: vector, into: &product)
    let (one, two) = (diagonal.count, beside.last ?? 0)
    let along = dotProduct(product, vector)
    add(vector, times: -along, to: &product)
    add(previous, times: -two, to: &product)
    if kept.count < Self.keptCount, diagonal.count % 8 >= 6 {
      // While all vectors are at hand, two in a row are now and then kept apart from each: that is enough (H. D. Simon,
      // Mathematics of Computation 42(165), 1984, doi:10.1090/S0025-5718-1984-0725988-X).
      for vector in kept { add(vector, times: -dotProduct(product, vector), to: &product) }
    }
    let length = dotProduct(product, product).squareRoot()
    diagonal.append(along)
    beside.append(length)
    // What rounding leaves is no direction.
    isExhausted = length <= 1e-14 * (abs(along) + two) || one + 1 >= vector.count
    if isExhausted { return }
    swap(&previous, &vector)
    multiply(product, by: 1 / length, into: &vector)
    if kept.count < Self.keptCount, diagonal.count == kept.count { kept.append(vector) }
  }

  /// The largest eigenvalue of the tridiagonal matrix so far.
  var top: LanczosTop {
    let count = diagonal.count
    var low = diagonal.max() ?? 0
    var high = low
    for index in 0..<count {
      let sides = (index > 0 ? beside[index - 1] : 0) + (index + 1 < count ? beside[index] : 0)
      high = max(high, diagonal[index] + sides)
    }
    // Above all eigenvalues every pivot is positive.
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { break }
      if hasPositivePivots(middle) { high = middle } else { low = middle }
    }
    let parts = eigenvector(of: high)
    return LanczosTop(
      value: high, parts: parts, residual: isExhausted ? 0 : beside[count - 1] * parts[count - 1])
  }

  private func hasPositivePivots(_ value: Double) -> Bool {
    var pivot = value - diagonal[0]
    for index in 1..<diagonal.count {
      if pivot <= 0 { return false }
      pivot = value - diagonal[index] - beside[index - 1] * beside[index - 1] / pivot
    }
    return pivot > 0
  }

  /// The unit eigenvector, whose parts are all positive, from the place where the pivots from both ends meet best.
  private func eigenvector(of value: Double) -> [Double] {
    let count = diagonal.count
    var fromFirst = diagonal.map { value - $0 }
    var fromLast = fromFirst
    for index in 1..<max(count, 1) {
      fromFirst[index] -= beside[index - 1] * beside[index - 1] / fromFirst[index - 1]
      let back = count - 1 - index
      fromLast[back] -= beside[back] * beside[back] / fromLast[back + 1]
    }
    let meeting =
      diagonal.indices.min {
        abs(fromFirst[$0] + fromLast[$0] - value + diagonal[$0])
          < abs(fromFirst[$1] + fromLast[$1] - value + diagonal[$1])
      } ?? 0
    var parts = [Double](repeating: 1, count: count)
    for index in stride(from: meeting - 1, through: 0, by: -1) {
      parts[index] = beside[index] / fromFirst[index] * parts[index + 1]
    }
    for index in stride(from: meeting + 1, to: count, by: 1) {
      parts[index] = beside[index - 1] / fromLast[index] * parts[index - 1]
    }
    let norm = parts.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return parts.map { $0 / norm }
  }
}
