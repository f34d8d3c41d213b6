/// What a view takes, whatever its date and whoever knows of it: by reading, sense, holder, and what is left out.
struct Selection: Sendable {
  let options: ViewOptions
  let choice: ReadingChoice
  /// The sources left out, and those known only through them.
  private let withoutSources: Set<SourceID>

  init(_ options: ViewOptions, in graph: DiplomaticGraph) {
    self.options = options
    choice = graph.choice(of: options.reading)
    var without = options.withoutSources
    if !without.isEmpty {
      let quoted = Dictionary(grouping: graph.sources.filter { $0.quotedIn != nil }) { $0.quotedIn?.source }
      var open = Array(without)
      while let source = open.popLast() {
        for other in quoted[source] ?? [] where without.insert(other.id).inserted { open.append(other.id) }
      }
    }
    withoutSources = without
  }

  /// Whether an assertion is seen, under the view's reading or one of those that it looks at together.
  func sees(_ attestation: Attestation, under choice: ReadingChoice? = nil) -> Bool {
    guard options.modalities.contains(attestation.modality),
      (choice ?? self.choice).includes(attestation)
    else { return false }
    if let holder = options.holder, attestation.modality != .actual, attestation.holder != holder {
      return false
    }
    return !restsOnLeftOut(attestation)
  }

  /// Whether an assertion is seen, and of a sense that counts.
  func counts(_ attestation: Attestation, under choice: ReadingChoice? = nil) -> Bool {
    options.counted.contains(attestation.modality) && sees(attestation, under: choice)
  }

  /// Whether an entity is seen.
  func sees(_ entity: Entity) -> Bool {
    sees(entity.attestation) && !options.withoutEntities.contains(entity.id)
  }

  /// Whether a statement is seen, as far as that does not depend on its ends.
  func sees(_ statement: Statement) -> Bool {
    sees(statement.attestation) && !options.withoutStatements.contains(statement.id)
      && !(statement.onBehalfOf.map { options.withoutEntities.contains($0) } ?? false)
  }

  /// Whether a statement is seen with both of its ends, and all three are of a sense that counts.
  func counts(_ statement: Statement, in graph: DiplomaticGraph) -> Bool {
    counts(statement.attestation) && sees(statement)
      && [statement.subject, statement.object].allSatisfy { end in
        graph[end].map { sees($0) && counts($0.attestation) } ?? false
      }
  }

  /// Whether all that an assertion cites is left out.
  private func restsOnLeftOut(_ attestation: Attestation) -> Bool {
    !withoutSources.isEmpty && !attestation.citations.isEmpty
      && attestation.citations.allSatisfy { withoutSources.contains($0.source) }
  }
}
