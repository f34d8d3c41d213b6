import Chronology
public import Diplomacy

/// Writes a view of a graph as TEI P5: a header, and a `standOff` of people, organisations, places and events.
///
/// Agreements are `event type="agreement"` with their acts, in-force spans, terms and obligations as nested events;
/// statements are `relation`s inside `listEvent`. The document is valid against `tei_all` 4.3.0 and later; the encoding is
/// described in Documentation/Exports.md.
/// - Parameter view: What is written: all that is there possibly.
/// - Throws: When libxml2 refuses to write.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
public func tei(_ view: GraphView) throws -> Export {
  let writer = TEIWriter(view)
  var xml = try XMLWriter()
  try xml.element(
    "TEI", [("xmlns", "http://www.tei-c.org/ns/1.0"), ("xml:lang", view.graph.language)]
  ) { xml in
    try writer.writeHeader(&xml)
    try xml.element("standOff") { xml in
      try writer.writeReadings(&xml)
      try writer.writeActors(&xml)
      try writer.writePlaces(&xml)
      try writer.writeEvents(&xml)
    }
  }
  var losses = LossReport()
  let lives = view.entities.compactMap { view.life(of: $0.entity) }
  losses.add(lives.reduce(0) { $0 + $1.obligations.count }, "obligation, written as a described event")
  losses.add(lives.count { !$0.terms.isEmpty }, "terms of an agreement, written as a described event")
  losses.add(
    view.entities.reduce(0) { $0 + $1.entity.deeds.count },
    "obligation kept or breached by an event, not written")
  losses.add(
    view.statements.count { $0.answer == .maybe },
    "statement that holds only possibly or in part, written like the others")
  losses.add(
    view.widenedDates, "date that reaches further than it is written ('circa'), written as text and bounds")
  losses.add(
    view.graph.writtenDates.count { !$0.isExactInFormat },
    "date of another style without a text in EDTF, written by its bounds and, in its own style, in when-custom"
  )
  losses.add(xml.replacedCharacters, "character that XML cannot hold, written as U+FFFD")
  return Export(bytes: try xml.finish(), losses: losses)
}

/// Writes the parts of one TEI document.
struct TEIWriter {
  let view: GraphView
  let names: TEINames
  /// The entities that the document holds, to which alone names can point.
  let written: Set<EntityID>
  /// Who takes part in each agreement.
  let participants: [EntityID: [Statement]]
  var graph: DiplomaticGraph { view.graph }
  private var language: String { graph.language }

  init(_ view: GraphView) {
    self.view = view
    names = TEINames(view.graph)
    written = Set(view.entities.map(\.entity.id))
    participants = Dictionary(
      grouping: view.statements.map(\.statement).filter { Role.participations.contains($0.role) },
      by: \.object)
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
        try xml.element("bibl", [("xml:id", names.id(source.id)), ("type", source.kind.map(teiWord))]) {
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
            if isAddress(url) {
              try xml.element("ptr", [("target", url)])
            } else {
              try xml.element("idno", [("type", "address")], text: url)
            }
          }
          if let quoted = source.quotedIn {
            try xml.element(
              "ref", [("type", "quoted-in"), ("target", "#" + names.id(quoted))], text: quoted.text)
          }
          if let note = source.note { try xml.element("note", text: note) }
        }
      }
      for citation in names.citedPlaces {
        try xml.element("bibl", [("xml:id", names.id(citation)), ("type", "cited-place")]) { xml in
          try xml.element(
            "ref", [("target", "#" + names.id(citation.source))],
            text: graph[citation.source]?.title.text(in: language) ?? citation.source.rawValue)
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
        try xml.inlineElement("interp", [("xml:id", names.id(reading.id))]) { xml in
          try xml.text(reading.title.text(in: language))
          if let note = reading.note { try xml.text(": \(note)") }
        }
      }
    }
  }

  fileprivate func writeActors(_ xml: inout XMLWriter) throws {
    let actors = view.entities.map(\.entity).filter { $0.category == .actor }
    let people = actors.filter { $0.kind == .person }
    let organizations = actors.filter { $0.kind != .person }
    if !people.isEmpty {
      try xml.element("listPerson") { xml in
        for person in people { try writeNamed(person, "person", "persName", &xml) }
      }
    }
    if !organizations.isEmpty {
      try xml.element("listOrg") { xml in
        for actor in organizations { try writeNamed(actor, "org", "orgName", &xml) }
      }
    }
  }

  fileprivate func writePlaces(_ xml: inout XMLWriter) throws {
    let places = view.entities.map(\.entity).filter { $0.category == .territory }
    guard !places.isEmpty else { return }
    try xml.element("listPlace") { xml in
      for place in places { try writeNamed(place, "place", "placeName", &xml) }
    }
  }

  /// A person, organisation or place: its names, what is said of it, its identifiers.
  private func writeNamed(_ entity: Entity, _ element: String, _ nameElement: String, _ xml: inout XMLWriter)
    throws
  {
    // Only org and place may have @type, with the kind; a person's kind is its element.
    let attestation = entity.attestation
    let type: [XMLWriter.Attribute] = element == "person" ? [] : [("type", teiWord(entity.kind.name))]
    try xml.element(
      element,
      [("xml:id", names.id(entity.id))] + type + [
        ("cert", attestation.certainty?.rawValue), ("source", names.sources(attestation)),
        ("ana", names.readings(attestation)),
      ]
    ) { xml in
      try writeWordings(entity.name, nameElement, [], &xml)
      if let short = entity.shortName { try writeWordings(short, nameElement, [("type", "short")], &xml) }
      let details = TEIDetails(self, attestation)
      if element == "person" {
        for identifier in entity.identifiers { try writeIdentifier(identifier, &xml) }
        if isDated(entity) || !details.isEmpty {
          try xml.inlineElement("note") { xml in try writeDescription(entity, details, &xml) }
        }
      } else {
        if isDated(entity) || !details.isEmpty {
          try xml.inlineElement("desc") { xml in try writeDescription(entity, details, &xml) }
        }
        for identifier in entity.identifiers { try writeIdentifier(identifier, &xml) }
      }
    }
  }

  private func writeDescription(_ entity: Entity, _ details: TEIDetails, _ xml: inout XMLWriter) throws {
    let periods = existence(of: entity)
    if !periods.isEmpty {
      try xml.text("Existed ")
      for (index, period) in periods.enumerated() {
        if index > 0 { try xml.text(", ") }
        try writeDate(period.date, type: "existence", &xml)
        if period.condition != .independent { try xml.text(" (\(period.condition.rawValue))") }
      }
      try xml.text(details.isEmpty ? "." : ". ")
    }
    try details.write(&xml)
  }

  private func isDated(_ entity: Entity) -> Bool { !existence(of: entity).isEmpty }

  /// The periods in which an actor or territory existed.
  private func existence(of entity: Entity) -> [Existence] {
    entity.existence.isEmpty
      ? entity.when.map { [Existence(date: $0)] } ?? []
      : entity.existence.filter { view.sees($0.attestation) }
  }

  func writeIdentifier(_ identifier: ExternalIdentifier, _ xml: inout XMLWriter) throws {
    try xml.element("idno", [("type", teiWord(identifier.register))], text: identifier.value)
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
