public import Chronology

/// A dated step in an agreement's life.
public struct Act: Hashable, Sendable {
  /// What was done; an open vocabulary.
  public struct Kind: Hashable, Sendable, CustomStringConvertible {
    /// The word as it stands in the graph file.
    public let name: String

    /// Makes a kind of any word.
    public init(_ name: String) { self.name = name }

    /// The word itself.
    public var description: String { name }

    /// The documented core.
    public static let core: [Kind] = [
      .signature, .ratification, .entryIntoForce, .accession, .withdrawal, .denunciation, .amendment,
      .extension,
      .renewal, .suspension, .resumption, .termination, .expiry, .breach, .registration, .deposit,
      .provisionalApplication, .succession, .nullity,
    ]

    /// Signed.
    public static let signature = Kind("signature")
    /// Ratified, by one party or by all.
    public static let ratification = Kind("ratification")
    /// The instrument of ratification was deposited, or exchanged, by one party or by all.
    public static let deposit = Kind("deposit")
    /// Applied before the entry into force.
    public static let provisionalApplication = Kind("provisional-application")
    /// Entered into force.
    public static let entryIntoForce = Kind("entry-into-force")
    /// Acceded to by somebody who did not sign.
    public static let accession = Kind("accession")
    /// Joined by a state as the successor of a party.
    public static let succession = Kind("succession")
    /// Left by a party.
    public static let withdrawal = Kind("withdrawal")
    /// Given notice of.
    public static let denunciation = Kind("denunciation")
    /// Changed.
    public static let amendment = Kind("amendment")
    /// Made to last longer.
    public static let `extension` = Kind("extension")
    /// Made to last another term.
    public static let renewal = Kind("renewal")
    /// Put out of force for a time.
    public static let suspension = Kind("suspension")
    /// Put in force again.
    public static let resumption = Kind("resumption")
    /// Ended.
    public static let termination = Kind("termination")
    /// Ended as its term was over.
    public static let expiry = Kind("expiry")
    /// Broken, where a breach ends it.
    public static let breach = Kind("breach")
    /// Void from the beginning, for all or as far as the consent of some goes.
    public static let nullity = Kind("nullity")
    /// Registered, as with the League of Nations.
    public static let registration = Kind("registration")
  }

  /// What was done.
  public var kind: Kind
  /// When; nil: not known.
  public var date: HistoricalDate?
  /// Who did it; empty: all parties.
  public var by: [EntityID]
  /// Of a suspension: the parties between whom alone the agreement is suspended; empty: it is suspended for all that do it.
  public var between: [EntityID]
  /// Of an accession or succession: the party whose place the actor takes; nil: nobody's.
  public var from: EntityID?
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
    kind: Kind, date: HistoricalDate?, by: [EntityID] = [], between: [EntityID] = [], from: EntityID? = nil,
    place: EntityID? = nil, until: HistoricalDate? = nil, period: Period? = nil,
    attestation: Attestation = Attestation()
  ) {
    self.kind = kind
    self.date = date
    self.by = by
    self.between = between
    self.from = from
    self.place = place
    self.until = until
    self.period = period
    self.attestation = attestation
  }
}
