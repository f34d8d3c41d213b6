/// How finely the ends of two dates are compared.
public enum AllenResolution: Hashable, Sendable, CaseIterable {
  /// By seconds: of two events of one day, either may have come first.
  case second
  /// By days: two events of one day coincide, and a day starts the interval of which it is the first day.
  case day
}

/// The ends of a stretch of time, each between two bounds that do not depend on each other's, but for the start
/// always coming before the end.
struct AllenBounds: Hashable, Sendable {
  /// The first second or day; for an instant the only one. The smallest `Int64` is an open start.
  let start: ClosedRange<Int64>
  /// The first second or day after it, of no meaning for an instant. The largest `Int64` is an open end.
  let end: ClosedRange<Int64>
  let isInstant: Bool

  /// The bounds of a stretch in seconds, by seconds or by days.
  init(start: ClosedRange<Moment>, end: ClosedRange<Moment>, isInstant: Bool, by resolution: AllenResolution)
  {
    func startUnit(_ moment: Moment) -> Int64 {
      if moment.isOpen || resolution == .second { return moment.seconds }
      return moment.seconds.dividedFloored(by: 86_400).quotient
    }
    func endUnit(_ moment: Moment) -> Int64 {
      if moment.isOpen || resolution == .second { return moment.seconds }
      return (moment.seconds - 1).dividedFloored(by: 86_400).quotient + 1
    }
    self.isInstant = isInstant
    // An instant lies somewhere, so it neither starts what has no start nor finishes what has no end.
    let limits: ClosedRange<Int64> = isInstant ? .min + 1 ... .max - 2 : .min ... .max
    self.start = (startUnit(start.lowerBound)...startUnit(start.upperBound)).clamped(to: limits)
    self.end = endUnit(end.lowerBound)...endUnit(end.upperBound)
  }

  init(start: ClosedRange<Int64>, end: ClosedRange<Int64>, isInstant: Bool) {
    (self.start, self.end, self.isInstant) = (start, end, isInstant)
  }

  /// Every relation that some choice of the ends brings about; none if no choice puts the start before the end.
  ///
  /// Each relation puts the ends in one order, so it is possible exactly if they can be placed in that order from the
  /// first to the last, each as early as the one before it allows.
  func possibleRelations(to other: AllenBounds) -> AllenRelations {
    switch (isInstant, other.isInstant) {
    case (true, true): instants(other)
    case (true, false): instant(beside: other)
    case (false, true): other.instant(beside: self).converses
    case (false, false): stretches(other).union(other.stretches(self).converses)
    }
  }

  /// Ends that fall together, and how far at least they lie after the ones before.
  private typealias Place = (ends: [ClosedRange<Int64>], gap: Int64)

  private static func canStand(_ places: [Place]) -> Bool {
    var earliest = Int64.min
    for (index, place) in places.enumerated() {
      let (next, overflow) = earliest.addingReportingOverflow(index == 0 ? 0 : place.gap)
      if overflow { return false }
      earliest = place.ends.reduce(next) { max($0, $1.lowerBound) }
      if place.ends.contains(where: { $0.upperBound < earliest }) { return false }
    }
    return true
  }

  private static func relations(_ candidates: [(AllenRelation, [Place])]) -> AllenRelations {
    AllenRelations(candidates.filter { canStand($0.1) }.map(\.0))
  }

  private func instants(_ other: AllenBounds) -> AllenRelations {
    let (t, u) = (start, other.start)
    return AllenBounds.relations([
      (.before, [([t], 0), ([u], 1)]), (.equals, [([t, u], 0)]), (.after, [([u], 0), ([t], 1)]),
    ])
  }

  private func instant(beside other: AllenBounds) -> AllenRelations {
    let (t, s) = (start, other.start)
    // The last second or day of the stretch, which may also be its first.
    let l = max(other.end.lowerBound, .min + 1) - 1...max(other.end.upperBound, .min + 1) - 1
    return AllenBounds.relations([
      (.before, [([t], 0), ([s], 1), ([l], 0)]), (.starts, [([t, s], 0), ([l], 1)]),
      (.during, [([s], 0), ([t], 1), ([l], 1)]), (.finishes, [([s], 0), ([t, l], 1)]),
      (.equals, [([s, t, l], 0)]), (.after, [([s], 0), ([l], 0), ([t], 1)]),
    ])
  }

  /// The relations of which none is the converse of another, and equality.
  private func stretches(_ other: AllenBounds) -> AllenRelations {
    let (s, e, t, f) = (start, end, other.start, other.end)
    return AllenBounds.relations([
      (.before, [([s], 0), ([e], 1), ([t], 1), ([f], 1)]), (.meets, [([s], 0), ([e, t], 1), ([f], 1)]),
      (.overlaps, [([s], 0), ([t], 1), ([e], 1), ([f], 1)]), (.starts, [([s, t], 0), ([e], 1), ([f], 1)]),
      (.during, [([t], 0), ([s], 1), ([e], 1), ([f], 1)]), (.finishes, [([t], 0), ([s], 1), ([e, f], 1)]),
      (.equals, [([s, t], 0), ([e, f], 1)]),
    ])
  }
}
