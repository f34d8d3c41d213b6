import Networks
import Testing

@Suite struct EdgeBetweennessTests {
  @Test func drawnNetworkHasWorkedValues() {
    //     1
    //   /   \
    // 0       3 ─ 4      3–4 carries four pairs; 0–1 carries pair 0–1, half of 0–3, of 0–4 and of 1–2
    //   \   /
    //     2
    let network = SmallNetwork(5, [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4)]).network
    let scores = network.edgeBetweenness()
    #expect(
      scores.map { [$0.edge.source.position, $0.edge.target.position] } == [
        [0, 1], [0, 2], [1, 3], [2, 3], [3, 4],
      ])
    #expect(scores.map(\.score) == [2.5, 2.5, 3.5, 3.5, 4])
    #expect(network.edgeBetweenness(normalization: .pairs).map(\.score) == [0.25, 0.25, 0.35, 0.35, 0.4])
  }

  @Test func eachDirectionHasItsScore() {
    // 0 ⇄ 1 → 2
    let scores = SmallNetwork(3, [(0, 1), (1, 0), (1, 2)], .directed).network.edgeBetweenness()
    #expect(scores.map(\.score) == [2, 1, 2])
  }

  @Test(arguments: 2...9) func closedForms(count: Int) {
    let size = Double(count)
    #expect(SmallNetwork.star(count).network.edgeBetweenness().allSatisfy { $0.score == size - 1 })
    #expect(SmallNetwork.complete(count).network.edgeBetweenness().allSatisfy { $0.score == 1 })
    let path = (1..<count).map { Double($0 * (count - $0)) }
    #expect(SmallNetwork.path(count).network.edgeBetweenness().map(\.score) == path)
    if count >= 3 {
      let around = count % 2 == 1 ? (size * size - 1) / 8 : size * size / 8
      let scores = SmallNetwork.cycle(count).network.edgeBetweenness().map(\.score)
      #expect(agree(scores, [Double](repeating: around, count: count)))
    }
  }

  @Test func scoresOfAllEdgesAddUpToAllDistances() {
    for small in SmallNetwork.all(5) {
      let total = small.pairs(among: Set(0..<5)).reduce(0) { sum, pair in
        sum + Double((small.shortestPaths(from: pair.0, to: pair.1).first?.count ?? 1) - 1)
      }
      let sum = small.network.edgeBetweenness().reduce(0) { $0 + $1.score }
      #expect(abs(sum - total) < 1e-9, "\(small)")
    }
  }
}
