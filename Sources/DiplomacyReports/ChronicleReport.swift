import Chronology
public import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

/// Events, acts and what follows from acts and terms in order of time, each with how surely and by how much it follows the one
/// before.
/// - Parameter window: The days that are told.
public func chronicleReport(
  _ entries: [ChronicleEntry], of view: GraphView, in window: ChronicleEntry.Window = .init()
) -> Report {
  let graph = view.graph
  let isWindow = window.from != nil || window.to != nil
  let told = entries.map { ToldEntry($0, in: graph) }
  let rows = told.map { told -> [Table.Cell] in
    let entry = told.entry
    return [
      .text(entry.entity.id.rawValue), .text(told.what), .text(entry.entity.label(in: graph.language)),
      .optional(entry.derived?.member?.rawValue),
      .date(entry.date.edtf, words: entry.date.description(in: graph.language)),
      .optional(entry.date.earliest.exactText), .optional(entry.date.latest.exactText),
    ] + (isWindow ? [.text(holds(window.holds(entry.date)))] : []) + [
      .optional(entry.follows.map { order($0.answer) }), .optional(entry.follows.flatMap(\.words)),
      .optional(told.reason), .optional(told.certainty?.rawValue), .optional(cited(told.citations)),
    ]
  }
  let columns =
    ["id", "what", "name", "member", "when", "earliest", "latest"] + (isWindow ? ["within"] : [])
    + ["follows", "by", "because", "certainty", "sources"]
  var prose = ""
  for (index, told) in told.enumerated() {
    prose +=
      "\(index + 1). \(markdownText(told.line(in: graph)))."
      + (cited(told.citations).map { " [\(markdownText($0))]" } ?? "") + "\n"
  }
  return Report(
    question: .object([
      "command": .string("chronology"), "at": .optional(view.options.at?.text),
      "from": .optional(window.from?.text), "to": .optional(window.to?.text),
      "reading": .optional(view.options.reading?.rawValue),
    ]),
    conventions: [
      "order: by the earliest moment, then the latest; dates with an offset are placed in UTC, others on the nominal line",
      "follows: certainly, possibly, or not (the same moment or an earlier one) after the row before; of what lasts, the "
        + "beginning counts",
      "in-force, end, joins, leaves: follow from acts and terms, for the reason under 'because'; an end is the last day that "
        + "belongs",
    ]
      + (isWindow
        ? ["within: whether it certainly or possibly lies in the days asked for; of what lasts, a part"] : [])
      + (view.options.at.map { ["at: what there is on \($0), with its acts of all times"] } ?? [])
      + certaintyConvention(told.map(\.certainty)) + [backingConvention] + view.conventions,
    table: Table(columns: columns, rows: rows),
    results: .array(told.map { $0.json(window, isWindow, graph) }), prose: prose)
}

/// An entry with what is said of it.
private struct ToldEntry {
  let entry: ChronicleEntry
  let citations: [Citation]
  /// Those of them that are of the agreement or event around it.
  let inherited: [Citation]
  let certainty: Certainty?
  /// What it follows from, where it is derived.
  let reason: String?

  init(_ entry: ChronicleEntry, in graph: DiplomaticGraph) {
    self.entry = entry
    guard let derived = entry.derived else {
      let backing = Backing(of: entry.attestation, in: entry.entity)
      citations = backing.citations
      inherited = backing.isInherited ? backing.citations : []
      certainty = .least(entry.attestation.certainty, entry.entity.attestation.certainty)
      reason = nil
      return
    }
    var (citations, inherited) = derived.turn.backing(in: entry.entity.id, graph)
    if let member = derived.statement {
      let own = member.attestation.citations.filter { !citations.contains($0) }
      citations += own
      if derived.turn.cause == .stated, !member.attestation.citations.isEmpty {
        citations.removeAll { inherited.contains($0) }
        inherited = []
      }
    }
    (self.citations, self.inherited) = (citations, inherited)
    certainty = .least(
      derived.turn.certainty(in: entry.entity, graph), derived.statement?.attestation.certainty,
      entry.entity.attestation.certainty)
    reason =
      derived.member != nil && derived.turn.cause == .stated
      ? "stated of this member" : derived.turn.sentence(isEnd: derived.isEnd, in: graph)
  }

  var what: String {
    guard let derived = entry.derived else { return entry.act?.kind.name ?? entry.entity.kind.name }
    return switch (derived.isEnd, derived.member == nil) {
    case (false, true): "in-force"
    case (true, true): "end"
    case (false, false): "joins"
    case (true, false): "leaves"
    }
  }

  /// The entry in a sentence without its full stop.
  func line(in graph: DiplomaticGraph) -> String {
    let name = entry.entity.label(in: graph.language)
    let member = entry.derived?.member.map { " (\(graph.label(of: $0)))" } ?? ""
    let what =
      entry.derived.map { derived in
        ", \(derived.isEnd ? "last" : "first") day in force\(derived.answer == .maybe ? " (possibly)" : ""): "
      } ?? entry.act.map { ", \($0.kind): " } ?? ": "
    var line = "\(name)\(member)\(what)\(entry.date.description(in: graph.language))"
    if let moments = entry.date.inUTC { line += "; in UTC \(moments)" }
    if let reason { line += "; \(reason)" }
    line += certaintySuffix(certainty)
    if let follows = entry.follows {
      let gap = follows.words
      line +=
        gap == "the same day" || gap == "the same moment"
        ? "; \(gap ?? "") as the one before"
        : "; \(order(follows.answer)) after the one before"
          + (gap.map { ($0.hasPrefix("from ") ? ": " : ", by ") + $0 } ?? "")
    }
    return line
  }

  func json(_ window: ChronicleEntry.Window, _ isWindow: Bool, _ graph: DiplomaticGraph) -> JSONValue {
    let follows = entry.follows
    return .object([
      "id": .string(entry.entity.id.rawValue), "what": .string(what),
      "name": .string(entry.entity.label(in: graph.language)),
      "member": .optional(entry.derived?.member?.rawValue), "when": .string(entry.date.edtf),
      "earliest": .optional(entry.date.earliest.exactText), "latest": .optional(entry.date.latest.exactText),
      "within": isWindow ? .string(holds(window.holds(entry.date))) : .null,
      "follows": .optional(follows.map { order($0.answer) }), "by": .optional(follows.flatMap(\.words)),
      "least-seconds": follows?.least.map { .integer(Int($0)) } ?? .null,
      "most-seconds": follows?.most.map { .integer(Int($0)) } ?? .null,
      "derived": .bool(entry.derived != nil),
      "holds": .string(holds(entry.derived?.answer ?? .yes)), "because": .optional(reason),
      "clause": .optional(entry.derived?.turn.terms?.clause),
      "under": .optional(entry.derived?.turn.reading?.rawValue),
      "certainty": .optional(certainty?.rawValue),
      "sources": .array(unique(citations).map { .string($0.text) }),
      "inherited": .array(unique(inherited).map { .string($0.text) }),
    ])
  }
}

private func order(_ answer: Answer) -> String {
  switch answer {
  case .yes: "certainly"
  case .maybe: "possibly"
  case .no: "not"
  }
}
