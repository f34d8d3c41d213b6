import Chronology
import Diplomacy

/// What deeds answer an obligation: which events break it, and which fulfil it.
///
/// The rules know the kinds of obligation and of event of the documented core; for all others the graph says itself what an
/// event keeps or breaches.
struct DeedRules {
  /// What an event does to an obligation.
  enum Effect {
    case breaks, fulfils
  }

  /// Whether an obligation asks for something to be done, or to be left undone.
  enum Duty {
    case toAct, toRefrain
  }

  /// Fights that somebody begins. A battle is not among them: who fights one need not have begun it.
  private static let hostilities: Set<String> = [
    "attack", "invasion", "war", "declaration-of-war", "bombardment", "bombing", "raid", "blockade",
  ]
  /// Seizures, with or without a fight.
  private static let seizures: Set<String> = ["occupation", "annexation", "partition"]
  private static let recognitions: Set<String> = ["recognition"]
  private static let withdrawals: Set<String> = ["withdrawal", "troop-withdrawal", "evacuation"]
  private static let consultations: Set<String> = ["consultation", "meeting", "conference"]
  private static let help: Set<String> = ["assistance", "arms-delivery", "loan", "troop-deployment"]
  private static let cessions: Set<String> = ["cession", "transfer-of-territory"]
  private static let rearmament: Set<String> = ["rearmament", "arms-build-up"]
  private static let disclosures: Set<String> = ["disclosure", "publication", "leak"]

  /// Whether an event of this kind is an attack, or a seizure with or without a fight.
  static func isAttack(_ kind: String) -> Bool { hostilities.contains(kind) || seizures.contains(kind) }

  /// Whether an obligation of this kind asks for a deed; nil for a kind outside the core.
  static func duty(_ kind: String) -> Duty? {
    switch kind {
    case "refrain-from-attack", "remain-neutral", "respect-territory", "limit-arms", "keep-secret": .toRefrain
    case "enter-war", "recognise", "withdraw-troops", "consult", "assist", "cede-territory": .toAct
    default: nil
    }
  }

  /// Whether what an obligation of one kind asks to do may be what one of another kind asks to leave undone.
  static func mayClash(_ one: String, _ other: String) -> Bool {
    switch one {
    case "enter-war": ["refrain-from-attack", "remain-neutral", "respect-territory"].contains(other)
    case "assist": ["refrain-from-attack", "remain-neutral"].contains(other)
    case "cede-territory": ["respect-territory", "cede-territory"].contains(other)
    default: false
    }
  }

  /// What an event does to what one debtor owes, or nil when it does not touch it.
  static func effect(of event: EventFacts, on owed: Owed) -> Effect? {
    guard event.agents.contains(owed.debtor) else {
      return owed.obligation.kind == "consult" && consults(event, owed) ? .fulfils : nil
    }
    func hits(_ entities: Set<EntityID>) -> Bool { !event.hit.isDisjoint(with: entities) }
    let about = Set(owed.obligation.about)
    let isHostile = isAttack(event.kind)
    switch owed.obligation.kind {
    case "refrain-from-attack", "remain-neutral":
      return isHostile && hits(Set(owed.creditors).union(owed.territories)) ? .breaks : nil
    case "respect-territory":
      let whose = about.isEmpty ? Set(owed.creditors) : owed.territories
      return (isHostile || event.kind == "remilitarisation") && hits(whose) ? .breaks : nil
    case "enter-war":
      return isHostile && hits(about) ? .fulfils : nil
    case "recognise":
      return recognitions.contains(event.kind) && hits(about) ? .fulfils : nil
    case "withdraw-troops":
      return withdrawals.contains(event.kind) && (about.isEmpty || hits(owed.territories)) ? .fulfils : nil
    case "cede-territory":
      return cessions.contains(event.kind) && hits(owed.territories) ? .fulfils : nil
    case "assist":
      let foes = about.union(owed.foes)
      return help.contains(event.kind) && !event.reached.isDisjoint(with: owed.creditors)
        || isHostile && hits(foes)
        ? .fulfils : nil
    case "consult": return consults(event, owed) ? .fulfils : nil
    case "limit-arms":
      if owed.territories.isEmpty { return rearmament.contains(event.kind) ? .breaks : nil }
      return (rearmament.contains(event.kind) || event.kind == "remilitarisation") && hits(owed.territories)
        ? .breaks : nil
    case "keep-secret":
      return disclosures.contains(event.kind) && event.about.contains(owed.agreement) ? .breaks : nil
    default: return nil
    }
  }

  private static func consults(_ event: EventFacts, _ owed: Owed) -> Bool {
    consultations.contains(event.kind) && event.about.contains(owed.agreement)
      && event.present.contains(owed.debtor) && !event.present.isDisjoint(with: owed.creditors)
  }
}

/// What one debtor owes under an obligation.
struct Owed {
  let agreement: EntityID
  let obligation: Obligation
  let debtor: EntityID
  let creditors: [EntityID]
  /// What the obligation is about, with all that is part of it or the same.
  let territories: Set<EntityID>
  /// Who did what the obligation is on condition of.
  let foes: Set<EntityID>
}

/// An event as far as obligations ask: who did what to whom, with those whom people acted for.
struct EventFacts {
  let entity: Entity
  var kind: String { entity.kind.name }
  /// Those who did it, and those for whom they did.
  let agents: Set<EntityID>
  /// The actors and territories at which it was directed or where it happened, and what these are the same as or part of.
  let hit: Set<EntityID>
  /// To whom it was addressed, or at whom it was directed.
  let reached: Set<EntityID>
  /// Everybody who was there.
  let present: Set<EntityID>
  /// The agreements it is about.
  let about: Set<EntityID>
  /// The sources of who did what.
  let citations: [Citation]

  init(_ event: Entity, in view: GraphView) {
    let graph = view.graph
    var agents: Set<EntityID> = []
    var hit: Set<EntityID> = []
    var reached: Set<EntityID> = []
    var present: Set<EntityID> = []
    var about: Set<EntityID> = []
    var citations = event.attestation.citations
    for (statement, answer) in view.statements(about: event.id)
    where answer != .no && view.counts(statement.attestation) {
      let other = statement.subject == event.id ? statement.object : statement.subject
      switch statement.role {
      case "agent":
        agents.formUnion(Self.principals(of: other, at: event, view))
        statement.onBehalfOf.map { _ = agents.insert($0) }
      case "target": hit.formUnion(Self.wholes(of: other, at: event, view))
      case "place" where statement.subject == event.id: hit.formUnion(Self.wholes(of: other, at: event, view))
      case "recipient": reached.formUnion(Self.principals(of: other, at: event, view))
      case "participant": present.formUnion(Self.principals(of: other, at: event, view))
      case "about" where statement.subject == event.id: about.insert(other)
      default: continue
      }
      for citation in statement.attestation.citations where !citations.contains(citation) {
        citations.append(citation)
      }
    }
    entity = event
    self.agents = agents
    self.hit = hit
    self.reached = reached.union(hit.filter { graph[$0]?.category == .actor })
    self.present = present.union(agents).union(reached)
    self.about = about
    self.citations = citations
  }

  /// An actor, and those whom it represents, belongs to or is the same as at the time of an event.
  private static func principals(of actor: EntityID, at event: Entity, _ view: GraphView) -> Set<EntityID> {
    spread(from: actor, view) { statement, entity in
      switch statement.role {
      case "represents", "member-of":
        statement.subject == entity && holds(statement, at: event) ? statement.object : nil
      case "commands": statement.object == entity && holds(statement, at: event) ? statement.subject : nil
      case "same-as": statement.subject == entity ? statement.object : statement.subject
      default: nil
      }
    }
  }

  /// A territory or actor, with what it is part of or the same as, and who controls it at the time of an event.
  private static func wholes(of entity: EntityID, at event: Entity, _ view: GraphView) -> Set<EntityID> {
    var found = spread(from: entity, view) { statement, entity in
      switch statement.role {
      case "part-of": statement.subject == entity ? statement.object : nil
      case "same-as": statement.subject == entity ? statement.object : statement.subject
      default: nil
      }
    }
    // To attack a territory is to attack the one who holds it at that time.
    for territory in found {
      for (statement, answer) in view.statements(about: territory)
      where answer == .yes && statement.role == "controls" && statement.object == territory
        && view.counts(statement.attestation) && certainlyHolds(statement, at: event)
      {
        found.insert(statement.subject)
      }
    }
    return found
  }

  private static func holds(_ statement: Statement, at event: Entity) -> Bool {
    guard let when = statement.when, let date = event.when else { return true }
    return Span(when).overlaps(Span(date)) != .no
  }

  private static func certainlyHolds(_ statement: Statement, at event: Entity) -> Bool {
    guard let when = statement.when, let date = event.when?.beginning else { return false }
    return Span(when).covers(date) == .yes
  }

  /// All that is reached from an entity over statements of a view.
  static func spread(
    from start: EntityID, _ view: GraphView, _ next: (Statement, EntityID) -> EntityID?
  ) -> Set<EntityID> {
    var found: Set<EntityID> = [start]
    var pending = [start]
    while let entity = pending.popLast() {
      for (statement, answer) in view.statements(about: entity)
      where answer != .no && view.counts(statement.attestation) {
        if let other = next(statement, entity), found.insert(other).inserted { pending.append(other) }
      }
    }
    return found
  }
}

extension HistoricalDate {
  /// The date on which something of this date began: of an interval its start.
  var beginning: HistoricalDate {
    if case .date(let start) = start { return start }
    return self
  }
}
