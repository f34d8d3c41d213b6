public import Chronology
public import Diplomacy

extension Moment {
  /// A moment that is not open, for people: a day where it is the first or last second of one, else the day and the time.
  public var shortText: String {
    secondOfDay == 0 || secondOfDay == 86_399 ? String(description.prefix { $0 != "T" }) : description
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

extension Knowledge {
  /// Who knew, and from when: `usa since 1939-08-24, uk`.
  var knownToText: String? {
    knownTo.isEmpty
      ? nil
      : knownTo.map { knower in knower.since.map { "\(knower.actor) since \($0)" } ?? knower.actor.rawValue }
        .joined(separator: ", ")
  }
}

extension Act {
  /// The act in words: `denunciation 1945-04-05 by ussr (source P8)`.
  var summary: String {
    var words = [kind.name]
    if let date { words.append(date.text) }
    if !by.isEmpty { words.append("by " + by.map(\.rawValue).joined(separator: ", ")) }
    if let place { words.append("at \(place)") }
    if let citations = attestation.citationText { words.append("(\(citations))") }
    return words.joined(separator: " ")
  }
}

extension Terms {
  /// The terms in words: `duration P5Y, notice P1Y`.
  var summary: String? {
    let parts = [("duration", duration), ("notice", notice), ("renewal", renewal)].compactMap {
      name, period in
      period.map { "\(name) \($0)" }
    }
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: ", ") + (clause.map { " (\($0))" } ?? "")
  }
}

extension Obligation {
  /// The obligation in words: `remain-neutral: ussr to japan`.
  var summary: String {
    var text = "\(kind): " + by.map(\.rawValue).joined(separator: ", ")
    if !to.isEmpty { text += " to " + to.map(\.rawValue).joined(separator: ", ") }
    if !about.isEmpty { text += " about " + about.map(\.rawValue).joined(separator: ", ") }
    if let condition { text += "; if \(condition)" }
    if let conditionEvent { text += "; on \(conditionEvent)" }
    switch deadline {
    case .by(let date): text += "; by \(date)"
    case .within(let period, let event): text += "; within \(period) of \(event)"
    case nil: break
    }
    if let clause { text += " (\(clause))" }
    return text
  }
}
