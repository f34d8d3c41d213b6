import Chronology
import Diplomacy

/// What TEI has no attribute for of how something is attested: modality, holder, secrecy, note; and what a statement
/// says besides its ends. Written as sentences in which every part is marked up, so that it is read back.
struct TEIDetails {
  typealias Part = (inout XMLWriter) throws -> Void
  private var parts: [Part] = []
  /// Whether the last part brings its own full stop, question mark or the like.
  private var isClosed = false

  /// Whether there is nothing to say.
  var isEmpty: Bool { parts.isEmpty }

  /// - Parameter date: The date that stands in the attributes of the same element.
  init(
    _ writer: TEIWriter, _ attestation: Attestation, statement: Statement? = nil,
    dated date: HistoricalDate? = nil
  ) {
    if let date, writer.needsText(date) {
      parts.append { xml in
        try xml.text("Dated ")
        try writer.writeDate(date, type: nil, &xml)
      }
    }
    if let statement { add(statement, writer) }
    add(attestation, writer)
    if let secret = attestation.secret { parts.append { xml in try writer.writeSecret(secret, &xml) } }
    if let note = attestation.note {
      isClosed = note.last.map { ".?!…。".contains($0) } ?? false
      parts.append { xml in try xml.element("desc", [("type", "note")], text: note) }
    }
  }

  private mutating func add(_ attestation: Attestation, _ writer: TEIWriter) {
    guard attestation.modality != .actual || attestation.holder != nil else { return }
    parts.append { xml in
      try xml.element("term", [("type", "modality")], text: attestation.modality.rawValue)
      guard let holder = attestation.holder else { return }
      try xml.text(" by ")
      try writer.writeName(holder, role: "holder", &xml)
    }
  }

  private mutating func add(_ statement: Statement, _ writer: TEIWriter) {
    if let office = statement.office {
      parts.append { xml in
        for (index, wording) in office.wordings.enumerated() {
          if index > 0 { try xml.text(", ") }
          try xml.element(
            "roleName", [("type", "office"), ("xml:lang", wording.language)], text: wording.text)
        }
      }
    }
    if let actor = statement.onBehalfOf {
      parts.append { xml in
        try xml.text("for ")
        try writer.writeName(actor, role: "for", &xml)
      }
    }
    if let succession = statement.succession {
      parts.append { xml in
        try xml.element("term", [("type", "succession")], text: succession.rule.rawValue)
        for (index, agreement) in succession.agreements.enumerated() {
          try xml.text(index == 0 ? ", of " : ", ")
          try writer.writeName(agreement, role: "succession", &xml)
        }
      }
    }
    if let weight = statement.weight {
      parts.append { xml in
        try xml.text("weight ")
        try xml.element("num", [("type", "weight")], text: weight.description)
      }
    }
    guard !statement.attributes.isEmpty else { return }
    parts.append { xml in
      for (index, attribute) in statement.attributes.enumerated() {
        try xml.text((index > 0 ? ", " : "") + TEIWord.shown(attribute.name) + ": ")
        try writer.writeAttribute(attribute, "term", &xml)
      }
    }
  }

  /// Writes the parts as sentences.
  func write(_ xml: inout XMLWriter) throws {
    for (index, part) in parts.enumerated() {
      if index > 0 { try xml.text(" ") }
      try part(&xml)
      if index < parts.count - 1 || !isClosed { try xml.text(".") }
    }
  }
}

extension TEIWriter {
  /// The attributes that say when something was.
  func dates(_ date: HistoricalDate?) -> [XMLWriter.Attribute] { teiDates(date, names.calendars) }

  /// Whether the attributes of a date do not say all of it: it has a calendar of its own, reaches further than it is written,
  /// or was written otherwise.
  func needsText(_ date: HistoricalDate) -> Bool {
    let (text, calendar) = customDate(date, names.calendars)
    return calendar != nil || date.circa != nil || date.styledText != text
  }

  /// An attribute that is only kept.
  func writeAttribute(_ attribute: Attribute, _ element: String, _ xml: inout XMLWriter) throws {
    let kind = attribute.value.kind
    try xml.element(
      element,
      [("type", "attribute"), ("subtype", kind == .text ? nil : kind.rawValue), ("n", attribute.name)],
      text: attribute.value.description)
  }

  /// Who knew of a secret, who did not, and when everybody could.
  fileprivate func writeSecret(_ secret: Knowledge, _ xml: inout XMLWriter) throws {
    try xml.element("term", [("type", "secret")], text: "secret")
    for (index, knower) in secret.knownTo.enumerated() {
      try xml.text(index == 0 ? ", known to " : ", ")
      try writeKnower(knower, role: "knower", "since", &xml)
    }
    for (index, actor) in secret.unknownTo.enumerated() {
      try xml.text(index == 0 ? ", unknown to " : ", ")
      try writeKnower(actor, role: "ignorant", "until", &xml)
    }
    for (index, disclosure) in secret.disclosures.enumerated() {
      try xml.text(index == 0 ? ", disclosed " : ", ")
      try writeDate(
        disclosure.when, type: "disclosed", &xml, cert: disclosure.certainty, sources: disclosure.citations)
      try writeRemarks(disclosure.depth, disclosure.note, &xml)
    }
  }

  /// One who knew, or did not, and since or until when.
  private func writeKnower(
    _ knower: Knowledge.Knower, role: String, _ preposition: String, _ xml: inout XMLWriter
  ) throws {
    try writeName(knower.actor, role: role, &xml, cert: knower.certainty, sources: knower.citations)
    if let date = knower.since {
      try xml.text(" \(preposition) ")
      try writeDate(date, type: preposition == "since" ? "known-since" : "unknown-until", &xml)
    }
    try writeRemarks(knower.depth, knower.note, &xml)
  }

  /// How much of a secret is meant, and the author's remark, in brackets.
  private func writeRemarks(_ depth: Knowledge.Depth?, _ note: String?, _ xml: inout XMLWriter) throws {
    guard depth != nil || note != nil else { return }
    try xml.text(" (")
    if let depth {
      try xml.text("of its ")
      try xml.element("term", [("type", "depth")], text: depth.rawValue)
    }
    if let note {
      if depth != nil { try xml.text("; ") }
      try xml.element("desc", [("type", "remark")], text: note)
    }
    try xml.text(")")
  }

  /// A date as it was written; of another style in words, with its calendar. How far an approximate one reaches is its
  /// `@dur-iso`.
  func writeDate(
    _ date: HistoricalDate, type: String?, _ xml: inout XMLWriter, cert: Certainty? = nil,
    sources: [Citation] = []
  ) throws {
    let calendar = customDate(date, names.calendars).calendar
    try xml.element(
      "date",
      [("type", type), ("calendar", calendar.map { "#\($0)" })] + dates(date)
        + [
          ("dur-iso", date.circa?.description), ("cert", cert?.rawValue), ("source", names.sources(sources)),
        ],
      text: calendar == nil ? date.styledText : date.description(in: graph.language))
  }

  /// The name of an entity, pointing to it, in its role.
  func writeName(
    _ id: EntityID, role: String?, _ xml: inout XMLWriter, cert: Certainty? = nil, sources: [Citation] = []
  ) throws {
    let entity = graph[id]
    let element =
      switch entity?.category {
      case .actor: entity?.kind == .person ? "persName" : "orgName"
      case .territory: "placeName"
      default: "rs"
      }
    try xml.element(
      element,
      [
        ("ref", written.contains(id) ? names.pointer(id) : nil),
        (element == "rs" ? "type" : "role", role.map(TEIWord.written)),
        ("cert", cert?.rawValue), ("source", names.sources(sources)),
      ],
      text: TEIWord.shown(graph.label(of: id)))
  }
}
