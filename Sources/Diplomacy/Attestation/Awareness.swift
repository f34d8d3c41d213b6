public import Chronology

/// What an actor could know of what is secret, since when, and through whom.
///
/// An actor knows a secret that it takes part in (of a secret statement: that it or what it takes part in stands in), that it was told (`known-to`), that somebody knows who holds an office
/// for it (`represents`) or who is the same as it, and that has been disclosed. `unknown-to` goes before all of these but
/// the disclosure. What is not secret, everybody can know.
public struct Awareness: Sendable {
  /// Why an actor knows, and since when.
  public struct Ground: Hashable, Sendable {
    /// What makes it know.
    public enum Reason: Hashable, Sendable {
      /// It takes part in what is secret.
      case participation(Role)
      /// The graph says that it knew.
      case told
      /// Everybody could know.
      case disclosure
    }

    /// Why.
    public let reason: Reason
    /// Who took part or was told: the actor, or somebody who represents it.
    public let through: EntityID
    /// The statement by which that one represents the actor; nil when it is the actor.
    public let office: StatementID?
    /// Since when.
    public let since: UncertainMoment
    /// Whether the ground holds, or only may hold because the dates of an office leave it open.
    public let answer: Answer
    /// The sources.
    public let citations: [Citation]
  }

  /// Who knows.
  public let actor: EntityID
  private let graph: DiplomaticGraph
  private let selection: Selection
  /// Those whose knowledge is the actor's: itself, and those who represent it while they do.
  private let informants: [(entity: EntityID, during: Span, office: StatementID?)]

  /// What an actor could know, by all that counts in a view, whatever its date.
  public init(of actor: EntityID, in view: GraphView) {
    self.init(of: actor, in: view.graph, Selection(view.options, in: view.graph))
  }

  /// What an actor of a graph could know, by all that counts.
  init(of actor: EntityID, in graph: DiplomaticGraph, _ selection: Selection) {
    self.actor = actor
    self.graph = graph
    self.selection = selection
    var informants: [(entity: EntityID, during: Span, office: StatementID?)] = [(actor, .always, nil)]
    // When each of them is one.
    var times: [EntityID: [Span]] = [actor: [.always]]
    var next = 0
    while next < informants.count {
      let (entity, during, _) = informants[next]
      next += 1
      for statement in graph.statements(about: entity) where selection.counts(statement, in: graph) {
        var other: (EntityID, Span)?
        if statement.role == .represents, statement.object == entity {
          other = (statement.subject, statement.when.map(Span.init) ?? .always)
        } else if statement.role == .sameAs {
          other = (statement.subject == entity ? statement.object : statement.subject, .always)
        }
        guard let (person, span) = other, let held = during.intersection(span) else { continue }
        // Somebody who holds two offices is there twice; a circle of offices ends here.
        let known = times[person] ?? []
        guard !known.contains(held), known.count < 8 else { continue }
        times[person] = known + [held]
        informants.append(
          (person, held, statement.role == .represents ? statement.id : informants[next - 1].office))
      }
    }
    self.informants = informants
  }

  /// Why the actor knows of an entity, in order of time; empty when it does not, nil when it is not secret.
  public func grounds(of entity: Entity) -> [Ground]? {
    entity.attestation.secret.map { grounds($0, entity.attestation, entity) }
  }

  /// Why the actor knows of a statement that is secret itself; nil when it is not.
  public func grounds(of statement: Statement) -> [Ground]? {
    guard let secret = statement.attestation.secret else { return nil }
    let ends = [statement.subject, statement.object, statement.onBehalfOf].compactMap { $0 }
    let things = [statement.subject, statement.object].compactMap { graph[$0] }
    // What is said of an agreement or event, those who take part in it know from its beginning on.
    let begun = things.compactMap {
      $0.life?.concluded { selection.counts($0) } ?? ($0.category == .event ? $0.when : nil)
    }
    let start = since(statement.when ?? begun.first)
    return grounds(
      secret, statement.attestation, from: start,
      ends.map { ($0, statement.role, start, statement.attestation.citations) }
        + things.flatMap { participants(in: $0, from: start) }.map { participant in
          (participant.actor, participant.role, later(participant.since, start), participant.citations)
        })
  }

  /// Why the actor knows of a secret act, term or obligation of an agreement; nil when it is not secret.
  public func grounds(of attestation: Attestation, in agreement: Entity) -> [Ground]? {
    attestation.secret.map { grounds($0, attestation, agreement) }
  }

  /// Whether the actor knew on a date; without a date, whether it ever knew but by a disclosure.
  public static func answer(_ grounds: [Ground]?, on date: HistoricalDate?) -> Answer {
    guard let grounds else { return .yes }
    return grounds.reduce(.no) { known, ground in
      guard let date else { return ground.reason == .disclosure ? known : known || ground.answer }
      if ground.since.earliest > date.latest { return known }
      return known || (ground.since.latest <= date.earliest ? ground.answer : .maybe)
    }
  }

  // MARK: Grounds

  private typealias Participant = (actor: EntityID, role: Role, since: UncertainMoment, citations: [Citation])

  private func grounds(_ secret: Knowledge, _ attestation: Attestation, _ entity: Entity) -> [Ground] {
    let start = since(entity.life?.concluded { selection.counts($0) } ?? entity.when)
    return grounds(secret, attestation, from: start, participants(in: entity, from: start))
  }

  private func grounds(
    _ secret: Knowledge, _ attestation: Attestation, from start: UncertainMoment,
    _ participants: [Participant]
  ) -> [Ground] {
    var grounds: [Ground] = []
    for (informant, during, office) in informants {
      func add(_ reason: Ground.Reason, _ since: UncertainMoment, _ citations: [Citation]) {
        guard !secret.unknownTo.contains(where: { $0.actor == informant && $0.since == nil }) else { return }
        let until = secret.unknownTo.first { $0.actor == informant }.map { self.since($0.since) }
        let known = until.map { later(since, $0) } ?? since
        guard known.earliest < during.latestEnd || during.latestEnd == .distantFuture else { return }
        let isSure = known.latest < during.earliestEnd || during.earliestEnd == .distantFuture
        grounds.append(
          Ground(
            reason: reason, through: informant, office: office,
            since: later(known, UncertainMoment(earliest: during.earliestStart, latest: during.latestStart)),
            answer: isSure ? .yes : .maybe, citations: citations))
      }
      for participant in participants where participant.actor == informant {
        add(.participation(participant.role), participant.since, participant.citations)
      }
      for knower in secret.knownTo where knower.actor == informant {
        add(
          .told, knower.since.map(since) ?? start,
          knower.citations.isEmpty ? attestation.citations : knower.citations)
      }
    }
    if let until = secret.unknownTo.first(where: { $0.actor == actor }) {
      grounds =
        until.since == nil
        ? []
        : grounds.map {
          Ground(
            reason: $0.reason, through: $0.through, office: $0.office,
            since: later($0.since, since(until.since)),
            answer: $0.answer, citations: $0.citations)
        }
    }
    if let disclosed = secret.disclosed {
      grounds.append(
        Ground(
          reason: .disclosure, through: actor, office: nil, since: since(disclosed), answer: .yes,
          citations: secret.disclosureCitations.isEmpty ? attestation.citations : secret.disclosureCitations))
    }
    return grounds.enumerated().sorted {
      ($0.element.since.earliest, $0.offset) < ($1.element.since.earliest, $1.offset)
    }.map(\.element)
  }

  /// Those who take part in an agreement or an event, and since when.
  private func participants(in entity: Entity, from start: UncertainMoment) -> [Participant] {
    let roles: [Role] =
      switch entity.category {
      case .agreement: Role.participations
      case .event: Role.attendances
      case .actor, .territory: []
      }
    var found: [Participant] = []
    for statement in graph.statements(about: entity.id)
    where statement.object == entity.id && roles.contains(statement.role)
      && selection.counts(statement, in: graph)
    {
      let joined = entity.life?.acts.first {
        $0.kind == .accession && $0.by.contains(statement.subject) && selection.counts($0.attestation)
      }
      let since = (statement.when ?? joined?.date).map(since) ?? start
      for actor in [statement.subject, statement.onBehalfOf].compactMap({ $0 }) {
        found.append((actor, statement.role, since, statement.attestation.citations))
      }
    }
    return found
  }

  /// The beginning of a date; without one, from the beginning of time.
  private func since(_ date: HistoricalDate?) -> UncertainMoment {
    guard let span = date.map(Span.init) else {
      return UncertainMoment(earliest: .distantPast, latest: .distantPast)
    }
    return UncertainMoment(earliest: span.earliestStart, latest: span.latestStart)
  }

  private func later(_ one: UncertainMoment, _ other: UncertainMoment) -> UncertainMoment {
    UncertainMoment(earliest: max(one.earliest, other.earliest), latest: max(one.latest, other.latest))
  }
}
