import Chronology
import Diplomacy
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite(.enabled(if: Tools.dot != nil, "Graphviz' dot is missing; run Scripts/test."))
struct DiagramTests {
  private func view(_ body: String, _ options: ViewOptions = ViewOptions()) throws -> GraphView {
    GraphView(try GraphFile.read("entente: 1\ntitle: A title\n" + body, named: "drawn"), options)
  }

  private func read(_ body: String, _ options: ViewOptions = ViewOptions(), language: String? = nil) throws
    -> ReadDiagram
  {
    try ReadDiagram(Diagram(try view(body, options), DiagramOptions(language: language)).dot, body)
  }

  // MARK: What holds for every graph

  @Test(arguments: SampleGraph.all)
  func graphvizFindsTheNodesAndEdgesOfTheView(sample: SampleGraph) throws {
    let graph = try GraphFile.read(sample.text, named: sample.name)
    for options in [ViewOptions()] + (try sample.dates.map { ViewOptions(at: try HistoricalDate($0)) }) {
      let view = GraphView(graph, options)
      let statements = view.statements.map(\.statement)
      // A territory that is only the place of things is a line in their labels.
      let (places, others) = (
        statements.filter { $0.role == .place }, statements.filter { $0.role != .place }
      )
      let elsewhere = Set(others.flatMap { [$0.subject, $0.object] } + places.map(\.subject))
      let drawnStatements = others + places.filter { elsewhere.contains($0.object) }
      let joined = Set(drawnStatements.flatMap { [$0.subject, $0.object] })
      let drawn = view.entities.map(\.entity).filter {
        joined.contains($0.id) || $0.category == .agreement || $0.category == .event
      }
      let what = "\(sample) at \(options.at?.text ?? "all times")"
      let read = try ReadDiagram(Diagram(view).dot, what)
      #expect(read.nodes.map(\.id) == drawn.map(\.id.rawValue), "\(what)")
      let ends = drawnStatements.map { [$0.subject.rawValue, $0.object.rawValue] }
      #expect(
        Dictionary(grouping: read.edges, by: \.ends).mapValues(\.count)
          == Dictionary(grouping: ends, by: \.self).mapValues(\.count), "\(what)")
      for place in places where !elsewhere.contains(place.object) {
        let label = try read.node(place.subject.rawValue).label.joined()
        #expect(letters(label).contains(letters(graph.label(of: place.object))), "\(what): \(label)")
      }
      #expect(read.captionTexts.first == onOneLine(graph.title.text(in: graph.language)), "\(what)")
    }
  }

  @Test(arguments: LayoutEngine.allCases)
  func everyEngineDrawsAllNamesWhateverTheyHold(engine: LayoutEngine) throws {
    let view = GraphView(try GraphFile.read(SampleGraph.names.text, named: "names"))
    let pictures = try Diagram(view, DiagramOptions(engine: engine)).pictures([.svg])
    let svg = try XMLTree.parse(try #require(pictures.files[.svg]))
    let shown = letters(svg.all("text").map(\.text).joined())
    for name in SampleGraph.hardNames {
      #expect(shown.contains(letters(onOneLine(name))), "\(engine): \(name.debugDescription)")
    }
    #expect(
      shown.contains("Samplenames") && shown.contains("DrawnwithEntente."), "\(engine): \(shown.suffix(200))")
    #expect(svg.all("g").count { $0["class"]?.hasPrefix("node") == true } == view.entities.count, "\(engine)")
    #expect(
      svg.all("g").count { $0["class"]?.hasPrefix("edge") == true } == view.statements.count, "\(engine)")
    #expect(besidesFonts(pictures.warnings) == [], "\(engine)")
  }

  @Test(arguments: LayoutEngine.allCases, [SampleGraph.empty, .onlySources, .oneEntity, .onlyActors])
  func everyEngineDrawsSmallGraphs(engine: LayoutEngine, sample: SampleGraph) throws {
    let view = GraphView(try GraphFile.read(sample.text, named: sample.name))
    let pictures = try Diagram(view, DiagramOptions(engine: engine)).pictures(PictureFormat.allCases)
    #expect(
      pictures.files.count == PictureFormat.allCases.count && pictures.warnings == [], "\(engine), \(sample)")
  }

  @Test(arguments: ["", " ", "<b>", "&", "&amp;", "\u{0}", "\u{FFFF}\u{FFFE}", "a\\", "\"", "日本\n\n語"])
  func anyTitleNoteAndNameCanBeDrawn(text: String) throws {
    let name = LocalizedText(text, language: "en")
    let attestation = Attestation(
      certainty: .low, citations: [Citation(source: "s", locator: text)], note: text)
    let kinds = [EntityKind(.actor, "state"), EntityKind(.agreement, text)]
    let graph = DiplomaticGraph(
      title: name, sources: [Source(id: "s", title: name, author: text, publisher: text)],
      entities: zip(["a", "b"], kinds).map {
        Entity(id: EntityID($0), kind: $1, name: name, attestation: attestation)
      },
      statements: [
        Statement(
          id: "1", subject: "a", role: Role(text), object: "b", office: name, attestation: attestation)
      ])
    let pictures = try Diagram(GraphView(graph)).pictures([.svg])
    _ = try XMLTree.parse(try #require(pictures.files[.svg]))
  }

  // MARK: Size

  @Test func upTo220LinksAreDrawnInLayersAndMoreBySprings() throws {
    func diagram(_ count: Int) throws -> Diagram {
      Diagram(
        try view(
          "actors: { a: A, b: B }\nstatements:\n"
            + String(repeating: "  - { subject: a, role: claims-of, object: b }\n", count: count)))
    }
    #expect(try diagram(220).engine == .dot)
    #expect(try diagram(221).engine == .sfdp)
    #expect(try diagram(221).dot.contains("layout=sfdp"))
    #expect(Diagram(try view("actors: { a: A }"), DiagramOptions(engine: .circo)).engine == .circo)
  }

  // MARK: Labels

  @Test func longNamesAreWrappedAndDatesStandBelow() throws {
    let read = try read(
      """
      actors: { a: { name: The Union of Soviet Socialist Republics }, b: { name: Long Name Of It, short-name: Short } }
      territories: { moscow: Moscow, far: The Far East }
      agreements:
        p: { name: The Soviet–Japanese Neutrality Pact, parties: [a, b], signed: 1941-04-13, place: moscow }
      events:
        e: { name: A meeting, when: 1945-02-04/1945-02-11, agents: a, place: [moscow, far] }
        f: { name: Moscow, place: moscow }
      statements: [{ subject: a, role: controls, object: far }]
      """)
    #expect(try read.node("a").label == ["The Union of Soviet", "Socialist Republics"])
    #expect(try read.node("b").label == ["Short"])
    #expect(
      try read.node("p").label == ["The Soviet–Japanese", "Neutrality Pact", "Moscow", "13 April 1941"])
    // Not twice where a thing has the name of its place.
    #expect(try read.node("f").label == ["Moscow"])
    #expect(
      try read.node("e").label == ["A meeting", "Moscow", "4–11 February 1945"])
    // The Far East is more than a place of something, and so it is drawn.
    #expect(try read.node("far").label == ["The Far East"])
    #expect(try read.edge("e", "far").attributes["class"] == "place")
    #expect(!read.nodes.contains { $0.id == "moscow" })
  }

  @Test func namesAreThoseOfTheLanguageAskedFor() throws {
    let text = """
      actors: { a: { name: { en: Japan, ja: 日本 } }, b: { name: { en: United States, fr: États-Unis }, hostile-to: a } }
      """
    #expect(try read(text).nodes.map(\.label) == [["Japan"], ["United States"]])
    let japanese = try read(text, language: "ja")
    #expect(
      japanese.nodes.map(\.label) == [["日本"], ["United States"]], "the first name where there is no other")
    #expect(try read(text, language: "fr").nodes.map(\.label) == [["Japan"], ["États-Unis"]])
  }

  // MARK: Lines

  @Test func linesSayHowAnAssertionIsMeant() throws {
    let read = try read(
      """
      actors:
        sure: { name: Sure, certainty: high }
        doubtful: { name: Doubtful, certainty: low }
        imagined: { name: Imagined, certainty: low, modality: hypothetical }
        hidden: { name: Hidden, secret: true }
        hub: Hub
      statements:
        - { subject: sure, role: commands, object: hub }
        - { subject: doubtful, role: commands, object: hub, certainty: medium }
        - { subject: imagined, role: commands, object: hub, modality: planned }
        - { subject: hidden, role: commands, object: hub, known-to: sure }
        - { subject: hidden, role: hostile-to, object: doubtful, secret: true, modality: believed }
      """)
    func styles(_ id: String) throws -> [Substring] {
      try (read.node(id).attributes["style"] ?? "").split(separator: ",")
    }
    #expect(try styles("sure") == ["filled", "rounded"])
    #expect(try styles("doubtful") == ["filled", "rounded", "dashed"])
    #expect(try styles("imagined") == ["filled", "rounded", "dotted"])
    #expect(try read.node("hidden").attributes["peripheries"] == "2")
    #expect(try read.node("sure").attributes["peripheries"] == nil)
    #expect(try read.edge("sure", "hub").attributes["style"] == nil)
    #expect(try read.edge("doubtful", "hub").attributes["style"] == "dashed")
    #expect(try read.edge("imagined", "hub").attributes["style"] == "dotted")
    // Two lines side by side.
    #expect(
      try read.edge("hidden", "hub").attributes["color"]?.wholeMatch(of: /(#\w+):white:(#\w+)/)?.output.1
        == "#56B4E9")
    #expect(try read.edge("sure", "hub").attributes["color"] == "#56B4E9")
    let both = try read.edge("hidden", "doubtful").attributes
    #expect(
      both["style"] == "dotted" && both["color"]?.contains(":white:") == true && both["arrowhead"] == "none",
      "\(both)")
  }

  @Test func arrowsLeadFromWhoActsThroughTheEventToWhomItIsDone() throws {
    let read = try read(
      """
      actors: { a: A, b: B, c: C, d: D }
      events: { e: { name: E, agents: a, targets: b, recipients: c, participants: d } }
      """)
    // Graphviz draws a tail's arrow with `dir=back` at the first end, which is who suffers it.
    #expect(try read.edge("a", "e").attributes["arrowhead"] == "normal")
    let target = try read.edge("b", "e").attributes
    #expect(target["dir"] == "back" && target["arrowtail"] == "normal" && target["arrowhead"] == nil)
    #expect(try read.edge("c", "e").attributes["dir"] == "back")
    #expect(try read.edge("d", "e").attributes["arrowhead"] == "none")
  }

  @Test func aSecretThatWasDisclosedByTheDateIsNone() throws {
    let text = """
      actors: { a: A, b: B }
      agreements: { p: { name: P, parties: [a, b], signed: 1941, secret: true, disclosed: 1946-02-11 } }
      """
    let before = try read(text, ViewOptions(at: try HistoricalDate("1946-02-10")))
    #expect(try before.node("p").attributes["peripheries"] == "2")
    let after = try read(text, ViewOptions(at: try HistoricalDate("1946-02-12")))
    #expect(try after.node("p").attributes["peripheries"] == nil)
    #expect(!after.captionTexts.contains("secret"))
  }

  @Test func theCaptionIsInTheLanguage() throws {
    let text = "actors: { a: A, b: { name: B, hostile-to: a, certainty: low } }\nsources: { s: S }"
    let german = try read(text, language: "de").captionTexts.joined(separator: "|")
    #expect(german.contains("Staat") && german.contains("gegen") && german.contains("Aussage unsicher"))
    #expect(german.contains("Gezeichnet mit Entente.") && !german.contains("Drawn"))
  }

  @Test func whatHoldsOnlyPossiblyAtTheDateIsFaint() throws {
    let text = """
      actors: { a: { name: A, exists: 1940/ }, b: B, c: C }
      statements:
        - { subject: a, role: commands, object: b, when: 1930/1950 }
        - { subject: c, role: commands, object: b, when: 1930/1950 }
      """
    let read = try read(text, ViewOptions(at: try HistoricalDate("1941-06")))
    // Broken lines are for assertions of which the author is not sure.
    #expect(try read.node("a").attributes["style"] == "filled,rounded")
    #expect(try read.node("a").attributes["color"]?.count == 9)
    #expect(try read.edge("a", "b").attributes["style"] == nil)
    #expect(try read.edge("a", "b").attributes["color"]?.count == 9)
    #expect(try read.edge("c", "b").attributes["color"]?.count == 7)
    #expect(read.captionTexts.contains("Date: June 1941"))
    // What is said is sure; whether it was so on the date is not.
    #expect(read.captionTexts.contains("only possibly there on the date"))
    #expect(!read.captionTexts.contains("assertion uncertain"))
    // What is certainly there for a part of the month has a word and a strength of its own.
    let part = try self.read(
      text.replacing("1940/", with: "1941-06-10/1942"), ViewOptions(at: try HistoricalDate("1941-06")))
    #expect(part.captionTexts.contains("in part: there for part of the time shown"))
    #expect(!part.captionTexts.contains("only possibly there on the date"))
    #expect(try part.node("a").attributes["color"] != read.node("a").attributes["color"])
    // Nothing is uncertain at this date, so the legend says nothing of it.
    let certain = try self.read(
      text.replacing("1940/", with: "1940/1942"), ViewOptions(at: try HistoricalDate("1941-06")))
    #expect(!certain.captionTexts.contains { $0.contains("possibly") }, "\(certain.captionTexts)")
  }

  // MARK: Caption

  @Test func theLegendListsOnlyWhatOccurs() throws {
    let few = try read(
      "actors: { a: A, b: { name: B, hostile-to: a }, lonely: { name: C, kind: person, certainty: low } }")
    #expect(legend(few) == ["A title", "state", "against", "Drawn with Entente."])

    let many = try read(
      """
      sources: { s: { title: A <source>, author: B & C, publisher: D }, unused: Never cited }
      readings: { r: One & other }
      actors:
        a: A
        b: { kind: bloc, name: B }
        m: { kind: person, name: M, represents: a, source: s }
      territories: { t: { name: T, part-of: u }, u: U }
      agreements: { p: { name: P, parties: a, signatories: m, guarantees: t, secret: true }, q: { name: Q, amends: p } }
      events: { e: { name: E, agents: b, leads-to: q, certainty: low, place: t } }
      statements: [{ subject: a, role: envies, object: b, modality: believed }]
      """, ViewOptions(reading: "r"))
    #expect(
      legend(many) == [
        "A title", "Reading: One & other", "state", "organisation, bloc",
        "person",
        "agreement", "territory", "event", "party", "takes part otherwise",
        "acts for, belongs to",
        "acts or is present", "about land", "where", "between agreements", "leads to", "other links",
        "assertion uncertain",
        "planned, believed or hypothetical", "secret", "Sources: B & C, A <source>, D.",
        "Drawn with Entente.",
      ])
  }

  /// The caption's texts without the drawn samples of lines.
  private func legend(_ diagram: ReadDiagram) -> [Substring] {
    diagram.captionTexts.map { $0.drop { "━─▶ ".contains($0) } }
  }

  @Test func theCaptionIsNoMarkupWhateverTheTitle() throws {
    for title in SampleGraph.hardNames {
      let graph = try GraphFile.read(
        "entente: 1\ntitle: \(SampleGraph.yaml(title))\nsources: { s: \(SampleGraph.yaml(title)) }\n"
          + "agreements: { p: { name: P, source: s } }\n", named: "title")
      let read = try ReadDiagram(Diagram(GraphView(graph)).dot, title)
      #expect(
        letters(read.captionTexts.first ?? "") == letters(onOneLine(title)), "\(title.debugDescription)")
      #expect(
        letters(read.captionTexts.joined()).contains("Sources:" + letters(onOneLine(title)) + "."),
        "\(title.debugDescription)")
    }
  }

  // MARK: Losses

  @Test func whatIsNotDrawnIsCounted() throws {
    let text = """
      actors: { a: { name: { en: A, fr: B, ru: C } }, b: { name: B, hostile-to: a }, alone: Alone, also: Also }
      territories: { t: T }
      events: { e: { name: E, place: t } }
      """
    #expect(
      Diagram(try view(text)).losses.lines == [
        "2 × entity without a link, not drawn", "2 × name in another language, not drawn",
      ])
    #expect(Diagram(try view("actors: { a: A, b: { name: B, hostile-to: a } }")).losses.lines == [])
  }
}
