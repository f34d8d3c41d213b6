public import Chronology
public import Diplomacy
import Networks

/// A way from one actor to another through agreements, events and ties, at moments that never go back.
public struct Journey: Sendable {
  /// One step: from an actor through an agreement or event, or along a tie, to the next actor.
  public struct Step: Sendable {
    /// Where the step starts.
    public let from: EntityID
    /// The agreement or event, or nil for a tie between the two actors.
    public let through: EntityID?
    /// Where it ends.
    public let to: EntityID
    /// When the next actor is reached.
    public let moment: Moment
    /// The statements that allow it: both participations, or the tie.
    public let statements: [Statement]
    /// How many steps before this one are left out: those of an actor who goes to and fro very often, since none may wait
    /// for long. They lead to where this one starts.
    public let omittedBefore: Int
  }

  /// The steps in order; never empty. Of more than 500 rounds in a row the first 5 and the last 5 are told.
  public let steps: [Step]
  /// How many steps there are, those left out included.
  public var stepCount: Int { steps.reduce(steps.count) { $0 + $1.omittedBefore } }
  /// When the first actor is left.
  public let departure: Moment
  /// When the last actor is reached.
  public var arrival: Moment { steps[steps.count - 1].moment }
}

extension ContactNetwork {
  /// When those who take part in an agreement meet, unless it is as long as they do.
  var meetingConventions: [String] {
    meetings == .signatures
      ? [
        "meetings: an actor is in touch with an agreement when it signs it or accedes to it itself; without such an act of its "
          + "own, at the first signature or, without a signature, at the entry into force"
      ]
      : []
  }

  /// What the answers mean, a sentence each.
  public var conventions: [String] { conventions(JourneyOptions()) }

  /// What the answers mean under some options, a sentence each.
  public func conventions(_ options: JourneyOptions) -> [String] {
    func list(_ roles: [Role]) -> String { roles.map(\.name).joined(separator: ", ") }
    var dates: [String] = []
    if let date = view.options.at {
      dates = [
        "dates: journeys depart and arrive within \(date), by contacts that possibly hold then; \(count - certainCount) of "
          + "them do not certainly hold throughout, and no certain journey takes them"
      ]
    }
    let sought =
      options == JourneyOptions()
      ? [
        "journeys: earliest arrival at non-decreasing moments, each within the contact's span and the existence of its "
          + "actors; waiting is free, a step takes no time"
      ]
      : ["journeys: each step within the contact's span and the existence of its actors"]
        + options.conventions(rise: rise)
    return [
      "contacts: \(count); taking part in agreements (\(list(Role.participations))), attending events "
        + "(\(list(Role.attendances))), ties of actors (\(list(Role.ties)))"
    ] + meetingConventions + dates + sought + [
      "days: dates without a time are whole days",
      "possible: some assignment of the uncertain dates allows the journey; arrival in the best case",
      "certain: one journey that every assignment of the dates allows; arrival in the worst case"
        + (options.criterion == .earliest ? "" : ", and departure by when one must be ready"),
      "ties: first a journey that is also as early as can be at each actor on the way, then the fewest steps, then the fewest "
        + "contacts, then the order of the graph file",
    ] + view.conventions
  }
}
