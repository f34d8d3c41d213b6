public import Chronology

/// How sure the author is of an assertion, as in TEI's `@cert`.
public enum Certainty: String, CaseIterable, Hashable, Sendable {
  case high, medium, low

  /// The least sure of several; nil where none is stated.
  public static func least(_ some: Certainty?...) -> Certainty? { least(some) }

  /// The least sure of several; nil where none is stated.
  public static func least(_ some: [Certainty?]) -> Certainty? {
    let stated = some.compactMap(\.self)
    return [low, medium, high].first { stated.contains($0) }
  }
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
