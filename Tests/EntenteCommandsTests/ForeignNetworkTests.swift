import Foundation
import TestSupport
import Testing

/// Other programs' networks, given where a graph file can.
@Suite struct ForeignNetworkTests {
  /// No number of shortest paths is defined where an edge is 0 long; bridges alone ask for no path.
  @Test func bridgesAloneNeedNoShortestPaths() throws {
    let edges = [("a", "b", 0), ("b", "c", 1), ("c", "d", 1), ("b", "d", 1)].map {
      "<edge source=\"\($0.0)\" target=\"\($0.1)\"><data key=\"w\">\($0.2)</data></edge>"
    }
    let place = try Workplace([
      "net.graphml": "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">"
        + "<key id=\"w\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/><graph edgedefault=\"undirected\">"
        + ["a", "b", "c", "d"].map { "<node id=\"\($0)\"/>" }.joined() + edges.joined() + "</graph></graphml>"
    ])
    func measured(_ measure: String) throws -> Outcome {
      try place.entente(
        "centrality", "net.graphml", "--network", "links", "--measure", measure, "--weighted", "--lengths",
        "weight", "--format", "csv")
    }
    let bridges = try measured("bridge")
    expectSuccess(bridges)
    #expect(bridges.output == "source,target,bridge\na,b,1\nb,c,0\nb,d,0\nc,d,0\n")
    expectRefusal(try measured("edge-betweenness"), code: 1, saying: "0 long")
  }

  @Test func mistakesAreToldWithTheirPlaces() throws {
    let place = try Workplace([
      "bad.csv": "source,target,weight,start\na,b,x,1941\nb,,1,1941\nc,d,1,soon\n",
      "header.csv": "sorce,target\na,b\n",
      "cut.graphml":
        "<graphml><graph edgedefault=\"directed\"><node id=\"a\"/><edge source=\"a\" target=\"b\"/>",
      "other.xml": "<svg/>",
      "other.xlsx": "a workbook",
      "tie.csv": "source,target\na,b\n",
    ])
    let bad = try place.entente("check", "bad.csv")
    #expect(bad.code == 2)
    for words in [
      "bad.csv:2:5: error: found the weight 'x'", "bad.csv:3:3: error: this edge has no target",
      "bad.csv:4:7: error: found the date 'soon'", "3 mistakes",
    ] { #expect(bad.errors.contains(words), "\(bad.errors)") }
    let header = try place.entente("centrality", "header.csv")
    #expect(header.code == 2 && header.errors.contains("no column 'source'"), "\(header.errors)")
    #expect(header.errors.contains("Did you mean 'source'?"), "\(header.errors)")
    let cut = try place.entente("show", "cut.graphml")
    #expect(cut.code == 2 && cut.errors.contains("cut.graphml:1:"), "\(cut.errors)")
    let other = try place.entente("show", "other.xml")
    #expect(
      other.code == 2
        && other.errors.contains("other.xml: error: this is a picture or a printed page, which is not read"))
    let unread = try place.entente("show", "other.xlsx")
    #expect(
      unread.code == 2
        && unread.errors.contains(
          "other.xlsx: error: by its name, this is a workbook of a spreadsheet program"),
      "\(unread.errors)")
    let idle = try place.entente("centrality", "tie.csv", "--network", "projection")
    #expect(idle.code == 0 && idle.errors.contains("warning: the graph has no agreements"), "\(idle.errors)")
    let misuse = try place.entente("show", "cut.graphml", "--directed")
    #expect(misuse.code == 64, "\(misuse.errors)")
  }

  @Test func aTableOfNodesGoesWithOneOfEdges() throws {
    let place = try Workplace([
      "e.csv": "Absender,Partner,Tag\njp,su,1941\njp,none,-9\n", "n.csv": "id,name\njp,Japan\nsu,USSR\n",
      "g.yaml": "entente: 1\ntitle: T\n",
    ])
    let names = "source=Absender,target=Partner,when=Tag"
    let found = try place.entente(
      "show", "e.csv", "--nodes", "n.csv", "--columns", names, "--missing", "none")
    #expect(found.code == 0, "\(found.errors)")
    #expect(found.output.contains("Japan") && found.output.contains("USSR"), "\(found.output)")
    #expect(found.errors.contains("e.csv:3:4: warning: this edge has no target"), "\(found.errors)")
    expectRefusal(
      try place.entente("show", "e.csv", "--columns", "sorce=Absender"), code: 64,
      saying: "--columns: 'sorce' is not one of source, target", "Did you mean 'source'?")
    expectRefusal(
      try place.entente("show", "g.yaml", "--nodes", "n.csv"), code: 64,
      saying: "--nodes goes with a table of edges")
    let nodes = try place.entente("show", "n.csv", "--input-format", "edge-list")
    #expect(
      nodes.code == 2 && nodes.errors.contains("this is a table of nodes ('id', 'name')"), "\(nodes.errors)")
  }
}
