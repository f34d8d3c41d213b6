import Foundation
import Networks
import Testing

/// Betweenness of nodes and edges, biconnected components and modularity of all 1,253 graphs of the atlas and of 320 random
/// ones, as NetworkX computes them; `Scripts/oracles/paths-and-parts.py` writes the file.
@Suite struct PathsAndPartsOracleTests {
  struct Oracle: Decodable {
    let cases: [Case]
  }

  struct Case: Decodable {
    let name: String
    let directed: Bool
    let nodeCount: Int
    let edges: [Int]
    let weights: [Double]?
    let biconnected: [[Int]]
    let modularity: Double
    let edgeBetweenness: [Double]
    let betweenness: [Double]?
    let normalizedBetweenness: [Double]?
    let betweennessAmong: [Double]?
    let edgeBetweennessAmong: [Double]?

    var network: Network {
      let pairs = stride(from: 0, to: edges.count, by: 2).map {
        (NodeIndex(edges[$0]), NodeIndex(edges[$0 + 1]))
      }
      let direction: Direction = directed ? .directed : .undirected
      guard let weights else { return Network(nodeCount: nodeCount, edges: pairs, direction: direction) }
      return Network(nodeCount: nodeCount, edges: pairs, weights: weights, direction: direction)
    }
    var length: PathLength { weights == nil ? .edges : .weights }
  }

  static let cases = Result {
    let url = try #require(
      Bundle.module.url(forResource: "paths-and-parts", withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: url)).cases
  }

  @Test func allGraphsAreThere() throws {
    let cases = try Self.cases.get()
    #expect(cases.count { $0.name.hasPrefix("atlas") } == 1253)
    #expect(cases.count { $0.name.hasPrefix("random") } == 320)
    #expect(cases.contains { $0.directed && $0.weights != nil && $0.name.hasSuffix("multigraph") })
  }

  @Test func partsAreThoseOfNetworkX() throws {
    for one in try Self.cases.get() {
      #expect(
        one.network.biconnectedComponents().map { $0.map(\.position) } == one.biconnected, "\(one.name)")
      let communities = (0..<one.nodeCount).map { $0 % 3 }
      let quality = one.network.quality(ofCommunities: communities, as: .modularity(resolution: 1.25))
      #expect(abs(quality - one.modularity) < 1e-11, "\(one.name)")
    }
  }

  @Test func betweennessIsThatOfNetworkX() throws {
    for one in try Self.cases.get() {
      let (network, length) = (one.network, one.length)
      #expect(agree(network.edgeBetweenness(length: length).map(\.score), one.edgeBetweenness), "\(one.name)")
      guard let among = one.betweennessAmong else { continue }
      #expect(agree(network.betweenness(length: length), try #require(one.betweenness)), "\(one.name)")
      let normalized = network.betweenness(length: length, normalization: .pairs)
      #expect(agree(normalized, try #require(one.normalizedBetweenness)), "\(one.name)")
      let members = stride(from: 0, to: one.nodeCount, by: 2).map { NodeIndex($0) }
      #expect(agree(network.betweenness(length: length, among: members), among), "\(one.name)")
      let edges = network.edgeBetweenness(length: length, among: members).map(\.score)
      #expect(agree(edges, try #require(one.edgeBetweennessAmong)), "\(one.name)")
    }
  }
}
