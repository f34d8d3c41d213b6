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
    awareness.map { Awareness.answer(grounds($0), on: selection.options.at) } ?? .yes
  }

  /// The graph that the lives of agreements follow from: what is secret in it, nobody may look at.
  ///
  /// What the actor knows is no secret there, and what it does not know is one, such as the terms of an agreement of which it
  /// knows the existence alone, each as seen from the entity that it is of. Of an agreement that it does not know, all is.
  func known(_ graph: DiplomaticGraph) -> DiplomaticGraph {
    guard let awareness else { return graph }
    let date = selection.options.at
    func told(_ attestation: inout Attestation, _ grounds: [Awareness.Ground]?) {
      guard let grounds else { return }
      attestation.secret =
        Awareness.answer(grounds, on: date) == .no ? attestation.secret ?? Knowledge() : nil
    }
    return graph.changing { entity in
      var changed = entity
      told(&changed.attestation, awareness.grounds(of: entity))
      guard var life = changed.life else { return changed }
      if let secret = changed.attestation.secret {
        for index in life.acts.indices { life.acts[index].attestation.secret = secret }
        for index in life.statedInForce.indices { life.statedInForce[index].attestation.secret = secret }
        for index in life.terms.indices { life.terms[index].attestation.secret = secret }
        changed.life = life
        return changed
      }
      for index in life.acts.indices {
        told(&life.acts[index].attestation, awareness.grounds(of: life.acts[index].attestation, in: entity))
      }
      for index in life.statedInForce.indices {
        told(
          &life.statedInForce[index].attestation,
          awareness.grounds(of: life.statedInForce[index].attestation, in: entity))
      }
      for index in life.terms.indices {
        told(
          &life.terms[index].attestation, awareness.grounds(ofText: life.terms[index].attestation, in: entity)
        )
      }
      changed.life = life
      return changed
    } _: { statement in
      var changed = statement
      told(&changed.attestation, awareness.grounds(of: statement))
      return changed
    }
  }
}
