import Chronology
import Diplomacy
import DiplomacyFormats
import DiplomacyReports
import TestSupport
import Testing

/// What a graph holds, in each format.
@Suite struct GraphReportTests {
  private func report(_ options: ViewOptions = ViewOptions()) throws -> Report {
    graphReport(GraphView(try read(twoPacts), options))
  }

  @Test func tableIsHeadedAlignedAndFootnoted() throws {
    let text = try report().text(as: .table)
    #expect(
      text.hasPrefix(
        "Two pacts\n9 entities (5 actors, 2 agreements, 1 territory, 1 event), 8 statements\n"))
    let lines = tableLines(text, header: "id ")
    #expect(lines.count == 10, "\(text)")
    #expect(crookedRow(lines) == nil, "\(text)")
    #expect(text.contains("\n# counts: nodes are entities, edges are statements\n"))
  }

  @Test(arguments: [
    (OutputFormat.table, "from 1 January 1920 to 31 December 1930"),
    (.markdown, "from 1 January 1920 to 31 December 1930"), (.csv, ",1920-01-01/1930-12-31\n"),
    (.json, "\"when\": \"1920-01-01/1930-12-31\""),
  ])
  func datesAreWordsForPeopleAndEDTFForPrograms(format: OutputFormat, words: String) throws {
    let text = try report().text(as: format)
    #expect(text.contains(words), "\(text)")
  }

  @Test func csvParsesAndKeepsCommasAndQuotes() throws {
    let records = try #require(csvRecords(report().text(as: .csv)))
    #expect(records.first == ["id", "category", "kind", "name", "when"])
    #expect(records.count == 10)
    #expect(
      records.first { $0[0] == "gamma" } == [
        "gamma", "actor", "state", "Gamma, the \"third\"", "1920-01-01/1930-12-31",
      ])
  }

  @Test func jsonHasQuestionConventionsAndResults() throws {
    let report = try report(ViewOptions(at: try HistoricalDate("1925-05"), reading: "loose"))
    let question = try report.jsonQuestion()
    #expect(question["command"] as? String == "show")
    #expect(question["at"] as? String == "1925-05")
    #expect(question["reading"] as? String == "loose")
    #expect(report.conventions.count == 3)
    let results = try report.jsonResults(as: [String: Any].self)
    #expect(results["nodes"] as? Int == (results["entities"] as? [Any])?.count)
  }

  @Test func markdownIsATable() throws {
    let text = try report().text(as: .markdown)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == 11)
    #expect(Set(rows.map { $0.count { $0 == "|" } }) == [6], "\(text)")
  }

  @Test func dateShowsWhatWasThereCertainlyOrPossibly() throws {
    func held(_ date: String, _ reading: ReadingID? = "strict") throws -> [String: String] {
      let rows = try report(ViewOptions(at: try HistoricalDate(date), reading: reading)).rows()
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["id"] ?? "", $0["holds"] ?? "") })
    }
    let early = try held("1924-07-01")
    #expect(
      early["first"] == "certainly" && early["talks"] == "certainly" && early["second"] == nil, "\(early)")
    let may = try held("1925-05-10")
    #expect(may["second"] == "possibly" && may["gamma"] == "certainly" && may["talks"] == nil, "\(may)")
    let late = try held("1931-06-01")
    #expect(late["gamma"] == nil && late["second"] == nil && late["first"] == "certainly", "\(late)")
    #expect(try held("1930-01-01")["second"] == "certainly")
    #expect(try held("1930-01-01", "loose")["second"] == nil)
    #expect(try held("1930-01-01", nil)["second"] == "possibly")
  }

  @Test(arguments: ["two-pacts", "neutrality-pact", "interwar-pacts"])
  func countsAreThoseOfTheGraphML(name: String) throws {
    let graph = try name == "two-pacts" ? read(twoPacts) : GraphFile.read(contentsOf: graphFile(name))
    for options in [
      ViewOptions(), ViewOptions(at: try HistoricalDate("1941-06-22"), reading: graph.defaultReading),
      ViewOptions(at: try HistoricalDate("1925"), reading: graph.defaultReading),
    ] {
      let view = GraphView(graph, options)
      let results = try graphReport(view).jsonResults(as: [String: Any].self)
      let document = try XMLTree.parse(graphML(view).bytes)
      #expect(results["nodes"] as? Int == document.all("node").count)
      #expect(results["edges"] as? Int == document.all("edge").count)
    }
  }
}
