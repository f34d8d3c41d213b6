import Foundation
import Networks
import TestSupport
import Testing

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
      let found = network.communities(starts: 30)
      #expect(found.quality >= one.modularity * 0.99, "\(one.name): \(found.quality)")
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
      let found = network.communities(maximizing: quality, starts: 1)
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
