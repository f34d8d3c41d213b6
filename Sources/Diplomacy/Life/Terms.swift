public import Chronology

/// What an agreement lays down about its own life: when it begins, how long it runs, how it can be ended.
///
/// An agreement can have several: what one reading takes its clauses to say need not be what another does. Those that
/// count are merged, rule by rule.
public struct Terms: Hashable, Sendable {
  /// How an agreement goes on when its term is over and nobody has given notice.
  public enum Renewal: Hashable, Sendable {
    /// For another term of this length, and so on.
    case each(Period)
    /// Until somebody gives notice.
    case indefinite
  }

  /// What an agreement without a stated entry into force begins with.
  public enum Entry: String, CaseIterable, Hashable, Sendable {
    /// The first signature.
    case signature
    /// The last ratification of a party.
    case ratification
  }

  /// Whether a party is bound by its signature alone.
  public enum Ratification: String, CaseIterable, Hashable, Sendable {
    /// Each party is bound from its own ratification, or the deposit of it, and not without one.
    case required
    /// The signature binds.
    case notRequired = "not-required"
  }

  /// From when the term counts.
  public enum TermStart: String, CaseIterable, Hashable, Sendable {
    /// The entry into force.
    case entryIntoForce = "entry-into-force"
    /// The first signature.
    case signature
  }

  /// When a denunciation or withdrawal takes effect.
  public enum Effect: String, CaseIterable, Hashable, Sendable {
    /// With the first term for which notice was given in time.
    case endOfTerm = "end-of-term"
    /// When the period of notice is over.
    case afterNotice = "after-notice"
    /// With the day of the denunciation.
    case atOnce = "at-once"
    /// Never: the agreement cannot be denounced.
    case noEffect = "none"
  }

  /// What the denunciation of one party ends.
  public enum Extent: String, CaseIterable, Hashable, Sendable {
    /// The agreement, for all.
    case agreement
    /// The party's own membership.
    case membership
  }

  /// What a breach does.
  public enum Breach: String, CaseIterable, Hashable, Sendable {
    /// It ends the agreement.
    case ends
    /// The agreement goes on.
    case continues
  }

  /// How long the first term runs.
  public var duration: Period?
  /// The last day of the first term; it goes before `duration`.
  public var until: HistoricalDate?
  /// How long before the end of the term, or before its effect, notice must be given.
  public var notice: Period?
  /// How the agreement goes on after a term; nil: it does not.
  public var renewal: Renewal?
  /// What brings the agreement into force when no act says so; nil: the signature.
  public var entry: Entry?
  /// Whether each party is bound from its own ratification alone; nil: those that ratified later are bound later.
  public var ratification: Ratification?
  /// How many ratifications and accessions bring the agreement into force; nil: the ratifications of all parties.
  public var ratifications: Int?
  /// From when the term counts; nil: the entry into force.
  public var termStart: TermStart?
  /// When a denunciation takes effect; nil: with the end of the term, or without a term after notice.
  public var denunciation: Effect?
  /// What one party's denunciation ends; nil: of two parties the agreement, of more the membership.
  public var denunciationEnds: Extent?
  /// What a breach does; nil: nothing.
  public var breach: Breach?
  /// The agreement with which this one ends, as a protocol with its treaty.
  public var endsWith: EntityID?
  /// The clause that says so.
  public var clause: String?
  /// How the terms are attested.
  public var attestation: Attestation

  /// Terms; by default none.
  public init(
    duration: Period? = nil, until: HistoricalDate? = nil, notice: Period? = nil, renewal: Renewal? = nil,
    entry: Entry? = nil, ratification: Ratification? = nil, ratifications: Int? = nil,
    termStart: TermStart? = nil, denunciation: Effect? = nil,
    denunciationEnds: Extent? = nil, breach: Breach? = nil, endsWith: EntityID? = nil, clause: String? = nil,
    attestation: Attestation = Attestation()
  ) {
    self.duration = duration
    self.until = until
    self.notice = notice
    self.renewal = renewal
    self.entry = entry
    self.ratification = ratification
    self.ratifications = ratifications
    self.termStart = termStart
    self.denunciation = denunciation
    self.denunciationEnds = denunciationEnds
    self.breach = breach
    self.endsWith = endsWith
    self.clause = clause
    self.attestation = attestation
  }

  /// Whether nothing is laid down.
  public var isEmpty: Bool {
    duration == nil && until == nil && notice == nil && renewal == nil && entry == nil && ratification == nil
      && ratifications == nil && termStart == nil
      && denunciation == nil && denunciationEnds == nil && breach == nil
      && endsWith == nil
  }

  /// Whether ratifications bring the agreement into force where no act does.
  var entersByRatification: Bool {
    entry.map { $0 == .ratification } ?? (ratification == .required || ratifications != nil)
  }

  /// The terms that several make together: each rule is the last one stated, those that name a reading after those that
  /// hold under all.
  ///
  /// Clauses and citations are those of all terms that lay something down.
  public static func merged(_ terms: [Terms]) -> Terms {
    let common = terms.filter { $0.attestation.readings.isEmpty }
    var merged = Terms()
    var clauses: [String] = []
    for part in common + terms.filter({ !$0.attestation.readings.isEmpty }) where !part.isEmpty {
      // A new length takes the place of the old one, however it was stated.
      if part.duration != nil || part.until != nil {
        (merged.duration, merged.until) = (part.duration, part.until)
      }
      merged.notice = part.notice ?? merged.notice
      merged.renewal = part.renewal ?? merged.renewal
      merged.entry = part.entry ?? merged.entry
      merged.ratification = part.ratification ?? merged.ratification
      merged.ratifications = part.ratifications ?? merged.ratifications
      merged.termStart = part.termStart ?? merged.termStart
      merged.denunciation = part.denunciation ?? merged.denunciation
      merged.denunciationEnds = part.denunciationEnds ?? merged.denunciationEnds
      merged.breach = part.breach ?? merged.breach
      merged.endsWith = part.endsWith ?? merged.endsWith
      if let clause = part.clause, !clauses.contains(clause) { clauses.append(clause) }
      for citation in part.attestation.citations where !merged.attestation.citations.contains(citation) {
        merged.attestation.citations.append(citation)
      }
    }
    merged.clause = clauses.isEmpty ? nil : clauses.joined(separator: ", ")
    return merged
  }
}
