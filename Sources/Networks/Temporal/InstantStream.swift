/// Contacts of one moment each, in order of time, 16 bytes a contact: what one pass needs to find all earliest
/// arrivals.
///
/// Made of a ``Timetable`` whose contacts are all instants, without hubs. Answers are those of
/// ``Timetable/earliestJourneys(from:under:)`` without the journeys.
public struct InstantStream: Sendable {
  /// How many nodes there are, those without contacts included.
  public let nodeCount: Int
  /// Whether contacts are crossed both ways.
  public let direction: Direction

  /// The ends and the moment of each contact, side by side: a moment elsewhere would be far from the cache.
  private let ends: [Ends]
  /// The timetable's own contacts and rows, by the same numbers; looked at when a node is reached.
  private let contacts: [TimedContact]
  private let rows: ContactRows

  private struct Ends: Sendable {
    let source: UInt32
    let target: UInt32
    let moment: Int64
  }

  /// Lays out the contacts of a timetable: 16 bytes a contact more than the timetable has.
  /// - Returns: nil if a contact is not an instant, or a node is a hub.
  /// - Complexity: O(*M*); *M* contacts.
  public init?(_ timetable: Timetable) {
    guard timetable.contacts.allSatisfy({ $0.start == $0.last }), !timetable.isHub.contains(true) else {
      return nil
    }
    nodeCount = timetable.nodeCount
    direction = timetable.direction
    contacts = timetable.contacts
    rows = timetable.outgoing
    ends = contacts.map {
      Ends(source: UInt32($0.source.rawValue), target: UInt32($0.target.rawValue), moment: $0.start)
    }
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
    var pass = Pass(nodeCount: nodeCount, rules: rules)
    pass.isReached[source.position] = 1
    pass.arrivals[source.position] = earlier(rules.earliest, by: pass.pause)
    run(&pass)
    pass.arrivals[source.position] = rules.earliest
    return (0..<nodeCount).map { pass.isReached[$0] == 0 ? nil : pass.arrivals[$0] }
  }

  /// What one pass has found.
  private struct Pass: ~Copyable {
    let transit: Int64
    /// How long after an arrival the next crossing can happen, at least.
    let pause: Int64
    let latest: Int64
    let earliest: Int64
    /// 1 for each node that is reached, in a byte each, so that most of them are at hand; 0 for the others.
    let isReached: Workspace<UInt8>
    let arrivals: Workspace<Int64>
    var reachedCount = 1

    init(nodeCount: Int, rules: JourneyRules) {
      transit = rules.transit
      pause = rules.moments == .increasing && rules.transit == 0 ? 1 : 0
      latest = earlier(rules.latest, by: rules.transit)
      earliest = rules.earliest
      isReached = Workspace(repeating: 0, count: nodeCount)
      arrivals = Workspace(repeating: 0, count: nodeCount)
    }

    /// Whether a contact leads from a node that is reached to one that is not.
    @inline(__always) static func leadsOn(_ source: UInt8, _ target: UInt8, eitherWay: Bool) -> Bool {
      eitherWay ? source != target : source > target
    }

    mutating func arrive(at node: Int, _ moment: Int64) {
      isReached[node] = 1
      arrivals[node] = later(moment, by: transit)
      reachedCount += 1
    }
  }

  private func run(_ pass: inout Pass) {
    let (earliest, latest) = (pass.earliest, pass.latest)
    var number = firstPlace(in: 0..<contacts.count) { contacts[$0].start >= earliest }
    let end = firstPlace(in: number..<contacts.count) { contacts[$0].start > latest }
    while pass.reachedCount < nodeCount {
      number =
        direction == .undirected
        ? firstNewContact(in: number..<end, eitherWay: true, of: pass)
        : firstNewContact(in: number..<end, eitherWay: false, of: pass)
      if number == end { break }
      reach(through: number, &pass)
      number += 1
    }
  }

  /// The first contact that leads from a node that is reached to one that is not; the end if there is none.
  @inline(__always) private func firstNewContact(
    in range: Range<Int>, eitherWay: Bool, of pass: borrowing Pass
  ) -> Int {
    let ends = ends.span
    for number in range {
      let source = pass.isReached[Int(ends[number].source)]
      let target = pass.isReached[Int(ends[number].target)]
      if Pass.leadsOn(source, target, eitherWay: eitherWay) { return number }
    }
    return range.upperBound
  }

  /// Crosses a contact to a node not reached before, if the other can be left by then, and if no time passes all that
  /// follows at the same moment.
  private func reach(through number: Int, _ pass: inout Pass) {
    let moment = ends[number].moment
    let isForward = pass.isReached[Int(ends[number].target)] == 0
    let node = Int(isForward ? ends[number].target : ends[number].source)
    let from = Int(isForward ? ends[number].source : ends[number].target)
    if later(pass.arrivals[from], by: pass.pause) > moment { return }
    pass.arrive(at: node, moment)
    if pass.pause > 0 || pass.transit > 0 { return }
    // What comes later at this moment the pass is going to meet; what came before it, if anything, it has
    // missed.
    var step = 1
    while number - step >= 0, ends[number - step].moment == moment { step *= 2 }
    if step == 1 { return }
    let start = firstPlace(in: max(number - step, 0)..<number) { ends[$0].moment >= moment }
    if number - start <= 32 {
      sweep(start..<number, moment, &pass)
    } else {
      follow(Int32(truncatingIfNeeded: node), at: moment, from: start, &pass)
    }
  }

  /// Crosses a few contacts of one moment as long as they lead anywhere new.
  private func sweep(_ range: Range<Int>, _ moment: Int64, _ pass: inout Pass) {
    var isOver = false
    while !isOver {
      isOver = true
      for number in range {
        let source = pass.isReached[Int(ends[number].source)]
        let target = pass.isReached[Int(ends[number].target)]
        if !Pass.leadsOn(source, target, eitherWay: direction == .undirected) { continue }
        pass.arrive(at: Int(source == 0 ? ends[number].source : ends[number].target), moment)
        isOver = false
      }
    }
  }

  /// Crosses all contacts of one moment that lead on from a node: those from number `start` on.
  private func follow(_ node: Int32, at moment: Int64, from start: Int, _ pass: inout Pass) {
    var found = [node]
    while let next = found.popLast() {
      let node = Int(next)
      let row = Int(rows.offsets[node])..<Int(rows.offsets[node + 1])
      var slot = firstPlace(in: row) { Int(rows.numbers[$0]) >= start }
      while slot < row.upperBound, ends[Int(rows.numbers[slot])].moment == moment {
        let contact = ends[Int(rows.numbers[slot])]
        let other = Int(Int(contact.source) == node ? contact.target : contact.source)
        if pass.isReached[other] == 0 {
          pass.arrive(at: other, moment)
          found.append(Int32(truncatingIfNeeded: other))
        }
        slot += 1
      }
    }
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
