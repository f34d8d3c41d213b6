import Synchronization

/// The stream of a timetable and of its copies, laid out when it is first asked for.
final class StreamOnDemand: Sendable {
  /// Nil until then.
  private let stream = Mutex<InstantStream??>(nil)

  func made(of timetable: Timetable) -> InstantStream? {
    stream.withLock { stream in
      if let stream { return stream }
      let made = timetable.isStream ? InstantStream(timetable) : nil
      stream = .some(made)
      return made
    }
  }
}

/// Contacts of one moment each, in order of time, 12 to 16 bytes a contact: what one pass needs to find all
/// earliest arrivals.
struct InstantStream: Sendable {
  let nodeCount: Int
  let direction: Direction

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

  /// Lays out the contacts of a timetable that are all instants, without hubs.
  /// - Complexity: O(*n* + *M*); *n* nodes, *M* contacts.
  init(_ timetable: Timetable) {
    let contacts = timetable.contacts
    (nodeCount, direction) = (timetable.nodeCount, timetable.direction)
    (outgoing, incoming) = (timetable.outgoing, timetable.incoming)
    ends = contacts.map { ContactEnds($0) }
    moments = RisingMoments(contacts)
    var ties = ContactBits(count: moments.count)
    var (longest, run) = (min(moments.count, 1), 1)
    for number in 0..<moments.count where number > 0 {
      let isTied = moments[number] == moments[number - 1]
      if isTied { ties.insert(number) }
      run = isTied ? run + 1 : 1
      longest = max(longest, run)
    }
    (self.ties, longestTie) = (ties, longest)
    links = linkedContacts(ends, nodeCount: nodeCount, direction)
  }

  /// The earliest arrival at every node of a traveller who leaves one node, in one pass over the contacts.
  ///
  /// Several contacts at one moment are exact: where a journey may cross them all, those of a node that was
  /// just reached are looked up, whatever their order.
  /// - Parameter rules: Without a waiting limit.
  /// - Complexity: O(*n* log *M* + *M*) time, O(*n*) memory; *n* nodes, *M* contacts.
  /// - SeeAlso: H. Wu, J. Cheng, S. Huang, Y. Ke, Y. Lu and Y. Xu, Path Problems in Temporal Graphs, PVLDB
  ///   7(9), 2014, doi:10.14778/2732939.2732945.
  func arrivals(from source: Int, under rules: JourneyRules) -> ArrivalRow {
    var pass = Pass(from: source, nodeCount: nodeCount, longestTie: longestTie, rules: rules)
    run(&pass)
    return row(of: pass, transit: rules.transit)
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

/// The contacts that may lead on from a node to which an earlier one leads that is among the same 64.
private func linkedContacts(_ ends: [ContactEnds], nodeCount: Int, _ direction: Direction) -> ContactBits {
  var links = ContactBits(count: ends.count)
  // Among which 64 contacts the last one was that leads to each node.
  var blocks = [Int](repeating: -1, count: nodeCount)
  for (number, ends) in ends.enumerated() {
    let (source, target, block) = (ends.source, ends.target, number / 64)
    let isEitherWay = direction == .undirected
    if blocks[source] == block || isEitherWay && blocks[target] == block { links.insert(number) }
    blocks[target] = block
    if isEitherWay { blocks[source] = block }
  }
  return links
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
