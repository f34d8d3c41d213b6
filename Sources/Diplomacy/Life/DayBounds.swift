import Chronology

/// Days of which each lies between two bounds, and orders among them that are taken for granted.
///
/// Every order says that one day, with a period added, is not after another, with a period added. Such orders keep the
/// earliest days that all of them allow together an assignment that is allowed, and the latest days too, whatever days
/// between are left out: so the bounds that ``require(_:notAfter:)`` leaves are exact, not only safe.
struct DayBounds {
  /// A day that lies so much after a variable one.
  struct Expression {
    let variable: Int
    var period = Period()
    /// Days besides the period: 1 for an order that leaves no tie.
    var days: Int64 = 0

    func day(for day: Day) -> Day {
      (isCounted ? day : day.start.adding(period).day).adding(days: days).bounded
    }

    /// Whether it lies a number of days after its variable, and the calendar need not be asked.
    var isCounted: Bool { period == Period() }
  }

  private static let mostRounds = 32

  private(set) var ranges: [ClosedRange<Day>] = []
  /// The days that a variable can be, where these leave out days between the first and the last.
  private var domains: [PossibleDays?] = []
  private var orders: [Order] = []
  /// Counts the changes; for each variable the last one, and for each order the last one that it has taken in.
  private var clock = 1
  private var changes: [Int] = []

  private struct Order {
    let first: Expression
    let second: Expression
    var seen = 0

    /// What it takes to work out the order: with years and months the calendar is asked again and again.
    var cost: Int { first.isCounted && second.isCounted ? 4 : 400 }
  }

  /// Adds a variable day.
  /// - Parameter days: The days of the range that it can be; nil: all.
  mutating func add(_ range: ClosedRange<Day>, among days: PossibleDays? = nil) -> Expression {
    ranges.append(range)
    domains.append(days)
    changes.append(clock)
    return Expression(variable: ranges.count - 1)
  }

  /// The bounds of a day.
  func range(of expression: Expression) -> ClosedRange<Day> {
    let range = ranges[expression.variable]
    return expression.day(for: range.lowerBound)...expression.day(for: range.upperBound)
  }

  /// Takes for granted that one day is not after another.
  /// - Parameter steps: Grows smaller by what is done: 1 for every order looked at, more for one that is worked out.
  ///   When it falls below 0, the bounds are left as they are, and are of no use any more.
  /// - Returns: Whether that is possible; otherwise the bounds are of no use any more.
  mutating func require(_ first: Expression, notAfter second: Expression, counting steps: inout Int) -> Bool {
    steps -= 1
    if range(of: first).lowerBound > range(of: second).upperBound { return false }
    if range(of: first).upperBound <= range(of: second).lowerBound { return true }
    orders.append(Order(first: first, second: second))
    var changed = true
    var rounds = 0
    // Orders that go in a circle over open bounds would be followed a day at a time; bounds left wider stay safe.
    while changed, rounds < Self.mostRounds, steps >= 0 {
      changed = false
      rounds += 1
      steps -= orders.count
      for index in orders.indices where isOutOfDate(index) {
        steps -= orders[index].cost
        guard let isNew = settle(index) else { return false }
        changed = changed || isNew
      }
    }
    return true
  }

  /// Whether either day of an order has other bounds than when it was last worked out.
  private func isOutOfDate(_ index: Int) -> Bool {
    let order = orders[index]
    return order.seen < changes[order.first.variable] || order.seen < changes[order.second.variable]
  }

  /// Narrows the bounds of the two days of an order.
  /// - Returns: Whether they changed; nil when the order is impossible.
  private mutating func settle(_ index: Int) -> Bool? {
    let (first, second) = (orders[index].first, orders[index].second)
    guard let upper = lastDay(of: first, notAfter: range(of: second).upperBound),
      let lower = firstDay(of: second, notBefore: range(of: first).lowerBound)
    else { return nil }
    orders[index].seen = clock
    var isNew = false
    let one = ranges[first.variable]
    if upper < one.upperBound {
      guard upper >= one.lowerBound else { return nil }
      ranges[first.variable] = one.lowerBound...upper
      note(first.variable)
      isNew = true
    }
    let other = ranges[second.variable]
    if lower > other.lowerBound {
      guard lower <= other.upperBound else { return nil }
      ranges[second.variable] = lower...other.upperBound
      note(second.variable)
      isNew = true
    }
    // An order between days that hang on one another may narrow them again.
    if isNew, first.variable != second.variable { orders[index].seen = clock }
    return isNew
  }

  private mutating func note(_ variable: Int) {
    clock += 1
    changes[variable] = clock
  }

  /// The last value of the variable for which the expression is not after a day.
  private func lastDay(of expression: Expression, notAfter limit: Day) -> Day? {
    guard let day = lastOfAll(of: expression, notAfter: limit) else { return nil }
    return domains[expression.variable].map { $0.last(notAfter: day) } ?? day
  }

  /// The first value of the variable for which the expression is not before a day.
  private func firstDay(of expression: Expression, notBefore limit: Day) -> Day? {
    guard let day = firstOfAll(of: expression, notBefore: limit) else { return nil }
    return domains[expression.variable].map { $0.first(notBefore: day) } ?? day
  }

  /// The same among all days of the range.
  private func lastOfAll(of expression: Expression, notAfter limit: Day) -> Day? {
    let range = ranges[expression.variable]
    guard expression.day(for: range.lowerBound) <= limit else { return nil }
    if expression.day(for: range.upperBound) <= limit { return range.upperBound }
    var (low, high) = (range.lowerBound.number, range.upperBound.number)
    while low < high {
      let middle = low + (high - low) / 2 + 1
      if expression.day(for: Day(number: middle)) <= limit { low = middle } else { high = middle - 1 }
    }
    return Day(number: low)
  }

  private func firstOfAll(of expression: Expression, notBefore limit: Day) -> Day? {
    let range = ranges[expression.variable]
    guard expression.day(for: range.upperBound) >= limit else { return nil }
    if expression.day(for: range.lowerBound) >= limit { return range.lowerBound }
    var (low, high) = (range.lowerBound.number, range.upperBound.number)
    while low < high {
      let middle = low + (high - low) / 2
      if expression.day(for: Day(number: middle)) >= limit { high = middle } else { low = middle + 1 }
    }
    return Day(number: low)
  }
}
