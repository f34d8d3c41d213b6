import Foundation
import TestSupport
import Testing

@Suite struct ExportCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace(["pacts.yaml": twoPacts]) }

  @Test(arguments: [
    ("graphml", "<graphml"), ("tei.xml", "<TEI"), ("tei", "<TEI"), ("dot", "digraph"), ("gv", "digraph"),
    ("GRAPHML", "<graphml"),
  ])
  func endingSaysWhatIsWritten(ending: String, beginning: String) throws {
    let outcome = try place.entente("export", "pacts.yaml", "-o", "graph.\(ending)")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(try place.text("graph.\(ending)").contains(beginning))
    #expect(place.contents == ["graph.\(ending)", "pacts.yaml"])
  }

  @Test func whatTheFormatCannotHoldIsToldOnStandardError() throws {
    let outcome = try place.entente("export", "pacts.yaml", "-o", "graph.graphml")
    let lines = outcome.errors.split(separator: "\n")
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.hasPrefix("not held by graph.graphml: ") }, "\(outcome.errors)")
    #expect(outcome.errors.contains("act"), "\(outcome.errors)")
  }

  @Test func sameGraphGivesTheSameBytes() throws {
    for ending in ["graphml", "tei.xml", "dot"] {
      for name in ["one", "two"] {
        #expect(
          try place.entente("export", graphFile("neutrality-pact"), "-o", "\(name).\(ending)").code == 0)
      }
      #expect(try place.bytes("one.\(ending)") == place.bytes("two.\(ending)"), "\(ending)")
    }
  }

  @Test func dateAndReadingDecideWhatIsWritten() throws {
    func nodes(_ arguments: String...) throws -> Int {
      let all = ["export", "pacts.yaml", "-o", "graph.graphml"] + arguments
      #expect(try run(builtProgram("entente"), all, in: place.folder).code == 0)
      return try graphMLCounts(place.bytes("graph.graphml")).nodes
    }
    #expect(try nodes() == 9)
    #expect(try nodes("--at", "1930-01-01") == 8)
    #expect(try nodes("--at", "1930-01-01", "--reading", "loose") == 7)
    #expect(try nodes("--at", "1930-01-01", "--reading", "all") == 8)
  }

  @Test(arguments: ["graph", "graph.xlsx", "graph.xml"])
  func fileWithoutAKnownEndingIsRefused(name: String) throws {
    expectRefusal(
      try place.entente("export", "pacts.yaml", "-o", name), code: 64, saying: "'\(name)'", ".graphml")
    #expect(place.contents == ["pacts.yaml"])
  }
}
