/// How one stretch of time lies to another: exactly one of thirteen ways.
///
/// With exclusive ends, the first is `s ..< e` and the second `s' ..< e'`. An instant is a single second: it has no
/// inside, so it neither meets nor overlaps, and the second before a start is simply before it.
/// - SeeAlso: J. F. Allen, "Maintaining knowledge about temporal intervals", Communications of the ACM 26(11), 1983,
///   doi:10.1145/182.358434; for instants M. Vilain, "A system for reasoning about time", AAAI 1982.
public enum AllenRelation: UInt8, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// The first is over before the second starts, and there is time between them: e < s'.
  case before
  /// The second starts just when the first ends: e = s'.
  case meets
  /// The first starts first, and ends inside the second: s < s' < e < e'.
  case overlaps
  /// Both start together, and the first ends first: s = s', e < e'.
  case starts
  /// The first lies inside the second: s' < s, e < e'.
  case during
  /// Both end together, and the first starts last: s' < s, e = e'.
  case finishes
  /// Both start and end together.
  case equals
  /// The second finishes the first.
  case finishedBy
  /// The second lies inside the first.
  case contains
  /// The second starts the first.
  case startedBy
  /// The second overlaps the first.
  case overlappedBy
  /// The second meets the first.
  case metBy
  /// The second is before the first.
  case after

  /// The relation of the second to the first.
  public var converse: AllenRelation {
    // The cases stand so that each mirrors its converse about the middle one.
    AllenRelation(rawValue: AllenRelation.after.rawValue - rawValue) ?? .equals
  }

  /// The relation in English words: `before`, `finished by`, `overlapped by`.
  public var description: String {
    switch self {
    case .before: "before"
    case .meets: "meets"
    case .overlaps: "overlaps"
    case .starts: "starts"
    case .during: "during"
    case .finishes: "finishes"
    case .equals: "equals"
    case .finishedBy: "finished by"
    case .contains: "contains"
    case .startedBy: "started by"
    case .overlappedBy: "overlapped by"
    case .metBy: "met by"
    case .after: "after"
    }
  }
}

/// A set of Allen's relations, such as those that uncertain dates leave possible.
public struct AllenRelations: OptionSet, Hashable, Sendable, CustomStringConvertible {
  /// One bit for each relation, by its raw value.
  public let rawValue: UInt16

  /// The set with these bits; bits beyond the thirteen are dropped.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue & 0x1FFF
  }

  /// The set of one relation.
  public init(_ relation: AllenRelation) {
    self.init(rawValue: 1 << relation.rawValue)
  }

  /// The set of some relations.
  public init(_ relations: some Sequence<AllenRelation>) {
    self.init(rawValue: relations.reduce(0) { $0 | 1 << $1.rawValue })
  }

  /// All thirteen: nothing is known.
  public static let all = AllenRelations(AllenRelation.allCases)

  /// The relations in the set, in the order of the cases.
  public var relations: [AllenRelation] { AllenRelation.allCases.filter { contains($0) } }

  /// Whether a relation is in the set.
  public func contains(_ relation: AllenRelation) -> Bool { rawValue & 1 << relation.rawValue != 0 }

  /// The converses of the relations.
  public var converses: AllenRelations { AllenRelations(relations.map(\.converse)) }

  /// Whether a relation holds, if one of the set does and nothing else is known: yes for the only one, no for one
  /// outside, otherwise maybe.
  public func answer(_ relation: AllenRelation) -> Answer {
    guard contains(relation) else { return .no }
    return self == AllenRelations(relation) ? .yes : .maybe
  }

  /// Whether one of some relations holds: yes if they are all that is possible, no if none is, otherwise maybe.
  ///
  /// `possible.answer(anyOf: [.starts, .during, .finishes, .equals])` asks whether all of one lies in the other. When
  /// the set is empty, nothing can hold, and the answer is no.
  public func answer(anyOf some: AllenRelations) -> Answer {
    if isDisjoint(with: some) { return .no }
    return isSubset(of: some) ? .yes : .maybe
  }

  /// The relations in words: `before or meets`; `none` for the empty set.
  public var description: String {
    isEmpty ? "none" : relations.map(\.description).joined(separator: " or ")
  }
}
