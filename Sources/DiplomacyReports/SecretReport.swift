import Chronology
public import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

/// Who knew of a secret, since when and why; and with a target, through what it could have learned of it.
/// - Parameters:
///   - secret: The name of what is secret.
///   - target: The actor that could have learned of it; nil: nobody in particular.
public func secretReport(_ trace: SecretTrace, of secret: String, to target: EntityID? = nil) -> Report {
  let graph = trace.view.graph
  let name = graph[EntityID(secret)]?.label(in: graph.language) ?? secret
  let channels = target.map { trace.channels(to: $0) } ?? []
  let journey = target.flatMap { trace.journey(to: $0) }
  let isDated = trace.date != nil
  let known = trace.knowers.flatMap { knower in trace.known(knower).map { (knower, $0) } }
  let apart = trace.tellsDepthsApart
  let columns =
    ["knows"] + (apart ? ["of"] : []) + ["actor", "since", "why", "certainty", "sources"]
  var rows = known.map { knower, known -> [Table.Cell] in
    [.text(answerWord(known.answer))] + (apart ? [.text(known.depth.rawValue)] : [])
      + [
        .text(knower.actor.rawValue), known.ground.sinceCell(graph.language) ?? .empty,
        .text(known.ground.sentence(in: graph) + (known.ground.note.map { " (\($0))" } ?? "")),
        .optional(known.ground.certainty?.rawValue),
        .optional(cited(known.ground.citations)),
      ]
  }
  rows += channels.map { channel in
    [.text("channel")] + (apart ? [.empty] : [])
      + [
        .text(channel.to.rawValue),
        .date(channel.earliest.exactText ?? "", words: words(channel.earliest)),
        .text(channel.sentence(in: graph)), .optional(channel.certainty?.rawValue),
        .optional(cited(channel.citations(in: graph))),
      ]
  }
  var prose = secretProse(trace)
  for (knower, known) in known {
    prose += "- " + markdownText(known.sentence(of: knower.actor, in: graph)) + cite(known.ground.citations)
  }
  if let target { prose += "\n" + SecretTarget(trace, target, channels).prose }
  let certainties =
    known.map(\.1.ground.certainty) + trace.secrets.map { graph.attestation(of: $0)?.certainty }
  return Report(
    question: .object([
      "command": .string("knowledge"), "of": .string(secret), "to": .optional(target?.rawValue),
      "at": .optional(trace.date?.edtf), "reading": .optional(trace.view.options.reading?.rawValue),
    ]),
    conventions: [
      "knew: who takes part, who was told (known-to), and whom one of these represents while holding the office; "
        + (isDated ? "and everybody from the disclosure on" : "without a date, disclosures are left out"),
      "channel: word could have passed, not that it did; both took part in it at the same time, after one of them knew",
    ]
      + (apart
        ? [
          "of: who knows of the existence of an agreement alone knows its parties and acts, but not its terms and obligations"
        ]
        : []) + certaintyConvention(certainties) + [backingConvention] + trace.view.conventions,
    table: Table(columns: columns, rows: rows, namedBy: "actor"),
    results: .object([
      "secret": .string(secret), "certainty": .optional(trace.certainty?.rawValue),
      "disclosures": .array(trace.disclosures.map(object)), "unknown-to": .array(trace.ignorant.map(object)),
      "knowers": .array(trace.knowers.map { object($0, trace) }),
      "target": target.map { SecretTarget(trace, $0, channels).json } ?? .null,
      "channels": .array(
        channels.map { channel in
          .object([
            "from": .string(channel.from.rawValue), "through": .optional(channel.through?.rawValue),
            "to": .string(channel.to.rawValue), "earliest": .optional(channel.earliest.exactText),
            "sentence": .string(channel.sentence(in: graph)),
            "certainty": .optional(channel.certainty?.rawValue),
            "sources": .array(unique(channel.citations(in: graph)).map { .string($0.text) }),
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

// MARK: - The secret

extension SecretTrace {
  /// The least sure of all that is secret.
  fileprivate var certainty: Certainty? {
    .least(secrets.map { view.graph.attestation(of: $0)?.certainty })
  }

  /// Those who did not know, as the graph says outright.
  fileprivate var ignorant: [Knowledge.Knower] {
    secrets.flatMap { view.graph.attestation(of: $0)?.secret?.unknownTo ?? [] }
  }

  fileprivate var disclosures: [Knowledge.Disclosure] {
    secrets.flatMap { view.graph.attestation(of: $0)?.secret?.disclosures ?? [] }
  }
}

/// How sure the secret itself is, and when it was disclosed.
private func secretProse(_ trace: SecretTrace) -> String {
  var lines: [String] = []
  if let certainty = trace.certainty { lines.append("That there was such a secret is \(certainty.words).") }
  let language = trace.view.graph.language
  func details(_ certainty: Certainty?, _ note: String?) -> String {
    certaintySuffix(certainty) + (note.map { " (\($0))" } ?? "")
  }
  for disclosure in trace.disclosures {
    let what =
      disclosure.depth == .existence ? "Its existence" : trace.tellsDepthsApart ? "Its text" : "It"
    lines.append(
      "\(what) was disclosed \(disclosure.when.phrase(in: language))\(details(disclosure.certainty, disclosure.note))."
    )
  }
  for ignorant in trace.ignorant {
    let what = ignorant.depth == .text ? "its text" : "of it"
    let until = ignorant.since.map { " until \($0.description(in: language))" } ?? ""
    lines.append(
      "\(trace.view.graph.label(of: ignorant.actor)) did not know \(what)\(until)\(details(ignorant.certainty, ignorant.note))."
    )
  }
  return lines.isEmpty ? "" : markdownText(lines.joined(separator: " ")) + "\n\n"
}

private func object(_ disclosure: Knowledge.Disclosure) -> JSONValue {
  .object([
    "when": .string(disclosure.when.edtf), "of": .string((disclosure.depth ?? .text).rawValue),
    "certainty": .optional(disclosure.certainty?.rawValue), "note": .optional(disclosure.note),
    "sources": .array(disclosure.citations.map { .string($0.text) }),
  ])
}

private func object(_ ignorant: Knowledge.Knower) -> JSONValue {
  .object([
    "id": .string(ignorant.actor.rawValue), "until": .optional(ignorant.since?.edtf),
    "of": .string((ignorant.depth ?? .existence).rawValue),
    "certainty": .optional(ignorant.certainty?.rawValue),
    "note": .optional(ignorant.note), "sources": .array(ignorant.citations.map { .string($0.text) }),
  ])
}

private func object(_ knower: SecretTrace.Knower, _ trace: SecretTrace) -> JSONValue {
  .object([
    "id": .string(knower.actor.rawValue), "knows": .string(answerWord(knower.answer)),
    "knows-text": .string(answerWord(knower.textAnswer)),
    "grounds": .array(knower.grounds.map { object($0, trace.view.graph) }),
  ])
}

func object(_ ground: Awareness.Ground, _ graph: DiplomaticGraph) -> JSONValue {
  .object([
    "of": .string(ground.depth.rawValue), "since": .optional(ground.since.earliest.exactText),
    "latest": .optional(ground.since.latest.exactText), "when": .optional(ground.date?.edtf),
    "through": .string(ground.through.rawValue), "office": .optional(ground.office?.rawValue),
    "why": .string(ground.sentence(in: graph)), "certainty": .optional(ground.certainty?.rawValue),
    "note": .optional(ground.note), "sources": .array(ground.citations.map { .string($0.text) }),
    "inherited": .bool(ground.isInherited),
  ])
}

// MARK: - Channels

private func cite(_ citations: [Citation]) -> String {
  "." + (cited(citations).map { " [\(markdownText($0))]\n" } ?? "\n")
}

private func words(_ moment: Moment) -> String { moment.isOpen ? "the beginning" : moment.words }

extension SecretTrace.Channel {
  /// The channel in a sentence without its full stop.
  fileprivate func sentence(in graph: DiplomaticGraph) -> String {
    let (one, other) = (graph.label(of: from), graph.label(of: to))
    guard let through else { return "\(one) and \(other) (\(statements[0].role))" }
    return
      "\(one) and \(other) in \(graph.label(of: through)) (\(statements.map(\.role.name).joined(separator: ", ")))"
  }

  /// The channel in a line of a list.
  func line(in graph: DiplomaticGraph) -> String {
    "- " + markdownText("\(sentence(in: graph)), from \(words(earliest))\(certaintySuffix(certainty))")
      + cite(citations(in: graph))
  }

  fileprivate func citations(in graph: DiplomaticGraph) -> [Citation] {
    statements.flatMap { graph.backing(of: $0).citations }
  }

  fileprivate var certainty: Certainty? { .least(statements.map(\.attestation.certainty)) }
}
