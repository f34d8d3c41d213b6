import Chronology
import Diplomacy

extension GraphFileWriter {
  /// An entity with the links that stand in it: its name alone where that is all.
  mutating func entity(_ position: Int) -> YAMLValue {
    let entity = graph.entities[position]
    let category = entity.category
    var kept = entity.attributes
    if names[entity.id] != entity.id.rawValue {
      kept.append(Attribute("original-id", .text(entity.id.rawValue)))
    }
    var fields = YAMLPairs()
    let kind = word(entity.kind.name, "kind", "original-kind", &kept)
    if entity.kind != EntityKind.core(category)[0] { fields.add("kind", .word(kind)) }
    var rest = YAMLPairs()
    rest.add("short-name", entity.shortName.map { localized($0, orElse: names[entity.id]) })
    rest.add("identifiers", identifiers(entity.identifiers))
    rest.add(time(of: entity, at: position))
    if category == .agreement, let life = entity.life {
      rest.add(self.life(life, of: entity, at: position))
    } else if let life = entity.life, life != AgreementLife() {
      losses.note("life of what is no agreement")
    }
    rest.add(deeds(entity.deeds, of: category))
    rest.add(linkFields(position))
    rest.add(attestation(entity.attestation, hasText: category == .agreement))
    rest.add("attributes", attributes(kept))
    if fields.pairs.isEmpty { return named("name", entity.name, names[entity.id], rest) }
    fields.add("name", localized(entity.name, orElse: names[entity.id]))
    fields.add(rest.pairs)
    return fields.mapping
  }

  private mutating func identifiers(_ identifiers: [ExternalIdentifier]) -> YAMLValue? {
    var fields = YAMLPairs()
    var seen: Set<String> = []
    for identifier in identifiers {
      let register = WrittenNames.word(of: identifier.register, "x-")
      guard register == identifier.register, seen.insert(register).inserted else {
        losses.note("identifier in a register that is no word, or is named twice")
        continue
      }
      fields.add(register, text(identifier.value))
    }
    return fields.pairs.isEmpty ? nil : fields.mapping
  }

  /// When it existed, or happened.
  private mutating func time(of entity: Entity, at position: Int) -> [YAMLValue.Pair] {
    var fields = YAMLPairs()
    switch entity.category {
    case .event: fields.add("when", entity.when.map { date($0, at: .entity(position)) })
    case .agreement: if entity.when != nil { losses.note("date of an agreement besides those of its life") }
    case .actor, .territory:
      if !entity.existence.isEmpty {
        if entity.when != nil { losses.note("date of existence beside its periods") }
        fields.add("exists", .list(entity.existence.map { existence($0) }))
        return fields.pairs
      }
      fields.add("exists", entity.when.map { interval($0) })
      return fields.pairs
    }
    losses.add("period of existence of an agreement or event", entity.existence.count)
    return fields.pairs
  }

  private mutating func existence(_ period: Existence) -> YAMLValue {
    let date = interval(period.date)
    var rest = YAMLPairs()
    if period.condition != .independent { rest.add("as", word: period.condition.rawValue) }
    rest.add(attestation(period.attestation))
    // A list of one text without a slash would be a date.
    if rest.pairs.isEmpty { return date }
    return .mapping(Self.when(date) + rest.pairs)
  }

  private mutating func deeds(_ deeds: [Deed], of category: Category) -> [YAMLValue.Pair] {
    guard category == .event else {
      losses.add("deed of what is no event", deeds.count)
      return []
    }
    var fields = YAMLPairs()
    for (key, effect) in GraphFileKeys.deeds {
      let entries = deeds.filter { $0.effect == effect }.compactMap { deed -> YAMLValue? in
        guard
          let obligation = links.obligations.contains(deed.obligation)
            ? names.obligation(deed.obligation) : nil
        else {
          losses.note("reference to nothing")
          return nil
        }
        let rest = attestation(deed.attestation)
        return rest.isEmpty
          ? .word(obligation) : .mapping([.init(key: "obligation", value: .word(obligation))] + rest)
      }
      fields.add(key, YAMLValue.oneOrSeveral(entries))
    }
    return fields.pairs
  }
}
