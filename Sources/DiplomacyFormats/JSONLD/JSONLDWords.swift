import Diplomacy

/// The words of our JSON-LD, and what they mean to others.
enum JSONLDWords {
  /// The namespace of what CIDOC CRM, PROV and schema.org have no word for.
  static let namespace = "urn:entente:vocabulary:"

  /// The context: every document brings it along, so that nothing need be fetched.
  static let context: JSONValue = .object(
    prefixes.map { JSONValue.Member(key: $0, value: .string($1)) }
      + ["id": JSONValue.string("@id"), "type": .string("@type")].map {
        JSONValue.Member(key: $0.key, value: $0.value)
      }.sorted { $0.key < $1.key }
      + literals.map { JSONValue.Member(key: $0, value: .string($1)) }
      + typed.map { JSONValue.Member(key: $0, value: .object(["@id": .string($1), "@type": .string($2)])) }
      + links.map {
        JSONValue.Member(key: $0, value: .object(["@id": .string($1), "@type": .string("@id")]))
      }
      + lists.map {
        JSONValue.Member(key: $0, value: .object(["@id": .string($1), "@container": .string("@list")]))
      })

  private static let prefixes: KeyValuePairs = [
    "crm": "http://www.cidoc-crm.org/cidoc-crm/", "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "edtf-type": "http://id.loc.gov/datatypes/edtf/", "wd": "http://www.wikidata.org/entity/",
    "ent": "urn:entente:vocabulary:",
  ]

  /// Texts, numbers and nodes.
  private static let literals: KeyValuePairs = [
    "name": "schema:name", "alternateName": "schema:alternateName", "label": "rdfs:label",
    "description": "schema:description", "license": "schema:license", "inLanguage": "schema:inLanguage",
    "author": "schema:author", "publisher": "schema:publisher", "url": "schema:url",
    "identifier": "schema:identifier", "propertyID": "schema:propertyID", "value": "schema:value",
    "additionalProperty": "schema:additionalProperty",
    "note": "crm:P3_has_note", "hasType": "crm:P2_has_type", "timeSpan": "crm:P4_has_time-span",
    "wasUsedFor": "crm:P16i_was_used_for",
    "citations": "prov:qualifiedPrimarySource", "locator": "ent:locator",
    "version": "ent:version", "category": "ent:category", "kind": "ent:kind",
    "written": "ent:written", "circa": "ent:circa", "date": "ent:date",
    "defaultOffset": "ent:defaultOffset", "directedLinks": "ent:directedLinks",
    "at": "ent:at", "seenAs": "ent:seenAs", "seenUnder": "ent:seenUnder",
    "certainty": "ent:certainty", "modality": "ent:modality", "secret": "ent:secret",
    "knownTo": "ent:knownTo", "unknownTo": "ent:unknownTo", "disclosed": "ent:disclosed",
    "since": "ent:since", "depth": "ent:depth", "when": "ent:when",
    "lifetime": "ent:lifetime", "existence": "ent:existence", "condition": "ent:condition",
    "inForce": "ent:inForce", "never": "ent:never", "terms": "ent:terms",
    "reservations": "ent:reservation", "obligations": "ent:obligation", "deeds": "ent:deed",
    "until": "ent:until", "period": "ent:period", "duration": "ent:duration",
    "notice": "ent:notice", "renewal": "ent:renewal", "entry": "ent:entry",
    "ratification": "ent:ratification", "ratifications": "ent:ratifications",
    "termStart": "ent:termStart", "denunciation": "ent:denunciation",
    "denunciationEnds": "ent:denunciationEnds", "breach": "ent:breach", "clause": "ent:clause",
    "withdrawn": "ent:withdrawn", "objections": "ent:objection",
    "opposesEntryIntoForce": "ent:opposesEntryIntoForce", "onCondition": "ent:onCondition",
    "unless": "ent:unless", "deadline": "ent:deadline", "within": "ent:within",
    "effect": "ent:effect", "role": "ent:role", "office": "ent:office",
    "leadsOneWay": "ent:leadsOneWay", "rule": "ent:successionRule",
    "succession": "ent:succession", "question": "ent:question", "isDefault": "ent:isDefault",
    "quotedIn": "ent:quotedIn",
  ]

  private static let typed: [(String, String, String)] = [
    ("edtf", "ent:edtf", "edtf-type:EDTF"), ("weight", "ent:weight", "xsd:double"),
    ("beginOfTheBegin", "crm:P82a_begin_of_the_begin", "xsd:dateTime"),
    ("endOfTheBegin", "crm:P81a_end_of_the_begin", "xsd:dateTime"),
    ("beginOfTheEnd", "crm:P81b_begin_of_the_end", "xsd:dateTime"),
    ("endOfTheEnd", "crm:P82b_end_of_the_end", "xsd:dateTime"),
  ]

  /// What leads to nodes elsewhere in the document or out of it.
  private static let links: KeyValuePairs = [
    "sameAs": "schema:sameAs", "source": "prov:entity", "extends": "prov:wasDerivedFrom",
    "assignedTo": "crm:P140_assigned_attribute_to", "assigned": "crm:P141_assigned",
    "assignedProperty": "crm:P177_assigned_property_of_type", "place": "crm:P7_took_place_at",
    "holder": "ent:holder", "readings": "ent:reading", "actor": "ent:actor",
    "from": "ent:from", "onBehalfOf": "prov:actedOnBehalfOf", "conditionEvent": "ent:conditionEvent",
    "unlessEvent": "ent:unlessEvent", "withinEvent": "ent:withinEvent",
    "amendedBy": "ent:amendedBy", "endsWith": "ent:endsWith", "deedOf": "ent:deedOf",
    "agreements": "ent:agreement", "by": "crm:P14_carried_out_by", "between": "ent:between",
    "debtors": "ent:debtor", "creditors": "ent:creditor", "about": "crm:P129_is_about",
    "against": "ent:against",
  ]

  private static let lists: KeyValuePairs = ["authors": "ent:authors"]

  /// Whether a key is one of the context's, or of JSON-LD itself.
  static func isKnown(_ key: String) -> Bool { key.hasPrefix("@") || keys.contains(key) }

  private static let keys: Set<String> = {
    guard case .object(let members) = context else { return [] }
    return Set(members.map(\.key))
  }()

  /// The node of an entity.
  static func node(_ id: EntityID) -> String { "#" + fragment(id.rawValue) }
  /// The node of a statement, an obligation among them.
  static func node(_ id: StatementID) -> String { "#statement/" + fragment(id.rawValue) }
  static func node(_ id: SourceID) -> String { "#source/" + fragment(id.rawValue) }
  static func node(_ id: ReadingID) -> String { "#reading/" + fragment(id.rawValue) }
  /// The node of a kind, a role or another word of an open vocabulary.
  static func node(_ word: String, of vocabulary: String) -> String {
    "#\(vocabulary)/" + fragment(word)
  }
  /// The node of an obligation.
  static func node(obligation id: StatementID) -> String { "#obligation/" + fragment(id.rawValue) }

  /// The id of a node, behind a prefix such as `statement/`; nil where it is none of these.
  static func id(_ node: String, _ prefix: String = "") -> String? {
    // A reader of JSON-LD may have made it absolute.
    guard let start = node.firstIndex(of: "#") else { return nil }
    let rest = node[node.index(after: start)...]
    guard rest.hasPrefix(prefix) else { return nil }
    let own = rest.dropFirst(prefix.count)
    return own.contains("/") ? nil : unescapedFragment(own)
  }
}
