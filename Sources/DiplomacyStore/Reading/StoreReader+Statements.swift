internal import Chronology
internal import Diplomacy
internal import GRDB

extension StoreReader {
  /// A statement, and its number in the store.
  typealias NumberedStatement = (number: Int, statement: Diplomacy.Statement)

  /// Reads the statements.
  func readStatements(_ entities: [NumberedEntity], upTo count: Int) throws -> [NumberedStatement] {
    var ids: [Int: EntityID] = [:]
    var all: [EntityID] = []
    if days == nil {
      all = entities.map(\.entity.id)
    } else {
      ids.reserveCapacity(entities.count)
      for (number, entity) in entities { ids[number] = entity.id }
    }
    func end(_ query: StoreQuery, _ column: Int) throws -> EntityID {
      let number = try query.int(column)
      if days == nil, all.indices.contains(number) { return all[number] }
      guard let id = ids[number] else {
        throw query.fault(column, "the number of an entity", found: "\(number), which none has")
      }
      return id
    }
    let query = try StoreQuery(database, try statementsSQL(of: count), of: "statements", bounds)
    var found: [NumberedStatement] = []
    if days == nil { found.reserveCapacity(min(count, 1 << 24)) }
    // Statements of the same date and attestation have them together.
    var alike: [Alike: Diplomacy.Statement] = [:]
    var last = -1
    while try query.next() {
      let number = try query.int(0)
      guard number > last, number < count, days != nil || number == last + 1 else {
        throw query.fault(0, "\(last + 1)", found: String(number))
      }
      last = number
      let weight = try query.anyNumber(6)
      if let weight, !weight.isFinite || weight < 0 {
        throw query.fault(6, "a number from 0 on", found: "\(weight)")
      }
      var statement = Diplomacy.Statement(
        edge: StatementID(try query.text(1)), try end(query, 2), Role(try query.text(3)), try end(query, 4),
        weight: weight)
      if !query.isNull(7) { statement.isDirected = try query.flag(7) }
      let key = Alike(date: try query.anyInt(5) ?? -1, attestation: try query.anyInt(8) ?? -1)
      if let other = alike[key] {
        statement.takeDetails(of: other)
      } else if key.date >= 0 || key.attestation >= 0 {
        statement.when = try date(query.anyInt(5))
        statement.attestation = try attestation(query.anyInt(8))
        alike[key] = statement
      }
      if let behalf = try entity(query.anyText(9)) { statement.onBehalfOf = behalf }
      if try query.flag(11) { statement.neverHeld = true }
      let rule: Succession.Rule? = try query.anyWord(10)
      if try query.flag(12) { try readMore(&statement, rule, Int64(number)) }
      found.append((number, statement))
    }
    guard days != nil || found.count == count else {
      throw StoreFault.damaged("it has \(found.count) statements, and says that it has \(count)")
    }
    try checkIDs(found)
    return found
  }

  /// A date and an attestation, by their numbers.
  private struct Alike: Hashable {
    let date: Int
    let attestation: Int
  }

  /// The query of the statements: by the index where few are asked for, which then lie far apart, else all in a row.
  private func statementsSQL(of count: Int) throws -> String {
    let columns =
      "number, id, subject, role, object, date, weight, is_directed, attestation, on_behalf_of, succession, never_held, more"
    guard days != nil else { return "SELECT \(columns) FROM statements ORDER BY number" }
    let sought = try StoreQuery(
      database,
      "SELECT count(*) FROM (SELECT 1 FROM statements INDEXED BY statements_by_time WHERE first_day <= ? AND last_day >= ? "
        + "LIMIT \(count / 5 + 1))", of: "statements", bounds)
    let isMany = try sought.next() && sought.int(0) > count / 5
    let index = isMany ? "NOT INDEXED" : "INDEXED BY statements_by_time"
    return "SELECT \(columns) FROM statements \(index) WHERE first_day <= ? AND last_day >= ? ORDER BY number"
  }

  /// What few statements have.
  private func readMore(_ statement: inout Diplomacy.Statement, _ rule: Succession.Rule?, _ number: Int64)
    throws
  {
    let offices = try StoreQuery(
      database, "SELECT place, language, text FROM offices WHERE statement = ? ORDER BY place", of: "offices",
      [number])
    let wordings = try list(offices) {
      LocalizedText.Wording(language: try offices.text(1), text: try offices.text(2))
    }
    if !wordings.isEmpty { statement.office = LocalizedText(wordings) }
    if let rule {
      let agreements = try StoreQuery(
        database, "SELECT place, agreement FROM succession_agreements WHERE statement = ? ORDER BY place",
        of: "succession_agreements", [number])
      statement.succession = Succession(
        rule, agreements: try list(agreements) { try entity(agreements.text(1)) }.compactMap { $0 })
    }
    statement.attributes = try readAttributes(of: "statement", number)
  }

  /// Checks that each id is there once.
  private func checkIDs(_ statements: [NumberedStatement]) throws {
    // Equal ids have equal hashes: of few, or none, the ids themselves are compared.
    var hashes = statements.map { $0.statement.id.hashValue }
    hashes.sort()
    guard zip(hashes, hashes.dropFirst()).contains(where: { $0 == $1 }) else { return }
    var seen: Set<StatementID> = []
    for (_, statement) in statements where !seen.insert(statement.id).inserted {
      throw StoreFault.damaged("two statements have the id '\(statement.id)'")
    }
  }

  /// Reads what is known of dates by other dates, as far as both are there.
  func readOrders(
    of graph: DiplomaticGraph, entities: [Int], statements: [Int], _ counts: (entities: Int, statements: Int)
  ) throws -> [DateOrder] {
    let query = try StoreQuery(
      database,
      """
      SELECT place, date_of, date_number, date_part, relation, period, other_of, other_number, other_part
      FROM date_orders ORDER BY place
      """, of: "date_orders")
    var places: (entities: [Int: Int], statements: [Int: Int]) = ([:], [:])
    func slot(_ column: Int) throws -> DateSlot? {
      let kind: StoredSlot.Kind = try query.word(column)
      let number = try query.int(column + 1)
      let isStatement = kind == .statement
      if places.entities.isEmpty, places.statements.isEmpty {
        for (position, number) in entities.enumerated() { places.entities[number] = position }
        for (position, number) in statements.enumerated() { places.statements[number] = position }
      }
      guard (0..<(isStatement ? counts.statements : counts.entities)).contains(number) else {
        throw query.fault(column + 1, "the number of what has the date", found: "\(number)")
      }
      guard let position = isStatement ? places.statements[number] : places.entities[number] else {
        return nil
      }
      guard let slot = StoredSlot(kind: kind, number: position, part: try query.anyInt(column + 2)).slot,
        isStatement ? graph.date(at: slot) != nil : graph.dateSlots(of: position).contains(slot)
      else { throw query.fault(column, "a place at which a date stands") }
      return slot
    }
    return try list(query) { () -> DateOrder? in
      let (date, other) = (try slot(1), try slot(6))
      let period = try period(query, 5)
      let relation: DateOrder.Relation
      switch (try query.text(4), period) {
      case ("after", nil): relation = .after
      case ("before", nil): relation = .before
      case ("within", let period?): relation = .within(period)
      case ("exactly", let period?): relation = .exactly(period)
      default: throw query.fault(4, "'after', 'before', or with a period 'within' or 'exactly'")
      }
      guard let date, let other else { return nil }
      return DateOrder(date, relation, other)
    }.compactMap { $0 }
  }
}
