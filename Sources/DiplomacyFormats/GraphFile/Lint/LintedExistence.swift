import Chronology
import Diplomacy

/// Who takes part when.
extension LintedFile {
  private static let partaking: Set<Role> = [
    .party, .signatory, .negotiator, .guarantor, .depositary, .agent, .participant, .recipient,
    .target,
  ]

  /// Actors that take part in agreements and events, or are tied to other actors, at no time at which they existed.
  ///
  /// Beneficiaries are left out: what does not exist yet may be promised something.
  func membersOutsideExistence() -> [LintWarning] {
    let mortal = Set(
      graph.entities.filter { $0.category == .actor && ($0.when != nil || !$0.existence.isEmpty) }.map(\.id))
    guard !mortal.isEmpty, let standpoint else { return [] }
    return graph.statements.flatMap { statement -> [LintWarning] in
      let isTie = Role.ties.contains(statement.role) && statement.when != nil
      guard isTie || Self.partaking.contains(statement.role) else { return [] }
      let actors = [statement.subject, statement.onBehalfOf, isTie ? statement.object : nil].compactMap { $0 }
      return actors.filter(mortal.contains).compactMap { outside($0, statement, standpoint) }
    }
  }

  private func outside(_ actor: EntityID, _ statement: Statement, _ standpoint: LintedReading) -> LintWarning?
  {
    guard standpoint.counts(statement.attestation), let object = graph[statement.object],
      standpoint.counts(object.attestation), let entity = graph[actor],
      let periods = existence(of: entity, standpoint), let times = times(of: statement, object, standpoint),
      times.allSatisfy({ time in periods.allSatisfy { !canMeet(time.span, Span($0), slack: time.slack) } })
    else { return nil }
    let existed = periods.map { "'\($0)'" }.joined(separator: ", ")
    let when = times.map { $0.span.text }.joined(separator: ", ")
    return LintWarning(
      rule: .memberOutsideExistence, place: places.statements[statement.id],
      about: subjects(of: statement) + [actor.rawValue],
      message:
        "'\(actor)' exists in \(existed), but \(part(of: actor, in: statement)) at \(when); expected a day in common. "
        + "Check the dates, or name its predecessor or successor.")
  }

  private func part(of actor: EntityID, in statement: Statement) -> String {
    let (subject, object) = (statement.subject, statement.object)
    if Role.ties.contains(statement.role) {
      return "the link '\(statement.role)' of '\(subject)' to '\(object)' holds"
    }
    if actor == subject { return "is '\(statement.role)' of '\(object)'" }
    return "'\(subject)' is '\(statement.role)' of '\(object)' for it"
  }

  /// The periods in which an actor existed; nil when there is a doubt about one, or none.
  private func existence(of entity: Entity, _ standpoint: LintedReading) -> [HistoricalDate]? {
    let periods =
      entity.existence.isEmpty
      ? [entity.when].compactMap { $0 }
      : entity.existence.filter { standpoint.counts($0.attestation) }.map(\.date)
    return periods.isEmpty || periods.contains(where: \.isDoubtful) ? nil : periods
  }

  private typealias Time = (span: Span, slack: Int64)

  /// The times at which somebody takes part, any of which is enough; nil when one is not known.
  private func times(of statement: Statement, _ object: Entity, _ standpoint: LintedReading) -> [Time]? {
    func time(_ date: HistoricalDate?) -> [Time]? {
      date.flatMap { $0.isDoubtful ? nil : [(Span($0), $0.hasTime ? 86_400 : 0)] }
    }
    if let when = statement.when { return time(when) }
    guard let life = object.life else { return object.category == .event ? time(object.when) : nil }
    let signatures = life.acts.filter { $0.kind == .signature && standpoint.counts($0.attestation) }
    var times: [Time] = []
    for signature in signatures {
      guard let date = time(signature.date) else { return nil }
      times += date
    }
    if statement.role == .signatory || statement.role == .negotiator { return times.isEmpty ? nil : times }
    guard !(life.acts.contains { $0.date?.isDoubtful ?? false }),
      !(life.statedInForce.contains { $0.date?.isDoubtful ?? false }),
      let course = standpoint.view.course(of: statement.subject, in: object.id)
    else { return nil }
    times += course.spans.filter { !$0.isContradictory }.map { ($0, 86_400) }
    return times.isEmpty ? nil : times
  }

  private func canMeet(_ time: Span, _ existence: Span, slack: Int64) -> Bool {
    func isBefore(_ end: Moment, _ start: Moment) -> Bool {
      end != .distantFuture && end.adding(seconds: slack) <= start
    }
    return !isBefore(existence.latestEnd, time.earliestStart)
      && !isBefore(time.latestEnd, existence.earliestStart)
  }
}
