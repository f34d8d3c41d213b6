import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Foundation
import Testing

@testable import DiplomacyReports

/// The file of all journeys, and what takes its place where they are too many.
@Suite struct JourneysReportTests {
  /// So many actors in a row, each with an agreement with the next.
  private func row(of count: Int) throws -> ContactNetwork {
    var text = "entente: 1\ntitle: A row\nactors:\n"
    for actor in 0..<count { text += "  a\(actor): { kind: state, name: A\(actor) }\n" }
    text += "agreements:\n"
    for actor in 1..<count {
      text +=
        "  p\(actor): { name: P\(actor), in-force: 1900/1990, parties: [a\(actor - 1), a\(actor)] }\n"
    }
    return ContactNetwork(GraphView(try GraphFile.read(text, named: "row")))
  }

  private func results(_ report: JSONValue) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(report.text.utf8)) as? [String: Any]
    return try #require(object?["results"] as? [[String: Any]])
  }

  @Test func pairsAreToldWhileTheyAreFew() throws {
    let (report, hasCountsAlone) = journeysReport(try row(of: 20))
    #expect(!hasCountsAlone)
    let results = try results(report)
    #expect(results.count == 20)
    #expect((results[0]["reached"] as? [Any])?.count == 19)
  }

  @Test func countsAreThoseOfThePairs() throws {
    let network = try row(of: 12)
    let pairs = try results(journeysReport(network).report)
    for found in [journeysReport(network, mostPairs: 131), journeysReport(network, mostSteps: 500)] {
      #expect(found.hasCountsAlone)
      let counts = try results(found.report)
      #expect(counts.count == 12)
      for (count, pair) in zip(counts, pairs) {
        #expect(count["from"] as? String == pair["from"] as? String)
        let reaches = try #require(count["reaches"] as? [String: Int])
        let reached = try #require(pair["reached"] as? [[String: Any]])
        #expect(reaches["possible"] == reached.count { $0["possible"] is [String: Any] })
        #expect(reaches["certain"] == reached.count { $0["certain"] is [String: Any] })
        #expect(count["reached-by"] as? [String: Int] == reaches)
      }
    }
    #expect(!journeysReport(network, mostPairs: 132).hasCountsAlone)
  }

  /// A row of 200 has five million steps, and 502 actors have more than 250,000 pairs.
  @Test(.timeLimit(.minutes(5))) func whatIsTooManyIsCounted() throws {
    for count in [200, 502] {
      let (report, hasCountsAlone) = journeysReport(try row(of: count))
      #expect(hasCountsAlone)
      #expect(report.text.utf8.count < 200 * count)
      let first = (try results(report)).first
      #expect(first?["reaches"] as? [String: Int] == ["possible": count - 1, "certain": count - 1])
    }
  }
}
