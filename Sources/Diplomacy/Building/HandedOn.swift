import Chronology

extension DiplomaticGraph {
  /// The graph with what successors take over of the agreements of their predecessors (``Succession``): for each party
  /// whose place a successor takes, the successor is a party too, from an act of succession on the day of the succession.
  ///
  /// Who is a party already takes nothing over. A statement and an act of this kind hold where both the succession and the
  /// predecessor's part do, and cite the sources of both.
  /// - Complexity: O(*n* + *m* + *k*); *n* entities, *m* statements, *k* parts that are handed on.
  public func handingOnAgreements() -> DiplomaticGraph {
    let successions = statements.filter { $0.role == .successorOf && $0.succession != nil }
    if successions.isEmpty { return self }
    var entities = entities
    var added: [Statement] = []
    var parts: [EntityID: [Statement]] = [:]
    for statement in statements where statement.role == .party {
      parts[statement.subject, default: []].append(statement)
    }
    var taken = Set(statements.map(\.id))
    var names = StatementNames()
    // Successors of successors come after their predecessors.
    for link in inOrder(successions) {
      guard let succession = link.succession else { continue }
      let own = Set((parts[link.subject] ?? []).map(\.object))
      for part in parts[link.object] ?? [] {
        guard succession.handsOn(part.object), !own.contains(part.object),
          let position = position(of: part.object), let attestation = attestation(of: part, through: link)
        else { continue }
        let day = link.when?.beginning ?? self[link.subject]?.when?.beginning
        if let day, isNotThere(part.object, on: day) { continue }
        let name = names.name(.party, link.subject.rawValue, part.object.rawValue) {
          taken.contains(StatementID($0))
        }
        taken.insert(StatementID(name))
        let statement = Statement(
          id: StatementID(name), subject: link.subject, role: .party, object: part.object,
          attestation: attestation)
        added.append(statement)
        parts[link.subject, default: []].append(statement)
        entities[position].life = entities[position].life ?? AgreementLife()
        entities[position].life?.acts.append(
          Act(
            kind: .succession, date: day, by: [link.subject], from: link.object, attestation: attestation))
      }
    }
    if added.isEmpty { return self }
    var graph = DiplomaticGraph(
      title: title, summary: summary, authors: authors, license: license, language: language,
      defaultOffset: defaultOffset, sources: sources, readings: readings, entities: entities,
      statements: statements + added)
    graph.hasDirectedLinks = hasDirectedLinks
    graph.attributes = attributes
    graph.dateOrders = dateOrders
    return graph
  }

  /// Whether an agreement was certainly not in force, under every reading, when a date began: over, or not yet begun.
  private func isNotThere(_ agreement: EntityID, on date: HistoricalDate) -> Bool {
    course(of: agreement, under: .every)?.hull.map {
      $0.latestEnd <= date.earliest || $0.earliestStart > date.latest
    } ?? false
  }

  /// Successions of which those of a predecessor come before those of its successor; in a circle, in their own order.
  private func inOrder(_ links: [Statement]) -> [Statement] {
    var depths: [EntityID: Int] = [:]
    for _ in links.indices {
      var changed = false
      for link in links {
        let depth = min(links.count, (depths[link.object] ?? 0) + 1)
        if depth > depths[link.subject] ?? 0 {
          depths[link.subject] = depth
          changed = true
        }
      }
      if !changed { break }
    }
    return links.enumerated().sorted {
      (depths[$0.element.subject] ?? 0, $0.offset) < (depths[$1.element.subject] ?? 0, $1.offset)
    }.map(\.element)
  }

  /// How it is attested that a successor has a part in an agreement; nil where no reading says both.
  private func attestation(of part: Statement, through link: Statement) -> Attestation? {
    var attestation = link.attestation
    let (one, other) = (part.attestation.readings, link.attestation.readings)
    if one.isEmpty || other.isEmpty {
      attestation.readings = one.isEmpty ? other : one
    } else {
      attestation.readings = readings.map(\.id).filter { reading in
        let choice = choice(of: reading)
        return choice.includes(part.attestation) && choice.includes(link.attestation)
      }
      if attestation.readings.isEmpty { return nil }
    }
    if attestation.modality == .actual {
      attestation.modality = part.attestation.modality
      attestation.holder = part.attestation.holder
    }
    if let certainty = part.attestation.certainty {
      attestation.certainty = [certainty, attestation.certainty ?? .high].max {
        Certainty.allCases.firstIndex(of: $0) ?? 0 < Certainty.allCases.firstIndex(of: $1) ?? 0
      }
    }
    attestation.citations += part.attestation.citations.filter { !attestation.citations.contains($0) }
    attestation.secret = attestation.secret ?? part.attestation.secret
    return attestation
  }
}

extension HistoricalDate {
  /// The date of the beginning of an interval, or the date itself; nil where the beginning is open or unknown.
  fileprivate var beginning: HistoricalDate? {
    guard shape == .interval else { return self }
    if case .date(let date) = start { return date }
    return nil
  }
}
