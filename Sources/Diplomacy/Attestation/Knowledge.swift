public import Chronology

/// Who knew of something that was secret.
public struct Knowledge: Hashable, Sendable {
  /// How much of a secret agreement somebody knows.
  public enum Depth: String, CaseIterable, Hashable, Sendable {
    /// That there is an agreement, and between whom.
    case existence
    /// What it says, too.
    case text
  }

  /// One who knew, and from when.
  public struct Knower: Hashable, Sendable {
    /// Who knew.
    public var actor: EntityID
    /// From when; nil: from the beginning of what is known. Of one who did not know: until when; nil: to the end.
    public var since: HistoricalDate?
    /// How much of it, where that is not all: of one who knew, `existence`; of one who did not, `text`.
    public var depth: Depth?
    /// How sure the author is of that; nil: unstated.
    public var certainty: Certainty?
    /// The author's remark.
    public var note: String?
    /// The sources that say so, besides those of what is known.
    public var citations: [Citation]

    /// One who knew.
    public init(
      actor: EntityID, since: HistoricalDate? = nil, depth: Depth? = nil, certainty: Certainty? = nil,
      note: String? = nil, citations: [Citation] = []
    ) {
      self.actor = actor
      self.since = since
      self.depth = depth
      self.certainty = certainty
      self.note = note
      self.citations = citations
    }
  }

  /// That everybody could know, and from when.
  public struct Disclosure: Hashable, Sendable {
    /// From when.
    public var when: HistoricalDate
    /// How much of it; nil: all.
    public var depth: Depth?
    /// How sure the author is of that; nil: unstated.
    public var certainty: Certainty?
    /// The author's remark.
    public var note: String?
    /// The sources that say so.
    public var citations: [Citation]

    /// A disclosure.
    public init(
      when: HistoricalDate, depth: Depth? = nil, certainty: Certainty? = nil, note: String? = nil,
      citations: [Citation] = []
    ) {
      self.when = when
      self.depth = depth
      self.certainty = certainty
      self.note = note
      self.citations = citations
    }
  }

  /// Most assertions are no secret, and all make room for what makes them one: so it is kept aside.
  private final class Contents: Hashable, Sendable {
    let knownTo: [Knower]
    let unknownTo: [Knower]
    let disclosures: [Disclosure]

    init(_ knownTo: [Knower], _ unknownTo: [Knower], _ disclosures: [Disclosure]) {
      (self.knownTo, self.unknownTo, self.disclosures) = (knownTo, unknownTo, disclosures)
    }

    static func == (one: Contents, other: Contents) -> Bool {
      one === other
        || one.knownTo == other.knownTo && one.unknownTo == other.unknownTo
          && one.disclosures == other.disclosures
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(knownTo)
      hasher.combine(unknownTo)
      hasher.combine(disclosures)
    }
  }

  private let contents: Contents

  /// Those who knew, besides those who took part.
  public var knownTo: [Knower] { contents.knownTo }
  /// Those who did not know, though they took part or somebody who represents them knew; `since` says until when.
  public var unknownTo: [Knower] { contents.unknownTo }
  /// From when everybody could know, of its existence or of all of it, in the author's order.
  public var disclosures: [Disclosure] { contents.disclosures }

  /// The earliest date from which everybody could know all of it; nil: not stated.
  public var disclosed: HistoricalDate? { whole?.when }
  /// The sources of that disclosure.
  public var disclosureCitations: [Citation] { whole?.citations ?? [] }

  private var whole: Disclosure? {
    disclosures.filter { $0.depth != .existence }.min { $0.when.earliest < $1.when.earliest }
  }

  /// Whether some know, or may know, that it exists and not what it says.
  public var tellsDepthsApart: Bool {
    knownTo.contains { $0.depth == .existence } || unknownTo.contains { $0.depth == .text }
      || disclosures.contains { $0.depth == .existence }
  }

  /// A secret.
  public init(
    knownTo: [Knower] = [], unknownTo: [Knower] = [], disclosures: [Disclosure] = []
  ) {
    contents = Contents(knownTo, unknownTo, disclosures)
  }

  /// A secret that was disclosed once and for all, or never.
  public init(
    knownTo: [Knower] = [], unknownTo: [Knower] = [], disclosed: HistoricalDate?,
    disclosureCitations: [Citation] = []
  ) {
    self.init(
      knownTo: knownTo, unknownTo: unknownTo,
      disclosures: disclosed.map { [Disclosure(when: $0, citations: disclosureCitations)] } ?? [])
  }

  /// The same secret with other dates.
  package func dating(_ date: (HistoricalDate) -> HistoricalDate) -> Knowledge {
    func dated(_ knower: Knower) -> Knower {
      var knower = knower
      knower.since = knower.since.map(date)
      return knower
    }
    return Knowledge(
      knownTo: knownTo.map(dated), unknownTo: unknownTo.map(dated),
      disclosures: disclosures.map { disclosure in
        var disclosure = disclosure
        disclosure.when = date(disclosure.when)
        return disclosure
      })
  }

  /// Every citation of those who knew, of those who did not, and of the disclosures.
  package var citations: [Citation] {
    (knownTo + unknownTo).flatMap(\.citations) + disclosures.flatMap(\.citations)
  }
}
