import Foundation
import Networks
import Testing

/// Every measure on every graph of NetworkX's atlas and on 300 random ones (directed, weighted, with parallel edges and
/// loops), against NetworkX and NumPy: Scripts/oracles/measures.py.
@Suite struct MeasureOracleTests {
  private struct Case: Decodable {
    let nodes: Int
    let directed: Bool
    let weighted: Bool
    let edges: [[Double]]
    let strength, closeness, closenessWithin, core, betweenness, harmonic: [Double]
    let constraint, effectiveSize: [Double?]
    let articulation: [Int]
    let strongComponents: Int
    let bridges: [[Int]]
    let pageRank, katz: [Double]
    let weightedCloseness, weightedHarmonic, eigenvector, hubs, authorities: [Double]?
    let alpha: Double
    let radius: Double?

    var network: Network {
      let ends = edges.map { (NodeIndex(Int($0[0])), NodeIndex(Int($0[1]))) }
      let direction: Direction = directed ? .directed : .undirected
      return weighted
        ? Network(nodeCount: nodes, edges: ends, weights: edges.map { $0[2] }, direction: direction)
        : Network(nodeCount: nodes, edges: ends, direction: direction)
    }

    var text: String { "\(nodes) nodes, \(directed ? "directed" : "undirected"), \(edges)" }
  }

  private static let cases: [Case] = {
    guard
      let file = Bundle.module.url(forResource: "measures", withExtension: "json", subdirectory: "Fixtures"),
      let data = try? Data(contentsOf: file)
    else { return [] }
    return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
  }()

  /// The first case in which scores are farther than 1e-9 from what is expected.
  private func expectAll(
    _ measure: String, _ scores: (Case, Network) throws -> ([Double], [Double?])?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var compared = 0
    for one in Self.cases {
      guard let (found, expected) = try scores(one, one.network) else { continue }
      compared += 1
      let isRight =
        found.count == expected.count
        && zip(found, expected).allSatisfy { score, wanted in
          guard let wanted else { return score.isNaN }
          return abs(score - wanted) <= 1e-9 * max(1, abs(wanted))
        }
      guard isRight else {
        Issue.record(
          "\(measure) is \(found), expected \(expected): \(one.text)", sourceLocation: sourceLocation)
        return
      }
    }
    #expect(compared > 250, "\(measure)", sourceLocation: sourceLocation)
  }

  @Test func allCasesAreThere() { #expect(Self.cases.count == 1_552) }

  @Test func strength() throws { try expectAll("strength") { ($1.strength(), $0.strength) } }

  @Test func closenessByWassermanAndFaust() throws {
    try expectAll("closeness") { ($1.closeness(), $0.closeness) }
  }

  @Test func closenessWithinWhatReachesANode() throws {
    try expectAll("closeness") { ($1.closeness(correction: .none), $0.closenessWithin) }
  }

  @Test func closenessByWeights() throws {
    var compared = 0
    for one in Self.cases {
      guard let expected = one.weightedCloseness, let harmonic = one.weightedHarmonic else { continue }
      compared += 1
      let found = one.network.closeness(length: .weights)
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-9 }, "\(one.text)")
      let sums = one.network.harmonicCloseness(length: .weights)
      #expect(zip(sums, harmonic).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, $1) }, "\(one.text)")
    }
    #expect(compared > 100)
  }

  @Test func betweenness() throws { try expectAll("betweenness") { ($1.betweenness(), $0.betweenness) } }

  @Test func harmonicCloseness() throws {
    try expectAll("harmonic closeness") { ($1.harmonicCloseness(), $0.harmonic) }
  }

  @Test func coreNumbers() throws {
    try expectAll("core number") { ($1.coreNumbers().map(Double.init), $0.core) }
  }

  @Test func constraint() throws { try expectAll("constraint") { ($1.constraint(), $0.constraint) } }

  @Test func effectiveSize() throws {
    try expectAll("effective size") { ($1.effectiveSize(), $0.effectiveSize) }
  }

  @Test func pageRank() throws { try expectAll("PageRank") { (try $1.pageRank(), $0.pageRank) } }

  @Test func katz() throws {
    try expectAll("Katz") { (try $1.katzCentrality(attenuation: .alpha($0.alpha)), $0.katz) }
  }

  @Test func eigenvector() throws {
    try expectAll("eigenvector") { one, network in
      try one.eigenvector.map { (try network.eigenvectorCentrality(), $0) }
    }
  }

  @Test func hubsAndAuthorities() throws {
    try expectAll("hubs") { one, network in try one.hubs.map { (try network.hubsAndAuthorities().hubs, $0) } }
    try expectAll("authorities") { one, network in
      try one.authorities.map { (try network.hubsAndAuthorities().authorities, $0) }
    }
  }

  @Test func componentsAndCuts() {
    for one in Self.cases {
      let network = one.network
      #expect(network.strongComponents().count == one.strongComponents, "\(one.text)")
      let cuts = network.cutPoints()
      #expect(cuts.articulationPoints.map(\.position) == one.articulation, "\(one.text)")
      #expect(cuts.bridges.map { [$0.one.position, $0.other.position] } == one.bridges, "\(one.text)")
    }
  }

  // MARK: What has no score

  @Test func katzRefusesAnAlphaAtTheLimit() throws {
    for one in Self.cases {
      guard let radius = one.radius else { continue }
      #expect(throws: MeasureError.self, "\(one.text)") {
        _ = try one.network.katzCentrality(attenuation: .alpha(1.000001 / radius))
      }
    }
    let triangle = SmallNetwork.cycle(3).network
    #expect { _ = try triangle.katzCentrality(attenuation: .alpha(0.6)) } throws: { error in
      "\(error)".contains("alpha 0.6; it lies below 0.4999999")
    }
  }

  @Test func eigenvectorNeedsACycle() {
    #expect(throws: MeasureError.noDominantEigenvalue) {
      _ = try Network(nodeCount: 3, edges: [(NodeIndex(0), NodeIndex(1))], direction: .directed)
        .eigenvectorCentrality()
    }
  }

  @Test func aMeasureThatDoesNotSettleSaysSo() throws {
    let network = SmallNetwork.path(9).network
    #expect { _ = try network.pageRank(convergence: Convergence(tolerance: 1e-12, iterations: 1)) } throws: {
      error in
      "\(error)".hasPrefix("PageRank stopped after 1 iteration at residual ")
    }
  }

  @Test func theOrderOfEdgesMakesNoDifference() throws {
    for one in Self.cases.suffix(300) where one.weighted {
      let ends = one.edges.reversed().map { (NodeIndex(Int($0[0])), NodeIndex(Int($0[1]))) }
      let other = Network(
        nodeCount: one.nodes, edges: ends, weights: one.edges.reversed().map { $0[2] },
        direction: one.directed ? .directed : .undirected)
      #expect(try other.pageRank() == one.network.pageRank(), "\(one.text)")
      #expect(other.strength() == one.network.strength(), "\(one.text)")
      #expect(other.closeness(length: .weights) == one.network.closeness(length: .weights), "\(one.text)")
    }
  }
}
