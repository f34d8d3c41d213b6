import EntenteKit
import Foundation
import TestSupport
import Testing

/// What every exporter promises, for graphs that are empty, large or full of markup, whole and at dates.
@Suite struct ExporterContractTests {
  /// All that a reader of the format finds to read, without white space; nil where names are written otherwise than they are.
  private func readableText(_ bytes: [UInt8], _ format: Format, _ what: String) throws -> String? {
    switch format.name {
    case "dot":
      let read = try ReadDiagram(String(decoding: bytes, as: UTF8.self), what)
      return letters(read.nodes.map { $0.label.joined() }.joined(separator: "\n"))
    case "gexf":
      let values = try XMLTree.parse(bytes).all("attvalue").compactMap { $0["value"] }
      return letters(values.joined(separator: "\n"))
    case "graphml", "tei": return letters(try XMLTree.parse(bytes).text)
    case "gexf":
      let document = try XMLTree.parse(bytes)
      return letters(document.text + document.all.flatMap(\.attributes.values).joined(separator: "\n"))
    case "markdown", "html", "quickstatements", "linked-places": return nil
    default:
      // JSON escapes, and so do other formats of text.
      if let object = try? JSONSerialization.jsonObject(with: Data(bytes)) {
        return letters(asInXML(texts(object)))
      }
      return nil
    }
  }

  /// All texts of a document of JSON, a line each.
  private func texts(_ value: Any) -> String {
    switch value {
    case let text as String: text
    case let list as [Any]: list.map(texts).joined(separator: "\n")
    case let object as [String: Any]: object.map { "\($0)\n\(texts($1))" }.joined(separator: "\n")
    default: ""
    }
  }

  /// The entities that a format shows: a diagram leaves out those that nothing joins to others.
  private func shown(_ view: GraphView, _ format: Format) -> [Entity] {
    let entities = view.entities.map(\.entity)
    guard format.name == "dot" else { return entities }
    let joined = Set(view.statements.flatMap { [$0.statement.subject, $0.statement.object] })
    return entities.filter { joined.contains($0.id) || $0.category == .agreement || $0.category == .event }
  }

  @Test(
    .enabled(if: Tools.dot != nil, "Graphviz' dot is missing; run Scripts/test."),
    arguments: Format.writable.map(\.name), SampleGraph.all)
  func everyViewIsWrittenWithAllNamesAndTheSameBytesTwice(name: String, sample: SampleGraph) throws {
    let format = try #require(Format.writable.first { $0.name == name })
    let writer = try #require(format.writer)
    let graph = try GraphFile.read(sample.text, named: sample.name)
    let again = try GraphFile.read(sample.text, named: sample.name)
    let dates = try sample.dates.map { ViewOptions(at: try HistoricalDate($0)) }
    let readings = graph.readings.map { ViewOptions(reading: $0.id) }
    // The project's own graphs are large: all of them, and a date.
    let isLarge = graph.statements.count > 500
    for options in [ViewOptions()] + (isLarge ? Array(dates.prefix(1)) : readings + dates) {
      let view = GraphView(graph, options)
      let what =
        "\(name), \(sample), \(options.at?.text ?? "always"), \(options.reading?.rawValue ?? "all readings")"
      let export = try writer.write(view)
      #expect(try writer.write(GraphView(again, options)).bytes == export.bytes, "\(what)")
      // A store is no text.
      let isText = format.name != Format.store.name
      #expect(!isText || export.bytes.last ?? UInt8(ascii: "\n") == UInt8(ascii: "\n"), "\(what)")

      let text = try readableText(export.bytes, format, what)
      for entity in shown(view, format) {
        guard let text else { break }
        let isDiagram = name == "dot"
        let called =
          isDiagram ? entity.label(in: graph.language) : entity.name.text(in: graph.language)
        let readable = isDiagram ? onOneLine(called) : asInXML(called)
        #expect(
          text.contains(letters(readable)), "\(what): \(entity.id) is called \(called.debugDescription)")
      }

      let losses = export.losses.losses
      #expect(losses.allSatisfy { $0.count > 0 && $0.what.count > 5 }, "\(what): \(losses)")
      #expect(Set(losses.map(\.words)).count == losses.count, "\(what): \(losses)")
      #expect(export.losses.lines == losses.map { "\($0.count) × \($0.words)" }, "\(what)")
    }
  }
}
