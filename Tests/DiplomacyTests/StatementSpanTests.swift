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
          try act("signature", "1941-04-13"), try act("entry-into-force", "1941-04-25"),
          try act("termination", "1946-04-24"),
        ])),
      entity(
        "old-pact", .agreement, life: AgreementLife(acts: [try act("entry-into-force", "1925-01-20")])),
    ])
  }

  @Test func ownDateGoesFirst() throws {
    let joined = statement("japan", "party", "pact", when: try date("1942/1943"))
    #expect(try sample().span(of: joined, under: .every) == (try span("1942/1943")))
  }

  @Test(arguments: ["party", "guarantor", "depositary", "beneficiary", "observer"])
  func participantsFollowTheAgreement(role: String) throws {
    let link = statement("japan", Role(role), "pact")
    #expect(try sample().span(of: link, under: .every) == (try span("1941-04-25/1946-04-24")), "\(role)")
  }

  @Test(arguments: ["signatory", "negotiator"])
  func signatoriesAndNegotiatorsTakePartAtTheSignature(role: String) throws {
    let graph = try sample()
    let link = statement("japan", Role(role), "pact")
    #expect(graph.span(of: link, under: .every) == (try span("1941-04-13")), "\(role)")
    let unsigned = statement("japan", Role(role), "old-pact")
    #expect(graph.span(of: unsigned, under: .every) == (try span("1925-01-20")), "\(role)")
    let undated = statement("japan", Role(role), "draft")
    #expect(graph.span(of: undated, under: .every) == .unknown, "\(role)")
  }

  @Test(arguments: ["agent", "participant", "recipient", "target"])
  func participantsFollowTheEvent(role: String) throws {
    let graph = try sample()
    let link = statement("ussr", Role(role), "attack")
    #expect(graph.span(of: link, under: .every) == (try span("1945-08-09")), "\(role)")
    let undated = statement("ussr", Role(role), "rumour")
    #expect(graph.span(of: undated, under: .every) == .unknown, "\(role)")
  }

  @Test func whatAnAgreementOrEventSaysHoldsAsLongAsItDoes() throws {
    let graph = try sample()
    let clause = statement("pact", "guarantees", "manchukuo")
    #expect(graph.span(of: clause, under: .every) == (try span("1941-04-25/1946-04-24")))
    let place = statement("attack", "place", "manchukuo")
    #expect(graph.span(of: place, under: .every) == (try span("1945-08-09")))
  }

  @Test(arguments: ["controls", "claims", "occupies", "recognises"])
  func actorsHoldTerritoriesAtAnUnknownTime(role: String) throws {
    let link = statement("japan", Role(role), "manchukuo")
    #expect(try sample().span(of: link, under: .every) == .unknown, "\(role)")
  }

  @Test func identityAndBelongingHoldAlways() throws {
    let graph = try sample()
    #expect(graph.span(of: statement("manchukuo", "part-of", "mongolia"), under: .every) == .always)
    #expect(graph.span(of: statement("japan", "same-as", "manchukuo"), under: .every) == .always)
  }

  @Test func presenceOfWhatHasNoDates() throws {
    let graph = try sample()
    func presence(_ id: EntityID) throws -> Span {
      graph.presence(of: try #require(graph[id]), under: .every)
    }
    #expect(try presence("ussr") == .always)
    #expect(try presence("manchukuo") == .always)
    #expect(try presence("rumour") == .unknown)
    #expect(try presence("draft") == .unknown)
    #expect(try presence("attack") == (try span("1945-08-09")))
  }
}
