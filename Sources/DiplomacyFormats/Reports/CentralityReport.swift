import Chronology
import Diplomacy
public import DiplomacyAnalysis

/// The scores of a view's actors and agreements.
public func centralityReport(_ centrality: Centrality) -> Report {
  let view = centrality.network.view
  let language = view.graph.language
  let rows = centrality.rows.map { row -> [Table.Cell] in
    [
      .text(row.entity.id.rawValue), .text(row.entity.kind.name), .text(row.entity.name.text(in: language)),
    ] + zip(centrality.measures, row.scores).map { cell($0, $1, centrality.options) }
  }
  return Report(
    question: .object([
      "command": .string("centrality"), "measures": .array(centrality.measures.map { .string($0.rawValue) }),
      "network": .string(centrality.network.kind.rawValue), "at": .optional(view.options.at?.text),
      "reading": .optional(view.options.reading?.rawValue),
      "among": .optional(centrality.options.among?.rawValue),
      "between": .array(centrality.options.between.map { .string($0.rawValue) }),
      "normalized": .bool(centrality.options.isNormalized),
      "weighted": .bool(centrality.options.isWeighted), "dates": .string(centrality.network.dates.rawValue),
    ]),
    conventions: centrality.conventions,
    table: Table(columns: ["id", "kind", "name"] + centrality.measures.map(\.rawValue), rows: rows))
}

/// A score: a whole number where the measure counts, nothing where it gives none.
private func cell(_ measure: Measure, _ score: Double, _ options: Centrality.Options) -> Table.Cell {
  if score.isNaN { return .empty }
  let isCount = measure == .degree && !options.isNormalized || measure == .core
  return isCount ? .integer(Int(score)) : .number(score)
}
