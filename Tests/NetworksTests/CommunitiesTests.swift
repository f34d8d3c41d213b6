import Foundation
import TestSupport
import Testing

@testable import Networks

@Suite struct CommunitiesTests {
  struct Oracle: Decodable {
    let cases: [Case]
  }

  struct Case: Decodable {
    let name: String
    let nodeCount: Int
    let edges: [Int]
    let weights: [Double]?
    let membership: [Int]
    let modularity: Double

    var small: SmallWeightedNetwork {
      let pairs = stride(from: 0, to: edges.count, by: 2).map { (edges[$0], edges[$0 + 1]) }
      return SmallWeightedNetwork(SmallNetwork(nodeCount, pairs), weights ?? pairs.map { _ in 1 })
    }
  }

  static func cases() throws -> [Case] {
    let url = try #require(
      Bundle.module.url(forResource: "communities", withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: url)).cases
  }

  @Test func modularityIsThatOfNetworkX() throws {
    for one in try Self.cases() {
      let quality = one.small.network.quality(ofCommunities: one.membership)
      #expect(abs(quality - one.modularity) < 1e-12, "\(one.name)")
    }
  }

  @Test func divisionsAreAsGoodAsTheBestOfTenOfIgraph() throws {
    let cases = try Self.cases()
    #expect(cases.count == 10)
    for one in cases {
      let network = one.small.network
      let found = network.communities()
      #expect(found.quality >= one.modularity - 1e-12, "\(one.name): \(found.quality)")
      let again = network.quality(ofCommunities: found.communityOfNode)
      #expect(abs(again - found.quality) < 1e-12, "\(one.name)")
    }
  }

  /// The club's best division has modularity 0.4198 without weights (U. Brandes and others, IEEE Trans. Knowledge and
  /// Data Engineering 20(2), 2008, doi:10.1109/TKDE.2007.190689).
  @Test func bestDivisionOfTheKarateClubIsFound() throws {
    let club = try #require(try Self.cases().first { $0.name.contains("karate") })
    let found = club.small.network.withoutWeights().communities()
    #expect(abs(found.quality - 0.4198) < 0.00005)
    #expect(found.count == 4)
  }

  @Test func cliquesOfARingAreCommunities() throws {
    let ring = try #require(try Self.cases().first { $0.name.contains("ring") })
    let found = ring.small.network.communities()
    #expect(found.communityOfNode == (0..<60).map { $0 / 5 })
  }

  @Test func communitiesAreConnectedAndNoSingleMoveImprovesThem() throws {
    var generator = SeededNumbers(seed: 1920)
    var networks = try Self.cases().map(\.small)
    networks += (0..<Thoroughness.cases(60, thorough: 600)).map { _ in
      SmallWeightedNetwork.random(using: &generator)
    }
    for (place, small) in networks.enumerated() {
      let quality: CommunityQuality =
        place % 2 == 0 ? .modularity(resolution: 1) : .constantPotts(resolution: 0.3)
      let network = small.network
      // One start of the Leiden algorithm.
      let found = network.communities(
        maximizing: quality, starts: 1, passes: 100_000, exactUpTo: place % 3 == 0 ? 64 : 0)
      let community = found.communityOfNode
      let inside = small.plain.edges.filter { community[$0.0] == community[$0.1] }
      let parts = SmallNetwork(small.plain.nodeCount, inside).network.components()
      #expect(parts.count == found.count, "\(small)")
      #expect(parts.componentOfNode == community, "\(small)")
      // Larger networks make the definition slow.
      guard small.plain.nodeCount <= 40 else { continue }
      func isNoBetter(_ other: [Int]) -> Bool {
        network.quality(ofCommunities: other, as: quality) <= found.quality + 1e-10
      }
      for node in community.indices {
        for target in 0...found.count {
          var moved = community
          moved[node] = target
          #expect(isNoBetter(moved), "\(small): \(node) to \(target) of \(community)")
        }
      }
      for low in 0..<found.count {
        for high in low + 1..<max(found.count, low + 1) {
          #expect(isNoBetter(community.map { $0 == high ? low : $0 }), "\(small): \(low) and \(high)")
        }
      }
    }
  }

  @Test func smallNetworksAreDividedBestOfAll() {
    // All divisions of five nodes, as strings in which each number is at most one more than those before it.
    var divisions = [[0]]
    for _ in 1..<5 { divisions = divisions.flatMap { row in (0...row.max()! + 1).map { row + [$0] } } }
    #expect(divisions.count == 52)
    for (place, small) in SmallNetwork.all(5).enumerated() where place % 8 == 0 {
      for quality in [CommunityQuality.modularity(resolution: 1), .constantPotts(resolution: 0.5)] {
        let best = divisions.map { small.network.quality(ofCommunities: $0, as: quality) }.max()!
        let found = small.network.communities(maximizing: quality)
        #expect(abs(found.quality - best) < 1e-12, "\(small), \(quality)")
      }
    }
  }

  /// All divisions of so many nodes, as strings in which each number is at most one more than those before it.
  private static func divisions(_ count: Int) -> [[Int]] {
    var divisions = [[Int]](repeating: [], count: 1)
    for _ in 0..<count {
      divisions = divisions.flatMap { row in (0...(row.max() ?? -1) + 1).map { row + [$0] } }
    }
    return divisions
  }

  /// The highest modularity of a network without weights times the square of its edge ends, by all divisions.
  private static func bestModularity(_ small: SmallNetwork, _ divisions: [[UInt8]]) -> Int {
    var neighbours = [UInt8](repeating: 0, count: small.nodeCount)
    for (one, other) in small.edges {
      neighbours[one] |= 1 << other
      neighbours[other] |= 1 << one
    }
    let ends = 2 * small.edges.count
    return divisions.map { groups in
      groups.reduce(0) { sum, group in
        var (inside, degrees) = (0, 0)
        for node in 0..<small.nodeCount where group >> node & 1 == 1 {
          inside += (neighbours[node] & group).nonzeroBitCount
          degrees += neighbours[node].nonzeroBitCount
        }
        return sum + inside * ends - degrees * degrees
      }
    }.max() ?? 0
  }

  @Test(arguments: [6, 7]) func smallNetworksHaveTheModularityOfTheBestOfAllDivisions(count: Int) {
    let divisions = Self.divisions(count).map { row in
      (0...(row.max() ?? 0)).map { group in
        row.indices.reduce(UInt8(0)) { row[$1] == group ? $0 | 1 << $1 : $0 }
      }
    }
    #expect(divisions.count == [6: 203, 7: 877][count])
    var generator = SeededNumbers(seed: 1914)
    let pairs = (0..<count).flatMap { low in (0..<low).map { ($0, low) } }
    for _ in 0..<Thoroughness.cases(150, thorough: 6000) {
      let density = Int.random(in: 15...100, using: &generator)
      let small = SmallNetwork(
        count, pairs.filter { _ in Int.random(in: 0..<100, using: &generator) < density })
      let found = small.network.communities()
      let ends = Double(4 * small.edges.count * small.edges.count)
      let best = ends == 0 ? 0 : Double(Self.bestModularity(small, divisions)) / ends
      #expect(found.isExact && found.starts == 0)
      #expect(abs(found.quality - best) < 1e-12, "\(small)")
    }
  }

  /// Either direction, parallel edges, loops, weights and resolutions.
  @Test func anyNetworkOfFewNodesHasTheBestOfAllDivisions() {
    var generator = SeededNumbers(seed: 1925)
    let divisions = (0...8).map(Self.divisions)
    for place in 0..<Thoroughness.cases(40, thorough: 1000) {
      let small = SmallWeightedNetwork.random(using: &generator)
      let resolution = [0, 0.5, 1, 1.7][place / 2 % 4]
      let quality: CommunityQuality =
        place % 2 == 0 ? .modularity(resolution: resolution) : .constantPotts(resolution: resolution)
      let network = small.network
      let best =
        divisions[small.plain.nodeCount].map { network.quality(ofCommunities: $0, as: quality) }.max() ?? 0
      let found = network.communities(maximizing: quality)
      #expect(found.isExact)
      #expect(abs(found.quality - best) < 1e-11, "\(small), \(quality)")
    }
  }

  /// A path of six nodes is best divided in the middle: 4/5 inside, less half.
  @Test func noSeedMissesTheBestDivisionOfAPath() {
    for seed in 1...100 as ClosedRange<UInt64> {
      let found = SmallNetwork.path(6).network.communities(seed: seed)
      #expect(found.communityOfNode == [0, 0, 0, 1, 1, 1], "\(seed)")
      #expect(abs(found.quality - 0.3) < 1e-15)
      let leiden = SmallNetwork.path(6).network.communities(
        seed: seed, starts: nil, passes: 100_000, exactUpTo: 0)
      #expect(abs(leiden.quality - 0.3) < 1e-15, "\(seed)")
      #expect(!leiden.isExact && leiden.starts >= 50)
    }
  }

  /// The best that igraph's integer programme finds (`community_optimal_modularity`), which proves it.
  @Test(arguments: [
    ("karate", 0.44490358126721763), ("Southern", 0.336005554854185), ("Florentine", 0.39875),
    ("Misérables", 0.5666879833432481), ("ring", 0.8257575757575756),
  ]) func knownBestDivisionsAreFoundAndProved(name: String, best: Double) throws {
    let network = try #require(try Self.cases().first { $0.name.contains(name) }).small.network
    let found = network.communities()
    #expect(abs(found.quality - best) < 1e-12)
    #expect(found.isExact)
    #expect(network.communities(seed: 99).communityOfNode == found.communityOfNode)
  }

  @Test func enoughStartsFindTheBestDivisionOfTheKarateClub() throws {
    let network = try #require(try Self.cases().first { $0.name.contains("karate") }).small.network
      .withoutWeights()
    #expect(network.communities().isExact)
    for seed in 1...UInt64(Thoroughness.cases(20, thorough: 100)) {
      let found = network.communities(seed: seed, starts: nil, passes: 100_000, exactUpTo: 0)
      #expect(abs(found.quality - 0.41978961209730437) < 1e-12, "\(seed)")
    }
  }

  /// Components are divided one by one, each with what the whole weighs.
  @Test func componentsAreDividedByThemselves() throws {
    let club = try #require(try Self.cases().first { $0.name.contains("karate") }).small.plain.edges
    // Two clubs and a random network too large to be searched.
    let large = try #require(try Self.cases().first { $0.name.contains("G(120") }).small.plain.edges
    let edges = club + club.map { ($0.0 + 34, $0.1 + 34) } + large.map { ($0.0 + 68, $0.1 + 68) }
    let network = SmallNetwork(188, edges).network
    let found = network.communities(starts: 10)
    #expect(!found.isExact && found.isSettled)
    let others = (2...3).map { network.communities(seed: $0, starts: 10).communityOfNode }
    for other in others {
      #expect(other[..<68] == found.communityOfNode[..<68])
    }
    #expect(Set(found.communityOfNode[..<34]).isDisjoint(with: found.communityOfNode[34...]))
    #expect(abs(network.quality(ofCommunities: found.communityOfNode) - found.quality) < 1e-12)
  }

  @Test func qualitiesAreThoseOfTheirDefinitions() {
    var generator = SeededNumbers(seed: 1933)
    for _ in 0..<Thoroughness.cases(100, thorough: 1000) {
      let small = SmallWeightedNetwork.random(using: &generator)
      let count = small.plain.nodeCount
      let communities = (0..<count).map { _ in Int.random(in: -1...2, using: &generator) }
      // A(i, j) with both directions added up and loops twice.
      var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
      for ((source, target), weight) in zip(small.plain.edges, small.weights) {
        matrix[source][target] += weight
        matrix[target][source] += weight
      }
      let strength = matrix.map { $0.reduce(0, +) }
      let everything = strength.reduce(0, +)
      var (modularity, potts) = (0.0, 0.0)
      for one in 0..<count {
        for other in 0..<count where communities[one] == communities[other] {
          if everything > 0 {
            modularity +=
              (matrix[one][other] - 0.7 * strength[one] * strength[other] / everything) / everything
          }
          potts += (matrix[one][other] - (one == other ? 0 : 0.7)) / 2
        }
      }
      let network = small.network
      let found = network.quality(
        ofCommunities: communities, as: .modularity(resolution: 0.7))
      #expect(abs(found - modularity) < 1e-12, "\(small)")
      let foundPotts = network.quality(
        ofCommunities: communities, as: .constantPotts(resolution: 0.7))
      #expect(abs(foundPotts - potts) < 1e-11, "\(small)")
    }
  }

  @Test func oneSeedGivesOneDivision() throws {
    let graph = try #require(try Self.cases().first { $0.name.contains("G(120") })
    let found = graph.small.network.communities(seed: 7)
    #expect(found == graph.small.network.communities(seed: 7))
    #expect(found.seed == 7)
    #expect(!found.isExact && found.starts >= 10)
    let others = (1...5).map { graph.small.network.communities(seed: $0, starts: 1).communityOfNode }
    #expect(Set(others).count > 1)
  }

  @Test func higherResolutionsAskForSmallerCommunities() throws {
    let club = try #require(try Self.cases().first { $0.name.contains("karate") }).small.network
      .withoutWeights()
    let counts = [0, 0.5, 1, 2, 5, 100].map {
      club.communities(maximizing: .modularity(resolution: $0)).count
    }
    #expect(counts == counts.sorted())
    #expect(counts.first == 1 && counts.last == 34)
    #expect(club.communities(maximizing: .constantPotts(resolution: 2)).count == 34)
  }

  @Test func nodesWithoutEdgesStandAlone() {
    #expect(SmallNetwork(0, []).network.communities().count == 0)
    let scattered = SmallNetwork(3, [(1, 1)]).network.communities()
    #expect(scattered.communityOfNode == [0, 1, 2])
    #expect(SmallNetwork(3, []).network.communities().quality == 0)
  }
}
