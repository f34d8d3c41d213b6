import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

/// Scores of our graphs and of other programs' networks, held against those that NetworkX computes from the same files.
@Suite(.enabled(if: Tools.python != nil, "Scripts/test installs Python with NetworkX and igraph"))
struct NetworkXTests {
  private func oracle(_ script: String, _ argument: URL) throws -> [String: Any] {
    let path = projectFolder.appending(path: "Scripts/oracles/\(script)").path
    let outcome = try run(try #require(Tools.python), [path, argument.path])
    try #require(outcome.code == 0, "\(outcome.errors)")
    return try object(outcome.output)
  }

  private func expect(_ found: Double, near wanted: Any?, _ what: String) {
    let wanted = (wanted as? NSNumber)?.doubleValue ?? .nan
    #expect(abs(found - wanted) <= 1e-9 * max(1, wanted), "\(what): \(found), not \(wanted)")
  }

  /// Python counts the incidence itself, from the GraphML.
  @Test(arguments: ["neutrality-pact", "interwar-pacts"])
  func scoresOfTheIncidenceAreThoseOfNetworkX(name: String) throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let view = GraphView(try GraphFile.read(contentsOf: graphFile(name)))
    let file = folder.appending(path: "graph.graphml")
    try Data(graphML(view).bytes).write(to: file)
    let expected = try oracle("incidence-centrality.py", file)
    let measures: [Measure] = [.betweenness, .degree, .harmonic]
    let rows = try Centrality(of: IncidenceNetwork(view), measures).rows
    #expect(Set(rows.map(\.entity.id.rawValue)) == Set(expected.keys))
    #expect(rows.count > 20)
    for row in rows {
      let scores = expected[row.entity.id.rawValue] as? [String: Any]
      for (measure, score) in zip(measures, row.scores) {
        expect(score, near: scores?[measure.rawValue], "\(measure) of \(row.entity.id)")
      }
    }
  }

  @Test func scoresOfOtherProgramsFilesAreThoseOfNetworkX() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try oracle("foreign-networks.py", folder)
    #expect(files.count == 32)
    for (name, value) in files.sorted(by: { $0.key < $1.key }) {
      let entry = try #require(value as? [String: Any])
      let graph = try GraphReading.read(
        contentsOf: folder.appending(path: name).path,
        GraphReading.Options(entry["arguments"] as? [String] == ["--directed"] ? [.directed] : []))
      let network = MeasuredNetwork(linksOf: GraphView(graph))
      let scores = try #require(entry["scores"] as? [String: [String: Any]])
      #expect(scores.count >= 3)
      for (word, expected) in scores {
        let measure = try #require(Measure(rawValue: word))
        let options = Centrality.Options(weights: measure == .pagerank ? .strengths : .ignored)
        let rows = try Centrality(of: network, [measure], options).rows
        #expect(Set(rows.map(\.entity.id.rawValue)) == Set(expected.keys), "\(name)")
        for row in rows {
          expect(
            row.scores[0], near: expected[row.entity.id.rawValue], "\(name), \(word) of \(row.entity.id)")
        }
      }
    }
  }
}
