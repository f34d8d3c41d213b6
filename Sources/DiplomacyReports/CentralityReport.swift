public import Chronology
import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

/// The scores of a view's entities.
public func centralityReport(_ centrality: Centrality) -> Report {
  let measures = centrality.measures
  return Report(
    question: question(centrality.network, measures.map(\.rawValue), centrality.options),
    conventions: centrality.conventions,
    table: Table(
      columns: entityColumns + measures.map(\.rawValue),
      rows: centrality.rows.map { row in
        entityCells(row.entity, centrality.network)
          + zip(measures, row.scores).map { cell($0, $1, centrality.options) }
      }))
}

/// The scores of the edges of a view's network.
public func edgeCentralityReport(_ centrality: EdgeCentrality) -> Report {
  let measures = centrality.measures
  return Report(
    question: question(centrality.network, measures.map(\.rawValue), centrality.options),
    conventions: centrality.conventions,
    table: Table(
      columns: ["source", "target"] + measures.map(\.rawValue),
      rows: centrality.rows.map { row in
        [.text(row.source.id.rawValue), .text(row.target.id.rawValue)]
          + zip(measures, row.scores).map { $0 == .bridge ? .integer(Int($1)) : .number($1) }
      }))
}

/// The scores of a view's entities at several dates, one block of rows a date.
public func centralityReport(_ series: CentralitySeries, every period: Period) -> Report {
  let first = series.first
  return Report(
    question: question(
      first.network, first.measures.map(\.rawValue), first.options, (series.dates, period)),
    conventions: seriesConventions(first, series.dates, series.sharedConventions),
    table: Table(
      columns: ["date"] + entityColumns + first.measures.map(\.rawValue), rowCount: series.rowCount,
      namedBy: "id"
    ) { number in
      let row = series.row(number)
      return [.optional(series.dates[row.date]?.text)]
        + entityCells(first.network.view.graph.entities[row.position], first.network)
        + zip(first.measures, row.scores).map { cell($0, $1, first.options) }
    })
}

/// The scores of a view's entities with their bands, at one date or at several.
/// - Parameters:
///   - bands: One a date; not empty.
///   - period: How far the dates lie apart, where they are several.
public func bandReport(_ bands: [CentralityBands], every period: Period? = nil) -> Report? {
  guard let first = bands.first else { return nil }
  let measures = first.centrality.measures
  let columns = measures.flatMap { measure in
    ["", "-smallest", "-median", "-largest"].map { measure.rawValue + $0 }
  }
  let isSeries = period != nil
  var rows: [[Table.Cell]] = []
  for answer in bands {
    for (index, row) in answer.centrality.rows.enumerated() {
      rows.append(
        (isSeries ? [dateCell(answer.centrality.network)] : [])
          + entityCells(row.entity, answer.centrality.network)
          + [.number(Double(answer.presence[index]) / Double(answer.sampleCount))]
          + measures.indices.flatMap { place -> [Table.Cell] in
            let band = answer.bands[index][place]
            return [cell(measures[place], row.scores[place], answer.centrality.options)]
              + [band?.smallest, band?.median, band?.largest].map { $0.map { .number($0) } ?? .empty }
          })
    }
  }
  let dates = bands.map(\.centrality.network.date)
  var shared = first.centrality.conventions
  for other in bands.dropFirst() where isSeries {
    let conventions = other.centrality.conventions
    shared.removeAll { !conventions.contains($0) }
  }
  return Report(
    question: question(
      first.centrality.network, measures.map(\.rawValue), first.centrality.options,
      period.map { (dates, $0) }, (first.sampleCount, first.seed)),
    conventions: (isSeries ? seriesConventions(first.centrality, dates, shared) : shared) + [
      "bands: smallest, median and largest over the certain network, the possible one and \(first.sampleCount) with "
        + "drawn dates (seed \(first.seed)), of those that the entity is in; 'there': its share of the drawn ones"
    ] + bands.flatMap(gapSentences)
      + (isSeries ? [] : first.stability.map { sentence($0, of: first.sampleCount) }),
    table: Table(
      columns: (isSeries ? ["date"] : []) + entityColumns + ["there"] + columns, rows: rows, namedBy: "id"),
    additions: [("stability", .array(bands.flatMap(stabilityObjects)))])
}

/// What the bands leave aside, a sentence each.
private func gapSentences(_ bands: CentralityBands) -> [String] {
  let date = bands.centrality.network.date.map { " on \($0)" } ?? ""
  return bands.gaps.map { gap in
    let which =
      switch gap.kind {
      case .certain: "the certain network\(date) gives"
      case .possible: "the possible network\(date) gives"
      case .drawn: "\(gap.count) of \(bands.sampleCount) drawn networks\(date) give"
      }
    return
      "gaps: \(which) no scores, and the bands leave \(gap.count == 1 ? "it" : "them") out: \(gap.reason)"
  }
}

private let entityColumns = ["id", "kind", "name"]

private func entityCells(_ entity: Entity, _ network: MeasuredNetwork) -> [Table.Cell] {
  [
    .text(entity.id.rawValue), .text(entity.kind.name),
    .text(entity.name.text(in: network.view.graph.language)),
  ]
}

private func dateCell(_ network: MeasuredNetwork) -> Table.Cell {
  .optional(network.date?.edtf)
}

/// A score: a whole number where the measure counts, nothing where it gives none.
private func cell(_ measure: Measure, _ score: Double, _ options: Centrality.Options) -> Table.Cell {
  if score.isNaN { return .empty }
  let isCount = measure.isCount && !(options.isNormalized && measure.canBeNormalized)
  return isCount ? .integer(Int(score)) : .number(score)
}

private func question(
  _ network: MeasuredNetwork, _ measures: [String], _ options: Centrality.Options,
  _ series: (dates: [HistoricalDate?], period: Period)? = nil, _ bands: (samples: Int, seed: UInt64)? = nil
) -> JSONValue {
  var members: [JSONValue.Member] = [
    ("command", .string("centrality")), ("measures", .array(measures.map { .string($0) })),
    ("network", .string(network.kind.rawValue)), ("directed", .bool(network.isDirected)),
    ("at", series == nil ? .optional(network.date?.edtf) : .null),
    ("reading", .optional(network.view.options.reading?.rawValue)),
    ("among", .optional(options.among?.rawValue)),
    ("between", .array(options.between.map { .string($0.rawValue) })),
    ("normalized", .bool(options.isNormalized)), ("weights", .string(options.weights.rawValue)),
    ("dates", .string(network.dates.rawValue)),
  ].map { JSONValue.Member(key: $0.0, value: $0.1) }
  func add(_ key: String, _ value: JSONValue) { members.append(JSONValue.Member(key: key, value: value)) }
  if let sampling = options.sampling {
    add("epsilon", .number(sampling.epsilon))
    add("delta", .number(sampling.delta))
  }
  if let (journeys, meetings) = network.journeys {
    for member in journeyMembers(journeys, meetings)
    where series == nil || !["after", "before"].contains(member.key) {
      members.append(member)
    }
    let temporal = options.temporal
    add("distance", .string(temporal.distance.rawValue))
    add("best", .string(temporal.best.rawValue))
    add("alpha", .number(temporal.alpha))
    add("beta", .number(temporal.beta ?? temporal.alpha))
    add("half-life-seconds", temporal.halfLife.map { .number($0) } ?? .null)
    add("staying", .number(temporal.staying))
  }
  if let series {
    add("from", .optional(series.dates.first??.text))
    add("to", .optional(series.dates.last??.text))
    add("every", .string(series.period.description))
  }
  if let bands { add("samples", .integer(bands.samples)) }
  if bands != nil || options.sampling != nil || measures.contains("community") {
    add("seed", .string(String(bands?.seed ?? options.seed)))
  }
  return .object(members)
}

/// What holds for a whole series, and its dates in place of one.
private func seriesConventions(_ first: Centrality, _ dates: [HistoricalDate?], _ shared: [String])
  -> [String]
{
  let span = "from \(dates.first??.text ?? "") to \(dates.last??.text ?? "")"
  let groups =
    first.measures.contains(where: \.isGroup)
    ? [
      "groups: numbered anew on each day; the same number on two days does not say that it is the same group"
    ] : []
  if let journeys = first.network.journeys {
    return [
      "series: \(dates.count) stretches of time that begin on days \(span), the first one until \(journeys.options.before); no journey "
        + "or walk leaves its stretch, and an entity has a row where it is in touch in it",
      "network: contacts, of each stretch anew",
    ] + groups + shared
  }
  return [
    "series: \(dates.count) days \(span); an entity has a row on the days on which it "
      + (first.network.dates == .certain ? "certainly" : "possibly") + " is there",
    "network: \(first.network.kind.rawValue), on each day anew",
  ] + groups + shared
}

private func sentence(_ stability: CentralityBands.Stability, of samples: Int) -> String {
  guard let leader = stability.leader else { return "stability: \(stability.measure.rawValue) scores nobody" }
  func written(_ tau: Double?) -> String { tau.map { "\(($0 * 1000).rounded() / 1000)" } ?? "undefined" }
  return
    "stability: \(stability.measure.rawValue): nobody scores higher than \(leader) in \(stability.leads) of \(samples) drawn "
    + "networks; Kendall's tau-b with the scores shown: median \(written(stability.medianTau)), smallest "
    + written(stability.smallestTau)
}

private func stabilityObjects(_ bands: CentralityBands) -> [JSONValue] {
  bands.stability.map { stability in
    .object([
      "at": .optional(bands.centrality.network.date?.edtf),
      "measure": .string(stability.measure.rawValue), "leader": .optional(stability.leader?.rawValue),
      "leads": .number(Double(stability.leads) / Double(bands.sampleCount)),
      "median-tau": stability.medianTau.map { .number($0) } ?? .null,
      "smallest-tau": stability.smallestTau.map { .number($0) } ?? .null,
    ])
  }
}
