import Chronology
import Diplomacy

/// What follows from the terms of agreements.
extension LintedFile {
  /// Denunciations and withdrawals that came too late for the term that ran then, whatever their dates mean.
  func lateNotices() -> [LintWarning] {
    inLives { agreement, life, standpoint in
      let notices: Set<Act.Kind> = [.denunciation, .withdrawal]
      return life.acts.enumerated().compactMap { index, act in
        guard notices.contains(act.kind), let date = act.date, !date.isDoubtful,
          standpoint.counts(act.attestation)
        else { return nil }
        let courses =
          [standpoint.view.course(of: agreement.id)]
          + act.by.map { standpoint.view.course(of: $0, in: agreement.id) }
        let turns = courses.compactMap { $0 }.flatMap(\.endings).filter { $0.act == act }
        let late = turns.filter { if case .lateNotice = $0.cause { true } else { false } }
        guard let end = late.first, late.count == turns.count else { return nil }
        let notice = end.terms?.notice.map { " of \($0)" } ?? ""
        return LintWarning(
          rule: .lateNotice, place: place(ofAct: index, of: agreement.id), about: [agreement.id.rawValue],
          message:
            "the \(act.kind) of '\(agreement.id)' at '\(date)' is too late for the term that runs; it ends a "
            + "later one, with \(lastDay(end)). Expected the notice\(notice) before the end of the term: check "
            + "the date and the terms.")
      }
    }
  }

  /// Stated spans whose end is not the one that follows from acts and terms.
  ///
  /// A stated end that acts and terms leave open is no contradiction.
  func statedAgainstDerived() -> [LintWarning] {
    guard let derived else { return [] }
    return inLives { agreement, life, standpoint in
      guard !life.statedInForce.isEmpty, let course = derived.view.course(of: agreement.id) else { return [] }
      let entry = first(.entryIntoForce, life, standpoint)
      return life.statedInForce.enumerated().compactMap { index, stated in
        guard standpoint.counts(stated.attestation) else { return nil }
        let message =
          stated.date.flatMap { contradiction($0, course) } ?? (stated.date == nil ? entry.map(never) : nil)
        let places = places.lives[agreement.id]?.statedInForce ?? []
        return message.map {
          LintWarning(
            rule: .statedAgainstDerived, place: places.indices.contains(index) ? places[index] : nil,
            about: [agreement.id.rawValue],
            message: "'\(agreement.id)' is stated to be in force \($0) Check the one and the other.")
        }
      }
    }
  }

  private func never(_ entry: HistoricalDate) -> String {
    "'never', but enters into force at '\(entry)'; expected only one of them."
  }

  /// How a stated span and a derived course contradict each other at the end by more than a day; nil when they do not.
  private func contradiction(_ stated: HistoricalDate, _ derived: LifeCourse) -> String? {
    guard !stated.isDoubtful, let hull = derived.hull, !hull.isContradictory, !derived.endings.isEmpty else {
      return nil
    }
    guard !derived.endings.contains(where: { $0.cause == .undecided || $0.act?.date?.isDoubtful ?? false })
    else { return nil }
    let span = Span(stated)
    let day: Int64 = 86_400
    let isLater = !hull.latestEnd.isOpen && hull.latestEnd.adding(seconds: day) < span.earliestEnd
    let isEarlier = !span.latestEnd.isOpen && span.latestEnd.adding(seconds: day) < hull.earliestEnd
    // Nothing that ends it is known, or a successor, which comes at the latest when it is in force.
    let hasNoEnd = derived.endings.contains { isOpen($0.cause) }
    guard isLater || isEarlier && !hasNoEnd else { return nil }
    return "in '\(stated)', but by its acts and terms in \(hull.text); expected the same end."
  }

  /// Whether a cause leaves the end open, or gives just the latest one.
  private func isOpen(_ cause: LifeCourse.Cause) -> Bool {
    switch cause {
    case .never, .superseded: true
    case .with(_, let cause), .through(_, let cause): isOpen(cause)
    default: false
    }
  }

  /// The graph without its stated spans; nil where no agreement has both these and acts or terms.
  static func withoutStatedSpans(_ graph: DiplomaticGraph) -> DiplomaticGraph? {
    let hasBoth = graph.entities.contains {
      $0.life.map { !$0.statedInForce.isEmpty && !($0.acts.isEmpty && $0.terms.isEmpty) } ?? false
    }
    guard hasBoth else { return nil }
    return graph.changing { entity in
      var entity = entity
      entity.life?.statedInForce = []
      return entity
    }
  }

  private func lastDay(_ end: LifeCourse.Turn) -> String {
    func text(_ moment: Moment) -> String {
      moment.isOpen ? "an unknown day" : "\(moment.adding(seconds: -1).day)"
    }
    let (first, last) = (text(end.earliest), text(end.latest))
    return first == last ? first : "\(first) … \(last)"
  }
}
