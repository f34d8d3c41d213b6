/// Journeys from up to 512 nodes in one pass over contacts of one moment each, where a crossing takes time or each is later than
/// the one before it; a thread keeps one.
///
/// What comes to a node waits in line until it may go on, so that contacts at one moment do not follow each other.
struct InstantReach: ~Copyable {
  private let timetable: Timetable
  private let transit: Int64
  /// How long after a crossing the next one can happen, at least.
  private let pause: Int64
  private let range: Range<Int>
  /// The travellers who have reached each node, and those of them who may go on.
  private let seen: Workspace<SourceBits>
  private let ready: Workspace<SourceBits>
  /// Those who have yet to wait, in order of time.
  private var waiting: [(until: Int64, node: Int32, bits: SourceBits)] = []

  /// Nil where this is not the way: if a contact is no instant, a node is a hub, waiting is limited, or contacts at one moment
  /// may follow each other.
  init?(_ timetable: Timetable, _ rules: JourneyRules) {
    guard Self.serves(timetable, rules) else { return nil }
    self.timetable = timetable
    transit = rules.transit
    pause = rules.pause
    let contacts = timetable.contacts
    let start = firstPlace(in: 0..<contacts.count) { contacts[$0].start >= rules.earliest }
    let latest = earlier(rules.latest, by: rules.transit)
    range = start..<firstPlace(in: start..<contacts.count) { contacts[$0].start > latest }
    seen = Workspace(repeating: .zero, count: timetable.nodeCount)
    ready = Workspace(repeating: .zero, count: timetable.nodeCount)
  }

  /// Whether this is the way.
  static func serves(_ timetable: Timetable, _ rules: JourneyRules) -> Bool {
    rules.waitingLimit == nil && (rules.transit > 0 || rules.moments == .increasing)
      && timetable.isStream
  }

  /// Those who have reached a node, the one who sets out there included.
  func travellers(at node: Int) -> SourceBits { seen[node] }

  /// Tells who comes to which node and when: each traveller once to each node but the own one, at the earliest.
  /// - Complexity: O(*n* + *M*) and what is told; *n* nodes, *M* contacts.
  mutating func run(
    from sources: ArraySlice<Int32>, _ arrive: (_ node: Int, _ moment: Int64, _ bits: SourceBits) -> Void
  ) {
    for node in 0..<timetable.nodeCount {
      seen[node] = .zero
      ready[node] = .zero
    }
    for (bit, source) in sources.enumerated() {
      seen[Int(source)][bit / 64] |= 1 << UInt64(bit % 64)
      ready[Int(source)] = seen[Int(source)]
    }
    waiting.removeAll(keepingCapacity: true)
    let timetable = timetable
    let contacts = timetable.contacts.span
    let isEitherWay = timetable.direction == .undirected
    var first = 0
    for number in range {
      let contact = contacts[number]
      while first < waiting.count, waiting[first].until <= contact.start {
        ready[Int(waiting[first].node)] |= waiting[first].bits
        first += 1
      }
      if first == waiting.count, first > 0 {
        waiting.removeAll(keepingCapacity: true)
        first = 0
      }
      let until = later(contact.start, by: pause)
      // Whoever may go on before the next contact need not wait in line.
      let goesOn = waiting.isEmpty && (number + 1 == range.upperBound || contacts[number + 1].start >= until)
      @inline(__always) func cross(from source: Int, to target: Int) {
        let new = ready[source] & ~seen[target]
        if new.isEmpty { return }
        seen[target] |= new
        if goesOn {
          ready[target] |= new
        } else {
          waiting.append((until, Int32(truncatingIfNeeded: target), new))
        }
        arrive(target, later(contact.start, by: transit), new)
      }
      cross(from: contact.source.position, to: contact.target.position)
      // Those who have just crossed do not come back: they have been there.
      if isEitherWay { cross(from: contact.target.position, to: contact.source.position) }
    }
  }
}
