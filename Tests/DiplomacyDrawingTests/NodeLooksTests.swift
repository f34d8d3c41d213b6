import Diplomacy
import DiplomacyDrawing
import DiplomacyFormats
import TestSupport
import Testing

/// Places and colours of nodes for other programs.
@Suite struct NodeLooksTests {
  private func view(_ text: String) throws -> GraphView {
    GraphView(try GraphFile.read("entente: 1\ntitle: T\n" + text, named: "t.yaml"))
  }

  @Test func everyEntityHasAPlaceAndNoTwoLieOnEachOther() throws {
    let view = try view(twoPacts.split(separator: "\n").dropFirst(2).joined(separator: "\n"))
    let looks = try nodeLooks(view)
    #expect(Set(looks.keys) == Set(view.entities.map(\.entity.id)))
    let all = looks.values.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    for (index, one) in all.enumerated() {
      for other in all[(index + 1)...] {
        let isApart =
          abs(one.x - other.x) >= (one.width + other.width) / 2 - 1
          || abs(one.y - other.y) >= (one.height + other.height) / 2 - 1
        #expect(isApart, "\(one) \(other)")
      }
    }
    #expect(try nodeLooks(view) == looks, "the same every time")
  }

  @Test func coloursAndShapesAreTheDiagrams() throws {
    let looks = try nodeLooks(
      try view("actors: { a: A, m: { kind: person, name: M } }\nagreements: { p: { name: P, parties: a } }\n")
    )
    #expect(looks["a"]?.shape == .roundedRectangle)
    #expect(looks["m"]?.shape == .ellipse)
    #expect(looks["p"]?.color == "#FCEFCF")
  }

  @Test func anEmptyViewHasNoneAndALargeOneIsRefused() throws {
    #expect(try nodeLooks(try view("")).isEmpty)
    let many = (0...nodeLooksLimit).map { "  a\($0): A\n" }.joined()
    let large = try view("actors:\n" + many)
    #expect(throws: NodeLooksError.self) { try nodeLooks(large) }
    let export = try #require(Format.supported.first { $0.name == "gexf" }?.writer).write(
      large, WritingOptions { try nodeLooks($0) })
    #expect(
      export.losses.lines.first {
        $0.contains("place in the diagram")
      }
        == "5001 × place in the diagram, left to the program that reads it, because 5001 entities are too many to be placed; expected 5000 at most"
    )
  }
}
