import Chronology
import Diplomacy
import DiplomacyFormats
import DiplomacyReports
import Foundation
import GRDB
import TestSupport
import Testing

@testable import DiplomacyStore

/// A view of one date is the same whether all of a store is read or only what it needs, and the same as SQL gives.
@Suite struct StoreSnapshotTests {
  private static let graphs: [(name: String, graph: DiplomaticGraph)] = {
    var graphs = SampleGraph.all.compactMap { sample in
      (try? GraphFile.read(sample.text, named: sample.name)).map { (sample.name, $0) }
    }
    for seed in 0..<UInt64(Thoroughness.cases(2, thorough: 60)) {
      var numbers = SeededNumbers(seed: seed)
      if let graph = try? GraphFile.read(RandomGraph.text(&numbers), named: "small") {
        graphs.append(("small \(seed)", graph))
      }
      graphs.append(("random \(seed)", RandomGraphs.graph(seed: seed)))
    }
    return graphs
  }()

  /// Days at which something may turn, and others.
  private static func days(_ graph: DiplomaticGraph, _ numbers: inout SeededNumbers) -> [HistoricalDate] {
    var moments: [Moment] = []
    for entity in graph.entities {
      moments += [entity.when?.earliest, entity.when?.latest].compactMap { $0 }
      for act in entity.life?.acts ?? [] {
        moments += [act.date?.earliest, act.date?.latest].compactMap { $0 }
      }
    }
    for statement in graph.statements {
      moments += [statement.when?.earliest, statement.when?.latest].compactMap { $0 }
    }
    let years = Day(year: -4000, month: 1, day: 1)!...Day(year: 2500, month: 1, day: 1)!
    let turns = moments.filter { !$0.isOpen && years.contains($0.day) }.map(\.day)
    var days = [Day(year: 1930, month: 3, day: 15)!, Day(year: 1941, month: 6, day: 22)!]
    for _ in 0..<10 {
      if let day = turns.randomElement(using: &numbers) {
        days.append(day.adding(days: Int64.random(in: -1...1, using: &numbers)))
      }
    }
    return days.compactMap { try? HistoricalDate("\($0)", defaultOffset: graph.defaultOffset) }
  }

  @Test func aSnapshotShowsWhatTheWholeGraphDoes() throws {
    var numbers = SeededNumbers(seed: 1941)
    var left = 0
    for (name, graph) in Self.graphs {
      let folder = try StoreFolder()
      _ = try Store.write(graph, to: folder.path(), mostDays: 60_000)
      for date in Self.days(graph, &numbers).prefix(5) {
        let choices: [String?] = [nil, "all"] + graph.readings.map(\.id.rawValue)
        let reading = choices.randomElement(using: &numbers) ?? nil
        let part = try Store.read(contentsOf: folder.path(), .init(on: date.text, reading: reading))
        left += graph.entities.count + graph.statements.count - part.entities.count - part.statements.count
        let options = ViewOptions(
          at: date,
          reading: reading == nil
            ? graph.defaultReading : reading == "all" ? nil : reading.map { ReadingID($0) })
        let (whole, some) = (GraphView(graph, options), GraphView(part, options))
        #expect(graphReport(whole).text(as: .json) == graphReport(some).text(as: .json), "\(name) on \(date)")
        for (entity, answer) in whole.entities {
          let other = try #require(part.position(of: entity.id), "\(name) on \(date): \(entity.id)")
          #expect(some.entityAnswers[other] == answer && part.entities[other] == entity)
          #expect(some.presence(of: entity) == whole.presence(of: entity), "\(name) on \(date): \(entity.id)")
        }
        let statements = whole.statements.map {
          "\($0.statement.id) \($0.answer) \(whole.spans(of: $0.statement))"
        }
        #expect(
          statements
            == some.statements.map { "\($0.statement.id) \($0.answer) \(some.spans(of: $0.statement))" })
      }
    }
    #expect(left > 30, "what is not needed is not read: \(left)")
  }

  @Test func viewsInSQLAnswerAsTheProgramDoes() throws {
    var numbers = SeededNumbers(seed: 1887)
    var rows = 0
    for (name, graph) in Self.graphs where !["ids", "names"].contains(name) {
      let folder = try StoreFolder()
      _ = try Store.write(graph, to: folder.path(), mostDays: 200_000)
      let queue = try DatabaseQueue(path: folder.path())
      let view = GraphView(graph, ViewOptions(reading: graph.defaultReading))
      for date in Self.days(graph, &numbers) {
        let seen = view.seen(at: date)
        func expected(_ isThere: (Answer) -> Bool) -> [String] {
          (seen.entities.filter { isThere($0.answer) }.map { "\($0.entity.category) \($0.entity.id)" }
            + seen.statements.filter { isThere($0.answer) }.map { "statement \($0.statement.id)" }).sorted()
        }
        func found(_ answer: String, _ condition: String) throws -> [String] {
          try queue.read { database in
            try String.fetchAll(
              database, sql: "SELECT what || ' ' || id FROM in_force_\(answer) WHERE \(condition)")
              + String.fetchAll(
                database, sql: "SELECT 'statement ' || id FROM holds_\(answer) WHERE \(condition)")
          }.sorted()
        }
        let first = try queue.read { try Int64.fetchOne($0, sql: "SELECT min(day) FROM days") }
        let last = try queue.read { try Int64.fetchOne($0, sql: "SELECT max(day) FROM days") }
        let day = try #require((try? HistoricalDate(date.text))?.earliest.day.number)
        guard let first, let last, (first...last).contains(day) else { continue }
        let certain = try found("certainly", "day = \(day)")
        rows += certain.count
        #expect(certain == expected { $0 == .yes }, "\(name) on \(date)")
        #expect(
          try found("possibly", "day IN (SELECT day FROM days WHERE date = '\(date.text)')")
            == expected { $0 != .no },
          "\(name) on \(date)")
      }
    }
    #expect(rows > 300, "\(rows)")
  }

  @Test func daysHaveTheTextsThatDatesHave() throws {
    let folder = try StoreFolder()
    let text = """
      entente: 1
      title: T
      actors: { a: { name: A, exists: "-0431-04-07/-0403" }, b: { name: B, exists: "-0371/-0361" } }
      """
    _ = try Store.write(try GraphFile.read(text, named: "t"), to: folder.path())
    let days = try DatabaseQueue(path: folder.path()).read {
      try Row.fetchAll($0, sql: "SELECT day, date FROM days ORDER BY day").map {
        ($0[0] as Int64, $0[1] as String)
      }
    }
    #expect(days.first?.1 == "-0500-01-01" && days.last?.1 == "-0201-12-31")
    for (day, date) in days.enumerated().filter({ $0.offset % 97 == 0 }).map(\.element) {
      #expect(Day(number: day).description == date)
    }
  }
}
