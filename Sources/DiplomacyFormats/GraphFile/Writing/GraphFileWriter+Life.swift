import Chronology
import Diplomacy

/// The life of an agreement.
extension GraphFileWriter {
  mutating func life(_ life: AgreementLife, of entity: Entity, at position: Int) -> [YAMLValue.Pair] {
    var fields = YAMLPairs()
    var number = 0
    // Acts have keys of their own as long as they come in the order of the keys.
    for (key, kind) in GraphFileKeys.datedActs
    where number < life.acts.count && life.acts[number].kind == kind {
      fields.add(key, datedAct(life.acts[number], .act(position, number: number)))
      number += 1
    }
    let others = (number..<life.acts.count).compactMap { number -> YAMLValue? in
      act(life.acts[number], .act(position, number: number))
    }
    fields.add("acts", others.isEmpty ? nil : .list(others))
    fields.add("in-force", inForce(life.statedInForce))
    fields.add(
      "terms",
      YAMLValue.oneOrSeveral(
        life.terms.enumerated().map { terms($1, .terms(position, number: $0)) }))
    fields.add("reservations", list(life.reservations.compactMap { reservation($0) }))
    fields.add(
      "obligations",
      list(life.obligations.enumerated().compactMap { obligation($1, number: $0 + 1, of: entity) }))
    return fields.pairs
  }

  private func list(_ values: [YAMLValue]) -> YAMLValue? { values.isEmpty ? nil : .list(values) }

  /// An act under a key of its own: its date alone where that is all.
  private mutating func datedAct(_ act: Act, _ slot: DateSlot) -> YAMLValue {
    let date = act.date.map { self.date($0, at: slot) }
    let rest = actFields(act, slot)
    // What is given by other dates is a mapping, but none of an act.
    if let date, rest.isEmpty, relativeDates[slot] == nil { return date }
    return .mapping((date.map { Self.when($0) } ?? []) + rest)
  }

  private mutating func act(_ act: Act, _ slot: DateSlot) -> YAMLValue {
    var kept: [Attribute] = []
    let kind = word(act.kind.name, "act", "original-act", &kept)
    let date = act.date.map { Self.when(self.date($0, at: slot)) } ?? []
    return .mapping([.init(key: "act", value: .word(kind))] + date + actFields(act, slot))
  }

  private mutating func actFields(_ act: Act, _ slot: DateSlot) -> [YAMLValue.Pair] {
    var fields = YAMLPairs()
    fields.add("by", .words(references(act.by, [.actor])))
    let between = references(act.between, [.actor])
    if act.kind == .suspension, Set(between).count > 1 {
      fields.add("between", .words(between))
    } else {
      losses.add("party between whom an act is, which is no suspension", between.count)
    }
    fields.add("from", word: actor(act.from))
    fields.add("place", word: reference(act.place, [.territory]))
    var end = slot
    if case .act(let position, let number) = slot { end = .actEnd(position, number: number) }
    fields.add("until", act.until.map { date($0, at: end) })
    fields.add("duration", word: act.period?.description)
    fields.add(attestation(act.attestation))
    return fields.pairs
  }

  private mutating func inForce(_ spans: [InForce]) -> YAMLValue? {
    let entries = spans.map { stated -> (date: YAMLValue, rest: [YAMLValue.Pair]) in
      (stated.date.map { interval($0) } ?? .word("never"), attestation(stated.attestation))
    }
    // A list is one of mappings; of texts it would be a set.
    return YAMLValue.oneOrSeveral(
      entries.map { entry in
        entry.rest.isEmpty && entries.count == 1 ? entry.date : .mapping(Self.when(entry.date) + entry.rest)
      })
  }

  private mutating func terms(_ terms: Terms, _ slot: DateSlot) -> YAMLValue {
    var fields = YAMLPairs()
    fields.add("duration", word: terms.duration?.description)
    fields.add("until", terms.until.map { date($0, at: slot) })
    fields.add("notice", word: terms.notice?.description)
    switch terms.renewal {
    case .each(let period): fields.add("renewal", word: period.description)
    case .indefinite: fields.add("renewal", word: "indefinite")
    case nil: break
    }
    fields.add("enters-into-force", word: terms.entry?.rawValue)
    fields.add("ratification", word: terms.ratification?.rawValue)
    fields.add("ratifications", word: terms.ratifications?.description)
    fields.add("counts-from", word: terms.termStart?.rawValue)
    fields.add("denunciation", word: terms.denunciation?.rawValue)
    fields.add("denunciation-ends", word: terms.denunciationEnds?.rawValue)
    fields.add("breach", word: terms.breach?.rawValue)
    fields.add("ends-with", word: reference(terms.endsWith, [.agreement]))
    fields.add("clause", text(terms.clause))
    fields.add(attestation(terms.attestation))
    return fields.mapping
  }

  private mutating func reservation(_ reservation: Reservation) -> YAMLValue? {
    guard let by = actor(reservation.by) else { return nil }
    var fields = YAMLPairs()
    fields.add("by", .word(by))
    fields.add("to", text(reservation.clause))
    fields.add("when", reservation.date.map { date($0) })
    fields.add("withdrawn", reservation.withdrawn.map { date($0) })
    fields.add(
      "objections",
      YAMLValue.oneOrSeveral(
        reservation.objections.compactMap { objection in
          guard let by = actor(objection.by) else { return nil }
          var fields = YAMLPairs()
          fields.add("by", .word(by))
          fields.add("when", objection.date.map { date($0) })
          fields.add("opposes-entry-into-force", flag: objection.opposesEntryIntoForce)
          return fields.pairs.count == 1 ? .word(by) : fields.mapping
        }))
    fields.add(attestation(reservation.attestation))
    return fields.mapping
  }

  private mutating func obligation(_ obligation: Obligation, number: Int, of entity: Entity) -> YAMLValue? {
    let by = references(obligation.by, [.actor])
    // Without its debtors it would be owed by all.
    guard !by.isEmpty || obligation.by.isEmpty else { return nil }
    var kept: [Attribute] = []
    var fields = YAMLPairs()
    let id = names.obligation(obligation.id)
    if id != "\(names[entity.id]).obligation-\(number)" { fields.add("id", .word(id)) }
    fields.add("kind", .word(word(obligation.kind.name, "obligation", "original-kind", &kept)))
    fields.add("by", obligation.by.isEmpty ? .word(GraphFileKeys.allParties) : .words(by))
    fields.add("to", .words(references(obligation.to, [.actor])))
    fields.add("about", .words(references(obligation.about, Category.allCases)))
    fields.add("against", .words(references(obligation.against, [.actor])))
    fields.add("condition", text(obligation.condition))
    fields.add("condition-event", word: reference(obligation.conditionEvent, [.event]))
    fields.add("unless", text(obligation.unless))
    fields.add("unless-event", word: reference(obligation.unlessEvent, [.event]))
    switch obligation.deadline {
    case .by(let date): fields.add("deadline", self.date(date))
    case .within(let period, let event):
      if let event = reference(event, [.event]) {
        fields.add("within", .word(period.description))
        fields.add("of", .word(event))
      }
    case nil: break
    }
    fields.add("clause", text(obligation.clause))
    fields.add("amended-by", word: reference(obligation.amendedBy, [.agreement]))
    fields.add(attestation(obligation.attestation))
    return fields.mapping
  }
}
