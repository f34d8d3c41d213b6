public import Chronology

/// What happened to an agreement and what it lays down.
public struct AgreementLife: Hashable, Sendable {
  /// The dated acts, in the author's order.
  public var acts: [Act]
  /// Duration, notice, renewal and the like, in the author's order: see ``Terms/merged(_:)``.
  public var terms: [Terms]
  /// In-force spans that the graph states outright; they go before what the acts say.
  public var statedInForce: [InForce]
  /// What parties have excluded for themselves.
  public var reservations: [Reservation]
  /// Who owes what to whom.
  public var obligations: [Obligation]

  /// A life; by default empty.
  public init(
    acts: [Act] = [], terms: [Terms] = [], statedInForce: [InForce] = [],
    reservations: [Reservation] = [], obligations: [Obligation] = []
  ) {
    self.acts = acts
    self.terms = terms
    self.statedInForce = statedInForce
    self.reservations = reservations
    self.obligations = obligations
  }

  /// The first act of a kind that holds under a choice of readings.
  public func act(_ kind: Act.Kind, under choice: ReadingChoice = .every) -> Act? {
    acts.first { $0.kind == kind && choice.includes($0.attestation) }
  }
}

extension AgreementLife {
  /// When the agreement was in force, and why, by its acts, terms and stated spans alone.
  ///
  /// What depends on the graph (several parties, supersession, readings looked at together) is in
  /// ``DiplomaticGraph/course(of:under:)``.
  public func course(under choice: ReadingChoice) -> LifeCourse {
    LifeFacts(self, where: choice.counts).followed().course
  }

  /// The span of ``course(under:)``; nil when nothing is known of its start.
  public func inForce(under choice: ReadingChoice) -> Span? { course(under: choice).hull }

  /// The date of the first signature, else of the first entry into force; nil when neither is known.
  public func concluded(under choice: ReadingChoice) -> HistoricalDate? { concluded(where: choice.counts) }

  /// The same of the acts that count; ``GraphView/concluded(_:)`` knows which do in a view.
  func concluded(where counts: (Attestation) -> Bool) -> HistoricalDate? {
    func date(of kind: Act.Kind) -> HistoricalDate? {
      acts.first { $0.kind == kind && $0.date != nil && counts($0.attestation) }?.date
    }
    return date(of: .signature) ?? date(of: .entryIntoForce)
  }
}

/// A span in which an agreement is stated to have been in force, or that it never was.
public struct InForce: Hashable, Sendable {
  /// The interval as it was written; nil: never.
  public var date: HistoricalDate?
  /// How it is attested.
  public var attestation: Attestation

  /// The span, which covers nothing when the agreement never was in force.
  public var span: Span { date.map(Span.init) ?? .never }
  /// The interval as it was written, with a word for its style where that is not the usual one; or `never`.
  public var text: String { date?.styledText ?? "never" }
  /// The interval in the Extended Date/Time Format, or `never`.
  public var edtf: String { date?.edtf ?? "never" }

  /// A stated span; without a date: never in force.
  public init(date: HistoricalDate?, attestation: Attestation = Attestation()) {
    self.date = date
    self.attestation = attestation
  }
}
