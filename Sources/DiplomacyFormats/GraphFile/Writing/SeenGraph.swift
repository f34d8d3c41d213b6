import Chronology
package import Diplomacy

extension GraphView {
  /// The part of the graph that is seen, as a graph of its own, and what was left out; the graph itself where all is.
  ///
  /// What is seen of an entity keeps all that is said of it and seen, its dates as they are. What names something that is not
  /// seen goes without it, or is left out where it would then say something else.
  package func seenGraph() -> (graph: DiplomaticGraph, losses: LossReport) {
    var losses = LossReport()
    let whole = ViewOptions(counted: options.counted, successors: options.successors)
    if options == whole { return (graph, losses) }
    var seen = SeenGraph(view: self)
    let part = seen.graph()
    losses.add(graph.entities.count - part.entities.count, "entity that is not seen in the view")
    losses.add(graph.statements.count - part.statements.count, "statement that is not seen in the view")
    losses.add(graph.sources.count - part.sources.count, "source that is left out of the view")
    losses.add(
      seen.parts,
      "act, span, term, obligation or other part of an entity that is not seen in the view, or names what is not"
    )
    losses.add(graph.dateOrders.count - part.dateOrders.count, "order of dates that names what is not seen")
    return (part, losses)
  }
}

/// Makes a graph of what a view shows.
private struct SeenGraph {
  let view: GraphView
  /// How many parts of entities were left out.
  private(set) var parts = 0
  private let there: Set<EntityID>
  private let sources: Set<SourceID>
  private let obligations: Set<StatementID>
  /// The new positions of entities, statements and acts.
  private var entityPlaces: [Int: Int] = [:]
  private var statementPlaces: [Int: Int] = [:]
  private var partPlaces: [DateSlot: DateSlot] = [:]

  init(view: GraphView) {
    self.view = view
    there = Set(view.entities.map(\.entity.id))
    sources = Set(view.graph.sources.map(\.id)).subtracting(view.options.withoutSources)
    obligations = Set(
      view.entities.flatMap { entity, _ in
        (view.life(of: entity)?.obligations ?? []).filter {
          $0.by.isEmpty || $0.by.contains { view.isThere($0) }
        }
      }.map(\.id))
  }

  mutating func graph() -> DiplomaticGraph {
    let graph = view.graph
    var entities: [Entity] = []
    for (position, entity) in graph.entities.enumerated() where view.entityAnswers[position] != .no {
      entityPlaces[position] = entities.count
      entities.append(seen(entity, position, entities.count))
    }
    var statements: [Statement] = []
    for (index, statement) in graph.statements.enumerated() where view.statementAnswers[index] != .no {
      statementPlaces[index] = statements.count
      statements.append(seen(statement))
    }
    var part = graph.with(
      sources: graph.sources.filter { sources.contains($0.id) }.map { source in
        var source = source
        source.quotedIn = source.quotedIn.flatMap { sources.contains($0.source) ? $0 : nil }
        return source
      }, entities: entities, statements: statements)
    part.dateOrders = graph.dateOrders.compactMap { order in
      guard let date = place(order.date), let other = place(order.other) else { return nil }
      return DateOrder(date, order.relation, other)
    }
    return part
  }

  private func place(_ slot: DateSlot) -> DateSlot? {
    switch slot {
    case .entity(let position): entityPlaces[position].map { .entity($0) }
    case .statement(let index): statementPlaces[index].map { .statement($0) }
    default: partPlaces[slot]
    }
  }

  // MARK: Parts

  /// The members that stay, and where they stand then.
  private mutating func kept<Member>(
    _ members: [Member], _ old: (Int) -> DateSlot?, _ new: (Int) -> DateSlot?, _ seen: (Member) -> Member?
  ) -> [Member] {
    var kept: [Member] = []
    for (number, member) in members.enumerated() {
      guard let member = seen(member) else {
        parts += 1
        continue
      }
      if let old = old(number), let new = new(kept.count) { partPlaces[old] = new }
      kept.append(member)
    }
    return kept
  }

  private mutating func seen(_ entity: Entity, _ old: Int, _ new: Int) -> Entity {
    var entity = entity
    let whole = entity
    entity.attestation = seen(entity.attestation)
    let view = view
    entity.existence = kept(
      entity.existence, { .existence(old, period: $0) }, { .existence(new, period: $0) },
      { view.sees($0.attestation) ? $0 : nil })
    for number in entity.existence.indices {
      entity.existence[number].attestation = seen(entity.existence[number].attestation)
    }
    let obligations = obligations
    entity.deeds = kept(
      entity.deeds, { _ in nil }, { _ in nil },
      { view.sees($0.attestation, of: whole) && obligations.contains($0.obligation) ? $0 : nil })
    for number in entity.deeds.indices {
      entity.deeds[number].attestation = seen(entity.deeds[number].attestation)
    }
    if let life = entity.life { entity.life = seen(life, of: whole, old, new) }
    return entity
  }

  private mutating func seen(_ life: AgreementLife, of entity: Entity, _ old: Int, _ new: Int)
    -> AgreementLife
  {
    var life = life
    let view = view
    let this = self
    life.acts = kept(
      life.acts, { .act(old, number: $0) }, { .act(new, number: $0) },
      { act in view.sees(act.attestation, of: entity) ? this.seen(act) : nil })
    life.terms = kept(
      life.terms, { .terms(old, number: $0) }, { .terms(new, number: $0) },
      { terms in
        guard view.sees(terms, of: entity) else { return nil }
        var terms = terms
        terms.endsWith = this.there(terms.endsWith)
        terms.attestation = this.seen(terms.attestation)
        return terms
      })
    life.statedInForce = kept(
      life.statedInForce, { .inForce(old, number: $0) }, { .inForce(new, number: $0) },
      { stated in
        guard view.sees(stated.attestation, of: entity) else { return nil }
        return InForce(date: stated.date, attestation: this.seen(stated.attestation))
      })
    life.reservations = kept(life.reservations, { _ in nil }, { _ in nil }) { reservation in
      guard view.sees(reservation.attestation, of: entity), view.isThere(reservation.by) else { return nil }
      var reservation = reservation
      reservation.objections.removeAll { !view.isThere($0.by) }
      reservation.attestation = this.seen(reservation.attestation)
      return reservation
    }
    life.obligations = kept(life.obligations, { _ in nil }, { _ in nil }) { obligation in
      guard view.sees(obligation, of: entity), !view.options.withoutStatements.contains(obligation.id) else {
        return nil
      }
      return this.seen(obligation)
    }
    return life
  }

  /// An act without those who are not seen; nil where nobody is left of those who did it.
  private func seen(_ act: Act) -> Act? {
    let (by, between) = (act.by, act.between)
    var act = act
    act.by.removeAll { !view.isThere($0) }
    act.between.removeAll { !view.isThere($0) }
    // Done by nobody in particular it would be done by all.
    guard act.by.isEmpty == by.isEmpty, act.between.isEmpty == between.isEmpty else { return nil }
    act.from = there(act.from)
    act.place = there(act.place)
    act.attestation = seen(act.attestation)
    return act
  }

  private func seen(_ obligation: Obligation) -> Obligation? {
    var seen = obligation
    seen.by.removeAll { !view.isThere($0) }
    seen.to.removeAll { !view.isThere($0) }
    seen.against.removeAll { !view.isThere($0) }
    // Owed by nobody in particular it would be owed by all, and so on.
    guard seen.by.isEmpty == obligation.by.isEmpty, seen.to.isEmpty == obligation.to.isEmpty,
      seen.against.isEmpty == obligation.against.isEmpty
    else { return nil }
    seen.about.removeAll { !view.isThere($0) }
    seen.conditionEvent = there(seen.conditionEvent)
    seen.unlessEvent = there(seen.unlessEvent)
    seen.amendedBy = there(seen.amendedBy)
    if case .within(_, let event) = seen.deadline, !view.isThere(event) { seen.deadline = nil }
    seen.attestation = self.seen(seen.attestation)
    return seen
  }

  private func seen(_ statement: Statement) -> Statement {
    var statement = statement
    statement.onBehalfOf = there(statement.onBehalfOf)
    statement.attestation = seen(statement.attestation)
    statement.succession?.agreements.removeAll { !view.isThere($0) }
    return statement
  }

  private func there(_ id: EntityID?) -> EntityID? { id.flatMap { view.isThere($0) ? $0 : nil } }

  private func seen(_ attestation: Attestation) -> Attestation {
    var seen = attestation
    seen.holder = there(attestation.holder)
    seen.citations.removeAll { !sources.contains($0.source) }
    if let secret = attestation.secret {
      func known(_ knowers: [Knowledge.Knower]) -> [Knowledge.Knower] {
        knowers.filter { view.isThere($0.actor) }.map { knower in
          var knower = knower
          knower.citations.removeAll { !sources.contains($0.source) }
          return knower
        }
      }
      seen.secret = Knowledge(
        knownTo: known(secret.knownTo), unknownTo: known(secret.unknownTo),
        disclosures: secret.disclosures.map { disclosure in
          var disclosure = disclosure
          disclosure.citations.removeAll { !sources.contains($0.source) }
          return disclosure
        })
    }
    return seen
  }
}

extension GraphView {
  /// Whether an entity is there, certainly or possibly.
  fileprivate func isThere(_ id: EntityID) -> Bool {
    graph.position(of: id).map { entityAnswers[$0] != .no } ?? false
  }
}
