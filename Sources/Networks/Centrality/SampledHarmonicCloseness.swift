extension Network {
  /// How near each node is to the others, the sum of 1/d over them, estimated from random others.
  ///
  /// Draws endpoints without replacement and searches from each, every edge of length 1. With probability
  /// 1 − `delta`, every node's mean of 1/d over all endpoints, itself counted as 0, is off by at most
  /// `epsilon`; `errorBound` says what that is on the scale of the scores. Conventions are those of
  /// `harmonicCloseness(length:among:normalization:threads:)`: arriving paths in a directed network, 0 for a node that is
  /// not reached, so the network need not be connected.
  ///
  /// The number of samples is ½ε⁻² ln(2*k*/δ), rounded up, *k* being the number of endpoints; where that is *k* or
  /// more, all are searched from and the scores are exact, with the bound 0.
  /// - Parameters:
  ///   - epsilon: The error allowed in a mean, between 0 and 1; others trap.
  ///   - delta: The probability that some node's error is larger, between 0 and 1; others trap.
  ///   - endpoints: The nodes whose pairs count, or nil for all nodes.
  ///   - normalization: The scale of the scores, as for `harmonicCloseness(length:among:normalization:threads:)`.
  ///   - seed: What the random choices follow from: the same seed, the same scores.
  /// - Returns: Estimates, their bound, and how many endpoints were searched from.
  /// - Complexity: O(*r*(*n* + *m*)) time, O(*n* + *m*) memory; *r* samples, *n* nodes, *m* edges.
  /// - SeeAlso: D. Eppstein and J. Wang, J. Graph Algorithms and Applications 8(1), 2004, doi:10.7155/jgaa.00081;
  ///   W. Hoeffding, J. American Statistical Association 58(301), 1963, doi:10.1080/01621459.1963.10500830.
  public func sampledHarmonicCloseness(
    epsilon: Double, delta: Double, among endpoints: [NodeIndex]? = nil,
    normalization: Normalization = .none, seed: UInt64 = 1
  ) -> SampledScores {
    checkShares(epsilon, delta)
    let counts = weights(of: endpoints)
    var ends = (0..<nodeCount).filter { counts[$0] == 1 }.map { Int32($0) }
    let endpointCount = ends.count
    let wanted = hoeffdingSamples(epsilon, delta, means: endpointCount)
    var generator = RandomBits(seed: seed)
    if wanted < Double(endpointCount) { generator.draw(Int(wanted), toFrontOf: &ends) }
    let sampleCount = wanted < Double(endpointCount) ? Int(wanted) : endpointCount
    let rows = outgoing.withoutParallelsAndLoops()
    var sums = [Double](repeating: 0, count: nodeCount)
    var search = BreadthFirstSearch(nodeCount: nodeCount)
    for sample in 0..<sampleCount {
      search.run(from: Int(ends[sample]), along: rows)
      for place in 1..<max(search.reached, 1) {
        let node = Int(search.order[place])
        sums[node] += counts[node] / Double(search.distance[node])
      }
      search.forget()
    }
    var scale = sampleCount > 0 ? Double(endpointCount) / Double(sampleCount) : 0
    var bound = sampleCount < endpointCount ? epsilon * Double(endpointCount) : 0
    if normalization == .pairs, endpointCount > 1 {
      scale /= Double(endpointCount - 1)
      bound /= Double(endpointCount - 1)
    }
    return SampledScores(
      scores: sums.map { $0 * scale }, errorBound: bound, confidence: 1 - delta, sampleCount: sampleCount,
      seed: seed)
  }

  /// How many samples bring as many means of numbers from 0 to 1 within epsilon, by Hoeffding's inequality.
  func hoeffdingSamples(_ epsilon: Double, _ delta: Double, means: Int) -> Double {
    (naturalLogarithm(2 * Double(max(means, 1)) / delta) / (2 * epsilon * epsilon)).rounded(.up)
  }
}
