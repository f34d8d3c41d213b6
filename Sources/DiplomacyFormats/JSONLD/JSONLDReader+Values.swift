import Chronology
import Diplomacy

/// The values of nodes; what is of another sort is told and left out.
extension JSONLDReader {
  mutating func text(_ node: LinkedNode, _ key: String) -> String? {
    guard let value = node[key] else { return nil }
    return text(value, key)
  }

  private mutating func text(_ value: LinkedValue, _ key: String) -> String? {
    switch value.content {
    case .text(let text): return text
    case .node(let inner): if let own = inner["@value"], case .text(let text) = own.content { return text }
    default: break
    }
    tell(value, key, "a text")
    return nil
  }

  mutating func tell(_ value: LinkedValue, _ key: String, _ expected: String) {
    findings.leftOut(value.place, "found \(value.words) in '\(key)'; expected \(expected).")
  }

  mutating func flag(_ node: LinkedNode, _ key: String) -> Bool? {
    guard let value = node[key] else { return nil }
    if case .boolean(let flag) = value.content { return flag }
    tell(value, key, "true or false")
    return nil
  }

  /// The elements of a list; of another value itself.
  func list(_ node: LinkedNode, _ key: String) -> [LinkedValue] {
    guard let value = node[key] else { return [] }
    if case .list(let values) = value.content { return values }
    return [value]
  }

  mutating func texts(_ node: LinkedNode, _ key: String) -> [String] {
    var texts: [String] = []
    for value in list(node, key) { if let text = text(value, key) { texts.append(text) } }
    return texts
  }

  mutating func nodes(_ node: LinkedNode, _ key: String) -> [LinkedNode] {
    var nodes: [LinkedNode] = []
    for value in list(node, key) {
      if case .node(let inner) = value.content { nodes.append(inner) } else { tell(value, key, "an object") }
    }
    return nodes
  }

  mutating func node(_ node: LinkedNode, _ key: String) -> LinkedNode? { nodes(node, key).first }

  /// One of the words that there are.
  mutating func word<Word: RawRepresentable & CaseIterable>(_ node: LinkedNode, _ key: String) -> Word?
  where Word.RawValue == String {
    guard let text = text(node, key) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    findings.leftOut(
      node[key]?.place, "found '\(Node.shortened(text))' in '\(key)'; expected one of \(words).")
    return nil
  }

  mutating func localized(_ node: LinkedNode, _ key: String) -> LocalizedText? {
    var wordings: [LocalizedText.Wording] = []
    for value in list(node, key) {
      guard let words = text(value, key) else { continue }
      var own = language
      if case .node(let inner) = value.content, let tag = text(inner, "@language") { own = tag }
      wordings.append(LocalizedText.Wording(language: own, text: words))
    }
    return wordings.isEmpty ? nil : LocalizedText(wordings)
  }

  mutating func period(_ node: LinkedNode, _ key: String) -> Period? {
    guard let text = text(node, key) else { return nil }
    if let period = try? Period(text) { return period }
    findings.leftOut(
      node[key]?.place, "found '\(Node.shortened(text))' in '\(key)'; expected a period such as P5Y.")
    return nil
  }

  /// The date of a time-span.
  mutating func date(_ node: LinkedNode, _ key: String) -> HistoricalDate? {
    guard let span = self.node(node, key) else { return nil }
    guard let text = text(span, "edtf") else {
      findings.leftOut(span.place, "this time-span has no 'edtf'; expected a date such as 1941-04-13.")
      return nil
    }
    guard var date = try? HistoricalDate(text, defaultOffset: defaultOffset) else {
      findings.leftOut(
        span["edtf"]?.place,
        "found the date '\(Node.shortened(text))'; expected one such as 1941-04-13, 1941-04, 1941 or 194X.")
      return nil
    }
    if let written = self.text(span, "written"),
      let own = try? HistoricalDate(lenient: written, defaultOffset: defaultOffset), own.edtf == text
    {
      date = own
    }
    if let reach = period(span, "circa") { date = date.widened(by: reach) }
    return date
  }

  // MARK: Links

  mutating func link(_ node: LinkedNode, _ key: String) -> EntityID? { links(node, key).first }

  mutating func links(_ node: LinkedNode, _ key: String) -> [EntityID] {
    var ids: [EntityID] = []
    for value in list(node, key) {
      guard let id = id(value, key, "") else { continue }
      namedEntities.append((EntityID(id), value.place))
      ids.append(EntityID(id))
    }
    return ids
  }

  mutating func reading(_ node: LinkedNode, _ key: String) -> ReadingID? { readings(node, key).first }

  mutating func readings(_ node: LinkedNode, _ key: String) -> [ReadingID] {
    var ids: [ReadingID] = []
    for value in list(node, key) {
      guard let id = id(value, key, "reading/") else { continue }
      namedReadings.append((ReadingID(id), value.place))
      ids.append(ReadingID(id))
    }
    return ids
  }

  /// The id that a link names, as a text or as an object with `id`.
  mutating func id(_ value: LinkedValue, _ key: String, _ prefix: String) -> String? {
    var name: String?
    switch value.content {
    case .text(let text): name = text
    case .node(let inner): name = text(inner, "id")
    default: break
    }
    if let id = name.flatMap({ JSONLDWords.id($0, prefix) }) { return id }
    tell(value, key, "the id of a node, such as '#\(prefix)x'")
    return nil
  }

  // MARK: Attestation

  mutating func citations(_ node: LinkedNode, _ key: String = "citations") -> [Citation] {
    var citations: [Citation] = []
    for part in nodes(node, key) {
      guard let value = part["source"], let id = id(value, "source", "source/") else {
        findings.leftOut(part.place, "this citation has no 'source'; expected one such as '#source/book'.")
        continue
      }
      namedSources.append((SourceID(id), value.place))
      citations.append(Citation(source: SourceID(id), locator: text(part, "locator")))
    }
    return citations
  }

  mutating func attestation(_ node: LinkedNode) -> Attestation {
    Attestation(
      certainty: word(node, "certainty"), modality: word(node, "modality") ?? .actual,
      holder: link(node, "holder"), citations: citations(node), note: text(node, "note"),
      readings: readings(node, "readings"), secret: secret(node))
  }

  private mutating func secret(_ node: LinkedNode) -> Knowledge? {
    guard let secret = self.node(node, "secret") else { return nil }
    let known = knowers(secret, "knownTo")
    let unknown = knowers(secret, "unknownTo")
    var disclosures: [Knowledge.Disclosure] = []
    for part in nodes(secret, "disclosed") {
      guard let when = date(part, "when") else { continue }
      disclosures.append(
        Knowledge.Disclosure(
          when: when, depth: word(part, "depth"), certainty: word(part, "certainty"),
          note: text(part, "note"), citations: citations(part)))
    }
    return Knowledge(knownTo: known, unknownTo: unknown, disclosures: disclosures)
  }

  private mutating func knowers(_ node: LinkedNode, _ key: String) -> [Knowledge.Knower] {
    var knowers: [Knowledge.Knower] = []
    for part in nodes(node, key) {
      guard let actor = link(part, "actor") else { continue }
      knowers.append(
        Knowledge.Knower(
          actor: actor, since: date(part, "since"), depth: word(part, "depth"),
          certainty: word(part, "certainty"), note: text(part, "note"), citations: citations(part)))
    }
    return knowers
  }

  /// What another program said, each name once, in order of the names.
  mutating func attributes(_ node: LinkedNode) -> [Attribute] {
    var attributes: [String: AttributeValue] = [:]
    for part in nodes(node, "additionalProperty") {
      guard let name = text(part, "propertyID"), let value = part["value"] else {
        findings.leftOut(part.place, "this property has no 'propertyID' or no 'value'; expected both.")
        continue
      }
      guard let read = attribute(value) else {
        tell(value, "value", "a text, a number, true or false")
        continue
      }
      attributes[name] = read
    }
    return attributes.sorted { $0.key < $1.key }.map { Attribute($0.key, $0.value) }
  }

  private func attribute(_ value: LinkedValue) -> AttributeValue? {
    switch value.content {
    case .text(let text): return .text(text)
    case .boolean(let value): return .boolean(value)
    case .number(let text):
      return Int(text).map(AttributeValue.integer) ?? AttributeValue(text, as: .number)
    case .node(let inner):
      guard case .text(let text)? = inner["@value"]?.content, case .text(let type)? = inner["@type"]?.content
      else { return nil }
      return AttributeValue(
        text, as: type == "xsd:integer" ? .integer : type == "xsd:double" ? .number : .text)
    case .null, .list: return nil
    }
  }
}
