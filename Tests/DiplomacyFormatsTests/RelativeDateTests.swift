import Chronology
import Diplomacy
import Testing

@testable import DiplomacyFormats

/// Dates of a graph file that are given by other dates.
@Suite struct RelativeDateTests {
  /// A graph with a pact of 13 April 1941, a fall in May and June 1940, and events with these dates.
  private func text(_ events: [String], top: String = "") -> String {
    header + top + """
      actors: { a: A, b: B }
      agreements:
        pact: { name: Pact, parties: [a, b], signed: 1941-04-13 }
      events:
        fall: { name: Fall, when: 1940-05/1940-06, targets: a }

      """ + events.enumerated().map { "  e\($0): { name: E, when: \($1), agents: a }\n" }.joined()
  }

  private func dates(_ events: [String], top: String = "") throws -> [String?] {
    let graph = try readGraph(text(events, top: top))
    return events.indices.map { graph[EntityID("e\($0)")]?.when?.text }
  }

  @Test(arguments: [
    // After an interval is after its end, which is some day of June; the same day is possible.
    ("{ after: fall, before: pact }", "[1940-06-01..1941-04-13]"),
    ("{ before: fall }", "[..1940-05-31]"),
    ("{ after: pact }", "[1941-04-13..]"),
    // After and before a date that is written out is outside of it.
    ("{ after: 1940, before: 1941-04-13 }", "[1941-01-01..1941-04-12]"),
    ("{ after: 1941-04-13 }", "[1941-04-14..]"),
    // Days in years of more than four digits have no text.
    ("{ after: Y20000 }", "[Y20001..]"),
    ("{ before: Y-20000 }", "[..Y-20001]"),
    ("{ within: P3M, of: pact }", "[1941-04-13..1941-07-13]"),
    ("{ within: P1M, of: 1941-01-31 }", "[1941-01-31..1941-02-28]"),
    ("{ exactly: P1Y, after: pact }", "1942-04-13"),
    ("{ exactly: P1M, after: pact, before: 1942 }", "1941-05-13"),
    ("{ after: pact, within: P10D, of: pact }", "[1941-04-13..1941-04-23]"),
  ])
  func relationBecomesBounds(written: String, solved: String) throws {
    #expect(try dates([written]) == [solved], "\(written)")
  }

  @Test func boundsGoFromDateToDate() throws {
    #expect(
      try dates(["{ after: pact }", "{ after: e0, before: 1941-05 }", "{ exactly: P1D, after: e1 }"]) == [
        "[1941-04-13..1941-04-30]", "[1941-04-13..1941-04-30]", "[1941-04-14..1941-05-01]",
      ])
  }

  /// The graph knows which dates are given by others, so that journeys and draws keep that.
  @Test func relationsStayWithTheGraph() throws {
    let graph = try readGraph(
      text([
        "1941-01", "{ after: e0, before: 1941-02-10 }", "{ exactly: P1M, after: e1 }", "{ after: 1941-03 }",
      ])
        + """
        statements:
          - { subject: a, role: hostile-to, object: b, when: { within: P3M, of: pact } }

        """)
    func event(_ number: Int) throws -> DateSlot {
      .entity(try #require(graph.position(of: EntityID("e\(number)"))))
    }
    let pact = try #require(graph.position(of: "pact"))
    let statement = try #require(graph.statements.indices.last)
    #expect(
      try graph.dateOrders == [
        DateOrder(event(1), .after, event(0)), DateOrder(event(2), .exactly(Period(months: 1)), event(1)),
        DateOrder(.statement(statement), .within(Period(months: 3)), .act(pact, number: 0)),
      ])
    var generator = SeededGenerator(seed: 1)
    var draws = GraphDraws(of: graph)
    for _ in 0..<200 {
      let drawn = draws.next(using: &generator)
      func day(_ id: EntityID) throws -> Day { try #require(drawn[id]?.when?.earliest.day) }
      #expect(try day("e1") >= day("e0"))
      #expect(try day("e2") == day("e1").start.adding(Period(months: 1)).day)
    }
  }

  @Test func signatureIsBoundedToo() throws {
    let graph = try readGraph(
      header + """
        actors: { a: A, b: B }
        agreements:
          one: { name: One, parties: [a, b], signed: { when: { after: two, before: 1925-03 } } }
          two: { name: Two, parties: [a, b], acts: [{ act: signature, when: 1925-02 }] }
          three: { name: Three, parties: [a, b], acts: [{ act: signature, when: { exactly: P1M, after: two } }] }
        statements:
          - { subject: a, role: hostile-to, object: b, when: { after: three, before: 1926 } }

        """)
    #expect(graph["one" as EntityID]?.life?.acts.first?.date?.text == "[1925-02-01..1925-02-28]")
    #expect(graph["three" as EntityID]?.life?.acts.first?.date?.text == "[1925-03-01..1925-03-28]")
    #expect(graph.statements.last?.when?.text == "[1925-03-01..1925-12-31]")
  }

  @Test func daysAreThoseOfTheDefaultOffset() throws {
    #expect(
      try dates(["{ after: pact, before: 1941-05 }"], top: "default-offset: \"+09:00\"\n") == [
        "[1941-04-13..1941-04-30]"
      ])
    #expect(
      try dates(
        ["{ within: P1M, of: pact }", "{ exactly: P3M, after: fall }"], top: "default-offset: \"-05:00\"\n")
        == [
          "[1941-04-13..1941-05-13]", "[1940-09-01..1940-09-30]",
        ])
  }

  @Test func momentsKeepTheirTimes() throws {
    let times = try dates([
      "1945-08-09T00:00:00+10:00", "{ after: e0, before: e2 }", "1945-08-08T23:00:00+03:00",
    ])
    #expect(times[1] == "[1945-08-08T14:00:01..1945-08-08T19:59:59]")
  }

  @Test func contradictionNamesItsChain() {
    let found = problems(in: text(["{ after: pact }", "{ after: e0, before: 1941-03 }"]))
    #expect(found.count == 1)
    for word in ["contradict", "'pact'", "'e0' is after 'pact'", "'e1' is after 'e0'", "1941-03-01"] {
      #expect(found.first?.contains(word) == true, "\(word): \(found)")
    }
  }

  @Test func circleIsTold() {
    let found = problems(in: text(["{ after: e1 }", "{ after: e0 }"]))
    #expect(found.count == 1)
    #expect(found.first?.contains("circle") == true, "\(found)")
  }

  @Test(arguments: [
    ("{ after: nothing }", "8:33 date of 'nothing' is not an agreement or an event of this graph."),
    (
      "{ after: pakt }",
      "8:33 date of 'pakt' is not an agreement or an event of this graph. Did you mean 'pact'?"
    ),
    ("{ after: a }", "8:33 date of 'a' is an actor; expected an agreement or an event."),
    ("{ within: P3M }", "8:26 'within' stands without 'of'; expected both."),
    ("{ of: pact }", "8:26 'of' stands without 'within'; expected both."),
    ("{ exactly: P3M, before: pact }", "8:26 'exactly' stands without 'after'; expected both."),
    ("{ after: e0 }", nil),
  ])
  func whatDoesNotFitIsReported(written: String, problem: String?) {
    let found = problems(in: text([written]))
    #expect(found.count == 1, "\(written): \(found)")
    if let problem { #expect(found == [problem], "\(written)") }
  }

  @Test func whatNothingBoundsIsReported() {
    let found = problems(in: text(["{ after: e1 }"]) + "  e1: { name: E, agents: a }\n")
    #expect(found == ["8:24 nothing bounds this date: what it is related to has no date itself."])
  }

  @Test func bracesThatMeanASetAreExplained() {
    let found = problems(in: text(["{1941-04-13, 1941-04-25}"]))
    #expect(found.contains { $0.contains("stands in quotes: '{1941,1942}'") }, "\(found)")
  }

  @Test func readingTwiceReportsOtherMistakesOnce() {
    let found = problems(in: text(["{ after: pact }", "1941-13"]))
    #expect(found.count == 1, "\(found)")
  }
}
