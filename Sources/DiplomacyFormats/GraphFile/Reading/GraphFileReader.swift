import Chronology
import Diplomacy

/// Reads one graph file: first everything that it declares, then what its references mean.
struct GraphFileReader {
  var findings: Findings
  /// The language of texts that name none.
  var language = "en"
  /// The offset of dates that have none.
  var offset: UTCOffset?
  /// How the file's dates are reckoned.
  private(set) var fileStyle = DateStyle.gregorian
  /// The styles of the sources and the territories that say theirs.
  var sourceStyles: [String: DateStyle] = [:]
  var placeStyles: [String: DateStyle] = [:]

  /// Everything that the file gives an id, with where it did so.
  private(set) var declared: [String: (what: Declared, place: Diagnostic.Place?)] = [:]
  /// The ids in the order of the file, for suggestions.
  private var order: [String] = []
  /// References to be looked up when everything is declared.
  private var references: [Reference] = []
  var entities: [Entity] = []
  /// The places of the dates of events, and of the signatures of agreements.
  var ownDates: [Diagnostic.Place: String] = [:]
  var statements: [PendingStatement] = []
  /// Where the parts of the graph stand; complete when the reading is over.
  var places = GraphFile.Places()
  var silences: [GraphFile.Silence] = []
  var sources: [Source] = []
  var readings: [(reading: Reading, place: Diagnostic.Place?)] = []
  /// What the columns of tables hold.
  var tables: [TableMapping] = []
  /// What the tables say, once they are read.
  var loaded: LoadedTables?
  /// Finds a table.
  let opener: TableOpener

  init(file: String, opener: TableOpener? = nil) {
    findings = Findings(file: file)
    self.opener = opener ?? .files(beside: file)
  }

  /// What an id stands for.
  enum Declared: Hashable {
    case entity(Category), source, reading, statement, obligation

    /// With its article, for messages.
    var description: String {
      switch self {
      case .entity(let category): category.withArticle
      case .source: "a source"
      case .reading: "a reading"
      case .statement: "a statement"
      case .obligation: "an obligation"
      }
    }
  }

  /// A name used for something that the file declares elsewhere.
  private struct Reference {
    let id: String
    let place: Diagnostic.Place?
    let expected: Set<Declared>
    /// What uses the name: `party`, `holder`, `source`.
    let use: String
  }

  /// A statement whose ends are not yet looked up.
  struct PendingStatement {
    var statement: Statement
    /// Where the file makes it: at its role, or at the other end of a link.
    let place: Diagnostic.Place?
    /// The entity inside of which it is written; nil for one in full form.
    let home: EntityID?
  }

  // MARK: The whole file

  /// Reads the text; nil when anything is wrong, which `findings` then tells.
  mutating func read(_ text: String) -> DiplomaticGraph? {
    read(YAMLDocument(text))?.handingOnAgreements()
  }

  private mutating func read(_ document: YAMLDocument) -> DiplomaticGraph? {
    for problem in document.problems { findings.error(problem.place, problem.message) }
    findings.doubts = document.doubts
    guard let root = document.root, !root.isNothing else {
      if document.problems.isEmpty {
        findings.error(nil, "the file is empty; a graph file begins with 'entente: 1'.")
      }
      return nil
    }
    guard let mapping = findings.mapping(root, "a mapping that begins with 'entente: 1'") else { return nil }
    let fields = Fields(
      mapping, place: root.place, what: "a graph file", known: GraphFileKeys.top, findings: &findings)
    places.top = root.place
    places.sourcesKey = fields["sources"]?.keyPlace
    readHeader(fields)
    readCirca(fields)
    let title =
      fields["title"].flatMap { findings.localized($0.value, "the graph's title", language: language) }
      ?? LocalizedText("Untitled", language: language)
    if fields["title"] == nil { findings.error(root.place, "the graph has no 'title'; expected one.") }
    let summary = fields["summary"].flatMap { findings.text($0.value, "a summary") }
    let authors = texts(fields["authors"], "an author")
    let license = fields["license"].flatMap { findings.text($0.value, "a licence") }
    let isDirected = fields["directed-links"].flatMap { findings.flag($0.value, "'directed-links'") } ?? false
    let attributes = attributes(fields["attributes"])
    readSources(fields)
    readReadings(fields)
    for (category, key) in [
      (Category.actor, "actors"), (.territory, "territories"), (.agreement, "agreements"), (.event, "events"),
    ] {
      for member in section(fields[key], of: category.withArticle) { readEntity(member, category) }
    }
    readStatements(fields["statements"])
    readLint(fields["lint"])
    readTables(fields["tables"])
    loadTables()
    resolve()
    guard findings.diagnostics.isEmpty else { return nil }
    if !findings.relativeDates.isEmpty { return readAgain(document) }
    notePlaces()
    let own = statements.map(\.statement)
    var graph = DiplomaticGraph(
      title: title, summary: summary, authors: authors, license: license, language: language,
      defaultOffset: offset, sources: sources + (loaded?.sources ?? []),
      readings: readings.map(\.reading) + (loaded?.readings ?? []),
      entities: entities.isEmpty ? loaded?.made ?? [] : entities + (loaded?.made ?? []),
      statements: own.isEmpty ? loaded?.statements ?? [] : own + (loaded?.statements ?? []))
    graph.hasDirectedLinks = isDirected
    graph.attributes = attributes
    return graph
  }

  /// Solves the relative dates, and reads the document once more with what they came to.
  private mutating func readAgain(_ document: YAMLDocument) -> DiplomaticGraph? {
    let dates = (entities + (loaded?.made ?? [])).compactMap { entity in
      (entity.life?.concluded(under: .every) ?? (entity.category == .event ? entity.when : nil)).map {
        (entity.id.rawValue, $0)
      }
    }
    let solver = RelativeDateSolver(dates: dates, owners: ownDates, offset: offset)
    var solved: [Diagnostic.Place: HistoricalDate] = [:]
    do throws(ConstraintError) {
      for (place, date) in try solver.solve(findings.relativeDates) {
        solved[place] = date
        if date == nil {
          findings.error(place, "nothing bounds this date: what it is related to has no date itself.")
        }
      }
    } catch {
      let words = error.description
      let guilty = findings.relativeDates.first { words.contains("'\(solver.name(of: $0))'") }
      findings.error((guilty ?? findings.relativeDates[0]).place, words)
    }
    guard findings.diagnostics.isEmpty else { return nil }
    var reader = GraphFileReader(file: findings.file, opener: opener)
    reader.loaded = loaded
    reader.findings.solvedDates = solved
    var graph = reader.read(document)
    if let read = graph { graph?.dateOrders = orders(in: read, document) }
    self = reader
    return graph
  }

  /// The relative dates as orders of the dates of a graph.
  ///
  /// Where each stands in the graph is found by reading the document with signs in their places: years of which none is
  /// like another.
  private func orders(in graph: DiplomaticGraph, _ document: YAMLDocument) -> [DateOrder] {
    var places: [HistoricalDate: Diagnostic.Place] = [:]
    var reader = GraphFileReader(file: findings.file, opener: opener)
    reader.loaded = loaded
    for (number, relative) in findings.relativeDates.enumerated() {
      guard let sign = HistoricalDate(year: Self.firstSign + Int64(number), defaultOffset: offset) else {
        continue
      }
      reader.findings.solvedDates[relative.place] = sign
      places[sign] = relative.place
    }
    guard let signed = reader.read(document) else { return [] }
    var slots: [Diagnostic.Place: DateSlot] = [:]
    func note(_ slot: DateSlot) {
      if let date = signed.date(at: slot), let place = places[date] { slots[place] = slot }
    }
    for position in signed.entities.indices { signed.dateSlots(of: position).forEach(note) }
    for index in signed.statements.indices { note(.statement(index)) }
    return findings.relativeDates.flatMap { relative -> [DateOrder] in
      guard let slot = slots[relative.place] else { return [] }
      return relative.relations.compactMap { relation, anchor in
        guard case .thing(let id, _) = anchor, let other = graph.slotOfDate(of: EntityID(id)) else {
          return nil
        }
        return DateOrder(slot, relation, other)
      }
    }
  }

  /// The first of the years that are signs.
  private static let firstSign: Int64 = 271_828_182

  /// Notes where everything stands that has an id.
  private mutating func notePlaces() {
    for (id, (what, place)) in declared {
      switch what {
      case .entity: places.entities[EntityID(id)] = place
      case .source: places.sources[SourceID(id)] = place
      case .reading: places.readings[ReadingID(id)] = place
      case .statement, .obligation: break
      }
    }
    for pending in statements {
      places.statements[pending.statement.id] = pending.place
      places.homes[pending.statement.id] = pending.home
    }
    places.yearPairs = findings.yearPairs.map { pair in
      let owner: String? =
        switch pair.owner {
        case .id(let id): id
        case .statement(let index):
          statements.indices.contains(index) ? statements[index].statement.id.rawValue : nil
        case nil: nil
        }
      return GraphFile.Places.PlacedYearPair(pair: pair.pair, place: pair.place, owner: owner)
    }
  }

  /// The version, language and offset, on which the reading of the rest depends.
  private mutating func readHeader(_ fields: Fields) {
    if let version = fields["entente"] {
      if version.value.string != "1" {
        findings.error(
          version.value.place, "found version \(version.value.found); this reader knows version 1.")
      }
    } else {
      findings.error(fields.place, "the key 'entente' is missing; a graph file begins with 'entente: 1'.")
    }
    if let field = fields["language"], let tag = findings.text(field.value, "a language tag") {
      if Findings.isLanguageTag(tag) {
        language = tag
      } else {
        findings.error(field.value.place, "found '\(tag)'; expected a language tag such as 'en' or 'fr'.")
      }
    }
    fileStyle = findings.ownStyle(fields, in: .gregorian) ?? .gregorian
    findings.reckoning = Reckoning(style: fileStyle)
    if let field = fields["default-offset"], let text = findings.text(field.value, "an offset such as +03:00")
    {
      offset = UTCOffset(text)
      if offset == nil {
        findings.error(
          field.value.place, "found '\(text)'; expected an offset from UTC such as '+03:00' or 'Z'.")
      }
    }
  }

  /// How far approximate dates reach; before all dates are read.
  private mutating func readCirca(_ fields: Fields) {
    findings.circa = fields["circa"].flatMap { findings.reach($0.value) }
  }

  // MARK: Sections

  /// One member of a section: its id and what stands under it.
  struct Member {
    let id: String
    let place: Diagnostic.Place?
    let body: Node
  }

  /// The members of a section, which is a mapping of ids or a list of mappings that each have an `id`.
  mutating func section(_ field: Fields.Field?, of what: String) -> [Member] {
    guard let field, !field.value.isNothing else { return [] }
    switch field.value {
    case .mapping(let mapping):
      return mapping.compactMap { key, body in
        if let own = body.mapping?["id"], own.string != key.string {
          findings.error(
            own.place, "found \(own.found) as the id of what is called \(key.found); expected one of the two."
          )
        }
        return identifier(key, of: what).map { Member(id: $0, place: key.place, body: body) }
      }
    case .sequence(let sequence):
      return sequence.compactMap { body in
        guard let mapping = findings.mapping(body, "\(what), as a mapping with an 'id'") else { return nil }
        guard let id = mapping["id"] else {
          findings.error(body.place, "this \(what.withoutArticle) has no 'id'; expected one.")
          return nil
        }
        return identifier(id, of: what).map { Member(id: $0, place: id.place, body: body) }
      }
    default:
      findings.error(
        field.value.place,
        "found \(field.value.found) under '\(field.key)'; expected a mapping of ids, or a list of mappings.\(YAMLSlips.entryAdvice(on: field.value.string ?? ""))"
      )
      return []
    }
  }

  private mutating func identifier(_ node: Node, of what: String) -> String? {
    guard !node.isNothing else {
      findings.error(node.place, "this \(what.withoutArticle) has no id; expected one.")
      return nil
    }
    return findings.word(node, "the id of \(what)")
  }

  /// Notes that an id stands for something; reports an id that is taken.
  /// - Returns: Whether the id was free.
  @discardableResult
  mutating func declare(_ id: String, as what: Declared, at place: Diagnostic.Place?) -> Bool {
    if let first = declared[id] {
      let line = first.place.map { " on line \($0.line)" } ?? ""
      findings.error(
        place, "the id '\(id)' is taken by \(first.what.description)\(line); expected an id of its own.")
      return false
    }
    declared[id] = (what, place)
    order.append(id)
    return true
  }

  /// What an id stands for in the file or in its tables.
  private func declaration(of id: String) -> (what: Declared, place: Diagnostic.Place?)? {
    if let own = declared[id] { return own }
    guard let loaded else { return nil }
    if let category = loaded.entities.category(of: id) { return (.entity(category), nil) }
    if loaded.sources.contains(where: { $0.id.rawValue == id }) { return (.source, nil) }
    return loaded.readings.contains { $0.id.rawValue == id } ? (.reading, nil) : nil
  }

  /// Notes that a name is used, to be looked up later.
  mutating func refer(
    to id: String, at place: Diagnostic.Place?, as use: String, expecting expected: Set<Declared>
  ) {
    references.append(Reference(id: id, place: place, expected: expected, use: use))
  }

  /// A word that names something else of the file.
  mutating func reference(_ node: Node, as use: String, expecting expected: Set<Declared>) -> String? {
    guard let id = findings.word(node, "the id of the \(use)") else { return nil }
    refer(to: id, at: node.place, as: use, expecting: expected)
    return id
  }

  /// The id of one entity; a list is reported.
  mutating func reference(_ field: Fields.Field?, as use: String, expecting categories: [Category])
    -> EntityID?
  {
    guard let field else { return nil }
    return reference(field.value, as: use, expecting: Set(categories.map(Declared.entity))).map {
      EntityID($0)
    }
  }

  /// The ids of one entity or a list of entities.
  mutating func references(_ field: Fields.Field?, as use: String, expecting categories: [Category])
    -> [EntityID]
  {
    guard let field else { return [] }
    let expected = Set(categories.map(Declared.entity))
    return members(of: field.value).compactMap {
      reference($0, as: use, expecting: expected).map { EntityID($0) }
    }
  }

  private mutating func texts(_ field: Fields.Field?, _ what: String) -> [String] {
    guard let field else { return [] }
    return members(of: field.value).compactMap { findings.text($0, what) }
  }

  // MARK: What the references mean

  /// For so many unknown names the nearest one is looked for; it is looked for among all names.
  private static let mostAdvice = 50

  private mutating func resolve() {
    for relative in findings.relativeDates {
      for case (_, .thing(let id, let place)) in relative.relations {
        refer(to: id, at: place, as: "date of", expecting: [.entity(.event), .entity(.agreement)])
      }
    }
    var placesOfOtherSorts: Set<Diagnostic.Place> = []
    var advice: [String: String] = [:]
    var names: [String: NearestNames] = [:]
    for reference in references {
      guard let target = declaration(of: reference.id) else {
        // What tables declare that are not read, nobody knows.
        if !tables.isEmpty, loaded == nil { continue }
        guard !findings.isFull else {
          findings.error(nil, "")
          continue
        }
        let expected = expectation(reference.expected)
        let key = "\(reference.id) \(expected)"
        if advice[key] == nil, advice.count < Self.mostAdvice {
          if names[expected] == nil {
            names[expected] = NearestNames(
              order.filter { declared[$0].map { reference.expected.contains($0.what) } ?? false })
          }
          advice[key] = names[expected]?.didYouMean(reference.id) ?? ""
        }
        findings.error(
          reference.place,
          "\(reference.use) '\(reference.id)' is not \(expected) of this graph.\(advice[key] ?? "")")
        continue
      }
      if !reference.expected.contains(target.what) {
        if let place = reference.place { placesOfOtherSorts.insert(place) }
        findings.error(
          reference.place,
          "\(reference.use) '\(reference.id)' is \(target.what.description); expected \(expectation(reference.expected))."
        )
      }
    }
    nameStatements()
    checkSilences()
    checkRoles(except: placesOfOtherSorts)
    checkCircles()
    checkReadings()
  }

  private func expectation(_ expected: Set<Declared>) -> String {
    let entities = Category.allCases.filter { expected.contains(.entity($0)) }
    if entities.count == Category.allCases.count { return "an entity" }
    if !entities.isEmpty { return entities.map(\.withArticle).joined(separator: " or ") }
    return expected.first?.description ?? "known"
  }

  /// Reports roles that do not fit the categories they join, unless an end is already known to be of another sort.
  private mutating func checkRoles(except reported: Set<Diagnostic.Place>) {
    for pending in statements where pending.place.map({ !reported.contains($0) }) ?? true {
      let statement = pending.statement
      guard case .entity(let subject) = declaration(of: statement.subject.rawValue)?.what,
        case .entity(let object) = declaration(of: statement.object.rawValue)?.what,
        let ends = statement.role.ends, !statement.role.fits(subject, object)
      else { continue }
      let expected = ends.map(\.description).joined(separator: ", or ")
      findings.error(
        pending.place,
        "the role '\(statement.role)' joins \(expected); found \(subject.withArticle) ('\(statement.subject)') to "
          + "\(object.withArticle) ('\(statement.object)').")
    }
  }

}

extension String {
  /// `an agreement` without its article.
  fileprivate var withoutArticle: Substring {
    self[(firstIndex(of: " ").map { index(after: $0) } ?? startIndex)...]
  }
}
