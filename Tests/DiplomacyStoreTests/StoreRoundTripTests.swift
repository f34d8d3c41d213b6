import Chronology
import Diplomacy
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

@testable import DiplomacyStore

/// A folder for stores; it goes when the test is over.
final class StoreFolder {
  let folder: URL

  init() throws { folder = try temporaryFolder() }
  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file here.
  func path(_ name: String = "graph.sqlite") -> String { folder.appending(path: name).path }

  /// What is here.
  var contents: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}

/// Everything that a graph holds comes back from a store.
@Suite struct StoreRoundTripTests {
  /// Everything that is said of a graph, in words whose bytes can be compared: equal texts need not have equal bytes.
  private static func words(_ graph: DiplomaticGraph) -> [UInt8] {
    let statements = graph.statements.map { statement in
      "\(statement.id) \(statement.subject) \(statement.role) \(statement.object) \(String(describing: statement.when?.text))"
        + "\(String(describing: statement.office)) \(statement.attributes) \(statement.attestation)"
    }
    return Array(
      "\(graph.title) \(String(describing: graph.summary)) \(graph.authors) \(graph.sources) \(graph.readings) \(graph.entities) \(statements)"
        .utf8)
  }

  private func expectComesBack(
    _ graph: DiplomaticGraph, _ name: String, at place: SourceLocation = #_sourceLocation
  ) throws {
    let folder = try StoreFolder()
    let made = try Store.write(graph, to: folder.path(), mostDays: 60_000)
    #expect(made.inexactDates == 0, "\(name)", sourceLocation: place)
    let again = try Store.read(contentsOf: folder.path())
    #expect(differences(graph, again) == [], "\(name)", sourceLocation: place)
    #expect(Self.words(graph) == Self.words(again), "\(name)", sourceLocation: place)
    #expect(folder.contents == ["graph.sqlite"], "\(name)", sourceLocation: place)
  }

  @Test(arguments: SampleGraph.all) func samplesComeBack(sample: SampleGraph) throws {
    let graph = try GraphFile.read(sample.text, named: sample.name)
    try expectComesBack(graph, sample.name)
    // So does the graph file that is made of it.
    let folder = try StoreFolder()
    _ = try Store.write(graph, to: folder.path(), mostDays: 60_000)
    let file = GraphFile.export(try Store.read(contentsOf: folder.path()))
    #expect(file.bytes == GraphFile.export(graph).bytes)
    #expect(file.losses.lines == GraphFile.export(graph).losses.lines)
  }

  @Test func randomGraphsComeBack() throws {
    for seed in 0..<UInt64(Thoroughness.cases(12, thorough: 400)) {
      try expectComesBack(RandomGraphs.graph(seed: seed), "random \(seed)")
    }
  }

  @Test func wildGraphsComeBack() throws {
    for seed in 0..<UInt64(Thoroughness.cases(12, thorough: 400)) {
      // What names nothing of the graph is refused; so only what can be kept is looked at.
      let graph = WildGraph.graph(seed: seed)
      try expectComesBack(graph, "wild \(seed)")
    }
  }

  @Test func hostileNamesComeBackByteForByte() throws {
    let names = [
      "\u{0}", "a\u{0}b", "e\u{301}", "\u{E9}", "\u{212B}", "\u{C5}", "'; DROP TABLE entities; --",
      "\u{FFFE}", "\u{10FFFF}",
      "\"", "`", "[x]", "%s%n", "\r\n", String(repeating: "王", count: 70_000), " ", "", "NULL", "1e400",
      "x'00'",
    ]
    var builder = GraphBuilder(title: "\u{0}")
    for (number, name) in names.enumerated() {
      builder.add(
        Entity(
          id: EntityID("\(number)\(name)"), kind: EntityKind(.actor, name),
          name: LocalizedText(name, language: name)))
    }
    // Two ids that are the same text in other bytes.
    builder.add(Entity(id: "e\u{301}", kind: .state, name: LocalizedText("composed", language: "en")))
    builder.add(Entity(id: "\u{E9}", kind: .state, name: LocalizedText("decomposed", language: "en")))
    for (number, name) in names.enumerated() {
      builder.say(
        "e\u{301}", Role(name), "\u{E9}", id: StatementID("\(number)\(name)"),
        attestation: Attestation(note: name))
    }
    try expectComesBack(builder.graph(), "hostile names")
  }

  @Test func datesOfEveryFormComeBackWithWhatTheyWereReadFrom() throws {
    var builder = GraphBuilder(title: "Dates")
    let lenient = [
      "c. 1941", "13.04.1941", "6/18 June 1887", "8 ou 9 mai 1945", "13 vendémiaire an IV", "20/1/1900",
    ]
    var dates = lenient.compactMap { try? HistoricalDate(lenient: $0) }
    #expect(dates.count >= 4)
    dates += try lenient.prefix(2).map { try HistoricalDate(lenient: $0, style: .julian) }
    dates += try ["Y17E7", "Y-170000002", "-0431-04", "0000", "1941~", "[..1941]", "1941/.."].flatMap {
      text in
      [try HistoricalDate(text), try HistoricalDate(text).widened(by: Period(years: 3))]
    }
    dates += [try HistoricalDate("1900-02-29", style: .julian, defaultOffset: UTCOffset("+02:00"))]
    for (number, date) in dates.enumerated() {
      builder.add(
        Entity(id: EntityID("e\(number)"), kind: .event, name: LocalizedText("E", language: "en"), when: date)
      )
    }
    try expectComesBack(builder.graph(), "dates")
  }

  @Test func aGraphThatNamesWhatItDoesNotHaveIsNotWritten() throws {
    var builder = GraphBuilder(title: "T")
    builder.add(Entity(id: "a", kind: .state, name: LocalizedText("A", language: "en")))
    let plain = builder.graph()
    builder.say("a", Role("knows"), "a", attestation: Attestation(holder: "nobody"))
    let folder = try StoreFolder()
    _ = try Store.write(plain, to: folder.path())
    let error = #expect(throws: StoreError.self) { try Store.write(builder.graph(), to: folder.path()) }
    #expect(error?.description.contains("'nobody'") ?? false)
    #expect(try Store.read(contentsOf: folder.path()).statements.isEmpty)
    #expect(folder.contents == ["graph.sqlite"])
  }
}
