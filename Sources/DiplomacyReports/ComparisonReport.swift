import Chronology
import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

/// What differs between two views of one graph.
/// - Parameters:
///   - names: What the two are called: the readings, dates or actors.
public func comparisonReport(_ comparison: Comparison, named names: (first: String, second: String)) -> Report
{
  let graph = comparison.first.graph
  func label(_ id: String) -> String { graph[EntityID(id)]?.label(in: graph.language) ?? id }
  var rows: [[Table.Cell]] = []
  func add(_ what: String, _ id: String, _ first: String, _ second: String, _ name: String? = nil) {
    rows.append([.text(what), .text(id), .text(name ?? label(id)), .text(first), .text(second)])
  }
  for difference in comparison.entities {
    add(
      "entity", difference.id, comparison.presence(of: difference).first,
      comparison.presence(of: difference).second)
  }
  for difference in comparison.statements {
    let statement = graph.statement(StatementID(difference.id))
    let text = statement.map { "\(graph.label(of: $0.subject)) \($0.role) \(graph.label(of: $0.object))" }
    let there = comparison.presence(ofStatement: difference)
    add("statement", difference.id, there.first, there.second, text)
  }
  for difference in comparison.courses {
    add("in-force", difference.id, inForce(difference.first, graph), inForce(difference.second, graph))
  }
  for difference in comparison.members {
    add(
      "member", "\(difference.actor) in \(difference.agreement)",
      inForce(difference.first, graph, "no member"),
      inForce(difference.second, graph, "no member"),
      "\(graph.label(of: difference.actor)) in \(graph.label(of: difference.agreement))")
  }
  for difference in comparison.verdicts {
    guard let verdict = difference.either else { continue }
    let event = verdict.event.map { ", \(graph.label(of: $0))" } ?? ""
    add(
      "verdict", "\(verdict.obligation.id) by \(verdict.debtor)\(verdict.event.map { ", \($0)" } ?? "")",
      found(difference.first, graph), found(difference.second, graph),
      "\(graph.label(of: verdict.agreement)), \(verdict.obligation.kind.name), "
        + "\(graph.label(of: verdict.debtor))\(event)")
  }
  for (measure, differences) in comparison.scores {
    for difference in differences {
      rows.append([
        .text(measure.rawValue), .text(difference.id), .text(label(difference.id)),
        difference.first.map(Table.Cell.number) ?? .empty, difference.second.map(Table.Cell.number) ?? .empty,
      ])
    }
  }
  for journey in comparison.journeys {
    add(
      journey.isCertain ? "certain-journey" : "possible-journey", "\(journey.from) → \(journey.to)",
      arrival(journey.first), arrival(journey.second),
      "\(graph.label(of: journey.from)) → \(graph.label(of: journey.to))")
  }
  let counts: [(subject: Comparison.Subject, name: String, count: Int)] = [
    (.entities, "entities", comparison.entities.count),
    (.statements, "statements", comparison.statements.count),
    (.inForce, "in-force spans", comparison.courses.count),
    (.members, "members' times", comparison.members.count),
    (.verdicts, "verdicts", comparison.verdicts.count),
    (.scores, "scores", comparison.scores.reduce(0) { $0 + $1.differences.count }),
    (.journeys, "journeys", comparison.journeys.count),
  ]
  return Report(
    question: .object([
      "command": .string("compare"), "first": side(comparison.first, names.first),
      "second": side(comparison.second, names.second),
    ]),
    conventions: [
      "first: \(names.first); \(conventions(comparison.first))",
      "second: \(names.second); \(conventions(comparison.second))",
      "journeys: earliest arrivals between all pairs of actors; scores: the incidence of actors and agreements, dates possible",
    ] + comparison.scores.map { $0.measure.convention() } + sentences(comparison.divisions),
    table: Table(columns: ["what", "id", "name", "first", "second"], rows: rows, namedBy: "id"),
    results: .object([
      "entities": .array(comparison.entities.map { object($0.id, comparison.presence(of: $0)) }),
      "statements": .array(comparison.statements.map { object($0.id, comparison.presence(ofStatement: $0)) }),
      "in-force": .array(
        comparison.courses.map { difference in
          .object([
            "id": .string(difference.id), "first": spans(difference.first),
            "second": spans(difference.second),
            "first-because": because(difference.first, graph),
            "second-because": because(difference.second, graph),
          ])
        }),
      "members": .array(
        comparison.members.map { difference in
          .object([
            "agreement": .string(difference.agreement.rawValue), "member": .string(difference.actor.rawValue),
            "first": spans(difference.first), "second": spans(difference.second),
            "first-because": because(difference.first, graph),
            "second-because": because(difference.second, graph),
          ])
        }),
      "verdicts": .array(
        comparison.verdicts.compactMap { difference in
          guard let verdict = difference.either else { return nil }
          return .object([
            "agreement": .string(verdict.agreement.rawValue),
            "obligation": .string(verdict.obligation.id.rawValue), "by": .string(verdict.debtor.rawValue),
            "event": .optional(verdict.event?.rawValue), "first": object(difference.first, graph),
            "second": object(difference.second, graph),
          ])
        }),
      "scores": .array(
        comparison.scores.flatMap { measure, differences in
          differences.map { difference in
            .object([
              "measure": .string(measure.rawValue), "id": .string(difference.id),
              "first": difference.first.map(JSONValue.number) ?? .null,
              "second": difference.second.map(JSONValue.number) ?? .null,
            ])
          }
        }),
      "divisions": .array(
        comparison.divisions.map { measure, change in
          .object([
            "measure": .string(measure.rawValue), "adjusted-rand": .number(change.adjustedRand),
            "compared": .integer(change.compared), "moved": .integer(change.moved),
          ])
        }),
      "journeys": .array(
        comparison.journeys.map { journey in
          .object([
            "from": .string(journey.from.rawValue), "to": .string(journey.to.rawValue),
            "answer": .string(journey.isCertain ? "certain" : "possible"),
            "first": journey.first.map { .optional($0.arrival.exactText) } ?? .string("none"),
            "second": journey.second.map { .optional($0.arrival.exactText) } ?? .string("none"),
          ])
        }),
    ]),
    heading: [
      "\(names.first) and \(names.second): "
        + counts.filter { comparison.subjects.contains($0.subject) }.map { "\($0.count) \($0.name)" }.joined(
          separator: ", ")
        + " differ"
    ])
}

/// How far divisions into groups agree.
private func sentences(_ divisions: [(measure: Measure, change: PartitionChange)]) -> [String] {
  if divisions.isEmpty { return [] }
  return divisions.map { measure, change in
    "\(measure.rawValue): adjusted-rand \((change.adjustedRand * 1000).rounded() / 1000) over the \(change.compared) entities in both, of which "
      + "\(change.moved) are in another group; a group of the second has the number of that of the first with which it shares most, or a new one"
  } + [PartitionChange.convention]
}

private func side(_ view: GraphView, _ name: String) -> JSONValue {
  .object([
    "name": .string(name), "at": .optional(view.options.at?.text),
    "reading": .optional(view.options.reading?.rawValue),
    "known-to": .optional(view.options.knownTo?.rawValue),
  ])
}

private func conventions(_ view: GraphView) -> String {
  (["dates: " + (view.options.at.map { "what possibly holds on \($0)" } ?? "all times at once")]
    + view.conventions)
    .joined(separator: "; ")
}

private func object(_ id: String, _ there: (first: String, second: String)) -> JSONValue {
  .object(["id": .string(id), "first": .string(there.first), "second": .string(there.second)])
}

extension Comparison {
  /// How an entity is there in the two views.
  fileprivate func presence(of difference: Difference<Answer>) -> (first: String, second: String) {
    let entity = first.graph[EntityID(difference.id)]
    func word(_ view: GraphView) -> String { DiplomacyReports.presence(entity.map { view.holding(of: $0) }) }
    return (word(first), word(second))
  }

  /// How a statement is there in the two views.
  fileprivate func presence(ofStatement difference: Difference<Answer>) -> (first: String, second: String) {
    let statement = first.graph.statement(StatementID(difference.id))
    func word(_ view: GraphView) -> String {
      DiplomacyReports.presence(statement.map { view.holding(of: $0) })
    }
    return (word(first), word(second))
  }
}

private func presence(_ holding: Holding?) -> String {
  switch holding {
  case .certainly: "there"
  case .partly, .possibly: holding?.rawValue ?? ""
  case .not, nil: "not there"
  }
}

/// What became of an obligation, and why.
private func found(_ verdict: Compliance.Verdict?, _ graph: DiplomaticGraph) -> String {
  guard let verdict else { return "none" }
  let to = verdict.creditors.map { graph.label(of: $0) }
  return "\(verdict.outcome.rawValue)\(to.isEmpty ? "" : " to \(listed(to))"): \(verdict.sentence(in: graph))"
}

private func object(_ verdict: Compliance.Verdict?, _ graph: DiplomaticGraph) -> JSONValue {
  guard let verdict else { return .null }
  return .object([
    "verdict": .string(verdict.outcome.rawValue),
    "to": .array(verdict.creditors.map { .string($0.rawValue) }),
    "reason": .string(verdict.sentence(in: graph)),
    "in-force": .array(verdict.binding.map { .string($0.text) }),
  ])
}

private func inForce(
  _ course: LifeCourse?, _ graph: DiplomaticGraph, _ absence: String = "not there"
) -> String {
  guard let course else { return absence }
  let reasons = course.endings.map { $0.sentence(isEnd: true, in: graph) }
  return spanText(course) + (reasons.isEmpty ? "" : ": " + reasons.joined(separator: "; or "))
}

private func spanText(_ course: LifeCourse) -> String {
  course.spans.isEmpty ? "unknown" : course.spans.map(\.text).joined(separator: "; ")
}

private func spans(_ course: LifeCourse?) -> JSONValue { course.map { .string(spanText($0)) } ?? .null }

private func because(_ course: LifeCourse?, _ graph: DiplomaticGraph) -> JSONValue {
  .array((course?.endings ?? []).map { .string($0.sentence(isEnd: true, in: graph)) })
}

private func arrival(_ journey: Journey?) -> String {
  journey.map { $0.arrival.isOpen ? "at any time" : $0.arrival.shortText } ?? "none"
}
