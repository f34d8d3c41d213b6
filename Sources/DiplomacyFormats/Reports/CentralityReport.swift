import Chronology
import Diplomacy
public import DiplomacyAnalysis

/// The scores of a view's actors and agreements.
public func centralityReport(_ centrality: Centrality) -> Report {
  let view = centrality.incidence.view
  let language = view.graph.language
  let rows = centrality.rows.map { row -> [Table.Cell] in
    [
      .text(row.entity.id.rawValue), .text(row.entity.kind.name), .text(row.entity.name.text(in: language)),
    ] + zip(centrality.measures, row.scores).map { $0 == .degree ? .integer(Int($1)) : .number($1) }
  }
  return Report(
    question: .object([
      "command": .string("centrality"), "measures": .array(centrality.measures.map { .string($0.rawValue) }),
      "network": .string("incidence"), "at": .optional(view.options.at?.text),
      "reading": .optional(view.options.reading?.rawValue),
      "dates": .string(centrality.incidence.dates.rawValue),
    ]),
    conventions: centrality.conventions,
    table: Table(columns: ["id", "kind", "name"] + centrality.measures.map(\.rawValue), rows: rows))
}
