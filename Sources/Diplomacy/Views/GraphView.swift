public import Chronology

/// A graph seen from a standpoint: which entities and statements are there, certainly or possibly, and when.
///
/// A view holds positions, answers and the courses of agreements; it copies no statement.
public struct GraphView: Sendable {
  /// The graph looked at.
  public let graph: DiplomaticGraph
  /// How it is looked at.
  public private(set) var options: ViewOptions
  /// The readings that are looked at.
  public let choice: ReadingChoice
  /// Whether the entity at each position is there.
  public private(set) var entityAnswers: [Answer]
  /// Whether each statement holds.
  public private(set) var statementAnswers: [Answer]

  let standpoint: Standpoint
  /// The courses of the agreements, by position.
  let courses: [AgreementCourses?]
  /// For each entity the one it counts as, by position; nil when all stand for themselves.
  private var representatives: [Int]?

  /// Whether all entities stand for themselves.
  package var standForThemselves: Bool { representatives == nil }

  /// Looks at a graph.
  ///
  /// A statement is there no more surely than both of its ends are, and than its own span covers the date.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  public init(_ graph: DiplomaticGraph, _ options: ViewOptions = ViewOptions()) {
    self.graph = graph
    self.options = options
    let standpoint = Standpoint(options, in: graph)
    self.standpoint = standpoint
    choice = standpoint.selection.choice
    let readings = graph.readings(in: choice)
    var choices = readings.map { reading, choice in
      AgreementCourses.Choice(
        reading: reading,
        linked: LinkedEndings { standpoint.selection.counts($0, under: choice) })
    }
    let part = graph.part(seenFrom: standpoint, isLenient: true)
    // What somebody perhaps knew leaves open what he took for the course.
    let sure = options.knownTo == nil ? nil : graph.part(seenFrom: standpoint, isLenient: false)
    var sureChoices = choices
    courses = graph.entities.map { entity in
      guard entity.category == .agreement else { return nil }
      let seen = part ?? graph
      // Agreements that are not seen keep the life that they had.
      guard let position = seen.position(of: entity.id) else {
        return graph.position(of: entity.id).flatMap { AgreementCourses(of: $0, in: graph, &choices) }
      }
      let courses = AgreementCourses(of: position, in: seen, &choices)
      guard let sure, let position = sure.position(of: entity.id) else { return courses }
      return courses?.joined(with: AgreementCourses(of: position, in: sure, &sureChoices))
    }
    (entityAnswers, statementAnswers) = ([], [])
    look()
  }

  /// The same view of the graph with other dates, of which only some agreements need to be followed anew; what it holds is not
  /// found out before it is seen at a date.
  init(_ graph: DiplomaticGraph, like view: GraphView, following positions: [Int]) {
    self.graph = graph
    options = view.options
    standpoint = view.standpoint
    choice = view.choice
    let selection = standpoint.selection
    var choices = graph.readings(in: choice).map { reading, choice in
      AgreementCourses.Choice(
        reading: reading, linked: LinkedEndings { selection.counts($0, under: choice) })
    }
    var courses = view.courses
    for position in positions { courses[position] = AgreementCourses(of: position, in: graph, &choices) }
    self.courses = courses
    (entityAnswers, statementAnswers) = (view.entityAnswers, view.statementAnswers)
    representatives = view.representatives
  }

  /// Finds out what is there.
  private mutating func look() {
    entityAnswers = graph.entities.map { answer(of: $0) }
    statementAnswers = graph.statements.map { answer(of: $0) }
    if options.successors == .merged { representatives = earliestPredecessors() }
  }

  /// The same view at another date; the courses of agreements are not followed anew.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  public func seen(at date: HistoricalDate?) -> GraphView {
    var options = options
    options.at = date
    // Who knew what by when decides what a life is made of.
    if options.knownTo != nil { return GraphView(graph, options) }
    var view = self
    view.options = options
    view.look()
    return view
  }

  /// The same view with everything decided that it leaves open, each way as likely.
  ///
  /// Participations in an agreement or event that have no dates of their own are decided with it.
  /// - Parameter generator: The source of chance.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  public func decided(using generator: inout SeededGenerator) -> GraphView {
    func toss() -> Answer { generator.next(below: 2) == 0 ? .no : .yes }
    var view = self
    for position in entityAnswers.indices where entityAnswers[position] == .maybe {
      view.entityAnswers[position] = toss()
    }
    for (index, answer) in statementAnswers.enumerated() where answer == .maybe {
      let again = view.answer(of: graph.statements[index])
      view.statementAnswers[index] =
        again == .maybe ? (view.followsItsEnd(graph.statements[index]) ? .yes : toss()) : again
    }
    return view
  }

  /// Whether a statement without a date holds just when the agreement or event at one of its ends is there.
  private func followsItsEnd(_ statement: Statement) -> Bool {
    guard statement.when == nil, standpoint.knows(statement) == .yes else { return false }
    let spans = spans(of: statement)
    return [statement.object, statement.subject].contains { end in
      graph[end].map { ($0.category == .agreement || $0.category == .event) && presence(of: $0) == spans }
        ?? false
    }
  }

  /// Finds out what is there on a day, by when everything is.
  /// - Parameter items: What may be otherwise than it was found before: entities by their positions, then statements; nil: all.
  mutating func look(at date: HistoricalDate, _ timetable: ViewTimetable, _ items: [Int32]?) {
    options.at = date
    let entityCount = graph.entities.count
    var isOutOfDate = representatives == nil
    func answer(_ item: Int) -> Answer {
      let known = timetable.known(item)
      return known == .no ? .no : known && timetable.covers(item, date)
    }
    func answer(ofStatement index: Int) -> Answer {
      let (subject, object) = timetable.ends(ofStatement: index)
      guard subject >= 0, object >= 0 else { return .no }
      let ends = entityAnswers[Int(subject)] && entityAnswers[Int(object)]
      return ends == .no ? .no : ends && answer(entityCount + index)
    }
    if let items {
      for item in items where item < entityCount {
        let position = Int(item)
        let now = answer(position)
        if now == entityAnswers[position] { continue }
        entityAnswers[position] = now
        for index in graph.statements(atPosition: position) {
          statementAnswers[Int(index)] = answer(ofStatement: Int(index))
          isOutOfDate = isOutOfDate || timetable.isSuccession(Int(index))
        }
      }
      for item in items where item >= entityCount {
        let index = Int(item) - entityCount
        statementAnswers[index] = answer(ofStatement: index)
        isOutOfDate = isOutOfDate || timetable.isSuccession(index)
      }
    } else {
      for position in entityAnswers.indices { entityAnswers[position] = answer(position) }
      for index in statementAnswers.indices { statementAnswers[index] = answer(ofStatement: index) }
      isOutOfDate = true
    }
    if options.successors == .merged, isOutOfDate { representatives = earliestPredecessors() }
  }

  /// Whether an entity is there on dates that its presence covers.
  func answerWithoutDate(of entity: Entity) -> Answer {
    guard standpoint.selection.sees(entity) else { return .no }
    // What was only planned, believed or imagined, and at no stated time, is there on no date.
    if entity.category == .event, entity.when == nil, entity.attestation.modality != .actual { return .no }
    return standpoint.knows(entity)
  }

  /// Whether a statement holds where its ends are there, on dates that its spans cover.
  func answerWithoutEnds(of statement: Statement) -> Answer {
    standpoint.selection.sees(statement) ? standpoint.knows(statement) : .no
  }

  private func answer(of entity: Entity) -> Answer {
    guard let date = options.at else {
      return standpoint.selection.sees(entity) ? standpoint.knows(entity) : .no
    }
    let known = answerWithoutDate(of: entity)
    return known == .no ? .no : known && covers(presence(of: entity), date)
  }

  private func answer(of statement: Statement) -> Answer {
    guard standpoint.selection.sees(statement),
      let subject = graph.position(of: statement.subject), let object = graph.position(of: statement.object)
    else { return .no }
    let ends = entityAnswers[subject] && entityAnswers[object] && standpoint.knows(statement)
    guard ends != .no, let date = options.at else { return ends }
    return ends && covers(spans(of: statement), date)
  }

  /// Whether any of several spans covers a date.
  private func covers(_ spans: [Span], _ date: HistoricalDate) -> Answer {
    spans.reduce(.no) { $0 || $1.covers(date) }
  }

  // MARK: What is there

  /// The entities that are there, certainly or possibly, in order.
  public var entities: [(entity: Entity, answer: Answer)] {
    zip(graph.entities, entityAnswers).compactMap { $1 == .no ? nil : ($0, $1) }
  }

  /// The statements that hold, certainly or possibly, in order.
  public var statements: [(statement: Statement, answer: Answer)] {
    zip(graph.statements, statementAnswers).compactMap { $1 == .no ? nil : ($0, $1) }
  }

  /// The statements that have an entity at either end, in order, with whether they hold.
  /// - Complexity: O(*k*); *k* statements found.
  public func statements(about id: EntityID) -> [(statement: Statement, answer: Answer)] {
    graph.positionsOfStatements(about: id).map { (graph.statements[$0], statementAnswers[$0]) }
  }

  /// Those who take part in an agreement in a role, as far as the view counts that, in order, each once.
  /// - Complexity: O(*k*); *k* statements about the agreement.
  public func actors(_ role: Role, of agreement: EntityID) -> [EntityID] {
    var seen: Set<EntityID> = []
    return statements(about: agreement).compactMap { statement, answer in
      statement.role == role && statement.object == agreement && answer != .no
        && counts(statement.attestation)
        && seen.insert(statement.subject).inserted ? statement.subject : nil
    }
  }

  /// The parties of an agreement, as far as the view counts them, in order, each once.
  public func parties(of agreement: EntityID) -> [EntityID] { actors(.party, of: agreement) }

  /// When an agreement was concluded: the date of the first signature, else of the first entry into force, of the acts that
  /// count and are known; nil when neither is.
  public func concluded(_ agreement: Entity) -> HistoricalDate? {
    agreement.life?.concluded { counts($0) && standpoint.knows($0, in: agreement) != .no }
  }

  /// Whether an assertion is seen: by its reading, sense, holder and sources.
  public func sees(_ attestation: Attestation) -> Bool { standpoint.selection.sees(attestation) }

  /// Whether an assertion is seen, and counts in analyses.
  public func counts(_ attestation: Attestation) -> Bool { standpoint.selection.counts(attestation) }

  /// Whether a statement is seen and known, whenever it held.
  public func sees(_ statement: Statement) -> Bool {
    standpoint.selection.sees(statement) && standpoint.knows(statement) != .no
      && [statement.subject, statement.object].allSatisfy { end in
        graph[end].map { standpoint.selection.sees($0) && isKnown($0) } ?? false
      }
  }

  /// Whether an entity is seen and known, whenever it was there.
  public func sees(_ entity: Entity) -> Bool { standpoint.selection.sees(entity) && isKnown(entity) }

  /// Whether an obligation of an agreement is seen and known: by itself where it is secret, else as the text of the agreement is.
  public func sees(_ obligation: Obligation, of agreement: Entity) -> Bool {
    sees(obligation.attestation) && standpoint.knows(text: obligation.attestation, in: agreement) != .no
  }

  /// Whether terms of an agreement are seen and known: by themselves where they are secret, else as the text of the agreement is.
  public func sees(_ terms: Terms, of agreement: Entity) -> Bool {
    sees(terms.attestation) && standpoint.knows(text: terms.attestation, in: agreement) != .no
  }

  /// Whether an act or stated span of an agreement is seen and known.
  public func sees(_ attestation: Attestation, of agreement: Entity) -> Bool {
    sees(attestation) && standpoint.knows(attestation, in: agreement) != .no
  }

  /// Whether an entity is no secret to the actor as known to whom the graph is seen, or perhaps none.
  public func isKnown(_ entity: Entity) -> Bool { standpoint.knows(entity) != .no }

  /// Whether an entity is surely no secret to the actor as known to whom the graph is seen.
  package func isSurelyKnown(_ entity: Entity) -> Bool { standpoint.knows(entity) == .yes }

  /// Which entity, by position, the one at a position counts as in analyses: itself, or with successors merged the
  /// earliest predecessor.
  public func representative(of position: Int) -> Int { representatives?[position] ?? position }

  /// The entities of which at least one is there that counts as them, by position, in order.
  public var represented: [Int] {
    guard representatives != nil else { return entityAnswers.indices.filter { entityAnswers[$0] != .no } }
    return Set(entityAnswers.indices.filter { entityAnswers[$0] != .no }.map(representative)).sorted()
  }

  // MARK: When

  /// When an agreement was in force, and why; nil for another entity.
  public func course(of agreement: EntityID) -> LifeCourse? {
    graph.position(of: agreement).flatMap { courses[$0]?.course }
  }

  /// When an actor took part in an agreement, and why; nil when there is no such agreement.
  public func course(of actor: EntityID, in agreement: EntityID) -> LifeCourse? {
    graph.position(of: agreement).flatMap { courses[$0]?.course(of: actor) }
  }

  /// When an entity was there: an agreement in force, an actor or territory in existence, an event under way.
  ///
  /// An actor or territory without dates has always been there; an agreement or event without dates is there
  /// at an unknown time.
  /// - Returns: The spans in order; empty when it never was there.
  public func presence(of entity: Entity) -> [Span] {
    switch entity.category {
    case .agreement: known(course(of: entity.id))
    case .event: [entity.when.map(Span.init) ?? .unknown]
    case .actor, .territory: graph.existence(of: entity) { standpoint.selection.counts($0) }
    }
  }

  /// The spans of a course; of one of which nothing is known, an unknown span.
  private func known(_ course: LifeCourse?) -> [Span] {
    guard let course else { return [.unknown] }
    return course.beginnings.isEmpty && course.spans.isEmpty ? [.unknown] : course.spans
  }

  /// When a statement held: by its own date, or else as its role implies.
  ///
  /// A signatory or negotiator without a date took part at the signature (``signature(of:)``), any other participant as
  /// long as its own part in the agreement lasted; whoever attended an event did so while it went on; what an agreement or event says of a
  /// territory or of another agreement holds as long as it does. Other statements without a date held at an
  /// unknown time. Empty for one that never held.
  public func spans(of statement: Statement) -> [Span] {
    if let when = statement.when { return [Span(when)] }
    if statement.neverHeld { return [] }
    if let object = graph[statement.object] {
      if object.life != nil, statement.role.isOfSignature { return [signature(of: statement).span] }
      if object.category == .agreement {
        return known(course(of: statement.subject, in: object.id))
      }
      if object.category == .event { return presence(of: object) }
    }
    if let subject = graph[statement.subject], subject.category == .agreement || subject.category == .event {
      return presence(of: subject)
    }
    return [statement.role == .sameAs || statement.role == .partOf ? .always : .unknown]
  }

  /// The date of a statement that held on some one day (or second) of it: its own, that of the event, or for a signatory
  /// or negotiator that of the signature; nil when it held for a span.
  public func momentaryDate(of statement: Statement) -> HistoricalDate? {
    let object = graph[statement.object]
    let stated = object?.life?.statedInForce.filter { counts($0.attestation) } ?? []
    let date: HistoricalDate? =
      if let when = statement.when {
        when
      } else if statement.role.isOfSignature, object?.life != nil {
        signature(of: statement).date
      } else {
        object?.category == .event ? object?.when : stated.count == 1 ? stated[0].date : nil
      }
    return date?.shape == .interval || date?.shape == .allOf ? nil : date
  }

  // MARK: Successors

  /// For each entity the first of those that succession joins it to and that succeed nobody, by position.
  private func earliestPredecessors() -> [Int] {
    var parent = Array(graph.entities.indices)
    func root(_ position: Int) -> Int {
      var position = position
      while parent[position] != position {
        // Halves the way for those who come after.
        parent[position] = parent[parent[position]]
        position = parent[position]
      }
      return position
    }
    var succeeds = [Bool](repeating: false, count: parent.count)
    for (statement, answer) in zip(graph.statements, statementAnswers)
    where statement.role == .successorOf && answer != .no && counts(statement.attestation) {
      guard let successor = graph.position(of: statement.subject),
        let other = graph.position(of: statement.object),
        successor != other
      else { continue }
      succeeds[successor] = true
      let (one, two) = (root(successor), root(other))
      parent[max(one, two)] = min(one, two)
    }
    let roots = parent.indices.map(root)
    var first: [Int: Int] = [:]
    for position in parent.indices where !succeeds[position] && first[roots[position]] == nil {
      first[roots[position]] = position
    }
    return roots.map { first[$0] ?? $0 }
  }
}
