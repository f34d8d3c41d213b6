public import Chronology

/// A graph of diplomacy as a value: entities, statements, sources and readings, in their author's order.
///
/// Every entity has a position, `0 ..< entities.count`, that stays the same as long as the value is unchanged;
/// analyses and views work on positions.
public struct DiplomaticGraph: Sendable {
  /// What the graph is called.
  public var title: LocalizedText
  /// What it holds, in a sentence or two.
  public var summary: String?
  /// Who made it.
  public var authors: [String]
  /// The terms under which it may be used.
  public var license: String?
  /// The language of texts that name none, as a BCP 47 tag.
  public var language: String
  /// The offset of dates that have none.
  public var defaultOffset: UTCOffset?
  /// Whether networks of links lead from subject to object when nothing else is asked; so where another program's network
  /// says that it is directed.
  public var hasDirectedLinks = false
  /// What another program says of the graph besides, each name once, in order of the names.
  public var attributes: [Attribute] = []
  /// What is known of dates by other dates, besides the bounds of each, in the author's order.
  public var dateOrders: [DateOrder] = []
  /// How many entities the graph has of which this is what a view of one date needs; nil: it is whole. What may be listed of
  /// each life follows from it, so that both say the same.
  package var wholeEntityCount: Int?

  /// The sources, in order.
  public let sources: [Source]
  /// The readings, in order.
  public let readings: [Reading]
  /// The entities, in order: an entity's place here is its position.
  public private(set) var entities: [Entity]
  /// The statements, in order.
  public private(set) var statements: [Statement]

  private let sourcePositions: Positions<Source>
  private let readingPositions: Positions<Reading>
  private let entityPositions: Positions<Entity>
  private let statementPositions: Positions<Statement>

  /// The statements by the position of either end, as positions in `statements`, in CSR form.
  private let incidence: Incidence

  /// Makes a graph.
  ///
  /// Ids must be unique, and every statement must join entities of the graph; the readers of files report
  /// what breaks these rules before they get here.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  public init(
    title: LocalizedText, summary: String? = nil, authors: [String] = [], license: String? = nil,
    language: String = "en", defaultOffset: UTCOffset? = nil, sources: [Source] = [],
    readings: [Reading] = [],
    entities: [Entity], statements: [Statement]
  ) {
    self.title = title
    self.summary = summary
    self.authors = authors
    self.license = license
    self.language = language
    self.defaultOffset = defaultOffset
    self.sources = sources
    self.readings = readings
    self.entities = entities
    self.statements = statements
    sourcePositions = Positions(of: sources, "source")
    readingPositions = Positions(of: readings, "reading")
    statementPositions = Positions(of: statements, "statement")
    let positions = Positions(of: entities, "entity", keepsIDs: true)
    entityPositions = positions
    func position(_ id: EntityID) -> Int {
      guard let position = positions.position(of: id, in: entities) else {
        preconditionFailure("A statement names '\(id)', which is not an entity of the graph.")
      }
      return position
    }
    incidence = Incidence(
      entityCount: entities.count, ends: statements.lazy.map { (position($0.subject), position($0.object)) },
      statements.count)
  }

  /// The same graph with other things said of its entities and statements, all of which keep their ids and ends.
  package func changing(
    _ entity: (Entity) -> Entity, _ statement: (Statement) -> Statement = { $0 }
  ) -> DiplomaticGraph {
    var graph = self
    graph.entities = entities.map(entity)
    graph.statements = statements.map(statement)
    return graph
  }

  /// The same graph with other things said of some entities and statements, all of which keep their ids and ends.
  func changing(
    entities positions: [Int], _ entity: (Entity) -> Entity, statements indices: [Int],
    _ statement: (Statement) -> Statement
  ) -> DiplomaticGraph {
    var graph = self
    for position in positions { graph.entities[position] = entity(entities[position]) }
    for index in indices { graph.statements[index] = statement(statements[index]) }
    return graph
  }

  /// The same graph with other dates at some places.
  package func dating(_ dates: [DateSlot: HistoricalDate]) -> DiplomaticGraph {
    var graph = self
    for (slot, date) in dates {
      if case .statement(let index) = slot {
        graph.statements[index].when = date
      } else if let position = slot.entity {
        graph.entities[position].set(date, at: slot)
      }
    }
    return graph
  }

  /// Puts another entity with the same id in the place of one.
  mutating func replace(at position: Int, with entity: Entity) { entities[position] = entity }

  // MARK: Looking up

  /// The entity with an id, or nil.
  /// - Complexity: O(1).
  public subscript(id: EntityID) -> Entity? { position(of: id).map { entities[$0] } }

  /// The source with an id, or nil.
  /// - Complexity: O(1).
  public subscript(id: SourceID) -> Source? {
    sourcePositions.position(of: id, in: sources).map { sources[$0] }
  }

  /// The reading with an id, or nil.
  /// - Complexity: O(1).
  public subscript(id: ReadingID) -> Reading? {
    readingPositions.position(of: id, in: readings).map { readings[$0] }
  }

  /// The statement with an id, or nil.
  /// - Complexity: O(1).
  public func statement(_ id: StatementID) -> Statement? {
    statementPositions.position(of: id, in: statements).map { statements[$0] }
  }

  /// The position of an entity, or nil.
  /// - Complexity: O(1).
  public func position(of id: EntityID) -> Int? { entityPositions.position(of: id, in: entities) }

  /// The entities of a category, in order.
  public func entities(_ category: Category) -> [Entity] { entities.filter { $0.category == category } }

  /// The statements that have an entity at either end, in order.
  /// - Complexity: O(*k*); *k* statements found.
  public func statements(about id: EntityID) -> [Statement] {
    guard let position = position(of: id) else { return [] }
    return incidence.statements(at: position).map { statements[Int($0)] }
  }

  /// The positions of the statements that have an entity at either end, in order.
  /// - Complexity: O(*k*); *k* statements found.
  public func positionsOfStatements(about id: EntityID) -> [Int] {
    position(of: id).map { incidence.statements(at: $0).map(Int.init) } ?? []
  }

  /// The positions of the statements that have the entity at a position at either end, in order.
  func statements(atPosition position: Int) -> ArraySlice<Int32> { incidence.statements(at: position) }

  /// The name of an entity in the graph's language, or the id where there is no such entity.
  public func label(of id: EntityID) -> String { self[id]?.label(in: language) ?? id.rawValue }

  // MARK: Readings

  /// The reading taken when none is chosen: the one marked so, or those of several questions together; nil for all at once.
  public var defaultReading: ReadingID? {
    let defaults = readings.filter(\.isDefault).map(\.id)
    return defaults.isEmpty ? nil : .combining(defaults)
  }

  /// The assertions that hold under a reading and those it extends, or under any of several that are taken together
  /// (``ReadingID/combining(_:)``); nil chooses every reading at once.
  public func choice(of reading: ReadingID?) -> ReadingChoice {
    guard let reading else { return .every }
    var accepted: Set<ReadingID> = []
    let named = readings(of: reading).map(\.id)
    for id in named.isEmpty ? [reading] : named {
      var next = id
      while accepted.insert(next).inserted, let parent = self[next]?.extends { next = parent }
    }
    return ReadingChoice(accepted: accepted)
  }
}

/// The statements at each entity, in CSR form.
private struct Incidence: Sendable {
  private let offsets: [Int32]
  private let members: [Int32]

  init(entityCount: Int, ends given: some Sequence<(Int, Int)>, _ count: Int) {
    var offsets = [Int32](repeating: 0, count: entityCount + 1)
    var ends: [(subject: Int32, object: Int32)] = []
    ends.reserveCapacity(count)
    for (subject, object) in given {
      ends.append((Int32(subject), Int32(object)))
      offsets[subject + 1] += 1
      if object != subject { offsets[object + 1] += 1 }
    }
    for position in 0..<entityCount { offsets[position + 1] += offsets[position] }
    var next = offsets
    var members = [Int32](repeating: 0, count: Int(offsets[entityCount]))
    for (index, (subject, object)) in ends.enumerated() {
      members[Int(next[Int(subject)])] = Int32(index)
      next[Int(subject)] += 1
      guard object != subject else { continue }
      members[Int(next[Int(object)])] = Int32(index)
      next[Int(object)] += 1
    }
    self.offsets = offsets
    self.members = members
  }

  func statements(at position: Int) -> ArraySlice<Int32> {
    members[Int(offsets[position])..<Int(offsets[position + 1])]
  }
}
