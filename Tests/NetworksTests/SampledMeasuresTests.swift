import Networks
import TestSupport
import Testing

@Suite struct SampledMeasuresTests {
  /// Random networks of some dozens of nodes: sparse, dense, disconnected, directed.
  static func networks(seed: UInt64) -> [SmallNetwork] {
    var generator = SeededNumbers(seed: seed)
    return (0..<8).map { place in
      let count = Int.random(in: 30...60, using: &generator)
      let edges = (0..<count * (1 + place % 3)).map { _ in
        (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
      }
      return SmallNetwork(count, edges, place % 4 == 3 ? .directed : .undirected)
    }
  }

  static func largestError(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).map { abs($0 - $1) }.max() ?? 0
  }

  @Test func betweennessKeepsItsBound() {
    // With delta 0.01, 24 runs break the bound less than once in four test suites if each is independent; the
    // seeds are fixed, so they do not.
    for small in Self.networks(seed: 1949) {
      for (normalization, seed) in [(Normalization.none, UInt64(1)), (.pairs, 2), (.pairs, 3)] {
        let exact = small.network.betweenness(normalization: normalization)
        let found = small.network.sampledBetweenness(
          epsilon: 0.05, delta: 0.01, normalization: normalization, seed: seed)
        let error = Self.largestError(found.scores, exact)
        #expect(error <= found.errorBound, "\(small): \(error) of \(found.errorBound)")
        #expect(error > 0 || exact.allSatisfy { $0 == 0 }, "\(small)")
        #expect(found.confidence == 0.99)
      }
    }
  }

  @Test func betweennessAmongEndpointsKeepsItsBound() {
    for small in Self.networks(seed: 1955) {
      let members = stride(from: 0, to: small.nodeCount, by: 3).map { NodeIndex($0) }
      for normalization in [Normalization.none, .pairs] {
        let exact = small.network.betweenness(among: members, normalization: normalization)
        let found = small.network.sampledBetweenness(
          epsilon: 0.05, delta: 0.01, among: members, normalization: normalization)
        #expect(Self.largestError(found.scores, exact) <= found.errorBound, "\(small)")
      }
    }
  }

  @Test func samplesOfBetweennessFollowTheLongestPath() {
    // A star's longest shortest path has 3 nodes: dimension 1; ½ · 20² · (1 + ln 10) = 660.5…
    let star = SmallNetwork.star(50).network.sampledBetweenness(epsilon: 0.05, delta: 0.1)
    #expect(star.sampleCount == 661)
    #expect(abs(star.errorBound - 61.25) < 1e-12)
    // A path of 34 nodes, searched from its end: dimension ⌊log₂ 32⌋ + 1 = 6; ½ · 20² · (6 + ln 10)
    let path = SmallNetwork.path(34).network.sampledBetweenness(epsilon: 0.05, delta: 0.1)
    #expect(path.sampleCount == 1661)
    let complete = SmallNetwork.complete(9).network.sampledBetweenness(epsilon: 0.05, delta: 0.1)
    #expect(complete.scores.allSatisfy { $0 == 0 })
  }

  @Test func pathsAreDrawnAlike() {
    // From 0 to 4 lead three paths: by 1 and 3, by 2 and 3, by 5 and 6.
    let edges = [(0, 1), (0, 2), (1, 3), (2, 3), (0, 5), (5, 6), (6, 4), (3, 4)]
    let network = SmallNetwork(7, edges).network
    let ends = [NodeIndex(0), NodeIndex(4)]
    let exact = network.betweenness(among: ends)
    let found = network.sampledBetweenness(epsilon: 0.02, delta: 0.01, among: ends)
    let thirds: [Double] = [0, 1, 1, 2, 0, 1, 1]
    #expect(agree(exact, thirds.map { $0 / 3 }))
    #expect(Self.largestError(found.scores, exact) <= 0.02)
  }

  @Test func harmonicClosenessKeepsItsBound() {
    for small in Self.networks(seed: 1961) {
      let members = stride(from: 0, to: small.nodeCount, by: 2).map { NodeIndex($0) }
      for endpoints in [nil, members] {
        for normalization in [Normalization.none, .pairs] {
          let exact = small.network.harmonicCloseness(among: endpoints, normalization: normalization)
          let found = small.network.sampledHarmonicCloseness(
            epsilon: 0.45, delta: 0.1, among: endpoints, normalization: normalization, seed: 5)
          #expect(found.sampleCount < (endpoints?.count ?? small.nodeCount), "\(small)")
          #expect(Self.largestError(found.scores, exact) <= found.errorBound, "\(small)")
          #expect(found.errorBound > 0)
        }
      }
    }
  }

  @Test func searchingFromAllIsExact() throws {
    for small in Self.networks(seed: 1968) {
      let harmonic = small.network.sampledHarmonicCloseness(epsilon: 0.1, delta: 0.1)
      #expect(harmonic.errorBound == 0)
      #expect(agree(harmonic.scores, small.network.harmonicCloseness()), "\(small)")
      guard small.direction == .undirected else { continue }
      let found = try small.network.sampledCloseness(epsilon: 0.1, delta: 0.1)
      #expect(agree(found.scores, small.network.closeness()), "\(small)")
      #expect(agree(found.lowerBounds, found.upperBounds), "\(small)")
    }
  }

  @Test func closenessLiesWithinItsBounds() throws {
    for small in Self.networks(seed: 1975) + [.path(60), .star(60), .cycle(60)] {
      for correction in [Network.ClosenessCorrection.wassermanFaust, .none] {
        // A closed walk through all nodes makes a directed network strongly connected.
        let edges =
          small.edges + (small.direction == .directed ? SmallNetwork.cycle(small.nodeCount).edges : [])
        let network = SmallNetwork(small.nodeCount, edges, small.direction).network
        let exact = network.closeness(correction: correction)
        let found = try network.sampledCloseness(epsilon: 0.4, delta: 0.1, correction: correction)
        #expect(found.sampleCount < small.nodeCount, "\(small)")
        for node in exact.indices {
          #expect(
            found.lowerBounds[node] <= exact[node] + 1e-12 && exact[node] <= found.upperBounds[node] + 1e-12,
            "\(small): \(exact[node]) in \(found.lowerBounds[node])…\(found.upperBounds[node])")
        }
      }
    }
  }

  @Test func closenessOfOneWayNetworksIsRefused() {
    #expect(throws: MeasureError.notStronglyConnected(measure: "Sampled closeness", components: 3)) {
      try SmallNetwork(3, [(0, 1), (1, 2)], .directed).network.sampledCloseness(epsilon: 0.1, delta: 0.1)
    }
  }

  @Test func oneSeedGivesOneSample() throws {
    var generator = SeededNumbers(seed: 1989)
    let small = Self.networks(seed: 1989)[1]
    let other = SmallNetwork(small.nodeCount, small.edges.shuffled(using: &generator)).network
    let network = small.network
    #expect(
      network.sampledBetweenness(epsilon: 0.1, delta: 0.1, seed: 4)
        == other.sampledBetweenness(epsilon: 0.1, delta: 0.1, seed: 4))
    #expect(
      network.sampledHarmonicCloseness(epsilon: 0.4, delta: 0.1, seed: 4)
        == other.sampledHarmonicCloseness(epsilon: 0.4, delta: 0.1, seed: 4))
    #expect(
      try network.sampledCloseness(epsilon: 0.4, delta: 0.1, seed: 4)
        == other.sampledCloseness(epsilon: 0.4, delta: 0.1, seed: 4))
    #expect(
      network.sampledBetweenness(epsilon: 0.1, delta: 0.1, seed: 4)
        != network.sampledBetweenness(epsilon: 0.1, delta: 0.1, seed: 5))
  }

  @Test func emptyNetworkHasEmptyScores() throws {
    let empty = SmallNetwork(0, []).network
    #expect(empty.sampledBetweenness(epsilon: 0.1, delta: 0.1).scores.isEmpty)
    #expect(empty.sampledHarmonicCloseness(epsilon: 0.1, delta: 0.1).scores.isEmpty)
    #expect(try empty.sampledCloseness(epsilon: 0.1, delta: 0.1).scores.isEmpty)
  }
}
