extension Network {
  /// How many times as large as the least weight above 0 the largest may be where weights are held against each other: beyond that
  /// a `Double` no longer tells the least from 0.
  ///
  /// Measures that only add up what an edge weighs, strength, take weights of any range.
  public static let weightSpread = 1e270

  /// The weights above 0, from the least to the largest; nil where no edge weighs anything. Edges without weights have 1.
  /// - Complexity: O(*m*); *m* edges.
  public var weightRange: ClosedRange<Double>? { outgoing.weightRange }

  /// Whether the largest weight is no more than ``weightSpread`` times the least one above 0.
  public var hasComparableWeights: Bool {
    guard let range = weightRange else { return true }
    return range.upperBound / Self.weightSpread <= range.lowerBound
  }

  /// The same network with weights of a usual size, in proportion, and the power of two by which they were divided: 0 but for very
  /// large and very small ones.
  public var withBalancedWeights: (network: Network, exponent: Int) {
    let (rows, exponent) = outgoing.balanced
    if exponent == 0 { return (self, 0) }
    let back = direction == .undirected ? rows : incoming.weighing(timesTwoTo: -exponent)
    return (withRows(rows, back), exponent)
  }

  /// The same as ``withBalancedWeights``, for a measure that holds weights against each other.
  func comparable(for measure: String) throws(MeasureError) -> (network: Network, exponent: Int) {
    if let range = weightRange, !hasComparableWeights {
      throw .weightsTooFarApart(measure: measure, least: range.lowerBound, largest: range.upperBound)
    }
    return withBalancedWeights
  }

  /// The same for a measure that throws nothing: weights too far apart trap.
  func comparableOrTrapping(for measure: String) -> (network: Network, exponent: Int) {
    do throws(MeasureError) { return try comparable(for: measure) } catch { preconditionFailure("\(error)") }
  }
}

extension Adjacency {
  /// As ``Network/weightRange``.
  var weightRange: ClosedRange<Double>? {
    guard let weights else { return targets.isEmpty ? nil : 1...1 }
    var (least, largest) = (Double.infinity, 0.0)
    for weight in weights {
      largest = max(largest, weight)
      if weight > 0 { least = min(least, weight) }
    }
    return largest > 0 ? least...largest : nil
  }

  /// The same rows with weights of which sums, powers and reciprocals are numbers, and by which power of two theirs were divided: 0 but
  /// for very large and very small ones.
  var balanced: (rows: Adjacency, exponent: Int) {
    // Eigenvectors are found with the fourth powers of weights.
    guard weights != nil, let range = weightRange, !(range.lowerBound >= 1e-50 && range.upperBound <= 1e50)
    else { return (self, 0) }
    let exponent = Int(range.upperBound.exponent)
    return (weighing(timesTwoTo: -exponent), exponent)
  }

  /// The same rows with weights times a power of two.
  func weighing(timesTwoTo exponent: Int) -> Adjacency {
    mappingWeights { $0.timesTwoTo(exponent) }
  }
}

extension Double {
  /// The number times a power of two, which itself may be no number.
  func timesTwoTo(_ exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: self) }
}
