import Chronology
public import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

/// Events and acts in order of time, each with how surely and by how much it follows the one before.
public func chronicleReport(_ entries: [ChronicleEntry], of view: GraphView) -> Report {
  let graph = view.graph
  let rows = entries.map { entry -> [Table.Cell] in
    [
      .text(entry.entity.id.rawValue), .text(entry.act?.kind.name ?? entry.entity.kind.name),
      .text(entry.entity.label(in: graph.language)),
      .date(entry.date.edtf, words: entry.date.description(in: graph.language)),
      .optional(entry.date.earliest.exactText), .optional(entry.date.latest.exactText),
      .optional(entry.follows.map { order($0.answer) }),
      .optional(entry.follows.flatMap { gap($0.least, $0.most) }),
      .optional(entry.attestation.citationText),
    ]
  }
  var prose = ""
  for (index, entry) in entries.enumerated() {
    let name = entry.entity.label(in: graph.language)
    let what = entry.act.map { "\(name), \($0.kind)" } ?? name
    var line = "\(what): \(entry.date.description(in: graph.language))"
    if let moments = entry.date.inUTC { line += "; in UTC \(moments)" }
    if let follows = entry.follows {
      line +=
        "; \(order(follows.answer)) after the one before"
        + (gap(follows.least, follows.most).map { ", by \($0)" } ?? "")
    }
    prose +=
      "\(index + 1). \(markdownText(line))."
      + (entry.attestation.citationText.map { " [\(markdownText($0))]" } ?? "") + "\n"
  }
  return Report(
    question: .object([
      "command": .string("chronology"), "at": .optional(view.options.at?.text),
      "reading": .optional(view.options.reading?.rawValue),
    ]),
    conventions: [
      "order: by the earliest moment, then the latest; dates with an offset are placed in UTC, others on the nominal line",
      "follows: certainly, possibly, or not (the same moment or an earlier one) after the row before; of what lasts, the "
        + "beginning counts",
    ] + view.conventions,
    table: Table(
      columns: ["id", "what", "name", "when", "earliest", "latest", "follows", "by", "sources"], rows: rows),
    prose: prose)
}

private func order(_ answer: Answer) -> String {
  switch answer {
  case .yes: "certainly"
  case .maybe: "possibly"
  case .no: "not"
  }
}

/// How much later, in words; nil when that is not known or nothing.
private func gap(_ least: Int64?, _ most: Int64?) -> String? {
  guard let least, let most, most > 0 else { return nil }
  let (first, last) = (length(max(0, least)), length(most))
  return first == last ? first : "\(first) to \(last)"
}

/// A number of seconds in its two largest units.
private func length(_ seconds: Int64) -> String {
  if seconds == 0 { return "nothing" }
  let units: [(size: Int64, name: String)] = [
    (86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"),
  ]
  var rest = seconds
  var parts: [String] = []
  for unit in units where parts.count < 2 {
    let count = rest / unit.size
    rest %= unit.size
    if count > 0 { parts.append(counted(Int(count), unit.name)) }
  }
  return listed(parts)
}
