import Chronology
public import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

/// What readings agree and differ in, counted: a row for each two of them and each sort of thing.
public func concordReport(_ concord: Concord) -> Report {
  let classes = Likeness.allCases
  let rows = concord.counts.map { count -> [Table.Cell] in
    let pair = concord.pairs[count.pair]
    return [
      .text(pair.first.rawValue), .text(pair.second.rawValue), .text(count.topic.name), .integer(count.all),
    ] + classes.map { .integer(count.counts[$0] ?? 0) } + [.integer(count.alone)]
  }
  return Report(
    question: question(concord),
    conventions: [comparedConvention] + classConventions(classes)
      + [
        "alone: what one of the two says of a thing more often than the other, which then is compared with nothing"
      ],
    table: Table(
      columns: ["first", "second", "what", "compared"] + classes.map(\.rawValue) + ["alone"], rows: rows),
    heading: heading(concord), additions: [("things", shares(concord))])
}

/// What readings agree and differ in, one by one.
/// - Parameters:
///   - classes: How the two stand to each other; empty: all.
///   - entity: Whose things alone are told, or those of what is the same; nil: all.
public func concordListReport(
  _ concord: Concord, only classes: Set<Likeness> = [], of entity: EntityID? = nil
) -> Report {
  let graph = concord.graph
  let told = concord.comparisons.filter { comparison in
    (classes.isEmpty || classes.contains(comparison.likeness))
      && (entity.map { [comparison.subject, comparison.object].contains($0) } ?? true)
  }
  let table = Table(
    columns: [
      "what", "id", "name", "by", "first", "second", "class", "days", "first-says", "second-says",
      "first-source", "second-source",
    ], rowCount: told.count, namedBy: "id"
  ) { number in
    let comparison = told[number]
    let pair = concord.pairs[comparison.pair]
    return [
      .text(comparison.topic.name), .text(comparison.identity), .text(comparison.label(in: graph)),
      .optional(comparison.by.isEmpty ? nil : comparison.by.map(\.rawValue).joined(separator: "; ")),
      .text(pair.first.rawValue), .text(pair.second.rawValue), .text(comparison.likeness.rawValue),
      comparison.days.map { .integer(Int($0)) } ?? .empty, cell(comparison.first, in: graph),
      cell(comparison.second, in: graph), .optional(cited(comparison.first.citations)),
      .optional(cited(comparison.second.citations)),
    ]
  }
  return Report(
    question: question(
      concord,
      [
        ("classes", .array(Likeness.allCases.filter(classes.contains).map { .string($0.rawValue) })),
        ("of", .optional(entity?.rawValue)),
      ]),
    conventions: [comparedConvention]
      + classConventions(Likeness.allCases.filter { one in told.contains { $0.likeness == one } })
      + ["days: how many days the second comes after the first, where both are days"],
    table: table, heading: heading(concord), additions: [("things", shares(concord))])
}

/// What readings do to a measure: a row for each entity, with its score and rank under each reading.
/// - Parameter top: How many rows are told; nil: all.
public func readingRanksReport(_ ranks: ReadingRanks, top: Int? = nil) -> Report {
  let graph = ranks.first.network.view.graph
  let measure = ranks.measure
  let hasBands = ranks.first.network.view.options.at != nil
  let isCount = measure.isCount && !ranks.first.options.isNormalized
  func number(_ score: Double) -> Table.Cell { isCount ? .integer(Int(score)) : .number(score) }
  let columns = ranks.readings.flatMap { reading in
    ["", "-rank"].map { reading.rawValue + $0 }
      + (hasBands ? ["-rank-highest", "-rank-lowest"].map { reading.rawValue + $0 } : [])
  }
  let width = hasBands ? 4 : 2
  let rows = ranks.rows.prefix(top ?? .max).map { row -> [Table.Cell] in
    [.text(row.entity.id.rawValue), .text(row.entity.name.text(in: graph.language))]
      + row.places.flatMap { place -> [Table.Cell] in
        guard let place else { return [Table.Cell](repeating: .empty, count: width) }
        return [number(place.score), .integer(place.rank)]
          + (hasBands ? [.integer(place.ranks.lowerBound), .integer(place.ranks.upperBound)] : [])
      } + [row.spread.map { .integer($0) } ?? .empty]
  }
  let taus = ranks.taus.map { first, second, tau -> JSONValue in
    .object([
      "first": .string(ranks.readings[first].rawValue), "second": .string(ranks.readings[second].rawValue),
      "tau": tau.map { .number($0) } ?? .null,
    ])
  }
  var conventions = [
    "ranks: under each reading, 1 and how many of those that are ranked score higher; spread: how far an entity's ranks under the readings "
      + "lie apart"
  ]
  if hasBands {
    conventions.append(
      "rank-highest, rank-lowest: over the certain network, the possible one and \(ranks.sampleCount) with drawn dates (seed \(ranks.seed)), "
        + "of those that the entity is in")
  }
  conventions += ranks.taus.map { first, second, tau in
    "tau: Kendall's tau-b between the scores under \(ranks.readings[first]) and \(ranks.readings[second]): "
      + (tau.map { "\(($0 * 1000).rounded() / 1000)" } ?? "undefined")
  }
  // The reading and the size of the network are those of the first reading alone.
  let own = ["network:", "reading", "dates:"]
  conventions += ranks.first.conventions.filter { line in !own.contains { line.hasPrefix($0) } }
  let network = ranks.first.network
  conventions.append(
    "network: \(network.kind.rawValue), under each reading anew"
      + (network.view.options.at.map {
        "; dates: what \(network.dates == .possible ? "possibly" : "certainly") holds on \($0)"
      } ?? "; dates: all times at once"))
  return Report(
    question: .object([
      "command": .string("concord"), "measure": .string(measure.rawValue),
      "network": .string(network.kind.rawValue), "at": .optional(network.view.options.at?.edtf),
      "readings": .array(ranks.readings.map { .string($0.rawValue) }),
      "among": .optional(ranks.first.options.among?.rawValue),
      "dates": .string(network.dates.rawValue), "samples": .integer(ranks.sampleCount),
      "seed": .string(String(ranks.seed)),
    ]).asked(of: network.view),
    conventions: conventions,
    table: Table(columns: ["id", "name"] + columns + ["spread"], rows: rows),
    additions: [("taus", .array(taus))])
}

// MARK: Words

private let comparedConvention =
  "compared: what two readings that answer the same question say of one thing, where one of them at least is named by it; entities that are "
  + "the same (same-as) are one; of several accounts of one thing those that are most alike"

private func classConventions(_ classes: [Likeness]) -> [String] {
  classes.map { "\($0.rawValue): \(meaning($0))" }
}

private func meaning(_ likeness: Likeness) -> String {
  switch likeness {
  case .same: "the same days, name, kind or parties, marks of doubt aside"
  case .padded:
    "one is the first or last day of the year or month that the other names, or 1 January or 31 December of the other's year"
  case .calendar: "ten to thirteen days apart, as Old and New Style were on that day"
  case .dayApart: "one day apart"
  case .swapped: "day and month in each other's place"
  case .coarser: "one contains the other"
  case .spelling: "names that differ in capitals, accents, spaces and punctuation alone"
  case .other: "none of these"
  }
}

private func heading(_ concord: Concord) -> [String] {
  if concord.graph.readings.count < 2 {
    return ["The graph has fewer than two readings: there is nothing to compare."]
  }
  if concord.pairs.isEmpty {
    return ["No two of the readings answer the same question: there is nothing to compare."]
  }
  if concord.shares.isEmpty { return ["No two readings date or describe the same thing."] }
  return concord.shares.map { share in
    "\(share.topic.name): \(quantity(share.compared, "thing")) that two readings or more tell; in \(share.withoutAgreement) "
      + "(\(percent(share.withoutAgreement, of: share.compared))) no two tell the same"
  }
}

private func percent(_ part: Int, of whole: Int) -> String {
  let share = (Double(part) * 1000 / Double(max(1, whole))).rounded() / 10
  return "\(plainNumber(share)) %"
}

private func shares(_ concord: Concord) -> JSONValue {
  .array(
    concord.shares.map { share in
      .object([
        "what": .string(share.topic.name), "compared": .integer(share.compared),
        "without-agreement": .integer(share.withoutAgreement),
      ])
    })
}

private func question(_ concord: Concord, _ more: [(String, JSONValue)] = []) -> JSONValue {
  var readings: [ReadingID] = []
  for pair in concord.pairs {
    for reading in [pair.first, pair.second] where !readings.contains(reading) { readings.append(reading) }
  }
  return .object(
    ([
      ("command", .string("concord")), ("readings", .array(readings.map { .string($0.rawValue) })),
    ] + more).map { JSONValue.Member(key: $0.0, value: $0.1) })
}

private func cell(_ account: Account, in graph: DiplomaticGraph) -> Table.Cell {
  switch account.value {
  case .date(let date): .date(date.edtf, words: date.description(in: graph.language))
  case .open: .text("..")
  case .text(let text): .text(text)
  case .entities(let ids): .text(ids.map(\.rawValue).joined(separator: "; "))
  }
}

extension Concord.Comparison {
  /// The ids of what is compared: `italy in locarno-pact`, `usa borders canada`.
  fileprivate var identity: String {
    guard let role, let object else { return subject.rawValue }
    return Role.participations.contains(role) || role == .memberOf
      ? "\(subject) in \(object)" : "\(subject) \(role) \(object)"
  }

  fileprivate func label(in graph: DiplomaticGraph) -> String {
    guard let role, let object else { return graph.label(of: subject) }
    return Role.participations.contains(role) || role == .memberOf
      ? "\(graph.label(of: subject)) in \(graph.label(of: object))"
      : "\(graph.label(of: subject)) \(role) \(graph.label(of: object))"
  }
}
