import Chronology
import Diplomacy

/// People, organisations, places and events.
extension TEIGraphBuilder {
  /// Takes what is described, and what is described inside of it.
  /// - Parameter around: The entity inside of which it stands.
  mutating func takeEntity(
    _ node: TEINode, language: String?, around: Int?, _ findings: inout ImportFindings
  ) {
    let language = node["xml:lang"] ?? language
    var kept = KeptAttributes()
    let kind = kind(of: node)
    var entity = Entity(
      id: EntityID(node["xml:id"] ?? ""), kind: kind, name: name(of: node, language: language, &kept))
    entity.attestation.certainty = node["cert"].flatMap(Certainty.init(rawValue:))
    let cited = citations(of: node)
    entity.attestation.citations = cited.citations
    kept.add("source", cited.others.joined(separator: " "))
    for name in ["role", "sex", "gender", "age", "subtype", "ana", "evidence", "size"] {
      kept.add(name, node[name])
    }
    let notes = node.children("note", "p").filter { $0["type"] != "attribute" }.map(\.words)
    let descriptions = node.children("desc").map(\.words)
    let texts = (notes + descriptions).filter { !$0.isEmpty && $0 != entity.name.wordings[0].text }
    entity.attestation.note = texts.isEmpty ? nil : texts.joined(separator: "\n")
    for identifier in identifiers(of: node, &kept) where !entity.identifiers.contains(identifier) {
      entity.identifiers.append(identifier)
    }
    entity.when = kind.category == .event ? dateWithin(node) : existence(of: node, &kept, &findings)
    let position = add(entity, node, kept, &findings)
    takeParts(of: node, position, language, &findings)
    if let around { relate(position, around, node) }
  }

  // MARK: Kinds and names

  private func kind(of node: TEINode) -> EntityKind {
    let type = node["type"].map(Self.word)
    switch node.name {
    case "person": return .person
    case "personGrp": return EntityKind(.actor, type ?? "group")
    case "org":
      // A kind of ours, or whatever the file calls it.
      return EntityKind(.actor, type ?? EntityKind.organization.name)
    case "place":
      if let type { return EntityKind(.territory, type) }
      let inner = (node.first("placeName") ?? node).children.map(\.name)
      let word = ["settlement", "region", "country"].first { inner.contains($0) }
      return EntityKind(
        .territory, word == "settlement" ? "city" : word == "country" ? "polity" : word ?? "place")
    default: return EntityKind(.event, type ?? EntityKind.event.name)
    }
  }

  static func word(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: "-")
  }

  private static let nameElements: [String: [String]] = [
    "person": ["persName", "name"],
    "personGrp": ["persName", "orgName", "name", "label", "head", "desc", "p"],
    "org": ["orgName", "name", "label", "head", "desc", "p"],
    "place": [
      "placeName", "geogName", "name", "settlement", "district", "region", "country", "bloc", "label", "head",
      "desc", "p",
    ],
    "event": ["eventName", "label", "head", "desc", "p"],
  ]
  /// The types of names that go before names without a type.
  private static let preferred: Set<String> = [
    "preferred", "pref", "main", "reg", "standard", "standardized", "authority", "normalized", "full",
    "official",
  ]

  /// The preferred name in each language; the others are kept.
  private func name(of node: TEINode, language: String?, _ kept: inout KeptAttributes) -> LocalizedText {
    func rank(_ name: TEINode) -> Int {
      guard let type = name["type"]?.lowercased() else { return 1 }
      return Self.preferred.contains(type) ? 0 : 2
    }
    var names: [TEINode] = []
    for element in Self.nameElements[node.name] ?? [] where names.isEmpty {
      names = node.children(element).filter { !$0.nameWords.isEmpty }
    }
    if node.name == "person", names.isEmpty {
      names = node.children("p", "note").filter { !$0.words.isEmpty }
    }
    let order = names.indices.sorted { (rank(names[$0]), $0) < (rank(names[$1]), $1) }
    var wordings: [LocalizedText.Wording] = []
    for index in order {
      let name = names[index]
      let own = name["xml:lang"] ?? language ?? textLanguage
      let tag = Findings.isLanguageTag(own) ? own : textLanguage
      let isLong = ["desc", "p", "note"].contains(name.name)
      let text = isLong ? Self.shortened(name.words) : name.nameWords
      if wordings.isEmpty || rank(name) < 2 && !wordings.contains(where: { $0.language == tag }) {
        if isLong, !wordings.isEmpty { continue }
        wordings.append(LocalizedText.Wording(language: tag, text: text))
      } else if !isLong, !wordings.contains(where: { $0.text == text }) {
        kept.add("other_names", text + (name["type"].map { " (\($0))" } ?? ""))
      }
    }
    if wordings.isEmpty {
      return LocalizedText(node["xml:id"] ?? node.name, language: textLanguage)
    }
    return LocalizedText(wordings)
  }

  private static func shortened(_ text: String) -> String {
    text.count <= 80 ? text : text.prefix(79).trimmingPrefix { $0.isWhitespace } + "…"
  }

  // MARK: Identifiers

  private func identifiers(of node: TEINode, _ kept: inout KeptAttributes) -> [ExternalIdentifier] {
    var found: [ExternalIdentifier] = []
    for idno in node.children.flatMap({
      $0.name == "idno" ? [$0] : $0.name.hasSuffix("Name") ? $0.all(["idno"]) : []
    }) {
      let value = idno.words
      if value.isEmpty { continue }
      let type = (idno["type"] ?? idno["subtype"])?.lowercased()
      let byAddress = value.contains("://") ? Register.identifier(of: value) : nil
      if let byAddress, byAddress.register != "uri" {
        found.append(byAddress)
      } else {
        found.append(
          ExternalIdentifier(register: type.map(Self.word) ?? byAddress?.register ?? "id", value: value))
      }
    }
    for attribute in ["ref", "sameAs", "corresp", "key"] {
      let names =
        attribute == "ref" || attribute == "key"
        ? node.children(
          "persName", "orgName", "placeName", "settlement", "country", "name") : [node]
      for pointer in names.flatMap({ $0.pointers(attribute) }) {
        guard let identifier = Register.identifier(of: references.expanded(pointer)) else {
          if attribute == "key" { kept.add("key", pointer) }
          continue
        }
        found.append(identifier)
      }
    }
    for target in node.children("ptr", "ref").compactMap({ $0["target"] }) {
      if let identifier = Register.identifier(of: target) {
        found.append(identifier)
      } else {
        kept.add("link", target)
      }
    }
    return found
  }

  // MARK: Existence

  /// From birth to death; where neither is known, from the beginning of the time of activity at the latest to its end at
  /// the least; of what is no person, the dates of the element itself.
  private mutating func existence(
    of node: TEINode, _ kept: inout KeptAttributes, _ findings: inout ImportFindings
  ) -> HistoricalDate? {
    guard node.name == "person" || node.name == "personGrp" else { return date(of: node) }
    let birth = node.first("birth").flatMap { lifeDate($0) }
    let death = node.first("death").flatMap { lifeDate($0) }
    let activity = node.first("floruit").flatMap { lifeDate($0) }
    if let activity, birth != nil || death != nil { kept.add("floruit", activity.edtf) }
    if birth == nil, death == nil {
      guard let activity else { return date(of: node) }
      let (start, end) = (Self.point(activity, isEnd: false), Self.point(activity, isEnd: true))
      return (try? HistoricalDate("[..\(start)]/[\(end)..]")) ?? activity
    }
    let start = birth.map { Self.point($0) } ?? ".."
    let end = death.map { Self.point($0) } ?? ".."
    if let date = try? HistoricalDate("\(start)/\(end)") { return date }
    findings.warning(
      node.place,
      "'\(Node.shortened(node["xml:id"] ?? node.words))' is born \(birth?.edtf ?? "") and dies \(death?.edtf ?? ""); neither is taken for its existence."
    )
    return nil
  }

  private mutating func lifeDate(_ node: TEINode) -> HistoricalDate? {
    // `<birth>28 August 1749</birth>`, and not `<birth><placeName>Frankfurt</placeName></birth>`.
    let text = node.children.isEmpty ? node.words : nil
    if let date = date(of: node, text: text) { return date }
    return node.all(["date"]).first.flatMap { date(of: $0, text: $0.words) }
  }

  /// A date as an end of an interval: of an interval, one of its days.
  private static func point(_ date: HistoricalDate) -> String {
    guard date.shape == .interval else { return date.edtf }
    let first = date.earliest.isOpen ? "" : "\(date.earliest.day)"
    let last = date.latest.isOpen ? "" : "\(date.latest.day)"
    return first.isEmpty && last.isEmpty ? ".." : "[\(first)..\(last)]"
  }

  private static func point(_ date: HistoricalDate, isEnd: Bool) -> String {
    let moment = isEnd ? date.latest : date.earliest
    return moment.isOpen ? "" : "\(moment.day)"
  }

  // MARK: Taking them in

  /// Adds an entity, or what is new of it where another file describes it too.
  private mutating func add(
    _ entity: Entity, _ node: TEINode, _ kept: KeptAttributes, _ findings: inout ImportFindings
  ) -> Int {
    var entity = entity
    entity.attributes = kept.attributes
    var id = entity.id.rawValue
    if let own = node["xml:id"] {
      if references.entity(id: own, file: file) != nil {
        findings.warning(
          node.place, "two elements have the xml:id '\(Node.shortened(own))'; pointers lead to the first.")
      } else if let known = references.entity(id: own) {
        if Self.isSame(entities[known], entity) {
          join(entity, into: known)
          references.add(entity: own, known, file: file)
          return known
        }
        findings.warning(
          node.place,
          "another file has the xml:id '\(Node.shortened(own))' for something else; this one is called '\(references.stem(of: file)).\(own)'."
        )
        id = "\(references.stem(of: file)).\(own)"
      }
    } else {
      id = references.slug(of: entity.name.wordings[0].text)
    }
    let position = entities.count
    let unique = references.unique(id)
    entities.append(entity.named(EntityID(unique)))
    if let own = node["xml:id"] { references.add(entity: own, position, file: file) }
    references.add(name: entity.name.wordings[0].text, entity.category, position)
    for identifier in entity.identifiers { references.add(identifier: identifier, position) }
    return position
  }

  /// Whether two files describe the same, by its id and its name.
  private static func isSame(_ one: Entity, _ other: Entity) -> Bool {
    one.category == other.category
      && (one.name.wordings[0].text == other.name.wordings[0].text
        || !Set(one.identifiers).isDisjoint(with: other.identifiers))
  }

  private mutating func join(_ entity: Entity, into position: Int) {
    var known = entities[position]
    for identifier in entity.identifiers where !known.identifiers.contains(identifier) {
      known.identifiers.append(identifier)
      references.add(identifier: identifier, position)
    }
    known.when = known.when ?? entity.when
    known.attestation.note = known.attestation.note ?? entity.attestation.note
    for attribute in entity.attributes where !known.attributes.contains(where: { $0.name == attribute.name })
    {
      known.attributes.append(attribute)
    }
    known.attributes.sort { $0.name < $1.name }
    entities[position] = known
  }

  /// What stands inside of something else belongs to it.
  private mutating func relate(_ position: Int, _ around: Int, _ node: TEINode) {
    let (inner, outer) = (entities[position].category, entities[around].category)
    let (subject, role, object): (Int, Role, Int)
    switch (inner, outer) {
    case (.territory, .territory): (subject, role, object) = (position, .partOf, around)
    case (.actor, .actor): (subject, role, object) = (position, .memberOf, around)
    case (.actor, .event): (subject, role, object) = (position, .participant, around)
    case (.event, .actor): (subject, role, object) = (around, .participant, position)
    case (.event, .territory): (subject, role, object) = (position, .place, around)
    case (.territory, .event): (subject, role, object) = (around, .place, position)
    default: (subject, role, object) = (position, Role("part-of"), around)
    }
    pending.append(
      Pending(
        subject: End(entity: subject, kind: entities[subject].kind), role: role,
        object: End(entity: object, kind: entities[object].kind), file: file, place: node.place))
  }
}

/// What is kept of an element, by name; of several of a name, all.
struct KeptAttributes {
  private var texts: [String: [String]] = [:]
  private var numbers: [String: Double] = [:]

  mutating func add(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty, texts[name]?.contains(text) != true else { return }
    texts[name, default: []].append(text)
  }

  mutating func add(_ name: String, number: Double) { numbers[name] = numbers[name] ?? number }

  /// All of them, in order of their names.
  var attributes: [Attribute] {
    let all =
      texts.map { Attribute($0.key, .text($0.value.joined(separator: "; "))) }
      + numbers.map { Attribute($0.key, .number($0.value)) }
    return all.sorted { $0.name < $1.name }
  }
}

extension Entity {
  /// The same entity under another id.
  fileprivate func named(_ id: EntityID) -> Entity {
    var entity = Entity(
      id: id, kind: kind, name: name, shortName: shortName, when: when, existence: existence,
      attestation: attestation, life: life, deeds: deeds, identifiers: identifiers)
    entity.attributes = attributes
    return entity
  }
}
