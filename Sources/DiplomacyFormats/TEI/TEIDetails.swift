import Chronology
import Diplomacy

/// What TEI has no attribute for of how something is attested: modality, holder, secrecy, note; and what a statement
/// says besides its ends. Written as one text with its parts marked up.
struct TEIDetails {
  private typealias Part = (inout XMLWriter) throws -> Void
  private var parts: [Part] = []
  /// Whether the last part brings its own full stop, question mark or the like.
  private var isClosed = false

  /// Whether there is nothing to say.
  var isEmpty: Bool { parts.isEmpty }

  init(
    _ writer: TEIWriter, _ attestation: Attestation, statement: Statement? = nil,
    dated date: HistoricalDate? = nil
  ) {
    let graph = writer.graph
    if let date, writer.names.calendars[date.style] != nil {
      parts.append { xml in
        try xml.text("Dated ")
        try writer.writeDate(date, type: nil, &xml)
      }
    }
    func name(_ id: EntityID, _ role: String) -> Part {
      { xml in try writer.writeName(id, role: role, &xml) }
    }
    if let office = statement?.office {
      parts.append { xml in
        try xml.element("roleName", [("type", "office")], text: office.text(in: graph.language))
      }
    }
    if let actor = statement?.onBehalfOf {
      parts.append { xml in
        try xml.text("for ")
        try name(actor, "for")(&xml)
      }
    }
    if attestation.modality != .actual {
      parts.append { xml in
        try xml.element("term", [("type", "modality")], text: attestation.modality.rawValue)
        guard let holder = attestation.holder else { return }
        try xml.text(" by ")
        try name(holder, "holder")(&xml)
      }
    }
    if let secret = attestation.secret {
      parts.append { xml in
        try xml.element("term", [("type", "secret")], text: "secret")
        for (index, knower) in secret.knownTo.enumerated() {
          try xml.text(index == 0 ? ", known to " : ", ")
          try writer.writeKnower(knower, role: "knower", "since", &xml)
        }
        for (index, actor) in secret.unknownTo.enumerated() {
          try xml.text(index == 0 ? ", unknown to " : ", ")
          try writer.writeKnower(actor, role: "ignorant", "until", &xml)
        }
        for (index, disclosure) in secret.disclosures.enumerated() {
          try xml.text(index == 0 ? ", disclosed " : ", ")
          try writer.writeDate(
            disclosure.when, type: "disclosed", &xml, cert: disclosure.certainty,
            sources: disclosure.citations)
          try xml.text(writer.details(disclosure.depth, disclosure.note))
        }
      }
    }
    if let note = attestation.note {
      let sentence = note.prefix(1).uppercased() + note.dropFirst()
      isClosed = sentence.last.map { ".?!…。".contains($0) } ?? false
      parts.append { xml in try xml.text(sentence) }
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

  /// One who knew, or did not, and since or until when.
  fileprivate func writeKnower(
    _ knower: Knowledge.Knower, role: String, _ preposition: String, _ xml: inout XMLWriter
  ) throws {
    try writeName(knower.actor, role: role, &xml, cert: knower.certainty, sources: knower.citations)
    if let date = knower.since {
      try xml.text(" \(preposition) ")
      try writeDate(date, type: preposition == "since" ? "known-since" : "unknown-until", &xml)
    }
    try xml.text(details(knower.depth, knower.note))
  }

  /// How much of a secret is meant, and the author's remark, in brackets; empty for nothing.
  fileprivate func details(_ depth: Knowledge.Depth?, _ note: String?) -> String {
    let parts = [depth.map { "of its \($0.rawValue)" }, note].compactMap(\.self)
    return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
  }

  /// A date as it was written; of another style in words, with its calendar.
  func writeDate(
    _ date: HistoricalDate, type: String?, _ xml: inout XMLWriter, cert: Certainty? = nil,
    sources: [Citation] = []
  ) throws {
    let calendar = names.calendars[date.style]
    try xml.element(
      "date",
      [("type", type), ("calendar", calendar.map { "#\($0)" })] + dates(date)
        + [("cert", cert?.rawValue), ("source", names.sources(sources))],
      text: calendar == nil ? date.text : date.description(in: graph.language))
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
        (element == "rs" ? "type" : "role", role.map(teiWord)),
        ("cert", cert?.rawValue), ("source", names.sources(sources)),
      ],
      text: graph.label(of: id))
  }
}
