import Chronology

/// Days of which each lies between two bounds, and orders among them that are taken for granted.
///
/// Every order says that one day, with a period added, is not after another, with a period added. Such orders keep the
/// earliest days that all of them allow together an assignment that is allowed, and the latest days too: so the
/// bounds that ``require(_:notAfter:)`` leaves are exact, not only safe.
struct DayBounds {
  /// A day that lies so much after a variable one.
  struct Expression {
    let variable: Int
    var period = Period()
    /// Days besides the period: 1 for an order that leaves no tie.
    var days: Int64 = 0

    func day(for day: Day) -> Day { day.start.adding(period).day.adding(days: days).bounded }
  }

  private static let mostRounds = 32

  private(set) var ranges: [ClosedRange<Day>] = []
  private var orders: [(Expression, Expression)] = []

  /// Adds a variable day.
  mutating func add(_ range: ClosedRange<Day>) -> Expression {
    ranges.append(range)
    return Expression(variable: ranges.count - 1)
  }

  /// The bounds of a day.
  func range(of expression: Expression) -> ClosedRange<Day> {
    let range = ranges[expression.variable]
    return expression.day(for: range.lowerBound)...expression.day(for: range.upperBound)
  }

  /// Takes for granted that one day is before another.
  /// - Returns: Whether that is possible; otherwise the bounds are of no use any more.
  mutating func require(_ first: Expression, before second: Expression) -> Bool {
    var next = first
    next.days += 1
    return require(next, notAfter: second)
  }

  /// Takes for granted that one day is not after another.
  /// - Returns: Whether that is possible; otherwise the bounds are of no use any more.
  mutating func require(_ first: Expression, notAfter second: Expression) -> Bool {
    if range(of: first).lowerBound > range(of: second).upperBound { return false }
    if range(of: first).upperBound <= range(of: second).lowerBound { return true }
    orders.append((first, second))
    var changed = true
    var rounds = 0
    // Orders that go in a circle over open bounds would be followed a day at a time; bounds left wider stay safe.
    while changed, rounds < Self.mostRounds {
      changed = false
      rounds += 1
      for (first, second) in orders {
        guard let upper = lastDay(of: first, notAfter: range(of: second).upperBound),
          let lower = firstDay(of: second, notBefore: range(of: first).lowerBound)
        else { return false }
        let one = ranges[first.variable]
        if upper < one.upperBound {
          ranges[first.variable] = one.lowerBound...upper
          changed = true
        }
        let other = ranges[second.variable]
        if lower > other.lowerBound {
          guard lower <= other.upperBound else { return false }
          ranges[second.variable] = lower...other.upperBound
          changed = true
        }
      }
    }
    return true
  }

  /// The last value of the variable for which the expression is not after a day.
  private func lastDay(of expression: Expression, notAfter limit: Day) -> Day? {
    let range = ranges[expression.variable]
    guard expression.day(for: range.lowerBound) <= limit else { return nil }
    var (low, high) = (range.lowerBound.number, range.upperBound.number)
    while low < high {
      let middle = low + (high - low) / 2 + 1
      if expression.day(for: Day(number: middle)) <= limit { low = middle } else { high = middle - 1 }
    }
    return Day(number: low)
  }

  /// The first value of the variable for which the expression is not before a day.
  private func firstDay(of expression: Expression, notBefore limit: Day) -> Day? {
    let range = ranges[expression.variable]
    guard expression.day(for: range.upperBound) >= limit else { return nil }
    var (low, high) = (range.lowerBound.number, range.upperBound.number)
    while low < high {
      let middle = low + (high - low) / 2
      if expression.day(for: Day(number: middle)) >= limit { high = middle } else { low = middle + 1 }
    }
    return Day(number: low)
  }
}
