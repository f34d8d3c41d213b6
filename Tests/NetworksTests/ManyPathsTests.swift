import Networks
import TestSupport
import Testing

/// More than 10^308 shortest paths between two nodes: each diamond on the way doubles them.
@Suite struct ManyPathsTests {
  private static let count = 1100

  /// Diamonds in a row: node 3i joins 3i + 1 and 3i + 2 on this side and 3i + 3 on the other.
  private static func diamonds(_ direction: Direction) -> SmallNetwork {
    var edges: [(Int, Int)] = []
    for left in (0..<count).map({ 3 * $0 }) {
      edges += [(left, left + 1), (left, left + 2), (left + 1, left + 3), (left + 2, left + 3)]
    }
    return SmallNetwork(3 * count + 1, edges, direction)
  }

  private static func way(from start: Int, over middle: Range<Int>, to end: Int) -> [(Int, Int)] {
    let nodes = [start] + middle + [end]
    return Array(zip(nodes, nodes.dropFirst()))
  }

  private static func among(_ members: [Int]) -> [NodeIndex] { members.map { NodeIndex($0) } }

  @Test func betweennessCountsThemInOneDirection() {
    let network = Self.diamonds(.directed).network
    let found = network.betweenness(among: Self.among([0, 3 * Self.count]))
    for node in 1..<3 * Self.count { #expect(found[node] == (node % 3 == 0 ? 1 : 0.5), "node \(node)") }
  }

  /// Of diamonds with 31 nodes in the middle 208 are enough.
  @Test func pairsThatEndOnTheWayCountToo() {
    let width = 31
    let count = 220
    var edges: [(Int, Int)] = []
    let step = width + 1
    for diamond in 0..<count {
      for middle in 1...width {
        let (left, node) = (step * diamond, step * diamond + middle)
        edges += [(left, node), (node, left + step)]
      }
    }
    let network = SmallNetwork(step * count + 1, edges, .directed).network
    let ends = [0, step, step * (count - 1), step * count]
    let found = network.betweenness(among: Self.among(ends))
    // Of six pairs from left to right: those that begin before it and end behind it.
    #expect(abs(found[step * 100] - 4) < 1e-9)
    #expect(abs(found[step] - 2) < 1e-9)
    #expect(abs(found[step * 100 + 1] - 4.0 / Double(width)) < 1e-9)
    #expect(abs(found[1] - 3.0 / Double(width)) < 1e-9)
    #expect(abs(found.reduce(0, +) - Self.sumOfInnerNodes(step, ends)) < 1e-6)
  }

  /// Each pair has one less node between its ends than edges.
  private static func sumOfInnerNodes(_ step: Int, _ ends: [Int]) -> Double {
    var sum = 0
    for (place, one) in ends.enumerated() {
      for other in ends[(place + 1)...] { sum += 2 * (other - one) / step - 1 }
    }
    return Double(sum)
  }

  /// One block: blocks with cut nodes between them would be counted apart.
  @Test func betweennessCountsThemInOneBlock() {
    let diamonds = Self.diamonds(.undirected)
    let last = 3 * Self.count
    let way = Self.way(from: last, over: last + 1..<last + 2 * Self.count + 5, to: 0)
    let network = SmallNetwork(last + 2 * Self.count + 5, diamonds.edges + way).network
    let found = network.betweenness(among: Self.among([0, last]))
    for node in 1..<last { #expect(found[node] == (node % 3 == 0 ? 1 : 0.5), "node \(node)") }
    #expect(found[(last + 1)...].allSatisfy { $0 == 0 })
  }

  @Test func edgeBetweennessAndLengthsCountThemToo() {
    let diamonds = Self.diamonds(.undirected)
    let network = diamonds.network
    let edges = network.edgeBetweenness(among: Self.among([0, 3 * Self.count]))
    #expect(edges.count == 4 * Self.count && edges.allSatisfy { $0.score == 0.5 })
    for direction in [Direction.directed, .undirected] {
      let weighted = SmallWeightedNetwork(Self.diamonds(direction), diamonds.edges.map { _ in 0.5 }).network
      let found = weighted.betweenness(length: .weights, among: Self.among([0, 3 * Self.count]))
      for node in 1..<3 * Self.count { #expect(found[node] == (node % 3 == 0 ? 1 : 0.5), "node \(node)") }
    }
  }

  /// A long way beside the diamonds, as long as they, has one path out of 2^1100.
  @Test func oneOfManyPathsIsNextToNothing() {
    let last = 3 * Self.count
    let way = Self.way(from: 0, over: last + 1..<last + 2 * Self.count, to: last)
    let network = SmallNetwork(last + 2 * Self.count, Self.diamonds(.directed).edges + way, .directed).network
    let found = network.betweenness(among: Self.among([0, last]))
    #expect(found[3] == 1 && found[1] == 0.5)
    #expect(found[last + 1] < 1e-300 && found[last + 1].isFinite)
  }

  @Test func samplesDrawEachOfThemAlike() {
    let network = Self.diamonds(.directed).network
    let found = network.sampledBetweenness(epsilon: 0.1, delta: 0.1, among: Self.among([0, 3 * Self.count]))
    // One of the two ordered pairs has paths.
    #expect(abs(found.scores[3 * Self.count / 2] - 1) < 0.2)
    let middles = stride(from: 1, to: 3 * Self.count, by: 3).map { found.scores[$0] }
    #expect(abs(middles.reduce(0, +) / Double(middles.count) - 0.5) < 0.1)
  }

  /// Layers of twenty nodes, each joined to all of the next.
  @Test func layersSearchedSideBySideCountThem() {
    let (width, depth) = (20, 240)
    var edges = (0..<width).map { (0, 1 + $0) }
    for layer in 0..<depth - 1 {
      for one in 0..<width {
        for other in 0..<width { edges.append((1 + layer * width + one, 1 + (layer + 1) * width + other)) }
      }
    }
    let last = 1 + width * depth
    edges += (0..<width).map { (last - width + $0, last) }
    let network = SmallNetwork(last + 1, edges, .directed).network
    let found = network.betweenness(among: Self.among([0, last]))
    #expect(found[1..<last].allSatisfy { abs($0 - 0.05) < 1e-12 })
  }
}
