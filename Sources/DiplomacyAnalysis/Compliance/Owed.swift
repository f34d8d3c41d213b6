import Chronology
import Diplomacy

/// What one debtor owes under an obligation.
struct Owed {
  let agreement: EntityID
  let obligation: Obligation
  let debtor: EntityID
  var creditors: [EntityID]
  /// What the obligation is about, with all that is part of it or the same.
  let territories: Set<EntityID>
  /// Against whom it is directed, and who did what the obligation is on condition of.
  let foes: Set<EntityID>

  /// The territories in which alone the agreement is applied, and those in which it is not, with all that is part of them.
  let scope: TerritorialScope

  /// The rule of its kind; nil for a kind outside the core.
  var rule: ObligationRule? { ObligationRule.table[obligation.kind] }

  /// What an event does to it, or nil when it does not touch it.
  func effect(of event: EventFacts) -> ObligationRule.Effect? {
    guard let rule, scope.covers(event),
      (rule.isOfThosePresent ? event.present : event.agents).contains(debtor),
      rule.concerns(event, self)
    else { return nil }
    return rule.duty == .toAct ? .fulfils : .breaks
  }

  /// Whether an event is done together with all to whom the obligation is owed at that time.
  ///
  /// They consent to what they do themselves: with the consent of all parties an agreement may be ended or set aside at any
  /// time (Vienna Convention on the Law of Treaties, articles 54 and 57), and consent takes from an act what would be wrongful in
  /// it (Articles on State Responsibility, article 20).
  func isByConsent(_ event: EventFacts, _ times: BindingTimes) -> Bool {
    guard let date = event.entity.when?.beginning else {
      return !creditors.isEmpty && creditors.allSatisfy(event.agents.contains)
    }
    let due = creditors.filter { creditor in
      times.binding(self, to: [creditor]).contains { $0.covers(date) != .no }
    }
    return !due.isEmpty && due.allSatisfy(event.agents.contains)
  }
}

extension Owed {
  /// Every obligation of a view by each of its debtors, in order.
  static func all(in view: GraphView, _ events: [EventFacts], _ positions: [EntityID: Int]) -> [Owed] {
    let graph = view.graph
    return zip(graph.entities, view.entityAnswers).flatMap { agreement, answer -> [Owed] in
      guard answer != .no, view.counts(agreement.attestation), let life = agreement.life else { return [] }
      let parties = view.parties(of: agreement.id)
      return life.obligations.filter {
        view.counts($0.attestation) && view.sees($0, of: agreement)
          && !view.options.withoutStatements.contains($0.id)
      }.flatMap { obligation in
        let territories = parts(of: obligation.about, in: view)
        let doers = obligation.conditionEvent.flatMap { positions[$0] }.map { events[$0].agents } ?? []
        return obligation.debtors(among: parties).map { debtor in
          let creditors = obligation.creditors(of: debtor, among: parties)
          return Owed(
            agreement: agreement.id, obligation: obligation, debtor: debtor,
            creditors: creditors, territories: territories,
            foes: doers.union(obligation.against).subtracting([debtor]),
            scope: TerritorialScope(of: agreement.id, between: Set(creditors).union([debtor]), in: view))
        }
      }
    }
  }

  /// What of it had begun by a date, certainly or possibly: with those to whom it was owed by then; nil when nothing had.
  func begun(by date: HistoricalDate, _ times: BindingTimes, in view: GraphView) -> Owed? {
    func hasBegun(_ creditors: [EntityID]) -> Bool {
      times.binding(self, to: creditors).contains { $0.earliestStart <= date.latest }
    }
    guard hasBegun(creditors) else {
      // What never came into force is told of once it is concluded.
      guard times.binding(self, to: creditors).isEmpty, let entity = view.graph[agreement] else {
        return nil
      }
      return view.concluded(entity).map { $0.earliest <= date.latest } ?? true ? self : nil
    }
    var owed = self
    owed.creditors = creditors.filter { hasBegun([$0]) }
    return owed
  }

  /// Entities with all that is part of them or the same.
  static func parts(of entities: [EntityID], in view: GraphView) -> Set<EntityID> {
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
}
