import Diplomacy

/// What the tables of a graph file say.
struct LoadedTables {
  let entities: TableEntities
  let made: [Entity]
  let additions: [EntityID: Entity]
  var statements: [Statement]
  let sources: [Source]
  let readings: [Reading]
  let oddities: TableOddities
  let isRefused: Bool
}

extension GraphFileReader {
  /// Reads the tables, if nothing is wrong with the file: once, however often the file is read.
  mutating func loadTables() {
    readRows()
    addRows()
  }

  private mutating func readRows() {
    guard !tables.isEmpty, loaded == nil, findings.diagnostics.isEmpty else { return }
    let known = declared.mapValues { what, _ -> Category? in
      if case .entity(let category) = what { category } else { nil }
    }
    var loader = TableLoader(TablePools(entities: TableEntities(declared: known)))
    loader.load(tables, open: opener.open)
    for (place, message) in loader.errors { findings.error(place, message) }
    guard findings.diagnostics.isEmpty else { return }
    var graph = TableGraph(loader, declared: known, language: language)
    let entities = loader.pools.entities
    graph.make()
    loaded = LoadedTables(
      entities: entities, made: graph.entities, additions: graph.additions,
      statements: graph.statements, sources: graph.sources, readings: graph.readings,
      oddities: graph.oddities, isRefused: graph.isRefused)
    if graph.isRefused {
      findings.error(
        tables.first?.place, "the tables hold what the mapping does not allow; the rows are told below.")
    }
    if readings.count + graph.readings.count > InputLimits.readings {
      findings.error(
        nil, InputLimits.tooMany("readings", in: "the graph", limit: InputLimits.readings))
    }
  }

  /// What the tables say, to be joined to what the file does.
  mutating func takeTables() -> LoadedTables {
    guard var loaded else {
      return LoadedTables(
        entities: TableEntities(declared: [:]), made: [], additions: [:], statements: [], sources: [],
        readings: [], oddities: TableOddities(), isRefused: false)
    }
    loaded.statements = named(loaded.statements)
    return loaded
  }

  /// Adds what rows say of the entities that the file declares itself.
  private mutating func addRows() {
    guard let additions = loaded?.additions, !additions.isEmpty else { return }
    for index in entities.indices {
      guard let more = additions[entities[index].id] else { continue }
      entities[index].life?.acts += more.life?.acts ?? []
      entities[index].life?.statedInForce += more.life?.statedInForce ?? []
      if entities[index].life?.terms.isEmpty == true { entities[index].life?.terms = more.life?.terms ?? [] }
      if entities[index].when == nil, entities[index].existence.isEmpty {
        (entities[index].when, entities[index].existence) = (more.when, more.existence)
      }
      let (identifiers, attributes) = (entities[index].identifiers, entities[index].attributes)
      entities[index].identifiers += more.identifiers.filter { !identifiers.contains($0) }
      entities[index].attributes += more.attributes.filter { own in
        !attributes.contains { $0.name == own.name }
      }
    }
  }

  /// The statements with ids that nobody has.
  private func named(_ statements: [Statement]) -> [Statement] {
    var names = StatementNames()
    let own = Set(self.statements.map(\.statement.id.rawValue))
    func isTaken(_ name: String) -> Bool { declared[name] != nil || own.contains(name) }
    return statements.map { statement in
      let (role, subject, object) = (
        statement.role.name, statement.subject.rawValue, statement.object.rawValue
      )
      let isShort = role.utf8.count + subject.utf8.count + object.utf8.count <= 400
      let name =
        isShort
        ? names.unique(role + "." + subject + "." + object, isTaken: isTaken)
        : names.name(statement.role, subject, object, isTaken: isTaken)
      return statement.named(StatementID(name))
    }
  }
}
