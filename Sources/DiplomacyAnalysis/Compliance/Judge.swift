import Chronology
import Diplomacy

/// Holds the obligations of one view against its events.
struct Judge {
  let view: GraphView
  private let reading: ReadingID?
  private let date: HistoricalDate?
  private let graph: DiplomaticGraph
  /// The events that count and have begun, in order of their beginning.
  private let events: [EventFacts]
  private let positions: [EntityID: Int]
  private let eventsOfAgent: [EntityID: [Int]]
  /// Every obligation of the view by each of its debtors, in order.
  private let owed: [Owed]
  /// What the graph says outright of obligations.
  private let said: [StatementID: [(event: Int, deed: Deed)]]
  private let times: BindingTimes
  private let breaches: Breaches

  init(_ view: GraphView, reading: ReadingID?, asOf date: HistoricalDate?) {
    self.view = view
    self.reading = reading
    self.date = date
    graph = view.graph
    let happened = zip(view.graph.entities, view.entityAnswers).filter { entity, answer in
      entity.category == .event && answer != .no && view.counts(entity.attestation)
        && (date.map { Judge.began(entity, by: $0) } ?? true)
    }.map(\.0)
    events = happened.map { EventFacts($0, in: view) }.enumerated().sorted { one, other in
      let (first, second) = (one.element.entity.when?.earliest, other.element.entity.when?.earliest)
      return (first ?? .distantFuture, one.offset) < (second ?? .distantFuture, other.offset)
    }.map(\.element)
    var ofAgent: [EntityID: [Int]] = [:]
    var said: [StatementID: [(event: Int, deed: Deed)]] = [:]
    for (index, event) in events.enumerated() {
      for actor in event.agents.union(event.present) { ofAgent[actor, default: []].append(index) }
      for deed in event.entity.deeds where view.counts(deed.attestation) {
        said[deed.obligation, default: []].append((index, deed))
      }
    }
    eventsOfAgent = ofAgent
    positions = Dictionary(uniqueKeysWithValues: events.enumerated().map { ($1.entity.id, $0) })
    self.said = said
    owed = Self.owed(in: view, events, positions)
    times = BindingTimes(of: owed, in: view)
    breaches = Breaches(of: owed, by: events, said, times)
  }

  private static func began(_ event: Entity, by date: HistoricalDate) -> Bool {
    event.when.map { $0.earliest <= date.latest } ?? false
  }

  // MARK: What is owed

  /// Every obligation of the view by each of its debtors, in order.
  private static func owed(in view: GraphView, _ events: [EventFacts], _ positions: [EntityID: Int]) -> [Owed]
  {
    let graph = view.graph
    return zip(graph.entities, view.entityAnswers).flatMap { agreement, answer -> [Owed] in
      guard answer != .no, view.counts(agreement.attestation), let life = agreement.life else { return [] }
      let parties = view.parties(of: agreement.id)
      return life.obligations.filter {
        view.counts($0.attestation) && view.sees($0, of: agreement)
          && !view.options.withoutStatements.contains($0.id)
      }.flatMap { obligation in
        (obligation.by.isEmpty ? parties : obligation.by).map { debtor in
          Owed(
            agreement: agreement.id, obligation: obligation, debtor: debtor,
            creditors: (obligation.to.isEmpty ? parties : obligation.to).filter { $0 != debtor },
            territories: parts(of: obligation.about, in: view),
            foes: obligation.conditionEvent.flatMap { positions[$0] }.map { events[$0].agents } ?? [])
        }
      }
    }
  }

  /// Entities with all that is part of them or the same.
  private static func parts(of entities: [EntityID], in view: GraphView) -> Set<EntityID> {
    entities.reduce(into: Set(entities)) { found, entity in
      found.formUnion(
        EventFacts.spread(from: entity, view) { statement, entity in
          switch statement.role {
          case .partOf: statement.object == entity ? statement.subject : nil
          case .sameAs: statement.subject == entity ? statement.object : statement.subject
          default: nil
          }
        })
    }
  }

  // MARK: Verdicts

  func verdicts() -> [Compliance.Verdict] { owed.flatMap { verdicts(on: $0) } }

  private func verdicts(on owed: Owed) -> [Compliance.Verdict] {
    let binding = times.binding(owed.debtor, owed.creditors, in: owed.agreement)
    let deadline = deadline(of: owed.obligation)
    var effects: [(event: Int, effect: ObligationRule.Effect, isSaid: Bool, citations: [Citation])] = []
    for (event, deed) in said[owed.obligation.id] ?? [] where concerns(events[event], owed) {
      effects.append((event, deed.effect == .breaches ? .breaks : .fulfils, true, deed.attestation.citations))
    }
    let told = Set(effects.map(\.event))
    for event in eventsOfAgent[owed.debtor] ?? [] where !told.contains(event) {
      if let effect = owed.effect(of: events[event]) {
        effects.append((event, effect, false, []))
      }
    }
    effects.sort { $0.event < $1.event }
    func verdict(
      _ outcome: Compliance.Outcome, _ reason: Compliance.Reason, _ creditors: [EntityID], _ binding: [Span],
      _ event: Int? = nil, _ citations: [Citation] = []
    ) -> Compliance.Verdict {
      Compliance.Verdict(
        reading: reading, agreement: owed.agreement, obligation: owed.obligation, debtor: owed.debtor,
        creditors: creditors, event: event.map { events[$0].entity.id }, outcome: outcome, reason: reason,
        binding: binding, deadline: deadline,
        citations: unique(
          self.citations(of: owed) + (event.map { events[$0].citations } ?? []) + citations
            + lifeCitations(owed.agreement)))
    }
    var verdicts: [Compliance.Verdict] = []
    for (event, effect, isSaid, citations) in effects {
      // Of many creditors, those count whom the deed hit.
      let hit = owed.creditors.filter { events[event].hit.contains($0) || events[event].reached.contains($0) }
      let creditors = hit.isEmpty ? owed.creditors : hit
      let bound = hit.isEmpty ? binding : times.binding(owed.debtor, hit, in: owed.agreement)
      let (outcome, reason) = judge(owed, events[event], effect, isSaid, bound, deadline)
      // What was done before the obligation began does not touch it.
      if !isSaid, outcome == .lapsed, !bound.isEmpty, precedes(events[event], bound) { continue }
      verdicts.append(verdict(outcome, reason, creditors, bound, event, citations))
      // What is done is done: a later deed neither meets the obligation again nor meets it late.
      if effect == .fulfils, outcome == .kept, owed.rule?.duty != .toRefrain { break }
    }
    let isMet = verdicts.contains { $0.outcome != .lapsed }
    if verdicts.isEmpty || owed.rule?.duty == .toAct && !isMet {
      let (outcome, reason) = withoutDeed(owed, binding, deadline)
      if verdicts.isEmpty || outcome != .lapsed {
        verdicts.append(verdict(outcome, reason, owed.creditors, binding))
      }
    }
    return verdicts
  }

  /// Whether an event certainly began before all of several spans.
  private func precedes(_ event: EventFacts, _ spans: [Span]) -> Bool {
    guard let date = event.entity.when?.beginning else { return false }
    return spans.allSatisfy { date.latest < $0.earliestStart }
  }

  /// Whether an event that the graph names for an obligation is one of this debtor's; with one debtor it always is.
  private func concerns(_ event: EventFacts, _ owed: Owed) -> Bool {
    let debtors = owed.obligation.by.isEmpty ? view.parties(of: owed.agreement) : owed.obligation.by
    let acting = debtors.filter { event.agents.contains($0) }
    return debtors.count == 1 || acting.isEmpty || acting.contains(owed.debtor)
  }

  private func judge(
    _ owed: Owed, _ event: EventFacts, _ effect: ObligationRule.Effect, _ isSaid: Bool, _ binding: [Span],
    _ deadline: UncertainMoment?
  ) -> (Compliance.Outcome, Compliance.Reason) {
    guard let date = event.entity.when?.beginning else { return (.undecided, .perhapsInForce) }
    let bound = binding.reduce(Answer.no) { $0 || $1.covers(date) }
    if bound == .no { return (.lapsed, binding.isEmpty ? .neverInForce : .notInForce) }
    if let condition = owed.obligation.conditionEvent, condition != event.entity.id {
      guard let happened = positions[condition].flatMap({ events[$0].entity.when?.beginning }) else {
        return (.undecided, .beforeCondition)
      }
      if date.latest < happened.earliest { return (.lapsed, .beforeCondition) }
      if Span(date).earliestStart < Span(happened).latestStart, date.latest < happened.latest {
        return (.undecided, .beforeCondition)
      }
    }
    switch effect {
    case .breaks:
      // What the graph says outright to be a breach is one.
      if !isSaid, let release = release(of: owed, before: event) { return (.lapsed, .releasedBy(release)) }
      if !isSaid, owed.obligation.condition != nil, owed.obligation.conditionEvent == nil {
        return (.undecided, .conditionInWords)
      }
      return bound == .yes ? (.breached, .inForce) : (.undecided, .perhapsInForce)
    case .fulfils:
      guard let deadline else { return bound == .yes ? (.kept, .inForce) : (.undecided, .perhapsInForce) }
      let span = Span(date)
      if span.latestStart < deadline.earliest || deadline.earliest == .distantFuture {
        return bound == .yes ? (.kept, .inTime) : (.undecided, .perhapsInForce)
      }
      return span.earliestStart >= deadline.latest ? (.breached, .late) : (.undecided, .perhapsInTime)
    }
  }

  /// The first of the deeds by which all creditors that are hit certainly broke the same agreement before, where they all did
  /// and the debtor had not done so itself.
  private func release(of owed: Owed, before event: EventFacts) -> EntityID? {
    guard let date = event.entity.when?.beginning,
      breaches.first(of: owed.agreement, by: owed.debtor, before: date.earliest) == nil
    else { return nil }
    let hit = owed.creditors.filter { event.hit.contains($0) }
    let deeds = hit.compactMap { breaches.first(of: owed.agreement, by: $0, before: date.earliest) }
    return deeds.count == hit.count ? deeds.first : nil
  }

  private func withoutDeed(
    _ owed: Owed, _ binding: [Span], _ deadline: UncertainMoment?
  ) -> (Compliance.Outcome, Compliance.Reason) {
    if binding.isEmpty { return (.lapsed, .neverInForce) }
    let isOver = binding.allSatisfy { span in
      date.map { !span.latestEnd.isOpen && span.latestEnd <= $0.earliest } ?? !span.latestEnd.isOpen
    }
    switch owed.rule?.duty {
    case nil: return (.undecided, .noRule)
    case .toRefrain: return isOver ? (.kept, .untouched) : (.pending, .stillBinding)
    case .toAct:
      if let deadline {
        let isPast = date.map { deadline.latest <= $0.earliest } ?? (deadline.latest != .distantFuture)
        return isPast ? (.undecided, .deadlineOver) : (.pending, .stillBinding)
      }
      // A duty on condition is not owed before the condition is fulfilled.
      return isOver ? (.undecided, .neverMet) : (.pending, .stillBinding)
    }
  }

  // MARK: When

  /// The first moments after a deadline.
  private func deadline(of obligation: Obligation) -> UncertainMoment? {
    switch obligation.deadline {
    case nil: return nil
    case .by(let date):
      let span = Span(date)
      return UncertainMoment(earliest: span.earliestEnd, latest: span.latestEnd)
    case .within(let period, let event):
      // From an event that the graph does not date, or that is not there or does not count in the view, no time is counted.
      guard let position = graph.position(of: event), view.entityAnswers[position] != .no,
        case let event = graph.entities[position], view.counts(event.attestation),
        let date = event.when?.beginning
      else { return UncertainMoment(earliest: .distantFuture, latest: .distantFuture) }
      let span = Span(date)
      func end(_ start: Moment) -> Moment {
        period.isOfDays ? start.day.start.adding(period).day.end : start.adding(period)
      }
      return UncertainMoment(earliest: end(span.earliestStart), latest: end(span.latestStart))
    }
  }

  /// The sources of the acts and terms from which the agreement's time in force follows.
  private func lifeCitations(_ agreement: EntityID) -> [Citation] {
    guard let course = view.course(of: agreement) else { return [] }
    return (course.beginnings + course.endings).flatMap(\.citations)
  }

  /// The sources of an obligation, or where it names none, of its agreement.
  private func citations(of owed: Owed) -> [Citation] {
    let own = owed.obligation.attestation.citations
    return own.isEmpty ? graph[owed.agreement]?.attestation.citations ?? [] : own
  }

  private func unique(_ citations: [Citation]) -> [Citation] {
    var seen: Set<Citation> = []
    return citations.filter { seen.insert($0).inserted }
  }

  // MARK: Conflicts

  /// Pairs of obligations of one debtor of which one asks for what the other forbids, while both bind.
  func conflicts() -> [Compliance.Conflict] {
    let byDebtor = Dictionary(grouping: owed, by: \.debtor)
    var seen: Set<EntityID> = []
    var found: [Compliance.Conflict] = []
    for debtor in owed.map(\.debtor) where seen.insert(debtor).inserted {
      let all = byDebtor[debtor] ?? []
      for (index, one) in all.enumerated() {
        for other in all[(index + 1)...] where one.agreement != other.agreement {
          guard let answer = clash(one, other) ?? clash(other, one) else { continue }
          found.append(
            Compliance.Conflict(
              reading: reading, debtor: debtor,
              first: .init(agreement: one.agreement, obligation: one.obligation),
              second: .init(agreement: other.agreement, obligation: other.obligation), answer: answer,
              citations: unique(
                citations(of: one) + citations(of: other))))
        }
      }
    }
    return found
  }

  /// Whether what one obligation asks to do another asks to leave undone, while both bind; nil when it does not.
  private func clash(_ one: Owed, _ other: Owed) -> Answer? {
    guard let rule = one.rule, let opposition = rule.opposes[other.obligation.kind] else { return nil }
    let mine = times.binding(one.debtor, one.creditors, in: one.agreement)
    // Towards a foe that has broken the other agreement, that one binds no more.
    let start = mine.map(\.earliestStart).min() ?? .distantPast
    func isAgainstCreditor() -> Bool {
      Set(one.obligation.about).union(one.foes).contains { foe in
        other.creditors.contains(foe) && breaches.first(of: other.agreement, by: foe, before: start) == nil
      }
    }
    func isAboutOneTerritory() -> Bool { !one.territories.isDisjoint(with: other.territories) }
    let isOpposed =
      switch opposition {
      case .creditor: isAgainstCreditor()
      case .territory: isAboutOneTerritory()
      case .rivals: isAboutOneTerritory() && Set(one.creditors).isDisjoint(with: other.creditors)
      }
    let isConditional = one.obligation.condition != nil || one.obligation.conditionEvent != nil
    guard isOpposed, !(rule.opposesOnlyUnconditionally && isConditional) else { return nil }
    let theirs = times.binding(other.debtor, other.creditors, in: other.agreement)
    var together = Answer.no
    for span in mine {
      for bound in theirs { together = together || span.overlaps(bound) }
    }
    guard together != .no else { return nil }
    // Who may wait until the other obligation has ended can keep both.
    let limit = deadline(of: one.obligation)?.earliest ?? .distantFuture
    let canWait =
      rule.mayWait && theirs.allSatisfy { !$0.latestEnd.isOpen && $0.latestEnd < limit }
      && mine.contains { own in theirs.allSatisfy { $0.latestEnd < own.earliestEnd } }
    return canWait ? nil : together
  }
}

extension Period {
  /// Whether the period counts whole days, months or years alone.
  fileprivate var isOfDays: Bool { hours == 0 && minutes == 0 && seconds == 0 }
}
