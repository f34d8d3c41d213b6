internal import Chronology
internal import Diplomacy
internal import GRDB

/// Writes a graph into the tables of a new store.
final class StoreWriter {
  let graph: DiplomaticGraph
  let database: Database
  /// The dates that no text gives back as they are.
  private(set) var inexactDates = 0
  /// What counts the days: the offset of dates that have none.
  let ahead: Int64
  /// So many days stand in the table of days at most.
  let mostDays: Int64
  /// Told how much of the work is done, in parts of `all`.
  private let progress: (_ done: Int, _ all: Int) -> Void
  private var done = 0

  private var inserts: [String: StoreInsert] = [:]
  private var dates: [HistoricalDate: Int64] = [:]
  private var dateCount: Int64 = 0
  private var attestations: [Attestation: Int64] = [:]
  private var attestationCount: Int64 = 0
  private let sources: Set<SourceID>
  private let readings: Set<ReadingID>

  /// Writes a graph into an empty database.
  init(
    _ graph: DiplomaticGraph, into database: Database, mostDays: Int64,
    _ progress: @escaping (_ done: Int, _ all: Int) -> Void
  ) {
    self.graph = graph
    self.mostDays = mostDays
    self.database = database
    self.progress = progress
    ahead = Int64(graph.defaultOffset?.seconds ?? 0)
    sources = Set(graph.sources.map(\.id))
    readings = Set(graph.readings.map(\.id))
  }

  /// Writes all of it.
  /// - Throws: ``StoreFault`` where a graph made in code names what it does not have, or has a text that is too long.
  func write() throws {
    for table in StoreSchema.tables {
      try database.execute(sql: table.sql)
      inserts[table.name] = try StoreInsert(database, into: table.name, columns: table.width)
    }
    try writeTop()
    let times = StoreTimes(graph)
    for (number, entity) in graph.entities.enumerated() {
      try write(entity, Int64(number), times.entityHulls[number])
      advance()
    }
    for (number, statement) in graph.statements.enumerated() {
      try write(statement, Int64(number), times.statementHulls[number])
      advance()
    }
    try writeOrders()
    try write(times)
    for sql in StoreSchema.indices + StoreSchema.views { try database.execute(sql: sql) }
  }

  /// Tells that another entity or statement is written.
  private func advance() {
    done += 1
    if done % 4096 == 0 { progress(done, graph.entities.count + graph.statements.count) }
  }

  /// Puts a row into a table.
  func add(_ table: String, _ cells: StoreCell...) throws {
    guard let insert = inserts[table] else { preconditionFailure("There is no table '\(table)'.") }
    try insert.add(cells)
  }

  // MARK: Names

  /// Checks that an entity is there that something names, and gives its id.
  func entity(_ id: EntityID?, _ whose: @autoclosure () -> String) throws -> StoreCell {
    guard let id else { return .null }
    guard graph.position(of: id) != nil else {
      throw StoreFault.missing("\(whose()) names '\(id)', which is no entity of the graph")
    }
    return .string(id.rawValue)
  }

  func source(_ id: SourceID) throws -> StoreCell {
    guard sources.contains(id) else {
      throw StoreFault.missing("a citation names '\(id)', which is no source of the graph")
    }
    return .string(id.rawValue)
  }

  func reading(_ id: ReadingID) throws -> StoreCell {
    guard readings.contains(id) else {
      throw StoreFault.missing("an assertion names '\(id)', which is no reading of the graph")
    }
    return .string(id.rawValue)
  }

  /// Writes the wordings of a text.
  func writeTitle(_ text: LocalizedText, of what: String, _ number: Int) throws {
    for (place, wording) in text.wordings.enumerated() {
      try add(
        "titles", .string(what), .int(number), .int(place), .string(wording.language), .string(wording.text))
    }
  }

  func write(_ attributes: [Attribute], of what: String, _ number: Int64) throws {
    for (place, attribute) in attributes.enumerated() {
      let value: StoreCell =
        switch attribute.value {
        case .text(let text): .string(text)
        case .integer(let integer): .int(integer)
        case .number(let number): number.isFinite ? .real(number) : .string(number.description)
        case .boolean(let boolean): .flag(boolean)
        }
      try add(
        "attributes", .string(what), .integer(number), .int(place), .string(attribute.name),
        .string(attribute.value.kind.rawValue), value)
    }
  }

  // MARK: Dates

  /// The number of a date, which is written when it comes for the first time.
  func date(_ date: HistoricalDate?) throws -> StoreCell {
    guard let date else { return .null }
    // Texts of other bytes can be equal where they are not ASCII.
    let isShared = date.text.utf8.allSatisfy { $0 < 0x80 }
    if isShared, let number = dates[date] { return .integer(number) }
    let recipe = date.recipe ?? nearest(to: date)
    let span = Span(date)
    let style = recipe.style
    try add(
      "dates", .integer(dateCount), .string(recipe.text), .string(date.edtf), .flag(recipe.isLenient),
      .text(style.calendar == .julian ? "julian" : nil),
      .text(style.yearStart == .january ? nil : style.yearStart.text), .int(recipe.offset?.seconds),
      .text(recipe.circa?.description), first(span.earliestStart), first(span.latestStart),
      last(span.earliestEnd),
      last(span.latestEnd))
    if isShared { dates[date] = dateCount }
    dateCount += 1
    return .integer(dateCount - 1)
  }

  /// The text nearest to a date that no text gives back: one with the same days.
  private func nearest(to date: HistoricalDate) -> DateRecipe {
    inexactDates += 1
    func day(_ moment: Moment) -> String {
      moment.isOpen ? "" : moment.adding(seconds: ahead).day.description
    }
    let (first, last) = (day(date.earliest), day(date.latest))
    let isInterval = date.shape == .interval || date.shape == .allOf
    let days = isInterval ? "\(first)/\(last)" : "[\(first)..\(last)]"
    for text in [date.edtf, date.styledText, days] {
      let recipe = DateRecipe(text, offset: graph.defaultOffset, circa: date.circa)
      if let read = try? recipe.date(), Span(read) == Span(date) { return recipe }
    }
    return DateRecipe((try? HistoricalDate(days)) == nil ? "/" : days, offset: graph.defaultOffset)
  }

  /// The day of a beginning; NULL where it is open.
  func first(_ moment: Moment) -> StoreCell {
    moment.isOpen ? .null : .integer(moment.adding(seconds: ahead).day.number)
  }
  /// The last day before an end; NULL where it is open.
  func last(_ moment: Moment) -> StoreCell {
    moment.isOpen ? .null : .integer(moment.adding(seconds: ahead - 1).day.number)
  }

  // MARK: Attestation

  /// The number of an attestation; NULL for a plain fact without source.
  func attestation(_ attestation: Attestation) throws -> StoreCell {
    if attestation == Attestation() { return .null }
    let isShared =
      attestation.note == nil && attestation.secret == nil
      && attestation.citations.allSatisfy { $0.locator == nil }
    if isShared, let number = attestations[attestation] { return .integer(number) }
    let number = attestationCount
    attestationCount += 1
    try add(
      "attestations", .integer(number), .text(attestation.certainty?.rawValue),
      .string(attestation.modality.rawValue),
      try entity(attestation.holder, "a belief or plan"), .text(attestation.note),
      .int(attestation.citations.count),
      .int(attestation.readings.count), .flag(attestation.secret != nil))
    for (place, citation) in attestation.citations.enumerated() {
      try add(
        "citations", .integer(number), .int(place), try source(citation.source), .text(citation.locator))
    }
    for (place, id) in attestation.readings.enumerated() {
      try add("attested_readings", .integer(number), .int(place), try reading(id))
    }
    if let secret = attestation.secret { try write(secret, number) }
    if isShared { attestations[attestation] = number }
    return .integer(number)
  }

  private func write(_ secret: Knowledge, _ number: Int64) throws {
    var place = 0
    func citations(_ citations: [Citation]) throws {
      for (index, citation) in citations.enumerated() {
        try add(
          "knowledge_citations", .integer(number), .int(place), .int(index), try source(citation.source),
          .text(citation.locator))
      }
      place += 1
    }
    for (kind, knowers) in [("known-to", secret.knownTo), ("unknown-to", secret.unknownTo)] {
      for knower in knowers {
        try add(
          "knowledge", .integer(number), .int(place), .string(kind), try entity(knower.actor, "a secret"),
          try date(knower.since), .text(knower.depth?.rawValue), .text(knower.certainty?.rawValue),
          .text(knower.note))
        try citations(knower.citations)
      }
    }
    for disclosure in secret.disclosures {
      try add(
        "knowledge", .integer(number), .int(place), .string("disclosed"), .null, try date(disclosure.when),
        .text(disclosure.depth?.rawValue), .text(disclosure.certainty?.rawValue), .text(disclosure.note))
      try citations(disclosure.citations)
    }
  }
}
