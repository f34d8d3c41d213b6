public import Chronology

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
  /// Who owes it; empty: every party.
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
