/// A named interpretation, under which some statements hold and others do not.
public struct Reading: Identifiable, Hashable, Sendable {
  /// The author's id.
  public let id: ReadingID
  /// What it is called.
  public var title: LocalizedText
  /// The reading it starts from: what holds there holds here too.
  public var extends: ReadingID?
  /// The question that it answers; readings of one question exclude each other. Nil: not stated.
  public var question: String?
  /// Whether it is the one taken when none is chosen.
  public var isDefault: Bool
  /// The author's remark.
  public var note: String?

  /// A reading.
  public init(
    id: ReadingID, title: LocalizedText, extends: ReadingID? = nil, isDefault: Bool = false,
    question: String? = nil, note: String? = nil
  ) {
    self.id = id
    self.title = title
    self.extends = extends
    self.isDefault = isDefault
    self.question = question
    self.note = note
  }
}

/// Which assertions are looked at: those of one reading, those of several, or all of them.
public struct ReadingChoice: Hashable, Sendable {
  /// The reading chosen and those it extends; nil: every reading at once.
  public let accepted: Set<ReadingID>?

  /// All assertions, whatever their reading.
  public static let every = ReadingChoice(accepted: nil)

  init(accepted: Set<ReadingID>?) { self.accepted = accepted }

  /// Whether an assertion is of what was actually so, and holds under the choice.
  func counts(_ attestation: Attestation) -> Bool { attestation.modality == .actual && includes(attestation) }

  /// Whether an assertion holds under the choice.
  public func includes(_ attestation: Attestation) -> Bool {
    guard let accepted, !attestation.readings.isEmpty else { return true }
    return attestation.readings.contains { accepted.contains($0) }
  }
}
