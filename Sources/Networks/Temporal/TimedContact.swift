/// Two nodes that touch at known times.
///
/// A traveller who is ready at the source at moment *x* crosses if *x* ≤ `last`, at the moment max(*x*,
/// `start`). Usually `start` ≤ `last`: a span, or an instant if the two are equal. A `start` after `last` is
/// allowed and called *inverted*: it stands for uncertain dates taken at their worst. Who is ready by `last`
/// gets across for certain, some time between `last` and `start`, and may count on being across at `start`
/// only.
///
/// Moments are whole numbers on any scale; `Int64.min` and `Int64.max` stand for open ends.
public struct TimedContact: Hashable, Sendable {
  /// The node the contact leads from, or one of its ends if contacts are undirected.
  public let source: NodeIndex
  /// The node the contact leads to, or the other end.
  public let target: NodeIndex
  /// The moment before which nobody is across.
  public let start: Int64
  /// The last moment at which a traveller has to be ready.
  public let last: Int64

  /// Joins two nodes from a moment to another, both included.
  public init(source: NodeIndex, target: NodeIndex, start: Int64, last: Int64) {
    self.source = source
    self.target = target
    self.start = start
    self.last = last
  }

  /// The end that is not the given one, of a contact between two different nodes.
  @inline(__always) func end(besides node: Int) -> NodeIndex { source.position == node ? target : source }

  /// Whether the contact is of one moment.
  var isInstant: Bool { start == last }

  /// Joins two nodes at one moment.
  public init(source: NodeIndex, target: NodeIndex, at moment: Int64) {
    self.init(source: source, target: target, start: moment, last: moment)
  }
}

/// A moment some time later. The open ends stay what they are, and sums that do not fit become open ends.
/// - Parameter duration: 0 or more.
@inline(__always) func later(_ moment: Int64, by duration: Int64) -> Int64 {
  if moment == .min { return .min }
  let (sum, overflows) = moment.addingReportingOverflow(duration)
  return overflows ? .max : sum
}

/// A moment some time earlier. The open ends stay what they are, and differences that do not fit become open
/// ends.
/// - Parameter duration: 0 or more.
@inline(__always) func earlier(_ moment: Int64, by duration: Int64) -> Int64 {
  if moment == .max { return .max }
  let (difference, overflows) = moment.subtractingReportingOverflow(duration)
  return overflows ? .min : difference
}
