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
  }

  /// The steps in order; never empty.
  public let steps: [Step]
  /// When the first actor is left.
  public let departure: Moment
  /// When the last actor is reached.
  public var arrival: Moment { steps[steps.count - 1].moment }
}

/// The earliest arrivals from one actor.
public struct Reach: Sendable {
  /// What is known of the way to one actor.
  public struct Answer: Sendable {
    /// The actor.
    public let to: EntityID
    /// The earliest journey that some assignment of the uncertain dates allows.
    public let possible: Journey?
    /// The earliest journey that every assignment allows, at the latest moment it may take.
    public let certain: Journey?
  }

  /// Where the journeys start.
  public let from: EntityID
  /// The earliest moment at which they may start.
  public let departure: Moment
  /// One answer for every other actor of the view, in order; unreachable ones have neither journey.
  public let answers: [Answer]
}

extension ContactNetwork {
  /// The earliest arrivals at all other actors.
  /// - Parameters:
  ///   - source: Where the journeys start; an actor of the view.
  ///   - departure: The earliest moment at which they may start; an open past sets no bound.
  /// - Returns: Nil when `source` is not an actor of the view.
  /// - Complexity: O(*m* log *m*); *m* contacts.
  public func reach(from source: EntityID, departing departure: Moment = .distantPast) -> Reach? {
    let graph = view.graph
    guard let position = graph.position(of: source), graph.entities[position].category == .actor,
      view.entityAnswers[position] != .no
    else { return nil }
    let start = view.representative(of: position)
    let best = possible.network.earliestArrivals(
      from: NodeIndex(start), departingAt: departure.seconds, under: .possible)
    let worst = certain.network.earliestArrivals(
      from: NodeIndex(start), departingAt: departure.seconds, under: .certain)
    let answers = view.represented.compactMap { position -> Reach.Answer? in
      let entity = graph.entities[position]
      guard entity.category == .actor, position != start else { return nil }
      return Reach.Answer(
        to: entity.id, possible: journey(best.witness(to: NodeIndex(position)), in: possible),
        certain: journey(worst.witness(to: NodeIndex(position)), in: certain))
    }
    return Reach(from: graph.entities[start].id, departure: departure, answers: answers)
  }

  /// The earliest journeys from one actor to another.
  /// - Returns: Nil when either is not an actor of the view, or both are the same.
  public func journeys(from source: EntityID, to target: EntityID, departing departure: Moment) -> Reach
    .Answer?
  {
    guard let position = view.graph.position(of: target) else { return nil }
    let target = view.graph.entities[view.representative(of: position)].id
    return reach(from: source, departing: departure)?.answers.first { $0.to == target }
  }

  /// A witness of contacts as steps between actors.
  private func journey(_ hops: [Hop]?, in layer: Layer) -> Journey? {
    guard let hops, !hops.isEmpty else { return nil }
    let graph = view.graph
    var steps: [Journey.Step] = []
    var from = graph.entities[hops[0].from.position].id
    var through: EntityID?
    var behind: [Statement] = []
    for hop in hops {
      let entity = graph.entities[hop.to.position]
      behind.append(graph.statements[layer.statements[hop.contact.position]])
      if entity.category == .actor {
        steps.append(
          Journey.Step(
            from: from, through: through, to: entity.id, moment: Moment(seconds: hop.moment),
            statements: behind))
        (from, through, behind) = (entity.id, nil, [])
      } else {
        through = entity.id
      }
    }
    return Journey(steps: steps, departure: Moment(seconds: hops[0].moment))
  }

  /// When those who take part in an agreement meet, unless it is as long as they do.
  var meetingConventions: [String] {
    meetings == .signatures
      ? ["meetings: those who take part in an agreement meet when it is signed, or else enters into force"]
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
        "dates: contacts that possibly hold on \(date); \(count - certainCount) of them are not certain, "
          + "and no certain journey takes them"
      ]
    }
    let sought =
      options == JourneyOptions()
      ? [
        "journeys: earliest arrival at non-decreasing moments, each within the contact's span and the existence of its "
          + "actors; waiting is free, a step takes no time"
      ]
      : ["journeys: each step within the contact's span and the existence of its actors"]
        + options.conventions
    return [
      "contacts: \(count); taking part in agreements (\(list(Role.participations))), attending events "
        + "(\(list(Role.attendances))), ties of actors (\(list(Role.ties)))"
    ] + meetingConventions + dates + sought + [
      "days: dates without a time are whole days",
      "possible: some assignment of the uncertain dates allows the journey; arrival in the best case",
      "certain: one journey that every assignment of the dates allows; arrival in the worst case"
        + (options.criterion == .earliest ? "" : ", and departure by when one must be ready"),
      "ties of arrival: fewest contacts, then the order of the graph file",
    ] + view.conventions
  }
}
