import Chronology
import Diplomacy

/// Relations and letters.
extension TEIGraphBuilder {
  /// So many statements may come of one relation.
  private static let mostPairs = 10_000

  /// A relation of all that are active to all that are passive, or of each of those that are mutual to each other.
  mutating func takeRelation(_ node: TEINode, _ findings: inout ImportFindings) {
    let mutual = node.pointers("mutual")
    let (active, passive) = (
      node.pointers("active") + (node["passive"] == nil ? [] : mutual), node.pointers("passive")
    )
    let isMutual = !mutual.isEmpty && passive.isEmpty
    let count =
      isMutual
      ? mutual.count.multipliedReportingOverflow(by: mutual.count).partialValue / 2
      : active.count * passive.count
    guard count <= Self.mostPairs else {
      findings.leftOut(
        node.place,
        "this relation joins \(InputLimits.grouped(count)) pairs; expected at most \(InputLimits.grouped(Self.mostPairs))."
      )
      return
    }
    var pairs: [(String, String)] = []
    if isMutual {
      for (index, one) in mutual.enumerated() {
        for other in mutual[(index + 1)...] { pairs.append((one, other)) }
      }
    } else {
      for one in active { for other in passive { pairs.append((one, other)) } }
    }
    guard !pairs.isEmpty else {
      findings.leftOut(
        node.place, "a relation needs '@active' and '@passive', or '@mutual' with several pointers.")
      return
    }
    var link = relation(node, isMutual: isMutual)
    for (index, (one, other)) in pairs.enumerated() {
      link = Pending(
        id: pairs.count == 1 ? node["xml:id"] : node["xml:id"].map { "\($0).\(index + 1)" },
        subject: End(pointers: [one], kind: .person), role: link.role,
        object: End(pointers: [other], kind: .person), when: link.when, attestation: link.attestation,
        isDirected: link.isDirected, attributes: link.attributes, file: file, place: node.place)
      pending.append(link)
    }
  }

  /// What a relation says besides its ends.
  private mutating func relation(_ node: TEINode, isMutual: Bool) -> Pending {
    let term = node["ref"].map { references.expanded($0) }?.split { $0 == "/" || $0 == "#" }.last.map(
      String.init)
    let name =
      node["name"] ?? term ?? node["type"]
      ?? node["ana"].map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
    let nobody = End(kind: .person)
    var link = Pending(
      subject: nobody, role: name.map { Role(Self.word($0)) } ?? (isMutual ? .link : .arc), object: nobody,
      file: file, place: node.place)
    link.when = dateWithin(node)
    link.isDirected = name == nil ? nil : !isMutual
    link.attestation.certainty = node["cert"].flatMap(Certainty.init(rawValue:))
    let cited = citations(of: node)
    link.attestation.citations = cited.citations
    let text = node.children("desc", "note", "p").map(\.words).filter { !$0.isEmpty }
    link.attestation.note = text.isEmpty ? nil : text.joined(separator: "\n")
    var kept = KeptAttributes()
    if node["name"] != nil || term != nil { kept.add("type", node["type"]) }
    for name in ["subtype", "evidence", "resp", "ref"] { kept.add(name, node[name]) }
    if name != node["ana"] { kept.add("ana", node["ana"]) }
    kept.add("source", cited.others.joined(separator: " "))
    link.attributes = kept.attributes
    return link
  }

  // MARK: Letters

  /// A letter leads from each who sent it to each who received it, on the day on which it was sent; where they were then is
  /// a statement of its own.
  /// - Parameter document: The `xml:id` of the document that it describes, if it has one.
  mutating func takeLetter(_ node: TEINode, of document: String?, _ findings: inout ImportFindings) {
    let actions = node.all(["correspAction"])
    func hands(_ types: Set<String>) -> [TEINode] {
      actions.filter { types.contains($0["type"]?.lowercased() ?? "") }
    }
    let (sent, received) = (hands(["sent"]), hands(["received", "deliveredto", "receive"]))
    let (senders, recipients) = (people(sent), people(received))
    let sentOn = firstDate(of: sent)
    let receivedOn = firstDate(of: received)
    if senders.isEmpty || recipients.isEmpty {
      incomplete = (1 + (incomplete?.count ?? 0), incomplete?.place ?? node.place, incomplete?.file ?? file)
    }
    let cited = citations(of: node)
    var kept = KeptAttributes()
    kept.add("letter", node["ref"] ?? node["key"] ?? node["xml:id"] ?? node["n"] ?? document)
    kept.add("source", cited.others.joined(separator: " "))
    kept.add("sent_from", Self.places(sent).map(\.words).filter { !$0.isEmpty }.joined(separator: ", "))
    kept.add("received_at", Self.places(received).map(\.words).filter { !$0.isEmpty }.joined(separator: ", "))
    if sentOn != nil { kept.add("received", receivedOn?.edtf) }
    for note in node.children("note", "correspContext") {
      kept.add(
        note.name == "note" ? "mentions" : "context",
        note.all(["ref"]).compactMap { $0["target"] }.joined(separator: " "))
    }
    guard senders.count * recipients.count <= Self.mostPairs else {
      findings.leftOut(
        node.place,
        "this letter has \(senders.count) senders and \(recipients.count) recipients; expected fewer.")
      return
    }
    for sender in senders {
      for recipient in recipients {
        var link = Pending(
          subject: sender, role: Role("writes-to"), object: recipient, when: sentOn ?? receivedOn, file: file,
          place: node.place)
        link.isDirected = true
        link.attestation.citations = cited.citations
        link.attributes = kept.attributes
        pending.append(link)
      }
    }
    stay(senders, Self.places(sent), sentOn, node)
    stay(recipients, Self.places(received), receivedOn, node)
  }

  private mutating func firstDate(of actions: [TEINode]) -> HistoricalDate? {
    for action in actions { if let date = dateWithin(action) { return date } }
    return nil
  }

  /// Those who did something with a letter.
  private func people(_ actions: [TEINode]) -> [End] {
    actions.flatMap { $0.all(["persName", "orgName", "name", "rs"]) }.compactMap { name in
      end(
        name, orElse: nil, name: name.nameWords,
        kind: name.name == "orgName" || name["type"] == "org" ? .organization : .person)
    }
  }

  private static func places(_ actions: [TEINode]) -> [TEINode] {
    actions.flatMap { action in
      let places = action.all(["placeName", "settlement"])
      return places.isEmpty ? action.all(["country", "region"]) : places
    }
  }

  private mutating func stay(_ people: [End], _ places: [TEINode], _ date: HistoricalDate?, _ node: TEINode) {
    for place in places {
      guard let end = end(place, orElse: nil, name: place.words, kind: Self.kind(ofPlace: place)) else {
        continue
      }
      for person in people {
        pending.append(
          Pending(
            subject: person, role: Role("stays-at"), object: end, when: date, file: file, place: node.place))
      }
    }
  }

  // MARK: Ends

  /// The place among the entities of what an end means; what is described nowhere is made of what is said of it.
  mutating func resolve(_ end: End, at place: Diagnostic.Place) -> Int? {
    if let entity = end.entity { return entity }
    let pointers = end.pointers.filter { Register.says(references.expanded($0)) }
    for pointer in pointers {
      if let found = references.entity(at: pointer, file: file) { return found }
    }
    if let key = end.key,
      let found = references.entity(id: key, file: file) ?? references.entity(at: key, file: file)
    {
      return found
    }
    let pointer = pointers.first.map { references.expanded($0) }
    let identifiers = pointers.compactMap { Register.identifier(of: references.expanded($0)) }
    // What is described nowhere is the same where the same pointer, key or else the same name stands.
    let name = end.name.map(Self.unbracketed)
    let key =
      pointer.map { "pointer \(Register.canonical($0))" } ?? end.key.map { "key \($0)" }
      ?? "name \(end.kind.category) \(name ?? "")"
    if pointer == nil, end.key == nil, let name,
      let known = references.entity(named: name, end.kind.category)
    {
      return known
    }
    if let known = references.made(key) { return known }
    guard let label = name ?? end.key ?? pointer else { return nil }
    let own = pointers.first.flatMap { references.id(in: $0) } ?? end.key
    if let pointer, identifiers.isEmpty {
      loose = (1 + (loose?.count ?? 0), loose?.pointer ?? pointer, loose?.place ?? place, loose?.file ?? file)
    }
    let id = references.unique(own.flatMap { $0.count <= 100 ? $0 : nil } ?? references.slug(of: label))
    var entity = Entity(
      id: EntityID(id), kind: end.kind, name: LocalizedText(label, language: textLanguage),
      identifiers: identifiers)
    if let key = end.key, own != key { entity.attributes = [Attribute("key", .text(key))] }
    let position = entities.count
    entities.append(entity)
    references.add(made: key, position)
    references.add(name: label, end.kind.category, position)
    for identifier in identifiers { references.add(identifier: identifier, position) }
    return position
  }

  /// A name without the brackets in which editors put what they add.
  private static func unbracketed(_ name: String) -> String {
    guard name.hasPrefix("["), name.hasSuffix("]"), name.count > 2 else { return name }
    return String(name.dropFirst().dropLast())
  }
}
