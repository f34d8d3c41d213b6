extension Span {
  /// Every one of Allen's relations in which this span may stand to another.
  ///
  /// The start and the end are taken to vary independently between their bounds, the start before the end. A span
  /// that ``isMoment`` is an instant between its bounds.
  /// - Returns: At least one relation; none when a span is contradictory.
  public func possibleRelations(
    to other: Span, by resolution: AllenResolution = .second
  ) -> AllenRelations {
    allenBounds(by: resolution).possibleRelations(to: other.allenBounds(by: resolution))
  }

  /// Whether this span stands in a relation to another: yes if no other relation is possible, no if it is not
  /// possible itself, otherwise maybe.
  public func relation(
    _ relation: AllenRelation, to other: Span, by resolution: AllenResolution = .second
  ) -> Answer {
    possibleRelations(to: other, by: resolution).answer(relation)
  }

  private func allenBounds(by resolution: AllenResolution) -> AllenBounds {
    if isMoment {
      let last = max(earliestStart, latestEnd.adding(seconds: -1))
      return AllenBounds(
        start: earliestStart...last, end: earliestStart...last, isInstant: true, by: resolution)
    }
    return AllenBounds(
      start: earliestStart...latestStart, end: earliestEnd...latestEnd, isInstant: false, by: resolution)
  }
}

/// Allen's relations between dates.
///
/// A point, or one of a set, is an instant at an unknown second (or day) between its bounds. An interval, or all of a
/// set, reaches from its start to its end, gaps between members included. An event that certainly comes before
/// another, as ``isBefore(_:)`` tells, either is before it or meets it.
extension HistoricalDate {
  /// Every one of Allen's relations in which this date may stand to another.
  ///
  /// - Parameter resolution: By seconds, two events of one day may have come in either order; by days they coincide.
  public func possibleRelations(
    to other: HistoricalDate, by resolution: AllenResolution = .second
  ) -> AllenRelations {
    allenBounds(by: resolution).possibleRelations(to: other.allenBounds(by: resolution))
  }

  /// Whether this date stands in a relation to another: yes if no other relation is possible, no if it is not
  /// possible itself, otherwise maybe.
  public func relation(
    _ relation: AllenRelation, to other: HistoricalDate, by resolution: AllenResolution = .second
  ) -> Answer {
    possibleRelations(to: other, by: resolution).answer(relation)
  }

  private func allenBounds(by resolution: AllenResolution) -> AllenBounds {
    if shape == .point || shape == .oneOf {
      let bounds = earliest...latest
      return AllenBounds(start: bounds, end: bounds, isInstant: true, by: resolution)
    }
    let span = Span(from: self, to: self)
    return AllenBounds(
      start: span.earliestStart...span.latestStart, end: span.earliestEnd...span.latestEnd, isInstant: false,
      by: resolution)
  }
}
