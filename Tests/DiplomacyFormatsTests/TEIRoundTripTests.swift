import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// What Entente writes as TEI it reads back to the same graph.
@Suite struct TEIRoundTripTests {
  private func read(_ bytes: [UInt8], named name: String = "t.tei.xml") throws -> (
    graph: DiplomaticGraph, warnings: [String]
  ) {
    let document = try TEIReader.read([(name, Data(bytes))], named: name, isStrict: true)
    return (document.graph, document.warnings.map(\.description))
  }

  @Test(arguments: SampleGraph.all)
  func theWholeGraphComesBack(sample: SampleGraph) throws {
    let graph = try sample.graph()
    let export = try tei(GraphView(graph))
    let found = try read(export.bytes)
    #expect(found.warnings.isEmpty)
    // Characters that XML cannot hold are told, and gone.
    let isExact = export.losses.losses.isEmpty
    #expect(
      isExact || export.losses.lines.allSatisfy { $0.hasSuffix("written as U+FFFD") },
      "\(export.losses.lines)")
    try expectSame(graph, found.graph, "\(sample)", isExact: isExact)
    #expect(try tei(GraphView(found.graph)).bytes == export.bytes || !isExact, "\(sample)")
  }

  @Test(arguments: 0..<UInt64(Thoroughness.cases(60, thorough: 3000)))
  func wildGraphsComeBack(seed: UInt64) throws {
    let graph = WildGraph.graph(seed: seed)
    let export = try tei(GraphView(graph))
    #expect(export.losses.lines.isEmpty, "\(seed): \(export.losses.lines)")
    try expectSame(graph, try read(export.bytes).graph, "\(seed)", isExact: true)
  }

  /// A document of a part of a graph is read too, with what it holds.
  @Test(arguments: SampleGraph.all)
  func viewsAreRead(sample: SampleGraph) throws {
    for view in try sample.views() {
      let found = try read(try tei(view.view).bytes).graph
      #expect(found.entities.map(\.id) == view.view.entities.map(\.entity.id), "\(view)")
      #expect(found.statements.map(\.id) == view.view.statements.map(\.statement.id), "\(view)")
    }
  }

  @Test(arguments: SampleGraph.ofTheProject)
  func viewsOfWhatComesBackAreTheSameAtEveryDate(sample: SampleGraph) throws {
    let graph = try sample.graph()
    let back = try read(try tei(GraphView(graph)).bytes).graph
    for day in ["1925", "1930-06-01", "1939-08-23", "1941-04-13", "1941-06-22", "1945-08-09", "1946"] {
      let options = ViewOptions(at: try HistoricalDate(day))
      let (one, other) = (GraphView(graph, options), GraphView(back, options))
      #expect(one.entities.map(\.answer) == other.entities.map(\.answer), "\(sample) \(day)")
      #expect(one.statements.map(\.answer) == other.statements.map(\.answer), "\(sample) \(day)")
      for (entity, _) in one.entities {
        let again = try #require(back[entity.id])
        #expect(one.presence(of: entity) == other.presence(of: again), "\(sample) \(day) \(entity.id)")
      }
    }
  }

  @Test func namespacesMakeNoDifference() throws {
    let graph = try SampleGraph.life.graph()
    let text = String(decoding: try tei(GraphView(graph)).bytes, as: UTF8.self)
    let without = text.replacing(" xmlns=\"http://www.tei-c.org/ns/1.0\"", with: "")
    let prefixed = text.replacing("xmlns=", with: "xmlns:tei=")
      .replacing(/<(\/?)([A-Za-z])/) { "<\($0.output.1)tei:\($0.output.2)" }
    #expect(without != text && prefixed.contains("<tei:event "))
    for other in [without, prefixed] {
      try expectSame(graph, try read(Array(other.utf8)).graph, "", isExact: true)
    }
  }

  /// Compares part by part, so that a difference is told where it is.
  private func expectSame(
    _ one: DiplomaticGraph, _ other: DiplomaticGraph, _ what: String, isExact: Bool
  ) throws {
    #expect(one.entities.map(\.id) == other.entities.map(\.id), "\(what)")
    #expect(one.statements.map(\.id) == other.statements.map(\.id), "\(what)")
    guard isExact else { return }
    #expect(one.title == other.title && one.summary == other.summary, "\(what)")
    #expect(one.authors == other.authors && one.license == other.license, "\(what)")
    #expect(one.language == other.language && one.defaultOffset == other.defaultOffset, "\(what)")
    #expect(one.hasDirectedLinks == other.hasDirectedLinks && one.attributes == other.attributes, "\(what)")
    #expect(one.sources == other.sources, "\(what)")
    #expect(one.readings == other.readings, "\(what)")
    for (entity, again) in zip(one.entities, other.entities)
    where entity != again && "\(entity)" != "\(again)" {
      Issue.record("\(what): \(entity)\n\(again)")
    }
    // In what style the dates of the whole graph file were, which each date says for itself, does not come back.
    for (statement, again) in zip(one.statements, other.statements)
    where statement != again && "\(statement)" != "\(again)" {
      Issue.record("\(what): \(statement)\n\(again)")
    }
    func dates(_ graph: DiplomaticGraph) -> [String] {
      graph.writtenDates.map { "\($0.edtf) \($0.styledText) \($0.style) \($0.earliest) \($0.latest)" }
    }
    #expect(dates(one) == dates(other), "\(what)")
    #expect(one.dateOrders == other.dateOrders, "\(what)")
  }
}
