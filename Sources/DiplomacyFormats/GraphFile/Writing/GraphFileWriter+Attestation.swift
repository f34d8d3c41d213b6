import Chronology
import Diplomacy

extension GraphFileWriter {
  /// The keys of attestation.
  /// - Parameter hasText: Whether it is that of an agreement, whose existence can be known without its text.
  mutating func attestation(_ attestation: Attestation, hasText: Bool = false) -> [YAMLValue.Pair] {
    if attestation == Attestation() { return [] }
    var fields = YAMLPairs()
    fields.add("certainty", word: attestation.certainty?.rawValue)
    if attestation.modality != .actual { fields.add("modality", word: attestation.modality.rawValue) }
    fields.add("holder", word: actor(attestation.holder))
    fields.add("source", citations(attestation.citations))
    fields.add("note", text(attestation.note))
    let readings = attestation.readings.filter { graph[$0] != nil }
    losses.add("reference to nothing", attestation.readings.count - readings.count)
    fields.add("reading", .words(readings.map { names[$0] }))
    if let secret = attestation.secret { fields.add(knowledge(secret, hasText)) }
    return fields.pairs
  }

  private mutating func knowledge(_ secret: Knowledge, _ hasText: Bool) -> [YAMLValue.Pair] {
    var fields = YAMLPairs()
    fields.add("known-to", knowers(secret.knownTo, "since", .text, hasText))
    fields.add("unknown-to", knowers(secret.unknownTo, "until", .existence, hasText))
    fields.add("disclosed", disclosed(secret.disclosures, hasText))
    if fields.pairs.isEmpty { fields.add("secret", flag: true) }
    return fields.pairs
  }

  private mutating func knowers(
    _ knowers: [Knowledge.Knower], _ key: String, _ all: Knowledge.Depth, _ hasText: Bool
  ) -> YAMLValue? {
    YAMLValue.oneOrSeveral(
      knowers.compactMap { knower in
        guard let actor = actor(knower.actor) else { return nil }
        var fields = YAMLPairs()
        fields.add("actor", .word(actor))
        fields.add(key, knower.since.map { date($0) })
        fields.add(
          remarks(
            knower.depth == all ? nil : knower.depth, knower.certainty, knower.note, knower.citations, hasText
          ))
        return fields.pairs.count == 1 ? .word(actor) : fields.mapping
      })
  }

  /// A date alone where that is all; of several one at least is a mapping with `when`, as a list of dates is a set.
  private mutating func disclosed(_ disclosures: [Knowledge.Disclosure], _ hasText: Bool) -> YAMLValue? {
    let entries = disclosures.map { disclosure -> (date: YAMLValue, rest: [YAMLValue.Pair]) in
      (
        date(disclosure.when),
        remarks(
          disclosure.depth == .text ? nil : disclosure.depth, disclosure.certainty, disclosure.note,
          disclosure.citations, hasText)
      )
    }
    let needsMapping = entries.count > 1 && entries.allSatisfy(\.rest.isEmpty)
    return YAMLValue.oneOrSeveral(
      entries.enumerated().map { number, entry in
        if entry.rest.isEmpty, !(needsMapping && number == 0) { return entry.date }
        return .mapping([.init(key: "when", value: entry.date)] + entry.rest)
      })
  }

  private mutating func remarks(
    _ depth: Knowledge.Depth?, _ certainty: Certainty?, _ note: String?, _ citations: [Citation],
    _ hasText: Bool
  ) -> [YAMLValue.Pair] {
    var fields = YAMLPairs()
    if hasText {
      fields.add("of", word: depth?.rawValue)
    } else if depth != nil {
      losses.note("depth of what somebody knew of what has no text")
    }
    fields.add("certainty", word: certainty?.rawValue)
    fields.add("source", self.citations(citations))
    fields.add("note", text(note))
    return fields.pairs
  }

  // MARK: Citations

  private mutating func citations(_ citations: [Citation]) -> YAMLValue? {
    YAMLValue.oneOrSeveral(citations.compactMap { citation($0) })
  }

  /// A citation as `account P4` where that reads back as it is.
  mutating func citation(_ citation: Citation) -> YAMLValue? {
    guard graph[citation.source] != nil else {
      losses.note("reference to nothing")
      return nil
    }
    let source = names[citation.source]
    guard let locator = citation.locator, case .text(let place)? = text(locator) else { return .word(source) }
    if place.first == "," || place.contains(where: \.isNewline) {
      return .mapping([
        .init(key: "source", value: .word(source)), .init(key: "locator", value: .text(place)),
      ])
    }
    return .text("\(source) \(place)")
  }

  // MARK: References

  /// The words of entities of some categories; what there is not is left out and counted.
  mutating func references(_ ids: [EntityID], _ categories: [Category]) -> [String] {
    ids.compactMap { reference($0, categories) }
  }

  /// The word of an entity, if it is there and of one of some categories.
  mutating func reference(_ id: EntityID?, _ categories: [Category]) -> String? {
    guard let id else { return nil }
    guard let entity = graph[id], categories.contains(entity.category) else {
      losses.note("reference to nothing")
      return nil
    }
    return names[id]
  }

  mutating func actor(_ id: EntityID?) -> String? { reference(id, [.actor]) }
}
