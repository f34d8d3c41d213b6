import Chronology
import Diplomacy

/// The agreements of a TEI document, with their lives as nested events.
extension TEIWriter {
  func writeAgreement(_ agreement: Entity, _ number: String?, _ xml: inout XMLWriter) throws {
    let life = view.life(of: agreement) ?? AgreementLife()
    try xml.element(
      "event",
      eventAttributes(
        names.id(agreement.id), "agreement", agreement.kind.name,
        dates(view.concluded(agreement)), agreement.attestation, number: number)
    ) { xml in
      try writeLabels(agreement, &xml)
      try writeParticipants(agreement, &xml)
      try writeDesc(TEIDetails(self, agreement.attestation), &xml)
      for identifier in agreement.identifiers { try writeIdentifier(identifier, &xml) }
      for attribute in agreement.attributes { try writeAttribute(attribute, "note", &xml) }
      if let date = agreement.when {
        try writeNested("existence", nil, "existence", date, Attestation(), &xml)
      }
      for act in life.acts { try writeAct(act, &xml) }
      for span in life.statedInForce {
        let isNever = span.date == nil
        try writeNested(
          "in-force", isNever ? "never" : nil, isNever ? "Never in force" : "In force", span.date,
          span.attestation, &xml)
      }
      for terms in life.terms { try writeTerms(terms, &xml) }
      for reservation in life.reservations { try writeReservation(reservation, &xml) }
      for obligation in life.obligations { try writeObligation(obligation, of: agreement, &xml) }
    }
  }

  private func writeParticipants(_ agreement: Entity, _ xml: inout XMLWriter) throws {
    guard let participants = participants[agreement.id] else { return }
    try xml.inlineElement("desc", [("type", "participants")]) { xml in
      for (index, statement) in participants.enumerated() {
        if index > 0 { try xml.text(", ") }
        try writeName(statement.subject, role: statement.role.name, &xml)
        try xml.text(" (\(TEIWord.shown(statement.role.name)))")
      }
    }
  }

  /// Names in a row, each in its role; the words stand before the first.
  private func writeNames(
    _ ids: [EntityID], _ words: String, role: String?, _ xml: inout XMLWriter
  ) throws {
    for (index, id) in ids.enumerated() {
      try xml.text(index == 0 ? words : ", ")
      try writeName(id, role: role, &xml)
    }
  }

  // MARK: Acts

  private func writeAct(_ act: Act, _ xml: inout XMLWriter) throws {
    try xml.element(
      "event", eventAttributes(nil, "act", act.kind.name, dates(act.date), act.attestation)
    ) { xml in
      try xml.element("label", text: TEIWord.shown(act.kind.name))
      let details = TEIDetails(self, act.attestation, dated: act.date)
      let parts = parts(of: act)
      guard !parts.isEmpty || !details.isEmpty else { return }
      try xml.inlineElement("desc") { xml in
        for (index, part) in parts.enumerated() {
          if index > 0 { try xml.text(", ") }
          // A sentence begins with a capital letter.
          try xml.text(
            (index == 0 ? part.word.prefix(1).uppercased() + part.word.dropFirst() : part.word) + " ")
          try part.write(&xml)
        }
        if !parts.isEmpty { try xml.text(details.isEmpty ? "." : ". ") }
        try details.write(&xml)
      }
    }
  }

  /// What an act says besides its date, in the order in which it is told.
  private func parts(of act: Act) -> [(word: String, write: TEIDetails.Part)] {
    var parts: [(word: String, write: TEIDetails.Part)] = []
    if !act.by.isEmpty {
      parts.append(("by", { xml in try writeNames(act.by, "", role: "agent", &xml) }))
    }
    if !act.between.isEmpty {
      parts.append(("between", { xml in try writeNames(act.between, "", role: "party", &xml) }))
    }
    if let predecessor = act.from {
      parts.append(("in the place of", { xml in try writeName(predecessor, role: "predecessor", &xml) }))
    }
    if let place = act.place {
      parts.append(("at", { xml in try writeName(place, role: nil, &xml) }))
    }
    if let until = act.until {
      parts.append(("until", { xml in try writeDate(until, type: "until", &xml) }))
    }
    if let period = act.period {
      parts.append(("for", { xml in try writePeriod(period, "period", &xml) }))
    }
    return parts
  }

  private func writePeriod(_ period: Period, _ type: String, _ xml: inout XMLWriter) throws {
    try xml.element("date", [("type", type), ("dur-iso", "\(period)")], text: "\(period)")
  }

  // MARK: Terms and reservations

  private func writeTerms(_ terms: Terms, _ xml: inout XMLWriter) throws {
    let parts = parts(of: terms)
    try xml.element("event", eventAttributes(nil, "terms", nil, [], terms.attestation)) { xml in
      try xml.inlineElement("label") { xml in
        try xml.text("Terms")
        for (index, part) in parts.enumerated() {
          try xml.text((index == 0 ? ": " : ", ") + part.word + " ")
          try part.write(&xml)
        }
        if let clause = terms.clause {
          try xml.text(" (")
          try xml.element("term", [("type", "clause")], text: clause)
          try xml.text(")")
        }
      }
      try writeDesc(TEIDetails(self, terms.attestation), &xml)
    }
  }

  private func parts(of terms: Terms) -> [(word: String, write: TEIDetails.Part)] {
    var parts: [(word: String, write: TEIDetails.Part)] = []
    func add(_ word: String, _ type: String, _ text: String?) {
      guard let text else { return }
      parts.append((word, { xml in try xml.element("term", [("type", type)], text: text) }))
    }
    add("duration", "duration", terms.duration?.description)
    if let until = terms.until {
      parts.append(("until", { xml in try writeDate(until, type: "until", &xml) }))
    }
    add("notice", "notice", terms.notice?.description)
    add("renewal", "renewal", terms.renewal?.text)
    add("enters into force by", "entry", terms.entry?.rawValue)
    add("ratification", "ratification", terms.ratification?.rawValue)
    add("ratifications needed", "ratifications", terms.ratifications.map(String.init))
    add("counts from", "term-start", terms.termStart?.rawValue)
    add("denunciation takes effect", "denunciation", terms.denunciation?.rawValue)
    add("denunciation ends", "denunciation-ends", terms.denunciationEnds?.rawValue)
    add("breach", "breach", terms.breach?.rawValue)
    if let agreement = terms.endsWith {
      parts.append(("ends with", { xml in try writeName(agreement, role: "ends-with", &xml) }))
    }
    return parts
  }

  private func writeReservation(_ reservation: Reservation, _ xml: inout XMLWriter) throws {
    let attestation = reservation.attestation
    try xml.element(
      "event", eventAttributes(nil, "reservation", nil, dates(reservation.date), attestation)
    ) { xml in
      try xml.element("label", text: "Reservation")
      try xml.inlineElement("desc") { xml in
        try xml.text("By ")
        try writeName(reservation.by, role: "agent", &xml)
        if let clause = reservation.clause {
          try xml.text(" to ")
          try xml.element("term", [("type", "clause")], text: clause)
        }
        if let withdrawn = reservation.withdrawn {
          try xml.text(", withdrawn ")
          try writeDate(withdrawn, type: "withdrawn", &xml)
        }
        let details = TEIDetails(self, attestation, dated: reservation.date)
        try xml.text(details.isEmpty ? "." : ". ")
        try details.write(&xml)
      }
      for objection in reservation.objections { try writeObjection(objection, &xml) }
    }
  }

  private func writeObjection(_ objection: Reservation.Objection, _ xml: inout XMLWriter) throws {
    let subtype = objection.opposesEntryIntoForce ? "opposes-entry-into-force" : nil
    try xml.element(
      "event", eventAttributes(nil, "objection", subtype, dates(objection.date), Attestation())
    ) { xml in
      try xml.element("label", text: "Objection")
      try xml.inlineElement("desc") { xml in
        try writeNames([objection.by], "By ", role: "agent", &xml)
        if objection.opposesEntryIntoForce { try xml.text(", which is not bound to it") }
        try xml.text(".")
        if let date = objection.date, needsText(date) {
          try xml.text(" ")
          try TEIDetails(self, Attestation(), dated: date).write(&xml)
        }
      }
    }
  }

  // MARK: Obligations

  private func writeObligation(_ obligation: Obligation, of agreement: Entity, _ xml: inout XMLWriter) throws
  {
    let attestation = obligation.attestation
    try xml.element(
      "event",
      eventAttributes(names.id(of: obligation), "obligation", obligation.kind.name, [], attestation)
    ) { xml in
      try xml.element("label", text: TEIWord.shown(obligation.kind.name))
      try xml.inlineElement("desc") { xml in
        if obligation.by.isEmpty {
          try xml.text("Owed by ")
          try xml.element("term", [("type", "debtors")], text: "every party")
          let debtors = obligation.debtors(among: view.parties(of: agreement.id))
          try writeNames(debtors, " (", role: "party", &xml)
          if !debtors.isEmpty { try xml.text(")") }
        } else {
          try writeNames(obligation.by, "Owed by ", role: "debtor", &xml)
        }
        try writeNames(obligation.to, " to ", role: "creditor", &xml)
        try writeNames(obligation.about, " about ", role: "about", &xml)
        try writeNames(obligation.against, " against ", role: "enemy", &xml)
        try writeConditions(obligation, &xml)
        if let clause = obligation.clause {
          try xml.text("; ")
          try xml.element("term", [("type", "clause")], text: clause)
        }
        if let amendment = obligation.amendedBy {
          try writeNames([amendment], "; amended by ", role: "amended-by", &xml)
        }
        let details = TEIDetails(self, attestation)
        try xml.text(details.isEmpty ? "." : ". ")
        try details.write(&xml)
      }
    }
  }

  /// On what condition, with what exception, and by when something is owed.
  private func writeConditions(_ obligation: Obligation, _ xml: inout XMLWriter) throws {
    func write(_ words: String, _ type: String, _ text: String?) throws {
      guard let text else { return }
      try xml.text("; \(words) ")
      try xml.element("term", [("type", type)], text: text)
    }
    try write("if", "condition", obligation.condition)
    if let event = obligation.conditionEvent { try writeNames([event], "; on ", role: "condition", &xml) }
    try write("unless", "exception", obligation.unless)
    if let event = obligation.unlessEvent { try writeNames([event], "; not on ", role: "exception", &xml) }
    switch obligation.deadline {
    case .by(let date):
      try xml.text("; by ")
      try writeDate(date, type: "deadline", &xml)
    case .within(let period, let event):
      try xml.text("; within ")
      try writePeriod(period, "deadline", &xml)
      try writeNames([event], " of ", role: "deadline", &xml)
    case nil: break
    }
  }
}
