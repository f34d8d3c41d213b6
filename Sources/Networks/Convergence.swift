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
}

/// Why an iterative measure gives no scores.
public enum MeasureError: Error, Hashable, CustomStringConvertible {
  /// The iterations were used up.
  case notConverged(measure: String, iterations: Int, residual: Double, tolerance: Double)
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

  /// The reason in a sentence.
  public var description: String {
    switch self {
    case .notConverged(let measure, let iterations, let residual, let tolerance):
      "\(measure) stopped after \(iterations) iteration\(iterations == 1 ? "" : "s") at residual \(residual); the tolerance was \(tolerance)."
    case .attenuationTooLarge(let alpha, let limit):
      "Katz centrality was asked for with alpha \(alpha); it lies below \(limit), the reciprocal of the spectral radius."
    case .noDominantEigenvalue:
      "Eigenvector centrality needs a cycle; this network has none, so every eigenvalue is 0."
    case .notStronglyConnected(let measure, let components):
      "\(measure) was asked of a directed network of \(components) strong components; it needs one."
    case .noStart(let measure):
      "\(measure) was to start at nodes of which none is in the network."
    case .edgeWithoutLength(let measure):
      "\(measure) was asked of a network in which an edge is 0 long; it needs lengths above 0."
    case .tooManyWalks(let measure):
      "\(measure) adds up to more than 10^308; it needs hops that count less, or less time."
    }
  }
}
