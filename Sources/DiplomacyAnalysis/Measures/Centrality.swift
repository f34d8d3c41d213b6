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

  /// What weights are for.
  public enum Weights: String, CaseIterable, Hashable, Sendable {
    /// Nothing: every edge counts as 1.
    case ignored
    /// Strengths: an edge is 1/weight long, and one of weight 0 leads nowhere.
    case strengths
    /// Lengths, where paths are measured; strengths elsewhere.
    case lengths
  }

  /// How well scores are estimated from samples.
  public struct Sampling: Hashable, Sendable {
    /// The error allowed, between 0 and 1: a share of all pairs (betweenness), of a mean of 1/distance (harmonic
    /// closeness), or of the diameter in a mean distance (closeness).
    public var epsilon: Double
    /// The probability, between 0 and 1, that some score is off by more.
    public var delta: Double

    /// A wish.
    public init(epsilon: Double, delta: Double = 0.1) {
      self.epsilon = epsilon
      self.delta = delta
    }
  }

  /// What is measured besides the network, and how.
  public struct Options: Hashable, Sendable {
    /// The entities whose pairs alone count in measures that count pairs; empty: all.
    public var between: [EntityID] = []
    /// The category whose entities alone are scored, and whose pairs alone count; nil: all.
    public var among: Category?
    /// Whether scores are divided by what a node could score at most, where that is defined.
    public var isNormalized = false
    /// What weights are for.
    public var weights = Weights.ignored
    /// Estimates in place of exact scores, where a measure has them; nil: exact scores.
    public var sampling: Sampling?
    /// How strongly Katz centrality weakens a walk with each step.
    public var attenuation = Network.Attenuation.share(0.9)
    /// Where PageRank's walker starts again; empty: everywhere alike.
    public var restart: [EntityID] = []
    /// What random choices follow from: samples and communities.
    public var seed: UInt64 = 1
    /// How journeys and walks through time are measured.
    public var temporal = TemporalOptions()

    /// Plain scores of all.
    public init(
      between: [EntityID] = [], among: Category? = nil, isNormalized: Bool = false,
      weights: Weights = .ignored
    ) {
      self.between = between
      self.among = among
      self.isNormalized = isNormalized
      self.weights = weights
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
  /// What is to be known of single measures besides their conventions, a sentence each.
  let notes: [String]

  /// Measures the incidence of actors and agreements.
  /// - Throws: What keeps the first of the measures that cannot be had from giving scores.
  /// - Complexity: O(*nm*) with betweenness or closeness; *n* nodes, *m* edges.
  public init(
    of incidence: IncidenceNetwork, _ measures: [Measure], _ options: Options = Options()
  ) throws(MeasureError) {
    try self.init(of: MeasuredNetwork(incidence), measures, options)
  }

  /// Measures a network; a measure of journeys or walks traps where it is not one of contacts.
  /// - Throws: What keeps the first of the measures that cannot be had from giving scores.
  /// - Complexity: O(*nm*) with betweenness or closeness; *n* nodes, *m* edges.
  public init(
    of measured: MeasuredNetwork, _ measures: [Measure], _ options: Options = Options()
  ) throws(MeasureError) {
    let scorer = Scorer(measured, options)
    var notes: [String] = []
    var columns: [[Double]] = []
    for measure in measures {
      let scores = try scorer.scores(measure)
      if let note = scores.note { notes.append(note) }
      columns.append(scores.values)
    }
    self.measures = measures
    self.options = options
    self.notes = notes
    network = measured
    let positions = measured.positions
    let graph = measured.view.graph
    let ranks = measured.idRanks
    func hasFirstID(_ one: Int, _ other: Int) -> Bool {
      if let ranks { return ranks[positions[one]] < ranks[positions[other]] }
      return graph.entities[positions[one]].id < graph.entities[positions[other]].id
    }
    let scored = columns
    let first = scored.first ?? [Double](repeating: 0, count: positions.count)
    rows = measured.positions.indices.filter { node in
      options.among.map { measured.entity(at: node).category == $0 } ?? true
    }.sorted { one, other in
      let (mine, theirs) = (first[one], first[other])
      if mine.isNaN != theirs.isNaN { return theirs.isNaN }
      if mine == theirs || mine.isNaN { return hasFirstID(one, other) }
      return measures[0].isGroup ? mine < theirs : mine > theirs
    }.map { node in
      Row(entity: measured.entity(at: node), scores: scored.map { $0[node] })
    }
  }

  /// The scores of a measure by entity, of those that have one; empty for one that was not measured.
  /// - Complexity: O(*n*); *n* rows.
  public func scores(_ measure: Measure) -> [EntityID: Double] {
    guard let place = measures.firstIndex(of: measure) else { return [:] }
    let pairs = rows.lazy.map { ($0.entity.id, $0.scores[place]) }.filter { !$0.1.isNaN }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// What the numbers mean, a sentence each.
  public var conventions: [String] {
    network.conventions + options.conventions + network.view.conventions
      + measures.map { $0.convention(in: network.kind, isDirected: network.isDirected, options) } + notes
  }
}

extension Centrality.Options {
  /// What the options change, a sentence each.
  var conventions: [String] {
    var lines: [String] = []
    if !between.isEmpty {
      lines.append("pairs: only those among \(between.map(\.rawValue).joined(separator: ", ")) count")
    }
    if let category = among {
      lines.append(
        "among: only entities of the category \(category.rawValue) are scored, and only their pairs count")
    }
    switch weights {
    case .ignored: break
    case .strengths:
      lines.append(
        "weights: count as strengths; distances are the sum of 1/weight, and an edge of weight 0 leads nowhere"
      )
    case .lengths:
      lines.append(
        "weights: distances are the sum of weights; measures without distances take them as strengths")
    }
    return lines
  }
}

/// The scores of the edges of a network.
public struct EdgeCentrality: Sendable {
  /// One edge's scores.
  public struct Row: Sendable {
    /// Where the edge leads from; the actor in an incidence; else the first in the graph of the two.
    public let source: Entity
    /// Where it leads to.
    public let target: Entity
    /// One score a measure, in the order of `measures`.
    public let scores: [Double]
  }

  /// What was measured, in order.
  public let measures: [EdgeMeasure]
  /// One row an edge: by the first measure from high to low, equal scores by the ids of source and target.
  public let rows: [Row]
  /// The network that was measured.
  public let network: MeasuredNetwork
  /// What was measured besides the network, and how.
  public let options: Centrality.Options
  /// When two paths are equally long, where weights say how long they are.
  private let tiesNote: String?

  /// Measures the edges of a network.
  /// - Throws: ``MeasureError/edgeWithoutLength(measure:)`` where weights are lengths and one is 0.
  /// - Complexity: O(*nm*); *n* nodes, *m* edges; times log *n* with weights.
  public init(
    of measured: MeasuredNetwork, _ measures: [EdgeMeasure],
    _ options: Centrality.Options = Centrality.Options()
  ) throws(MeasureError) {
    self.measures = measures
    self.options = options
    network = measured
    let scorer = Scorer(measured, options)
    tiesNote = measures.contains(.betweenness) ? scorer.tiesNote(EdgeMeasure.betweenness.rawValue) : nil
    rows = try scorer.edges(measures).map { edge, values in
      let (one, other) = (
        measured.entity(at: edge.source.position), measured.entity(at: edge.target.position)
      )
      let isTurned = measured.kind == .incidence && one.category == .agreement
      return Row(source: isTurned ? other : one, target: isTurned ? one : other, scores: values)
    }.sorted { one, other in
      (other.scores[0], one.source.id, one.target.id) < (one.scores[0], other.source.id, other.target.id)
    }
  }

  /// What the numbers mean, a sentence each.
  public var conventions: [String] {
    network.conventions + options.conventions + network.view.conventions
      + measures.map {
        $0.convention(isDirected: network.isDirected, isNormalized: options.isNormalized)
      } + (tiesNote.map { [$0] } ?? [])
  }
}
