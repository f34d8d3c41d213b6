public import Chronology

/// What an actor could know of what is secret, since when, and through whom.
///
/// An actor knows a secret that it takes part in (of a secret statement: that it or what it takes part in stands in), that it was told (`known-to`), that somebody knows who holds an office
/// for it (`represents`) or who is the same as it, and that has been disclosed. `unknown-to` goes before all of these but
/// the disclosure. What is not secret, everybody can know.
///
/// Of a secret agreement an actor may know the existence alone: then its terms and obligations, and what it says of territories and
/// actors, are not known to it, unless they are secrets by themselves that it knows.
public struct Awareness: Sendable {
  /// Who knows.
  public let actor: EntityID
  let graph: DiplomaticGraph
  private let selection: Selection
  /// Those whose knowledge is the actor's: itself, and those who represent it while they do.
  private let informants: [Informant]

  /// What an actor could know, by all that counts in a view, whatever its date.
  public init(of actor: EntityID, in view: GraphView) {
    self.init(of: actor, in: view.graph, Selection(view.options, in: view.graph))
  }

  /// What an actor of a graph could know, by all that counts.
  init(of actor: EntityID, in graph: DiplomaticGraph, _ selection: Selection) {
    self.actor = actor
    self.graph = graph
    self.selection = selection
    informants = Informant.all(of: actor, in: graph, selection)
  }

  // MARK: Grounds

  /// Why the actor knows of an entity, in order of time; empty when it does not, nil when it is not secret.
  public func grounds(of entity: Entity) -> [Ground]? {
    entity.attestation.secret.map { grounds($0, entity.attestation, entity) }
  }

  /// Why the actor knows of a statement that is secret itself, or that is part of the text of an agreement of which some
  /// know the existence alone; nil when it is neither.
  public func grounds(of statement: Statement) -> [Ground]? {
    guard let secret = statement.attestation.secret else {
      guard Role.clauses.contains(statement.role), let agreement = graph[statement.subject],
        agreement.category == .agreement
      else { return nil }
      return textGrounds(of: agreement)
    }
    let ends = [statement.subject, statement.object, statement.onBehalfOf].compactMap { $0 }
    let things = [statement.subject, statement.object].compactMap { graph[$0] }
    // What is said of an agreement or event, those who take part in it know from its beginning on.
    let begun = things.compactMap {
      $0.life?.concluded { selection.counts($0) } ?? ($0.category == .event ? $0.when : nil)
    }
    let start = Since(statement.when ?? begun.first)
    let backing = graph.backing(of: statement)
    return grounds(
      secret, backing, from: start,
      ends.map { Participant($0, statement.role, start, backing, statement.attestation.certainty) }
        + things.flatMap { participants(in: $0, from: start) }.map { $0.notBefore(start) })
  }

  /// Why the actor knows of a secret act or span of an agreement, or of a secret part of another entity; nil when it is
  /// not secret.
  public func grounds(of attestation: Attestation, in entity: Entity) -> [Ground]? {
    attestation.secret.map { grounds($0, attestation, entity) }
  }

  /// Why the actor knows of a term or obligation: of one that is secret itself, or else of the text that it stands in, where
  /// some know of the agreement and not of its text; nil when it is neither.
  public func grounds(ofText attestation: Attestation, in agreement: Entity) -> [Ground]? {
    grounds(of: attestation, in: agreement) ?? textGrounds(of: agreement)
  }

  private func textGrounds(of agreement: Entity) -> [Ground]? {
    guard agreement.attestation.secret?.tellsDepthsApart ?? false else { return nil }
    return grounds(of: agreement)?.filter { $0.depth == .text }
  }

  /// Why the actor knows of a part of the graph as a view shows it: it must know of the part and of the entities that it is
  /// of. Nil when none of these is secret.
  public func grounds(of part: GraphPart) -> [Ground]? {
    graph.secrets(around: part).compactMap { ownGrounds(of: $0) }.reduce(nil) { Ground.both($0, $1) }
  }

  /// Why the actor knows of a part of the graph as far as that is secret itself, or text; nil when it is not.
  package func ownGrounds(of part: GraphPart) -> [Ground]? {
    func inside(_ entity: EntityID, isText: Bool) -> [Ground]? {
      guard let attestation = graph.attestation(of: part), let entity = graph[entity] else { return nil }
      return isText ? grounds(ofText: attestation, in: entity) : grounds(of: attestation, in: entity)
    }
    return switch part {
    case .entity(let id): graph[id].flatMap { grounds(of: $0) }
    case .statement(let id): graph.statement(id).flatMap { grounds(of: $0) }
    case .terms(_, let home), .obligation(_, let home): inside(home, isText: true)
    case .act(_, let home), .inForce(_, let home), .existence(_, let home), .deed(_, let home):
      inside(home, isText: false)
    }
  }

  /// Whether the actor knew on a date; without a date, whether it ever knew but by a disclosure.
  /// - Parameter depth: How much of it: at the least that it exists.
  public static func answer(
    _ grounds: [Ground]?, on date: HistoricalDate?, _ depth: Knowledge.Depth = .existence
  ) -> Answer {
    guard let grounds else { return .yes }
    return grounds.reduce(.no) { known, ground in
      guard depth == .existence || ground.depth == .text else { return known }
      return known || ground.answer(on: date)
    }
  }

  private func grounds(_ secret: Knowledge, _ attestation: Attestation, _ entity: Entity) -> [Ground] {
    let start = Since(entity.life?.concluded { selection.counts($0) } ?? entity.when)
    return grounds(
      secret, Backing(of: attestation, in: entity), from: start, participants(in: entity, from: start))
  }

  private func grounds(
    _ secret: Knowledge, _ backing: Backing, from start: Since, _ participants: [Participant]
  ) -> [Ground] {
    var grounds: [Ground] = []
    for informant in informants {
      for participant in participants where participant.actor == informant.entity {
        let source = Source(
          reason: .participation(participant.role), since: participant.since,
          certainty: participant.certainty,
          backing: participant.backing)
        grounds += informant.grounds(source, .text, of: secret)
      }
      for knower in secret.knownTo where knower.actor == informant.entity {
        let own = Attestation(citations: knower.citations)
        let source = Source(
          reason: .told, since: knower.since.map { Since($0) } ?? start, certainty: knower.certainty,
          note: knower.note, backing: knower.citations.isEmpty ? backing : Backing(of: own, in: nil))
        grounds += informant.grounds(source, knower.depth ?? .text, of: secret)
      }
    }
    for disclosure in secret.disclosures {
      let own = Attestation(citations: disclosure.citations)
      let source = Source(
        reason: .disclosure, since: Since(disclosure.when), certainty: disclosure.certainty,
        note: disclosure.note,
        backing: disclosure.citations.isEmpty ? backing : Backing(of: own, in: nil))
      grounds.append(Ground(source, through: actor, depth: disclosure.depth ?? .text))
    }
    return Ground.sorted(grounds)
  }

  /// Those who take part in an agreement or an event, and since when.
  private func participants(in entity: Entity, from start: Since) -> [Participant] {
    let roles: [Role] =
      switch entity.category {
      case .agreement: Role.participations
      case .event: Role.attendances
      case .actor, .territory: []
      }
    var found: [Participant] = []
    let accessions = (entity.life?.acts ?? []).filter {
      $0.kind == .accession && selection.counts($0.attestation)
    }
    for statement in graph.statements(about: entity.id)
    where statement.object == entity.id && roles.contains(statement.role)
      && selection.counts(statement, in: graph)
    {
      let joined = accessions.first { $0.by.contains(statement.subject) }
      let isStated = statement.when != nil
      let since = (statement.when ?? joined?.date).map { Since($0) } ?? start
      for actor in [statement.subject, statement.onBehalfOf].compactMap({ $0 }) {
        found.append(
          Participant(
            actor, statement.role, since, graph.backing(of: statement),
            .least(statement.attestation.certainty, isStated ? nil : joined?.attestation.certainty)))
      }
    }
    // Who acceded is a party, whether a statement says so or not.
    let known = Set(found.map(\.actor))
    for act in accessions {
      for actor in act.by where !known.contains(actor) {
        found.append(
          Participant(
            actor, .party, act.date.map { Since($0) } ?? start, Backing(of: act.attestation, in: entity),
            act.attestation.certainty))
      }
    }
    return found
  }
}

extension Awareness {
  /// One who takes part in what is secret, or stands in a secret statement.
  private struct Participant {
    let actor: EntityID
    let role: Role
    let since: Since
    let backing: Backing
    let certainty: Certainty?

    init(_ actor: EntityID, _ role: Role, _ since: Since, _ backing: Backing, _ certainty: Certainty?) {
      (self.actor, self.role, self.since) = (actor, role, since)
      (self.backing, self.certainty) = (backing, certainty)
    }

    func notBefore(_ start: Since) -> Participant {
      Participant(actor, role, since.later(start), backing, certainty)
    }
  }
}

extension Role {
  /// What an agreement says of others in its text.
  package static let clauses: Set<Role> = [.guarantees, .cedes, .demarcates, .recognises, .concerns]
}
