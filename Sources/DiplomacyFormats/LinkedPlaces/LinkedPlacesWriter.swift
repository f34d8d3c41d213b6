import Chronology
import Diplomacy

/// Writes the territories of a view in the Linked Places format (LPF) of the Linked Pasts network: a GeoJSON feature each, with
/// its names, kinds, times, relations to other territories, and what it is in other gazetteers.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
func linkedPlaces(_ view: GraphView) -> Export {
  let writer = LinkedPlacesWriter(view)
  let places = view.entities.map(\.entity).filter { $0.category == .territory }
  let document = JSONValue.object([
    "type": .string("FeatureCollection"), "@context": .string(LinkedPlacesWriter.context),
    "features": .array(places.map(writer.feature)),
  ])
  return Export(bytes: Array(document.text.utf8), losses: writer.losses(places))
}

private struct LinkedPlacesWriter {
  static let context =
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"

  private typealias Member = JSONValue.Member
  private let view: GraphView
  private var graph: DiplomaticGraph { view.graph }
  /// The relations of each territory to others, by its id.
  private let relations: [EntityID: [Statement]]
  private let isPlace: Set<EntityID>

  init(_ view: GraphView) {
    self.view = view
    let places = Set(view.entities.filter { $0.entity.category == .territory }.map(\.entity.id))
    isPlace = places
    relations = Dictionary(
      grouping: view.statements.map(\.statement).filter {
        places.contains($0.subject) && places.contains($0.object)
      }, by: \.subject)
  }

  func feature(_ place: Entity) -> JSONValue {
    var members = [
      Member(key: "@id", value: .string("#" + fragment(place.id.rawValue))),
      Member(key: "type", value: .string("Feature")),
      Member(
        key: "properties", value: .object(["title": .string(place.name.text(in: graph.language))])),
    ]
    let isDated = place.when != nil || !place.existence.isEmpty
    if isDated, let when = when(view.presence(of: place)) { members.append(Member(key: "when", value: when)) }
    members.append(Member(key: "names", value: .array(names(of: place))))
    members.append(Member(key: "types", value: .array([type(of: place)])))
    members.append(Member(key: "geometry", value: geometry(of: place)))
    let links = self.links(of: place)
    if !links.isEmpty { members.append(Member(key: "links", value: .array(links))) }
    let relations = (relations[place.id] ?? []).map(relation)
    if !relations.isEmpty { members.append(Member(key: "relations", value: .array(relations))) }
    if let note = place.attestation.note {
      members.append(
        Member(
          key: "descriptions",
          value: .array([.object(["value": .string(note), "lang": .string(graph.language)])])))
    }
    return .object(members)
  }

  // MARK: Names and kinds

  /// Every wording of its names; the first cites what attests the place, or the graph where that says nothing.
  private func names(of place: Entity) -> [JSONValue] {
    let wordings = place.name.wordings + (place.shortName?.wordings ?? [])
    var seen: Set<LocalizedText.Wording> = []
    var names: [JSONValue] = []
    for wording in wordings where seen.insert(wording).inserted {
      var members = [
        Member(key: "toponym", value: .string(wording.text)),
        Member(key: "lang", value: .string(wording.language)),
      ]
      if names.isEmpty {
        let cited = citations(place.attestation)
        let own = [JSONValue.object(["label": .string(graph.title.text(in: graph.language))])]
        members.append(Member(key: "citations", value: .array(cited.isEmpty ? own : cited)))
      }
      names.append(.object(members))
    }
    return names
  }

  /// The concept of the Art & Architecture Thesaurus for a kind of the core.
  private static let concepts = [
    "region": ("300182722", "regions (geographic)"), "polity": ("300417385", "polities"),
    "city": ("300008389", "cities"), "sea": ("300008694", "seas"), "river": ("300008707", "rivers"),
    "island": ("300008791", "islands (landforms)"),
  ]

  private func type(of place: Entity) -> JSONValue {
    let label = JSONValue.array([
      .object(["label": .string(place.kind.name), "lang": .string("en")])
    ])
    guard let (number, term) = Self.concepts[place.kind.name] else {
      return .object(["label": .string(place.kind.name), "sourceLabels": label])
    }
    return .object([
      "identifier": .string("aat:\(number)"), "label": .string(term), "sourceLabels": label,
    ])
  }

  private func citations(_ attestation: Attestation) -> [JSONValue] {
    attestation.citations.map { citation in
      let source = graph[citation.source]
      let title = source?.title.text(in: graph.language) ?? citation.source.rawValue
      var members = [
        Member(key: "label", value: .string(citation.locator.map { "\(title), \($0)" } ?? title))
      ]
      if let date = source?.date { members.append(Member(key: "year", value: .string(date.edtf))) }
      if let url = source?.url, isWebAddress(url) { members.append(Member(key: "@id", value: .string(url))) }
      return .object(members)
    }
  }

  // MARK: Time

  /// The times in which something was, `earliest` and `latest` where an end is not certain; nil where none begins at a known time.
  private func when(_ spans: [Span]) -> JSONValue? {
    let timespans = spans.compactMap(timespan)
    return timespans.isEmpty ? nil : .object(["timespans": .array(timespans)])
  }

  private func timespan(_ span: Span) -> JSONValue? {
    func side(_ earliest: Moment, _ latest: Moment) -> JSONValue? {
      if earliest.isOpen, latest.isOpen { return nil }
      if earliest.shortText == latest.shortText { return .object(["in": .string(earliest.shortText)]) }
      var members: [Member] = []
      if !earliest.isOpen { members.append(Member(key: "earliest", value: .string(earliest.shortText))) }
      if !latest.isOpen { members.append(Member(key: "latest", value: .string(latest.shortText))) }
      return .object(members)
    }
    if span.isContradictory || span == .never { return nil }
    let last = (span.earliestEnd.adding(seconds: -1), span.latestEnd.adding(seconds: -1))
    let end = side(last.0, last.1)
    // A time span must have a start: one that is open lies before the end.
    let start =
      side(span.earliestStart, span.latestStart)
      ?? (last.1.isOpen ? nil : .object(["latest": .string(last.1.shortText)]))
    guard let start else { return nil }
    return .object([Member(key: "start", value: start)] + (end.map { [Member(key: "end", value: $0)] } ?? []))
  }

  // MARK: Relations

  private func relation(_ statement: Statement) -> JSONValue {
    let type: String
    switch statement.role {
    case .partOf: type = "gvp:broaderPartitive"
    case .borders: type = "gvp:tgn3000_related_to"
    default: type = "gvp:tgn3000_related_to"
    }
    let words = statement.role.name.replacing("-", with: " ")
    var members = [
      Member(key: "relationType", value: .string(type)),
      Member(key: "relationTo", value: .string("#" + fragment(statement.object.rawValue))),
      Member(key: "label", value: .string("\(words) \(graph.label(of: statement.object))")),
    ]
    if statement.when != nil, let when = when(view.spans(of: statement)) {
      members.append(Member(key: "when", value: when))
    }
    let cited = citations(statement.attestation)
    if !cited.isEmpty { members.append(Member(key: "citations", value: .array(cited))) }
    if let certainty = statement.attestation.certainty {
      let word =
        switch certainty {
        case .high: "certain"
        case .medium: "less-certain"
        case .low: "uncertain"
        }
      members.append(Member(key: "certainty", value: .string(word)))
    }
    return .object(members)
  }

  private func links(of place: Entity) -> [JSONValue] {
    var links = place.identifiers.compactMap { identifier -> String? in
      let value = identifier.value
      switch identifier.register.lowercased() {
      case "wikidata": return wikidataItem(value).map { "wd:\($0)" }
      case "tgn": return value.wholeMatch(of: /[0-9]+/).map { _ in "tgn:\(value)" }
      case "geonames":
        return value.wholeMatch(of: /[0-9]+/).map { _ in "http://www.geonames.org/\(value)/" }
      case "viaf": return value.wholeMatch(of: /[0-9]+/).map { _ in "https://viaf.org/viaf/\(value)" }
      case "gnd": return value.wholeMatch(of: /[0-9X-]+/).map { _ in "https://d-nb.info/gnd/\(value)" }
      case "pleiades":
        return value.wholeMatch(of: /[0-9]+/).map { _ in "https://pleiades.stoa.org/places/\(value)" }
      default: return isWebAddress(value) ? value : nil
      }
    }
    var seen: Set<String> = []
    links.removeAll { !seen.insert($0).inserted }
    return links.map { .object(["type": .string("closeMatch"), "identifier": .string($0)]) }
  }

  // MARK: Where

  /// The place on earth that attributes of another program name; null where none do.
  private func geometry(of place: Entity) -> JSONValue {
    guard let (longitude, latitude) = Self.coordinates(of: place) else { return .null }
    return .object([
      "type": .string("Point"), "coordinates": .array([.number(longitude), .number(latitude)]),
    ])
  }

  /// Degrees to the east and north, from `lon` and `lat`, `longitude` and `latitude`, or `coordinates` (longitude first); `x`
  /// and `y` are places in a drawing.
  private static func coordinates(of place: Entity) -> (Double, Double)? {
    func number(_ names: String...) -> Double? {
      place.attributes.lazy.filter { names.contains($0.name.lowercased()) }
        .compactMap { Double($0.value.description) }.first
    }
    var point: (Double, Double)?
    if let longitude = number("longitude", "lon", "lng", "long"), let latitude = number("latitude", "lat") {
      point = (longitude, latitude)
    } else if let text = place.attributes.first(where: { $0.name.lowercased() == "coordinates" }) {
      let numbers = text.value.description.split { !"-+.0123456789eE".contains($0) }.compactMap { Double($0) }
      if numbers.count == 2 { point = (numbers[0], numbers[1]) }
    }
    guard let (longitude, latitude) = point, abs(longitude) <= 180, abs(latitude) <= 90 else { return nil }
    return (longitude, latitude)
  }

  // MARK: Losses

  func losses(_ places: [Entity]) -> LossReport {
    var report = LossReport()
    report.add(view.entities.count - places.count, "entity that is no territory")
    let related = relations.values.reduce(0) { $0 + $1.count }
    report.add(view.statements.count - related, "statement that joins no two territories")
    report.add(
      relations.values.joined().count { $0.role != .partOf }, "relation that is no part and whole",
      instead: "written as related, its role in the label")
    report.add(
      places.count { place in
        (place.when != nil || !place.existence.isEmpty)
          && view.presence(of: place).contains { timespan($0) == nil }
      }, "time without a known beginning and end")
    let attestations = places.map(\.attestation) + relations.values.joined().map(\.attestation)
    report.add(
      attestations.count { !$0.readings.isEmpty || $0.modality != .actual || $0.secret != nil },
      "reading, modality or secret of a territory or relation")
    report.add(places.count { $0.attestation.certainty != nil }, "certainty of a territory")
    report.add(
      places.reduce(0) { $0 + $1.existence.count { $0.condition != .independent } },
      "condition of a period (occupied, exile)", instead: "written as a period like the others")
    let kept = places.reduce(0) { sum, place in
      sum + (place.attributes.count - (Self.coordinates(of: place) == nil ? 0 : 2))
    }
    report.add(max(0, kept), "attribute of another program")
    return report
  }
}
