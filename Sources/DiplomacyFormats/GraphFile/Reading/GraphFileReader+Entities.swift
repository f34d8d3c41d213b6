import Chronology
import Diplomacy

extension GraphFileReader {
  /// Reads an actor, agreement, territory or event: in the short form its name alone.
  mutating func readEntity(_ member: Member, _ category: Category) {
    guard declare(member.id, as: .entity(category), at: member.place) else { return }
    findings.owner = .id(member.id)
    defer { findings.owner = nil }
    let id = EntityID(member.id)
    let plainKind = EntityKind.core(category)[0]
    guard case .mapping(let mapping) = member.body else {
      let name = findings.text(
        member.body, "the name of \(category.withArticle), or a mapping that has a 'name'")
      entities.append(
        Entity(id: id, kind: plainKind, name: LocalizedText(name ?? member.id, language: language)))
      return
    }
    let fields = Fields(
      mapping, place: member.place, what: category.withArticle, known: GraphFileKeys.entity(category),
      findings: &findings)
    let outer = enterStyle(fields, isSaidHere: true)
    defer { findings.reckoning = outer }
    if category == .territory, fields["date-style"] != nil || fields["new-year"] != nil {
      placeStyles[member.id] = findings.reckoning.style
    }
    if fields["name"] == nil {
      findings.error(member.place, "the \(category.rawValue) '\(member.id)' has no 'name'; expected one.")
    }
    let name = fields["name"].flatMap { findings.localized($0.value, "a name", language: language) }
    let kind = fields["kind"].flatMap { findings.word($0.value, "a kind of \(category.rawValue)") }
    if category == .event, let place = fields["when"]?.value.place { ownDates[place] = member.id }
    var entity = Entity(
      id: id, kind: kind.map { EntityKind(category, $0) } ?? plainKind,
      name: name ?? LocalizedText(member.id, language: language),
      shortName: fields["short-name"].flatMap {
        findings.localized($0.value, "a short name", language: language)
      },
      when: category == .event
        ? fields["when"].flatMap { findings.date($0.value, "a date", offset: offset) } : nil,
      attestation: attestation(fields, hasText: category == .agreement),
      identifiers: identifiers(fields["identifiers"]))
    entity.attributes = attributes(fields["attributes"])
    if category == .agreement { entity.life = life(fields, of: member.id) }
    if category == .event { entity.deeds = deeds(fields) }
    if let field = fields["exists"] { readExistence(field.value, of: &entity) }
    entities.append(entity)
    for link in GraphFileKeys.links(category) { readLinks(fields[link.key], link, of: id) }
  }

  /// A plain interval; or a list of intervals and of mappings with `when`.
  private mutating func readExistence(_ node: Node, of entity: inout Entity) {
    let what = "an interval such as 1922-12-30/1991-12-26"
    let isList = node.sequence?.contains { $0.mapping != nil || $0.string?.contains("/") == true } ?? false
    let isStyled =
      node.mapping?.allSatisfy { GraphFileKeys.styledDate.contains($0.key.string ?? "") } ?? false
    if !isList, node.mapping == nil || node.isFullDate || isStyled && node.mapping?.isEmpty == false {
      entity.when = findings.interval(node, what, offset: offset)
      return
    }
    entity.existence = members(of: node).compactMap { node in
      guard case .mapping(let mapping) = node, !node.isFullDate else {
        return findings.interval(node, what, offset: offset).map { Existence(date: $0) }
      }
      let fields = Fields(
        mapping, place: node.place, what: "a period of existence", known: GraphFileKeys.existence,
        findings: &findings)
      let outer = enterStyle(fields)
      defer { findings.reckoning = outer }
      guard fields["when"] ?? fields["os"] ?? fields["ns"] != nil else {
        findings.error(node.place, "this period of existence has no 'when'; expected an interval.")
        return nil
      }
      guard let date = interval(fields, what) else { return nil }
      return Existence(
        date: date,
        condition: fields["as"].flatMap { findings.choice($0.value, "a condition") } ?? .independent,
        attestation: attestation(fields))
    }
  }

  /// The obligations that an event keeps or breaches: ids, or mappings with `obligation`.
  private mutating func deeds(_ fields: Fields) -> [Deed] {
    GraphFileKeys.deeds.flatMap { key, effect -> [Deed] in
      guard let field = fields[key] else { return [] }
      return members(of: field.value).compactMap { node in
        guard case .mapping(let mapping) = node else {
          return reference(node, as: "obligation", expecting: [.obligation]).map {
            Deed(effect, StatementID($0))
          }
        }
        let fields = Fields(
          mapping, place: node.place, what: "an entry of '\(key)'", known: GraphFileKeys.deed,
          findings: &findings)
        guard let obligation = fields["obligation"] else {
          findings.error(node.place, "this entry of '\(key)' has no 'obligation'; expected the id of one.")
          return nil
        }
        let id = reference(obligation.value, as: "obligation", expecting: [.obligation])
        let attestation = attestation(fields)
        return id.map { Deed(effect, StatementID($0), attestation: attestation) }
      }
    }
  }

  private mutating func identifiers(_ field: Fields.Field?) -> [ExternalIdentifier] {
    guard let field, let mapping = findings.mapping(field.value, "a mapping of registers to identifiers")
    else {
      return []
    }
    return mapping.compactMap { key, value in
      guard let register = findings.word(key, "the name of a register"),
        let identifier = findings.text(value, "an identifier")
      else { return nil }
      return ExternalIdentifier(register: register, value: identifier)
    }
  }

  // MARK: The life of an agreement

  /// Reads a life, and notes where its parts stand.
  private mutating func life(_ fields: Fields, of id: String) -> AgreementLife {
    var life = AgreementLife()
    var places = GraphFile.Places.Life()
    for (key, kind) in GraphFileKeys.datedActs {
      guard let field = fields[key] else { continue }
      if case .mapping(let mapping) = field.value, !field.value.isFullDate {
        let fields = Fields(
          mapping, place: field.value.place, what: "an act", known: GraphFileKeys.datedAct,
          findings: &findings)
        life.acts.append(act(kind, fields, of: id))
        places.acts.append(field.keyPlace)
      } else if let date = findings.date(field.value, "a date", offset: offset) {
        life.acts.append(Act(kind: kind, date: date))
        places.acts.append(field.keyPlace)
      }
    }
    for node in fields["acts"].map({ members(of: $0.value) }) ?? [] {
      guard let mapping = findings.mapping(node, "an act, as a mapping with 'act' and 'when'") else {
        continue
      }
      let fields = Fields(
        mapping, place: node.place, what: "an act", known: GraphFileKeys.act, findings: &findings)
      guard let field = fields["act"] else {
        findings.error(
          node.place, "this act has no 'act' that says what was done; expected one, such as 'ratification'.")
        continue
      }
      guard let kind = findings.word(field.value, "what was done, such as 'ratification'") else { continue }
      life.acts.append(act(Act.Kind(kind), fields, of: id))
      places.acts.append(node.place)
    }
    for span in fields["in-force"].map({ inForce($0.value) }) ?? [] {
      life.statedInForce.append(span.stated)
      places.statedInForce.append(span.place)
    }
    for node in fields["terms"].map({ members(of: $0.value) }) ?? [] {
      guard let terms = terms(node) else { continue }
      life.terms.append(terms)
      places.terms.append(node.place)
    }
    for node in fields["reservations"].map({ members(of: $0.value) }) ?? [] {
      if let reservation = reservation(node) { life.reservations.append(reservation) }
    }
    for node in fields["obligations"].map({ members(of: $0.value) }) ?? [] {
      if let obligation = obligation(node, position: life.obligations.count + 1, of: id) {
        life.obligations.append(obligation)
        places.obligations.append(declared[obligation.id.rawValue]?.place)
      }
    }
    self.places.lives[EntityID(id)] = places
    return life
  }

  private mutating func act(_ kind: Act.Kind, _ fields: Fields, of id: String) -> Act {
    if kind == .signature, let place = fields["when"]?.value.place { ownDates[place] = id }
    let outer = enterStyle(fields)
    defer { findings.reckoning = outer }
    return Act(
      kind: kind, date: when(fields, "a date"),
      by: references(fields["by"], as: "actor", expecting: [.actor]),
      between: between(fields, of: kind), from: from(fields, of: kind),
      place: reference(fields["place"], as: "place", expecting: [.territory]),
      until: fields["until"].flatMap { findings.date($0.value, "a date", offset: offset) },
      period: fields["duration"].flatMap { findings.period($0.value, "a duration") },
      attestation: attestation(fields))
  }

  /// Whose place one takes who joins.
  private mutating func from(_ fields: Fields, of kind: Act.Kind) -> EntityID? {
    if let field = fields["from"], kind != .accession, kind != .succession {
      findings.error(
        field.keyPlace, "'from' stands in an act that is no accession or succession; expected it there alone."
      )
    }
    return reference(fields["from"], as: "predecessor", expecting: [.actor])
  }

  /// Between whom alone a suspension holds.
  private mutating func between(_ fields: Fields, of kind: Act.Kind) -> [EntityID] {
    guard let field = fields["between"] else { return [] }
    let members = references(field, as: "party", expecting: [.actor])
    if kind != .suspension {
      findings.error(
        field.keyPlace, "'between' stands in an act that is no suspension; expected it there alone.")
    } else if Set(members).count < 2 {
      findings.error(field.keyPlace, "'between' names fewer than two parties; expected two or more.")
    }
    return members
  }

  private mutating func reservation(_ node: Node) -> Reservation? {
    guard let mapping = findings.mapping(node, "a reservation, as a mapping with 'by' and 'to'") else {
      return nil
    }
    let fields = Fields(
      mapping, place: node.place, what: "a reservation", known: GraphFileKeys.reservation,
      findings: &findings)
    let outer = enterStyle(fields)
    defer { findings.reckoning = outer }
    guard let by = reference(fields["by"], as: "party", expecting: [.actor]) else {
      if fields["by"] == nil {
        findings.error(node.place, "this reservation has no 'by'; expected the party that made it.")
      }
      return nil
    }
    return Reservation(
      by: by, clause: fields["to"].flatMap { findings.text($0.value, "the clause that it is made to") },
      date: fields["when"].flatMap { findings.date($0.value, "a date", offset: offset) },
      withdrawn: fields["withdrawn"].flatMap { findings.date($0.value, "a date", offset: offset) },
      objections: fields["objections"].map { members(of: $0.value) }?.compactMap { objection($0) } ?? [],
      attestation: attestation(fields))
  }

  /// An objection: the id of a party, or a mapping.
  private mutating func objection(_ node: Node) -> Reservation.Objection? {
    guard case .mapping(let mapping) = node else {
      return reference(node, as: "objecting party", expecting: [.entity(.actor)]).map {
        Reservation.Objection(by: EntityID($0))
      }
    }
    let fields = Fields(
      mapping, place: node.place, what: "an objection", known: GraphFileKeys.objection, findings: &findings)
    guard let by = reference(fields["by"], as: "objecting party", expecting: [.actor]) else {
      if fields["by"] == nil {
        findings.error(node.place, "this objection has no 'by'; expected the party that objects.")
      }
      return nil
    }
    return Reservation.Objection(
      by: by, date: fields["when"].flatMap { findings.date($0.value, "a date", offset: offset) },
      opposesEntryIntoForce: fields["opposes-entry-into-force"].flatMap {
        findings.flag($0.value, "'opposes-entry-into-force'")
      } ?? false)
  }

  private mutating func inForce(_ node: Node) -> [(stated: InForce, place: Diagnostic.Place?)] {
    // A list of dates is a one-of set; a list of mappings is a list of spans.
    if case .sequence(let sequence) = node, sequence.contains(where: { $0.mapping != nil }) {
      return sequence.flatMap { inForce($0) }
    }
    guard case .mapping(let mapping) = node, !node.isFullDate else {
      return stretch(node).map { [($0, node.place)] } ?? []
    }
    let fields = Fields(
      mapping, place: node.place, what: "a span in force", known: GraphFileKeys.inForce, findings: &findings)
    let outer = enterStyle(fields)
    defer { findings.reckoning = outer }
    guard fields["when"] ?? fields["os"] ?? fields["ns"] != nil else {
      findings.error(node.place, "this span has no 'when'; expected an interval or 'never'.")
      return []
    }
    guard var stated = stretch(fields) else { return [] }
    stated.attestation = attestation(fields)
    return [(stated, node.place)]
  }

  /// A stated span in force: an interval, or `never`.
  private mutating func stretch(_ node: Node) -> InForce? {
    if node.string == "never" { return InForce(date: nil) }
    return findings.interval(node, Self.stretch, offset: offset).map { InForce(date: $0) }
  }

  private mutating func stretch(_ fields: Fields) -> InForce? {
    if fields["when"]?.value.string == "never", fields["os"] ?? fields["ns"] == nil {
      return InForce(date: nil)
    }
    return interval(fields, Self.stretch).map { InForce(date: $0) }
  }

  private static let stretch = "an interval such as 1941-04-25/1946-04-24, or 'never'"

  private mutating func terms(_ node: Node) -> Terms? {
    guard let mapping = findings.mapping(node, "terms, as a mapping with 'duration', 'notice' or 'renewal'")
    else {
      return nil
    }
    let fields = Fields(
      mapping, place: node.place, what: "terms", known: GraphFileKeys.terms, findings: &findings)
    let outer = enterStyle(fields)
    defer { findings.reckoning = outer }
    return Terms(
      duration: fields["duration"].flatMap { findings.period($0.value, "a duration") },
      until: fields["until"].flatMap { findings.date($0.value, "a date", offset: offset) },
      notice: fields["notice"].flatMap { findings.period($0.value, "a period of notice") },
      renewal: fields["renewal"].flatMap { renewal($0.value) },
      entry: fields["enters-into-force"].flatMap { findings.choice($0.value, "what brings it into force") },
      ratification: fields["ratification"].flatMap {
        findings.choice($0.value, "whether a party must ratify to be bound")
      },
      ratifications: fields["ratifications"].flatMap {
        findings.count($0.value, "how many ratifications bring it into force")
      },
      termStart: fields["counts-from"].flatMap { findings.choice($0.value, "from when the term counts") },
      denunciation: fields["denunciation"].flatMap {
        findings.choice($0.value, "when a denunciation takes effect")
      },
      denunciationEnds: fields["denunciation-ends"].flatMap {
        findings.choice($0.value, "what a denunciation ends")
      },
      breach: fields["breach"].flatMap { findings.choice($0.value, "what a breach does") },
      endsWith: reference(fields["ends-with"], as: "agreement", expecting: [.agreement]),
      clause: fields["clause"].flatMap { findings.text($0.value, "a clause") },
      attestation: attestation(fields))
  }

  /// A period, or `indefinite`.
  private mutating func renewal(_ node: Node) -> Terms.Renewal? {
    if node.string == "indefinite" { return .indefinite }
    return findings.period(node, "a period of renewal, or 'indefinite'").map { .each($0) }
  }

  private mutating func obligation(_ node: Node, position: Int, of agreement: String) -> Obligation? {
    guard let mapping = findings.mapping(node, "an obligation, as a mapping with 'kind' and 'by'") else {
      return nil
    }
    let fields = Fields(
      mapping, place: node.place, what: "an obligation", known: GraphFileKeys.obligation, findings: &findings)
    let outer = enterStyle(fields)
    defer { findings.reckoning = outer }
    for key in ["kind", "by"] where fields[key] == nil {
      findings.error(node.place, "this obligation has no '\(key)'; expected one.")
    }
    if case .sequence(let nobody)? = fields["by"]?.value, nobody.isEmpty {
      findings.error(fields["by"]?.value.place, "found an empty list; expected the actors who owe this.")
    }
    var id = "\(agreement).obligation-\(position)"
    let place = fields["id"]?.value.place ?? node.place
    if let field = fields["id"], let own = findings.word(field.value, "the id of an obligation") { id = own }
    declare(id, as: .obligation, at: place)
    let every = Category.allCases
    var obligation = Obligation(
      id: StatementID(id),
      kind: Obligation.Kind(
        fields["kind"].flatMap { findings.word($0.value, "what is owed, such as 'remain-neutral'") } ?? ""),
      by: fields["by"]?.value.string == GraphFileKeys.allParties
        ? [] : references(fields["by"], as: "obliged actor", expecting: [.actor]),
      to: references(fields["to"], as: "entitled actor", expecting: [.actor]),
      about: references(fields["about"], as: "object of the obligation", expecting: every),
      against: references(fields["against"], as: "enemy", expecting: [.actor]),
      condition: fields["condition"].flatMap { findings.text($0.value, "a condition in words") },
      conditionEvent: reference(fields["condition-event"], as: "event", expecting: [.event]),
      unless: fields["unless"].flatMap { findings.text($0.value, "an exception in words") },
      unlessEvent: reference(fields["unless-event"], as: "event", expecting: [.event]),
      clause: fields["clause"].flatMap { findings.text($0.value, "a clause") },
      amendedBy: reference(fields["amended-by"], as: "amending agreement", expecting: [.agreement]),
      attestation: attestation(fields))
    obligation.deadline = deadline(fields)
    return obligation
  }

  private mutating func deadline(_ fields: Fields) -> Obligation.Deadline? {
    let event = reference(fields["of"], as: "event", expecting: [.event])
    let period = fields["within"].flatMap { findings.period($0.value, "a period") }
    if let within = fields["within"], fields["of"] == nil {
      findings.error(
        within.keyPlace, "'within' stands without 'of'; expected the event from which the period counts.")
    }
    if let of = fields["of"], fields["within"] == nil {
      findings.error(
        of.keyPlace, "'of' stands without 'within'; expected the period that counts from the event.")
    }
    let date = fields["deadline"].flatMap { findings.date($0.value, "a date", offset: offset) }
    if let field = fields["deadline"], fields["within"] != nil {
      findings.error(field.keyPlace, "'deadline' stands beside 'within'; expected one of the two.")
    }
    if let period, let event { return .within(period, of: event) }
    return date.map { .by($0) }
  }
}
