import Chronology
public import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats

/// What a view holds: its entities, and how many of each there are.
public func graphReport(_ view: GraphView) -> Report {
  let graph = view.graph
  let entities = view.entities
  let statements = view.statements
  let isDated = view.options.at != nil
  let counts = Category.allCases.map { category in
    (category, entities.count { $0.entity.category == category })
  }
  let isDoubted = entities.contains { $0.entity.attestation.certainty != nil }
  let rows = entities.map { entity, _ -> [Table.Cell] in
    [
      .text(entity.id.rawValue), .text(entity.category.rawValue), .text(entity.kind.name),
      .text(entity.name.text(in: graph.language)), dateCell(entity, view),
    ] + (isDated ? [.text(view.holding(of: entity).rawValue)] : [])
      + (isDoubted ? [.optional(entity.attestation.certainty?.rawValue)] : [])
  }
  let table = Table(
    columns: ["id", "category", "kind", "name", "when"] + (isDated ? ["holds"] : [])
      + (isDoubted ? ["certainty"] : []), rows: rows)
  let possible = entities.count { $0.answer == .maybe } + statements.count { $0.answer == .maybe }
  var conventions = ["counts: nodes are entities, edges are statements"] + view.conventions
  if let date = view.options.at {
    conventions.append(
      "dates: what possibly holds on \(date); of these, \(possible) entities and statements do not certainly hold throughout; "
        + holdingWords)
  }
  if isDoubted {
    conventions.append("certainty: how sure the author is of it: high, medium, low, or nothing said")
  }
  var plurals: [JSONValue.Member] = [
    JSONValue.Member(key: "title", value: .string(graph.title.text(in: graph.language))),
    JSONValue.Member(key: "nodes", value: .integer(entities.count)),
    JSONValue.Member(key: "edges", value: .integer(statements.count)),
  ]
  for (category, count) in counts {
    plurals.append(JSONValue.Member(key: plural(category), value: .integer(count)))
  }
  plurals += [
    JSONValue.Member(key: "sources", value: .integer(graph.sources.count)),
    JSONValue.Member(key: "readings", value: .array(graph.readings.map { .string($0.id.rawValue) })),
    JSONValue.Member(key: "entities", value: table.json),
  ]
  return Report(
    question: .object([
      "command": .string("show"), "at": .optional(view.options.at?.text),
      "reading": .optional(view.options.reading?.rawValue),
    ]).asked(of: view),
    conventions: conventions, table: table, results: .object(plurals),
    heading: [
      graph.title.text(in: graph.language),
      "\(quantity(entities.count, "entity", "entities")) (\(countsByCategory(view))), \(quantity(statements.count, "statement"))",
    ])
}

/// How many entities of each category a view holds: `2 actors, 1 agreement, 0 territories, 0 events`.
package func countsByCategory(_ view: GraphView) -> String {
  Category.allCases.map { category in
    let count = view.entities.count { $0.entity.category == category }
    return quantity(count, category.rawValue, plural(category))
  }.joined(separator: ", ")
}

private func plural(_ category: Category) -> String {
  category == .territory ? "territories" : category.rawValue + "s"
}

/// `certainly` or `possibly`.
func holds(_ answer: Answer) -> String { answer == .yes ? "certainly" : "possibly" }

/// What the words for how surely something holds on a date mean.
let holdingWords =
  "certainly: on all of it; in part: certainly at some time of it, not throughout; possibly: dates leave it open"

/// When an entity was there; for people in the words of the graph's language.
private func dateCell(_ entity: Entity, _ view: GraphView) -> Table.Cell {
  let language = view.graph.language
  let times = times(entity, view)
  if times.isEmpty { return .empty }
  return .date(
    times.map(\.text).joined(separator: "; "),
    words: times.map { $0.date?.description(in: language) ?? $0.text }.joined(separator: "; "))
}

/// When an entity was there, in the Extended Date/Time Format; an agreement as each of its readings has it. Without a date where no one
/// date says it.
private func times(_ entity: Entity, _ view: GraphView) -> [(text: String, date: HistoricalDate?)] {
  guard let life = view.life(of: entity) else {
    let entity = view.viewed(entity)
    guard let text = entity.edtfText else { return [] }
    let isPlain = entity.existence.count == 1 && entity.existence[0].condition == .independent
    return [(text, isPlain ? entity.existence[0].date : entity.existence.isEmpty ? entity.when : nil)]
  }
  if !life.statedInForce.isEmpty { return life.statedInForce.map { ($0.edtf, $0.date) } }
  return (view.course(of: entity.id)?.spans ?? []).map { ($0.text, $0.date) }
}
