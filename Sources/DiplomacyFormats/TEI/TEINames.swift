import Chronology
import Diplomacy

/// The `xml:id` of everything in a TEI document: the author's ids where XML allows them, each once.
struct TEINames {
  private var taken: Set<String> = []
  private var counts: [String: Int] = [:]
  private var entities: [EntityID: String] = [:]
  private var sources: [SourceID: String] = [:]
  private var readings: [ReadingID: String] = [:]
  private var statements: [StatementID: String] = [:]
  private var citations: [Citation: String] = [:]
  /// The citations with a locator, in the order of first use.
  private(set) var citedPlaces: [Citation] = []
  /// The calendars of the graph's dates, without the one of the Extended Date/Time Format.
  private(set) var calendars: [DateStyle: String] = [:]
  /// The styles of the graph's dates that have a calendar, in order.
  var styles: [DateStyle] {
    calendars.keys.sorted {
      ($0.calendar.rawValue, $0.yearStart.rawValue) < ($1.calendar.rawValue, $1.yearStart.rawValue)
    }
  }

  init(_ graph: DiplomaticGraph) {
    for entity in graph.entities { entities[entity.id] = claim(entity.id.rawValue) }
    for source in graph.sources { sources[source.id] = claim(source.id.rawValue) }
    for reading in graph.readings { readings[reading.id] = claim(reading.id.rawValue) }
    for statement in graph.statements { statements[statement.id] = claim(statement.id.rawValue) }
    func cite(_ attestation: Attestation) {
      for citation in attestation.citations where citation.locator != nil && citations[citation] == nil {
        citations[citation] = claim(citation.text)
        citedPlaces.append(citation)
      }
    }
    for source in graph.sources { cite(Attestation(citations: source.quotedIn.map { [$0] } ?? [])) }
    for entity in graph.entities {
      cite(entity.attestation)
      guard let life = entity.life else { continue }
      life.acts.forEach { cite($0.attestation) }
      life.terms.forEach { cite($0.attestation) }
      life.statedInForce.forEach { cite($0.attestation) }
      life.reservations.forEach { cite($0.attestation) }
      life.obligations.forEach { cite($0.attestation) }
    }
    graph.statements.forEach { cite($0.attestation) }
    for style in Set(graph.writtenDates.map(\.style)) where style != .gregorian { calendars[style] = "" }
    for style in styles {
      let name = style.calendar == .julian ? "julian" : "gregorian"
      calendars[style] = claim(style.yearStart == .january ? name : "\(name)-\(style.yearStart.text)")
    }
  }

  /// A free name near a text: what XML names cannot hold becomes `_`.
  private mutating func claim(_ text: String) -> String {
    // ASCII alone: which other letters a name may hold depends on the edition of XML that a reader follows.
    let base = String(
      text.unicodeScalars.map { scalar -> Character in
        let character = Character(scalar)
        return scalar.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
          ? character : "_"
      })
    let stem = base.first.map { $0.isLetter || $0 == "_" } == true ? base : "_" + base
    var name = stem
    while !taken.insert(name).inserted {
      counts[stem, default: 1] += 1
      name = "\(stem).\(counts[stem, default: 1])"
    }
    return name
  }

  func id(_ id: EntityID) -> String { entities[id] ?? id.rawValue }
  func id(_ id: SourceID) -> String { sources[id] ?? id.rawValue }
  func id(_ id: ReadingID) -> String { readings[id] ?? id.rawValue }
  func id(_ id: StatementID) -> String { statements[id] ?? id.rawValue }
  func id(_ citation: Citation) -> String { citations[citation] ?? id(citation.source) }

  /// A pointer to an entity.
  func pointer(_ id: EntityID) -> String { "#" + self.id(id) }
  /// Pointers to several entities, separated by spaces; nil for none.
  func pointers(_ ids: [EntityID]) -> String? { ids.isEmpty ? nil : ids.map(pointer).joined(separator: " ") }
  /// Pointers to the places cited; nil for none.
  func sources(_ attestation: Attestation) -> String? {
    attestation.citations.isEmpty ? nil : attestation.citations.map { "#" + id($0) }.joined(separator: " ")
  }
  /// Pointers to the readings under which something holds; nil for all.
  func readings(_ attestation: Attestation) -> String? {
    attestation.readings.isEmpty ? nil : attestation.readings.map { "#" + id($0) }.joined(separator: " ")
  }
}

/// A text as a word of TEI, for `@type` and the like: spaces and control characters become `_`, and so does nothing.
func teiWord(_ text: String) -> String {
  guard !text.isEmpty else { return "_" }
  return String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
          .paragraphSeparator:
          "_"
        default: scalar
        }
      }))
}

/// Whether a text is an address that `@target` can hold: a URI, with letters of any script.
func isAddress(_ text: String) -> Bool {
  let scalars = Array(text.unicodeScalars)
  guard !scalars.isEmpty, scalars.count(where: { $0 == "#" }) <= 1 else { return false }
  return scalars.indices.allSatisfy { index in
    let scalar = scalars[index]
    if scalar == "%" {
      return index + 2 < scalars.count
        && scalars[index + 1...index + 2].allSatisfy { Character($0).isHexDigit }
    }
    return !"<>\"{}|\\^`[] ".unicodeScalars.contains(scalar) && teiWord(String(scalar)) == String(scalar)
  }
}
