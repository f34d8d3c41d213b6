import EntenteKit
import Foundation
import TestSupport
import Testing

/// A graph that is written in a format and read again is the same graph, as far as the format says that it holds it.
@Suite struct RoundTripTests {
  static let formats = Format.all.filter { $0.writer != nil && $0.reader != nil }.map(\.name)

  /// What comes back of a graph that is written in a format.
  private func again(_ graph: DiplomaticGraph, in format: Format, _ place: URL) throws -> (
    graph: DiplomaticGraph, losses: LossReport
  ) {
    // The diagram is for looking at; its language also holds data.
    let dialect = format.name == "dot" ? "plain" : nil
    let export = try #require(format.writer).write(GraphView(graph), WritingOptions(dialect: dialect))
    let file = place.appending(path: "graph.\(format.endings[0])")
    try Data(export.bytes).write(to: file)
    var options = GraphReading.Options(format: format.name)
    for companion in export.companions {
      let name = place.appending(path: "graph.\(companion.part).\(format.endings[0])")
      try Data(companion.bytes).write(to: name)
      if companion.part == "nodes" {
        options.tables.nodes = name.path
        options.options.insert(.nodes)
      }
    }
    let read = try GraphReading.read(contentsOf: file.path, options, among: Format.recognised)
    return (read, export.losses)
  }

  /// A statement by what it joins: statements have no ids in some formats.
  private func key(_ statement: Statement) -> String {
    "\(statement.subject.rawValue)\u{0}\(statement.object.rawValue)"
  }

  /// What our own exports say in words, which comes back as attributes.
  private static let columns: Set = [
    "acts", "terms", "reservations", "obligations", "deeds", "sources", "readings", "secret", "known_to",
    "unknown_to", "disclosed", "certainty", "modality", "holder", "note", "identifiers", "for", "office",
    "directed", "weight", "label", "name", "category", "kind", "statement", "when", "when_written", "holds",
    "start_earliest", "start_latest", "end_earliest", "end_latest", "start_year", "end_year",
  ]

  /// How often each line stands in a list, in letters that every format has.
  private func counted(_ lines: [String]) -> [String: Int] {
    lines.reduce(into: [:]) { $0[asInXML($1), default: 0] += 1 }
  }

  /// What a graph says of each of its parts, a line each.
  private func lines(_ content: GraphContent, _ graph: DiplomaticGraph) -> [String: Int] {
    let entities = graph.entities
    let statements = graph.statements
    switch content {
    case .entities: return counted(entities.map(\.id.rawValue))
    case .names:
      return counted(entities.map { "\($0.id) \($0.name.text(in: graph.language))" })
    case .translations:
      return counted(
        entities.flatMap { entity in entity.name.wordings.map { "\(entity.id) \($0.language) \($0.text)" } })
    case .kinds: return counted(entities.map { "\($0.id) \($0.kind)" })
    case .roles: return counted(statements.map { "\(key($0)) \($0.role)" })
    case .weights: return counted(statements.map { "\(key($0)) \($0.weight ?? 1)" })
    case .directions: return counted(statements.map { "\(key($0)) \($0.isDirected.map(String.init) ?? "-")" })
    case .attributes:
      return counted(
        (entities.map { ($0.id.rawValue, $0.attributes) } + statements.map { (key($0), $0.attributes) })
          .flatMap { owner, attributes in
            attributes.filter { !Self.columns.contains($0.name) }.map { "\(owner) \($0.name) \($0.value)" }
          })
    case .remarks:
      let all =
        entities.map { ($0.id.rawValue, $0.attestation) } + statements.map { (key($0), $0.attestation) }
      return counted(
        all.map { owner, said in
          "\(owner) \(said.certainty?.rawValue ?? "-") \(said.modality) \(said.holder?.rawValue ?? "-") \(said.note ?? "-")"
        })
    case .offices:
      return counted(
        statements.map {
          "\(key($0)) \($0.onBehalfOf?.rawValue ?? "-") \($0.office?.text(in: graph.language) ?? "-")"
        })
    case .lives: return counted(entities.map { "\($0.id) \(String(describing: $0.life))" })
    case .sources:
      return counted(
        graph.sources.map { "\($0.id) \($0)" }
          + (entities.map { ($0.id.rawValue, $0.attestation) } + statements.map { (key($0), $0.attestation) })
          .flatMap { owner, said in said.citations.map { "\(owner) \($0.text)" } })
    case .readings:
      return counted(
        graph.readings.map { "\($0.id)" }
          + (entities.map { ($0.id.rawValue, $0.attestation) } + statements.map { (key($0), $0.attestation) })
          .flatMap { owner, said in said.readings.map { "\(owner) \($0)" } })
    case .secrets:
      return counted(
        (entities.map { ($0.id.rawValue, $0.attestation) } + statements.map { (key($0), $0.attestation) })
          .map { "\($0) \(String(describing: $1.secret))" })
    case .dates: return [:]
    }
  }

  /// What is there on a date, and how surely.
  /// - Parameter far: What is not looked at.
  private func there(_ view: GraphView, on date: HistoricalDate?, besides far: Set<String>) -> [String: Int] {
    let view = view.seen(at: date)
    return counted(
      view.entities.filter { !far.contains($0.entity.id.rawValue) }.map { "\($0.entity.id) \($0.answer)" }
        + view.statements.filter { !far.contains(key($0.statement)) }
        .map { "\(key($0.statement)) \($0.answer)" })
  }

  /// The entities and statements of years of more than four digits: their spans have no text, which the losses say.
  private func far(_ view: GraphView) -> Set<String> {
    func isFar(_ spans: [Span]) -> Bool {
      spans.contains { span in
        [span.earliestStart, span.latestStart, span.earliestEnd, span.latestEnd].contains {
          !$0.isOpen && !(-9999...9999).contains($0.day.year)
        }
      }
    }
    return Set(
      view.graph.entities.filter { isFar(view.presence(of: $0)) }.map(\.id.rawValue)
        + view.graph.statements.filter { isFar(view.spans(of: $0)) }.map(key))
  }

  /// Days around which something of a graph may begin or end.
  private func dates(of graph: DiplomaticGraph) throws -> [HistoricalDate] {
    let view = GraphView(graph)
    let spans = graph.entities.flatMap(view.presence) + graph.statements.flatMap(view.spans)
    let moments = Set(
      spans.flatMap { [$0.earliestStart, $0.latestStart, $0.earliestEnd, $0.latestEnd] }.filter { !$0.isOpen }
        .flatMap { [$0.day.adding(days: -1), $0.day] }
        // Years of more digits have no days in EDTF.
        .filter { (-9999...9999).contains($0.year) })
    let days = moments.sorted()
    let step = max(1, days.count / Thoroughness.cases(24, thorough: 2000))
    return try stride(from: 0, to: days.count, by: step).map { try HistoricalDate(days[$0].description) }
  }

  private func difference(_ one: [String: Int], _ other: [String: Int]) -> String {
    let lost = one.filter { (other[$0.key] ?? 0) < $0.value }.keys.sorted().prefix(3)
    let new = other.filter { (one[$0.key] ?? 0) < $0.value }.keys.sorted().prefix(3)
    return "lost \(lost.map(\.debugDescription)), new \(new.map(\.debugDescription))"
  }

  /// Compares a graph with what comes back of it.
  private func compare(_ graph: DiplomaticGraph, in format: Format, _ what: String, _ place: URL) throws {
    let (read, losses) = try again(graph, in: format, place)
    for content in GraphContent.allCases where content != .dates {
      let (one, other) = (lines(content, graph), lines(content, read))
      guard one != other else { continue }
      if format.contents.contains(content) {
        Issue.record("\(what): \(content.words): \(difference(one, other))")
      } else {
        #expect(!losses.losses.isEmpty, "\(what): \(content.words) are lost and no loss is told")
      }
    }
    guard format.contents.contains(.dates) else { return }
    let (before, after) = (GraphView(graph), GraphView(read))
    let far = far(before)
    for date in try dates(of: graph) {
      let (one, other) = (there(before, on: date, besides: far), there(after, on: date, besides: far))
      guard one != other else { continue }
      Issue.record("\(what) on \(date): \(difference(one, other))")
      return
    }
  }

  @Test(arguments: formats, SampleGraph.all)
  func samplesComeBack(name: String, sample: SampleGraph) throws {
    let format = try #require(Format.all.first { $0.name == name })
    let place = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: place) }
    try compare(
      GraphFile.read(sample.text, named: sample.name), in: format, "\(name), \(sample)", place)
  }

  @Test(arguments: formats)
  func randomGraphsComeBack(name: String) throws {
    let format = try #require(Format.all.first { $0.name == name })
    let place = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: place) }
    for seed in 0..<Thoroughness.cases(10, thorough: 1000) {
      var numbers = SeededNumbers(seed: UInt64(seed))
      let text = RandomGraph.text(&numbers)
      try compare(GraphFile.read(text, named: "random"), in: format, "\(name), seed \(seed)", place)
    }
  }
}
