import Networks
import TestSupport
import Testing

@Suite struct BiconnectedComponentsTests {
  @Test func drawnNetworkFallsIntoItsParts() {
    // 0 ─ 1 ─ 2 ─ 3 ─ 1, 3 ─ 4   5
    let network = SmallNetwork(6, [(0, 1), (1, 2), (2, 3), (3, 1), (3, 4), (4, 4), (4, 3)]).network
    #expect(network.biconnectedComponents().map { $0.map(\.position) } == [[0, 1], [1, 2, 3], [3, 4]])
  }

  @Test func nodesOfSeveralPartsAreTheArticulationPoints() {
    var generator = SeededNumbers(seed: 1905)
    let random = (0..<Thoroughness.cases(300, thorough: 3000)).map { _ in
      SmallNetwork.random(using: &generator)
    }
    for small in SmallNetwork.all(5) + random {
      var counts = [Int](repeating: 0, count: small.nodeCount)
      for part in small.network.biconnectedComponents() {
        for node in part { counts[node.position] += 1 }
      }
      let shared = counts.indices.filter { counts[$0] > 1 }
      #expect(small.network.cutPoints().articulationPoints.map(\.position) == shared, "\(small)")
    }
  }

  @Test func takingOutANodeLeavesAPartConnected() {
    for small in SmallNetwork.all(5) {
      for part in small.network.biconnectedComponents() where part.count > 2 {
        let members = Set(part.map(\.position))
        for node in members {
          let rest = members.subtracting([node])
          let inside = small.edges.filter { rest.contains($0.0) && rest.contains($0.1) }
          let parts = SmallNetwork(5, inside).network.components().componentOfNode
          #expect(Set(rest.map { parts[$0] }).count == 1, "\(small): \(part) without \(node)")
        }
      }
    }
  }

  @Test func longPathsNeedNoDeepStack() {
    #expect(SmallNetwork.path(100_000).network.biconnectedComponents().count == 99_999)
  }
}
