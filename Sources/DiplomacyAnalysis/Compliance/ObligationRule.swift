import Chronology
import Diplomacy

/// How an obligation of one kind is kept and broken, and with which others it is at odds.
///
/// The rules know the kinds of obligation and of event of the documented core; for all others the graph says itself what an
/// event keeps or breaches.
struct ObligationRule: Sendable {
  /// What an event does to an obligation.
  enum Effect {
    case breaks, fulfils
  }

  /// Whether an obligation asks for something to be done, or to be left undone.
  enum Duty {
    case toAct, toRefrain
  }

  /// What sets two obligations of one debtor against each other.
  enum Opposition: Sendable {
    /// The one is directed at a creditor of the other, who has not broken that one.
    case creditor
    /// Both are about one territory.
    case territory
    /// Both are about one territory, and owed to different creditors.
    case rivals
    /// Both are about one territory, which different creditors claim or hold.
    case claims
  }

  /// Whether it asks for a deed.
  let duty: Duty
  /// Whose deed counts: one that the debtor did, or one at which it was present.
  var isOfThosePresent = false
  /// The obligations that ask not to do what this one asks to do, and when.
  var opposes: [Obligation.Kind: Opposition] = [:]
  /// Whether it is a promise of help or neutrality in a war of the creditors, to which an attack on one of them gives occasion.
  var isForWars = false
  /// Whether it is help that is owed against whoever attacks, so that on a condition in words alone nobody knows against whom.
  var isHelp = false
  /// Whether the debtor may wait until an obligation that stands against it has ended.
  var mayWait = false
  /// Whether an event of those whose deed counts is what the obligation asks to do, or to leave undone.
  let concerns: @Sendable (EventFacts, Owed) -> Bool

  /// The rules, one a kind of the core.
  static let table: [Obligation.Kind: ObligationRule] = [
    .refrainFromAttack: ObligationRule(duty: .toRefrain, concerns: isAttackOnCreditors),
    .remainNeutral: ObligationRule(duty: .toRefrain, isForWars: true, concerns: isAttackOnCreditors),
    .respectTerritory: ObligationRule(duty: .toRefrain) { event, owed in
      (event.isAttack || event.kind == remilitarisation)
        && event.hits(owed.obligation.about.isEmpty ? Set(owed.creditors) : owed.territories)
    },
    .limitArms: ObligationRule(duty: .toRefrain) { event, owed in
      owed.territories.isEmpty
        ? rearmament.contains(event.kind)
        : (rearmament.contains(event.kind) || event.kind == remilitarisation) && event.hits(owed.territories)
    },
    .keepSecret: ObligationRule(duty: .toRefrain) { event, owed in
      disclosures.contains(event.kind) && event.about.contains(owed.agreement)
    },
    .enterWar: ObligationRule(
      duty: .toAct,
      opposes: [
        .refrainFromAttack: .creditor, .remainNeutral: .creditor, .respectTerritory: .territory,
        .assist: .creditor,
      ], mayWait: true
    ) { event, owed in
      event.isAttack && event.hits(Set(owed.obligation.about + owed.obligation.against))
    },
    .assist: ObligationRule(
      duty: .toAct,
      opposes: [.refrainFromAttack: .creditor, .remainNeutral: .creditor, .assist: .creditor],
      isForWars: true, isHelp: true
    ) { event, owed in
      help.contains(event.kind) && !event.reached.isDisjoint(with: owed.creditors)
        || event.isAttack && event.hits(Set(owed.obligation.about).union(owed.foes))
    },
    .recognise: ObligationRule(duty: .toAct, opposes: [.recognise: .claims]) { event, owed in
      recognitions.contains(event.kind) && event.hits(Set(owed.obligation.about))
    },
    .withdrawTroops: ObligationRule(duty: .toAct) { event, owed in
      withdrawals.contains(event.kind) && (owed.obligation.about.isEmpty || event.hits(owed.territories))
    },
    .cedeTerritory: ObligationRule(
      duty: .toAct,
      opposes: [.respectTerritory: .territory, .cedeTerritory: .rivals, .recognise: .claims]
    ) { event, owed in
      cessions.contains(event.kind) && event.hits(owed.territories)
    },
    .consult: ObligationRule(duty: .toAct, isOfThosePresent: true) { event, owed in
      consultations.contains(event.kind) && event.about.contains(owed.agreement)
        && !event.present.isDisjoint(with: owed.creditors)
    },
  ]

  @Sendable private static func isAttackOnCreditors(_ event: EventFacts, _ owed: Owed) -> Bool {
    event.isAttack && event.hits(Set(owed.creditors).union(owed.territories))
  }

  // MARK: Kinds of event

  /// Fights that somebody begins, and seizures with or without a fight. A battle is not among them: who fights one need not
  /// have begun it.
  static let attacks: Set<String> = [
    "attack", "invasion", "war", "declaration-of-war", "bombardment", "bombing", "raid", "blockade",
    "occupation", "annexation", "partition",
  ]
  /// Attacks by which one side comes over the border between the two; a declaration or a blockade is none.
  static let crossings = attacks.subtracting(["declaration-of-war", "blockade"])
  private static let remilitarisation = "remilitarisation"
  private static let rearmament: Set<String> = ["rearmament", "arms-build-up"]
  private static let disclosures: Set<String> = ["disclosure", "publication", "leak"]
  private static let help: Set<String> = ["assistance", "arms-delivery", "loan", "troop-deployment"]
  private static let recognitions: Set<String> = ["recognition"]
  private static let withdrawals: Set<String> = ["withdrawal", "troop-withdrawal", "evacuation"]
  private static let cessions: Set<String> = ["cession", "transfer-of-territory"]
  private static let consultations: Set<String> = ["consultation", "meeting", "conference"]
}
