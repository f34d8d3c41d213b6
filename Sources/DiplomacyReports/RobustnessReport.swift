import Chronology
import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats
import Networks

/// What a measure hangs on: a row for each thing left out, from the largest change to the smallest, or of a division into groups from
/// the least agreement to the most.
/// - Parameter top: How many rows are told; nil: all.
public func robustnessReport(_ robustness: Robustness, top: Int? = nil) -> Report {
  let graph = robustness.centrality.network.view.graph
  let isOfGroups = robustness.measure.isGroup
  let rows = robustness.rows.prefix(top ?? .max).map { row -> [Table.Cell] in
    [.text(row.id), .text(row.part.one), .text(row.label(in: graph))]
      + (isOfGroups ? groupCells(row.effect) : cells(row.effect))
  }
  let leader = robustness.centrality.rows.first.flatMap { $0.scores[0].isNaN ? nil : $0.entity.id }
  return Report(
    question: .object([
      "command": .string("robustness"), "measure": .string(robustness.measure.rawValue),
      "at": .optional(robustness.centrality.network.date?.edtf),
      "reading": .optional(robustness.centrality.network.view.options.reading?.rawValue),
    ]).asked(of: robustness.centrality.network.view),
    conventions: (isOfGroups
      ? groupConventions
      : [
        "change: the summed change of all scores of the entities that stay; most-changed, by: whose score changes most, and by "
          + "how much",
        "tau: Kendall's tau-b between the scores with and without it; empty when either has no order",
        "leader: the highest score without it; with all: \(leader?.rawValue ?? "none")",
      ]) + [
        "left out: an entity with its statements; a source with all that rests on it alone; a statement by itself"
      ] + robustness.gaps.map { "no scores without \($0.id): \($0.reason)" }
      + robustness.centrality.conventions,
    table: Table(
      columns: ["id", "kind", "name"]
        + (isOfGroups
          ? ["adjusted-rand", "compared", "moved", "groups"]
          : ["change", "most-changed", "by", "tau", "leader"]),
      rows: rows))
}

private let groupConventions = [
  PartitionChange.convention,
  "compared: the entities in groups with and without it; moved: those of them in another group, each group being taken for that "
    + "with which it shares most; groups: how many there are of them without it",
]

private func groupCells(_ effect: Result<Robustness.Effect, MeasureError>) -> [Table.Cell] {
  guard case .success(let effect) = effect, let partition = effect.partition else {
    return [.empty, .empty, .empty, .empty]
  }
  return [
    .number(partition.adjustedRand), .integer(partition.compared), .integer(partition.moved),
    .integer(partition.groups.second),
  ]
}

private func cells(_ effect: Result<Robustness.Effect, MeasureError>) -> [Table.Cell] {
  guard case .success(let effect) = effect else { return [.empty, .empty, .empty, .empty, .empty] }
  return [
    .number(effect.change), .optional(effect.most?.entity.rawValue),
    effect.most.map { .number($0.change) } ?? .empty, effect.tau.map { .number($0) } ?? .empty,
    .optional(effect.leader?.rawValue),
  ]
}

extension Robustness.Part {
  /// One thing of this kind.
  fileprivate var one: String {
    switch self {
    case .actors: "actor"
    case .agreements: "agreement"
    case .sources: "source"
    case .statements: "statement"
    }
  }
}

extension Robustness.Row {
  fileprivate func label(in graph: DiplomaticGraph) -> String {
    switch part {
    case .actors, .agreements: graph.label(of: EntityID(id))
    case .sources: graph[SourceID(id)]?.title.text(in: graph.language) ?? id
    case .statements:
      graph.statement(StatementID(id)).map {
        "\(graph.label(of: $0.subject)) \($0.role) \(graph.label(of: $0.object))"
      } ?? id
    }
  }
}
