public import Chronology
public import Diplomacy

extension Moment {
  /// A moment that is not open, for people: a day where it is the first or last second of one, else the day and the time.
  public var shortText: String {
    isEdgeOfDay ? day.description : description
  }

  /// The moment as `YYYY-MM-DDThh:mm:ss`, or nil when it is open.
  public var exactText: String? { isOpen ? nil : description }
}

extension Attestation {
  /// The citations in the graph file's short form, separated by semicolons; nil when there are none.
  public var citationText: String? {
    citations.isEmpty ? nil : citations.map(\.text).joined(separator: "; ")
  }
}

extension Deed {
  /// The deed in words: `breaches soviet-neutrality (account P9)`.
  package var summary: String {
    "\(effect.rawValue) \(obligation)" + (attestation.citationText.map { " (\($0))" } ?? "")
  }
}

extension Knowledge {
  /// Who did not know, and until when.
  package var unknownToText: String? { text(unknownTo, "until") }

  /// Who knew, and from when: `usa since 1939-08-24 (existence; certainty low; letter p. 3), uk`.
  package var knownToText: String? { text(knownTo, "since") }

  /// From when everybody could know: `1888-02 (existence), 1896-10-24`.
  package var disclosedText: String? {
    disclosures.isEmpty
      ? nil
      : disclosures.map {
        $0.when.styledText + Self.details($0.depth, $0.certainty, $0.citations, $0.note)
      }.joined(separator: ", ")
  }

  private func text(_ knowers: [Knower], _ preposition: String) -> String? {
    knowers.isEmpty
      ? nil
      : knowers.map { knower in
        knower.actor.rawValue + (knower.since.map { " \(preposition) \($0)" } ?? "")
          + Self.details(knower.depth, knower.certainty, knower.citations, knower.note)
      }.joined(separator: ", ")
  }

  /// What else is said of an entry, in brackets; empty for nothing.
  private static func details(
    _ depth: Depth?, _ certainty: Certainty?, _ citations: [Citation], _ note: String?
  ) -> String {
    let parts =
      [depth?.rawValue, certainty.map { "certainty \($0.rawValue)" }] + citations.map(\.text) + [note]
    let said = parts.compactMap(\.self)
    return said.isEmpty ? "" : " (\(said.joined(separator: "; ")))"
  }
}

extension Act {
  /// The act in words: `denunciation 1945-04-05 by ussr (source P8)`.
  package var summary: String {
    var words = [kind.name]
    if let date { words.append(date.styledText) }
    if !by.isEmpty { words.append("by " + by.map(\.rawValue).joined(separator: ", ")) }
    if !between.isEmpty { words.append("between " + between.map(\.rawValue).joined(separator: ", ")) }
    if let from { words.append("from \(from)") }
    if let place { words.append("at \(place)") }
    if let until { words.append("until \(until)") }
    if let period { words.append("for \(period)") }
    if let citations = attestation.citationText { words.append("(\(citations))") }
    return words.joined(separator: " ")
  }
}

extension Reservation {
  /// The reservation in words: `article 3 by usa 1925-01-01, withdrawn 1930, objected to by france`.
  package var summary: String {
    var words = [clause, "by \(by)", date?.styledText].compactMap(\.self).joined(separator: " ")
    if let withdrawn { words += ", withdrawn \(withdrawn.styledText)" }
    if !objections.isEmpty {
      words +=
        ", objected to by "
        + objections.map { objection in
          ([objection.by.rawValue, objection.date?.styledText].compactMap(\.self)
            + (objection.opposesEntryIntoForce ? ["(not bound to it)"] : [])).joined(separator: " ")
        }.joined(separator: ", ")
    }
    return words + (attestation.citationText.map { " (\($0))" } ?? "")
  }
}

extension Terms {
  /// The terms in words: `duration P5Y, notice P1Y`; nil when nothing is laid down.
  package var summary: String? {
    var parts: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value { parts.append("\(name) \(value)") }
    }
    add("duration", duration?.description)
    add("until", until?.styledText)
    add("notice", notice?.description)
    add("renewal", renewal?.text)
    add("enters into force by", entry?.rawValue)
    add("ratification", ratification?.rawValue)
    add("ratifications needed", ratifications.map(String.init))
    add("counts from", termStart?.rawValue)
    add("denunciation takes effect", denunciation?.rawValue)
    add("denunciation ends", denunciationEnds?.rawValue)
    add("breach", breach?.rawValue)
    add("ends with", endsWith?.rawValue)
    return parts.isEmpty ? nil : parts.joined(separator: ", ") + (clause.map { " (\($0))" } ?? "")
  }
}

extension Terms.Renewal {
  /// The renewal as it stands in a graph file.
  package var text: String {
    switch self {
    case .each(let period): period.description
    case .indefinite: "indefinite"
    }
  }
}

extension [Terms] {
  /// All terms in words; nil when nothing is laid down.
  package var summary: String? {
    let parts = compactMap(\.summary)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension Entity {
  /// The date of an event, or the periods of existence, as the author wrote them; nil when there are none.
  package var whenText: String? {
    existence.isEmpty
      ? when?.styledText : existence.map { $0.text($0.date.styledText) }.joined(separator: "; ")
  }

  /// The same dates in the Extended Date/Time Format.
  package var edtfText: String? {
    existence.isEmpty ? when?.edtf : existence.map { $0.text($0.date.edtf) }.joined(separator: "; ")
  }
}

extension Existence {
  /// A text of the date with the condition, unless it is the usual one.
  fileprivate func text(_ date: String) -> String {
    condition == .independent ? date : "\(date) (\(condition.rawValue))"
  }
}

extension Obligation {
  /// The obligation in words: `remain-neutral: ussr to japan`.
  package var summary: String {
    var text = "\(kind): " + (by.isEmpty ? "all parties" : by.map(\.rawValue).joined(separator: ", "))
    if !to.isEmpty { text += " to " + to.map(\.rawValue).joined(separator: ", ") }
    if !about.isEmpty { text += " about " + about.map(\.rawValue).joined(separator: ", ") }
    if !against.isEmpty { text += " against " + against.map(\.rawValue).joined(separator: ", ") }
    if let condition { text += "; if \(condition)" }
    if let conditionEvent { text += "; on \(conditionEvent)" }
    if let unless { text += "; unless \(unless)" }
    if let unlessEvent { text += "; not on \(unlessEvent)" }
    switch deadline {
    case .by(let date): text += "; by \(date)"
    case .within(let period, let event): text += "; within \(period) of \(event)"
    case nil: break
    }
    if let clause { text += " (\(clause))" }
    return text
  }
}
