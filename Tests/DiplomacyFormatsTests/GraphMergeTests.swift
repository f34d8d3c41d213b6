import Chronology
import Diplomacy
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Graphs made into one.
@Suite struct GraphMergeTests {
  private func merged(_ texts: String..., asReadings: Bool = false) throws -> GraphMerge {
    let graphs = try texts.map { try readGraph(header + $0) }
    let names = ["one.yaml", "two.yaml", "three.yaml"]
    return try GraphMerge(graphs, names: Array(names.prefix(graphs.count)), asReadings: asReadings)
  }

  /// The differences as `id field: value | other`.
  private func told(_ merge: GraphMerge) -> [String] {
    merge.differences.map { "\($0.id) \($0.field): \($0.firstValue) | \($0.otherValue)" }
  }

  // MARK: What is the same

  @Test(arguments: 0..<UInt64(Thoroughness.cases(40, thorough: 1000)), [false, true])
  func aGraphMergedWithItselfIsItself(seed: UInt64, asReadings: Bool) throws {
    let graph = RandomGraphs.graph(seed: seed)
    let merge = try GraphMerge([graph, graph], names: ["a", "b"], asReadings: asReadings)
    #expect(differences(merge.graph, graph) == [], "seed \(seed)")
    #expect(merge.differences == [], "seed \(seed)")
  }

  @Test(arguments: ["neutrality-pact", "interwar-pacts"], [false, true])
  func aGraphOfTheProjectMergedWithItselfIsItself(name: String, asReadings: Bool) throws {
    let graph = try GraphFile.read(contentsOf: graphFile(name))
    let merge = try GraphMerge([graph, graph, graph], names: ["a", "b", "c"], asReadings: asReadings)
    #expect(differences(merge.graph, graph) == [])
    #expect(merge.differences == [])
  }

  @Test(arguments: 0..<UInt64(Thoroughness.cases(40, thorough: 1000)))
  func halvesMakeTheWhole(seed: UInt64) throws {
    let graph = RandomGraphs.graph(seed: seed)
    var numbers = SeededNumbers(seed: seed)
    // Both halves have the entities and sources; each has some of the statements.
    var first: [Statement] = []
    var second: [Statement] = []
    for statement in graph.statements {
      if Bool.random(using: &numbers) { first.append(statement) } else { second.append(statement) }
    }
    let halves = [graph.with(statements: first), graph.with(statements: second)]
    let merge = try GraphMerge(halves, names: ["a", "b"])
    let ids = { (graph: DiplomaticGraph) in graph.statements.map(\.id.rawValue).sorted() }
    #expect(merge.graph.entities == graph.entities, "seed \(seed)")
    #expect(merge.graph.sources == graph.sources, "seed \(seed)")
    #expect(ids(merge.graph).count == graph.statements.count - contradicted(first, second), "seed \(seed)")
    let whole = Set(graph.statements)
    #expect(merge.graph.statements.allSatisfy { whole.contains($0) }, "seed \(seed)")
  }

  /// How many statements of a second half contradict one of the first: same ends, role and sense, another date.
  private func contradicted(_ first: [Statement], _ second: [Statement]) -> Int {
    second.count { other in
      first.contains { one in
        one.subject == other.subject && one.role == other.role && one.object == other.object
          && one.onBehalfOf == other.onBehalfOf
          && GraphMerger.haveOneSense(one.attestation, other.attestation)
          && (one.when.flatMap { date in other.when.map { date.mayOverlap($0) } } ?? true)
      }
    }
  }

  @Test(arguments: 0..<UInt64(Thoroughness.cases(20, thorough: 500)))
  func filesWithoutCommonThingsMakeTheirSum(seed: UInt64) throws {
    let (one, two) = try (
      readGraph(header + "actors: { a: A, b: { name: B, member-of: a } }\n"),
      readGraph("entente: 1\ntitle: U\nactors: { c: C }\nevents: { e: { name: E, agents: c } }\n")
    )
    let merge = try GraphMerge([one, two], names: ["one", "two"])
    let other = try GraphMerge([two, one], names: ["two", "one"])
    #expect(merge.graph.entities.map(\.id) == ["a", "b", "c", "e"])
    #expect(Set(merge.graph.entities) == Set(other.graph.entities))
    #expect(Set(merge.graph.statements) == Set(other.graph.statements))
    #expect(merge.graph.title.text(in: "en") == "T · U")
    #expect(merge.differences == [] && other.differences == [])
  }

  // MARK: What is told

  @Test func whatOneFileAddsIsTakenAndWhatDiffersIsTold() throws {
    let merge = try merged(
      """
      sources: { s: { title: S, author: One }, t: T }
      actors: { a: { name: { en: A, fr: Un A }, kind: bloc, source: s P1 }, b: B }
      agreements: { p: { name: P, parties: [a, { actor: b, source: s P2 }], signed: 1941-04-13, note: N } }
      """,
      """
      sources: { s: { title: S, author: Two, publisher: P }, t: T }
      actors: { a: { name: { en: The A, de: Ein A }, source: t, identifiers: { wikidata: Q1 } }, b: B, c: C }
      agreements: { p: { name: P, parties: [a, { actor: b, source: t, certainty: low }, c], signed: 1941-04-14, ratified: 1941-04-25 } }
      """)
    #expect(
      told(merge) == [
        "s author: One | Two", "p act: signature 1941-04-13 | signature 1941-04-14", "a kind: bloc | state",
        "a name (en): A | The A",
      ])
    let graph = merge.graph
    #expect(graph["s" as SourceID]?.publisher == "P")
    #expect(graph["a" as EntityID]?.name.wordings.map(\.text) == ["A", "Un A", "Ein A"])
    #expect(graph["a" as EntityID]?.attestation.citations.map(\.text) == ["s P1", "t"])
    #expect(graph["a" as EntityID]?.identifiers.map(\.value) == ["Q1"])
    #expect(
      graph["p" as EntityID]?.life?.acts.map(\.summary) == [
        "signature 1941-04-13", "ratification 1941-04-25",
      ])
    #expect(links(graph) == ["party a p", "party b p", "party c p"])
    #expect(graph.statements[1].attestation.citations.map(\.text) == ["s P2", "t"])
    #expect(graph.statements[1].attestation.certainty == .low)
    expectWrittenAndReadBack(graph)
  }

  @Test func whatDiffersCanBeKeptAsReadings() throws {
    let merge = try merged(
      """
      actors: { a: { name: A, exists: 1900/1940 }, b: B }
      agreements: { p: { name: P, parties: [{ actor: a, when: 1920/1930 }], signed: 1941-04-13, in-force: 1941/1945 } }
      """,
      """
      actors: { a: { name: A, exists: 1900/1941 }, b: B }
      agreements: { p: { name: P, parties: [{ actor: a, when: 1920/1931 }], signed: 1941-04-14, in-force: 1941/1946 } }
      """,
      """
      actors: { a: { name: Other, exists: 1900/1941 }, b: B }
      agreements: { p: { name: P, parties: [{ actor: a, when: 1950/.. }], signed: 1941-04-13 } }
      """, asReadings: true)
    let graph = merge.graph
    #expect(graph.readings.map(\.id.rawValue) == ["one", "two", "three"])
    #expect(graph.readings.map(\.isDefault) == [true, false, false])
    #expect(Set(graph.readings.map(\.question)) == ["which of the merged graphs"])
    let pact = try #require(graph["p" as EntityID]?.life)
    #expect(pact.acts.map(\.attestation.readings) == [["one", "three"], ["two"]])
    #expect(pact.statedInForce.map(\.attestation.readings) == [["one"], ["two"]])
    #expect(graph["a" as EntityID]?.existence.map(\.attestation.readings) == [["one"], ["two", "three"]])
    // A membership at quite another time contradicts nothing.
    #expect(graph.statements.map(\.attestation.readings) == [["one"], ["two"], []])
    #expect(graph.statements.map(\.id.rawValue) == ["party.a.p", "party.a.p.2", "party.a.p.3"])
    #expect(merge.differences.count { $0.outcome == .readings } == 4)
    #expect(merge.differences.filter { $0.outcome == .firstKept }.map(\.field) == ["name (en)"])
    // Each graph is what its reading shows.
    let view = GraphView(graph, ViewOptions(reading: "two"))
    #expect(
      view.life(of: try #require(graph["p" as EntityID]))?.acts.map(\.summary) == ["signature 1941-04-14"])
    expectWrittenAndReadBack(graph)
  }

  @Test func whatIsDoneOftenStandsBesideEachOther() throws {
    let merge = try merged(
      "agreements: { p: { name: P, acts: [{ act: renewal, when: 1931 }, { act: accession, by: a, when: 1932 }] } }\nactors: { a: A, b: B }\n",
      "agreements: { p: { name: P, acts: [{ act: renewal, when: 1936 }, { act: accession, by: b, when: 1932 }] } }\nactors: { a: A, b: B }\n"
    )
    #expect(
      merge.graph["p" as EntityID]?.life?.acts.map(\.summary) == [
        "renewal 1931", "accession 1932 by a", "renewal 1936", "accession 1932 by b",
      ])
    #expect(merge.differences == [])
  }

  @Test func obligationsThatSayTheSameAreOneAndTheirDeedsFollow() throws {
    let merge = try merged(
      """
      actors: { a: A, b: B }
      agreements: { p: { name: P, parties: [a, b], obligations: [{ kind: consult, by: a }, { kind: assist, by: b }] } }
      events: { e: { name: E, breaches: p.obligation-2 } }
      """,
      """
      actors: { a: A, b: B }
      agreements: { p: { name: P, parties: [a, b], obligations: [{ kind: assist, by: b }, { kind: pay, by: a }] } }
      events: { e: { name: E, breaches: p.obligation-1 }, f: { name: F, keeps: p.obligation-2 } }
      """)
    let obligations = merge.graph["p" as EntityID]?.life?.obligations ?? []
    #expect(
      obligations.map { "\($0.id) \($0.kind)" } == [
        "p.obligation-1 consult", "p.obligation-2 assist", "p.obligation-3 pay",
      ])
    #expect(merge.graph["e" as EntityID]?.deeds.map(\.obligation) == ["p.obligation-2"])
    #expect(merge.graph["f" as EntityID]?.deeds.map(\.obligation) == ["p.obligation-3"])
    #expect(merge.differences == [])
    expectWrittenAndReadBack(merge.graph)
  }

  @Test func idsOfOtherSortsAreRefused() throws {
    let error = #expect(throws: GraphMerge.Clashes.self) {
      try merged("actors: { a: A }\n", "territories: { a: A }\n")
    }
    #expect(
      error?.description
        == "the id 'a' is an actor in one.yaml and a territory in two.yaml; expected one thing. Give one of the two another id."
    )
  }

  @Test func relativeDatesStayWithTheGraph() throws {
    let merge = try merged(
      "events: { e: { name: E, when: 1940-06 }, f: { name: F, when: { after: e, before: 1941-01-01 } } }\n",
      "events: { g: { name: G, when: { after: e } }, e: { name: E, when: 1940-06 } }\n")
    #expect(merge.graph.dateOrders.count == 2)
    expectWrittenAndReadBack(merge.graph)
  }

  @Test func successionsAcrossFilesHandAgreementsOn() throws {
    let merge = try merged(
      "actors: { a: A, b: B }\nagreements: { p: { name: P, parties: [a], signed: 1900 } }\n",
      "actors: { a: A, b: { name: B, successor-of: { actor: a, when: 1910, succession: continuity } } }\n")
    #expect(links(merge.graph) == ["successor-of b a", "party a p", "party b p"])
    expectWrittenAndReadBack(merge.graph)
  }

  @Test func secondDefaultOfAQuestionIsNone() throws {
    let merge = try merged(
      "readings: { r: { title: R, question: Q, default: true } }\n",
      "readings: { s: { title: S, question: Q, default: true }, r: { title: R, question: Q } }\n")
    #expect(merge.graph.readings.map(\.isDefault) == [true, false])
    #expect(merge.differences.map(\.field) == ["default", "default"])
  }
}
