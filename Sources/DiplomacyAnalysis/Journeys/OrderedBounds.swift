import Chronology
import Diplomacy

/// The bounds of days that are known by others.
///
/// A date that is given by another one has bounds that follow from it; that the other one is bounded by it as well is said
/// nowhere in the graph.
struct OrderedBounds {
  /// For each window of one unknown day that is known by others, the seconds in which it lies.
  private(set) var bounds: [Int: ClosedRange<Int64>] = [:]

  init(_ drafts: ContactDrafts) {
    let graph = drafts.view.graph
    if graph.dateOrders.isEmpty { return }
    let shift = Int64((graph.defaultOffset ?? .utc).seconds)
    var system = ConstraintSystem()
    var names: [DateSlot: String] = [:]
    func name(_ slot: DateSlot) -> String? {
      if let known = names[slot] { return known }
      guard let date = graph.date(at: slot), date.shape == .point || date.shape == .oneOf else { return nil }
      let name = "\(names.count)"
      names[slot] = name
      system.declare(
        name,
        UncertainMoment(
          earliest: date.earliest.adding(seconds: shift), latest: date.latest.adding(seconds: shift)))
      return name
    }
    for order in graph.dateOrders {
      guard let date = name(order.date), let other = name(order.other) else { continue }
      switch order.relation {
      case .after: system.constrain(date, .after(other))
      case .before: system.constrain(date, .before(other))
      case .within(let period): system.constrain(date, .within(period, of: other))
      case .exactly(let period): system.constrain(date, .exactly(period, after: other))
      }
    }
    // Dates that contradict each other were refused when the graph was read; bounds of others are left as they are.
    guard let solution = try? system.solve() else { return }
    for window in drafts.origins.indices where drafts.windows[window].extent == .instant {
      guard let slot = drafts.slot(ofWindow: window), let name = names[slot], let moment = solution[name]
      else {
        continue
      }
      func second(_ moment: Moment, isStart: Bool) -> Int64 {
        if moment.isOpen { return moment.seconds }
        let edge = isStart ? moment.day.start : moment.day.end.adding(seconds: -1)
        return edge.adding(seconds: -shift).seconds
      }
      bounds[window] = second(moment.earliest, isStart: true)...second(moment.latest, isStart: false)
    }
  }
}

extension ContactDrafts {
  /// Where the date of a window stands; nil where it follows from several.
  func slot(ofWindow window: Int) -> DateSlot? {
    let graph = view.graph
    switch origins[window] {
    case .existence(let position, let period):
      return period.map { .existence(position, period: $0) } ?? .entity(position)
    case .statement(let index, _):
      let statement = graph.statements[index]
      guard let object = graph.position(of: statement.object) else { return nil }
      let entity = graph.entities[object]
      if let occasion = occasion(ofWindow: window) {
        if let act = occasion.act { return .act(object, number: act) }
        if occasion.date == nil { return nil }
      }
      if statement.when != nil { return .statement(index) }
      return entity.category == .event ? .entity(object) : nil
    case .part: return nil
    }
  }
}
