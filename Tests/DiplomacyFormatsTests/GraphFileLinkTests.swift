import Chronology
import Diplomacy
import Testing

@testable import DiplomacyFormats

/// Links under the keys of entities, and statements in full form.
@Suite struct GraphFileLinkTests {
  private static let ends = [
    Diplomacy.Category.actor: "japan", .agreement: "treaty", .territory: "sakhalin", .event: "battle",
  ]
  private static let world =
    header + "sources: { s: S }\nactors: { japan: J, ussr: U, matsuoka: { kind: person, name: M } }\n"
    + "territories: { sakhalin: K }\n"

  /// A category, a key that links it, another category that may be at the other end, and the statement expected.
  struct Case: CustomStringConvertible {
    let category: Diplomacy.Category
    let key: String
    let other: Diplomacy.Category
    let role: Role
    let isReversed: Bool

    var description: String { "\(category).\(key) → \(other)" }
  }

  /// Every row of the documentation's table of links.
  private static let table: [(Diplomacy.Category, String, [Diplomacy.Category], String?)] = [
    (.agreement, "parties", [.actor], "party"), (.agreement, "signatories", [.actor], "signatory"),
    (.agreement, "negotiators", [.actor], "negotiator"), (.agreement, "guarantors", [.actor], "guarantor"),
    (.agreement, "depositaries", [.actor], "depositary"),
    (.agreement, "beneficiaries", [.actor], "beneficiary"),
    (.agreement, "guarantees", [.territory], nil), (.agreement, "cedes", [.territory], nil),
    (.agreement, "applies-to", [.territory], nil), (.agreement, "excludes", [.territory], nil),
    (.agreement, "demarcates", [.territory], nil), (.agreement, "recognises", [.territory, .actor], nil),
    (.agreement, "concerns", [.territory, .actor], nil), (.agreement, "supplements", [.agreement], nil),
    (.agreement, "amends", [.agreement], nil), (.agreement, "supersedes", [.agreement], nil),
    (.agreement, "conflicts-with", [.agreement], nil), (.agreement, "leads-to", [.event, .agreement], nil),
    (.agreement, "place", [.territory], nil),
    (.event, "agents", [.actor], "agent"), (.event, "participants", [.actor], "participant"),
    (.event, "recipients", [.actor], "recipient"), (.event, "targets", [.actor, .territory], "target"),
    (.event, "place", [.territory], nil), (.event, "about", [.agreement], nil),
    (.event, "leads-to", [.event, .agreement], nil),
    (.actor, "member-of", [.actor], nil), (.actor, "represents", [.actor], nil),
    (.actor, "commands", [.actor], nil),
    (.actor, "successor-of", [.actor], nil), (.actor, "hostile-to", [.actor], nil),
    (.actor, "controls", [.territory], nil), (.actor, "claims", [.territory], nil),
    (.actor, "occupies", [.territory], nil), (.actor, "guarantees", [.territory], nil),
    (.actor, "cedes", [.territory], nil), (.actor, "recognises", [.territory, .actor], nil),
    (.actor, "borders", [.territory, .actor], nil),
    (.territory, "part-of", [.territory], nil), (.territory, "borders", [.territory, .actor], nil),
    (.actor, "same-as", Diplomacy.Category.allCases, nil),
    (.territory, "same-as", Diplomacy.Category.allCases, nil),
    (.agreement, "same-as", Diplomacy.Category.allCases, nil),
    (.event, "same-as", Diplomacy.Category.allCases, nil),
  ]

  private static let cases = table.flatMap { category, key, others, role in
    others.map {
      Case(category: category, key: key, other: $0, role: Role(role ?? key), isReversed: role != nil)
    }
  }

  @Test func everyKeyThatLinksIsInTheTable() {
    for category in Diplomacy.Category.allCases {
      let documented = Self.table.filter { $0.0 == category }.map(\.1)
      #expect(Set(GraphFileKeys.links(category).map(\.key)) == Set(documented), "\(category)")
    }
  }

  @Test(arguments: cases)
  func linkIsReadInEveryForm(_ link: Case) throws {
    let section = [
      Diplomacy.Category.actor: "actors", .agreement: "agreements", .territory: "territories",
      .event: "events",
    ]
    let end = Self.ends[link.other] ?? ""
    // Everything that a link may end at, then the entity that has the link.
    let others = section.map {
      "\($1):\n  \(Self.ends[$0] ?? ""): X\n" + ($0 == link.category ? "  own: { name: O, LINK }\n" : "")
    }
    for value in [end, "{ \(link.other): \(end) }", "[\(end)]", "[{ \(link.other): \(end) }]"] {
      let text = header + others.joined().replacing("LINK", with: "\(link.key): \(value)")
      let expected = link.isReversed ? "\(link.role) \(end) own" : "\(link.role) own \(end)"
      #expect(links(try readGraph(text)) == [expected], "\(link.key): \(value)")
    }
  }

  @Test func listMixesFormsAndKeepsItsOrder() throws {
    let graph = try readGraph(
      Self.world
        + "agreements: { p: { name: P, parties: [ussr, { actor: japan, when: 1941/1945 }, matsuoka] } }\n")
    #expect(links(graph) == ["party ussr p", "party japan p", "party matsuoka p"])
    #expect(graph.statements.map(\.when) == [nil, try HistoricalDate("1941/1945"), nil])
  }

  @Test func everyKeyOfALinkIsRead() throws {
    let graph = try readGraph(
      Self.world + """
        agreements:
          p:
            name: P
            signatories:
              actor: matsuoka
              for: japan
              office: { en: Foreign Minister, ja: 外務大臣 }
              when: 1941-04-13
              id: signature-of-matsuoka
              source: s P3
              certainty: high
              secret: true
        """)
    let expected = Statement(
      id: "signature-of-matsuoka", subject: "matsuoka", role: .signatory, object: "p",
      when: try HistoricalDate("1941-04-13"), onBehalfOf: "japan",
      office: LocalizedText([
        .init(language: "en", text: "Foreign Minister"), .init(language: "ja", text: "外務大臣"),
      ]),
      attestation: Attestation(
        certainty: .high, citations: [Citation(source: "s", locator: "P3")], secret: Knowledge()))
    #expect(graph.statements == [expected])
  }

  @Test func statementIsReadInFullForm() throws {
    let graph = try readGraph(
      Self.world + """
        statements:
          - { id: own, subject: matsuoka, role: represents, object: japan, office: Minister, when: 1940/1941, source: s, modality: believed, holder: ussr }
          - { subject: japan, role: seeks-to-secure, object: sakhalin, for: ussr }
        """)
    #expect(
      graph.statements == [
        Statement(
          id: "own", subject: "matsuoka", role: .represents, object: "japan",
          when: try HistoricalDate("1940/1941"),
          office: LocalizedText("Minister", language: "en"),
          attestation: Attestation(modality: .believed, holder: "ussr", citations: [Citation(source: "s")])),
        Statement(
          id: "seeks-to-secure.japan.sakhalin", subject: "japan", role: Role("seeks-to-secure"),
          object: "sakhalin",
          onBehalfOf: "ussr"),
      ])
    let one = try readGraph(Self.world + "statements: { subject: japan, role: claims, object: sakhalin }\n")
    #expect(links(one) == ["claims japan sakhalin"])
  }

  @Test func statementsAreNamedByRoleAndEndsAndNumberedFromTheSecond() throws {
    let graph = try readGraph(
      Self.world + """
        agreements:
          p: { name: P, parties: [japan, { actor: japan, when: 1941 }] }
          party.ussr.p: Another
        statements:
          - { subject: japan, role: party, object: p }
          - { subject: ussr, role: party, object: p }
          - { id: party.japan.p.2, subject: japan, role: claims, object: sakhalin }
        """)
    #expect(
      graph.statements.map(\.id.rawValue) == [
        "party.japan.p", "party.japan.p.3", "party.japan.p.4", "party.ussr.p.2", "party.japan.p.2",
      ])
    #expect(Set(graph.statements.map(\.id)).count == graph.statements.count)
  }
}
