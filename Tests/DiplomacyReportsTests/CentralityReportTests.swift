import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyReports
import Foundation
import TestSupport
import Testing

/// Scores of entities, in each format.
@Suite struct CentralityReportTests {
  private func measured(
    _ measures: [Measure] = [.betweenness, .degree, .harmonic], at date: String? = nil,
    reading: ReadingID? = "strict", dates: DateAssumption = .possible
  ) throws -> Report {
    let view = GraphView(
      try read(twoPacts), ViewOptions(at: try date.map { try HistoricalDate($0) }, reading: reading))
    return centralityReport(try Centrality(of: IncidenceNetwork(view, dates: dates), measures))
  }

  @Test func csvHoldsTheWorkedScores() throws {
    // alpha – first – beta – second – gamma; delta and the envoy on their own.
    let found = try #require(csvRecords(measured().text(as: .csv)))
    #expect(found.first == ["id", "kind", "name", "betweenness", "degree", "harmonic"])
    #expect(
      found.dropFirst().map { $0[0] } == ["beta", "first", "second", "alpha", "delta", "envoy", "gamma"])
    #expect(found.dropFirst().map { $0[3] } == ["4", "3", "3", "0", "0", "0", "0"])
    #expect(found.dropFirst().map { $0[4] } == ["2", "2", "2", "1", "0", "0", "1"])
    let harmonic = found.dropFirst().compactMap { Double($0[5]) }
    let expected = [3, 17.0 / 6, 17.0 / 6, 25.0 / 12, 0, 0, 25.0 / 12]
    #expect(harmonic.count == 7 && zip(harmonic, expected).allSatisfy { abs($0 - $1) < 1e-12 }, "\(harmonic)")
  }

  @Test func dateAndDatesDecideWhatCounts() throws {
    func degree(_ date: String, _ reading: ReadingID?, _ dates: DateAssumption = .possible) throws -> String?
    {
      try measured([.degree], at: date, reading: reading, dates: dates).rows()
        .first { $0["id"] == "beta" }?["degree"]
    }
    #expect(try degree("1925-05-10", "strict") == "2")
    #expect(try degree("1925-05-10", "strict", .certain) == "1")
    #expect(try degree("1930-05-10", "strict") == "2")
    #expect(try degree("1930-05-10", "loose") == "1")
    #expect(try degree("1930-05-10", nil) == "2")
  }

  @Test func tableIsAlignedWithNumbersToTheRight() throws {
    let text = try measured().text(as: .table)
    let lines = tableLines(text, header: "id ")
    #expect(lines.count == 8, "\(text)")
    #expect(crookedRow(lines, numbers: ["betweenness", "degree", "harmonic"]) == nil, "\(text)")
    #expect(text.contains("\n# reading: strict\n"), "\(text)")
  }

  @Test func jsonHasQuestionConventionsAndResults() throws {
    let report = try measured([.degree], reading: nil)
    let question = try report.jsonQuestion()
    #expect(question["measures"] as? [String] == ["degree"])
    #expect(question["reading"] is NSNull && question["at"] is NSNull)
    let results = try report.jsonResults(as: [[String: Any]].self)
    #expect(results.count == 7)
    #expect(results.first?["degree"] as? Int == 2)
  }

  @Test func markdownIsATableWithConventions() throws {
    let text = try measured().text(as: .markdown)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == 9 && rows[1] == "| --- | --- | --- | ---: | ---: | ---: |", "\(text)")
    #expect(text.split(separator: "\n").contains { $0.hasPrefix("- betweenness: ") }, "\(text)")
  }
}
