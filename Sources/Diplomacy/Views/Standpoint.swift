import Chronology

/// Which assertions a view takes, whatever their dates.
struct Standpoint: Sendable {
  let options: ViewOptions
  let choice: ReadingChoice
  /// The sources left out, and those known only through them.
  private let withoutSources: Set<SourceID>
  let awareness: Awareness?

  init(_ options: ViewOptions, in graph: DiplomaticGraph) {
    self.options = options
    choice = graph.choice(of: options.reading)
    awareness = options.knownTo.map { Awareness(of: $0, in: graph, under: graph.choice(of: options.reading)) }
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

  /// Whether an assertion is seen.
  func sees(_ attestation: Attestation, under choice: ReadingChoice) -> Bool {
    guard options.modalities.contains(attestation.modality), choice.includes(attestation) else {
      return false
    }
    if let holder = options.holder, attestation.modality != .actual, attestation.holder != holder {
      return false
    }
    return !restsOnLeftOut(attestation)
  }

  /// Whether an assertion is seen, and of a sense that counts.
  func counts(_ attestation: Attestation, under choice: ReadingChoice) -> Bool {
    options.counted.contains(attestation.modality) && sees(attestation, under: choice)
  }

  /// Whether all that an assertion cites is left out.
  private func restsOnLeftOut(_ attestation: Attestation) -> Bool {
    !withoutSources.isEmpty && !attestation.citations.isEmpty
      && attestation.citations.allSatisfy { withoutSources.contains($0.source) }
  }

  /// Whether the actor as known to whom the graph is seen knew of an entity.
  func knows(_ entity: Entity) -> Answer {
    awareness.map { Awareness.answer($0.grounds(of: entity), on: options.at) } ?? .yes
  }

  /// Whether it knew of a statement, as far as that is secret itself.
  func knows(_ statement: Statement) -> Answer {
    awareness.map { Awareness.answer($0.grounds(of: statement), on: options.at) } ?? .yes
  }

  /// Whether it knew of an act, term or obligation, as far as that is secret itself.
  func knows(_ attestation: Attestation, in agreement: Entity) -> Answer {
    awareness.map { Awareness.answer($0.grounds(of: attestation, in: agreement), on: options.at) } ?? .yes
  }
}
