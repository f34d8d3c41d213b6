/// Draws moments from the possibilities of an uncertain date.
///
/// Every second that the date may denote is equally likely, and so every one of its days: `1941` has 365 of them,
/// `[1941-04,1945-05-08]` 31, of which 30 are in April 1941, and a day that two members of a set share counts once. An
/// interval, and all of a set, gives a moment within it. Flags change nothing.
///
/// The same seed gives the same moments on every platform: with *n* the number of possible seconds, in order, a draw is
/// the second with the number ``SeededGenerator/next(below:)`` of *n*.
public struct DateSampler: Hashable, Sendable {
  private let stretches: [ClosedRange<Moment>]
  /// How many seconds each stretch and all before it have.
  private let counts: [UInt64]

  /// A sampler of a date.
  ///
  /// - Parameters:
  ///   - date: The date to draw from.
  ///   - window: The moments that may be drawn, such as the time a graph covers; needed for a date without an end.
  /// - Throws: When the date has an open or unknown end that the window leaves open, or no moment in the window.
  /// - Complexity: That of ``HistoricalDate/stretches``.
  public init(_ date: HistoricalDate, within window: ClosedRange<Moment>? = nil) throws(SamplingError) {
    var stretches = date.stretches
    if let window {
      stretches = stretches.filter { $0.overlaps(window) }.map { $0.clamped(to: window) }
    }
    guard let first = stretches.first, let last = stretches.last else {
      throw SamplingError.nothingWithin(date.text)
    }
    if first.lowerBound.isOpen || last.upperBound.isOpen { throw SamplingError.open(date.text) }
    self.stretches = stretches
    var total: UInt64 = 0
    counts = stretches.map { stretch in
      total += stretch.secondCount
      return total
    }
  }

  /// A possible second of the date, each as likely as the others.
  /// - Complexity: O(log *s*), *s* the stretches of the date.
  public func moment(using generator: inout SeededGenerator) -> Moment {
    let number = generator.next(below: counts[counts.count - 1])
    var (low, high) = (0, counts.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if number < counts[middle] { high = middle } else { low = middle + 1 }
    }
    let before = low == 0 ? 0 : counts[low - 1]
    // The sum lies within the stretch, so it fits though the difference alone may not.
    return Moment(seconds: stretches[low].lowerBound.seconds &+ Int64(truncatingIfNeeded: number - before))
  }

  /// A possible day of the date, each as likely as it has possible seconds.
  ///
  /// - Parameter offset: The offset of the place whose calendar counts the days.
  public func day(using generator: inout SeededGenerator, offset: UTCOffset = .utc) -> Day {
    moment(using: &generator).adding(seconds: Int64(offset.seconds)).day
  }
}

extension Span {
  /// A span with a certain start and a certain end, drawn from the possible ones.
  ///
  /// Every pair of a start and an end between their bounds, the start before the end, is equally likely; a bound that
  /// is certain, open ends among them, stays. A span that ``isMoment`` gives a single second.
  /// - Parameters:
  ///   - window: Where starts and ends that have no bound are drawn from.
  ///   - generator: The source of chance.
  /// - Throws: When an unbounded start or end has no window, or no start comes before an end.
  public func sample(
    within window: ClosedRange<Moment>? = nil, using generator: inout SeededGenerator
  ) throws(SamplingError) -> Span {
    if isMoment {
      let last = latestEnd.adding(seconds: -1)
      guard earliestStart <= last else { throw SamplingError.nothingWithin("\(self)") }
      let second = try bounded(earliestStart...last, by: window).draw(using: &generator)
      return Span(
        earliestStart: second, latestStart: second, earliestEnd: second.adding(seconds: 1),
        latestEnd: second.adding(seconds: 1), isMoment: true)
    }
    var starts = try bounded(earliestStart...latestStart, by: window)
    var ends = try bounded(earliestEnd...latestEnd, by: window)
    // Once no start is after all ends and no end before all starts, half of all pairs at least are in order.
    let (lastStart, firstEnd) = (ends.upperBound.adding(seconds: -1), starts.lowerBound.adding(seconds: 1))
    guard starts.lowerBound < ends.upperBound else { throw SamplingError.nothingWithin("\(self)") }
    starts = starts.lowerBound...min(starts.upperBound, max(starts.lowerBound, lastStart))
    ends = max(ends.lowerBound, min(ends.upperBound, firstEnd))...ends.upperBound
    while true {
      let (start, end) = (starts.draw(using: &generator), ends.draw(using: &generator))
      if start < end {
        return Span(earliestStart: start, latestStart: start, earliestEnd: end, latestEnd: end)
      }
    }
  }

  private func bounded(
    _ bounds: ClosedRange<Moment>, by window: ClosedRange<Moment>?
  ) throws(SamplingError) -> ClosedRange<Moment> {
    if bounds.lowerBound == bounds.upperBound { return bounds }
    guard bounds.lowerBound.isOpen || bounds.upperBound.isOpen else { return bounds }
    guard let window, !window.lowerBound.isOpen, !window.upperBound.isOpen else {
      throw SamplingError.open("\(self)")
    }
    let lower = bounds.lowerBound.isOpen ? min(window.lowerBound, bounds.upperBound) : bounds.lowerBound
    let upper = bounds.upperBound.isOpen ? max(window.upperBound, lower) : bounds.upperBound
    return lower...upper
  }
}

/// Why nothing can be drawn from a date or a span.
public enum SamplingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text of a date of which an end is open or unknown.
  case open(String)
  /// The text of a date that has no moment in the window, or of a span that has none at all.
  case nothingWithin(String)

  /// One sentence with the date in quotes.
  public var description: String {
    switch self {
    case .open(let text): "'\(text)' has no bounds to draw from; name the window that bounds it"
    case .nothingWithin(let text): "'\(text)' has no possible moment to draw"
    }
  }
}

extension ClosedRange<Moment> {
  /// How many seconds it has; the two ends are not both open, so that the count fits.
  fileprivate var secondCount: UInt64 {
    // The difference of two Int64 fits UInt64 modulo 2^64.
    UInt64(bitPattern: upperBound.seconds &- lowerBound.seconds) + 1
  }

  fileprivate func draw(using generator: inout SeededGenerator) -> Moment {
    if lowerBound == upperBound { return lowerBound }
    // As above, the sum fits.
    return Moment(
      seconds: lowerBound.seconds &+ Int64(truncatingIfNeeded: generator.next(below: secondCount)))
  }
}
