public import Chronology

/// How sure the author is of an assertion, as in TEI's `@cert`.
public enum Certainty: String, CaseIterable, Hashable, Sendable {
  case high, medium, low
}

/// In what sense an assertion is made.
public enum Modality: String, CaseIterable, Hashable, Sendable {
  case actual, planned, promised, believed, hypothetical
}

/// A source and the place in it.
public struct Citation: Hashable, Sendable {
  /// The source.
  public let source: SourceID
  /// Page, paragraph or article, as the author writes it.
  public let locator: String?

  /// A place in a source.
  public init(source: SourceID, locator: String? = nil) {
    self.source = source
    self.locator = locator
  }

  /// The citation in the graph file's short form: `account P4`.
  public var text: String { locator.map { "\(source) \($0)" } ?? source.rawValue }
}

/// Who knew of something that was secret.
public struct Knowledge: Hashable, Sendable {
  /// One who knew, and from when.
  public struct Knower: Hashable, Sendable {
    /// Who knew.
    public let actor: EntityID
    /// From when; nil: from the beginning of what is known. Of one who did not know: until when; nil: to the end.
    public let since: HistoricalDate?
    /// The sources that say so, besides those of what is known.
    public let citations: [Citation]

    /// One who knew.
    public init(actor: EntityID, since: HistoricalDate? = nil, citations: [Citation] = []) {
      self.actor = actor
      self.since = since
      self.citations = citations
    }
  }

  /// Most assertions are no secret, and all make room for what makes them one: so it is kept aside.
  private final class Contents: Hashable, Sendable {
    let knownTo: [Knower]
    let unknownTo: [Knower]
    let disclosed: HistoricalDate?
    let disclosureCitations: [Citation]

    init(_ knownTo: [Knower], _ unknownTo: [Knower], _ disclosed: HistoricalDate?, _ citations: [Citation]) {
      (self.knownTo, self.unknownTo, self.disclosed) = (knownTo, unknownTo, disclosed)
      disclosureCitations = citations
    }

    static func == (one: Contents, other: Contents) -> Bool {
      one === other
        || one.knownTo == other.knownTo && one.unknownTo == other.unknownTo
          && one.disclosed == other.disclosed
          && one.disclosureCitations == other.disclosureCitations
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(knownTo)
      hasher.combine(unknownTo)
      hasher.combine(disclosed)
      hasher.combine(disclosureCitations)
    }
  }

  private let contents: Contents

  /// Those who knew, besides those who took part.
  public var knownTo: [Knower] { contents.knownTo }
  /// Those who did not know, though they took part or somebody who represents them knew; `since` says until when.
  public var unknownTo: [Knower] { contents.unknownTo }
  /// When everybody could know; nil: not stated.
  public var disclosed: HistoricalDate? { contents.disclosed }
  /// The sources of the disclosure.
  public var disclosureCitations: [Citation] { contents.disclosureCitations }

  /// A secret.
  public init(
    knownTo: [Knower] = [], unknownTo: [Knower] = [], disclosed: HistoricalDate? = nil,
    disclosureCitations: [Citation] = []
  ) {
    contents = Contents(knownTo, unknownTo, disclosed, disclosureCitations)
  }
}

/// How an assertion is attested: how sure, in what sense, from where, under which readings, known to whom.
///
/// Entities, statements, acts, in-force spans and obligations all carry one.
public struct Attestation: Hashable, Sendable {
  /// How sure the author is; nil: unstated.
  public var certainty: Certainty?
  /// In what sense it is asserted.
  public var modality: Modality
  /// Whose belief, plan or promise it is.
  public var holder: EntityID?
  /// The sources, in the author's order.
  public var citations: [Citation]
  /// The author's remark, in the graph's language.
  public var note: String?
  /// The readings under which it holds; empty: all.
  public var readings: [ReadingID]
  /// What made it secret, or nil when it was public.
  public var secret: Knowledge?

  /// An attestation; by default a plain fact without source.
  public init(
    certainty: Certainty? = nil, modality: Modality = .actual, holder: EntityID? = nil,
    citations: [Citation] = [], note: String? = nil, readings: [ReadingID] = [], secret: Knowledge? = nil
  ) {
    self.certainty = certainty
    self.modality = modality
    self.holder = holder
    self.citations = citations
    self.note = note
    self.readings = readings
    self.secret = secret
  }
}
