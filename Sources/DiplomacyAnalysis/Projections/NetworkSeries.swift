public import Chronology
public import Diplomacy
import Networks

/// The networks of one view at one date after the other, each made from the last one's.
///
/// They are those that are made anew, to the bit, whichever dates are asked for in whichever order.
public struct NetworkSeries: Sendable {
  private let kind: MeasuredNetwork.Kind
  private let projection: MeasuredNetwork.ProjectionWeight
  private let plan: IncidencePlan?
  private let idRanks: [Int32]
  private var view: MovingView

  /// Prepares a view to be measured at many dates.
  /// - Parameters:
  ///   - kind: Which network; one of contacts traps, which has times of its own.
  ///   - projection: How a projection is weighted.
  /// - Complexity: O(*n* log *n* + *m* log *m*); *n* entities, *m* statements.
  public init(
    of view: GraphView, _ kind: MeasuredNetwork.Kind,
    _ projection: MeasuredNetwork.ProjectionWeight = .shared
  ) {
    precondition(
      kind != .contacts, "A network of contacts has times of its own; it takes no series of views.")
    self.kind = kind
    self.projection = projection
    plan = kind == .incidence || kind == .projection ? IncidencePlan(view) : nil
    idRanks = view.graph.idRanks
    self.view = MovingView(view)
  }

  /// The network at a date; nil: at all times at once.
  public mutating func network(at date: HistoricalDate?, dates: DateAssumption = .possible) -> MeasuredNetwork
  {
    network(of: view.seen(at: date), dates)
  }

  /// The network of a view of the same graph that is seen in the same way.
  func network(of seen: GraphView, _ dates: DateAssumption) -> MeasuredNetwork {
    var network: MeasuredNetwork
    if let plan {
      let incidence = IncidenceNetwork(seen, dates: dates, plan)
      network =
        kind == .incidence
        ? MeasuredNetwork(incidence) : MeasuredNetwork(projectionOf: incidence, projection)
    } else {
      network = MeasuredNetwork(linksOf: seen, dates: dates, actorsOnly: kind == .ties)
    }
    network.idRanks = idRanks
    return network
  }
}

extension NetworkSeries {
  /// The scores of a view of the same graph, of what possibly holds.
  func scores(
    _ seen: GraphView, _ measures: [Measure], _ options: Centrality.Options
  ) throws(MeasureError) -> NodeScores {
    // Degrees are counted without a network.
    if kind == .incidence, let plan, measures == [.degree], seen.standForThemselves {
      return plan.degrees(seen, options)
    }
    return try NodeScores(of: network(of: seen, .possible), measures, options)
  }
}

extension DiplomaticGraph {
  /// The place of each entity in the order of the ids, by position.
  var idRanks: [Int32] {
    let order = entities.indices.sorted { entities[$0].id < entities[$1].id }
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, position) in order.enumerated() { ranks[position] = Int32(rank) }
    return ranks
  }
}
