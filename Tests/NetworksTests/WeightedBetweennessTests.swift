import Networks
import TestSupport
import Testing

/// A network with weights that are whole numbers of quarters, together with what it was made of.
struct SmallWeightedNetwork: CustomStringConvertible {
  let plain: SmallNetwork
  let weights: [Double]

  init(_ plain: SmallNetwork, _ weights: [Double]) {
    self.plain = plain
    self.weights = weights
  }

  var network: Network {
    Network(
      nodeCount: plain.nodeCount, edges: plain.edges.map { (NodeIndex($0.0), NodeIndex($0.1)) },
      weights: weights, direction: plain.direction)
  }

  var description: String { "\(plain), weights \(weights)" }

  /// Parallel edges, loops and either direction; weights from a quarter to two, so that paths often tie.
  static func random(using generator: inout SeededNumbers) -> SmallWeightedNetwork {
    let plain = SmallNetwork.random(using: &generator)
    return SmallWeightedNetwork(
      plain, plain.edges.map { _ in Double(Int.random(in: 1...8, using: &generator)) / 4 })
  }

  func shuffled(using generator: inout SeededNumbers) -> SmallWeightedNetwork {
    let order = plain.edges.indices.shuffled(using: &generator)
    let turned = order.map { place in
      let (source, target) = plain.edges[place]
      return plain.direction == .undirected && Bool.random(using: &generator)
        ? (target, source) : (source, target)
    }
    return SmallWeightedNetwork(
      SmallNetwork(plain.nodeCount, turned, plain.direction), order.map { weights[$0] })
  }

  /// The shortest edge between two nodes.
  func length(from source: Int, to target: Int) -> Double? {
    zip(plain.edges, weights).filter { edge, _ in
      edge == (source, target) || (plain.direction == .undirected && edge == (target, source))
    }.map(\.1).min()
  }

  /// All shortest paths between two nodes, out of all simple paths there are, and their length.
  func shortestPaths(from source: Int, to target: Int) -> (paths: [[Int]], length: Double) {
    var best: (paths: [[Int]], length: Double) = ([], .infinity)
    func extend(_ path: [Int], _ length: Double) {
      if path[path.count - 1] == target {
        if length == best.length { best.paths.append(path) }
        if length < best.length { best = ([path], length) }
        return
      }
      for next in plain.successors(of: path[path.count - 1]) where !path.contains(next) {
        extend(path + [next], length + (self.length(from: path[path.count - 1], to: next) ?? .infinity))
      }
    }
    extend([source], 0)
    return best
  }
}

@Suite struct WeightedBetweennessTests {
  @Test func pathsOfDifferentLengthsMatchThoseWrittenOut() {
    var generator = SeededNumbers(seed: 1856)
    for _ in 0..<Thoroughness.cases(250, thorough: 2500) {
      let small = SmallWeightedNetwork.random(using: &generator)
      let count = small.plain.nodeCount
      let members = Set((0..<count).filter { _ in Bool.random(using: &generator) })
      var betweenness = [Double](repeating: 0, count: count)
      var harmonic = betweenness
      var edges: [Edge: Double] = [:]
      for source in members.sorted() {
        for target in members.sorted() where source != target {
          let (paths, length) = small.shortestPaths(from: source, to: target)
          if paths.isEmpty { continue }
          harmonic[target] += 1 / length
          if small.plain.direction == .undirected, source > target { continue }
          for path in paths {
            let share = 1 / Double(paths.count)
            for node in path.dropFirst().dropLast() { betweenness[node] += share }
            for (one, other) in zip(path, path.dropFirst()) {
              let isTurned = small.plain.direction == .undirected && one > other
              let edge = Edge(
                source: NodeIndex(isTurned ? other : one), target: NodeIndex(isTurned ? one : other))
              edges[edge, default: 0] += share
            }
          }
        }
      }
      let among = members.map { NodeIndex($0) }
      let network = small.network
      #expect(agree(network.betweenness(length: .weights, among: among), betweenness), "\(small) \(members)")
      #expect(agree(network.harmonicCloseness(length: .weights, among: among), harmonic), "\(small)")
      let found = network.edgeBetweenness(length: .weights, among: among)
      #expect(found.map(\.edge) == found.map(\.edge).sorted(), "\(small)")
      #expect(agree(found.map(\.score), found.map { edges[$0.edge] ?? 0 }), "\(small) \(members)")
      #expect(edges.keys.allSatisfy { edge in found.contains { $0.edge == edge } }, "\(small)")
    }
  }

  @Test func lengthsTooSmallToChangeASumDoNoHarm() {
    // From 0, nodes 1, 2 and 3 all lie at distance 1.
    let network = SmallWeightedNetwork(.path(4), [1, 1e-30, 1e-30]).network
    #expect(agree(network.betweenness(length: .weights), [0, 2, 2, 0]))
    #expect(network.closeness(length: .weights).allSatisfy { $0 > 0 && $0.isFinite })
  }

  @Test func withoutWeightsEachEdgeIsOneLong() {
    let network = SmallNetwork(4, [(0, 1), (1, 0), (1, 2), (2, 2)]).network
    #expect(network.betweenness(length: .weights) == network.betweenness())
    #expect(network.edgeBetweenness(length: .weights) == network.edgeBetweenness())
  }

  @Test func weightsMeanNothingUnlessAskedFor() {
    let weighted = SmallWeightedNetwork(.path(5), [1, 9, 1, 3]).network
    let plain = SmallNetwork.path(5).network
    #expect(weighted.betweenness(length: .edges) == plain.betweenness())
    #expect(weighted.edgeBetweenness() == plain.edgeBetweenness())
  }

  @Test func orderOfEdgesDoesNotChangeABit() {
    var generator = SeededNumbers(seed: 1867)
    for _ in 0..<Thoroughness.cases(60, thorough: 600) {
      let small = SmallWeightedNetwork.random(using: &generator)
      let (one, other) = (small.network, small.shuffled(using: &generator).network)
      #expect(one.betweenness(length: .weights) == other.betweenness(length: .weights), "\(small)")
      #expect(one.edgeBetweenness(length: .weights) == other.edgeBetweenness(length: .weights), "\(small)")
      #expect(one.communities() == other.communities(), "\(small)")
    }
  }

  @Test func edgesWithoutStrengthJoinNoCommunity() {
    let zero = SmallWeightedNetwork(SmallNetwork(3, [(0, 1), (1, 2)]), [1, 0]).network
    let none = SmallWeightedNetwork(SmallNetwork(3, [(0, 1)]), [1]).network
    #expect(zero.communities() == none.communities())
  }

  @Test func communitiesOfTheLargestAndLeastWeightsAreThoseOfOnes() {
    let edges = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)]
    let ones = SmallWeightedNetwork(SmallNetwork(6, edges), edges.map { _ in 1 }).network.communities()
    for weight in [1e308, 1.7e308, 1e-308, .leastNonzeroMagnitude] {
      let network = SmallWeightedNetwork(SmallNetwork(6, edges), edges.map { _ in weight }).network
      let found = network.communities()
      #expect(found.communityOfNode == ones.communityOfNode, "\(weight)")
      #expect(found.quality == ones.quality, "\(weight)")
      #expect(network.quality(ofCommunities: found.communityOfNode) == ones.quality, "\(weight)")
    }
  }

  @Test func edgesWithoutLengthTrap() async {
    await #expect(processExitsWith: .failure) {
      let edges = [(NodeIndex(0), NodeIndex(1))]
      _ = Network(nodeCount: 2, edges: edges, weights: [0], direction: .directed).betweenness(
        length: .weights)
    }
  }
}
