import Chronology
import Diplomacy

extension GraphFileReader {
  /// The attestation that stands among the fields of an entity, statement, act, span or obligation.
  /// - Parameter hasText: Whether it is that of an agreement, whose existence can be known without its text.
  mutating func attestation(_ fields: Fields, hasText: Bool = false) -> Attestation {
    var attestation = Attestation()
    attestation.certainty = fields["certainty"].flatMap { findings.choice($0.value, "a certainty") }
    if let field = fields["modality"], let modality: Modality = findings.choice(field.value, "a modality") {
      attestation.modality = modality
    }
    attestation.holder = reference(fields["holder"], as: "holder", expecting: [.actor])
    attestation.citations = citations(fields["source"])
    attestation.note = fields["note"].flatMap { findings.text($0.value, "a note") }
    attestation.readings =
      fields["reading"].map { field in
        members(of: field.value).compactMap {
          reference($0, as: "reading", expecting: [.reading]).map { ReadingID($0) }
        }
      } ?? []
    attestation.secret = secret(fields, hasText)
    return attestation
  }

  private mutating func secret(_ fields: Fields, _ hasText: Bool) -> Knowledge? {
    let isSecret = fields["secret"].flatMap { findings.flag($0.value, "'secret'") }
    let knownTo = knowers(fields["known-to"], GraphFileKeys.knower, date: "since", hasText)
    let unknownTo = knowers(fields["unknown-to"], GraphFileKeys.ignorant, date: "until", hasText)
    let disclosures = disclosures(fields["disclosed"], hasText)
    let described = ["known-to", "unknown-to", "disclosed"].filter { fields[$0] != nil }
    if isSecret == false, let key = described.first {
      findings.error(
        fields["secret"]?.value.place,
        "'secret: false' stands beside '\(key)', which only a secret has; expected one of the two.")
    }
    guard isSecret ?? !described.isEmpty else { return nil }
    return Knowledge(knownTo: knownTo, unknownTo: unknownTo, disclosures: disclosures)
  }

  /// When a secret was disclosed: a date, or a mapping with `when`, or a list of which one at least is such a mapping.
  private mutating func disclosures(_ field: Fields.Field?, _ hasText: Bool) -> [Knowledge.Disclosure] {
    guard let field else { return [] }
    // A list of dates is a date of which nobody knows which of several it is.
    if case .sequence(let nodes) = field.value,
      nodes.contains(where: { $0.mapping?["when"] != nil })
    {
      return nodes.compactMap { disclosure($0, hasText) }
    }
    return [disclosure(field.value, hasText)].compactMap(\.self)
  }

  private mutating func disclosure(_ node: Node, _ hasText: Bool) -> Knowledge.Disclosure? {
    guard case .mapping(let mapping) = node, mapping["when"] != nil else {
      return findings.date(node, "the date of disclosure", offset: offset).map {
        Knowledge.Disclosure(when: $0)
      }
    }
    let fields = Fields(
      mapping, place: node.place, what: "a disclosure", known: GraphFileKeys.disclosure, findings: &findings)
    let outer = enterStyle(fields)
    defer { findings.reckoning = outer }
    let date = fields["when"].flatMap {
      findings.date($0.value, "the date of disclosure", offset: offset)
    }
    let depth = depth(fields, hasText)
    let (certainty, note, citations) = remarks(fields)
    return date.map {
      Knowledge.Disclosure(
        when: $0, depth: depth == .text ? nil : depth, certainty: certainty, note: note, citations: citations)
    }
  }

  /// Those who knew, or did not: ids, or mappings with a date.
  private mutating func knowers(
    _ field: Fields.Field?, _ known: [String], date key: String, _ hasText: Bool
  ) -> [Knowledge.Knower] {
    guard let field else { return [] }
    return members(of: field.value).compactMap { node -> Knowledge.Knower? in
      guard case .mapping(let mapping) = node else {
        return reference(node, as: "knower", expecting: [.entity(.actor)]).map {
          Knowledge.Knower(actor: EntityID($0))
        }
      }
      let fields = Fields(
        mapping, place: node.place, what: "an entry of '\(field.key)'", known: known, findings: &findings)
      let outer = enterStyle(fields)
      defer { findings.reckoning = outer }
      guard let actor = reference(fields["actor"], as: "knower", expecting: [.actor]) else {
        if fields["actor"] == nil {
          findings.error(node.place, "this entry of '\(field.key)' has no 'actor'; expected one.")
        }
        return nil
      }
      let date = fields[key].flatMap {
        findings.date($0.value, "the date \(key == "since" ? "since" : "until") when", offset: offset)
      }
      // To know the text is to know all, and not to know that it exists is to know nothing.
      let depth = depth(fields, hasText)
      let all: Knowledge.Depth = key == "since" ? .text : .existence
      let (certainty, note, citations) = remarks(fields)
      return Knowledge.Knower(
        actor: actor, since: date, depth: depth == all ? nil : depth, certainty: certainty,
        note: note,
        citations: citations)
    }
  }

  /// Whether the existence or the text is meant, which only agreements have apart.
  private mutating func depth(_ fields: Fields, _ hasText: Bool) -> Knowledge.Depth? {
    guard let field = fields["of"] else { return nil }
    guard hasText else {
      findings.error(
        field.keyPlace,
        "'of' stands here, but only an agreement has a text that can be unknown to one who knows of its existence; "
          + "expected it in 'known-to', 'unknown-to' or 'disclosed' of the agreement itself.")
      return nil
    }
    return findings.choice(field.value, "what is known")
  }

  /// How sure the author is of an entry, the remark, and the sources.
  private mutating func remarks(_ fields: Fields) -> (Certainty?, String?, [Citation]) {
    (
      fields["certainty"].flatMap { findings.choice($0.value, "a certainty") },
      fields["note"].flatMap { findings.text($0.value, "a note") }, citations(fields["source"])
    )
  }

  /// A citation or a list of them.
  private mutating func citations(_ field: Fields.Field?) -> [Citation] {
    field.map { members(of: $0.value).compactMap { citation($0) } } ?? []
  }

  /// A citation: `account P4`, or a mapping with `source` and `locator`.
  mutating func citation(_ node: Node) -> Citation? {
    if case .mapping(let mapping) = node {
      let fields = Fields(
        mapping, place: node.place, what: "a citation", known: GraphFileKeys.citation, findings: &findings)
      guard let field = fields["source"] else {
        findings.error(node.place, "this citation has no 'source'; expected one.")
        return nil
      }
      let locator = fields["locator"].flatMap { findings.text($0.value, "a page, paragraph or article") }
      return reference(field.value, as: "source", expecting: [.source]).map {
        Citation(source: SourceID($0), locator: locator)
      }
    }
    guard let text = findings.text(node, "a citation: a source's id and, after a space, the place in it")
    else {
      return nil
    }
    let id = text.prefix { !$0.isWhitespace && $0 != "," }
    let locator = String(text.dropFirst(id.count).drop { $0 == "," }).trimmingWhitespace()
    guard Findings.isWord(String(id)) else {
      findings.error(
        node.place,
        "found '\(text)'; expected a source's id and, after a space, the place in it: 'account P4'.")
      return nil
    }
    refer(to: String(id), at: node.place, as: "source", expecting: [.source])
    return Citation(source: SourceID(String(id)), locator: locator.isEmpty ? nil : locator)
  }
}
