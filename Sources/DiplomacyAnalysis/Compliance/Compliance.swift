public import Chronology
public import Diplomacy

/// Promises held against deeds: each obligation against each event that touches it, at that event's moment, under each
/// reading.
///
/// An event breaks an obligation to leave something undone, or fulfils one to do something; what it does follows from its
/// kind, agents and targets, or from what the graph says outright. Whoever acts for an actor (by office, membership or
/// command) acts as that actor. A deed is held against the time in which both sides took part in the agreement.
public struct Compliance: Sendable {
  /// What became of an obligation.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// It was met, or nothing in the graph broke it as long as it bound.
    case kept
    /// A deed broke it, or came too late.
    case breached
    /// It did not bind when the deed was done: not yet, no longer or never, or not towards somebody who had broken the
    /// agreement before.
    case lapsed
    /// It is owed on a condition that did not arise while it bound.
    case notCalledUpon = "not-called-upon"
    /// It still binds, and nothing has met or broken it.
    case pending
    /// The dates, or what the graph holds, do not decide.
    case undecided
  }

  /// Why.
  public enum Reason: Hashable, Sendable {
    /// The deed was done while the obligation bound.
    case inForce
    /// It did not bind yet at the time of the deed.
    case notYetInForce
    /// It no longer bound at the time of the deed.
    case noLongerInForce
    /// It did not bind at the time of the deed, but before and after.
    case notInForce
    /// The dates leave open whether it bound.
    case perhapsInForce
    /// The creditor had broken it before, by the event named.
    case releasedBy(EntityID)
    /// All to whom it was owed did the deed together with the debtor (Vienna Convention on the Law of Treaties, article 54;
    /// Articles on State Responsibility, article 20).
    case byConsent
    /// The case had come in which it was not owed, by the event named.
    case excepted(EntityID)
    /// The dates leave open whether that case had come.
    case perhapsExcepted(EntityID)
    /// The date of the deed leaves open whether it was done by the date of the view.
    case perhapsDone
    /// The deed came in time for a deadline.
    case inTime
    /// The deed came after the deadline.
    case late
    /// The dates leave open whether it came in time.
    case perhapsInTime
    /// The deed came before what the obligation is on condition of, or may have.
    case beforeCondition
    /// The obligation is on a condition in words, which is not judged.
    case conditionInWords
    /// The event that is its condition happened at a time when it did not bind.
    case conditionOutside(EntityID)
    /// Nothing in the graph made its condition true while it bound.
    case conditionNotArisen
    /// It binds, and nothing in the graph has made its condition true.
    case awaitsCondition
    /// The dates leave open whether its condition arose while it bound.
    case perhapsCalledUpon
    /// Nothing in the graph broke it as long as it bound.
    case untouched
    /// It still binds.
    case stillBinding
    /// The dates leave open whether it binds on the date of the view.
    case perhapsBinding
    /// The deadline is over, and the graph holds no deed that met it.
    case deadlineOver
    /// It bound no longer, and the graph holds no deed that met it.
    case neverMet
    /// No rule tells which deeds meet or break this kind of obligation, and the graph does not say so.
    case noRule
    /// The agreement was not in force at any time.
    case neverInForce
  }

  /// What became of one debtor's obligation, by one event or without any.
  public struct Verdict: Hashable, Sendable {
    /// The reading.
    public let reading: ReadingID?
    /// The agreement.
    public let agreement: EntityID
    /// The obligation.
    public let obligation: Obligation
    /// Who owes it.
    public let debtor: EntityID
    /// To whom.
    public let creditors: [EntityID]
    /// The deed; nil when there is none.
    public let event: EntityID?
    /// What became of it.
    public let outcome: Outcome
    /// Why.
    public let reason: Reason
    /// When both sides were bound.
    public let binding: [Span]
    /// The first moments after the deadline, where there is one.
    public let deadline: UncertainMoment?
    /// The sources of the obligation, of the deed and of the life of the agreement.
    public let citations: [Citation]
  }

  /// Two obligations of one debtor that cannot both be kept, at any time or in some case.
  ///
  /// Under the Vienna Convention on the Law of Treaties (article 30, paragraphs 4 and 5) both stay owed, each to its own
  /// creditors; which one is kept is for the debtor to choose and to answer for.
  public struct Conflict: Hashable, Sendable {
    /// One side of it.
    public struct Side: Hashable, Sendable {
      /// The agreement.
      public let agreement: EntityID
      /// The obligation.
      public let obligation: Obligation
      /// To whom it is owed.
      public let creditors: [EntityID]
    }

    /// In what case they clash: an event, or an attack by some on others.
    public struct Case: Hashable, Sendable {
      /// The event of the graph, which may be hypothetical; nil where the case follows from the obligations alone.
      public let event: EntityID?
      /// Who attacks.
      public let attackers: [EntityID]
      /// Who is attacked.
      public let attacked: [EntityID]
      /// The condition of the obligation, in its words, which is not judged; nil where it has none.
      public let words: String?
    }

    /// The reading.
    public let reading: ReadingID?
    /// Who owes both.
    public let debtor: EntityID
    /// The obligation of the agreement that stands first in the graph.
    public let first: Side
    /// The other.
    public let second: Side
    /// The cases in which they clash; empty where they do at any time.
    public let cases: [Case]
    /// Whether they bound at the same time, and the case brings them to clash whatever their words mean.
    public let answer: Answer
    /// The sources of both.
    public let citations: [Citation]
  }

  /// The verdicts, by reading, then in the order of the graph.
  public let verdicts: [Verdict]
  /// The conflicts, by reading, then in the order of the graph.
  public let conflicts: [Conflict]
  /// How the graph was looked at, besides the reading.
  public let options: ViewOptions
  /// The readings, one by one; nil where the graph has none.
  public let readings: [ReadingID?]
  /// What the verdicts mean, a sentence each.
  public let conventions: [String]

  /// Holds the obligations of a graph against its events.
  /// - Parameters:
  ///   - options: How the graph is looked at. With a date, the state of things on it: the obligations that bound by then, what
  ///     had been done about them by then, and (``ViewOptions/knownTo``) what the actor knew then.
  ///   - readings: The readings, one by one; nil among them for all together; empty: every one that the graph has.
  /// - Complexity: O(*r* · *o* · *e*) with *r* readings, *o* obligations and *e* events that the debtors took part in.
  public init(of graph: DiplomaticGraph, _ options: ViewOptions, readings: [ReadingID?] = []) {
    let chosen: [ReadingID?] =
      !readings.isEmpty ? readings : graph.readings.isEmpty ? [nil] : graph.readings.map(\.id)
    var verdicts: [Verdict] = []
    var conflicts: [Conflict] = []
    var conventions: [String] = []
    for reading in chosen {
      var options = options
      options.reading = reading
      let date = options.at
      options.knownOn = options.knownOn ?? date
      options.at = nil
      let judge = Judge(GraphView(graph, options), reading: reading, asOf: date)
      verdicts += judge.verdicts()
      conflicts += judge.conflicts()
      conventions = judge.view.conventions.filter { !$0.hasPrefix("reading:") }
    }
    self.verdicts = verdicts
    self.conflicts = conflicts
    self.options = options
    self.readings = chosen
    self.conventions =
      [
        "verdicts: kept, breached, lapsed (it did not bind then), not called upon (its condition did not arise while it "
          + "bound), pending (it binds, and nothing met or broke it), undecided (the dates or the graph do not decide)",
        "deeds: events of the graph; who acts for an actor by office, membership or command acts as that actor; battles "
          + "are not taken for attacks; what the graph says outright (keeps, breaches) goes first; what is done together "
          + "with all to whom it is owed is done by consent (Vienna Convention on the Law of Treaties, art. 54)",
        "binding: while debtor and creditor both took part in the agreement; once a party has broken it by an attack or a "
          + "seizure, those who have not are no longer bound towards that party (art. 60)",
        "deadlines: a date means the end of its last day; a period of days, months or years ends with the day of the same "
          + "number as the day it counts from",
        "kept without a deed: nothing in this graph broke it; what the graph does not hold is not judged",
      ]
      + (options.at.map {
        ["as of \($0): what bound by then, and what had been done and was known by then"]
      } ?? []) + conventions
  }
}
