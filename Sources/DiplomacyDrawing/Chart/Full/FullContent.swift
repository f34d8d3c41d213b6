import Chronology
import Diplomacy
import DiplomacyAnalysis
import Networks

/// What a full diagram shows: entities of every kind, and the statements that join them.
struct FullContent {
  /// An entity.
  struct Node {
    let entity: Entity
    let answer: Answer
    let kind: TiesContent.Node.Kind
    /// The territories where it was, which are written into its box.
    var places: [EntityID] = []
    /// The number that it shares with the lines of its parties; nil where lines need none.
    var number: Int?
  }

  /// One line for the statements that join two entities alike, in the direction in which it is drawn: from who acts to whom it is
  /// done.
  struct Line {
    let tail: Int
    let head: Int
    let look: TiesComposer.TieLook
    var statements: [Statement]
    var isSymmetric: Bool { statements.allSatisfy(\.isSymmetric) }
    /// The agreement whose party the line joins, and at which end it stands.
    var agreement: Int?
  }

  let view: GraphView
  private(set) var nodes: [Node] = []
  private(set) var lines: [Line] = []
  /// How many of each category are left out because they are not among the most central; empty: none.
  private(set) var omitted: [(category: Diplomacy.Category, count: Int)] = []

  /// From how many entities, or lines, on only the most central are drawn when nothing is asked for.
  static let most = (nodes: 45, lines: 90)
  /// The same where contents are asked for.
  static let mostOfContents = (nodes: 80, lines: 180)
  /// How many lines are drawn then.
  static let usualLines = 75

  /// - Parameter kept: Entities that are drawn in any case.
  /// - Throws: What keeps the measure from being taken by which the most central are chosen.
  init(_ view: GraphView, _ choice: PictureChoice, keeping kept: Set<EntityID> = []) throws(MeasureError) {
    self.view = view
    let selection = FullSelection(view, choice)
    var statements = selection.statements
    var chosen = Set(view.entities.map(\.entity.id)).intersection(selection.entities)
    if !choice.among.isEmpty { chosen = Self.among(Set(choice.among), chosen, statements, view) }
    if let ego = choice.ego {
      chosen.formIntersection(Self.surroundings(of: ego, choice.steps, statements, view))
    }
    func keep(_ entities: Set<EntityID>) {
      chosen = entities
      statements = statements.filter { entities.contains($0.0.subject) && entities.contains($0.0.object) }
    }
    keep(chosen)
    let before = chosen
    if let top = choice.top {
      let central = try Self.central(view, choice.measure, chosen).filter {
        view.graph[$0]?.category == .actor
      }
      keep(Self.among(Set(central.prefix(top)), chosen, statements, view).union(kept))
    } else if !choice.isNarrow {
      let most = choice.show.isEmpty ? Self.most : Self.mostOfContents
      let joined = Set(statements.flatMap { [$0.0.subject, $0.0.object] })
      if joined.count > most.nodes || statements.count > most.lines {
        keep(Self.few(statements, view, keeping: kept))
      }
    }
    let isReduced = before != chosen
    compose(statements, chosen, selection.places, isWhole: !choice.isNarrow && !isReduced, kept)
    guard isReduced else { return }
    let left = Dictionary(grouping: before.subtracting(nodes.map(\.entity.id))) { view.graph[$0]?.category }
    omitted = Diplomacy.Category.allCases.compactMap { category in
      left[category].map { (category, $0.count) }
    }
  }

  // MARK: Choosing

  /// The entities by a measure of who takes part in what, the most central first.
  private static func central(
    _ view: GraphView, _ measure: Measure, _ chosen: Set<EntityID>
  ) throws(MeasureError) -> [EntityID] {
    try Centrality(of: IncidenceNetwork(view), [measure]).rows
      .filter { chosen.contains($0.entity.id) && !$0.scores[0].isNaN }.map(\.entity.id)
  }

  /// The entities with the most lines, as long as they and the lines among them stay few.
  private static func few(
    _ statements: [FullSelection.Item], _ view: GraphView, keeping kept: Set<EntityID>
  ) -> Set<EntityID> {
    var joined: [EntityID: [EntityID]] = [:]
    for (statement, _) in statements {
      joined[statement.subject, default: []].append(statement.object)
      joined[statement.object, default: []].append(statement.subject)
    }
    let order = view.graph.entities.enumerated().filter { joined[$1.id] != nil }
      .sorted { (-(joined[$0.1.id]?.count ?? 0), $0.0) < (-(joined[$1.1.id]?.count ?? 0), $1.0) }
    var few = kept
    var count = statements.count { few.contains($0.0.subject) && few.contains($0.0.object) }
    for (_, entity) in order where few.count < PictureChoice.usualTop && !few.contains(entity.id) {
      let more = (joined[entity.id] ?? []).count(where: few.contains)
      guard count + more <= usualLines else { continue }
      few.insert(entity.id)
      count += more
    }
    return few
  }

  /// Actors, and what joins two of them; of one alone all that it is joined to.
  private static func among(
    _ actors: Set<EntityID>, _ chosen: Set<EntityID>, _ statements: [FullSelection.Item], _ view: GraphView
  ) -> Set<EntityID> {
    var neighbours: [EntityID: Set<EntityID>] = [:]
    for (statement, _) in statements {
      if actors.contains(statement.subject) {
        neighbours[statement.object, default: []].insert(statement.subject)
      }
      if actors.contains(statement.object) {
        neighbours[statement.subject, default: []].insert(statement.object)
      }
    }
    return chosen.filter { id in
      if view.graph[id]?.category == .actor { return actors.contains(id) }
      return (neighbours[id]?.count ?? 0) >= min(2, actors.count)
    }
  }

  /// What is so many steps from an entity.
  private static func surroundings(
    of ego: EntityID, _ steps: Int, _ statements: [FullSelection.Item], _ view: GraphView
  ) -> Set<EntityID> {
    var joined: [EntityID: [EntityID]] = [:]
    for (statement, _) in statements {
      joined[statement.subject, default: []].append(statement.object)
      joined[statement.object, default: []].append(statement.subject)
    }
    func category(_ id: EntityID) -> Category? { view.graph[id]?.category }
    var reached: Set<EntityID> = [ego]
    var edge = [ego]
    for _ in 0..<steps {
      var next: [EntityID] = []
      for id in edge {
        for other in joined[id] ?? [] {
          next.append(other)
          // From an actor a step leads through what it takes part in.
          if category(id) == .actor, category(other) == .agreement || category(other) == .event {
            next += (joined[other] ?? []).filter { category($0) == .actor }
          }
        }
      }
      edge = next.filter { reached.insert($0).inserted }
      if edge.isEmpty { break }
    }
    return reached
  }

  // MARK: Composing

  private mutating func compose(
    _ statements: [FullSelection.Item], _ chosen: Set<EntityID>, _ places: [EntityID: [EntityID]],
    isWhole: Bool, _ kept: Set<EntityID>
  ) {
    var joined = kept
    for (statement, _) in statements { joined.formUnion([statement.subject, statement.object]) }
    var number: [EntityID: Int] = [:]
    for (entity, answer) in view.entities where chosen.contains(entity.id) {
      let isAlone = !joined.contains(entity.id)
      guard !isAlone || isWhole && (entity.category == .agreement || entity.category == .event) else {
        continue
      }
      number[entity.id] = nodes.count
      nodes.append(
        Node(entity: entity, answer: answer, kind: Self.kind(entity), places: places[entity.id] ?? []))
    }
    var places: [Key: Int] = [:]
    for (statement, _) in statements {
      guard let subject = number[statement.subject], let object = number[statement.object] else { continue }
      // Who is the target or recipient of an event suffers it: the arrow goes to them.
      let isTurned = statement.role == .target || statement.role == .recipient
      let look = TiesComposer.TieLook(
        assertion: Assertion(statement.attestation), isSecret: view.isSecret(statement.attestation),
        holding: view.drawnHolding(of: statement))
      let key = Key(
        tail: isTurned ? object : subject, head: isTurned ? subject : object, look: look,
        isSymmetric: statement.isSymmetric)
      if let place = places[key] {
        lines[place].statements.append(statement)
      } else {
        places[key] = lines.count
        lines.append(Line(tail: key.tail, head: key.head, look: look, statements: [statement]))
      }
    }
    numberAgreements()
  }

  private struct Key: Hashable {
    let tail: Int
    let head: Int
    let look: TiesComposer.TieLook
    let isSymmetric: Bool
  }

  private static func kind(_ entity: Entity) -> TiesContent.Node.Kind {
    switch entity.category {
    case .actor: entity.kind == .person ? .person : .actor(entity.kind)
    case .agreement: .hub
    case .territory: .territory
    case .event: .event
    }
  }

  /// Where several agreements have parties, each has a number, which stands in its box and on the lines of its parties.
  private mutating func numberAgreements() {
    for index in lines.indices {
      let hasParty = lines[index].statements.contains { $0.role == .party }
      if hasParty, nodes[lines[index].head].kind == .hub { lines[index].agreement = lines[index].head }
    }
    let agreements = Set(lines.compactMap(\.agreement)).sorted {
      let (one, other) = (beginning($0), beginning($1))
      return (one, nodes[$0].entity.id.rawValue) < (other, nodes[$1].entity.id.rawValue)
    }
    guard agreements.count > 1 else { return }
    for (place, agreement) in agreements.enumerated() { nodes[agreement].number = place + 1 }
  }

  private func beginning(_ node: Int) -> Moment {
    view.concluded(nodes[node].entity)?.earliest ?? .distantFuture
  }
}
