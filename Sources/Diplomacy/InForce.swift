public import Chronology

extension AgreementLife {
  /// When the agreement was in force, under a choice of readings.
  ///
  /// A span stated outright goes before the acts. Otherwise the span starts with the first
  /// `entry-into-force`, or else the first `signature`, and ends with the first `termination` or `expiry`; without
  /// such an act, a duration that is not renewed ends it, and otherwise it has no end. Several stated spans that
  /// hold at once (every reading looked at together) give bounds that cover them all.
  /// - Returns: The span, ``Span/never`` when it is stated never to have been in force, or nil when nothing is known of
  ///   its start.
  public func inForce(under choice: ReadingChoice) -> Span? {
    let stated = statedInForce.filter { choice.includes($0.attestation) }.map(\.span)
    if let first = stated.first { return stated.dropFirst().reduce(first) { $0.hull(with: $1) } }
    guard let start = (act("entry-into-force", under: choice) ?? act("signature", under: choice))?.date else {
      return nil
    }
    let ending = acts.first {
      ($0.kind == "termination" || $0.kind == "expiry") && choice.includes($0.attestation)
    }
    let began = Span(start)
    if let ending {
      return Span(from: start, to: ending.date)
    }
    guard let duration = terms.duration, terms.renewal == nil, choice.includes(terms.attestation) else {
      return Span(
        earliestStart: began.earliestStart, latestStart: began.latestStart,
        earliestEnd: .distantFuture, latestEnd: .distantFuture)
    }
    return Span(
      earliestStart: began.earliestStart, latestStart: began.latestStart,
      earliestEnd: began.earliestStart.adding(duration), latestEnd: began.latestStart.adding(duration))
  }

  /// The first act of signature's date, else that of the entry into force, else the start of a stated span.
  public func concluded(under choice: ReadingChoice) -> HistoricalDate? {
    act("signature", under: choice)?.date ?? act("entry-into-force", under: choice)?.date
  }
}

extension Span {
  /// The bounds that cover two spans of which either may be meant.
  func hull(with other: Span) -> Span {
    Span(
      earliestStart: min(earliestStart, other.earliestStart), latestStart: max(latestStart, other.latestStart),
      earliestEnd: min(earliestEnd, other.earliestEnd), latestEnd: max(latestEnd, other.latestEnd))
  }
}

extension DiplomaticGraph {
  /// When an entity was there: an agreement in force, an actor or territory in existence, an event under way.
  ///
  /// An actor or territory without dates has always been there; an agreement or event without dates is there
  /// at an unknown time.
  public func presence(of entity: Entity, under choice: ReadingChoice) -> Span {
    switch entity.category {
    case .agreement: entity.life?.inForce(under: choice) ?? .unknown
    case .event: entity.when.map(Span.init) ?? .unknown
    case .actor, .territory: entity.when.map(Span.init) ?? .always
    }
  }

  /// When a statement held: by its own date, or else as its role implies.
  ///
  /// A signatory or negotiator without a date took part at the signature, any other participant as long as the
  /// agreement was in force; whoever attended an event did so while it went on; what an agreement or event says of a
  /// territory or of another agreement holds as long as it does. Other statements without a date held at an
  /// unknown time.
  public func span(of statement: Statement, under choice: ReadingChoice) -> Span {
    if let when = statement.when { return Span(when) }
    if let object = self[statement.object] {
      if let life = object.life, statement.role == "signatory" || statement.role == "negotiator" {
        return life.concluded(under: choice).map(Span.init) ?? .unknown
      }
      if object.category == .agreement || object.category == .event { return presence(of: object, under: choice) }
    }
    if let subject = self[statement.subject], subject.category == .agreement || subject.category == .event {
      return presence(of: subject, under: choice)
    }
    return statement.role == "same-as" || statement.role == "part-of" ? .always : .unknown
  }

  /// The agreements in force on a date under the default reading, certainly or possibly, in order.
  /// - Complexity: O(*n*); *n* entities.
  public func agreements(inForceOn date: HistoricalDate) -> [(agreement: Entity, answer: Answer)] {
    let choice = choice(of: defaultReading)
    return entities(.agreement).compactMap { agreement in
      guard choice.includes(agreement.attestation) else { return nil }
      let answer = presence(of: agreement, under: choice).covers(date)
      return answer == .no ? nil : (agreement, answer)
    }
  }
}

extension Span {
  /// A span that covers no moment.
  public static let never = Span(
    earliestStart: .distantFuture, latestStart: .distantFuture,
    earliestEnd: .distantPast, latestEnd: .distantPast)

  /// A span of which neither start nor end is known.
  public static let unknown = Span(
    earliestStart: .distantPast, latestStart: .distantFuture,
    earliestEnd: .distantPast, latestEnd: .distantFuture)
}
