public import Chronology
public import Diplomacy
public import Networks

/// The network of a view that is measured: its nodes, edges and weights, and what they are.
public struct MeasuredNetwork: Sendable {
  /// What the nodes and edges are.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Actors and agreements; an edge says that an actor takes part.
    case incidence
    /// Actors; an edge says that two take part in an agreement together.
    case projection
    /// All entities; an edge is a statement between two of them.
    case links
    /// Actors; an edge is a statement between two of them.
    case ties
    /// Who is in touch, and the agreements and events in which; an edge is a contact, at a time.
    case contacts
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
  /// The date for which the network stands: that of the view, or that with which a stretch of time begins.
  public let date: HistoricalDate?
  /// What the nodes and edges are.
  public let kind: Kind
  /// Whether assertions that hold only possibly are in.
  public let dates: DateAssumption
  /// The entities that are nodes, as positions in the graph, in order.
  public let positions: [Int]
  /// How many edges there are, each pair of nodes once.
  public let edgeCount: Int
  /// How many of the edges hold only possibly.
  public let possibleEdgeCount: Int
  /// What the network is, in a sentence.
  public let convention: String
  let network: Network
  /// Whether the statements between some two entities weigh more together than a number holds; `network` then has the largest there is.
  let hasTooHeavyEdge: Bool
  /// The same where weights are lengths: of several statements between two entities the shortest.
  let lengths: Network
  /// The place of each entity of the graph in the order of the ids, where that is known.
  var idRanks: [Int32]?
  /// The contacts with their times, in a network of contacts.
  let timed: MeasuredContacts?

  /// Which journeys count in a network of contacts, and when those who take part in an agreement meet; nil of any other.
  public var journeys: (options: JourneyOptions, meetings: ContactNetwork.Meetings)? {
    timed.map { ($0.options, $0.meetings) }
  }

  /// Whether edges lead one way.
  public var isDirected: Bool { network.direction == .directed }

  /// What the network is and when, a sentence each.
  var conventions: [String] {
    if let timed { return [convention] + timed.conventions }
    var dates = "dates: all times at once"
    if let date = view.options.at {
      dates =
        self.dates == .certain
        ? "dates: what certainly holds on \(date)"
        : "dates: what possibly holds on \(date)"
          + (kind == .projection
            ? "" : "; \(possibleEdgeCount) of \(edgeCount) edges hold possibly or in part")
    }
    return [convention, dates]
  }

  /// The incidence of actors and agreements.
  public init(_ incidence: IncidenceNetwork) {
    view = incidence.view
    date = view.options.at
    timed = nil
    kind = .incidence
    dates = incidence.dates
    positions = incidence.positions
    edgeCount = incidence.edges.count
    possibleEdgeCount = incidence.possibleEdgeCount
    network = incidence.network
    hasTooHeavyEdge = false
    lengths = network
    convention =
      "network: incidence of \(incidence.positions.count) actors and agreements, \(incidence.edges.count) edges, undirected; an edge "
      + "says that an actor takes part (\(Role.participations.map(\.name).joined(separator: ", ")))"
  }

  /// The projection of an incidence onto its actors, made from agreements of any size: one of k actors joins k(k − 1)/2
  /// pairs.
  /// - Complexity: O(Σ *k*²); *k* the actors of each agreement.
  public init(projectionOf incidence: IncidenceNetwork, _ weight: ProjectionWeight = .shared) {
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
    date = view.options.at
    timed = nil
    kind = .projection
    dates = incidence.dates
    positions = actors.map { incidence.positions[$0] }
    edgeCount = pairs.count
    possibleEdgeCount = 0
    network = Network(
      nodeCount: actors.count, edges: pairs.map { (NodeIndex($0 >> 32), NodeIndex($0 & 0xFFFF_FFFF)) },
      weights: pairs.map { weights[$0] ?? 0 }, direction: .undirected)
    hasTooHeavyEdge = false
    lengths = network
    let words =
      weight == .shared
      ? "shared agreements" : "the sum of 1/(k − 1) over shared agreements of k actors (Newman 2001)"
    convention =
      "network: projection of \(actors.count) actors of \(incidence.positions.count - actors.count) agreements, \(pairs.count) edges, "
      + "undirected; an edge says that two take part in an agreement together; weights: \(words)"
  }

  /// The direct links between the entities of a view: every statement between two of them, whatever its role.
  /// - Parameters:
  ///   - view: What is measured.
  ///   - dates: Whether statements that hold only possibly are in.
  ///   - direction: Whether links lead from subject to object; those of a symmetric role lead both ways. Nil: as the graph
  ///     says.
  ///   - actorsOnly: Whether only actors are nodes (``Kind/ties``).
  /// - Complexity: O(*n* + *m* log *m*); *n* entities, *m* statements.
  public init(
    linksOf view: GraphView, dates: DateAssumption = .possible, direction: Direction? = nil,
    actorsOnly: Bool = false
  ) {
    let graph = view.graph
    func counts(_ answer: Answer) -> Bool { dates == .possible ? answer != .no : answer == .yes }
    let present = graph.entities.indices.filter { position in
      (!actorsOnly || graph.entities[position].category == .actor)
        && view.counts(graph.entities[position].attestation) && counts(view.entityAnswers[position])
    }
    let positions = Set(present.map(view.representative)).sorted()
    var number = [Int32](repeating: -1, count: graph.entities.count)
    for (index, position) in positions.enumerated() { number[position] = Int32(index) }
    let direction = direction ?? (graph.hasDirectedLinks ? .directed : .undirected)
    var links: [Int: Link] = [:]
    for (statement, answer) in zip(graph.statements, view.statementAnswers)
    where counts(answer) && view.counts(statement.attestation) {
      guard let subject = graph.position(of: statement.subject),
        let object = graph.position(of: statement.object)
      else { continue }
      let one = Int(number[view.representative(of: subject)])
      let other = Int(number[view.representative(of: object)])
      // What joins an entity to its successor joins nothing where the two are one.
      guard one >= 0, other >= 0, one != other || subject == object else { continue }
      let weight = statement.weight ?? 1
      func add(_ source: Int, _ target: Int) {
        links[source << 32 | target, default: Link()].add(weight, isSure: answer == .yes)
      }
      if direction == .undirected {
        add(min(one, other), max(one, other))
      } else {
        add(one, other)
        if statement.isSymmetric, one != other { add(other, one) }
      }
    }
    let pairs = links.keys.sorted()
    self.view = view
    date = view.options.at
    timed = nil
    kind = actorsOnly ? .ties : .links
    self.dates = dates
    self.positions = positions
    edgeCount = pairs.count
    possibleEdgeCount = links.values.count { !$0.isSure }
    func network(_ weight: (Link) -> Double) -> Network {
      Network(
        nodeCount: positions.count,
        edges: pairs.map { (NodeIndex($0 >> 32), NodeIndex($0 & 0xFFFF_FFFF)) },
        weights: pairs.map { weight(links[$0] ?? Link()) }, direction: direction)
    }
    self.network = network { min($0.total, .greatestFiniteMagnitude) }
    hasTooHeavyEdge = links.values.contains { !$0.total.isFinite }
    lengths = network(\.least)
    let (what, two) = actorsOnly ? ("actors", "two actors") : ("entities", "two entities")
    convention =
      "network: direct links of \(positions.count) \(what), \(pairs.count) edges, "
      + (direction == .undirected ? "undirected" : "directed from subject to object")
      + "; an edge says that a statement of any role joins \(two); weights: the sum of the statements' weights"
  }

  /// A network of contacts.
  init(
    view: GraphView, date: HistoricalDate?, kind: Kind, dates: DateAssumption, positions: [Int],
    edgeCount: Int, network: Network, convention: String, timed: MeasuredContacts
  ) {
    self.view = view
    self.date = date
    self.kind = kind
    self.dates = dates
    self.positions = positions
    self.edgeCount = edgeCount
    possibleEdgeCount = 0
    self.network = network
    hasTooHeavyEdge = false
    lengths = network
    self.convention = convention
    self.timed = timed
  }

  /// What joins two nodes.
  private struct Link {
    var total = 0.0
    var least = Double.infinity
    var isSure = false

    mutating func add(_ weight: Double, isSure: Bool) {
      total += weight
      least = min(least, weight)
      self.isSure = self.isSure || isSure
    }
  }

  /// The entity at a node.
  public func entity(at node: Int) -> Entity { view.graph.entities[positions[node]] }
}
