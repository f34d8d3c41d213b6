import Chronology
import Diplomacy

/// What is said inside of a person, organisation, place or event.
extension TEIGraphBuilder {
  /// Takes affiliations, residences, births, nested entries and whatever else is said of an entity.
  mutating func takeParts(
    of node: TEINode, _ position: Int, _ language: String?, _ findings: inout ImportFindings
  ) {
    var kept = KeptAttributes()
    for part in node.children {
      switch part.name {
      case "affiliation": takeAffiliation(part, position)
      case "residence": takeStay(part, Role("resides-in"), position)
      case "birth": takeStay(part, Role("born-in"), position)
      case "death": takeStay(part, Role("died-in"), position)
      case "location": takeLocation(part, &kept)
      case "event", "person", "personGrp", "org", "place":
        takeEntity(part, language: language, around: position, &findings)
      case "listPerson", "listOrg", "listPlace", "listEvent":
        for entry in part.all(["person", "personGrp", "org", "place", "event", "relation"]) {
          if entry.name == "relation" {
            takeRelation(entry, &findings)
          } else {
            takeEntity(entry, language: language, around: position, &findings)
          }
        }
      case "relation": takeRelation(part, &findings)
      case "listRelation": for relation in part.all(["relation"]) { takeRelation(relation, &findings) }
      default: keep(part, of: node, &kept)
      }
    }
    if node.name == "event" { takeParticipants(of: node, position) }
    var entity = entities[position]
    for attribute in kept.attributes where !entity.attributes.contains(where: { $0.name == attribute.name }) {
      entity.attributes.append(attribute)
    }
    entity.attributes.sort { $0.name < $1.name }
    entities[position] = entity
  }

  private static let elsewhere: Set<String> = [
    "persName", "orgName", "placeName", "geogName", "name", "eventName", "idno", "note", "noteGrp", "p",
    "desc",
    "label", "head", "floruit", "ptr", "ref", "linkGrp", "link", "bibl", "listBibl", "biblStruct", "date",
  ]

  /// Occupations, states, traits and the like are kept with their dates, under the type or name of the element.
  private mutating func keep(_ part: TEINode, of node: TEINode, _ kept: inout KeptAttributes) {
    if Self.elsewhere.contains(part.name) { return }
    let isGeneral = part.name == "state" || part.name == "trait"
    let name = isGeneral ? part["type"].map(Self.word) ?? part.name : part.name
    let value = part.words
    let code = part["value"] ?? part["code"] ?? part["tag"] ?? part["key"] ?? part["quantity"]
    let text = value.isEmpty ? code ?? "" : value
    guard !text.isEmpty else { return }
    let isDated = part.attributes.keys.contains {
      $0.hasPrefix("when") || $0.hasPrefix("from") || $0.hasPrefix("to") || $0.hasPrefix("not")
    }
    let date = isDated ? date(of: part) : nil
    kept.add(name, date.map { "\(text) (\($0.edtf))" } ?? text)
  }

  private mutating func takeLocation(_ node: TEINode, _ kept: inout KeptAttributes) {
    for part in node.children {
      if part.name == "geo" {
        if let (latitude, longitude) = Self.coordinates(part.text) {
          kept.add("latitude", number: latitude)
          kept.add("longitude", number: longitude)
        } else {
          kept.add("geo", part.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
      } else if part.name == "idno" || part.name == "location" {
        continue
      } else if !part.words.isEmpty {
        kept.add(part.name == "placeName" ? "located_in" : part.name, part.words)
      }
    }
  }

  /// A latitude and a longitude, with points or commas in the numbers: `48.21 16.37`, `48,21 16,37`, `48.21,16.37`.
  private static func coordinates(_ text: String) -> (Double, Double)? {
    var parts = text.split { $0.isWhitespace || $0 == ";" }.map { String($0) }
    if parts.count == 2 {
      if parts[0].hasSuffix(",") { parts[0].removeLast() }
      parts = parts.map { $0.replacing(",", with: ".") }
    } else if parts.count == 1 {
      parts = parts[0].split(separator: ",").map { String($0) }
    }
    let numbers = parts.compactMap { Double($0) }.filter(\.isFinite)
    return parts.count == 2 && numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  // MARK: Statements

  /// Membership of what the affiliation points to or names.
  private mutating func takeAffiliation(_ node: TEINode, _ position: Int) {
    let named = node.all(["orgName", "placeName", "name", "rs", "settlement", "country"])
    let target =
      named.first { $0.name == "orgName" } ?? named.first { $0.name != "placeName" } ?? named.first ?? node
    let office = node.all(["roleName"]).first?.words
    let name = target.name == "affiliation" && office != nil ? "" : target.words
    guard let end = end(target, orElse: node, name: name, kind: .organization) else { return }
    say(
      node, End(entity: position, kind: entities[position].kind), .memberOf, end,
      office: office.map { LocalizedText($0, language: textLanguage) })
  }

  /// That somebody was at a place: lived, was born or died there.
  private mutating func takeStay(_ node: TEINode, _ role: Role, _ position: Int) {
    let named = node.all(["placeName", "settlement", "geogName", "country", "region", "name", "address"])
    let target = named.first ?? node
    // The text of a birth is a date, as may be that of a residence.
    let isNamed = target.name != node.name || role.name == "resides-in"
    let kind = Self.kind(ofPlace: target)
    guard let end = end(target, orElse: node, name: isNamed ? target.words : "", kind: kind) else {
      return
    }
    // A date of birth or death that is none is counted where it is read for the existence.
    let counted = undated
    say(node, End(entity: position, kind: entities[position].kind), role, end)
    if role.name != "resides-in" { undated = counted }
  }

  static let place = EntityKind(.territory, "place")

  /// What a place is by the element that names it.
  static func kind(ofPlace node: TEINode) -> EntityKind {
    switch node.name {
    case "settlement": .city
    case "region": .region
    case "country": EntityKind(.territory, "polity")
    default: place
    }
  }

  private mutating func say(
    _ node: TEINode, _ subject: End, _ role: Role, _ object: End, office: LocalizedText? = nil
  ) {
    var link = Pending(
      subject: subject, role: role, object: object, office: office, file: file, place: node.place)
    link.when = dateWithin(node)
    link.attestation.certainty = node["cert"].flatMap(Certainty.init(rawValue:))
    let cited = citations(of: node)
    link.attestation.citations = cited.citations
    var kept = KeptAttributes()
    for name in ["type", "subtype", "ana", "evidence"] { kept.add(name, node[name]) }
    kept.add("source", cited.others.joined(separator: " "))
    link.attributes = kept.attributes
    pending.append(link)
  }

  /// Those that a description of an event names in a role, and where it was.
  private mutating func takeParticipants(of node: TEINode, _ position: Int) {
    let event = End(entity: position, kind: entities[position].kind)
    if let place = node["where"] {
      pending.append(
        Pending(
          subject: event, role: .place,
          object: End(pointers: place.split(separator: " ").map(String.init), name: nil, kind: Self.place),
          file: file, place: node.place))
    }
    let texts = node.children("desc", "p", "label", "head", "eventName", "note")
    for name in texts.flatMap({ $0.all(["persName", "orgName", "placeName"]) }) {
      if name.name == "placeName" {
        guard node["where"] == nil, name["ref"] != nil || name["key"] != nil,
          let end = end(name, orElse: nil, name: name.words, kind: Self.place)
        else { continue }
        pending.append(Pending(subject: event, role: .place, object: end, file: file, place: name.place))
      } else if let role = name["role"] {
        let kind: EntityKind = name.name == "persName" ? .person : .organization
        guard let end = end(name, orElse: nil, name: name.words, kind: kind) else { continue }
        pending.append(
          Pending(subject: end, role: Role(Self.word(role)), object: event, file: file, place: name.place))
      }
    }
  }

  /// An end that an element points to or names, or the element around it; nil: neither.
  func end(_ node: TEINode, orElse outer: TEINode?, name: String, kind: EntityKind) -> End? {
    var pointers = node.pointers("ref") + node.pointers("sameAs")
    var key = node["key"]
    if pointers.isEmpty, key == nil, let outer {
      pointers = outer.pointers("ref")
      key = outer["key"]
    }
    guard !pointers.isEmpty || key != nil || !name.isEmpty else { return nil }
    return End(pointers: pointers, key: key, name: name.isEmpty ? nil : name, kind: kind)
  }
}
