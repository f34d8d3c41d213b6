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
