public import Chronology

/// A reservation: a party excludes or changes the effect of an article for itself (Vienna Convention on the Law of Treaties,
/// articles 2(1)(d) and 19 to 23).
public struct Reservation: Hashable, Sendable {
  /// What another party says against it.
  public struct Objection: Hashable, Sendable {
    /// Who objects.
    public var by: EntityID
    /// When; nil: not known.
    public var date: HistoricalDate?
    /// Whether it refuses to be bound by the agreement to the party that made the reservation (article 20(4)(b)).
    public var opposesEntryIntoForce: Bool

    /// An objection.
    public init(by: EntityID, date: HistoricalDate? = nil, opposesEntryIntoForce: Bool = false) {
      self.by = by
      self.date = date
      self.opposesEntryIntoForce = opposesEntryIntoForce
    }
  }

  /// Who made it.
  public var by: EntityID
  /// The article that it is made to, as the graph names clauses; nil: not stated.
  public var clause: String?
  /// When it was made; nil: not known.
  public var date: HistoricalDate?
  /// When it was withdrawn; nil: never, as far as is known.
  public var withdrawn: HistoricalDate?
  /// What others said against it.
  public var objections: [Objection]
  /// How it is attested.
  public var attestation: Attestation

  /// A reservation.
  public init(
    by: EntityID, clause: String? = nil, date: HistoricalDate? = nil, withdrawn: HistoricalDate? = nil,
    objections: [Objection] = [], attestation: Attestation = Attestation()
  ) {
    self.by = by
    self.clause = clause
    self.date = date
    self.withdrawn = withdrawn
    self.objections = objections
    self.attestation = attestation
  }

  /// When it stands: from its day until it is withdrawn.
  public var span: Span {
    let made = date.map { Span($0) } ?? .always
    let end = withdrawn.map { Span($0) }
    return Span(
      earliestStart: made.earliestStart, latestStart: made.latestStart,
      earliestEnd: end?.earliestStart ?? .distantFuture, latestEnd: end?.latestStart ?? .distantFuture)
  }

  /// Whether it was made to a clause, or to the article that the clause is a part of: `article 3` covers `Article 3(2)`.
  public func covers(_ clause: String?) -> Bool {
    func plain(_ text: String) -> String {
      text.lowercased().replacing("article", with: "art").filter { !$0.isWhitespace && $0 != "." }
    }
    guard let clause, let own = self.clause else { return false }
    let (whole, part) = (plain(own), plain(clause))
    guard part.hasPrefix(whole) else { return false }
    return part.dropFirst(whole.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
  }
}
