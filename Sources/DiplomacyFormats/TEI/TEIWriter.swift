import Chronology
public import Diplomacy

/// Writes a view of a graph as TEI P5: a header, and a `standOff` of people, organisations, places and events.
///
/// Agreements are `event type="agreement"` with their acts, in-force spans, terms, reservations and obligations as nested
/// events; statements are `relation`s inside `listEvent`. The document is valid against `tei_all` 4.3.0 and later, and
/// against the small schema of it in Documentation/entente-tei.rng; Entente reads it back as the same graph.
/// - Parameter view: What is written: all that is there possibly.
/// - Throws: When libxml2 refuses to write.
/// - Complexity: O(*n* log *n* + *m*); *n* entities, *m* statements.
public func tei(_ view: GraphView) throws -> Export {
  let writer = TEIWriter(view)
  var xml = try XMLWriter()
  try xml.element(
    "TEI", [("xmlns", "http://www.tei-c.org/ns/1.0"), ("xml:lang", view.graph.language)]
  ) { xml in
    try writer.writeHeader(&xml)
    try xml.element("standOff") { xml in
      try writer.writeNotes(&xml)
      try writer.writeReadings(&xml)
      try writer.writeActors(&xml)
      try writer.writePlaces(&xml)
      try writer.writeEvents(&xml)
    }
  }
  var losses = writer.losses
  losses.add(xml.replacedCharacters, "character that XML cannot hold", instead: "written as U+FFFD")
  return Export(bytes: try xml.finish(), losses: losses)
}

/// Writes the parts of one TEI document.
struct TEIWriter {
  let view: GraphView
  let names: TEINames
  /// The entities that the document holds, to which alone names can point.
  let written: Set<EntityID>
  /// The entities in the order of the graph, each with its place there where the document has another order; nil where it
  /// has the same.
  let ordered: [(entity: Entity, number: String?)]
  /// Who takes part in each agreement.
  let participants: [EntityID: [Statement]]
  var graph: DiplomaticGraph { view.graph }
  private var language: String { graph.language }

  init(_ view: GraphView) {
    self.view = view
    names = TEINames(view.graph)
    let entities = view.entities.map(\.entity)
    written = Set(entities.map(\.id))
    let lists = entities.map(Self.list)
    let isInOrder = zip(lists, lists.dropFirst()).allSatisfy { $0 <= $1 }
    ordered = entities.enumerated().map { ($1, isInOrder ? nil : String($0 + 1)) }
    participants = Dictionary(
      grouping: view.statements.map(\.statement).filter { Role.participations.contains($0.role) },
      by: \.object)
  }

  /// The list of the document in which an entity stands.
  private static func list(of entity: Entity) -> Int {
    switch entity.category {
    case .actor: entity.kind == .person ? 0 : 1
    case .territory: 2
    case .agreement: 3
    case .event: 4
    }
  }

  // MARK: Losses

  fileprivate var losses: LossReport {
    var losses = LossReport()
    losses.add(
      view.statements.count { $0.answer == .maybe }, "statement that holds only possibly or in part",
      instead: "written like the others")
    losses.add(
      graph.writtenDates.count { !$0.isExactInFormat && customDate($0, names.calendars).calendar == nil },
      "date of another style without a text in EDTF", instead: "written as near it as can be")
    if written.count < graph.entities.count {
      losses.add(
        absentNames, "mention of somebody or something that the view does not hold",
        instead: "written as a name without a pointer")
    }
    losses.add(orders.lost, "order of two dates, one of which the view does not hold")
    return losses
  }

  /// How often what is written names an entity that is not.
  private var absentNames: Int {
    var count = 0
    func note(_ ids: [EntityID?]) { for case let id? in ids where !written.contains(id) { count += 1 } }
    func note(_ attestation: Attestation) {
      note([attestation.holder])
      let secret = attestation.secret
      note((secret?.knownTo ?? []).map(\.actor) + (secret?.unknownTo ?? []).map(\.actor))
    }
    for entity in ordered.map(\.entity) {
      note(entity.attestation)
      guard let life = view.life(of: entity) else { continue }
      for act in life.acts {
        note(act.by + act.between + [act.from, act.place])
        note(act.attestation)
      }
      for terms in life.terms { note([terms.endsWith]) }
      for reservation in life.reservations { note([reservation.by] + reservation.objections.map(\.by)) }
      for obligation in life.obligations {
        note(obligation.by + obligation.to + obligation.about + obligation.against)
        note([obligation.conditionEvent, obligation.unlessEvent, obligation.amendedBy])
        if case .within(_, let event) = obligation.deadline { note([event]) }
        note(obligation.attestation)
      }
    }
    for (statement, _) in view.statements {
      note([statement.onBehalfOf] + (statement.succession?.agreements ?? []))
      note(statement.attestation)
    }
    return count
  }

  // MARK: Header

  fileprivate func writeHeader(_ xml: inout XMLWriter) throws {
    try xml.element("teiHeader") { xml in
      try xml.element("fileDesc") { xml in
        try xml.element("titleStmt") { xml in
          try writeWordings(graph.title, "title", [], &xml)
          for author in graph.authors { try xml.element("author", text: author) }
        }
        try xml.element("publicationStmt") { xml in
          if graph.license == nil {
            try xml.element("p", text: "Written by Entente from a graph file.")
          } else {
            try xml.element("authority", text: graph.authors.first ?? "The author of the graph")
            try xml.element("availability") { xml in
              try xml.element("licence", text: graph.license ?? "")
            }
          }
        }
        try xml.element("sourceDesc") { xml in
          if graph.sources.isEmpty {
            try xml.element("p", text: "The graph file names no sources.")
          } else {
            try writeSources(&xml)
          }
        }
      }
      try xml.element("encodingDesc") { xml in
        try xml.element("p", text: scope)
        try xml.element("appInfo") { xml in
          try xml.element("application", [("ident", TEIFormat.application), ("version", TEIFormat.version)]) {
            xml in
            try xml.element("label", text: "Entente")
          }
        }
      }
      if graph.summary != nil || !names.calendars.isEmpty {
        try xml.element("profileDesc") { xml in
          if let summary = graph.summary {
            try xml.element("abstract") { xml in try xml.element("p", text: summary) }
          }
          if !names.calendars.isEmpty { try writeCalendars(&xml) }
        }
      }
    }
  }

  /// The calendars in which dates are written that are not in the usual one.
  private func writeCalendars(_ xml: inout XMLWriter) throws {
    try xml.element("calendarDesc") { xml in
      for style in names.styles {
        try xml.element("calendar", [("xml:id", names.calendars[style])]) { xml in
          let name = style.calendar == .julian ? "Julian calendar (Old Style)" : "Gregorian calendar"
          let month = style.yearStart.text
          try xml.element("p", text: "\(name); years begin on the day --\(month).")
        }
      }
    }
  }

  private var scope: String {
    let date = view.options.at.map { "as of \($0)" } ?? "at all times"
    let named = view.options.reading.map { view.graph.readings(of: $0).map { "'\($0.id)'" } } ?? []
    let reading =
      named.isEmpty
      ? "under all readings"
      : named.count == 1
        ? "under the reading \(named[0])" : "under the readings \(named.joined(separator: " and "))"
    let limits = view.limits.map { ", \($0)" } ?? ""
    return
      "The whole graph \(date), \(reading)\(limits). Dates are EDTF in when-custom, by the calendar in datingMethod where there is one; their bounds are in the other attributes."
  }

  private func writeSources(_ xml: inout XMLWriter) throws {
    try xml.element("listBibl") { xml in
      for source in graph.sources {
        try xml.element(
          "bibl", [("xml:id", names.id(source.id)), ("type", source.kind.map(TEIWord.written))]
        ) {
          xml in
          try writeWordings(source.title, "title", [], &xml)
          if let author = source.author { try xml.element("author", text: author) }
          if let publisher = source.publisher { try xml.element("publisher", text: publisher) }
          if let date = source.date { try writeDate(date, type: nil, &xml) }
          if let language = source.language {
            try xml.element(
              "textLang", [("mainLang", Findings.isLanguageTag(language) ? language : nil)], text: language)
          }
          if let url = source.url {
            if TEIWord.isAddress(url) {
              try xml.element("ptr", [("target", url)])
            } else {
              try xml.element("idno", [("type", "address")], text: url)
            }
          }
          if let quoted = source.quotedIn {
            try xml.element(
              "ref", [("type", "quoted-in"), ("target", "#" + names.id(quoted))],
              text: TEIWord.shown(quoted.text))
          }
          if let note = source.note { try xml.element("note", text: note) }
        }
      }
      for citation in names.citedPlaces {
        try xml.element("bibl", [("xml:id", names.id(citation)), ("type", "cited-place")]) { xml in
          try xml.element(
            "ref", [("target", "#" + names.id(citation.source))],
            text: TEIWord.shown(graph[citation.source]?.title.text(in: language) ?? citation.source.rawValue))
          try xml.element("citedRange", text: citation.locator ?? "")
        }
      }
    }
  }

  // MARK: Readings, actors, places

  fileprivate func writeReadings(_ xml: inout XMLWriter) throws {
    guard !graph.readings.isEmpty else { return }
    try xml.element("interpGrp", [("type", "reading")]) { xml in
      for reading in graph.readings {
        let attributes = [("xml:id", names.id(reading.id)), ("n", reading.isDefault ? "default" : nil)]
        try xml.element("interp", attributes) { xml in
          try writeWordings(reading.title, "desc", [], &xml)
          if let base = reading.extends {
            try xml.inlineElement("desc", [("type", "extends")]) { xml in
              try xml.text("Extends ")
              try xml.element("ref", [("target", "#" + names.id(base))], text: TEIWord.shown(base.rawValue))
            }
          }
          if let question = reading.question {
            try xml.element("desc", [("type", "question")], text: question)
          }
          if let note = reading.note { try xml.element("desc", [("type", "note")], text: note) }
        }
      }
    }
  }

  /// What is said of the whole graph and has no place in a header.
  fileprivate func writeNotes(_ xml: inout XMLWriter) throws {
    if let offset = graph.defaultOffset {
      try xml.element("note", [("type", "default-offset")], text: "\(offset)")
    }
    if graph.hasDirectedLinks { try xml.element("note", [("type", "directed-links")], text: "yes") }
    for attribute in graph.attributes { try writeAttribute(attribute, "note", &xml) }
    for order in orders.kept { try writeOrder(order, &xml) }
  }

  fileprivate func writeActors(_ xml: inout XMLWriter) throws {
    let people = ordered.filter { Self.list(of: $0.entity) == 0 }
    let organizations = ordered.filter { Self.list(of: $0.entity) == 1 }
    if !people.isEmpty {
      try xml.element("listPerson") { xml in
        for (person, number) in people { try writeNamed(person, number, "person", "persName", &xml) }
      }
    }
    if !organizations.isEmpty {
      try xml.element("listOrg") { xml in
        for (actor, number) in organizations { try writeNamed(actor, number, "org", "orgName", &xml) }
      }
    }
  }

  fileprivate func writePlaces(_ xml: inout XMLWriter) throws {
    let places = ordered.filter { $0.entity.category == .territory }
    guard !places.isEmpty else { return }
    try xml.element("listPlace") { xml in
      for (place, number) in places { try writeNamed(place, number, "place", "placeName", &xml) }
    }
  }

  /// A person, organisation or place: its names, when it existed, what is said of it, its identifiers.
  private func writeNamed(
    _ entity: Entity, _ number: String?, _ element: String, _ nameElement: String, _ xml: inout XMLWriter
  ) throws {
    // Only org and place may have @type, with the kind; a person's kind is its element.
    let attestation = entity.attestation
    let type: [XMLWriter.Attribute] =
      element == "person" ? [] : [("type", TEIWord.written(entity.kind.name))]
    try xml.element(
      element,
      [("xml:id", names.id(entity.id)), ("n", number)] + type + [
        ("cert", attestation.certainty?.rawValue), ("source", names.sources(attestation)),
        ("ana", names.readings(attestation)),
      ]
    ) { xml in
      try writeWordings(entity.name, nameElement, [], &xml)
      if let short = entity.shortName { try writeWordings(short, nameElement, [("type", "short")], &xml) }
      try writeExistence(of: entity, &xml)
      // A person has no description; a note says the same.
      let details = TEIDetails(self, attestation)
      if element != "person", !details.isEmpty {
        try xml.inlineElement("desc") { xml in try details.write(&xml) }
      }
      if element != "place" {
        for identifier in entity.identifiers { try writeIdentifier(identifier, &xml) }
      }
      if element == "person", !details.isEmpty {
        try xml.inlineElement("note") { xml in try details.write(&xml) }
      }
      if element == "place" {
        for identifier in entity.identifiers { try writeIdentifier(identifier, &xml) }
      }
      for attribute in entity.attributes { try writeAttribute(attribute, "note", &xml) }
    }
  }

  /// The periods in which an actor or territory existed.
  private func writeExistence(of entity: Entity, _ xml: inout XMLWriter) throws {
    func write(_ date: HistoricalDate, _ condition: String?, _ attestation: Attestation) throws {
      try xml.element(
        "state",
        [("type", "existence"), ("subtype", condition)] + dates(date) + [
          ("cert", attestation.certainty?.rawValue), ("source", names.sources(attestation)),
          ("ana", names.readings(attestation)),
        ]
      ) { xml in
        let condition = Existence.Condition(rawValue: condition ?? "") ?? .independent
        try xml.element("label", text: Self.words(for: condition))
        try writeDesc(TEIDetails(self, attestation, dated: date), &xml)
      }
    }
    if let date = entity.when { try write(date, nil, Attestation()) }
    for period in entity.existence where view.sees(period.attestation) {
      try write(period.date, period.condition.rawValue, period.attestation)
    }
  }

  private static func words(for condition: Existence.Condition) -> String {
    switch condition {
    case .independent: "existed"
    case .occupied: "occupied"
    case .exile: "in exile"
    }
  }

  func writeIdentifier(_ identifier: ExternalIdentifier, _ xml: inout XMLWriter) throws {
    try xml.element("idno", [("type", TEIWord.written(identifier.register))], text: identifier.value)
  }

  /// One element a wording of a text.
  func writeWordings(
    _ text: LocalizedText, _ element: String, _ attributes: [XMLWriter.Attribute], _ xml: inout XMLWriter
  ) throws {
    for wording in text.wordings {
      try xml.element(element, [("xml:lang", wording.language)] + attributes, text: wording.text)
    }
  }
}
