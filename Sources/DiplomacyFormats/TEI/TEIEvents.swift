import Chronology
import Diplomacy

/// The events of a TEI document: agreements, what happened, and the relations between all.
extension TEIWriter {
  func writeEvents(_ xml: inout XMLWriter) throws {
    let agreements = ordered.filter { $0.entity.category == .agreement }
    let events = ordered.filter { $0.entity.category == .event }
    let statements = view.statements.map(\.statement)
    guard !agreements.isEmpty || !events.isEmpty else {
      // A listEvent must hold an event, a standOff must hold something.
      if !statements.isEmpty {
        try writeRelations(statements, &xml)
      } else if ordered.isEmpty, graph.readings.isEmpty {
        try xml.element("note", text: "The graph holds nothing.")
      }
      return
    }
    try xml.element("listEvent") { xml in
      for (entity, number) in agreements { try writeAgreement(entity, number, &xml) }
      for (entity, number) in events { try writeHappening(entity, number, &xml) }
      if !statements.isEmpty { try writeRelations(statements, &xml) }
    }
  }

  func eventAttributes(
    _ id: String?, _ type: String, _ subtype: String?, _ dates: [XMLWriter.Attribute],
    _ attestation: Attestation, number: String? = nil, of obligation: String? = nil
  ) -> [XMLWriter.Attribute] {
    [
      ("xml:id", id), ("n", number), ("type", type), ("subtype", subtype.map(TEIWord.written)),
      ("corresp", obligation),
    ] + dates + [
      ("cert", attestation.certainty?.rawValue), ("source", names.sources(attestation)),
      ("ana", names.readings(attestation)),
    ]
  }

  private func writeHappening(_ event: Entity, _ number: String?, _ xml: inout XMLWriter) throws {
    try xml.element(
      "event",
      eventAttributes(
        names.id(event.id), "event", event.kind.name, dates(event.when), event.attestation, number: number)
    ) { xml in
      try writeLabels(event, &xml)
      try writeDesc(TEIDetails(self, event.attestation, dated: event.when), &xml)
      for identifier in event.identifiers { try writeIdentifier(identifier, &xml) }
      for attribute in event.attributes { try writeAttribute(attribute, "note", &xml) }
      for period in event.existence where view.sees(period.attestation) {
        try writeNested(
          "existence", period.condition.rawValue, "existence", period.date, period.attestation, &xml)
      }
      for deed in event.deeds where view.sees(deed.attestation) { try writeDeed(deed, &xml) }
    }
  }

  /// What an event does to an obligation.
  private func writeDeed(_ deed: Deed, _ xml: inout XMLWriter) throws {
    let obligation = names.pointer(toObligation: deed.obligation)
    try xml.element(
      "event",
      eventAttributes(nil, "deed", deed.effect.rawValue, [], deed.attestation, of: obligation)
    ) { xml in
      try xml.inlineElement("label") { xml in
        try xml.text("\(deed.effect.rawValue) ")
        try xml.element("term", [("type", "obligation")], text: TEIWord.shown(deed.obligation.rawValue))
      }
      try writeDesc(TEIDetails(self, deed.attestation), &xml)
    }
  }

  func writeLabels(_ entity: Entity, _ xml: inout XMLWriter) throws {
    try writeWordings(entity.name, "label", [], &xml)
    if let short = entity.shortName { try writeWordings(short, "label", [("type", "short")], &xml) }
  }

  func writeDesc(_ details: TEIDetails, _ xml: inout XMLWriter) throws {
    guard !details.isEmpty else { return }
    try xml.inlineElement("desc") { xml in try details.write(&xml) }
  }

  func writeNested(
    _ type: String, _ subtype: String?, _ label: String, _ date: HistoricalDate?,
    _ attestation: Attestation, _ xml: inout XMLWriter
  ) throws {
    try xml.element("event", eventAttributes(nil, type, subtype, dates(date), attestation)) { xml in
      try xml.element("label", text: label)
      try writeDesc(TEIDetails(self, attestation, dated: date), &xml)
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
      [
        ("xml:id", names.id(statement.id)), ("name", TEIWord.written(statement.role.name)),
        ("type", statement.isDirected.map { $0 ? "directed" : "undirected" }),
      ] + ends + dates(statement.when)
      + [
        ("cert", attestation.certainty?.rawValue), ("source", names.sources(attestation)),
        ("ana", names.readings(attestation)),
      ] as [XMLWriter.Attribute]
    let details = TEIDetails(self, attestation, statement: statement, dated: statement.when)
    try xml.element("relation", attributes) { xml in try writeDesc(details, &xml) }
  }
}
