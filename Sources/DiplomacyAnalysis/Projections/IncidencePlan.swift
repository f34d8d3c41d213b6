import Chronology
import Diplomacy

/// What of a view may be in its incidence, whatever the date: found out once for many dates.
///
/// It goes for all views of one graph with the same options but for the date.
final class IncidencePlan: Sendable {
  /// A statement by which an actor takes part in an agreement, by positions.
  struct Part {
    let statement: Int32
    let actor: Int32
    let agreement: Int32
    /// Which pair of actor and agreement it joins: those that join the same one have the same number.
    let pair: Int32
  }

  /// The actors and agreements that count, by position, in order.
  let nodes: [Int32]
  /// The participations that count, in order.
  let parts: [Part]
  let pairCount: Int
  /// Whether each entity is one of the nodes, by position.
  private let isNode: [Bool]

  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  init(_ view: GraphView) {
    let graph = view.graph
    nodes = graph.entities.indices.filter { position in
      let entity = graph.entities[position]
      return (entity.category == .actor || entity.category == .agreement) && view.counts(entity.attestation)
    }.map { Int32($0) }
    var isNode = [Bool](repeating: false, count: graph.entities.count)
    for position in nodes { isNode[Int(position)] = true }
    self.isNode = isNode
    let roles = Set(Role.participations)
    var pairs: [UInt64: Int32] = [:]
    var parts: [Part] = []
    for (index, statement) in graph.statements.enumerated()
    where roles.contains(statement.role) && view.counts(statement.attestation) {
      guard let actor = graph.position(of: statement.subject),
        let agreement = graph.position(of: statement.object)
      else { continue }
      let next = Int32(pairs.count)
      let key = UInt64(actor) << 32 | UInt64(agreement)
      let pair = pairs[key] ?? next
      if pair == next { pairs[key] = next }
      parts.append(
        Part(
          statement: Int32(index), actor: Int32(actor), agreement: Int32(agreement), pair: pair))
    }
    self.parts = parts
    pairCount = pairs.count
  }
}

extension IncidencePlan {
  /// The degrees of what possibly holds in a view in which all stand for themselves.
  /// - Complexity: O(*n* + *k*); *n* entities, *k* participations.
  func degrees(_ view: GraphView, _ options: Centrality.Options) -> NodeScores {
    let (there, holds) = (view.entityAnswers, view.statementAnswers)
    let present = nodes.filter { there[Int($0)] != .no }
    var degrees = [Int32](repeating: 0, count: there.count)
    var isCounted = [Bool](repeating: false, count: pairCount)
    for part in parts
    where holds[Int(part.statement)] != .no && !isCounted[Int(part.pair)]
      && isNode[Int(part.actor)] && isNode[Int(part.agreement)]
      && there[Int(part.actor)] != .no && there[Int(part.agreement)] != .no
    {
      isCounted[Int(part.pair)] = true
      degrees[Int(part.actor)] += 1
      degrees[Int(part.agreement)] += 1
    }
    let divisor = options.isNormalized && present.count > 1 ? Double(present.count - 1) : 1
    let entities = view.graph.entities
    let positions =
      options.among.map { category in present.filter { entities[Int($0)].category == category } } ?? present
    return NodeScores(
      positions: positions, columns: [positions.map { Double(degrees[Int($0)]) / divisor }])
  }
}

/// Where each pair of nodes stands among the edges of an incidence.
struct EdgePlaces {
  private let parts: [IncidencePlan.Part]
  /// By the number of the pair; -1 where it has no edge yet.
  private var places: [Int32]
  /// By the nodes, where several actors are one.
  private var merged: [UInt64: Int]?

  init(_ plan: IncidencePlan, _ view: GraphView) {
    parts = plan.parts
    merged = view.standForThemselves ? nil : [:]
    places = [Int32](repeating: -1, count: view.standForThemselves ? plan.pairCount : 0)
  }

  /// The edge of the pair that a participation joins; nil where it is new, and then it is noted as the next one.
  mutating func place(_ number: Int, _ actor: Int32, _ agreement: Int32, next: Int) -> Int? {
    if merged != nil {
      let key = UInt64(actor) << 32 | UInt64(agreement)
      if let place = merged?[key] { return place }
      merged?[key] = next
      return nil
    }
    let pair = Int(parts[number].pair)
    if places[pair] >= 0 { return Int(places[pair]) }
    places[pair] = Int32(next)
    return nil
  }
}
