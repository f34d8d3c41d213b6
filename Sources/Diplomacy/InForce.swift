public import Chronology

extension AgreementLife {
  /// When the agreement was in force, under a choice of readings.
  ///
  /// A span stated outright goes before the acts. Otherwise the span starts with its ``beginning(under:)`` and ends with
  /// its ``ending(under:)``; without such an act, a duration that is not renewed ends it, and otherwise it has no end.
  /// Several stated spans that hold at once (every reading looked at together) give bounds that cover them all. Only
  /// what is actual counts.
  /// - Returns: The span, ``Span/never`` when it is stated never to have been in force, or nil when nothing is known of
  ///   its start.
  public func inForce(under choice: ReadingChoice) -> Span? {
    let stated = statedInForce.filter { choice.counts($0.attestation) }.map(\.span)
    if let first = stated.first { return stated.dropFirst().reduce(first) { $0.hull(with: $1) } }
    guard let start = beginning(under: choice) else { return nil }
    let began = Span(start)
    if let ending = ending(under: choice) { return Span(from: start, to: ending.date) }
    guard let duration = terms.duration, terms.renewal == nil, choice.counts(terms.attestation) else {
      return Span(
        earliestStart: began.earliestStart, latestStart: began.latestStart,
        earliestEnd: .distantFuture, latestEnd: .distantFuture)
    }
    return Span(
      earliestStart: began.earliestStart, latestStart: began.latestStart,
      earliestEnd: began.earliestStart.adding(duration), latestEnd: began.latestStart.adding(duration))
  }

  /// When the agreement came into force: the date of the first entry into force, else of the first signature; nil when
  /// neither is known.
  public func beginning(under choice: ReadingChoice) -> HistoricalDate? {
    date(of: "entry-into-force", choice) ?? date(of: "signature", choice)
  }

  /// The first termination or expiry, or nil.
  public func ending(under choice: ReadingChoice) -> Act? {
    acts.first { ($0.kind == "termination" || $0.kind == "expiry") && choice.counts($0.attestation) }
  }

  /// The date of the first signature, else of the first entry into force; nil when neither is known.
  public func concluded(under choice: ReadingChoice) -> HistoricalDate? {
    date(of: "signature", choice) ?? date(of: "entry-into-force", choice)
  }

  /// The date of the first actual act of a kind that has one.
  private func date(of kind: Act.Kind, _ choice: ReadingChoice) -> HistoricalDate? {
    acts.first { $0.kind == kind && $0.date != nil && choice.counts($0.attestation) }?.date
  }
}

extension Span {
  /// The bounds that cover two spans of which either may be meant.
  func hull(with other: Span) -> Span {
    Span(
      earliestStart: min(earliestStart, other.earliestStart),
      latestStart: max(latestStart, other.latestStart),
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
      if object.category == .agreement || object.category == .event {
        return presence(of: object, under: choice)
      }
    }
    if let subject = self[statement.subject], subject.category == .agreement || subject.category == .event {
      return presence(of: subject, under: choice)
    }
    return statement.role == "same-as" || statement.role == "part-of" ? .always : .unknown
  }

  /// The date of a statement that held on some one day (or second) of it: its own, that of the event, or for a signatory
  /// or negotiator that of the signature; nil when it held for a span.
  public func momentaryDate(of statement: Statement, under choice: ReadingChoice) -> HistoricalDate? {
    let object = self[statement.object]
    let stated = object?.life?.statedInForce.filter { choice.counts($0.attestation) } ?? []
    let date: HistoricalDate? =
      if let when = statement.when {
        when
      } else if statement.role == "signatory" || statement.role == "negotiator" {
        object?.life?.concluded(under: choice)
      } else {
        object?.category == .event ? object?.when : stated.count == 1 ? stated[0].date : nil
      }
    return date?.shape == .interval || date?.shape == .allOf ? nil : date
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
