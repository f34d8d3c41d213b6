import Foundation
import TestSupport
import Testing

@Suite struct BuildCommandTests {
  private let files = [
    "centrality.csv", "compliance.md", "graph.dot", "graph.graphml", "graph.pdf", "graph.png", "graph.svg",
    "graph.tei.xml",
    "index.md",
    "journeys.json",
  ]

  @Test func tenFilesAreMadeAndASecondRunMakesTheSameBytes() throws {
    let place = try Workplace()
    let first = try place.entente("build", graphFile("neutrality-pact"), "--into", "one/deep")
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.output == "")
    #expect(first.errors.contains("10 files in one/deep/neutrality-pact"), "\(first.errors)")
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
      ("export", "graph.graphml"), ("export", "graph.tei.xml"), ("render", "graph.svg"),
      ("render", "graph.pdf"),
    ] {
      #expect(try place.entente(command, "pacts.yaml", "-o", file).code == 0)
      #expect(try place.bytes(file) == place.bytes("out/pacts/\(file)"), "\(file)")
    }
    let journeys = try object(place.text("out/pacts/journeys.json"))
    #expect(Set(journeys.keys) == ["question", "conventions", "results"])
    #expect((journeys["results"] as? [Any])?.count == 5)
    let index = try place.text("out/pacts/index.md")
    for file in files where file != "index.md" { #expect(index.contains("(\(file))"), "\(file)") }
    #expect(!index.contains("Optional("))
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

  @Test func nothingIsWrittenWhenOneOfTwoFilesHasMistakes() throws {
    let place = try Workplace(["graphs/right.yaml": twoPacts, "graphs/wrong.yaml": fiveMistakes])
    let outcome = try place.entente("build", "graphs", "--into", "out")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.split(separator: "\n").count { $0.contains(#/^graphs/wrong\.yaml:\d+:\d+: error: /#) }
        == 5, "\(outcome.errors)")
    #expect(place.contents == ["graphs", "graphs/right.yaml", "graphs/wrong.yaml"])
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
