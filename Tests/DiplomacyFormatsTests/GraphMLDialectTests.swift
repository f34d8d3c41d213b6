import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// GraphML as single programs want it.
@Suite struct GraphMLDialectTests {
  private func tree(
    _ graph: DiplomaticGraph, _ dialect: String? = nil,
    _ drawing: (@Sendable (GraphView) throws -> [EntityID: NodeLook])? = nil
  ) throws -> XMLTree {
    try XMLTree.parse(
      try graphML(GraphView(graph), WritingOptions(dialect: dialect, drawing: drawing)).bytes)
  }

  private func data(_ tree: XMLTree, _ id: String) -> [String: String] {
    let element = tree.all.first { $0["id"] == id && ["node", "edge"].contains($0.name) }
    return Dictionary(
      (element?.children("data") ?? []).map { ($0["key"] ?? "", $0.text) },
      uniquingKeysWith: { first, _ in first })
  }

  private let text = """
    entente: 1
    title: T
    actors: { ussr: { name: Soviet Union, short-name: USSR }, japan: Japan }
    agreements: { notes: { kind: exchange-of-notes, name: "Notes <&>", signed: 1941, parties: [{ actor: japan, id: p }] } }
    """
  private func graph() throws -> DiplomaticGraph { try GraphFile.read(text, named: "t") }

  @Test func igraphHasIDsAsNames() throws {
    let ussr = data(try tree(try graph(), "igraph"), "ussr")
    #expect(ussr["node_name"] == "ussr" && ussr["node_full_name"] == "Soviet Union", "\(ussr)")
    #expect(ussr["node_label"] == "USSR")
  }

  @Test func cytoscapeHasSharedNamesAndInteractions() throws {
    let tree = try tree(try graph(), "cytoscape")
    #expect(data(tree, "ussr")["node_shared name"] == "USSR")
    let edge = data(tree, "p")
    #expect(edge["edge_interaction"] == "party" && edge["edge_shared interaction"] == "party")
    #expect(edge["edge_name"] == "Japan (party) Notes <&>")
  }

  @Test func neo4jHasLabelsAndTypes() throws {
    let tree = try tree(try graph(), "neo4j")
    #expect(
      tree.all("node").map { $0["labels"] } == [":Actor:State", ":Actor:State", ":Agreement:ExchangeOfNotes"])
    #expect(tree.all("edge").map { $0["label"] } == ["PARTY"])
  }

  @Test func yEdDrawsBoxesAndArrows() throws {
    let drawn = try tree(try graph(), "yed") { view in
      Dictionary(
        uniqueKeysWithValues: view.entities.map {
          ($0.entity.id, NodeLook(x: 100, y: 50, width: 40, height: 20, color: "#123456", shape: .diamond))
        })
    }
    let keys = drawn.all("key").compactMap { $0["yfiles.type"] }
    #expect(keys == ["nodegraphics", "edgegraphics"])
    let box = try #require(drawn.all.first { $0.name.hasSuffix("Geometry") })
    #expect([box["x"], box["y"], box["width"], box["height"]] == ["80.0", "-60.0", "40.0", "20.0"])
    #expect(
      drawn.all.filter { $0.name.hasSuffix("NodeLabel") }.map(\.text) == ["USSR", "Japan", "Notes <&>"])
    #expect(drawn.all.first { $0.name.hasSuffix("Arrows") }?["target"] == "standard")
    #expect(drawn.all.first { $0.name.hasSuffix("EdgeLabel") }?.text == "party")
    let plain = try tree(try graph(), "yed")
    let places = plain.all.filter { $0.name.hasSuffix("Geometry") }.map {
      "\($0["x"] ?? "") \($0["y"] ?? "")"
    }
    #expect(Set(places).count == 3, "no two stand in one place")
  }

  @Test func gephiHasPlacesAndColours() throws {
    let drawn = try tree(try graph(), "gephi") { view in
      [
        view.entities[0].entity.id: NodeLook(
          x: 1, y: 2, width: 30, height: 20, color: "#FF8001", shape: .ellipse)
      ]
    }
    let ussr = data(drawn, "ussr")
    #expect([ussr["node_x"], ussr["node_y"], ussr["node_size"]] == ["1.0", "2.0", "30.0"])
    #expect([ussr["node_r"], ussr["node_g"], ussr["node_b"]] == ["255", "128", "1"])
    #expect(data(drawn, "japan")["node_x"] == nil)
    #expect(data(drawn, "p")["edge_label"] == "party")
  }

  private func network(_ directions: [Bool]) -> DiplomaticGraph {
    let nodes = ["a", "b"].map {
      Entity(id: EntityID($0), kind: EntityKind(.actor, "node"), name: LocalizedText($0, language: "en"))
    }
    let edges = directions.enumerated().map { number, isDirected in
      Statement(
        id: StatementID("e\(number)"), subject: "a", role: isDirected ? .arc : .link, object: "b", weight: 0.5
      )
    }
    return DiplomaticGraph(title: LocalizedText("T", language: "en"), entities: nodes, statements: edges)
  }

  @Test func theDirectionIsThatOfTheEdges() throws {
    for (directions, expected) in [
      ([true, true], "directed"), ([false, false], "undirected"), ([], "directed"),
    ] {
      let tree = try tree(network(directions))
      #expect(tree.first("graph")?["edgedefault"] == expected)
      #expect(tree.all("edge").allSatisfy { $0["directed"] == nil })
      #expect(tree.all("data").allSatisfy { $0["key"] != "edge_role" && $0["key"] != "edge_directed" })
    }
    let mixed = network([true, false])
    let plain = try tree(mixed)
    #expect(
      plain.first("graph")?["edgedefault"] == "directed"
        && plain.all("edge").allSatisfy { $0["directed"] == nil })
    #expect(data(plain, "e1")["edge_directed"] == "no" && data(plain, "e1")["edge_role"] == "link")
    let losses = try graphML(GraphView(mixed)).losses
    #expect(
      losses.lines == ["1 × edge that leads both ways, written as one that leads one way, with 'directed' no"]
    )
    let gephi = try tree(mixed, "gephi")
    #expect(gephi.all("edge").map { $0["directed"] } == [nil, "false"])
    for dialect in [nil, "gephi", "igraph"] {
      let bytes = try graphML(GraphView(mixed), WritingOptions(dialect: dialect)).bytes
      let again = try GraphMLReader.read(Data(bytes), named: "t").graph
      #expect(
        again.statements.map(\.leadsOneWay) == [true, false] && again.statements.map(\.weight) == [0.5, 0.5])
    }
  }

  @Test func rowsAreEscapedAsLibxml2Does() throws {
    for text in SampleGraph.hardNames + ["\u{FFFE}\u{FFFF}\u{0}", "\r\n\t\"'<>&", "é\u{EFFF}"] {
      var rows = XMLText()
      rows.markup("<a b=\"")
      rows.value(text)
      rows.markup("\">")
      rows.text(text)
      rows.markup("</a>")
      var one = try XMLWriter()
      var other = try XMLWriter()
      try one.inlineElement("r") { xml in try xml.elements(rows) }
      try other.inlineElement("r") { xml in try xml.element("a", [("b", text)], text: text) }
      #expect(one.replacedCharacters == other.replacedCharacters)
      #expect(
        String(decoding: try one.finish(), as: UTF8.self)
          == String(decoding: try other.finish(), as: UTF8.self))
    }
  }
}
