public import Chronology

/// What happened to an agreement and what it lays down.
public struct AgreementLife: Hashable, Sendable {
  /// The dated acts, in the author's order.
  public var acts: [Act]
  /// Duration, notice and renewal.
  public var terms: Terms
  /// In-force spans that the graph states outright; they go before what the acts say.
  public var statedInForce: [InForce]
  /// Who owes what to whom.
  public var obligations: [Obligation]

  /// A life; by default empty.
  public init(
    acts: [Act] = [], terms: Terms = Terms(), statedInForce: [InForce] = [], obligations: [Obligation] = []
  ) {
    self.acts = acts
    self.terms = terms
    self.statedInForce = statedInForce
    self.obligations = obligations
  }

  /// The first act of a kind that holds under a choice of readings.
  public func act(_ kind: Act.Kind, under choice: ReadingChoice = .every) -> Act? {
    acts.first { $0.kind == kind && choice.includes($0.attestation) }
  }
}

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
      "extension", "renewal", "suspension", "termination", "expiry", "breach", "registration",
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
  /// How it is attested.
  public var attestation: Attestation

  /// An act.
  public init(
    kind: Kind, date: HistoricalDate?, by: [EntityID] = [], place: EntityID? = nil,
    attestation: Attestation = Attestation()
  ) {
    self.kind = kind
    self.date = date
    self.by = by
    self.place = place
    self.attestation = attestation
  }
}

/// How long an agreement runs, how it can be ended, how it goes on.
public struct Terms: Hashable, Sendable {
  /// How long it runs from its entry into force.
  public var duration: Period?
  /// How long before the end of the term notice must be given.
  public var notice: Period?
  /// For how long it is renewed when nobody gives notice.
  public var renewal: Period?
  /// The clause that says so.
  public var clause: String?
  /// How the terms are attested.
  public var attestation: Attestation

  /// Terms; by default none.
  public init(
    duration: Period? = nil, notice: Period? = nil, renewal: Period? = nil, clause: String? = nil,
    attestation: Attestation = Attestation()
  ) {
    self.duration = duration
    self.notice = notice
    self.renewal = renewal
    self.clause = clause
    self.attestation = attestation
  }

  /// Whether nothing is laid down.
  public var isEmpty: Bool { duration == nil && notice == nil && renewal == nil }
}

/// A span in which an agreement is stated to have been in force, or that it never was.
public struct InForce: Hashable, Sendable {
  /// The interval as it was written; nil: never.
  public var date: HistoricalDate?
  /// How it is attested.
  public var attestation: Attestation

  /// The span, which covers nothing when the agreement never was in force.
  public var span: Span { date.map(Span.init) ?? .never }
  /// The interval as it was written, or `never`.
  public var text: String { date?.text ?? "never" }

  /// A stated span; without a date: never in force.
  public init(date: HistoricalDate?, attestation: Attestation = Attestation()) {
    self.date = date
    self.attestation = attestation
  }
}

/// What one side owes another under an agreement.
public struct Obligation: Hashable, Sendable {
  /// When an obligation must be met.
  public enum Deadline: Hashable, Sendable {
    /// By a date.
    case by(HistoricalDate)
    /// Within a period of an event.
    case within(Period, of: EntityID)
  }

  /// The author's id, or one given by place.
  public var id: StatementID
  /// What is owed; an open vocabulary.
  public var kind: String
  /// Who owes it.
  public var by: [EntityID]
  /// To whom; empty: the other parties.
  public var to: [EntityID]
  /// The territories, actors or agreements it is about.
  public var about: [EntityID]
  /// On what condition, in words.
  public var condition: String?
  /// The event that makes the condition true.
  public var conditionEvent: EntityID?
  /// By when.
  public var deadline: Deadline?
  /// The clause that says so.
  public var clause: String?
  /// How it is attested.
  public var attestation: Attestation

  /// An obligation.
  public init(
    id: StatementID, kind: String, by: [EntityID], to: [EntityID] = [], about: [EntityID] = [],
    condition: String? = nil, conditionEvent: EntityID? = nil, deadline: Deadline? = nil,
    clause: String? = nil, attestation: Attestation = Attestation()
  ) {
    self.id = id
    self.kind = kind
    self.by = by
    self.to = to
    self.about = about
    self.condition = condition
    self.conditionEvent = conditionEvent
    self.deadline = deadline
    self.clause = clause
    self.attestation = attestation
  }

  /// The documented core vocabulary of what can be owed.
  public static let coreKinds = [
    "refrain-from-attack", "remain-neutral", "respect-territory", "enter-war", "recognise", "withdraw-troops",
    "consult", "assist", "cede-territory", "limit-arms", "keep-secret",
  ]
}
