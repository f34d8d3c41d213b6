/// What a traveller may do on a journey through a ``Timetable``.
public struct JourneyRules: Hashable, Sendable {
  /// Whether a journey may cross several contacts at one moment.
  public enum Moments: Hashable, Sendable {
    /// Each crossing happens at the moment of the one before it or later.
    case nonDecreasing
    /// Each crossing happens later than the one before it, except out of a hub.
    case increasing
  }

  /// Whether a journey may cross several contacts at one moment.
  public var moments: Moments
  /// How long each hop takes; leaving a hub takes no time.
  public var transit: Int64
  /// How long a traveller may wait at a node that is neither a hub nor the source; nil for as long as he
  /// likes.
  ///
  /// With a limit, journeys are walks: it may take a detour back to a node to reach it later. Where the dates
  /// of an inverted contact are in play, the limit holds whenever between `last` and `start` it is crossed.
  public var waitingLimit: Int64?
  /// The moment before which a journey does not depart; `Int64.min` for no such moment.
  public var earliest: Int64
  /// The moment after which a journey does not arrive; `Int64.max` for no such moment.
  public var latest: Int64

  /// Rules, by default the most lenient ones.
  ///
  /// Traps if `transit` or `waitingLimit` is negative, or `earliest` is after `latest`.
  public init(
    moments: Moments = .nonDecreasing, transit: Int64 = 0, waitingLimit: Int64? = nil,
    earliest: Int64 = .min, latest: Int64 = .max
  ) {
    self.moments = moments
    self.transit = transit
    self.waitingLimit = waitingLimit
    self.earliest = earliest
    self.latest = latest
    check()
  }

  /// Traps if the rules contradict themselves.
  func check() {
    precondition(transit >= 0, "A hop was to take \(transit); it takes 0 or more.")
    precondition(
      (waitingLimit ?? 0) >= 0, "Waiting was limited to \(waitingLimit ?? 0); the limit is 0 or more.")
    precondition(
      earliest <= latest,
      "Journeys were to depart from \(earliest) and arrive by \(latest); the earlier moment comes first.")
  }
}
