/// What a format could not hold of a graph.
public struct LossReport: Hashable, Sendable {
  /// One sort of thing that was lost or flattened.
  public struct Loss: Hashable, Sendable {
    /// What, and what became of it.
    public let what: String
    /// How often.
    public let count: Int

    /// A loss.
    public init(what: String, count: Int) {
      self.what = what
      self.count = count
    }
  }

  /// The losses, in the order of the format's documentation.
  public private(set) var losses: [Loss]

  /// A report.
  public init(losses: [Loss] = []) { self.losses = losses }

  /// Notes a loss that happened at least once.
  mutating func add(_ count: Int, _ what: String) {
    if count > 0 { losses.append(Loss(what: what, count: count)) }
  }

  /// One line a loss; empty when nothing was lost.
  public var lines: [String] { losses.map { "\($0.count) × \($0.what)" } }
}

/// A file made of a graph, and what it could not hold.
public struct Export: Sendable {
  /// The bytes of the file.
  public let bytes: [UInt8]
  /// What the format could not hold.
  public let losses: LossReport

  /// A file.
  public init(bytes: [UInt8], losses: LossReport) {
    self.bytes = bytes
    self.losses = losses
  }
}
