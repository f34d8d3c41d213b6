import EntenteKit
import Foundation
import TestSupport
import Testing

@testable import DiplomacyDrawing

/// Names that try to be more than names, through everything that is written.
@Suite struct HostileNamesTests {
  /// What names are put together from.
  private static let pieces = [
    "\u{1B}[31m", "\u{1B}]0;t\u{7}", "\u{9B}2J", "\u{0}", "\u{7F}", "\n", "\r\n", "\t", "\u{85}", "\u{2028}",
    "\u{2029}",
    "\u{202E}", "\u{2066}", "\u{200F}", "\u{FEFF}", "\u{FFFE}", "\u{10FFFF}",
    String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self), "&nbsp;", "&lt;",
    "&#0;", "&", "<script>",
    "javascript:x", "\" URL=\"http://x", "](http://x)", "http://x.y", "|", "`", "\\", "\\N", "\\G", "]]>",
    "-->", "=1+1", "# ", "a", "é", "王",
    " ", "'", "\"", "x\u{301}", "\u{1F54A}",
  ]

  private static func name(_ numbers: inout SeededNumbers) -> String {
    (0..<Int.random(in: 1...5, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }
      .joined()
  }

  /// Two actors, a pact, a link, every text of which is made of the pieces.
  private static func graph(_ numbers: inout SeededNumbers) -> DiplomaticGraph {
    func text() -> LocalizedText { LocalizedText(name(&numbers), language: "en") }
    let ids = (0..<3).map { EntityID("\($0)" + name(&numbers)) }
    return DiplomaticGraph(
      title: text(), language: "en",
      entities: [
        Entity(id: ids[0], kind: .init(.actor, name(&numbers)), name: text()),
        Entity(id: ids[1], kind: .init(.actor, "state"), name: text(), shortName: text()),
        Entity(id: ids[2], kind: .init(.agreement, "pact"), name: text()),
      ],
      statements: [
        Statement(
          id: StatementID(name(&numbers)), subject: ids[0], role: Role(name(&numbers)), object: ids[1]),
        Statement(id: "s", subject: ids[0], role: .party, object: ids[2]),
      ])
  }

  private static func steers(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
      default: false
      }
    }
  }

  @Test func tablesAndMarkdownHaveOneLineARowAndNothingThatSteers() {
    var numbers = SeededNumbers(seed: 1945_08_09)
    for _ in 0..<Thoroughness.cases(300, thorough: 3000) {
      let report = graphReport(GraphView(Self.graph(&numbers)))
      let table = report.text(as: .table)
      let lines = table.split(separator: "\n")
      #expect(lines.count == 2 + 1 + 3 + report.conventions.count, "\(table.debugDescription)")
      #expect(!Self.steers(table), "\(table.debugDescription)")
      let markdown = report.table.markdown
      #expect(!Self.steers(markdown), "\(markdown.debugDescription)")
      for row in markdown.split(separator: "\n") {
        // What is left when escapes are taken out is no markup but the bars of the table.
        let rest = row.replacing(#/\\./#, with: "·")
        #expect(rest.count { $0 == "|" } == 6 && !rest.contains(#/[`<>*_\[\]]|:\/\/|&\w+;/#), "\(row)")
      }
    }
  }

  @Test func documentsAreWellFormedAndReferToNothing() throws {
    var numbers = SeededNumbers(seed: 1941_04_13)
    for _ in 0..<Thoroughness.cases(100, thorough: 1000) {
      let view = GraphView(Self.graph(&numbers))
      for bytes in [try graphML(view).bytes, try tei(view).bytes] {
        let tree = try XMLTree.parse(bytes)
        #expect(!tree.all.contains { $0.name.lowercased() == "script" })
      }
    }
  }

  @Test func picturesAreWellFormedAndCarryNoScriptAndNoReference() throws {
    var numbers = SeededNumbers(seed: 1939_08_23)
    for round in 0..<25 {
      let diagram = Diagram(GraphView(Self.graph(&numbers)))
      #expect(!Self.steers(diagram.dot), "\(diagram.dot.debugDescription)")
      let svg = try #require(try diagram.pictures([.svg]).files[.svg])
      let tree = try XMLTree.parse(svg)
      #expect(tree.all("title").count == 6, "round \(round)")
      for element in tree.all {
        #expect(element.name != "script" && element.name != "image" && element.name != "foreignObject")
        #expect(element["href"] == nil && element["xlink:href"] == nil, "\(element.name) refers to something")
        #expect(!element.attributes.keys.contains { $0.hasPrefix("on") }, "\(element.attributes)")
      }
    }
  }

  @Test(arguments: ["A&nbsp;B", "A&lt;B", "A&#65;B", "A&B", "A&amp;nbsp;B", "&"])
  func anIDComesOutAsWritten(id: String) throws {
    let graph = DiplomaticGraph(
      title: LocalizedText("T", language: "en"), language: "en",
      entities: [
        Entity(id: EntityID(id), kind: .init(.actor, "state"), name: LocalizedText("N", language: "en")),
        Entity(id: "b", kind: .init(.actor, "state"), name: LocalizedText("M", language: "en")),
      ], statements: [Statement(id: "s", subject: EntityID(id), role: .hostileTo, object: "b")])
    let svg = try #require(try Diagram(GraphView(graph)).pictures([.svg]).files[.svg])
    let titles = try XMLTree.parse(svg).all("title").map(\.text)
    #expect(titles.contains(id), "\(titles)")
  }

  @Test func aBackslashOfATitleIsNoEscapeOfGraphviz() throws {
    let graph = DiplomaticGraph(
      title: LocalizedText("C:\\Geneva \\N", language: "en"), language: "en", entities: [], statements: [])
    let svg = try #require(try Diagram(GraphView(graph)).pictures([.svg]).files[.svg])
    #expect(try XMLTree.parse(svg).all("text").map(\.text).contains("C:\\Geneva \\N"))
  }
}
