import Chronology
import Diplomacy
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

@Suite struct GraphMLTests {
  // MARK: What holds for every graph

  @Test(arguments: SampleGraph.all)
  func nodesAndEdgesAreThoseOfTheView(sample: SampleGraph) throws {
    for view in try sample.views() {
      let graph = try Document(view).graph
      #expect(
        graph.children("node").map { $0["id"] } == view.view.entities.map(\.entity.id.rawValue), "\(view)")
      let edges = graph.children("edge").map { [$0["id"], $0["source"], $0["target"]] }
      let statements = view.view.statements.map(\.statement)
      #expect(
        edges == statements.map { [$0.id.rawValue, $0.subject.rawValue, $0.object.rawValue] }, "\(view)")
      #expect(Set(edges.map(\.[0])).count == edges.count, "\(view): an edge id stands twice")
      for (node, entity) in zip(graph.children("node"), view.view.entities.map(\.entity)) {
        let data = Document.data(of: node)
        #expect(data["node_label"] == asInXML(entity.label(in: view.view.graph.language)), "\(view)")
        for wording in entity.name.wordings {
          #expect(data["node_name_\(wording.language)"] == asInXML(wording.text), "\(view)")
        }
      }
      #expect(
        graph.children("edge").map { Document.data(of: $0)["edge_role"] } == statements.map(\.role.name),
        "\(view)")
    }
  }

  @Test(arguments: SampleGraph.all)
  func theDocumentSuitsEveryReader(sample: SampleGraph) throws {
    for view in try sample.views() {
      let document = try Document(view)
      #expect(document.root.name == "graphml")
      #expect(document.root["xmlns"] == "http://graphml.graphdrawing.org/xmlns")
      #expect(document.root.all("default").isEmpty, "\(view): Cytoscape ignores defaults")
      #expect(document.root.children("graph").count == 1 && document.root.all("graph").count == 1, "\(view)")
      #expect(document.graph["edgedefault"] == "directed")
      #expect(
        document.root.all("edge").allSatisfy { $0["directed"] == nil },
        "\(view): NetworkX knows no mixed direction")

      // The graph's data, then the nodes, then the edges, and nothing else.
      let ranks = document.graph.children.map { ["data", "node", "edge"].firstIndex(of: $0.name) ?? -1 }
      #expect(ranks == ranks.sorted() && !ranks.contains(-1), "\(view)")

      for key in document.keys {
        let (id, domain, name) = (key["id"] ?? "", key["for"] ?? "", key["attr.name"] ?? "")
        #expect(["graph", "node", "edge"].contains(domain), "\(view): \(key.attributes)")
        let isYear = name == "start_year" || name == "end_year"
        #expect(key["attr.type"] == (isYear ? "int" : "string"), "\(view): \(key.attributes)")
        #expect(name != "id", "\(view): igraph would blank all ids")
        #expect(id.wholeMatch(of: /d[0-9]+/) == nil, "\(view): Gephi reads d3 and d7 as labels")
        #expect(id == "\(domain)_\(name)", "\(view)")
      }
      let ids = document.keys.compactMap { $0["id"] }
      #expect(Set(ids).count == ids.count, "\(view): \(ids)")

      let domains = Dictionary(uniqueKeysWithValues: document.keys.map { ($0["id"], $0["for"]) })
      for element in [document.graph] + document.graph.children where element.name != "data" {
        let used = element.children("data").map { $0["key"] }
        #expect(Set(used).count == used.count, "\(view): \(used)")
        #expect(used.allSatisfy { domains[$0] == element.name }, "\(view): \(element.name) \(used)")
      }
    }
  }

  @Test(.enabled(if: Tools.python != nil, "ENTENTE_TOOLS names no Python; run Scripts/test."))
  func networkXAndIgraphReadEveryNodeEdgeAndAttribute() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let views = try SampleGraph.all.flatMap { try $0.views() }
    var files: [(view: NamedView, path: String)] = []
    for view in views {
      let file = folder.appending(path: "\(view.name).graphml")
      try Data(try graphML(view.view).bytes).write(to: file)
      files.append((view, file.path))
    }
    let script = projectFolder.appending(path: "Scripts/oracles/read-graphml.py").path
    let outcome = try run(try #require(Tools.python), [script] + files.map(\.path))
    try #require(outcome.code == 0, "\(outcome.errors)")
    let read = try JSONDecoder().decode([String: [String: ReadGraph]].self, from: Data(outcome.output.utf8))
    for (view, path) in files {
      let written = try Document(view)
      for reader in ["NetworkX", "igraph"] {
        let graph = try #require(read[path]?[reader], "\(view)")
        #expect(graph.error == nil, "\(reader), \(view)")
        #expect(graph.directed == true, "\(reader), \(view)")
        #expect(graph.graph == written.attributes(of: written.graph), "\(reader), \(view)")
        #expect(
          graph.nodes?.map(\.id) == written.graph.children("node").map { $0["id"] }, "\(reader), \(view)")
        for (node, element) in zip(graph.nodes ?? [], written.graph.children("node")) {
          #expect(
            node.attributes == written.attributes(of: element), "\(reader), \(view), \(element.attributes)")
        }
        // NetworkX sorts edges by their source and keeps their ids; igraph keeps their order.
        let read = graph.edges ?? []
        let elements = written.graph.children("edge")
        #expect(read.count == elements.count, "\(reader), \(view): parallel edges survive")
        let edges = Dictionary(read.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (position, element) in elements.enumerated() where position < read.count {
          let byID = edges[element["id"]]
          let edge =
            reader == "igraph"
            ? read[position] : try #require(byID, "\(reader), \(view), \(element.attributes)")
          let ends = [edge.source, edge.target]
          #expect(
            ends == [element["source"], element["target"]], "\(reader), \(view), \(element.attributes)")
          #expect(
            edge.attributes == written.attributes(of: element), "\(reader), \(view), \(element.attributes)")
        }
      }
    }
  }

  // MARK: Worked examples

  /// A membership with an uncertain end, a pact of four days, and a battle before our era.
  private let drawn = """
    entente: 1
    title: { en: A title, fr: Un titre }
    authors: [One, Two]
    sources: { book: A book }
    actors:
      a: { name: { en: Alpha, fr: Alphe }, short-name: A, exists: 1871-01-18/1918~, identifiers: { wikidata: Q1, viaf: V2 } }
      b: { name: Beta, member-of: { actor: a, when: "1939-10/", certainty: low, source: [book p. 1, book], id: joins } }
      m: { kind: person, name: Mu }
    agreements:
      p:
        name: P
        parties: [a]
        signatories: { actor: m, for: a, office: { en: Minister, fr: Ministre } }
        in-force: 1914-08-01/1914-08-04
        signed: 1914-07
        terms: { duration: P5Y, clause: article 1 }
        obligations: { kind: assist, by: a, to: b, condition: attacked }
        secret: true
        note: A note.
    events:
      e: { kind: battle, name: E, when: -0043-03 }
    """

  private func node(_ id: String, of text: String, _ options: ViewOptions = ViewOptions()) throws -> [String:
    String]
  {
    let document = try Document(
      NamedView(name: "drawn", view: GraphView(try GraphFile.read(text, named: "drawn"), options)))
    let element = document.graph.children.first { $0["id"] == id }
    return Document.data(of: try #require(element, "\(id)"))
  }

  @Test func anActorHasItsNamesItsDatesAndItsIdentifiers() throws {
    #expect(
      try node("a", of: drawn) == [
        "node_label": "A", "node_name": "Alpha", "node_name_en": "Alpha", "node_name_fr": "Alphe",
        "node_category": "actor",
        "node_kind": "state", "node_when": "1871-01-18/1918~", "node_start_year": "1871",
        "node_end_year": "1918", "node_identifiers": "wikidata:Q1; viaf:V2",
      ])
  }

  @Test func anAgreementHasItsLifeInWords() throws {
    #expect(
      try node("p", of: drawn) == [
        "node_label": "P", "node_name": "P", "node_name_en": "P", "node_category": "agreement",
        "node_kind": "treaty",
        "node_when": "1914-08-01/1914-08-04", "node_start_year": "1914", "node_end_year": "1914",
        "node_note": "A note.", "node_secret": "yes",
        "node_acts": "signature 1914-07",
        "node_terms": "duration P5Y (article 1)", "node_obligations": "assist: a to b; if attacked",
      ])
  }

  @Test func yearsBeforeOurEraAreAstronomicalNumbers() throws {
    let data = try node("e", of: drawn)
    #expect(data["node_when"] == "-0043-03")
    #expect(data["node_start_earliest"] == nil && data["node_end_latest"] == nil, "'when' says them")
    #expect(data["node_start_year"] == "-43" && data["node_end_year"] == "-43", "\(data)")
  }

  @Test func anEdgeHasItsDatesAndHowItIsAttested() throws {
    #expect(
      try node("joins", of: drawn) == [
        "edge_role": "member-of", "edge_when": "1939-10/", "edge_start_year": "1939", "edge_certainty": "low",
        "edge_sources": "book p. 1; book",
      ])
    let signs = try node("signatory.m.p", of: drawn)
    #expect(signs["edge_for"] == "a" && signs["edge_office"] == "Minister", "\(signs)")
  }

  @Test(arguments: [("1914-08-02", "certainly"), ("1914-08", "in part")])
  func aViewAtADateSaysWhatHoldsCertainlyAndWhatPossibly(date: String, holds: String) throws {
    let options = ViewOptions(at: try HistoricalDate(date))
    let document = try Document(
      NamedView(name: "drawn", view: GraphView(try GraphFile.read(drawn, named: "drawn"), options)))
    #expect(Document.data(of: document.graph)["graph_at"] == date)
    #expect(try node("p", of: drawn, options)["node_holds"] == holds)
    #expect(try node("party.a.p", of: drawn, options)["edge_holds"] == holds)
    #expect(try node("m", of: drawn, options)["node_holds"] == "certainly")
    #expect(document.graph.children.allSatisfy { $0["id"] != "e" })
    #expect(try node("p", of: drawn)["node_holds"] == nil, "without a date, nothing is said")
  }

  @Test func anotherReadingsActsAreLeftOut() throws {
    let text = """
      entente: 1
      title: T
      readings: { one: One, two: Two }
      agreements:
        p:
          name: P
          signed: { when: 1939, reading: one }
          ratified: { when: 1940, reading: two }
          in-force: [{ when: 1939/1941, reading: one }, { when: 1940/1945, reading: two }]
      """
    let one = try node("p", of: text, ViewOptions(reading: "one"))
    #expect(one["node_acts"] == "signature 1939" && one["node_when"] == "1939/1941", "\(one)")
    let both = try node("p", of: text)
    #expect(both["node_acts"] == "signature 1939; ratification 1940", "\(both)")
    #expect(both["node_when"] == "[1939-01-01..1940-12-31]/[1941-01-01..1945-12-31]", "\(both)")
    #expect(both["node_start_year"] == "1939" && both["node_end_year"] == "1945", "\(both)")
  }

  @Test func yearsBeyond32BitsAreLeftOutBecauseGraphMLHasNoSuchNumber() throws {
    let text =
      "entente: 1\ntitle: T\nevents: { e: { name: E, when: Y-2147483648 }, f: { name: F, when: Y-2147483649 } }\n"
    #expect(try node("e", of: text)["node_start_year"] == "-2147483648")
    let beyond = try node("f", of: text)
    #expect(
      beyond["node_start_year"] == nil
        && beyond["node_when"] == "Y-2147483649", "\(beyond)")
  }

  @Test func whatIsFlattenedIsCounted() throws {
    let losses = try graphML(GraphView(try GraphFile.read(drawn, named: "drawn"))).losses
    #expect(
      losses.lines == [
        "1 × act of an agreement, written as text in 'acts'",
        "1 × terms of an agreement, written as text in 'terms'",
        "1 × obligation, written as text in 'obligations'",
        "1 × source, written only as its id and title",
        "1 × translated office",
      ])
    let plain = GraphView(try SampleGraph.onlyActors.graph())
    #expect(try graphML(plain).losses.losses.isEmpty)
  }

  @Test func charactersThatXMLCannotHoldAreCounted() throws {
    let actor = Entity(
      id: "a", kind: EntityKind(.actor, "state"), name: LocalizedText("x\u{1}y\u{FFFF}", language: "en"))
    let graph = DiplomaticGraph(title: LocalizedText("T", language: "en"), entities: [actor], statements: [])
    let export = try graphML(GraphView(graph))
    let count = String(decoding: export.bytes, as: UTF8.self).count { $0 == "\u{FFFD}" }
    #expect(export.losses.losses.last?.count == count && count > 0, "\(export.losses.lines)")
  }

  @Test func idsThatXMLCannotHoldStayApart() throws {
    let ids = ["x\u{1}", "x\u{2}", "x\u{FFFD}", "x\u{FFFD}-2", "x\u{FFFF}", "x"]
    let actors = ids.map {
      Entity(id: EntityID($0), kind: EntityKind(.actor, "state"), name: LocalizedText("N", language: "en"))
    }
    let statements = ids.indices.map {
      Statement(
        id: StatementID(ids[$0]), subject: EntityID(ids[$0]), role: Role("link"),
        object: EntityID(ids[($0 + 1) % ids.count]))
    }
    let graph = DiplomaticGraph(
      title: LocalizedText("T", language: "en"), entities: actors, statements: statements)
    let written = try Document(NamedView(name: "t", view: GraphView(graph))).graph
    let expected = ["x\u{FFFD}-3", "x\u{FFFD}-4", "x\u{FFFD}", "x\u{FFFD}-2", "x\u{FFFD}-5", "x"]
    #expect(written.children("node").map { $0["id"] } == expected)
    #expect(written.children("edge").map { $0["id"] } == expected)
    #expect(written.children("edge").map { $0["source"] } == expected)
    #expect(written.children("edge").map { $0["target"] } == Array(expected[1...]) + [expected[0]])
  }
}

// MARK: - Reading

/// Our file, read by Foundation.
private struct Document {
  let root: XMLTree
  let graph: XMLTree
  var keys: [XMLTree] { root.children("key") }
  /// The name and type of each key, by its id.
  private let names: [String: (name: String, isInteger: Bool)]

  init(_ view: NamedView) throws {
    root = try XMLTree.parse(try graphML(view.view).bytes)
    graph = try #require(root.first("graph"), "\(view)")
    names = Dictionary(
      root.children("key").map { ($0["id"] ?? "", ($0["attr.name"] ?? "", $0["attr.type"] == "int")) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The texts of an element's data, by key.
  static func data(of element: XMLTree) -> [String: String] {
    Dictionary(
      element.children("data").map { ($0["key"] ?? "", $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// The typed attributes that a reader should find at an element.
  func attributes(of element: XMLTree) -> [String: ReadValue] {
    var attributes: [String: ReadValue] = [:]
    for (key, text) in Self.data(of: element) {
      guard let (name, isInteger) = names[key] else { continue }
      attributes[name] = isInteger ? Double(text).map(ReadValue.number) : .text(text)
    }
    return attributes
  }
}

/// What another program found in a file.
private struct ReadGraph: Decodable {
  struct Element: Decodable {
    let id: String?
    let source: String?
    let target: String?
    let attributes: [String: ReadValue]
  }
  let error: String?
  let directed: Bool?
  let graph: [String: ReadValue]?
  let nodes: [Element]?
  let edges: [Element]?
}

/// A value that is a number or a text.
private enum ReadValue: Decodable, Equatable {
  case number(Double)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .number(try container.decode(Double.self))
    }
  }
}
