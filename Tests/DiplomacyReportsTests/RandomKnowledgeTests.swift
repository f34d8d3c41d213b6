import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import DiplomacyReports
import TestSupport
import Testing

/// What `knowledge` says, what views show, and what the rules say day by day are the same.
@Suite struct RandomKnowledgeTests {
  private static func date(_ day: Int) throws -> HistoricalDate {
    try HistoricalDate("1930-01-" + (day < 10 ? "0" : "") + "\(day)")
  }

  private static let cases = Thoroughness.cases(25, thorough: 400)

  @Test func whoKnowsOnADayIsWhoTheRulesSay() throws {
    var numbers = SeededNumbers(seed: 1882)
    var counts: [Answer: Int] = [:]
    for number in 0..<Self.cases {
      let world = SecretWorld(&numbers)
      let graph = try read(world.text)
      let whole = GraphView(graph)
      for name in world.names {
        #expect((SecretTrace(of: name, in: whole) != nil) == world.isSecret(name), "\(number) \(name)")
      }
      for day in [nil] + stride(from: 1, through: SecretWorld.days, by: 3).map(Optional.some) {
        let at = try day.map { try Self.date($0) }
        let asked = GraphView(graph, ViewOptions(at: at))
        let traces = world.names.compactMap { name in SecretTrace(of: name, in: asked).map { (name, $0) } }
        for actor in world.actors {
          let context = "world \(number), \(actor), day \(day ?? 0):\n\(world.text)"
          for (name, trace) in traces {
            let knower = try #require(trace[EntityID(actor)])
            counts[knower.answer, default: 0] += 1
            #expect(knower.answer == Answer(world.knows(actor, name, on: day)), "\(name): \(context)")
            let text = name.hasPrefix("x") && !name.contains(".")
            if text {
              #expect(
                knower.textAnswer == Answer(world.knows(actor, name, on: day, text: true)),
                "\(name): \(context)")
            }
          }
          let view = GraphView(graph, ViewOptions(at: at, knownTo: EntityID(actor)))
          for entity in graph.entities where entity.category == .agreement || entity.category == .event {
            #expect(
              view.isKnown(entity) == world.knows(actor, entity.id.rawValue, on: day),
              "\(entity.id): \(context)")
            guard view.isKnown(entity), let life = entity.life else { continue }
            #expect(
              view.sees(life.obligations[0], of: entity)
                == world.knows(actor, life.obligations[0].id.rawValue, on: day),
              "\(context)")
            #expect(
              view.sees(life.terms[0], of: entity) == world.knows(actor, "\(entity.id).terms-1", on: day),
              "\(context)")
            // The life is that of an agreement that has nothing but what is known.
            var known = entity
            known.life?.terms.removeAll { !view.sees($0, of: entity) }
            known.life?.acts.removeAll { !view.sees($0.attestation, of: entity) }
            let plain = GraphView(graph.changing { $0.id == entity.id ? known : $0 }, ViewOptions())
            #expect(
              view.course(of: entity.id)?.spans == plain.course(of: entity.id)?.spans,
              "\(entity.id): \(context)")
          }
          for statement in graph.statements where statement.role == .guarantees {
            let isSeen = view.statements(about: statement.subject).contains {
              $0.statement.id == statement.id && $0.answer != .no
            }
            if day == nil {
              #expect(
                isSeen == world.knows(actor, statement.id.rawValue, on: nil), "\(statement.id): \(context)")
            } else if isSeen {
              #expect(world.knows(actor, statement.id.rawValue, on: day), "\(statement.id): \(context)")
            }
          }
        }
      }
    }
    #expect(counts[.yes, default: 0] > 1000 && counts[.no, default: 0] > 1000, "\(counts)")
  }

  @Test func everyFieldAndSentenceSaysTheSame() throws {
    var numbers = SeededNumbers(seed: 1887)
    for number in 0..<Self.cases {
      let world = SecretWorld(&numbers)
      let graph = try read(world.text)
      for name in world.names where world.isSecret(name) {
        let day = Int.random(in: 1...SecretWorld.days, using: &numbers)
        let isDated = Bool.random(using: &numbers)
        let view = GraphView(graph, ViewOptions(at: isDated ? try Self.date(day) : nil))
        let trace = try #require(SecretTrace(of: name, in: view))
        for actor in world.actors {
          let context = "world \(number), \(name), \(actor), day \(isDated ? day : 0):\n\(world.text)"
          let knows = world.knows(actor, name, on: isDated ? day : nil)
          let knowsText = world.knows(actor, name, on: isDated ? day : nil, text: true)
          let learns = world.learns(actor, name)
          let report = secretReport(trace, of: name, to: EntityID(actor))
          let rows = try report.rows().filter { $0["actor"] == actor && $0["knows"] != "channel" }
          #expect(rows.isEmpty != knows, "\(context)")
          for row in rows {
            #expect(row["knows"] == "yes")
            if let since = row["since"], !since.isEmpty, isDated {
              #expect(try HistoricalDate(since).earliest <= Self.date(day).latest, "\(context)")
            }
          }
          if trace.tellsDepthsApart {
            #expect(rows.contains { $0["of"] == "text" } == knowsText, "\(context)")
          }
          let target = try #require(
            try report.jsonResults(as: [String: Any].self)["target"] as? [String: Any])
          #expect(target["knows"] as? String == (knows ? "yes" : "no"), "\(context)")
          let first = (target["learns"] as? [String: Any])?["since"] as? String
          #expect(
            first == (learns == SecretWorld.never ? nil : try Self.date(learns).earliest.exactText),
            "\(context)")
          let prose = report.text(as: .markdown)
          let isDenied = prose.contains("did not know of it") || prose.contains("never knew of it")
          let isSaidOfTarget = prose.split(separator: "\n").contains {
            !$0.hasPrefix("-")
              && ($0.hasPrefix("\(actor) did not know of it on")
                || $0.hasPrefix("\(actor) did not know of it. ")
                || $0.contains("\(actor) never knew of it") || $0 == "\(actor) did not know of it.")
          }
          if !knows { #expect(isDenied && isSaidOfTarget, "\(context)\n\(prose)") }
          // Whoever learns later is told of, and when.
          if !knows, learns != SecretWorld.never {
            #expect(
              prose.contains("from \(try Self.date(learns).description(in: "en")) on"), "\(context)\n\(prose)"
            )
          }
        }
      }
    }
  }

  /// What is certain of dates that are left open holds in every draw of them, and what is impossible in none.
  @Test func certaintyHoldsInEveryDraw() throws {
    var numbers = SeededNumbers(seed: 1896)
    var generator = SeededGenerator(seed: 7)
    for number in 0..<Self.cases {
      let world = SecretWorld(&numbers)
      var text = world.text
      for day in 12...26 where Bool.random(using: &numbers) {
        // Of intervals the ends stay as they are.
        for end in [",", " }"] {
          text = text.replacing(
            " 1930-01-\(day)\(end)", with: " [1930-01-\(day - 2)..1930-01-\(day + 2)]\(end)")
        }
      }
      let graph = try read(text)
      let drawn = (0..<8).map { _ in graph.withDatesDrawn(using: &generator) }
      for name in world.names where world.isSecret(name) {
        for day in stride(from: 2, through: SecretWorld.days, by: 5) {
          let at = try Self.date(day)
          let trace = try #require(SecretTrace(of: name, in: GraphView(graph, ViewOptions(at: at))))
          for other in drawn {
            let exact = try #require(SecretTrace(of: name, in: GraphView(other, ViewOptions(at: at))))
            for knower in trace.knowers where knower.answer != .maybe {
              let answer = exact[knower.actor]?.answer
              #expect(
                answer == knower.answer, "world \(number), \(name), \(knower.actor) on \(day):\n\(text)")
            }
          }
        }
      }
    }
  }
}
