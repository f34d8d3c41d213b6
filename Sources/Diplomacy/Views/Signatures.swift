public import Chronology

// When a signatory or negotiator took part, and when others met in an agreement.
extension GraphView {
  /// An occasion on which somebody took part in an agreement.
  package struct Meeting: Hashable, Sendable {
    /// When.
    package let span: Span
    /// The date that says so; nil where readings differ, where it follows from others, or nothing is known.
    package let date: HistoricalDate?
    /// The act that has the date, by its place in the agreement's life; nil where no act does.
    package let act: Int?
  }

  /// The signature at which a signatory or negotiator took part: of the acts `signature` that name it, or the one for whom it
  /// acts, the first with a date, else the first signature of all, else the first entry into force; without any of these the
  /// first day of the agreement.
  ///
  /// The time is unknown where the only signatures of its own have no date. Where readings that are looked at together give
  /// different ones, it is within the bounds of all.
  package func signature(of statement: Statement) -> Meeting {
    let found = signatures(of: statement)
    guard let first = found.first else { return Meeting(span: .unknown, date: nil, act: nil) }
    if Set(found).count == 1 { return first }
    let span = found.dropFirst().map(\.span).reduce(first.span) { one, other in
      Span(
        earliestStart: min(one.earliestStart, other.earliestStart),
        latestStart: max(one.latestStart, other.latestStart),
        earliestEnd: min(one.earliestEnd, other.earliestEnd), latestEnd: max(one.latestEnd, other.latestEnd),
        isMoment: one.isMoment && other.isMoment)
    }
    return Meeting(span: span, date: nil, act: nil)
  }

  /// When an actor met the others of an agreement, if they meet only when each joins: at its own signatures and accessions; one
  /// who joined after the agreement began by a date of its own, on the first day of that; any other at the first signature, or
  /// where there is none at the entry into force. Nothing where no such day is known.
  package func meetings(of statement: Statement) -> [Meeting] {
    guard let agreement = graph[statement.object], let life = agreement.life else { return [] }
    if statement.role.isOfSignature {
      if let when = statement.when { return [Meeting(span: Span(when), date: when, act: nil)] }
      let meeting = signature(of: statement)
      return meeting.span == .unknown ? [] : [meeting]
    }
    let own = life.acts.indices.filter { number in
      let act = life.acts[number]
      return [.signature, .accession].contains(act.kind) && act.date != nil && takesPart(statement, in: act)
        && counts(act, of: agreement)
    }
    if !own.isEmpty { return own.compactMap { meeting(at: $0, of: agreement) } }
    if let start = statement.when?.firstDate,
      start.earliest > (presence(of: agreement).map(\.latestStart).min() ?? .distantFuture)
    {
      return [Meeting(span: Span(start), date: start, act: nil)]
    }
    let general = firstMeeting(of: agreement)
    return general.span == .unknown || general.span.isContradictory ? [] : [general]
  }

  // MARK: Acts

  /// The signature of a signatory under each reading that is looked at.
  private func signatures(of statement: Statement) -> [Meeting] {
    guard let agreement = graph[statement.object], let life = agreement.life else { return [] }
    let isVaried = life.acts.contains { $0.kind == .signature && !$0.attestation.readings.isEmpty }
    let choices = isVaried ? graph.readings(in: choice).map(\.choice) : [choice]
    return choices.map { choice in
      let own = life.acts.indices.filter { number in
        let act = life.acts[number]
        return act.kind == .signature && takesPart(statement, in: act)
          && counts(act, of: agreement, under: choice)
      }
      if let dated = own.first(where: { life.acts[$0].date != nil }) {
        return meeting(at: dated, of: agreement) ?? firstMeeting(of: agreement, under: choice)
      }
      return own.isEmpty
        ? firstMeeting(of: agreement, under: choice) : Meeting(span: .unknown, date: nil, act: nil)
    }
  }

  /// The first signature of an agreement, or else its entry into force, or else its first day.
  private func firstMeeting(of agreement: Entity, under choice: ReadingChoice? = nil) -> Meeting {
    let acts = agreement.life?.acts ?? []
    for kind in [Act.Kind.signature, .entryIntoForce] {
      let number = acts.indices.first {
        acts[$0].kind == kind && acts[$0].date != nil && counts(acts[$0], of: agreement, under: choice)
      }
      if let found = number.flatMap({ meeting(at: $0, of: agreement) }) { return found }
    }
    return Meeting(span: firstDay(of: agreement), date: nil, act: nil)
  }

  private func meeting(at number: Int, of agreement: Entity) -> Meeting? {
    (agreement.life?.acts[number].date).map { Meeting(span: Span($0), date: $0, act: number) }
  }

  private func takesPart(_ statement: Statement, in act: Act) -> Bool {
    act.by.contains(statement.subject) || statement.onBehalfOf.map { act.by.contains($0) } ?? false
  }

  private func counts(_ act: Act, of agreement: Entity, under choice: ReadingChoice? = nil) -> Bool {
    standpoint.selection.counts(act.attestation, under: choice)
      && standpoint.knows(act.attestation, in: agreement) != .no
  }

  /// The first day of an agreement that nobody is known to have signed.
  private func firstDay(of agreement: Entity) -> Span {
    guard let start = presence(of: agreement).first, !start.isContradictory else { return .never }
    if start.latestStart.isOpen || start.earliestStart.isOpen { return .unknown }
    return Span(
      earliestStart: start.earliestStart, latestStart: start.latestStart,
      earliestEnd: start.earliestStart.adding(seconds: 86_400),
      latestEnd: start.latestStart.adding(seconds: 86_400), isMoment: true)
  }
}

extension HistoricalDate {
  /// The date with which an interval starts; the date itself where it is none.
  fileprivate var firstDate: HistoricalDate? {
    guard shape == .interval else { return self }
    if case .date(let date) = start { return date }
    return nil
  }
}
