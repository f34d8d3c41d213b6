package import Chronology

/// A time as programs have it that count in numbers: from its onset until its terminus.
package struct DecimalSpell: Hashable, Sendable {
  /// What is counted.
  package enum Unit: Hashable, Sendable {
    /// Years, with decimals: 1941.5 is the middle of 1941. Year 0 is 1 BCE.
    case years
    /// Days since 1970-01-01, which is 0, as R counts them.
    case days
  }

  /// The first moment; infinite where it is open.
  package let onset: Double
  /// The first moment after it; infinite where it is open.
  package let terminus: Double
  /// The last second of it; infinite where it is open.
  package let last: Double

  /// The spells in which something is there possibly, in order; those that touch or overlap are one.
  package static func spells(_ spans: [Span], in unit: Unit) -> [DecimalSpell] {
    var joined: [(start: Moment, end: Moment)] = []
    for span in spans.sorted(by: { $0.earliestStart < $1.earliestStart })
    where !span.isContradictory && span.earliestStart < span.latestEnd {
      if let end = joined.last?.end, span.earliestStart <= end {
        joined[joined.count - 1].end = max(end, span.latestEnd)
      } else {
        joined.append((span.earliestStart, span.latestEnd))
      }
    }
    return joined.map { start, end in
      DecimalSpell(
        onset: start.decimal(in: unit), terminus: end.decimal(in: unit),
        last: end.adding(seconds: -1).decimal(in: unit))
    }
  }
}

extension Moment {
  /// The moment as a number; infinite for an open end.
  package func decimal(in unit: DecimalSpell.Unit) -> Double {
    if isOpen { return self == .distantPast ? -.infinity : .infinity }
    switch unit {
    case .days: return Double(day.number) + Double(secondOfDay) / 86_400
    case .years:
      let year = day.year
      guard let first = Day(year: year, month: 1, day: 1) else { return Double(year) }
      let seconds = Double(day.number - first.number) * 86_400 + Double(secondOfDay)
      return Double(year) + seconds / ((Day.isLeapYear(year) ? 366 : 365) * 86_400)
    }
  }

  /// The moment of a number, to the second, and to the day where it is less than a minute off; open where it is infinite, nil
  /// for what is no time.
  package init?(decimal number: Double, in unit: DecimalSpell.Unit) {
    if number.isInfinite {
      self = number < 0 ? .distantPast : .distantFuture
      return
    }
    let seconds: Double
    switch unit {
    case .days:
      guard number.magnitude < 1e13 else { return nil }
      seconds = number * 86_400
    case .years:
      guard number.magnitude < 1e9, let year = Int64(exactly: number.rounded(.down)),
        let first = Day(year: year, month: 1, day: 1)
      else { return nil }
      let length: Double = (Day.isLeapYear(year) ? 366 : 365) * 86_400
      seconds = Double(first.number) * 86_400 + (number - Double(year)) * length
    }
    let day = (seconds / 86_400).rounded() * 86_400
    guard let whole = Int64(exactly: abs(day - seconds) < 60 ? day : seconds.rounded()) else { return nil }
    self.init(seconds: whole)
  }
}
