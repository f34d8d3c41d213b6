import Chronology
import Diplomacy

extension GraphMerger {
  /// What is compared: statements of the same ends and role.
  private struct Ends: Hashable {
    let subject: EntityID
    let role: Role
    let object: EntityID
  }

  mutating func statements() -> [Statement] {
    var places: [Ends: Int] = [:]
    var groups: [[(graph: Int, index: Int)]] = []
    for (graph, value) in graphs.enumerated() {
      for (index, statement) in value.statements.enumerated() {
        let ends = Ends(subject: statement.subject, role: statement.role, object: statement.object)
        if let place = places[ends] {
          groups[place].append((graph, index))
        } else {
          places[ends] = groups.count
          groups.append([(graph, index)])
        }
      }
    }
    // Each statement stays where it comes first.
    var kept: [(graph: Int, index: Int, statement: Statement, members: [(graph: Int, index: Int)])] = []
    for group in groups { kept += united(group) }
    kept.sort { ($0.graph, $0.index) < ($1.graph, $1.index) }
    return named(kept)
  }

  private mutating func united(
    _ group: [(graph: Int, index: Int)]
  ) -> [(graph: Int, index: Int, statement: Statement, members: [(graph: Int, index: Int)])] {
    let order = distinct(group.map(\.graph))
    let lists = order.map { graph in
      (
        graph: graph,
        items: group.filter { $0.graph == graph }.map { Placed(graphs[graph].statements[$0.index], $0.index) }
      )
    }
    let first = graphs[group[0].graph].statements[group[0].index]
    let merged = united(
      lists, of: first.id.rawValue,
      Sort(
        field: "when", attestation: \.statement.attestation,
        isSame: {
          areSameTime($0.statement.when, $1.statement.when)
            && $0.statement.onBehalfOf == $1.statement.onBehalfOf
        },
        contradicts: { one, other in
          guard one.statement.onBehalfOf == other.statement.onBehalfOf else { return false }
          guard let date = one.statement.when, let otherDate = other.statement.when else { return true }
          return date.mayOverlap(otherDate)
        },
        text: { $0.statement.when?.styledText ?? "" }, part: { _ in "" }, id: { $0.statement.id.rawValue },
        fuse: { merger, kept, graph, other, otherGraph in
          merger.fuse(&kept.statement, graph, other.statement, otherGraph)
        }))
    return merged.map { entry in
      let home = entry.graphs.min() ?? 0
      let index = entry.item.index
      return (home, index, entry.item.statement, members(of: entry, in: group))
    }
  }

  /// A statement of a graph, with its place there; equal to another one that says the same.
  private struct Placed: Hashable {
    var statement: Statement
    let index: Int

    init(_ statement: Statement, _ index: Int) { (self.statement, self.index) = (statement, index) }

    static func == (one: Placed, other: Placed) -> Bool { one.statement == other.statement }
    func hash(into hasher: inout Hasher) { hasher.combine(statement.id) }
  }

  /// The statements of the graphs that one stands for.
  private func members(
    of entry: Merged<Placed>, in group: [(graph: Int, index: Int)]
  ) -> [(graph: Int, index: Int)] {
    entry.graphs.sorted().flatMap { graph -> [(graph: Int, index: Int)] in
      let own = group.filter { $0.graph == graph }
      let same = own.filter {
        areSameTime(graphs[graph].statements[$0.index].when, entry.item.statement.when)
      }
      return same.filter { graphs[graph].statements[$0.index].onBehalfOf == entry.item.statement.onBehalfOf }
    }
  }

  private mutating func fuse(_ kept: inout Statement, _ graph: Int, _ other: Statement, _ otherGraph: Int) {
    let id = kept.id.rawValue
    let (one, second) = (kept, other)
    func both<Value>(_ value: (Statement) -> Value?) -> [(graph: Int, value: Value?)] {
      [(graph, value(one)), (otherGraph, value(second))]
    }
    kept.office = united(id, "office", both(\.office))
    kept.succession = first(id, "succession", both(\.succession)) { $0.rule.rawValue }
    kept.weight = first(id, "weight", both(\.weight)) { $0.description }
    kept.isDirected = first(id, "directed", both(\.isDirected)) { String($0) }
    kept.attributes = attributes(id, [(graph, one.attributes), (otherGraph, second.attributes)])
  }

  /// Statements whose ids are taken get others.
  private mutating func named(
    _ kept: [(graph: Int, index: Int, statement: Statement, members: [(graph: Int, index: Int)])]
  ) -> [Statement] {
    var taken = Set(graphs.flatMap { WrittenNames($0).declared })
    var others: [Int] = []
    var statements = kept.map(\.statement)
    for (place, statement) in statements.enumerated() where !taken.insert(statement.id.rawValue).inserted {
      others.append(place)
    }
    var names = StatementNames()
    for place in others {
      let statement = statements[place]
      let name = names.name(statement.role, statement.subject.rawValue, statement.object.rawValue) {
        taken.contains($0)
      }
      taken.insert(name)
      statements[place] = statement.named(StatementID(name))
    }
    for (place, entry) in kept.enumerated() {
      for member in entry.members { statementPlaces[member.graph][member.index] = place }
    }
    return statements
  }
}

// MARK: - Orders of dates, and ids

extension GraphMerger {
  /// What is known of dates by other dates, where these are still there.
  mutating func dateOrders(in merged: DiplomaticGraph) -> [DateOrder] {
    var orders: [DateOrder] = []
    var seen: Set<DateOrder> = []
    for (graph, value) in graphs.enumerated() {
      for order in value.dateOrders {
        guard let date = place(of: order.date, graph, merged),
          let other = place(of: order.other, graph, merged)
        else {
          let owner = order.date.entity.map { value.entities[$0].id.rawValue } ?? ""
          note(owner, "order of dates", (0, "another date"), (graph, "a date given by other dates"))
          continue
        }
        let moved = DateOrder(date, order.relation, other)
        if seen.insert(moved).inserted { orders.append(moved) }
      }
    }
    return orders
  }

  private func place(of slot: DateSlot, _ graph: Int, _ merged: DiplomaticGraph) -> DateSlot? {
    let value = graphs[graph]
    guard let date = value.date(at: slot) else { return nil }
    if case .statement(let index) = slot {
      guard let place = statementPlaces[graph][index], merged.statements[place].when == date else {
        return nil
      }
      return .statement(place)
    }
    guard let old = slot.entity, let position = merged.position(of: value.entities[old].id) else {
      return nil
    }
    let places = merged.dateSlots(of: position).filter { other in
      merged.date(at: other) == date && Self.areAlike(slot, other) && isSameAct(slot, value, other, merged)
    }
    return places.first
  }

  private static func areAlike(_ one: DateSlot, _ other: DateSlot) -> Bool {
    switch (one, other) {
    case (.entity, .entity), (.existence, .existence), (.act, .act), (.actEnd, .actEnd), (.terms, .terms),
      (.inForce, .inForce):
      true
    default: false
    }
  }

  private func isSameAct(
    _ slot: DateSlot, _ graph: DiplomaticGraph, _ other: DateSlot, _ merged: DiplomaticGraph
  ) -> Bool {
    guard let act = Self.act(at: slot, graph), let otherAct = Self.act(at: other, merged) else { return true }
    return act.kind == otherAct.kind && act.by == otherAct.by
  }

  private static func act(at slot: DateSlot, _ graph: DiplomaticGraph) -> Act? {
    switch slot {
    case .act(let position, let number), .actEnd(let position, let number):
      graph.entities[position].life?.acts[number]
    default: nil
    }
  }

  /// The ids that are one sort of thing in one graph and another in another.
  static func clashes(_ graphs: [DiplomaticGraph], _ names: [String]) -> [GraphMerge.Clash] {
    var known: [String: (what: String, graph: Int)] = [:]
    var clashes: [GraphMerge.Clash] = []
    for (graph, value) in graphs.enumerated() {
      let things =
        value.sources.map { ($0.id.rawValue, "a source") }
        + value.readings.map { ($0.id.rawValue, "a reading") }
        + value.entities.map { ($0.id.rawValue, $0.category.withArticle) }
        + value.entities.flatMap { entity in
          (entity.life?.obligations ?? []).map { ($0.id.rawValue, "an obligation of '\(entity.id)'") }
        }
      for (id, what) in things {
        guard let first = known[id] else {
          known[id] = (what, graph)
          continue
        }
        if first.what != what, first.graph != graph {
          clashes.append(
            GraphMerge.Clash(
              id: id, first: first.what, firstGraph: names[first.graph], other: what, otherGraph: names[graph]
            ))
        }
      }
    }
    return clashes
  }
}
