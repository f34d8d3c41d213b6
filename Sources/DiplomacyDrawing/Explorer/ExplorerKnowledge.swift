import Chronology
import Diplomacy
import DiplomacyFormats

/// Who knew of what and since when, as the page has it.
///
/// A standpoint is what one actor knows under one reading: for each secret thing the grounds on which it knows, and, where
/// parts of lives are secret, the times that follow from the parts known by a day. Actors who know alike share one.
struct ExplorerKnowledge {
  private let data: ExplorerData
  /// The secret entities and statements, by their numbers in the page.
  private let secretEntities, secretStatements: [Int]
  /// What is secret of all that lives of agreements follow from.
  private let secretParts: [GraphPart]

  init(_ data: ExplorerData) {
    self.data = data
    let graph = data.graph
    secretEntities = data.entities.indices.filter {
      graph.entities[data.entities[$0]].attestation.secret != nil
    }
    secretStatements = data.statements.indices.filter {
      graph.isSecretItself(.statement(graph.statements[data.statements[$0]].id))
    }
    // Chains of agreements that end with each other can be long, and are followed only where that can matter.
    let hasSecretParts =
      !secretStatements.isEmpty
      || graph.entities.contains { entity in
        entity.category == .agreement
          && (entity.attestation.secret != nil
            || Self.parts(of: entity).contains { graph.isSecretItself($0) })
      }
    var seen: Set<GraphPart> = []
    secretParts =
      !hasSecretParts
      ? []
      : data.entities.flatMap { position in
        Self.lifeParts(of: graph.entities[position], in: graph).filter {
          graph.isSecretItself($0) && seen.insert($0).inserted
        }
      }
  }

  /// What the life of an agreement is made of: its own parts, who its parties are and what takes its place, and the agreements
  /// that it ends with or that take its place, with their parts.
  private static func lifeParts(of agreement: Entity, in graph: DiplomaticGraph) -> [GraphPart] {
    guard agreement.life != nil else { return [] }
    let statements = graph.statements(about: agreement.id).filter {
      $0.object == agreement.id && ($0.role == .party || $0.role == .supersedes)
    }
    var related: [EntityID] = [agreement.id]
    var met: Set<EntityID> = [agreement.id]
    var next = 0
    while next < related.count {
      let terms = graph[related[next]]?.life?.terms ?? []
      next += 1
      for other in terms.compactMap(\.endsWith) where met.insert(other).inserted { related.append(other) }
    }
    related += statements.filter { $0.role == .supersedes }.map(\.subject)
    return statements.map { .statement($0.id) } + related.dropFirst().map { .entity($0) }
      + related.compactMap { graph[$0] }.flatMap(parts)
  }

  private static func parts(of agreement: Entity) -> [GraphPart] {
    guard let life = agreement.life else { return [] }
    return life.acts.indices.map { .act($0, of: agreement.id) }
      + life.terms.indices.map { .terms($0, of: agreement.id) }
      + life.statedInForce.indices.map { .inForce($0, of: agreement.id) }
  }

  /// The whole: null where nothing is secret.
  func json(_ pool: inout ExplorerPool) -> JSONValue {
    guard !(secretEntities.isEmpty && secretStatements.isEmpty && secretParts.isEmpty) else { return .null }
    var standpoints: [JSONValue] = []
    var numbers: [JSONValue: Int] = [:]
    let graph = data.graph
    let actors = data.entities.indices.filter { graph.entities[data.entities[$0]].category == .actor }
    let each: [JSONValue] = data.views.map { view in
      var lives: [[Int64]: JSONValue] = [:]
      return .array(
        actors.map { number in
          let standpoint = standpoint(
            of: graph.entities[data.entities[number]].id, in: view, &lives, &pool)
          let place = numbers[standpoint] ?? standpoints.count
          if place == standpoints.count {
            standpoints.append(standpoint)
            numbers[standpoint] = place
          }
          return .integer(place)
        })
    }
    return .object([
      "entities": .array(secretEntities.map { .integer($0) }),
      "statements": .array(secretStatements.map { .integer($0) }),
      "actors": .array(actors.map { .integer($0) }), "standpoints": .array(standpoints),
      "readings": .array(each),
    ])
  }

  private func standpoint(
    of actor: EntityID, in view: GraphView, _ lives: inout [[Int64]: JSONValue], _ pool: inout ExplorerPool
  ) -> JSONValue {
    let graph = data.graph
    let awareness = Awareness(of: actor, in: view)
    let entities = secretEntities.map { awareness.grounds(of: graph.entities[data.entities[$0]]) ?? [] }
    let statements = secretStatements.map {
      awareness.grounds(of: graph.statements[data.statements[$0]]) ?? []
    }
    let parts = secretParts.map { awareness.ownGrounds(of: $0) ?? [] }
    return data.compact([
      ("entities", .array(entities.map(json))), ("statements", .array(statements.map(json))),
      (
        "lives",
        shapesLives ? json(parts + entities + statements, of: actor, in: view, &lives, &pool) : nil
      ),
    ])
  }

  /// Whether lives depend on who knew of what: of a part of one, of a party, or of what ends another agreement.
  private var shapesLives: Bool {
    let graph = data.graph
    return !secretParts.isEmpty
      || secretStatements.contains { number in
        [.party, .supersedes].contains(graph.statements[data.statements[number]].role)
      }
      || secretEntities.contains { number in
        let id = graph.entities[data.entities[number]].id
        return graph.statements(about: id).contains { $0.role == .supersedes && $0.subject == id }
          || graph.entities.contains { $0.life?.terms.contains { $0.endsWith == id } ?? false }
      }
  }

  /// Grounds: from when at the earliest and at the latest, and whether it holds (0), may hold (1) or is a disclosure (2).
  private func json(_ grounds: [Awareness.Ground]) -> JSONValue {
    .array(
      grounds.map { ground in
        .array([
          ExplorerPool.json(ground.since.earliest),
          ground.since.latest == .distantFuture ? .string("?") : ExplorerPool.json(ground.since.latest),
          .integer(ground.isDisclosed ? 2 : ground.answer == .yes ? 0 : 1),
        ])
      })
  }

  /// The times that differ from those that everybody knows: at no date, and from each day on which a part comes to be known.
  private func json(
    _ parts: [[Awareness.Ground]], of actor: EntityID, in view: GraphView,
    _ lives: inout [[Int64]: JSONValue],
    _ pool: inout ExplorerPool
  ) -> JSONValue {
    // Actors who may know the same parts from the same days on see the same lives.
    let signature = parts.flatMap { grounds in
      grounds.flatMap {
        [
          $0.since.earliest.seconds, $0.since.latest.seconds, $0.isDisclosed ? 1 : 0,
          $0.answer == .yes ? 1 : 0,
        ]
      } + [.min, 2]
    }
    if let known = lives[signature] { return known }
    let offset = Int64(pool.offset.seconds)
    // What is perhaps known from one day on is surely known from another.
    let moments = parts.joined().flatMap {
      [$0.since.earliest, $0.since.latest, $0.since.latest.adding(seconds: 86_399)]
    }
    let days = Set(moments.filter { !$0.isOpen }.map { $0.adding(seconds: offset).day }).sorted()
    var options = view.options
    options.knownTo = actor
    var seen: [JSONValue] = [data.compact([("undated", changes(options, view, &pool))])]
    for (day, isFirst) in [(days.first ?? Day(number: 0)).adding(days: -1)].map({ ($0, true) })
      + days.map({ ($0, false) })
    {
      // A day of a year of more than four digits has no text of its own, and nobody knew of a secret then.
      guard let date = HistoricalDate(day, defaultOffset: pool.offset) else { continue }
      options.at = date
      seen.append(
        data.compact([
          ("day", isFirst ? .null : .integer(Int(day.number))), ("changes", changes(options, view, &pool)),
        ]))
    }
    lives[signature] = .array(seen)
    return .array(seen)
  }

  /// What the spans of entities and statements are as somebody knows them, where they are other than in the view.
  private func changes(_ options: ViewOptions, _ view: GraphView, _ pool: inout ExplorerPool) -> JSONValue? {
    let (known, graph) = (GraphView(data.graph, options), data.graph)
    func changed(_ count: Int, _ spans: (Int, GraphView) -> [Span]) -> JSONValue {
      .array(
        (0..<count).compactMap { number in
          let own = spans(number, known)
          return own == spans(number, view) ? nil : .array([.integer(number), pool.json(own)])
        })
    }
    return .object([
      "entities": changed(data.entities.count) { $1.presence(of: graph.entities[data.entities[$0]]) },
      "statements": changed(data.statements.count) { $1.spans(of: graph.statements[data.statements[$0]]) },
    ])
  }
}
