/// Contacts of one moment each, in order of time, 12 to 16 bytes a contact: what one pass needs to find all
/// earliest arrivals.
///
/// Made of a ``Timetable`` whose contacts are all instants, without hubs. Answers are those of
/// ``Timetable/earliestJourneys(from:under:)`` without the journeys.
public struct InstantStream: Sendable {
  /// How many nodes there are, those without contacts included.
  public let nodeCount: Int
  /// Whether contacts are crossed both ways.
  public let direction: Direction

  /// The ends of each contact, in order of time, and its moment, which matters only when a node is reached.
  let ends: [ContactEnds]
  let moments: RisingMoments
  /// How many contacts there are at most at one moment.
  let longestTie: Int
  /// The contacts that are at the moment of the one before them.
  let ties: ContactBits
  /// The contacts that may lead on from a node to which an earlier one leads that is among the same 64.
  let links: ContactBits
  /// For each node the contacts by which it can be left, and by which it can be reached.
  let outgoing, incoming: ContactRows

  /// Lays out the contacts of a timetable: 12 bytes a contact more than the timetable has, or 16 where moments lie far apart.
  /// - Returns: nil if a contact is not an instant, or a node is a hub.
  /// - Complexity: O(*M*); *M* contacts.
  public init?(_ timetable: Timetable) {
    guard timetable.isInstants, !timetable.isHub.contains(true) else {
      return nil
    }
    nodeCount = timetable.nodeCount
    direction = timetable.direction
    (outgoing, incoming) = (timetable.outgoing, timetable.incoming)
    ends = timetable.contacts.map { ContactEnds($0) }
    moments = RisingMoments(timetable.contacts)
    var ties = ContactBits(count: moments.count)
    var (longest, run) = (min(moments.count, 1), 1)
    for number in 0..<moments.count where number > 0 {
      let isTied = moments[number] == moments[number - 1]
      if isTied { ties.insert(number) }
      run = isTied ? run + 1 : 1
      longest = max(longest, run)
    }
    (self.ties, longestTie) = (ties, longest)
    links = Self.links(timetable)
  }

  private static func links(_ timetable: Timetable) -> ContactBits {
    let isEitherWay = timetable.direction == .undirected
    var links = ContactBits(count: timetable.contactCount)
    // Among which 64 contacts the last one was that leads to each node.
    var blocks = [Int](repeating: -1, count: timetable.nodeCount)
    for (number, contact) in timetable.contacts.enumerated() {
      let (source, target) = (contact.source.position, contact.target.position)
      let block = number / 64
      if blocks[source] == block || isEitherWay && blocks[target] == block { links.insert(number) }
      blocks[target] = block
      if isEitherWay { blocks[source] = block }
    }
    return links
  }

  /// The earliest arrival at every node of a traveller who leaves one node, in one pass over the contacts.
  ///
  /// Several contacts at one moment are exact: where a journey may cross them all, those of a node that was
  /// just reached are looked up, whatever their order.
  /// - Parameters:
  ///   - source: The node to leave; one that is not below `nodeCount` traps.
  ///   - rules: What the traveller may do; a waiting limit traps.
  /// - Returns: One moment per node, in node order; nil for nodes out of reach, `earliest` for the source.
  /// - Complexity: O(*n* log *M* + *M*) time, O(*n*) memory; *n* nodes, *M* contacts.
  /// - SeeAlso: H. Wu, J. Cheng, S. Huang, Y. Ke, Y. Lu and Y. Xu, Path Problems in Temporal Graphs, PVLDB
  ///   7(9), 2014, doi:10.14778/2732939.2732945.
  public func earliestArrivals(
    from source: NodeIndex, under rules: JourneyRules = JourneyRules()
  ) -> [Int64?] {
    rules.check()
    precondition(
      source.position < nodeCount,
      "A journey was to start at node \(source.rawValue); nodes lie below \(nodeCount).")
    precondition(
      rules.waitingLimit == nil,
      "Waiting was limited to \(rules.waitingLimit ?? 0); one pass knows no limit. Ask the timetable.")
    var pass = Pass(from: source.position, nodeCount: nodeCount, longestTie: longestTie, rules: rules)
    run(&pass)
    return arrivals(of: pass, transit: rules.transit)
  }

  private func run(_ pass: inout Pass) {
    let (earliest, latest) = (pass.earliest, pass.latest)
    let start = firstPlace(in: 0..<moments.count) { moments[$0] >= earliest }
    let range = start..<firstPlace(in: start..<moments.count) { moments[$0] > latest }
    let marked = MarkedContacts(contactCount: moments.count)
    let followed = followReached(in: range, marked, &pass)
    let crossed = crossBlocks(in: followed..<range.upperBound, until: nodeCount - nodeCount / 512, &pass)
    followUnreached(in: crossed..<range.upperBound, marked, &pass)
  }
}

/// The first place from which on a claim holds, or the end: a binary search.
@inline(__always) func firstPlace(in places: Range<Int>, where claim: (Int) -> Bool) -> Int {
  var (low, high) = (places.lowerBound, places.upperBound)
  while low < high {
    let middle = low + (high - low) / 2
    if claim(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}

/// The nodes that a contact joins, in 8 bytes.
struct ContactEnds: Sendable {
  private let nodes: UInt64

  init(_ contact: TimedContact) {
    nodes = UInt64(contact.source.position) << 32 | UInt64(contact.target.position)
  }

  @inline(__always) var source: Int { Int(truncatingIfNeeded: nodes >> 32) }
  @inline(__always) var target: Int { Int(UInt32(truncatingIfNeeded: nodes)) }
}

/// The moments of contacts in order of time: in 4 bytes each where they lie near each other, since they are read here and
/// there, and then each line of memory is waited for.
struct RisingMoments: Sendable {
  let count: Int
  private let first: Int64
  /// How long after the first each is; empty where that does not fit.
  private let delays: [UInt32]
  /// The moments themselves in that case.
  private let moments: [Int64]

  init(_ contacts: [TimedContact]) {
    count = contacts.count
    let first = contacts.first?.start ?? 0
    let length = (contacts.last?.start ?? 0).subtractingReportingOverflow(first)
    let isNear = !length.overflow && length.partialValue <= UInt32.max
    self.first = first
    delays = isNear ? contacts.map { UInt32($0.start - first) } : []
    moments = isNear ? [] : contacts.map(\.start)
  }

  @inline(__always) subscript(number: Int) -> Int64 {
    delays.isEmpty ? moments[number] : first &+ Int64(delays[number])
  }
}

/// A bit for each contact of a stream, in words of 64, the first one the highest.
struct ContactBits: Sendable {
  private var words: [UInt64]

  /// No bit is set.
  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  /// The bits of a word from a number on, the first one the highest, and no others.
  @inline(__always) func word(from number: Int) -> UInt64 { words[number >> 6] << UInt64(number & 63) }

  @inline(__always) func contains(_ number: Int) -> Bool { word(from: number) >> 63 == 1 }

  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(63 - number & 63) }
}
