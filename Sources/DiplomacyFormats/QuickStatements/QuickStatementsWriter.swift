import Chronology
import Diplomacy

/// Writes what a view knows as commands of QuickStatements (version 1), as somebody would edit Wikidata with care: about items
/// that are there, what fits a property of Wikidata, with its dates and references; nothing that is disputed, secret to no
/// purpose, only planned or doubtful.
/// - Parameter createsItems: Whether entities without an item get one.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
func quickStatements(_ view: GraphView, createsItems: Bool) -> Export {
  var writer = QuickStatementsWriter(view, createsItems: createsItems)
  writer.write()
  return Export(bytes: Array(writer.text.utf8), losses: writer.losses)
}

struct QuickStatementsWriter {
  /// A statement about an item.
  struct Claim {
    let property: String
    let value: String
    var qualifiers: [(property: String, value: String)] = []
    let attestation: Attestation
    /// What attests it where that says nothing of sources.
    let fallback: Attestation
  }

  let view: GraphView
  private(set) var text = ""
  private var counts: [(what: String, instead: String?, count: Int)] = []
  private let createsItems: Bool
  private let items: [EntityID: String]
  /// The statements by the entity whose item has them.
  private let homes: [EntityID: [Statement]]
  private var written: Set<String> = []
  var graph: DiplomaticGraph { view.graph }

  init(_ view: GraphView, createsItems: Bool) {
    self.view = view
    self.createsItems = createsItems
    var items: [EntityID: String] = [:]
    for (entity, _) in view.entities { items[entity.id] = wikidataItem(entity) }
    self.items = items
    homes = Dictionary(
      grouping: view.statements.map(\.statement),
      by: { statement in
        // Who took part is said of what they took part in.
        let category = view.graph[statement.object]?.category
        let isOfObject =
          category == .agreement && Role.participations.contains(statement.role)
          || category == .event && view.graph[statement.subject]?.category == .actor
        return isOfObject ? statement.object : statement.subject
      })
  }

  mutating func write() {
    for (entity, _) in view.entities {
      let claims = entityClaims(entity) + (homes[entity.id] ?? []).compactMap { claim($0, of: entity) }
      if let item = items[entity.id] {
        for claim in claims { write(claim, of: item) }
      } else if createsItems, entity.attestation.modality == .actual {
        create(entity)
        for claim in claims { write(claim, of: "LAST") }
      } else {
        lose("entity without an item of Wikidata", instead: nil)
        for _ in claims { lose("statement about an entity without an item of Wikidata") }
      }
    }
  }

  var losses: LossReport {
    var report = LossReport()
    for loss in counts { report.add(loss.count, loss.what, instead: loss.instead) }
    return report
  }

  mutating func lose(_ what: String, instead: String? = nil) {
    if let place = counts.firstIndex(where: { $0.what == what }) {
      counts[place].count += 1
    } else {
      counts.append((what, instead, 1))
    }
  }

  // MARK: Items and claims

  private mutating func create(_ entity: Entity) {
    text += "CREATE\n"
    for wording in entity.name.wordings where Findings.isLanguageTag(wording.language) {
      text += "LAST\tL\(wording.language.lowercased())\t\(quoted(wording.text))\n"
    }
    for wording in entity.shortName?.wordings ?? [] where Findings.isLanguageTag(wording.language) {
      text += "LAST\tA\(wording.language.lowercased())\t\(quoted(wording.text))\n"
    }
    let none = Attestation()
    if let kind = Self.classes[entity.kind] {
      write(Claim(property: "P31", value: kind, attestation: entity.attestation, fallback: none), of: "LAST")
    } else {
      lose("kind for which no class of Wikidata is known", instead: "the new item has no P31")
    }
  }

  /// The classes of Wikidata that say what the kinds of the core say.
  private static let classes: [EntityKind: String] = [
    .person: "Q5", .state: "Q3624078", .organization: "Q43229", .treaty: "Q131569", .pact: "Q131569",
    .convention: "Q131569", .armistice: "Q107706", .region: "Q82794", .city: "Q515", .river: "Q4022",
    .sea: "Q165", .island: "Q23442", .battle: "Q178561", .war: "Q198",
  ]

  private mutating func write(_ claim: Claim, of item: String) {
    let attestation = claim.attestation
    if attestation.modality != .actual {
      return lose("statement of what was only planned, promised, believed or supposed")
    }
    if !attestation.readings.isEmpty { return lose("statement that holds in some readings only") }
    if attestation.certainty == .low { return lose("statement of low certainty") }
    var claim = claim
    if attestation.certainty == .medium,
      !claim.qualifiers.contains(where: { $0.value == "Q18122778" })
    {
      claim.qualifiers.append(("P1480", "Q18122778"))
    }
    let references = references(attestation.citations.isEmpty ? claim.fallback : attestation)
    if references.isEmpty {
      lose(
        "statement without a source that has an address or an item", instead: "written without a reference")
    }
    var fields = [item, claim.property, claim.value]
    for qualifier in claim.qualifiers { fields += [qualifier.property, qualifier.value] }
    let line = (fields + references).joined(separator: "\t")
    // The same once more would be the same edit.
    if item == "LAST" || written.insert(line).inserted { text += line + "\n" }
  }

  /// What attests a statement, as pairs of a property and a value; each source begins a reference of its own.
  private func references(_ attestation: Attestation) -> [String] {
    var fields: [String] = []
    for citation in attestation.citations {
      guard let source = graph[citation.source], let url = source.url, isWebAddress(url) else { continue }
      var own: [(String, String)] = []
      if let item = wikidataItem(url) {
        own.append(("S248", item))
      } else {
        own.append(("S854", quoted(url)))
        let title = source.title.wordings.first { $0.language == source.language } ?? source.title.wordings[0]
        if title.language.wholeMatch(of: /[A-Za-z-]+/) != nil {
          own.append(("S1476", "\(title.language.lowercased()):\(quoted(title.text))"))
        }
        if let date = source.date.flatMap(WikidataTime.init), date.value != "somevalue" {
          own.append(("S577", date.value))
        }
      }
      if let locator = citation.locator {
        let page = locator.prefixMatch(of: /pp?\.\s*/).map { locator[$0.range.upperBound...] }
        own.append((page == nil ? "S958" : "S304", quoted(page.map(String.init) ?? locator)))
      }
      for (index, (property, value)) in own.enumerated() {
        fields += [index == 0 && !fields.isEmpty ? "!\(property)" : property, value]
      }
    }
    return fields
  }

  /// A text in quotes, on one line.
  private func quoted(_ text: String) -> String {
    let trimmed = onOneLine(text).split(separator: " ", omittingEmptySubsequences: true).joined(
      separator: " ")
    return "\"\(trimmed)\""
  }

  /// The item of an entity; nil where it has none.
  func item(_ id: EntityID) -> String? { items[id] }
}
