import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyReports
import TestSupport
import Testing

/// The order of events in words and fields.
@Suite struct ChronicleReportTests {
  private func report(_ text: String, _ change: (inout ViewOptions) -> Void = { _ in }) throws -> Report {
    let graph = try read("entente: 1\ntitle: T\n" + text)
    var options = ViewOptions()
    change(&options)
    let view = GraphView(graph, options)
    return chronicleReport(view.chronicle(), of: view)
  }

  @Test(arguments: [
    ("1923-01-01", "[1923-01-10..1923-01-12]", "nine to eleven days"),
    ("1923-01-01", "1923-01-02", "one day"), ("1923-01-01", "1923-01-03", "two days"),
    ("1923-01-01", "1923-01-01", "the same day"), ("1923-01-01", "[1923-01-01..1923-01-02]", "up to one day"),
    ("1923-01-01", "[1923-01-02..1923-01-03]", "one to two days"), ("1923-01-01", "1923-03-02", "60 days"),
    ("1923-01-01", "1923-03-03", "two months and two days"),
    ("1920-02-29", "1923-04-01", "three years, one month and three days"),
    ("[1923-01-01..1923-01-04]", "[1923-01-03..1923-01-12]", "from one day earlier to eleven days later"),
    ("1923-01-01", "[1923-01-05..]", "at least four days"),
    ("1923-01-01T10:00:00Z", "1923-01-01T10:00:00Z", "the same moment"),
    ("1923-01-01T10:00:00Z", "1923-01-01T15:00:00Z", "five hours"),
    ("1923-01-01T10:00:00Z", "1923-01-02T11:00:00Z", "one day and one hour"),
    ("1920", "1923", "two years and one day to three years, eleven months and 30 days"),
  ])
  func distancesAreToldInWords(first: String, second: String, words: String) throws {
    let quote: (String) -> String = { $0.hasPrefix("[") ? $0 : "'\($0)'" }
    let report = try report(
      "events:\n  one: { name: One, when: \(quote(first)) }\n  two: { name: Two, when: \(quote(second)) }\n")
    #expect(try report.rows().map { $0["id"] } == ["one", "two"])
    #expect(try report.rows()[1]["by"] == words)
    let prose = report.text(as: .markdown)
    #expect(
      words.hasPrefix("the same")
        ? prose.contains("; \(words) as the one before")
        : prose.contains(
          words.hasPrefix("from") ? "after the one before: \(words)" : "after the one before, by \(words)"),
      "\(prose)")
  }

  private static let sourced = """
    sources: { book: A book, act: An act, clause: A clause }
    actors: { a: A, b: B, c: C }
    agreements:
      pact:
        name: Pact
        source: book p. 1
        parties: [a, { actor: b, source: act p. 9 }, c]
        signed: { when: 1921-01-01, certainty: low }
        acts: [{ act: denunciation, when: 1925-05-05, by: c, source: act p. 2, certainty: medium }]
        terms: { duration: P9Y, notice: P1Y, denunciation: after-notice, clause: article 2, certainty: high }
    events:
      talks: { name: Talks, when: 1922-02-02, source: book p. 3 }
    """

  /// What has no source of its own is backed by the agreement's.
  @Test func anAgreementsSourceBacksWhatHasNone() throws {
    let report = try report(Self.sourced)
    let found = try report.jsonResults(as: [[String: Any]].self)
    func told(_ what: String) throws -> (sources: [String], inherited: [String], certainty: String?) {
      let row = try #require(found.first { $0["what"] as? String == what }, "\(what) in \(found)")
      return (
        row["sources"] as? [String] ?? [], row["inherited"] as? [String] ?? [], row["certainty"] as? String
      )
    }
    #expect(try told("signature") == (["book p. 1"], ["book p. 1"], "low"))
    #expect(try told("in-force") == (["book p. 1"], ["book p. 1"], "low"))
    #expect(try told("denunciation") == (["act p. 2"], [], "medium"))
    // The notice has a source, the terms under which it ends have none.
    #expect(try told("leaves") == (["act p. 2", "book p. 1"], ["book p. 1"], "medium"))
    #expect(try told("event") == (["book p. 3"], [], nil))
    #expect(try told("end") == (["book p. 1"], ["book p. 1"], "high"))
  }

  @Test func livesHaveTheSameSourcesAndCertainty() throws {
    let graph = try read("entente: 1\ntitle: T\n" + Self.sourced)
    let rows = try lifeReport([try view(graph)], of: []).jsonResults(as: [[String: Any]].self)
    #expect(rows.map { $0["member"] as? String } == [nil, "c"])
    #expect(
      rows[0]["sources"] as? [String] == ["book p. 1"] && rows[0]["inherited"] as? [String] == ["book p. 1"])
    #expect(rows[0]["certainty"] as? String == "low" && rows[1]["certainty"] as? String == "low")
    #expect(
      rows[0]["begins"] as? [String]
        == ["signed on 1 January 1921, which is taken for the entry into force, of low certainty"])
    let ends = try #require(rows[1]["ends"] as? [String])
    #expect(ends.count == 1 && ends[0].hasSuffix("(article 2), of medium certainty"), "\(ends)")
    #expect(rows[1]["sources"] as? [String] == ["book p. 1", "act p. 2"])
    #expect(rows[1]["inherited"] as? [String] == ["book p. 1"])
    let prose = lifeReport([try view(graph)], of: []).text(as: .markdown)
    #expect(prose.contains("(of low certainty)"), "\(prose)")
  }

  @Test func theEndOfATermIsToldWithItsClause() throws {
    let report = try report(
      """
      actors: { germany: Germany, russia: Russia }
      agreements:
        reinsurance:
          name: Reinsurance Treaty
          parties: [germany, russia]
          signed: 1887-06-18
          terms: { duration: P3Y, clause: article 5 }
      """)
    let row = try #require(try report.rows().last)
    #expect(row["what"] == "end" && row["when"] == "1890-06-18")
    #expect(row["because"] == "the term of three years ends on 18 June 1890 and is not renewed (article 5)")
    #expect(row["by"] == "three years")
    let last = try #require(try report.jsonResults(as: [[String: Any]].self).last)
    #expect(last["derived"] as? Bool == true && last["clause"] as? String == "article 5")
    #expect(last["holds"] as? String == "certainly")
  }
}
