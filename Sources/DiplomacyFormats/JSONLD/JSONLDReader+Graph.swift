import Chronology
import Diplomacy

/// Entities and statements.
extension JSONLDReader {
  mutating func entity(_ node: LinkedNode, _ id: EntityID) -> Entity? {
    guard let category: Category = word(node, "category") else {
      findings.leftOut(
        node.place, "the node '\(Node.shortened(id.rawValue))' has no 'category'; expected one.")
      return nil
    }
    let kind = text(node, "kind").map { EntityKind(category, $0) } ?? EntityKind.core(category)[0]
    var entity = Entity(
      id: id, kind: kind, name: localized(node, "name") ?? LocalizedText(id.rawValue, language: language),
      shortName: localized(node, "alternateName"), attestation: attestation(node))
    if category == .event {
      entity.when = date(node, "timeSpan")
    } else if let lifetime = self.node(node, "lifetime") {
      entity.when = date(lifetime, "timeSpan")
    }
    for part in nodes(node, "existence") {
      guard let date = date(part, "timeSpan") else { continue }
      entity.existence.append(
        Existence(
          date: date, condition: word(part, "condition") ?? .independent, attestation: attestation(part)))
    }
    if !entity.existence.isEmpty { entity.when = nil }
    if category == .agreement { entity.life = life(node) }
    for part in nodes(node, "deeds") {
      guard let effect: Deed.Effect = word(part, "effect"), let value = part["deedOf"],
        let obligation = self.id(value, "deedOf", "obligation/")
      else { continue }
      entity.deeds.append(Deed(effect, StatementID(obligation), attestation: attestation(part)))
    }
    for part in nodes(node, "identifier") {
      guard let register = text(part, "propertyID"), let value = text(part, "value") else { continue }
      entity.identifiers.append(ExternalIdentifier(register: register, value: value))
    }
    entity.attributes = attributes(node)
    return entity
  }

  mutating func statement(_ node: LinkedNode, _ id: StatementID) -> Statement? {
    guard let subject = link(node, "assignedTo"), let object = link(node, "assigned"),
      let role = text(node, "role")
    else {
      findings.leftOut(
        node.place,
        "the statement '\(Node.shortened(id.rawValue))' has no 'assignedTo', 'role' or 'assigned'; expected all three."
      )
      return nil
    }
    var statement = Statement(
      id: id, subject: subject, role: Role(role), object: object, when: date(node, "when"),
      onBehalfOf: link(node, "onBehalfOf"), office: localized(node, "office"), attestation: attestation(node))
    if let value = node["weight"] {
      statement.weight = weight(value)
      if statement.weight == nil { tell(value, "weight", "a number from 0 on") }
    }
    statement.isDirected = flag(node, "leadsOneWay")
    if let part = self.node(node, "succession"), let rule: Succession.Rule = word(part, "rule") {
      statement.succession = Succession(rule, agreements: links(part, "agreements"))
    }
    statement.attributes = attributes(node)
    return statement
  }

  private func weight(_ value: LinkedValue) -> Double? {
    let number: Double? =
      switch value.content {
      case .text(let text), .number(let text): Double(text)
      default: nil
      }
    return number.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
  }

  // MARK: Agreements

  private mutating func life(_ node: LinkedNode) -> AgreementLife {
    var life = AgreementLife()
    for part in nodes(node, "wasUsedFor") {
      guard let kind = text(part, "kind") else {
        findings.leftOut(part.place, "this act has no 'kind'; expected one such as 'signature'.")
        continue
      }
      life.acts.append(
        Act(
          kind: Act.Kind(kind), date: date(part, "timeSpan"), by: links(part, "by"),
          between: links(part, "between"), from: link(part, "from"), place: link(part, "place"),
          until: date(part, "until"), period: period(part, "period"), attestation: attestation(part)))
    }
    for part in nodes(node, "inForce") {
      let date = date(part, "timeSpan")
      if date == nil, flag(part, "never") != true { continue }
      life.statedInForce.append(InForce(date: date, attestation: attestation(part)))
    }
    for part in nodes(node, "terms") { life.terms.append(terms(part)) }
    for part in nodes(node, "reservations") {
      guard let by = link(part, "by") else { continue }
      var objections: [Reservation.Objection] = []
      for own in nodes(part, "objections") {
        guard let by = link(own, "by") else { continue }
        objections.append(
          Reservation.Objection(
            by: by, date: date(own, "timeSpan"),
            opposesEntryIntoForce: flag(own, "opposesEntryIntoForce") ?? false))
      }
      life.reservations.append(
        Reservation(
          by: by, clause: text(part, "clause"), date: date(part, "timeSpan"),
          withdrawn: date(part, "withdrawn"), objections: objections, attestation: attestation(part)))
    }
    for part in nodes(node, "obligations") { if let own = obligation(part) { life.obligations.append(own) } }
    return life
  }

  private mutating func terms(_ node: LinkedNode) -> Terms {
    var terms = Terms()
    terms.duration = period(node, "duration")
    terms.until = date(node, "until")
    terms.notice = period(node, "notice")
    if text(node, "renewal") == "indefinite" {
      terms.renewal = .indefinite
    } else {
      terms.renewal = period(node, "renewal").map { .each($0) }
    }
    terms.entry = word(node, "entry")
    terms.ratification = word(node, "ratification")
    if let value = node["ratifications"] {
      if case .number(let text) = value.content { terms.ratifications = Int(text) }
      if terms.ratifications.map({ $0 < 1 }) ?? true {
        terms.ratifications = nil
        tell(value, "ratifications", "a whole number from 1 on")
      }
    }
    terms.termStart = word(node, "termStart")
    terms.denunciation = word(node, "denunciation")
    terms.denunciationEnds = word(node, "denunciationEnds")
    terms.breach = word(node, "breach")
    terms.endsWith = link(node, "endsWith")
    terms.clause = text(node, "clause")
    terms.attestation = attestation(node)
    return terms
  }

  private mutating func obligation(_ node: LinkedNode) -> Obligation? {
    guard let value = node["id"], let id = id(value, "id", "obligation/"), let kind = text(node, "kind")
    else {
      findings.leftOut(node.place, "this obligation has no 'id' or no 'kind'; expected both.")
      return nil
    }
    if !obligationIDs.insert(StatementID(id)).inserted {
      findings.error(node.place, "two obligations have the id '\(Node.shortened(id))'.")
    }
    var obligation = Obligation(
      id: StatementID(id), kind: Obligation.Kind(kind), by: links(node, "debtors"),
      to: links(node, "creditors"), about: links(node, "about"), against: links(node, "against"),
      condition: text(node, "onCondition"), conditionEvent: link(node, "conditionEvent"),
      unless: text(node, "unless"), unlessEvent: link(node, "unlessEvent"), clause: text(node, "clause"),
      amendedBy: link(node, "amendedBy"), attestation: attestation(node))
    if let date = date(node, "deadline") {
      obligation.deadline = .by(date)
    } else if let period = period(node, "within"), let event = link(node, "withinEvent") {
      obligation.deadline = .within(period, of: event)
    }
    return obligation
  }
}
