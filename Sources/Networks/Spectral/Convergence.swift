/// When an iterative measure stops.
public struct Convergence: Hashable, Sendable {
  /// The largest change of a score between two iterations at which the scores are taken for right.
  public var tolerance: Double
  /// The most iterations.
  public var iterations: Int

  /// A rule; by default the scores are right to about 11 digits.
  public init(tolerance: Double = 1e-12, iterations: Int = 100_000) {
    self.tolerance = tolerance
    self.iterations = iterations
  }

  /// As many iterations as go over so many nodes and arcs in some seconds, and 300 of any network.
  static func affordableIterations(size: Int, work: Int = Self.work) -> Int { max(300, work / max(size, 1)) }

  /// How many nodes and arcs all iterations together go over.
  static let work = 1_000_000_000
}

/// Why an iterative measure gives no scores.
public enum MeasureError: Error, Hashable, CustomStringConvertible {
  /// The iterations were used up.
  case notConverged(measure: String, iterations: Int, residual: Double, tolerance: Double)
  /// The network is so large that more iterations are not made.
  case tooLarge(measure: String, iterations: Int, residual: Double)
  /// Katz's attenuation is not below the reciprocal of the spectral radius.
  case attenuationTooLarge(alpha: Double, limit: Double)
  /// The network has no cycle, or no edge, so that no score feeds on others.
  case noDominantEigenvalue
  /// A directed network in which some node cannot reach some other.
  case notStronglyConnected(measure: String, components: Int)
  /// A walker that is to start at nodes of which none is in the network.
  case noStart(measure: String)
  /// An edge of length 0, between whose ends no number of shortest paths is defined.
  case edgeWithoutLength(measure: String)
  /// Walks so many that their sum is no `Double`.
  case tooManyWalks(measure: String)
  /// Weights that a `Double` cannot hold against each other (``Network/weightSpread``).
  case weightsTooFarApart(measure: String, least: Double, largest: Double)
  /// Parallel edges whose weights add up to no `Double`.
  case parallelWeightsTooLarge(measure: String)
  /// A score that is no `Double`: too large, or so small that digits are lost.
  case outOfRange(measure: String)

  /// Journeys to compare that are more than can be kept: so many ways to stand somewhere were found before.
  case tooManyJourneys(ways: Int)
  /// Best journeys between two nodes so many that their number is no `Double`.
  case uncountableJourneys(measure: String)

  /// Whether what was measured is at fault, and not how long anybody waits.
  public var isOfInput: Bool {
    switch self {
    case .weightsTooFarApart, .parallelWeightsTooLarge, .outOfRange, .tooManyJourneys, .uncountableJourneys:
      true
    default: false
    }
  }

  /// What the iterations of a measure came to, where they were not enough.
  static func unfinished(
    _ measure: String, _ convergence: Convergence, after iterations: Int, residual: Double
  )
    -> MeasureError
  {
    iterations < convergence.iterations
      ? .tooLarge(measure: measure, iterations: iterations, residual: residual)
      : .notConverged(
        measure: measure, iterations: iterations, residual: residual, tolerance: convergence.tolerance)
  }

  /// The reason in a sentence.
  public var description: String {
    switch self {
    case .notConverged(let measure, let iterations, let residual, let tolerance):
      "\(measure) stopped after \(iterations) iteration\(iterations == 1 ? "" : "s") at residual \(residual); the tolerance was \(tolerance)."
    case .tooLarge(let measure, let iterations, let residual):
      "\(measure) stopped after \(iterations) iterations, all that are made for so large a network, at residual \(residual); "
        + "measure a part of the network, or a measure that long paths do not slow down, such as PageRank or Katz centrality with a "
        + "given alpha."
    case .attenuationTooLarge(let alpha, let limit):
      "Katz centrality was asked for with alpha \(alpha); it lies below \(limit), the reciprocal of the spectral radius."
    case .noDominantEigenvalue:
      "Eigenvector centrality needs a cycle; this network has none, so every eigenvalue is 0."
    case .notStronglyConnected(let measure, let components):
      "\(measure) was asked of a directed network of \(components) strong components; it needs one."
    case .noStart(let measure):
      "\(measure) cannot start: none of the nodes it was to start at is in the network."
    case .edgeWithoutLength(let measure):
      "\(measure) was asked of a network in which an edge is 0 long; it needs lengths above 0."
    case .tooManyWalks(let measure):
      "\(measure) adds up to more than 10^308; it needs hops that count less, or less time."
    case .weightsTooFarApart(let measure, let least, let largest):
      "\(measure) cannot compare weights from \(least) to \(largest); none may be more than 10^270 times another."
    case .parallelWeightsTooLarge(let measure):
      "\(measure) was asked of parallel edges that weigh more than 10^308 together; divide all weights by the same number first."
    case .outOfRange(let measure):
      "\(measure) gives a score that is no number between 10^-308 and 10^308; multiply or divide all weights by the same number first."
    case .tooManyJourneys(let ways):
      "The journeys are too many to compare: \(ways) ways to stand somewhere were followed, and there are more; it needs longer waits or a shorter stretch of time, while the earliest and the latest journeys are found with any."
    case .uncountableJourneys(let measure):
      "\(measure) found more than 10^308 best journeys between two nodes; it needs less time."
    }
  }
}
