import Chronology
import Diplomacy

/// Makes a graph of the TEI of others: entities at once, statements when all files are read, since they may point to anything.
struct TEIGraphBuilder {
  /// One end of a statement, as the file has it.
  struct End {
    /// The entity, by its place among ``entities``, where it is known already.
    var entity: Int?
    /// Pointers to it, the first that leads somewhere counts.
    var pointers: [String] = []
    /// The key of a register that it has.
    var key: String?
    /// What it is called there.
    var name: String?
    /// What it is if it is described nowhere.
    var kind: EntityKind
  }

  /// A statement whose ends are looked up later.
  struct Pending {
    var id: String?
    let subject: End
    let role: Role
    let object: End
    var when: HistoricalDate?
    var office: LocalizedText?
    var attestation = Attestation()
    /// Whether it joins two actors one way or both, as an edge of a network; nil: its role says.
    var isDirected: Bool?
    var attributes: [Attribute] = []
    let file: Int
    let place: Diagnostic.Place
  }

  /// What is wrong, and what is worth telling, file by file.
  var findings: [ImportFindings]
  /// The file that is read.
  var file = 0
  var entities: [Entity] = []
  var pending: [Pending] = []
  var sources: [Source] = []
  var sourceIDs: Set<SourceID> = []
  var references: TEIReferences
  /// The styles of the calendars of the file that is read.
  var calendars: [String: DateStyle] = [:]
  var title: LocalizedText?
  var authors: [String] = []
  var language: String?
  /// Dates that were not understood: how many, and the first.
  var undated: (count: Int, text: String, place: Diagnostic.Place, file: Int)?
  /// Letters that name nobody who sent them, or nobody who got them.
  var incomplete: (count: Int, place: Diagnostic.Place, file: Int)?
  /// Pointers that lead to nothing that is described: how many, and the first.
  var loose: (count: Int, pointer: String, place: Diagnostic.Place, file: Int)?
  private var lastFile = 0

  init(_ findings: [ImportFindings]) {
    self.findings = findings
    references = TEIReferences(files: findings.map(\.file))
  }

  /// The language of texts that name none.
  var textLanguage: String { language ?? "en" }

  /// Takes what stands in a document.
  mutating func take(
    _ node: TEINode, _ context: TEIDocument.Context, _ findings: inout ImportFindings
  ) {
    if file != lastFile { (calendars, lastFile) = ([:], file) }
    if language == nil, let found = context.language, Findings.isLanguageTag(found) { language = found }
    switch node.name {
    case "titleStmt":
      // What a folder holds, the title of one of its letters does not say.
      if title == nil, references.isOneFile { takeTitle(node) }
    case "calendar":
      let words = node.words
      if let id = node["xml:id"], let style = TEIDates.named(id) ?? TEIDates.named(words) {
        calendars[id] = style
      }
    case "application":
      if node["ident"] == TEIFormat.application {
        findings.warning(node.place, "Entente wrote this file; read by itself, its whole graph comes back.")
      }
    case "prefixDef": references.add(prefix: node, file: file)
    case "bibl", "biblStruct", "biblFull": takeSource(node)
    case "person", "personGrp", "org", "place", "event":
      takeEntity(node, language: context.language, around: nil, &findings)
    case "relation": takeRelation(node, &findings)
    case "correspDesc": takeLetter(node, of: context.document, &findings)
    default: break
    }
  }

  private mutating func takeTitle(_ node: TEINode) {
    // The title of the text, and not of the series in which it stands.
    let titles = node.children("title").filter { !$0.words.isEmpty }
    let own =
      titles.first { $0["type"] == "main" } ?? titles.first { $0["level"] == "a" || $0["level"] == "m" }
      ?? titles.first
    guard let own else { return }
    title = LocalizedText(own.words, language: textLanguage)
    authors = node.children("author", "editor").flatMap { person in
      let names = person.children("name", "persName", "orgName")
      return (names.isEmpty ? [person] : names).map(\.words).filter { !$0.isEmpty }
    }
  }

  // MARK: Sources

  private mutating func takeSource(_ node: TEINode) {
    guard let id = node["xml:id"] else { return }
    var name = id
    var number = 1
    // Files of a folder may use one id for several sources.
    while !sourceIDs.insert(SourceID(name)).inserted {
      number += 1
      name =
        number == 2 ? "\(references.stem(of: file)).\(id)" : "\(references.stem(of: file)).\(id).\(number)"
    }
    let titles = node.all(["title"])
    let text = titles.first?.words ?? ""
    var source = Source(
      id: SourceID(name), title: LocalizedText(text.isEmpty ? node.words : text, language: textLanguage),
      kind: node["type"])
    source.author = node.all(["author"]).first?.words
    source.publisher = node.all(["publisher"]).first?.words
    if let date = node.all(["date"]).first { source.date = self.date(of: date, text: date.words) }
    source.url = (node.all(["ptr", "ref"]).first { $0["target"]?.contains(":") == true })?["target"]
    sources.append(source)
    references.add(source: id, source.id, file: file)
  }

  /// The sources that an element points to, and the pointers that lead to none.
  func citations(of node: TEINode) -> (citations: [Citation], others: [String]) {
    var (found, others): ([Citation], [String]) = ([], [])
    for pointer in node.pointers("source") {
      if let id = references.source(pointer, file: file) {
        found.append(Citation(source: id))
      } else {
        others.append(pointer)
      }
    }
    return (found, others)
  }

  // MARK: Dates

  /// The date of an element, by its attributes or else its text; what is none is counted.
  mutating func date(of node: TEINode, text: String? = nil) -> HistoricalDate? {
    let found = TEIDates.date(of: node, text: text, calendars: calendars)
    if let unread = found.unread {
      undated = (
        1 + (undated?.count ?? 0), undated?.text ?? unread, undated?.place ?? node.place,
        undated?.file ?? file
      )
    }
    return found.date
  }

  /// The date of an element, or of the first date inside of it.
  mutating func dateWithin(_ node: TEINode) -> HistoricalDate? {
    if let date = date(of: node) { return date }
    return node.all(["date"]).lazy.first.flatMap { date(of: $0, text: $0.words) }
  }

  // MARK: The whole

  mutating func graph(named name: String) -> DiplomaticGraph {
    tellWhole()
    let statements = resolvedStatements()
    if let loose {
      let lead = loose.count == 1 ? "pointer leads" : "pointers lead"
      findings[loose.file].warning(
        loose.place,
        "\(loose.count) \(lead) to nothing that is described; the first is '\(Node.shortened(loose.pointer))'. What they name "
          + "is taken for an actor or place of that name.")
    }
    if entities.isEmpty {
      findings[0].error(
        nil,
        "found no person, organisation, place, event, relation or letter that is described; expected some. Names in running text are not read."
      )
    }
    var graph = DiplomaticGraph(
      title: title ?? LocalizedText(fileName(of: name), language: textLanguage), authors: authors,
      language: textLanguage,
      sources: sources, entities: entities, statements: statements)
    graph.hasDirectedLinks = statements.contains { $0.isDirected == true }
    return graph
  }

  private mutating func tellWhole() {
    if let undated {
      let are = undated.count == 1 ? "date is" : "dates are"
      findings[undated.file].leftOut(
        undated.place,
        "\(undated.count) \(are) not understood; the first is '\(Node.shortened(undated.text))'.")
    }
    if let incomplete {
      let name = incomplete.count == 1 ? "letter names" : "letters name"
      findings[incomplete.file].leftOut(
        incomplete.place, "\(incomplete.count) \(name) nobody who sent it, or nobody who received it.")
    }
  }

  /// The statements, with the entities that are described nowhere.
  private mutating func resolvedStatements() -> [Statement] {
    var names = StatementNames()
    // Ids that the files give go before those that are made.
    let taken = Set(pending.compactMap(\.id))
    var statements: [Statement] = []
    statements.reserveCapacity(pending.count)
    var given: Set<String> = []
    // Those that are pointed to go before those that are only named, which may be the same.
    for link in pending {
      file = link.file
      for end in [link.subject, link.object] where !end.pointers.isEmpty || end.key != nil {
        _ = resolve(end, at: link.place)
      }
    }
    for link in pending {
      file = link.file
      guard let subject = resolve(link.subject, at: link.place),
        let object = resolve(link.object, at: link.place)
      else { continue }
      let (from, to) = (entities[subject], entities[object])
      let id: String
      if let own = link.id, given.insert(own).inserted {
        id = own
      } else {
        id = names.name(link.role, from.id.rawValue, to.id.rawValue) { taken.contains($0) }
      }
      var statement = Statement(
        id: StatementID(id), subject: from.id, role: link.role, object: to.id, when: link.when,
        onBehalfOf: nil, office: link.office, attestation: link.attestation)
      // What joins two actors joins them in networks whatever it is called, and leads there as the file says.
      let isCore = link.role.ends != nil && link.role.fits(from.category, to.category)
      if from.category == .actor, to.category == .actor, !isCore { statement.isDirected = link.isDirected }
      statement.attributes = link.attributes
      statements.append(statement)
    }
    pending = []
    return statements
  }
}
