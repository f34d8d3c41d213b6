import Chronology
import Diplomacy

/// The graph of all that was read.
extension TEIOwnReader {
  mutating func graph(_ findings: inout ImportFindings) -> DiplomaticGraph {
    let sources = sources(&findings)
    let entities = orderedEntities(&findings)
    let known = Set(entities.map(\.id))
    let statements = statements(among: known, &findings)
    let readings = readings(&findings)
    var graph = DiplomaticGraph(
      title: text(title, orElse: "Untitled"), summary: summary, authors: authors, license: license,
      language: language, defaultOffset: offset, sources: sources, readings: readings, entities: entities,
      statements: statements)
    graph.hasDirectedLinks = hasDirectedLinks
    graph.attributes = Self.unique(attributes)
    if !orders.isEmpty {
      let places = Dictionary(
        uniqueKeysWithValues: graph.statements.enumerated().map { ($1.id.rawValue, $0) })
      graph.dateOrders = orders.compactMap { order($0, in: graph, places, &findings) }
    }
    tellAbsent(known, &findings)
    return graph
  }

  /// Tells what is pointed to and is not in the file.
  private func tellAbsent(_ known: Set<EntityID>, _ findings: inout ImportFindings) {
    var told: Set<EntityID> = []
    for (id, place) in mentioned where !known.contains(id) && told.insert(id).inserted {
      findings.error(place, "found a pointer to '\(Node.shortened(id.rawValue))', which is not in the file.")
    }
  }

  private mutating func orderedEntities(_ findings: inout ImportFindings) -> [Entity] {
    var places: [EntityID: Diagnostic.Place] = [:]
    var unique: [(number: Int?, entity: Entity, place: Diagnostic.Place)] = []
    for found in entities {
      if let first = places[found.entity.id] {
        findings.error(
          found.place,
          "two elements have the xml:id '\(Node.shortened(found.entity.id.rawValue))'; the first is on line \(first.line)."
        )
        continue
      }
      places[found.entity.id] = found.place
      unique.append(found)
    }
    entities = []
    // A stable order: those without a number stand where they are.
    let order = unique.indices.sorted {
      (unique[$0].number ?? $0 + 1, $0) < (unique[$1].number ?? $1 + 1, $1)
    }
    return order.map { unique[$0].entity }
  }

  private mutating func statements(
    among known: Set<EntityID>, _ findings: inout ImportFindings
  ) -> [Statement] {
    var ids: Set<StatementID> = []
    var kept: [Statement] = []
    kept.reserveCapacity(statements.count)
    for (statement, place) in statements {
      guard ids.insert(statement.id).inserted else {
        findings.error(
          place, "two relations have the xml:id '\(Node.shortened(statement.id.rawValue))'; expected one.")
        continue
      }
      if known.contains(statement.subject), known.contains(statement.object) { kept.append(statement) }
    }
    statements = []
    return kept
  }

  private func readings(_ findings: inout ImportFindings) -> [Reading] {
    var ids: Set<ReadingID> = []
    var kept: [Reading] = []
    for (reading, place) in readings {
      if ids.insert(reading.id).inserted {
        kept.append(reading)
      } else {
        findings.error(
          place, "two readings have the xml:id '\(Node.shortened(reading.id.rawValue))'; expected one.")
      }
    }
    if kept.count > InputLimits.readings {
      findings.error(nil, InputLimits.tooMany("readings", in: "the file", limit: InputLimits.readings))
    }
    return kept
  }

  private func sources(_ findings: inout ImportFindings) -> [Source] {
    var ids: Set<SourceID> = []
    var sources: [Source] = []
    for node in bibliography {
      guard let id = node["xml:id"].map({ SourceID(TEIWord.readName($0)) }) else { continue }
      guard ids.insert(id).inserted else {
        findings.error(
          node.place, "two sources have the xml:id '\(Node.shortened(id.rawValue))'; expected one.")
        continue
      }
      var source = Source(
        id: id, title: text(wordings(of: node.children("title")), orElse: id.rawValue),
        kind: node.attributes["type"].map(TEIWord.read), author: node.first("author")?.text,
        language: node.first("textLang")?.text, publisher: node.first("publisher")?.text,
        note: node.first("note")?.text)
      source.date = node.first("date").flatMap { dated($0, &findings) }
      source.url =
        node.first("ptr")?["target"] ?? node.children("idno").first { $0["type"] == "address" }?.text
      let quoted = node.children("ref").first { $0["type"] == "quoted-in" }?.pointers("target").first
      source.quotedIn = quoted.map {
        citations[String($0.dropFirst())] ?? Citation(source: SourceID(Self.id(in: $0)))
      }
      sources.append(source)
    }
    return sources
  }

  // MARK: Orders of dates

  private func order(
    _ node: TEINode, in graph: DiplomaticGraph, _ statements: [String: Int],
    _ findings: inout ImportFindings
  ) -> DateOrder? {
    let slots = node.children("ref").compactMap { slot($0, in: graph, statements) }
    let period = node.first("date")?["dur-iso"].flatMap { try? Period($0) }
    let relation: DateOrder.Relation? =
      switch node["n"] {
      case "after": .after
      case "before": .before
      case "within": period.map { .within($0) }
      case "exactly": period.map { .exactly($0) }
      default: nil
      }
    guard slots.count == 2, let relation else {
      findings.leftOut(node.place, "this order of two dates cannot be read.")
      return nil
    }
    return DateOrder(slots[0], relation, slots[1])
  }

  private func slot(
    _ node: TEINode, in graph: DiplomaticGraph, _ statements: [String: Int]
  ) -> DateSlot? {
    guard let id = node.pointers("target").first.map(Self.id(in:)), let type = node["type"] else {
      return nil
    }
    let number = (node["n"].flatMap { Int($0) } ?? 1).subtractingReportingOverflow(1).partialValue
    if type == "statement" { return statements[id].map { .statement($0) } }
    guard let position = graph.position(of: EntityID(id)) else { return nil }
    let slot: DateSlot? =
      switch type {
      case "entity": .entity(position)
      case "existence": .existence(position, period: number)
      case "act": .act(position, number: number)
      case "act-end": .actEnd(position, number: number)
      case "terms": .terms(position, number: number)
      case "in-force": .inForce(position, number: number)
      default: nil
      }
    return slot.flatMap { graph.dateSlots(of: position).contains($0) ? $0 : nil }
  }
}
