import Chronology
public import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

/// The earliest journeys from an actor to the others, or the latest from the others to it.
public func reachReport(
  _ answers: [JourneyAnswer], of actor: EntityID, backwards: Bool, _ options: JourneyOptions,
  in network: ContactNetwork, probable: ProbableReach? = nil, language: String? = nil
) -> Report {
  let words = StepWords(network, language)
  let graph = words.graph
  let shares = Dictionary(
    uniqueKeysWithValues: (probable?.answers ?? []).map { ($0.id, $0) })
  func other(_ answer: JourneyAnswer) -> EntityID { backwards ? answer.from : answer.to }
  func moment(_ journey: Journey?) -> Moment? { backwards ? journey?.departure : journey?.arrival }
  let reached = answers.filter { answer in
    !answer.possible.isEmpty || !answer.certain.isEmpty || shares[other(answer)].map { $0.count > 0 } ?? false
  }.sorted { one, two in
    // First come, first told; backwards the last to leave.
    let (mine, theirs) = (
      moment(one.possible.first)?.seconds ?? .max, moment(two.possible.first)?.seconds ?? .max
    )
    if mine != theirs { return backwards ? mine > theirs : mine < theirs }
    return other(one) < other(two)
  }
  func cells(_ answer: JourneyAnswer) -> [Table.Cell] {
    let id = other(answer)
    let plain: [Table.Cell] = [
      .text(id.rawValue), .text(graph.label(of: id)),
      .optional(moment(answer.possible.first).map(momentWords)),
      answer.possible.first.map { .integer($0.stepCount) } ?? .empty,
      .optional(moment(answer.certain.first).map(momentWords)),
    ]
    guard let probable else { return plain }
    guard let found = shares[id] else { return plain + [.empty, .empty, .empty] }
    let bounds = probable.bounds(of: found)
    return plain + [
      .number(Double(found.count) / Double(probable.sampleCount)), .number(bounds.lowerBound),
      .number(bounds.upperBound),
    ]
  }
  return Report(
    question: journeyQuestion("reach", backwards ? nil : actor, backwards ? actor : nil, options, network),
    conventions: network.conventions(options)
      + (probable.map {
        [
          "share: of \($0.sampleCount) networks with drawn dates (seed \($0.seed)); low and high: 95 % (Wilson 1927)"
        ]
      } ?? []) + boundNotes(reached, in: graph) { other($0) },
    table: Table(
      columns: ["id", "name", "possible", "steps", "certain"]
        + (probable == nil ? [] : ["share", "share-low", "share-high"]),
      rows: reached.map(cells)),
    results: .array(
      reached.map { answer in
        var members = [member("id", .string(other(answer).rawValue))]
        if let journey = answer.possible.first {
          members += [
            member("departure", .optional(journey.departure.exactText)),
            member("arrival", .optional(journey.arrival.exactText)),
            member("hops", .integer(journey.stepCount)),
            member("witness", words.steps(of: journey)),
          ]
        }
        members.append(member("certain", answer.certain.first.map { detailed($0, words) } ?? .null))
        members += boundMembers(answer)
        if let probable, let found = shares[other(answer)] {
          members.append(member("probable", probableObject(found, probable)))
        }
        return .object(members)
      }),
    heading: [
      backwards
        ? "\(reached.count) of \(answers.count) actors could have reached \(graph.label(of: actor)); the moments are those of the latest departure."
        : "\(graph.label(of: actor)) could have reached \(reached.count) of \(answers.count) actors; the moments are those of the earliest arrival."
    ])
}

/// How many others each actor could have reached, and how many could have reached it.
public func reachCountReport(
  _ counts: [ReachCount], _ options: JourneyOptions, in network: ContactNetwork
) -> Report {
  let graph = network.view.graph
  let ordered = counts.sorted {
    ($1.outPossible, $1.outCertain, $0.actor) < ($0.outPossible, $0.outCertain, $1.actor)
  }
  return Report(
    question: journeyQuestion("reach", nil, nil, options, network),
    conventions: network.conventions(options)
      + (counts.contains { $0.possibleBound != .exact }
        ? ["at most: possible counts take in journeys that may need dates that cannot be together"] : [])
      + (counts.contains { $0.certainBound != .exact }
        ? ["at least: certain counts may leave out journeys, since dates depend on each other"] : []),
    table: Table(
      columns: ["id", "name", "out-possible", "out-certain", "in-possible", "in-certain"],
      rows: ordered.map {
        [
          .text($0.actor.rawValue), .text(graph.label(of: $0.actor)), .integer($0.outPossible),
          .integer($0.outCertain),
          .integer($0.inPossible), .integer($0.inCertain),
        ]
      }),
    heading: [
      "How many of the \(max(counts.count - 1, 0)) others each actor could have reached, and how many could have reached it."
    ])
}
