import Diplomacy

/// What is cited and what is used.
extension LintedFile {
  /// Every attestation of an entity that stands beside its own.
  private func parts(of entity: Entity) -> [Attestation] {
    let life = entity.life.map { life in
      life.acts.map(\.attestation) + life.terms.map(\.attestation) + life.statedInForce.map(\.attestation)
        + life.reservations.map(\.attestation)
        + life.obligations.map(\.attestation)
    }
    return (life ?? []) + entity.existence.map(\.attestation) + entity.deeds.map(\.attestation)
  }

  private var attestations: [Attestation] {
    graph.entities.flatMap { [$0.attestation] + parts(of: $0) } + graph.statements.map(\.attestation)
  }

  /// Links, agreements and events that nothing says from where they are known; one warning for a whole file that cites
  /// nothing.
  ///
  /// A link is covered by the source of the entity inside of which it is written, and by that of an agreement or event
  /// that it joins; an agreement or event by its own source, or by those of all that is written inside it. The mere
  /// existence of an actor or territory needs none, nor does its place on the map.
  func assertionsWithoutSource() -> [LintWarning] {
    let hasClaims =
      !graph.statements.isEmpty
      || graph.entities.contains { $0.category == .agreement || $0.category == .event }
    guard hasClaims else { return [] }
    guard attestations.contains(where: { !$0.citations.isEmpty }) else {
      return [
        LintWarning(
          rule: .noSource, place: places.sourcesKey ?? places.top, about: [],
          message:
            "nothing in this file cites a source; expected one for what it asserts. Name it under 'sources', and "
            + "cite it with 'source'.")
      ]
    }
    var uncited: [EntityID: Int] = [:]
    var cited: Set<EntityID> = []
    var warnings: [LintWarning] = []
    for statement in graph.statements {
      let home = places.homes[statement.id]
      if !statement.attestation.citations.isEmpty {
        if let home { cited.insert(home) }
      } else if isCovered(statement, home) {
        continue
      } else if let home {
        uncited[home, default: 0] += 1
      } else {
        warnings.append(
          LintWarning(
            rule: .noSource, place: places.statements[statement.id], about: subjects(of: statement),
            message:
              "'\(statement.role)' of '\(statement.subject)' to '\(statement.object)' has no source; expected "
              + "one. Add 'source'."))
      }
    }
    return warnings
      + graph.entities.compactMap { withoutSource($0, links: uncited[$0.id] ?? 0, cited.contains($0.id)) }
  }

  /// Roles that say where or what a thing is, and that anybody can look up, as long as they do not say when.
  private static let plain: Set<Role> = [.sameAs, .partOf, .borders]

  private func isCovered(_ statement: Statement, _ home: EntityID?) -> Bool {
    if Self.plain.contains(statement.role), statement.when == nil { return true }
    if let home, let entity = graph[home], !entity.attestation.citations.isEmpty { return true }
    return [statement.subject, statement.object].contains { end in
      graph[end].map {
        ($0.category == .agreement || $0.category == .event) && !$0.attestation.citations.isEmpty
      } ?? false
    }
  }

  private func withoutSource(_ entity: Entity, links: Int, _ hasCitedLink: Bool) -> LintWarning? {
    guard entity.attestation.citations.isEmpty else { return nil }
    let parts = parts(of: entity)
    let uncited = parts.count { $0.citations.isEmpty }
    let isClaim = entity.category == .agreement || entity.category == .event
    // An existence needs no source by itself.
    let isCited = !isClaim || hasCitedLink || uncited < parts.count
    guard links > 0 || isClaim && (!isCited || uncited > 0) else { return nil }
    var missing: [String] = []
    let bare = isClaim ? uncited : 0
    if bare > 0 { missing.append("\(bare) of its acts, spans, terms and obligations") }
    if links > 0 { missing.append("\(links) of its links") }
    let words =
      missing.isEmpty
      ? "" : ", and \(missing.joined(separator: " and ")) \(bare + links == 1 ? "has" : "have") none"
    return LintWarning(
      rule: .noSource, place: places.entities[entity.id], about: [entity.id.rawValue],
      message:
        "the \(entity.category.rawValue) '\(entity.id)' cites no source\(words); expected one. Add 'source' to it, "
        + "or to each of them.")
  }

  /// Sources that nothing cites.
  func unusedSources() -> [LintWarning] {
    guard !graph.sources.isEmpty else { return [] }
    var cited: Set<SourceID> = []
    for attestation in attestations {
      cited.formUnion(attestation.citations.map(\.source))
      guard let secret = attestation.secret else { continue }
      cited.formUnion((secret.knownTo + secret.unknownTo).flatMap(\.citations).map(\.source))
      cited.formUnion(secret.disclosureCitations.map(\.source))
    }
    cited.formUnion(graph.sources.compactMap(\.quotedIn?.source))
    return graph.sources.filter { !cited.contains($0.id) }.map {
      LintWarning(
        rule: .unusedSource, place: places.sources[$0.id], about: [$0.id.rawValue],
        message:
          "nothing cites the source '\($0.id)'; expected a 'source' that does. Cite it, or take it out.")
    }
  }

  /// Readings that no assertion names and no other reading extends.
  ///
  /// The default may stand for what holds when none of the others does.
  func unusedReadings() -> [LintWarning] {
    guard !graph.readings.isEmpty else { return [] }
    let named = Set(attestations.flatMap(\.readings))
    let used = named.union(graph.readings.compactMap(\.extends))
    return graph.readings.filter { !used.contains($0.id) && !($0.isDefault && !named.isEmpty) }.map {
      LintWarning(
        rule: .unusedReading, place: places.readings[$0.id], about: [$0.id.rawValue],
        message:
          "nothing holds under the reading '\($0.id)' alone; expected a 'reading' that names it. Name it, or take it "
          + "out.")
    }
  }
}
