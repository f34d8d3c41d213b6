import TestSupport
import Testing

@testable import Networks

@Suite struct DenseRowsTests {
  /// Eight, 32 and one more are where a table, a word and a block end.
  @Test(arguments: [2, 7, 8, 9, 31, 32, 33, 64, 65, 130])
  func productsEqualThoseOfTheArcs(_ count: Int) throws {
    var generator = SeededNumbers(seed: UInt64(count))
    for missing in [0.0, 0.1, 0.4] {
      var edges: [(NodeIndex, NodeIndex)] = []
      for one in 0..<count {
        for other in 0..<one where Double.random(in: 0..<1, using: &generator) >= missing {
          edges.append((NodeIndex(one), NodeIndex(other)))
        }
      }
      let rows = Network(nodeCount: count, edges: edges, direction: .undirected).arrivingStrengths
      guard rows.targets.count >= count * count / 3 else { continue }
      let dense = try #require(DenseRows(rows))
      let values = (0..<count).map { _ in Double.random(in: 0..<1, using: &generator) }
      var expected = [Double](repeating: -1, count: count)
      var found = expected
      rows.product(with: values, into: &expected)
      dense.product(with: values, into: &found)
      for node in 0..<count { #expect(abs(found[node] - expected[node]) <= 1e-13 * Double(count)) }
    }
  }

  @Test func rowsWithFewArcsWithWeightsOrLoopsAreNone() {
    let path = Network(
      nodeCount: 9, edges: (0..<8).map { (NodeIndex($0), NodeIndex($0 + 1)) }, direction: .undirected)
    #expect(DenseRows(path.arrivingStrengths) == nil)
    let triangle = [(0, 1), (1, 2), (2, 0)].map { (NodeIndex($0.0), NodeIndex($0.1)) }
    #expect(
      DenseRows(Network(nodeCount: 3, edges: triangle, direction: .undirected).arrivingStrengths) != nil)
    let looped = triangle + [(NodeIndex(0), NodeIndex(0))]
    #expect(DenseRows(Network(nodeCount: 3, edges: looped, direction: .undirected).arrivingStrengths) == nil)
    let doubled = triangle + [triangle[0]]
    #expect(DenseRows(Network(nodeCount: 3, edges: doubled, direction: .undirected).arrivingStrengths) == nil)
    let weighted = Network(nodeCount: 3, edges: triangle, weights: [1, 2, 3], direction: .undirected)
    #expect(DenseRows(weighted.arrivingStrengths) == nil)
  }

  /// A complete graph beside nodes without edges, and two complete graphs that tie.
  @Test func densePartsScoreAsTheyShould() throws {
    func complete(_ nodes: Range<Int>) -> [(NodeIndex, NodeIndex)] {
      nodes.flatMap { one in nodes.filter { $0 < one }.map { (NodeIndex(one), NodeIndex($0)) } }
    }
    let one = Network(nodeCount: 42, edges: complete(1..<41), direction: .undirected)
    let scores = try one.eigenvectorCentrality()
    #expect(scores[0] == 0 && scores[41] == 0)
    for node in 1..<41 { #expect(abs(scores[node] - 1 / 40.0.squareRoot()) < 1e-12) }
    let two = Network(nodeCount: 80, edges: complete(0..<40) + complete(40..<80), direction: .undirected)
    for score in try two.eigenvectorCentrality() { #expect(abs(score - 1 / 80.0.squareRoot()) < 1e-12) }
  }
}
