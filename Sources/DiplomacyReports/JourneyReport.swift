import Chronology
package import Diplomacy
public import DiplomacyAnalysis
public import DiplomacyFormats

/// The journeys from one actor to another, possible and certain, each with its witness.
/// - Parameters:
///   - probable: How likely there is one; nil where that was not asked.
///   - hinges: The dates that the answer hangs on; nil where these were not asked for.
///   - language: That of names and dates in sentences; nil for the graph's.
public func journeyReport(
  _ answer: JourneyAnswer, _ options: JourneyOptions, in network: ContactNetwork,
  probable: ProbableReach? = nil, hinges: [Hinge]? = nil, language: String? = nil
) -> Report {
  let steps = StepWords(network, language)
  let graph = steps.graph
  let ends = "from \(graph.label(of: answer.from)) to \(graph.label(of: answer.to))"
  var rows: [[Table.Cell]] = []
  var prose = ""
  var omissions: [String] = []
  for (name, journeys) in [("possible", answer.possible), ("certain", answer.certain)] {
    if journeys.isEmpty { prose += "No \(name) journey \(markdownText(ends)).\n\n" }
    for (place, journey) in journeys.enumerated() {
      let title = journeys.count == 1 ? name : "\(name) \(place + 1)"
      prose += heading(journey, title, ends, options.criterion)
      var number = 0
      for step in journey.steps {
        number += 1 + step.omittedBefore
        if step.omittedBefore > 0 {
          prose += "\n\(markdownText(omission(step, before: number, graph)))\n\n"
          omissions.append("\(title): \(omission(step, before: number, graph))")
        }
        rows.append([
          .text(title), .integer(number), .text(step.from.rawValue), .optional(step.through?.rawValue),
          .text(step.to.rawValue), .text(momentWords(step.moment)), .text(roles(step)),
          .optional(sources(step, graph)),
        ])
        let cited = sources(step, graph).map { " [\(markdownText($0))]" } ?? ""
        prose += "\(number). \(markdownText(steps.sentence(step)))\(cited)\n"
      }
      prose += "\n"
    }
  }
  var notes = boundNotes([answer], in: graph) { _ in nil }
  var results: [JSONValue.Member] =
    [
      member("from", .string(answer.from.rawValue)), member("to", .string(answer.to.rawValue)),
      member("possible", detailed(answer.possible, options, steps)),
      member("certain", detailed(answer.certain, options, steps)),
    ] + boundMembers(answer)
  if let probable, let found = probable.answers.first(where: { $0.id == answer.to }) {
    notes.append("probable: \(probableWords(found, probable))")
    results.append(member("probable", probableObject(found, probable)))
  }
  if let hinges {
    notes.append(
      hinges.isEmpty
        ? "known more exactly, no single date could change the answer"
        : "known more exactly, each of these could change the answer: "
          + hinges.map { words($0, graph) }.joined(separator: "; "))
    results.append(member("hangs-on", .array(hinges.map { object($0, graph) })))
  }
  prose += notes.map { markdownText($0) + "\n\n" }.joined()
  return Report(
    question: journeyQuestion("paths", answer.from, answer.to, options, network),
    conventions: network.conventions(options) + boundNotes([answer], in: graph) { _ in nil },
    table: Table(
      columns: ["answer", "step", "from", "through", "to", "moment", "roles", "sources"], rows: rows,
      namedBy: "step"),
    results: .object(results),
    heading: (rows.isEmpty ? ["No journey \(ends)."] : []) + omissions + notes,
    prose: prose, proseHasHeading: true)
}

/// What answers do not know, a sentence each: which possible journeys are so at most, and which certain ones at least.
/// - Parameter name: What an answer is called; nil where there is only one.
func boundNotes(
  _ answers: [JourneyAnswer], in graph: DiplomaticGraph, _ name: (JourneyAnswer) -> EntityID?
) -> [String] {
  func list(_ answers: [JourneyAnswer]) -> String {
    let names = answers.compactMap(name).map { graph.label(of: $0) }
    if names.isEmpty { return "" }
    let rest = names.count > 8 ? " and \(names.count - 8) more" : ""
    return " (\(names.prefix(8).joined(separator: ", "))\(rest))"
  }
  let open = answers.filter { $0.possibleBound != .exact && !$0.possible.isEmpty }
  let missing = answers.filter { $0.certainBound != .exact }
  var notes: [String] = []
  if !open.isEmpty {
    notes.append(
      "at most\(list(open)): no journey is better than the possible one, but dates that depend on each other leave more ways "
        + "open than could be followed, and it may need dates that cannot be together")
  }
  if !missing.isEmpty {
    notes.append(
      "at least\(list(missing)): what is called certain is, but dates that depend on each other leave more ways open than could be "
        + "followed, and there may be a certain journey that was not found, or an earlier one")
  }
  return notes
}

/// What an answer does not know, for programs; nothing where it is exact.
func boundMembers(_ answer: JourneyAnswer) -> [JSONValue.Member] {
  var members: [JSONValue.Member] = []
  if answer.possibleBound != .exact {
    members.append(member("possible-bound", .string(answer.possibleBound.rawValue)))
  }
  if answer.certainBound != .exact {
    members.append(member("certain-bound", .string(answer.certainBound.rawValue)))
  }
  return members
}

/// What was left out before a step, in a sentence.
private func omission(_ step: Journey.Step, before number: Int, _ graph: DiplomaticGraph) -> String {
  let last = number - 1
  return
    "steps \(number - step.omittedBefore) to \(last) go to and fro in the same manner, back to \(graph.label(of: step.from)), and are left out"
}

func member(_ key: String, _ value: JSONValue) -> JSONValue.Member {
  JSONValue.Member(key: key, value: value)
}

/// What was asked, for programs.
func journeyQuestion(
  _ command: String, _ from: EntityID?, _ to: EntityID?, _ options: JourneyOptions, _ network: ContactNetwork
) -> JSONValue {
  let view = network.view
  return .object(
    [
      member("command", .string(command)), member("from", .optional(from?.rawValue)),
      member("to", .optional(to?.rawValue)), member("criterion", .string(options.criterion.rawValue)),
    ] + journeyMembers(options, network.meetings) + [
      member("at", .optional(view.options.at?.text)),
      member("reading", .optional(view.options.reading?.rawValue)),
    ]
  ).asked(of: view)
}

/// Which journeys count, for programs.
func journeyMembers(_ options: JourneyOptions, _ meetings: ContactNetwork.Meetings) -> [JSONValue.Member] {
  [
    member("after", .optional(options.after.exactText)),
    member("before", .optional(options.before.exactText)),
    member("strict", .bool(options.isStrict)), member("transit-seconds", .integer(Int(options.transit))),
    member("wait-seconds", options.waitingLimit.map { .integer(Int($0)) } ?? .null),
    member("meetings", .string(meetings.rawValue)),
  ]
}

/// What a journey is, in a sentence.
package func journeyTitle(
  _ journey: Journey, _ name: String, of answer: JourneyAnswer, _ options: JourneyOptions,
  in graph: DiplomaticGraph
) -> String {
  let ends = "from \(graph.label(of: answer.from)) to \(graph.label(of: answer.to))"
  return String(heading(journey, name, ends, options.criterion, isMarkdown: false).dropLast(2))
}

/// What stands above the steps of a journey in Markdown.
private func heading(
  _ journey: Journey, _ title: String, _ ends: String, _ criterion: JourneyCriterion,
  isMarkdown: Bool = true
) -> String {
  let ends = isMarkdown ? markdownText(ends) : ends
  let count = quantity(journey.stepCount, "step")
  switch criterion {
  case .earliest: return "Earliest \(title) journey \(ends): \(momentWords(journey.arrival)).\n\n"
  case .latest: return "Latest \(title) journey \(ends): departs \(momentWords(journey.departure)).\n\n"
  case .fastest:
    return
      "Fastest \(title) journey \(ends): from \(momentWords(journey.departure)) to \(momentWords(journey.arrival)).\n\n"
  case .fewest:
    return "Shortest \(title) journey \(ends): \(count), arrives \(momentWords(journey.arrival)).\n\n"
  case .profile:
    return
      "Journey \(title) \(ends): departs \(momentWords(journey.departure)), arrives \(momentWords(journey.arrival)), \(count).\n\n"
  }
}

private func probableWords(_ answer: ProbableReach.Answer, _ probable: ProbableReach) -> String {
  let bounds = probable.bounds(of: answer)
  func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
  let median = answer.medianArrival.map { "; median arrival \(momentWords($0))" } ?? ""
  return
    "in \(answer.count) of \(probable.sampleCount) networks with drawn dates (\(percent(bounds.lowerBound)) to "
    + "\(percent(bounds.upperBound)) with a confidence of 95 %; seed \(probable.seed))\(median)"
}

func probableObject(_ answer: ProbableReach.Answer, _ probable: ProbableReach) -> JSONValue {
  let bounds = probable.bounds(of: answer)
  return .object([
    "share": .number(Double(answer.count) / Double(probable.sampleCount)), "low": .number(bounds.lowerBound),
    "high": .number(bounds.upperBound), "samples": .integer(probable.sampleCount),
    "seed": .string(String(probable.seed)), "median": .optional(answer.medianArrival?.exactText),
  ])
}

/// A date that an answer hangs on: whose it is, and the date itself.
private func words(_ hinge: Hinge, _ graph: DiplomaticGraph) -> String {
  if let id = hinge.entity {
    let dates = dates(of: id, graph)
    return "the dates of \(graph.label(of: id))\(dates.isEmpty ? "" : " (\(dates))")"
  }
  guard let statement = graph.statement(hinge.statement) else { return hinge.statement.rawValue }
  let when = statement.when.map { " (\($0.styledText))" } ?? ""
  return
    "the date of \(graph.label(of: statement.subject)) \(statement.role) \(graph.label(of: statement.object))\(when)"
}

private func dates(of id: EntityID, _ graph: DiplomaticGraph) -> String {
  guard let entity = graph[id] else { return "" }
  if let when = entity.when { return when.styledText }
  let stated = entity.life?.statedInForce.map(\.text) ?? []
  let acts = entity.life?.acts.compactMap { act in act.date.map { "\(act.kind) \($0.styledText)" } } ?? []
  return (stated + acts).joined(separator: ", ")
}

private func object(_ hinge: Hinge, _ graph: DiplomaticGraph) -> JSONValue {
  .object([
    "entity": .optional(hinge.entity?.rawValue), "statement": .string(hinge.statement.rawValue),
    "dates": .string(
      hinge.entity.map { dates(of: $0, graph) } ?? graph.statement(hinge.statement)?.when?.styledText ?? ""),
    "sentence": .string(words(hinge, graph)),
  ])
}

/// The earliest arrivals between all actors of a view; a witness is the ids of the actors, and of what they meet in,
/// on the way.
///
/// Where the pairs of actors or the steps of their journeys are too many, those of each actor are counted, and none is told
/// by itself.
/// - Parameters:
///   - mostPairs: How many ordered pairs may be told of: those of 500 actors.
///   - mostSteps: How many steps their journeys may have in all.
/// - Returns: The report, and whether it has counts alone.
public func journeysReport(
  _ network: ContactNetwork, mostPairs: Int = 250_000, mostSteps: Int = 500_000
) -> (report: JSONValue, hasCountsAlone: Bool) {
  let view = network.view
  let actors = view.entities.map(\.entity).filter { $0.category == .actor }
  let pairs = actors.count * max(actors.count - 1, 0)
  if pairs > mostPairs {
    return (journeyCountsReport(network, "\(pairs) pairs of actors are more than the \(mostPairs)"), true)
  }
  let search = JourneySearch(network)
  var steps = 0
  var results: [JSONValue] = []
  for actor in actors {
    guard let answers = search.reach(of: actor.id) else { continue }
    for answer in answers {
      for journey in [answer.possible.first, answer.certain.first] { steps += journey?.steps.count ?? 0 }
    }
    if steps > mostSteps {
      return (
        journeyCountsReport(
          network, "the journeys of \(pairs) pairs of actors have more steps than the \(mostSteps)"), true
      )
    }
    let isReached = { (answer: JourneyAnswer) in !answer.possible.isEmpty || !answer.certain.isEmpty }
    results.append(
      .object([
        "from": .string(actor.id.rawValue),
        "reached": .array(
          answers.filter(isReached).map {
            .object(
              [
                member("id", .string($0.to.rawValue)), member("possible", short($0.possible.first)),
                member("certain", short($0.certain.first)),
              ] + boundMembers($0))
          }),
        "unreached": .array(
          answers.filter { !isReached($0) }.map { .string($0.to.rawValue) }),
      ]))
  }
  return (journeysObject(network, network.conventions, results), false)
}

private func journeysObject(_ network: ContactNetwork, _ conventions: [String], _ results: [JSONValue])
  -> JSONValue
{
  let options = network.view.options
  return .object([
    "question": .object([
      "command": .string("journeys"), "from": .string("all actors"), "after": .null,
      "at": .optional(options.at?.text), "reading": .optional(options.reading?.rawValue),
    ]),
    "conventions": .array(conventions.map { .string($0) }),
    "results": .array(results),
  ])
}

/// How many others each actor could have reached and been reached by, in the place of all pairs.
/// - Parameter reason: What is more than can be told one by one.
private func journeyCountsReport(_ network: ContactNetwork, _ reason: String) -> JSONValue {
  func counts(_ possible: Int, _ certain: Int) -> JSONValue {
    .object(["possible": .integer(possible), "certain": .integer(certain)])
  }
  return journeysObject(
    network,
    [
      "pairs: \(reason) that are listed one by one; instead, how many others each actor reaches and is reached by. 'entente reach "
        + "FILE --from ACTOR' lists the journeys of one"
    ] + network.conventions,
    network.freeReachCounts().map {
      .object([
        "from": .string($0.actor.rawValue), "reaches": counts($0.outPossible, $0.outCertain),
        "reached-by": counts($0.inPossible, $0.inCertain),
      ])
    })
}

// MARK: - Journeys for programs

private func short(_ journey: Journey?) -> JSONValue {
  guard let journey else { return .null }
  let stations = journey.steps.flatMap { [$0.through, $0.to].compactMap { $0 } }
  return object(journey, .array(([journey.steps[0].from] + stations).map { .string($0.rawValue) }))
}

/// One journey or none; for a profile a list.
private func detailed(_ journeys: [Journey], _ options: JourneyOptions, _ words: StepWords) -> JSONValue {
  if options.criterion == .profile { return .array(journeys.map { detailed($0, words) }) }
  return journeys.first.map { detailed($0, words) } ?? .null
}

func detailed(_ journey: Journey, _ words: StepWords) -> JSONValue {
  .object([
    "departure": .optional(journey.departure.exactText), "arrival": .optional(journey.arrival.exactText),
    "hops": .integer(journey.stepCount), "witness": words.steps(of: journey),
  ])
}

private func object(_ journey: Journey, _ witness: JSONValue) -> JSONValue {
  .object([
    "arrival": .optional(journey.arrival.exactText), "hops": .integer(journey.stepCount),
    "witness": witness,
  ])
}
