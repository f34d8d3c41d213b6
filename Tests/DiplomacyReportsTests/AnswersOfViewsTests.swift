import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import DiplomacyReports
import Networks
import Testing

/// Answers follow from the view, never from the whole of the graph.
@Suite struct AnswersOfViewsTests {
  private func read(_ text: String) throws -> DiplomaticGraph {
    try GraphFile.read("entente: 1\ntitle: Views\n" + text, named: "views.yaml")
  }

  private static let attack = """
    sources: { book: A book, diary: A diary }
    readings: { one: One, two: Two }
    actors: { a: A, b: B, c: C }
    agreements:
      pact:
        name: Pact
        in-force: 1930/1940
        parties: [{ actor: a, source: book }, b, { actor: c, reading: two, source: diary }]
        obligations: [{ id: peace, kind: refrain-from-attack, by: BY, source: book }]
    events:
      raid: { kind: attack, name: Raid, when: 1935-05-05, agents: c, targets: a }
      storm: { kind: attack, name: Storm, when: 1936-05-05, agents: a, targets: [b, c] }
    """

  /// The debtors, and what became of their promise, under a reading.
  private func verdicts(
    _ graph: DiplomaticGraph, _ reading: ReadingID?, without sources: Set<SourceID> = []
  ) -> [String] {
    Compliance(of: graph, ViewOptions(withoutSources: sources), readings: [reading]).verdicts.map {
      "\($0.debtor) \($0.outcome) \($0.event?.rawValue ?? "-") \($0.creditors.map(\.rawValue).joined(separator: "+"))"
    }
  }

  @Test func onlyThePartiesOfTheReadingOwe() throws {
    let graph = try read(Self.attack.replacing("BY", with: "all-parties"))
    #expect(verdicts(graph, "one") == ["a breached storm b", "b kept - a"])
    // A may answer the attack of C, but not at the cost of B.
    #expect(verdicts(graph, "two") == ["a breached storm b+c", "b kept - a+c", "c breached raid a"])
    #expect(verdicts(graph, "two", without: ["diary"]) == ["a breached storm b", "b kept - a"])
    #expect(verdicts(graph, nil) == verdicts(graph, "two"))
  }

  @Test func whoIsNamedAsOwingIsBoundWhereItTakesPart() throws {
    let graph = try read(Self.attack.replacing("BY", with: "c"))
    #expect(verdicts(graph, "one") == ["c lapsed raid a"])
    #expect(verdicts(graph, "two") == ["c breached raid a"])
  }

  /// Somebody who takes part in no reading, but is named as owing, owes.
  @Test func whoIsNamedAsOwingAloneIsBound() throws {
    let graph = try read(
      """
      actors: { a: A, b: B, patron: Patron }
      agreements:
        pact:
          name: Pact
          in-force: 1930/1940
          parties: [a, b]
          obligations: [{ id: peace, kind: refrain-from-attack, by: patron, to: a }]
      events:
        raid: { kind: attack, name: Raid, when: 1935-05-05, agents: patron, targets: a }
      """)
    #expect(verdicts(graph, nil) == ["patron breached raid a"])
  }

  @Test func noTimeIsCountedFromAnEventThatWasOnlyPlanned() throws {
    let text = """
      actors: { a: A, b: B }
      agreements:
        pact:
          name: Pact
          in-force: 1930/1940
          parties: [a, b]
          obligations: [{ id: war, kind: enter-war, by: a, about: b, within: P3M, of: landing }]
      events:
        landing: { name: Landing, when: 1934-01-01, MODALITY }
        raid: { kind: attack, name: Raid, when: 1935-05-05, agents: a, targets: b }
      """
    func deadline(_ modality: String) throws -> [String] {
      Compliance(of: try read(text.replacing("MODALITY", with: modality)), ViewOptions()).verdicts.map {
        "\($0.outcome) \($0.deadline?.latest.isOpen == false)"
      }
    }
    #expect(try deadline("place: []") == ["breached true"])
    #expect(try deadline("modality: planned") == ["kept false"])
  }

  // MARK: Knowledge

  @Test func whatIsLeftOutIsNoGroundForKnowledge() throws {
    let graph = try read(
      """
      sources: { cable: A cable, letter: A letter }
      actors:
        a: A
        b: B
        envoy: { kind: person, name: Envoy, represents: { actor: b, when: 1938/1940, source: cable } }
      agreements:
        secret:
          kind: protocol
          name: Protocol
          signed: 1939-08-23
          secret: true
          parties: [{ actor: a, id: s1, source: letter }, { actor: envoy, id: s2 }]
      """)
    func knowers(_ options: ViewOptions) throws -> [String] {
      let trace = try #require(SecretTrace(of: "secret", in: GraphView(graph, options)))
      return trace.knowers.filter { $0.answer != .no }.map(\.actor.rawValue)
    }
    #expect(try knowers(ViewOptions()) == ["a", "b", "envoy"])
    #expect(try knowers(ViewOptions(withoutStatements: ["s2"])) == ["a"])
    #expect(try knowers(ViewOptions(withoutSources: ["letter"])) == ["b", "envoy"])
    #expect(try knowers(ViewOptions(withoutSources: ["cable"])) == ["a", "envoy"])
    #expect(try knowers(ViewOptions(withoutEntities: ["envoy"])) == ["a"])
    // The same in the view of the one who knew.
    func sees(_ options: ViewOptions) -> Bool {
      GraphView(graph, options).entities.contains { $0.entity.id == "secret" }
    }
    #expect(sees(ViewOptions(knownTo: "b")))
    #expect(!sees(ViewOptions(knownTo: "b", withoutStatements: ["s2"])))
    #expect(!sees(ViewOptions(knownTo: "b", withoutSources: ["cable"])))
  }

  // MARK: Measures that cannot be had

  private static let line = """
    actors: { a: A, b: B, c: C }
    readings: { one: One, two: Two }
    agreements:
      first: { name: First, in-force: 1930/1935, parties: [a, b], reading: two }
      second: { name: Second, in-force: 1930/1940, parties: [b, c], reading: two }
    """

  @Test func viewsAreNotComparedByScoresThatOneDoesNotHave() throws {
    let graph = try read(Self.line)
    let views = (one: GraphView(graph, .init(reading: "one")), two: GraphView(graph, .init(reading: "two")))
    for (first, second, isFirst) in [(views.one, views.two, true), (views.two, views.one, false)] {
      do {
        _ = try Comparison(first, second, [.scores], measures: [.degree, .eigenvector])
        Issue.record("compared what cannot be compared")
      } catch {
        #expect(error.isFirst == isFirst && error.reason == .noDominantEigenvalue)
      }
    }
    #expect(
      try Comparison(views.one, views.two, [.scores], measures: [.degree]).scores[0].differences.count == 5)
  }

  @Test func whatLeavesNoScoresSaysWhyAndStandsFirst() throws {
    let graph = try read(
      """
      actors: { a: A, b: B }
      agreements: { first: { name: First, in-force: 1930/1935, parties: [a, b] } }
      """)
    let robustness = try Robustness(
      of: GraphView(graph), .eigenvector, leavingOut: [.actors, .agreements], dates: .possible)
    #expect(robustness.rows.map(\.id) == ["first", "a", "b"])
    #expect(robustness.gaps.map(\.id) == ["first"])
    #expect(robustness.gaps.map(\.reason) == [.noDominantEigenvalue])
    #expect(try robustness.rows[1].effect.get().change > 0)
    let report = robustnessReport(robustness)
    #expect(
      report.conventions.contains {
        $0.hasPrefix("no scores without first: Eigenvector centrality needs a cycle")
      })
    #expect(throws: MeasureError.noDominantEigenvalue) {
      try Robustness(
        of: GraphView(graph, .init(withoutEntities: ["first"])), .eigenvector, leavingOut: [.actors],
        dates: .possible)
    }
  }

  @Test func bandsSayWhichNetworksTheyLeaveAside() throws {
    let graph = try read(
      """
      actors: { a: A, b: B }
      agreements: { first: { name: First, in-force: 193X/1950, parties: [a, b] } }
      """)
    let date = try HistoricalDate("1935")
    func bands(_ dates: DateAssumption) throws(CentralityBands.Failure) -> CentralityBands {
      try CentralityBands.series(
        of: GraphView(graph), at: [date], [.eigenvector], dates: dates, samples: 200, seed: 4,
        network: { view, _, dates, _ in MeasuredNetwork(IncidenceNetwork(view, dates: dates)) })[0]
    }
    let answer = try bands(.possible)
    #expect(answer.gaps.map(\.kind) == [.certain, .drawn])
    #expect(answer.gaps.allSatisfy { $0.reason == .noDominantEigenvalue })
    // In about half of the draws the pact is not yet in force.
    let drawn = try #require(answer.gaps.last)
    #expect((60...140).contains(drawn.count))
    let there = try #require(answer.centrality.rows.firstIndex { $0.entity.id == "first" })
    #expect(answer.presence[there] + drawn.count == 200)
    let conventions = try #require(bandReport([answer])).conventions
    #expect(
      conventions.contains {
        $0.hasPrefix("gaps: \(drawn.count) of 200 drawn networks on 1935 give no scores")
      })
    #expect(throws: CentralityBands.Failure.self) { try bands(.certain) }
  }
}
