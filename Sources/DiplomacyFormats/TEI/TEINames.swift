import Chronology
import Diplomacy

/// The `xml:id` of everything in a TEI document, each once: the author's ids, as ``TEIWord`` writes what XML names cannot
/// hold. Where an entity, a source, a reading, a statement or an obligation have one id, all but the first have a number
/// (`.n2`), which is dropped when they are read.
struct TEINames {
  private var taken: Set<String> = []
  private var counts: [String: Int] = [:]
  private var entities: [EntityID: String] = [:]
  private var sources: [SourceID: String] = [:]
  private var readings: [ReadingID: String] = [:]
  private var statements: [StatementID: String] = [:]
  private var obligations: [StatementID: String] = [:]
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
    for entity in graph.entities { entities[entity.id] = claim(TEIWord.writtenName(entity.id.rawValue)) }
    for source in graph.sources { sources[source.id] = claim(TEIWord.writtenName(source.id.rawValue)) }
    for reading in graph.readings { readings[reading.id] = claim(TEIWord.writtenName(reading.id.rawValue)) }
    for statement in graph.statements {
      statements[statement.id] = claim(TEIWord.writtenName(statement.id.rawValue))
    }
    for obligation in graph.entities.lazy.flatMap({ $0.life?.obligations ?? [] })
    where obligations[obligation.id] == nil {
      obligations[obligation.id] = claim(TEIWord.writtenName(obligation.id.rawValue))
    }
    graph.forEachAttestation { cite($0) }
    for source in graph.sources { cite(Attestation(citations: source.quotedIn.map { [$0] } ?? [])) }
    for style in Set(graph.writtenDates.map(\.style)) where style != .gregorian { calendars[style] = "" }
    for style in styles {
      let name = style.calendar == .julian ? "julian" : "gregorian"
      calendars[style] = claim(style.yearStart == .january ? name : "\(name)-\(style.yearStart.text)")
    }
  }

  private mutating func cite(_ attestation: Attestation) {
    let cited = attestation.citations + (attestation.secret?.citations ?? [])
    for citation in cited where citation.locator != nil && citations[citation] == nil {
      citations[citation] = claim(Self.plainName(citation.text))
      citedPlaces.append(citation)
    }
  }

  /// A name near the text of a citation, of which nobody has to read it back: what XML names cannot hold becomes `_`.
  private static func plainName(_ text: String) -> String {
    let base = String(
      text.unicodeScalars.map { scalar -> Character in
        let character = Character(scalar)
        return scalar.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
          ? character : "_"
      })
    return base.first.map { $0.isLetter || $0 == "_" } == true ? base : "_" + base
  }

  /// A free name: the one given, else with a number.
  private mutating func claim(_ stem: String) -> String {
    var name = stem
    while !taken.insert(name).inserted {
      counts[stem, default: 1] += 1
      name = "\(stem).n\(counts[stem, default: 1])"
    }
    return name
  }

  func id(_ id: EntityID) -> String { entities[id] ?? id.rawValue }
  func id(_ id: SourceID) -> String { sources[id] ?? id.rawValue }
  func id(_ id: ReadingID) -> String { readings[id] ?? id.rawValue }
  func id(_ id: StatementID) -> String { statements[id] ?? id.rawValue }
  func id(_ citation: Citation) -> String { citations[citation] ?? id(citation.source) }
  func id(of obligation: Obligation) -> String? { obligations[obligation.id] }

  /// A pointer to an obligation; nil where there is none with the id.
  func pointer(toObligation id: StatementID) -> String? { obligations[id].map { "#\($0)" } }
  /// A pointer to an entity.
  func pointer(_ id: EntityID) -> String { "#" + self.id(id) }
  /// Pointers to several entities, separated by spaces; nil for none.
  func pointers(_ ids: [EntityID]) -> String? { ids.isEmpty ? nil : ids.map(pointer).joined(separator: " ") }
  /// Pointers to the places cited; nil for none.
  func sources(_ attestation: Attestation) -> String? { sources(attestation.citations) }
  /// Pointers to the places cited; nil for none.
  func sources(_ citations: [Citation]) -> String? {
    citations.isEmpty ? nil : citations.map { "#" + id($0) }.joined(separator: " ")
  }
  /// Pointers to the readings under which something holds; nil for all.
  func readings(_ attestation: Attestation) -> String? {
    attestation.readings.isEmpty ? nil : attestation.readings.map { "#" + id($0) }.joined(separator: " ")
  }
}

extension DiplomaticGraph {
  /// Does something with the attestation of every part of the graph, entity by entity, then statement by statement.
  fileprivate func forEachAttestation(_ take: (Attestation) -> Void) {
    for entity in entities {
      take(entity.attestation)
      for period in entity.existence { take(period.attestation) }
      for deed in entity.deeds { take(deed.attestation) }
      guard let life = entity.life else { continue }
      life.acts.forEach { take($0.attestation) }
      life.terms.forEach { take($0.attestation) }
      life.statedInForce.forEach { take($0.attestation) }
      life.reservations.forEach { take($0.attestation) }
      life.obligations.forEach { take($0.attestation) }
    }
    statements.forEach { take($0.attestation) }
  }
}
