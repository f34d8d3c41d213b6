public import Chronology

/// A dated step in an agreement's life.
public struct Act: Hashable, Sendable {
  /// What was done; an open vocabulary.
  public struct Kind: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The word as it stands in the graph file.
    public let name: String

    /// Makes a kind of any word.
    public init(_ name: String) { self.name = name }
    /// Makes a kind of a literal.
    public init(stringLiteral value: String) { name = value }

    /// The word itself.
    public var description: String { name }

    /// The documented core.
    public static let core: [Kind] = [
      "signature", "ratification", "entry-into-force", "accession", "withdrawal", "denunciation", "amendment",
      "extension", "renewal", "suspension", "resumption", "termination", "expiry", "breach", "registration",
    ]
  }

  /// What was done.
  public var kind: Kind
  /// When; nil: not known.
  public var date: HistoricalDate?
  /// Who did it; empty: all parties.
  public var by: [EntityID]
  /// Where.
  public var place: EntityID?
  /// Until when an extension, renewal or suspension lasts; nil: not stated.
  public var until: HistoricalDate?
  /// For how long an extension or renewal prolongs the term; nil: not stated.
  public var period: Period?
  /// How it is attested.
  public var attestation: Attestation

  /// An act.
  public init(
    kind: Kind, date: HistoricalDate?, by: [EntityID] = [], place: EntityID? = nil,
    until: HistoricalDate? = nil, period: Period? = nil, attestation: Attestation = Attestation()
  ) {
    self.kind = kind
    self.date = date
    self.by = by
    self.place = place
    self.until = until
    self.period = period
    self.attestation = attestation
  }
}
