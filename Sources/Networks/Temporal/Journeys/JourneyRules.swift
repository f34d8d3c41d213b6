/// What a traveller may do on a journey through a ``Timetable``.
public struct JourneyRules: Hashable, Sendable {
  /// Whether a journey may cross several contacts at one moment.
  public enum Moments: Hashable, Sendable {
    /// Each crossing happens at the moment of the one before it or later.
    case nonDecreasing
    /// Each crossing happens later than the one before it, by ``JourneyRules/rise`` at least, except out of a hub.
    case increasing
  }

  /// Whether a journey may cross several contacts at one moment.
  public var moments: Moments
  /// How much later each crossing happens at least where moments have to rise: 1, or the length of a day where moments are
  /// finer than what is known.
  public var rise: Int64
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
  /// Traps if `transit` or `waitingLimit` is negative, `rise` is not from 1 to 2³¹ − 1, or `earliest` is after `latest`.
  public init(
    moments: Moments = .nonDecreasing, rise: Int64 = 1, transit: Int64 = 0, waitingLimit: Int64? = nil,
    earliest: Int64 = .min, latest: Int64 = .max
  ) {
    self.moments = moments
    self.rise = rise
    self.transit = transit
    self.waitingLimit = waitingLimit
    self.earliest = earliest
    self.latest = latest
    check()
  }

  /// How long after a crossing the next one can happen at the earliest, where no hub is between them.
  var pause: Int64 { moments == .increasing ? max(transit, rise) : transit }

  /// Traps if the rules contradict themselves.
  func check() {
    precondition(
      (1...Int64(Int32.max)).contains(rise),
      "Moments were to rise by \(rise); they rise by 1 to \(Int32.max).")
    precondition(transit >= 0, "A hop was to take \(transit); it takes 0 or more.")
    precondition(
      (waitingLimit ?? 0) >= 0, "Waiting was limited to \(waitingLimit ?? 0); the limit is 0 or more.")
    precondition(
      earliest <= latest,
      "Journeys were to depart from \(earliest) and arrive by \(latest); the earlier moment comes first.")
  }
}

/// How much a search for journeys may do.
struct JourneyLimits: Sendable {
  /// From how many ways to stand somewhere on those that go round and round are taken together; nil: from many for the
  /// size of the timetable. Below, of several journeys that are as good always the same one is found as ever.
  var many: Int?
  /// How many ways to stand somewhere are kept at most; nil: ten million, or more for a large timetable.
  var most: Int?
  /// How often they are compared at most, where waiting is limited.
  var comparisons = 100_000_000

  func many(for timetable: Timetable) -> Int { many ?? max(4096, 16 * timetable.nodeCount) }

  func most(for timetable: Timetable) -> Int {
    min(most ?? max(10_000_000, 64 * timetable.nodeCount), Int(Int32.max) - 1)
  }
}
