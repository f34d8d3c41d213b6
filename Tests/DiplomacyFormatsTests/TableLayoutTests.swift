import Diplomacy
import Foundation
import Testing

@testable import DiplomacyFormats

/// Public layouts of memberships and dyads are read with mappings of a few lines.
@Suite struct TableLayoutTests {
  @Test(arguments: TableLayout26.all)
  func layoutIsReadAsItsRowsSay(layout: TableLayout26) throws {
    let document = try readTables(layout.mapping, layout.tables)
    #expect(facts(document.graph) == layout.facts.sorted(), "\(layout)")
    #expect(document.oddities.isEmpty, "\(layout): \(document.warnings)")
  }

  @Test func mappingsHaveTwentyLinesAtMost() {
    #expect(TableLayout26.all.count >= 26)
    for layout in TableLayout26.all {
      #expect(layout.mapping.split(separator: "\n").count <= 20, "\(layout)")
    }
  }

  @Test func identifiersKeepTheRegistersOfTheStates() throws {
    let layout = try #require(TableLayout26.all.first { $0.name == "COW state system" })
    let graph = try readTables(layout.mapping, layout.tables).graph
    let haiti = try #require(graph[EntityID("HAI")])
    #expect(haiti.name.text(in: "en") == "Haiti")
    #expect(
      haiti.identifiers == [
        ExternalIdentifier(register: "cow", value: "41"),
        ExternalIdentifier(register: "cow-abbreviation", value: "HAI"),
      ])
  }
}
