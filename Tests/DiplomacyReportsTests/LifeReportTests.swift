import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import DiplomacyReports
import Foundation
import TestSupport
import Testing

/// When agreements were in force, and in what order things happened, as rows.
@Suite struct LifeReportTests {
  @Test func aLifeIsToldWithItsReasons() throws {
    let graph = try read(secretPact)
    let report = lifeReport([try view(graph, at: "1935", reading: "strict")], of: ["hidden"])
    let rows = try report.jsonResults(as: [[String: Any]].self)
    #expect(rows.count == 1)
    #expect(rows[0]["holds"] as? String == "certainly")
    #expect(rows[0]["in-force"] as? String == "1931-03-03/..")
    #expect(
      rows[0]["begins"] as? [String] == ["signed on 3 March 1931, which is taken for the entry into force"])
    #expect(rows[0]["ends"] as? [String] == ["nothing ends it"])
  }

  @Test func whatAllReadingsSayIsToldOnce() throws {
    let graph = try read(secretPact)
    let views = try graph.readings.map { try view(graph, reading: $0.id) }
    let rows = try lifeReport(views, of: ["hidden"]).jsonResults(as: [[String: Any]].self)
    #expect(rows.compactMap { $0["reading"] as? String } == ["all"])
    #expect(rows.compactMap { $0["readings"] as? [String] } == [["strict", "loose"]])
  }

  /// Of three readings two agree on the end, and one has a member that the others do not have.
  @Test func whatReadingsDisagreeOnIsToldApart() throws {
    let graph = try read(
      """
      entente: 1
      title: Readings
      readings: { one: One, two: Two, three: Three }
      actors: { a: A, b: B, c: C }
      agreements:
        first: { name: First, signed: 1920-01-01, parties: [a, b] }
        pact:
          name: Pact
          signed: 1930-01-01
          acts:
            - { act: termination, when: 1935-01-01, reading: [one, three] }
            - { act: termination, when: 1936-01-01, reading: two }
          parties: [a, b, { actor: c, when: 1931/1933, reading: two }]
        last: { name: Last, signed: 1940-01-01, parties: [a, b] }
      """)
    let views = try graph.readings.map { try view(graph, reading: $0.id) }
    let rows = try lifeReport(views, of: []).rows()
    #expect(
      rows.map {
        "\($0["reading"] ?? "") \($0["agreement"] ?? "") \($0["member"] ?? "") \($0["in-force"] ?? "")"
      } == [
        "all first  1920-01-01/..", "one; three pact  1930-01-01/1935-01-01",
        "two pact  1930-01-01/1936-01-01", "two pact c [1931-01-01..1931-12-31]/[1933-01-01..1933-12-31]",
        "all last  1940-01-01/..",
      ])
    // Each reading by itself gives the rows that name it.
    for view in views {
      let id = try #require(view.options.reading?.rawValue)
      let alone = try lifeReport([view], of: []).rows().map {
        [$0["agreement"], $0["member"], $0["in-force"], $0["ends"]]
      }
      let told = rows.filter { row in
        row["reading"] == "all" || (row["reading"] ?? "").components(separatedBy: "; ").contains(id)
      }.map { [$0["agreement"], $0["member"], $0["in-force"], $0["ends"]] }
      #expect(alone == told, "\(id)")
    }
  }

  /// Who did not know of a secret finds nothing of it in the lives, nor anything that follows from it.
  @Test func livesAreThoseThatAnActorKnew() throws {
    let graph = try read(
      """
      entente: 1
      title: Knowledge
      actors: { a: A, b: B, c: C, d: D }
      agreements:
        open: { name: Open, signed: 1930-01-01, parties: [a, b, c], acts: [{ act: termination, when: 1935-01-01, secret: true, known-to: [a, { actor: d, since: 1936 }], unknown-to: [c] }] }
        old: { name: Old, signed: 1930-01-01, parties: [a, b] }
        hidden: { name: Hidden, signed: 1933-01-01, secret: true, parties: [a, b], supersedes: old }
      """)
    func lives(_ actor: EntityID?, _ date: String, without: Set<EntityID> = []) throws -> [String] {
      let options = ViewOptions(at: try HistoricalDate(date), knownTo: actor, withoutEntities: without)
      return try lifeReport([GraphView(graph, options)], of: []).rows().map {
        "\($0["agreement"] ?? "") \($0["holds"] ?? "") \($0["in-force"] ?? "")"
      }
    }
    #expect(
      try lives("c", "1937-01-01") == ["open certainly 1930-01-01/..", "old certainly 1930-01-01/.."])
    let all = [
      "open no 1930-01-01/1935-01-01", "old no 1930-01-01/1932-12-31", "hidden certainly 1933-01-01/..",
    ]
    #expect(try lives(nil, "1937-01-01") == all)
    #expect(try lives("a", "1937-01-01") == all)
    // D learned of the end on an unknown day of 1936.
    #expect(try lives("d", "1935-06-01")[0] == "open certainly 1930-01-01/..")
    #expect(try lives("d", "1936-06-01")[0] == "open possibly 1930-01-01/[1935-01-01..]")
    // What is left out ends nothing either.
    #expect(
      try lives(nil, "1937-01-01", without: ["hidden"]) == [
        "open no 1930-01-01/1935-01-01", "old certainly 1930-01-01/..",
      ])
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
