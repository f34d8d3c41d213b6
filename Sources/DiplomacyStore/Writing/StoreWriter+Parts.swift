internal import Chronology
internal import Diplomacy

extension StoreWriter {
  /// Writes what is said of the graph as a whole.
  func writeTop() throws {
    try add(
      "graph", .string(graph.language), .text(graph.summary), .text(graph.license),
      .int(graph.defaultOffset?.seconds), .flag(graph.hasDirectedLinks), .int(graph.entities.count),
      .int(graph.statements.count))
    for (place, author) in graph.authors.enumerated() { try add("authors", .int(place), .string(author)) }
    try writeTitle(graph.title, of: "graph", 0)
    try write(graph.attributes, of: "graph", 0)
    for (number, reading) in graph.readings.enumerated() {
      try add(
        "readings", .int(number), .string(reading.id.rawValue),
        try reading.extends.map { try self.reading($0) } ?? .null, .text(reading.question),
        .flag(reading.isDefault),
        .text(reading.note))
      try writeTitle(reading.title, of: "reading", number)
    }
    for (number, source) in graph.sources.enumerated() {
      try add(
        "sources", .int(number), .string(source.id.rawValue), .text(source.kind), .text(source.author),
        try date(source.date), .text(source.language), .text(source.url), .text(source.publisher),
        try source.quotedIn.map { try self.source($0.source) } ?? .null, .text(source.quotedIn?.locator),
        .text(source.note))
      try writeTitle(source.title, of: "source", number)
    }
  }

  func write(_ entity: Entity, _ number: Int64, _ hull: DayStretch) throws {
    let own = StoreCell.integer(number)
    try add(
      "entities", own, .string(entity.id.rawValue), .string(entity.category.rawValue),
      .string(entity.kind.name),
      try date(entity.when), .flag(entity.life != nil), try attestation(entity.attestation),
      .integer(hull.first),
      .integer(hull.last))
    for (isShort, text) in [(false, entity.name), (true, entity.shortName)] {
      for (place, wording) in (text?.wordings ?? []).enumerated() {
        try add("names", own, .flag(isShort), .int(place), .string(wording.language), .string(wording.text))
      }
    }
    for (place, identifier) in entity.identifiers.enumerated() {
      try add("identifiers", own, .int(place), .string(identifier.register), .string(identifier.value))
    }
    for (place, period) in entity.existence.enumerated() {
      try add(
        "existence", own, .int(place), try date(period.date), .string(period.condition.rawValue),
        try attestation(period.attestation))
    }
    for (place, deed) in entity.deeds.enumerated() {
      try add(
        "deeds", own, .int(place), .string(deed.effect.rawValue), .string(deed.obligation.rawValue),
        try attestation(deed.attestation))
    }
    if let life = entity.life { try write(life, own, of: entity) }
    try write(entity.attributes, of: "entity", number)
  }

  private func write(_ life: AgreementLife, _ own: StoreCell, of agreement: Entity) throws {
    let name = "the agreement '\(agreement.id)'"
    func actors(_ table: String, _ owner: Int, _ list: String, _ ids: [EntityID]) throws {
      for (place, id) in ids.enumerated() {
        try add(table, own, .int(owner), .string(list), .int(place), try entity(id, name))
      }
    }
    for (place, act) in life.acts.enumerated() {
      try add(
        "acts", own, .int(place), .string(act.kind.name), try date(act.date), try entity(act.from, name),
        try entity(act.place, name), try date(act.until), .text(act.period?.description),
        try attestation(act.attestation))
      try actors("act_actors", place, "between", act.between)
      try actors("act_actors", place, "by", act.by)
    }
    for (place, terms) in life.terms.enumerated() {
      let renewal: String? =
        switch terms.renewal {
        case nil: nil
        case .indefinite: "indefinite"
        case .each(let period): period.description
        }
      try add(
        "terms", own, .int(place), .text(terms.duration?.description), try date(terms.until),
        .text(terms.notice?.description), .text(renewal), .text(terms.entry?.rawValue),
        .text(terms.ratification?.rawValue), .int(terms.ratifications), .text(terms.termStart?.rawValue),
        .text(terms.denunciation?.rawValue), .text(terms.denunciationEnds?.rawValue),
        .text(terms.breach?.rawValue),
        try entity(terms.endsWith, name), .text(terms.clause), try attestation(terms.attestation))
    }
    for (place, stated) in life.statedInForce.enumerated() {
      try add("stated_in_force", own, .int(place), try date(stated.date), try attestation(stated.attestation))
    }
    for (place, reservation) in life.reservations.enumerated() {
      try add(
        "reservations", own, .int(place), try entity(reservation.by, name), .text(reservation.clause),
        try date(reservation.date), try date(reservation.withdrawn), try attestation(reservation.attestation))
      for (index, objection) in reservation.objections.enumerated() {
        try add(
          "objections", own, .int(place), .int(index), try entity(objection.by, name),
          try date(objection.date),
          .flag(objection.opposesEntryIntoForce))
      }
    }
    for (place, obligation) in life.obligations.enumerated() {
      var (deadline, within, event) = (StoreCell.null, StoreCell.null, StoreCell.null)
      switch obligation.deadline {
      case nil: break
      case .by(let date): deadline = try self.date(date)
      case .within(let period, let id): (within, event) = (.string(period.description), try entity(id, name))
      }
      try add(
        "obligations", own, .int(place), .string(obligation.id.rawValue), .string(obligation.kind.name),
        .text(obligation.condition), try entity(obligation.conditionEvent, name), .text(obligation.unless),
        try entity(obligation.unlessEvent, name), deadline, within, event, .text(obligation.clause),
        try entity(obligation.amendedBy, name), try attestation(obligation.attestation))
      try actors("obligation_entities", place, "about", obligation.about)
      try actors("obligation_entities", place, "against", obligation.against)
      try actors("obligation_entities", place, "by", obligation.by)
      try actors("obligation_entities", place, "to", obligation.to)
    }
  }

  func write(_ statement: Diplomacy.Statement, _ number: Int64, _ hull: DayStretch) throws {
    guard let subject = graph.position(of: statement.subject),
      let object = graph.position(of: statement.object)
    else { preconditionFailure("A statement joins entities of its graph.") }
    let own = StoreCell.integer(number)
    if statement.isPlain {
      return try add(
        "statements", own, .string(statement.id.rawValue), .int(subject), .string(statement.role.name),
        .int(object),
        .null, .number(statement.weight), statement.isDirected.map { .flag($0) } ?? .null, .null, .null,
        .null,
        .flag(false), .flag(false), .integer(hull.first), .integer(hull.last))
    }
    let more = statement.office != nil || statement.succession != nil || !statement.attributes.isEmpty
    try add(
      "statements", own, .string(statement.id.rawValue), .int(subject), .string(statement.role.name),
      .int(object),
      try date(statement.when), .number(statement.weight), statement.isDirected.map { .flag($0) } ?? .null,
      try attestation(statement.attestation),
      try entity(statement.onBehalfOf, "the statement '\(statement.id)'"),
      .text(statement.succession?.rule.rawValue), .flag(statement.neverHeld), .flag(more),
      .integer(hull.first),
      .integer(hull.last))
    guard more else { return }
    for (place, wording) in (statement.office?.wordings ?? []).enumerated() {
      try add("offices", own, .int(place), .string(wording.language), .string(wording.text))
    }
    for (place, agreement) in (statement.succession?.agreements ?? []).enumerated() {
      try add(
        "succession_agreements", own, .int(place), try entity(agreement, "the statement '\(statement.id)'"))
    }
    try write(statement.attributes, of: "statement", number)
  }

  /// Writes what is known of dates by other dates.
  func writeOrders() throws {
    for (place, order) in graph.dateOrders.enumerated() {
      let (date, other) = (StoredSlot(order.date), StoredSlot(order.other))
      let (relation, period): (String, Period?) =
        switch order.relation {
        case .after: ("after", nil)
        case .before: ("before", nil)
        case .within(let period): ("within", period)
        case .exactly(let period): ("exactly", period)
        }
      try add(
        "date_orders", .int(place), .string(date.kind.rawValue), .int(date.number), .int(date.part),
        .string(relation),
        .text(period?.description), .string(other.kind.rawValue), .int(other.number), .int(other.part))
    }
  }
}

/// A place of a graph at which a date stands, as a store has it.
struct StoredSlot {
  enum Kind: String, CaseIterable {
    case entity, existence, act, terms, statement
    case actEnd = "act-end"
    case inForce = "in-force"
  }

  let kind: Kind
  let number: Int
  let part: Int?

  init(kind: Kind, number: Int, part: Int?) { (self.kind, self.number, self.part) = (kind, number, part) }

  init(_ slot: DateSlot) {
    switch slot {
    case .entity(let number): self.init(kind: .entity, number: number, part: nil)
    case .existence(let number, let part): self.init(kind: .existence, number: number, part: part)
    case .act(let number, let part): self.init(kind: .act, number: number, part: part)
    case .actEnd(let number, let part): self.init(kind: .actEnd, number: number, part: part)
    case .terms(let number, let part): self.init(kind: .terms, number: number, part: part)
    case .inForce(let number, let part): self.init(kind: .inForce, number: number, part: part)
    case .statement(let number): self.init(kind: .statement, number: number, part: nil)
    }
  }

  /// The place; nil where a part is missing.
  var slot: DateSlot? {
    switch (kind, part) {
    case (.entity, nil): .entity(number)
    case (.statement, nil): .statement(number)
    case (.existence, let part?): .existence(number, period: part)
    case (.act, let part?): .act(number, number: part)
    case (.actEnd, let part?): .actEnd(number, number: part)
    case (.terms, let part?): .terms(number, number: part)
    case (.inForce, let part?): .inForce(number, number: part)
    default: nil
    }
  }
}
