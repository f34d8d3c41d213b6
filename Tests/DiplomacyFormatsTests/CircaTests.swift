import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

@Suite struct CircaTests {
  private func text(top: String = "", signed: String = "1941~", exists: String = "1900/..") -> String {
    """
    entente: 1
    title: T
    \(top)
    sources: { s: { title: S, date: 1941~ } }
    actors: { a: { name: A, exists: \(exists) }, b: B }
    agreements: { pact: { name: Pact, signed: \(signed), parties: [a, b] } }
    events: { e: { name: E, when: 1941-04-13% }, f: { name: F, when: 1941-04-13? } }
    statements: [{ subject: a, role: hostile-to, object: b, when: 1930/1941~ }]

    """
  }

  private func graph(
    top: String = "", signed: String = "1941~", exists: String = "1900/.."
  ) throws -> DiplomaticGraph {
    try readGraph(text(top: top, signed: signed, exists: exists))
  }

  private func bounds(_ date: HistoricalDate?) -> String {
    guard let date else { return "none" }
    return "\(date.earliest.day) \(date.latest.day)"
  }

  @Test func withoutCircaNothingIsWidened() throws {
    let graph = try graph()
    #expect(bounds(graph["pact"]?.life?.acts[0].date) == "1941-01-01 1941-12-31")
    #expect(bounds(graph["e"]?.when) == "1941-04-13 1941-04-13")
  }

  @Test func circaOfAFileWidensEveryApproximateDate() throws {
    let graph = try graph(top: "circa: P2Y", exists: "1900~/1950")
    #expect(bounds(graph["pact"]?.life?.acts[0].date) == "1939-01-01 1943-12-31")
    #expect(bounds(graph["e"]?.when) == "1939-04-13 1943-04-13")
    #expect(bounds(graph["f"]?.when) == "1941-04-13 1941-04-13")
    #expect(bounds(graph["a"]?.when) == "1898-01-01 1950-12-31")
    #expect(bounds(graph.statements.last?.when) == "1930-01-01 1943-12-31")
    #expect(bounds(graph.sources[0].date) == "1939-01-01 1943-12-31")
    #expect(graph["pact"]?.life?.acts[0].date?.text == "1941~")
  }

  @Test func circaOfADateGoesBeforeThatOfTheFile() throws {
    let graph = try graph(
      top: "circa: P2Y", signed: "{ date: 1941-04-13~, circa: P1W }",
      exists: "{ date: 1900~/1950, circa: P1Y }")
    #expect(bounds(graph["pact"]?.life?.acts[0].date) == "1941-04-06 1941-04-20")
    #expect(bounds(graph["a"]?.when) == "1899-01-01 1950-12-31")
    #expect(bounds(graph["e"]?.when) == "1939-04-13 1943-04-13")
  }

  @Test(arguments: [
    ("when: { date: [1941~, 1945], circa: P1Y }", "1940-01-01 1945-12-31"),
    ("when: { date: 1941~ }", "1941-01-01 1941-12-31"),
  ])
  func actsInFullHaveDatesInFull(when: String, expected: String) throws {
    #expect(bounds(try graph(signed: "{ \(when) }")["pact"]?.life?.acts[0].date) == expected)
  }

  @Test func relativeDatesCountFromTheWidenedOnes() throws {
    let graph = try readGraph(
      """
      entente: 1
      title: T
      circa: P1Y
      events: { e: { name: E, when: 1941-04-13~ }, f: { name: F, when: { exactly: P1D, after: e } } }

      """)
    #expect(bounds(graph["f"]?.when) == "1940-04-14 1942-04-14")
  }

  @Test(arguments: [
    ("circa: 2 years", "1941~", "P2Y"), ("circa: PT6H", "1941~", "years, months, weeks or days"),
    ("circa: P0D", "1941~", "years, months, weeks or days"),
    ("", "{ date: 1941, circa: P2Y }", "not marked as approximate"), ("", "{ circa: P2Y }", "without 'date'"),
    ("", "{ date: { after: e }, circa: P2Y }", "expected a date in EDTF"),
  ])
  func mistakesAreToldWithTheirPlace(top: String, signed: String, words: String) {
    let problems = problems(in: text(top: top, signed: signed))
    #expect(problems.count == 1 && problems[0].contains(words), "\(problems)")
  }

  @Test func exportsHaveTheBoundsAndTellWhatTheyLack() throws {
    let view = GraphView(try graph(top: "circa: P2Y"))
    let document = try tei(view)
    let text = String(decoding: document.bytes, as: UTF8.self)
    #expect(text.contains("notBefore=\"1939-04-13\" notAfter=\"1943-04-13\" when-custom=\"1941-04-13%\""))
    #expect(text.contains("notAfter=\"1943-12-31\" when-custom=\"1930/1941~\""))
    // TEI has the period too, from which the bounds follow.
    #expect(text.contains("dur-iso=\"P2Y\""))
    #expect(!document.losses.lines.contains { $0.contains("circa") }, "\(document.losses.lines)")
    let network = try graphML(view)
    #expect(network.losses.lines.contains { $0.contains("circa") }, "\(network.losses.lines)")
    let plain = try graphML(GraphView(try graph()))
    #expect(!plain.losses.lines.contains { $0.contains("circa") })
  }
}
