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
        "treaty-text soviet-neutrality breached", "soviet-note soviet-neutrality lapsed",
        "treaty-text respect-manchukuo breached", "soviet-note respect-manchukuo lapsed",
        "all enter-war-on-japan kept",
      ])
  }

  @Test func conflictsStandBesideVerdicts() throws {
    let results = try neutralityPact().jsonResults(as: [String: Any].self)
    let conflicts = try #require(results["conflicts"] as? [[String: Any]])
    #expect(conflicts.map { $0["reading"] as? String } == ["treaty-text"])
    #expect((conflicts[0]["first"] as? [String: Any])?["obligation"] as? String == "soviet-neutrality")
    #expect((conflicts[0]["second"] as? [String: Any])?["obligation"] as? String == "enter-war-on-japan")
  }

  // MARK: Readings

  private static let readings = """
    entente: 1
    title: Readings
    readings: { text: { title: By the text, default: true }, note: By the note, claim: By the claim }
    actors: { a: A, b: B, c: C }
    agreements:
      pact:
        name: Pact
        parties: [a, b]
        in-force: [{ when: 1930/1939, reading: [text, note] }, { when: 1930/1934, reading: claim }]
        obligations:
          - { id: peace, kind: refrain-from-attack, by: a, to: b }
          - { id: help, kind: assist, by: a, to: b, against: c, condition: unprovoked }
      other:
        name: Other
        parties: [a, c]
        in-force: 1920/1940
        obligations:
          - { id: talks, kind: be-polite, by: a, to: c }
          - { id: neutral, kind: remain-neutral, by: a, to: c }
    events: { strike: { kind: attack, name: Strike, when: 1936-05-05, agents: a, targets: b } }
    """

  @Test func whatIsTheSameUnderAllReadingsIsToldOnce() throws {
    let graph = try read(Self.readings)
    let report = complianceReport(Compliance(of: graph, ViewOptions()), of: graph)
    let rows = try report.rows().map {
      "\($0["reading"] ?? ""): \($0["obligation"] ?? "") \($0["verdict"] ?? "")"
    }
    #expect(
      rows == [
        "text; note: peace breached", "claim: peace lapsed", "claim: peace kept",
        "text; note: help not-called-upon", "claim: help not-called-upon", "all: talks undecided",
        "all: neutral kept", "all: help conflict",
      ])
    let results = try report.jsonResults(as: [String: Any].self)
    let verdicts = try #require(results["verdicts"] as? [[String: Any]])
    #expect(verdicts[5]["readings"] as? [String] == ["text", "note", "claim"])
    #expect(verdicts[0]["readings"] as? [String] == ["text", "note"])
    let prose = report.text(as: .markdown)
    let titles = prose.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(titles == ["## Under all readings", "## By the text; By the note", "## By the claim"])
  }

  @Test func oneReadingIsToldByItsName() throws {
    let graph = try read(Self.readings)
    let report = complianceReport(Compliance(of: graph, ViewOptions(), readings: ["note"]), of: graph)
    #expect(try report.rows().allSatisfy { $0["reading"] == "note" })
    let together = complianceReport(Compliance(of: graph, ViewOptions(), readings: [nil]), of: graph)
    #expect(try together.rows().allSatisfy { $0["reading"] == "" })
  }

  // MARK: Sentences

  @Test func aConflictIsToldWithItsCase() throws {
    let graph = try read(Self.readings)
    let report = complianceReport(Compliance(of: graph, ViewOptions()), of: graph)
    let results = try report.jsonResults(as: [String: Any].self)
    let conflict = try #require((results["conflicts"] as? [[String: Any]])?.first)
    #expect(
      conflict["reason"] as? String
        == "A cannot keep both the promise to B to assist against C (Pact) and the promise to C to remain neutral "
        + "(Other), if C attacks B and a condition is met (unprovoked); the two were certainly in force at the same time"
    )
    let one = try #require((conflict["cases"] as? [[String: Any]])?.first)
    #expect(one["attackers"] as? [String] == ["c"] && one["attacked"] as? [String] == ["b"])
    #expect(one["event"] is NSNull && one["condition"] as? String == "unprovoked")
    #expect((conflict["second"] as? [String: Any])?["to"] as? [String] == ["c"])
  }

  @Test(arguments: [
    (
      "kind: refrain-from-attack", "1935-05-05",
      "Strike (5 May 1935) broke it while it was in force between them, from 1 January 1930 to 31 December 1939"
    ),
    (
      "kind: refrain-from-attack", "1929-05-05",
      "Strike (5 May 1929) came when it was not yet in force between them: it was in force from 1 January 1930 to 31 December 1939"
    ),
    (
      "kind: refrain-from-attack", "1940-05-05",
      "Strike (5 May 1940) came when it was no longer in force between them: it was in force from 1 January 1930 to 31 December 1939"
    ),
    (
      "kind: refrain-from-attack, condition: unprovoked", "1935-05-05",
      "Strike (5 May 1935) came while it was in force between them, from 1 January 1930 to 31 December 1939; whether its condition (unprovoked) came about is not judged"
    ),
  ])
  func everyReasonIsASentence(obligation: String, day: String, expected: String) throws {
    let found = try verdict(
      report(obligation, "strike: { kind: attack, name: Strike, when: \(day), agents: a, targets: b }"))
    #expect(found["reason"] as? String == expected)
  }
}
