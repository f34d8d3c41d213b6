import Chronology
import Diplomacy

/// What entities and statements are made of.
extension JSONLDWriter {
  static func types(_ names: String...) -> JSONValue { .array(names.map(JSONValue.string)) }

  /// A text in its languages.
  func names(_ text: LocalizedText) -> JSONValue {
    .array(
      text.wordings.map { wording in
        var value = LinkedMembers()
        value.add("@value", wording.text)
        if Findings.isLanguageTag(wording.language) { value.add("@language", wording.language) }
        return value.value
      })
  }

  /// A word of an open vocabulary as a type (E55).
  func word(_ word: String, of vocabulary: String) -> JSONValue {
    .object([
      "id": .string(JSONLDWords.node(word, of: vocabulary)), "type": .string("crm:E55_Type"),
      "label": .string(word),
    ])
  }

  /// A date as a time-span (E52): its text, and the bounds of its beginning and end.
  func timeSpan(_ date: HistoricalDate) -> JSONValue {
    var node = LinkedMembers()
    node.add("type", "crm:E52_Time-Span")
    node.add("edtf", date.edtf)
    if date.styledText != date.edtf { node.add("written", date.styledText) }
    node.add("circa", date.circa?.description)
    let span = Span(date)
    func add(_ key: String, _ moment: Moment) {
      // XML Schema has years of four digits or more, and all of ours are.
      if !moment.isOpen { node.add(key, moment.description) }
    }
    add("beginOfTheBegin", span.earliestStart)
    add("endOfTheBegin", span.latestStart)
    add("beginOfTheEnd", span.earliestEnd)
    add("endOfTheEnd", span.latestEnd)
    return node.value
  }

  func citation(_ citation: Citation) -> JSONValue {
    var node = LinkedMembers()
    node.add("type", "prov:PrimarySource")
    node.add("source", JSONLDWords.node(citation.source))
    node.add("locator", citation.locator)
    return node.value
  }

  func add(_ attestation: Attestation, to node: inout LinkedMembers) {
    node.add("certainty", attestation.certainty?.rawValue)
    if attestation.modality != .actual { node.add("modality", attestation.modality.rawValue) }
    node.add("holder", link: attestation.holder)
    node.add("citations", list: attestation.citations.map(citation))
    node.add("note", attestation.note)
    node.add("readings", list: attestation.readings.map { .string(JSONLDWords.node($0)) })
    guard let secret = attestation.secret else { return }
    var part = LinkedMembers()
    part.add("type", "ent:Secret")
    part.add("knownTo", list: secret.knownTo.map(knower))
    part.add("unknownTo", list: secret.unknownTo.map(knower))
    part.add("disclosed", list: secret.disclosures.map(disclosure))
    node.add("secret", part.value)
  }

  private func knower(_ knower: Knowledge.Knower) -> JSONValue {
    var node = LinkedMembers()
    node.add("actor", link: knower.actor)
    node.add("since", knower.since.map { timeSpan($0) })
    node.add("depth", knower.depth?.rawValue)
    node.add("certainty", knower.certainty?.rawValue)
    node.add("note", knower.note)
    node.add("citations", list: knower.citations.map(citation))
    return node.value
  }

  private func disclosure(_ disclosure: Knowledge.Disclosure) -> JSONValue {
    var node = LinkedMembers()
    node.add("when", timeSpan(disclosure.when))
    node.add("depth", disclosure.depth?.rawValue)
    node.add("certainty", disclosure.certainty?.rawValue)
    node.add("note", disclosure.note)
    node.add("citations", list: disclosure.citations.map(citation))
    return node.value
  }

  /// What another program says besides.
  func add(_ attributes: [Attribute], to node: inout LinkedMembers) {
    node.add(
      "additionalProperty",
      list: attributes.map { attribute in
        let value: JSONValue =
          switch attribute.value {
          case .text(let text): .string(text)
          case .boolean(let value): .bool(value)
          case .integer(let value):
            .object(["@type": .string("xsd:integer"), "@value": .string(String(value))])
          case .number(let value):
            .object(["@type": .string("xsd:double"), "@value": .string(value.description)])
          }
        return .object([
          "type": .string("schema:PropertyValue"), "propertyID": .string(attribute.name), "value": value,
        ])
      })
  }

  // MARK: Agreements

  func add(_ life: AgreementLife, to node: inout LinkedMembers) {
    node.add("wasUsedFor", list: life.acts.map(self.node))
    node.add(
      "inForce",
      list: life.statedInForce.map { span in
        var node = LinkedMembers()
        node.add("type", "crm:E2_Temporal_Entity")
        if let date = span.date {
          node.add("timeSpan", timeSpan(date))
        } else {
          node.add("never", .bool(true))
        }
        add(span.attestation, to: &node)
        return node.value
      })
    node.add("terms", list: life.terms.map(self.node))
    node.add("reservations", list: life.reservations.map(self.node))
    node.add("obligations", list: life.obligations.map(self.node))
  }

  private func node(_ act: Act) -> JSONValue {
    var node = LinkedMembers()
    node.add("type", "crm:E7_Activity")
    node.add("kind", act.kind.name)
    node.add("hasType", word(act.kind.name, of: "act"))
    node.add("timeSpan", act.date.map { timeSpan($0) })
    node.add("by", links: act.by)
    node.add("between", links: act.between)
    node.add("from", link: act.from)
    node.add("place", link: act.place)
    node.add("until", act.until.map { timeSpan($0) })
    node.add("period", act.period?.description)
    add(act.attestation, to: &node)
    return node.value
  }

  private func node(_ terms: Terms) -> JSONValue {
    var node = LinkedMembers()
    node.add("type", "ent:Terms")
    node.add("duration", terms.duration?.description)
    node.add("until", terms.until.map { timeSpan($0) })
    node.add("notice", terms.notice?.description)
    node.add("renewal", terms.renewal?.text)
    node.add("entry", terms.entry?.rawValue)
    node.add("ratification", terms.ratification?.rawValue)
    node.add("ratifications", terms.ratifications.map(JSONValue.integer))
    node.add("termStart", terms.termStart?.rawValue)
    node.add("denunciation", terms.denunciation?.rawValue)
    node.add("denunciationEnds", terms.denunciationEnds?.rawValue)
    node.add("breach", terms.breach?.rawValue)
    node.add("endsWith", link: terms.endsWith)
    node.add("clause", terms.clause)
    add(terms.attestation, to: &node)
    return node.value
  }

  private func node(_ reservation: Reservation) -> JSONValue {
    var node = LinkedMembers()
    node.add("type", "crm:E7_Activity")
    node.add("by", links: [reservation.by])
    node.add("clause", reservation.clause)
    node.add("timeSpan", reservation.date.map { timeSpan($0) })
    node.add("withdrawn", reservation.withdrawn.map { timeSpan($0) })
    node.add(
      "objections",
      list: reservation.objections.map { objection in
        var node = LinkedMembers()
        node.add("type", "crm:E7_Activity")
        node.add("by", links: [objection.by])
        node.add("timeSpan", objection.date.map { timeSpan($0) })
        if objection.opposesEntryIntoForce { node.add("opposesEntryIntoForce", .bool(true)) }
        return node.value
      })
    add(reservation.attestation, to: &node)
    return node.value
  }

  private func node(_ obligation: Obligation) -> JSONValue {
    var node = LinkedMembers()
    node.add("id", JSONLDWords.node(obligation: obligation.id))
    node.add("type", "ent:Obligation")
    node.add("kind", obligation.kind.name)
    node.add("hasType", word(obligation.kind.name, of: "obligation-kind"))
    node.add("debtors", links: obligation.by)
    node.add("creditors", links: obligation.to)
    node.add("about", links: obligation.about)
    node.add("against", links: obligation.against)
    node.add("onCondition", obligation.condition)
    node.add("conditionEvent", link: obligation.conditionEvent)
    node.add("unless", obligation.unless)
    node.add("unlessEvent", link: obligation.unlessEvent)
    switch obligation.deadline {
    case .by(let date): node.add("deadline", timeSpan(date))
    case .within(let period, let event):
      node.add("within", period.description)
      node.add("withinEvent", link: event)
    case nil: break
    }
    node.add("clause", obligation.clause)
    node.add("amendedBy", link: obligation.amendedBy)
    add(obligation.attestation, to: &node)
    return node.value
  }
}
