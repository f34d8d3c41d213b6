public import Chronology

/// Draws the dates of a graph again and again, as ``DiplomaticGraph/withDatesDrawn(using:)`` does once.
///
/// What the dates allow is found out when it is first needed, and kept.
public struct GraphDraws: Sendable {
  /// That an agreement was in force, or an actor took part in it, under a reading.
  private struct Life: Hashable {
    let reading: ReadingID?
    let actor: EntityID?
  }

  /// So often the dates of an agreement are drawn anew when it would be over before it begins.
  private static let mostDraws = 1000

  private let graph: DiplomaticGraph
  private let window: ClosedRange<Moment>?
  private let readings: [(reading: ReadingID?, choice: ReadingChoice)]
  /// Agreements whose dates leave open whether they were ever in force, each with those that end it.
  private let open: [(position: Int, together: [Int])]
  /// The lives of agreements with their dates narrowed to what orders allow.
  private let drawable: [DrawableLife?]
  /// What of an agreement the dates allow at all.
  private var allowed: [Int: Set<Life>] = [:]
  /// The dates that are known by others; nil where none is.
  private var ordered: OrderedDraw?
  /// The entities and the statements with dates that leave something to be drawn, by position; the others stay as they are.
  let openEntities, openStatements: [Int]
  /// Whether dates are known by others.
  var hasOrders: Bool { ordered != nil }

  /// The draws of a graph.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  public init(of graph: DiplomaticGraph) {
    self.graph = graph
    window = graph.extent
    readings = graph.readings(in: .every)
    open = graph.entities.indices.compactMap { position in
      guard graph.entities[position].life != nil else { return nil }
      let together = [position] + graph.ends(of: position)
      let isOpen = together.contains { graph.entities[$0].life?.leavesOrderOpen ?? false }
      let canBeEmpty = together.count > 1 || graph.entities[position].life?.canBeEmpty ?? false
      return isOpen && canBeEmpty ? (position, together) : nil
    }
    let lives = graph.entities.map { $0.life.map { DrawableLife($0) } }
    drawable = lives
    openEntities = graph.entities.indices.filter { graph.entities[$0].leavesOpen(lives[$0]) }
    openStatements = graph.statements.indices.filter { graph.statements[$0].leavesOpen }
    if graph.dateOrders.isEmpty { return }
    var position = -1
    let drawable = drawable
    ordered = OrderedDraw(
      graph.changing { entity in
        position += 1
        var entity = entity
        if let narrowed = drawable[position] { entity.life = narrowed.life }
        return entity
      })
  }

  /// Whether a graph with other dates is one of those that may be drawn, as far as the lives of agreements tell.
  /// - Parameter positions: The agreements that are looked at; nil: all.
  package mutating func mayBeDrawn(_ drawn: DiplomaticGraph, at positions: Set<Int>? = nil) -> Bool {
    for position in positions ?? Set(graph.entities.indices) {
      if let life = drawn.entities[position].life, let orders = drawable[position]?.orders,
        !orders.allow(life)
      {
        return false
      }
    }
    for (position, _) in open where positions?.contains(position) ?? true {
      let found = lives(position, in: drawn)
      if found.count == mostLives(position) { continue }
      let allowed = allowed[position] ?? lives(position, in: graph)
      self.allowed[position] = allowed
      if !allowed.isSubset(of: found) { return false }
    }
    return true
  }

  /// The graph with other dates drawn.
  public mutating func next(using generator: inout SeededGenerator) -> DiplomaticGraph {
    var draw = DateDraw(window: window, offset: graph.defaultOffset, generator: generator)
    defer { generator = draw.generator }
    var next = openEntities.makeIterator()
    let drawable = drawable
    var drawn = graph.changing(
      entities: openEntities, { draw.drawn($0, next.next().flatMap { drawable[$0] }) },
      statements: openStatements, { draw.drawn($0) })
    for (position, together) in open {
      let found = lives(position, in: drawn)
      // Most often nothing is missing, and it need not be asked what could be there.
      if found.count == mostLives(position) { continue }
      let allowed = allowed[position] ?? lives(position, in: graph)
      self.allowed[position] = allowed
      for _ in 0..<Self.mostDraws where !allowed.isSubset(of: lives(position, in: drawn)) {
        for other in together {
          drawn.replace(at: other, with: draw.drawn(graph.entities[other], drawable[other]))
        }
      }
    }
    if let ordered {
      let dates = ordered.dates(firstTrying: drawn, { draw.drawn($0) }) { dates in
        mayBeDrawn(drawn.dating(dates), at: Set(dates.keys.compactMap(\.entity)))
      }
      drawn = drawn.dating(dates)
    }
    return drawn
  }

  /// Under which readings an agreement was ever in force, and which of the actors that acceded ever took part.
  private func lives(_ position: Int, in graph: DiplomaticGraph) -> Set<Life> {
    var found: Set<Life> = []
    let entity = graph.entities[position]
    let isVaried = entity.life.map { AgreementCourses.varies($0, entity, graph) } ?? false
    for (reading, choice) in readings {
      if !isVaried, let first = readings.first?.reading, reading != first {
        // What is so under one reading is so under all.
        found.formUnion(found.filter { $0.reading == first }.map { Life(reading: reading, actor: $0.actor) })
        continue
      }
      var choices = [
        AgreementCourses.Choice(
          reading: reading, linked: LinkedEndings { $0.modality == .actual && choice.includes($0) })
      ]
      guard let courses = AgreementCourses(of: position, in: graph, &choices) else { continue }
      if courses.course.isPossible { found.insert(Life(reading: reading, actor: nil)) }
      for actor in joining(position) where courses.course(of: actor).isPossible {
        found.insert(Life(reading: reading, actor: actor))
      }
    }
    return found
  }

  private func joining(_ position: Int) -> Set<EntityID> {
    Set((graph.entities[position].life?.acts ?? []).filter(\.kind.isJoining).flatMap(\.by))
  }

  /// How many lives ``lives(_:in:)`` has at most.
  private func mostLives(_ position: Int) -> Int { readings.count * (1 + joining(position).count) }
}

extension DiplomaticGraph {
  /// The agreements that end another one: those that supersede it, and that with which it ends.
  fileprivate func ends(of position: Int) -> [Int] {
    let id = entities[position].id
    let superseding = statements(about: id).filter { $0.role == .supersedes && $0.object == id }.map(
      \.subject)
    let linked = (entities[position].life?.terms ?? []).compactMap(\.endsWith)
    if superseding.isEmpty && linked.isEmpty { return [] }
    return Set((superseding + linked).compactMap { self.position(of: $0) }).subtracting([position]).sorted()
  }
}

extension AgreementLife {
  /// Whether, for all that a glance at its dates says, it may be over before it begins, or a member's part in it.
  ///
  /// Terms alone end no agreement before it begins, and acts that end it are in order with the others.
  fileprivate var canBeEmpty: Bool {
    let starting: Set<Act.Kind> = [
      .signature, .entryIntoForce, .ratification, .deposit, .provisionalApplication, .accession, .succession,
    ]
    let ending: Set<Act.Kind> = [.denunciation, .withdrawal, .breach]
    let starts = acts.filter { starting.contains($0.kind) }
    if starts.contains(where: { $0.kind.isJoining }), !terms.allSatisfy(\.isEmpty) { return true }
    let last = starts.map(\.days.upperBound).max() ?? .first
    return acts.contains { ending.contains($0.kind) && $0.days.lowerBound <= last }
  }

  /// Whether its dates leave open whether it was ever in force.
  fileprivate var leavesOrderOpen: Bool {
    statedInForce.isEmpty
      && (acts.contains { !($0.date?.isSettled ?? true) || !($0.until?.isSettled ?? true) }
        || terms.contains { !($0.until?.isSettled ?? true) })
  }
}

extension HistoricalDate? {
  /// Whether drawing it asks chance for nothing.
  fileprivate var isFixed: Bool { map { $0.isSettled && $0.shape != .oneOf } ?? true }
}

extension Statement {
  /// Whether chance decides anything of it when dates are drawn.
  fileprivate var leavesOpen: Bool { !when.isFixed || attestation.secret != nil }
}

extension Entity {
  /// The same of an entity, whose life is drawn in the bounds that its orders leave.
  fileprivate func leavesOpen(_ drawable: DrawableLife?) -> Bool {
    if !when.isFixed || attestation.secret != nil { return true }
    if existence.contains(where: { !Optional($0.date).isFixed || $0.attestation.secret != nil }) {
      return true
    }
    guard let life else { return false }
    return drawable?.life != life || !life.reservations.isEmpty
      || life.acts.contains { !$0.date.isFixed || !$0.until.isFixed || $0.attestation.secret != nil }
      || life.terms.contains { !$0.until.isFixed || $0.attestation.secret != nil }
      || life.statedInForce.contains { !$0.date.isFixed || $0.attestation.secret != nil }
  }
}

/// A life whose dates are those that the orders among its acts leave.
struct DrawableLife {
  let life: AgreementLife
  let orders: ActOrders

  init(_ written: AgreementLife) {
    // With several terms, which of them counts depends on the reading.
    let orders = ActOrders(written.acts, until: written.terms.count == 1 ? written.terms[0].until : nil)
    self.orders = orders
    var life = written
    for (variable, place) in orders.places.enumerated() {
      let narrowed: (HistoricalDate) -> HistoricalDate = { orders.narrowed($0, at: variable) }
      switch place {
      case .date(let index): life.acts[index].date = life.acts[index].date.map(narrowed)
      case .until(let index): life.acts[index].until = life.acts[index].until.map(narrowed)
      case .term: life.terms[0].until = life.terms[0].until.map(narrowed)
      }
    }
    self.life = life
  }
}

/// Draws the dates of one graph after the other.
struct DateDraw {
  let window: ClosedRange<Moment>?
  let offset: UTCOffset?
  var generator: SeededGenerator

  mutating func drawn(_ date: HistoricalDate?) -> HistoricalDate? {
    date?.drawn(within: window, offset: offset, using: &generator)
  }

  mutating func drawn(_ entity: Entity, _ life: DrawableLife?) -> Entity {
    var entity = entity
    entity.when = drawn(entity.when)
    for index in entity.existence.indices {
      entity.existence[index].date = entity.existence[index].date.drawn(
        within: window, offset: offset, using: &generator)
      entity.existence[index].attestation = drawn(entity.existence[index].attestation)
    }
    entity.attestation = drawn(entity.attestation)
    if let life { entity.life = drawn(life) }
    return entity
  }

  /// So often the dates of a life are drawn together until they are in order; a rarer order is given up.
  private static let mostDraws = 10_000

  private mutating func drawn(_ drawable: DrawableLife) -> AgreementLife {
    var life = drawable.life
    for _ in 0..<Self.mostDraws {
      for index in life.acts.indices {
        life.acts[index].date = drawn(drawable.life.acts[index].date)
        life.acts[index].until = drawn(drawable.life.acts[index].until)
      }
      for index in life.terms.indices { life.terms[index].until = drawn(drawable.life.terms[index].until) }
      if drawable.orders.allow(life) { break }
    }
    for index in life.acts.indices { life.acts[index].attestation = drawn(life.acts[index].attestation) }
    for index in life.terms.indices { life.terms[index].attestation = drawn(life.terms[index].attestation) }
    for index in life.reservations.indices {
      life.reservations[index].date = drawn(life.reservations[index].date)
      life.reservations[index].withdrawn = drawn(life.reservations[index].withdrawn)
      for objection in life.reservations[index].objections.indices {
        life.reservations[index].objections[objection].date = drawn(
          life.reservations[index].objections[objection].date)
      }
      life.reservations[index].attestation = drawn(life.reservations[index].attestation)
    }
    for index in life.statedInForce.indices {
      life.statedInForce[index].date = drawn(life.statedInForce[index].date)
      life.statedInForce[index].attestation = drawn(life.statedInForce[index].attestation)
    }
    return life
  }

  mutating func drawn(_ statement: Statement) -> Statement {
    var statement = statement
    statement.when = drawn(statement.when)
    statement.attestation = drawn(statement.attestation)
    return statement
  }

  private mutating func drawn(_ attestation: Attestation) -> Attestation {
    guard let secret = attestation.secret else { return attestation }
    var attestation = attestation
    attestation.secret = secret.dating { drawn($0) ?? $0 }
    return attestation
  }
}
