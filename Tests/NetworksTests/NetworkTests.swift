import Networks
import TestSupport
import Testing

@Suite struct NetworkTests {
  // 0 ═ 1 ─ 2 ⟲   3     two edges join 0 and 1; 2 has a loop; 3 stands alone
  let undirected = SmallNetwork(4, [(1, 0), (0, 1), (2, 1), (2, 2)]).network
  // 0 ⇉ 1 → 2 ⟲   3
  let directed = SmallNetwork(4, [(0, 1), (0, 1), (1, 2), (2, 2)], .directed).network

  @Test func everyGivenEdgeCounts() {
    #expect(undirected.edgeCount == 4)
    #expect(undirected.nodeCount == 4)
    #expect(directed.edgeCount == 4)
  }

  @Test func neighboursAscendAndRepeatParallelEdges() {
    #expect(undirected.neighbors(of: NodeIndex(0)).map(\.position) == [1, 1])
    #expect(undirected.neighbors(of: NodeIndex(1)).map(\.position) == [0, 0, 2])
    #expect(undirected.neighbors(of: NodeIndex(2)).map(\.position) == [1, 2, 2])
    #expect(undirected.neighbors(of: NodeIndex(3)).isEmpty)
    #expect(directed.neighbors(of: NodeIndex(1)).map(\.position) == [2])
  }

  @Test func degreeCountsParallelEdgesEachAndLoopsTwice() {
    #expect(undirected.degree() == [2, 3, 3, 0])
    #expect(undirected.inDegree() == [2, 3, 3, 0])
    #expect(undirected.outDegree() == [2, 3, 3, 0])
  }

  @Test func directedDegreeIsInPlusOut() {
    #expect(directed.outDegree() == [2, 1, 1, 0])
    #expect(directed.inDegree() == [0, 2, 2, 0])
    #expect(directed.degree() == [2, 3, 3, 0])
  }

  @Test func degreesAddUpToTwiceTheEdges() {
    var generator = SeededNumbers(seed: 1815)
    for _ in 0..<Thoroughness.cases(500, thorough: 5000) {
      let small = SmallNetwork.random(using: &generator)
      let network = small.network
      #expect(network.degree().reduce(0, +) == 2 * network.edgeCount, "\(small)")
    }
  }

  @Test func emptyNetworkHasEmptyAnswers() {
    let empty = SmallNetwork(0, []).network
    #expect(empty.degree().isEmpty)
    #expect(empty.betweenness().isEmpty)
    #expect(empty.harmonicCloseness(normalization: .pairs).isEmpty)
    #expect(empty.components().count == 0)
    #expect(empty.components().componentOfNode.isEmpty)
  }

  @Test func indicesCompareByPlace() {
    #expect(NodeIndex(2) < NodeIndex(10))
    #expect(NodeIndex(7).rawValue == 7)
    #expect(ContactIndex(3).position == 3)
  }

  @Test func edgeBeyondTheNodesTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = Network(nodeCount: 2, edges: [(NodeIndex(0), NodeIndex(2))], direction: .directed)
    }
  }

  @Test func negativeIndexTraps() async {
    await #expect(processExitsWith: .failure) { _ = NodeIndex(-1) }
  }

  @Test func neighboursOfAStrangerTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = Network(nodeCount: 1, edges: [], direction: .directed).neighbors(of: NodeIndex(1))
    }
  }

  @Test func examplesOfTheDocumentationHold() throws {
    let row = Network(
      nodeCount: 3, edges: [(NodeIndex(0), NodeIndex(1)), (NodeIndex(1), NodeIndex(2))], weights: [2, 6],
      direction: .undirected)
    #expect(row.betweenness() == [0, 1, 0])
    #expect(
      row.harmonicCloseness(length: .weights) == [0.5 + 0.125, 0.5 + 1.0 / 6, 1.0 / 6 + 0.125])
    let timetable = Timetable(
      nodeCount: 3,
      contacts: [
        TimedContact(source: NodeIndex(0), target: NodeIndex(1), at: 10),
        TimedContact(source: NodeIndex(1), target: NodeIndex(2), start: 5, last: 20),
      ],
      direction: .undirected)
    let journeys = try timetable.earliestJourneys(from: NodeIndex(0))
    #expect(journeys.arrival(at: NodeIndex(2)) == 10)
    #expect(journeys.journey(to: NodeIndex(2))?.hops == 2)
    let counts = try timetable.reachCounts(under: JourneyRules(moments: .increasing))
    #expect(counts.outgoing == [2, 2, 2])
  }

  @Test func weightsAreReadAsLengthsOnlyWhenAskedFor() {
    // A triangle whose third edge is longer than the way round it; the parallel edge beside it is shorter.
    let ends = [(0, 1), (1, 2), (0, 2), (0, 2)].map { (NodeIndex($0.0), NodeIndex($0.1)) }
    let network = Network(nodeCount: 3, edges: ends, weights: [1, 1, 4, 3], direction: .undirected)
    #expect(network.harmonicCloseness() == [2, 2, 2])
    #expect(network.harmonicCloseness(length: .weights) == [1.5, 2, 1.5])
    #expect(network.closeness(length: .weights, threads: .atMost(2)) == [2.0 / 3, 1, 2.0 / 3])
    #expect(network.betweenness(length: .weights) == [0, 1, 0])
    // Without weights an edge is 1 long.
    #expect(network.withoutWeights().harmonicCloseness(length: .weights) == [2, 2, 2])
  }
}
