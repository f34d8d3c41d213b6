/// What a warning can be about; the names stand in messages and in graph files.
public enum LintRule: String, CaseIterable, Hashable, Sendable {
  /// An agreement enters into force before it is signed.
  case inForceBeforeSignature = "in-force-before-signature"
  /// Acts come in an order that is not possible.
  case actsOutOfOrder = "acts-out-of-order"
  /// An actor takes part when it does not exist.
  case memberOutsideExistence = "member-outside-existence"
  /// An agreement has fewer than two parties.
  case orphanParty = "orphan-party"
  /// The same thing seems to be there twice.
  case likelyDuplicate = "likely-duplicate"
  /// Nobody, or nobody but one side, ever knew of a secret.
  case secretWithOneKnower = "secret-with-one-knower"
  /// A secret is known, or disclosed, before there is anything to know.
  case knownTooEarly = "known-too-early"
  /// Somebody acts in what is about a secret that it does not know.
  case unknowingAgent = "unknowing-agent"
  /// Something is asserted without a source.
  case noSource = "no-source"
  /// A reading makes no difference.
  case unusedReading = "unused-reading"
  /// A source is not cited.
  case unusedSource = "unused-source"
  /// Notice was given too late for the term that ran.
  case lateNotice = "late-notice"
  /// An act comes when the agreement is over.
  case actWithoutEffect = "act-without-effect"
  /// A stated span in force contradicts the acts and terms.
  case statedAgainstDerived = "stated-against-derived"
  /// Two years are written as EDTF writes a part of one.
  case yearPair = "year-pair"
  /// An obligation binds or favours somebody who has no part in the agreement.
  case obligationWithoutParty = "obligation-without-party"
  /// A period counts from an event, or a condition is one, whose date is not there.
  case eventWithoutDate = "event-without-date"
  /// An act of one day is written as an interval.
  case actThatLasts = "act-that-lasts"
  /// Something that must end is written without an end.
  case withoutEnd = "without-end"
  /// An end is written as open or unknown, and the graph says otherwise.
  case openEnd = "open-end"
  /// A silence in the file silences nothing.
  case needlessSilence = "needless-silence"
}
