import Foundation
import TestSupport
import Testing

/// Other programs' networks, given where a graph file can.
@Suite struct ForeignNetworkTests {
  @Test(.enabled(if: Tools.python != nil, "Scripts/test installs Python with NetworkX and igraph"))
  func measuresOfOtherProgramsFilesAreThoseOfNetworkX() throws {
    let place = try Workplace([:])
    let script = projectFolder.appending(path: "Scripts/oracles/foreign-networks.py").path
    let theirs = try run(try #require(Tools.python), [script, place.folder.path])
    try #require(theirs.code == 0, "\(theirs.errors)")
    let files = try object(theirs.output)
    #expect(files.count == 32)
    for (file, value) in files.sorted(by: { $0.key < $1.key }) {
      let entry = try #require(value as? [String: Any])
      let scores = try #require(entry["scores"] as? [String: [String: Any]])
      for (measure, expected) in scores {
        let isWeighted = measure == "pagerank"
        let mine = try run(
          builtProgram("entente"),
          ["centrality", file, "--network", "links", "--measure", measure, "--format", "json"]
            + (isWeighted ? ["--weighted"] : []) + (entry["arguments"] as? [String] ?? []),
          in: place.folder)
        #expect(mine.code == 0, "\(file): \(mine.errors)")
        let rows = try #require(try object(mine.output)["results"] as? [[String: Any]])
        #expect(Set(rows.compactMap { $0["id"] as? String }) == Set(expected.keys), "\(file)")
        for row in rows {
          let found = (row[measure] as? NSNumber)?.doubleValue ?? .nan
          let wanted = (expected[row["id"] as? String ?? ""] as? NSNumber)?.doubleValue ?? .nan
          #expect(abs(found - wanted) <= 1e-9 * max(1, wanted), "\(file), \(measure), \(row)")
        }
      }
    }
  }

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

  @Test func contactsOfATableAreFollowedInTime() throws {
    let place = try Workplace([
      "contacts.csv":
        "source,target,start,end\na,b,1941-04-13,\nb,c,1940,1940-06\nb,d,1942-01-01,1942-02-01\nd,c,3,3\n"
    ])
    let reached = try place.entente("paths", "contacts.csv", "--from", "a", "--to", "d", "--format", "csv")
    expectSuccess(reached)
    #expect(csvRecords(reached.output)?.last?[5] == "1942-01-01", "\(reached.output)")
    // From b to c there was no way any more when a met b.
    let late = try place.entente("paths", "contacts.csv", "--from", "a", "--to", "c", "--format", "csv")
    expectSuccess(late)
    #expect(csvRecords(late.output)?.count == 1, "\(late.output)")
    let back = try place.entente("paths", "contacts.csv", "--from", "d", "--to", "a", "--format", "csv")
    // By way of c, whom d met in the year 3: three steps, possible and certain.
    #expect(csvRecords(back.output)?.count == 7, "\(back.output)")
    // Directed, nobody gets back.
    let arc = try place.entente(
      "paths", "contacts.csv", "--from", "d", "--to", "a", "--directed", "--format", "csv")
    expectSuccess(arc)
    #expect(csvRecords(arc.output)?.count == 1, "\(arc.output)")
  }

  @Test func mistakesAreToldWithTheirPlaces() throws {
    let place = try Workplace([
      "bad.csv": "source,target,weight,start\na,b,x,1941\nb,,1,1941\nc,d,1,soon\n",
      "header.csv": "sorce,target\na,b\n",
      "cut.graphml":
        "<graphml><graph edgedefault=\"directed\"><node id=\"a\"/><edge source=\"a\" target=\"b\"/>",
      "other.xml": "<gexf/>",
      "other.gexf": "<gexf/>",
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
      other.code == 2 && other.errors.contains("other.xml: error: this is a GEXF file, which is not read"))
    let unread = try place.entente("show", "other.gexf")
    #expect(
      unread.code == 2
        && unread.errors.contains("other.gexf: error: this is a GEXF file, which is not read"),
      "\(unread.errors)")
    let idle = try place.entente("centrality", "tie.csv", "--network", "projection")
    #expect(idle.code == 0 && idle.errors.contains("warning: the graph has no agreements"), "\(idle.errors)")
    let misuse = try place.entente("show", "cut.graphml", "--directed")
    #expect(misuse.code == 64, "\(misuse.errors)")
  }
}
