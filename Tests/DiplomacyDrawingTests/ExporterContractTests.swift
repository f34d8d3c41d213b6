import Chronology
import Diplomacy
import DiplomacyDrawing
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

/// What every exporter promises, for graphs that are empty, large or full of markup, whole and at dates.
@Suite struct ExporterContractTests {
  enum Exporter: CaseIterable {
    case graphML, tei, diagram

    func export(_ view: GraphView) throws -> Export {
      switch self {
      case .graphML: return try DiplomacyFormats.graphML(view)
      case .tei: return try DiplomacyFormats.tei(view)
      case .diagram:
        let diagram = Diagram(view)
        return Export(bytes: Array(diagram.dot.utf8), losses: diagram.losses)
      }
    }

    /// All that a reader of the format finds to read, without white space.
    func readableText(_ bytes: [UInt8], _ what: String) throws -> String {
      switch self {
      case .graphML, .tei: return letters(try XMLTree.parse(bytes).text)
      case .diagram:
        let read = try ReadDiagram(String(decoding: bytes, as: UTF8.self), what)
        return letters(read.nodes.map { $0.label.joined() }.joined(separator: "\n"))
      }
    }

    /// The entities that the exporter shows: a diagram leaves out those that nothing joins to others.
    func shown(_ view: GraphView) -> [Entity] {
      let entities = view.entities.map(\.entity)
      guard self == .diagram else { return entities }
      let joined = Set(view.statements.flatMap { [$0.statement.subject, $0.statement.object] })
      return entities.filter { joined.contains($0.id) || $0.category == .agreement || $0.category == .event }
    }
  }

  @Test(
    .enabled(if: Tools.dot != nil, "Graphviz' dot is missing; run Scripts/test."),
    arguments: Exporter.allCases, SampleGraph.all)
  func everyViewIsWrittenWithAllNamesAndTheSameBytesTwice(exporter: Exporter, sample: SampleGraph) throws {
    let graph = try GraphFile.read(sample.text, named: sample.name)
    let again = try GraphFile.read(sample.text, named: sample.name)
    let dates = try sample.dates.map { ViewOptions(at: try HistoricalDate($0)) }
    for options in [ViewOptions()] + graph.readings.map({ ViewOptions(reading: $0.id) }) + dates {
      let view = GraphView(graph, options)
      let what =
        "\(exporter), \(sample), \(options.at?.text ?? "always"), \(options.reading?.rawValue ?? "all readings")"
      let export = try exporter.export(view)
      #expect(try exporter.export(GraphView(again, options)).bytes == export.bytes, "\(what)")
      #expect(export.bytes.last == UInt8(ascii: "\n"), "\(what)")

      let text = try exporter.readableText(export.bytes, what)
      for entity in exporter.shown(view) {
        let name =
          exporter == .diagram ? entity.label(in: graph.language) : entity.name.text(in: graph.language)
        let readable = exporter == .diagram ? onOneLine(name) : asInXML(name)
        #expect(text.contains(letters(readable)), "\(what): \(entity.id) is called \(name.debugDescription)")
      }

      let losses = export.losses.losses
      #expect(losses.allSatisfy { $0.count > 0 && $0.what.count > 5 }, "\(what): \(losses)")
      #expect(Set(losses.map(\.what)).count == losses.count, "\(what): \(losses)")
      #expect(export.losses.lines == losses.map { "\($0.count) × \($0.what)" }, "\(what)")
    }
  }
}
