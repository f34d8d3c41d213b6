import Chronology
import Diplomacy
import Testing

/// When a statement held that has no date of its own.
@Suite struct StatementSpanTests {
  private func sample() throws -> DiplomaticGraph {
    graph([
      entity("ussr", .actor), entity("japan", .actor), entity("manchukuo", .territory),
      entity("mongolia", .territory), entity("attack", .event, when: try date("1945-08-09")),
      entity("rumour", .event), entity("draft", .agreement),
      entity(
        "pact", .agreement,
        life: AgreementLife(acts: [
          try act(.signature, "1941-04-13"), try act(.entryIntoForce, "1941-04-25"),
          try act(.termination, "1946-04-24"),
        ])),
      entity(
        "old-pact", .agreement, life: AgreementLife(acts: [try act(.entryIntoForce, "1925-01-20")])),
    ])
  }

  @Test func ownDateGoesFirst() throws {
    let joined = statement("japan", .party, "pact", when: try date("1942/1943"))
    #expect(try GraphView(sample()).spans(of: joined) == [try span("1942/1943")])
  }

  @Test(arguments: ["party", "guarantor", "depositary", "beneficiary", "observer"])
  func participantsFollowTheAgreement(role: String) throws {
    let link = statement("japan", Role(role), "pact")
    #expect(try GraphView(sample()).spans(of: link) == [try span("1941-04-25/1946-04-24")], "\(role)")
  }

  @Test(arguments: ["signatory", "negotiator"])
  func signatoriesAndNegotiatorsTakePartAtTheSignature(role: String) throws {
    let graph = try sample()
    let link = statement("japan", Role(role), "pact")
    #expect(GraphView(graph).spans(of: link) == [try span("1941-04-13")], "\(role)")
    let unsigned = statement("japan", Role(role), "old-pact")
    #expect(GraphView(graph).spans(of: unsigned) == [try span("1925-01-20")], "\(role)")
    let undated = statement("japan", Role(role), "draft")
    #expect(GraphView(graph).spans(of: undated) == [.unknown], "\(role)")
  }

  // MARK: Signatures

  private func signed(
    _ acts: [Act], readings: [Reading] = [], inForce: String? = nil, _ statements: Statement...
  ) throws -> DiplomaticGraph {
    graph(
      [
        entity("usa", .actor), entity("france", .actor), entity("lansing", .actor),
        entity(
          "treaty", .agreement,
          life: AgreementLife(
            acts: acts, statedInForce: try inForce.map { [InForce(date: try date($0))] } ?? [])),
      ], statements, readings: readings)
  }

  private func signature(_ when: String?, by: EntityID..., under readings: ReadingID...) throws -> Act {
    var act = try act(.signature, when, Attestation(readings: readings))
    act.by = by
    return act
  }

  /// Who signs for a state signs when the state does; who has no signature of its own is there at the first.
  @Test func aSignatoryTakesPartAtItsOwnSignature() throws {
    var lansing = statement("lansing", .signatory, "treaty")
    lansing.onBehalfOf = "usa"
    let graph = try signed(
      [
        signature("1919-06-28", by: "france"), signature("1921-08-25", by: "usa"),
        try act(.entryIntoForce, "1920-01-10"),
      ], statement("france", .negotiator, "treaty"), statement("usa", .signatory, "treaty"), lansing,
      statement("lansing", .negotiator, "treaty"))
    let view = GraphView(graph)
    let spans = graph.statements.flatMap { view.spans(of: $0) }
    #expect(
      try spans == [span("1919-06-28"), span("1921-08-25"), span("1921-08-25"), span("1919-06-28")])
    #expect(
      graph.statements.map { view.momentaryDate(of: $0)?.text } == [
        "1919-06-28", "1921-08-25", "1921-08-25", "1919-06-28",
      ])
  }

  @Test func aSignatureWithoutADateIsAtAnUnknownTime() throws {
    let graph = try signed(
      [signature("1919-06-28", by: "france"), signature(nil, by: "usa")],
      statement("usa", .signatory, "treaty"))
    #expect(GraphView(graph).spans(of: graph.statements[0]) == [.unknown])
  }

  @Test func withoutASignatureTheFirstDayCounts() throws {
    let graph = try signed([], inForce: "1919-06/1930", statement("usa", .negotiator, "treaty"))
    #expect(try GraphView(graph).spans(of: graph.statements[0]) == [span("1919-06")])
  }

  /// On a day a signatory is there if that is the day of the signature, and possibly if it may be.
  @Test func onADateASignatoryIsThereOnTheDayOfTheSignatureAlone() throws {
    let graph = try signed(
      [signature("1919-06-28")], statement("usa", .signatory, "treaty"), statement("usa", .party, "treaty"))
    let vague = try signed([signature("1919-06")], statement("usa", .signatory, "treaty"))
    func answers(_ graph: DiplomaticGraph, _ day: String) throws -> [Answer] {
      GraphView(graph, ViewOptions(at: try date(day))).statementAnswers
    }
    #expect(try answers(graph, "1919-06-28") == [.yes, .yes])
    #expect(try answers(graph, "1919-06-29") == [.no, .yes])
    #expect(try answers(graph, "1919-06") == [.maybe, .maybe])
    #expect(try answers(vague, "1919-06-10") == [.maybe])
    #expect(try answers(vague, "1919-07-01") == [.no])
    #expect(GraphView(graph).statementAnswers == [.yes, .yes])
  }

  /// Readings that give different days leave open which it was; each by itself does not.
  @Test func readingsTogetherBoundTheSignature() throws {
    let graph = try signed(
      [signature("1882-05-20", under: "one"), signature("1882-05-22", under: "two")],
      readings: [reading("one"), reading("two")], statement("usa", .signatory, "treaty"))
    let statement = graph.statements[0]
    let days = ["1882-05-20", "1882-05-21", "1882-05-22", "1882-05-23"]
    func answers(_ reading: ReadingID?) throws -> [Answer] {
      try days.map { day in
        GraphView(graph, ViewOptions(at: try date(day), reading: reading)).statementAnswers[0]
      }
    }
    #expect(try answers("one") == [.yes, .no, .no, .no])
    #expect(try answers("two") == [.no, .no, .yes, .no])
    #expect(try answers(nil) == [.maybe, .maybe, .maybe, .no])
    #expect(GraphView(graph).momentaryDate(of: statement) == nil)
  }

  @Test(arguments: ["agent", "participant", "recipient", "target"])
  func participantsFollowTheEvent(role: String) throws {
    let graph = try sample()
    let link = statement("ussr", Role(role), "attack")
    #expect(GraphView(graph).spans(of: link) == [try span("1945-08-09")], "\(role)")
    let undated = statement("ussr", Role(role), "rumour")
    #expect(GraphView(graph).spans(of: undated) == [.unknown], "\(role)")
  }

  @Test func whatAnAgreementOrEventSaysHoldsAsLongAsItDoes() throws {
    let graph = try sample()
    let clause = statement("pact", .guarantees, "manchukuo")
    #expect(GraphView(graph).spans(of: clause) == [try span("1941-04-25/1946-04-24")])
    let place = statement("attack", .place, "manchukuo")
    #expect(GraphView(graph).spans(of: place) == [try span("1945-08-09")])
  }

  @Test(arguments: ["controls", "claims", "occupies", "recognises"])
  func actorsHoldTerritoriesAtAnUnknownTime(role: String) throws {
    let link = statement("japan", Role(role), "manchukuo")
    #expect(try GraphView(sample()).spans(of: link) == [.unknown], "\(role)")
  }

  @Test func identityAndBelongingHoldAlways() throws {
    let graph = try sample()
    #expect(GraphView(graph).spans(of: statement("manchukuo", .partOf, "mongolia")) == [.always])
    #expect(GraphView(graph).spans(of: statement("japan", .sameAs, "manchukuo")) == [.always])
  }

  @Test func presenceOfWhatHasNoDates() throws {
    let graph = try sample()
    func presence(_ id: EntityID) throws -> [Span] {
      GraphView(graph).presence(of: try #require(graph[id]))
    }
    #expect(try presence("ussr") == [.always])
    #expect(try presence("manchukuo") == [.always])
    #expect(try presence("rumour") == [.unknown])
    #expect(try presence("draft") == [.unknown])
    #expect(try presence("attack") == [try span("1945-08-09")])
  }
}
