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
