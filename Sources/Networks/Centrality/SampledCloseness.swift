/// Closeness estimated from a sample, with the interval in which each score lies.
public struct SampledCloseness: Hashable, Sendable {
  /// One estimate per node, in node order.
  public let scores: [Double]
  /// The least that each score may be.
  public let lowerBounds: [Double]
  /// The most that each score may be; never above 1.
  public let upperBounds: [Double]
  /// The probability that all scores lie within their bounds at once: 1 − delta.
  public let confidence: Double
  /// How many sources were drawn.
  public let sampleCount: Int
  /// The seed that the choices followed from.
  public let seed: UInt64
}

extension Network {
  /// How near each node is to those it is connected with, estimated from random others.
  ///
  /// Draws nodes of each component without replacement and searches from each, every edge of length 1. With
  /// probability 1 − `delta`, every node's mean distance to its component is off by at most `epsilon` times
  /// the component's diameter; a bound on the diameter is found on the way. Conventions are those of
  /// `closeness(length:among:correction:threads:)`: arriving paths in a directed network.
  ///
  /// The number of samples in a component is ½ε⁻² ln(2*n*/δ), rounded up; where that is the number of its nodes
  /// or more, all are searched from and the scores are exact.
  /// - Parameters:
  ///   - epsilon: The error allowed in a mean distance, as a share of the diameter, between 0 and 1; others trap.
  ///   - delta: The probability that some node's error is larger, between 0 and 1; others trap.
  ///   - correction: What becomes of nodes that are not reached.
  ///   - seed: What the random choices follow from: the same seed, the same scores.
  /// - Returns: Estimates, the interval in which each score lies, and how many nodes were searched from.
  /// - Throws: ``MeasureError/notStronglyConnected(measure:components:)`` if the network is directed and some
  ///   node cannot reach some other: how many reach each node is then not known without a search from all.
  /// - Complexity: O(*r*(*n* + *m*)) time, O(*n* + *m*) memory; *r* samples in a component, *n* nodes, *m* edges.
  /// - SeeAlso: D. Eppstein and J. Wang, J. Graph Algorithms and Applications 8(1), 2004, doi:10.7155/jgaa.00081;
  ///   W. Hoeffding, J. American Statistical Association 58(301), 1963, doi:10.1080/01621459.1963.10500830.
  public func sampledCloseness(
    epsilon: Double, delta: Double, correction: Network.ClosenessCorrection = .wassermanFaust,
    seed: UInt64 = 1
  ) throws(MeasureError) -> SampledCloseness {
    checkShares(epsilon, delta)
    let components = strongComponents()
    if direction == .directed, components.count > 1 {
      throw .notStronglyConnected(measure: "Sampled closeness", components: components.count)
    }
    var estimate = ClosenessEstimate(nodeCount: nodeCount, correction: correction)
    var generator = RandomBits(seed: seed)
    let wanted = hoeffdingSamples(epsilon, delta, means: nodeCount)
    let rows = outgoing.withoutParallelsAndLoops()
    let back = incoming.withoutParallelsAndLoops()
    var search = BreadthFirstSearch(nodeCount: nodeCount)
    var farthestBack: Int32 = 0
    var sums = [Double](repeating: 0, count: nodeCount)
    var (members, starts) = components.members
    for component in 0..<components.count {
      let range = starts[component]..<starts[component + 1]
      let isExact = wanted >= Double(range.count)
      let sampleCount = isExact ? range.count : Int(wanted)
      if !isExact {
        var drawn = Array(members[range])
        generator.draw(sampleCount, toFrontOf: &drawn)
        members.replaceSubrange(range, with: drawn)
      }
      var diameterBound = Int32.max
      if direction == .directed, !isExact {
        // Any node reaches any other through the first source, and the farthest way to it is one search back.
        search.run(from: Int(members[range.lowerBound]), along: back)
        farthestBack = search.distance[Int(search.order[search.reached - 1])]
        search.forget()
      }
      for sample in range.prefix(sampleCount) {
        search.run(from: Int(members[sample]), along: rows)
        for place in 0..<search.reached {
          let node = Int(search.order[place])
          sums[node] += Double(search.distance[node])
        }
        let farthest = search.distance[Int(search.order[search.reached - 1])]
        if direction == .undirected {
          diameterBound = min(diameterBound, 2 * farthest)
        } else if sample == range.lowerBound {
          diameterBound = farthestBack + farthest
        }
        search.forget()
      }
      estimate.sampleCount += sampleCount
      let error = isExact ? 0 : epsilon * Double(diameterBound)
      for place in range {
        let node = Int(members[place])
        estimate.set(node, mean: sums[node] / Double(sampleCount), error: error, size: range.count)
      }
    }
    return SampledCloseness(
      scores: estimate.scores, lowerBounds: estimate.lower, upperBounds: estimate.upper,
      confidence: 1 - delta, sampleCount: estimate.sampleCount, seed: seed)
  }
}

/// Scores and their bounds from mean distances.
private struct ClosenessEstimate {
  var scores: [Double]
  var lower: [Double]
  var upper: [Double]
  var sampleCount = 0
  let correction: Network.ClosenessCorrection

  init(nodeCount: Int, correction: Network.ClosenessCorrection) {
    scores = [Double](repeating: 0, count: nodeCount)
    lower = scores
    upper = scores
    self.correction = correction
  }

  /// Takes a mean distance over all nodes of a component, the node itself included.
  mutating func set(_ node: Int, mean: Double, error: Double, size: Int) {
    if size == 1 { return }
    let others = Double(size - 1)
    let share = correction == .wassermanFaust ? others / Double(scores.count - 1) : 1
    // No sum of distances is below the number of others, nor above the sum of 1, 2, and so on.
    func score(_ mean: Double) -> Double {
      let sum = min(max(mean * Double(size), others), others * Double(size) / 2)
      return share * others / sum
    }
    scores[node] = score(mean)
    lower[node] = score(mean + error)
    upper[node] = score(mean - error)
  }
}
