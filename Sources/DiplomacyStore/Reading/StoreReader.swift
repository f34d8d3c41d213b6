internal import Chronology
internal import Diplomacy
internal import GRDB

/// Reads a graph, or what a view of one date needs of it, from the tables of a store.
///
/// Nothing is taken on trust: what names something that is not there, stands in no order or is none of the words that may
/// stand there, makes the store a damaged one. So no file, whoever made it, leads to more work than its own size.
final class StoreReader {
  let database: Database
  /// The days of which all is read that possibly holds; nil: all.
  let days: ClosedRange<Int64>?

  private let dateQuery: StoreQuery
  private let attestationQuery: StoreQuery
  private let citationQuery: StoreQuery
  private let readingQuery: StoreQuery
  private let knowledgeQuery: StoreQuery
  private let knowledgeCitationQuery: StoreQuery

  private var dates: [Int: HistoricalDate] = [:]
  private var attestations: [Int: Attestation] = [:]
  private var readings: Set<ReadingID> = []
  private var sources: Set<SourceID> = []
  /// The ids of all entities that are read, by themselves.
  private var entityIDs: [EntityID: EntityID] = [:]

  /// Reads an open store.
  init(_ database: Database, days: ClosedRange<Int64>?) throws {
    self.database = database
    self.days = days
    func query(_ columns: String, _ table: String, _ key: String) throws -> StoreQuery {
      try StoreQuery(database, "SELECT \(columns) FROM \(table) WHERE \(key)", of: table)
    }
    dateQuery = try query(
      "text, is_lenient, calendar, new_year, \"offset\", circa", "dates", "number = ?")
    attestationQuery = try query(
      "certainty, modality, holder, note, citations, readings, is_secret", "attestations", "number = ?")
    citationQuery = try query("place, source, locator", "citations", "attestation = ? ORDER BY place")
    readingQuery = try query("place, reading", "attested_readings", "attestation = ? ORDER BY place")
    knowledgeQuery = try query(
      "place, kind, actor, date, depth, certainty, note", "knowledge", "attestation = ? ORDER BY place")
    knowledgeCitationQuery = try query(
      "place, source, locator", "knowledge_citations", "attestation = ? AND knowledge = ? ORDER BY place")
  }

  /// Reads the graph.
  /// - Throws: ``StoreFault``, or ``DatabaseError`` of a damaged file.
  func graph() throws -> DiplomaticGraph {
    let top = try StoreQuery(
      database,
      "SELECT language, summary, license, default_offset, directed_links, entities, statements FROM graph LIMIT 2",
      of: "graph")
    guard try top.next() else { throw StoreFault.damaged("the table 'graph' has no row") }
    let (language, summary, license) = (try top.text(0), try top.anyText(1), try top.anyText(2))
    let offset = try top.anyInt(3)
    if let offset, abs(offset) >= 86_400 {
      throw top.fault(3, "an offset of less than a day", found: "\(offset)")
    }
    let isDirected = try top.flag(4)
    let counts = (entities: try top.int(5), statements: try top.int(6))
    if try top.next() { throw StoreFault.damaged("the table 'graph' has more than one row") }
    let titles = try StoreTitles(database)
    try readIDs()
    let readings = try readReadings(titles)
    try readEntityIDs(upTo: counts.entities)
    let sources = try readSources(titles)
    let entities = try readEntities(upTo: counts.entities)
    let statements = try readStatements(entities, upTo: counts.statements)
    var graph = DiplomaticGraph(
      title: try titles.title(of: "graph", 0), summary: summary, authors: try readAuthors(), license: license,
      language: language, defaultOffset: offset.map { UTCOffset(seconds: $0) }, sources: sources,
      readings: readings, entities: entities.map(\.entity), statements: statements.map(\.statement))
    graph.hasDirectedLinks = isDirected
    graph.attributes = try readAttributes(of: "graph", 0)
    graph.dateOrders = try readOrders(
      of: graph, entities: entities.map(\.number), statements: statements.map(\.number), counts)
    if days != nil { graph.wholeEntityCount = counts.entities }
    return graph
  }

  private func readIDs() throws {
    let readings = try StoreQuery(database, "SELECT number, id FROM readings ORDER BY number", of: "readings")
    while try readings.next() {
      guard self.readings.insert(ReadingID(try readings.text(1))).inserted else {
        throw StoreFault.damaged("two readings have the id '\(try readings.text(1))'")
      }
    }
    let sources = try StoreQuery(database, "SELECT number, id FROM sources ORDER BY number", of: "sources")
    while try sources.next() {
      guard self.sources.insert(SourceID(try sources.text(1))).inserted else {
        throw StoreFault.damaged("two sources have the id '\(try sources.text(1))'")
      }
    }
  }

  /// Reads the ids of all entities, which others name; so that each is in memory once.
  private func readEntityIDs(upTo count: Int) throws {
    let query = try StoreQuery(database, "SELECT number, id FROM entities ORDER BY number", of: "entities")
    var number = 0
    while try query.next() {
      try expect(number, query)
      let id = EntityID(try query.text(1))
      guard entityIDs.updateValue(id, forKey: id) == nil else {
        throw StoreFault.damaged("two entities have the id '\(id)'")
      }
      number += 1
    }
    guard number == count else {
      throw StoreFault.damaged("it has \(number) entities, and says that it has \(count)")
    }
  }

  /// Checks that the first column has the number that is next.
  func expect(_ number: Int, _ query: StoreQuery) throws {
    guard try query.int(0) == number else {
      throw query.fault(0, "\(number)", found: String(try query.int(0)))
    }
  }

  private func readAuthors() throws -> [String] {
    let query = try StoreQuery(database, "SELECT place, name FROM authors ORDER BY place", of: "authors")
    return try list(query) { try query.text(1) }
  }

  /// Reads rows whose first column counts from 0.
  func list<Value>(_ query: StoreQuery, _ body: () throws -> Value) throws -> [Value] {
    var values: [Value] = []
    while try query.next() {
      try expect(values.count, query)
      values.append(try body())
    }
    return values
  }

  private func readReadings(_ titles: StoreTitles) throws -> [Reading] {
    let query = try StoreQuery(
      database, "SELECT number, id, extends, question, is_default, note FROM readings ORDER BY number",
      of: "readings")
    var number = 0
    return try list(query) {
      defer { number += 1 }
      return Reading(
        id: ReadingID(try query.text(1)), title: try titles.title(of: "reading", number),
        extends: try query.anyText(2).map { try reading($0) }, isDefault: try query.flag(4),
        question: try query.anyText(3), note: try query.anyText(5))
    }
  }

  private func readSources(_ titles: StoreTitles) throws -> [Source] {
    let query = try StoreQuery(
      database,
      """
      SELECT number, id, kind, author, date, language, url, publisher, quoted_in, quoted_locator, note
      FROM sources ORDER BY number
      """, of: "sources")
    var number = 0
    return try list(query) {
      defer { number += 1 }
      return Source(
        id: SourceID(try query.text(1)), title: try titles.title(of: "source", number),
        kind: try query.anyText(2),
        author: try query.anyText(3), date: try date(query.anyInt(4)), language: try query.anyText(5),
        url: try query.anyText(6), publisher: try query.anyText(7),
        quotedIn: try query.anyText(8).map {
          Citation(source: try source($0), locator: try query.anyText(9))
        },
        note: try query.anyText(10))
    }
  }

  // MARK: What is named

  /// The entity with an id.
  /// - Throws: ``StoreFault`` where there is none.
  func entity(_ text: String?) throws -> EntityID? {
    guard let text else { return nil }
    guard let id = entityIDs[EntityID(text)] else {
      throw StoreFault.damaged("something names '\(text)', which is no entity of it")
    }
    return id
  }

  private func reading(_ text: String) throws -> ReadingID {
    guard readings.contains(ReadingID(text)) else {
      throw StoreFault.damaged("something names '\(text)', which is no reading of it")
    }
    return ReadingID(text)
  }

  private func source(_ text: String) throws -> SourceID {
    guard sources.contains(SourceID(text)) else {
      throw StoreFault.damaged("something cites '\(text)', which is no source of it")
    }
    return SourceID(text)
  }

  // MARK: Dates

  /// The date with a number.
  func date(_ number: Int?) throws -> HistoricalDate? {
    guard let number else { return nil }
    if let known = dates[number] { return known }
    let query = dateQuery
    query.ask(Int64(number))
    guard try query.next() else {
      throw StoreFault.damaged("something has the date \(number), which is not there")
    }
    var style = DateStyle.gregorian
    if let calendar = try query.anyText(2) {
      guard calendar == "julian" else {
        throw query.fault(2, "'julian' or nothing", found: "'\(calendar.prefix(40))'")
      }
      style.calendar = .julian
    }
    if let start = try query.anyText(3) {
      guard let start = CalendarYearStart(start) else { throw query.fault(3, CalendarYearStart.choices) }
      style.yearStart = start
    }
    let offset = try query.anyInt(4)
    if let offset, abs(offset) >= 86_400 { throw query.fault(4, "an offset of less than a day") }
    let recipe = DateRecipe(
      try query.text(0), isLenient: try query.flag(1), style: style,
      offset: offset.map { UTCOffset(seconds: $0) },
      circa: try period(query, 5))
    do throws(DateTextError) {
      let date = try recipe.date()
      dates[number] = date
      return date
    } catch {
      throw StoreFault.damaged("a date of it cannot be read: \(error)")
    }
  }

  /// The date with a number, which must be given.
  func statedDate(_ query: StoreQuery, _ column: Int) throws -> HistoricalDate {
    guard let date = try date(query.anyInt(column)) else { throw query.fault(column, "the number of a date") }
    return date
  }

  func period(_ query: StoreQuery, _ column: Int) throws -> Period? {
    guard let text = try query.anyText(column) else { return nil }
    guard let period = try? Period(text) else {
      throw query.fault(column, "a duration such as 'P5Y'", found: "'\(text.prefix(40))'")
    }
    return period
  }

  // MARK: Attestation

  /// The attestation with a number; a plain fact where there is none.
  func attestation(_ number: Int?) throws -> Attestation {
    guard let number else { return Attestation() }
    if let known = attestations[number] { return known }
    let query = attestationQuery
    query.ask(Int64(number))
    guard try query.next() else {
      throw StoreFault.damaged("something has the attestation \(number), which is not there")
    }
    var attestation = Attestation(
      certainty: try query.anyWord(0), modality: try query.word(1), holder: try entity(query.anyText(2)),
      note: try query.anyText(3))
    let (citations, readings, isSecret) = (try query.int(4), try query.int(5), try query.flag(6))
    if citations > 0 {
      citationQuery.ask(Int64(number))
      attestation.citations = try self.citations(citationQuery)
    }
    if readings > 0 {
      readingQuery.ask(Int64(number))
      attestation.readings = try list(readingQuery) { try reading(readingQuery.text(1)) }
    }
    guard attestation.citations.count == citations, attestation.readings.count == readings else {
      throw StoreFault.damaged("the attestation \(number) has not as many citations or readings as it says")
    }
    if isSecret { attestation.secret = try secret(number) }
    attestations[number] = attestation
    return attestation
  }

  private func citations(_ query: StoreQuery) throws -> [Citation] {
    try list(query) { Citation(source: try source(query.text(1)), locator: try query.anyText(2)) }
  }

  private func secret(_ number: Int) throws -> Knowledge {
    var (knownTo, unknownTo): ([Knowledge.Knower], [Knowledge.Knower]) = ([], [])
    var disclosures: [Knowledge.Disclosure] = []
    let query = knowledgeQuery
    query.ask(Int64(number))
    var place = 0
    while try query.next() {
      try expect(place, query)
      knowledgeCitationQuery.ask(Int64(number), Int64(place))
      let citations = try citations(knowledgeCitationQuery)
      let kind = try query.text(1)
      let (depth, certainty): (Knowledge.Depth?, Certainty?) = (try query.anyWord(4), try query.anyWord(5))
      switch kind {
      case "known-to", "unknown-to":
        guard let actor = try entity(query.anyText(2)) else { throw query.fault(2, "the id of an actor") }
        let knower = Knowledge.Knower(
          actor: actor, since: try date(query.anyInt(3)), depth: depth, certainty: certainty,
          note: try query.anyText(6), citations: citations)
        if kind == "known-to" { knownTo.append(knower) } else { unknownTo.append(knower) }
      case "disclosed":
        disclosures.append(
          Knowledge.Disclosure(
            when: try statedDate(query, 3), depth: depth, certainty: certainty, note: try query.anyText(6),
            citations: citations))
      default: throw query.fault(1, "'known-to', 'unknown-to' or 'disclosed'", found: "'\(kind.prefix(40))'")
      }
      place += 1
    }
    return Knowledge(knownTo: knownTo, unknownTo: unknownTo, disclosures: disclosures)
  }

  // MARK: Attributes

  /// The attributes of something.
  func readAttributes(of what: String, _ number: Int64) throws -> [Attribute] {
    let query = try StoreQuery(
      database,
      "SELECT place, name, type, value FROM attributes WHERE of = '\(what)' AND number = ? ORDER BY place",
      of: "attributes", [number])
    return try list(query) { try attribute(query, from: 1) }
  }

  /// The attribute in three columns.
  func attribute(_ query: StoreQuery, from column: Int) throws -> Attribute {
    let type = try query.text(column + 1)
    let value: AttributeValue
    switch AttributeValue.Kind(rawValue: type) {
    case .text: value = .text(try query.text(column + 2))
    case .integer: value = .integer(try query.int(column + 2))
    case .boolean: value = .boolean(try query.flag(column + 2))
    case .number:
      if let number = try? query.anyNumber(column + 2) {
        value = .number(number)
      } else if let number = Double(try query.text(column + 2)) {
        value = .number(number)
      } else {
        throw query.fault(column + 2, "a number")
      }
    case nil:
      throw query.fault(
        column + 1, "'text', 'integer', 'number' or 'boolean'", found: "'\(type.prefix(40))'")
    }
    return Attribute(try query.text(column), value)
  }
}

/// The titles of the graph, its readings and its sources.
struct StoreTitles {
  private var wordings: [String: [Int: [LocalizedText.Wording]]] = [:]

  init(_ database: Database) throws {
    let query = try StoreQuery(
      database, "SELECT of, number, place, language, text FROM titles ORDER BY of, number, place",
      of: "titles")
    while try query.next() {
      let (what, number) = (try query.text(0), try query.int(1))
      guard try query.int(2) == wordings[what]?[number]?.count ?? 0 else {
        throw query.fault(2, "the next place")
      }
      wordings[what, default: [:]][number, default: []].append(
        .init(language: try query.text(3), text: try query.text(4)))
    }
  }

  func title(of what: String, _ number: Int) throws -> LocalizedText {
    guard let wordings = wordings[what]?[number] else {
      throw StoreFault.damaged("the \(what) number \(number) has no title")
    }
    return LocalizedText(wordings)
  }
}
