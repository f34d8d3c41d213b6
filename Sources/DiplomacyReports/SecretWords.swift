import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats

/// That an actor knew of a secret, or of its existence, and the ground that tells it best.
struct KnownSecret {
  /// How much of it.
  let depth: Knowledge.Depth
  /// Whether some know of the existence and not of the text, so that the depth is worth a word.
  let isApart: Bool
  let answer: Answer
  let ground: Awareness.Ground

  /// The whole in a sentence without its full stop: `Italy knew from May 1882 on: was told, of low certainty`.
  func sentence(of actor: EntityID, in graph: DiplomaticGraph) -> String {
    let perhaps = answer == .maybe ? "perhaps " : ""
    let what = isApart ? (depth == .existence ? " of its existence" : " its text") : ""
    let since = ground.sinceWords(in: graph.language).map { " from \($0) on" } ?? ""
    return "\(graph.label(of: actor)) \(perhaps)knew\(what)\(since): \(ground.sentence(in: graph))"
      + certaintySuffix(ground.certainty) + (ground.note.map { " (\($0))" } ?? "")
  }
}

extension SecretTrace {
  /// What an actor knew on the date asked for, or ever but by a disclosure: of an agreement that exists for some by its name
  /// alone, its existence and its text apart.
  func known(_ knower: Knower) -> [KnownSecret] {
    func known(_ depth: Knowledge.Depth, _ answer: Answer) -> KnownSecret? {
      let own = knower.grounds.filter {
        $0.answer(on: date) != .no && (depth == .existence || $0.depth == .text)
      }
      guard answer != .no, let ground = own.first(where: { $0.answer(on: date) == .yes }) ?? own.first else {
        return nil
      }
      return KnownSecret(depth: depth, isApart: tellsDepthsApart, answer: answer, ground: ground)
    }
    let existence = known(.existence, knower.answer)
    guard tellsDepthsApart else { return [existence].compactMap(\.self) }
    let text = known(.text, knower.textAnswer)
    return [existence?.ground.depth == .text && existence?.answer == text?.answer ? nil : existence, text]
      .compactMap(\.self)
  }
}

extension Awareness.Ground {
  /// Why somebody knew, in a sentence without its full stop.
  func sentence(in graph: DiplomaticGraph) -> String {
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

  /// Since when, as it was written, or between its bounds; nil where it is from the beginning on.
  private var sinceDate: HistoricalDate? {
    if let date { return date }
    guard !since.earliest.isOpen else { return nil }
    let first = since.earliest.asDate
    if since.latest.isOpen { return HistoricalDate(oneOfFrom: first, to: nil) }
    let last = since.latest.asDate
    return first == last ? first : HistoricalDate(oneOfFrom: first, to: last)
  }

  func sinceCell(_ language: String) -> Table.Cell? {
    sinceDate.map { .date($0.edtf, words: sinceWords(in: language) ?? $0.edtf) }
  }

  /// Since when, in words; what several dates leave open of which one is in doubt is doubtful too.
  func sinceWords(in language: String) -> String? {
    sinceDate.map { (date == nil && isDoubtful ? "perhaps " : "") + $0.description(in: language) }
  }
}

extension Moment {
  /// The moment as a date; only its year where days have no text.
  var asDate: HistoricalDate? { HistoricalDate(self) ?? HistoricalDate(year: day.year) }
}

extension HistoricalDate {
  /// The date in English with its preposition, in another language alone.
  func phrase(in language: String) -> String { language.hasPrefix("en") ? phrase : description(in: language) }
}

/// Whether and when an actor learned of a secret, and through what it could have.
struct SecretTarget {
  private let trace: SecretTrace
  private let actor: EntityID
  private let channels: [SecretTrace.Channel]
  private let grounds: [Awareness.Ground]
  /// What it knew on the date asked for, or ever but by a disclosure.
  private let known: [KnownSecret]

  init(_ trace: SecretTrace, _ actor: EntityID, _ channels: [SecretTrace.Channel]) {
    self.trace = trace
    self.actor = actor
    self.channels = channels
    let knower = trace[actor]
    grounds = knower?.grounds ?? []
    known = knower.map { trace.known($0) } ?? []
  }

  private var graph: DiplomaticGraph { trace.view.graph }

  /// How much it knew, surely or perhaps.
  private var depth: Knowledge.Depth? {
    guard let first = known.first else { return nil }
    return !trace.tellsDepthsApart || known.contains { $0.depth == .text } ? .text : first.depth
  }

  /// Why it came to know later what it did not know: the first ground after the date asked for, or the disclosure.
  private var later: Awareness.Ground? {
    if depth == .text { return nil }
    return grounds.first { $0.answer(on: trace.date) == .no && (depth == nil || $0.depth == .text) }
  }

  /// The whole in sentences, and a list of channels.
  var prose: String {
    let name = graph.label(of: actor)
    let language = graph.language
    var text = known.map { $0.sentence(of: actor, in: graph) + "." }
    if depth == nil {
      let date = trace.date.map { " \($0.phrase(in: language))" } ?? ""
      text.append(
        later == nil && trace.date == nil
          ? "As far as this graph says, \(name) never knew of it." : "\(name) did not know of it\(date).")
    } else if depth == .existence {
      text.append("It did not know what it says.")
    }
    if let later { text.append(sentence(later)) }
    var prose = markdownText(text.joined(separator: " ")) + "\n"
    if depth == .text { return prose }
    let what = depth == .existence ? "of its text" : "of it"
    if channels.isEmpty {
      let who = depth == .existence ? "who knew its text" : "who knew"
      prose += "Nobody \(who) was in touch with \(markdownText(name))\(before) in what this graph holds.\n"
    } else {
      prose += "\(markdownText(name)) could have learned \(what) through:\n\n"
      for channel in channels { prose += channel.line(in: graph) }
    }
    return prose
  }

  /// By when channels are looked for.
  private var before: String { trace.date == nil ? "" : " by then" }

  /// That it learned of it later: `It came to know of it from 1 February 1933 on: was told.`
  private func sentence(_ ground: Awareness.Ground) -> String {
    let from = ground.sinceWords(in: graph.language).map { " from \($0) on" } ?? ""
    let what = trace.tellsDepthsApart ? (ground.depth == .text ? "its text" : "of its existence") : "of it"
    let why =
      ground.sentence(in: graph) + certaintySuffix(ground.certainty) + (ground.note.map { " (\($0))" } ?? "")
      + (cited(ground.citations).map { " [\($0)]" } ?? "")
    if ground.reason == .disclosure { return "Everybody could know \(what)\(from): \(why)." }
    return "It \(ground.answer == .maybe ? "perhaps " : "")came to know \(what)\(from): \(why)."
  }

  /// The same for programs.
  var json: JSONValue {
    let knower = trace[actor]
    return .object([
      "id": .string(actor.rawValue), "knows": .string(answerWord(knower?.answer ?? .no)),
      "knows-text": .string(answerWord(knower?.textAnswer ?? .no)),
      "learns": grounds.first.map { object($0, graph) } ?? .null,
      "learns-text": grounds.first { $0.depth == .text }.map { object($0, graph) } ?? .null,
    ])
  }
}
