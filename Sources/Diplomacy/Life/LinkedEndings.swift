import Chronology

/// How agreements end that others end with, link by link, under one choice of assertions.
///
/// Chains can be as long as the graph, so they are walked without recursion, and what is found of an agreement is kept.
/// A circle ends nothing: each of its agreements is followed through all the others back to itself, which has a limit;
/// past it the end is undecided.
struct LinkedEndings {
  /// So many agreements of one circle are followed.
  static let longestCircle = 256
  /// So many ways to end are kept apart along a chain; further ones are put together.
  static let mostEndings = 16
  /// So many links are named of a chain.
  static let mostNamed = 8

  /// Which assertions count.
  let counts: (Attestation) -> Bool
  private var known: [EntityID: [LifeCourse.Turn]] = [:]
  /// The circle an agreement is part of, by the first of its agreements that was met.
  private var circles: [EntityID: EntityID] = [:]
  /// The ends of a circle's agreement for those outside of it.
  private var fromOutside: [EntityID: [LifeCourse.Turn]] = [:]

  init(counts: @escaping (Attestation) -> Bool) { self.counts = counts }

  /// The ends that the agreement brings with which another ends; none without such an agreement.
  /// - Complexity: Over all agreements O(*n*) lives with *n* agreements, and in a circle of *k* no more than *k* for each.
  mutating func endings(
    of other: EntityID?, for dependent: EntityID, in graph: DiplomaticGraph
  ) -> [LifeCourse.Turn] {
    var chain: [(id: EntityID, facts: LifeFacts)] = []
    var places: [EntityID: Int] = [:]
    var found: [LifeCourse.Turn] = []
    var circle: ArraySlice<(id: EntityID, facts: LifeFacts)> = []
    var next = other
    while let id = next, let life = graph[id]?.life {
      if id == dependent {
        circle = chain[...]
        break
      }
      if let turns = turns(of: id, for: dependent) {
        found = turns
        break
      }
      if let place = places[id] {
        circle = chain[place...]
        break
      }
      let facts = LifeFacts(life, where: counts)
      places[id] = chain.count
      chain.append((id, facts))
      next = facts.terms.endsWith
    }
    let isThroughDependent = next == dependent
    if let name = circle.first?.id {
      for link in circle { circles[link.id] = name }
      if isThroughDependent { circles[dependent] = name }
      if circle.count > Self.longestCircle {
        let undecided = [Self.undecided]
        for link in circle { known[link.id] = undecided }
        if isThroughDependent { known[dependent] = undecided }
        found = undecided
        chain.removeSubrange(circle.startIndex...)
      }
    }
    for link in chain.reversed() {
      found = turns(of: link, endingWith: found, graph)
      if circles[link.id] == nil {
        known[link.id] = found
      } else if !isThroughDependent, link.id == circle.first?.id {
        fromOutside[link.id] = found
      }
    }
    return found
  }

  /// What has been found of an agreement before, if it holds for one that ends with it.
  private func turns(of id: EntityID, for dependent: EntityID) -> [LifeCourse.Turn]? {
    if let turns = known[id] { return turns }
    guard let circle = circles[id], circle != circles[dependent] else { return nil }
    return fromOutside[id]
  }

  /// The ends of an agreement whose own link has these, as ends of what ends with it.
  private func turns(
    of link: (id: EntityID, facts: LifeFacts), endingWith other: [LifeCourse.Turn], _ graph: DiplomaticGraph
  ) -> [LifeCourse.Turn] {
    var facts = link.facts
    facts.addParties(of: link.id, in: graph, where: counts)
    facts.endingsOfOther = other
    var linked: [LifeCourse.Turn] = []
    for var turn in Self.bounded(
      facts.followed(amongEntities: graph.wholeEntityCount ?? graph.entities.count).course.endings)
    {
      turn.cause = turn.cause.linked(to: link.id)
      let never = LifeCourse.Cause.with(link.id, .never)
      let isSaid = linked.contains {
        turn.cause == never ? $0.cause == never && $0.reading == turn.reading : $0 == turn
      }
      if !isSaid { linked.append(turn) }
    }
    return linked
  }

  /// Not more ends than are kept apart: the last ones put together.
  private static func bounded(_ turns: [LifeCourse.Turn]) -> [LifeCourse.Turn] {
    guard turns.count > mostEndings else { return turns }
    let rest = turns[(mostEndings - 1)...]
    var together = undecided
    together.earliest = rest.map(\.earliest).min() ?? .distantPast
    together.latest = rest.map(\.latest).max() ?? .distantFuture
    return turns.prefix(mostEndings - 1) + [together]
  }

  private static let undecided = LifeCourse.Turn(
    earliest: .distantPast, latest: .distantFuture, cause: .undecided, act: nil, terms: nil, reading: nil,
    citations: [])
}

extension LifeCourse.Cause {
  /// The cause for what ends with an agreement that ends in this way; the middle of a long chain is counted, not named.
  fileprivate func linked(to agreement: EntityID) -> LifeCourse.Cause {
    var depth = 0
    var inner = self
    while case .with(_, let next) = inner {
      depth += 1
      inner = next
    }
    // Through whom nothing ends it is the same.
    if inner == .never { return .with(agreement, .never) }
    guard depth >= LinkedEndings.mostNamed || inner.isThrough, case .with(_, let rest) = self else {
      return .with(agreement, self)
    }
    if case .through(let count, let rest) = rest { return .with(agreement, .through(count + 1, rest)) }
    return .with(agreement, .through(1, rest))
  }

  private var isThrough: Bool { if case .through = self { true } else { false } }
}
