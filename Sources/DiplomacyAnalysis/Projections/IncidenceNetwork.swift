import Chronology
public import Diplomacy
import Networks

/// The incidence of actors and agreements in a view: who takes part in what, agreements kept whole.
///
/// Nodes are the actors and agreements of the view; an edge says that an actor takes part in an agreement in any of
/// ``Role/participations``, once however many roles it has there. Assertions of a sense that the view does not count are
/// left out.
public struct IncidenceNetwork: Sendable {
  /// The view.
  public let view: GraphView
  /// Whether assertions that hold only possibly are in.
  public let dates: DateAssumption
  /// The entities that are nodes, as positions in the graph, in order.
  public let positions: [Int]
  /// The edges as pairs of node numbers, actor first, in order.
  public let edges: [(actor: Int, agreement: Int)]
  /// How many of the edges hold only possibly.
  public let possibleEdgeCount: Int

  /// The incidence of a view.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  public init(_ view: GraphView, dates: DateAssumption = .possible) {
    self.view = view
    self.dates = dates
    let graph = view.graph
    func counts(_ answer: Answer) -> Bool { dates == .possible ? answer != .no : answer == .yes }
    var node = [Int?](repeating: nil, count: graph.entities.count)
    var positions: [Int] = []
    let present = graph.entities.indices.filter { position in
      let entity = graph.entities[position]
      return (entity.category == .actor || entity.category == .agreement)
        && view.counts(entity.attestation) && counts(view.entityAnswers[position])
    }
    for position in Set(present.map(view.representative)).sorted() {
      node[position] = positions.count
      positions.append(position)
    }
    let roles = Set(Role.participations)
    var seen: [Pair: (index: Int, answer: Answer)] = [:]
    var edges: [(actor: Int, agreement: Int)] = []
    var answers: [Answer] = []
    for (statement, answer) in zip(graph.statements, view.statementAnswers)
    where roles.contains(statement.role) && view.counts(statement.attestation) && counts(answer) {
      guard let subject = graph.position(of: statement.subject),
        let object = graph.position(of: statement.object),
        let actor = node[view.representative(of: subject)], let agreement = node[object]
      else { continue }
      let pair = Pair(actor: actor, agreement: agreement)
      if let index = seen[pair]?.index {
        answers[index] = answers[index] || answer
      } else {
        seen[pair] = (edges.count, answer)
        edges.append((actor, agreement))
        answers.append(answer)
      }
    }
    self.positions = positions
    self.edges = edges
    possibleEdgeCount = answers.count { $0 == .maybe }
  }

  private struct Pair: Hashable {
    let actor: Int
    let agreement: Int
  }

  /// The entity at a node.
  public func entity(at node: Int) -> Entity { view.graph.entities[positions[node]] }

  /// The network of the incidence, undirected.
  var network: Network {
    Network(
      nodeCount: positions.count, edges: edges.map { (NodeIndex($0.actor), NodeIndex($0.agreement)) },
      direction: .undirected)
  }
}
