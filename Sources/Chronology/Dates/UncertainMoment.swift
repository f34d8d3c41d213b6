/// A moment of which it is known that it lies between two bounds.
public struct UncertainMoment: Hashable, Sendable, CustomStringConvertible {
  /// The first second it may be; ``Moment/distantPast`` when nothing bounds it.
  public let earliest: Moment
  /// The last second it may be, itself included; ``Moment/distantFuture`` when nothing bounds it.
  public let latest: Moment

  /// Any moment at all.
  public static let unknown = UncertainMoment(earliest: .distantPast, latest: .distantFuture)

  /// The moment with these bounds.
  ///
  /// - Precondition: The earliest is not after the latest.
  public init(earliest: Moment, latest: Moment) {
    precondition(earliest <= latest, "a moment's earliest bound is not after its latest")
    self.earliest = earliest
    self.latest = latest
  }

  /// The bounds of a date; for an interval or a set those of the whole.
  public init(_ date: HistoricalDate) {
    self.init(earliest: date.earliest, latest: date.latest)
  }

  /// The two bounds with `…` between them, or the moment alone when they are one.
  public var description: String { earliest == latest ? "\(earliest)" : "\(earliest)…\(latest)" }
}

extension UncertainMoment {
  /// The moment one period later: the earliest and the latest second that any of its seconds comes to.
  ///
  /// Each second moves by the rules of ``Moment/adding(_:)``, so that months are clamped to their ends: one month after
  /// a day of January is a day of February, and one month after a day of February one from 1 to 28 or 29 March.
  /// - Parameters:
  ///   - period: The period to go forward.
  ///   - offset: The offset of the place whose calendar counts the days.
  public func adding(_ period: Period, offset: UTCOffset = .utc) -> UncertainMoment {
    shifted(by: CalendarShift(period, sign: 1), offset)
  }

  /// The moment one period earlier, by the rules of ``Moment/subtracting(_:)``.
  public func subtracting(_ period: Period, offset: UTCOffset = .utc) -> UncertainMoment {
    shifted(by: CalendarShift(period, sign: -1), offset)
  }

  private func shifted(by shift: CalendarShift, _ offset: UTCOffset) -> UncertainMoment {
    let ahead = Int64(offset.seconds)
    let (first, last) = (earliest.adding(seconds: ahead), latest.adding(seconds: ahead))
    return UncertainMoment(
      earliest: shift.leastImage(from: first, to: last).adding(seconds: -ahead),
      latest: shift.greatestImage(from: first, to: last).adding(seconds: -ahead))
  }
}

extension HistoricalDate {
  /// The bounds of the date one period later: see ``UncertainMoment/adding(_:offset:)``.
  ///
  /// An interval or a set moves as a whole, from its first second to its last; ``Span/adding(_:offset:)`` keeps the
  /// start and the end apart.
  public func adding(_ period: Period, offset: UTCOffset = .utc) -> UncertainMoment {
    UncertainMoment(self).adding(period, offset: offset)
  }

  /// The bounds of the date one period earlier: see ``UncertainMoment/adding(_:offset:)``.
  public func subtracting(_ period: Period, offset: UTCOffset = .utc) -> UncertainMoment {
    UncertainMoment(self).subtracting(period, offset: offset)
  }
}

extension Span {
  /// The span whose start and end both come one period later.
  ///
  /// The end is the first moment that no longer belongs; it moves by the rules of ``Moment/adding(_:)`` from there, so
  /// that a span of whole months stays one.
  public func adding(_ period: Period, offset: UTCOffset = .utc) -> Span {
    shifted { $0.adding(period, offset: offset) }
  }

  /// The span whose start and end both come one period earlier.
  public func subtracting(_ period: Period, offset: UTCOffset = .utc) -> Span {
    shifted { $0.subtracting(period, offset: offset) }
  }

  private func shifted(_ shift: (UncertainMoment) -> UncertainMoment) -> Span {
    let start = shift(UncertainMoment(earliest: earliestStart, latest: latestStart))
    let end = shift(UncertainMoment(earliest: earliestEnd, latest: latestEnd))
    return Span(
      earliestStart: start.earliest, latestStart: start.latest, earliestEnd: end.earliest,
      latestEnd: end.latest, isMoment: isMoment)
  }
}
