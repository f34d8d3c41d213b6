import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Writing GML, Pajek, DL and SIF.
@Suite struct PlainWritersTests {
  private static let drawn = """
    entente: 1
    title: Zürich
    actors:
      a: { name: 'The "A" & Co', exists: 1871-01-18/1918 }
      b: { name: Beta, hostile-to: { actor: a, when: "1939-10/" } }
    agreements:
      p: { kind: pact, name: P, parties: [a, b], in-force: 1914/1916 }
    """

  private func view(_ text: String = drawn) throws -> GraphView {
    GraphView(try GraphFile.read(text, named: "drawn"))
  }

  private func text(_ format: PlainFormat, _ view: GraphView, for dialect: String? = nil) throws -> String {
    String(decoding: try format.write(view, for: dialect).bytes, as: UTF8.self)
  }

  /// A network of another program with what it says of its nodes and edges.
  private func foreign() -> GraphView {
    func actor(_ id: String, _ attributes: [Attribute]) -> Entity {
      var entity = Entity(
        id: EntityID(id), kind: EntityKind(.actor, "node"), name: LocalizedText(id, language: "en"))
      entity.attributes = attributes
      return entity
    }
    var edge = Statement(id: "e", subject: "a b", role: Role("likes"), object: "c", weight: 2.5)
    edge.isDirected = true
    edge.attributes = [Attribute("c", .text("Blue")), Attribute("old", .boolean(true))]
    var mutual = Statement(id: "f", subject: "c", role: .link, object: "a b")
    mutual.isDirected = false
    return GraphView(
      DiplomaticGraph(
        title: LocalizedText("T", language: "en"),
        entities: [
          actor(
            "a b",
            [
              Attribute("graphics.x", .number(1e-7)), Attribute("ic", .text("Red")),
              Attribute("x", .number(0.25)), Attribute("y", .number(0.5)),
            ]),
          actor(
            "c",
            [
              Attribute("graphics.fill", .text("#fff")), Attribute("graphics.x", .integer(2)),
              Attribute("shape", .text("box")), Attribute("tall", .integer(-3)),
            ]),
        ], statements: [edge, mutual]))
  }

  // MARK: Texts

  @Test func aSmallGraphInGML() throws {
    let written = try text(.gml, foreign())
    #expect(
      written
        == """
        graph [
          directed 1
          title "T"
          language "en"
          node [
            id 0
            entity "a b"
            label "a b"
            name "a b"
            name_en "a b"
            category "actor"
            kind "node"
            graphics [
              x 1.0E-07
            ]
            ic "Red"
            x 0.25
            y 0.5
          ]
          node [
            id 1
            entity "c"
            label "c"
            name "c"
            name_en "c"
            category "actor"
            kind "node"
            graphics [
              fill "#fff"
              x 2.0
            ]
            shape "box"
            tall -3
          ]
          edge [
            source 0
            target 1
            statement "e"
            label "likes"
            role "likes"
            weight 2.5
            directed "yes"
            c "Blue"
            old 1
          ]
          edge [
            source 1
            target 0
            statement "f"
            label "link"
            role "link"
            directed "no"
          ]
        ]

        """)
    let losses = try PlainFormat.gml.write(foreign()).losses.lines
    #expect(
      losses == [
        "1 × edge that leads both ways, written as one that leads one way; 'role' or 'directed' says so",
        "1 × attribute that is true or false, written as 1 or 0",
      ])
  }

  @Test func lettersBeyondASCIIAreReferencesButForProgramsThatReadNone() throws {
    #expect(try text(.gml, view()).contains("title \"Z&#252;rich\""))
    #expect(try text(.gml, view()).contains("label \"The &quot;A&quot; &amp; Co\""))
    #expect(try text(.gml, view()).utf8.allSatisfy { $0 < 0x80 })
    for dialect in ["igraph", "gephi", "cytoscape"] {
      #expect(try text(.gml, view(), for: dialect).contains("title \"Zürich\""), "\(dialect)")
    }
    #expect(
      try text(.gml, view(), for: "networkx").contains("entity \"b\"\n    label \"b\"\n    name \"Beta\""))
  }

  @Test func aSmallGraphInPajek() throws {
    let own = try text(.net, view())
    #expect(
      own == """
        \u{FEFF}*Network Zürich
        *Vertices 3
        1 "The &#34;A&#34; & Co" [1871-1918]
        2 "Beta"
        3 "P" [1914-1916]
        *Arcs :1 "hostile-to"
        2 1 1 [1939-*]
        *Arcs :2 "party"
        1 3 1 [1914-1916]
        2 3 1 [1914-1916]

        """)
    #expect(
      try PlainFormat.net.write(view()).losses.lines == [
        "3 × id of an entity, its label stands for it", "3 × 'category' of an entity",
        "3 × 'kind' of an entity",
        "3 × 'statement' of a statement",
        "2 × time that whole years from 1 on do not say, written as the years from its earliest start to its latest end",
      ])
    let foreign = try text(.net, foreign())
    #expect(
      foreign == """
        *Network T
        *Vertices 2
        1 "a b" 0.25 0.5 ic Red
        2 "c" box
        *Arcs :1 "likes"
        1 2 2.5 c Blue
        *Edges :2 "link"
        2 1 1

        """)
  }

  @Test func twoModesInPajekAreActorsAndAgreements() throws {
    #expect(
      try text(.net, view(), for: "two-mode").replacing("\u{FEFF}", with: "") == """
        *Network Zürich
        *Vertices 3 2
        1 "The &#34;A&#34; & Co" [1871-1918]
        2 "Beta"
        3 "P" [1914-1916]
        *Edges
        1 3 1 [1914-1916]
        2 3 1 [1914-1916]

        """)
    let losses = try PlainFormat.net.write(view(), for: "two-mode").losses.lines
    #expect(losses.contains("1 × statement that makes no actor a party to an agreement"), "\(losses)")
    let back = PlainFormat.net.read(try text(.net, view(), for: "two-mode"))
    #expect(back.graph?.statements.map(\.role) == [.party, .party] && back.messages == [])
  }

  @Test func aProjectOfPajeksHasCategoriesAndKinds() throws {
    let written = try text(.paj, view())
    #expect(
      written.hasSuffix(
        """

        *Partition category (1 actor, 2 agreement)
        *Vertices 3
        1
        1
        2

        *Partition kind (1 state, 2 pact)
        *Vertices 3
        1
        1
        2

        """))
    let back = PlainFormat.paj.read(written)
    #expect(back.messages == [])
    #expect(
      back.graph?.entities.map { $0.kind } == [
        EntityKind(.actor, "state"), EntityKind(.actor, "state"), EntityKind(.agreement, "pact"),
      ])
    #expect(back.graph?.statements.map(\.role) == [Role("hostile-to"), .party, .party])
    #expect(back.graph?.statements.map(\.isDirected) == [nil, nil, nil])
  }

  @Test func placesAreBroughtBetweenZeroAndOne() throws {
    let looks: [EntityID: NodeLook] = [
      "a": NodeLook(x: 100, y: 300, width: 10, height: 10, color: "#FF8800", shape: .ellipse),
      "b": NodeLook(x: 300, y: 100, width: 10, height: 10, color: "#000000", shape: .rectangle),
    ]
    let options = WritingOptions(drawing: { _ in looks })
    let net = String(decoding: try pajek(view(), options).bytes, as: UTF8.self)
    #expect(
      net.contains(
        "Co\" 0.0500 0.0500 ellipse ic RGBFF8800 [1871-1918]\n2 \"Beta\" 0.9500 0.9500 box ic RGB000000\n"),
      "\(net)")
    let graph = String(decoding: try gml(view(), options).bytes, as: UTF8.self)
    #expect(
      graph.contains(
        "graphics [\n      x 100.0\n      y -300.0\n      w 10.0\n      h 10.0\n      fill \"#FF8800\"\n      type \"ellipse\"\n    ]\n"
      ), "\(graph)")
  }

  @Test func timesThatYearsDoNotSayAreTold() throws {
    let graph = try view(
      """
      entente: 1
      title: T
      events: { a: { name: A, when: 1914-08-01 }, b: { name: B, when: -0043 }, c: { name: C, when: ../0005 }, d: { name: D, when: 1914 } }
      """)
    let written = try text(.net, graph)
    #expect(written.contains("1 \"A\" [1914]\n2 \"B\"\n3 \"C\" [1-5]\n4 \"D\" [1914]\n"), "\(written)")
    let losses = try PlainFormat.net.write(graph).losses.lines
    #expect(
      losses.suffix(2) == [
        "2 × time that whole years from 1 on do not say, written as the years from its earliest start to its latest end",
        "1 × time before the year 1, or never, written without a time",
      ])
  }

  @Test func aSmallGraphInDLAndInSIF() throws {
    #expect(
      try text(.dl, view()) == "DL n=3\nformat = edgelist1\nlabels:\na\nb\np\ndata:\n2 1 1\n1 3 1\n2 3 1\n")
    #expect(
      try text(.dl, foreign()) == "DL n=2\nformat = edgelist1\nlabels:\n\"a b\"\nc\ndata:\n1 2 3.5\n2 1 1\n")
    #expect(try text(.sif, view()) == "b\thostile-to\ta\na\tparty\tp\nb\tparty\tp\n")
    let lone = try view("entente: 1\ntitle: T\nactors: { a: A, b: B }\n")
    #expect(try text(.sif, lone) == "a\nb\n")
  }

  // MARK: What comes back

  /// All that GML is given comes back: each value of each column.
  private func checkGML(_ view: GraphView, _ name: String) throws {
    let exported = ExportedNetwork(view)
    let (network, findings) = try GMLReader.network(Data(try gml(view).bytes), named: name)
    #expect(findings.warnings.isEmpty, "\(name): \(findings.warnings)")
    #expect(
      network.nodes.map { ExactText($0.id) } == exported.nodes.map { ExactText($0.entity.id.rawValue) },
      "\(name)")
    func values(_ columns: [ExportedNetwork.Column], _ values: [AttributeValue?]) -> [String: String] {
      var texts: [String: String] = [:]
      for (column, value) in zip(columns, values) where column.name != "weight" {
        switch value {
        case .boolean(let isTrue)?: texts[column.name] = isTrue ? "1" : "0"
        case .number(let number)?: texts[column.name] = GMLBuilder.real(number)
        case let value?: texts[column.name] = value.description
        case nil: break
        }
      }
      return texts
    }
    for (node, written) in zip(network.nodes, exported.nodes) {
      #expect(node.attributes == values(exported.nodeColumns, written.values), "\(name): \(node.id)")
    }
    #expect(network.edges.count == exported.edgeCount, "\(name)")
    for (edge, written) in zip(network.edges, exported.edges) {
      #expect(
        edge.source == written.statement.subject.rawValue && edge.target == written.statement.object.rawValue,
        "\(name)")
      #expect(edge.weight == written.statement.weight, "\(name): \(written.statement.id)")
      #expect(
        edge.attributes == values(exported.edgeColumns, written.values), "\(name): \(written.statement.id)")
    }
    #expect(
      network.title == view.graph.title.text(in: view.graph.language), "\(name)")
  }

  @Test(arguments: SampleGraph.all) func gmlComesBackWhole(sample: SampleGraph) throws {
    for view in try sample.views() { try checkGML(view.view, view.name) }
  }

  @Test(arguments: 0..<Thoroughness.cases(40, thorough: 2000)) func gmlOfRandomGraphsComesBackWhole(seed: Int)
    throws
  {
    let graph = try randomGraph(seed: UInt64(seed))
    try checkGML(GraphView(graph), "random \(seed)")
    let back = PlainFormat.gml.read(Data(try gml(GraphView(graph)).bytes)).graph
    #expect(back?.entities.map(\.attributes) == graph.entities.map(\.attributes), "\(seed)")
    #expect(back?.entities.map(\.kind) == graph.entities.map(\.kind), "\(seed)")
    let kept = Dictionary(grouping: back?.statements ?? []) { $0.id }
    for statement in graph.statements {
      let again = kept[statement.id]?.first
      #expect(
        again?.weight == statement.weight && again?.attributes == statement.attributes,
        "\(seed) \(statement.id)")
      #expect(
        again?.isDirected == statement.isDirected && again?.role == statement.role, "\(seed) \(statement.id)")
    }
  }

  /// Of the others their ends, roles, directions, weights and years.
  @Test(arguments: 0..<Thoroughness.cases(20, thorough: 1000)) func theOthersComeBackAsFarAsTheySay(seed: Int)
    throws
  {
    let graph = try randomGraph(seed: UInt64(seed))
    let view = GraphView(graph)
    let exported = ExportedNetwork(view)
    let edges = Array(exported.edges)
    let count = graph.entities.count
    for format in [PlainFormat.net, .paj] {
      let back = format.read(Data(try format.write(view).bytes))
      #expect(back.graph?.entities.count == count, "\(seed) \(format) \(back.messages)")
      let weights = (back.graph?.statements ?? []).map { $0.weight ?? 1 }.sorted()
      // A line that held several times is a statement for each.
      #expect(Set(weights) == Set(edges.map { $0.statement.weight ?? 1 }), "\(seed) \(format)")
      let again = format.read(Data(try format.write(GraphView(try #require(back.graph))).bytes))
      #expect(
        DiplomacyFormatsTests.nodes(again.graph) == DiplomacyFormatsTests.nodes(back.graph),
        "\(seed) \(format)")
    }
    let dl = PlainFormat.dl.read(Data(try PlainFormat.dl.write(view).bytes))
    #expect(dl.graph?.entities.map(\.id) == graph.entities.map(\.id), "\(seed) \(dl.messages)")
    let sif = PlainFormat.sif.read(Data(try PlainFormat.sif.write(view).bytes))
    #expect(
      Set((sif.graph?.entities ?? []).map(\.id)) == Set(graph.entities.map(\.id)), "\(seed) \(sif.messages)")
    #expect(
      Set((sif.graph?.statements ?? []).map { "\($0.subject) \($0.role.name) \($0.object)" })
        == Set(graph.statements.map { "\($0.subject) \($0.role.name) \($0.object)" }), "\(seed)")
  }

  @Test(arguments: SampleGraph.all) func allAreReadAgainWithoutAWord(sample: SampleGraph) throws {
    for view in try sample.views().prefix(sample.text.utf8.count > 20_000 ? 1 : 5) {
      for format in PlainFormat.allCases {
        let export = try format.write(view.view)
        let back = format.read(Data(export.bytes))
        #expect(
          back.graph?.entities.count == view.view.entities.count || view.view.entities.isEmpty,
          "\(view) \(format): \(back.messages)")
        // Years of nine digits in sets are another's to read.
        #expect(
          back.messages.filter { !$0.contains("times run from") && !$0.contains("[-170000002-01-01") } == [],
          "\(view) \(format)")
      }
    }
  }

  @Test(arguments: PlainFormat.allCases) func theSameGraphGivesTheSameBytes(format: PlainFormat) throws {
    let graph = try randomGraph(seed: 7)
    let bytes = try format.write(GraphView(graph)).bytes
    #expect(bytes == (try format.write(GraphView(try randomGraph(seed: 7))).bytes) && !bytes.isEmpty)
  }
}
