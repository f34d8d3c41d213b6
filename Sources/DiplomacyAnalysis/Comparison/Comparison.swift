public import Chronology
public import Diplomacy
public import Networks

/// What differs between two views of one graph: what is there, when agreements are in force, scores and journeys.
public struct Comparison: Sendable {
  /// Something that is there, or holds, otherwise in the two views.
  public struct Difference<Value: Sendable>: Sendable {
    /// What.
    public let id: String
    /// In the first view; nil: not there.
    public let first: Value?
    /// In the second view; nil: not there.
    public let second: Value?
  }

  /// A member that took part in an agreement at other times.
  public struct MemberDifference: Sendable {
    /// The agreement.
    public let agreement: EntityID
    /// Who took part.
    public let actor: EntityID
    /// When and why in the first view; nil: it is no member there.
    public let first: LifeCourse?
    /// The same in the second view.
    public let second: LifeCourse?
  }

  /// A verdict on an obligation that differs.
  public struct VerdictDifference: Sendable {
    /// The verdict in the first view; nil: none.
    public let first: Compliance.Verdict?
    /// The verdict in the second view; nil: none.
    public let second: Compliance.Verdict?
    /// Either of them.
    public var either: Compliance.Verdict? { first ?? second }
  }

  /// An earliest arrival that differs.
  public struct JourneyDifference: Sendable {
    /// Where the journeys start.
    public let from: EntityID
    /// Where they end.
    public let to: EntityID
    /// Whether the journeys are certain; otherwise they are possible.
    public let isCertain: Bool
    /// The arrival in the first view; nil: no journey.
    public let first: Journey?
    /// The arrival in the second view; nil: no journey.
    public let second: Journey?
  }

  /// What is compared with what.
  public let first, second: GraphView
  /// In what they are compared.
  public let subjects: Set<Subject>
  /// Entities that are there otherwise; `no` when they are not.
  public private(set) var entities: [Difference<Answer>] = []
  /// Statements that hold otherwise.
  public private(set) var statements: [Difference<Answer>] = []
  /// Agreements in force at other times.
  public private(set) var courses: [Difference<LifeCourse>] = []
  /// Parties and guarantors that took part at other times, where that does not follow from the agreement's own.
  public private(set) var members: [MemberDifference] = []
  /// Verdicts on obligations that differ, in the order of the graph.
  public private(set) var verdicts: [VerdictDifference] = []
  /// Scores that differ, by measure, in the order of the largest difference.
  public private(set) var scores: [(measure: Measure, differences: [Difference<Double>])] = []
  /// How far the divisions into groups agree, by each measure that numbers groups. In ``scores`` a group of the second view has the
  /// number of the one of the first with which it shares most.
  public private(set) var divisions: [(measure: Measure, change: PartitionChange)] = []
  /// Earliest arrivals that differ, in order.
  public private(set) var journeys: [JourneyDifference] = []

  /// What is compared.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    case entities, statements, inForce = "in-force", members, verdicts, scores, journeys
  }

  /// Why the scores of one of the views cannot be had.
  public struct Failure: Error {
    /// What keeps a measure from giving scores.
    public let reason: MeasureError
    /// Whether it is the first view that has none.
    public let isFirst: Bool
  }

  /// Compares two views of one graph.
  /// - Throws: Where a measure gives no scores of one of the views: they then cannot be compared.
  /// - Complexity: That of the measures, and of journeys between all pairs of actors.
  public init(
    _ first: GraphView, _ second: GraphView, _ subjects: Set<Subject>, measures: [Measure]
  ) throws(Failure) {
    self.first = first
    self.second = second
    self.subjects = subjects
    let graph = first.graph
    func counts(_ attestation: Attestation) -> Bool {
      first.counts(attestation) || second.counts(attestation)
    }
    if subjects.contains(.entities) {
      entities = zip(graph.entities, zip(first.entityAnswers, second.entityAnswers)).compactMap {
        entity, answers in
        answers.0 == answers.1 || !counts(entity.attestation)
          ? nil : Difference(id: entity.id.rawValue, first: answers.0, second: answers.1)
      }
    }
    if subjects.contains(.statements) {
      statements = zip(graph.statements, zip(first.statementAnswers, second.statementAnswers)).compactMap {
        statement, answers in
        answers.0 == answers.1 || !counts(statement.attestation)
          ? nil : Difference(id: statement.id.rawValue, first: answers.0, second: answers.1)
      }
    }
    if subjects.contains(.inForce) {
      courses = graph.entities(.agreement).compactMap { agreement in
        let (one, other) = (first.seenCourse(of: agreement), second.seenCourse(of: agreement))
        return one?.spans == other?.spans
          ? nil : Difference(id: agreement.id.rawValue, first: one, second: other)
      }
    }
    if subjects.contains(.members) { compareMembers() }
    if subjects.contains(.verdicts) { compareVerdicts() }
    if subjects.contains(.scores) { try compareScores(measures) }
    if subjects.contains(.journeys) { compareJourneys() }
  }

  private mutating func compareMembers() {
    for agreement in first.graph.entities(.agreement) {
      let own = (first.seenCourse(of: agreement), second.seenCourse(of: agreement))
      let (mine, theirs) = (first.memberCourses(of: agreement), second.memberCourses(of: agreement))
      let added = theirs.map(\.actor).filter { actor in !mine.contains { $0.actor == actor } }
      for actor in mine.map(\.actor) + added {
        let one = mine.first { $0.actor == actor }?.course
        let other = theirs.first { $0.actor == actor }?.course
        guard one?.spans != other?.spans else { continue }
        // Who takes part as long as the agreement lasts, in both views, is told with the agreement.
        if one?.spans == own.0?.spans, other?.spans == own.1?.spans { continue }
        members.append(MemberDifference(agreement: agreement.id, actor: actor, first: one, second: other))
      }
    }
  }

  private mutating func compareVerdicts() {
    func verdicts(_ view: GraphView) -> [VerdictKey: Compliance.Verdict] {
      var found: [VerdictKey: Compliance.Verdict] = [:]
      let compliance = Compliance(of: view.graph, view.options, readings: [view.options.reading])
      for verdict in compliance.verdicts {
        var key = VerdictKey(verdict)
        while found[key] != nil { key.number += 1 }
        found[key] = verdict
      }
      return found
    }
    let (mine, theirs) = (verdicts(first), verdicts(second))
    let places = Dictionary(
      first.graph.entities(.agreement).flatMap { $0.life?.obligations ?? [] }.enumerated().map {
        ($1.id, $0)
      }, uniquingKeysWith: { first, _ in first })
    let keys = Set(mine.keys).union(theirs.keys).sorted { one, other in
      let order = (places[one.obligation] ?? .max, places[other.obligation] ?? .max)
      return order.0 == order.1 ? one.text < other.text : order.0 < order.1
    }
    for key in keys {
      let (one, other) = (mine[key], theirs[key])
      if let one, let other, one.outcome == other.outcome, one.reason == other.reason,
        one.creditors == other.creditors
      {
        continue
      }
      self.verdicts.append(VerdictDifference(first: one, second: other))
    }
  }

  /// What a verdict is about.
  private struct VerdictKey: Hashable {
    let obligation: StatementID
    let debtor: EntityID
    let event: EntityID?
    /// The how manieth of these it is.
    var number = 0

    init(_ verdict: Compliance.Verdict) {
      (obligation, debtor, event) = (verdict.obligation.id, verdict.debtor, verdict.event)
    }

    var text: String { "\(debtor)\n\(event?.rawValue ?? "")\n\(number)" }
  }

  private mutating func compareScores(_ measures: [Measure]) throws(Failure) {
    func centrality(isFirst: Bool) throws(Failure) -> Centrality {
      do throws(MeasureError) {
        return try Centrality(of: IncidenceNetwork(isFirst ? first : second), measures)
      } catch {
        throw Failure(reason: error, isFirst: isFirst)
      }
    }
    let one = try centrality(isFirst: true)
    let other = try centrality(isFirst: false)
    scores = measures.enumerated().map { index, measure in
      var pairs: [EntityID: (Double?, Double?)] = [:]
      for row in one.rows where !row.scores[index].isNaN {
        pairs[row.entity.id, default: (nil, nil)].0 = row.scores[index]
      }
      for row in other.rows where !row.scores[index].isNaN {
        pairs[row.entity.id, default: (nil, nil)].1 = row.scores[index]
      }
      if measure.isGroup { divisions.append((measure, pairs.numberGroupsAlike())) }
      // Sums that differ in the last digits alone do not differ.
      let differing = pairs.filter { _, pair in
        guard let first = pair.0, let second = pair.1 else { return true }
        return abs(first - second) > 1e-9 * max(1, abs(first), abs(second))
      }
      let sorted = differing.map { id, pair in Difference(id: id.rawValue, first: pair.0, second: pair.1) }
        .sorted {
          let (mine, theirs) = (
            abs(($0.first ?? 0) - ($0.second ?? 0)), abs(($1.first ?? 0) - ($1.second ?? 0))
          )
          return mine == theirs || measure.isGroup ? $0.id < $1.id : mine > theirs
        }
      return (measure, sorted)
    }
  }

  private mutating func compareJourneys() {
    let (one, other) = (
      JourneySearch(ContactNetwork(first)), JourneySearch(ContactNetwork(second))
    )
    for actor in first.graph.entities(.actor).map(\.id) {
      let (mine, theirs) = (one.reach(of: actor) ?? [], other.reach(of: actor) ?? [])
      let known = Dictionary(uniqueKeysWithValues: theirs.map { ($0.to, $0) })
      var pairs: [(EntityID, JourneyAnswer?, JourneyAnswer?)] = mine.map { ($0.to, $0, known[$0.to]) }
      let named = Set(pairs.map(\.0))
      pairs += theirs.filter { !named.contains($0.to) }.map { ($0.to, nil, $0) }
      for (target, mine, theirs) in pairs {
        for isCertain in [false, true] {
          let (first, second) =
            isCertain
            ? (mine?.certain.first, theirs?.certain.first) : (mine?.possible.first, theirs?.possible.first)
          guard first?.arrival != second?.arrival else { continue }
          journeys.append(
            JourneyDifference(from: actor, to: target, isCertain: isCertain, first: first, second: second))
        }
      }
    }
  }
}

extension GraphView {
  /// The course of an agreement that is seen; nil for one that is hidden or left out.
  fileprivate func seenCourse(of agreement: Entity) -> LifeCourse? {
    guard sees(agreement.attestation), !options.withoutEntities.contains(agreement.id),
      isKnown(agreement)
    else { return nil }
    return course(of: agreement.id)
  }

  /// When the parties and guarantors of an agreement took part that is seen, each once.
  fileprivate func memberCourses(of agreement: Entity) -> [(actor: EntityID, course: LifeCourse)] {
    guard let whole = seenCourse(of: agreement) else { return [] }
    var seen: Set<EntityID> = []
    return graph.statements(about: agreement.id).compactMap { statement in
      guard statement.object == agreement.id, [.party, .guarantor].contains(statement.role),
        counts(statement.attestation), sees(statement), seen.insert(statement.subject).inserted
      else { return nil }
      if let when = statement.when {
        return (statement.subject, LifeCourse(spans: [Span(when)], beginnings: [], endings: []))
      }
      return (statement.subject, course(of: statement.subject, in: agreement.id) ?? whole)
    }
  }
}
