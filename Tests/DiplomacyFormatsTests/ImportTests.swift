import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

@Suite struct GraphMLReaderTests {
  private func read(_ text: String) throws -> (graph: DiplomaticGraph, warnings: [Diagnostic]) {
    try GraphMLReader.read(Data(text.utf8), named: "t.graphml")
  }

  private func edges(_ graph: DiplomaticGraph) -> [String] {
    graph.statements.map { "\($0.subject) \($0.role) \($0.object) \($0.weight.map { "\($0)" } ?? "-")" }
  }

  @Test func defaultsDirectionsAndHyperedges() throws {
    let found = try read(
      """
      <?xml version="1.0"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="w" for="edge" attr.name="weight" attr.type="double"><default>2.5</default></key>
        <key id="k" for="node" attr.name="Kind" attr.type="string"/>
        <graph edgedefault="undirected">
          <node id="a"><data key="k">city</data><port name="p"/></node>
          <node id="b"><data key="k">senate</data></node>
          <node id="c"/>
          <edge source="a" target="b"/>
          <edge source="b" target="c" directed="true"><data key="w"> 1 </data></edge>
          <hyperedge id="h"><endpoint node="a"/><endpoint node="c"/></hyperedge>
        </graph>
      </graphml>
      """)
    #expect(edges(found.graph) == ["a link b 2.5", "b link-to c 1.0", "a party h -", "c party h -"])
    #expect(found.graph.hasDirectedLinks)
    #expect(
      found.graph.entities.map { "\($0.id) \($0.category) \($0.kind)" }
        == ["a territory city", "b actor senate", "c actor node", "h agreement hyperedge"])
    #expect(found.warnings.map(\.message).contains { $0.contains("ports are left out") })
  }

  @Test func whatYEdDrawsIsTheName() throws {
    let found = try read(
      """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
        <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d9" yfiles.type="edgegraphics"/>
        <graph edgedefault="directed">
          <node id="n0"><data key="d6"><y:ShapeNode><y:NodeLabel>Moscow
          </y:NodeLabel><y:NodeLabel>2</y:NodeLabel></y:ShapeNode></data></node>
          <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Tokyo &amp; co</y:NodeLabel></y:ShapeNode></data></node>
          <edge id="e" source="n0" target="n1"><data key="d9"><y:PolyLineEdge><y:EdgeLabel>sends cables</y:EdgeLabel></y:PolyLineEdge></data></edge>
        </graph>
      </graphml>
      """)
    #expect(found.graph.entities.map { $0.label(in: "en") } == ["Moscow", "Tokyo & co"])
    #expect(edges(found.graph) == ["n0 sends-cables n1 -"])
  }

  @Test func datesOfNodesAndEdges() throws {
    let found = try read(
      """
      <graphml><key id="s" for="all" attr.name="start"/><key id="e" for="all" attr.name="end"/>
      <graph edgedefault="undirected"><node id="a"><data key="s">1922</data><data key="e">1991-12-26</data></node><node id="b"/>
      <edge source="a" target="b"><data key="s">1925.0</data></edge>
      <edge source="a" target="b"><data key="s">whenever</data></edge></graph></graphml>
      """)
    #expect(found.graph.entities[0].when?.text == "1922/1991-12-26")
    #expect(found.graph.statements.map { $0.when?.text } == ["1925/..", nil])
    #expect(found.warnings.contains { $0.message.contains("'whenever/..'") }, "\(found.warnings)")
  }

  @Test(arguments: ["neutrality-pact", "interwar-pacts"])
  func whatWeWriteComesBack(name: String) throws {
    let graph = try GraphFile.read(contentsOf: projectFolder.appending(path: "Graphs/\(name).yaml").path)
    let view = GraphView(graph)
    let again = try GraphMLReader.read(Data(try graphML(view).bytes), named: "again").graph
    #expect(again.title.text(in: "en") == graph.title.text(in: "en") && !again.hasDirectedLinks)
    #expect(again.entities.map(\.id) == view.entities.map(\.entity.id))
    for (mine, theirs) in zip(again.entities, view.entities.map(\.entity)) {
      #expect(mine.kind == theirs.kind && Set(mine.name.wordings) == Set(theirs.name.wordings), "\(mine.id)")
      #expect(mine.label(in: "en") == theirs.label(in: "en"))
      #expect(mine.when?.text == theirs.when?.text, "\(mine.id)")
    }
    #expect(again.statements.count == view.statements.count)
    for (mine, theirs) in zip(again.statements, view.statements.map(\.statement)) {
      #expect(
        [mine.id.rawValue, mine.subject.rawValue, mine.role.name, mine.object.rawValue]
          == [theirs.id.rawValue, theirs.subject.rawValue, theirs.role.name, theirs.object.rawValue])
      // One without a date has that of what it is part of.
      #expect(theirs.when == nil || mine.when?.text == theirs.when?.text, "\(mine.id)")
      #expect(
        mine.onBehalfOf == theirs.onBehalfOf && mine.attestation.modality == theirs.attestation.modality)
      #expect(
        mine.attestation.certainty == theirs.attestation.certainty
          && mine.attestation.note == theirs.attestation.note)
    }
  }

  @Test(arguments: [
    ("<gexf/>", "found the element 'gexf' at the top"),
    ("<graphml><graph><node/></graph></graphml>", "the element 'node' has no 'id'"),
    ("<graphml><graph><node id='a'/><node id='a'/></graph></graphml>", "two nodes have the id 'a'"),
    (
      "<graphml><graph><node id='a'/><edge source='a'/></graph></graphml>",
      "the element 'edge' has no 'target'"
    ),
    (
      "<graphml><graph><node id='a'><data>1</data></node></graph></graphml>",
      "the element 'data' has no 'key'"
    ),
    ("<graphml/>", "the file has no 'graph'"), ("<graphml><graph>", "t.graphml:1:"),
    ("", "t.graphml:1:"),
  ])
  func mistakesAreTold(text: String, words: String) throws {
    let error = #expect(throws: InputDiagnostics.self) { _ = try read(text) }
    #expect("\(error.map { "\($0)" } ?? "")".contains(words), "\(error.map { "\($0)" } ?? "")")
  }

  @Test func entitiesAreNeitherExpandedNorFetched() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let secret = folder.appending(path: "secret.txt")
    try Data("the secret".utf8).write(to: secret)
    let bomb = (1...9).reduce("<!ENTITY l0 \"lol\">") { text, level in
      text + "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
    }
    for (subset, node) in [
      (bomb, "&l9;"), ("<!ENTITY x SYSTEM \"file://\(secret.path)\">", "&x;"),
      ("<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">", "&x;"),
    ] {
      let text =
        "<!DOCTYPE g [\(subset)]><graphml><key id='n' for='node' attr.name='name'/><graph><node id='a'><data key='n'>\(node)</data></node></graph></graphml>"
      let error = #expect(throws: InputDiagnostics.self) { _ = try read(text) }
      #expect("\(error.map { "\($0)" } ?? "")".contains("entit"), "\(subset.prefix(40))")
    }
    // A document type without entities is no harm, and is not fetched.
    let plain =
      "<!DOCTYPE graphml SYSTEM \"http://127.0.0.1:9/g.dtd\"><graphml><graph><node id='a'/></graph></graphml>"
    #expect(try read(plain).graph.entities.count == 1)
  }

  @Test func garbledFilesAreReadOrRefused() throws {
    let graph = try GraphFile.read(
      contentsOf: projectFolder.appending(path: "Graphs/neutrality-pact.yaml").path)
    let original = Array(try graphML(GraphView(graph)).bytes.prefix(6000))
    var numbers = SeededNumbers(seed: 1875)
    var refused = 0
    for round in 0..<Thoroughness.cases(1500, thorough: 15_000) {
      var bytes = Array(
        original.prefix(round % 2 == 0 ? original.count : Int.random(in: 0..<original.count, using: &numbers))
      )
      for _ in 0..<Int.random(in: 0...5, using: &numbers) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        if Bool.random(using: &numbers) {
          bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        } else {
          bytes.removeSubrange(place..<min(place + 20, bytes.count))
        }
      }
      do throws(InputDiagnostics) {
        _ = try GraphMLReader.read(Data(bytes), named: "garbled")
      } catch {
        refused += 1
        #expect(!error.diagnostics.isEmpty)
      }
    }
    #expect(refused > 1000, "\(refused)")
  }
}
