import TestSupport
import Testing

@testable import Networks

/// Long paths and large stars: nothing is searched by recursion, and nothing goes on for ever.
@Suite struct LargeShapesTests {
  private static let count = 200_000

  @Test(.timeLimit(.minutes(2))) func longPathsOverflowNoStack() {
    for direction in [Direction.undirected, .directed] {
      let network = SmallNetwork(Self.count, SmallNetwork.path(Self.count).edges, direction).network
      #expect(network.components().count == 1)
      #expect(network.strongComponents().count == (direction == .directed ? Self.count : 1))
      let cuts = network.cutPoints()
      #expect(cuts.articulationPoints.count == Self.count - 2)
      #expect(cuts.bridges.count == Self.count - 1)
      #expect(network.coreNumbers().allSatisfy { $0 == 1 })
      #expect(network.biconnectedComponents().count == Self.count - 1)
    }
    let cycle = SmallNetwork(Self.count, SmallNetwork.cycle(Self.count).edges, .directed).network
    #expect(cycle.strongComponents().count == 1)
    #expect(cycle.cutPoints().bridges.isEmpty)
  }

  /// In a path everything between two others cuts them off: what lies before a node times what lies behind it.
  @Test(.timeLimit(.minutes(2))) func betweennessOfALongPathIsThatOfTheClosedForm() {
    let found = SmallNetwork.path(Self.count).network.betweenness()
    for node in stride(from: 0, to: Self.count, by: 9_999) {
      #expect(found[node] == Double(node) * Double(Self.count - 1 - node))
    }
  }

  @Test func aSearchForCommunitiesThatIsEndedTellsSo() {
    let network = SmallNetwork.path(2000).network
    let ended = network.communities(starts: 10, passes: 7)
    #expect(ended.starts == 2 && !ended.isSettled)
    #expect(ended.quality > 0.95)
    #expect(abs(network.quality(ofCommunities: ended.communityOfNode) - ended.quality) < 1e-12)
    let settled = SmallNetwork.path(90).network.communities(starts: 3)
    #expect(settled.starts == 3 && settled.isSettled && !settled.isExact)
  }

  /// The leading eigenvalue of a path lies so near to the next that steps are as many as nodes.
  @Test func anEigenvectorThatTakesTooLongIsRefused() throws {
    let rows = SmallNetwork.path(20_000).network.arrivingStrengths
    var work = 1
    #expect {
      _ = try rows.leadingEigenvector(measure: "HITS", Convergence(), work: &work)
    } throws: { error in
      guard case MeasureError.tooLarge("HITS", 300, let residual) = error else { return false }
      return residual > 1e-12
    }
    work = Convergence.work
    let short = SmallNetwork.path(200).network.arrivingStrengths
    #expect(try short.leadingEigenvector(measure: "HITS", Convergence(), work: &work).value < 2)
    #expect(work < Convergence.work)
  }

  /// Walks that end: each node is added up once, in the order of the edges, whatever alpha is.
  @Test(.timeLimit(.minutes(1))) func katzOfALongWayBackTakesOneSweep() throws {
    let edges = SmallNetwork.path(100_000).edges.map { ($0.1, $0.0) }
    let found = try SmallNetwork(100_000, edges, .directed).network.katzCentrality(attenuation: .alpha(1))
    #expect(found[0] == 100_000 && found[99_999] == 1)
  }

  /// Each of many strong components is looked at by itself.
  @Test(.timeLimit(.minutes(1))) func aCycleAtTheEndOfALongWayIsSoonFound() throws {
    let edges = SmallNetwork.path(100_000).edges.map { ($0.1, $0.0) } + [(0, 1)]
    let radius = try SmallNetwork(100_000, edges, .directed).network.spectralRadius()
    #expect(abs((radius ?? 0) - 1) < 1e-9)
  }
}
