public import Diplomacy
import Networks

/// How an entity's place in a network is measured.
public enum Measure: String, CaseIterable, Hashable, Sendable {
  /// In how many agreements an actor takes part, or how many actors an agreement has.
  case degree
  /// How often an entity lies on shortest paths between two others.
  case betweenness
  /// How near an entity is to the others: the sum of 1/distance.
  case harmonic

  /// What the measure counts, in a sentence for a footnote.
  public var convention: String {
    switch self {
    case .degree:
      "degree: the number of agreements of an actor, or of actors of an agreement; each pair once, whatever the roles"
    case .betweenness:
      "betweenness: shortest paths between all unordered pairs of nodes, each pair once, not normalized; unreachable "
        + "pairs add 0 (Brandes 2001)"
    case .harmonic:
      "harmonic: harmonic closeness, the sum of 1/distance to all other nodes, not normalized; unreachable nodes add 0 "
        + "(Marchiori and Latora 2000)"
    }
  }
}

/// The scores of the entities of a view.
public struct Centrality: Sendable {
  /// One entity's scores.
  public struct Row: Sendable {
    /// The entity.
    public let entity: Entity
    /// One score a measure, in the order of `measures`.
    public let scores: [Double]
  }

  /// What was measured, in order.
  public let measures: [Measure]
  /// One row an entity: by the first measure from high to low, equal scores by id.
  public let rows: [Row]
  /// The network that was measured.
  public let incidence: IncidenceNetwork
  /// The entities between which alone shortest paths and distances count; empty: all.
  public let between: [EntityID]

  /// Measures the incidence of actors and agreements.
  /// - Parameters:
  ///   - between: The entities whose pairs alone count in betweenness and harmonic closeness; empty: all. Those that are not
  ///     in the network make no pair.
  /// - Complexity: O(*nm*) with betweenness or harmonic closeness; *n* nodes, *m* edges.
  public init(of incidence: IncidenceNetwork, _ measures: [Measure], between: [EntityID] = []) {
    let network = incidence.network
    let ids = Set(between)
    let endpoints =
      between.isEmpty
      ? nil
      : incidence.positions.indices.filter { ids.contains(incidence.entity(at: $0).id) }.map { NodeIndex($0) }
    let columns = measures.map { measure in
      switch measure {
      case .degree: network.degree().map(Double.init)
      case .betweenness: network.betweenness(among: endpoints)
      case .harmonic: network.harmonicCloseness(among: endpoints)
      }
    }
    self.measures = measures
    self.incidence = incidence
    self.between = between
    rows = incidence.positions.indices.map { node in
      Row(entity: incidence.entity(at: node), scores: columns.map { $0[node] })
    }.sorted { one, other in
      guard let mine = one.scores.first, let theirs = other.scores.first, mine != theirs else {
        return one.entity.id < other.entity.id
      }
      return mine > theirs
    }
  }

  /// What the numbers mean, a sentence each.
  public var conventions: [String] {
    let edges = incidence.edges.count
    let maybe = incidence.possibleEdgeCount
    let network =
      "network: incidence of \(incidence.positions.count) actors and agreements, \(edges) edges, undirected; an edge says "
      + "that an actor takes part (\(Role.participations.map(\.name).joined(separator: ", ")))"
    var dates = "dates: all times at once"
    if let date = incidence.view.options.at {
      dates =
        incidence.dates == .certain
        ? "dates: what certainly holds on \(date)"
        : "dates: what possibly holds on \(date); \(maybe) of \(edges) edges are not certain"
    }
    let pairs =
      between.isEmpty
      ? []
      : [
        "pairs: only those among \(between.map(\.rawValue).joined(separator: ", ")) count; degree counts all"
      ]
    return [network, dates] + pairs + incidence.view.conventions + measures.map(\.convention)
  }
}
