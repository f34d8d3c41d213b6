import Chronology
public import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

/// What became of each obligation, by which event and why, and which obligations cannot both be kept: what is the same under
/// several readings once, and apart what differs.
/// - Parameters:
///   - debtor: Whose obligations alone are told; nil: everybody's.
///   - event: By which event alone; nil: by any, and those without one.
///   - part: The agreement or the obligation alone that is told of, by its id; nil: all.
public func complianceReport(
  _ compliance: Compliance, of graph: DiplomaticGraph, by debtor: EntityID? = nil, event: EntityID? = nil,
  part: String? = nil
) -> Report {
  let verdicts = compliance.verdicts.filter { verdict in
    (debtor.map { $0 == verdict.debtor } ?? true) && (event.map { $0 == verdict.event } ?? true)
      && (part.map { $0 == verdict.agreement.rawValue || $0 == verdict.obligation.id.rawValue } ?? true)
  }
  let conflicts = compliance.conflicts.filter { conflict in
    event == nil && (debtor.map { $0 == conflict.debtor } ?? true)
      && (part.map { part in
        [conflict.first, conflict.second].contains {
          part == $0.agreement.rawValue || part == $0.obligation.id.rawValue
        }
      } ?? true)
  }
  let told = ToldOnce(verdicts, of: compliance) {
    $0.reading
  } without: {
    $0.withoutReading
  }
  let opposed = ToldOnce(conflicts, of: compliance) {
    $0.reading
  } without: {
    $0.withoutReading
  }
  let columns = [
    "reading", "agreement", "obligation", "kind", "by", "to", "verdict", "event", "when", "reason", "clause",
    "sources",
  ]
  func ids(_ ids: [EntityID]) -> Table.Cell {
    .optional(ids.isEmpty ? nil : ids.map(\.rawValue).joined(separator: ", "))
  }
  func cited(_ citations: [Citation]) -> Table.Cell {
    .optional(citations.isEmpty ? nil : citations.map(\.text).joined(separator: "; "))
  }
  var rows = told.items.map { readings, verdict -> [Table.Cell] in
    let when = verdict.event.flatMap { graph[$0]?.when }
    return [
      .optional(readings.cell), .text(verdict.agreement.rawValue),
      .text(verdict.obligation.id.rawValue),
      .text(verdict.obligation.kind.name), .text(verdict.debtor.rawValue), ids(verdict.creditors),
      .text(verdict.outcome.rawValue), .optional(verdict.event?.rawValue),
      when.map { .date($0.edtf, words: $0.description(in: graph.language)) } ?? .empty,
      .text(verdict.sentence(in: graph)), .optional(verdict.obligation.clause), cited(verdict.citations),
    ]
  }
  rows += opposed.items.map { readings, conflict in
    [
      .optional(readings.cell), .text(conflict.first.agreement.rawValue),
      .text(conflict.first.obligation.id.rawValue), .text(conflict.first.obligation.kind.name),
      .text(conflict.debtor.rawValue), .empty, .text("conflict"), .empty, .empty,
      .text(conflict.sentence(in: graph)), .optional(conflict.first.obligation.clause),
      cited(conflict.citations),
    ]
  }
  return Report(
    question: .object([
      "command": .string("compliance"), "by": .optional(debtor?.rawValue),
      "event": .optional(event?.rawValue),
      "of": .optional(part), "at": .optional(compliance.options.at?.text),
      "reading": .array(compliance.readings.compactMap { $0?.rawValue }.map { .string($0) }),
    ]),
    conventions: compliance.conventions, table: Table(columns: columns, rows: rows, namedBy: "obligation"),
    results: .object([
      "verdicts": .array(told.items.map { object($1, $0, graph) }),
      "conflicts": .array(opposed.items.map { object($1, $0, graph) }),
    ]),
    prose: prose(told, opposed, graph))
}

// MARK: - For programs

private func object(_ verdict: Compliance.Verdict, _ readings: ToldReadings, _ graph: DiplomaticGraph)
  -> JSONValue
{
  .object([
    "reading": .optional(readings.cell), "readings": readings.list,
    "agreement": .string(verdict.agreement.rawValue),
    "obligation": .string(verdict.obligation.id.rawValue), "kind": .string(verdict.obligation.kind.name),
    "by": .string(verdict.debtor.rawValue),
    "to": .array(verdict.creditors.map { .string($0.rawValue) }),
    "about": .array(verdict.obligation.about.map { .string($0.rawValue) }),
    "against": .array(verdict.obligation.against.map { .string($0.rawValue) }),
    "verdict": .string(verdict.outcome.rawValue), "event": .optional(verdict.event?.rawValue),
    "when": .optional(verdict.event.flatMap { graph[$0]?.when?.edtf }),
    "reason": .string(verdict.sentence(in: graph)), "clause": .optional(verdict.obligation.clause),
    "in-force": .array(verdict.binding.map { .string($0.text) }),
    "sources": .array(verdict.citations.map { .string($0.text) }),
  ])
}

private func object(_ conflict: Compliance.Conflict, _ readings: ToldReadings, _ graph: DiplomaticGraph)
  -> JSONValue
{
  func side(_ side: Compliance.Conflict.Side) -> JSONValue {
    .object([
      "agreement": .string(side.agreement.rawValue), "obligation": .string(side.obligation.id.rawValue),
      "kind": .string(side.obligation.kind.name),
      "to": .array(side.creditors.map { .string($0.rawValue) }),
    ])
  }
  func object(_ occasion: Compliance.Conflict.Case) -> JSONValue {
    .object([
      "event": .optional(occasion.event?.rawValue),
      "attackers": .array(occasion.attackers.map { .string($0.rawValue) }),
      "attacked": .array(occasion.attacked.map { .string($0.rawValue) }),
      "condition": .optional(occasion.words), "words": .string(occasion.sentence(in: graph)),
    ])
  }
  return .object([
    "reading": .optional(readings.cell), "readings": readings.list, "by": .string(conflict.debtor.rawValue),
    "first": side(conflict.first), "second": side(conflict.second),
    "cases": .array(conflict.cases.map(object)), "holds": .string(holds(conflict.answer)),
    "reason": .string(conflict.sentence(in: graph)),
    "sources": .array(conflict.citations.map { .string($0.text) }),
  ])
}

// MARK: - For people

private func prose(
  _ verdicts: ToldOnce<Compliance.Verdict>, _ conflicts: ToldOnce<Compliance.Conflict>,
  _ graph: DiplomaticGraph
) -> String {
  func sources(_ citations: [Citation]) -> String {
    citations.isEmpty
      ? "\n" : " [\(markdownText(citations.map(\.text).joined(separator: "; ")))]\n"
  }
  var text = ""
  for readings in verdicts.groups(and: conflicts) {
    if let title = readings.title(in: graph) { text += "## \(markdownText(title))\n\n" }
    for (own, verdict) in verdicts.items where own == readings {
      text +=
        "- **\(verdict.outcome.words)** — \(markdownText(verdict.promise(in: graph))): "
        + "\(markdownText(verdict.sentence(in: graph)))." + sources(verdict.citations)
    }
    for (own, conflict) in conflicts.items where own == readings {
      text +=
        "- **conflict** — \(markdownText(conflict.sentence(in: graph)))." + sources(conflict.citations)
    }
    text += "\n"
  }
  return text
}
