import Foundation
import Networks
import Testing

/// Well-known graphs with the values that NetworkX computes; `Scripts/oracles/networks.py` writes the file.
@Suite struct PublishedCentralityTests {
  struct Oracle: Decodable {
    let networkx: String
    let cases: [Case]
  }

  struct Case: Decodable, CustomTestStringConvertible {
    let name: String
    let directed: Bool
    let nodeCount: Int
    let edges: [[Int]]
    let betweenness: [Double]
    let normalizedBetweenness: [Double]
    let harmonicCloseness: [Double]
    let among: [Int]?
    let betweennessAmong: [Double]?
    let harmonicClosenessAmong: [Double]?

    var testDescription: String { name }
    var network: Network {
      SmallNetwork(nodeCount, edges.map { ($0[0], $0[1]) }, directed ? .directed : .undirected).network
    }
  }

  static func cases() throws -> [Case] {
    let url = try #require(
      Bundle.module.url(forResource: "centralities", withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: url)).cases
  }

  @Test func valuesEqualThoseOfNetworkX() throws {
    let cases = try Self.cases()
    #expect(cases.count == 13)
    for one in cases {
      #expect(agree(one.network.betweenness(), one.betweenness), "\(one.name)")
      #expect(agree(one.network.betweenness(normalization: .pairs), one.normalizedBetweenness), "\(one.name)")
      #expect(agree(one.network.harmonicCloseness(), one.harmonicCloseness), "\(one.name)")
      guard let among = one.among?.map({ NodeIndex($0) }) else { continue }
      let betweenness = try #require(one.betweennessAmong)
      let closeness = try #require(one.harmonicClosenessAmong)
      #expect(agree(one.network.betweenness(among: among), betweenness), "\(one.name)")
      #expect(agree(one.network.harmonicCloseness(among: among), closeness), "\(one.name)")
    }
  }

  /// M. O. Jackson, Social and Economic Networks, 2008, section 1.2.1, prints 0.522, 0.255 and 0.103 for the
  /// Medici, the Guadagni and the Strozzi.
  @Test func mediciStandBetweenTheFlorentineFamilies() throws {
    let families = try #require(try Self.cases().first { $0.name == "Florentine families" })
    let highest = families.network.betweenness(normalization: .pairs).sorted(by: >)
    #expect(abs(highest[0] - 0.522) < 0.0005)
    #expect(abs(highest[1] - 0.255) < 0.0005)
    #expect(highest.contains { abs($0 - 0.103) < 0.0005 })
  }
}
