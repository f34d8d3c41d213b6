import Chronology
public import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

/// Who knew of a secret, since when and why; and with a target, through what it could have learned of it.
/// - Parameters:
///   - secret: The id of what is secret.
///   - target: The actor that could have learned of it; nil: nobody in particular.
public func secretReport(_ trace: SecretTrace, of secret: String, to target: EntityID? = nil) -> Report {
  let graph = trace.view.graph
  let name = graph[EntityID(secret)]?.label(in: graph.language) ?? secret
  let channels = target.map { trace.channels(to: $0) } ?? []
  let journey = target.flatMap { trace.journey(to: $0) }
  let isDated = trace.date != nil
  var rows = trace.knowers.filter { $0.answer != .no }.map { knower -> [Table.Cell] in
    let ground = knower.grounds.first { isDated || $0.reason != .disclosure }
    return [
      .text(isDated ? answerWord(knower.answer) : knower.answer == .yes ? "yes" : "maybe"),
      .text(knower.actor.rawValue),
      ground.flatMap { $0.since.cell(graph.language) } ?? .empty,
      .text(ground?.sentence(in: graph) ?? ""), .optional(ground.flatMap { sources($0.citations) }),
    ]
  }
  rows += channels.map { channel in
    [
      .text("channel"), .text(channel.to.rawValue),
      .date(channel.earliest.exactText ?? "", words: words(channel.earliest)),
      .text(channel.sentence(in: graph)),
      .optional(sources(channel.statements.flatMap(\.attestation.citations))),
    ]
  }
  var prose = ""
  for knower in trace.knowers where knower.answer != .no {
    guard let ground = knower.grounds.first(where: { isDated || $0.reason != .disclosure }) else { continue }
    let perhaps = knower.answer == .maybe ? "perhaps " : ""
    prose +=
      "- \(markdownText(graph.label(of: knower.actor))) \(perhaps)knew: \(markdownText(ground.sentence(in: graph)))."
    prose += sources(ground.citations).map { " [\(markdownText($0))]\n" } ?? "\n"
  }
  if let target {
    let label = graph.label(of: target)
    let knows = trace.knowers.first { $0.actor == target }?.answer == .yes
    prose += "\n"
    if knows {
      prose += "\(markdownText(label)) knew of it.\n"
    } else if channels.isEmpty {
      prose += "Nobody who knew was in touch with \(markdownText(label)) in what this graph holds.\n"
    } else {
      prose += "\(markdownText(label)) could have learned of it through:\n\n"
      for channel in channels {
        prose +=
          "- \(markdownText(channel.sentence(in: graph))), from \(markdownText(words(channel.earliest)))."
        prose +=
          sources(channel.statements.flatMap(\.attestation.citations)).map { " [\(markdownText($0))]\n" }
          ?? "\n"
      }
    }
  }
  return Report(
    question: .object([
      "command": .string("knowledge"), "of": .string(secret), "to": .optional(target?.rawValue),
      "at": .optional(trace.date?.edtf), "reading": .optional(trace.view.options.reading?.rawValue),
    ]),
    conventions: [
      "knew: who takes part, who was told (known-to), and whom one of these represents while holding the office; "
        + (isDated ? "and everybody from the disclosure on" : "without a date, disclosures are left out"),
      "channel: word could have passed, not that it did; both took part in it at the same time, after one of them knew",
    ] + trace.view.conventions,
    table: Table(columns: ["knows", "actor", "since", "why", "sources"], rows: rows, namedBy: "actor"),
    results: .object([
      "secret": .string(secret),
      "knowers": .array(trace.knowers.map { object($0, graph) }),
      "channels": .array(
        channels.map { channel in
          .object([
            "from": .string(channel.from.rawValue), "through": .optional(channel.through?.rawValue),
            "to": .string(channel.to.rawValue), "earliest": .optional(channel.earliest.exactText),
            "sentence": .string(channel.sentence(in: graph)),
            "sources": .array(
              unique(channel.statements.flatMap(\.attestation.citations)).map { .string($0.text) }),
          ])
        }),
      "journey": journey.map { best in
        .object([
          "from": .string(best.from.rawValue), "arrival": .optional(best.journey.arrival.exactText),
          "hops": .integer(best.journey.stepCount),
          "witness": .array(
            ([best.from] + best.journey.steps.flatMap { [$0.through, $0.to].compactMap { $0 } }).map {
              .string($0.rawValue)
            }),
        ])
      } ?? .null,
    ]),
    heading: ["Who knew of \(name)" + (trace.date.map { " on \($0)" } ?? "")], prose: prose)
}

private func object(_ knower: SecretTrace.Knower, _ graph: DiplomaticGraph) -> JSONValue {
  .object([
    "id": .string(knower.actor.rawValue), "knows": .string(answerWord(knower.answer)),
    "grounds": .array(
      knower.grounds.map { ground in
        .object([
          "since": .optional(ground.since.earliest.exactText),
          "latest": .optional(ground.since.latest.exactText),
          "through": .string(ground.through.rawValue), "office": .optional(ground.office?.rawValue),
          "why": .string(ground.sentence(in: graph)),
          "sources": .array(ground.citations.map { .string($0.text) }),
        ])
      }),
  ])
}

private func unique(_ citations: [Citation]) -> [Citation] {
  var seen: Set<Citation> = []
  return citations.filter { seen.insert($0).inserted }
}

private func sources(_ citations: [Citation]) -> String? {
  let cited = unique(citations)
  return cited.isEmpty ? nil : cited.map(\.text).joined(separator: "; ")
}

private func words(_ moment: Moment) -> String { moment.isOpen ? "the beginning" : moment.words }

extension Moment {
  /// The moment as a date; only its year where days have no text.
  fileprivate var asDate: HistoricalDate? { HistoricalDate(self) ?? HistoricalDate(year: day.year) }
}

extension UncertainMoment {
  /// The first and the last day, as a date; nil when it is open.
  fileprivate func cell(_ language: String) -> Table.Cell? {
    guard !earliest.isOpen, !latest.isOpen else { return nil }
    let (first, last) = (earliest.asDate, latest.asDate)
    guard let date = first == last ? first : HistoricalDate(oneOfFrom: first, to: last) else { return nil }
    return .date(date.edtf, words: date.description(in: language))
  }
}

extension Awareness.Ground {
  /// Why somebody knew, in a sentence without its full stop.
  fileprivate func sentence(in graph: DiplomaticGraph) -> String {
    let who = graph.label(of: through)
    let statement = office.flatMap { graph.statement($0) }
    let holder =
      statement.map { statement in
        " through \(who)" + (statement.office.map { ", \($0.text(in: graph.language))" } ?? "")
      } ?? ""
    let perhaps = answer == .maybe ? ", if still in office" : ""
    switch reason {
    case .participation(let role): return "took part as \(role)\(holder)\(perhaps)"
    case .told: return "was told\(holder)\(perhaps)"
    case .disclosure: return "disclosed"
    }
  }
}

extension SecretTrace.Channel {
  /// The channel in a sentence without its full stop.
  fileprivate func sentence(in graph: DiplomaticGraph) -> String {
    let (one, other) = (graph.label(of: from), graph.label(of: to))
    guard let through else { return "\(one) and \(other) (\(statements[0].role))" }
    return
      "\(one) and \(other) in \(graph.label(of: through)) (\(statements.map(\.role.name).joined(separator: ", ")))"
  }
}
