import Chronology
import Diplomacy

/// What seems to be there twice.
///
/// Candidates share a key; of many under one key only the first few are compared with each other.
extension LintedFile {
  /// So many members under one key a new one is compared with.
  private static let mostCompared = 8

  /// The first earlier member under the same key that a new one seems to repeat.
  private struct Earlier<Key: Hashable, Member> {
    private var members: [Key: [Member]] = [:]

    mutating func add(_ member: Member, under key: Key, repeating: (Member) -> Bool) -> Member? {
      let earlier = members[key] ?? []
      if earlier.count < mostCompared { members[key, default: []].append(member) }
      return earlier.first(where: repeating)
    }
  }

  private struct NameKey: Hashable {
    let kind: EntityKind
    let language: String
    let name: String
  }

  /// Entities of one kind with one name, unless their dates keep them apart.
  func duplicateEntities() -> [LintWarning] {
    var earlier = Earlier<NameKey, Entity>()
    return graph.entities.compactMap { entity in
      var found: (Entity, String)?
      for wording in entity.name.wordings {
        let name = Self.folded(wording.text)
        guard !name.isEmpty else { continue }
        let key = NameKey(kind: entity.kind, language: wording.language, name: name)
        let other = earlier.add(entity, under: key) { $0.id != entity.id && mayBeSame(entity, $0) }
        if found == nil, let other { found = (other, wording.text) }
      }
      return found.map { other, name in
        duplicate(
          "'\(entity.id)'\(line(places.entities[entity.id])) and '\(other.id)'\(line(places.entities[other.id])) are "
            + "both called '\(name)' and of the kind '\(entity.kind)'", places.entities[entity.id],
          [entity.id.rawValue, other.id.rawValue])
      }
    }
  }

  private func line(_ place: Diagnostic.Place?) -> String { place.map { " (line \($0.line))" } ?? "" }

  private func duplicate(_ found: String, _ place: Diagnostic.Place?, _ about: [String]) -> LintWarning {
    LintWarning(
      rule: .likelyDuplicate, place: place, about: about,
      message: "\(found); expected each thing once. Take one out, or tell them apart.")
  }

  private func mayBeSame(_ one: Entity, _ other: Entity) -> Bool {
    if areLinked(one.id, other.id) { return false }
    switch one.category {
    case .agreement, .event:
      guard let first = date(of: one), let second = date(of: other) else { return true }
      return first.isSame(as: second) != .no && Span(first).overlaps(Span(second)) != .no
    case .actor, .territory:
      guard let first = one.when, let second = other.when else { return true }
      return Span(first).overlaps(Span(second)) != .no
    }
  }

  private func date(of entity: Entity) -> HistoricalDate? {
    entity.life.map { $0.concluded(under: .every) ?? $0.statedInForce.first?.date } ?? entity.when
  }

  /// Whether a statement says how two entities are related.
  private func areLinked(_ one: EntityID, _ other: EntityID) -> Bool {
    graph.statements(about: one).contains { $0.subject == other || $0.object == other }
  }

  private struct DayKey: Hashable {
    let kind: EntityKind
    let parties: [EntityID]
    let day: Day
  }

  /// Agreements of one kind between the same parties of the same day, unless something tells how they are related.
  func duplicateAgreements() -> [LintWarning] {
    var earlier = Earlier<DayKey, Entity>()
    return graph.entities.compactMap { agreement in
      guard let life = agreement.life, agreement.attestation.modality == .actual,
        let day = life.concluded(under: .every)?.certainDay
      else { return nil }
      let statements = graph.statements(about: agreement.id)
      let parties = statements.filter { $0.role == .party && $0.object == agreement.id }.map(\.subject)
      // What adds to another agreement is one of several by its nature.
      let adds = statements.contains {
        ["supplements", "amends"].contains($0.role.name) && $0.subject == agreement.id
      }
      guard parties.count > 1, !adds else { return nil }
      let key = DayKey(kind: agreement.kind, parties: parties.sorted(), day: day)
      let other = earlier.add(agreement, under: key) {
        !areLinked($0.id, agreement.id)
          && ($0.attestation.secret == nil) == (agreement.attestation.secret == nil)
          && !Self.haveOneName($0, agreement)
      }
      return other.map {
        duplicate(
          "'\(agreement.id)'\(line(places.entities[agreement.id])) and '\($0.id)'\(line(places.entities[$0.id])) are of "
            + "the kind '\(agreement.kind)', have the same parties and are both of '\(day)'",
          places.entities[agreement.id], [agreement.id.rawValue, $0.id.rawValue])
      }
    }
  }

  /// Whether two entities share a name, of which ``duplicateEntities()`` tells.
  private static func haveOneName(_ one: Entity, _ other: Entity) -> Bool {
    one.name.wordings.contains { wording in
      other.name.wordings.contains {
        $0.language == wording.language && folded($0.text) == folded(wording.text)
      }
    }
  }

  private struct LinkKey: Hashable {
    let subject: EntityID
    let role: Role
    let object: EntityID
    let onBehalfOf: EntityID?
    let office: LocalizedText?
    let modality: Modality
    let holder: EntityID?
  }

  /// Statements that say the same of the same, under a common reading, at times that certainly overlap.
  func duplicateStatements() -> [LintWarning] {
    var earlier = Earlier<LinkKey, Statement>()
    return graph.statements.compactMap { statement in
      let isTurned = statement.isSymmetric && statement.object < statement.subject
      let key = LinkKey(
        subject: isTurned ? statement.object : statement.subject, role: statement.role,
        object: isTurned ? statement.subject : statement.object, onBehalfOf: statement.onBehalfOf,
        office: statement.office, modality: statement.attestation.modality,
        holder: statement.attestation.holder)
      let other = earlier.add(statement, under: key) { saysTheSame($0, statement) }
      return other.map {
        duplicate(
          "'\(statement.role)' of '\(statement.subject)' to '\(statement.object)' stands here and"
            + "\(places.statements[$0.id].map { " on line \($0.line)" } ?? " elsewhere")",
          places.statements[statement.id], subjects(of: statement) + [$0.id.rawValue])
      }
    }
  }

  private func saysTheSame(_ one: Statement, _ other: Statement) -> Bool {
    let (readings, others) = (one.attestation.readings, other.attestation.readings)
    guard readings.isEmpty || others.isEmpty || readings.contains(where: others.contains) else {
      return false
    }
    switch (one.when, other.when) {
    case (nil, nil): return true
    case (let when?, let otherWhen?): return when == otherWhen || Span(when).overlaps(Span(otherWhen)) == .yes
    default: return false
    }
  }

  /// A name without case, accents, blanks and punctuation.
  ///
  /// Accents are taken off Latin, Greek and Cyrillic letters; the marks of other scripts make other letters.
  static func folded(_ name: String) -> String {
    var folded = ""
    for scalar in name.decomposed where !(0x300...0x36F).contains(scalar.value) {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter:
        folded += properties.lowercaseMapping
      case .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber,
        .otherNumber:
        folded.unicodeScalars.append(scalar)
      default: break
      }
    }
    return folded
  }
}
