import Diplomacy
import Networks

/// Computes measures on one network, each with its options.
struct Scorer {
  /// The values of one measure.
  struct Scores {
    /// One value a node; NaN where the measure gives none.
    var values: [Double]
    /// What is to be known besides the convention of the measure.
    var note: String?

    init(_ values: [Double], note: String? = nil) {
      (self.values, self.note) = (values, note)
    }
  }

  /// The network with the weights that count.
  private let network: Network
  /// The same with lengths for weights, without the edges that have none.
  private let distances: Network
  /// The lengths there are to be multiplied by this power of two: 0 but for the largest and least numbers that there are.
  private let lengthExponent: Int
  /// The network with all its weights.
  private let given: Network
  private let hasTooHeavyEdge: Bool
  private let timed: MeasuredContacts?
  private let options: Centrality.Options
  private let endpoints: [NodeIndex]?
  /// Where PageRank's walker starts again, or nil for everywhere.
  private let restart: [Double]?

  init(_ measured: MeasuredNetwork, _ options: Centrality.Options) {
    self.options = options
    let nodes = measured.positions.indices
    if options.between.isEmpty, options.among == nil {
      endpoints = nil
    } else {
      let ids = Set(options.between)
      endpoints = nodes.filter { node in
        let entity = measured.entity(at: node)
        return (ids.isEmpty || ids.contains(entity.id))
          && (options.among.map { $0 == entity.category } ?? true)
      }.map { NodeIndex($0) }
    }
    let starts = Set(options.restart)
    restart = starts.isEmpty ? nil : nodes.map { starts.contains(measured.entity(at: $0).id) ? 1 : 0 }
    given = measured.network
    hasTooHeavyEdge = measured.hasTooHeavyEdge
    timed = measured.timed
    switch options.weights {
    case .ignored:
      (network, distances, lengthExponent) = (given.withoutWeights(), given.withoutWeights(), 0)
    case .strengths:
      network = given
      guard given.hasComparableWeights else {
        // Nothing is measured with them: ``checkWeights(_:_:)``.
        (distances, lengthExponent) = (given.withoutWeights(), 0)
        return
      }
      let (balanced, exponent) = given.withBalancedWeights
      // An edge of strength 0 leads nowhere.
      distances = balanced.keepingEdges(weighingMoreThan: 0).withWeights { 1 / $0 }
      lengthExponent = -exponent
    case .lengths:
      network = given
      (distances, lengthExponent) =
        measured.lengths.hasComparableWeights ? measured.lengths.withBalancedWeights : (measured.lengths, 0)
    }
  }

  /// When two paths are equally long, in a sentence for a footnote; nil where edges are counted.
  func tiesNote(_ measure: String) -> String? {
    guard length == .weights else { return nil }
    return distances.comparesLengthsExactly
      ? "\(measure): lengths of paths are added up and compared exactly, as the decimals and fractions that the weights are"
      : "\(measure): paths are equally long where their lengths differ by less than a part in 10^12; the weights have no common measure in which "
        + "they could be compared exactly"
  }

  private var length: PathLength { options.weights == .ignored ? .edges : .weights }
  private var normalization: Normalization { options.isNormalized ? .pairs : .none }

  func scores(_ measure: Measure) throws(MeasureError) -> Scores {
    if measure.isStrength || (measure.takesWeights && options.weights != .ignored) {
      try checkWeights(measure.title, isAlongPaths: measure.countsPairs, isSum: measure.isStrength)
    }
    let scores = try unchecked(measure)
    guard scores.values.allSatisfy({ $0.isFinite || $0.isNaN }) else {
      throw .outOfRange(measure: measure.title)
    }
    return scores
  }

  private func unchecked(_ measure: Measure) throws(MeasureError) -> Scores {
    if let sampling = options.sampling, measure.canBeSampled {
      return try sampled(measure, sampling)
    }
    switch measure {
    case .degree: return Scores(shares(of: network.degree()))
    case .inDegree: return Scores(shares(of: network.inDegree()))
    case .outDegree: return Scores(shares(of: network.outDegree()))
    case .strength: return Scores(given.strength())
    case .inStrength: return Scores(given.inStrength())
    case .outStrength: return Scores(given.outStrength())
    case .closeness:
      return Scores(try perLength(distances.closeness(length: length, among: endpoints), measure))
    case .harmonic:
      let found = distances.harmonicCloseness(
        length: length, among: endpoints, normalization: normalization)
      return Scores(try perLength(found, measure))
    case .betweenness:
      try checkLengths("Betweenness")
      return Scores(
        distances.betweenness(length: length, among: endpoints, normalization: normalization),
        note: tiesNote("betweenness"))
    case .eigenvector: return Scores(try network.eigenvectorCentrality())
    case .katz: return Scores(try network.katzCentrality(attenuation: options.attenuation))
    case .pagerank:
      if let restart, !restart.contains(1) { throw .noStart(measure: "PageRank") }
      return Scores(try network.pageRank(start: restart))
    case .hub: return Scores(try network.hubsAndAuthorities().hubs)
    case .authority: return Scores(try network.hubsAndAuthorities().authorities)
    case .core: return Scores(network.coreNumbers().map(Double.init))
    case .constraint: return Scores(network.constraint())
    case .effectiveSize: return Scores(network.effectiveSize())
    case .articulation:
      var values = [Double](repeating: 0, count: network.nodeCount)
      for node in network.cutPoints().articulationPoints { values[Int(node.rawValue)] = 1 }
      return Scores(values)
    case .component: return groups(network.components().componentOfNode)
    case .strongComponent: return groups(network.strongComponents().componentOfNode)
    case .outReach, .inReach, .temporalCloseness, .temporalBetweenness, .temporalKatz, .temporalWalk,
      .temporalPageRank:
      guard let timed else {
        preconditionFailure(
          "\(measure.rawValue) was asked of a network without times; it takes one of contacts.")
      }
      return Scores(try timed.scores(measure, options.temporal))
    case .community:
      let found = network.communities(maximizing: .modularity(resolution: 1), seed: options.seed)
      let scored = groups(found.communityOfNode)
      return Scores(
        scored.values,
        note:
          "community: modularity \(rounded(found.quality)) at resolution 1, "
          + (found.isExact
            ? "exact: all divisions were searched, and none is better; others may be as good"
            : "the best of \(found.starts) start\(found.starts == 1 ? "" : "s") from the seed \(options.seed); that no division is better has "
              + "not been shown")
          + (found.isSettled ? "" : "; the network is so large that the search was stopped before it settled")
      )
    }
  }

  /// Tells weights that the measure would be wrong with.
  /// - Parameters:
  ///   - isAlongPaths: Whether distances are measured.
  ///   - isSum: Whether weights are added up alone, and not held against each other.
  private func checkWeights(_ measure: String, isAlongPaths: Bool, isSum: Bool = false) throws(MeasureError) {
    let isOfLengths = isAlongPaths && options.weights == .lengths
    if hasTooHeavyEdge, !isOfLengths { throw .parallelWeightsTooLarge(measure: measure) }
    let counted = isOfLengths ? distances : given
    guard !isSum, !counted.hasComparableWeights, let range = counted.weightRange else { return }
    throw .weightsTooFarApart(measure: measure, least: range.lowerBound, largest: range.upperBound)
  }

  /// Scores that are as many times as large as lengths are small, from those of the lengths as they are measured.
  private func perLength(_ scores: [Double], _ measure: Measure) throws(MeasureError) -> [Double] {
    if lengthExponent == 0 { return scores }
    let scaled = scores.map { Double(sign: .plus, exponent: -lengthExponent, significand: $0) }
    // Of less than a normal number the last digits would be lost.
    guard zip(scores, scaled).allSatisfy({ $0 == 0 || $1.isNormal }) else {
      throw .outOfRange(measure: measure.title)
    }
    return scaled
  }

  private func checkLengths(_ measure: String) throws(MeasureError) {
    guard options.weights == .lengths,
      distances.keepingEdges(weighingMoreThan: 0).edgeCount < distances.edgeCount
    else { return }
    throw .edgeWithoutLength(measure: measure)
  }

  private func shares(of degrees: [Int]) -> [Double] {
    let divisor = options.isNormalized && degrees.count > 1 ? Double(degrees.count - 1) : 1
    return degrees.map { Double($0) / divisor }
  }

  /// Groups numbered from 1 by size, equal ones by their first node.
  private func groups(_ groupOfNode: [Int]) -> Scores {
    var sizes = [Int](repeating: 0, count: (groupOfNode.max() ?? -1) + 1)
    var firsts = [Int](repeating: .max, count: sizes.count)
    for (node, group) in groupOfNode.enumerated() {
      sizes[group] += 1
      firsts[group] = min(firsts[group], node)
    }
    var rank = [Double](repeating: 0, count: sizes.count)
    let order = sizes.indices.sorted { (sizes[$1], firsts[$0]) < (sizes[$0], firsts[$1]) }
    for (place, group) in order.enumerated() { rank[group] = Double(place + 1) }
    return Scores(groupOfNode.map { rank[$0] })
  }

  private func sampled(_ measure: Measure, _ sampling: Centrality.Sampling) throws(MeasureError) -> Scores {
    let (epsilon, delta) = (sampling.epsilon, sampling.delta)
    let sources = endpoints?.count ?? network.nodeCount
    func told(_ scores: SampledScores, _ what: String) -> Scores {
      Scores(
        scores.scores,
        note:
          "\(measure.rawValue): estimated from \(scores.sampleCount) \(what), seed \(scores.seed); with probability "
          + "\(scores.confidence) no score is off by more than \(rounded(scores.errorBound))")
    }
    switch measure {
    case .betweenness:
      let paths = network.sampledPathCount(epsilon: epsilon, delta: delta, among: endpoints)
      // A path costs a search, as an endpoint does.
      if paths >= Double(max(sources, 1)) {
        return Scores(
          network.betweenness(among: endpoints, normalization: normalization),
          note:
            "betweenness: exact, with no error, since an estimate would take \(count(paths)) shortest paths and exact scores take "
            + "searches from \(sources) nodes")
      }
      return told(
        network.sampledBetweenness(
          epsilon: epsilon, delta: delta, among: endpoints, normalization: normalization, seed: options.seed),
        "shortest paths")
    case .harmonic:
      return told(
        network.sampledHarmonicCloseness(
          epsilon: epsilon, delta: delta, among: endpoints, normalization: normalization, seed: options.seed),
        "sources")
    default:
      let found = try network.sampledCloseness(epsilon: epsilon, delta: delta, seed: options.seed)
      return Scores(
        found.scores,
        note: "closeness: estimated from \(found.sampleCount) sources, seed \(found.seed); with probability "
          + "\(found.confidence) no mean distance is off by more than \(epsilon) of the diameter")
    }
  }

  /// The edges with their measures; what is not asked for is not computed.
  func edges(_ measures: [EdgeMeasure]) throws(MeasureError) -> [(edge: Edge, values: [Double])] {
    var betweenness: [Double] = []
    let edges: [Edge]
    if measures.contains(.betweenness) {
      if options.weights != .ignored { try checkWeights("Edge betweenness", isAlongPaths: true) }
      try checkLengths("Edge betweenness")
      let scored = distances.edgeBetweenness(length: length, among: endpoints, normalization: normalization)
      edges = scored.map(\.edge)
      betweenness = scored.map(\.score)
    } else {
      edges = distances.joinedPairs()
    }
    func between(_ one: NodeIndex, _ other: NodeIndex) -> Edge {
      Edge(source: min(one, other), target: max(one, other))
    }
    let bridges =
      measures.contains(.bridge) ? Set(network.cutPoints().bridges.map { between($0.one, $0.other) }) : []
    return edges.enumerated().map { place, edge in
      (
        edge,
        measures.map { measure in
          switch measure {
          case .betweenness: betweenness[place]
          case .bridge: bridges.contains(between(edge.source, edge.target)) ? 1 : 0
          }
        }
      )
    }
  }
}

/// A number of samples, which may be larger than any whole number.
private func count(_ number: Double) -> String {
  number < 1e15 ? String(Int(number)) : "more than 10^15"
}

/// A number with six significant places, for a sentence.
private func rounded(_ number: Double) -> Double {
  guard number != 0, number.isFinite else { return number }
  var scale = 1.0
  while abs(number) * scale < 100_000, scale < 1e300 { scale *= 10 }
  return (number * scale).rounded() / scale
}
