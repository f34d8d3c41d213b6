import Chronology
import Diplomacy

/// Finds what tied windows may be together: one row for each way to know the dates that they follow from.
struct JointDates {
  private let windows: [Int]
  private let drafts: ContactDrafts
  /// The part of the graph that decides.
  private let graph: DiplomaticGraph
  private let options: ViewOptions
  /// The statement that each window is of, by its position in that part, and the positions of actors.
  private let statementOf: [Int: Int]
  private let entityOf: [Int: Int]
  /// The dates of the part that decide.
  private let slots: [DateSlot]

  init(_ windows: [Int], _ drafts: ContactDrafts) {
    (self.windows, self.drafts) = (windows, drafts)
    let whole = drafts.view.graph
    var options = drafts.view.options
    options.at = nil
    self.options = options
    // What has dates that decide: the windows' owners, and all that these are joined to.
    var entities: Set<Int> = []
    var statements: Set<Int> = []
    for window in windows {
      switch drafts.owners[window] {
      case .entity(let position): entities.insert(position)
      case .statement(let index): statements.insert(index)
      }
      if case .statement(let index, _) = drafts.origins[window] { statements.insert(index) }
    }
    var orders: [DateOrder] = []
    var isGrowing = true
    while isGrowing {
      let size = entities.count + statements.count
      orders = whole.dateOrders.filter { order in
        [order.date, order.other].contains { slot in
          if case .statement(let index) = slot { return statements.contains(index) }
          return slot.entity.map { entities.contains($0) } ?? false
        }
      }
      for slot in orders.flatMap({ [$0.date, $0.other] }) {
        if case .statement(let index) = slot { statements.insert(index) }
        if let position = slot.entity { entities.insert(position) }
      }
      for position in entities where whole.entities[position].life != nil {
        for terms in whole.entities[position].life?.terms ?? [] {
          if let other = terms.endsWith.flatMap({ whole.position(of: $0) }) { entities.insert(other) }
        }
        for index in whole.positionsOfStatements(about: whole.entities[position].id) {
          let statement = whole.statements[index]
          guard statement.role == .supersedes, let other = whole.position(of: statement.subject) else {
            continue
          }
          statements.insert(index)
          entities.insert(other)
        }
      }
      isGrowing = entities.count + statements.count > size
    }
    var decisive = entities
    let agreements = entities.filter { whole.entities[$0].life != nil }
    for position in agreements {
      // Who the parties are decides too.
      statements.formUnion(
        whole.positionsOfStatements(about: whole.entities[position].id).filter {
          whole.statements[$0].object == whole.entities[position].id
            && (whole.statements[$0].role == .party || whole.statements[$0].role == .supersedes)
        })
    }
    for index in statements {
      for end in [whole.statements[index].subject, whole.statements[index].object] {
        if let position = whole.position(of: end) { entities.insert(position) }
      }
    }
    decisive.formIntersection(entities)
    let entityList = entities.sorted()
    let statementList = statements.sorted()
    let entityPlaces = Dictionary(uniqueKeysWithValues: zip(entityList, 0...))
    let statementPlaces = Dictionary(uniqueKeysWithValues: zip(statementList, 0...))
    func moved(_ slot: DateSlot) -> DateSlot? {
      slot.moved {
        entityPlaces[$0]
      } statement: {
        statementPlaces[$0]
      }
    }
    var part = DiplomaticGraph(
      title: whole.title, language: whole.language, defaultOffset: whole.defaultOffset,
      sources: whole.sources,
      readings: whole.readings, entities: entityList.map { whole.entities[$0] },
      statements: statementList.map { whole.statements[$0] })
    part.dateOrders = orders.compactMap { order in
      guard let date = moved(order.date), let other = moved(order.other) else { return nil }
      return DateOrder(date, order.relation, other)
    }
    graph = part
    entityOf = entityPlaces
    statementOf = statementPlaces
    var slots = decisive.sorted().compactMap { entityPlaces[$0] }.flatMap { part.dateSlots(of: $0) }
    let ownStatements = Set(
      windows.compactMap { window -> Int? in
        if case .statement(let index) = drafts.owners[window] { return statementPlaces[index] }
        return nil
      })
    for (index, statement) in part.statements.enumerated() where statement.when != nil {
      let isOrdered = part.dateOrders.contains {
        $0.date == .statement(index) || $0.other == .statement(index)
      }
      if statement.role == .supersedes || ownStatements.contains(index) || isOrdered {
        slots.append(.statement(index))
      }
    }
    self.slots = slots
  }

  /// All ways to know the dates, or some that are drawn where these are more than `most`.
  func joint(most: Int, orDrawn draws: Int) -> WindowTies.Joint {
    let places = Dictionary(uniqueKeysWithValues: zip(windows, 0...))
    if let rows = rows(most: most) {
      return WindowTies.Joint(windows: windows, rows: rows, isComplete: true, places: places)
    }
    var rows: [[ClosedRange<Int64>?]] = []
    var generator = SeededGenerator(seed: 1941)
    var drawing = GraphDraws(of: graph)
    for _ in 0..<draws {
      if case .values(let row) = row(drawing.next(using: &generator)) { rows.append(row) }
    }
    return WindowTies.Joint(windows: windows, rows: rows, isComplete: false, places: places)
  }

  private func rows(most: Int) -> [[ClosedRange<Int64>?]]? {
    var choices: [(slot: DateSlot, dates: [HistoricalDate])] = []
    var count = 1
    for slot in slots {
      guard let date = graph.date(at: slot) else { continue }
      guard let dates = date.assignments(offset: graph.defaultOffset, most: most) else { return nil }
      if dates.count > 1 || graph.dateOrders.contains(where: { $0.date == slot || $0.other == slot }) {
        choices.append((slot, dates))
      }
      count = min(count * dates.count, 64 * most + 1)
    }
    if count > 64 * most || count > most && graph.dateOrders.isEmpty { return nil }
    var rows: [[ClosedRange<Int64>?]] = []
    var chosen: [DateSlot: HistoricalDate] = [:]
    var isSpent = false
    var assignments = GraphDraws(of: graph)
    func choose(_ place: Int) {
      if isSpent { return }
      guard place < choices.count else {
        let assigned = graph.dating(chosen)
        guard assignments.mayBeDrawn(assigned) else { return }
        guard rows.count < most, case .values(let row) = row(assigned) else {
          isSpent = true
          return
        }
        rows.append(row)
        return
      }
      let (slot, dates) = choices[place]
      for date in dates {
        chosen[slot] = date
        if keepsOrders(of: slot, chosen) { choose(place + 1) }
      }
      chosen[slot] = nil
    }
    choose(0)
    return isSpent || rows.isEmpty ? nil : rows
  }

  private func keepsOrders(of slot: DateSlot, _ chosen: [DateSlot: HistoricalDate]) -> Bool {
    graph.dateOrders.allSatisfy { order in
      guard order.date == slot || order.other == slot, let date = chosen[order.date],
        let other = chosen[order.other]
      else { return true }
      return order.mayHold(date, other, offset: graph.defaultOffset)
    }
  }

  /// What windows are where all dates are known.
  private enum Row {
    case values([ClosedRange<Int64>?])
    /// The dates leave open what they are.
    case open
  }

  /// The windows where all dates are known.
  private func row(_ graph: DiplomaticGraph) -> Row {
    var view: GraphView?
    var times: [Int: [Span]] = [:]
    var row: [ClosedRange<Int64>?] = []
    for window in windows {
      let span: Span?
      switch drafts.origins[window] {
      case .existence(let position, let period):
        guard let place = entityOf[position] else { return .open }
        let entity = graph.entities[place]
        span = (period.map { entity.existence[$0].date } ?? entity.when).map(Span.init)
      case .statement(let index, let number):
        guard let place = statementOf[index] else { return .open }
        let statement = graph.statements[place]
        if let when = statement.when, drafts.meetings == .spans {
          span = Span(when)
        } else if let event = graph[statement.object], event.category == .event {
          span = event.when.map(Span.init) ?? .unknown
        } else {
          let seen = view ?? GraphView(graph, options)
          view = seen
          let spans = times[place] ?? ContactDrafts.times(of: statement, seen, drafts.meetings)
          times[place] = spans
          // Where another number of times is found, these are not the same ones.
          let all = ContactDrafts.times(of: drafts.view.graph.statements[index], drafts.view, drafts.meetings)
          if spans.count != all.count {
            guard spans.isEmpty else { return .open }
            span = nil
          } else {
            span = spans[number]
          }
        }
      case .part: return .open
      }
      guard let span, !span.isContradictory else {
        row.append(nil)
        continue
      }
      let known = Window(span)
      guard !known.isUncertain else { return .open }
      row.append(known.earliestStart...known.earliestLast)
    }
    return .values(row)
  }
}

extension DateSlot {
  /// The same place where entities and statements have other positions; nil where they have none.
  fileprivate func moved(_ entity: (Int) -> Int?, statement: (Int) -> Int?) -> DateSlot? {
    switch self {
    case .entity(let position): entity(position).map { .entity($0) }
    case .existence(let position, let period): entity(position).map { .existence($0, period: period) }
    case .act(let position, let number): entity(position).map { .act($0, number: number) }
    case .actEnd(let position, let number): entity(position).map { .actEnd($0, number: number) }
    case .terms(let position, let number): entity(position).map { .terms($0, number: number) }
    case .inForce(let position, let number): entity(position).map { .inForce($0, number: number) }
    case .statement(let index): statement(index).map { .statement($0) }
    }
  }
}
