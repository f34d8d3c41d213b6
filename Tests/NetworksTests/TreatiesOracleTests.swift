import Foundation
import Networks
import TestSupport
import Testing

/// Seven centuries of treaties: the incidence of 85,271 memberships and the network of partners, as igraph and NetworkX measure
/// them (`Scripts/oracles/treaties-measures.py`). The data are no part of the project.
@Suite struct TreatiesOracleTests {
  @Test(
    .enabled(
      if: Tools.treaties != nil,
      "the treaties are not there: treaties/parties.csv in the folder that ENTENTE_DATA names, or in shared/data"
    ),
    .enabled(if: Tools.python != nil, "Scripts/test installs Python with igraph"), arguments: [false, true])
  func measuresAreThoseOfOthers(ofPartners: Bool) throws {
    let file = try #require(Tools.treaties)
    let edges = try ofPartners ? partners(in: incidence(file)) : incidence(file)
    let count = 1 + (edges.map { max($0.0, $0.1) }.max() ?? -1)
    let network = Network(
      nodeCount: count, edges: edges.map { (NodeIndex($0.0), NodeIndex($0.1)) }, direction: .undirected)
    let alpha = 0.5 / Double(network.degree().max() ?? 1)
    let folder = try temporaryFolder()
    let table = "source,target\n" + edges.map { "\($0.0),\($0.1)\n" }.joined()
    try Data(table.utf8).write(to: folder.appending(path: "edges.csv"))
    let script = projectFolder.appending(path: "Scripts/oracles/treaties-measures.py").path
    let theirs = try run(try #require(Tools.python), [script, "edges.csv", "\(alpha)"], in: folder)
    #expect(theirs.code == 0, "\(theirs.errors)")
    let expected = try JSONDecoder().decode([String: [Double]].self, from: Data(theirs.output.utf8))
    var found: [String: [Double]] = [
      "betweenness": network.betweenness(), "harmonic": network.harmonicCloseness(),
      "closeness": network.closeness(), "eigenvector": try network.eigenvectorCentrality(),
      "pagerank": try network.pageRank(), "core": network.coreNumbers().map(Double.init),
      "constraint": network.constraint().map { $0.isNaN ? 0 : $0 },
      "degree": network.degree().map(Double.init),
      "katz": try network.katzCentrality(attenuation: .alpha(alpha)),
    ]
    var isCut = [Double](repeating: 0, count: count)
    for node in network.cutPoints().articulationPoints { isCut[node.position] = 1 }
    found["articulation"] = isCut
    #expect(Set(found.keys) == Set(expected.keys))
    for (measure, scores) in expected.sorted(by: { $0.key < $1.key }) {
      let mine = found[measure] ?? []
      #expect(mine.count == scores.count, "\(measure)")
      let worst = zip(mine, scores).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? .infinity
      #expect(worst <= 1e-9, "\(measure) is off by \(worst)")
    }
  }

  /// Who is a party to what, once each: actors first, then treaties.
  private func incidence(_ file: URL) throws -> [(Int, Int)] {
    var pairs: Set<[String]> = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
      // The two ids stand first, and have no quotation marks in them; other lines go on with a quoted text.
      let fields = line.split(separator: "\"", omittingEmptySubsequences: false)
      if fields.count > 4, fields[0].isEmpty, fields[2] == "," {
        pairs.insert([String(fields[1]), String(fields[3])])
      }
    }
    func numbers(_ names: Set<String>, from first: Int) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: zip(names.sorted(), first...))
    }
    let actors = numbers(Set(pairs.map { $0[0] }), from: 0)
    let treaties = numbers(Set(pairs.map { $0[1] }), from: actors.count)
    return pairs.map { (actors[$0[0]] ?? 0, treaties[$0[1]] ?? 0) }.sorted { $0 < $1 }
  }

  private func partners(in incidence: [(Int, Int)]) -> [(Int, Int)] {
    var pairs: Set<[Int]> = []
    for actors in Dictionary(grouping: incidence, by: \.1).values.map({ $0.map(\.0).sorted() }) {
      for (place, one) in actors.enumerated() {
        for other in actors[(place + 1)...] { pairs.insert([one, other]) }
      }
    }
    return pairs.map { ($0[0], $0[1]) }.sorted { $0 < $1 }
  }
}
