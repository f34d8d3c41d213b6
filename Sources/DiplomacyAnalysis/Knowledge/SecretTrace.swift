public import Chronology
public import Diplomacy

/// Who knew of a secret, since when and why; and through what the others could have learned of it.
///
/// A channel is an agreement or event in which somebody who knew and somebody who did not took part at one time, or a tie
/// between the two: it says that word could have passed, not that it did.
public struct SecretTrace: Sendable {
  /// What an actor could know.
  public struct Knower: Sendable {
    /// The actor.
    public let actor: EntityID
    /// Whether it knew: on the date asked for, or ever by other ways than a disclosure.
    public let answer: Answer
    /// Why, in order of time.
    public let grounds: [Awareness.Ground]
  }

  /// A way by which word could have passed from one who knew.
  public struct Channel: Hashable, Sendable {
    /// Who knew.
    public let from: EntityID
    /// The agreement or event in which both took part; nil for a tie.
    public let through: EntityID?
    /// Who could have learned of it.
    public let to: EntityID
    /// The first moment at which it may have been possible.
    public let earliest: Moment
    /// The participations of both, or the tie.
    public let statements: [Statement]
  }

  /// The graph, under a reading and at all times.
  public let view: GraphView
  /// The date asked for.
  public let date: HistoricalDate?
  /// Every actor of the graph, in order.
  public let knowers: [Knower]
  private let answers: [EntityID: Knower]

  /// Traces a secret of a graph; nil when what is named is not secret.
  /// - Parameters:
  ///   - secret: An entity, or a statement, that is secret itself.
  ///   - view: The graph; its date is when knowledge is asked for.
  public init?(of secret: String, in view: GraphView) {
    var options = view.options
    date = options.at
    (options.at, options.knownTo) = (nil, nil)
    let graph = view.graph
    let timeless = GraphView(graph, options)
    self.view = timeless
    let entity = graph[EntityID(secret)]
    let statement = graph.statement(StatementID(secret))
    guard (entity?.attestation ?? statement?.attestation)?.secret != nil else { return nil }
    var knowers: [Knower] = []
    for actor in timeless.entities.map(\.entity) where actor.category == .actor {
      let awareness = Awareness(of: actor.id, in: timeless)
      let grounds =
        (entity.flatMap { awareness.grounds(of: $0) } ?? statement.flatMap { awareness.grounds(of: $0) })
        ?? []
      knowers.append(
        Knower(actor: actor.id, answer: Awareness.answer(grounds, on: view.options.at), grounds: grounds))
    }
    self.knowers = knowers
    answers = Dictionary(uniqueKeysWithValues: knowers.map { ($0.actor, $0) })
  }

  /// Since when an actor may have known, other than by a disclosure; nil when it did not.
  private func start(_ actor: EntityID) -> Moment? {
    answers[actor]?.grounds.filter { $0.reason != .disclosure }.map(\.since.earliest).min()
  }

  /// The ways by which an actor, or somebody who represents it, could have learned of the secret from one who knew:
  /// meetings and ties in order of time, then shared agreements; with a date, up to that date.
  public func channels(to actor: EntityID) -> [Channel] {
    let graph = view.graph
    let deputies = view.statements(about: actor).filter { statement, answer in
      answer != .no && statement.role == .represents && statement.object == actor
        && view.counts(statement.attestation)
    }.map(\.statement)
    let ends: [(id: EntityID, during: Span)] =
      [(actor, .always)] + deputies.map { ($0.subject, $0.when.map(Span.init) ?? .always) }
    let own = Set(ends.map(\.id))
    var found: [Channel] = []
    for (end, during) in ends where start(end) == nil {
      for (mine, answer) in view.statements(about: end) where answer != .no && isContact(mine) {
        let other = mine.subject == end ? mine.object : mine.subject
        guard graph[other]?.category != .actor else {
          if !own.contains(other), let moment = moment(other, [mine], during) {
            found.append(Channel(from: other, through: nil, to: end, earliest: moment, statements: [mine]))
          }
          continue
        }
        for (theirs, answer) in view.statements(about: other)
        where answer != .no && isContact(theirs) && theirs.object == other && !own.contains(theirs.subject) {
          if let moment = moment(theirs.subject, [theirs, mine], during) {
            found.append(
              Channel(
                from: theirs.subject, through: other, to: end, earliest: moment, statements: [theirs, mine]))
          }
        }
      }
    }
    var seen: Set<[String]> = []
    // To meet, or to hold an office, is nearer than to be bound by the same agreement.
    func rank(_ channel: Channel) -> Int {
      channel.through.flatMap { graph[$0]?.category } == .agreement ? 1 : 0
    }
    return found.enumerated().sorted { one, other in
      (rank(one.element), one.element.earliest, one.offset) < (
        rank(other.element), other.element.earliest, other.offset
      )
    }.map(\.element).filter { channel in
      seen.insert([channel.from.rawValue, channel.through?.rawValue ?? "", channel.to.rawValue]).inserted
    }
  }

  private func isContact(_ statement: Statement) -> Bool {
    view.counts(statement.attestation)
      && (Role.participations + Role.attendances + Role.ties).contains(statement.role)
  }

  /// The first moment at which one who knew may have been in touch by some statements; nil for never, or not by the date.
  private func moment(_ knower: EntityID, _ statements: [Statement], _ during: Span) -> Moment? {
    guard let start = start(knower) else { return nil }
    func both(_ spans: [Span], _ others: [Span]) -> [Span] {
      others.flatMap { other in spans.compactMap { $0.intersection(other) } }
    }
    var spans = statements.reduce([during]) { both($0, view.spans(of: $1)) }
    // Who has ceased to exist, or does not yet, is in touch with nobody.
    for id in Set(statements.flatMap { [$0.subject, $0.object] }).sorted() {
      guard let entity = view.graph[id], entity.category == .actor else { continue }
      spans = both(spans, view.presence(of: entity))
    }
    return spans.compactMap { span -> Moment? in
      let first = max(start, span.earliestStart)
      guard first < span.latestEnd || span.latestEnd == .distantFuture else { return nil }
      return date.map { first <= $0.latest } ?? true ? first : nil
    }.min()
  }

  /// The earliest journey by which word may have come to an actor from any who knew; nil when there is none by the date.
  public func journey(to actor: EntityID) -> (from: EntityID, journey: Journey)? {
    let search = JourneySearch(ContactNetwork(view))
    var options = JourneyOptions()
    var best: (from: EntityID, journey: Journey)?
    for knower in knowers where knower.actor != actor {
      guard let start = start(knower.actor) else { continue }
      options.after = start
      guard let journey = search.freeJourneys(from: knower.actor, to: actor, options)?.possible.first,
        date.map({ journey.arrival <= $0.latest }) ?? true
      else { continue }
      if let known = best?.journey,
        (known.arrival, known.stepCount) <= (journey.arrival, journey.stepCount)
      {
        continue
      }
      best = (knower.actor, journey)
    }
    return best
  }
}
