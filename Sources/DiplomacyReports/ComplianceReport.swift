import Chronology
public import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

/// What became of each obligation, by which event and why, and which obligations cannot both be kept.
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
  var rows = verdicts.map { verdict -> [Table.Cell] in
    let when = verdict.event.flatMap { graph[$0]?.when }
    return [
      .optional(verdict.reading?.rawValue), .text(verdict.agreement.rawValue),
      .text(verdict.obligation.id.rawValue),
      .text(verdict.obligation.kind.name), .text(verdict.debtor.rawValue), ids(verdict.creditors),
      .text(verdict.outcome.rawValue), .optional(verdict.event?.rawValue),
      when.map { .date($0.edtf, words: $0.description(in: graph.language)) } ?? .empty,
      .text(verdict.sentence(in: graph)), .optional(verdict.obligation.clause), cited(verdict.citations),
    ]
  }
  rows += conflicts.map { conflict in
    [
      .optional(conflict.reading?.rawValue), .text(conflict.first.agreement.rawValue),
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
      "verdicts": .array(verdicts.map { object($0, graph) }),
      "conflicts": .array(conflicts.map { object($0, graph) }),
    ]),
    prose: prose(verdicts, conflicts, compliance, graph))
}

// MARK: - For programs

private func object(_ verdict: Compliance.Verdict, _ graph: DiplomaticGraph) -> JSONValue {
  .object([
    "reading": .optional(verdict.reading?.rawValue), "agreement": .string(verdict.agreement.rawValue),
    "obligation": .string(verdict.obligation.id.rawValue), "kind": .string(verdict.obligation.kind.name),
    "by": .string(verdict.debtor.rawValue),
    "to": .array(verdict.creditors.map { .string($0.rawValue) }),
    "about": .array(verdict.obligation.about.map { .string($0.rawValue) }),
    "verdict": .string(verdict.outcome.rawValue), "event": .optional(verdict.event?.rawValue),
    "when": .optional(verdict.event.flatMap { graph[$0]?.when?.edtf }),
    "reason": .string(verdict.sentence(in: graph)), "clause": .optional(verdict.obligation.clause),
    "in-force": .array(verdict.binding.map { .string($0.text) }),
    "sources": .array(verdict.citations.map { .string($0.text) }),
  ])
}

private func object(_ conflict: Compliance.Conflict, _ graph: DiplomaticGraph) -> JSONValue {
  func side(_ side: Compliance.Conflict.Side) -> JSONValue {
    .object([
      "agreement": .string(side.agreement.rawValue), "obligation": .string(side.obligation.id.rawValue),
      "kind": .string(side.obligation.kind.name),
    ])
  }
  return .object([
    "reading": .optional(conflict.reading?.rawValue), "by": .string(conflict.debtor.rawValue),
    "first": side(conflict.first), "second": side(conflict.second), "holds": .string(holds(conflict.answer)),
    "reason": .string(conflict.sentence(in: graph)),
    "sources": .array(conflict.citations.map { .string($0.text) }),
  ])
}

// MARK: - For people

private func prose(
  _ verdicts: [Compliance.Verdict], _ conflicts: [Compliance.Conflict], _ compliance: Compliance,
  _ graph: DiplomaticGraph
) -> String {
  var text = ""
  for reading in compliance.readings {
    if let reading {
      text +=
        "## \(markdownText((graph[reading]?.title ?? LocalizedText(reading.rawValue, language: "en")).text(in: graph.language)))\n\n"
    }
    for verdict in verdicts where verdict.reading == reading {
      let clause = verdict.obligation.clause.map { " (\($0))" } ?? ""
      let to =
        verdict.creditors.count > 4
        ? " to \(verdict.creditors.count) others"
        : verdict.creditors.isEmpty ? "" : " to " + listed(verdict.creditors.map { graph.label(of: $0) })
      let what =
        "\(graph.label(of: verdict.agreement)), \(verdict.obligation.kind.name)\(clause), \(graph.label(of: verdict.debtor))\(to)"
      text +=
        "- **\(verdict.outcome.rawValue)** — \(markdownText(what)): \(markdownText(verdict.sentence(in: graph)))."
      text +=
        verdict.citations.isEmpty
        ? "\n" : " [\(markdownText(verdict.citations.map(\.text).joined(separator: "; ")))]\n"
    }
    for conflict in conflicts where conflict.reading == reading {
      text += "- **conflict** — \(markdownText(conflict.sentence(in: graph)))."
      text +=
        conflict.citations.isEmpty
        ? "\n" : " [\(markdownText(conflict.citations.map(\.text).joined(separator: "; ")))]\n"
    }
    text += "\n"
  }
  return text
}

extension Compliance.Verdict {
  /// The reason in a sentence without its full stop.
  func sentence(in graph: DiplomaticGraph) -> String {
    let deed = event.map { id in
      graph.label(of: id)
        + (graph[id]?.when.map { " (\($0.words)\($0.inUTC.map { "; in UTC \($0)" } ?? ""))" } ?? "")
    }
    let spans = binding.count > 2 ? [hull(of: binding)].compactMap { $0 } : binding
    let bound =
      binding.isEmpty
      ? "never in force between them"
      : "in force \(spans.map(\.text).joined(separator: "; "))\(spans.count < binding.count ? ", shorter between some of them" : "")"
    let condition =
      obligation.conditionEvent == nil
      ? obligation.condition.map { "; its condition (\($0)) is not judged" } ?? "" : ""
    let limit = deadline.map { "; the deadline is \($0.lastDays)" } ?? ""
    switch reason {
    case .inForce: return "\(deed ?? "") while it bound them: \(bound)\(condition)"
    case .notInForce: return "\(deed ?? "") when it did not bind them: \(bound)"
    case .perhapsInForce: return "\(deed ?? ""); the dates leave open whether it bound then: \(bound)"
    case .releasedBy(let event):
      return "\(deed ?? "") after the other side had broken it: \(graph.label(of: event))"
    case .inTime: return "\(deed ?? "") in time\(limit)\(condition)"
    case .late: return "\(deed ?? "") too late\(limit)"
    case .perhapsInTime: return "\(deed ?? ""); the dates leave open whether it came in time\(limit)"
    case .beforeCondition:
      return "\(deed ?? ""); its condition was not, or may not have been, fulfilled then"
    case .conditionInWords: return "\(deed ?? "") while it bound them: \(bound)\(condition)"
    case .untouched: return "nothing in this graph broke it while it bound: \(bound)"
    case .stillBinding:
      return "it binds, and nothing in this graph has met or broken it: \(bound)\(limit)\(condition)"
    case .deadlineOver: return "this graph holds no deed that met it\(limit)\(condition)"
    case .neverMet: return "this graph holds no deed that met it: \(bound)\(condition)"
    case .noRule:
      return
        "no rule says which deeds keep or break '\(obligation.kind.name)'; an event can say so with 'keeps' or 'breaches'"
    case .neverInForce: return "\(deed.map { "\($0); " } ?? "")it was \(bound)"
    }
  }
}

extension Compliance.Conflict {
  /// The conflict in a sentence without its full stop.
  func sentence(in graph: DiplomaticGraph) -> String {
    func side(_ side: Side) -> String {
      "\(side.obligation.kind.name) under \(graph.label(of: side.agreement))"
        + (side.obligation.clause.map { " (\($0))" } ?? "")
    }
    return
      "\(graph.label(of: debtor)) cannot keep both \(side(first)) and \(side(second)); both \(holds(answer)) bind at the same time"
  }
}

extension UncertainMoment {
  /// The last days before a deadline is over, in words.
  fileprivate var lastDays: String {
    let (first, last) = (earliest.adding(seconds: -1), latest.adding(seconds: -1))
    if latest.isOpen { return earliest.isOpen ? "not known" : "the end of \(first.words) or later" }
    return first == last ? "the end of \(last.words)" : "the end of \(first.words) or of \(last.words)"
  }
}
