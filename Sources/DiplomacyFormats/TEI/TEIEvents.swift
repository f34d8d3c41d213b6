import Chronology
import Diplomacy

/// The events of a TEI document: agreements with their lives, what happened, and the relations between all.
extension TEIWriter {
  func writeEvents(_ xml: inout XMLWriter) throws {
    let entities = view.entities.map(\.entity)
    let agreements = entities.filter { $0.category == .agreement }
    let events = entities.filter { $0.category == .event }
    let statements = view.statements.map(\.statement)
    guard !agreements.isEmpty || !events.isEmpty else {
      // A listEvent must hold an event, a standOff must hold something.
      if !statements.isEmpty {
        try writeRelations(statements, &xml)
      } else if entities.isEmpty, graph.readings.isEmpty {
        try xml.element("note", text: "The graph holds nothing.")
      }
      return
    }
    try xml.element("listEvent") { xml in
      for agreement in agreements { try writeAgreement(agreement, &xml) }
      for event in events { try writeHappening(event, &xml) }
      if !statements.isEmpty { try writeRelations(statements, &xml) }
    }
  }

  private func eventAttributes(
    _ id: String?, _ type: String, _ subtype: String?, _ dates: [XMLWriter.Attribute],
    _ attestation: Attestation
  ) -> [XMLWriter.Attribute] {
    [("xml:id", id), ("type", type), ("subtype", subtype.map(teiWord))] + dates + [
      ("cert", attestation.certainty?.rawValue), ("source", names.sources(attestation)),
      ("ana", names.readings(attestation)),
    ]
  }

  private func writeHappening(_ event: Entity, _ xml: inout XMLWriter) throws {
    try xml.element(
      "event",
      eventAttributes(names.id(event.id), "event", event.kind.name, dates(event.when), event.attestation)
    ) { xml in
      try writeLabels(event, &xml)
      try writeDesc(TEIDetails(self, event.attestation, dated: event.when), &xml)
      for identifier in event.identifiers { try writeIdentifier(identifier, &xml) }
    }
  }

  private func writeLabels(_ entity: Entity, _ xml: inout XMLWriter) throws {
    try writeWordings(entity.name, "label", [], &xml)
    if let short = entity.shortName { try writeWordings(short, "label", [("type", "short")], &xml) }
  }

  private func writeDesc(_ details: TEIDetails, _ xml: inout XMLWriter) throws {
    guard !details.isEmpty else { return }
    try xml.inlineElement("desc") { xml in try details.write(&xml) }
  }

  // MARK: Agreements

  private func writeAgreement(_ agreement: Entity, _ xml: inout XMLWriter) throws {
    let life = view.life(of: agreement) ?? AgreementLife()
    try xml.element(
      "event",
      eventAttributes(
        names.id(agreement.id), "agreement", agreement.kind.name,
        dates(view.concluded(agreement)), agreement.attestation)
    ) { xml in
      try writeLabels(agreement, &xml)
      try writeParticipants(agreement, &xml)
      try writeDesc(TEIDetails(self, agreement.attestation), &xml)
      for identifier in agreement.identifiers { try writeIdentifier(identifier, &xml) }
      for act in life.acts { try writeAct(act, &xml) }
      for span in life.statedInForce {
        let label = span.date == nil ? "Never in force" : "In force"
        try writeNested("in-force", nil, label, span.date, span.attestation, &xml)
      }
      for terms in life.terms {
        guard let summary = terms.summary else { continue }
        try writeNested("terms", nil, "Terms: \(summary)", nil, terms.attestation, &xml)
      }
      for reservation in life.reservations {
        try writeNested(
          "reservation", nil, "Reservation: \(reservation.summary)", reservation.date,
          reservation.attestation, &xml)
      }
      for obligation in life.obligations {
        try writeObligation(obligation, of: agreement, &xml)
      }
    }
  }

  private func writeParticipants(_ agreement: Entity, _ xml: inout XMLWriter) throws {
    guard let participants = participants[agreement.id] else { return }
    try xml.inlineElement("desc", [("type", "participants")]) { xml in
      for (index, statement) in participants.enumerated() {
        if index > 0 { try xml.text(", ") }
        try writeName(statement.subject, role: statement.role.name, &xml)
        try xml.text(" (\(statement.role))")
      }
    }
  }

  private func writeAct(_ act: Act, _ xml: inout XMLWriter) throws {
    try xml.element(
      "event", eventAttributes(nil, "act", act.kind.name, dates(act.date), act.attestation)
    ) { xml in
      try xml.element("label", text: act.kind.name)
      let details = TEIDetails(self, act.attestation, dated: act.date)
      guard !act.by.isEmpty || !act.between.isEmpty || act.place != nil || !details.isEmpty else { return }
      try xml.inlineElement("desc") { xml in
        for (index, actor) in act.by.enumerated() {
          try xml.text(index == 0 ? "By " : ", ")
          try writeName(actor, role: "agent", &xml)
        }
        for (index, actor) in act.between.enumerated() {
          try xml.text(index == 0 ? (act.by.isEmpty ? "Between " : ", between ") : ", ")
          try writeName(actor, role: "party", &xml)
        }
        if let place = act.place {
          try xml.text(act.by.isEmpty && act.between.isEmpty ? "At " : ", at ")
          try writeName(place, role: nil, &xml)
        }
        let isFilled = !act.by.isEmpty || !act.between.isEmpty || act.place != nil
        if isFilled { try xml.text(details.isEmpty ? "." : ". ") }
        try details.write(&xml)
      }
    }
  }

  private func writeNested(
    _ type: String, _ subtype: String?, _ label: String, _ date: HistoricalDate?,
    _ attestation: Attestation,
    _ xml: inout XMLWriter
  ) throws {
    try xml.element("event", eventAttributes(nil, type, subtype, dates(date), attestation)) { xml in
      try xml.element("label", text: label)
      try writeDesc(TEIDetails(self, attestation, dated: date), &xml)
    }
  }

  private func writeObligation(_ obligation: Obligation, of agreement: Entity, _ xml: inout XMLWriter) throws
  {
    let attestation = obligation.attestation
    try xml.element("event", eventAttributes(nil, "obligation", obligation.kind.name, [], attestation)) {
      xml in
      try xml.element("label", text: obligation.kind.name)
      try xml.inlineElement("desc") { xml in
        for (words, role, ids) in [
          ("Owed by ", "debtor", obligation.debtors(among: view.parties(of: agreement.id))),
          (" to ", "creditor", obligation.to),
          (" about ", "about", obligation.about),
          (" against ", "enemy", obligation.against),
        ] {
          for (index, id) in ids.enumerated() {
            try xml.text(index == 0 ? words : ", ")
            try writeName(id, role: role, &xml)
          }
        }
        if let condition = obligation.condition { try xml.text("; if \(condition)") }
        if let event = obligation.conditionEvent {
          try xml.text("; on ")
          try writeName(event, role: "condition", &xml)
        }
        if let exception = obligation.unless { try xml.text("; unless \(exception)") }
        if let event = obligation.unlessEvent {
          try xml.text("; not on ")
          try writeName(event, role: "exception", &xml)
        }
        switch obligation.deadline {
        case .by(let date):
          try xml.text("; by ")
          try writeDate(date, type: "deadline", &xml)
        case .within(let period, let event):
          try xml.text("; within ")
          try xml.element("date", [("type", "deadline"), ("dur-iso", "\(period)")], text: "\(period)")
          try xml.text(" of ")
          try writeName(event, role: "deadline", &xml)
        case nil: break
        }
        if let clause = obligation.clause { try xml.text("; \(clause)") }
        let details = TEIDetails(self, attestation)
        try xml.text(details.isEmpty ? "." : ". ")
        try details.write(&xml)
      }
    }
  }

  // MARK: Relations

  private func writeRelations(_ statements: [Statement], _ xml: inout XMLWriter) throws {
    try xml.element("listRelation") { xml in
      for statement in statements { try writeRelation(statement, &xml) }
    }
  }

  private func writeRelation(_ statement: Statement, _ xml: inout XMLWriter) throws {
    let attestation = statement.attestation
    let ends: [XMLWriter.Attribute] =
      statement.isSymmetric
      ? [("mutual", names.pointers([statement.subject, statement.object]))]
      : [("active", names.pointer(statement.subject)), ("passive", names.pointer(statement.object))]
    let attributes =
      [("xml:id", names.id(statement.id)), ("name", teiWord(statement.role.name))] + ends
      + dates(statement.when)
      + [
        ("cert", attestation.certainty?.rawValue), ("source", names.sources(attestation)),
        ("ana", names.readings(attestation)),
      ] as [XMLWriter.Attribute]
    let details = TEIDetails(self, attestation, statement: statement, dated: statement.when)
    try xml.element("relation", attributes) { xml in try writeDesc(details, &xml) }
  }
}
