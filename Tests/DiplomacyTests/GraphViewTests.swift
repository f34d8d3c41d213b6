import Chronology
import Diplomacy
import Testing

@Suite struct GraphViewTests {
  private func answers(_ view: GraphView) -> [String] {
    view.entities.map { "\($0.entity.id) \($0.answer)" }
      + view.statements.map { "\($0.statement.id) \($0.answer)" }
  }

  private func sample() throws -> DiplomaticGraph {
    graph(
      [
        entity("ussr", .actor, when: try date("1922-12-30/1991-12-26")), entity("japan", .actor),
        entity(
          "pact", .agreement,
          life: AgreementLife(statedInForce: [InForce(date: try date("1941-04-13/1946"))])),
      ],
      [
        statement("ussr", .party, "pact"), statement("japan", .party, "pact", when: try date("1941/1945")),
        statement("japan", .signatory, "pact"),
      ])
  }

  @Test func everythingIsThereWithoutADate() throws {
    let view = GraphView(try sample())
    #expect(view.entityAnswers == [.yes, .yes, .yes])
    #expect(view.statementAnswers == [.yes, .yes, .yes])
  }

  @Test(
    arguments: [
      (
        "1943-06-01",
        [
          "ussr yes", "japan yes", "pact yes", "party.ussr.pact yes", "party.japan.pact yes",
        ]
      ),
      // The agreement is certain, the membership of Japan began on an unknown day of the year.
      (
        "1941-06-01",
        [
          "ussr yes", "japan yes", "pact yes", "party.ussr.pact yes", "party.japan.pact maybe",
        ]
      ),
      // Nobody is known to have signed: a signatory took part on the first day.
      (
        "1941-04-13",
        [
          "ussr yes", "japan yes", "pact yes", "party.ussr.pact yes", "party.japan.pact maybe",
          "signatory.japan.pact yes",
        ]
      ),
      // The agreement ended on an unknown day of 1946.
      (
        "1946-06-01",
        ["ussr yes", "japan yes", "pact maybe", "party.ussr.pact maybe"]
      ),
      ("1950", ["ussr yes", "japan yes"]), ("1922-12-29", ["japan yes"]),
      ("1922-12-30", ["ussr yes", "japan yes"]),
      // Only a part of the year is covered.
      ("1922", ["ussr maybe", "japan yes"]), ("1992", ["japan yes"]),
    ] as [(String, [String])])
  func viewAtADate(date text: String, expected: [String]) throws {
    let view = GraphView(try sample(), ViewOptions(at: try date(text)))
    #expect(answers(view) == expected, "\(text)")
  }

  @Test func statementIsNoSurerThanItsEnds() throws {
    let graph = graph(
      [entity("ussr", .actor, when: try date("1922/1991")), entity("poland", .actor)],
      [statement("ussr", .hostileTo, "poland", when: try date("1919/1939"))])
    let at1922 = GraphView(graph, ViewOptions(at: try date("1922-06")))
    #expect(answers(at1922) == ["ussr maybe", "poland yes", "hostile-to.ussr.poland maybe"])
    let at1920 = GraphView(graph, ViewOptions(at: try date("1920-06")))
    #expect(answers(at1920) == ["poland yes"])
  }

  @Test func onlyChosenModalitiesAreThere() throws {
    let graph = graph(
      [
        entity("a", .actor), entity("b", .actor),
        entity("dream", .event, attestation: Attestation(modality: .planned)),
      ],
      [
        statement("a", .hostileTo, "b", attestation: Attestation(modality: .believed)),
        statement("a", .agent, "dream"),
      ])
    let actual = GraphView(graph, ViewOptions(modalities: [.actual]))
    #expect(answers(actual) == ["a yes", "b yes"])
    let believed = GraphView(graph, ViewOptions(modalities: [.actual, .believed]))
    #expect(answers(believed) == ["a yes", "b yes", "hostile-to.a.b yes"])
  }

  @Test func undatedEventThatDidNotHappenIsThereOnNoDate() throws {
    let graph = graph([
      entity("war", .event), entity("dream", .event, attestation: Attestation(modality: .hypothetical)),
      entity("plan", .event, when: try date("1941"), attestation: Attestation(modality: .planned)),
    ])
    #expect(answers(GraphView(graph)) == ["war yes", "dream yes", "plan yes"])
    let dated = GraphView(graph, ViewOptions(at: try date("1941-06-22")))
    #expect(answers(dated) == ["war maybe", "plan maybe"])
  }

  @Test func onlyAssertionsOfTheReadingAreThere() throws {
    let graph = graph(
      [entity("a", .actor), entity("b", .actor, attestation: under("strict"))],
      [statement("a", .hostileTo, "b"), statement("a", .sameAs, "a", attestation: under("loose"))],
      readings: [reading("strict"), reading("loose")])
    #expect(answers(GraphView(graph)) == ["a yes", "b yes", "hostile-to.a.b yes", "same-as.a.a yes"])
    #expect(
      answers(GraphView(graph, ViewOptions(reading: "strict"))) == ["a yes", "b yes", "hostile-to.a.b yes"])
    #expect(answers(GraphView(graph, ViewOptions(reading: "loose"))) == ["a yes", "same-as.a.a yes"])
  }

  @Test func partiesAreThoseOfTheViewInTheirAuthorsOrderAndOnce() throws {
    let graph = graph(
      [
        entity("a", .actor), entity("b", .actor), entity("c", .actor), entity("d", .actor),
        entity("pact", .agreement),
      ],
      [
        statement("b", .party, "pact"), statement("a", .party, "pact", attestation: under("two")),
        Statement(id: "again", subject: "b", role: .party, object: "pact"),
        statement("c", .party, "pact", attestation: Attestation(modality: .planned)),
        statement("d", .party, "pact", attestation: Attestation(citations: [Citation(source: "rumour")])),
        statement("d", .signatory, "pact"),
      ],
      readings: [reading("one"), reading("two")])
    func parties(_ options: ViewOptions) -> [EntityID] { GraphView(graph, options).parties(of: "pact") }
    #expect(parties(ViewOptions()) == ["b", "a", "d"])
    #expect(parties(ViewOptions(reading: "one")) == ["b", "d"])
    #expect(parties(ViewOptions(reading: "two")) == ["b", "a", "d"])
    #expect(parties(ViewOptions(counted: [.actual, .planned])) == ["b", "a", "c", "d"])
    #expect(parties(ViewOptions(withoutSources: ["rumour"])) == ["b", "a"])
    #expect(parties(ViewOptions(withoutStatements: ["again"])) == ["b", "a", "d"])
    #expect(parties(ViewOptions(withoutEntities: ["b"])) == ["a", "d"])
    #expect(GraphView(graph).actors(.signatory, of: "pact") == ["d"])
    #expect(GraphView(graph).parties(of: "a") == [])
  }

  /// A signature that does not count in the view dates nothing in it: neither the conclusion nor who signed.
  @Test func anAgreementIsConcludedByTheActsOfTheView() throws {
    let life = AgreementLife(acts: [
      try act(.signature, "1939-08-23", Attestation(citations: [Citation(source: "memoir")])),
      try act(.signature, "1939-08-24", Attestation(readings: ["late"])),
      try act(.entryIntoForce, "1939-09-24"),
    ])
    let graph = graph(
      [entity("a", .actor), entity("pact", .agreement, life: life)], [statement("a", .signatory, "pact")],
      readings: [reading("early"), reading("late")])
    func concluded(_ options: ViewOptions) throws -> [String?] {
      let view = GraphView(graph, options)
      let pact = try #require(graph["pact" as EntityID])
      return [view.concluded(pact)?.text, view.momentaryDate(of: graph.statements[0])?.text]
    }
    #expect(try concluded(ViewOptions(reading: "early")) == ["1939-08-23", "1939-08-23"])
    #expect(
      try concluded(ViewOptions(reading: "early", withoutSources: ["memoir"])) == [
        "1939-09-24", "1939-09-24",
      ])
    #expect(
      try concluded(ViewOptions(reading: "late", withoutSources: ["memoir"])) == ["1939-08-24", "1939-08-24"])
  }
}
