import Chronology
import Diplomacy

/// Holds the obligations of one view against its events.
struct Judge {
  let view: GraphView
  let reading: ReadingID?
  /// The date as of which is judged; nil: after all that the graph holds.
  let date: HistoricalDate?
  let graph: DiplomaticGraph
  /// The events that count and have begun, in order of their beginning.
  let events: [EventFacts]
  let positions: [EntityID: Int]
  private let eventsOfAgent: [EntityID: [Int]]
  /// Every obligation of the view by each of its debtors, in order.
  let owed: [Owed]
  /// What the graph says outright of obligations.
  private let said: [StatementID: [(event: Int, deed: Deed)]]
  let times: BindingTimes
  let breaches: Breaches

  init(_ view: GraphView, reading: ReadingID?, asOf date: HistoricalDate?) {
    self.view = view
    self.reading = reading
    self.date = date
    graph = view.graph
    let happened = zip(view.graph.entities, view.entityAnswers).filter { entity, answer in
      entity.category == .event && answer != .no && view.counts(entity.attestation)
        && (date.map { Judge.began(entity, by: $0) } ?? true)
    }.map(\.0)
    let borders = Border.all(in: view)
    events = happened.map { EventFacts($0, in: view, borders: borders) }.enumerated().sorted { one, other in
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
    positions = Dictionary(events.enumerated().map { ($1.entity.id, $0) }) { first, _ in first }
    self.said = said
    let all = Owed.all(in: view, events, positions)
    let times = BindingTimes(of: all, in: view)
    self.times = times
    let owed = date.map { date in all.compactMap { $0.begun(by: date, times, in: view) } } ?? all
    self.owed = owed
    breaches = Breaches(of: owed, by: events, said, times)
  }

  private static func began(_ event: Entity, by date: HistoricalDate) -> Bool {
    event.when.map { $0.earliest <= date.latest } ?? false
  }

  /// When a debtor was bound to at least one of some creditors, as far as that had begun on the date of the view.
  func binding(_ owed: Owed, to creditors: [EntityID]) -> [Span] {
    let spans = times.binding(owed, to: creditors)
    return date.map { date in spans.filter { $0.earliestStart <= date.latest } } ?? spans
  }

  // MARK: Verdicts

  func verdicts() -> [Compliance.Verdict] { owed.flatMap { verdicts(on: $0) } }

  private typealias Effect = (
    event: Int, effect: ObligationRule.Effect, isSaid: Bool, citations: [Citation]
  )

  private func verdicts(on owed: Owed) -> [Compliance.Verdict] {
    let binding = binding(owed, to: owed.creditors)
    let deadline = deadline(of: owed.obligation)
    func verdict(
      _ ruling: Ruling, _ creditors: [EntityID], _ binding: [Span], _ event: Int? = nil,
      _ citations: [Citation] = []
    ) -> Compliance.Verdict {
      Compliance.Verdict(
        reading: reading, agreement: owed.agreement, obligation: owed.obligation, debtor: owed.debtor,
        creditors: creditors, event: event.map { events[$0].entity.id }, outcome: ruling.outcome,
        reason: ruling.reason, binding: binding, deadline: deadline,
        citations: unique(
          self.citations(of: owed) + (event.map { events[$0].citations } ?? []) + citations
            + lifeCitations(owed.agreement)))
    }
    var verdicts: [Compliance.Verdict] = []
    for (event, effect, isSaid, citations) in effects(on: owed) {
      // Of many creditors, those count whom the deed hit.
      let hit = owed.creditors.filter { events[event].hit.contains($0) || events[event].reached.contains($0) }
      let creditors = hit.isEmpty ? owed.creditors : hit
      let bound = hit.isEmpty ? binding : self.binding(owed, to: hit)
      let ruling = dated(rule(owed, events[event], effect, isSaid, bound, deadline), events[event])
      verdicts.append(verdict(ruling, creditors, bound, event, citations))
      // What is done is done: a later deed neither meets the obligation again nor meets it late.
      if effect == .fulfils, ruling.outcome == .kept, owed.rule?.duty != .toRefrain { break }
    }
    // Deeds outside the time in which it bound say nothing of how it fared then.
    let isTouched = verdicts.contains { !$0.isOutside }
    if verdicts.isEmpty || owed.rule != nil && !isTouched {
      let ruling = withoutDeed(owed, binding, deadline)
      if !verdicts.contains(where: { $0.outcome == ruling.outcome }) {
        verdicts.append(verdict(ruling, owed.creditors, binding))
      }
    }
    return verdicts
  }

  /// What events do to an obligation, by what the graph says or by its rule, in order of time.
  private func effects(on owed: Owed) -> [Effect] {
    var effects: [Effect] = []
    for (event, deed) in said[owed.obligation.id] ?? [] where concerns(events[event], owed) {
      effects.append((event, deed.effect == .breaches ? .breaks : .fulfils, true, deed.attestation.citations))
    }
    let told = Set(effects.map(\.event))
    for event in eventsOfAgent[owed.debtor] ?? [] where !told.contains(event) {
      if let effect = owed.effect(of: events[event]) {
        effects.append((event, effect, false, []))
      }
    }
    return effects.sorted { $0.event < $1.event }
  }

  /// Whether an event that the graph names for an obligation is one of this debtor's; with one debtor it always is.
  private func concerns(_ event: EventFacts, _ owed: Owed) -> Bool {
    let debtors = owed.obligation.debtors(among: view.parties(of: owed.agreement))
    let acting = debtors.filter { event.agents.contains($0) }
    return debtors.count == 1 || acting.isEmpty || acting.contains(owed.debtor)
  }

  /// A ruling on a deed whose own date leaves open whether it was done by the date of the view.
  private func dated(_ ruling: Ruling, _ event: EventFacts) -> Ruling {
    guard let date, ruling.outcome == .kept || ruling.outcome == .breached,
      let when = event.entity.when?.beginning, Span(when).latestStart > date.latest
    else { return ruling }
    return Ruling(.undecided, .perhapsDone)
  }

  // MARK: Sources

  /// The sources of the acts and terms from which the agreement's time in force follows.
  private func lifeCitations(_ agreement: EntityID) -> [Citation] {
    guard let course = view.course(of: agreement) else { return [] }
    return (course.beginnings + course.endings).flatMap(\.citations)
  }

  /// The sources of an obligation, or where it names none, of its agreement.
  func citations(of owed: Owed) -> [Citation] {
    let own = owed.obligation.attestation.citations
    return own.isEmpty ? graph[owed.agreement]?.attestation.citations ?? [] : own
  }

  func unique(_ citations: [Citation]) -> [Citation] {
    var seen: Set<Citation> = []
    return citations.filter { seen.insert($0).inserted }
  }
}

/// What became of an obligation, and why.
struct Ruling {
  let outcome: Compliance.Outcome
  let reason: Compliance.Reason

  init(_ outcome: Compliance.Outcome, _ reason: Compliance.Reason) {
    self.outcome = outcome
    self.reason = reason
  }
}

extension Compliance.Verdict {
  /// Whether the deed was done when nothing was owed, so that the obligation itself may have fared one way or another.
  fileprivate var isOutside: Bool {
    switch outcome {
    case .notCalledUpon: true
    case .lapsed:
      switch reason {
      case .releasedBy, .excepted: false
      default: true
      }
    default: false
    }
  }
}
