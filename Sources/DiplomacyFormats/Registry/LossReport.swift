/// What a format could not hold of a graph.
public struct LossReport: Hashable, Sendable {
  /// One sort of thing that was lost or flattened.
  public struct Loss: Hashable, Sendable {
    /// What is lost: `act of an agreement`.
    public let what: String
    /// How often.
    public let count: Int
    /// What became of it, or where it went: `written as text in 'acts'`; nil where it is gone.
    public let instead: String?

    /// A loss.
    public init(what: String, count: Int, instead: String? = nil) {
      self.what = what
      self.count = count
      self.instead = instead
    }

    /// The loss in a line, without its number: `act of an agreement, written as text in 'acts'`.
    public var words: String { instead.map { "\(what), \($0)" } ?? what }
  }

  /// The losses, in the order of the format's documentation.
  public private(set) var losses: [Loss]

  /// A report.
  public init(losses: [Loss] = []) { self.losses = losses }

  /// Notes a loss that happened at least once.
  package mutating func add(_ count: Int, _ what: String, instead: String? = nil) {
    if count > 0 { losses.append(Loss(what: what, count: count, instead: instead)) }
  }

  /// These losses, and then those of another report.
  package func adding(_ report: LossReport) -> LossReport { LossReport(losses: losses + report.losses) }

  /// Notes the losses of another report after these.
  package mutating func add(_ report: LossReport) { losses += report.losses }

  /// The losses as JSON: a list of objects with `what`, `count` and `instead`, which is null where it is gone.
  public var json: JSONValue {
    .array(
      losses.map {
        .object(["what": .string($0.what), "count": .integer($0.count), "instead": .optional($0.instead)])
      })
  }

  /// One line a loss; empty when nothing was lost.
  public var lines: [String] { losses.map { "\($0.count) × \($0.words)" } }
}

/// A file made of a graph, and what it could not hold.
public struct Export: Sendable {
  /// A file that goes with another: the nodes beside the edges.
  public struct Companion: Sendable {
    /// What stands before the ending of its name: of `nodes`, the companion of `pact.csv` is `pact.nodes.csv`.
    public let part: String
    /// The bytes of the file.
    public let bytes: [UInt8]
  }

  /// The bytes of the file.
  public let bytes: [UInt8]
  /// What the format could not hold.
  public let losses: LossReport
  /// The files that go with it.
  public let companions: [Companion]

  /// The same file, with more losses.
  func adding(_ losses: LossReport) -> Export {
    Export(bytes: bytes, losses: self.losses.adding(losses), companions: companions)
  }

  /// A file.
  public init(bytes: [UInt8], losses: LossReport, companions: [Companion] = []) {
    self.bytes = bytes
    self.losses = losses
    self.companions = companions
  }
}
