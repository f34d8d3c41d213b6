import Chronology

/// Two entities, by their positions in the graph, that touch during a window of time.
///
/// Contacts that name the same window share its unknown dates, as the parties of one agreement do; the dates of
/// different windows are independent of each other, unless a ``WindowTies`` says otherwise.
struct DatedContact: Hashable, Sendable {
  /// The entity that the contact leads from, or one of its ends if contacts are undirected.
  let source: Int
  /// The entity that it leads to, or the other end.
  let target: Int
  /// When it can be crossed, as a place among the windows.
  let window: Int
  /// The windows in which the moment of a crossing has to lie as well: when the actors existed.
  var gates: [Int] = []
  /// Which part of an event or agreement on one unknown day is crossed, where it is parted by who existed when; −1: the whole.
  var cell = -1
  /// Its number among the contacts of the network, of which it may be a part; −1: unknown.
  var number = -1

  /// All windows in which the moment of a crossing has to lie.
  var allWindows: [Int] { [window] + gates }

  /// The same contact the other way round.
  var reversed: DatedContact {
    DatedContact(source: target, target: source, window: window, gates: gates, cell: cell, number: number)
  }
}

/// When a contact can be crossed: from an uncertain start to an uncertain last moment, both included.
///
/// Moments are whole numbers on any scale the caller likes; `Int64.min` and `Int64.max` stand for an open
/// end. The start is some moment from `earliestStart` to `latestStart`, the last moment some moment from
/// `earliestLast` to `latestLast`, and the start is never after the last moment. Nothing more is known: any
/// such pair of moments may be the true one.
struct Window: Hashable, Sendable {
  /// Whether the window has a duration.
  enum Extent: Hashable, Sendable {
    /// The start and the last moment are two unknowns.
    case span
    /// The start and the last moment are one and the same unknown, or the first and the last second of one unknown day.
    case instant
  }

  /// Whether the window has a duration.
  let extent: Extent
  /// The first moment that could be the start.
  let earliestStart: Int64
  /// The last moment that could be the start.
  let latestStart: Int64
  /// The first moment that could be the last one inside.
  let earliestLast: Int64
  /// The last moment that could be the last one inside.
  let latestLast: Int64

  /// A span whose ends are uncertain.
  ///
  /// A start after `latestLast` and a last moment before `earliestStart` are impossible, so the properties
  /// hold `latestStart` no later than `latestLast`, and `earliestLast` no earlier than `earliestStart`.
  /// Traps if an earliest moment is after its latest one, or if every start is after every last moment.
  init(earliestStart: Int64, latestStart: Int64, earliestLast: Int64, latestLast: Int64) {
    precondition(
      earliestStart <= latestStart,
      "A window starts between \(earliestStart) and \(latestStart); the earlier bound comes first.")
    precondition(
      earliestLast <= latestLast,
      "A window lasts until between \(earliestLast) and \(latestLast); the earlier bound comes first.")
    precondition(
      earliestStart <= latestLast,
      "A window starts at \(earliestStart) or later and lasts until \(latestLast) at most; it starts before it ends."
    )
    extent = .span
    self.earliestStart = earliestStart
    self.latestStart = min(latestStart, latestLast)
    self.earliestLast = max(earliestLast, earliestStart)
    self.latestLast = latestLast
  }

  /// A span whose ends are known.
  ///
  /// Traps if it starts after its last moment.
  init(start: Int64, last: Int64) {
    self.init(earliestStart: start, latestStart: start, earliestLast: last, latestLast: last)
  }

  /// One unknown moment, somewhere from `earliest` to `latest`, both included.
  ///
  /// Traps if `earliest` is after `latest`.
  static func instant(earliest: Int64, latest: Int64) -> Window {
    precondition(
      earliest <= latest, "An instant lies between \(earliest) and \(latest); the earlier bound comes first.")
    return Window(instantFrom: earliest, to: latest)
  }

  private init(instantFrom earliest: Int64, to latest: Int64) {
    extent = .instant
    earliestStart = earliest
    latestStart = latest
    earliestLast = earliest
    latestLast = latest
  }

  /// The moments of a span, as closed windows of whole seconds.
  init(_ span: Span) {
    func last(_ end: Moment) -> Int64 { end.isOpen ? end.seconds : end.seconds - 1 }
    self.init(
      earliestStart: span.earliestStart.seconds, latestStart: span.latestStart.seconds,
      earliestLast: last(span.earliestEnd), latestLast: last(span.latestEnd),
      extent: span.isMoment ? .instant : .span)
  }

  /// The same day within bounds; the same window where these leave none.
  func within(_ bounds: ClosedRange<Int64>) -> Window {
    let length = earliestLast - earliestStart
    let (first, last) = (max(earliestStart, bounds.lowerBound), min(latestLast, bounds.upperBound))
    guard extent == .instant, first != .min, last != .max, last - first >= length else { return self }
    return Window(
      earliestStart: first, latestStart: last - length, earliestLast: first + length, latestLast: last,
      extent: extent)
  }

  init(
    earliestStart: Int64, latestStart: Int64, earliestLast: Int64, latestLast: Int64, extent: Extent
  ) {
    let checked = Window(
      earliestStart: earliestStart, latestStart: latestStart, earliestLast: earliestLast,
      latestLast: latestLast)
    self.extent = extent
    self.earliestStart = checked.earliestStart
    self.latestStart = checked.latestStart
    self.earliestLast = checked.earliestLast
    self.latestLast = checked.latestLast
  }

  /// Whether its start or its last moment is not known.
  var isUncertain: Bool { earliestStart != latestStart || earliestLast != latestLast }

  /// Whether no moment is inside for certain: the window may end before the moment at which it might yet start.
  var isUnsettled: Bool { latestStart > earliestLast }
}
