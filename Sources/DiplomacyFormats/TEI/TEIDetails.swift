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
          try name(knower.actor, "knower")(&xml)
          guard let since = knower.since else { continue }
          try xml.text(" since ")
          try writer.writeDate(since, type: "known-since", &xml)
        }
        for (index, actor) in secret.unknownTo.enumerated() {
          try xml.text(index == 0 ? ", unknown to " : ", ")
          try name(actor.actor, "ignorant")(&xml)
          guard let until = actor.since else { continue }
          try xml.text(" until ")
          try writer.writeDate(until, type: "unknown-until", &xml)
        }
        guard let disclosed = secret.disclosed else { return }
        try xml.text(", disclosed ")
        try writer.writeDate(disclosed, type: "disclosed", &xml)
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

  /// A date as it was written; of another style in words, with its calendar.
  func writeDate(_ date: HistoricalDate, type: String?, _ xml: inout XMLWriter) throws {
    let calendar = names.calendars[date.style]
    try xml.element(
      "date", [("type", type), ("calendar", calendar.map { "#\($0)" })] + dates(date),
      text: calendar == nil ? date.text : date.description(in: graph.language))
  }

  /// The name of an entity, pointing to it, in its role.
  func writeName(_ id: EntityID, role: String?, _ xml: inout XMLWriter) throws {
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
      ],
      text: graph.label(of: id))
  }
}
