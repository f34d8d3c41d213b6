public import Chronology

/// When an agreement was in force, or an actor in it, and from which acts and terms that follows.
public struct LifeCourse: Hashable, Sendable {
  /// What begins or ends a time in force.
  public enum Cause: Hashable, Sendable {
    /// The graph states the span outright.
    case stated
    /// An act does it by itself: an entry into force, an accession; a termination or expiry.
    case act
    /// The signature, as nothing says when the agreement entered into force.
    case signature
    /// The ratification of the last party.
    case lastRatification
    /// Not every party has ratified, so the agreement is not in force.
    case notRatified
    /// The actor has not ratified, and is not bound before it does.
    case notBound
    /// It is void from the beginning.
    case void
    /// It is applied before its entry into force, which comes on the moment named; nil: never, or at an uncertain time.
    case provisional(entry: Moment?)
    /// The term is over, and nothing renews it; so many renewals came before.
    case termOver(renewals: Int)
    /// Notice was given in time for the end of a term; so many renewals came before.
    case notice(renewals: Int)
    /// Notice was given too late for the term that ran, which was renewed; it ends the term after so many renewals.
    case lateNotice(renewals: Int)
    /// The period of notice is over.
    case afterNotice
    /// A denunciation, which takes effect at once.
    case denunciation
    /// Another agreement takes its place.
    case superseded(by: EntityID)
    /// The agreement with which it ends has ended, in the way named.
    indirect case with(EntityID, Cause)
    /// Between two agreements of which the one ends with the other, so many more, each of which ends with the next.
    indirect case through(Int, Cause)
    /// A breach, which ends it under these terms.
    case breach
    /// Fewer than two parties are left.
    case tooFewParties
    /// The actor came into existence, or ceased to exist.
    case existence
    /// Nothing ends it.
    case never
    /// The orders in which its acts may have come are too many to follow.
    case undecided
  }

  /// A beginning or an end: when, and what it follows from.
  public struct Turn: Hashable, Sendable {
    /// The first moment it may fall on; an end is the first moment that no longer belongs.
    public var earliest: Moment
    /// The last moment it may fall on.
    public var latest: Moment
    /// What does it.
    public var cause: Cause
    /// The act behind it.
    public var act: Act?
    /// The terms it follows from.
    public var terms: Terms?
    /// The reading under which it holds, where several are looked at together.
    public var reading: ReadingID?
    /// The sources of the act and of the terms.
    public var citations: [Citation]
  }

  /// The times in force in order: one, several where it was suspended or left and joined again; none when it never was.
  public let spans: [Span]
  /// What it begins with; several where dates or readings leave that open; empty when nothing is known.
  public let beginnings: [Turn]
  /// What it ends with; several where dates or readings leave that open.
  public let endings: [Turn]

  /// The one span that covers all times in force; nil for none.
  ///
  /// Its bounds are those of the first and the last moment in force over all that the dates allow. Where these leave times
  /// between them in which it cannot have been in force, ``spans`` leaves them out.
  public let hull: Span?

  /// A course.
  /// - Parameter hull: The span that covers all of them; nil: the one that follows from the spans.
  public init(spans: [Span], beginnings: [Turn], endings: [Turn], hull: Span? = nil) {
    self.spans = spans
    self.beginnings = beginnings
    self.endings = endings
    self.hull = hull ?? Diplomacy.hull(of: spans)
  }
}

/// The bounds that cover several spans of one thing, from the first to the last; nil for none.
///
/// It began with the first and ended with the last; where a span may have no moment at all, it may also have begun with
/// a later one, or ended with an earlier one.
public func hull(of spans: [Span]) -> Span? {
  guard let first = spans.first, spans.count > 1 else { return spans.first }
  var (start, end) = (first.earliestStart, first.latestEnd)
  var (lastStart, firstEnd) = (first.latestStart, first.earliestEnd)
  var certain: (start: Moment, end: Moment)?
  for span in spans {
    (start, end) = (min(start, span.earliestStart), max(end, span.latestEnd))
    (lastStart, firstEnd) = (max(lastStart, span.latestStart), min(firstEnd, span.earliestEnd))
    if span.latestStart < span.earliestEnd {
      certain = (
        min(certain?.start ?? span.latestStart, span.latestStart),
        max(certain?.end ?? span.earliestEnd, span.earliestEnd)
      )
    }
  }
  return Span(
    earliestStart: start, latestStart: certain?.start ?? lastStart, earliestEnd: certain?.end ?? firstEnd,
    latestEnd: end)
}

extension Span {
  /// The bounds that cover two spans of which either may be meant.
  func hull(with other: Span) -> Span {
    Span(
      earliestStart: min(earliestStart, other.earliestStart),
      latestStart: max(latestStart, other.latestStart),
      earliestEnd: min(earliestEnd, other.earliestEnd), latestEnd: max(latestEnd, other.latestEnd))
  }

  /// What two spans have in common; nil where that is certainly nothing.
  func overlap(with other: Span) -> Span? {
    let common = Span(
      earliestStart: max(earliestStart, other.earliestStart),
      latestStart: max(latestStart, other.latestStart),
      earliestEnd: min(earliestEnd, other.earliestEnd), latestEnd: min(latestEnd, other.latestEnd))
    return common.earliestStart < common.latestEnd ? common : nil
  }

  /// What is left of a span without another: the part before it and the part after it.
  func without(_ gap: Span) -> [Span] {
    let before = Span(
      earliestStart: earliestStart, latestStart: latestStart,
      earliestEnd: min(earliestEnd, gap.earliestStart), latestEnd: min(latestEnd, gap.latestStart))
    let after = Span(
      earliestStart: max(earliestStart, gap.earliestEnd), latestStart: max(latestStart, gap.latestEnd),
      earliestEnd: earliestEnd, latestEnd: latestEnd)
    return [before, after].filter { $0.earliestStart < $0.latestEnd }
  }

  /// A span that covers no moment.
  public static let never = Span(
    earliestStart: .distantFuture, latestStart: .distantFuture,
    earliestEnd: .distantPast, latestEnd: .distantPast)

  /// A span of which neither start nor end is known.
  public static let unknown = Span(
    earliestStart: .distantPast, latestStart: .distantFuture,
    earliestEnd: .distantPast, latestEnd: .distantFuture)
}
