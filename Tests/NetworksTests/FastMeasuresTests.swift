import Networks
import TestSupport
import Testing

/// The fast ways of betweenness and harmonic closeness against plain searches, and against themselves.
@Suite struct FastMeasuresTests {
  @Test(arguments: SmallNetwork.Shape.allCases) func everyShapeMatchesPlainSearches(
    shape: SmallNetwork.Shape
  ) {
    var generator = SeededNumbers(seed: 1815)
    for round in 0..<rounds {
      // Beyond 64 sources in a block, sources may search alone.
      let most = round % 15 == 0 ? 120 : 12
      let small = SmallNetwork.random(shape, upTo: most, using: &generator).shuffled(using: &generator)
      let all = Set(0..<small.nodeCount)
      let members = all.filter { _ in Bool.random(using: &generator) }
      let network = small.network
      #expect(isClose(network.betweenness(), small.plainBetweenness(among: all)), "\(small)")
      #expect(isClose(network.harmonicCloseness(), small.plainHarmonicCloseness(among: all)), "\(small)")
      let endpoints = members.sorted().map { NodeIndex($0) }
      #expect(
        isClose(network.betweenness(among: endpoints), small.plainBetweenness(among: members)),
        "\(small) among \(members)")
      #expect(
        isClose(network.harmonicCloseness(among: endpoints), small.plainHarmonicCloseness(among: members)),
        "\(small) among \(members)")
    }
  }

  private let rounds = Thoroughness.cases(60, thorough: 600)

  @Test(arguments: SmallNetwork.Shape.allCases) func threadsAndOrderOfEdgesDoNotChangeABit(
    shape: SmallNetwork.Shape
  ) {
    var generator = SeededNumbers(seed: 1919)
    let small = SmallNetwork.random(shape, upTo: 130, using: &generator)
    let network = small.network
    let shuffled = SmallNetwork(small.nodeCount, small.edges.shuffled(using: &generator), small.direction)
      .network
    for endpoints in [nil, (0..<small.nodeCount / 2).map { NodeIndex($0) }] {
      let betweenness = network.betweenness(among: endpoints, threads: .atMost(1))
      let closeness = network.harmonicCloseness(among: endpoints, threads: .atMost(1))
      for threads in [ThreadCount.atMost(2), .atMost(5), .all] {
        #expect(network.betweenness(among: endpoints, threads: threads) == betweenness, "\(shape)")
        #expect(shuffled.betweenness(among: endpoints, threads: threads) == betweenness, "\(shape)")
        #expect(network.harmonicCloseness(among: endpoints, threads: threads) == closeness, "\(shape)")
      }
      #expect(shuffled.harmonicCloseness(among: endpoints) == closeness, "\(shape)")
    }
  }

  @Test func moreSourcesThanOnePassTakesMatchPlainSearches() {
    var generator = SeededNumbers(seed: 1945)
    for direction in [Direction.undirected, .directed] {
      let edges = (0..<1300).map { _ in
        (Int.random(in: 0..<600, using: &generator), Int.random(in: 0..<600, using: &generator))
      }
      let small = SmallNetwork(600, edges, direction)
      let expected = small.plainHarmonicCloseness(among: Set(0..<600))
      for threads in 1...3 {
        #expect(isClose(small.network.harmonicCloseness(threads: .atMost(threads)), expected))
      }
    }
  }

  /// Sums of 1/3, 1/5 and the like depend on their order unless care is taken.
  @Test func nodesAtTheSameDistancesScoreTheSame() {
    let scores = SmallNetwork.cycle(1201).network.harmonicCloseness()
    #expect(Set(scores).count == 1)
  }

  @Test func noThreadsTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = SmallNetwork.cycle(3).network.betweenness(threads: .atMost(0))
    }
  }
}

/// Whether two lists of scores agree to nine digits.
private func isClose(_ left: [Double], _ right: [Double]) -> Bool {
  left.count == right.count
    && zip(left, right).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($0), abs($1)) }
}
