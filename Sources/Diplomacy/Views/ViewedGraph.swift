import Chronology

extension DiplomaticGraph {
  /// The graph as far as a view does not leave out agreements and statements from which lives follow, and as far as the actor
  /// knows of them as known to whom it is seen: nil where that makes no difference.
  ///
  /// Who took part in an agreement did so whoever is left out, and what actors did stays done: leaving out an actor changes no
  /// life. What it is not known of whether the actor knew it is there or not, as `isLenient` says.
  func part(seenFrom standpoint: Standpoint, isLenient: Bool) -> DiplomaticGraph? {
    let options = standpoint.selection.options
    let least: Answer = isLenient ? .maybe : .yes
    func isKnown(_ answer: Answer) -> Bool { answer == .yes || answer == least }
    if options.knownTo == nil, !leavesOutLives(options) { return nil }
    let hidden = Set(
      entities.filter { entity in
        entity.category == .agreement
          && (options.withoutEntities.contains(entity.id) || !isKnown(standpoint.knows(entity)))
      }.map(\.id))
    let seen = entities.filter { !hidden.contains($0.id) }.map { entity -> Entity in
      guard options.knownTo != nil, var life = entity.life else { return entity }
      func isSeen(_ attestation: Attestation) -> Bool {
        isKnown(standpoint.knows(attestation, in: entity))
      }
      life.acts.removeAll { !isSeen($0.attestation) }
      life.terms.removeAll { !isSeen($0.attestation) }
      life.statedInForce.removeAll { !isSeen($0.attestation) }
      life.reservations.removeAll { !isSeen($0.attestation) }
      var known = entity
      known.life = life
      return known
    }
    let held = statements.filter { statement in
      !options.withoutStatements.contains(statement.id) && !hidden.contains(statement.subject)
        && !hidden.contains(statement.object) && isKnown(standpoint.knows(statement))
    }
    return DiplomaticGraph(
      title: title, language: language, defaultOffset: defaultOffset, sources: sources, readings: readings,
      entities: seen, statements: held)
  }

  /// Whether something from which the lives of other agreements, or the parties, follow is left out.
  private func leavesOutLives(_ options: ViewOptions) -> Bool {
    options.withoutStatements.contains { id in
      statement(id).map { $0.role == .party || $0.role == .supersedes } ?? false
    }
      || options.withoutEntities.contains { id in
        self[id]?.category == .agreement
          && (statements(about: id).contains { $0.role == .supersedes && $0.subject == id }
            || entities.contains { $0.life?.terms.contains { $0.endsWith == id } ?? false })
      }
  }
}
