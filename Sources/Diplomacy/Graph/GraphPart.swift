/// Something of a graph that is asserted, and can be secret, by itself.
public enum GraphPart: Hashable, Sendable {
  /// An entity.
  case entity(EntityID)
  /// A statement.
  case statement(StatementID)
  /// One of the acts of an agreement, by its place among them.
  case act(Int, of: EntityID)
  /// One of the terms of an agreement.
  case terms(Int, of: EntityID)
  /// One of the spans in which an agreement is stated to have been in force.
  case inForce(Int, of: EntityID)
  /// One of the obligations of an agreement.
  case obligation(Int, of: EntityID)
  /// One of the periods in which an actor or territory existed.
  case existence(Int, of: EntityID)
  /// One of the obligations that an event keeps or breaches.
  case deed(Int, of: EntityID)

  /// The entity that it is inside of; nil for entities and statements.
  public var home: EntityID? {
    switch self {
    case .entity, .statement: nil
    case .act(_, let home), .terms(_, let home), .inForce(_, let home), .obligation(_, let home),
      .existence(_, let home), .deed(_, let home):
      home
    }
  }
}

extension DiplomaticGraph {
  /// How a part is attested; nil where there is none.
  public func attestation(of part: GraphPart) -> Attestation? {
    func member<Member>(_ members: [Member]?, _ index: Int, _ attestation: (Member) -> Attestation)
      -> Attestation?
    {
      members.flatMap { $0.indices.contains(index) ? attestation($0[index]) : nil }
    }
    let entity = part.home.flatMap { self[$0] }
    return switch part {
    case .entity(let id): self[id]?.attestation
    case .statement(let id): statement(id)?.attestation
    case .act(let index, _): member(entity?.life?.acts, index, \.attestation)
    case .terms(let index, _): member(entity?.life?.terms, index, \.attestation)
    case .inForce(let index, _): member(entity?.life?.statedInForce, index, \.attestation)
    case .obligation(let index, _): member(entity?.life?.obligations, index, \.attestation)
    case .existence(let index, _): member(entity?.existence, index, \.attestation)
    case .deed(let index, _): member(entity?.deeds, index, \.attestation)
    }
  }

  /// Whether some may not know of a part who know of the entities that it is of: where it is secret itself, or stands in a text
  /// that is.
  package func isSecretItself(_ part: GraphPart) -> Bool {
    if attestation(of: part)?.secret != nil { return true }
    func hasSecretText(_ agreement: EntityID) -> Bool {
      self[agreement]?.attestation.secret?.tellsDepthsApart ?? false
    }
    switch part {
    case .statement(let id):
      guard let statement = statement(id), Role.clauses.contains(statement.role) else { return false }
      return self[statement.subject]?.category == .agreement && hasSecretText(statement.subject)
    case .terms(_, let home), .obligation(_, let home): return hasSecretText(home)
    case .entity, .act, .inForce, .existence, .deed: return false
    }
  }

  /// What must be known to know of a part, as far as it is secret: the entities that it is of, and the part itself.
  public func secrets(around part: GraphPart) -> [GraphPart] {
    let homes: [EntityID] =
      switch part {
      case .entity: []
      case .statement(let id): statement(id).map { [$0.subject, $0.object] } ?? []
      default: part.home.map { [$0] } ?? []
      }
    return (homes.map { .entity($0) } + [part]).filter { isSecretItself($0) }
  }

  /// The parts of an entity besides itself, each with a name: the id of an obligation, `PACT.denunciation-1` for the first
  /// denunciation of `PACT`, `PACT.terms-1`, `PACT.in-force-1`, `ACTOR.exists-1`, `EVENT.breaches-1`.
  public func parts(of entity: Entity) -> [(name: String, part: GraphPart)] {
    let id = entity.id
    var counts: [String: Int] = [:]
    func name(_ word: String) -> String {
      counts[word, default: 0] += 1
      return "\(id).\(word)-\(counts[word, default: 0])"
    }
    var found: [(name: String, part: GraphPart)] = []
    for (index, act) in (entity.life?.acts ?? []).enumerated() {
      found.append((name(act.kind.name), .act(index, of: id)))
    }
    for index in entity.life?.terms.indices ?? 0..<0 { found.append((name("terms"), .terms(index, of: id))) }
    for index in entity.life?.statedInForce.indices ?? 0..<0 {
      found.append((name("in-force"), .inForce(index, of: id)))
    }
    for (index, obligation) in (entity.life?.obligations ?? []).enumerated() {
      found.append((obligation.id.rawValue, .obligation(index, of: id)))
    }
    for index in entity.existence.indices { found.append((name("exists"), .existence(index, of: id))) }
    for (index, deed) in entity.deeds.enumerated() {
      found.append((name(deed.effect.rawValue), .deed(index, of: id)))
    }
    return found
  }

  /// Every part of the graph with its name: the ids of entities and statements, and the names of ``parts(of:)``.
  /// - Complexity: O(*n* + *m*); *n* entities with their parts, *m* statements.
  public var parts: [(name: String, part: GraphPart)] {
    entities.map { ($0.id.rawValue, .entity($0.id)) } + statements.map { ($0.id.rawValue, .statement($0.id)) }
      + entities.flatMap { parts(of: $0) }
  }

  /// The part with a name; where an id is the same as a name made by place, that of the id. Nil where there is none.
  public func part(named name: String) -> GraphPart? {
    if self[EntityID(name)] != nil { return .entity(EntityID(name)) }
    if statement(StatementID(name)) != nil { return .statement(StatementID(name)) }
    return entities.lazy.compactMap { entity in self.parts(of: entity).first { $0.name == name }?.part }.first
  }
}
