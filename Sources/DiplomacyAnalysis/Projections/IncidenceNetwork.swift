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
    self.init(view, dates: dates, IncidencePlan(view))
  }

  /// The incidence of a view of which it is known what may be in it.
  init(_ view: GraphView, dates: DateAssumption, _ plan: IncidencePlan) {
    self.view = view
    self.dates = dates
    func counts(_ answer: Answer) -> Bool { dates == .possible ? answer != .no : answer == .yes }
    let present = plan.nodes.filter { counts(view.entityAnswers[Int($0)]) }
    // Where states count as others, these are nodes, in order.
    let positions =
      view.standForThemselves
      ? present.map { Int($0) } : Set(present.map { view.representative(of: Int($0)) }).sorted()
    var node = [Int32](repeating: -1, count: view.entityAnswers.count)
    for (number, position) in positions.enumerated() { node[position] = Int32(number) }
    var seen = EdgePlaces(plan, view)
    var edges: [(actor: Int, agreement: Int)] = []
    var answers: [Answer] = []
    for (number, part) in plan.parts.enumerated() {
      let answer = view.statementAnswers[Int(part.statement)]
      guard counts(answer) else { continue }
      let actor = node[view.representative(of: Int(part.actor))]
      let agreement = node[Int(part.agreement)]
      guard actor >= 0, agreement >= 0 else { continue }
      if let index = seen.place(number, actor, agreement, next: edges.count) {
        answers[index] = answers[index] || answer
      } else {
        edges.append((Int(actor), Int(agreement)))
        answers.append(answer)
      }
    }
    self.positions = positions
    self.edges = edges
    possibleEdgeCount = answers.count { $0 == .maybe }
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
