public import Chronology

extension DiplomaticGraph {
  /// When an agreement was in force under a choice of readings, and from which acts and terms that follows; nil when
  /// there is no such agreement.
  ///
  /// With every reading at once, what the readings disagree on is left open: the bounds cover the courses of all.
  public func course(of agreement: EntityID, under choice: ReadingChoice) -> LifeCourse? {
    position(of: agreement).flatMap { followed($0, choice) }?.course
  }

  /// When an actor took part in an agreement under a choice of readings; nil when there is no such agreement.
  ///
  /// Whether the actor takes part at all is not asked.
  public func course(of actor: EntityID, in agreement: EntityID, under choice: ReadingChoice) -> LifeCourse? {
    position(of: agreement).flatMap { followed($0, choice) }?.course(of: actor)
  }

  /// An agreement under the readings of a choice, which are looked at one by one.
  private func followed(_ position: Int, _ choice: ReadingChoice) -> AgreementCourses? {
    var choices = readings(in: choice).map { reading, choice in
      AgreementCourses.Choice(reading: reading, linked: LinkedEndings { choice.counts($0) })
    }
    return AgreementCourses(of: position, in: self, &choices)
  }

  /// The readings that a choice takes one by one: every one of the graph, or just the one chosen.
  func readings(in choice: ReadingChoice) -> [(reading: ReadingID?, choice: ReadingChoice)] {
    guard choice == .every, !readings.isEmpty else { return [(nil, choice)] }
    return readingCombinations.map { ($0, self.choice(of: $0)) }
  }

  /// The agreements in force on a date under the default reading, certainly or possibly, in order.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  public func agreements(inForceOn date: HistoricalDate) -> [(agreement: Entity, answer: Answer)] {
    GraphView(self, ViewOptions(at: date, reading: defaultReading)).entities.compactMap { entity, answer in
      entity.category == .agreement ? (entity, answer) : nil
    }
  }

  /// When an actor or territory existed under some assertions: the periods the graph gives, or always.
  func existence(of entity: Entity, where counts: (Attestation) -> Bool) -> [Span] {
    if entity.existence.isEmpty { return [entity.when.map(Span.init) ?? .always] }
    return entity.existence.filter { counts($0.attestation) }.map { Span($0.date) }
  }
}

/// The course of an agreement and of its members under one reading, or several together.
struct AgreementCourses {
  /// A reading, which assertions count under it, and how agreements end that others end with.
  struct Choice {
    let reading: ReadingID?
    var linked: LinkedEndings
    var counts: (Attestation) -> Bool { linked.counts }
  }

  /// The agreement's own course.
  let course: LifeCourse
  private let lives: [FollowedLife]
  /// The actors that did something on their own, whose course may differ from the agreement's.
  private let individuals: Set<EntityID>
  /// Whether others' may too.
  private let membersApart: Bool
  /// Between whom it does not hold, under each reading.
  let separations: [[Separation]]

  /// Follows an agreement; nil for another entity.
  /// - Parameter choices: The readings; what is found of agreements that others end with is kept in them.
  init?(of position: Int, in graph: DiplomaticGraph, _ choices: inout [Choice]) {
    let entity = graph.entities[position]
    guard let life = entity.life else { return nil }
    let isVaried = choices.count > 1 && Self.varies(life, entity, graph)
    var separations: [[Separation]] = []
    lives = (0..<(isVaried ? choices.count : 1)).map { index in
      let counts = choices[index].counts
      var facts = LifeFacts(life, where: counts)
      facts.reading = isVaried ? choices[index].reading : nil
      facts.addParties(of: entity.id, in: graph, where: counts)
      let supersession = Supersession(of: entity, facts, in: graph, where: counts)
      facts.successors = supersession.endings
      separations.append(
        supersession.separations + facts.suspensionsBetweenSome + facts.objections(in: life, where: counts))
      facts.endingsOfOther = choices[index].linked.endings(
        of: facts.terms.endsWith, for: entity.id, in: graph)
      return facts.followed(amongEntities: graph.wholeEntityCount ?? graph.entities.count)
    }
    self.separations = separations
    course = Self.together(lives.map(\.course))
    individuals = Set(life.acts.flatMap(\.by))
    membersApart = lives.contains { $0.facts.treatsMembersApart }
  }

  /// Whether the graph states its times in force outright, under every reading that is looked at.
  var isStated: Bool { lives.allSatisfy { !$0.facts.stated.isEmpty } }

  /// When an actor took part.
  func course(of actor: EntityID) -> LifeCourse {
    guard membersApart || individuals.contains(actor) else { return course }
    return Self.together(lives.map { $0.course(of: actor) })
  }

  /// When two actors were bound to each other by the agreement: while both took part, and nothing set it aside between them.
  func relation(between one: EntityID, and other: EntityID) -> [Span] {
    guard isParty(one), isParty(other) else { return [] }
    let courses = zip(lives, separations).map { life, separations in
      let (first, second) = (life.course(of: one).spans, life.course(of: other).spans)
      let both =
        first == second ? first : first.flatMap { span in second.compactMap { span.overlap(with: $0) } }
      let gaps = separations.compactMap { $0.span(between: one, and: other) }
      return LifeCourse(spans: Gaps(gaps).removed(from: both), beginnings: [], endings: [])
    }
    return Self.together(courses).spans
  }

  /// Whether an actor is a party under any reading.
  func isParty(_ actor: EntityID) -> Bool { lives.contains { $0.facts.parties.contains(actor) } }

  /// The separations under all readings, those that hold under each of them once and without a reading.
  var allSeparations: [Separation] {
    var found: [Separation] = []
    for separation in separations.joined() {
      let plain = separation.underAnyReading
      let isCommon = separations.allSatisfy { $0.contains { $0.underAnyReading == plain } }
      let one = isCommon ? plain : separation
      if !found.contains(one) { found.append(one) }
    }
    return found
  }

  private init(_ all: AgreementCourses, _ others: AgreementCourses) {
    lives = all.lives + others.lives
    individuals = all.individuals.union(others.individuals)
    membersApart = all.membersApart || others.membersApart
    separations = all.separations + others.separations
    course = Self.together(lives.map(\.course))
  }

  /// Courses of which either may hold: those of this and those of the same agreement by other facts.
  func joined(with other: AgreementCourses?) -> AgreementCourses {
    guard let other, other.course.spans != course.spans || !individuals.isEmpty || membersApart else {
      return self
    }
    return AgreementCourses(self, other)
  }

  /// Whether readings can make a difference to the agreement's life, or to that of one that takes its place.
  static func varies(_ life: AgreementLife, _ entity: Entity, _ graph: DiplomaticGraph) -> Bool {
    func names(_ attestation: Attestation) -> Bool { !attestation.readings.isEmpty }
    func isNamed(_ life: AgreementLife, _ about: [Statement]) -> Bool {
      life.acts.contains { names($0.attestation) } || life.terms.contains { names($0.attestation) }
        || life.statedInForce.contains { names($0.attestation) }
        || life.reservations.contains { names($0.attestation) }
        || about.contains { $0.role == .party && names($0.attestation) }
    }
    let about = graph.statements(about: entity.id)
    if isNamed(life, about) { return true }
    if life.terms.contains(where: { $0.endsWith != nil }) { return true }
    let newer = about.filter { $0.role == .supersedes && $0.object == entity.id }
    if newer.isEmpty { return false }
    return newer.contains { statement in
      guard let other = graph[statement.subject], let life = other.life else { return false }
      return names(statement.attestation) || names(other.attestation)
        || isNamed(life, graph.statements(about: other.id))
    } || graph.statements.contains { [.successorOf, .sameAs].contains($0.role) && names($0.attestation) }
  }

  /// Courses of which any may hold: their bounds together.
  private static func together(_ courses: [LifeCourse]) -> LifeCourse {
    guard let first = courses.first, courses.contains(where: { $0.spans != first.spans }) else {
      return courses.first ?? LifeCourse(spans: [], beginnings: [], endings: [])
    }
    // A reading under which nothing is known leaves everything open.
    let hulls = courses.map { $0.hull ?? .unknown }
    func distinct(_ turns: [LifeCourse.Turn]) -> [LifeCourse.Turn] {
      var kept: [LifeCourse.Turn] = []
      for turn in turns where !kept.contains(turn) { kept.append(turn) }
      return kept
    }
    return LifeCourse(
      spans: [hulls.dropFirst().reduce(hulls[0]) { $0.hull(with: $1) }],
      beginnings: distinct(courses.flatMap(\.beginnings)), endings: distinct(courses.flatMap(\.endings)))
  }
}
