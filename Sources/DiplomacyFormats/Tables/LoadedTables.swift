import Diplomacy

/// What the tables of a graph file say.
struct LoadedTables {
  let entities: TableEntities
  let made: [Entity]
  let additions: [EntityID: Entity]
  let statements: [Statement]
  /// The names that these have.
  let names: StatementNames
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
      statements: graph.statements, names: graph.names, sources: graph.sources, readings: graph.readings,
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
}
