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
  let told = toldOnce(
    compliance.readings.map { reading in
      (
        reading,
        verdicts.filter { $0.reading == reading }.map {
          (key: [$0.obligation.id.rawValue, $0.debtor.rawValue], answer: $0.withoutReading)
        }
      )
    })
  let opposed = toldOnce(
    compliance.readings.map { reading in
      (
        reading,
        conflicts.filter { $0.reading == reading }.map {
          (
            key: [$0.first.obligation.id.rawValue, $0.second.obligation.id.rawValue, $0.debtor.rawValue],
            answer: $0.withoutReading
          )
        }
      )
    })
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
  var rows = told.map { one -> [Table.Cell] in
    let verdict = one.answer
    let when = verdict.event.flatMap { graph[$0]?.when }
    return [
      .optional(one.text), .text(verdict.agreement.rawValue),
      .text(verdict.obligation.id.rawValue),
      .text(verdict.obligation.kind.name), .text(verdict.debtor.rawValue), ids(verdict.creditors),
      .text(verdict.outcome.rawValue), .optional(verdict.event?.rawValue),
      when.map { .date($0.edtf, words: $0.description(in: graph.language)) } ?? .empty,
      .text(verdict.sentence(in: graph)), .optional(verdict.obligation.clause), cited(verdict.citations),
    ]
  }
  rows += opposed.map { one -> [Table.Cell] in
    let conflict = one.answer
    return [
      .optional(one.text), .text(conflict.first.agreement.rawValue),
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
    ]).asked(with: compliance.options),
    conventions: compliance.conventions, table: Table(columns: columns, rows: rows, namedBy: "obligation"),
    results: .object([
      "verdicts": .array(told.map { object($0, graph) }),
      "conflicts": .array(opposed.map { object($0, graph) }),
    ]),
    prose: prose(told, opposed, graph))
}

// MARK: - For programs

private func object(_ told: ReadAnswer<Compliance.Verdict>, _ graph: DiplomaticGraph) -> JSONValue {
  let verdict = told.answer
  return .object([
    "reading": .optional(told.text), "readings": .array(told.readings.map { .string($0.rawValue) }),
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

private func object(_ told: ReadAnswer<Compliance.Conflict>, _ graph: DiplomaticGraph) -> JSONValue {
  let conflict = told.answer
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
    "reading": .optional(told.text), "readings": .array(told.readings.map { .string($0.rawValue) }),
    "by": .string(conflict.debtor.rawValue),
    "first": side(conflict.first), "second": side(conflict.second),
    "cases": .array(conflict.cases.map(object)), "holds": .string(holds(conflict.answer)),
    "reason": .string(conflict.sentence(in: graph)),
    "sources": .array(conflict.citations.map { .string($0.text) }),
  ])
}

// MARK: - For people

/// What is the same under all readings first, then what is told under some, each under its heading.
private func prose(
  _ verdicts: [ReadAnswer<Compliance.Verdict>], _ conflicts: [ReadAnswer<Compliance.Conflict>],
  _ graph: DiplomaticGraph
) -> String {
  func sources(_ citations: [Citation]) -> String {
    citations.isEmpty
      ? "\n" : " [\(markdownText(citations.map(\.text).joined(separator: "; ")))]\n"
  }
  var text = ""
  for readings in groups(verdicts.map(\.readings) + conflicts.map(\.readings)) {
    let isCommon =
      verdicts.contains { $0.isCommon && $0.readings == readings }
      || conflicts.contains { $0.isCommon && $0.readings == readings }
    let titles = readings.map {
      (graph[$0]?.title ?? LocalizedText($0.rawValue, language: "en")).text(in: graph.language)
    }
    if !titles.isEmpty {
      text += "## \(isCommon ? "Under all readings" : markdownText(titles.joined(separator: "; ")))\n\n"
    }
    for one in verdicts where one.readings == readings {
      let verdict = one.answer
      text +=
        "- **\(verdict.outcome.words)** — \(markdownText(verdict.promise(in: graph))): "
        + "\(markdownText(verdict.sentence(in: graph)))." + sources(verdict.citations)
    }
    for one in conflicts where one.readings == readings {
      text +=
        "- **conflict** — \(markdownText(one.answer.sentence(in: graph)))." + sources(one.answer.citations)
    }
    text += "\n"
  }
  return text
}

/// The groups of readings under which the same is told: those of many readings first, otherwise in order.
private func groups(_ told: [[ReadingID]]) -> [[ReadingID]] {
  var seen: Set<[ReadingID]> = []
  return told.filter { seen.insert($0).inserted }.enumerated().sorted {
    (-$0.element.count, $0.offset) < (-$1.element.count, $1.offset)
  }.map(\.element)
}
