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

  /// What can be owed; an open vocabulary.
  public struct Kind: Hashable, Sendable, CustomStringConvertible {
    /// The word as it stands in the graph file.
    public let name: String

    /// Makes a kind of any word.
    public init(_ name: String) { self.name = name }

    /// The word itself.
    public var description: String { name }

    /// The documented core.
    public static let core: [Kind] = [
      .refrainFromAttack, .remainNeutral, .respectTerritory, .enterWar, .recognise, .withdrawTroops, .consult,
      .assist, .cedeTerritory, .limitArms, .keepSecret,
    ]

    /// Not to attack the creditors.
    public static let refrainFromAttack = Kind("refrain-from-attack")
    /// Not to join a war against the creditors.
    public static let remainNeutral = Kind("remain-neutral")
    /// To leave a territory alone.
    public static let respectTerritory = Kind("respect-territory")
    /// To enter a war.
    public static let enterWar = Kind("enter-war")
    /// To recognise a territory or an actor.
    public static let recognise = Kind("recognise")
    /// To withdraw troops.
    public static let withdrawTroops = Kind("withdraw-troops")
    /// To consult with the creditors.
    public static let consult = Kind("consult")
    /// To help the creditors.
    public static let assist = Kind("assist")
    /// To give a territory away.
    public static let cedeTerritory = Kind("cede-territory")
    /// Not to arm, or not there.
    public static let limitArms = Kind("limit-arms")
    /// Not to disclose the agreement.
    public static let keepSecret = Kind("keep-secret")
  }

  /// The author's id, or one given by place.
  public var id: StatementID
  /// What is owed.
  public var kind: Kind
  /// Who owes it; empty: every party.
  public var by: [EntityID]
  /// To whom; empty: the other parties.
  public var to: [EntityID]
  /// The territories, actors or agreements it is about.
  public var about: [EntityID]
  /// Against whom a promise of help or neutrality is directed: the enemies in a war with whom it is owed; empty: anybody.
  public var against: [EntityID]
  /// On what condition, in words.
  public var condition: String?
  /// The event that makes the condition true; one that is hypothetical may stand for a case that never came.
  public var conditionEvent: EntityID?
  /// In what case it is not owed, in words.
  public var unless: String?
  /// The event that is this case; one that is hypothetical may stand for a case that never came.
  public var unlessEvent: EntityID?
  /// By when.
  public var deadline: Deadline?
  /// The clause that says so.
  public var clause: String?
  /// The agreement that amends it: it takes its place between those who accept the amendment.
  public var amendedBy: EntityID?
  /// How it is attested.
  public var attestation: Attestation

  /// An obligation.
  public init(
    id: StatementID, kind: Kind, by: [EntityID], to: [EntityID] = [], about: [EntityID] = [],
    against: [EntityID] = [], condition: String? = nil, conditionEvent: EntityID? = nil,
    unless: String? = nil, unlessEvent: EntityID? = nil, deadline: Deadline? = nil, clause: String? = nil,
    amendedBy: EntityID? = nil,
    attestation: Attestation = Attestation()
  ) {
    self.id = id
    self.kind = kind
    self.by = by
    self.to = to
    self.about = about
    self.against = against
    self.condition = condition
    self.conditionEvent = conditionEvent
    self.unless = unless
    self.unlessEvent = unlessEvent
    self.deadline = deadline
    self.clause = clause
    self.amendedBy = amendedBy
    self.attestation = attestation
  }

  /// Whether it is owed on no condition and with no exception.
  package var isUnconditional: Bool {
    condition == nil && conditionEvent == nil && unless == nil && unlessEvent == nil
  }

  /// Who owes it, each once: those in ``by``, or where it is empty every party but one to whom alone it is owed; nobody owes
  /// himself.
  package func debtors(among parties: [EntityID]) -> [EntityID] {
    var seen: Set<EntityID> = []
    return (by.isEmpty ? parties : by).filter { debtor in
      (to.isEmpty || to.contains { $0 != debtor }) && seen.insert(debtor).inserted
    }
  }

  /// To whom a debtor owes it, each once: those in ``to``, or where it is empty the other parties.
  package func creditors(of debtor: EntityID, among parties: [EntityID]) -> [EntityID] {
    var seen: Set<EntityID> = [debtor]
    return (to.isEmpty ? parties : to).filter { seen.insert($0).inserted }
  }
}
