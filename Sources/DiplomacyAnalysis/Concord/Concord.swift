public import Chronology
public import Diplomacy

/// What the readings of a graph agree and differ in: each thing that two of them date or describe.
///
/// A thing counts where one reading at least is named by what is said of it. What a reading says is what names it or a
/// reading that it extends; where nothing does, what names none. Only readings that answer the same question are compared.
/// Entities that are said to be the same (`same-as`) are one.
public struct Concord: Sendable {
  /// Two readings that are compared.
  public struct Pair: Hashable, Sendable {
    /// The one that comes first in the graph.
    public let first: ReadingID
    /// The other.
    public let second: ReadingID
  }

  /// What two readings say of one thing.
  public struct Comparison: Sendable {
    /// The two, by their place in ``Concord/pairs``.
    public let pair: Int
    /// The sort of thing.
    public let topic: Topic
    /// Whose it is; of a link its subject.
    public let subject: EntityID
    /// Of a link its role.
    public let role: Role?
    /// Of a link the other end.
    public let object: EntityID?
    /// Of an act, who did it; empty: all parties.
    public let by: [EntityID]
    /// How the two stand to each other.
    public let likeness: Likeness
    /// How many days the second comes after the first, where both are days.
    public let days: Int64?
    /// What the first says.
    public let first: Account
    /// What the second says.
    public let second: Account
  }

  /// How many things of a sort several readings date or describe.
  public struct Share: Sendable {
    /// The sort of thing.
    public let topic: Topic
    /// How many things two readings or more date or describe.
    public let compared: Int
    /// In how many of them no two readings say the same.
    public let withoutAgreement: Int
  }

  /// How many comparisons of two readings and one sort came out how.
  public struct Count: Sendable {
    /// The two, by their place in ``Concord/pairs``.
    public let pair: Int
    /// The sort of thing.
    public let topic: Topic
    /// How many came out in each way; those that are missing: none.
    public fileprivate(set) var counts: [Likeness: Int]
    /// How many accounts of one of the two found none of the other to be compared with, of things that both speak of.
    public fileprivate(set) var alone: Int
    /// How many there are in all.
    public var all: Int { counts.values.reduce(0, +) }
  }

  /// The graph.
  public let graph: DiplomaticGraph
  /// The readings that are compared, in order.
  public let pairs: [Pair]
  /// What each pair says of each thing: by pair, then by sort, then in the order of the graph.
  public let comparisons: [Comparison]
  /// The same, counted: by pair, then by sort.
  public let counts: [Count]
  /// How many things of each sort several readings date or describe, whichever they are.
  public let shares: [Share]
  private let things: ConcordThings

  /// The entity under whose id the things of one are told: the first of those that are said to be the same.
  public func representative(of id: EntityID) -> EntityID { things.one(id) }

  /// Compares the readings of a graph.
  /// - Parameters:
  ///   - readings: Those that are compared; nil: all.
  ///   - topics: The sorts of things; nil: all.
  /// - Complexity: O(*n* + *m* *p*) beside what sorts of several accounts of one thing by one reading take; *n* entities, *m*
  ///   things of which a reading speaks, *p* pairs of readings.
  public init(
    of graph: DiplomaticGraph, among readings: Set<ReadingID>? = nil, of topics: Set<Topic>? = nil
  ) {
    self.graph = graph
    let compared = graph.readings.filter { readings?.contains($0.id) ?? true }
    let sides = compared.map { reading in
      Side(reading: reading.id, choice: graph.choice(of: reading.id), question: graph.question(of: reading))
    }
    var pairs: [Pair] = []
    var places: [(Int, Int)] = []
    for (index, one) in sides.enumerated() {
      for (next, other) in sides.enumerated().dropFirst(index + 1) where one.question == other.question {
        pairs.append(Pair(first: one.reading, second: other.reading))
        places.append((index, next))
      }
    }
    self.pairs = pairs
    var tally = Tally(pairCount: pairs.count)
    let things = ConcordThings(graph, topics)
    self.things = things
    for (thing, entries) in zip(things.things, things.entries)
    where entries.contains(where: { !$0.readings.isEmpty }) {
      let said = sides.map { $0.accounts(of: thing, in: entries) }
      tally.beginThing(thing.topic)
      for (number, (one, other)) in places.enumerated() {
        // What neither has said itself is the same for want of another.
        guard said[one].isOwn || said[other].isOwn else { continue }
        tally.add(
          thing, number, said[one].accounts, said[other].accounts, offset: graph.defaultOffset)
      }
      tally.endThing()
    }
    (comparisons, counts, shares) = tally.inOrder
  }
}

/// A reading, and what it says.
private struct Side {
  let reading: ReadingID
  let choice: ReadingChoice
  let question: String?

  /// What it says of a thing, and whether it or a reading that it extends is named for it.
  func accounts(of thing: ConcordThing, in entries: [ConcordThings.Entry]) -> (
    accounts: [Account], isOwn: Bool
  ) {
    let accepted = choice.accepted ?? []
    let own = entries.filter { entry in
      // Of parties the whole list of each reading is gathered.
      thing.topic == .parties
        ? entry.readings.contains(reading) : entry.readings.contains { accepted.contains($0) }
    }
    if !own.isEmpty { return (distinct(own.map(\.account)), true) }
    return (distinct(entries.filter(\.readings.isEmpty).map(\.account)), false)
  }

  /// Each value once, with all that says so.
  private func distinct(_ accounts: [Account]) -> [Account] {
    guard accounts.count > 1 else { return accounts }
    var places: [Account.Value: Int] = [:]
    var found: [Account] = []
    for account in accounts {
      if let place = places[account.value] {
        let more = account.citations.filter { !found[place].citations.contains($0) }
        found[place] = Account(value: account.value, citations: found[place].citations + more)
      } else {
        places[account.value] = found.count
        found.append(account)
      }
    }
    return found
  }
}

/// What comes of the comparisons.
private struct Tally {
  private struct Cell: Hashable {
    let pair: Int
    let topic: Topic
  }

  private var comparisons: [Concord.Comparison] = []
  private var counts: [Cell: Concord.Count] = [:]
  private var shares: [Topic: (compared: Int, without: Int)] = [:]
  private var topics: [Topic] = []
  private var known: Set<Topic> = []
  private var topic = Topic.name
  private var isCompared = false
  private var isAgreed = false
  private let pairCount: Int

  init(pairCount: Int) { self.pairCount = pairCount }

  mutating func beginThing(_ topic: Topic) {
    self.topic = topic
    (isCompared, isAgreed) = (false, false)
  }

  mutating func endThing() {
    guard isCompared else { return }
    if known.insert(topic).inserted { topics.append(topic) }
    let share = shares[topic] ?? (0, 0)
    shares[topic] = (share.compared + 1, share.without + (isAgreed ? 0 : 1))
  }

  /// Compares what two readings say of a thing: those accounts with each other that are most alike.
  mutating func add(
    _ thing: ConcordThing, _ pair: Int, _ first: [Account], _ second: [Account], offset: UTCOffset?
  ) {
    guard !first.isEmpty, !second.isEmpty else { return }
    isCompared = true
    let cell = Cell(pair: pair, topic: thing.topic)
    var count = counts[cell] ?? Concord.Count(pair: pair, topic: thing.topic, counts: [:], alone: 0)
    for (one, other) in matched(first, second, offset: offset) {
      let likeness = one.likeness(to: other, offset: offset)
      count.counts[likeness, default: 0] += 1
      isAgreed = isAgreed || likeness == .same
      comparisons.append(
        Concord.Comparison(
          pair: pair, topic: thing.topic, subject: thing.subject, role: thing.role, object: thing.object,
          by: thing.by, likeness: likeness, days: one.days(to: other, offset: offset), first: one,
          second: other))
    }
    count.alone += max(first.count, second.count) - min(first.count, second.count)
    counts[cell] = count
  }

  /// So many pairs of accounts of one thing are looked at; of more, the first is compared with the first, and so on.
  private static let mostMatches = 10_000

  private func matched(_ first: [Account], _ second: [Account], offset: UTCOffset?) -> [(Account, Account)] {
    let (count, overflows) = first.count.multipliedReportingOverflow(by: second.count)
    if count == 1 || overflows || count > Self.mostMatches { return Array(zip(first, second)) }
    typealias Candidate = (rank: Int, days: UInt64, one: Int, other: Int)
    let order = Dictionary(uniqueKeysWithValues: zip(Likeness.allCases, 0...))
    let candidates = first.indices.flatMap { one in
      second.indices.map { other -> Candidate in
        let likeness = first[one].likeness(to: second[other], offset: offset)
        let days = first[one].days(to: second[other], offset: offset)
        return (order[likeness] ?? 0, days?.magnitude ?? .max, one, other)
      }
    }.sorted { ($0.rank, $0.days, $0.one, $0.other) < ($1.rank, $1.days, $1.one, $1.other) }
    var (ones, others): (Set<Int>, Set<Int>) = ([], [])
    var found: [(one: Int, other: Int)] = []
    for candidate in candidates where !ones.contains(candidate.one) && !others.contains(candidate.other) {
      ones.insert(candidate.one)
      others.insert(candidate.other)
      found.append((candidate.one, candidate.other))
    }
    return found.sorted { $0.one < $1.one }.map { (first[$0.one], second[$0.other]) }
  }

  /// All by pair, then by sort: acts as the core has them, other acts as they come, then what is no act.
  var inOrder: (comparisons: [Concord.Comparison], counts: [Concord.Count], shares: [Concord.Share]) {
    let core = Act.Kind.core.map { Topic(name: $0.name) }
    let others = topics.filter { !core.contains($0) && !Topic.others.contains($0) }
    let all = (core + others + Topic.others).filter(known.contains)
    let place = Dictionary(uniqueKeysWithValues: zip(all, 0...))
    var buckets = [[Concord.Comparison]](repeating: [], count: pairCount * all.count)
    for comparison in comparisons {
      buckets[comparison.pair * all.count + (place[comparison.topic] ?? 0)].append(comparison)
    }
    let counted = (0..<pairCount).flatMap { pair in all.compactMap { counts[Cell(pair: pair, topic: $0)] } }
    return (
      Array(buckets.joined()), counted,
      all.map { topic in
        let share = shares[topic] ?? (0, 0)
        return Concord.Share(topic: topic, compared: share.compared, withoutAgreement: share.without)
      }
    )
  }
}
