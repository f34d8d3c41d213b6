public import Diplomacy
public import Networks

/// The scores of the entities of a view.
public struct Centrality: Sendable {
  /// One entity's scores.
  public struct Row: Sendable {
    /// The entity.
    public let entity: Entity
    /// One score a measure, in the order of `measures`; NaN where the measure gives none.
    public let scores: [Double]
  }

  /// What is measured besides the network, and how.
  public struct Options: Hashable, Sendable {
    /// The entities whose pairs alone count in measures that count pairs; empty: all.
    public var between: [EntityID]
    /// The category whose entities alone are scored, and whose pairs alone count; nil: all.
    public var among: Category?
    /// Whether scores are divided by what a node could score at most, where that is defined.
    public var isNormalized: Bool
    /// Whether weights count: as strengths, and for distances as 1/weight.
    public var isWeighted: Bool

    /// Plain scores of all.
    public init(
      between: [EntityID] = [], among: Category? = nil, isNormalized: Bool = false,
      isWeighted: Bool = false
    ) {
      self.between = between
      self.among = among
      self.isNormalized = isNormalized
      self.isWeighted = isWeighted
    }
  }

  /// What was measured, in order.
  public let measures: [Measure]
  /// One row an entity: by the first measure from high to low, equal scores by id, those without a score last.
  public let rows: [Row]
  /// The network that was measured.
  public let network: MeasuredNetwork
  /// What was measured besides the network, and how.
  public let options: Options
  /// Measures that gave no scores, and why.
  public let failures: [(measure: Measure, reason: MeasureError)]

  /// Measures the incidence of actors and agreements.
  /// - Complexity: O(*nm*) with betweenness or closeness; *n* nodes, *m* edges.
  public init(of incidence: IncidenceNetwork, _ measures: [Measure], _ options: Options = Options()) {
    self.init(of: MeasuredNetwork(incidence), measures, options)
  }

  /// Measures a network.
  /// - Complexity: O(*nm*) with betweenness or closeness; *n* nodes, *m* edges.
  public init(of measured: MeasuredNetwork, _ measures: [Measure], _ options: Options = Options()) {
    let scorer = Scorer(measured, options)
    var failures: [(measure: Measure, reason: MeasureError)] = []
    let columns = measures.map { measure -> [Double] in
      do throws(MeasureError) {
        return try scorer.scores(measure)
      } catch {
        failures.append((measure, error))
        return [Double](repeating: .nan, count: measured.positions.count)
      }
    }
    self.measures = measures
    self.options = options
    self.failures = failures
    network = measured
    rows = measured.positions.indices.filter { node in
      options.among.map { measured.entity(at: node).category == $0 } ?? true
    }.map { node in
      Row(entity: measured.entity(at: node), scores: columns.map { $0[node] })
    }.sorted { one, other in
      guard let mine = one.scores.first, let theirs = other.scores.first else {
        return one.entity.id < other.entity.id
      }
      if mine.isNaN != theirs.isNaN { return theirs.isNaN }
      return mine == theirs || mine.isNaN ? one.entity.id < other.entity.id : mine > theirs
    }
  }

  /// What the numbers mean, a sentence each.
  public var conventions: [String] {
    let maybe = network.possibleEdgeCount
    var dates = "dates: all times at once"
    if let date = network.view.options.at {
      dates =
        network.dates == .certain
        ? "dates: what certainly holds on \(date)"
        : "dates: what possibly holds on \(date)"
          + (network.kind == .projection ? "" : "; \(maybe) of \(network.edgeCount) edges are not certain")
    }
    var lines = [network.convention, dates]
    if !options.between.isEmpty {
      lines.append("pairs: only those among \(options.between.map(\.rawValue).joined(separator: ", ")) count")
    }
    if let category = options.among {
      lines.append(
        "among: only entities of the category \(category.rawValue) are scored, and only their pairs count")
    }
    if options.isWeighted { lines.append("weights: count as strengths; distances are the sum of 1/weight") }
    return lines + network.view.conventions
      + measures.map {
        $0.convention(
          isIncidence: network.kind == .incidence,
          isNormalized: options.isNormalized && $0.canBeNormalized)
      }
  }
}
