import Chronology
import Diplomacy

/// Reads TEI that Entente wrote: every part of the graph from where ``TEIWriter`` puts it.
struct TEIOwnReader {
  /// What is said of the graph in the header.
  var title: [LocalizedText.Wording] = []
  var authors: [String] = []
  var license: String?
  var summary: String?
  var language = "en"
  var offset: UTCOffset?
  var hasDirectedLinks = false
  var attributes: [Attribute] = []
  /// The calendars by their `xml:id`.
  var calendars: [String: DateStyle] = [:]
  /// The places in sources by their `xml:id`.
  var citations: [String: Citation] = [:]
  /// The other entries of the bibliography, which are read when the offset of dates is known.
  var bibliography: [TEINode] = []
  var readings: [(reading: Reading, place: Diagnostic.Place)] = []
  var entities: [(number: Int?, entity: Entity, place: Diagnostic.Place)] = []
  var statements: [(statement: Statement, place: Diagnostic.Place)] = []
  var orders: [TEINode] = []
  var obligationNames = StatementNames()
  /// Pointers to what must be in the file: checked when all of it is read.
  var mentioned: [(id: EntityID, place: Diagnostic.Place)] = []

  /// Takes what stands in the document.
  mutating func take(
    _ node: TEINode, _ context: TEIDocument.Context, _ findings: inout ImportFindings
  ) {
    switch node.name {
    case "titleStmt":
      if let language = context.language { self.language = language }
      title = wordings(of: node.children("title"))
      authors = node.children("author").map(\.text)
    case "licence": license = node.text
    case "abstract": summary = node.first("p")?.text
    case "calendar": takeCalendar(node, &findings)
    case "bibl":
      if node["type"] == "cited-place" { takeCitation(node, &findings) } else { bibliography.append(node) }
    case "interp": takeReading(node, &findings)
    case "note": takeNote(node, &findings)
    case "person", "org", "place", "event": takeEntity(node, &findings)
    case "relation": takeRelation(node, &findings)
    default: break
    }
  }

  private mutating func takeNote(_ node: TEINode, _ findings: inout ImportFindings) {
    switch node["type"] {
    case "default-offset":
      offset = UTCOffset(node.text)
      if offset == nil {
        findings.leftOut(
          node.place, "found '\(Node.shortened(node.text))'; expected an offset such as '+03:00'.")
      }
    case "directed-links": hasDirectedLinks = node.text == "yes"
    case "attribute": if let attribute = attribute(node) { attributes.append(attribute) }
    case "date-order": orders.append(node)
    default: break
    }
  }

  private mutating func takeCalendar(_ node: TEINode, _ findings: inout ImportFindings) {
    guard let id = node["xml:id"] else { return }
    let text = node.words
    // `Julian calendar (Old Style); years begin on the day --03-25.`
    let start = text.firstRange(of: "--").flatMap {
      CalendarYearStart(String(text[$0.upperBound...].prefix(5)))
    }
    calendars[id] = DateStyle(text.hasPrefix("Julian") ? .julian : .gregorian, yearStart: start ?? .january)
  }

  private mutating func takeCitation(_ node: TEINode, _ findings: inout ImportFindings) {
    guard let id = node["xml:id"], let source = node.first("ref")?.pointers("target").first else { return }
    citations[id] = Citation(
      source: SourceID(Self.id(in: source)), locator: node.first("citedRange")?.text ?? "")
  }

  private mutating func takeReading(_ node: TEINode, _ findings: inout ImportFindings) {
    guard let id = required("xml:id", of: node, &findings) else { return }
    let descriptions = node.children("desc")
    func text(_ type: String) -> String? { descriptions.first { $0["type"] == type }?.text }
    let title = wordings(of: descriptions.filter { $0["type"] == nil })
    let base = descriptions.first { $0["type"] == "extends" }?.first("ref")?.pointers("target").first
    readings.append(
      (
        Reading(
          id: ReadingID(TEIWord.readName(id)), title: self.text(title, orElse: TEIWord.readName(id)),
          extends: base.map { ReadingID(Self.id(in: $0)) }, isDefault: node["n"] == "default",
          question: text("question"), note: text("note")), node.place
      ))
  }

  // MARK: Relations

  private mutating func takeRelation(_ node: TEINode, _ findings: inout ImportFindings) {
    guard let id = required("xml:id", of: node, &findings), let name = required("name", of: node, &findings)
    else { return }
    let ends =
      node["mutual"] == nil
      ? [node.pointers("active").first, node.pointers("passive").first].compactMap(\.self)
      : node.pointers("mutual")
    guard ends.count == 2 else {
      findings.leftOut(node.place, "a relation names \(ends.count) ends; expected two.")
      return
    }
    let said = sayings(of: node, date(of: node, &findings), &findings)
    var statement = Statement(
      id: StatementID(TEIWord.readName(id)), subject: entity(ends[0], node), role: Role(TEIWord.read(name)),
      object: entity(ends[1], node), when: said.date, attestation: said.attestation)
    statement.isDirected = node["type"].map { $0 == "directed" }
    var (office, succession): ([LocalizedText.Wording], Succession?) = ([], nil)
    for part in said.rest {
      switch Self.key(of: part) {
      case "office":
        office.append(LocalizedText.Wording(language: part["xml:lang"] ?? language, text: part.text))
      case "for": statement.onBehalfOf = pointed(part)
      case "weight": statement.weight = Double(part.text).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
      case "attribute": if let attribute = attribute(part) { statement.attributes.append(attribute) }
      case "succession":
        if part.name == "term" {
          succession = Succession.Rule(rawValue: part.text).map { Succession($0) }
        } else if let agreement = pointed(part) {
          succession?.agreements.append(agreement)
        }
      default: break
      }
    }
    if !office.isEmpty { statement.office = LocalizedText(office) }
    statement.succession = succession
    statement.attributes = Self.unique(statement.attributes)
    statements.append((statement, node.place))
  }

  // MARK: What all parts share

  /// An attribute that an element must have.
  mutating func required(
    _ attribute: String, of node: TEINode, _ findings: inout ImportFindings
  ) -> String? {
    if let value = node[attribute] { return value }
    findings.error(node.place, "the element '\(node.name)' has no '\(attribute)'; expected one.")
    return nil
  }

  /// The id that a pointer names.
  static func id(in pointer: String) -> String {
    TEIWord.readName(pointer.hasPrefix("#") ? String(pointer.dropFirst()) : pointer)
  }

  /// The entity that a pointer names, which must be in the file.
  mutating func entity(_ pointer: String, _ node: TEINode) -> EntityID {
    let id = EntityID(Self.id(in: pointer))
    mentioned.append((id, node.place))
    return id
  }

  /// The entity that an element points to; nil: it only names it.
  mutating func pointed(_ node: TEINode) -> EntityID? {
    node.pointers("ref").first.map { entity($0, node) }
  }

  /// What a part of a description says: the role of a name, else the type.
  static func key(of node: TEINode) -> String? { (node["role"] ?? node["type"]).map(TEIWord.read) }

  func wordings(of nodes: [TEINode]) -> [LocalizedText.Wording] {
    nodes.map { LocalizedText.Wording(language: $0["xml:lang"] ?? language, text: $0.text) }
  }

  func text(_ wordings: [LocalizedText.Wording], orElse text: String) -> LocalizedText {
    wordings.isEmpty ? LocalizedText(text, language: language) : LocalizedText(wordings)
  }

  /// An attribute that is only kept; of names that occur twice the first.
  func attribute(_ node: TEINode) -> Attribute? {
    guard let name = node.attributes["n"] else { return nil }
    let kind = node["subtype"].flatMap { AttributeValue.Kind(rawValue: $0) } ?? .text
    return Attribute(name, AttributeValue(node.text, as: kind))
  }

  /// Attributes in order of their names, each once.
  static func unique(_ attributes: [Attribute]) -> [Attribute] {
    if attributes.count < 2 { return attributes }
    var seen: Set<String> = []
    return attributes.filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }
  }
}
