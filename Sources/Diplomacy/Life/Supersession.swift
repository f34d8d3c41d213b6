import Chronology

/// Agreements that take the place of another one.
///
/// A later agreement ends the earlier one when all parties of the earlier one are parties to it (Vienna Convention on the
/// Law of Treaties, article 59(1)), from the day on which the last of them is. Where only some are, it takes the place of
/// the earlier one between those, and the earlier one goes on between them and the others (article 30(4)).
struct Supersession {
  /// That which ends the earlier agreement for all.
  private(set) var endings: [LifeCourse.Turn] = []
  /// Those between whom alone it takes its place.
  private(set) var separations: [Separation] = []

  /// Finds what supersedes an agreement.
  /// - Parameter facts: What is known of it, its parties included.
  init(of entity: Entity, _ facts: LifeFacts, in graph: DiplomaticGraph, where counts: (Attestation) -> Bool)
  {
    for statement in graph.statements(about: entity.id)
    where statement.role == .supersedes && statement.object == entity.id && statement.subject != entity.id
      && counts(statement.attestation)
    {
      add(statement, facts, graph, counts)
    }
  }

  private mutating func add(
    _ statement: Statement, _ facts: LifeFacts, _ graph: DiplomaticGraph, _ counts: (Attestation) -> Bool
  ) {
    guard let other = graph[statement.subject], let life = other.life, counts(other.attestation) else {
      return
    }
    var newer = LifeFacts(life, where: counts)
    newer.addParties(of: other.id, in: graph, where: counts)
    guard newer.stated.isEmpty || newer.stated.contains(where: { $0.date != nil }), newer.void == nil else {
      return
    }
    guard let base = Self.start(statement, newer, other.id) else { return }
    guard !facts.parties.isEmpty, !newer.parties.isEmpty, let first = facts.beginning else {
      return endings.append(base)
    }
    var bound: [EntityID: LifeCourse.Turn] = [:]
    var isForAll = true
    let newerParties = Set(newer.parties)
    var whole: LifeCourse?
    for party in facts.parties where facts.mayStay(party, from: first, after: base, in: graph) {
      let own =
        newerParties.contains(party)
        ? party : graph.heirs(of: party, where: counts).first { newerParties.contains($0) }
      guard let own else {
        isForAll = false
        continue
      }
      guard statement.when == nil, newer.stated.isEmpty, newer.beginning != nil else {
        bound[party] = base
        continue
      }
      let all = whole ?? newer.course()
      whole = all
      let turn = newer.course(of: own, in: all).beginnings.first ?? base
      if turn.earliest == .distantFuture {
        isForAll = false
      } else {
        bound[party] = newer.later(base, turn).caused(by: base.cause, base.citations)
      }
    }
    if isForAll, let any = bound.values.first {
      endings.append(bound.values.dropFirst().reduce(any) { newer.later($0, $1) })
    } else if isForAll {
      endings.append(base)
    }
    // Until the last of them is bound by it, it takes the place between those who are.
    let starts = Set(bound.values.map { [$0.earliest, $0.latest] })
    if bound.count > 1, !isForAll || starts.count > 1 {
      separations.append(
        Separation(
          reason: .superseded(by: other.id), starts: bound, earliestEnd: .distantFuture,
          latestEnd: .distantFuture, reading: facts.reading))
    }
  }

  /// When the newer agreement takes the place: at the date of the statement, or when it enters into force; nil: never.
  private static func start(_ statement: Statement, _ newer: LifeFacts, _ id: EntityID) -> LifeCourse.Turn? {
    let span: Span
    var citations = statement.attestation.citations
    if let when = statement.when {
      span = Span(when)
    } else {
      guard
        let stated = newer.stated.first?.span
          ?? newer.beginning.map({
            Span(
              earliestStart: $0.earliest, latestStart: $0.latest, earliestEnd: .distantFuture,
              latestEnd: .distantFuture)
          }), stated.earliestStart != .distantFuture
      else { return nil }
      span = stated
      citations += newer.beginning?.citations.filter { !citations.contains($0) } ?? []
    }
    return LifeCourse.Turn(
      earliest: span.earliestStart, latest: span.latestStart, cause: .superseded(by: id), act: nil,
      terms: nil,
      reading: nil, citations: citations)
  }
}

extension LifeFacts {
  /// Takes those for parties of whom the graph says that they are.
  mutating func addParties(
    of agreement: EntityID, in graph: DiplomaticGraph, where counts: (Attestation) -> Bool
  ) {
    for statement in graph.statements(about: agreement)
    where statement.role == .party && statement.object == agreement && counts(statement.attestation) {
      add(party: statement.subject, during: statement.when.map { Span($0) })
    }
  }

  /// Whether a party may still be one when another agreement takes the place of this one.
  fileprivate func mayStay(
    _ party: EntityID, from start: LifeCourse.Turn, after turn: LifeCourse.Turn, in graph: DiplomaticGraph
  ) -> Bool {
    if let entity = graph[party],
      !graph.existence(of: entity, where: { _ in true }).contains(where: { $0.latestEnd > turn.earliest })
    {
      return false
    }
    if surelyStays(party) { return true }
    if let spans = statedMembers[party] { return spans.contains { $0.latestEnd > turn.earliest } }
    return parts(of: party, from: start).contains { part in
      firstEndings(of: part.endings).map(\.latest).max().map { $0 > turn.earliest } ?? true
    }
  }
}

extension LifeCourse.Turn {
  fileprivate func caused(by cause: LifeCourse.Cause, _ citations: [Citation]) -> LifeCourse.Turn {
    LifeCourse.Turn(
      earliest: earliest, latest: latest, cause: cause, act: nil, terms: nil, reading: nil,
      citations: citations + self.citations.filter { !citations.contains($0) })
  }
}

extension DiplomaticGraph {
  /// Those who stand in an actor's place: its successors, and theirs, and what is the same as one of these.
  fileprivate func heirs(of actor: EntityID, where counts: (Attestation) -> Bool) -> [EntityID] {
    var found = [actor]
    var next = 0
    while next < found.count {
      for statement in statements(about: found[next]) where counts(statement.attestation) {
        let heir: EntityID? =
          switch statement.role {
          case .successorOf where statement.object == found[next]: statement.subject
          case .sameAs: statement.subject == found[next] ? statement.object : statement.subject
          default: nil
          }
        if let heir, !found.contains(heir) { found.append(heir) }
      }
      next += 1
    }
    return Array(found.dropFirst())
  }
}
