import Diplomacy
import Foundation
import Testing

@testable import DiplomacyFormats

/// Sizes at which what takes the square of the size would take minutes: the limits of time are a net for that.
@Suite(.timeLimit(.minutes(1))) struct LargeInputsTests {
  @Test func parallelEdgesAreRead() {
    let table = readTable("source,target\n" + String(repeating: "a,b\n", count: 40_000))
    #expect(table.graph?.statements.last?.id == "link.a.b.40000")
    let edges = String(repeating: "<edge source=\"a\" target=\"b\"/>", count: 40_000)
    let graph = readGraphML(nodeElements(["a", "b"]) + edges)
    #expect(graph.graph?.statements.last?.id == "link.a.b.40000")
  }

  @Test func thousandsOfMistakesOfOneKindAreCounted() {
    let edges = (0..<40_000).map { "<edge source=\"a\" target=\"x\($0)\"/>" }.joined()
    let graph = readGraphML("<node id=\"a\"/>" + edges)
    #expect(graph.messages.count == 101 && graph.messages.last == "there are 39900 more warnings like these.")
    let keys = readGraphFile("actors:\n" + String(repeating: "  a: { name: A }\n", count: 20_000))
    #expect(keys.messages.contains("19899 more keys are here for the second time."))
  }

  @Test func aLongRowOfReadingsIsRefused() {
    let readings = (1..<20_000).map { "  r\($0): { title: R, extends: r\($0 - 1) }\n" }.joined()
    #expect(readGraphFile("readings:\n  r0: R\n" + readings).graph == nil)
  }

  @Test func whatAllNodesHaveIsKeptAsLongAsItIsNotTooMuch() {
    func keys(_ count: Int) -> String {
      (0..<count).map {
        "<key id=\"k\($0)\" for=\"node\" attr.name=\"n\($0)\"><default>\($0)</default></key>"
      }.joined()
    }
    let few = readGraphML(nodeElements((0..<20).map { "v\($0)" }), keys: keys(100))
    #expect(few.graph?.entities.allSatisfy { $0.attributes.count == 100 } == true && few.messages.isEmpty)
    let many = readGraphML(
      nodeElements((0..<3000).map { "v\($0)" }) + "<node id=\"a\"><data key=\"k7\">x</data></node>",
      keys: keys(1500))
    #expect(many.graph?.entities.map(\.attributes.count).reduce(0, +) == 1)
    #expect(many.messages.count == 1 && many.messages[0].hasPrefix("1,500 attributes"), "\(many.messages)")
  }

  @Test func aNodeOfFiftyThousandAttributesIsRead() {
    let keys = (0..<50_000).map { "<key id=\"k\($0)\" for=\"node\" attr.name=\"n\($0)\"/>" }.joined()
    let data = (0..<50_000).map { "<data key=\"k\($0)\">\($0)</data>" }.joined()
    let found = readGraphML("<node id=\"a\">\(data)</node>", keys: keys)
    #expect(found.graph?.entities.first?.attributes.count == 50_000 && found.messages.isEmpty)
  }

  @Test(arguments: ["<graph>", "<node id=\"n\"><graph>", "<data key=\"k\"><y:x>"])
  func nestingWithoutEndIsReadOrRefused(opening: String) {
    let found = readGraphML(String(repeating: opening, count: 100_000))
    #expect(found.graph == nil && !found.messages.isEmpty)
  }

  @Test func lintIsNotSlowedDownByLongNames() throws {
    let letters = String(repeating: "é", count: 20_000)
    let graph =
      header + "actors:\n"
      + (0..<40).map { "  a\($0): { kind: state, name: \"\(letters)\($0 / 2)\" }\n" }.joined()
    let document = try GraphFile.readDocument(graph, named: "t.yaml")
    #expect(!lint(document).warnings.isEmpty)
  }

  @Test(arguments: 0...3) func edgesOfAnyShapeAreRead(shape: Int) {
    let rows = (0..<60_000).map { edge in
      switch shape {
      case 0: "a,b\n"
      case 1: "hub,x\(edge)\n"
      case 2: "x\(edge),x\(edge + 1)\n"
      default: "x\(edge % 97),x\(edge % 89)\n"
      }
    }
    #expect(readTable("source,target\n" + rows.joined()).graph?.statements.count == 60_000)
  }
}
