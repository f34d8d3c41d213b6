import Chronology

/// Which assertions a view takes, and of which the actor knew as known to whom it is seen.
struct Standpoint: Sendable {
  let selection: Selection
  private let awareness: Awareness?

  init(_ options: ViewOptions, in graph: DiplomaticGraph) {
    let selection = Selection(options, in: graph)
    self.selection = selection
    awareness = options.knownTo.map { Awareness(of: $0, in: graph, selection) }
  }

  /// Whether the actor as known to whom the graph is seen knew of an entity.
  func knows(_ entity: Entity) -> Answer { answer { $0.grounds(of: entity) } }

  /// Whether it knew of a statement, as far as that is secret itself, or part of a text that is.
  func knows(_ statement: Statement) -> Answer { answer { $0.grounds(of: statement) } }

  /// Whether it knew of an act or span, as far as that is secret itself.
  func knows(_ attestation: Attestation, in agreement: Entity) -> Answer {
    answer { $0.grounds(of: attestation, in: agreement) }
  }

  /// Whether it knew of a term or obligation, as far as that is secret itself, or the text that it stands in is.
  func knows(text attestation: Attestation, in agreement: Entity) -> Answer {
    answer { $0.grounds(ofText: attestation, in: agreement) }
  }

  private func answer(_ grounds: (Awareness) -> [Awareness.Ground]?) -> Answer {
    awareness.map { Awareness.answer(grounds($0), on: selection.options.knownOn ?? selection.options.at) }
      ?? .yes
  }
}
