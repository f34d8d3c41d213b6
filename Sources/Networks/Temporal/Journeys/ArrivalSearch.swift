/// Contacts as seen from the nodes they lead from, in one place for each node, for many searches.
struct TimedArcs: Sendable {
  struct Arc: Sendable {
    let start: Int64
    /// The last moment at which a traveller can be ready and still arrive in time.
    let last: Int64
    let target: Int32
    /// What strictness adds at the target before the next crossing.
    let pause: Int32
  }

  let offsets: [Int32]
  let arcs: [Arc]
  /// How long the arcs out of each node take: none for hubs.
  let times: [Int64]

  init(of timetable: Timetable, frame: JourneyFrame) {
    var offsets: [Int32] = [0]
    var arcs: [Arc] = []
    arcs.reserveCapacity(timetable.outgoing.numbers.count)
    times = (0..<timetable.nodeCount).map { timetable.isHub(Int32($0)) ? 0 : frame.transit }
    for node in 0..<timetable.nodeCount {
      let isHop = !timetable.isHub(Int32(node))
      let latest = earlier(frame.latest, by: times[node])
      let rows = timetable.outgoing
      for slot in rows.row(node) {
        let contact = timetable.contacts[Int(rows.numbers[slot])]
        if contact.start > latest || contact.last < frame.earliest { continue }
        let target = contact.end(besides: node)
        let pause = timetable.isHub(target.rawValue) ? 0 : isHop ? frame.afterHop : frame.afterExit
        arcs.append(
          Arc(
            start: contact.start, last: min(contact.last, latest), target: target.rawValue,
            pause: Int32(truncatingIfNeeded: pause)))
      }
      offsets.append(Int32(arcs.count))
    }
    self.offsets = offsets
    self.arcs = arcs
  }
}

/// Room for one search for earliest arrivals at a time, where waiting is free; a thread keeps one.
struct ArrivalSearch: ~Copyable {
  private let nodeCount: Int
  private let arrivals: Workspace<Int64>
  /// When the next crossing can happen at each node; `Int64.max` may also mean never.
  private let ready: Workspace<Int64>
  private let isReached: Workspace<Bool>
  private var queue = BinaryHeap(by: ByReadiness())

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    arrivals = Workspace(repeating: .max, count: nodeCount)
    ready = Workspace(repeating: .max, count: nodeCount)
    isReached = Workspace(repeating: false, count: nodeCount)
  }

  /// What the last run found.
  var row: ArrivalRow {
    ArrivalRow(
      moments: (0..<nodeCount).map { arrivals[$0] }, isReached: (0..<nodeCount).map { isReached[$0] })
  }

  /// Dijkstra's algorithm by the moments at which nodes can be left again.
  mutating func run(from source: Int32, at earliest: Int64, along graph: borrowing TimedArcs) {
    for node in 0..<nodeCount {
      arrivals[node] = .max
      ready[node] = .max
      isReached[node] = false
    }
    let offsets = graph.offsets.span
    let arcs = graph.arcs.span
    let times = graph.times.span
    arrivals[Int(source)] = earliest
    ready[Int(source)] = earliest
    isReached[Int(source)] = true
    queue.push((earliest, source))
    while let (now, place) = queue.pop() {
      let node = Int(place)
      if now > ready[node] { continue }
      let time = times[node]
      for slot in Int(offsets[node])..<Int(offsets[node + 1]) {
        let arc = arcs[slot]
        if now > arc.last { continue }
        let target = Int(arc.target)
        let arrival = later(max(now, arc.start), by: time)
        let next = later(arrival, by: Int64(arc.pause))
        let isNew = !isReached[target]
        if arrival < arrivals[target] { arrivals[target] = arrival }
        isReached[target] = true
        if next < ready[target] || isNew {
          ready[target] = next
          queue.push((next, arc.target))
        }
      }
    }
  }
}

/// Nodes by the moment at which they can be left; a node may be among them several times.
private struct ByReadiness: HeapOrder {
  func precedes(_ one: (ready: Int64, node: Int32), _ other: (ready: Int64, node: Int32)) -> Bool {
    one.ready < other.ready
  }
}
