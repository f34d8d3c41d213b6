import Chronology
import Diplomacy
import Networks

/// What the crossings of one way leave of dates that are known by each other.
///
/// Orders of dates and the order of the crossings bound moments by each other, each bound rising with the one it follows from.
/// So the first moments that all of them leave are together one assignment, and so are the last: where nothing else decides
/// about the dates, a way is possible if there are such moments, however many assignments there are.
struct OrderedWay {
  enum Outcome {
    /// No assignment of the dates allows the way.
    case impossible
    /// The bounds of the windows whose dates are known by others; whether the first, and the last, moments are an assignment.
    case bounds([Int: ClosedRange<Int64>], isExact: Bool)
    /// The bounds did not settle.
    case unknown
  }

  private let network: ContactNetwork
  private let clock: JourneyClock
  private let rules: JourneyRules
  private let day: TimeUnit
  private let orders: [DateOrder]
  /// The first seconds of the first and the last day that each date may be.
  private var days: [DateSlot: ClosedRange<Int64>] = [:]
  /// The first and the last moment of each crossing, as they are counted.
  private var starts, lasts: [Int64]
  /// The dates of the windows of each crossing.
  private var slots: [[DateSlot]]
  private var windowOfSlot: [DateSlot: Set<Int>] = [:]
  private var isExact = true

  /// So often bounds are tightened.
  private static let mostRounds = 1_000
  /// How many bounds were looked at.
  private(set) var steps = 0

  init(_ network: ContactNetwork, _ clock: JourneyClock, _ rules: JourneyRules, _ crossed: [[Int]]) {
    (self.network, self.clock, self.rules) = (network, clock, rules)
    let graph = network.view.graph
    day = TimeUnit(length: 86_400, shift: Int64((graph.defaultOffset ?? .utc).seconds))
    let windows = network.certain.windows
    starts = []
    lasts = []
    slots = []
    for passed in crossed {
      var (start, last) = (Int64.min, Int64.max)
      var own: [DateSlot] = []
      for number in passed {
        let window = windows[number]
        start = max(start, clock.moment(window.earliestStart))
        last = min(last, clock.moment(window.latestLast))
        guard window.isUncertain else { continue }
        guard network.ties.tie(of: number) != nil else {
          // Between the days that a date may be, none may be left that it is not.
          if window.extent == .instant, network.drafts.stretches(ofWindow: number).count > 1 {
            isExact = false
          }
          continue
        }
        guard window.extent == .instant, let slot = network.drafts.slot(ofWindow: number)
        else {
          isExact = false
          continue
        }
        own.append(slot)
        windowOfSlot[slot, default: []].insert(number)
      }
      starts.append(start)
      lasts.append(last)
      slots.append(own)
    }
    // All dates that are known by those of the way.
    var known = Set(slots.flatMap(\.self))
    var isGrowing = true
    var orders: [DateOrder] = []
    while isGrowing {
      orders = graph.dateOrders.filter { known.contains($0.date) || known.contains($0.other) }
      let size = known.count
      known.formUnion(orders.flatMap { [$0.date, $0.other] })
      isGrowing = known.count > size
    }
    self.orders = orders
    for slot in known {
      guard let date = graph.date(at: slot) else { continue }
      days[slot] =
        first(date.earliest.seconds)...max(first(date.earliest.seconds), first(date.latest.seconds))
      let isPlain =
        switch slot {
        case .entity(let position): graph.entities[position].category == .event
        case .statement: true
        default: false
        }
      if !isPlain || date.shape == .interval || date.shape == .allOf || date.hasTime
        || date.stretches.count > 1
      {
        isExact = false
      }
    }
  }

  /// The first second of the day of a second.
  private func first(_ second: Int64) -> Int64 { day.first(of: day.of(second)) }

  private func last(_ day: Int64) -> Int64 { later(day, by: 86_399) }

  /// What is left of the dates.
  mutating func solve(_ leads: [Int64], end: Int64) -> Outcome {
    if runsInACircle(leads) { return .impossible }
    for place in starts.indices {
      starts[place] = max(starts[place], later(rules.earliest, by: leads[place]))
      lasts[place] = min(lasts[place], later(rules.latest, by: leads[place] - end))
    }
    for _ in 0..<Self.mostRounds {
      let before = (days, starts, lasts)
      steps += starts.count + orders.count
      for place in starts.indices.dropFirst() {
        starts[place] = max(starts[place], later(starts[place - 1], by: leads[place] - leads[place - 1]))
      }
      for place in starts.indices.dropLast().reversed() {
        lasts[place] = min(lasts[place], later(lasts[place + 1], by: leads[place] - leads[place + 1]))
      }
      for place in starts.indices {
        if starts[place] > lasts[place] { return .impossible }
        for slot in slots[place] {
          guard let range = days[slot] else { return .unknown }
          starts[place] = max(starts[place], clock.moment(range.lowerBound))
          lasts[place] = min(lasts[place], clock.moment(last(range.upperBound)))
          guard narrow(slot, first(clock.second(starts[place])), first(clock.second(lasts[place]))) else {
            return .impossible
          }
        }
      }
      for order in orders where !apply(order) { return .impossible }
      if before == (days, starts, lasts) { return bounds }
    }
    return .unknown
  }

  // MARK: Circles

  /// Whether moments would have to come after themselves, wherever they are: bounds would go on for ever, or for very long.
  ///
  /// Each order is taken for the least time, and the most, that may lie between two dates, so that what is found is so.
  private func runsInACircle(_ leads: [Int64]) -> Bool {
    let slack: Int64
    switch clock {
    case .seconds: slack = 86_399
    case .days: slack = 0
    case .partedDays: return false
    }
    // Each moment, by its number, and each that is at least so much later.
    var edges: [(from: Int, to: Int, by: Int64)] = []
    var numbers: [DateSlot: Int] = [:]
    func number(_ slot: DateSlot) -> Int {
      if let known = numbers[slot] { return known }
      numbers[slot] = starts.count + numbers.count
      return starts.count + numbers.count - 1
    }
    for place in starts.indices {
      if place > 0 { edges.append((place - 1, place, leads[place] - leads[place - 1])) }
      for slot in slots[place] {
        edges.append((number(slot), place, 0))
        edges.append((place, number(slot), -slack))
      }
    }
    for order in orders where isOfDays(order) {
      let (date, other) = (number(order.date), number(order.other))
      switch order.relation {
      case .after: edges.append((other, date, 0))
      case .before: edges.append((date, other, 0))
      case .within(let period):
        edges.append((other, date, 0))
        if let most = Self.days(of: period)?.most { edges.append((date, other, -most * 86_400)) }
      case .exactly(let period):
        guard let days = Self.days(of: period) else { continue }
        edges.append((other, date, days.least * 86_400))
        edges.append((date, other, -days.most * 86_400))
      }
    }
    var moments = [Int64](repeating: 0, count: starts.count + numbers.count)
    for _ in moments.indices {
      var isSettled = true
      for edge in edges where moments[edge.to] < later(moments[edge.from], by: edge.by) {
        moments[edge.to] = later(moments[edge.from], by: edge.by)
        isSettled = false
      }
      if isSettled { return false }
    }
    return true
  }

  /// How many days a period has at least and at most; nil for one of hours, and for one without end.
  private static func days(of period: Period) -> (least: Int64, most: Int64)? {
    guard period.hours == 0, period.minutes == 0, period.seconds == 0 else { return nil }
    let months = Double(period.years) * 12 + Double(period.months)
    let days = months * 30.436875 + Double(period.weeks) * 7 + Double(period.days)
    guard days < 1e9 else { return nil }
    // Months differ by three days, and leap years by one.
    let margin: Int64 = months == 0 ? 0 : 4
    return (max(0, Int64(days.rounded(.down)) - margin), Int64(days.rounded(.up)) + margin)
  }

  /// Whether both dates of an order are days, and none of them lasts.
  private func isOfDays(_ order: DateOrder) -> Bool {
    [order.date, order.other].allSatisfy { slot in
      let date = network.view.graph.date(at: slot)
      return date?.shape == .point || date?.shape == .oneOf
    }
  }

  // MARK: Bounds

  private var bounds: Outcome {
    var bounds: [Int: ClosedRange<Int64>] = [:]
    for (slot, windows) in windowOfSlot {
      guard let range = days[slot] else { return .unknown }
      for window in windows { bounds[window] = range.lowerBound...last(range.upperBound) }
    }
    return .bounds(bounds, isExact: isExact)
  }

  /// Narrows a date; false where nothing is left of it.
  private mutating func narrow(_ slot: DateSlot, _ first: Int64, _ last: Int64) -> Bool {
    guard let range = days[slot] else { return true }
    let (lower, upper) = (max(range.lowerBound, first), min(range.upperBound, last))
    if lower > upper { return false }
    days[slot] = lower...upper
    return true
  }

  private mutating func apply(_ order: DateOrder) -> Bool {
    // Of what lasts, only a bound could be told here.
    guard let date = days[order.date], let other = days[order.other], isOfDays(order) else { return true }
    switch order.relation {
    case .after:
      return narrow(order.date, other.lowerBound, .max) && narrow(order.other, .min, date.upperBound)
    case .before:
      return narrow(order.date, .min, other.upperBound) && narrow(order.other, date.lowerBound, .max)
    case .within(let period):
      guard let reach = reach(period) else { return true }
      return narrow(order.date, other.lowerBound, reach(other.upperBound))
        && narrow(order.other, first(from: date.lowerBound, reach), date.upperBound)
    case .exactly(let period):
      guard let reach = reach(period) else { return true }
      return narrow(order.date, reach(other.lowerBound), reach(other.upperBound))
        && narrow(order.other, first(from: date.lowerBound, reach), self.last(to: date.upperBound, reach))
    }
  }

  /// The day some time after one; nil where the period counts the time of day.
  private mutating func reach(_ period: Period) -> ((Int64) -> Int64)? {
    guard period.hours == 0, period.minutes == 0, period.seconds == 0 else {
      isExact = false
      return nil
    }
    let shift = day.shift
    return { second in
      if second == .min || second == .max { return second }
      let local = Moment(seconds: second).adding(seconds: shift)
      return local.day.start.adding(period).day.start.adding(seconds: -shift).seconds
    }
  }

  /// The first day from which a period leads to a day or beyond; more than that where it is far away.
  private func first(from target: Int64, _ reach: (Int64) -> Int64) -> Int64 {
    guard target != .min, target != .max else { return .min }
    var day = target - max(0, reach(target) - target)
    for _ in 0..<8 where reach(day) >= target { day -= 86_400 }
    for _ in 0..<16 where reach(day) < target { day += 86_400 }
    return reach(day) >= target && reach(day - 86_400) < target ? day : .min
  }

  /// The last day from which a period leads to a day or before it.
  private func last(to target: Int64, _ reach: (Int64) -> Int64) -> Int64 {
    guard target != .min, target != .max else { return .max }
    var day = target - max(0, reach(target) - target)
    for _ in 0..<8 where reach(day) <= target { day += 86_400 }
    for _ in 0..<16 where reach(day) > target { day -= 86_400 }
    return reach(day) <= target && reach(day + 86_400) > target ? day : .max
  }
}
