// The documented core of roles (Documentation/GraphFiles.md); other words are roles too.
extension Role {
  /// Is bound by the agreement.
  public static let party = Role("party")
  /// Signed it: a person, or for a state.
  public static let signatory = Role("signatory")
  /// Negotiated it.
  public static let negotiator = Role("negotiator")
  /// Guarantees that it is kept.
  public static let guarantor = Role("guarantor")
  /// Keeps it.
  public static let depositary = Role("depositary")
  /// Is favoured by it without being bound.
  public static let beneficiary = Role("beneficiary")
  /// Did it.
  public static let agent = Role("agent")
  /// Was there.
  public static let participant = Role("participant")
  /// It was addressed to.
  public static let recipient = Role("recipient")
  /// It was directed at.
  public static let target = Role("target")
  /// Promises the integrity of a territory.
  public static let guarantees = Role("guarantees")
  /// Gives a territory away.
  public static let cedes = Role("cedes")
  /// Recognises a territory or an actor.
  public static let recognises = Role("recognises")
  /// Draws a border of a territory.
  public static let demarcates = Role("demarcates")
  /// Has a territory or an actor for its subject.
  public static let concerns = Role("concerns")
  /// Is applied in a territory; where an agreement names one, it is applied only there.
  public static let appliesTo = Role("applies-to")
  /// Is not applied in a territory.
  public static let excludes = Role("excludes")
  /// Adds to another agreement.
  public static let supplements = Role("supplements")
  /// Changes another agreement.
  public static let amends = Role("amends")
  /// Takes the place of another agreement.
  public static let supersedes = Role("supersedes")
  /// Contradicts another agreement.
  public static let conflictsWith = Role("conflicts-with")
  /// Holds a territory in fact.
  public static let controls = Role("controls")
  /// Claims a territory.
  public static let claims = Role("claims")
  /// Occupies a territory.
  public static let occupies = Role("occupies")
  /// Has a common border with.
  public static let borders = Role("borders")
  /// Belongs to an organization or a bloc.
  public static let memberOf = Role("member-of")
  /// Holds an office for an actor.
  public static let represents = Role("represents")
  /// Commands an actor, such as an army.
  public static let commands = Role("commands")
  /// Succeeds a state.
  public static let successorOf = Role("successor-of")
  /// Is hostile to.
  public static let hostileTo = Role("hostile-to")
  /// Was signed, or happened, at a territory.
  public static let place = Role("place")
  /// Is an event about an agreement.
  public static let about = Role("about")
  /// Brought about.
  public static let leadsTo = Role("leads-to")
  /// Is a part of a territory.
  public static let partOf = Role("part-of")
  /// Is another name of the same.
  public static let sameAs = Role("same-as")
}
