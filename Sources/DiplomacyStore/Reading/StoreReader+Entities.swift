internal import Chronology
internal import Diplomacy
internal import GRDB

extension StoreReader {
  /// An entity, and its number in the store.
  typealias NumberedEntity = (number: Int, entity: Entity)

  /// The condition on the rows of a table that days are asked of, and the numbers in it.
  private var condition: String { days == nil ? "" : " WHERE first_day <= ? AND last_day >= ?" }
  var bounds: [Int64] { days.map { [$0.upperBound, $0.lowerBound] } ?? [] }

  /// Rows that belong to the entities that are read.
  private func group(_ columns: String, _ table: String, order: String) throws -> StoreGroup {
    let some = days == nil ? "" : " WHERE entity IN (SELECT number FROM entities\(condition))"
    return try StoreGroup(
      database, "SELECT entity, \(columns) FROM \(table)\(some) ORDER BY entity, \(order)", of: table, bounds)
  }

  /// Reads the entities.
  func readEntities(upTo count: Int) throws -> [NumberedEntity] {
    let query = try StoreQuery(
      database,
      "SELECT number, id, category, kind, date, has_life, attestation FROM entities\(condition) ORDER BY number",
      of: "entities", bounds)
    let names = try group("is_short, place, language, text", "names", order: "is_short, place")
    let identifiers = try group("place, register, value", "identifiers", order: "place")
    let existence = try group("place, date, condition, attestation", "existence", order: "place")
    let deeds = try group("place, effect, obligation, attestation", "deeds", order: "place")
    let some =
      days == nil ? "" : " AND number IN (SELECT number FROM entities\(condition))"
    let attributes = try StoreGroup(
      database,
      "SELECT number, place, name, type, value FROM attributes WHERE of = 'entity'\(some) ORDER BY number, place",
      of: "attributes", bounds)
    let lives = try StoreLives(self, group)
    var found: [NumberedEntity] = []
    if days == nil { found.reserveCapacity(min(count, 1 << 22)) }
    var last = -1
    while try query.next() {
      let number = try query.int(0)
      guard number > last, number < count, days != nil || number == last + 1 else {
        throw query.fault(0, "\(last + 1)", found: String(number))
      }
      last = number
      guard let id = try entity(query.text(1)) else { throw query.fault(1, "an id") }
      var (name, shortName): ([LocalizedText.Wording], [LocalizedText.Wording]) = ([], [])
      try names.each(number) { row in
        let wording = LocalizedText.Wording(language: try row.text(3), text: try row.text(4))
        if try row.flag(1) { shortName.append(wording) } else { name.append(wording) }
      }
      if name.isEmpty { throw StoreFault.damaged("the entity '\(id)' has no name") }
      var entity = Entity(
        id: id, kind: EntityKind(try query.word(2), try query.text(3)), name: LocalizedText(name),
        shortName: shortName.isEmpty ? nil : LocalizedText(shortName), when: try date(query.anyInt(4)),
        existence: try existence.all(number) { row in
          Existence(
            date: try statedDate(row, 2), condition: try row.word(3),
            attestation: try attestation(row.anyInt(4)))
        },
        attestation: try attestation(query.anyInt(6)),
        life: try query.flag(5) ? try lives.life(of: number) : nil,
        deeds: try deeds.all(number) { row in
          Deed(
            try row.word(2), StatementID(try row.text(3)), attestation: try attestation(row.anyInt(4)))
        },
        identifiers: try identifiers.all(number) { row in
          ExternalIdentifier(register: try row.text(2), value: try row.text(3))
        })
      entity.attributes = try attributes.all(number) { try attribute($0, from: 2) }
      found.append((number, entity))
    }
    for group in [names, identifiers, existence, deeds, attributes] { try group.end() }
    try lives.end()
    return found
  }
}

/// The lives of agreements, in their order.
private struct StoreLives {
  private let reader: StoreReader
  private let acts, actActors, terms, inForce, reservations, objections, obligations, obliged: StoreGroup

  init(_ reader: StoreReader, _ group: (String, String, String) throws -> StoreGroup) throws {
    self.reader = reader
    acts = try group("place, kind, date, for_place_of, location, until, period, attestation", "acts", "place")
    actActors = try group("act, list, place, actor", "act_actors", "act, list, place")
    terms = try group(
      """
      place, duration, until, notice, renewal, enters_into_force, ratification, ratifications, counts_from,
      denunciation, denunciation_ends, breach, ends_with, clause, attestation
      """, "terms", "place")
    inForce = try group("place, date, attestation", "stated_in_force", "place")
    reservations = try group("place, actor, clause, date, withdrawn, attestation", "reservations", "place")
    objections = try group(
      "reservation, place, actor, date, opposes_entry_into_force", "objections", "reservation, place")
    obligations = try group(
      """
      place, id, kind, condition, condition_event, unless, unless_event, deadline, within, within_of, clause,
      amended_by, attestation
      """, "obligations", "place")
    obliged = try group("obligation, list, place, other", "obligation_entities", "obligation, list, place")
  }

  func end() throws {
    for group in [acts, actActors, terms, inForce, reservations, objections, obligations, obliged] {
      try group.end()
    }
  }

  /// Ids in lists, by the part of the agreement that they belong to.
  private func lists(_ group: StoreGroup, _ number: Int, _ names: [String]) throws -> [Int: [String:
    [EntityID]]]
  {
    var lists: [Int: [String: [EntityID]]] = [:]
    try group.each(number) { row in
      let name = try row.text(2)
      guard names.contains(name), let id = try reader.entity(row.text(4)) else {
        throw row.fault(2, "one of \(names.joined(separator: ", "))", found: "'\(name.prefix(40))'")
      }
      lists[try row.int(1), default: [:]][name, default: []].append(id)
    }
    return lists
  }

  private func id(_ row: StoreQuery, _ column: Int) throws -> EntityID {
    guard let id = try reader.entity(row.text(column)) else { throw row.fault(column, "an id") }
    return id
  }

  func life(of number: Int) throws -> AgreementLife {
    let actors = try lists(actActors, number, ["by", "between"])
    var life = AgreementLife()
    life.acts = try acts.all(number) { row in
      let own = actors[try row.int(1)] ?? [:]
      return Act(
        kind: Act.Kind(try row.text(2)), date: try reader.date(row.anyInt(3)), by: own["by"] ?? [],
        between: own["between"] ?? [], from: try reader.entity(row.anyText(4)),
        place: try reader.entity(row.anyText(5)), until: try reader.date(row.anyInt(6)),
        period: try reader.period(row, 7), attestation: try reader.attestation(row.anyInt(8)))
    }
    try check(actors.keys, life.acts.count, "act_actors")
    life.terms = try terms.all(number) { try terms($0) }
    life.statedInForce = try inForce.all(number) { row in
      InForce(date: try reader.date(row.anyInt(2)), attestation: try reader.attestation(row.anyInt(3)))
    }
    try readReservations(of: number, &life)
    let obliged = try lists(obliged, number, ["by", "to", "about", "against"])
    life.obligations = try obligations.all(number) { try obligation($0, obliged[try $0.int(1)] ?? [:]) }
    try check(obliged.keys, life.obligations.count, "obligation_entities")
    return life
  }

  private func check(_ parts: some Sequence<Int>, _ count: Int, _ table: String) throws {
    guard parts.allSatisfy({ (0..<count).contains($0) }) else {
      throw StoreFault.damaged("a row of the table '\(table)' belongs to a part that is not there")
    }
  }

  private func terms(_ row: StoreQuery) throws -> Terms {
    let renewal: Terms.Renewal? =
      try row.anyText(5) == "indefinite" ? .indefinite : try reader.period(row, 5).map { .each($0) }
    let ratifications = try row.anyInt(8)
    if let ratifications, ratifications < 1 {
      throw row.fault(8, "a number from 1 on", found: "\(ratifications)")
    }
    return Terms(
      duration: try reader.period(row, 2), until: try reader.date(row.anyInt(3)),
      notice: try reader.period(row, 4),
      renewal: renewal, entry: try row.anyWord(6), ratification: try row.anyWord(7),
      ratifications: ratifications,
      termStart: try row.anyWord(9), denunciation: try row.anyWord(10), denunciationEnds: try row.anyWord(11),
      breach: try row.anyWord(12), endsWith: try reader.entity(row.anyText(13)), clause: try row.anyText(14),
      attestation: try reader.attestation(row.anyInt(15)))
  }

  private func readReservations(of number: Int, _ life: inout AgreementLife) throws {
    var objections: [Int: [Reservation.Objection]] = [:]
    try self.objections.each(number) { row in
      objections[try row.int(1), default: []].append(
        Reservation.Objection(
          by: try id(row, 3), date: try reader.date(row.anyInt(4)), opposesEntryIntoForce: try row.flag(5)))
    }
    life.reservations = try reservations.all(number) { row in
      Reservation(
        by: try id(row, 2), clause: try row.anyText(3), date: try reader.date(row.anyInt(4)),
        withdrawn: try reader.date(row.anyInt(5)), objections: objections[try row.int(1)] ?? [],
        attestation: try reader.attestation(row.anyInt(6)))
    }
    try check(objections.keys, life.reservations.count, "objections")
  }

  private func obligation(_ row: StoreQuery, _ lists: [String: [EntityID]]) throws -> Obligation {
    var deadline = try reader.date(row.anyInt(8)).map { Obligation.Deadline.by($0) }
    if let period = try reader.period(row, 9) { deadline = .within(period, of: try id(row, 10)) }
    return Obligation(
      id: StatementID(try row.text(2)), kind: Obligation.Kind(try row.text(3)), by: lists["by"] ?? [],
      to: lists["to"] ?? [], about: lists["about"] ?? [], against: lists["against"] ?? [],
      condition: try row.anyText(4), conditionEvent: try reader.entity(row.anyText(5)),
      unless: try row.anyText(6),
      unlessEvent: try reader.entity(row.anyText(7)), deadline: deadline, clause: try row.anyText(11),
      amendedBy: try reader.entity(row.anyText(12)), attestation: try reader.attestation(row.anyInt(13)))
  }
}
