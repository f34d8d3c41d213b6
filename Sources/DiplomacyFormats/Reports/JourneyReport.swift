public import Chronology
public import Diplomacy
public import DiplomacyAnalysis

/// The earliest journeys from one actor to another, possible and certain, each with its witness.
public func journeyReport(
  _ answer: Reach.Answer, from source: EntityID, departing departure: Moment, in network: ContactNetwork
) -> Report {
  let view = network.view
  let graph = view.graph
  var rows: [[Table.Cell]] = []
  var prose = ""
  for (name, journey) in [("possible", answer.possible), ("certain", answer.certain)] {
    let ends = "from \(graph.label(of: source)) to \(graph.label(of: answer.to))"
    guard let journey else {
      prose += "No \(name) journey \(markdownText(ends)).\n\n"
      continue
    }
    prose += "Earliest \(name) journey \(markdownText(ends)): \(words(journey.arrival)).\n\n"
    for (index, step) in journey.steps.enumerated() {
      rows.append([
        .text(name), .integer(index + 1), .text(step.from.rawValue), .optional(step.through?.rawValue),
        .text(step.to.rawValue), .text(words(step.moment)), .text(roles(step)),
        .optional(sources(step, graph)),
      ])
      let cited = sources(step, graph).map { " [\(markdownText($0))]" } ?? ""
      prose += "\(index + 1). \(markdownText(sentence(step, graph)))\(cited)\n"
    }
    prose += "\n"
  }
  return Report(
    question: .object([
      "command": .string("paths"), "from": .string(source.rawValue), "to": .string(answer.to.rawValue),
      "after": .optional(departure.exactText), "at": .optional(view.options.at?.text),
      "reading": .optional(view.options.reading?.rawValue),
    ]),
    conventions: network.conventions,
    table: Table(
      columns: ["answer", "step", "from", "through", "to", "moment", "roles", "sources"], rows: rows),
    results: .object([
      "from": .string(source.rawValue), "to": .string(answer.to.rawValue),
      "possible": detailed(answer.possible, graph), "certain": detailed(answer.certain, graph),
    ]),
    heading: rows.isEmpty
      ? ["No journey from \(graph.label(of: source)) to \(graph.label(of: answer.to))."] : [],
    prose: prose)
}

/// The earliest arrivals between all actors of a view; a witness is the ids of the actors, and of what they meet in,
/// on the way.
public func journeysReport(_ network: ContactNetwork) -> JSONValue {
  let view = network.view
  let results = view.entities.map(\.entity).filter { $0.category == .actor }.compactMap {
    actor -> JSONValue? in
    guard let reach = network.reach(from: actor.id) else { return nil }
    let reached = reach.answers.filter { $0.possible != nil || $0.certain != nil }
    return .object([
      "from": .string(actor.id.rawValue),
      "reached": .array(
        reached.map {
          .object([
            "id": .string($0.to.rawValue), "possible": short($0.possible), "certain": short($0.certain),
          ])
        }),
      "unreached": .array(
        reach.answers.filter { $0.possible == nil && $0.certain == nil }.map { .string($0.to.rawValue) }),
    ])
  }
  return .object([
    "question": .object([
      "command": .string("journeys"), "from": .string("all actors"), "after": .null,
      "at": .optional(view.options.at?.text), "reading": .optional(view.options.reading?.rawValue),
    ]),
    "conventions": .array(network.conventions.map { .string($0) }),
    "results": .array(results),
  ])
}

// MARK: - Journeys for programs

private func short(_ journey: Journey?) -> JSONValue {
  guard let journey else { return .null }
  let stations = journey.steps.flatMap { [$0.through, $0.to].compactMap { $0 } }
  return object(journey, .array(([journey.steps[0].from] + stations).map { .string($0.rawValue) }))
}

private func detailed(_ journey: Journey?, _ graph: DiplomaticGraph) -> JSONValue {
  guard let journey else { return .null }
  let steps = journey.steps.map { step -> JSONValue in
    .object([
      "from": .string(step.from.rawValue), "through": .optional(step.through?.rawValue),
      "to": .string(step.to.rawValue), "moment": .optional(step.moment.exactText),
      "roles": .array(step.statements.map { .string($0.role.name) }),
      "statements": .array(step.statements.map { .string($0.id.rawValue) }),
      "sources": .array(citations(step, graph).map { .string($0.text) }),
      "sentence": .string(sentence(step, graph)),
    ])
  }
  return object(journey, .array(steps))
}

private func object(_ journey: Journey, _ witness: JSONValue) -> JSONValue {
  .object([
    "arrival": .optional(journey.arrival.exactText), "hops": .integer(journey.steps.count),
    "witness": witness,
  ])
}

// MARK: - Journeys for people

private func roles(_ step: Journey.Step) -> String {
  step.statements.map(\.role.name).joined(separator: ", ")
}

/// The citations of a step's statements, or where these have none, of what it goes through.
private func citations(_ step: Journey.Step, _ graph: DiplomaticGraph) -> [Citation] {
  let through = step.through.flatMap { graph[$0]?.attestation.citations } ?? []
  var seen: Set<Citation> = []
  return step.statements.flatMap { $0.attestation.citations.isEmpty ? through : $0.attestation.citations }
    .filter { seen.insert($0).inserted }
}

private func sources(_ step: Journey.Step, _ graph: DiplomaticGraph) -> String? {
  let cited = citations(step, graph)
  return cited.isEmpty ? nil : cited.map(\.text).joined(separator: "; ")
}

/// A moment in words, open ones included.
private func words(_ moment: Moment) -> String {
  switch moment {
  case .distantPast: "at any time"
  case .distantFuture: "at an unknown time"
  default: moment.shortText
  }
}

/// A step in words: who met whom through what, and when.
private func sentence(_ step: Journey.Step, _ graph: DiplomaticGraph) -> String {
  let from = graph.label(of: step.from)
  let to = graph.label(of: step.to)
  let moment = words(step.moment)
  guard let through = step.through else {
    let tie = step.statements[0]
    return
      "\(graph.label(of: tie.subject)) \(tie.role) \(graph.label(of: tie.object)): \(from) reaches \(to), \(moment)."
  }
  return "\(from) and \(to) take part in \(graph.label(of: through)) (\(roles(step))), \(moment)."
}
