import Diplomacy

/// Who has a part in agreements.
extension LintedFile {
  /// The actors that an agreement joins in some roles, whatever the reading, each once; those that accede are parties.
  private func actors(_ roles: Set<Role>, of agreement: Entity) -> [EntityID] {
    var seen: Set<EntityID> = []
    let joined = graph.statements(about: agreement.id).filter {
      $0.object == agreement.id && roles.contains($0.role) && $0.attestation.modality == .actual
    }.map(\.subject)
    let acceded =
      roles.contains(.party)
      ? agreement.life?.acts.filter { $0.kind == .accession && $0.attestation.modality == .actual }.flatMap(
        \.by) ?? []
      : []
    return (joined + acceded).filter { seen.insert($0).inserted }
  }

  /// Agreements with fewer than two parties; one is enough where somebody else has a part in it.
  func orphanParties() -> [LintWarning] {
    graph.entities.compactMap { agreement in
      guard agreement.category == .agreement, agreement.attestation.modality == .actual else { return nil }
      let parties = actors([.party], of: agreement)
      let others = actors([.guarantor, .beneficiary, .depositary], of: agreement).filter {
        !parties.contains($0)
      }
      guard parties.count + (parties.isEmpty ? 0 : others.count) < 2 else { return nil }
      var seen: Set<EntityID> = []
      let states = graph.statements(about: agreement.id).filter {
        $0.role == .signatory && $0.attestation.modality == .actual
      }.compactMap(\.onBehalfOf).filter { seen.insert($0).inserted && !parties.contains($0) }
      let found = parties.first.map { "'\($0)' as its only party" } ?? "no parties"
      let signed = states.map { "'\($0)'" }.joined(separator: ", ")
      return LintWarning(
        rule: .orphanParty, place: places.entities[agreement.id], about: [agreement.id.rawValue],
        message: states.isEmpty
          ? "the agreement '\(agreement.id)' has \(found); expected two or more. Name them under 'parties'."
          : "the agreement '\(agreement.id)' has \(found), but signatories for \(signed); expected them as parties. "
            + "Name them under 'parties'.")
    }
  }

  /// Obligations that are owed by or to actors with no part in the agreement.
  func obligationsWithoutParty() -> [LintWarning] {
    let kin = kin
    return graph.entities.flatMap { agreement -> [LintWarning] in
      guard let life = agreement.life, !life.obligations.isEmpty else { return [] }
      let bound = actors([.party, .guarantor, .beneficiary, .depositary], of: agreement)
      // Without parties, another warning says so.
      guard !actors([.party], of: agreement).isEmpty else { return [] }
      var known = Set(bound)
      for actor in bound { known.formUnion(kin[actor] ?? []) }
      var strangers: [EntityID] = []
      for actor in life.obligations.flatMap({ $0.by + $0.to }) where !known.contains(actor) {
        if !strangers.contains(actor) { strangers.append(actor) }
      }
      return strangers.map { stranger($0, to: agreement, life.obligations) }
    }
  }

  /// One warning for all that an actor without a part in an agreement owes and is owed; it stands at the first of them.
  private func stranger(_ actor: EntityID, to agreement: Entity, _ obligations: [Obligation]) -> LintWarning {
    let owed = obligations.filter { $0.by.contains(actor) }
    let due = obligations.filter { $0.to.contains(actor) }
    func words(_ obligations: [Obligation], _ verb: String) -> [String] {
      let names = obligations.prefix(3).map { "'\($0.id)'" }.joined(separator: ", ")
      let rest = obligations.count > 3 ? " and \(obligations.count - 3) more" : ""
      return obligations.isEmpty ? [] : ["\(verb) \(names)\(rest)"]
    }
    let found = (words(owed, "owes") + words(due, "is owed")).joined(separator: " and ")
    let first = obligations.firstIndex { $0.by.contains(actor) || $0.to.contains(actor) } ?? 0
    let places = places.lives[agreement.id]?.obligations ?? []
    return LintWarning(
      rule: .obligationWithoutParty, place: places.indices.contains(first) ? places[first] : nil,
      about: (owed + due).map(\.id.rawValue) + [agreement.id.rawValue, actor.rawValue],
      message:
        "'\(actor)' \(found), but is no party, guarantor or beneficiary of '\(agreement.id)'; expected one. Name it "
        + "under 'parties', 'guarantors' or 'beneficiaries'.")
  }

  /// Those who stand for each actor or for whom it stands: its bloc, its members, the same thing seen otherwise.
  private var kin: [EntityID: [EntityID]] {
    let roles: Set<Role> = [.memberOf, .sameAs, .represents]
    var kin: [EntityID: [EntityID]] = [:]
    for statement in graph.statements where roles.contains(statement.role) {
      kin[statement.subject, default: []].append(statement.object)
      kin[statement.object, default: []].append(statement.subject)
    }
    return kin
  }

  // MARK: Secrets

  /// Secret agreements of which one actor at most ever knew, and secret events and links of which nobody did.
  ///
  /// A secret decision that only one took is nothing unusual; a secret agreement that only one side knows is.
  func secretsWithOneKnower() -> [LintWarning] {
    let entities = graph.entities.compactMap { entity -> LintWarning? in
      guard let secret = entity.attestation.secret, entity.attestation.modality == .actual else { return nil }
      let roles = entity.category == .agreement ? Role.participations : Role.attendances
      guard entity.category == .agreement || entity.category == .event else { return nil }
      let partaking =
        graph.statements(about: entity.id).filter {
          $0.object == entity.id && roles.contains($0.role) && $0.attestation.modality == .actual
        }.flatMap { [$0.subject, $0.onBehalfOf].compactMap { $0 } }
        + (entity.category == .agreement ? actors([.party], of: entity) : [])
      let most = entity.category == .agreement ? 1 : 0
      return oneKnower(
        secret, partaking, most: most, "the \(entity.category.rawValue) '\(entity.id)'",
        places.entities[entity.id],
        [entity.id.rawValue])
    }
    let links = graph.statements.compactMap { statement -> LintWarning? in
      guard let secret = statement.attestation.secret, statement.attestation.modality == .actual else {
        return nil
      }
      let ends = [statement.subject, statement.object, statement.onBehalfOf].compactMap { $0 }
      return oneKnower(
        secret, ends.filter { graph[$0]?.category == .actor }, most: 0,
        "the link '\(statement.role)' of '\(statement.subject)' to '\(statement.object)'",
        places.statements[statement.id], subjects(of: statement))
    }
    return entities + links
  }

  private func oneKnower(
    _ secret: Knowledge, _ partaking: [EntityID], most: Int, _ what: String, _ place: Diagnostic.Place?,
    _ about: [String]
  ) -> LintWarning? {
    let ignorant = Set(secret.unknownTo.filter { $0.since == nil && $0.depth != .text }.map(\.actor))
    let knowers = Set(partaking + secret.knownTo.map(\.actor)).subtracting(ignorant).sorted()
    guard knowers.count <= most else { return nil }
    let found = knowers.first.map { "only '\($0)' ever knows" } ?? "nobody ever knows"
    return LintWarning(
      rule: .secretWithOneKnower, place: place, about: about,
      message:
        "\(what) is a secret that \(found); expected its participants, or 'known-to'. Name them, or take out "
        + "'secret'.")
  }
}
