/// Days of which one is meant, as stretches in order that do not touch.
package struct PossibleDays: Hashable, Sendable {
  /// The stretches, in order; never empty.
  package private(set) var stretches: [ClosedRange<Day>]
  /// How many days each stretch and all before it have.
  private var counts: [UInt64]

  /// The days of some stretches, which may overlap; nil for none.
  package init?(_ ranges: [ClosedRange<Day>]) {
    var stretches: [ClosedRange<Day>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = stretches.last, range.lowerBound.number <= last.upperBound.number.addingSaturated(1) {
        stretches[stretches.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        stretches.append(range)
      }
    }
    if stretches.isEmpty { return nil }
    self.stretches = stretches
    var total: UInt64 = 0
    counts = stretches.map { stretch in
      // The days of all supported years fit many times.
      total += UInt64(bitPattern: stretch.upperBound.number &- stretch.lowerBound.number) + 1
      return total
    }
  }

  /// The first of them.
  package var first: Day { stretches[0].lowerBound }
  /// The last of them.
  package var last: Day { stretches[stretches.count - 1].upperBound }
  /// How many they are.
  package var count: UInt64 { counts[counts.count - 1] }

  /// Those that lie in a range; nil for none.
  package func within(_ range: ClosedRange<Day>) -> PossibleDays? {
    if range.lowerBound <= first && last <= range.upperBound { return self }
    return PossibleDays(stretches.filter { $0.overlaps(range) }.map { $0.clamped(to: range) })
  }

  /// The day with a number, counted from 0 in order.
  package func day(_ number: UInt64) -> Day {
    var (low, high) = (0, counts.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if number < counts[middle] { high = middle } else { low = middle + 1 }
    }
    let before = low == 0 ? 0 : counts[low - 1]
    return stretches[low].lowerBound.adding(days: Int64(truncatingIfNeeded: number - before))
  }

  /// One of them, each as likely.
  ///
  /// It is the day of one of their seconds, so that a seed gives the days that ``DateSampler`` gives.
  func draw(using generator: inout SeededGenerator) -> Day {
    if count == 1 { return first }
    let (seconds, overflows) = count.multipliedReportingOverflow(by: 86_400)
    return day(overflows ? generator.next(below: count) : generator.next(below: seconds) / 86_400)
  }

  /// A first and a last day, of which every pair in order is as likely; nil where no pair is in order.
  static func pair(
    _ starts: PossibleDays, _ ends: PossibleDays, using generator: inout SeededGenerator
  ) -> (first: Day, last: Day)? {
    guard starts.first <= ends.last, let starts = starts.within(starts.first...ends.last),
      let ends = ends.within(starts.first...ends.last)
    else { return nil }
    // No start is after all ends and no end before all starts, so that a good part of the pairs is in order.
    while true {
      let (first, last) = (starts.draw(using: &generator), ends.draw(using: &generator))
      if first <= last { return (first, last) }
    }
  }
}

extension DatePoint {
  /// The days the point may be, as the clocks at its offset show them.
  var possibleDays: PossibleDays? {
    PossibleDays(stretches.map { days(from: $0.lowerBound, to: $0.upperBound) })
  }

  /// Whether it states a time, or leaves one day alone.
  var isOneDay: Bool { precision.isTime || localEarliest.day == localLatest.day }

  /// The offset at which it is placed.
  var offset: UTCOffset { UTCOffset(seconds: Int(components.offsetSeconds)) }

  private func days(from first: Moment, to last: Moment) -> ClosedRange<Day> {
    let shift = Int64(components.offsetSeconds)
    return first.adding(seconds: shift).day...last.adding(seconds: shift).day
  }
}

extension SetMember {
  /// The days of a member, of a range all from its first to its last; where it has no bound, within a window.
  func possibleDays(within window: ClosedRange<Day>?) -> PossibleDays? {
    if !isRange, let point = first { return point.possibleDays }
    guard let lower = first?.localEarliest.day ?? window?.lowerBound,
      let upper = last?.localLatest.day ?? window?.upperBound
    else { return nil }
    // A bound that is written lies in every window.
    if first == nil { return PossibleDays([min(lower, upper)...upper]) }
    return PossibleDays([lower...max(lower, upper)])
  }
}

extension PossibleDays {
  /// The last of them that is not after a day; nil for none.
  package func last(notAfter day: Day) -> Day? {
    stretches.last { $0.lowerBound <= day }.map { min($0.upperBound, day) }
  }

  /// The first of them that is not before a day; nil for none.
  package func first(notBefore day: Day) -> Day? {
    stretches.first { day <= $0.upperBound }.map { max($0.lowerBound, day) }
  }

  /// Whether a day is one of them.
  package func contains(_ day: Day) -> Bool {
    var (low, high) = (0, stretches.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if day <= stretches[middle].upperBound { high = middle } else { low = middle + 1 }
    }
    return stretches[low].contains(day)
  }
}
