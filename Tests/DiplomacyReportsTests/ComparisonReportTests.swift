import Diplomacy
import DiplomacyAnalysis
import DiplomacyReports
import TestSupport
import Testing

/// What differs between two views, and what a score hangs on, as objects.
@Suite struct ComparisonReportTests {
  private func compared(_ first: ViewOptions, _ second: ViewOptions) throws -> [String: Any] {
    let graph = try read(secretPact)
    let comparison = try Comparison(
      GraphView(graph, first), GraphView(graph, second), Set(Comparison.Subject.allCases),
      measures: [.degree])
    return try comparisonReport(comparison, named: ("one", "other")).jsonResults()
  }

  @Test func aComparisonTellsWhatASecretChanges() throws {
    let found = try compared(ViewOptions(reading: "strict", knownTo: "heir"), ViewOptions(reading: "strict"))
    let entities = try #require(found["entities"] as? [[String: Any]])
    #expect(
      entities.map { "\($0["id"] ?? "") \($0["first"] ?? "") \($0["second"] ?? "")" } == [
        "hidden not there there"
      ])
    let journeys = try #require(found["journeys"] as? [[String: Any]])
    #expect(journeys.contains { $0["from"] as? String == "a" && $0["to"] as? String == "b" })
    let scores = try #require(found["scores"] as? [[String: Any]])
    #expect(
      scores.contains {
        $0["id"] as? String == "a" && $0["first"] as? Double == 1 && $0["second"] as? Double == 2
      })
  }

  @Test func readingsThatAgreeDifferInNothing() throws {
    let found = try compared(ViewOptions(reading: "strict"), ViewOptions(reading: "loose"))
    #expect(!found.isEmpty)
    for (key, value) in found { #expect((value as? [Any])?.isEmpty == true, "\(key)") }
  }

  /// Two readings give the end of a pact, a member's time and a verdict otherwise.
  @Test func livesAndVerdictsAreCompared() throws {
    let graph = try read(
      """
      entente: 1
      title: Readings
      readings: { text: By the text, fact: In fact }
      actors: { a: A, b: B, c: C }
      agreements:
        pact:
          name: Pact
          signed: 1930-01-01
          acts: [{ act: termination, when: 1935-01-01, reading: text }, { act: termination, when: 1940-01-01, reading: fact }]
          parties: [a, b, { actor: c, when: 1931-01-01/1932-01-01, reading: text }, { actor: c, when: 1931-01-01/1933-01-01, reading: fact }]
          obligations: [{ id: peace, kind: refrain-from-attack, by: a, to: b }]
        calm: { name: Calm, signed: 1920-01-01, parties: [a, b] }
      events:
        raid: { kind: attack, name: Raid, when: 1938-05-05, agents: a, targets: b }
      """)
    let comparison = try Comparison(
      GraphView(graph, ViewOptions(reading: "text")), GraphView(graph, ViewOptions(reading: "fact")),
      [.inForce, .members, .verdicts], measures: [])
    let report = comparisonReport(comparison, named: ("text", "fact"))
    let results = try report.jsonResults(as: [String: Any].self)
    func list(_ key: String) -> [[String: Any]] { results[key] as? [[String: Any]] ?? [] }
    #expect(list("in-force").compactMap { $0["id"] as? String } == ["pact"])
    #expect(list("in-force").compactMap { $0["second"] as? String } == ["1930-01-01/1940-01-01"])
    #expect(list("members").compactMap { $0["member"] as? String } == ["c"])
    #expect(list("members").compactMap { $0["first"] as? String } == ["1931-01-01/1932-01-01"])
    let verdict = try #require(list("verdicts").last)
    #expect(verdict["obligation"] as? String == "peace" && verdict["event"] as? String == "raid")
    #expect((verdict["first"] as? [String: Any])?["verdict"] as? String == "lapsed")
    #expect((verdict["second"] as? [String: Any])?["verdict"] as? String == "breached")
    #expect(
      try report.rows().map { "\($0["what"] ?? "") \($0["id"] ?? "")" } == [
        "in-force pact", "member c in pact", "verdict peace by a", "verdict peace by a, raid",
      ])
  }

  @Test func robustnessRanksByTheChangeOfScores() throws {
    let robustness = try Robustness(
      of: view(read(secretPact)), .degree, leavingOut: Set(Robustness.Part.allCases), dates: .possible)
    let rows = try robustnessReport(robustness, top: nil).jsonResults(as: [[String: Any]].self)
    let changes = rows.compactMap { $0["change"] as? Double }
    #expect(changes.count == rows.count && changes == changes.sorted(by: >))
    #expect(rows.first { $0["id"] as? String == "open" }?["change"] as? Double == 3)
    #expect(rows.first { $0["id"] as? String == "book" }?["kind"] as? String == "source")
    #expect(try robustnessReport(robustness, top: 2).rows().count == 2)
  }

  @Test func robustnessOfGroupsTellsHowFarTheyAgree() throws {
    let robustness = try Robustness(
      of: view(read(secretPact)), .component, leavingOut: [.actors, .agreements], dates: .possible)
    let report = robustnessReport(robustness)
    #expect(report.table.columns == ["id", "kind", "name", "adjusted-rand", "compared", "moved", "groups"])
    let rows = try report.jsonResults(as: [[String: Any]].self)
    let indices = rows.compactMap { $0["adjusted-rand"] as? Double }
    #expect(indices.count == rows.count && indices == indices.sorted())
    #expect(report.conventions.contains { $0.contains("adjusted Rand index; Hubert and Arabie 1985") })
    #expect(!report.conventions.contains { $0.hasPrefix("tau") || $0.hasPrefix("leader") })
  }
}
