/// Scores estimated from a sample, with the error that they may have.
public struct SampledScores: Hashable, Sendable {
  /// One estimate per node, in node order.
  public let scores: [Double]
  /// With probability `confidence`, no score is off by more than this; on the scale of the scores.
  public let errorBound: Double
  /// The probability that the bound holds for all nodes at once: 1 − delta.
  public let confidence: Double
  /// How many paths or sources were drawn.
  public let sampleCount: Int
  /// The seed that the choices followed from.
  public let seed: UInt64
}

extension Network {
  /// How often each node lies on shortest paths between two others, estimated from random shortest paths.
  ///
  /// Each sample draws two different endpoints, each ordered pair alike, and one of their shortest paths, each
  /// alike; what lies between its ends scores. With probability 1 − `delta`, every node's share of all ordered
  /// pairs is off by at most `epsilon`; `errorBound` says what that is on the scale of the scores. Conventions
  /// are those of `betweenness(length:among:normalization:threads:)`, whose exact scores are the better choice where there
  /// are few more endpoints than samples.
  ///
  /// The number of samples is ½ε⁻²(⌊log₂(*D* − 2)⌋ + 1 + ln(1/δ)), rounded up, *D* being a bound on the number of nodes
  /// of a shortest path: in an undirected network, from one search per component, at most twice the longest
  /// one; in a directed one the size of the largest weak component.
  /// - Parameters:
  ///   - epsilon: The error allowed, as a share of all ordered pairs, between 0 and 1; others trap, as does one
  ///     that asks for more than 10^15 paths (``sampledPathCount(epsilon:delta:among:)``).
  ///   - delta: The probability that some node's error is larger, between 0 and 1; others trap.
  ///   - endpoints: The nodes whose pairs count, or nil for all nodes.
  ///   - normalization: The scale of the scores, as for `betweenness(length:among:normalization:threads:)`.
  ///   - seed: What the random choices follow from: the same seed, the same scores.
  /// - Returns: Estimates, their bound, and how many paths were drawn; a bound of 0 where no node can lie
  ///   between two others.
  /// - Complexity: O(*r*(*n* + *m*)) time, O(*n* + *m*) memory; *r* samples, *n* nodes, *m* edges.
  /// - SeeAlso: M. Riondato and E. M. Kornaropoulos, Data Mining and Knowledge Discovery 30, 2016,
  ///   doi:10.1007/s10618-015-0423-0.
  public func sampledBetweenness(
    epsilon: Double, delta: Double, among endpoints: [NodeIndex]? = nil,
    normalization: Normalization = .none, seed: UInt64 = 1
  ) -> SampledScores {
    let counts = weights(of: endpoints)
    let ends = (0..<nodeCount).filter { counts[$0] == 1 }.map { Int32($0) }
    let nothing = [Double](repeating: 0, count: nodeCount)
    let wanted = sampledPathCount(epsilon: epsilon, delta: delta, among: endpoints)
    guard wanted > 0 else {
      return SampledScores(scores: nothing, errorBound: 0, confidence: 1 - delta, sampleCount: 0, seed: seed)
    }
    precondition(
      wanted < 1e15, "An epsilon of \(epsilon) asks for \(wanted) samples; that is more than can be drawn.")
    let sampleCount = Int(wanted)
    var hits = nothing
    var sampler = PathSampler(network: self)
    var generator = RandomBits(seed: seed)
    for _ in 0..<sampleCount {
      let source = generator.next(below: ends.count)
      let other = generator.next(below: ends.count - 1)
      let target = other < source ? other : other + 1
      sampler.draw(from: Int(ends[source]), to: Int(ends[target]), using: &generator, into: &hits)
    }
    // A share of the ordered pairs of k endpoints becomes a number of pairs, or a share of the others' pairs.
    let endpointCount = Double(ends.count)
    let orderedPairs = endpointCount * (endpointCount - 1)
    var largestScale = 0.0
    for node in 0..<nodeCount {
      var scale = direction == .undirected ? orderedPairs / 2 : orderedPairs
      if normalization == .pairs {
        let others = endpointCount - counts[node]
        let othersPairs = others * (others - 1)
        scale = othersPairs > 0 ? orderedPairs / othersPairs : 0
      }
      hits[node] *= scale / Double(sampleCount)
      largestScale = max(largestScale, scale)
    }
    return SampledScores(
      scores: hits, errorBound: epsilon * largestScale, confidence: 1 - delta, sampleCount: sampleCount,
      seed: seed)
  }

  /// How many shortest paths `sampledBetweenness(epsilon:delta:among:normalization:seed:)` draws: 0 where no node can lie between two
  /// others, infinite where an epsilon or a delta is too small for a number.
  ///
  /// Exact scores take one search for each endpoint, so that they are the better choice where this is as much.
  /// - Parameters:
  ///   - epsilon: The error allowed, between 0 and 1; others trap.
  ///   - delta: The probability of a larger one, between 0 and 1; others trap.
  ///   - endpoints: The nodes whose pairs count, or nil for all nodes.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  public func sampledPathCount(epsilon: Double, delta: Double, among endpoints: [NodeIndex]? = nil) -> Double
  {
    checkShares(epsilon, delta)
    let longest = longestPathBound()
    guard weights(of: endpoints).reduce(0, +) >= 2, longest > 2 else { return 0 }
    let dimension = Double(Int.bitWidth - (longest - 2).leadingZeroBitCount)
    return ((dimension + naturalLogarithm(1 / delta)) / (2 * epsilon * epsilon)).rounded(.up)
  }

  func checkShares(_ epsilon: Double, _ delta: Double) {
    precondition(epsilon > 0 && epsilon < 1, "Epsilon was \(epsilon); it lies between 0 and 1.")
    precondition(delta > 0 && delta < 1, "Delta was \(delta); it lies between 0 and 1.")
  }

  /// A number that no shortest path has more nodes than.
  private func longestPathBound() -> Int {
    if direction == .directed { return components().sizes.max() ?? 0 }
    var longest = 0
    var search = BreadthFirstSearch(nodeCount: nodeCount)
    for start in 0..<nodeCount where search.distance[start] < 0 {
      let first = search.reached
      search.run(from: start, along: outgoing)
      // Any two nodes are joined by a path through the start, and those two are the farthest from it.
      let farthest = search.order[first..<search.reached].suffix(2).map { Int(search.distance[Int($0)]) }
      longest = max(longest, min(farthest.reduce(1, +), search.reached - first))
    }
    return longest
  }
}
