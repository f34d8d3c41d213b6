import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// GEXF: what is written, and that it comes back.
@Suite struct GEXFWriterTests {
  private func view(_ body: String) throws -> GraphView {
    GraphView(try GraphFile.read("entente: 1\ntitle: T\n" + body, named: "t.yaml"))
  }

  @Test func theWholeOfASmallGraph() throws {
    let view = try view(
      """
      actors: { a: { name: A, exists: 1900/1918-11-11 } }
      agreements: { p: { kind: pact, name: P, parties: a, in-force: 1914-08-01/1914-08-04 } }
      """)
    let text = String(decoding: try gexf(view).bytes, as: UTF8.self)
    let start = try #require(text.firstRange(of: "    <nodes"))
    #expect(
      text[start.lowerBound...] == """
            <nodes count="2">
              <node id="a" label="A">
                <attvalues>
                  <attvalue for="node_name" value="A"/>
                  <attvalue for="node_name_en" value="A"/>
                  <attvalue for="node_category" value="actor"/>
                  <attvalue for="node_kind" value="state"/>
                  <attvalue for="node_when" value="1900/1918-11-11"/>
                  <attvalue for="node_start_year" value="1900"/>
                  <attvalue for="node_end_year" value="1918"/>
                </attvalues>
                <spells>
                  <spell start="1900.0" end="1918.86301367"/>
                </spells>
                <viz:color r="0" g="114" b="178"/>
              </node>
              <node id="p" label="P">
                <attvalues>
                  <attvalue for="node_name" value="P"/>
                  <attvalue for="node_name_en" value="P"/>
                  <attvalue for="node_category" value="agreement"/>
                  <attvalue for="node_kind" value="pact"/>
                  <attvalue for="node_when" value="1914-08-01/1914-08-04"/>
                  <attvalue for="node_start_year" value="1914"/>
                  <attvalue for="node_end_year" value="1914"/>
                </attvalues>
                <spells>
                  <spell start="1914.58082192" end="1914.59178079"/>
                </spells>
                <viz:color r="230" g="159" b="0"/>
              </node>
            </nodes>
            <edges count="1">
              <edge id="party.a.p" source="a" target="p" label="party" kind="party">
                <attvalues>
                  <attvalue for="edge_role" value="party"/>
                  <attvalue for="edge_when" value="1914-08-01/1914-08-04"/>
                  <attvalue for="edge_start_year" value="1914"/>
                  <attvalue for="edge_end_year" value="1914"/>
                </attvalues>
                <spells>
                  <spell start="1914.58082192" end="1914.59178079"/>
                </spells>
              </edge>
            </edges>
          </graph>
        </gexf>

        """)
    #expect(
      text.contains(
        "<graph defaultedgetype=\"directed\" idtype=\"string\" mode=\"dynamic\" timeformat=\"double\""))
  }

  // The year 1941 has 365 days: 13 April is its 103rd.
  @Test(arguments: [
    (Day(year: 1941, month: 4, day: 13)!.start, "1941.27945205"),
    (Day(year: 1940, month: 7, day: 2)!.start, "1940.5"), (Day(year: -43, month: 1, day: 1)!.start, "-43.0"),
    (Day(year: -44, month: 7, day: 2)!.start, "-43.5"), (Day(year: 0, month: 1, day: 1)!.start, "0.0"),
    (Day(year: 1918, month: 1, day: 1)!.start.adding(seconds: -1), "1917.99999997"),
    (Moment.distantPast, "-INF"), (Moment.distantFuture, "INF"),
  ])
  func aMomentIsADecimalYear(moment: Moment, text: String) {
    #expect(DecimalYear.text(moment).hasPrefix(text.prefix(9)), "\(DecimalYear.text(moment))")
  }

  @Test func everyDayComesBackFromItsDecimalYear() {
    for number in stride(from: Int64(-800_000), through: 40_000, by: 97) {
      let day = Day(number: number)
      let start = Double(DecimalYear.text(day.start)) ?? .nan
      let end = Double(DecimalYear.text(day.end.adding(seconds: -1))) ?? .nan
      #expect(DecimalYear.day(start, isEnd: false) == day, "\(day) \(start)")
      #expect(DecimalYear.day(end, isEnd: true) == day, "\(day) \(end)")
      #expect(start < end)
    }
  }

  @Test func spellsAreAsLongAsTheyCanBeAndApart() throws {
    func spells(_ dates: String...) -> [[String]] {
      GEXFWriter.spells(dates.compactMap { try? Span(HistoricalDate($0)) })
        .map { [DecimalYear.text($0.start), DecimalYear.text($0.end)] }
    }
    #expect(spells("1941/..") == [["1941.0", "INF"]])
    #expect(spells("../1940-12-31").map { $0[0] } == ["-INF"])
    #expect(spells("../..") == [])
    #expect(spells("1950/1951", "1940/1941", "1941-06/1945").map { $0[0] } == ["1940.0", "1950.0"])
    #expect(spells("[1939-01-01..1939-03-31]/1940").map { $0[0] } == ["1939.0"])
  }

  @Test func edgesThatLeadOneWayAndBothWaysAreToldApart() throws {
    let view = GraphView(try RoundTrip.network())
    func types(_ dialect: String?) throws -> [String?] {
      try XMLTree.parse(try gexf(view, WritingOptions(dialect: dialect)).bytes).all("edge").map { $0["type"] }
    }
    #expect(try types(nil) == ["undirected", "directed", "undirected"])
    #expect(try types("networkx") == ["mutual", "directed", "mutual"])
  }

  @Test func looksAreTheDiagramsElseAsAttributesSay() throws {
    let view = GraphView(try RoundTrip.network())
    let kept = try XMLTree.parse(try gexf(view).bytes).all("node")
    #expect(kept[0].first("viz:position")?.attributes == ["x": "-3", "y": "4", "z": "0"])
    #expect(kept[1].first("viz:position") == nil)
    let looks = [
      EntityID("b"): NodeLook(x: 1, y: 2.345, width: 30, height: 20, color: "#0A0b0C", shape: .rectangle)
    ]
    let drawn = try XMLTree.parse(try gexf(view, WritingOptions { _ in looks }).bytes).all("node")
    #expect(drawn[1].first("viz:position")?.attributes == ["x": "1", "y": "2.35", "z": "0"])
    #expect(drawn[1].first("viz:color")?.attributes == ["r": "10", "g": "11", "b": "12"])
    #expect(drawn[1].first("viz:size")?["value"] == "20")
    #expect(drawn[1].first("viz:shape")?["value"] == "square")
  }

  @Test func aDrawingThatFailsIsToldAndStopsNothing() throws {
    struct Failure: Error, CustomStringConvertible { let description = "the pen is dry." }
    let export = try gexf(GraphView(RoundTrip.network()), WritingOptions { _ in throw Failure() })
    #expect(
      export.losses.lines.contains(
        "2 × place in the diagram, left to the program that reads it, because the pen is dry"))
  }

  @Test func whatGephiMakesOneIsTold() throws {
    let view = try view(
      "actors: { a: { name: A, hostile-to: [{ actor: b, when: 1914 }, { actor: b, when: 1939 }] }, b: B }\n")
    #expect(
      try gexf(view).losses.lines.contains {
        $0.hasPrefix("1 × edge between the same ends in the same role as another")
      })
  }

  // MARK: There and back

  @Test func everythingThatANetworkHoldsComesBack() throws {
    let view = GraphView(try RoundTrip.network())
    let read = try GEXFReader.read(Data(try gexf(view).bytes), named: "t.gexf")
    #expect(read.warnings == [])
    RoundTrip.compare(view, read.graph, "network")
    #expect(read.graph.title == view.graph.title)
    #expect(read.graph.language == "de")
    #expect(read.graph.attributes == view.graph.attributes)
    #expect(read.graph.entities[0].attributes == view.graph.entities[0].attributes)
  }

  @Test(arguments: SampleGraph.all)
  func samplesComeBack(sample: SampleGraph) throws {
    for view in try sample.views() where view.view.options.at == nil {
      let export = try gexf(view.view)
      let read = try GEXFReader.read(Data(export.bytes), named: "t.gexf")
      let isWhole = !export.losses.losses.contains { $0.what == "character that XML cannot hold" }
      if isWhole { RoundTrip.compare(view.view, read.graph, view.description) }
    }
  }

  // MARK: Other readers

  @Test(.enabled(if: Tools.python != nil, "ENTENTE_TOOLS names no Python; run Scripts/test."))
  func networkXReadsNodesEdgesTimesAndWeights() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var views = try SampleGraph.ofTheProject.map { GraphView(try $0.graph()) }
    views.append(GraphView(try RoundTrip.network()))
    for (index, view) in views.enumerated() {
      let file = folder.appending(path: "\(index).gexf")
      let bytes = try gexf(view, WritingOptions(dialect: "networkx")).bytes
      try Data(bytes).write(to: file)
      let script = """
        import json, sys, networkx
        graph = networkx.read_gexf(sys.argv[1])
        edges = [[a, b, d["id"], d.get("weight", 1), [list(map(str, s)) for s in d.get("spells", [])]] for a, b, d in graph.edges(data=True)]
        nodes = [[n, d["label"], [list(map(str, s)) for s in d.get("spells", [])]] for n, d in graph.nodes(data=True)]
        print(json.dumps([graph.is_directed(), nodes, edges]))
        """
      let outcome = try run(try #require(Tools.python), ["-c", script, file.path])
      try #require(outcome.code == 0, "\(outcome.errors)")
      let read = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [Any])
      let nodes = try #require(read[1] as? [[Any]])
      let edges = try #require(read[2] as? [[Any]])
      let network = ExportedNetwork(view)
      #expect(read[0] as? Bool == true)
      #expect(nodes.map { $0[0] as? String } == network.nodes.map { $0.entity.id.rawValue })
      let mutual = network.edges.count { !$0.isDirected }
      #expect(edges.count == network.edgeCount + mutual)
      for edge in network.edges {
        let found = edges.filter { $0[2] as? String == edge.statement.id.rawValue }
        #expect(found.count == (edge.isDirected ? 1 : 2))
        #expect(found.allSatisfy { $0[3] as? Double == edge.statement.weight ?? 1 })
        #expect((found.first?[4] as? [[String]])?.count == GEXFWriter.spells(edge.spans).count)
      }
      for (node, readNode) in zip(network.nodes, nodes) {
        let spells = try #require(readNode[2] as? [[String]]).map { $0.map { Double($0) ?? .nan } }
        #expect(
          spells
            == GEXFWriter.spells(node.spans).map {
              [$0.start, $0.end].map { Double(DecimalYear.text($0)) ?? .nan }
            })
      }
    }
  }
}
