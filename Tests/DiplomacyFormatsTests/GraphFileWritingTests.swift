import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Graphs written as graph files.
@Suite struct GraphFileWritingTests {
  // MARK: There and back

  @Test(arguments: SampleGraph.all + SampleGraph.ofTheProject)
  func sampleIsReadBackAsItIs(_ sample: SampleGraph) throws {
    expectWrittenAndReadBack(try sample.graph(), sample.name)
  }

  @Test(arguments: 0..<UInt64(Thoroughness.cases(60, thorough: 2000)))
  func randomGraphIsReadBackAsItIs(seed: UInt64) {
    expectWrittenAndReadBack(RandomGraphs.graph(seed: seed), "seed \(seed)")
  }

  @Test func everythingIsReadFromOneFileAndWrittenAgain() throws {
    let text = """
      entente: 1
      title: A small graph
      language: en
      directed-links: true
      attributes: { layout: force, zoom: 1.5 }

      sources:
        treaties: { title: League of Nations Treaty Series, url: "https://treaties.un.org" }

      actors:
        germany: Germany
        poland:
          name: { en: Poland, pl: Polska }
          exists: 1918-11-11/..
          attributes: { code: "007", color: "#ff0000", share: 0.25, size: 3, visible: true }
        pilsudski:
          kind: person
          name: Józef Piłsudski
          represents: { actor: poland, when: 1926/1935-05-12, office: Minister of War }

      agreements:
        declaration-1934:
          kind: declaration
          name: "German–Polish declaration: no force"
          signed: 1934-01-26
          entered-into-force: 1934-02-24
          ended: { when: 1939-04-28, by: germany, note: denounced by Germany }
          terms: { duration: P10Y, notice: P6M }
          parties: [germany, poland]
          source: treaties vol. 1 #2

      statements:
        - { subject: germany, role: link, object: poland, weight: 2.5, directed: false }

      """
    // The writer quotes what a reader would cut.
    let read = text.replacing("source: treaties vol. 1 #2", with: "source: 'treaties vol. 1 #2'")
    let written = text.replacing("source: treaties vol. 1 #2", with: "source: \"treaties vol. 1 #2\"")
    let graph = try readGraph(read)
    #expect(expectWrittenAndReadBack(graph) == written)
    #expect(
      graph["poland" as EntityID]?.attributes == [
        Attribute("code", .text("007")), Attribute("color", .text("#ff0000")),
        Attribute("share", .number(0.25)),
        Attribute("size", .integer(3)), Attribute("visible", .boolean(true)),
      ])
    #expect(graph.hasDirectedLinks)
    #expect(graph.statements.last?.isDirected == false)
    #expect(graph.statements.last?.weight == 2.5)
  }

  @Test func idsThatAreNoWordsBecomeWordsAndAreTold() throws {
    let ids: [EntityID] = ["1", "2", "n1", "Müller & Söhne", "", "a b"]
    let graph = DiplomaticGraph(
      title: LocalizedText("T", language: "en"),
      entities: ids.map {
        Entity(
          id: $0, kind: EntityKind(.actor, "trading company"), name: LocalizedText("\($0) ", language: "en"))
      },
      statements: [
        Statement(id: "0", subject: "1", role: Role("trades with"), object: "2"),
        Statement(id: "1", subject: "1", role: .party, object: "2"),
      ])
    let export = GraphFile.export(graph)
    let again = try readGraph(String(decoding: export.bytes, as: UTF8.self))
    #expect(again.entities.map(\.id.rawValue) == ["n1.2", "n2", "n1", "Muller-Sohne", "n", "a-b"])
    #expect(again.entities[3].attributes.map(\.value.description) == ["Müller & Söhne", "trading company"])
    #expect(again.statements.map(\.role.name) == ["trades-with", "x-party"])
    #expect(
      export.losses.lines == [
        "7 × id that is no word, or that two things have, written as another word",
        "6 × kind that is no word, written as one, and as it is in the attribute 'original-kind'",
        "5 × space at the ends of a text", "1 × text without letters",
        "1 × role that is no word, written as one, and as it is in the attribute 'original-role'",
        "1 × role that does not fit what it joins, written as another word, and as it is in the attribute 'original-role'",
      ])
  }

  @Test func commentsStandAtTheTop() throws {
    let graph = try readGraph(header)
    let text = String(
      decoding: GraphFile.export(graph, comments: ["one: a", "two\nlines \u{1B}"]).bytes, as: UTF8.self)
    #expect(text == "# one: a\n# two lines \\u{1B}\nentente: 1\ntitle: T\nlanguage: en\n")
  }

  @Test func statementsCanStandWithTheirEntities() throws {
    let graph = try readGraph(
      header
        + """
        actors: { a: A, b: B }
        agreements: { p: P, q: Q }
        statements:
          - { subject: a, role: party, object: q }
          - { subject: a, role: party, object: p }
          - { subject: b, role: party, object: q }
          - { subject: b, role: hostile-to, object: a }
        """)
    let kept = String(decoding: GraphFile.export(graph).bytes, as: UTF8.self)
    let grouped = String(decoding: GraphFile.export(graph, order: .grouped).bytes, as: UTF8.self)
    #expect(kept.contains("statements:") && !kept.contains("parties"))
    #expect(grouped.contains("  q: { name: Q, parties: [a, b] }\n") && !grouped.contains("statements:"))
    #expect(Set(try readGraph(grouped).statements) == Set(graph.statements))
  }

  // MARK: Views

  @Test func aViewIsWrittenAsWhatItShows() throws {
    let graph = try readGraph(
      header
        + """
        readings: { r: R, q: Q }
        actors: { a: A, b: B, c: { name: C, exists: ../1920 } }
        agreements:
          p: { name: P, parties: [a, b], signed: { when: 1941, reading: r }, ratified: { when: 1942, reading: q }, in-force: 1941/1945 }
          hidden: { name: H, parties: [a, c], secret: true, in-force: 1900/.. }
        """)
    for (options, entities, acts) in [
      (ViewOptions(reading: "r"), ["a", "b", "c", "p", "hidden"], ["signature"]),
      (
        ViewOptions(at: try HistoricalDate("1943")), ["a", "b", "p", "hidden"], ["signature", "ratification"]
      ),
      (ViewOptions(knownTo: "b"), ["a", "b", "c", "p"], ["signature", "ratification"]),
      (ViewOptions(withoutEntities: ["b"]), ["a", "c", "p", "hidden"], ["signature", "ratification"]),
    ] {
      let view = GraphView(graph, options)
      let export = try #require(try Format.graphFile.writer?.write(view))
      let again = try GraphFile.read(String(decoding: export.bytes, as: UTF8.self), named: "view.yaml")
      #expect(again.entities.map(\.id.rawValue) == entities)
      #expect(again.entities.first { $0.id == "p" }?.life?.acts.map(\.kind.name) == acts)
      #expect(again.statements.count == view.statements.count)
      #expect(!export.losses.lines.isEmpty)
    }
    let whole = try #require(try Format.graphFile.writer?.write(GraphView(graph)))
    #expect(whole.losses.lines.isEmpty)
  }

  @Test(arguments: SampleGraph.all) func viewsOfSamplesAreReadBack(_ sample: SampleGraph) throws {
    let graph = try sample.graph()
    var options = try sample.views().dropFirst().map(\.view.options)
    options += graph.entities(.actor).prefix(2).map { ViewOptions(knownTo: $0.id) }
    options += graph.sources.prefix(1).map { ViewOptions(withoutSources: [$0.id]) }
    options += [ViewOptions(modalities: [.actual])]
    for options in options {
      let view = GraphView(graph, options)
      let export = try #require(try Format.graphFile.writer?.write(view))
      let text = String(decoding: export.bytes, as: UTF8.self)
      let again = try GraphFile.read(text, named: "view.yaml")
      #expect(Set(again.entities.map(\.id)) == Set(view.entities.map(\.entity.id)), "\(sample) \(options)")
      #expect(again.statements.count >= view.statements.count, "\(sample) \(options)")
    }
  }

  // MARK: Other readers of YAML

  @Test(.enabled(if: Tools.python != nil, "Scripts/test installs Python with PyYAML"))
  func otherReadersOfYAMLFindTextsWhereTextsAre() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try (0..<20).map { seed in
      let path = folder.appending(path: "\(seed).yaml")
      try Data(GraphFile.export(RandomGraphs.graph(seed: UInt64(seed))).bytes).write(to: path)
      return path.path
    }
    let outcome = try run(
      try #require(Tools.python),
      ["Scripts/oracles/validate-schema.py", "Documentation/graph-file.schema.json"] + files,
      in: projectFolder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let found = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: [String]]
    for (file, messages) in found ?? [:] { #expect(messages.isEmpty, "\(file): \(messages)") }
    #expect(found?.count == files.count)
  }
}
