import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// GraphML as other programs write it, right or not.
@Suite struct GraphMLForeignTests {
  private func read(_ text: String, isStrict: Bool = false) throws -> (
    graph: DiplomaticGraph, warnings: [String]
  ) {
    let found = try GraphMLReader.read(Data(text.utf8), named: "t.graphml", isStrict: isStrict)
    return (found.graph, found.warnings.map(\.description))
  }

  private func body(_ text: String, _ keys: String = "", edges: String = "undirected") -> String {
    "<graphml>\(keys)<graph edgedefault=\"\(edges)\">\(text)</graph></graphml>"
  }

  private func key(_ id: String, _ domain: String, _ name: String, _ type: String = "string") -> String {
    "<key id=\"\(id)\" for=\"\(domain)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>"
  }

  @Test func whatHasNoPlaceIsKeptAndComesOutAgain() throws {
    let text = body(
      "<node id=\"a\"><desc>Words</desc><data key=\"c\">#FF0000</data><data key=\"x\">1.5</data><data key=\"n\">3</data><data key=\"b\">true</data></node>"
        + "<node id=\"b\"/><edge id=\"e\" source=\"a\" target=\"b\"><data key=\"w\">2.5</data><data key=\"r\">allied with</data><data key=\"m\">good </data></edge>",
      key("c", "node", "color") + key("x", "node", "x", "double") + key("n", "node", "n", "int")
        + key("b", "node", "b", "boolean") + key("w", "edge", "weight", "double")
        + key("r", "edge", "relation")
        + key("m", "edge", "mood"))
    var graph = try read(text).graph
    for _ in 0..<2 {
      #expect(
        graph.entities[0].attributes == [
          Attribute("b", .boolean(true)), Attribute("color", .text("#FF0000")),
          Attribute("desc", .text("Words")),
          Attribute("n", .integer(3)), Attribute("x", .number(1.5)),
        ])
      #expect(graph.statements[0].attributes == [Attribute("mood", .text("good "))])
      #expect(graph.statements[0].weight == 2.5 && graph.statements[0].isDirected == false)
      #expect(graph.statements[0].role == Role("allied-with") && graph.statements[0].id == "e")
      graph = try GraphMLReader.read(Data(try graphML(GraphView(graph)).bytes), named: "again").graph
    }
  }

  @Test func keysMayComeAfterTheGraph() throws {
    let text =
      "<graphml><graph><node id=\"a\"><data key=\"n\">Anna</data></node><node id=\"b\"/>"
      + "<edge source=\"a\" target=\"b\"><data key=\"w\">3</data></edge></graph>"
      + key("n", "node", "name") + key("w", "edge", "weight", "double") + "</graphml>"
    let found = try read(text)
    #expect(found.graph.entities[0].label(in: "en") == "Anna" && found.graph.statements[0].weight == 3)
    #expect(found.warnings.isEmpty)
  }

  @Test func nodesThatOnlyEdgesNameAreMadeAndTold() throws {
    let text = body(
      "<node id=\"tokyo\"/><edge source=\"tokyo\" target=\"tokio\"/><edge source=\"tokio\" target=\"x\"/>")
    let found = try read(text)
    #expect(found.graph.entities.map(\.id.rawValue) == ["tokyo", "tokio", "x"])
    #expect(found.warnings.count == 2)
    #expect(
      found.warnings[0].hasSuffix(
        "an edge names the node 'tokio', which is not in the file. Did you mean 'tokyo'? It is made."))
    let error = #expect(throws: InputDiagnostics.self) { try read(text, isStrict: true) }
    #expect(error?.diagnostics.count == 2)
  }

  @Test func edgesMayComeBeforeNodes() throws {
    let found = try read(body("<edge source=\"b\" target=\"a\"/><node id=\"a\"/><node id=\"b\"/>"))
    #expect(found.graph.entities.map(\.id.rawValue) == ["a", "b"] && found.warnings.isEmpty)
  }

  @Test func idsAreTakenByteForByte() throws {
    let found = try read(
      body(
        "<node id=\"\u{E9}\"/><node id=\"e\u{301}\"/><edge id=\"\u{E9}\" source=\"\u{E9}\" target=\"e\u{301}\"/><edge id=\"e\u{301}\" source=\"e\u{301}\" target=\"e\u{301}\"/>"
      ))
    #expect(found.graph.entities.map { Array($0.id.rawValue.utf8).count } == [2, 3])
    #expect(found.graph.statements.map { $0.subject == $0.object } == [false, true])
    #expect(found.warnings.isEmpty)
    let again = try GraphMLReader.read(Data(try graphML(GraphView(found.graph)).bytes), named: "again").graph
    #expect(again.entities.map(\.id) == found.graph.entities.map(\.id))
  }

  @Test func directionsAreThoseOfXMLAndOthersAreTold() throws {
    func edge(_ directed: String) -> String { "<edge source=\"a\" target=\"b\" directed=\"\(directed)\"/>" }
    let found = try read(
      body(
        "<node id=\"a\"/><node id=\"b\"/>"
          + [" true ", "1", "0", "false", "TRUE", "maybe"].map(edge).joined()))
    #expect(found.graph.statements.map(\.leadsOneWay) == [true, true, false, false, true, false])
    #expect(
      found.warnings.map { $0.components(separatedBy: "warning: ")[1] } == [
        "found directed 'TRUE'; expected true or false. It is read as true.",
        "found directed 'maybe'; expected true or false. It is read as false, as the graph says.",
      ])
    let odd = try read(body("<node id=\"a\"/><edge source=\"a\" target=\"a\"/>", edges: " Directed "))
    #expect(odd.graph.statements[0].leadsOneWay && odd.warnings.count == 1)
  }

  @Test func weightsThatAreNoneAreToldAndKept() throws {
    let keys = key("w", "edge", "weight")
    for (text, told) in [
      ("-1", true), ("NaN", true), ("heavy", true), ("1e999", true), (" 2 ", false), ("", false),
    ] {
      let found = try read(
        body("<node id=\"a\"/><edge source=\"a\" target=\"a\"><data key=\"w\">\(text)</data></edge>", keys))
      #expect(found.warnings.count == (told ? 1 : 0), "\(text): \(found.warnings)")
      #expect(found.graph.statements[0].weight == (text == " 2 " ? 2 : nil))
      #expect(found.graph.statements[0].attributes == (told ? [Attribute("weight", .text(text))] : []))
    }
  }

  @Test func graphsThatShareNodesAreOne() throws {
    let found = try read(
      "<graphml>" + key("n", "node", "name")
        + "<graph edgedefault=\"directed\"><node id=\"a\"/><node id=\"b\"/><edge source=\"a\" target=\"b\"/></graph>"
        + "<graph edgedefault=\"undirected\"><node id=\"a\"><data key=\"n\">Anna</data></node><edge source=\"b\" target=\"a\"/></graph></graphml>"
    )
    #expect(found.graph.entities.map { $0.label(in: "en") } == ["Anna", "b"])
    #expect(found.graph.statements.map(\.leadsOneWay) == [true, false])
    #expect(found.warnings.count == 2, "\(found.warnings)")
  }

  @Test func nodesInsideOfNodesNameTheirParents() throws {
    let found = try read(
      body("<node id=\"g\"><graph edgedefault=\"directed\"><node id=\"g::a\"/></graph></node>"))
    #expect(found.graph.entities[1].attributes == [Attribute("parent", .text("g"))])
  }

  @Test func keysOfOneNameAreToldApart() throws {
    let found = try read(
      body(
        "<node id=\"a\"><data key=\"p\">1</data><data key=\"q\">2</data></node>",
        key("p", "node", "score", "int") + key("q", "node", "score", "int")))
    #expect(
      found.graph.entities[0].attributes == [
        Attribute("score", .integer(1)), Attribute("score_2", .integer(2)),
      ])
    #expect(found.warnings.count == 1 && found.warnings[0].contains("two keys are called 'score'"))
  }

  @Test func oneIDMayBeAKeyForNodesAndAnotherForEdges() throws {
    let found = try read(
      body(
        "<node id=\"a\"><data key=\"d0\">Anna</data></node><edge source=\"a\" target=\"a\"><data key=\"d0\">4</data></edge>",
        key("d0", "node", "label") + key("d0", "edge", "weight", "double")))
    #expect(found.graph.entities[0].label(in: "en") == "Anna" && found.graph.statements[0].weight == 4)
    #expect(found.warnings.isEmpty)
  }

  @Test func dataWithoutAKeyAreKeptAndTold() throws {
    let text = body("<node id=\"a\"><data key=\"k\">1</data></node>", key("l", "node", "l"))
    let found = try read(text)
    #expect(found.graph.entities[0].attributes == [Attribute("k", .text("1"))])
    #expect(found.warnings.count == 1 && found.warnings[0].contains("which the file does not declare"))
    #expect(throws: InputDiagnostics.self) { try read(text, isStrict: true) }
  }

  @Test func whatYEdDrawsIsKept() throws {
    let found = try read(
      """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
      <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d9" yfiles.type="edgegraphics"/>
      <graph edgedefault="directed"><node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="40" x="1" y="-2.5"/>
      <y:Fill color="#FFCC00" transparent="false"/><y:NodeLabel>Moscow</y:NodeLabel><y:Shape type="ellipse"/></y:ShapeNode></data></node>
      </graph></graphml>
      """)
    #expect(
      found.graph.entities[0].attributes == [
        Attribute("color", .text("#FFCC00")), Attribute("height", .number(30)),
        Attribute("shape", .text("ellipse")),
        Attribute("width", .number(40)), Attribute("x", .number(1)), Attribute("y", .number(-2.5)),
      ])
    #expect(found.warnings.isEmpty, "\(found.warnings)")
  }

  @Test func labelsOfNeo4jAreKindsAndRoles() throws {
    let found = try read(
      """
      <graphml><graph id="G" edgedefault="directed"><node id="n1" labels=":Person"><data key="labels">:Person</data><data key="name">Foo</data></node>
      <node id="n2" labels=":Person"/><edge id="e1" source="n1" target="n2" label="KNOWS"><data key="label">KNOWS</data></edge></graph></graphml>
      """)
    #expect(found.graph.entities.map(\.kind.name) == ["person", "person"])
    #expect(found.graph.entities[0].label(in: "en") == "Foo")
    #expect(found.graph.statements.map { "\($0.role) \($0.leadsOneWay)" } == ["KNOWS true"])
  }

  @Test func idsInDataAreIDsAsIgraphHasThem() throws {
    func edge(_ id: String) -> String {
      "<edge source=\"n0\" target=\"n0\"><data key=\"e_id\">\(id)</data></edge>"
    }
    let found = try read(
      body("<node id=\"n0\"/>" + edge("x") + edge("y") + edge("x"), key("e_id", "edge", "id")))
    #expect(found.graph.statements.map(\.id.rawValue) == ["x", "y", "x.2"] && found.warnings.isEmpty)
    #expect(found.graph.statements[2].attributes == [Attribute("id", .text("x"))])
  }

  @Test func filesAreReadInPieces() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "long.graphml")
    let nodes = (0..<40_000).map { "<node id=\"number-\($0)\">\n</node>" }.joined()
    try Data(body(nodes).utf8).write(to: file)
    #expect(try GraphReading.readDocument(contentsOf: file.path).graph.entities.count == 40_000)
    let tag = "<node id=\"a\" " + (0...1000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>"
    try Data(body(nodes + "\n" + tag).utf8).write(to: file)
    let error = #expect(throws: InputDiagnostics.self) {
      try GraphReading.readDocument(contentsOf: file.path)
    }
    #expect(error?.diagnostics.map(\.place?.line) == [40_002], "\(error.map { "\($0)" } ?? "")")
    try Data((body(nodes) + "<graph>").utf8).write(to: file)
    #expect(throws: InputDiagnostics.self) { try GraphReading.readDocument(contentsOf: file.path) }
  }

  @Test func everyBeginningOfAFileIsReadOrRefused() throws {
    let text = body(
      "<node id=\"a\"><data key=\"n\">A &amp; B</data></node><edge source=\"a\" target=\"a\" directed=\"true\"/>",
      key("n", "node", "name"))
    for count in 0..<text.utf8.count {
      let error = #expect(throws: InputDiagnostics.self) {
        try GraphMLReader.read(Data(text.utf8.prefix(count)), named: "t")
      }
      #expect(error?.diagnostics.first?.place != nil, "\(count)")
    }
  }
}
