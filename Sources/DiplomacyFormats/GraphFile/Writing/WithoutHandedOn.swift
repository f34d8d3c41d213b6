import Diplomacy

extension DiplomaticGraph {
  /// The graph without what successors take over of their predecessors' agreements (``handingOnAgreements()``), which the
  /// reader adds again: the graph itself where that would not come out as it is.
  ///
  /// `odd` counts the successions by which the reader would add something that this graph does not have.
  func withoutWhatIsHandedOn() -> (graph: DiplomaticGraph, odd: Int) {
    let successions = statements.count { $0.role == .successorOf && $0.succession != nil }
    if successions == 0 { return (self, 0) }
    var acts: [EntityID: [(by: EntityID, attestation: Attestation)]] = [:]
    for entity in entities {
      for act in entity.life?.acts ?? [] where act.kind == .succession && act.from != nil && act.by.count == 1
      {
        acts[entity.id, default: []].append((act.by[0], act.attestation))
      }
    }
    let kept = statements.filter { statement in
      !(statement.role == .party && statement.when == nil
        && acts[statement.object]?.contains {
          $0.by == statement.subject && $0.attestation == statement.attestation
        } ?? false)
    }
    let plain = self.with(statements: kept).changing { entity in
      var entity = entity
      entity.life?.acts.removeAll { $0.kind == .succession && $0.from != nil && $0.by.count == 1 }
      return entity
    }
    let again = plain.handingOnAgreements()
    if again.statements == statements, again.entities == entities { return (plain, 0) }
    return (self, handingOnAgreements().statements.count == statements.count ? 0 : successions)
  }

  /// The same graph with other statements.
  func with(
    sources: [Source]? = nil, readings: [Reading]? = nil, entities: [Entity]? = nil, statements: [Statement]
  ) -> DiplomaticGraph {
    var graph = DiplomaticGraph(
      title: title, summary: summary, authors: authors, license: license, language: language,
      defaultOffset: defaultOffset, sources: sources ?? self.sources, readings: readings ?? self.readings,
      entities: entities ?? self.entities, statements: statements)
    graph.hasDirectedLinks = hasDirectedLinks
    graph.attributes = attributes
    graph.dateOrders = dateOrders
    return graph
  }
}
