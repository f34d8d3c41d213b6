import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// What we write as GraphML comes back: who is there and what holds on every date, and what is said of it.
@Suite struct GraphMLRoundTripTests {
  @Test(arguments: SampleGraph.all)
  func samplesComeBack(sample: SampleGraph) throws {
    let graph = try sample.graph()
    try compare(graph, sample.name)
    for dialect in Format.graphML.writer?.dialects ?? [] {
      try compare(graph, "\(sample.name) for \(dialect.name)", dialect: dialect.name, most: 6)
    }
  }

  @Test(arguments: 0..<10)
  func randomGraphsComeBack(part: Int) throws {
    for number in 0..<Thoroughness.cases(20, thorough: 200) {
      var numbers = SeededNumbers(seed: UInt64(90_000 + 1_000 * part + number))
      let text = RandomGraph.text(&numbers)
      try compare(try GraphFile.read(text, named: "random.yaml"), text)
    }
  }

  /// Compares a graph with what its own export is read as.
  private func compare(
    _ graph: DiplomaticGraph, _ what: String, dialect: String? = nil, most: Int = 60
  ) throws {
    let view = GraphView(graph)
    let export = try graphML(view, WritingOptions(dialect: dialect))
    let (again, warnings) = try GraphMLReader.read(Data(export.bytes), named: "again.graphml")
    let replaced = export.losses.losses.contains { $0.instead == "written as U+FFFD" }
    #expect(replaced || again.entities.map(\.id) == graph.entities.map(\.id), "\(what)")
    let widened = export.losses.losses.contains { $0.what.contains("circa") || $0.what.contains("9999") }
    #expect(warnings.isEmpty || widened, "\(warnings): \(what)")
    for date in dates(of: view).prefix(most) {
      let (one, other) = (view.seen(at: date), GraphView(again, ViewOptions(at: date)))
      for (entity, answer) in zip(graph.entities, one.entityAnswers) {
        let position = again.position(of: entity.id)
        #expect(
          position.map { other.entityAnswers[$0] } == answer || widened,
          "\(entity.id) at \(date): \(again[entity.id]?.life?.statedInForce.map(\.text) ?? []), \(view.presence(of: entity)): \(what)"
        )
      }
      let answers = Self.answers(of: other, like: graph)
      for (statement, answer) in zip(graph.statements, one.statementAnswers) {
        #expect(
          answers[statement.id] == answer || widened,
          "\(statement.id) at \(date): \(again.statement(statement.id)?.when?.edtf ?? "-") was \(view.spans(of: statement)): \(what)"
        )
      }
    }
    if !replaced, dialect == nil { compareWords(graph, again, view, export.losses, what) }
  }

  /// What is said of entities and statements besides their times.
  private func compareWords(
    _ graph: DiplomaticGraph, _ again: DiplomaticGraph, _ view: GraphView, _ losses: LossReport,
    _ what: String
  ) {
    #expect(again.title.text(in: graph.language) == graph.title.text(in: graph.language), "\(what)")
    #expect(again.readings.map(\.id) == graph.readings.map(\.id), "\(what)")
    #expect(again.sources.map(\.id) == graph.sources.map(\.id), "\(what)")
    for entity in graph.entities {
      guard let mine = again[entity.id] else { continue }
      #expect(
        mine.kind == entity.kind && Set(mine.name.wordings) == Set(entity.name.wordings),
        "\(entity.id): \(what)")
      #expect(mine.label(in: graph.language) == entity.label(in: graph.language), "\(entity.id): \(what)")
      #expect(mine.identifiers == entity.identifiers, "\(entity.id): \(what)")
      let conditions = entity.existence.map(\.condition)
      #expect(
        mine.existence.map(\.condition) == (conditions == [.independent] ? [] : conditions),
        "\(entity.id): \(what)")
      compareWords(mine.attestation, entity.attestation, "\(entity.id): \(what)")
    }
    for statement in graph.statements {
      guard let mine = again.statement(statement.id) else { continue }
      let ends = [mine.subject, mine.object, mine.onBehalfOf ?? "-"]
      #expect(
        mine.role == statement.role
          && ends == [statement.subject, statement.object, statement.onBehalfOf ?? "-"],
        "\(statement.id): \(what)")
      #expect(
        mine.weight == statement.weight && mine.isDirected == statement.isDirected, "\(statement.id): \(what)"
      )
      #expect(mine.attributes == statement.attributes, "\(statement.id): \(what)")
      #expect(
        mine.office?.text(in: graph.language) == statement.office?.text(in: graph.language),
        "\(statement.id): \(what)")
      compareWords(mine.attestation, statement.attestation, "\(statement.id): \(what)")
    }
  }

  private func compareWords(_ mine: Attestation, _ given: Attestation, _ what: String) {
    #expect(mine.certainty == given.certainty && mine.modality == given.modality, "\(what)")
    #expect(mine.holder == given.holder && mine.note == given.note, "\(what)")
    #expect(mine.citations == given.citations && mine.readings == given.readings, "\(what)")
    #expect((mine.secret == nil) == (given.secret == nil), "\(what)")
    guard let secret = mine.secret, let other = given.secret else { return }
    #expect(secret.knownToText == other.knownToText && secret.unknownToText == other.unknownToText, "\(what)")
    #expect(secret.disclosedText == other.disclosedText, "\(what)")
  }

  /// Whether statements hold; one that comes back as several, for several times, holds where any of them does.
  private static func answers(of view: GraphView, like graph: DiplomaticGraph) -> [StatementID: Answer] {
    var answers: [StatementID: Answer] = [:]
    for (statement, answer) in zip(view.graph.statements, view.statementAnswers) {
      var id = statement.id
      if graph.statement(id) == nil, let point = id.rawValue.lastIndex(of: ".") {
        id = StatementID(String(id.rawValue[..<point]))
      }
      answers[id] = answers[id].map { $0 || answer } ?? answer
    }
    return answers
  }

  /// Days at which something may change, and the days, months and years around them.
  private func dates(of view: GraphView) -> [HistoricalDate] {
    var days: Set<Day> = []
    let spans =
      view.graph.entities.flatMap { view.presence(of: $0) }
      + view.graph.statements.flatMap { view.spans(of: $0) }
    for span in spans {
      for moment in [span.earliestStart, span.latestStart, span.earliestEnd, span.latestEnd]
      where !moment.isOpen {
        days.insert(moment.day)
        days.insert(moment.adding(seconds: -1).day)
      }
    }
    let texts = days.sorted().flatMap { ["\($0)", String("\($0)".dropLast(3)), String("\($0)".dropLast(6))] }
    var seen: Set<String> = []
    let dates = texts.filter { seen.insert($0).inserted }.compactMap { try? HistoricalDate($0) }
    // Spread over all of time, and not the first alone.
    let step = max(1, dates.count / 60)
    return dates.enumerated().filter { $0.offset % step == 0 }.map(\.element)
  }
}
