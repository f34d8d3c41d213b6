import Chronology
public import Diplomacy
import Networks

/// The network of a view that is measured: its nodes, edges and weights, and what they are.
public struct MeasuredNetwork: Sendable {
  /// What the nodes and edges are.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Actors and agreements; an edge says that an actor takes part.
    case incidence
    /// Actors; an edge says that two take part in an agreement together.
    case projection
    /// Actors; an edge is a statement between two of them.
    case links
  }

  /// How an edge of a projection is weighted.
  public enum ProjectionWeight: String, CaseIterable, Hashable, Sendable {
    /// By the number of agreements in which both take part.
    case shared
    /// By the sum of 1/(k − 1) over these, k being the actors of the agreement (Newman 2001).
    case newman
  }

  /// The view.
  public let view: GraphView
  /// What the nodes and edges are.
  public let kind: Kind
  /// Whether assertions that hold only possibly are in.
  public let dates: IncidenceNetwork.Dates
  /// The entities that are nodes, as positions in the graph, in order.
  public let positions: [Int]
  /// How many edges there are, each pair of nodes once.
  public let edgeCount: Int
  /// How many of the edges hold only possibly.
  public let possibleEdgeCount: Int
  /// What the network is, in a sentence.
  public let convention: String
  let network: Network

  /// The incidence of actors and agreements.
  public init(_ incidence: IncidenceNetwork) {
    view = incidence.view
    kind = .incidence
    dates = incidence.dates
    positions = incidence.positions
    edgeCount = incidence.edges.count
    possibleEdgeCount = incidence.possibleEdgeCount
    network = incidence.network
    convention =
      "network: incidence of \(incidence.positions.count) actors and agreements, \(incidence.edges.count) edges, undirected; an edge "
      + "says that an actor takes part (\(Role.participations.map(\.name).joined(separator: ", ")))"
  }

  /// The projection of an incidence onto its actors, made from agreements of any size: one of k actors joins k(k − 1)/2
  /// pairs.
  /// - Complexity: O(Σ *k*²); *k* the actors of each agreement.
  public init(projectionOf incidence: IncidenceNetwork, _ weight: ProjectionWeight = .shared) {
    let graph = incidence.view.graph
    let actors = incidence.positions.indices.filter { incidence.entity(at: $0).category == .actor }
    var number = [Int](repeating: -1, count: incidence.positions.count)
    for (index, node) in actors.enumerated() { number[node] = index }
    var members: [Int: [Int]] = [:]
    for edge in incidence.edges { members[edge.agreement, default: []].append(number[edge.actor]) }
    var weights: [Int: Double] = [:]
    for agreement in members.keys.sorted() {
      let actors = (members[agreement] ?? []).sorted()
      let share = weight == .shared ? 1 : 1 / Double(actors.count - 1)
      for (index, one) in actors.enumerated() {
        for other in actors[(index + 1)...] { weights[one << 32 | other, default: 0] += share }
      }
    }
    let pairs = weights.keys.sorted()
    view = incidence.view
    kind = .projection
    dates = incidence.dates
    positions = actors.map { incidence.positions[$0] }
    edgeCount = pairs.count
    possibleEdgeCount = 0
    network = Network(
      nodeCount: actors.count, edges: pairs.map { (NodeIndex($0 >> 32), NodeIndex($0 & 0xFFFF_FFFF)) },
      weights: pairs.map { weights[$0] ?? 0 }, direction: .undirected)
    let words =
      weight == .shared
      ? "shared agreements" : "the sum of 1/(k − 1) over shared agreements of k actors (Newman 2001)"
    convention =
      "network: projection of \(actors.count) actors of \(graph.entities(.agreement).count) agreements, \(pairs.count) edges, "
      + "undirected; an edge says that two take part in an agreement together; weights: \(words)"
  }

  /// The direct links between the actors of a view: every statement between two of them, whatever its role; several between
  /// two weigh as many.
  public init(linksOf view: GraphView, dates: IncidenceNetwork.Dates = .possible) {
    let graph = view.graph
    func counts(_ answer: Answer) -> Bool { dates == .possible ? answer != .no : answer == .yes }
    let present = graph.entities.indices.filter { position in
      graph.entities[position].category == .actor && view.counts(graph.entities[position].attestation)
        && counts(view.entityAnswers[position])
    }
    let positions = Set(present.map(view.representative)).sorted()
    var number: [Int: Int] = [:]
    for (index, position) in positions.enumerated() { number[position] = index }
    var weights: [Int: Double] = [:]
    var sure: Set<Int> = []
    for (statement, answer) in zip(graph.statements, view.statementAnswers)
    where counts(answer) && view.counts(statement.attestation) {
      guard let subject = graph.position(of: statement.subject),
        let object = graph.position(of: statement.object),
        let one = number[view.representative(of: subject)],
        let other = number[view.representative(of: object)],
        one != other
      else { continue }
      let pair = min(one, other) << 32 | max(one, other)
      weights[pair, default: 0] += 1
      if answer == .yes { sure.insert(pair) }
    }
    let pairs = weights.keys.sorted()
    self.view = view
    kind = .links
    self.dates = dates
    self.positions = positions
    edgeCount = pairs.count
    possibleEdgeCount = pairs.count - sure.count
    network = Network(
      nodeCount: positions.count, edges: pairs.map { (NodeIndex($0 >> 32), NodeIndex($0 & 0xFFFF_FFFF)) },
      weights: pairs.map { weights[$0] ?? 0 }, direction: .undirected)
    convention =
      "network: direct links of \(positions.count) actors, \(pairs.count) edges, undirected; an edge says that a statement of any role "
      + "joins two actors; weights: the number of statements"
  }

  /// The entity at a node.
  public func entity(at node: Int) -> Entity { view.graph.entities[positions[node]] }
}
