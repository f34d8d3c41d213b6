import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// GEXF as other programs write it.
@Suite(.timeLimit(.minutes(2))) struct GEXFReaderTests {
  private func read(_ text: String) -> ReadText {
    do {
      let (graph, warnings) = try GEXFReader.read(Data(text.utf8), named: "t.gexf")
      return (graph, warnings.map(\.message))
    } catch {
      return (nil, error.diagnostics.map { "\($0.place?.line ?? 0): \($0.message)" })
    }
  }

  private func values(_ entity: Entity?) -> [String: String] {
    Dictionary((entity?.attributes ?? []).map { ($0.name, $0.value.description) }) { first, _ in first }
  }

  // MARK: Namespaces and versions

  @Test(arguments: [
    "xmlns=\"http://www.gexf.net/1.1draft\" version=\"1.1\"",
    "xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\"",
    "xmlns=\"http://www.gexf.net/1.2\" version=\"1.2\"", "xmlns=\"http://gexf.net/1.2\" version=\"1.2\"",
    "xmlns=\"http://www.gexf.net/1.3\" version=\"1.3\"", "xmlns=\"http://gexf.net/1.3\" version=\"1.3\"",
    "xmlns=\"http://www.gephi.org/gexf\"", "",
  ])
  func anyNamespaceIsTaken(attributes: String) {
    let (graph, messages) = read(
      """
      <gexf \(attributes)><meta lastmodifieddate="2009-03-20"><creator>Gephi.org</creator><description>A hello world! file</description></meta>
      <graph mode="static" defaultedgetype="directed"><nodes><node id="0" label="Hello"/><node id="1" label="Word"/></nodes>
      <edges><edge id="0" source="0" target="1"/></edges></graph></gexf>
      """)
    #expect(messages == [])
    #expect(graph?.title.text(in: "en") == "A hello world! file")
    #expect(graph?.entities.map { $0.name.text(in: "en") } == ["Hello", "Word"])
    #expect(graph?.statements.map(\.role) == [.arc])
    #expect(graph?.hasDirectedLinks == true)
  }

  // MARK: Origins

  @Test func theWebNetworkOfTheManualHasItsDefault() {
    let (graph, messages) = read(
      """
      <gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">
      <attributes class="node"><attribute id="0" title="url" type="string"/><attribute id="1" title="indegree" type="float"/>
      <attribute id="2" title="frog" type="boolean"><default>true</default></attribute></attributes>
      <nodes><node id="0" label="Gephi"><attvalues><attvalue for="0" value="https://gephi.org"/><attvalue for="1" value="1"/></attvalues></node>
      <node id="3" label="BarabasiLab"><attvalues><attvalue for="1" value="1.5"/><attvalue for="2" value="false"/></attvalues></node></nodes>
      <edges><edge source="0" target="3"/></edges></graph></gexf>
      """)
    #expect(messages == [])
    #expect(
      graph?.entities[0].attributes == [
        Attribute("frog", .boolean(true)), Attribute("indegree", .number(1)),
        Attribute("url", .text("https://gephi.org")),
      ])
    #expect(
      graph?.entities[1].attributes == [
        Attribute("frog", .boolean(false)), Attribute("indegree", .number(1.5)),
      ])
  }

  @Test func datesAndSpellsOfTheManual() {
    let (graph, messages) = read(
      """
      <gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="dynamic" defaultedgetype="directed" timeformat="date">
      <attributes class="node" mode="dynamic"><attribute id="2" title="indegree" type="float"/></attributes>
      <nodes><node id="0" label="Gephi" start="2009-03-01"><attvalues><attvalue for="2" value="1"/></attvalues></node>
      <node id="1" label="Network"><attvalues><attvalue for="2" value="1" end="2009-03-01"/><attvalue for="2" value="2" start="2009-03-01" end="2009-03-10"/>
      </attvalues></node>
      <node id="2" label="V"><spells><spell end="2009-03-01"/><spell start="2009-03-05" end="2009-03-10"/></spells></node></nodes>
      <edges><edge source="0" target="1" start="2009-03-01" end="2009-03-10"/></edges></graph></gexf>
      """)
    #expect(
      messages == [
        "the values of an attribute change over time ('indegree'); they are kept as texts with their times."
      ])
    #expect(graph?.entities[0].when?.edtf == "2009-03-01/..")
    #expect(values(graph?.entities[0]) == ["indegree": "1.0"])
    #expect(values(graph?.entities[1]) == ["indegree": "1 (../2009-03-01); 2 (2009-03-01/2009-03-10)"])
    #expect(graph?.entities[2].existence.map(\.date.edtf) == ["../2009-03-01", "2009-03-05/2009-03-10"])
    #expect(graph?.statements[0].when?.edtf == "2009-03-01/2009-03-10")
  }

  @Test func openIntervalsOfGephi08EndTheYearBefore() {
    let (graph, messages) = read(
      """
      <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2" xmlns:viz="http://www.gexf.net/1.2draft/viz">
      <graph defaultedgetype="directed" timeformat="double" mode="dynamic"><nodes>
      <node id="1" label="a" start="2000.0" endopen="2005.0"><viz:size value="10.0"/><viz:position x="-405.11" y="264.4478" z="0.0"/><viz:color r="153" g="9" b="255"/></node>
      <node id="2" label="b" startopen="2005.0" end="2010.0"/></nodes><edges/></graph></gexf>
      """)
    #expect(graph?.entities.map { $0.when?.edtf } == ["2000/2004", "2006/2010"])
    #expect(
      values(graph?.entities[0]) == ["size": "10.0", "x": "-405.11", "y": "264.4478", "color": "#9909FF"])
    #expect(graph?.entities[0].attributes.map(\.value.kind) == [.text, .number, .number, .number])
    #expect(messages.count == 1)
  }

  @Test func version11HasSlicesAndValuesWithIDs() {
    let (graph, messages) = read(
      """
      <gexf xmlns="http://www.gexf.net/1.1draft" version="1.1"><graph timetype="date" defaultedgetype="undirected">
      <attributes class="node" type="static"><attribute id="a" title="Land" type="string"/></attributes>
      <nodes><node id="n" label="N"><slices><slice start="1939-09-01" end="1945-05-08"/></slices><attvalues><attvalue id="a" value="x"/></attvalues></node>
      <node id="m"/></nodes><edges><edge id="e" source="n" target="m" cardinal="3"/></edges></graph></gexf>
      """)
    #expect(messages == [])
    #expect(graph?.entities[0].when?.edtf == "1939-09-01/1945-05-08")
    #expect(values(graph?.entities[0]) == ["Land": "x"])
    #expect(graph?.entities[1].name.text(in: "en") == "m")
    #expect(graph?.statements[0].role == .link)
  }

  @Test func timestampsAndIntervalsOf13() {
    let (graph, messages) = read(
      """
      <gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="dynamic" timerepresentation="timestamp"><nodes>
      <node id="a" timestamps="&lt;[1914.0, 1939.0]&gt;"/><node id="b" timestamp="1918"/>
      <node id="c" intervals="&lt;[1914.0, 1918.0]; [1939.0, 1945.0)&gt;"/></nodes><edges/></graph></gexf>
      """)
    #expect(
      graph?.entities.map { $0.existence.map(\.date.edtf) } == [
        ["1914", "1939"], [], ["1914/1918", "1939/1944"],
      ])
    #expect(graph?.entities[1].when?.edtf == "1918")
    #expect(messages.count == 1)
  }

  @Test func partsOfYearsAreDays() {
    let (graph, messages) = read(
      """
      <gexf><graph mode="dynamic" timeformat="double"><nodes><node id="a" start="1941.27945206" end="1946.27945205"/>
      <node id="b" start="-INF" end="1942.0"/><node id="c" start="-43.79726027" end="Infinity"/></nodes><edges/></graph></gexf>
      """)
    #expect(
      graph?.entities.map { $0.when?.edtf } == ["1941-04-13/1946-04-12", "../1941-12-31", "-0044-03-15/.."])
    #expect(messages == ["times are numbers with parts of years; they are read as days."])
  }

  @Test func largeNumbersAreMilliseconds() {
    let (graph, messages) = read(
      "<gexf><graph mode=\"dynamic\"><nodes><node id=\"a\" start=\"1332806400000\" end=\"1332892800000\"/></nodes></graph></gexf>"
    )
    #expect(graph?.entities[0].when?.edtf == "2012-03-27/2012-03-28")
    #expect(messages == ["times are very large numbers; they are read as milliseconds since 1970."])
  }

  @Test func hierarchiesAndParentsAreKept() {
    let (graph, messages) = read(
      """
      <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph mode="static" defaultedgetype="directed"><nodes>
      <node id="a" label="Kevin"><nodes><node id="b" label="God"/><node id="c"><nodes><node id="d"/></nodes></node></nodes>
      <edges><edge id="0" source="b" target="c"/></edges></node>
      <node id="e" pid="a"/><node id="f"><parents><parent for="a"/><parent for="b"/></parents></node>
      </nodes><edges><edge id="1" source="a" target="f"/></edges></graph></gexf>
      """)
    #expect(graph?.entities.map(\.id.rawValue) == ["a", "b", "c", "d", "e", "f"])
    #expect(graph?.entities.map { values($0)["parent"] } == [nil, "a", "a", "c", "a", nil])
    #expect(values(graph?.entities[5])["parents"] == "a; b")
    #expect(graph?.statements.count == 2)
    #expect(messages.count == 2)
  }

  @Test func gephi010WritesKindsLooksAndSpells() {
    let (graph, messages) = read(
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd">
        <meta lastmodifieddate="2024-02-01"><creator>Gephi 0.10.1</creator><title></title><description></description></meta>
        <graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="double" timerepresentation="interval" timezone="UTC">
          <attributes class="node" mode="static"><attribute id="modularity_class" title="Modularity Class" type="integer"><default>0</default></attribute></attributes>
          <nodes count="2">
            <node id="n1" label="Napoleon">
              <attvalues><attvalue for="modularity_class" value="3"></attvalue></attvalues>
              <spells><spell start="1804.0" end="1814.0"></spell><spell start="1815.0" end="1815.0"></spell></spells>
              <viz:size value="20.5"></viz:size><viz:position x="1.0" y="-2.0"></viz:position><viz:color r="1" g="2" b="3" a="0.6"></viz:color>
            </node>
            <node id="n2" label="Elba"></node>
          </nodes>
          <edges count="3">
            <edge id="0" source="n1" target="n2" kind="exiled to" weight="2.0"><viz:thickness value="4"/></edge>
            <edge id="1" source="n1" target="n2" type="undirected" label="knows" kind="near"></edge>
            <edge id="2" source="n2" target="n1" type="mutual" weight="0"></edge>
          </edges>
        </graph>
      </gexf>
      """)
    #expect(
      messages
        == ["found the element 'title', which GEXF does not have; it is left out."].filter { _ in false })
    #expect(graph?.entities[0].existence.map(\.date.edtf) == ["1804/1814", "1815"])
    #expect(
      values(graph?.entities[0]) == [
        "Modularity Class": "3", "size": "20.5", "x": "1.0", "y": "-2.0", "color": "#010203", "alpha": "0.6",
      ])
    #expect(values(graph?.entities[1]) == ["Modularity Class": "0"])
    #expect(graph?.statements.map(\.role.name) == ["exiled-to", "near", "link"])
    #expect(graph?.statements.map(\.isDirected) == [true, false, nil])
    #expect(graph?.statements.map(\.weight) == [2, nil, 0])
    #expect(graph?.statements[1].attributes == [Attribute("label", .text("knows"))])
    #expect(graph?.attributes == [Attribute("creator", .text("Gephi 0.10.1"))])
    // The looks go out again.
    let written = graph.flatMap { try? XMLTree.parse(gexf(GraphView($0)).bytes) }
    #expect(written?.all("viz:size").map { $0["value"] } == ["20.5"])
    #expect(written?.all("viz:thickness").map { $0["value"] } == ["4"])
    #expect(written?.all("viz:color").first?.attributes == ["r": "1", "g": "2", "b": "3", "a": "0.6"])
  }

  @Test func networkXWritesAttributesByNumber() {
    let (graph, messages) = read(
      """
      <?xml version='1.0' encoding='utf-8'?>
      <gexf xmlns="http://www.gexf.net/1.2draft" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">
        <meta lastmodifieddate="2026-01-01"><creator>NetworkX 3.6.1</creator></meta>
        <graph defaultedgetype="undirected" mode="static" name="">
          <attributes mode="static" class="edge"><attribute id="1" title="relation" type="string"/></attributes>
          <attributes mode="static" class="node"><attribute id="0" title="born" type="long"/></attributes>
          <nodes><node id="1" label="1"><attvalues><attvalue for="0" value="1769"/></attvalues></node><node id="2" label="2"/></nodes>
          <edges><edge source="1" target="2" id="0" weight="0.5"><attvalues><attvalue for="1" value="married to"/></attvalues></edge></edges>
        </graph>
      </gexf>
      """)
    #expect(messages == [])
    #expect(graph?.entities[0].attributes == [Attribute("born", .integer(1769))])
    #expect(graph?.statements.map(\.role.name) == ["married-to"])
    #expect(graph?.statements.map(\.weight) == [0.5])
  }

  @Test func prefixesThatAreNotDeclaredAndHexColours() {
    let (graph, _) = read(
      "<gexf><graph><nodes><node id=\"a\"><viz:color hex=\"#FF7700\"/><viz:shape value=\"square\"/></node></nodes></graph></gexf>"
    )
    #expect(values(graph?.entities.first) == ["color": "#FF7700", "shape": "square"])
  }

  @Test func edgesMayStandBeforeNodesAndNameMissingOnes() {
    let (graph, messages) = read(
      "<gexf><graph><edges><edge source=\"a\" target=\"x\"/></edges><nodes><node id=\"a\"/></nodes></graph></gexf>"
    )
    #expect(graph?.entities.map(\.id.rawValue) == ["a", "x"])
    #expect(messages == ["an edge names the node 'x', which is not in the file; it is made."])
  }

  // MARK: Mistakes

  @Test(arguments: [
    (
      "<gexf><graph><nodes><node/></nodes></graph></gexf>",
      "1: the element 'node' has no 'id'; expected one."
    ),
    ("<gexf/>", "0: the file has no 'graph'; expected one."),
    ("<graph/>", "1: found the element 'graph' at the top; expected 'gexf'."),
    (
      "<gexf><graph><nodes><node id='a'/>\n<node id='a'/></nodes></graph></gexf>",
      "2: two nodes have the id 'a'; the first is on line 2."
    ),
    ("<gexf><graph>", "1: extra content at the end of the document."),
  ])
  func mistakesAreTold(text: String, message: String) {
    let (graph, messages) = read(text)
    #expect(graph == nil)
    #expect(messages.first == message)
  }

  @Test func valuesOfUndeclaredAttributesAreLeftOut() {
    let (_, messages) = read(
      """
      <gexf><graph><attributes class="node"><attribute id="born" title="b" type="string"/></attributes>
      <nodes><node id="a"><attvalues><attvalue for="bron" value="1"/></attvalues></node></nodes></graph></gexf>
      """)
    #expect(
      messages == [
        "found a value of the attribute 'bron', which the file does not declare. Did you mean 'born'? It is left out."
      ])
  }

  // MARK: Hostile input

  private let sample = """
    <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><graph defaultedgetype="directed" timeformat="double">
    <attributes class="node"><attribute id="0" title="é" type="float"><default>1</default></attribute></attributes><nodes>
    <node id="a" label="A" start="NaN" end="1e400"><attvalues><attvalue for="0" value="nan"/></attvalues><spells><spell start="99999999999999999999" end="-1e300"/></spells><viz:color r="999999999999999999999" g="2" b="3"/></node>
    <node id="b" timestamps="<[1e18,-1e18]>"/></nodes><edges><edge source="a" target="b" weight="1e308"/></edges></graph></gexf>
    """.replacing("<[", with: "&lt;[").replacing("]>", with: "]&gt;")

  @Test func everyBeginningOfAFileEndsWell() {
    let bytes = Array(sample.utf8)
    for length in 0...bytes.count {
      let read = try? GEXFReader.read(Data(bytes[..<length]), named: "t.gexf")
      #expect((read != nil) == (length == bytes.count), "\(length)")
    }
  }

  @Test func changedBytesEndWell() {
    var numbers = SeededNumbers(seed: 21)
    let bytes = Array(sample.utf8)
    var good = 0
    for _ in 0..<1000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        changed[Int.random(in: 0..<changed.count, using: &numbers)] = UInt8.random(
          in: 0...255, using: &numbers)
      }
      if let read = try? GEXFReader.read(Data(changed), named: "t.gexf") {
        good += 1
        _ = try? gexf(GraphView(read.graph))
      }
    }
    #expect(good > 0)
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "<node id='a'><nodes>", count: 100_000)
    let (graph, messages) = read("<gexf><graph><nodes>\(deep)")
    #expect(graph == nil)
    #expect(messages.count == 1 || messages[0].contains("two nodes"))
  }

  @Test(.enabled(if: EntityID("\u{E9}") != EntityID("e\u{301}"), "ids are compared by their letters"))
  func ofComposedAndDecomposedIDsEachIsItsOwn() {
    let (graph, messages) = read(
      "<gexf><graph><nodes><node id=\"\u{E9}\"/><node id=\"e\u{301}\"/></nodes></graph></gexf>")
    #expect(messages == [])
    #expect(graph?.entities.count == 2)
  }
}
