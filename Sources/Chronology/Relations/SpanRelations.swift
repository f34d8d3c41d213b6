extension Span {
  /// Whether the span covers a moment.
  ///
  /// Yes from the latest start until before the earliest end; no before the earliest start and from the latest end
  /// on; otherwise maybe. A span without an end covers ``Moment/distantFuture``.
  public func covers(_ moment: Moment) -> Answer {
    if latestStart <= moment && Span.isBeforeEnd(moment, earliestEnd) { return .yes }
    return moment < earliestStart || !Span.isBeforeEnd(moment, latestEnd) ? .no : .maybe
  }

  /// Whether the span covers a date, taken as an instant anywhere between its bounds.
  ///
  /// Yes if every second the date may denote is certainly covered; no if none is possibly covered; otherwise
  /// maybe. A date without a time is a whole day, so an event of a minute or second that certainly fell on that
  /// very day is covered too: an attack at 1941-12-07T07:48 is covered by the day 1941-12-07. An interval is
  /// covered when all of it is.
  /// - Complexity: O(1), or O(*s* log *s*) for a date of *s* ``HistoricalDate/stretches``.
  public func covers(_ date: HistoricalDate) -> Answer {
    if isMoment, date.isInstant, date.startInstant.isOneUnit, date.earliest <= earliestStart,
      latestEnd <= date.latest.adding(seconds: 1)
    {
      return .yes
    }
    if latestStart <= date.earliest && Span.isBeforeEnd(date.latest, earliestEnd) { return .yes }
    if isContradictory || !canCover(date.earliest...date.latest) { return .no }
    // A set or unspecified digits may leave out just the time that the span can cover.
    switch date.form {
    case .interval: return .maybe
    case .point(let point) where point.pattern == nil: return .maybe
    default: return date.stretches.contains(where: canCover) ? .maybe : .no
    }
  }

  /// Whether the two spans share a moment.
  ///
  /// Yes if each certainly starts before the other certainly ends; no if one certainly ends before, or just when,
  /// the other starts; otherwise maybe.
  public func overlaps(_ other: Span) -> Answer {
    if isContradictory || other.isContradictory { return .no }
    if Span.isBeforeEnd(latestStart, other.earliestEnd) && Span.isBeforeEnd(other.latestStart, earliestEnd) {
      return .yes
    }
    let canOverlap =
      Span.isBeforeEnd(earliestStart, other.latestEnd) && Span.isBeforeEnd(other.earliestStart, latestEnd)
    return canOverlap ? .maybe : .no
  }

  /// The time both spans cover: the later start and the earlier end, bound by bound.
  ///
  /// It is a moment when either of them is.
  /// - Returns: `nil` when the two certainly share no moment.
  public func intersection(_ other: Span) -> Span? {
    if overlaps(other) == .no { return nil }
    return Span(
      earliestStart: max(earliestStart, other.earliestStart),
      latestStart: max(latestStart, other.latestStart),
      earliestEnd: min(earliestEnd, other.earliestEnd), latestEnd: min(latestEnd, other.latestEnd),
      isMoment: isMoment || other.isMoment)
  }

  private func canCover(_ stretch: ClosedRange<Moment>) -> Bool {
    earliestStart <= stretch.upperBound && Span.isBeforeEnd(stretch.lowerBound, latestEnd)
  }

  /// Whether a moment comes before an exclusive end; every moment comes before an open one.
  private static func isBeforeEnd(_ moment: Moment, _ end: Moment) -> Bool {
    moment < end || end == .distantFuture
  }
}
