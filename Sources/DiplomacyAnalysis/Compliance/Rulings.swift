import Chronology
import Diplomacy

/// The rules by which a deed, or the want of one, decides what became of an obligation.
extension Judge {
  /// What a deed did to an obligation.
  func rule(
    _ owed: Owed, _ event: EventFacts, _ effect: ObligationRule.Effect, _ isSaid: Bool, _ binding: [Span],
    _ deadline: UncertainMoment?
  ) -> Ruling {
    guard let date = event.entity.when?.beginning else { return Ruling(.undecided, .perhapsInForce) }
    let bound = binding.reduce(Answer.no) { $0 || $1.covers(date) }
    if bound == .no { return Ruling(.lapsed, notBound(at: date, binding)) }
    // What the graph says outright to be a breach is one.
    let isBreach = effect == .breaks && !isSaid
    if isBreach, owed.isByConsent(event, times) { return Ruling(.kept, .byConsent) }
    if let ruling = condition(owed, event, date, binding) { return ruling }
    switch effect {
    case .breaks:
      if isBreach, let release = release(of: owed, before: event) {
        return Ruling(.lapsed, .releasedBy(release))
      }
      if isBreach, let ruling = exception(owed, event, date) { return ruling }
      if isBreach, owed.obligation.isOnWordsAlone { return Ruling(.undecided, .conditionInWords) }
      return bound == .yes ? Ruling(.breached, .inForce) : Ruling(.undecided, .perhapsInForce)
    case .fulfils:
      guard let deadline else {
        return bound == .yes ? Ruling(.kept, .inForce) : Ruling(.undecided, .perhapsInForce)
      }
      let span = Span(date)
      if span.latestStart < deadline.earliest || deadline.earliest == .distantFuture {
        return bound == .yes ? Ruling(.kept, .inTime) : Ruling(.undecided, .perhapsInForce)
      }
      guard span.earliestStart >= deadline.latest else { return Ruling(.undecided, .perhapsInTime) }
      return bound == .yes ? Ruling(.breached, .late) : Ruling(.undecided, .perhapsInForce)
    }
  }

  /// Why nothing was owed at a time that certainly lies outside all spans: deeds before and after are told alike.
  private func notBound(at date: HistoricalDate, _ binding: [Span]) -> Compliance.Reason {
    if binding.isEmpty { return .neverInForce }
    if binding.allSatisfy({ date.latest < $0.earliestStart }) { return .notYetInForce }
    if binding.allSatisfy({ !$0.latestEnd.isOpen && $0.latestEnd <= date.earliest }) {
      return .noLongerInForce
    }
    return .notInForce
  }

  /// The first of the deeds by which all creditors that are hit certainly broke the same agreement before, where they all did
  /// and the debtor had not done so itself (Vienna Convention on the Law of Treaties, article 60).
  private func release(of owed: Owed, before event: EventFacts) -> EntityID? {
    guard let date = event.entity.when?.beginning,
      breaches.first(of: owed.agreement, by: owed.debtor, before: date.earliest) == nil
    else { return nil }
    let hit = owed.creditors.filter { event.hit.contains($0) }
    let deeds = hit.compactMap { breaches.first(of: owed.agreement, by: $0, before: date.earliest) }
    return deeds.count == hit.count ? deeds.first : nil
  }

  /// What follows from the case in which nothing is owed; nil where it had not come.
  private func exception(_ owed: Owed, _ event: EventFacts, _ date: HistoricalDate) -> Ruling? {
    guard let exception = owed.obligation.unlessEvent, let position = positions[exception] else { return nil }
    guard let happened = events[position].entity.when?.beginning else {
      return Ruling(.undecided, .perhapsExcepted(exception))
    }
    if exception == event.entity.id || Span(happened).latestStart <= Span(date).earliestStart {
      return Ruling(.lapsed, .excepted(exception))
    }
    return happened.earliest > date.latest ? nil : Ruling(.undecided, .perhapsExcepted(exception))
  }

  /// What follows from a condition that had not come when a deed was done, or may not have; nil where it had.
  private func condition(
    _ owed: Owed, _ event: EventFacts, _ date: HistoricalDate, _ binding: [Span]
  ) -> Ruling? {
    guard let condition = owed.obligation.conditionEvent, condition != event.entity.id else { return nil }
    guard let position = positions[condition] else { return Ruling(.notCalledUpon, .conditionNotArisen) }
    guard let happened = events[position].entity.when?.beginning else {
      return Ruling(.undecided, .beforeCondition)
    }
    let arose = wentOn(events[position], during: binding)
    if arose == .no { return Ruling(.notCalledUpon, .conditionOutside(condition)) }
    if date.latest < happened.earliest { return Ruling(.lapsed, .beforeCondition) }
    if Span(date).earliestStart < Span(happened).latestStart {
      return Ruling(.undecided, .beforeCondition)
    }
    return arose == .yes ? nil : Ruling(.undecided, .perhapsCalledUpon)
  }

  // MARK: Without a deed

  /// What became of an obligation that no deed of the graph touched while it bound.
  func withoutDeed(_ owed: Owed, _ binding: [Span], _ deadline: UncertainMoment?) -> Ruling {
    if binding.isEmpty { return Ruling(.lapsed, .neverInForce) }
    let isOver = binding.allSatisfy { span in
      date.map { !span.latestEnd.isOpen && span.latestEnd <= $0.earliest } ?? !span.latestEnd.isOpen
    }
    let call = call(owed, binding)
    switch call {
    case .outside(let event): return Ruling(.notCalledUpon, .conditionOutside(event))
    case .notArisen where isOver: return Ruling(.notCalledUpon, .conditionNotArisen)
    default: break
    }
    guard let duty = owed.rule?.duty else { return Ruling(.undecided, .noRule) }
    if !isOver, let date, binding.allSatisfy({ $0.covers(date) != .yes }) {
      return Ruling(.undecided, .perhapsBinding)
    }
    if call == .notArisen { return Ruling(.pending, .awaitsCondition) }
    if duty == .toRefrain { return isOver ? Ruling(.kept, .untouched) : Ruling(.pending, .stillBinding) }
    let isPast =
      deadline.map { deadline in
        date.map { deadline.latest <= $0.earliest } ?? (deadline.latest != .distantFuture)
      } ?? false
    guard isPast || isOver else { return Ruling(.pending, .stillBinding) }
    if call == .perhaps { return Ruling(.undecided, .perhapsCalledUpon) }
    return Ruling(.undecided, isPast ? .deadlineOver : .neverMet)
  }

  /// Whether what an obligation is on condition of came while it bound.
  private enum Call: Equatable {
    /// It is on no condition, or the condition came.
    case made
    /// The dates leave it open.
    case perhaps
    /// The condition stands in words, which are not judged.
    case inWords
    /// Nothing in the graph made it true so far.
    case notArisen
    /// The event that is the condition came when it did not bind.
    case outside(EntityID)
  }

  private func call(_ owed: Owed, _ binding: [Span]) -> Call {
    let obligation = owed.obligation
    if let event = obligation.conditionEvent { return call(by: event, binding, mustBeDuring: true) }
    if case .within(_, let event)? = obligation.deadline {
      let call = call(by: event, binding, mustBeDuring: false)
      if call == .notArisen { return call }
    }
    guard owed.rule?.isForWars == true, obligation.condition != nil || !obligation.against.isEmpty else {
      return obligation.condition == nil ? .made : .inWords
    }
    switch occasion(of: owed, binding) {
    case .no: return .notArisen
    case .maybe: return obligation.condition == nil ? .perhaps : .inWords
    case .yes: return obligation.condition == nil ? .made : .inWords
    }
  }

  private func call(by event: EntityID, _ binding: [Span], mustBeDuring: Bool) -> Call {
    guard let position = positions[event] else { return .notArisen }
    guard events[position].entity.when != nil else { return .perhaps }
    switch wentOn(events[position], during: binding) {
    case .yes: return .made
    case .maybe: return .perhaps
    case .no: return mustBeDuring ? .outside(event) : .made
    }
  }

  /// Whether something happened, or went on, at a time that some spans cover: a war that began before may still go on.
  private func wentOn(_ event: EventFacts, during binding: [Span]) -> Answer {
    guard let when = event.entity.when else { return .maybe }
    let span = Span(when)
    return binding.reduce(Answer.no) { answer, bound in
      answer || (span.isMoment ? bound.covers(when) : bound.overlaps(span))
    }
  }

  /// Whether there was a war of the creditors, as far as the graph holds one, in which help or neutrality may be asked for:
  /// an attack on one of them, by those against whom it is directed; an obligation without a condition in words, and
  /// neutrality, also come into play where a creditor is the one who attacks.
  private func occasion(of owed: Owed, _ binding: [Span]) -> Answer {
    let (creditors, foes) = (Set(owed.creditors), Set(owed.obligation.against))
    let isForEither = owed.obligation.condition == nil || owed.rule?.isHelp == false
    var found = Answer.no
    for event in events where event.isAttack && found != .yes {
      let isDefence =
        event.hits(creditors)
        && (foes.isEmpty ? !event.agents.contains(owed.debtor) : !event.agents.isDisjoint(with: foes))
      let isOffence =
        isForEither && !event.agents.isDisjoint(with: creditors) && (foes.isEmpty || event.hits(foes))
      guard isDefence || isOffence else { continue }
      found = found || (event.entity.when == nil ? .maybe : wentOn(event, during: binding))
    }
    return found
  }

  // MARK: Deadlines

  /// The first moments after a deadline.
  func deadline(of obligation: Obligation) -> UncertainMoment? {
    switch obligation.deadline {
    case nil: return nil
    case .by(let date): return date.due
    case .within(let period, let event):
      // From an event that the graph does not date, or that is not there or does not count in the view, no time is counted.
      guard let position = graph.position(of: event), view.entityAnswers[position] != .no,
        case let event = graph.entities[position], view.counts(event.attestation),
        let start = event.when?.beginning, date.map({ start.earliest <= $0.latest }) ?? true
      else { return UncertainMoment(earliest: .distantFuture, latest: .distantFuture) }
      let span = Span(start)
      func end(_ start: Moment) -> Moment {
        period.isOfDays ? start.day.start.adding(period).day.end : start.adding(period)
      }
      return UncertainMoment(earliest: end(span.earliestStart), latest: end(span.latestStart))
    }
  }
}

extension Obligation {
  /// Whether a condition or an exception stands in words, without an event that would tell when it came.
  fileprivate var isOnWordsAlone: Bool {
    condition != nil && conditionEvent == nil || unless != nil && unlessEvent == nil
  }
}

extension Period {
  /// Whether the period counts whole days, months or years alone.
  fileprivate var isOfDays: Bool { hours == 0 && minutes == 0 && seconds == 0 }
}
