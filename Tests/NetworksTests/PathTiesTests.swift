import Networks
import TestSupport
import Testing

/// When two weighted paths are equally long, held against the same networks with whole lengths, whose sums are exact.
@Suite struct PathTiesTests {
  private static let tenths = SmallNetwork(4, [(0, 1), (1, 3), (0, 3)])

  @Test func tenthsTieLikeWholeNumbers() {
    // Two ways from 0 to 3: 0.25 + 0.5 ties with 0.75, and 0.1 + 0.2 with 0.3, though the sum of the two doubles is a bit more.
    for lengths in [[0.25, 0.5, 0.75], [0.1, 0.2, 0.3], [1.0 / 3, 1.0 / 6, 1.0 / 2], [1e-7, 2e-7, 3e-7]] {
      let network = SmallWeightedNetwork(Self.tenths, lengths).network
      #expect(network.comparesLengthsExactly)
      #expect(network.betweenness(length: .weights) == [0, 0.5, 0, 0], "\(lengths)")
      #expect(network.edgeBetweenness(length: .weights).map(\.score) == [1.5, 0.5, 1.5], "\(lengths)")
    }
  }

  @Test func lengthsThatDifferByLittleDiffer() {
    // 0.3 is the shorter by a billionth, by 10^-15 as decimals, or the longer; a million is less than a million and 10^-9.
    for (lengths, expected) in [
      ([0.1, 0.2, 0.2999999997], [0.0, 0, 0, 0]), ([0.1, 0.2, 0.299999999999999], [0, 0, 0, 0]),
      ([0.1, 0.2, 0.300000000000001], [0, 1, 0, 0]), ([1e6, 1e-9, 1e6], [0, 0, 0, 0]),
    ] {
      let network = SmallWeightedNetwork(Self.tenths, lengths).network
      #expect(network.comparesLengthsExactly, "\(lengths)")
      #expect(network.betweenness(length: .weights) == expected, "\(lengths)")
    }
    // Without a common measure a part in 10^9 is a difference, and one in 10^13 is none.
    let root = 2.0.squareRoot()
    for (rise, score) in [(1e-9, 0.0), (1e-11, 0), (1e-13, 0.5), (-1e-13, 0.5), (-1e-11, 1), (-1e-9, 1)] {
      let network = SmallWeightedNetwork(Self.tenths, [root, 2 * root * (1 + rise), 3 * root]).network
      #expect(!network.comparesLengthsExactly)
      #expect(network.betweenness(length: .weights)[1] == score, "\(rise)")
    }
  }

  /// Tenths, reciprocals and multiples of a root, in which nothing is exact: the whole numbers behind them tell which paths tie.
  @Test func scoresAreThoseOfWholeLengths() {
    var generator = SeededNumbers(seed: 1905)
    for place in 0..<Thoroughness.cases(240, thorough: 6000) {
      let plain = SmallNetwork.random(using: &generator)
      let numbers = plain.edges.map { _ in Int.random(in: 1...10, using: &generator) }
      let (lengths, whole): ([Double], [Double]) =
        switch place % 4 {
        case 0: (numbers.map { Double($0) / 10 }, numbers.map(Double.init))
        case 1: (numbers.map { 1 / Double($0) }, numbers.map { Double(2520 / $0) })
        case 2: (numbers.map { 2.0.squareRoot() * Double($0) }, numbers.map(Double.init))
        // A billionth more for some: whole numbers of billionths.
        default:
          (
            numbers.map { 2.0.squareRoot() * (Double($0) + ($0 % 3 == 0 ? 1e-9 : 0)) },
            numbers.map { Double($0) * 1e9 + ($0 % 3 == 0 ? 1 : 0) }
          )
        }
      let rounded = SmallWeightedNetwork(plain, lengths)
      let exact = SmallWeightedNetwork(plain, whole)
      var expected = [Double](repeating: 0, count: plain.nodeCount)
      for (source, target) in plain.pairs(among: Set(0..<plain.nodeCount)) {
        let paths = exact.shortestPaths(from: source, to: target).paths
        for path in paths {
          for node in path.dropFirst().dropLast() { expected[node] += 1 / Double(paths.count) }
        }
      }
      #expect(agree(rounded.network.betweenness(length: .weights), expected), "\(rounded)")
      #expect(
        agree(
          rounded.network.edgeBetweenness(length: .weights).map(\.score),
          exact.network.edgeBetweenness(length: .weights).map(\.score)), "\(rounded)")
      #expect(
        agree(
          rounded.network.withWeights { $0 }.closeness(length: .weights).map { $0 * (lengths.first ?? 1) },
          exact.network.closeness(length: .weights).map { $0 * (whole.first ?? 1) })
          || place % 4 == 3, "\(rounded)")
    }
  }

  /// With the reciprocals of the usual weights for lengths: what fractions give, and igraph; sums of doubles give 208.5, 36.75, 173.5.
  @Test func theKarateClubTiesAsInFractions() throws {
    let club = try #require(try CommunitiesTests.cases().first { $0.name.contains("karate") }).small
    for factor in [1, 2.0.squareRoot()] {
      let network = SmallWeightedNetwork(club.plain, club.weights.map { factor / $0 }).network
      #expect(network.comparesLengthsExactly == (factor == 1))
      let found = network.betweenness(length: .weights)
      for (node, score) in [(0, 209.0), (1, 36), (2, 177), (13, 29), (27, 17.5), (33, 174)] {
        #expect(abs(found[node] - score) < 1e-9, "\(node)")
      }
    }
  }

  /// Many ties on a grid, from each node by many ways.
  @Test func gridsOfRoundedLengthsHaveTheScoresOfWholeOnes() {
    var generator = SeededNumbers(seed: 1906)
    let side = 12
    let edges = (0..<side * side).flatMap { node in
      [(node, node + 1), (node, node + side)].filter {
        $0.1 < side * side && ($0.1 == node + side || node % side < side - 1)
      }
    }
    for factor in [0.1, 2.0.squareRoot(), 1.0 / 3] {
      let numbers = edges.map { _ in Double(Int.random(in: 1...3, using: &generator)) }
      let plain = SmallNetwork(side * side, edges)
      let whole = SmallWeightedNetwork(plain, numbers).network
      let network = SmallWeightedNetwork(plain, numbers.map { factor * $0 }).network
      let (found, expected) = (
        network.betweenness(length: .weights), whole.betweenness(length: .weights)
      )
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-9 * max(1, $1) }, "\(factor)")
    }
  }

  /// More than 10^308 paths that tie by tolerance alone: numbers of greater range know the same ties.
  @Test func pathsBeyondNumbersTieToo() {
    var edges: [(Int, Int)] = []
    var lengths: [Double] = []
    let root = 2.0.squareRoot()
    for left in (0..<1100).map({ 3 * $0 }) {
      edges += [(left, left + 1), (left, left + 2), (left + 1, left + 3), (left + 2, left + 3)]
      lengths += [0.1 * root, 0.2 * root, 0.2 * root, 0.1 * root]
    }
    let network = SmallWeightedNetwork(SmallNetwork(3301, edges, .directed), lengths).network
    #expect(!network.comparesLengthsExactly)
    let found = network.betweenness(length: .weights, among: [NodeIndex(0), NodeIndex(3300)])
    for node in 1..<3300 { #expect(found[node] == (node % 3 == 0 ? 1 : 0.5), "node \(node)") }
  }

  /// Whichever number a node has: edges shorter than what rounding does to a path lead one way alone.
  @Test func leastLengthsAreCountedAlikeWhateverTheNumbers() {
    let root = 2.0.squareRoot()
    // A triangle of two long edges and one of almost no length.
    let edges = [(0, 1), (0, 2), (1, 2)]
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]] {
      let turned = edges.map { (order[$0.0], order[$0.1]) }
      let network = SmallWeightedNetwork(SmallNetwork(3, turned), [root, root * 1.5, 1e-14]).network
      var expected = [0.0, 0, 0]
      expected[order[1]] = 1
      #expect(network.betweenness(length: .weights) == expected, "\(order)")
    }
  }

  @Test func decimalsAndFractionsAreExactAndOthersAreNot() {
    func isExact(_ lengths: [Double]) -> Bool {
      SmallWeightedNetwork(.path(lengths.count + 1), lengths).network.comparesLengthsExactly
    }
    #expect(isExact([1, 5, 1e15]))
    #expect(isExact([0.1, 12.75, 1e-6]))
    #expect(isExact((1...20).map { 1 / Double($0) }))
    #expect(isExact([10.0 / 7, 100.0 / 137, 0.125]))
    #expect(isExact([]))
    #expect(!isExact([Double.pi]))
    #expect(!isExact([0.1, Double.pi]))
    #expect(!isExact([1e-12, 1e12]))
    #expect(!isExact([1e16, 1]))
    #expect(!isExact([.leastNonzeroMagnitude, 1]))
  }
}
