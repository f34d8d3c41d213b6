public import Chronology
import Networks

/// Which journey is sought.
public enum JourneyCriterion: String, CaseIterable, Hashable, Sendable {
  /// The one that arrives first.
  case earliest
  /// The one that departs last.
  case latest
  /// The one that takes least time from departure to arrival.
  case fastest
  /// The one with the fewest steps, and of these the one that arrives first.
  case fewest = "fewest-steps"
  /// All that no other beats in departure, arrival and steps together.
  case profile
}

/// Which journeys count, and which of them is sought.
public struct JourneyOptions: Hashable, Sendable {
  /// Which journey is sought.
  public var criterion = JourneyCriterion.earliest
  /// The moment before which no journey departs.
  public var after = Moment.distantPast
  /// The moment after which no journey arrives.
  public var before = Moment.distantFuture
  /// Whether each step is later than the one before it: on a later day, where contacts tell no times of day.
  public var isStrict = false
  /// How many seconds each step takes.
  public var transit: Int64 = 0
  /// How many seconds an actor on the way may wait between two steps; nil: as long as he likes.
  public var waitingLimit: Int64?

  /// The earliest journey of all.
  public init() {}

  /// The rules for contacts whose moments, where they have to rise, do so by some seconds.
  func rules(rise: Int64 = 1) -> JourneyRules {
    JourneyRules(
      moments: isStrict ? .increasing : .nonDecreasing, rise: rise, transit: transit,
      waitingLimit: waitingLimit,
      earliest: after.seconds, latest: before.seconds)
  }

  /// What the options ask for, a sentence each.
  func conventions(rise: Int64) -> [String] {
    let sought =
      switch criterion {
      case .earliest: "earliest: the journey that arrives first"
      case .latest: "latest: the journey that departs last"
      case .fastest:
        "fastest: the journey with the least time from departure to arrival; of several the one that arrives first"
      case .fewest: "fewest-steps: the journey with the fewest steps; of several the one that arrives first"
      case .profile:
        "profile: all journeys that no other beats in departure, arrival and steps together; of those that depart one after "
          + "the other and take the same time the first is shown"
      }
    var lines = [
      sought,
      isStrict
        ? "moments: each step is \(rise == 1 ? "later than" : "on a later day than") the one before it"
        : "moments: never go back; steps at one moment may follow each other",
    ]
    if transit > 0 { lines.append("transit: a step takes \(Self.words(transit))") }
    if let waitingLimit {
      lines.append(
        "waiting: no actor on the way waits longer than \(Self.words(waitingLimit)); a journey may come to one twice"
      )
    }
    if after != .distantPast { lines.append("after: no journey departs before \(after)") }
    if before != .distantFuture { lines.append("before: no journey arrives after \(before)") }
    return lines
  }

  private static func words(_ seconds: Int64) -> String {
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    return rest == 0 ? "\(days) \(days == 1 ? "day" : "days")" : "\(seconds) seconds"
  }
}
