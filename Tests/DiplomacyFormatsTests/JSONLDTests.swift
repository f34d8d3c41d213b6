import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// JSON-LD: that it comes back as the same graph, that it is linked data, and what is said of what is none of ours.
@Suite struct JSONLDTests {
  private func written(_ view: GraphView) -> String {
    String(decoding: jsonLD(view).bytes, as: UTF8.self)
  }

  private func read(_ text: String) throws -> (graph: DiplomaticGraph, warnings: [String]) {
    let read = try JSONLDReader.read(Data(text.utf8), named: "a.jsonld", isStrict: false)
    return (read.graph, read.warnings.map(\.description))
  }

  /// What is said of a text that is not read.
  private func mistakes(_ text: String, isStrict: Bool = false) -> [String] {
    do {
      _ = try JSONLDReader.read(Data(text.utf8), named: "a.jsonld", isStrict: isStrict)
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  // MARK: The way back

  @Test(arguments: SampleGraph.all)
  func theWholeGraphComesBack(sample: SampleGraph) throws {
    let graph = try sample.graph()
    let (back, warnings) = try read(written(GraphView(graph)))
    #expect(warnings == [])
    #expect(back.title == graph.title)
    #expect(back.summary == graph.summary)
    #expect(back.authors == graph.authors)
    #expect(back.license == graph.license)
    #expect(back.language == graph.language)
    #expect(back.defaultOffset == graph.defaultOffset)
    #expect(back.sources.map(\.id) == graph.sources.map(\.id))
    #expect(back.readings == graph.readings)
    #expect(back.entities.map(\.id.rawValue) == graph.entities.map(\.id.rawValue))
    #expect(back.statements.map(\.id.rawValue) == graph.statements.map(\.id.rawValue))
    // The text of a date may be another that says the same; what is written of both graphs is alike to the byte.
    #expect(written(GraphView(back)) == written(GraphView(graph)))
  }

  @Test(arguments: SampleGraph.all)
  func viewsOfBothGraphsAreEqualAtEveryDateAndReading(sample: SampleGraph) throws {
    let graph = try sample.graph()
    let back = try read(written(GraphView(graph))).graph
    var options = [ViewOptions()] + graph.readings.map { ViewOptions(reading: $0.id) }
    options += try sample.dates.map { ViewOptions(at: try HistoricalDate($0)) }
    for option in options {
      let (one, other) = (GraphView(graph, option), GraphView(back, option))
      #expect(one.entityAnswers == other.entityAnswers)
      #expect(one.statementAnswers == other.statementAnswers)
      for (entity, same) in zip(graph.entities, back.entities) {
        #expect(one.presence(of: entity) == other.presence(of: same), "\(entity.id)")
        #expect(entity.attestation == same.attestation || entity.attestation.secret != nil, "\(entity.id)")
        #expect(entity.name == same.name && entity.shortName == same.shortName && entity.kind == same.kind)
        #expect(entity.identifiers == same.identifiers)
      }
      for (statement, same) in zip(graph.statements, back.statements) {
        #expect(one.spans(of: statement) == other.spans(of: same), "\(statement.id)")
        #expect(statement.office == same.office && statement.onBehalfOf == same.onBehalfOf)
      }
    }
  }

  @Test func weightsDirectionsAndKeptAttributesComeBack() throws {
    var statement = Statement(
      id: "s 1/2", subject: "a/ü#", role: Role("trade with"), object: "b", weight: 0.1)
    statement.isDirected = false
    statement.attributes = [
      Attribute("colour", .text("#ff0000")), Attribute("count", .integer(-3)),
      Attribute("old", .boolean(true)),
      Attribute("score", .number(1)), Attribute("tiny", .number(1e-300)),
    ]
    var graph = DiplomaticGraph(
      title: LocalizedText("T", language: "en"),
      entities: [
        Entity(id: "a/ü#", kind: .state, name: LocalizedText("A", language: "en")),
        Entity(id: "b", kind: EntityKind(.actor, "odd kind"), name: LocalizedText("", language: "en")),
      ], statements: [statement])
    graph.attributes = [Attribute("from", .text("elsewhere"))]
    graph.hasDirectedLinks = true
    let back = try read(written(GraphView(graph))).graph
    #expect(back.entities == graph.entities)
    #expect(back.statements == graph.statements)
    #expect(back.attributes == graph.attributes)
    #expect(back.hasDirectedLinks)
  }

  @Test func aDateWidenedByCircaComesBackAsWide() throws {
    let text = "entente: 1\ntitle: T\ncirca: P5Y\nevents: { e: { name: E, when: 1941~ } }\n"
    let graph = try GraphFile.read(text, named: "t")
    let back = try read(written(GraphView(graph))).graph
    #expect(back.entities == graph.entities)
    #expect(back.entities[0].when?.earliest == (try HistoricalDate("1936-01-01")).earliest)
  }

  /// A graph of which nothing but one agreement is seen names entities that are not in the file.
  @Test func whatIsNamedAndNotThereIsTold() throws {
    let text = """
      { "@context": {}, "@graph": [
        { "id": "#a", "category": "actor", "name": "A", "holder": "#nobody",
          "citations": [{ "source": "#source/none" }], "readings": ["#reading/none"] },
        { "id": "#statement/s", "assignedTo": "#a", "role": "hates", "assigned": "#b" } ] }
      """
    let (graph, warnings) = try read(text)
    #expect(graph.entities.map(\.attestation) == [Attestation()])
    #expect(graph.statements == [])
    #expect(
      warnings == [
        "a.jsonld:2:61: warning: found the entity 'nobody', which is not in the file; what names it is read without it.",
        "a.jsonld:4:76: warning: found the entity 'b', which is not in the file; what names it is read without it.",
        "a.jsonld:3:31: warning: found the source 'none', which is not in the file; what names it is read without it.",
        "a.jsonld:3:63: warning: found the reading 'none', which is not in the file; what names it is read without it.",
        "a.jsonld:4:3: warning: the statement 's' names the entity 'b', which is not in the file. It is left out.",
      ])
  }

  // MARK: The text

  @Test func aSmallGraphIsWrittenSo() throws {
    let graph = try GraphFile.read(
      """
      entente: 1
      title: T
      sources: { book: A book }
      actors: { ussr: { name: USSR, identifiers: { wikidata: Q15180 } } }
      events: { war: { kind: war, name: War, when: 1941-06-22/1945, agents: { actor: ussr, source: book p. 3, certainty: low } } }
      """, named: "t")
    let text = written(GraphView(graph))
    let nodes = text[(text.firstRange(of: "\"@graph\"") ?? text.startIndex..<text.startIndex).lowerBound...]
    #expect(
      nodes == """
        "@graph": [
            {
              "id": "#",
              "type": ["schema:Dataset", "prov:Entity"],
              "version": 1,
              "name": [{ "@value": "T", "@language": "en" }],
              "inLanguage": "en"
            },
            {
              "id": "#source/book",
              "type": ["crm:E31_Document", "prov:Entity", "schema:CreativeWork"],
              "name": [{ "@value": "A book", "@language": "en" }]
            },
            {
              "id": "#ussr",
              "type": ["crm:E74_Group", "prov:Organization", "schema:Organization"],
              "category": "actor",
              "kind": "state",
              "hasType": { "id": "#actor/state", "type": "crm:E55_Type", "label": "state" },
              "name": [{ "@value": "USSR", "@language": "en" }],
              "identifier": [{ "type": "schema:PropertyValue", "propertyID": "wikidata", "value": "Q15180" }],
              "sameAs": "wd:Q15180"
            },
            {
              "id": "#war",
              "type": ["crm:E5_Event", "schema:Event"],
              "category": "event",
              "kind": "war",
              "hasType": { "id": "#event/war", "type": "crm:E55_Type", "label": "war" },
              "name": [{ "@value": "War", "@language": "en" }],
              "timeSpan": {
                "type": "crm:E52_Time-Span",
                "edtf": "1941-06-22/1945",
                "beginOfTheBegin": "1941-06-22T00:00:00",
                "endOfTheBegin": "1941-06-22T00:00:00",
                "beginOfTheEnd": "1945-01-02T00:00:00",
                "endOfTheEnd": "1946-01-01T00:00:00"
              }
            },
            {
              "id": "#statement/agent.ussr.war",
              "type": ["crm:E13_Attribute_Assignment", "prov:Entity"],
              "assignedTo": "#ussr",
              "role": "agent",
              "assignedProperty": { "id": "#role/agent", "type": "crm:E55_Type", "label": "agent" },
              "assigned": "#war",
              "certainty": "low",
              "citations": [{ "type": "prov:PrimarySource", "source": "#source/book", "locator": "p. 3" }]
            }
          ]
        }

        """)
  }

  @Test func aFileIsKnownByItsContext() throws {
    let text = written(GraphView(try SampleGraph.life.graph()))
    #expect(Format.known.first { $0.begins(FileStart(Data(text.utf8))) }?.name == "json-ld")
  }

  // MARK: Linked data

  @Test(
    .enabled(if: Tools.hasPython("rdflib", "pyshacl"), "Python has no rdflib or pyshacl; run Scripts/test."))
  func rdflibReadsAllAndTheShapesHold() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var counts: [String] = []
    let shown = SampleGraph.all.filter { $0.name != "parallel" }
    for sample in shown {
      let view = GraphView(try sample.graph())
      try Data(jsonLD(view).bytes).write(to: folder.appending(path: "\(sample.name).jsonld"))
      let entities = view.entities.map(\.entity)
      func count(_ category: Category) -> Int { entities.count { $0.category == category } }
      let people = entities.count { $0.kind == .person }
      counts.append(
        "\(sample.name) \(people) \(count(.actor) - people) \(count(.agreement)) \(count(.territory)) \(count(.event)) "
          + "\(view.statements.count) \(view.graph.sources.count) \(view.graph.readings.count)")
    }
    let script = """
      import logging, sys, warnings
      warnings.simplefilter("ignore")
      logging.disable(logging.CRITICAL)
      import rdflib, pyshacl
      crm = rdflib.Namespace("http://www.cidoc-crm.org/cidoc-crm/")
      classes = ["E21_Person", "E74_Group", "E73_Information_Object", "E53_Place", "E5_Event", "E13_Attribute_Assignment", "E31_Document", "E89_Propositional_Object"]
      shapes = rdflib.Graph().parse(sys.argv[1])
      for name in sys.argv[2:]:
          graph = rdflib.Graph().parse(name + ".jsonld", format="json-ld", publicID="https://example.org/graph")
          found = [len(set(graph.subjects(rdflib.RDF.type, crm[c]))) for c in classes]
          print(name, *found)
          conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes)
          if not conforms: print(text[:2000])
      """
    let python = try #require(Tools.python)
    let shapes = projectFolder.appending(path: "Documentation/json-ld-shapes.ttl").path
    let outcome = try run(python, ["-c", script, shapes] + shown.map(\.name), in: folder)
    #expect(outcome.errors == "")
    #expect(outcome.output == counts.map { $0 + "\n" }.joined())
  }

  // MARK: What is none of ours

  @Test(arguments: [
    (
      "[]",
      "a.jsonld:1:1: error: found no object at the top; expected one with '@context' and '@graph', as Entente writes JSON-LD. What another program has made of such a file is not read: take the file that it was made of."
    ),
    (
      "{}",
      "a.jsonld: error: the file has no '@graph'; expected one, as Entente writes JSON-LD. What another program has made of such a file is not read: take the file that it was made of."
    ),
    ("{\"@graph\": 1}", "a.jsonld:1:12: error: found no list in '@graph'; expected the list of nodes."),
    (
      "{\"@graph\": [{\"id\": \"#a\", \"category\": \"actor\"},\n {\"id\": \"#a\", \"category\": \"actor\"}]}",
      "a.jsonld:2:2: error: two nodes have the id '#a'; the first is on line 1."
    ),
    (
      "{\"@graph\": [{\"id\": \"#reading/a\", \"extends\": \"#reading/b\"},\n {\"id\": \"#reading/b\", \"extends\": \"#reading/a\"}]}",
      "a.jsonld:2:2: error: 'extends' makes a circle: 'a', 'b', 'a'."
    ),
    (
      "{\"@graph\": [{\"id\": \"#e\u{301}\", \"category\": \"actor\"},\n {\"id\": \"#e%CC%81\", \"category\": \"actor\"}]}",
      "a.jsonld:2:2: error: two nodes have the id 'e\u{301}'."
    ),
    (
      "{\"@graph\": [{\"id\": \"#p\", \"category\": \"agreement\", \"obligations\": [{\"id\": \"#obligation/o\", \"kind\": \"consult\"},\n {\"id\": \"#obligation/o\", \"kind\": \"consult\"}]}]}",
      "a.jsonld:2:2: error: two obligations have the id 'o'."
    ),
  ])
  func whatIsWrongIsToldWithItsPlace(text: String, message: String) {
    #expect(mistakes(text) == [message])
  }

  @Test func whatIsUnderstoodInPartIsToldAndLeftOut() throws {
    let text = """
      {"@graph": [
      1,
      {"category": "actor"},
      {"id": "https://example.org/x", "category": "actor"},
      {"id": "#a", "category": "planet"},
      {"id": "#b", "category": "event", "timeSpan": {"edtf": "1941-13"}, "name": 7, "shape": 1},
      {"id": "#c", "category": "agreement", "wasUsedFor": [{"kind": "signature", "period": "long", "by": [3]}, 5], "certainty": "so so"},
      {"id": "#statement/s", "assignedTo": "#b", "role": "about", "assigned": "#c", "weight": -1, "when": {}}
      ]}
      """
    let (graph, warnings) = try read(text)
    #expect(graph.entities.map(\.id.rawValue) == ["b", "c"])
    #expect(graph.entities[1].life?.acts == [Act(kind: .signature, date: nil)])
    #expect(graph.statements.map(\.weight) == [nil])
    let expected = [
      "2:1: warning: found the number 1; expected a node, an object with 'id' and 'type'. It is left out.",
      "3:1: warning: this node has no 'id'; expected one such as '#ussr'. It is left out.",
      "4:1: warning: found the id 'https://example.org/x'; expected one such as '#ussr', '#statement/s1', '#source/book' or '#reading/one'. It is left out.",
      "5:26: warning: found 'planet' in 'category'; expected one of 'actor', 'agreement', 'territory', 'event'. It is left out.",
      "5:1: warning: the node 'a' has no 'category'; expected one. It is left out.",
      "6:88: warning: the key 'shape' is none of Entente's, and is left out.",
      "6:76: warning: found the number 7 in 'name'; expected a text. It is left out.",
      "6:56: warning: found the date '1941-13'; expected one such as 1941-04-13, 1941-04, 1941 or 194X. It is left out.",
      "7:123: warning: found 'so so' in 'certainty'; expected one of 'high', 'medium', 'low'. It is left out.",
      "7:101: warning: found the number 3 in 'by'; expected the id of a node, such as '#x'. It is left out.",
      "7:86: warning: found 'long' in 'period'; expected a period such as P5Y. It is left out.",
      "7:106: warning: found the number 5 in 'wasUsedFor'; expected an object. It is left out.",
      "8:101: warning: this time-span has no 'edtf'; expected a date such as 1941-04-13. It is left out.",
      "8:89: warning: found the number -1 in 'weight'; expected a number from 0 on. It is left out.",
    ].map { "a.jsonld:" + $0 }
    #expect(Set(warnings) == Set(expected))
    #expect(mistakes(text, isStrict: true).count == expected.count - 1, "an unknown key is no error")
  }

  @Test func deedsOfNoObligationAndNumbersThatAreNoneAreToldAndLeftOut() throws {
    let (graph, warnings) = try read(
      """
      {"@graph": [
      {"id": "#e", "category": "event", "deeds": [{"effect": "breaches", "deedOf": "#obligation/o"}]},
      {"id": "#p", "category": "agreement", "terms": [{"ratifications": -1}, {"ratifications": 99999999999999999999}]}
      ]}
      """)
    #expect(graph.entities[0].deeds == [])
    #expect(graph.entities[1].life?.terms == [Terms(), Terms()])
    #expect(
      warnings == [
        "a.jsonld:3:67: warning: found the number -1 in 'ratifications'; expected a whole number from 1 on. It is left out.",
        "a.jsonld:3:90: warning: found the number 99999999999999999999 in 'ratifications'; expected a whole number from 1 on. It is left out.",
        "a.jsonld: warning: an event keeps or breaches the obligation 'o', which is not in the file. It is left out.",
      ])
  }

  @Test func moreReadingsThanTheLimitAreRefused() {
    let nodes = (0...InputLimits.readings).map { "{\"id\": \"#reading/r\($0)\"}" }.joined(separator: ",\n")
    #expect(
      mistakes("{\"@graph\": [\(nodes)]}") == [
        "a.jsonld:201:1: error: the graph has more than 200 readings; expected at most as many."
      ])
  }

  /// A file cut off anywhere is told with a place, and never a crash.
  @Test(.timeLimit(.minutes(1))) func aFileThatIsCutOffIsTold() throws {
    let text = """
      {"@graph": [{"id": "#", "name": [{"@value": "T\\u00e9", "@language": "en"}], "inLanguage": "en"},
      {"id": "#a", "category": "event", "timeSpan": {"edtf": "1941"}, "additionalProperty": [{"propertyID": "x", "value": -1.5e3}]},
      {"id": "#statement/s", "assignedTo": "#a", "role": "leads-to", "assigned": "#a", "leadsOneWay": true}]}
      """
    let bytes = Array(text.utf8)
    #expect(mistakes(text) == [])
    for length in 0..<bytes.count {
      let data = Data(bytes.prefix(length))
      do {
        _ = try JSONLDReader.read(data, named: "a.jsonld", isStrict: false)
        Issue.record("\(length) bytes of \(bytes.count) were read")
      } catch { #expect(!error.diagnostics.isEmpty) }
    }
  }

  /// Bytes changed anywhere: a graph or diagnostics.
  @Test(.timeLimit(.minutes(1))) func changedBytesAreReadOrTold() throws {
    var numbers = SeededNumbers(seed: 21)
    let text = written(GraphView(try SampleGraph.life.graph()))
    let start = try #require(text.firstRange(of: "\"@graph\"")).lowerBound
    let bytes = Array("{ \(text[start...])".utf8)
    #expect(mistakes(String(decoding: bytes, as: UTF8.self)) == [])
    for _ in 0..<50 {
      var changed = bytes
      for _ in 0..<3 {
        changed[Int(numbers.next() % UInt64(changed.count))] = UInt8(truncatingIfNeeded: numbers.next())
      }
      do {
        let graph = try JSONLDReader.read(Data(changed), named: "a.jsonld", isStrict: false).graph
        let view = GraphView(graph)
        _ = view.statements.map { view.spans(of: $0.statement) }
      } catch { #expect(!error.diagnostics.isEmpty) }
    }
  }

  @Test func deepNestingIsRefused() {
    let depth = 100_000
    let text = "{\"@graph\": [{\"id\": \"#a\", \"x\": " + String(repeating: "[", count: depth)
    #expect(mistakes(text).count == 1)
    #expect(mistakes(text)[0].contains("nested more than"))
  }
}
