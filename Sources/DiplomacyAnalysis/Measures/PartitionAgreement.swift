import Diplomacy

/// How far two partitions of the same things agree: the adjusted Rand index.
///
/// Of all pairs of things, how many are together in both or apart in both, adjusted so that 1 says that the partitions are the
/// same and 0 is what to expect of partitions with groups of these sizes drawn by chance; it can be negative, down to −0.5. The
/// numbers of the groups do not matter. Partitions that are the same have 1, also where everything is one group or each thing is
/// one, and where there are fewer than two things; where one partition has one group alone and the other nothing but groups of one,
/// the index is 0.
/// - Parameter pairs: For each thing its group in the one partition and in the other.
/// - Complexity: O(*n* log *n*); *n* things.
/// - SeeAlso: L. Hubert and P. Arabie, Journal of Classification 2, 1985, doi:10.1007/BF01908075.
public func adjustedRandIndex(_ pairs: [(Int, Int)]) -> Double {
  /// How many pairs of things have the same key.
  func together(_ sizes: some Sequence<Int>) -> Double {
    sizes.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
  }
  func sizes<Key: Hashable>(_ key: ((Int, Int)) -> Key) -> [Int] {
    // In any order: sums of whole numbers are exact.
    Array(pairs.reduce(into: [Key: Int]()) { $0[key($1), default: 0] += 1 }.values)
  }
  let inBoth = together(sizes { GroupPair(first: $0.0, second: $0.1) })
  let (inFirst, inSecond) = (together(sizes(\.0)), together(sizes(\.1)))
  // As often apart, together in one alone, and together in both.
  if inBoth == inFirst, inBoth == inSecond { return 1 }
  let all = together([pairs.count])
  let expected = inFirst / all * inSecond
  return (inBoth - expected) / ((inFirst + inSecond) / 2 - expected)
}

/// A group of one partition and one of another.
struct GroupPair: Hashable {
  let first, second: Int
}

/// The numbers of groups of a second partition changed into those of the first: a group has the number of that group of the first with
/// which it shares most things, if no other group shares more with that; what is left is numbered on.
/// - Parameters:
///   - pairs: As of ``adjustedRandIndex(_:)``.
///   - firsts: Further groups of the first partition, of things that are not in the second.
///   - seconds: Further groups of the second, of things that are not in the first.
/// - Returns: The number by the number of the second partition.
func numberedAlike(_ pairs: [(Int, Int)], firsts: [Int] = [], seconds: [Int] = []) -> [Int: Int] {
  let shared = pairs.reduce(into: [GroupPair: Int]()) {
    $0[GroupPair(first: $1.0, second: $1.1), default: 0] += 1
  }
  var numbers: [Int: Int] = [:]
  var taken: Set<Int> = []
  for (pair, _) in shared.sorted(by: {
    ($1.value, $0.key.first, $0.key.second) < ($0.value, $1.key.first, $1.key.second)
  }) where numbers[pair.second] == nil && !taken.contains(pair.first) {
    numbers[pair.second] = pair.first
    taken.insert(pair.first)
  }
  var next = ((pairs.map(\.0) + firsts).max() ?? 0) + 1
  for group in Set(pairs.map(\.1) + seconds).sorted() where numbers[group] == nil {
    numbers[group] = next
    next += 1
  }
  return numbers
}

/// What becomes of a partition: how far another agrees with it, of what is in both.
public struct PartitionChange: Sendable {
  /// The adjusted Rand index (``adjustedRandIndex(_:)``).
  public let adjustedRand: Double
  /// How many entities are in both.
  public let compared: Int
  /// How many of these are in another group, when each group has the number of the one of the whole with which it shares most.
  public let moved: Int
  /// How many groups there are in each, of the entities in both.
  public let groups: (first: Int, second: Int)

  init(_ pairs: [(Int, Int)]) {
    let numbers = numberedAlike(pairs)
    adjustedRand = adjustedRandIndex(pairs)
    compared = pairs.count
    moved = pairs.count { numbers[$0.1] != $0.0 }
    groups = (Set(pairs.map(\.0)).count, Set(pairs.map(\.1)).count)
  }
}

extension PartitionChange {
  /// What the adjusted Rand index is, in a sentence for a footnote.
  public static let convention =
    "adjusted-rand: how far two divisions into groups agree, of the entities that are in both, whatever the numbers of the groups: 1, they "
    + "are the same, also where there is one group or each entity is one; about 0, no more than by chance (adjusted Rand index; Hubert "
    + "and Arabie 1985)"
}

extension [EntityID: (Double?, Double?)] {
  /// Gives the groups of the second of two partitions the numbers of those of the first with which they share most.
  mutating func numberGroupsAlike() -> PartitionChange {
    // In the order of ids, to be the same on every run.
    let sorted = self.sorted { $0.key < $1.key }.map(\.value)
    let pairs = sorted.compactMap { first, second in
      first.flatMap { first in second.map { (Int(first), Int($0)) } }
    }
    let numbers = numberedAlike(
      pairs, firsts: sorted.compactMap { $0.0.map { Int($0) } },
      seconds: sorted.compactMap { $0.1.map { Int($0) } })
    self = mapValues { ($0.0, $0.1.flatMap { numbers[Int($0)] }.map(Double.init)) }
    return PartitionChange(pairs)
  }
}
