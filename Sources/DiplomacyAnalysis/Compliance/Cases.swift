import Chronology
import Diplomacy

/// The cases on which obligations depend: events that fulfil a condition or are an exception, whether or not they ever happened,
/// and attacks by those against whom help is promised.
struct Cases {
  /// A case in which an obligation is owed.
  struct Occasion {
    /// The event; nil where the case follows from the obligation alone.
    let facts: EventFacts?
    let attackers: [EntityID]
    let attacked: [EntityID]
    /// The condition in words that the obligation has besides, which is not judged.
    let words: String?

    var told: Compliance.Conflict.Case {
      Compliance.Conflict.Case(
        event: facts?.entity.id, attackers: attackers, attacked: attacked, words: words)
    }
  }

  private let view: GraphView
  /// What is known of the events that are conditions or exceptions.
  private let events: [EntityID: EventFacts]
  private struct Debt: Hashable {
    let debtor, agreement: EntityID
  }
  /// What everybody owes under each agreement.
  private let debts: [Debt: [Owed]]

  init(of owed: [Owed], in view: GraphView) {
    self.view = view
    var events: [EntityID: EventFacts] = [:]
    let borders = Border.all(in: view)
    for owed in owed {
      for id in [owed.obligation.conditionEvent, owed.obligation.unlessEvent].compactMap(\.self)
      where events[id] == nil {
        guard let position = view.graph.position(of: id), view.entityAnswers[position] != .no else {
          continue
        }
        events[id] = EventFacts(view.graph.entities[position], in: view, borders: borders, isCase: true)
      }
    }
    self.events = events
    debts = Dictionary(grouping: owed) { Debt(debtor: $0.debtor, agreement: $0.agreement) }
  }

  /// Against whom what is owed under an obligation is directed: those whom it names, and whoever brings about its condition.
  func foes(of owed: Owed) -> Set<EntityID> {
    let doers = owed.obligation.conditionEvent.flatMap { events[$0]?.agents } ?? []
    return owed.foes.union(owed.obligation.about).union(doers).subtracting([owed.debtor])
  }

  /// The cases in which something is owed against a foe; empty where it is at any time, nil where nobody can tell.
  func occasions(of owed: Owed, against foe: EntityID) -> [Occasion]? {
    let obligation = owed.obligation
    if obligation.conditionEvent != nil { return conditionEvent(of: owed).map { [$0] } }
    let isDirected = obligation.against.contains(foe)
    guard owed.rule?.isHelp == true else {
      return obligation.condition.map {
        [Occasion(facts: nil, attackers: [], attacked: [], words: $0)]
      } ?? []
    }
    // Help on a condition in words alone is owed against somebody who has broken the peace himself, and nobody knows who.
    guard isDirected else { return obligation.condition == nil ? [] : nil }
    return owed.creditors.filter { $0 != foe }.map {
      Occasion(facts: nil, attackers: [foe], attacked: [$0], words: obligation.condition)
    }
  }

  private func conditionEvent(of owed: Owed) -> Occasion? {
    guard let id = owed.obligation.conditionEvent, let facts = events[id] else { return nil }
    func ends(_ role: Role) -> [EntityID] {
      var seen: Set<EntityID> = []
      return view.statements(about: id).filter { $0.statement.role == role && $0.answer != .no }.map {
        $0.statement.subject == id ? $0.statement.object : $0.statement.subject
      }.filter { seen.insert($0).inserted }
    }
    return Occasion(facts: facts, attackers: ends(.agent), attacked: ends(.target), words: nil)
  }

  /// The case of an obligation that clashes over a territory: its condition, where it has one.
  func conditions(of owed: Owed) -> [Compliance.Conflict.Case] {
    if owed.obligation.conditionEvent != nil { return conditionEvent(of: owed).map { [$0.told] } ?? [] }
    return owed.obligation.condition.map {
      [Compliance.Conflict.Case(event: nil, attackers: [], attacked: [], words: $0)]
    } ?? []
  }

  // MARK: Whether the other obligation is owed too

  /// Whether an obligation is owed in a case in which another one is; without a case, at any time.
  func applies(_ owed: Owed, in occasion: Occasion?, towards other: Owed) -> Answer {
    let obligation = owed.obligation
    if !obligation.against.isEmpty {
      // Help or neutrality in the wars with some is owed in those alone.
      let enemies = occasion.map { $0.attacked + Array($0.facts?.hit ?? []) } ?? other.creditors
      guard enemies.contains(where: obligation.against.contains) else { return .no }
    }
    if let event = obligation.conditionEvent {
      guard let occasion, let facts = events[event] else { return .no }
      return isSame(facts, occasion) ? .yes : .no
    }
    guard let occasion else { return obligation.condition == nil ? .yes : .maybe }
    let isOwed: Answer =
      obligation.condition == nil ? .yes : owed.rule?.duty == .toRefrain ? .maybe : .no
    switch excepts(owed, occasion) {
    case .yes: return .no
    case .maybe: return isOwed && .maybe
    case .no: return isOwed
    }
  }

  /// Whether a case is the one in which an obligation is not owed; maybe where that one stands in words alone.
  func excepts(_ owed: Owed, _ occasion: Occasion) -> Answer {
    guard let event = owed.obligation.unlessEvent else { return owed.obligation.unless == nil ? .no : .maybe }
    return events[event].map { isSame($0, occasion) ? .yes : .no } ?? .no
  }

  /// Whether a case is itself a breach of an agreement by a foe, so that its other parties are no longer bound towards him (Vienna
  /// Convention on the Law of Treaties, article 60).
  func breaks(_ occasion: Occasion, _ agreement: EntityID, by foe: EntityID) -> Bool {
    (debts[Debt(debtor: foe, agreement: agreement)] ?? []).contains { due in
      guard due.obligation.isUnconditional, due.rule?.duty == .toRefrain else { return false }
      if let facts = occasion.facts { return due.effect(of: facts) == .breaks }
      let isPeace =
        [.refrainFromAttack, .remainNeutral].contains(due.obligation.kind)
        || due.obligation.kind == .respectTerritory && due.obligation.about.isEmpty
      return isPeace && due.creditors.contains(where: occasion.attacked.contains)
    }
  }

  /// Whether an event is a case: the same event, or a deed of the same side against the same other.
  private func isSame(_ event: EventFacts, _ occasion: Occasion) -> Bool {
    if let facts = occasion.facts {
      return facts.entity.id == event.entity.id
        || !facts.agents.isDisjoint(with: event.agents) && !facts.hit.isDisjoint(with: event.hit)
    }
    return !event.agents.isDisjoint(with: occasion.attackers) && event.hits(Set(occasion.attacked))
  }

  /// Cases of the same attackers told together.
  static func merged(_ cases: [Compliance.Conflict.Case]) -> [Compliance.Conflict.Case] {
    var merged: [Compliance.Conflict.Case] = []
    for one in cases where !merged.contains(one) {
      let alike = merged.firstIndex {
        $0.event == nil && one.event == nil && $0.attackers == one.attackers && $0.words == one.words
      }
      if let alike {
        merged[alike] = Compliance.Conflict.Case(
          event: nil, attackers: one.attackers, attacked: merged[alike].attacked + one.attacked,
          words: one.words)
      } else {
        merged.append(one)
      }
    }
    return merged
  }
}
