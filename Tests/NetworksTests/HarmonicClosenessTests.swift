import Networks
import TestSupport
import Testing

@Suite struct HarmonicClosenessTests {
  @Test func drawnNetworkHasWorkedValues() {
    // 0 ─ 1 ─ 2   3
    let network = SmallNetwork(4, [(0, 1), (1, 2)]).network
    #expect(network.harmonicCloseness() == [1.5, 2, 1.5, 0])
    #expect(network.harmonicCloseness(normalization: .pairs) == [0.5, 2.0 / 3, 0.5, 0])
  }

  @Test func directedDistancesAreThoseOfArrivingPaths() {
    // 0 → 1 → 2
    #expect(SmallNetwork(3, [(0, 1), (1, 2)], .directed).network.harmonicCloseness() == [0, 1, 1.5])
  }

  @Test(arguments: 1...9) func closedForms(count: Int) {
    let size = Double(count)
    let star = SmallNetwork.star(count).network.harmonicCloseness()
    #expect(star[0] == size - 1)
    #expect(star.dropFirst().allSatisfy { $0 == 1 + (size - 2) / 2 })
    #expect(SmallNetwork.complete(count).network.harmonicCloseness().allSatisfy { $0 == size - 1 })
    func harmonic(_ last: Int) -> Double { (0..<last).reduce(0) { $0 + 1 / Double($1 + 1) } }
    let path = (0..<count).map { harmonic($0) + harmonic(count - 1 - $0) }
    #expect(agree(SmallNetwork.path(count).network.harmonicCloseness(), path))
    if count >= 3 {
      let expected = 2 * harmonic((count - 1) / 2) + (count % 2 == 0 ? 2 / size : 0)
      #expect(
        agree(
          SmallNetwork.cycle(count).network.harmonicCloseness(), [Double](repeating: expected, count: count)))
    }
    for other in 1...5 {
      let width = Double(other)
      let left = [Double](repeating: width + (size - 1) / 2, count: count)
      let right = [Double](repeating: size + (width - 1) / 2, count: other)
      #expect(agree(SmallNetwork.completeBipartite(count, other).network.harmonicCloseness(), left + right))
    }
  }

  @Test(arguments: 1...5) func everySmallNetworkMatchesWrittenOutPaths(count: Int) {
    let networks = SmallNetwork.all(count) + (count <= 3 ? SmallNetwork.allDirected(count) : [])
    for small in networks {
      #expect(
        agree(small.network.harmonicCloseness(), small.slowHarmonicCloseness(among: Set(0..<count))),
        "\(small)")
    }
  }

  @Test func randomMultigraphsAndSubsetsMatchWrittenOutPaths() {
    var generator = SeededNumbers(seed: 1878)
    for _ in 0..<Thoroughness.cases(600, thorough: 6000) {
      let small = SmallNetwork.random(using: &generator)
      let members = Set((0..<small.nodeCount).filter { _ in Bool.random(using: &generator) })
      #expect(
        agree(
          small.network.harmonicCloseness(), small.slowHarmonicCloseness(among: Set(0..<small.nodeCount))),
        "\(small)")
      let expected = small.slowHarmonicCloseness(among: members)
      let endpoints = members.shuffled(using: &generator).map { NodeIndex($0) }
      #expect(agree(small.network.harmonicCloseness(among: endpoints), expected), "\(small) among \(members)")
      let shares = expected.map { $0 / Double(max(members.count - 1, 1)) }
      #expect(
        agree(small.network.harmonicCloseness(among: endpoints, normalization: .pairs), shares),
        "\(small) among \(members)")
    }
  }
}
