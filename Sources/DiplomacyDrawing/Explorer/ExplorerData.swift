import Chronology
import Diplomacy
import DiplomacyFormats

/// The data of a page: its shape is in Documentation/Explorer.md.
///
/// Values that differ between readings stand in a list: first that of all readings together, then one for each reading in
/// order; one value alone holds under all.
struct ExplorerData {
  let explorer: Explorer
  let graph: DiplomaticGraph
  /// The readings that the page has: those of the graph, and the combination that the view takes, if it takes one.
  let readings: [Reading]
  /// The graph under all readings together and under each of them, at all times and known to all.
  let views: [GraphView]
  /// Which entities and statements the page has, by their positions.
  let entities, statements: [Int]
  /// The number that an entity has in the page.
  let numbers: [EntityID: Int]

  init(_ explorer: Explorer) {
    self.explorer = explorer
    let graph = explorer.view.graph
    self.graph = graph
    var options = explorer.view.options
    (options.at, options.knownTo, options.successors) = (nil, nil, .apart)
    let combined = options.reading.flatMap { id in
      graph[id] == nil
        ? Reading(
          id: id,
          title: LocalizedText(graph.title(of: id, in: explorer.language), language: explorer.language)
        ) : nil
    }
    readings = graph.readings + [combined].compactMap(\.self)
    views = ([nil] + readings.map(\.id)).map { reading in
      options.reading = reading
      return GraphView(graph, options)
    }
    let (all, isThere) = (views[0], views[0].entityAnswers.map { $0 != .no })
    entities = isThere.indices.filter { isThere[$0] }
    statements = graph.statements.indices.filter { all.statementAnswers[$0] != .no }
    numbers = Dictionary(
      entities.enumerated().map { (graph.entities[$1].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// All of it.
  var json: JSONValue {
    var pool = ExplorerPool(offset: graph.defaultOffset)
    let entities = entities.map { entity(graph.entities[$0], &pool) }
    let statements = statements.map { statement(graph.statements[$0], &pool) }
    let sources = graph.sources.map { source($0, &pool) }
    let knowledge = ExplorerKnowledge(self).json(&pool)
    let options = explorer.view.options
    let senses = Modality.allCases.filter { options.modalities.contains($0) }
    return .object([
      "format": .integer(1), "title": text(graph.title), "summary": .optional(graph.summary),
      "authors": .array(graph.authors.map { .string($0) }), "license": .optional(graph.license),
      "graphLanguage": .string(graph.language), "language": .string(explorer.language),
      "offset": .integer(pool.offset.seconds), "opens": opening,
      "senses": .array(senses.map { .string($0.rawValue) }),
      "counted": .array(
        Modality.allCases.filter { options.counted.contains($0) }.map { .string($0.rawValue) }),
      "readings": .array(readings.map(reading)), "sources": .array(sources),
      "roles": .object([
        "participations": words(Role.participations), "attendances": words(Role.attendances),
        "ties": words(Role.ties),
      ]),
      "entities": .array(entities), "statements": .array(statements), "knowledge": knowledge,
      "dates": pool.dateTable, "times": pool.timeTable,
    ])
  }

  /// With what the page opens: the view's date, reading and knowledge, and where it names no reading the graph's own.
  private var opening: JSONValue {
    let options = explorer.view.options
    let day = options.at.map {
      Moment(seconds: $0.earliest.seconds).adding(seconds: Int64((graph.defaultOffset ?? .utc).seconds))
    }
    return compact([
      ("date", day.map { $0.isOpen ? .null : .integer(Int($0.day.number)) }),
      ("reading", (options.reading ?? graph.defaultReading).map { .string($0.rawValue) }),
      ("known", options.knownTo.flatMap { numbers[$0] }.map { .integer($0) }),
    ])
  }

  // MARK: Parts

  private func reading(_ reading: Reading) -> JSONValue {
    let accepted = graph.choice(of: reading.id).accepted ?? []
    return compact([
      ("id", .string(reading.id.rawValue)), ("title", text(reading.title)),
      ("note", reading.note.map { .string($0) }),
      ("takes", .array(graph.readings.map(\.id).filter(accepted.contains).map { .string($0.rawValue) })),
    ])
  }

  private func source(_ source: Source, _ pool: inout ExplorerPool) -> JSONValue {
    compact([
      ("id", .string(source.id.rawValue)), ("title", text(source.title)),
      ("kind", source.kind.map { .string($0) }), ("author", source.author.map { .string($0) }),
      ("date", source.date.map { pool.json($0) }), ("url", source.url.map { .string($0) }),
      ("publisher", source.publisher.map { .string($0) }), ("in", source.quotedIn.map(citation)),
      ("note", source.note.map { .string($0) }),
    ])
  }

  private func entity(_ entity: Entity, _ pool: inout ExplorerPool) -> JSONValue {
    let lives = ExplorerLives(data: self)
    return compact(
      [
        ("id", .string(entity.id.rawValue)), ("is", .string(entity.category.rawValue)),
        ("kind", .string(entity.kind.name)), ("name", text(entity.name)),
        ("short", entity.shortName.map(text)),
        ("when", entity.when.map { pool.json($0) }),
        (
          "existence",
          list(
            views[0].viewed(entity).existence.map { part in
              compact([
                ("when", pool.json(part.date)),
                ("as", part.condition == .independent ? nil : .string(part.condition.rawValue)),
                ("how", attestation(part.attestation, &pool)),
              ])
            })
        ),
        ("times", varied(views.map { pool.json($0.presence(of: entity)) })),
        ("how", attestation(entity.attestation, &pool)),
        (
          "deeds",
          list(
            entity.deeds.filter { views[0].sees($0.attestation) }.map { deed in
              compact([
                ("effect", .string(deed.effect.rawValue)), ("of", .string(deed.obligation.rawValue)),
                ("how", attestation(deed.attestation, &pool)),
              ])
            })
        ),
        (
          "registers",
          list(entity.identifiers.map { .array([.string($0.register), .string($0.value)]) })
        ),
        (
          "at",
          explorer.positions[entity.id].map { position in
            .array([position.x, position.y].map { .number(($0 * 10).rounded() / 10) })
          }
        ),
      ] + lives.members(of: entity, &pool))
  }

  private func statement(_ statement: Statement, _ pool: inout ExplorerPool) -> JSONValue {
    compact([
      ("id", .string(statement.id.rawValue)), ("from", ref(statement.subject)),
      ("role", .string(statement.role.name)), ("to", ref(statement.object)),
      ("when", statement.when.map { pool.json($0) }), ("for", statement.onBehalfOf.map(ref)),
      ("office", statement.office.map(text)), ("weight", statement.weight.map { .number($0) }),
      ("times", varied(views.map { pool.json($0.spans(of: statement)) })),
      ("days", days(of: statement, &pool)), ("how", attestation(statement.attestation, &pool)),
    ])
  }

  /// The stretches of a date that is one of a set with gaps: a journey may cross on any of them.
  private func days(of statement: Statement, _ pool: inout ExplorerPool) -> JSONValue? {
    let each: [[Span]] = views.map { view in
      guard let date = view.momentaryDate(of: statement), date.shape == .oneOf else { return [] }
      let stretches = date.stretches
      guard stretches.count > 1 else { return [] }
      return stretches.map { stretch in
        let end = stretch.upperBound.adding(seconds: 1)
        return Span(
          earliestStart: stretch.lowerBound, latestStart: stretch.lowerBound, earliestEnd: end, latestEnd: end
        )
      }
    }
    return each.allSatisfy(\.isEmpty) ? nil : varied(each.map { $0.isEmpty ? .null : pool.json($0) })
  }

  // MARK: Small parts

  /// How an assertion is attested; nil where it is a plain fact without a source.
  func attestation(_ attestation: Attestation, _ pool: inout ExplorerPool) -> JSONValue? {
    func knowers(_ knowers: [Knowledge.Knower]) -> JSONValue? {
      list(knowers.map { .array([ref($0.actor), pool.json($0.since)]) })
    }
    let json = compact([
      ("sure", attestation.certainty.map { .string($0.rawValue) }),
      ("sense", attestation.modality == .actual ? nil : .string(attestation.modality.rawValue)),
      ("holder", attestation.holder.map(ref)), ("cites", list(attestation.citations.map(citation))),
      ("note", attestation.note.map { .string($0) }),
      ("readings", list(attestation.readings.map { .string($0.rawValue) })),
      (
        "secret",
        attestation.secret.map { secret in
          compact([
            ("known", knowers(secret.knownTo)), ("unknown", knowers(secret.unknownTo)),
            ("open", secret.disclosed.map { pool.json($0) }),
          ])
        }
      ),
    ])
    return json == .object([:]) ? nil : json
  }

  private func citation(_ citation: Citation) -> JSONValue {
    .array(
      [.string(citation.source.rawValue)] + (citation.locator.map { [.string($0)] } ?? []))
  }

  /// The number of an entity; of one that the page does not have, its id.
  func ref(_ id: EntityID) -> JSONValue { numbers[id].map { .integer($0) } ?? .string(id.rawValue) }

  /// A text: its languages and wordings by turns, in order.
  func text(_ text: LocalizedText) -> JSONValue {
    .array(text.wordings.flatMap { [.string($0.language), .string($0.text)] })
  }

  private func words(_ roles: [Role]) -> JSONValue { .array(roles.map { .string($0.name) }) }

  /// A list, or nil for an empty one.
  func list(_ values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .array(values) }

  /// A value for each view, or the one that all have.
  func varied(_ values: [JSONValue]) -> JSONValue {
    values.allSatisfy { $0 == values[0] } ? values[0] : .array(values)
  }

  /// An object of the members that have a value.
  func compact(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { key, value in value.map { JSONValue.Member(key: key, value: $0) } })
  }
}
