import Diplomacy

/// Which statements of a graph stand in which entities of its file, and which in full.
struct PlacedLinks {
  /// The statements under the keys of each entity, by its position: by the place of the key among those of its category.
  private(set) var byEntity: [Int: [(key: Int, statement: Int)]] = [:]
  /// Those in full, in order.
  private(set) var inFull: [Int] = []
  /// Those whose ids must be written.
  private(set) var withIDs: Set<Int> = []
  /// The ids of all obligations.
  let obligations: Set<StatementID>

  /// The keys of each category, by role: with the entity at the one end, and at the other.
  private struct Keys {
    var own: [Role: Int] = [:]
    var listed: [Role: Int] = [:]
  }

  init(
    _ graph: DiplomaticGraph, _ entities: [Int], _ names: WrittenNames, _ order: GraphFile.StatementOrder
  ) {
    obligations = Set(graph.entities.flatMap { $0.life?.obligations ?? [] }.map(\.id))
    let keys = Dictionary(
      uniqueKeysWithValues: Category.allCases.map { category -> (Category, Keys) in
        var keys = Keys()
        for (number, link) in GraphFileKeys.links(category).enumerated() {
          if link.isReversed { keys.listed[link.role] = number } else { keys.own[link.role] = number }
        }
        return (category, keys)
      })
    var ranks = [Int](repeating: 0, count: graph.entities.count)
    for (rank, position) in entities.enumerated() { ranks[position] = rank }
    let places = graph.statements.map { statement -> [Place] in
      guard let subject = graph.position(of: statement.subject),
        let object = graph.position(of: statement.object),
        statement.role.fits(graph.entities[subject].category, graph.entities[object].category)
      else { return [] }
      let own = keys[graph.entities[subject].category]?.own[statement.role]
      let listed = keys[graph.entities[object].category]?.listed[statement.role]
      return [
        own.map { Place(rank: ranks[subject], entity: subject, key: $0) },
        listed.map { Place(rank: ranks[object], entity: object, key: $0) },
      ].compactMap(\.self)
    }
    switch order {
    case .kept: keepOrder(places)
    case .grouped: group(places)
    }
    nameStatements(graph, entities, names)
  }

  /// A key of an entity.
  private struct Place {
    let rank: Int
    let entity: Int
    let key: Int
  }

  /// As many statements as possible stand in entities so that they are read in their order; where that is the lesser part of
  /// those that could, none does.
  private mutating func keepOrder(_ places: [[Place]]) {
    var last = (rank: 0, key: 0)
    var end = 0
    while end < places.count {
      let next = places[end].filter { ($0.rank, $0.key) >= last }.min {
        ($0.rank, $0.key) < ($1.rank, $1.key)
      }
      guard let next else { break }
      byEntity[next.entity, default: []].append((next.key, end))
      last = (next.rank, next.key)
      end += 1
    }
    let left = places[end...].count { !$0.isEmpty }
    if left > end {
      byEntity = [:]
      end = 0
    }
    inFull = Array(end..<places.count)
  }

  private mutating func group(_ places: [[Place]]) {
    for (index, places) in places.enumerated() {
      // Those that an agreement or event lists stand there.
      guard let place = places.last else {
        inFull.append(index)
        continue
      }
      byEntity[place.entity, default: []].append((place.key, index))
    }
    for entity in byEntity.keys { byEntity[entity]?.sort { ($0.key, $0.statement) < ($1.key, $1.statement) } }
  }

  private static let mostPasses = 20

  /// Finds out which ids the reader would not give by itself.
  private mutating func nameStatements(_ graph: DiplomaticGraph, _ entities: [Int], _ names: WrittenNames) {
    let inOrder = entities.flatMap { (byEntity[$0] ?? []).map(\.statement) } + inFull
    var taken = names.declared
    var hasChanged = true
    var passes = 0
    while hasChanged {
      hasChanged = false
      passes += 1
      // Each id that is written may change the names of those after it; rather than that, all are.
      if passes > Self.mostPasses { return withIDs.formUnion(inOrder) }
      var given = StatementNames()
      for index in inOrder where !withIDs.contains(index) {
        let statement = graph.statements[index]
        let id = names.statement(statement.id)
        let name = given.name(statement.role, names[statement.subject], names[statement.object]) {
          taken.contains($0)
        }
        guard name != id else { continue }
        withIDs.insert(index)
        taken.insert(id)
        hasChanged = true
      }
    }
  }
}
