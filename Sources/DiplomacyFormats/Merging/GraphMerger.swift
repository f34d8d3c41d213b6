import Chronology
import Diplomacy

/// Merges graphs, and notes what differs.
struct GraphMerger {
  let graphs: [DiplomaticGraph]
  let names: [String]
  let asReadings: Bool
  private(set) var differences: [GraphMerge.Difference] = []
  /// The readings that stand for graphs.
  private let graphReadings: [ReadingID]
  private var usesReadings: Set<Int> = []
  /// The new ids of obligations whose ids were taken, by graph.
  var obligationIDs: [Int: [StatementID: StatementID]] = [:]
  /// Where the statements of each graph went.
  var statementPlaces: [[Int: Int]]

  init(_ graphs: [DiplomaticGraph], _ names: [String], _ asReadings: Bool) {
    (self.graphs, self.names, self.asReadings) = (graphs, names, asReadings)
    statementPlaces = graphs.map { _ in [:] }
    var taken = Set(graphs.flatMap { WrittenNames($0).declared })
    var unique = StatementNames()
    graphReadings = names.map { name in
      let file = name.split(separator: "/").last.map(String.init) ?? name
      let stem = file.split(separator: ".").first.map(String.init) ?? file
      let id = unique.unique(WrittenNames.word(of: stem, "graph-")) { taken.contains($0) }
      taken.insert(id)
      return ReadingID(id)
    }
  }

  // MARK: Notes

  /// Notes a difference.
  mutating func note(
    _ id: String, _ field: String, _ first: (graph: Int, text: String), _ other: (graph: Int, text: String),
    _ outcome: GraphMerge.Difference.Outcome = .firstKept
  ) {
    differences.append(
      GraphMerge.Difference(
        id: id, field: field, first: names[first.graph], firstValue: first.text, other: names[other.graph],
        otherValue: other.text, outcome: outcome))
  }

  /// The readings of some graphs, which are then readings of the merged one.
  mutating func readings(of graphs: Set<Int>) -> [ReadingID] {
    usesReadings.formUnion(graphs)
    return graphs.sorted().map { graphReadings[$0] }
  }

  /// The first of several values; those that differ from it are noted.
  mutating func first<Value: Equatable>(
    _ id: String, _ field: String, _ values: [(graph: Int, value: Value?)], _ text: (Value) -> String
  ) -> Value? {
    var first: (graph: Int, value: Value)?
    var told: [Value] = []
    for (graph, value) in values {
      guard let value else { continue }
      guard let kept = first else {
        first = (graph, value)
        continue
      }
      if value != kept.value, !told.contains(value) {
        told.append(value)
        note(id, field, (kept.graph, text(kept.value)), (graph, text(value)))
      }
    }
    return first?.value
  }

  mutating func first(_ id: String, _ field: String, _ values: [(graph: Int, value: String?)]) -> String? {
    first(id, field, values) { $0 }
  }

  /// A text with all languages; of one language the first wording.
  mutating func united(
    _ id: String, _ field: String, _ texts: [(graph: Int, value: LocalizedText?)]
  ) -> LocalizedText? {
    var wordings: [(graph: Int, wording: LocalizedText.Wording)] = []
    for (graph, text) in texts {
      for wording in text?.wordings ?? [] {
        guard let known = wordings.first(where: { $0.wording.language == wording.language }) else {
          wordings.append((graph, wording))
          continue
        }
        if known.wording.text != wording.text, known.graph != graph {
          note(id, "\(field) (\(wording.language))", (known.graph, known.wording.text), (graph, wording.text))
        }
      }
    }
    // A graph may have two wordings in one language.
    let first = texts.lazy.compactMap(\.value).first
    if texts.compactMap(\.value).allSatisfy({ $0 == first }) { return first }
    return wordings.isEmpty ? nil : LocalizedText(wordings.map(\.wording))
  }

  // MARK: The whole

  mutating func merged() -> DiplomaticGraph {
    let all = graphs.enumerated().map { (graph: $0, value: $1) }
    func each<Value>(_ value: (DiplomaticGraph) -> Value?) -> [(graph: Int, value: Value?)] {
      all.map { ($0.graph, value($0.value)) }
    }
    let license = first("", "license", each(\.license))
    let language = first("", "language", each(\.language)) ?? "en"
    let offset = first("", "default-offset", each { $0.defaultOffset ?? .utc }) { $0.description }
    let isDirected = first("", "directed-links", each(\.hasDirectedLinks)) { String($0) }
    let attributes = attributes("", graphs.enumerated().map { ($0, $1.attributes) })
    let sources = sources()
    var readings = mergedReadings()
    var entities = entities()
    let statements = statements()
    let hasMore = entities.count > graphs[0].entities.count || statements.count > graphs[0].statements.count
    if hasMore {
      let places = Dictionary(
        uniqueKeysWithValues: GraphFileWriter.sections.enumerated().map { ($1.category, $0) })
      entities = entities.enumerated().sorted {
        (places[$0.element.category] ?? 0, $0.offset) < (places[$1.element.category] ?? 0, $1.offset)
      }.map(\.element)
    }
    readings += ownReadings(besides: readings)
    var graph = DiplomaticGraph(
      title: title(), summary: joined(graphs.compactMap(\.summary), by: "\n\n"),
      authors: distinct(graphs.flatMap(\.authors)), license: license, language: language,
      defaultOffset: graphs.contains { $0.defaultOffset != nil } ? offset : nil, sources: sources,
      readings: readings, entities: entities, statements: statements)
    graph.hasDirectedLinks = isDirected ?? false
    graph.attributes = attributes
    if hasMore { graph = regrouped(graph) }
    graph.dateOrders = dateOrders(in: graph)
    return graph
  }

  /// The same graph with its statements in the order in which a graph file has them at the entities that they are of.
  private mutating func regrouped(_ graph: DiplomaticGraph) -> DiplomaticGraph {
    let entities = Array(graph.entities.indices)
    let links = PlacedLinks(graph, entities, WrittenNames(graph), .grouped)
    let order = entities.flatMap { (links.byEntity[$0] ?? []).map(\.statement) } + links.inFull
    var places = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    statementPlaces = statementPlaces.map { $0.mapValues { places[$0] } }
    return graph.with(statements: order.map { graph.statements[$0] })
  }

  /// The titles, joined where they differ.
  private func title() -> LocalizedText {
    let titles = graphs.map(\.title)
    if titles.allSatisfy({ $0 == titles[0] }) { return titles[0] }
    let languages = distinct(titles.flatMap { $0.wordings.map(\.language) })
    return LocalizedText(
      languages.map { language in
        .init(language: language, text: joined(titles.map { $0.text(in: language) }, by: " · ") ?? "")
      })
  }

  private func joined(_ texts: [String], by separator: String) -> String? {
    texts.isEmpty ? nil : distinct(texts).joined(separator: separator)
  }

  func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// The readings that stand for graphs, as far as something differs by them; the first is the default.
  private func ownReadings(besides others: [Reading]) -> [Reading] {
    let question = "which of the merged graphs"
    return usesReadings.sorted().enumerated().map { number, graph in
      Reading(
        id: graphReadings[graph], title: LocalizedText("As in \(names[graph])", language: "en"),
        isDefault: number == 0,
        question: question)
    }
  }

  mutating func attributes(_ id: String, _ versions: [(graph: Int, attributes: [Attribute])]) -> [Attribute] {
    var merged: [(graph: Int, attribute: Attribute)] = []
    for (graph, attributes) in versions {
      for attribute in attributes {
        guard let known = merged.first(where: { $0.attribute.name == attribute.name }) else {
          merged.append((graph, attribute))
          continue
        }
        if known.attribute.value != attribute.value {
          note(
            id, "attribute '\(attribute.name)'", (known.graph, known.attribute.value.description),
            (graph, attribute.value.description))
        }
      }
    }
    return merged.map(\.attribute).sorted { $0.name < $1.name }
  }

  // MARK: Sources and readings

  /// What has an id in each graph: of each id all versions, in the order in which the ids come first.
  func versions<Member, ID: Hashable>(
    _ members: (DiplomaticGraph) -> [Member], _ id: (Member) -> ID
  ) -> [[(graph: Int, member: Member)]] {
    var positions: [ID: Int] = [:]
    var versions: [[(graph: Int, member: Member)]] = []
    for (graph, value) in graphs.enumerated() {
      for member in members(value) {
        if let position = positions[id(member)] {
          versions[position].append((graph, member))
        } else {
          positions[id(member)] = versions.count
          versions.append([(graph, member)])
        }
      }
    }
    return versions
  }

  private mutating func sources() -> [Source] {
    versions(\.sources, \.id).map { versions in
      var source = versions[0].member
      guard versions.count > 1 else { return source }
      let id = source.id.rawValue
      func each<Value>(_ value: (Source) -> Value?) -> [(graph: Int, value: Value?)] {
        versions.map { ($0.graph, value($0.member)) }
      }
      source.title = united(id, "title", each(\.title)) ?? source.title
      source.kind = first(id, "kind", each(\.kind))
      source.author = first(id, "author", each(\.author))
      source.date = first(id, "date", each(\.date)) { $0.styledText }
      source.language = first(id, "language", each(\.language))
      source.url = first(id, "url", each(\.url))
      source.publisher = first(id, "publisher", each(\.publisher))
      source.quotedIn = first(id, "quoted-in", each(\.quotedIn)) { $0.text }
      source.note = first(id, "note", each(\.note))
      return source
    }
  }

  private mutating func mergedReadings() -> [Reading] {
    var defaults: Set<String?> = []
    return versions(\.readings, \.id).map { versions in
      var reading = versions[0].member
      let id = reading.id.rawValue
      func each<Value>(_ value: (Reading) -> Value?) -> [(graph: Int, value: Value?)] {
        versions.map { ($0.graph, value($0.member)) }
      }
      if versions.count > 1 {
        reading.title = united(id, "title", each(\.title)) ?? reading.title
        reading.extends = first(id, "extends", each(\.extends)) { $0.rawValue }
        reading.question = first(id, "question", each(\.question))
        reading.isDefault = first(id, "default", each(\.isDefault)) { String($0) } ?? false
        reading.note = first(id, "note", each(\.note))
      }
      let graph = graphs[versions[0].graph]
      if reading.isDefault, !defaults.insert(reading.question ?? graph.question(of: reading)).inserted {
        // One question has one default.
        reading.isDefault = false
        let firstDefault = graphs.firstIndex { $0.defaultReading != nil } ?? 0
        note(id, "default", (firstDefault, "another reading of the question"), (versions[0].graph, "true"))
      }
      return reading
    }
  }
}
