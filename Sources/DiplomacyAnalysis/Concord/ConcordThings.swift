import Chronology
import Diplomacy

/// One thing that is dated or described.
struct ConcordThing: Hashable {
  let topic: Topic
  /// Whose act, life, name or time it is; of a link its subject.
  let subject: EntityID
  /// Of a link its role and the other end.
  var role: Role?
  var object: EntityID?
  /// Of an act, who did it, in the order of their ids.
  var by: [EntityID] = []
}

/// What the readings of a graph say of each thing, gathered thing by thing.
struct ConcordThings: Sendable {
  /// An account and under which readings it is given; empty: under all.
  struct Entry: Sendable {
    let account: Account
    let readings: [ReadingID]
  }

  private(set) var things: [ConcordThing] = []
  private(set) var entries: [[Entry]] = []
  private var places: [ConcordThing: Int] = [:]
  private let graph: DiplomaticGraph
  private let wanted: Set<Topic>?
  /// For each entity the first of those that are said to be the same, by position; nil where all stand for themselves.
  private let first: [Int]?

  /// Gathers what is actually said.
  /// - Parameter topics: What is gathered; nil: all.
  /// - Complexity: O(*n* + *m*); *n* entities with their acts, *m* statements.
  init(_ graph: DiplomaticGraph, _ topics: Set<Topic>?) {
    self.graph = graph
    wanted = topics
    first = graph.firstOfTheSame
    for (position, entity) in graph.entities.enumerated() { add(entity, at: position) }
    var parties: [EntityID: [(party: EntityID, attestation: Attestation)]] = [:]
    for statement in graph.statements where statement.attestation.modality == .actual {
      var attestation = statement.attestation
      // What is said of an entity that is of some readings is of those.
      if attestation.readings.isEmpty {
        attestation.readings = graph[statement.object]?.attestation.readings ?? []
      }
      add(statement, attestation)
      if statement.role == .party {
        parties[one(statement.object), default: []].append((one(statement.subject), attestation))
      }
    }
    addParties(parties)
  }

  /// The entity that stands for all that are the same.
  func one(_ id: EntityID) -> EntityID {
    guard let first, let position = graph.position(of: id) else { return id }
    return graph.entities[first[position]].id
  }

  private mutating func add(
    _ thing: ConcordThing, _ value: Account.Value?, _ attestation: Attestation, backedBy home: [Citation] = []
  ) {
    guard let value, wanted?.contains(thing.topic) ?? true, attestation.modality == .actual else { return }
    let citations = attestation.citations.isEmpty ? home : attestation.citations
    let entry = Entry(
      account: Account(value: value, citations: citations), readings: attestation.readings)
    if let place = places[thing] {
      entries[place].append(entry)
    } else {
      places[thing] = things.count
      things.append(thing)
      entries.append([entry])
    }
  }

  /// Adds both ends of an interval; of any other date it is the beginning.
  private mutating func add(
    _ thing: (Topic) -> ConcordThing, _ topics: (from: Topic, until: Topic), _ date: HistoricalDate,
    _ attestation: Attestation, backedBy home: [Citation] = []
  ) {
    guard let start = date.start, let end = date.end else {
      return add(thing(topics.from), .date(date), attestation, backedBy: home)
    }
    add(thing(topics.from), Account.value(of: start), attestation, backedBy: home)
    add(thing(topics.until), Account.value(of: end), attestation, backedBy: home)
  }

  private mutating func add(_ entity: Entity, at position: Int) {
    let id = first.map { graph.entities[$0[position]].id } ?? entity.id
    let home = entity.attestation.citations
    let readings = entity.attestation.readings
    /// An assertion of an entity that itself is of some readings is of those.
    func owned(_ attestation: Attestation) -> Attestation {
      var attestation = attestation
      if attestation.readings.isEmpty { attestation.readings = readings }
      return attestation
    }
    func thing(_ topic: Topic) -> ConcordThing { ConcordThing(topic: topic, subject: id) }
    for act in entity.life?.acts ?? [] {
      let by = act.by.map(one).sorted()
      add(
        ConcordThing(topic: Topic(name: act.kind.name), subject: id, by: by), act.date.map { .date($0) },
        owned(act.attestation), backedBy: home)
    }
    for stated in entity.life?.statedInForce ?? [] {
      guard let date = stated.date else { continue }
      add(thing, (.inForceFrom, .inForceUntil), date, owned(stated.attestation), backedBy: home)
    }
    for period in entity.existence {
      add(thing, (.existsFrom, .existsUntil), period.date, owned(period.attestation), backedBy: home)
    }
    if let when = entity.when {
      if entity.category == .event {
        add(thing(.event), .date(when), entity.attestation)
      } else {
        add(thing, (.existsFrom, .existsUntil), when, entity.attestation)
      }
    }
    add(thing(.name), .text(entity.name.text(in: graph.language)), entity.attestation)
    add(thing(.kind), .text(entity.kind.name), entity.attestation)
  }

  private mutating func add(_ statement: Statement, _ attestation: Attestation) {
    guard let when = statement.when else { return }
    let isPart = Role.participations.contains(statement.role) || statement.role == .memberOf
    let (subject, object) = (one(statement.subject), one(statement.object))
    add(
      { ConcordThing(topic: $0, subject: subject, role: statement.role, object: object) },
      isPart ? (.memberFrom, .memberUntil) : (.linkFrom, .linkUntil), when, attestation)
  }

  /// Adds the parties of each agreement that are of all readings, and those of each reading with them.
  private mutating func addParties(
    _ parties: [EntityID: [(party: EntityID, attestation: Attestation)]]
  ) {
    guard wanted?.contains(.parties) ?? true else { return }
    for entity in graph.entities where entity.category == .agreement {
      guard let named = parties[entity.id] else { continue }
      for reading in graph.readings {
        let choice = graph.choice(of: reading.id)
        let own = named.filter { choice.includes($0.attestation) }
        guard own.contains(where: { !$0.attestation.readings.isEmpty }) else { continue }
        let ids = Set(own.map(\.party)).sorted()
        var citations: [Citation] = []
        for party in own where !party.attestation.readings.isEmpty {
          for citation in party.attestation.citations where !citations.contains(citation) {
            citations.append(citation)
          }
        }
        add(
          ConcordThing(topic: .parties, subject: entity.id), .entities(ids),
          Attestation(citations: citations, readings: [reading.id]))
      }
    }
  }
}

extension DiplomaticGraph {
  /// For each entity the first of those that are actually said to be the same, by position; nil where none is.
  fileprivate var firstOfTheSame: [Int]? {
    var parent: [Int]?
    func root(_ position: Int, _ parent: [Int]) -> Int {
      var position = position
      while parent[position] != position { position = parent[position] }
      return position
    }
    for statement in statements
    where statement.role == .sameAs && statement.attestation.modality == .actual {
      guard let subject = position(of: statement.subject), let object = position(of: statement.object) else {
        continue
      }
      var parents = parent ?? Array(entities.indices)
      parent = nil
      let (one, other) = (root(subject, parents), root(object, parents))
      parents[max(one, other)] = min(one, other)
      // Short ways for those who come after.
      parents[subject] = min(one, other)
      parents[object] = min(one, other)
      parent = parents
    }
    return parent.map { parents in parents.indices.map { root($0, parents) } }
  }
}
