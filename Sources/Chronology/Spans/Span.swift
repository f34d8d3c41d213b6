/// A stretch of time whose start and end may each be uncertain.
///
/// Both ends are a first second that no longer belongs: the span of `1941-04-13` ends at 1941-04-14T00:00:00.
/// A span starts with its first day and ends with its last (or with the minute or second, where a date has a time);
/// a coarser date leaves open which day that is. An open end is certain and infinite.
///
/// The bounds of the start and of the end are kept apart, so an answer of yes or no is always right, and maybe is
/// said where the four bounds do not decide.
public struct Span: Hashable, Sendable, CustomStringConvertible {
  /// The first moment at which the span may start; ``Moment/distantPast`` when it may always have been.
  public let earliestStart: Moment
  /// The last moment at which the span may start.
  public let latestStart: Moment
  /// The first moment at which the span may be over.
  public let earliestEnd: Moment
  /// The last moment at which the span may come to be over; ``Moment/distantFuture`` when it may last for ever.
  public let latestEnd: Moment
  /// Whether the span is a single day, minute or second, of which the bounds say where it may lie.
  public let isMoment: Bool

  /// All of time, with certainty.
  public static let always = Span(
    earliestStart: .distantPast, latestStart: .distantPast,
    earliestEnd: .distantFuture, latestEnd: .distantFuture)

  /// The span with these bounds.
  ///
  /// - Precondition: No earliest bound is after its latest.
  public init(
    earliestStart: Moment, latestStart: Moment, earliestEnd: Moment, latestEnd: Moment, isMoment: Bool = false
  ) {
    precondition(earliestStart <= latestStart, "a span's earliest start is not after its latest start")
    precondition(earliestEnd <= latestEnd, "a span's earliest end is not after its latest end")
    self.earliestStart = earliestStart
    self.latestStart = latestStart
    self.earliestEnd = earliestEnd
    self.latestEnd = latestEnd
    self.isMoment = isMoment
  }

  /// The span of a date.
  ///
  /// An interval starts on a day of its start and ends on a day of its end; an unknown end is anywhere from the
  /// start on. A point, or one of a set, is a single unknown day (or minute, or second) of the date: see
  /// ``isMoment``. All of a set is the time from its first member to its last when the members leave no gap;
  /// otherwise it is certain nowhere and possible between its outermost bounds.
  public init(_ date: HistoricalDate) {
    let (start, end) = (date.startInstant, date.endInstant)
    if date.isInstant || date.hasGaps {
      self.init(
        earliestStart: date.earliest, latestStart: date.hasGaps ? end.lastUnitStart : start.lastUnitStart,
        earliestEnd: start.firstUnitEnd, latestEnd: date.latest.adding(seconds: 1),
        isMoment: date.isInstant)
    } else {
      self.init(from: start, to: end)
    }
  }

  /// The span from one date to another, where `nil` is an unknown date.
  ///
  /// Where a date is an interval itself, its start counts as the start and its end as the end. When the end
  /// certainly comes before the start, the span is contradictory: see ``isContradictory``.
  public init(from start: HistoricalDate?, to end: HistoricalDate?) {
    switch (start, end) {
    case (let start?, let end?): self.init(from: start.startInstant, to: end.endInstant)
    case (let start?, nil):
      var end = start.startInstant
      (end.latest, end.lastUnitStart) = (.distantFuture, .distantFuture)
      self.init(from: start.startInstant, to: end)
    case (nil, let end?):
      var start = end.endInstant
      (start.earliest, start.firstUnitEnd) = (.distantPast, .distantPast)
      self.init(from: start, to: end.endInstant)
    case (nil, nil):
      self.init(
        earliestStart: .distantPast, latestStart: .distantFuture,
        earliestEnd: .distantPast, latestEnd: .distantFuture)
    }
  }

  /// The span between two instants; where they overlap, the start cannot come after the end.
  private init(from start: UncertainInstant, to end: UncertainInstant) {
    let latestEnd = end.latest.adding(seconds: 1)
    let unit = min(start.lastUnit, end.firstUnit, start.firstUnit, end.lastUnit)
    let lastStart = min(start.lastUnitStart, latestEnd.adding(seconds: -unit))
    let firstEnd = max(end.firstUnitEnd, start.earliest.adding(seconds: unit))
    self.init(
      earliestStart: start.earliest, latestStart: max(start.earliest, lastStart),
      earliestEnd: min(latestEnd, firstEnd), latestEnd: latestEnd)
  }

  /// Whether no moment can belong to the span, because its end certainly comes before its start.
  public var isContradictory: Bool { earliestStart >= latestEnd && !(latestEnd == .distantFuture) }

  /// The four bounds: `1941-01-01T00:00:00…1941-12-31T00:00:00 to 1945-01-02T00:00:00…1946-01-01T00:00:00`.
  public var description: String {
    func bounds(_ first: Moment, _ last: Moment) -> String { first == last ? "\(first)" : "\(first)…\(last)" }
    return "\(bounds(earliestStart, latestStart)) to \(bounds(earliestEnd, latestEnd))"
  }
}
