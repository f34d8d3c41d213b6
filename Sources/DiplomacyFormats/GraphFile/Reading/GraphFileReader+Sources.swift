import Chronology
import Diplomacy

/// The sources and readings of a graph file.
extension GraphFileReader {
  mutating func readSources(_ fields: Fields) {
    for member in section(fields["sources"], of: "a source") {
      guard declare(member.id, as: .source, at: member.place) else { continue }
      findings.owner = .id(member.id)
      defer { findings.owner = nil }
      let id = SourceID(member.id)
      guard case .mapping(let mapping) = member.body else {
        guard let title = findings.localized(member.body, "the source's title", language: language) else {
          continue
        }
        sources.append(Source(id: id, title: title))
        continue
      }
      let fields = Fields(
        mapping, place: member.place, what: "a source", known: GraphFileKeys.source, findings: &findings)
      let outer = enterStyle(fields, isSaidHere: true)
      defer { findings.reckoning = outer }
      if fields["date-style"] != nil || fields["new-year"] != nil {
        sourceStyles[member.id] = findings.reckoning.style
      }
      let title = fields["title"].flatMap {
        findings.localized($0.value, "the source's title", language: language)
      }
      if fields["title"] == nil {
        findings.error(member.place, "the source '\(member.id)' has no 'title'; expected one.")
      }
      var source = Source(id: id, title: title ?? LocalizedText(member.id, language: language))
      source.kind = fields["kind"].flatMap { findings.text($0.value, "a kind of source") }
      source.author = fields["author"].flatMap { findings.text($0.value, "the source's author") }
      source.date = fields["date"].flatMap { findings.date($0.value, "the source's date", offset: offset) }
      source.language = fields["language"].flatMap { findings.text($0.value, "the source's language") }
      source.url = fields["url"].flatMap { findings.text($0.value, "an address") }
      source.publisher = fields["publisher"].flatMap { findings.text($0.value, "a publisher") }
      source.quotedIn = fields["quoted-in"].flatMap { citation($0.value) }
      source.note = fields["note"].flatMap { findings.text($0.value, "a note") }
      sources.append(source)
    }
  }

  mutating func readReadings(_ fields: Fields) {
    var defaults: [(id: ReadingID, place: Diagnostic.Place?)] = []
    for member in section(fields["readings"], of: "a reading") {
      guard declare(member.id, as: .reading, at: member.place) else { continue }
      guard case .mapping(let mapping) = member.body else {
        guard let title = findings.localized(member.body, "the reading's title", language: language) else {
          continue
        }
        readings.append((Reading(id: ReadingID(member.id), title: title), member.place))
        continue
      }
      let fields = Fields(
        mapping, place: member.place, what: "a reading", known: GraphFileKeys.reading, findings: &findings)
      let title = fields["title"].flatMap {
        findings.localized($0.value, "the reading's title", language: language)
      }
      var reading = Reading(
        id: ReadingID(member.id), title: title ?? LocalizedText(member.id, language: language))
      reading.extends = fields["extends"].flatMap {
        reference($0.value, as: "reading", expecting: [.reading]).map { ReadingID($0) }
      }
      reading.isDefault = fields["default"].flatMap { findings.flag($0.value, "'default'") } ?? false
      if reading.isDefault { defaults.append((reading.id, fields["default"]?.value.place)) }
      reading.question = fields["question"].flatMap { findings.text($0.value, "a question") }
      reading.note = fields["note"].flatMap { findings.text($0.value, "a note") }
      readings.append((reading, member.place))
    }
    checkDefaults(defaults)
  }

  /// Of the readings of one question, or of none, one at most is the default.
  private mutating func checkDefaults(_ defaults: [(id: ReadingID, place: Diagnostic.Place?)]) {
    guard defaults.count > 1 else { return }
    let graph = DiplomaticGraph(
      title: LocalizedText("", language: language), readings: readings.map(\.reading), entities: [],
      statements: [])
    var taken: Set<String?> = []
    for (id, place) in defaults {
      let question = graph[id].flatMap(graph.question(of:))
      if taken.insert(question).inserted { continue }
      findings.error(
        place,
        question.map {
          "a second reading of the question '\($0)' is the default; expected one at most for each question."
        }
          ?? "a second reading is the default; expected one at most."
      )
    }
  }
}
