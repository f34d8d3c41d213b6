import Chronology
import Diplomacy

/// The deeds by which parties certainly broke what they owed under an agreement to somebody who had not broken it before.
///
/// They set the other party free, towards the one who broke the treaty (Vienna Convention on the Law of Treaties, article 60).
/// Only attacks and what is done to territories count: who fails to pay sets nobody free to attack.
struct Breaches {
  private struct Breach {
    let event: EntityID
    /// The last moment at which it can have begun.
    let latest: Moment
  }

  private struct Party: Hashable {
    let agreement: EntityID
    let actor: EntityID
  }

  /// In order of their beginning.
  private var found: [Party: [Breach]] = [:]

  /// Goes through the events in order of their beginning: whether one is a breach depends on earlier ones alone.
  /// - Parameter events: In order of their beginning.
  /// - Complexity: O(*o* · *e*) with *o* obligations of the debtors and *e* events of each of them.
  init(
    of owed: [Owed], by events: [EventFacts], _ said: [StatementID: [(event: Int, deed: Deed)]],
    _ times: BindingTimes
  ) {
    let owedBy = Dictionary(grouping: owed) { $0.debtor }.mapValues { owed in
      Dictionary(grouping: owed) { $0.agreement }
    }
    let effects = said.mapValues { deeds in
      Dictionary(deeds.map { ($0.event, $0.deed.effect) }) { first, _ in first }
    }
    for (index, event) in events.enumerated() {
      guard let when = event.entity.when?.beginning else { continue }
      for actor in event.agents {
        for (agreement, owed) in owedBy[actor] ?? [:] {
          let isBreach = owed.contains { owed in
            let effect = effects[owed.obligation.id]?[index]
            guard effect.map({ $0 == .breaches }) ?? (owed.effect(of: event) == .breaks) else {
              return false
            }
            // What is owed in some case alone, or is done with the consent of all, is not certainly broken.
            if effect == nil, !owed.obligation.isUnconditional || owed.isByConsent(event, times) {
              return false
            }
            let hit = owed.creditors.filter { event.hit.contains($0) }
            return (hit.isEmpty ? owed.creditors : hit).contains { creditor in
              times.binding(owed, to: [creditor]).contains { $0.covers(when) == .yes }
                && (first(of: agreement, by: creditor, before: when.earliest) == nil
                  || first(of: agreement, by: actor, before: when.earliest) != nil)
            }
          }
          guard isBreach else { continue }
          found[Party(agreement: agreement, actor: actor), default: []].append(
            Breach(event: event.entity.id, latest: when.latest))
        }
      }
    }
  }

  /// The first breach of an agreement by a party that certainly began before a moment; nil when there is none.
  func first(of agreement: EntityID, by party: EntityID, before moment: Moment) -> EntityID? {
    found[Party(agreement: agreement, actor: party)]?.first { $0.latest < moment }?.event
  }
}
