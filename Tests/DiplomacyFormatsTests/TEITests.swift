import Chronology
import Diplomacy
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

@Suite struct TEITests {
  // MARK: Validity

  @Test(
    .enabled(
      if: Tools.jing != nil && Tools.teiSchema != nil, "jing or TEI's schema is missing; run Scripts/test."))
  func everyDocumentIsValidTEI() throws {
    try validate(against: try #require(Tools.teiSchema))
  }

  @Test(
    .enabled(
      if: Tools.jing != nil && Tools.newerTEISchema != nil,
      "TEI 4.12.0's schema is not beside the project's folder; 4.3.0 is checked all the same."))
  func everyDocumentIsValidByTheNewerSchemaToo() throws {
    try validate(against: try #require(Tools.newerTEISchema))
  }

  /// Starts the validator once for all documents, for each start takes more than a second.
  private func validate(against schema: URL) throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    for view in try SampleGraph.all.flatMap({ try $0.views() }) + [
      NamedView(name: "wild", view: GraphView(wildGraph))
    ] {
      let file = folder.appending(path: "\(view.name).tei.xml")
      try Data(try tei(view.view).bytes).write(to: file)
      files.append(file.path)
    }
    let outcome = try run(try #require(Tools.jing), [schema.path] + files)
    let complaints = outcome.output.replacing("\(folder.path)/", with: "").prefix(4000)
    #expect(outcome.code == 0 && outcome.output.isEmpty, "\(complaints)")
  }

  // MARK: What holds for every graph

  @Test(arguments: SampleGraph.all)
  func everyEntityStandsOnceWithItsIDAndItsNames(sample: SampleGraph) throws {
    for view in try sample.views() {
      let standOff = try Document(view).standOff
      let elements =
        (standOff.first("listPerson")?.children ?? []) + (standOff.first("listOrg")?.children ?? [])
        + (standOff.first("listPlace")?.children ?? [])
        + (standOff.first("listEvent")?.children("event") ?? []).filter { $0["type"] != "none" }
      let byID = Dictionary(grouping: elements) { $0["xml:id"] ?? "" }
      #expect(elements.count == view.view.entities.count, "\(view)")
      for entity in view.view.entities.map(\.entity) {
        let found = byID[entity.id.rawValue] ?? []
        let element = try #require(found.first, "\(view): \(entity.id)")
        #expect(found.count == 1, "\(view): \(entity.id)")
        let isPerson = entity.category == .actor && entity.kind.name == "person"
        let (name, nameElement) =
          switch entity.category {
          case .actor: isPerson ? ("person", "persName") : ("org", "orgName")
          case .territory: ("place", "placeName")
          case .agreement, .event: ("event", "label")
          }
        #expect(element.name == name, "\(view): \(entity.id)")
        if entity.category == .agreement || entity.category == .event {
          #expect(
            element["type"] == entity.category.rawValue && element["subtype"] == entity.kind.name, "\(view)")
        } else if !isPerson {
          #expect(element["type"] == entity.kind.name, "\(view): \(entity.id)")
        }
        let names = element.children(nameElement).filter { $0["type"] == nil }
        #expect(
          names.map { [$0["xml:lang"], $0.text] }
            == entity.name.wordings.map { [$0.language, asInXML($0.text)] }, "\(view)")
        let short = element.children(nameElement).filter { $0["type"] == "short" }.map(\.text)
        #expect(short == (entity.shortName?.wordings ?? []).map { asInXML($0.text) }, "\(view): \(entity.id)")
        #expect(
          element.children("idno").map { [$0["type"], $0.text] }
            == entity.identifiers.map { [$0.register, $0.value] }, "\(view)")
      }
    }
  }

  @Test(arguments: SampleGraph.all)
  func everyStatementIsARelationBesideTheEvents(sample: SampleGraph) throws {
    for view in try sample.views() {
      let document = try Document(view)
      // A list of events must hold an event, so that relations alone stand outside of it.
      let hasEvents = view.view.entities.contains { [.agreement, .event].contains($0.entity.category) }
      let place = hasEvents ? document.standOff.first("listEvent") : document.standOff
      let relations = place?.first("listRelation")?.children ?? []
      #expect(document.root.all("relation").count == relations.count, "\(view)")
      let statements = view.view.statements.map(\.statement)
      #expect(relations.map { $0["xml:id"] } == statements.map(\.id.rawValue), "\(view)")
      for (relation, statement) in zip(relations, statements) {
        let ends = ["#\(statement.subject)", "#\(statement.object)"]
        #expect(relation["name"] == statement.role.name, "\(view): \(statement.id)")
        if statement.role.isSymmetric {
          #expect(
            relation["mutual"] == ends.joined(separator: " ") && relation["active"] == nil,
            "\(view): \(statement.id)")
        } else {
          #expect(
            [relation["active"], relation["passive"]] == ends && relation["mutual"] == nil,
            "\(view): \(statement.id)")
        }
        let isPlain = statement.when?.style == .gregorian
        #expect(
          relation["when-custom"] == (isPlain ? statement.when?.edtf : statement.when?.text),
          "\(view): \(statement.id)")
        #expect(relation["cert"] == statement.attestation.certainty?.rawValue, "\(view): \(statement.id)")
      }
    }
  }

  @Test(arguments: SampleGraph.all)
  func idsAreUniqueAndPointersResolve(sample: SampleGraph) throws {
    for view in try sample.views() { try checkPointers(try Document(view), "\(view)") }
  }

  private func checkPointers(_ document: Document, _ what: String) throws {
    let elements = document.root.all
    let ids = elements.compactMap { $0["xml:id"] }
    #expect(Set(ids).count == ids.count, "\(what)")
    #expect(ids.allSatisfy { $0.wholeMatch(of: /[A-Za-z_][A-Za-z0-9._-]*/) != nil }, "\(what): \(ids)")
    let known = Set(ids)
    for element in elements {
      for name in ["ref", "active", "passive", "mutual", "source", "ana", "target"] {
        guard let value = element[name], element.name != "ptr" else { continue }
        for pointer in value.split(separator: " ") {
          #expect(
            pointer.first == "#" && known.contains(String(pointer.dropFirst())),
            "\(what): \(element.name) \(name)=\(value)")
        }
      }
    }
  }

  // MARK: Ids that XML cannot hold

  /// Ids that are no XML names, or that become the same name, in every place that has ids.
  private var wildGraph: DiplomaticGraph {
    let ids = [
      "", " ", "a b", "a_b", "a\tb", "1914", ".dot", "-dash", "_", "日本", "中国", "é", "ª", "µ", "a:b", "<a>",
      "a&b", "\"", "x\u{0}y",
      "source", "source_p_1", "reading", "s",
    ]
    let name = LocalizedText("Name", language: "en")
    func attestation(_ index: Int) -> Attestation {
      Attestation(
        citations: [
          Citation(source: SourceID(ids[index]), locator: "p 1"),
          Citation(source: SourceID(ids[index]), locator: "p_1"),
          Citation(source: "source", locator: "p.1"),
        ], readings: [ReadingID(ids[index])])
    }
    let kinds = [
      EntityKind(.actor, "state"), EntityKind(.actor, "a great power"),
      EntityKind(.territory, "no man's\nland"),
      EntityKind(.agreement, "a pact\u{1}"), EntityKind(.event, ""), EntityKind(.actor, "person"),
    ]
    return DiplomaticGraph(
      title: name, sources: ids.map { Source(id: SourceID($0), title: name, kind: $0) },
      readings: ids.map { Reading(id: ReadingID($0), title: name) },
      entities: ids.enumerated().map { index, id in
        Entity(
          id: EntityID(id), kind: kinds[index % kinds.count], name: name, attestation: attestation(index))
      },
      statements: ids.enumerated().map { index, id in
        Statement(
          id: StatementID(id), subject: EntityID(id), role: Role("a role of \(id)"),
          object: EntityID(ids[(index + 1) % ids.count]), attestation: attestation(index))
      })
  }

  @Test func idsStayUniqueWhenEntitiesSourcesReadingsAndStatementsShareThem() throws {
    let graph = wildGraph
    let document = try Document(NamedView(name: "wild", view: GraphView(graph)))
    try checkPointers(document, "wild")
    #expect(document.root.all("relation").count == graph.statements.count)
    let listed = document.root.all.filter { $0["xml:id"] != nil }.count
    // Each source is cited at two places of its own; `source p.1` is cited by all.
    let cited = graph.sources.count * 2 + 1
    #expect(
      listed == graph.entities.count + graph.sources.count + graph.readings.count + graph.statements.count
        + cited)
  }

  @Test(.timeLimit(.minutes(2))) func thousandsOfIDsThatBecomeTheSameNameAreToldApart() throws {
    let entities = (0..<20_000).map { index in
      let id = String(
        String.UnicodeScalarView(
          [0x4E00 + index / 200, 0x4E00 + index % 200].compactMap { Unicode.Scalar(UInt32($0)) }))
      return Entity(
        id: EntityID(id), kind: EntityKind(.actor, "state"), name: LocalizedText(id, language: "zh"))
    }
    let graph = DiplomaticGraph(title: LocalizedText("T", language: "zh"), entities: entities, statements: [])
    let document = try XMLTree.parse(Data(tei(GraphView(graph)).bytes))
    let names = document.all.compactMap { $0["xml:id"] }
    #expect(names.count >= 20_000 && Set(names).count == names.count)
  }

  // MARK: Worked examples

  @Test func anAgreementsLifeIsNestedInItsEvent() throws {
    let view = NamedView(name: "life", view: GraphView(try SampleGraph.life.graph()))
    let pact = try #require(try Document(view).element("pact"))
    #expect(pact["when"] == "1941-04-13", "the signature: \(pact.attributes)")
    let nested = pact.children("event").map { [$0["type"], $0["subtype"], $0["when-custom"], $0["cert"]] }
    #expect(
      nested == [
        ["act", "signature", "1941-04-13", nil], ["act", "ratification", "1941-04-25", nil],
        ["act", "entry-into-force", "1941-04-25", nil], ["act", "denunciation", "1945-04-05", "high"],
        ["act", "breach", "1945-08-09", nil], ["act", "registration", nil, nil], ["terms", nil, nil, nil],
        ["obligation", "remain-neutral", nil, nil], ["obligation", "withdraw-troops", nil, nil],
        ["obligation", "consult", nil, nil],
      ])
    let texts = pact.children("event").map { $0.first("desc")?.text }
    #expect(texts[0] == "By USSR, Japan, at Moscow. At night.")
    #expect(texts[1] == "At Moscow.")
    #expect(texts[2] == nil)
    #expect(texts[3] == "By USSR. secret, known to Japan since 1945-04-06.")
    #expect(texts[4] == "By USSR. believed by Japan.")
    #expect(
      texts[7]
        == "Owed by USSR, Japan to Japan, USSR about Manchukuo against Nobody; if one is attacked; on Victory; "
        + "unless it began the war; not on Victory; within P3M of Victory; article 2. Says who?")
    #expect(texts[8] == "Owed by Japan; by 1941-12-31. promised by Japan.")
    #expect(
      pact.children("event")[6].first("label")?.text
        == "Terms: duration P5Y, notice P1Y, renewal P5Y (article 3)")
    #expect(pact.children("event")[7]["source"] == "#treaty_p._2")
    #expect(
      pact.children("desc").first { $0["type"] == "participants" }?.text
        == "USSR (party), Japan (party), M. (signatory), Nobody (negotiator)")
  }

  @Test func aRelationSaysForWhomAndInWhichOffice() throws {
    let view = NamedView(name: "life", view: GraphView(try SampleGraph.life.graph()))
    let desc = try #require(try Document(view).element("signatory.molotov.pact")?.first("desc"))
    #expect(desc.text == "Foreign Minister, Министр. for USSR.")
    #expect(desc.first("roleName")?["type"] == "office")
    #expect(desc.first("orgName")?.attributes == ["ref": "#ussr", "role": "for"])
  }

  @Test func aViewNamesOnlyWhatItHolds() throws {
    let text = """
      entente: 1
      title: T
      readings: { one: One, two: Two }
      actors: { a: A, b: { name: B, exists: 1950/ }, c: C }
      agreements:
        p:
          name: P
          parties: [a, { actor: c, reading: two }]
          signed: { when: 1939, by: [a, b], reading: one }
          ratified: { when: 1940, reading: two }
          terms: { duration: P1Y, reading: two }
          obligations: [{ kind: assist, by: a, reading: two }, { kind: consult, by: [a, b] }]
          in-force: { when: 1939/1941 }
      """
    let options = ViewOptions(at: try HistoricalDate("1940"), reading: "one")
    let view = NamedView(name: "one", view: GraphView(try GraphFile.read(text, named: "one"), options))
    let document = try Document(view)
    let pact = try #require(document.element("p"))
    #expect(pact.children("event").map { $0["type"] } == ["act", "in-force", "obligation"])
    #expect(pact.first("desc")?.text == "A (party)")
    #expect(document.element("b") == nil)
    // B is named, for it signed, but there is nothing to point to.
    let names = pact.all("orgName").filter { $0.text == "B" }
    #expect(names.count == 2 && names.allSatisfy { $0["ref"] == nil }, "\(names.map(\.attributes))")
    try checkPointers(document, "one")
  }

  @Test func sourcesReadingsAndCitedPlacesAreListed() throws {
    let view = NamedView(name: "attested", view: GraphView(try SampleGraph.attested.graph()))
    let document = try Document(view)
    let account = try #require(document.element("account"))
    #expect(account.children("title").map { $0["xml:lang"] } == ["fr", "en"])
    #expect(account["type"] == "web_x0020_page")
    #expect(account.first("date")?.attributes == ["when": "1946", "when-custom": "1946~"])
    #expect(document.element("book")?.first("ref")?["target"] == "#account_P1")
    #expect(document.element("account_P1")?.first("citedRange")?.text == "P1")
    #expect(document.element("account_P1")?.first("ref")?["target"] == "#account")
    let readings = try #require(document.standOff.first("interpGrp"))
    #expect(readings.children.map { $0["xml:id"] } == ["one", "two", "three"])
    #expect(
      readings.children[0].children("desc").map { [$0["type"], $0.text] } == [
        [nil, "The first way"], ["note", "A remark."],
      ])
    #expect(readings.children[0]["n"] == "default" && readings.children[1].first("desc", "ref") == nil)
    #expect(readings.children[1].children("desc").last?.first("ref")?["target"] == "#one")
    #expect(document.element("party.usa.pact")?["ana"] == "#three")
    #expect(document.element("party.ussr.pact")?["source"] == "#account_P1 #account_P2 #book")
    #expect(
      document.element("controls.germany.east")?.text
        == "\n          believed by Soviet Union. Really?\n        ")
  }

  @Test func addressesThatAreNoneBecomeIdentifiers() throws {
    let document = try Document(
      NamedView(name: "addresses", view: GraphView(try SampleGraph.addresses.graph())))
    let sources = document.root.all("bibl").filter { $0["type"] != "cited-place" }
    let targets = sources.compactMap { $0.first("ptr")?["target"] }
    let others = sources.compactMap { $0.first("idno")?.text }
    #expect(targets == ["https://example.org/日本", "a:b:c", "urn:isbn:0451450523"])
    #expect(
      others == [
        "http://[", "not an address", "https://example.org/a b", "%zz", "http://x/<y>", "#f#g",
        "\\\\server\\share",
        "https://example.org/{a}|b^`",
      ])
    #expect(
      sources[0].first("textLang")?.attributes == [:]
        && sources[0].first("textLang")?.text == "French & Russian")
  }

  @Test func theHeaderNamesTheGraphAndItsTerms() throws {
    let document = try Document(NamedView(name: "life", view: GraphView(try SampleGraph.life.graph())))
    let header = try #require(document.root.first("teiHeader"))
    #expect(document.root["xmlns"] == "http://www.tei-c.org/ns/1.0" && document.root["xml:lang"] == "en")
    #expect(header.first("fileDesc", "titleStmt", "title")?.text == "Sample life")
    #expect(
      header.first("fileDesc", "titleStmt")?.children("author").map(\.text) == ["One", "Two & <Three>"])
    #expect(header.first("fileDesc", "publicationStmt", "availability", "licence")?.text == "CC0-1.0")
    #expect(header.first("profileDesc", "abstract", "p")?.text == "All of it. Really & truly.")
  }

  @Test func whatIsNotHeldIsCounted() throws {
    #expect(try tei(GraphView(try SampleGraph.life.graph())).losses.losses.isEmpty)
    #expect(try tei(GraphView(try SampleGraph.onlyActors.graph())).losses.losses.isEmpty)
    let view = GraphView(try SampleGraph.dates.graph(), ViewOptions(at: try HistoricalDate("1941-04-13")))
    let possible = view.statements.count { $0.answer == .maybe }
    #expect(possible > 0)
    #expect(
      try tei(view).losses.lines == [
        "\(possible) × statement that holds only possibly or in part, written like the others"
      ])
  }
}

/// Our document, read by Foundation.
private struct Document {
  let root: XMLTree
  let standOff: XMLTree

  init(_ view: NamedView) throws {
    root = try XMLTree.parse(try tei(view.view).bytes)
    standOff = try #require(root.first("standOff"), "\(view)")
  }

  func element(_ id: String) -> XMLTree? { root.all.first { $0["xml:id"] == id } }
}
