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
  /// Lanczos' process, started from equal scores. It finds the eigenvalue and how much each step's vector counts; the first
  /// vectors are kept, and the later ones made again to be added up.
  /// - Complexity: O(*k*(*n* + *m*) + *k*²) time, O(*n*) memory; *k* steps, *n* nodes, *m* arcs.
  /// - SeeAlso: B. N. Parlett, The Symmetric Eigenvalue Problem, 1980, ch. 13; J. K. Cullum and R. A. Willoughby,
  ///   Lanczos Algorithms, 1985.
  func leadingEigenvector(measure: String, _ convergence: Convergence) throws(MeasureError) -> LeadingEigenvector {
    var process = LanczosProcess(self)
    var next = 4
    var top = LanczosTop(value: 0, parts: [], residual: .infinity)
    var isDone = false
    for step in 1...max(convergence.iterations, 1) {
      process.advance()
      if process.isExhausted || step == next || step == convergence.iterations {
        top = process.top(atLeast: top.value)
        isDone = process.isExhausted || top.residual <= convergence.tolerance / 20 * max(top.value, .leastNormalMagnitude)
        if isDone { break }
        next = step + max(4, step / 4)
      }
    }
    guard isDone else {
      throw .notConverged(
        measure: measure, iterations: convergence.iterations, residual: top.residual,
        tolerance: convergence.tolerance)
    }
    var vector = [Double](repeating: 0, count: nodeCount)
    for (kept, part) in zip(process.kept, top.parts) {
      for node in vector.indices { vector[node] += part * kept[node] }
    }
    if top.parts.count > process.kept.count {
      var again = process.afterKept()
      for part in top.parts[process.kept.count...] {
        again.advance()
        again.addVector(times: part, to: &vector)
      }
    }
    let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return LeadingEigenvector(
      value: top.value, vector: vector.map { abs($0) / norm }, residual: top.residual)
  }
}

/// The top of the spectrum that some steps of the process know.
private struct LanczosTop {
  let value: Double
  /// How much each step's vector counts in the eigenvector.
  let parts: [Double]
  let residual: Double
}

/// Orthonormal vectors in which a symmetric matrix is tridiagonal, one more a step.
private struct LanczosProcess {
  private let rows: Adjacency
  private var vector: [Double]
  private var previous: [Double]
  private var product: [Double]
  /// The diagonal, and what stands beside it, so far.
  private var diagonal: [Double] = []
  private var beside: [Double] = []
  /// The first vectors.
  private(set) var kept: [[Double]]
  private static let keptCount = 32
  /// Whether the vectors so far span all that the first one leads to.
  private(set) var isExhausted = false

  init(_ rows: Adjacency) {
    self.rows = rows
    vector = [Double](repeating: 1 / Double(rows.nodeCount).squareRoot(), count: rows.nodeCount)
    previous = [Double](repeating: 0, count: rows.nodeCount)
    product = previous
    kept = [vector]
  }

  /// The process as it was when the last of the kept vectors had been made.
  func afterKept() -> LanczosProcess {
    var process = self
    process.vector = kept[kept.count - 1]
    process.previous = kept.count > 1 ? kept[kept.count - 2] : [Double](repeating: 0, count: rows.nodeCount)
    process.diagonal = Array(diagonal.prefix(kept.count - 1))
    process.beside = Array(beside.prefix(kept.count - 1))
    process.isExhausted = false
    return process
  }

  func addVector(times factor: Double, to sum: inout [Double]) {
    for node in sum.indices { sum[node] += factor * vector[node] }
  }

  mutating func advance() {
    if isExhausted { return }
    rows.product(with: vector, into: &product)
    let (one, two) = (diagonal.count, beside.last ?? 0)
    var along = 0.0
    for node in product.indices { along += product[node] * vector[node] }
    var square = 0.0
    for node in product.indices {
      let rest = product[node] - along * vector[node] - two * previous[node]
      product[node] = rest
      square += rest * rest
    }
    let length = square.squareRoot()
    diagonal.append(along)
    beside.append(length)
    // What rounding leaves is no direction.
    isExhausted = length <= 1e-14 * (abs(along) + two) || one + 1 >= rows.nodeCount
    if isExhausted { return }
    swap(&previous, &vector)
    for node in vector.indices { vector[node] = product[node] / length }
    if kept.count < Self.keptCount, diagonal.count == kept.count { kept.append(vector) }
  }

  /// The largest eigenvalue of the tridiagonal matrix so far.
  func top(atLeast bound: Double) -> LanczosTop {
    let count = diagonal.count
    var low = max(bound, diagonal.max() ?? 0)
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
