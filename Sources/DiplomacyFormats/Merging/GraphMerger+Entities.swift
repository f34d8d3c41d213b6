import Chronology
import Diplomacy

extension GraphMerger {
  /// The entities: agreements first, whose obligations others name.
  mutating func entities() -> [Entity] {
    let versions = versions(\.entities, \.id)
    var merged = [Entity?](repeating: nil, count: versions.count)
    for isAgreement in [true, false] {
      for (position, versions) in versions.enumerated()
      where (versions[0].member.category == .agreement) == isAgreement {
        merged[position] = entity(versions)
      }
    }
    return merged.compactMap(\.self)
  }

  private mutating func entity(_ versions: [(graph: Int, member: Entity)]) -> Entity {
    var entity = versions[0].member
    let id = entity.id.rawValue
    func each<Value>(_ value: (Entity) -> Value?) -> [(graph: Int, value: Value?)] {
      versions.map { ($0.graph, value($0.member)) }
    }
    if versions.count == 1 {
      entity.deeds = deeds(versions)
      return entity
    }
    entity.kind = first(id, "kind", each(\.kind)) { $0.name } ?? entity.kind
    entity.name = united(id, "name", each(\.name)) ?? entity.name
    entity.shortName = united(id, "short-name", each(\.shortName))
    entity.attestation = fused(versions.map { ($0.graph, $0.member.attestation) }, of: id)
    entity.identifiers = identifiers(versions)
    entity.attributes = attributes(id, versions.map { ($0.graph, $0.member.attributes) })
    switch entity.category {
    case .actor, .territory: existence(versions, &entity)
    case .event: entity.when = first(id, "when", each(\.when)) { $0.styledText }
    case .agreement:
      entity.when = first(id, "when", each(\.when)) { $0.styledText }
      entity.life = life(versions.map { ($0.graph, $0.member.life ?? AgreementLife()) }, of: id)
    }
    entity.deeds = deeds(versions)
    return entity
  }

  private mutating func identifiers(_ versions: [(graph: Int, member: Entity)]) -> [ExternalIdentifier] {
    var merged: [(graph: Int, identifier: ExternalIdentifier)] = []
    for (graph, entity) in versions {
      for identifier in entity.identifiers {
        guard let known = merged.first(where: { $0.identifier.register == identifier.register }) else {
          merged.append((graph, identifier))
          continue
        }
        if known.identifier.value != identifier.value {
          note(
            entity.id.rawValue, "identifier '\(identifier.register)'", (known.graph, known.identifier.value),
            (graph, identifier.value))
        }
      }
    }
    return merged.map(\.identifier)
  }

  /// One plain interval where all graphs have the same, else periods.
  private mutating func existence(_ versions: [(graph: Int, member: Entity)], _ entity: inout Entity) {
    let lists = versions.map { graph, entity in
      (graph: graph, items: (entity.when.map { [Existence(date: $0)] } ?? []) + entity.existence)
    }.filter { !$0.items.isEmpty }
    guard !lists.isEmpty else { return }
    let periods = united(
      lists, of: entity.id.rawValue,
      Sort(
        field: "exists", attestation: \.attestation,
        isSame: { $0.condition == $1.condition && $0.date.isSameTime(as: $1.date) },
        contradicts: { $0.date.mayOverlap($1.date) },
        text: { $0.date.styledText + ($0.condition == .independent ? "" : " \($0.condition.rawValue)") })
    ).map(\.item)
    let isPlain =
      versions.allSatisfy { $0.member.existence.isEmpty } && periods.count == 1
      && periods[0].attestation == Attestation()
    (entity.when, entity.existence) = isPlain ? (periods[0].date, []) : (nil, periods)
  }

  /// What events do to obligations, which may have new ids.
  private mutating func deeds(_ versions: [(graph: Int, member: Entity)]) -> [Deed] {
    let lists = versions.map { graph, entity in
      (
        graph: graph,
        items: entity.deeds.map { deed in
          var deed = deed
          deed.obligation = obligationIDs[graph]?[deed.obligation] ?? deed.obligation
          return deed
        }
      )
    }.filter { !$0.items.isEmpty }
    let deeds = united(
      lists, of: versions[0].member.id.rawValue,
      Sort(
        field: "deed", attestation: \.attestation,
        isSame: { $0.effect == $1.effect && $0.obligation == $1.obligation },
        contradicts: { $0.obligation == $1.obligation && $0.effect != $1.effect },
        text: { "\($0.effect.rawValue) \($0.obligation)" })
    ).map(\.item)
    return Deed.Effect.allCases.flatMap { effect in deeds.filter { $0.effect == effect } }
  }
}
