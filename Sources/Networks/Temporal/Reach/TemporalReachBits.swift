// Reach where hops take no time and moments never fall: hubs make no difference then, and all that a node's
// travellers can do at a moment is to spread at once through all contacts that are open.

/// What happens to contacts, in order of time, for travellers who never lose time.
struct ReachEvents: Sendable {
  /// At each moment contacts open first, then inverted ones give what they took, then travellers spread, then
  /// inverted ones take, and last of all contacts close.
  enum Kind: Int8, Comparable, Sendable {
    case open, give, take, close
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  struct Event: Sendable {
    let moment: Int64
    let kind: Kind
    let contact: Int32
  }

  let events: [Event]

  init(of timetable: Timetable, rules: JourneyRules) {
    var events: [Event] = []
    events.reserveCapacity(2 * timetable.contactCount)
    for (number, contact) in timetable.contacts.enumerated() {
      let number = Int32(number)
      if contact.source == contact.target || contact.start > rules.latest || contact.last < rules.earliest {
        continue
      }
      if contact.start <= contact.last {
        events.append(Event(moment: max(contact.start, rules.earliest), kind: .open, contact: number))
        events.append(Event(moment: contact.last, kind: .close, contact: number))
      } else {
        events.append(Event(moment: contact.last, kind: .take, contact: number))
        events.append(Event(moment: contact.start, kind: .give, contact: number))
      }
    }
    events.sort { ($0.moment, $0.kind, $0.contact) < ($1.moment, $1.kind, $1.contact) }
    self.events = events
  }
}

/// Room for 512 travellers at a time, from as many nodes; a thread keeps one.
struct TemporalReachBits: ~Copyable {
  private let timetable: Timetable
  /// The travellers who have reached each node, and those of them who have yet to spread.
  private let seen: Workspace<SourceBits>
  private let fresh: Workspace<SourceBits>
  private let isQueued: Workspace<Bool>
  private var queue: [Int32] = []
  /// For each node, the contacts that are open, in any order; and for each contact its place in the two
  /// lists.
  private var open: [[Int32]]
  private let places: Workspace<SIMD2<Int32>>
  /// What inverted contacts took and have yet to give, at the source and at the target.
  private var taken: [Int32: (source: SourceBits, target: SourceBits)] = [:]

  init(_ timetable: Timetable) {
    self.timetable = timetable
    seen = Workspace(repeating: .zero, count: timetable.nodeCount)
    fresh = Workspace(repeating: .zero, count: timetable.nodeCount)
    isQueued = Workspace(repeating: false, count: timetable.nodeCount)
    open = [[Int32]](repeating: [], count: timetable.nodeCount)
    places = Workspace(repeating: .zero, count: timetable.contactCount)
  }

  /// Adds to `counts` how many others up to 512 nodes reach, and further on by how many of them each node is
  /// reached.
  mutating func count(
    from sources: ArraySlice<Int32>, through events: [ReachEvents.Event], to counts: inout [Int]
  ) {
    let nodeCount = timetable.nodeCount
    for node in 0..<nodeCount {
      seen[node] = .zero
      open[node].removeAll(keepingCapacity: true)
    }
    for (bit, source) in sources.enumerated() { seen[Int(source)][bit / 64] = 1 << UInt64(bit % 64) }
    for event in events {
      if event.kind >= .take { spread() }
      handle(event)
    }
    spread()
    // Nobody reaches himself.
    for (bit, source) in sources.enumerated() { seen[Int(source)][bit / 64] &= ~(1 << UInt64(bit % 64)) }
    for node in 0..<nodeCount where !timetable.isHub(Int32(truncatingIfNeeded: node)) {
      let bits = seen[node]
      for lane in 0..<8 {
        var word = bits[lane]
        counts[nodeCount + node] += word.nonzeroBitCount
        while word != 0 {
          counts[Int(sources[sources.startIndex + 64 * lane + word.trailingZeroBitCount])] += 1
          word &= word - 1
        }
      }
    }
  }

  private mutating func handle(_ event: ReachEvents.Event) {
    let contact = timetable.contacts[Int(event.contact)]
    let (source, target) = (contact.source.position, contact.target.position)
    let isEitherWay = timetable.direction == .undirected
    switch event.kind {
    case .open:
      places[Int(event.contact)] = SIMD2(Int32(open[source].count), Int32(open[target].count))
      open[source].append(event.contact)
      if isEitherWay { open[target].append(event.contact) }
      arrive(seen[source], at: target)
      if isEitherWay { arrive(seen[target], at: source) }
    case .close:
      remove(event.contact, from: source)
      if isEitherWay { remove(event.contact, from: target) }
    case .take:
      taken[event.contact] = (seen[source], isEitherWay ? seen[target] : .zero)
    case .give:
      guard let bits = taken.removeValue(forKey: event.contact) else { return }
      arrive(bits.source, at: target)
      arrive(bits.target, at: source)
    }
  }

  private mutating func remove(_ contact: Int32, from node: Int) {
    let ends = timetable.contacts[Int(contact)]
    let place = Int(places[Int(contact)][ends.source.position == node ? 0 : 1])
    guard let last = open[node].popLast(), last != contact else { return }
    open[node][place] = last
    let lane = timetable.contacts[Int(last)].source.position == node ? 0 : 1
    places[Int(last)][lane] = Int32(truncatingIfNeeded: place)
  }

  @inline(__always) private mutating func arrive(_ bits: SourceBits, at node: Int) {
    let new = bits & ~seen[node]
    if new.isEmpty { return }
    seen[node] |= new
    fresh[node] |= new
    if !isQueued[node] {
      isQueued[node] = true
      queue.append(Int32(truncatingIfNeeded: node))
    }
  }

  /// Lets new arrivals go through all open contacts until they have been everywhere.
  private mutating func spread() {
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      let bits = fresh[node]
      fresh[node] = .zero
      isQueued[node] = false
      for place in 0..<open[node].count {
        let contact = timetable.contacts[Int(open[node][place])]
        arrive(bits, at: contact.end(besides: node).position)
      }
    }
    queue.removeAll(keepingCapacity: true)
  }
}
