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
    /// Whether it knew that there is such a thing: on the date asked for, or ever by other ways than a disclosure.
    public let answer: Answer
    /// Whether it knew all of it: of an agreement its text, too.
    public let textAnswer: Answer
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
  /// What is traced.
  public let part: GraphPart
  /// What of it is secret: itself, or the entities that it is of.
  public let secrets: [GraphPart]
  /// Whether some know of it and not what it says.
  public let tellsDepthsApart: Bool
  /// Every actor of the graph, in order.
  public let knowers: [Knower]
  private let answers: [EntityID: Knower]

  /// Traces a secret of a graph; nil when what is named is not secret, nor of anything that is.
  ///
  /// Somebody knows of a part of an agreement or of a statement when it knows of the part and of the entities that it is of, as
  /// views have it.
  /// - Parameters:
  ///   - secret: The name of a part of the graph: see ``DiplomaticGraph/part(named:)``.
  ///   - view: The graph; its date is when knowledge is asked for.
  public init?(of secret: String, in view: GraphView) {
    var options = view.options
    date = options.at
    (options.at, options.knownTo) = (nil, nil)
    let graph = view.graph
    guard let part = graph.part(named: secret) else { return nil }
    self.part = part
    secrets = graph.secrets(around: part)
    guard !secrets.isEmpty else { return nil }
    tellsDepthsApart =
      if case .entity(let id) = part { graph[id]?.attestation.secret?.tellsDepthsApart ?? false } else {
        false
      }
    let timeless = GraphView(graph, options)
    self.view = timeless
    knowers = timeless.entities.map(\.entity).filter { $0.category == .actor }.map { actor in
      let grounds = Awareness(of: actor.id, in: timeless).grounds(of: part) ?? []
      return Knower(
        actor: actor.id, answer: Awareness.answer(grounds, on: view.options.at),
        textAnswer: Awareness.answer(grounds, on: view.options.at, .text), grounds: grounds)
    }
    answers = Dictionary(knowers.map { ($0.actor, $0) }) { first, _ in first }
  }

  /// What an actor knew; nil where there is no such actor in the view.
  public subscript(actor: EntityID) -> Knower? { answers[actor] }

  /// Since when an actor may have known, other than by a disclosure; nil when it did not.
  private func start(_ actor: EntityID, _ depth: Knowledge.Depth) -> Moment? {
    answers[actor]?.grounds.filter { !$0.isDisclosed && (depth == .existence || $0.depth == .text) }
      .map(\.since.earliest).min()
  }

  /// Whether an actor did not know by the date asked for, or ever.
  private func isUnaware(_ actor: EntityID, _ depth: Knowledge.Depth) -> Bool {
    guard let start = start(actor, depth) else { return true }
    return date.map { start > $0.latest } ?? false
  }

  /// What an actor still had to learn: the text alone, where it knew that there is such an agreement.
  private func missing(to actor: EntityID) -> Knowledge.Depth {
    tellsDepthsApart && !isUnaware(actor, .existence) ? .text : .existence
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
    let depth = missing(to: actor)
    var found: [Channel] = []
    for (end, during) in ends where isUnaware(end, depth) {
      for (mine, answer) in view.statements(about: end) where answer != .no && isContact(mine) {
        let other = mine.subject == end ? mine.object : mine.subject
        guard graph[other]?.category != .actor else {
          if !own.contains(other), let moment = moment(other, depth, [mine], during) {
            found.append(Channel(from: other, through: nil, to: end, earliest: moment, statements: [mine]))
          }
          continue
        }
        for (theirs, answer) in view.statements(about: other)
        where answer != .no && isContact(theirs) && theirs.object == other && !own.contains(theirs.subject) {
          if let moment = moment(theirs.subject, depth, [theirs, mine], during) {
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
      && (statement.isNetworkEdge
        || (Role.participations + Role.attendances + Role.ties).contains(statement.role))
  }

  /// The first moment at which one who knew may have been in touch by some statements; nil for never, or not by the date.
  private func moment(
    _ knower: EntityID, _ depth: Knowledge.Depth, _ statements: [Statement], _ during: Span
  ) -> Moment? {
    guard let start = start(knower, depth) else { return nil }
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
    let depth = missing(to: actor)
    for knower in knowers where knower.actor != actor {
      guard let start = start(knower.actor, depth) else { continue }
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
