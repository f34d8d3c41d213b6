import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import DiplomacyReports
import Foundation
import TestSupport
import Testing

/// Verdicts as rows, objects and sentences.
@Suite struct ComplianceReportTests {
  private func report(_ obligation: String, _ event: String) throws -> Report {
    let graph = try read(
      """
      entente: 1
      title: Promises
      sources: { book: A book }
      actors: { a: A, b: B, c: C }
      agreements:
        pact:
          name: Pact
          parties: [a, b, c]
          in-force: 1930-01-01/1939-12-31
          obligations: [{ id: promise, clause: article 1, source: book p. 1, by: a, to: b, \(obligation) }]
      events:
        \(event)
      """)
    return complianceReport(Compliance(of: graph, ViewOptions()), of: graph, part: "promise")
  }

  private func verdict(_ report: Report) throws -> [String: Any] {
    let results = try report.jsonResults(as: [String: Any].self)
    return try #require((results["verdicts"] as? [[String: Any]])?.first)
  }

  @Test func aVerdictTellsWhatItRestsOn() throws {
    let found = try verdict(
      report(
        "kind: refrain-from-attack",
        "strike: { kind: attack, name: Strike, when: 1935-05-05, agents: a, targets: b, source: book p. 2 }"))
    #expect(found["by"] as? String == "a" && found["verdict"] as? String == "breached")
    #expect(found["event"] as? String == "strike" && found["clause"] as? String == "article 1")
    #expect(found["sources"] as? [String] == ["book p. 1", "book p. 2"])
    #expect(
      (found["reason"] as? String)?.contains("in force between them, from 1 January 1930 to 31 December 1939")
        == true)
  }

  @Test(arguments: [
    ("kind: enter-war, about: c, deadline: 1935-08-08", "holds no deed that met it"),
    ("kind: be-polite", "'keeps' or 'breaches'"),
  ])
  func whatIsUndecidedIsToldWhy(obligation: String, words: String) throws {
    let found = try verdict(report(obligation, "e: { kind: meeting, name: E, when: 1935 }"))
    #expect(found["verdict"] as? String == "undecided" && found["event"] is NSNull)
    #expect((found["reason"] as? String)?.contains(words) == true, "\(found)")
  }

  private func neutralityPact(by debtor: EntityID? = nil, event: EntityID? = nil) throws -> Report {
    let graph = try GraphFile.read(contentsOf: graphFile("neutrality-pact"))
    return complianceReport(Compliance(of: graph, ViewOptions()), of: graph, by: debtor, event: event)
  }

  @Test func rowsAreThoseOfOneDebtorAndOneEvent() throws {
    let rows = try neutralityPact(by: "ussr", event: "soviet-invasion").rows()
    #expect(
      rows.map { "\($0["reading"] ?? "") \($0["obligation"] ?? "") \($0["verdict"] ?? "")" } == [
        "all enter-war-on-japan kept", "treaty-text soviet-neutrality breached",
        "treaty-text respect-manchukuo breached", "soviet-note soviet-neutrality lapsed",
        "soviet-note respect-manchukuo lapsed",
      ])
  }

  @Test func conflictsStandBesideVerdicts() throws {
    let results = try neutralityPact().jsonResults(as: [String: Any].self)
    let conflicts = try #require(results["conflicts"] as? [[String: Any]])
    #expect(conflicts.map { $0["reading"] as? String } == ["treaty-text"])
    #expect((conflicts[0]["first"] as? [String: Any])?["obligation"] as? String == "soviet-neutrality")
    #expect((conflicts[0]["second"] as? [String: Any])?["obligation"] as? String == "enter-war-on-japan")
  }
}
