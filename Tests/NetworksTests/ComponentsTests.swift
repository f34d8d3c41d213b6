import Networks
import TestSupport
import Testing

@Suite struct ComponentsTests {
  @Test func componentsAreNumberedByTheirLowestNode() {
    // 0 ─ 3   1 ─ 4 ─ 2   5
    let components = SmallNetwork(6, [(3, 0), (4, 2), (1, 4)]).network.components()
    #expect(components.count == 3)
    #expect(components.componentOfNode == [0, 1, 1, 0, 1, 2])
  }

  @Test func directionIsIgnored() {
    // 1 → 0 ← 2
    let components = SmallNetwork(3, [(1, 0), (2, 0)], .directed).network.components()
    #expect(components.count == 1)
    #expect(components.componentOfNode == [0, 0, 0])
  }

  @Test func nodesShareAComponentIfAPathJoinsThem() {
    var generator = SeededNumbers(seed: 1919)
    let random = (0..<Thoroughness.cases(300, thorough: 3000)).map { _ in
      SmallNetwork.random(using: &generator)
    }
    for small in SmallNetwork.all(4) + random {
      let components = small.network.components()
      let flattened = SmallNetwork(small.nodeCount, small.edges)
      for low in 0..<small.nodeCount {
        for high in 0..<small.nodeCount {
          let joined = !flattened.shortestPaths(from: low, to: high).isEmpty
          #expect((components.componentOfNode[low] == components.componentOfNode[high]) == joined, "\(small)")
        }
      }
      #expect(Set(components.componentOfNode) == Set(0..<components.count), "\(small)")
    }
  }
}
