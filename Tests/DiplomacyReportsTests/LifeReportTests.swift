import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import DiplomacyReports
import TestSupport
import Testing

/// When agreements were in force, and in what order things happened, as rows.
@Suite struct LifeReportTests {
  @Test func aLifeIsToldWithItsReasons() throws {
    let graph = try read(secretPact)
    let report = lifeReport([try view(graph, at: "1935", reading: "strict")], of: ["hidden"])
    let rows = try report.jsonResults(as: [[String: Any]].self)
    #expect(rows.count == 1)
    #expect(rows[0]["holds"] as? String == "yes")
    #expect(rows[0]["in-force"] as? String == "1931-03-03/..")
    #expect(
      rows[0]["begins"] as? [String] == ["signed on 3 March 1931, which is taken for the entry into force"])
    #expect(rows[0]["ends"] as? [String] == ["nothing ends it"])
  }

  @Test func eachReadingHasItsRow() throws {
    let graph = try read(secretPact)
    let views = try graph.readings.map { try view(graph, reading: $0.id) }
    let rows = try lifeReport(views, of: ["hidden"]).jsonResults(as: [[String: Any]].self)
    #expect(rows.compactMap { $0["reading"] as? String } == ["strict", "loose"])
  }

  @Test func theOrderOfEventsIsToldWithTheGapsBetweenThem() throws {
    let view = try view(GraphFile.read(contentsOf: graphFile("neutrality-pact")))
    let entries = view.chronicle(of: ["soviet-declaration-of-war", "soviet-invasion"])
    let rows = try chronicleReport(entries, of: view).rows()
    #expect(rows.map { $0["id"] } == ["soviet-invasion", "soviet-declaration-of-war"])
    #expect(rows[1]["follows"] == "certainly")
    #expect(rows[1]["by"] == "five to six hours")
  }
}
