import Chronology
import Diplomacy
import Foundation

/// Reads the JSON-LD that ``jsonLD(_:)`` writes back into the same graph.
///
/// It is read as it stands, with the words of our context: what another program has made of it (expanded, flattened) is told,
/// and not read.
struct JSONLDReader {
  typealias Place = Diagnostic.Place

  var findings: ImportFindings
  var language = "en"
  var defaultOffset: UTCOffset?
  private var graph = DiplomaticGraph(
    title: LocalizedText("Untitled", language: "en"), entities: [], statements: [])
  private var sources: [Source] = []
  private var readings: [Reading] = []
  private var entities: [Entity] = []
  private var statements: [(statement: Statement, place: Place)] = []
  /// The ids of nodes and where they stand, byte for byte.
  private var places: [[UInt8]: Place] = [:]
  private var entityIDs: Set<EntityID> = []
  private var sourceIDs: Set<SourceID> = []
  private var readingIDs: Set<ReadingID> = []
  private var statementIDs: Set<StatementID> = []
  /// Where entities, sources and readings are named, to be looked up when all are read.
  var namedEntities: [(id: EntityID, place: Place)] = []
  var namedSources: [(id: SourceID, place: Place)] = []
  var namedReadings: [(id: ReadingID, place: Place)] = []
  /// The ids of obligations.
  var obligationIDs: Set<StatementID> = []
  private var unknownKeys: Set<String> = []
  private var nodeCount = 0

  /// Reads a document.
  /// - Throws: ``InputDiagnostics`` with what is wrong.
  static func read(_ data: Data, named file: String, isStrict: Bool) throws(InputDiagnostics) -> (
    graph: DiplomaticGraph, warnings: [Diagnostic]
  ) {
    var reader = JSONLDReader(findings: ImportFindings(file: file, isStrict: isStrict))
    if data.count > InputLimits.networkBytes {
      reader.findings.error(nil, InputLimits.tooManyBytes("a JSON-LD file", limit: InputLimits.networkBytes))
      try reader.findings.check()
    }
    do throws(EncodedText.Fault) {
      let text = try EncodedText(data, of: "the file")
      if let (place, message) = text.warning { reader.findings.warning(place, message) }
      var json = JSONReader(text.bytes)
      do throws(JSONReader.Fault) {
        try reader.readDocument(&json)
      } catch {
        reader.findings.error(error.place, error.message)
      }
      for note in json.notes { reader.findings.warning(note.place, note.message) }
    } catch {
      reader.findings.error(error.place, error.message)
    }
    reader.checkCircles()
    try reader.findings.check()
    let graph = reader.finish()
    try reader.findings.check()
    return (graph, reader.findings.warnings)
  }

  private init(findings: ImportFindings) { self.findings = findings }

  // MARK: The document

  private mutating func readDocument(_ json: inout JSONReader) throws(JSONReader.Fault) {
    guard try json.next() == .beginObject else {
      findings.error(
        json.place,
        "found no object at the top; expected one with '@context' and '@graph', as Entente writes JSON-LD. "
          + Self.advice)
      return
    }
    var hasGraph = false
    try json.members { (json, key) throws(JSONReader.Fault) in
      let first = try json.next()
      guard key == "@graph" else {
        try json.skip(first)
        return
      }
      hasGraph = true
      guard first == .beginList else {
        self.findings.error(json.place, "found no list in '@graph'; expected the list of nodes.")
        try json.skip(first)
        return
      }
      try json.elements { (json, token) throws(JSONReader.Fault) in
        let value = try json.linkedValue(token)
        guard !self.findings.isHopeless, self.nodeCount <= InputLimits.networkElements else { return }
        self.nodeCount += 1
        self.read(value)
      }
    }
    if try json.next() != .end { return }
    if nodeCount > InputLimits.networkElements {
      findings.forget()
      findings.error(nil, InputLimits.tooMany("nodes", in: "the file", limit: InputLimits.networkElements))
    } else if !hasGraph {
      findings.error(
        nil, "the file has no '@graph'; expected one, as Entente writes JSON-LD. " + Self.advice)
    }
  }

  private static let advice =
    "What another program has made of such a file is not read: take the file that it was made of."

  private mutating func read(_ value: LinkedValue) {
    guard case .node(let node) = value.content else {
      findings.leftOut(value.place, "found \(value.words); expected a node, an object with 'id' and 'type'.")
      return
    }
    noteUnknownKeys(of: node)
    guard let name = text(node, "id") else {
      findings.leftOut(node.place, "this node has no 'id'; expected one such as '#ussr'.")
      return
    }
    if Accents.areTooMany(in: name) {
      findings.error(node.place, Accents.message)
      return
    }
    if let first = places.updateValue(node.place, forKey: Array(name.utf8)) {
      findings.error(
        node.place, "two nodes have the id '\(Node.shortened(name))'; the first is on line \(first.line).")
      return
    }
    if name.hasSuffix("#") {
      readGraph(node)
    } else if let id = JSONLDWords.id(name, "reading/") {
      guard isNew(readingIDs.insert(ReadingID(id)).inserted, id, node) else { return }
      if readings.count == InputLimits.readings {
        findings.error(
          node.place, InputLimits.tooMany("readings", in: "the graph", limit: InputLimits.readings))
      }
      readings.append(reading(node, ReadingID(id)))
    } else if let id = JSONLDWords.id(name, "source/") {
      guard isNew(sourceIDs.insert(SourceID(id)).inserted, id, node) else { return }
      sources.append(source(node, SourceID(id)))
    } else if let id = JSONLDWords.id(name, "statement/") {
      guard isNew(statementIDs.insert(StatementID(id)).inserted, id, node) else { return }
      if let statement = statement(node, StatementID(id)) { statements.append((statement, node.place)) }
    } else if let id = JSONLDWords.id(name) {
      guard let entity = entity(node, EntityID(id)), isNew(entityIDs.insert(entity.id).inserted, id, node)
      else { return }
      entities.append(entity)
    } else {
      findings.leftOut(
        node.place,
        "found the id '\(Node.shortened(name))'; expected one such as '#ussr', '#statement/s1', '#source/book' or '#reading/one'."
      )
    }
  }

  /// Tells of an id that is another's too, however the addresses are spelt.
  private mutating func isNew(_ isNew: Bool, _ id: String, _ node: LinkedNode) -> Bool {
    if !isNew { findings.error(node.place, "two nodes have the id '\(Node.shortened(id))'.") }
    return isNew
  }

  private mutating func noteUnknownKeys(of node: LinkedNode) {
    for key in node.members.keys.sorted() where !JSONLDWords.isKnown(key) && unknownKeys.insert(key).inserted
    {
      findings.warning(
        node.members[key]?.place, "the key '\(Node.shortened(key))' is none of Entente's, and is left out.")
    }
  }

  private mutating func readGraph(_ node: LinkedNode) {
    language = text(node, "inLanguage") ?? "en"
    if let text = text(node, "defaultOffset") {
      defaultOffset = UTCOffset(text)
      if defaultOffset == nil {
        findings.leftOut(
          node.place, "found the offset '\(Node.shortened(text))'; expected one such as '+03:00'.")
      } else if nodeCount > 1 {
        findings.warning(
          node.place,
          "the node '#' is not the first; the dates before it are read without its 'defaultOffset'.")
      }
    }
    if case .number(let version)? = node["version"]?.content, version != "1" {
      findings.warning(
        node.place,
        "the file is of version \(Node.shortened(version)) of our words; this is read as version 1.")
    }
    graph.title = localized(node, "name") ?? graph.title
    graph.summary = text(node, "description")
    graph.authors = texts(node, "authors")
    graph.license = text(node, "license")
    graph.hasDirectedLinks = flag(node, "directedLinks") ?? false
    graph.attributes = attributes(node)
  }

  private mutating func reading(_ node: LinkedNode, _ id: ReadingID) -> Reading {
    Reading(
      id: id, title: localized(node, "name") ?? LocalizedText(id.rawValue, language: language),
      extends: reading(node, "extends"), isDefault: flag(node, "isDefault") ?? false,
      question: text(node, "question"), note: text(node, "note"))
  }

  private mutating func source(_ node: LinkedNode, _ id: SourceID) -> Source {
    Source(
      id: id, title: localized(node, "name") ?? LocalizedText(id.rawValue, language: language),
      kind: text(node, "kind"), author: text(node, "author"), date: date(node, "date"),
      language: text(node, "inLanguage"), url: text(node, "url"), publisher: text(node, "publisher"),
      quotedIn: citations(node, "quotedIn").first, note: text(node, "note"))
  }

  // MARK: The graph

  /// Readings that start from each other cannot be looked at.
  private mutating func checkCircles() {
    let links = readings.compactMap { reading in
      reading.extends.map { parent in
        (
          from: reading.id.rawValue, to: parent.rawValue,
          place: places[Array(JSONLDWords.node(reading.id).utf8)]
        )
      }
    }
    for circle in circles(in: links) {
      findings.error(
        circle.place, "'extends' makes a circle: \(shortList(circle.path.map { "'\(Node.shortened($0))'" }))."
      )
    }
  }

  /// The graph, when all ends are known: what names nothing is told and left out.
  private mutating func finish() -> DiplomaticGraph {
    var missing = MissingNames()
    for (id, place) in namedEntities where !entityIDs.contains(id) && missing.entities.insert(id).inserted {
      tell("entity", id.rawValue, place)
    }
    for (id, place) in namedSources where !sourceIDs.contains(id) && missing.sources.insert(id).inserted {
      tell("source", id.rawValue, place)
    }
    for (id, place) in namedReadings where !readingIDs.contains(id) && missing.readings.insert(id).inserted {
      tell("reading", id.rawValue, place)
    }
    let whole = statements.filter { statement, place in
      guard let end = [statement.subject, statement.object].first(where: { !entityIDs.contains($0) }) else {
        return true
      }
      findings.leftOut(
        place,
        "the statement '\(Node.shortened(statement.id.rawValue))' names the entity '\(Node.shortened(end.rawValue))', which is not in the file."
      )
      return false
    }.map(\.statement)
    missing.obligations = Set(entities.flatMap(\.deeds).map(\.obligation)).subtracting(obligationIDs)
    for id in missing.obligations.sorted(by: { $0.rawValue < $1.rawValue }) {
      findings.warning(
        nil,
        "an event keeps or breaches the obligation '\(Node.shortened(id.rawValue))', which is not in the file. It is left out."
      )
    }
    let entities = missing.isEmpty ? self.entities : self.entities.map { missing.removed(from: $0) }
    let statements = missing.isEmpty ? whole : whole.map { missing.removed(from: $0) }
    var result = DiplomaticGraph(
      title: graph.title, summary: graph.summary, authors: graph.authors, license: graph.license,
      language: language, defaultOffset: defaultOffset,
      sources: missing.isEmpty ? sources : sources.map { missing.removed(from: $0) },
      readings: missing.isEmpty ? readings : readings.map { missing.removed(from: $0) }, entities: entities,
      statements: statements)
    result.hasDirectedLinks = graph.hasDirectedLinks
    result.attributes = graph.attributes
    return result
  }

  private mutating func tell(_ what: String, _ name: String, _ place: Place) {
    findings.warning(
      place,
      "found the \(what) '\(Node.shortened(name))', which is not in the file; what names it is read without it."
    )
  }
}
