import Foundation
import TestSupport
import Testing

@Suite struct BuildCommandTests {
  private let files = [
    "centrality.csv", "compliance.md", "diagram.pdf", "diagram.png", "diagram.svg", "explorer.html",
    "graph.dot", "graph.gexf", "graph.graphml", "graph.tei.xml", "incidence-chart.pdf", "incidence-chart.png",
    "incidence-chart.svg", "index.html", "index.md", "journeys.json", "timeline.pdf", "timeline.png",
    "timeline.svg",
  ]

  @Test func allFilesAreMadeAndASecondRunMakesTheSameBytes() throws {
    let place = try Workplace()
    let first = try place.entente("build", graphFile("neutrality-pact"), "--into", "one/deep")
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.output == "")
    #expect(first.errors.contains("19 files in one/deep/neutrality-pact"), "\(first.errors)")
    #expect(
      place.contents == ["one", "one/deep", "one/deep/neutrality-pact"]
        + files.map { "one/deep/neutrality-pact/\($0)" })
    #expect(try place.entente("build", graphFile("neutrality-pact"), "--into", "two").code == 0)
    for file in files {
      let bytes = try place.bytes("one/deep/neutrality-pact/\(file)")
      #expect(!bytes.isEmpty, "\(file)")
      #expect(try bytes == place.bytes("two/neutrality-pact/\(file)"), "\(file)")
    }
    // A build over an older one leaves nothing else behind.
    #expect(try place.entente("build", graphFile("neutrality-pact"), "--into", "two").code == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: place.folder.appending(path: "two/neutrality-pact").path
      ).sorted() == files)
  }

  @Test func filesAgreeWithTheCommandsThatMakeThem() throws {
    let place = try Workplace(["pacts.yaml": twoPacts])
    #expect(try place.entente("build", "pacts.yaml", "--into", "out").code == 0)
    #expect(
      try place.entente("centrality", "pacts.yaml", "--format", "csv").output
        == place.text("out/pacts/centrality.csv"))
    for (command, file) in [
      (["export"], "graph.graphml"), (["export"], "graph.tei.xml"), (["render"], "diagram.svg"),
      (["render"], "explorer.html"), (["render", "--style", "incidence-chart"], "incidence-chart.pdf"),
      (["render", "--style", "timeline"], "timeline.svg"),
    ] {
      #expect(try place.entente(command + ["pacts.yaml", "-o", file]).code == 0)
      #expect(try place.bytes(file) == place.bytes("out/pacts/\(file)"), "\(file)")
    }
    let journeys = try object(place.text("out/pacts/journeys.json"))
    #expect(Set(journeys.keys) == ["question", "conventions", "results"])
    #expect((journeys["results"] as? [Any])?.count == 5)
    let index = try place.text("out/pacts/index.md")
    for file in files where !file.hasPrefix("index") { #expect(index.contains("(\(file))"), "\(file)") }
    #expect(!index.contains("Optional("))
  }

  @Test func ofVeryManyPairsJourneysAreCounted() throws {
    let actors = (0..<502).map { "a\($0): A\($0)" }.joined(separator: ", ")
    let place = try Workplace([
      "many.yaml":
        "entente: 1\ntitle: Many\nactors: { \(actors) }\nagreements: { p: { name: P, parties: [a0, a1, a2] } }\n"
    ])
    let outcome = try place.entente("build", "many.yaml", "--into", "out")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("many.yaml: journeys.json only counts journeys"))
    #expect(try place.text("out/many/index.md").contains("how many others each actor could have reached"))
    let journeys = try object(place.text("out/many/journeys.json"))
    #expect((journeys["conventions"] as? [String])?.first?.hasPrefix("pairs: 251502 pairs of actors") == true)
    let results = try #require(journeys["results"] as? [[String: Any]])
    #expect(results.count == 502)
    #expect(results[0]["reaches"] as? [String: Int] == ["possible": 2, "certain": 2])
    #expect(results[3]["reached-by"] as? [String: Int] == ["possible": 0, "certain": 0])
  }

  @Test func folderMeansItsGraphFiles() throws {
    let tiny =
      "entente: 1\ntitle: Tiny\nactors: { a: A, b: B }\nagreements: { p: { name: P, parties: [a, b] } }\n"
    let place = try Workplace([
      "graphs/b.yml": tiny, "graphs/a.yaml": tiny, "graphs/notes.txt": "no graph",
      "graphs/c.json": #"{"entente": 1, "title": "Tiny", "actors": {"a": "A"}}"#, "more.yaml": tiny,
    ])
    for folder in ["graphs", "graphs/"] {
      let outcome = try place.entente("build", folder, "more.yaml", "--into", "out")
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(!outcome.errors.contains("//"), "\(outcome.errors)")
      let made = try FileManager.default.contentsOfDirectory(atPath: place.folder.appending(path: "out").path)
      #expect(made.sorted() == ["a", "b", "c", "more"])
    }
  }

  @Test func folderWithoutGraphFilesIsRefused() throws {
    let place = try Workplace(["graphs/notes.txt": "no graph"])
    expectRefusal(
      try place.entente("build", "graphs", "--into", "out"), code: 1, saying: "'graphs' holds no graph file",
      "*.yaml")
    #expect(place.contents == ["graphs", "graphs/notes.txt"])
  }

  @Test func twoGraphsOfOneNameAreRefused() throws {
    let place = try Workplace(["x/pacts.yaml": twoPacts, "y/pacts.yml": twoPacts])
    expectRefusal(
      try place.entente("build", "x/pacts.yaml", "y/pacts.yml", "--into", "out"), code: 64, saying: "'pacts'")
    #expect(!place.contents.contains("out"))
  }

  @Test func theOthersAreMadeWhenOneOfTwoFilesHasMistakes() throws {
    let place = try Workplace([
      "graphs/right.yaml": twoPacts, "graphs/wrong.yaml": fiveMistakes, "out/wrong/index.md": "old",
    ])
    let outcome = try place.entente("build", "graphs", "--into", "out")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    let lines = outcome.errors.split(separator: "\n")
    #expect(
      lines.count { $0.contains(#/^graphs/wrong\.yaml:\d+:\d+: error: /#) } == 5, "\(outcome.errors)")
    #expect(lines.last == "1 of 2 graphs were built; not built: graphs/wrong.yaml (5 mistakes).")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("out/right")).sorted() == files)
    #expect(try place.text("out/wrong/index.md") == "old")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.path("out")).sorted() == ["right", "wrong"])
  }

  @Test func nothingIsLeftWhenNoGraphCouldBeMade() throws {
    let place = try Workplace(["wrong.yaml": fiveMistakes])
    let outcome = try place.entente("build", "wrong.yaml", "--into", "out/deep")
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasSuffix("\n5 mistakes; nothing was written.\n"), "\(outcome.errors)")
    #expect(place.contents == ["wrong.yaml"])
  }

  private static let pact = """
    entente: 1
    title: T
    actors: { a: A, b: B }
    agreements: { p: { name: P, parties: [a, b], signed: 1930 } }

    """

  @Test(arguments: ["b", "é", "~", "b/", "./b", "b//", "a/../b", "日"])
  func aFolderOfOneLetterIsAFolder(name: String) throws {
    let place = try Workplace(["g.yaml": Self.pact, "a/x": ""])
    let outcome = try place.entente("build", "g.yaml", "--into", name)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("\(name)/g")).sorted() == files)
  }

  @Test(arguments: ["...yaml", "..yaml"])
  func aGraphFileWithoutANameIsRefused(name: String) throws {
    let place = try Workplace([name: twoPacts])
    expectRefusal(
      try place.entente("build", name, "--into", "out/deep"), code: 64, saying: "'\(name)'",
      "no name that a folder could have")
    #expect(place.contents == [name])
  }

  @Test func otherFilesInTheFolderStayAndLinksInItAreNotWrittenThrough() throws {
    let place = try Workplace([
      "g.yaml": twoPacts, "out/g/notes/mine.txt": "mine", "out/g/own.txt": "own", "elsewhere.svg": "kept",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: place.path("out/g/link"), withDestinationPath: "own.txt")
    #expect(try place.entente("build", "g.yaml", "--into", "out").code == 0)
    #expect(try place.text("out/g/notes/mine.txt") == "mine")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place.path("out/g/link")) == "own.txt")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.path("out/g")).sorted()
        == (files + ["link", "notes", "own.txt"]).sorted())
    try FileManager.default.removeItem(atPath: place.path("out/g/diagram.svg"))
    try FileManager.default.createSymbolicLink(
      atPath: place.path("out/g/diagram.svg"), withDestinationPath: place.path("elsewhere.svg"))
    let refused = try place.entente("build", "g.yaml", "--into", "out")
    #expect(refused.code == 1)
    #expect(
      refused.errors.contains("'out/g/diagram.svg' could not be written: it is a symbolic link now"),
      "\(refused.errors)")
    #expect(try place.text("elsewhere.svg") == "kept")
  }

  @Test func aFolderThatIsALinkIsFollowed() throws {
    let place = try Workplace(["g.yaml": twoPacts, "real/own.txt": "own", "out/x": ""])
    try FileManager.default.createSymbolicLink(atPath: place.path("out/g"), withDestinationPath: "../real")
    #expect(try place.entente("build", "g.yaml", "--into", "out").code == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place.path("out/g")) == "../real")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.path("real")).sorted()
        == (files + ["own.txt"]).sorted())
  }

  @Test(arguments: ["0", "-1", "nan", "1e9", "inf"])
  func aTimeLimitThatIsNoneIsRefused(limit: String) throws {
    let place = try Workplace(["g.yaml": twoPacts])
    expectRefusal(
      try place.entente("build", "g.yaml", "--into", "out", "--timeout=\(limit)"), code: 64,
      saying: "--timeout")
  }

  @Test func folderThatCannotBeMadeIsToldBeforeTheWork() throws {
    let place = try Workplace(["pacts.yaml": twoPacts, "taken": "a file"])
    expectRefusal(
      try place.entente("build", "pacts.yaml", "--into", "taken"), code: 1, saying: "'taken",
      "a file has that name")
    #expect(place.contents == ["pacts.yaml", "taken"])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self"), "there is no /proc here"))
  func folderWhereNobodyMayWriteIsRefused() throws {
    let place = try Workplace(["pacts.yaml": twoPacts])
    expectRefusal(
      try place.entente("build", "pacts.yaml", "--into", "/proc/entente"), code: 1,
      saying: "could not be made")
  }
}
