import Chronology
import Diplomacy
import Testing

@testable import DiplomacyFormats

/// Acts, terms, spans and obligations as the reader finds them.
@Suite struct GraphFileAgreementTests {
  private func life(_ keys: String, at place: SourceLocation = #_sourceLocation) throws -> AgreementLife {
    let text =
      header
      + "sources: { s: S }\nreadings: { strict: Strict, loose: Loose }\nactors: { ussr: U, japan: J }\n"
      + "territories: { moscow: M }\nevents: { surrender: S2 }\nagreements:\n  pact:\n    name: Pact\n"
      + keys.split(separator: "\n").map { "    \($0)\n" }.joined()
    return try #require(try readGraph(text, at: place)["pact"]?.life, sourceLocation: place)
  }

  @Test(
    arguments: [
      ("signed", "signature"), ("ratified", "ratification"), ("entered-into-force", "entry-into-force"),
      ("denounced", "denunciation"), ("ended", "termination"),
    ])
  func keysOfActsStandForActs(key: String, kind: String) throws {
    let date = try HistoricalDate("1941-04-13")
    #expect(try life("\(key): 1941-04-13").acts == [Act(kind: Act.Kind(kind), date: date)], "\(key)")
    let long = try life(
      "\(key): { when: 1941-04-13, by: [ussr, japan], place: moscow, source: s P3, certainty: high }")
    let expected = Act(
      kind: Act.Kind(kind), date: date, by: ["ussr", "japan"], place: "moscow",
      attestation: Attestation(certainty: .high, citations: [Citation(source: "s", locator: "P3")]))
    #expect(long.acts == [expected], "\(key)")
    let full = try life("acts: [{ act: \(kind), when: 1941-04-13 }]")
    #expect(full.acts == [Act(kind: Act.Kind(kind), date: date)], "\(kind)")
  }

  @Test func actMayHaveNoDate() throws {
    #expect(try life("ended: { by: ussr }").acts == [Act(kind: .termination, date: nil, by: ["ussr"])])
  }

  @Test func actsOfOtherKindsAreKept() throws {
    let acts = try life("acts:\n  - { act: initialling, when: 1941-04-12 }\n  - { act: breach, by: ussr }")
      .acts
    #expect(acts.map(\.kind.name) == ["initialling", "breach"])
    #expect(try life("acts: { act: breach, by: ussr }").acts.map(\.by) == [["ussr"]])
  }

  @Test func termsAreRead() throws {
    let terms = try life(
      "terms: { duration: P5Y, notice: P1Y, renewal: P1Y6M, clause: article 3, source: s, note: N }"
    ).terms
    let expected = Terms(
      duration: Period(years: 5), notice: Period(years: 1), renewal: .each(Period(years: 1, months: 6)),
      clause: "article 3", attestation: Attestation(citations: [Citation(source: "s")], note: "N"))
    #expect(terms == [expected])
  }

  @Test(
    arguments: [
      "1941-04-13/1946-04", "{ when: 1941-04-13/1946-04 }", "[{ when: 1941-04-13/1946-04 }]",
    ])
  func spanInForceHasThreeForms(written: String) throws {
    let expected = [InForce(date: try HistoricalDate("1941-04-13/1946-04"))]
    #expect(try life("in-force: \(written)").statedInForce == expected, "\(written)")
  }

  @Test(arguments: ["never", "{ when: never }", "[{ when: never }]"])
  func agreementMayNeverBeInForce(written: String) throws {
    let life = try life("signed: 1941-04-13\nin-force: \(written)")
    #expect(life.statedInForce == [InForce(date: nil)], "\(written)")
    #expect(life.inForce(under: .every) == .never, "\(written)")
  }

  @Test func spansInForceOfReadingsStandInAList() throws {
    let found = try life(
      """
      in-force:
        - { when: 1941-04-13/1946-04, reading: strict, source: s P8 }
        - { when: 1941-04-13/1945-04-05, reading: [loose, strict], certainty: medium }
      """)
    #expect(
      found.statedInForce == [
        InForce(
          date: try HistoricalDate("1941-04-13/1946-04"),
          attestation: Attestation(citations: [Citation(source: "s", locator: "P8")], readings: ["strict"])),
        InForce(
          date: try HistoricalDate("1941-04-13/1945-04-05"),
          attestation: Attestation(certainty: .medium, readings: ["loose", "strict"])),
      ])
  }

  @Test func everyKeyOfAnObligationIsRead() throws {
    let found = try life(
      """
      obligations:
        - id: enter-war
          kind: enter-war
          by: ussr
          to: [japan]
          about: [moscow, pact, japan]
          condition: in words
          condition-event: surrender
          against: [japan]
          unless: also in words
          unless-event: surrender
          within: P3M
          of: surrender
          clause: article 1
          modality: promised
      """)
    #expect(
      found.obligations == [
        Obligation(
          id: "enter-war", kind: .enterWar, by: ["ussr"], to: ["japan"],
          about: ["moscow", "pact", "japan"],
          against: ["japan"], condition: "in words", conditionEvent: "surrender",
          unless: "also in words", unlessEvent: "surrender",
          deadline: .within(Period(months: 3), of: "surrender"), clause: "article 1",
          attestation: Attestation(modality: .promised))
      ])
  }

  @Test func obligationsAreNumberedWhereTheyHaveNoID() throws {
    let found = try life(
      "obligations: [{ kind: consult, by: ussr }, { id: own, kind: assist, by: ussr }, { kind: pay, by: [ussr, japan], deadline: 1945-08 }]"
    ).obligations
    #expect(found.map(\.id.rawValue) == ["pact.obligation-1", "own", "pact.obligation-3"])
    #expect(found.map(\.deadline) == [nil, nil, .by(try HistoricalDate("1945-08"))])
    #expect(found[2].by == ["ussr", "japan"])
    #expect(try life("obligations: { kind: consult, by: ussr }").obligations.count == 1)
  }

  /// Nobody objects to what it does itself; such a file is read, and can be looked at.
  @Test func anObjectionToOnesOwnReservationSeparatesNobody() throws {
    let graph = try GraphFile.read(
      """
      entente: 1
      title: T
      actors: { a: A, b: B }
      agreements:
        p:
          name: P
          parties: [a, b]
          signed: 1928
          reservations: [{ by: a, to: article 1, objections: [{ by: a, opposes-entry-into-force: true }] }]
      """, named: "t")
    let agreement = try #require(graph["p" as EntityID])
    #expect(GraphView(graph).presence(of: agreement).count == 1)
  }
}
