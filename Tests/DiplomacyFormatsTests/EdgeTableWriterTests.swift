import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Edges and nodes as tables: for any program, for Gephi and for Neo4j.
@Suite struct EdgeTableWriterTests {
  /// The records of a table by a reader of our own that knows RFC 4180 and nothing else.
  private func records(_ bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = [[""]]
    var (isQuoted, isAfterQuote) = (false, false)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let last = records.count - 1
      let field = records[last].count - 1
      switch scalar {
      case "\"" where isQuoted && !isAfterQuote: isAfterQuote = true
      case "\"" where isQuoted:
        records[last][field].unicodeScalars.append("\"")
        isAfterQuote = false
      case "\"" where records[last][field].isEmpty: isQuoted = true
      case "," where !isQuoted || isAfterQuote:
        records[last].append("")
        (isQuoted, isAfterQuote) = (false, false)
      case "\n" where !isQuoted || isAfterQuote:
        records.append([""])
        (isQuoted, isAfterQuote) = (false, false)
      default: records[last][field].unicodeScalars.append(scalar)
      }
    }
    return records.dropLast()
  }

  private func small() throws -> DiplomaticGraph {
    try GraphFile.read(
      """
      entente: 1
      title: T
      actors: { a: { name: 'A, "the"', exists: 1914/1918-11-11 }, b: { name: B } }
      statements: [{ subject: a, role: hostile-to, object: b, when: 1914-08-04/1918, certainty: high }]
      """, named: "t")
  }

  @Test func tablesForAnyProgramAreWrittenSo() throws {
    let export = edgeTables(GraphView(try small()), for: nil)
    #expect(
      String(decoding: export.bytes, as: UTF8.self) == """
        source,target,type,statement,label,role,when,start_year,end_year,certainty
        a,b,directed,hostile-to.a.b,hostile-to,hostile-to,1914-08-04/1918,1914,1918,high

        """)
    #expect(export.companions.map(\.part) == ["nodes"])
    #expect(
      String(decoding: export.companions[0].bytes, as: UTF8.self) == #"""
        id,label,name,name_en,category,kind,when,start_year,end_year
        a,"A, ""the""","A, ""the""","A, ""the""",actor,state,1914/1918-11-11,1914,1918
        b,B,B,B,actor,state,,,

        """#)
  }

  @Test func tablesForGephiAreWrittenSo() throws {
    let export = edgeTables(GraphView(try small()), for: "gephi")
    #expect(
      records(export.bytes) == [
        [
          "Source", "Target", "Type", "Id", "Label", "timeset", "role", "when", "start_year", "end_year",
          "certainty",
        ],
        [
          "a", "b", "Directed", "hostile-to.a.b", "hostile-to", "<[1914.5890410958905, 1918.9999999682902]>",
          "hostile-to", "1914-08-04/1918", "1914", "1918", "high",
        ],
      ])
    let nodes = records(export.companions[0].bytes)
    #expect(nodes[0].prefix(4) == ["Id", "Label", "timeset", "name"])
    #expect(nodes[2].prefix(3) == ["b", "B", "<[-Infinity, Infinity]>"])
  }

  @Test func tablesForNeo4jAreWrittenSo() throws {
    let graph = try GraphFile.read(
      """
      entente: 1
      title: T
      actors: { a: { name: A, member-of: b }, b: { name: B, kind: bloc } }
      agreements: { p: { kind: exchange-of-notes, name: "Two\\nlines", signed: 1914-08, parties: [a] } }
      """, named: "t")
    let export = edgeTables(GraphView(graph), for: "neo4j")
    let edges = records(export.bytes)
    #expect(edges[0].prefix(4) == [":START_ID", ":END_ID", ":TYPE", "statement"])
    #expect(edges[0].contains("start_year:long"))
    #expect(
      edges.dropFirst().map { Array($0.prefix(3)) } == [["a", "b", "MEMBER_OF"], ["a", "p", "PARTY"]])
    let nodes = records(export.companions[0].bytes)
    #expect(nodes[0].prefix(3) == ["id:ID", ":LABEL", "label"])
    #expect(
      nodes.dropFirst().map { Array($0.prefix(2)) } == [
        ["a", "Actor;State"], ["b", "Actor;Bloc"], ["p", "Agreement;ExchangeOfNotes"],
      ])
    #expect(
      export.losses.lines.contains("3 × text of several lines, read with --multiline-fields=true"),
      "\(export.losses.lines)")
  }

  /// Kept attributes with the names of the tables' own columns, weights, and directions of all three sorts.
  @Test func attributesOfOtherProgramsHaveColumnsOfTheirOwn() throws {
    var one = Statement(id: "e1", subject: "x", role: .link, object: "y", weight: 2.5)
    one.attributes = [
      Attribute("Source", .text("s")), Attribute("a:b", .integer(4)), Attribute("type", .text("odd")),
      Attribute("weight", .text("heavy")),
    ]
    var two = Statement(id: "e2", subject: "y", role: Role("writes to"), object: "x")
    two.isDirected = true
    let names = LocalizedText("N", language: "en")
    var node = Entity(id: "x", kind: .state, name: names)
    node.attributes = [Attribute("id", .text("7")), Attribute("timeset", .text("now"))]
    let graph = DiplomaticGraph(
      title: names, entities: [node, Entity(id: "y", kind: .state, name: names)], statements: [one, two])
    let plain = edgeTables(GraphView(graph), for: nil)
    let edges = records(plain.bytes)
    #expect(
      edges[0] == [
        "source", "target", "type", "statement", "label", "role", "weight", "directed", "Source_2", "a:b",
        "type_2", "weight_2",
      ])
    #expect(edges[1] == ["x", "y", "undirected", "e1", "link", "link", "2.5", "", "s", "4", "odd", "heavy"])
    #expect(edges[2].prefix(8) == ["y", "x", "directed", "e2", "writes to", "writes to", "", "yes"])
    #expect(records(plain.companions[0].bytes)[0].contains("id_2"))
    let gephi = edgeTables(GraphView(graph), for: "gephi")
    #expect(
      records(gephi.bytes)[0].prefix(7) == ["Source", "Target", "Type", "Id", "Label", "Weight", "timeset"])
    #expect(records(gephi.bytes).dropFirst().map { $0[5] } == ["2.5", "1.0"])
    #expect(records(gephi.companions[0].bytes)[0].contains("timeset_2"))
    let neo4j = edgeTables(GraphView(graph), for: "neo4j")
    #expect(records(neo4j.bytes)[0].contains("a_b:long"))
    #expect(records(neo4j.bytes)[0].contains("weight:double"))
    #expect(neo4j.losses.lines.contains { $0.hasPrefix("1 × edge that leads both ways") })
  }

  /// Every value of every sample stands where its heading says, whatever is in it.
  @Test(arguments: SampleGraph.all, [nil, "gephi", "neo4j"])
  func everyValueStandsUnderItsHeading(sample: SampleGraph, dialect: String?) throws {
    let view = GraphView(try sample.graph())
    let network = ExportedNetwork(view)
    let export = edgeTables(view, for: dialect)
    let (edges, nodes) = (records(export.bytes), records(export.companions[0].bytes))
    #expect(edges.count == network.edgeCount + 1 && nodes.count == network.nodeCount + 1)
    #expect(
      edges.allSatisfy { $0.count == edges[0].count } && nodes.allSatisfy { $0.count == nodes[0].count })
    #expect(Set(edges[0].map { $0.lowercased() }).count == edges[0].count)
    #expect(Set(nodes[0].map { $0.lowercased() }).count == nodes[0].count)
    for (row, node) in zip(nodes.dropFirst(), network.nodes) {
      #expect(Array(row[0].utf8) == Array(node.entity.id.rawValue.utf8))
      for (column, value) in zip(network.nodeColumns, node.values) {
        let heading = column.kind == .integer && dialect == "neo4j" ? "\(column.name):long" : column.name
        guard let value, let place = nodes[0].firstIndex(of: heading) else { continue }
        #expect(Array(row[place].utf8) == Array(value.description.utf8), "\(node.entity.id) \(column.name)")
      }
    }
    for (row, edge) in zip(edges.dropFirst(), network.edges) {
      #expect(row[0] == edge.statement.subject.rawValue && row[1] == edge.statement.object.rawValue)
    }
  }

  @Test func aTextHasNoQuotesButWhereItNeedsThem() {
    var table = CSVWriter()
    table.write(["a", nil, "", "x,y", "say \"so\"", "two\nlines", " blank", "=1+1"])
    table.write(["#remark", "#none"])
    table.write([nil])
    #expect(
      String(decoding: table.bytes, as: UTF8.self)
        == "a,,\"\",\"x,y\",\"say \"\"so\"\"\",\"two\nlines\",\" blank\",=1+1\n\"#remark\",#none\n\"\"\n")
  }

  /// The reader of tables knows what is written: ends, ids and directions.
  @Test(arguments: SampleGraph.ofTheProject)
  func theReaderOfTablesKnowsTheEdges(sample: SampleGraph) throws {
    let view = GraphView(try sample.graph())
    let data = Data(edgeTables(view, for: nil).bytes)
    let back = try EdgeListReader.read(data, named: "a.csv", isDirected: false).graph
    #expect(back.statements.map(\.subject) == view.statements.map(\.statement.subject))
    #expect(back.statements.map(\.object) == view.statements.map(\.statement.object))
    #expect(back.statements.map(\.role) == view.statements.map(\.statement.role))
  }
}
