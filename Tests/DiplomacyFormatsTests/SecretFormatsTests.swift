import Chronology
import Diplomacy
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

/// Who knew of secrets, how much and how surely: read, and written for others.
@Suite struct SecretFormatsTests {
  private func secret(_ keys: String) throws -> Knowledge {
    let text =
      header + """
        sources: { s: S }
        actors: { a: A, b: B }
        agreements: { p: { name: P, parties: [a, b], \(keys) } }
        """
    return try #require(try readGraph(text)["p" as EntityID]?.attestation.secret, "\(keys)")
  }

  @Test func everythingThatIsSaidOfWhoKnewIsRead() throws {
    let day = try HistoricalDate("1888-02?")
    #expect(
      try secret(
        "known-to: [a, { actor: b, since: 1888-02?, of: existence, certainty: low, note: N, source: s P1 }]")
        == Knowledge(knownTo: [
          .init(actor: "a"),
          .init(
            actor: "b", since: day, depth: .existence, certainty: .low, note: "N",
            citations: [Citation(source: "s", locator: "P1")]),
        ]))
    #expect(
      try secret("unknown-to: { actor: b, until: 1888-02?, of: text, certainty: medium, note: N, source: s }")
        == Knowledge(unknownTo: [
          .init(
            actor: "b", since: day, depth: .text, certainty: .medium, note: "N",
            citations: [Citation(source: "s")])
        ]))
    #expect(
      try secret("disclosed: [{ when: 1888-02?, of: existence, certainty: high, note: N, source: s }, 1896]")
        == Knowledge(disclosures: [
          .init(
            when: day, depth: .existence, certainty: .high, note: "N", citations: [Citation(source: "s")]),
          .init(when: try HistoricalDate("1896")),
        ]))
  }

  @Test func toKnowTheTextIsToKnowAll() throws {
    #expect(try secret("known-to: { actor: a, of: text }") == secret("known-to: a"))
    #expect(try secret("unknown-to: { actor: a, of: existence }") == secret("unknown-to: a"))
    #expect(try secret("disclosed: { when: 1896, of: text }") == secret("disclosed: 1896"))
    #expect(try !secret("known-to: a, disclosed: 1896").tellsDepthsApart)
    #expect(try secret("unknown-to: { actor: a, of: text }").tellsDepthsApart)
  }

  /// A list of plain dates stays one date, of which nobody knows which of them it is.
  @Test func aListOfDatesIsOneDisclosure() throws {
    let found = try secret("disclosed: [1896-10-24, 1896-10-25]")
    #expect(found.disclosures.map(\.when.edtf) == ["[1896-10-24,1896-10-25]"])
    let several = try secret("disclosed: [{ when: 1918 }, 1896, { when: 1890, of: existence }]")
    #expect(several.disclosures.map(\.when.edtf) == ["1918", "1896", "1890"])
    #expect(several.disclosed?.edtf == "1896")
  }

  @Test(arguments: [
    ("events: { e: { name: E, known-to: { actor: a, of: existence } } }", "4:47"),
    ("statements: { subject: a, role: hostile-to, object: a, disclosed: { when: 1900, of: text } }", "4:81"),
    ("agreements: { p: { name: P, signed: { when: 1900, unknown-to: { actor: a, of: text } } } }", "4:75"),
    (
      "agreements: { p: { name: P, obligations: { kind: assist, by: a, known-to: { actor: a, of: text } } } }",
      "4:87"
    ),
  ])
  func onlyAgreementsHaveATextApart(body: String, place: String) {
    let found = problems(in: header + "actors: { a: A }\n" + body + "\n")
    #expect(
      found.count == 1 && found[0].hasPrefix("\(place) 'of' stands here, but only an agreement"), "\(found)")
  }

  @Test func whatCanBeKnownIsOneOfTwoWords() {
    let found = problems(
      in: header
        + "actors: { a: A }\nagreements: { p: { name: P, known-to: { actor: a, of: exsistence } } }\n")
    #expect(
      found == [
        "4:55 found 'exsistence'; expected what is known: existence, text. Did you mean 'existence'?"
      ])
  }

  // MARK: For others

  @Test func graphMLTellsHowMuchAndHowSurely() throws {
    let xml = String(decoding: try graphML(GraphView(try SampleGraph.secrets.graph())).bytes, as: UTF8.self)
    let document = try XMLTree.parse(Data(xml.utf8))
    func data(_ key: String) -> [String] {
      document.all.filter { $0.name == "data" && $0["key"] == "node_\(key)" }.map(\.text)
    }
    #expect(
      data("known_to") == [
        "italy since 1887-09? (certainty low; cable p. 2; by \"hearsay\" <&>), france since 1888-02 (existence; cable; book p. 3)"
      ])
    #expect(data("unknown_to") == ["bismarck until 1887-06-20 (text; certainty medium; so he said)"])
    #expect(data("disclosed") == ["1896-10-24 (existence; certainty medium; book p. 7), 1918-09 (printed)"])
  }

  @Test func teiTellsHowMuchAndHowSurely() throws {
    let document = try XMLTree.parse(Data(try tei(GraphView(try SampleGraph.secrets.graph())).bytes))
    let event = try #require(document.all.first { $0["xml:id"] == "reinsurance" })
    let desc = try #require(event.children("desc").first { $0.text.contains("secret") })
    #expect(
      desc.text.contains(
        "secret, known to Italy since 1887-09? (by \"hearsay\" <&>), France \"<&\" since 1888-02 (of its existence), "
          + "unknown to Bismarck until 1887-06-20 (of its text; so he said), "
          + "disclosed 1896-10-24 (of its existence), 1918-09 (printed)"), "\(desc.text)")
    let italy = try #require(desc.children.first { $0["ref"] == "#italy" })
    #expect(italy["cert"] == "low" && italy["source"] == "#cable_p._2")
    let date = try #require(desc.children.first { $0["type"] == "disclosed" })
    #expect(date["cert"] == "medium" && date["source"] == "#book_p._7")
    #expect(document.all.contains { $0["xml:id"] == "book_p._7" })
  }

  @Test func anActorThatKnowsTheExistenceAloneSeesNoText() throws {
    let graph = try SampleGraph.secrets.graph()
    func seen(_ actor: EntityID, _ day: String) throws -> (
      acts: Int, terms: Int, obligations: Int, lands: Int
    ) {
      let view = GraphView(graph, ViewOptions(at: try HistoricalDate(day), knownTo: actor))
      guard let treaty = graph["reinsurance" as EntityID], view.isKnown(treaty),
        let life = view.life(of: treaty)
      else {
        return (0, 0, 0, 0)
      }
      return (
        life.acts.count, life.terms.count, life.obligations.count,
        view.statements.count { $0.statement.role == .guarantees }
      )
    }
    #expect(try seen("france", "1888-01-31") == (0, 0, 0, 0))
    #expect(try seen("france", "1888-03-01") == (1, 0, 0, 0))
    #expect(try seen("germany", "1888-03-01") == (1, 1, 1, 1))
    // The obligation is secret by itself, and known to Italy later than the treaty.
    #expect(try seen("italy", "1888-03-01") == (1, 1, 0, 1))
    #expect(try seen("italy", "1889-03-01") == (1, 1, 1, 1))
    // Without its term the treaty has no end that France knows of.
    func spans(_ actor: EntityID, _ day: String) throws -> [String] {
      let view = GraphView(graph, ViewOptions(at: try HistoricalDate(day), knownTo: actor))
      return (view.course(of: "reinsurance")?.spans ?? []).map(\.text)
    }
    #expect(try spans("france", "1895") == ["1887-06-18/.."])
    #expect(try spans("germany", "1895") == ["1887-06-18/1890-06-18"])
    #expect(try spans("france", "1919") == ["1887-06-18/1890-06-18"])
  }
}
