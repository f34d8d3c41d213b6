import Chronology
import Diplomacy

/// Writes the dates of a graph that are known by other ones: `{ after: fall-of-france, before: neutrality-pact }`.
///
/// What the orders leave wider than the graph has it is bounded by a date written out as well.
struct RelativeDatesWriter {
  /// The mappings, by the places of their dates.
  private(set) var written: [DateSlot: [YAMLValue.Pair]] = [:]
  /// How many orders have no place in the file.
  private(set) var lost = 0

  private let graph: DiplomaticGraph
  private let names: WrittenNames
  /// The orders of each date, in the order of the graph.
  private var orders: [(slot: DateSlot, date: HistoricalDate, relations: [DateOrder])] = []

  init(_ graph: DiplomaticGraph, _ names: WrittenNames) {
    (self.graph, self.names) = (graph, names)
    guard !graph.dateOrders.isEmpty else { return }
    collect()
    // Orders first; then bounds where they are not enough.
    let solved = solution(
      of: orders.enumerated().map { RelativeDate(place: Self.place($0), relations: relations($1.relations)) })
    for (number, order) in orders.enumerated() {
      var pairs = self.pairs(order.relations)
      if solved[Self.place(number)] != order.date { bound(&pairs, order.date) }
      written[order.slot] = pairs
    }
  }

  /// Where a mapping can stand, and one of each sort in it.
  private mutating func collect() {
    var numbers: [DateSlot: Int] = [:]
    for order in graph.dateOrders {
      let isMapping =
        switch order.date {
        case .existence, .inForce: false
        case .entity(let position): graph.entities[position].category == .event
        case .act, .actEnd, .terms, .statement: true
        }
      guard isMapping, let date = graph.date(at: order.date), let thing = thing(order.other),
        graph.slotOfDate(of: thing) == order.other
      else {
        lost += 1
        continue
      }
      if let number = numbers[order.date] {
        if orders[number].relations.contains(where: { Self.key($0.relation) == Self.key(order.relation) }) {
          lost += 1
        } else {
          orders[number].relations.append(order)
        }
      } else {
        numbers[order.date] = orders.count
        orders.append((order.date, date, [order]))
      }
    }
    // As the reader has them.
    let rank = ["after": 0, "before": 1, "within": 2]
    for number in orders.indices {
      orders[number].relations.sort { rank[Self.key($0.relation)] ?? 0 < rank[Self.key($1.relation)] ?? 0 }
    }
  }

  private func thing(_ slot: DateSlot) -> EntityID? { slot.entity.map { graph.entities[$0].id } }

  private static func key(_ relation: DateOrder.Relation) -> String {
    switch relation {
    case .after, .exactly: "after"
    case .before: "before"
    case .within: "within"
    }
  }

  private func pairs(_ relations: [DateOrder]) -> [YAMLValue.Pair] {
    relations.flatMap { order -> [YAMLValue.Pair] in
      guard let id = thing(order.other) else { return [] }
      let name = YAMLValue.word(names[id])
      switch order.relation {
      case .after: return [.init(key: "after", value: name)]
      case .before: return [.init(key: "before", value: name)]
      case .within(let period):
        return [.init(key: "within", value: .word(period.description)), .init(key: "of", value: name)]
      case .exactly(let period):
        return [.init(key: "exactly", value: .word(period.description)), .init(key: "after", value: name)]
      }
    }
  }

  /// Bounds a date by one written out, under a key that is still free.
  private mutating func bound(_ pairs: inout [YAMLValue.Pair], _ date: HistoricalDate) {
    guard !pairs.contains(where: { $0.key == "of" }) else {
      let keys = pairs.map(\.key)
      func day(_ moment: Moment) -> YAMLValue? { moment.isOpen ? nil : .word(moment.shortText) }
      if !keys.contains("after"), let first = day(date.earliest.adding(seconds: -1)) {
        pairs.insert(.init(key: "after", value: first), at: 0)
      }
      if !keys.contains("before"), let last = day(date.latest.adding(seconds: 1)) {
        pairs.append(.init(key: "before", value: last))
      }
      return
    }
    pairs.append(.init(key: "within", value: .word("P0D")))
    pairs.append(.init(key: "of", value: GraphFileWriter.date(date.text)))
  }

  // MARK: What the reader would make of them

  private static func place(_ number: Int) -> Diagnostic.Place {
    Diagnostic.Place(line: number + 1, column: 1)
  }

  private func relations(_ orders: [DateOrder]) -> [(
    relation: DateOrder.Relation, anchor: RelativeDate.Anchor
  )] {
    orders.compactMap { order in thing(order.other).map { (order.relation, .thing($0.rawValue, nil)) } }
  }

  /// The dates that follow from the orders alone.
  private func solution(of relative: [RelativeDate]) -> [Diagnostic.Place: HistoricalDate] {
    var owners: [Diagnostic.Place: String] = [:]
    var unknown: [Int: Set<DateSlot>] = [:]
    for (number, order) in orders.enumerated() {
      guard let position = order.slot.entity else { continue }
      unknown[position, default: []].insert(order.slot)
      let entity = graph.entities[position]
      switch order.slot {
      case .entity: owners[Self.place(number)] = entity.id.rawValue
      case .act(_, let act) where entity.life?.acts[act].kind == .signature:
        owners[Self.place(number)] = entity.id.rawValue
      default: break
      }
    }
    let dates = graph.entities.enumerated().compactMap {
      position, entity -> (id: String, date: HistoricalDate)? in
      var entity = entity
      for slot in unknown[position] ?? [] {
        switch slot {
        case .entity: entity.when = nil
        case .act(_, let number): entity.life?.acts[number].date = nil
        default: break
        }
      }
      let date = entity.life?.concluded(under: .every) ?? (entity.category == .event ? entity.when : nil)
      return date.map { (entity.id.rawValue, $0) }
    }
    let solver = RelativeDateSolver(dates: dates, owners: owners, offset: graph.defaultOffset)
    return ((try? solver.solve(relative)) ?? [:]).compactMapValues { $0 }
  }
}
