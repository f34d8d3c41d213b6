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

  /// The ends and the moment of each contact, in order of time, each for itself: as long as few nodes are reached one end
  /// tells enough, and moments matter only when a node is reached.
  let sources: [UInt32]
  let targets: [UInt32]
  private let moments: [Int64]
  /// How many contacts there are at most at one moment.
  private let longestTie: Int
  /// For each node the contacts by which it can be left, and by which it can be reached.
  private let outgoing, incoming: ContactRows

  /// Lays out the contacts of a timetable: 16 bytes a contact more than the timetable has.
  /// - Returns: nil if a contact is not an instant, or a node is a hub.
  /// - Complexity: O(*M*); *M* contacts.
  public init?(_ timetable: Timetable) {
    guard timetable.isInstants, !timetable.isHub.contains(true) else {
      return nil
    }
    nodeCount = timetable.nodeCount
    direction = timetable.direction
    (outgoing, incoming) = (timetable.outgoing, timetable.incoming)
    sources = timetable.contacts.map { UInt32($0.source.rawValue) }
    targets = timetable.contacts.map { UInt32($0.target.rawValue) }
    moments = timetable.contacts.map(\.start)
    var (longest, run) = (0, 0)
    for number in moments.indices {
      run = number > 0 && moments[number] == moments[number - 1] ? run + 1 : 1
      longest = max(longest, run)
    }
    longestTie = longest
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
    var arrivals = [Int64?](repeating: nil, count: nodeCount)
    arrivals[source.position] = rules.earliest
    for place in 0..<pass.foundCount {
      arrivals[Int(pass.foundNodes[place])] = later(pass.crossings[place], by: rules.transit)
    }
    return arrivals
  }

  /// What one pass has found: no more than it takes to go on, since each list that is written here and there costs as much as
  /// the reading of twenty contacts.
  private struct Pass: ~Copyable {
    /// The node that is reached from the beginning.
    let source: Int
    /// How long after a crossing the next one can happen, at least.
    let pause: Int64
    let latest: Int64
    let earliest: Int64
    /// A bit for each node that is reached: few bytes, so that they are at hand.
    let bits: NodeBits
    /// The nodes that were reached, in the order found, and when the last contacts on the ways there were crossed.
    let foundNodes: Workspace<Int32>
    let crossings: Workspace<Int64>
    var foundCount = 0
    /// Whether it is kept by which contact each node can first be left, since that is not at hand.
    let keepsFirstContacts: Bool
    let firstContacts: Workspace<Int32>

    init(from source: Int, nodeCount: Int, longestTie: Int, rules: JourneyRules) {
      // Not read back from self: Swift 6.3 makes a release build end here, as if the lists that follow could never be made.
      let pause = rules.moments == .increasing ? max(rules.transit, 1) : rules.transit
      let keepsFirstContacts = pause > 1 || pause == 1 && longestTie > 64
      self.pause = pause
      self.keepsFirstContacts = keepsFirstContacts
      latest = earlier(rules.latest, by: rules.transit)
      earliest = rules.earliest
      let bits = NodeBits(nodeCount: nodeCount)
      bits.set(source)
      self.source = source
      self.bits = bits
      foundNodes = Workspace(repeating: 0, count: nodeCount)
      crossings = Workspace(repeating: 0, count: nodeCount)
      firstContacts = Workspace(repeating: 0, count: keepsFirstContacts ? nodeCount : 0)
    }

    /// 1 for a node that is reached, 0 for any other.
    func isReached(_ node: Int) -> UInt64 { bits[node] }

    /// How many nodes are reached, the source included.
    var reachedCount: Int { foundCount + 1 }

    mutating func arrive(at node: Int, crossingAt moment: Int64) {
      bits.set(node)
      foundNodes[foundCount] = Int32(truncatingIfNeeded: node)
      crossings[foundCount] = moment
      foundCount += 1
    }
  }

  private func run(_ pass: inout Pass) {
    let (earliest, latest) = (pass.earliest, pass.latest)
    let start = firstPlace(in: 0..<moments.count) { moments[$0] >= earliest }
    let range = start..<firstPlace(in: start..<moments.count) { moments[$0] > latest }
    // As long as few nodes are reached it is the source that hardly ever is, and in the end it is the target that hardly ever
    // is not. In between neither is easy to guess.
    let few = nodeCount / 16
    var number = followReached(in: range, &pass)
    if direction == .undirected {
      number = crossAll(in: number..<range.upperBound, until: nodeCount - nodeCount / 512, &pass) {
        $0() != $1()
      }
    } else {
      number = crossAll(in: number..<range.upperBound, until: few, &pass) { $0() == 1 && $1() == 0 }
      number = crossAll(in: number..<range.upperBound, until: nodeCount - few, &pass) { $0() > $1() }
      number = crossAll(in: number..<range.upperBound, until: nodeCount - nodeCount / 512, &pass) {
        source, target in
        target() == 0 && source() == 1
      }
    }
    followUnreached(in: number..<range.upperBound, &pass)
  }

  /// Crosses the contacts of the nodes reached and looks at no others, until these have become many.
  /// - Returns: The first contact that was not looked at.
  private func followReached(in range: Range<Int>, _ pass: inout Pass) -> Int {
    let marked = MarkedContacts(contactCount: moments.count)
    var number = range.lowerBound
    var markCount = marked.mark(outgoing, of: pass.source, from: number)
    var known = 0
    while markCount <= moments.count / 512 {
      let next = marked.first(in: number..<range.upperBound)
      if next == range.upperBound { return next }
      number = next + 1
      reachIfNew(through: next, &pass)
      while known < pass.foundCount {
        markCount += marked.mark(outgoing, of: Int(pass.foundNodes[known]), from: number)
        known += 1
      }
    }
    return number
  }

  /// Crosses the contacts that lead to nodes not reached so far and looks at no others.
  private func followUnreached(in range: Range<Int>, _ pass: inout Pass) {
    if range.isEmpty || pass.reachedCount == nodeCount { return }
    let marked = MarkedContacts(contactCount: moments.count)
    for node in 0..<nodeCount where pass.isReached(node) == 0 {
      _ = marked.mark(incoming, of: node, from: range.lowerBound)
    }
    var number = range.lowerBound
    while pass.reachedCount < nodeCount {
      number = marked.first(in: number..<range.upperBound)
      if number == range.upperBound { return }
      reachIfNew(through: number, &pass)
      number += 1
    }
  }

  /// Crosses a contact if it leads to a node not reached before.
  @inline(__always) private func reachIfNew(through number: Int, _ pass: inout Pass) {
    let (source, target) = (pass.isReached(Int(sources[number])), pass.isReached(Int(targets[number])))
    if direction == .undirected ? source != target : source > target { reach(through: number, &pass) }
  }

  /// Crosses the contacts that lead on, until so many nodes are reached.
  /// - Parameter leadsOn: Whether a contact does whose source is reached (1) or not, and its target.
  /// - Returns: The first contact that was not looked at.
  @inline(__always) private func crossAll(
    in range: Range<Int>, until count: Int, _ pass: inout Pass,
    _ leadsOn: (_ source: () -> UInt64, _ target: () -> UInt64) -> Bool
  ) -> Int {
    var number = range.lowerBound
    while pass.reachedCount < count {
      number = firstContact(in: number..<range.upperBound, pass.bits, leadsOn)
      if number == range.upperBound { break }
      reach(through: number, &pass)
      number += 1
    }
    return number
  }

  /// Crosses a contact to a node not reached before, if the other can be left by then, and if no time passes all that
  /// follows at the same moment.
  @inline(__always) private func reach(through number: Int, _ pass: inout Pass) {
    let (source, target) = (Int(sources[number]), Int(targets[number]))
    let isForward = pass.isReached(target) == 0
    let (from, node) = isForward ? (source, target) : (target, source)
    let moment = moments[number]
    if isTooEarly(number, at: moment, from: from, pass) { return }
    pass.arrive(at: node, crossingAt: moment)
    if pass.keepsFirstContacts {
      pass.firstContacts[node] = Int32(
        truncatingIfNeeded: firstContact(after: number, from: later(moment, by: pass.pause)))
    } else if pass.pause == 0, number > 0, moments[number - 1] == moment {
      // What comes later at this moment the pass is going to meet; what came before it, if anything, it has missed.
      followBack(node, from: number, &pass)
    }
  }

  /// Whether a node that is reached cannot yet be left by a contact.
  @inline(__always) private func isTooEarly(
    _ number: Int, at moment: Int64, from node: Int, _ pass: borrowing Pass
  ) -> Bool {
    if pass.keepsFirstContacts { return Int(pass.firstContacts[node]) > number }
    if pass.pause == 0 { return false }
    // Only what was crossed at the same moment is too near, and that is not long ago.
    var place = pass.foundCount - 1
    while place >= 0, pass.crossings[place] == moment {
      if Int(pass.foundNodes[place]) == node { return true }
      place -= 1
    }
    return false
  }

  /// The first contact after another one that is not before a moment.
  @inline(__always) private func firstContact(after number: Int, from moment: Int64) -> Int {
    var step = 1
    while number + step < moments.count, moments[number + step] < moment { step *= 2 }
    if step == 1 { return number + 1 }
    return firstPlace(in: number + step / 2..<min(number + step, moments.count)) { moments[$0] >= moment }
  }

  /// Crosses what leads on from a node that was just reached, at the same moment.
  private func followBack(_ node: Int, from number: Int, _ pass: inout Pass) {
    let moment = moments[number]
    var step = 1
    while number - step >= 0, moments[number - step] == moment { step *= 2 }
    let start = firstPlace(in: max(number - step, 0)..<number) { moments[$0] >= moment }
    if number - start <= 32 {
      sweep(start..<number, &pass)
    } else {
      follow(Int32(truncatingIfNeeded: node), at: moment, from: start, &pass)
    }
  }

  /// Crosses a few contacts of one moment as long as they lead anywhere new.
  private func sweep(_ range: Range<Int>, _ pass: inout Pass) {
    var isOver = false
    while !isOver {
      isOver = true
      for number in range {
        let (source, target) = (Int(sources[number]), Int(targets[number]))
        let (one, other) = (pass.isReached(source), pass.isReached(target))
        guard direction == .undirected ? one != other : one > other else { continue }
        pass.arrive(at: one == 0 ? source : target, crossingAt: moments[number])
        isOver = false
      }
    }
  }

  /// Crosses all contacts of one moment that lead on from a node: those from number `start` on.
  private func follow(_ node: Int32, at moment: Int64, from start: Int, _ pass: inout Pass) {
    var found = [node]
    while let next = found.popLast() {
      let node = Int(next)
      let row = Int(outgoing.offsets[node])..<Int(outgoing.offsets[node + 1])
      var slot = firstPlace(in: row) { Int(outgoing.numbers[$0]) >= start }
      while slot < row.upperBound, moments[Int(outgoing.numbers[slot])] == moment {
        let number = Int(outgoing.numbers[slot])
        let other = Int(Int(sources[number]) == node ? targets[number] : sources[number])
        if pass.isReached(other) == 0 {
          pass.arrive(at: other, crossingAt: moment)
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
