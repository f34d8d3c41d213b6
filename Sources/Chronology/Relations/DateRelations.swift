/// Relations between dates, by the seconds they may denote.
///
/// A point, or one of a set, is an instant at an unknown second between its bounds. An interval, or all of a set,
/// reaches from its start to its end.
extension HistoricalDate {
  /// Whether this date is over before the other begins.
  ///
  /// Yes if its last possible second is before the other's first; no if its first possible end is not before the
  /// other's last possible start; otherwise maybe. Two events of one day may have come in either order, so a
  /// day is maybe before itself; a second is not before itself.
  public func isBefore(_ other: HistoricalDate) -> Answer {
    let (end, start) = (endInstant, other.startInstant)
    if end.latest < start.earliest { return .yes }
    return end.earliest >= start.latest ? .no : .maybe
  }

  /// Whether this date begins after the other is over: the other ``isBefore(_:)`` this one.
  public func isAfter(_ other: HistoricalDate) -> Answer {
    other.isBefore(self)
  }

  /// Whether the two dates are the same, as closely as the coarser of them tells time.
  ///
  /// Two instants are the same if both fall in one day (where either has no time), one minute or one second: yes
  /// if a single such unit certainly holds both, no if they share no possible second, otherwise maybe. So two
  /// events of one day are on the same date, though ``isBefore(_:)`` cannot tell which came first, and `1941` is
  /// maybe the same as `1941`, for each is some day of that year. Intervals, and all of a set, are the same if they
  /// start and end together; an open end is the same only as another.
  /// - Complexity: O(*s* log *s*), *s* the ``stretches`` of both.
  public func isSame(as other: HistoricalDate) -> Answer {
    if isInstant && other.isInstant {
      let sharesSecond = HistoricalDate.intersect(stretches, other.stretches)
      return sharesSecond ? startInstant.isSame(as: other.startInstant) : .no
    }
    return startInstant.isSame(as: other.startInstant) && endInstant.isSame(as: other.endInstant)
  }

  /// Whether the date is all of a set whose members leave time between them.
  var hasGaps: Bool { shape == .allOf && stretches.count > 1 }

  private static func intersect(_ left: [ClosedRange<Moment>], _ right: [ClosedRange<Moment>]) -> Bool {
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i].overlaps(right[j]) { return true }
      if left[i].upperBound < right[j].upperBound { i += 1 } else { j += 1 }
    }
    return false
  }
}

extension UncertainInstant {
  /// Whether one unit certainly holds both instants, or they share no second.
  fileprivate func isSame(as other: UncertainInstant) -> Answer {
    if latest < other.earliest || other.latest < earliest { return .no }
    if holds(other) || other.holds(self) { return .yes }
    return .maybe
  }

  private func holds(_ other: UncertainInstant) -> Bool {
    if earliest.isOpen || latest.isOpen { return earliest == latest && self == other }
    return isOneUnit && earliest <= other.earliest && other.latest <= latest
  }
}
