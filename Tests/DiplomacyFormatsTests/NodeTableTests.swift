import Chronology
import Diplomacy
import Foundation
import Testing

@testable import DiplomacyFormats

/// Tables of nodes beside tables of edges.
@Suite struct NodeTableTests {
  @Test func nodesHaveTheirAttributes() throws {
    let found = try SampleTable(
      "source,target\njp,su\n",
      nodes:
        "id,label,name,kind,start,end,lat,lon,monarchy,colour\njp,Japan,Empire of Japan,state,1868,1947,35.7,139.7,true,red\n"
        + "su,USSR,,state,1922-12-30,1991-12-26,55.75,37.6,false,\n")
    #expect(found.edges == ["jp -- su"])
    #expect(
      found.nodes == [
        "jp state 'Japan' [1868/1947] colour='red' lat=35.7 lon=139.7 monarchy=true",
        "su state 'USSR' [1922-12-30/1991-12-26] lat=55.75 lon=37.6 monarchy=false",
      ])
    #expect(found.graph.entities[0].name.text(in: "en") == "Empire of Japan")
    #expect(found.warnings.isEmpty)
  }

  @Test func nodesWithoutEdgesAreThereAndOthersAreTold() throws {
    let found = try SampleTable("source,target\na,x\na,b\n", nodes: "id\na\nb\nc\n")
    #expect(found.nodes == ["a node", "b node", "c node", "x node"])
    #expect(
      found.warnings.map(\.description) == [
        "t.csv:2:3: warning: 1 end of edges is not in the table of nodes: 'x'. They are nodes all the same."
      ])
  }

  @Test func categoriesMakeAgreementsAndTerritories() throws {
    let found = try SampleTable(
      "source,target,role\njp,pact,party\n",
      nodes: "id,category,kind,when\njp,actor,state,\npact,agreement,treaty,1941/1946\n")
    #expect(
      found.graph.entities.map { "\($0.id) \($0.category) \($0.kind)" } == [
        "jp actor state", "pact agreement treaty",
      ])
    #expect(found.graph.statements.map { "\($0.subject) \($0.role) \($0.object)" } == ["jp party pact"])
  }

  @Test(arguments: [
    // Gephi's two files.
    (
      "Id,Label,timeset\n1,Japan,\"<[1868.0, 1947.0]>\"\n2,USSR,\n",
      ["1 node 'Japan' [1868/1947]", "2 node 'USSR'"]
    ),
    // Neo4j.
    (
      "personId:ID,name,born:int,:LABEL\n1,Japan,1868,Empire\n2,USSR,1922,Union\n",
      ["1 Empire 'Japan' born=1868", "2 Union 'USSR' born=1922"]
    ),
    // R's row names.
    ("\"id\" \"size\"\n\"1\" \"1\" 3\n\"2\" \"2\" 4\n", ["1 node size=3", "2 node size=4"]),
    ("\"\",\"id\",\"size\"\n\"1\",\"1\",3\n\"2\",\"2\",4.5\n", ["1 node size=3.0", "2 node size=4.5"]),
    // German Excel.
    (
      "sep=;\nID;Name;Größe\n1;Japan;1,5\n2;UdSSR;2\n",
      ["1 node 'Japan' Größe=1.5", "2 node 'UdSSR' Größe=2.0"]
    ),
    // Names as ids.
    ("name,population\n1,5\n2,6\n", ["1 node population=5", "2 node population=6"]),
    // Codes and dates in numbers.
    ("id,Start Date,end\n1,13.4.1941,.\n2,NA,9999-12-31\n", ["1 node [1941-04-13/..]", "2 node"]),
  ])
  func nodesOfOtherPrograms(nodes: String, expected: [String]) throws {
    #expect(try SampleTable("source,target\n1,2\n", nodes: nodes).nodes == expected)
  }

  @Test func aSecondRowOfANodeIsLeftOut() throws {
    let found = try SampleTable("source,target\na,b\n", nodes: "id,label\na,A\nb,B\na,C\n,D\nb,E,F\n")
    #expect(found.nodes == ["a node 'A'", "b node 'B'"])
    #expect(
      found.warnings.map(\.description) == [
        "nodes.csv:4:1: warning: two rows have the id 'a'; the second is not read. It is left out.",
        "nodes.csv:5:1: warning: this row has no id; expected the name of a node. It is left out.",
        "nodes.csv:6:5: warning: this node has 3 fields; expected 2, as in the header. It is left out.",
      ])
  }

  @Test(arguments: [
    ("", "nodes.csv: error: the file is empty; expected a table of nodes with the column 'id'."),
    (
      "x,y\n1,2\n",
      "nodes.csv:1:1: error: the header has no column 'id'; found 'x', 'y'. Expected a table of nodes."
    ),
    (
      "source,target\n1,2\n",
      "nodes.csv:1:1: error: this is a table of edges, with the columns 'source', 'target'; expected a table of nodes with the column 'id'."
    ),
    (
      "id,x\n\"1,2\n",
      "nodes.csv:2:1: error: found a quotation mark that is never closed; expected '\"' at the end of the field."
    ),
  ])
  func whatIsNoTableOfNodesIsTold(nodes: String, fault: String) {
    #expect(tableFaults("source,target\na,b\n", nodes: nodes) == [fault])
  }

  @Test(arguments: [
    "Id,Label\n1,Japan\n", "id;name;kind\n1;Japan;state\n", "personId:ID,name,:LABEL\n1,Japan,State\n",
  ])
  func aTableOfNodesAloneIsTold(text: String) {
    let faults = tableFaults(text)
    #expect(
      faults.count == 1 && faults[0].hasPrefix("t.csv:1:1: error: this is a table of nodes (")
        && faults[0].hasSuffix("such as entente show edges.csv --nodes t.csv."), "\(faults)")
  }

  @Test func theFileOfNodesIsReadBesideThatOfEdges() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (edges, nodes) = (folder.appending(path: "e.csv").path, folder.appending(path: "n.csv").path)
    try Data("source,target\na,b\n".utf8).write(to: URL(fileURLWithPath: edges))
    try Data("id,name\na,Aa\nc,Cc\n".utf8).write(to: URL(fileURLWithPath: nodes))
    var options = GraphReading.Options(format: nil, [.nodes])
    options.tables.nodes = nodes
    let graph = try GraphReading.read(contentsOf: edges, options)
    #expect(graph.entities.map { $0.label(in: "en") } == ["Aa", "Cc", "b"])
    #expect(throws: FileError.self) {
      options.tables.nodes = folder.appending(path: "none.csv").path
      _ = try GraphReading.read(contentsOf: edges, options)
    }
    #expect(throws: GraphReading.UnusedOption.self) {
      try Data("entente: 1\n".utf8).write(to: URL(fileURLWithPath: edges + ".yaml"))
      _ = try GraphReading.read(contentsOf: edges + ".yaml", options)
    }
  }

  /// Tables as we write them: plain ones, those for Gephi and those for Neo4j.
  @Test(arguments: [
    (
      "source,target,type,statement,label,role,when,start_year,end_year,certainty\na,p,directed,s1,party,party,1914-08-04/1918,1914,1918,high\n",
      "id,label,name,name_en,category,kind,when,start_year,end_year\na,A,A,A,actor,state,1914/1918-11-11,1914,1918\np,P,P,P,agreement,treaty,,,\n"
    ),
    (
      "Source,Target,Type,Id,Label,timeset,role,when,start_year,end_year,certainty\na,p,Directed,s1,party,\"<[1914.589, 1918.99]>\",party,1914-08-04/1918,1914,1918,high\n",
      "Id,Label,timeset,name,name_en,category,kind,when,start_year\na,A,\"<[1914.0, 1918.86]>\",A,A,actor,state,1914/1918-11-11,1914\np,P,\"<[-Infinity, Infinity]>\",P,P,agreement,treaty,,\n"
    ),
    (
      ":START_ID,:END_ID,:TYPE,statement,role,when,start_year:long,certainty\na,p,PARTY,s1,party,1914-08-04/1918,1914,high\n",
      "id:ID,:LABEL,label,name,category,kind,when,start_year:long\na,Actor;State,A,A,actor,state,1914/1918-11-11,1914\np,Agreement;Treaty,P,P,agreement,treaty,,\n"
    ),
  ])
  func ourOwnTablesComeBack(edges: String, nodes: String) throws {
    let found = try SampleTable(edges, nodes: nodes)
    let party = try #require(found.graph.statements.first)
    #expect(found.graph.statements.count == 1 && party.id == "s1" && party.role == .party)
    #expect(party.when?.edtf == "1914-08-04/1918" && party.attestation.certainty == .high)
    #expect(
      party.attributes.isEmpty && found.graph.entities.allSatisfy { $0.attributes.isEmpty },
      "\(found.edges) \(found.nodes)")
    #expect(
      found.graph.entities.map { "\($0.id) \($0.category) \($0.kind)" } == [
        "a actor state", "p agreement treaty",
      ])
    #expect(found.graph.entities[0].when?.edtf == "1914/1918-11-11")
    #expect(found.warnings.isEmpty, "\(found.messages)")
  }
}
