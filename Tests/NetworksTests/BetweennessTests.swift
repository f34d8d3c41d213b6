import Networks
import TestSupport
import Testing

@Suite struct BetweennessTests {
  @Test func drawnNetworkHasWorkedValues() {
    //     1
    //   /   \
    // 0       3 ─ 4      pairs 0–3 and 0–4 pass half by 1 and half by 2; pair 1–2 passes half by 0 and
    //   \   /            half by 3; pairs 0–4, 1–4 and 2–4 pass by 3
    //     2
    let network = SmallNetwork(5, [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4)]).network
    #expect(network.betweenness() == [0.5, 1, 1, 3.5, 0])
    let shares = [0.5, 1, 1, 3.5, 0].map { $0 / 6 }
    #expect(network.betweenness(normalization: .pairs) == shares)
  }

  @Test func directionIsFollowed() {
    // 0 → 1 → 2 → 0: each node lies between the two others once
    let network = SmallNetwork(3, [(0, 1), (1, 2), (2, 0)], .directed).network
    #expect(network.betweenness() == [1, 1, 1])
    #expect(network.betweenness(normalization: .pairs) == [0.5, 0.5, 0.5])
  }

  @Test func parallelEdgesAndLoopsMakeNoDifference() {
    let plain = SmallNetwork(4, [(0, 1), (0, 2), (1, 3), (2, 3)]).network
    let doubled = SmallNetwork(4, [(0, 1), (1, 0), (0, 1), (0, 2), (1, 1), (1, 3), (2, 3), (3, 3)]).network
    #expect(plain.betweenness() == doubled.betweenness())
  }

  @Test(arguments: 1...9) func closedForms(count: Int) {
    let size = Double(count)
    let star = SmallNetwork.star(count).network.betweenness()
    #expect(star[0] == (size - 1) * (size - 2) / 2)
    #expect(star.dropFirst().allSatisfy { $0 == 0 })
    #expect(
      SmallNetwork.path(count).network.betweenness() == (0..<count).map { Double($0 * (count - 1 - $0)) })
    #expect(SmallNetwork.complete(count).network.betweenness().allSatisfy { $0 == 0 })
    if count >= 3 {
      // An odd cycle: distances 1…(n−1)/2, twice each; an even one: the antipode splits its paths in two.
      let expected = count % 2 == 1 ? (size - 1) * (size - 3) / 8 : (size - 2) * (size - 2) / 8
      #expect(
        agree(SmallNetwork.cycle(count).network.betweenness(), [Double](repeating: expected, count: count)))
    }
    for other in 1...5 {
      let width = Double(other)
      let scores = SmallNetwork.completeBipartite(count, other).network.betweenness()
      let left = [Double](repeating: width * (width - 1) / (2 * size), count: count)
      let right = [Double](repeating: size * (size - 1) / (2 * width), count: other)
      #expect(agree(scores, left + right), "K(\(count), \(other))")
    }
  }

  @Test(arguments: 1...5) func everySmallNetworkMatchesWrittenOutPaths(count: Int) {
    let networks = SmallNetwork.all(count) + (count <= 3 ? SmallNetwork.allDirected(count) : [])
    for small in networks {
      #expect(agree(small.network.betweenness(), small.slowBetweenness(among: Set(0..<count))), "\(small)")
    }
  }

  @Test func randomMultigraphsAndSubsetsMatchWrittenOutPaths() {
    var generator = SeededNumbers(seed: 1648)
    for _ in 0..<Thoroughness.cases(600, thorough: 6000) {
      let small = SmallNetwork.random(using: &generator)
      let members = Set((0..<small.nodeCount).filter { _ in Bool.random(using: &generator) })
      let everyone = small.network.betweenness()
      #expect(agree(everyone, small.slowBetweenness(among: Set(0..<small.nodeCount))), "\(small)")
      let expected = small.slowBetweenness(among: members)
      let endpoints = members.shuffled(using: &generator).map { NodeIndex($0) }
      #expect(
        agree(small.network.betweenness(among: endpoints + endpoints), expected), "\(small) among \(members)")
      let shares = expected.indices.map { node in
        let pairs = small.pairs(among: members.subtracting([node])).count
        return pairs == 0 ? 0 : expected[node] / Double(pairs)
      }
      #expect(
        agree(small.network.betweenness(among: endpoints, normalization: .pairs), shares),
        "\(small) among \(members)")
    }
  }

  @Test func onlyActorsCountInAnIncidenceNetwork() {
    // Actors 0, 1, 2; agreements 3 (of 0 and 1) and 4 (of 1 and 2).
    let network = SmallNetwork(5, [(0, 3), (1, 3), (1, 4), (2, 4)]).network
    let scores = network.betweenness(among: [NodeIndex(0), NodeIndex(1), NodeIndex(2)])
    #expect(scores == [0, 1, 0, 2, 2])
  }

  @Test func orderOfEdgesDoesNotChangeABit() {
    var generator = SeededNumbers(seed: 1713)
    let edges = (0..<200).map { _ in
      (Int.random(in: 0..<60, using: &generator), Int.random(in: 0..<60, using: &generator))
    }
    let scores = SmallNetwork(60, edges).network.betweenness()
    for _ in 0..<5 {
      #expect(SmallNetwork(60, edges.shuffled(using: &generator)).network.betweenness() == scores)
    }
  }

  @Test func endpointBeyondTheNodesTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = Network(nodeCount: 1, edges: [], direction: .undirected).betweenness(among: [NodeIndex(1)])
    }
  }

  /// Nodes 3k and 3k + 3 are joined through 3k + 1 and through 3k + 2, so the ends have 2^steps paths.
  static func diamonds(_ steps: Int, _ direction: Direction = .undirected) -> Network {
    let edges = (0..<steps).flatMap { step in
      [(0, 1), (0, 2), (1, 3), (2, 3)].map { (3 * step + $0.0, 3 * step + $0.1) }
    }
    return SmallNetwork(3 * steps + 1, edges, direction).network
  }

  @Test func astronomicallyManyPathsAreShared() {
    // Each diamond is a block of its own, so their paths are never multiplied.
    let scores = Self.diamonds(1100).betweenness(among: [NodeIndex(0), NodeIndex(3300)])
    let expected = (0...3300).map { $0 % 3300 == 0 ? 0 : $0 % 3 == 0 ? 1 : 0.5 }
    #expect(agree(scores, expected))
  }

  /// Ten nodes in each layer, all joined to those of the next: 10^(layers − 1) paths from the first layer to a
  /// node of the last; and a node before the first and one after the last.
  static func layers(_ count: Int, _ direction: Direction = .undirected) -> Network {
    var edges: [(Int, Int)] = []
    for node in 1...10 {
      edges.append((0, node))
      edges.append((10 * (count - 1) + node, 10 * count + 1))
      for layer in 0..<count - 1 {
        for next in 1...10 { edges.append((10 * layer + node, 10 * layer + 10 + next)) }
      }
    }
    return SmallNetwork(10 * count + 2, edges, direction).network
  }

  @Test func hundredDigitsOfPathsAreShared() {
    for direction in [Direction.undirected, .directed] {
      let scores = Self.layers(100, direction).betweenness(among: [NodeIndex(0), NodeIndex(1001)])
      #expect(agree(scores, (0...1001).map { $0 % 1001 == 0 ? 0 : 0.1 }))
    }
  }

  @Test func morePathsThanADoubleCountsAreShared() {
    for direction in [Direction.undirected, .directed] {
      let scores = Self.layers(310, direction).betweenness(among: [NodeIndex(0), NodeIndex(3101)])
      #expect(agree(scores, (0...3101).map { $0 % 3101 == 0 ? 0 : 0.1 }))
    }
    // So many sources and such long paths that each source searches alone: from left to right, those before a joint reach those behind.
    let scores = Self.diamonds(1100, .directed).betweenness(
      among: (0..<60).map { NodeIndex($0) } + [NodeIndex(3300)])
    #expect(scores[300] == 60 && scores[301] == 30)
  }
}
