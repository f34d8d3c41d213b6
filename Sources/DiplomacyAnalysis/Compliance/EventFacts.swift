import Chronology
import Diplomacy

/// An event as far as obligations ask: who did what to whom, with those whom people acted for.
struct EventFacts {
  let entity: Entity
  /// What it was.
  var kind: String { entity.kind.name }
  /// Those who did it, and those for whom they did.
  let agents: Set<EntityID>
  /// The actors and territories at which it was directed or where it happened, and what these are the same as or part of.
  let hit: Set<EntityID>
  /// The territories at which it was directed or where it happened, themselves.
  let grounds: Set<EntityID>
  /// To whom it was addressed, or at whom it was directed.
  let reached: Set<EntityID>
  /// Everybody who was there.
  let present: Set<EntityID>
  /// The agreements it is about.
  let about: Set<EntityID>
  /// The sources of who did what.
  let citations: [Citation]

  /// Whether it is an attack, or a seizure with or without a fight.
  var isAttack: Bool { ObligationRule.attacks.contains(kind) }

  /// Whether it hit any of several entities.
  func hits(_ entities: Set<EntityID>) -> Bool { !hit.isDisjoint(with: entities) }

  /// - Parameters:
  ///   - borders: The borders of the view, of which an attack hits those between the two sides.
  ///   - isCase: Whether it is looked at as a case that may come, so that what is said of it need not be actual.
  init(_ event: Entity, in view: GraphView, borders: [Border] = [], isCase: Bool = false) {
    let graph = view.graph
    var agents: Set<EntityID> = []
    var (targets, hit): (Set<EntityID>, Set<EntityID>) = ([], [])
    var reached: Set<EntityID> = []
    var present: Set<EntityID> = []
    var about: Set<EntityID> = []
    var citations = event.attestation.citations
    for (statement, answer) in view.statements(about: event.id)
    where answer != .no
      && (isCase ? view.sees(statement.attestation) : view.counts(statement.attestation))
    {
      let other = statement.subject == event.id ? statement.object : statement.subject
      switch statement.role {
      case .agent:
        agents.formUnion(Self.principals(of: other, at: event, view))
        statement.onBehalfOf.map { _ = agents.insert($0) }
      case .target,
        .place where statement.subject == event.id || statement.role == .target:
        targets.insert(other)
        hit.formUnion(Self.wholes(of: other, at: event, view))
      case .recipient: reached.formUnion(Self.principals(of: other, at: event, view))
      case .participant: present.formUnion(Self.principals(of: other, at: event, view))
      case .about where statement.subject == event.id: about.insert(other)
      default: continue
      }
      for citation in statement.attestation.citations where !citations.contains(citation) {
        citations.append(citation)
      }
    }
    entity = event
    if ObligationRule.crossings.contains(event.kind.name) {
      for border in borders
      where border.isCrossed(
        by: agents, into: targets, hitting: hit, at: event, view)
      {
        hit.formUnion(Self.wholes(of: border.id, at: event, view))
      }
    }
    grounds = targets.filter { graph[$0]?.category == .territory }
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
      case .represents, .memberOf:
        statement.subject == entity && holds(statement, at: event) ? statement.object : nil
      case .commands: statement.object == entity && holds(statement, at: event) ? statement.subject : nil
      case .sameAs: statement.subject == entity ? statement.object : statement.subject
      default: nil
      }
    }
  }

  /// A territory or actor, with what it is part of or the same as, and who controls it at the time of an event.
  static func wholes(of entity: EntityID, at event: Entity, _ view: GraphView) -> Set<EntityID> {
    var found = spread(from: entity, view) { statement, entity in
      switch statement.role {
      case .partOf: statement.subject == entity ? statement.object : nil
      case .sameAs: statement.subject == entity ? statement.object : statement.subject
      default: nil
      }
    }
    // To attack a territory is to attack the one who holds it at that time.
    for territory in found {
      for (statement, answer) in view.statements(about: territory)
      where answer == .yes && statement.role == .controls && statement.object == territory
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
