/// A search from one node, forwards or in the mirror, by labels accepted in order of precedence.
///
/// Where waiting is free and departures do not matter, the label that is ready first is as good as all
/// others, and this is Dijkstra's algorithm. Otherwise a label is dropped if one accepted label allows all it
/// allows. Past the last event nothing opens or closes any more, so that any onward journey can as well begin
/// earlier; this is why the search ends although a waiting limit may have travellers going to and fro for
/// ever. Before it, who goes round and round for the earliest arrival is told by labels with `JourneyRounds` once there
/// are many labels, so that the time does not depend on the number of moments; other searches end with an error when they
/// have done too much.
struct LabelSearch {
  let timetable: Timetable
  let frame: JourneyFrame
  let aim: JourneyAim
  let root: Int32
  /// The labels accepted, in order.
  private(set) var labels: [JourneyLabel] = []
  /// Each node's first label; −1 if it is out of reach.
  private(set) var firstLabel: [Int32]
  /// Each node's newest label, and for each label the one accepted before it at its node; −1 for none.
  private(set) var newest: [Int32]
  private(set) var previous: [Int32] = []
  /// What labels stand for that stand for many.
  private(set) var rounds: [JourneyRounds] = []
  private let limits: JourneyLimits
  /// Whether labels that go round are told by their rounds.
  private var isRounding = false
  /// How many nodes are still to be reached; nil: that is not known.
  private var wanted: Int?
  /// How often labels were compared.
  private var comparisons = 0
  /// The least `ready` pushed and accepted for each node.
  private var leastPushed: [Int64]
  private var leastAccepted: [Int64]
  private var queue: BinaryHeap<JourneyAim>

  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``.
  init(
    _ timetable: Timetable, from root: NodeIndex, frame: JourneyFrame, aim: JourneyAim,
    limits: JourneyLimits = JourneyLimits()
  ) throws(MeasureError) {
    self.timetable = timetable
    self.frame = frame
    self.aim = aim
    self.limits = limits
    self.root = root.rawValue
    firstLabel = [Int32](repeating: -1, count: timetable.nodeCount)
    newest = firstLabel
    leastPushed = [Int64](repeating: .max, count: timetable.nodeCount)
    leastAccepted = leastPushed
    queue = BinaryHeap(by: aim)
    queue.push(JourneyLabel(first: frame.earliest, last: .max, node: root.rawValue))
    let many = limits.many(for: timetable)
    while wanted != 0, let label = queue.pop() {
      if isRounding, !isFree(label.node) {
        settle(label)
      } else {
        if firstLabel[Int(label.node)] >= 0, isCovered(label) { continue }
        accept(label)
      }
      if labels.count >= many, frame.isLimited, aim != .profile, wanted == nil { try lookAhead() }
      try checkLimits()
    }
  }

  /// Stops a search that has done too much.
  private func checkLimits() throws(MeasureError) {
    if !frame.isLimited, aim == .arrival { return }
    guard labels.count + queue.count <= limits.most(for: timetable),
      !frame.isLimited || comparisons <= limits.comparisons
    else { throw .tooManyJourneys(ways: labels.count) }
  }

  /// Finds the nodes that can be reached at all, after which the search may end, and goes on with rounds.
  private mutating func lookAhead() throws(MeasureError) {
    var free = frame
    free.isLimited = false
    let all = try LabelSearch(timetable, from: NodeIndex(Int(root)), frame: free, aim: .arrival)
    wanted = firstLabel.indices.count { all.firstLabel[$0] >= 0 && firstLabel[$0] < 0 }
    isRounding = aim == .arrival
  }

  /// The search without what only its run needed.
  consuming func finished() -> LabelSearch {
    queue = BinaryHeap(by: aim)
    leastPushed = []
    leastAccepted = []
    return self
  }

  /// Whether waiting is free at a node.
  @inline(__always) func isFree(_ node: Int32) -> Bool {
    !frame.isLimited || node == root || timetable.isHub(node)
  }

  private mutating func accept(_ label: JourneyLabel) {
    let node = Int(label.node)
    let number = Int32(labels.count)
    labels.append(label)
    previous.append(newest[node])
    newest[node] = number
    if firstLabel[node] < 0 {
      firstLabel[node] = number
      wanted = wanted.map { $0 - 1 }
    }
    leastAccepted[node] = min(leastAccepted[node], label.ready)
    let contacts = frame.isMirrored ? timetable.incoming : timetable.outgoing
    let rounds = rounds(of: label)
    for slot in contacts.row(node) {
      let contact = contacts.numbers[slot]
      if rounds.count > 0 {
        for next in crossings(contact, from: label, rounds) { push(next.label, next.rounds, after: number) }
      } else if var next = cross(contact, from: label) {
        next.parent = number
        push(next)
      }
    }
  }

  private mutating func push(_ label: JourneyLabel) {
    let node = Int(label.node)
    leastPushed[node] = min(leastPushed[node], label.ready)
    queue.push(label)
  }

  private mutating func push(_ label: JourneyLabel, _ rounds: JourneyRounds, after parent: Int32) {
    var label = label
    label.parent = parent
    label.rounds = Int32(self.rounds.count)
    self.rounds.append(rounds)
    push(label)
  }

  /// Accepts of a label what is not covered, and what it leads to by going round.
  private mutating func settle(_ label: JourneyLabel) {
    let rounds = rounds(of: label)
    guard rounds.count > 0 else {
      if isCovered(label) { return }
      accept(label)
      // Who goes round already does not begin again.
      if rounds.cycle > 0 { return }
      let number = Int32(labels.count - 1)
      for next in roundsAgain(after: number) { push(next.label, next.rounds, after: number) }
      return
    }
    var count = 0
    defer { comparisons += count }
    for range in uncovered(label, rounds, &count) {
      var (part, its) = (label, rounds)
      part.first = later(label.first, by: range.lowerBound * rounds.delay)
      part.last = later(label.last, by: range.lowerBound * rounds.growth)
      its.offset += range.lowerBound
      its.count = range.upperBound - range.lowerBound
      if range.lowerBound > 0 {
        push(part, its, after: label.parent)
      } else {
        self.rounds[Int(label.rounds)] = its
        accept(part)
      }
    }
  }

  /// Whether a label is of no use where waiting is free, so that it need not be made.
  @inline(__always) private func isLate(_ first: Int64, pause: Int64, at node: Int32) -> Bool {
    if aim == .profile || !isFree(node) { return false }
    if aim == .arrival, first > leastPushed[Int(node)] { return true }
    return firstLabel[Int(node)] >= 0 && later(first, by: pause) >= leastAccepted[Int(node)]
  }

  /// The label after a contact; nil if it cannot be crossed.
  @inline(__always) private func cross(_ number: Int32, from label: JourneyLabel) -> JourneyLabel? {
    let step = CrossingStep(number, from: label, in: self)
    let isFreeHere = isFree(label.node)
    if !isFreeHere, frame.wait < step.pause { return nil }
    let ready = later(label.first, by: step.pause)
    let until = isFreeHere ? Int64.max : later(label.last, by: frame.wait)
    var (first, last) = (step.start, step.last)
    if step.start <= step.last {
      first = max(ready, first)
      last = min(until, last, earlier(frame.latest, by: step.time))
      if first > last { return nil }
      if aim == .arrival, !isFreeHere, let end = bounced(first, last, step, from: label.node) { last = end }
    } else {
      let gap = step.start.subtractingReportingOverflow(step.last)
      guard ready <= step.last, step.start <= until, later(step.start, by: step.time) <= frame.latest,
        isFreeHere || (!gap.overflow && gap.partialValue <= frame.wait - step.pause)
      else { return nil }
    }
    if isLate(later(first, by: step.time), pause: pauseBehind(step), at: step.to) { return nil }
    return self.label(behind: number, step, from: label, leavingFrom: first, to: last)
  }

  /// What strictness adds behind a crossing before the next one.
  @inline(__always) private func pauseBehind(_ step: CrossingStep) -> Int64 {
    timetable.isHub(step.to) ? 0 : step.isHop ? frame.afterHop : frame.afterExit
  }

  /// The label behind a contact that is left from a moment to another.
  @inline(__always) func label(
    behind number: Int32, _ step: CrossingStep, from label: JourneyLabel, leavingFrom first: Int64,
    to last: Int64
  ) -> JourneyLabel {
    var next = label
    next.first = later(first, by: step.time)
    next.last = isFree(step.to) ? .max : later(last, by: step.time)
    next.departure = min(label.departure, earlier(earlier(last, by: step.pause), by: label.duration))
    next.duration = later(later(label.duration, by: step.pause), by: step.time)
    next.hops += step.isHop ? 1 : 0
    next.crossings += 1
    next.place = timetable.places[Int(number)]
    next.contact = number
    next.node = step.to
    next.pause = Int32(truncatingIfNeeded: pauseBehind(step))
    next.rounds = -1
    return next
  }

  /// How long travellers can go to and fro through a contact that they can cross from `first` to `last`: to
  /// its end, if each return joins on to the crossings before it. Nil if not.
  private func bounced(_ first: Int64, _ last: Int64, _ step: CrossingStep, from node: Int32) -> Int64? {
    guard timetable.direction == .undirected, step.isHop, !timetable.isHub(step.to), step.to != root
    else { return nil }
    let pause = frame.afterHop + frame.beforeHop
    guard last != .min, frame.wait >= pause, later(step.time, by: frame.wait) > 0 else { return nil }
    let lag = later(step.time, by: pause)
    guard later(later(first, by: lag), by: lag) <= later(last, by: 1) else { return nil }
    return min(step.last, earlier(frame.latest, by: step.time))
  }

  private mutating func isCovered(_ label: JourneyLabel) -> Bool {
    if aim != .profile, isFree(label.node) { return label.ready >= leastAccepted[Int(label.node)] }
    var place = newest[Int(label.node)]
    var count = 0
    defer { comparisons += count }
    while place >= 0 {
      if isRounding ? covers(place, label) : covers(labels[Int(place)], label) { return true }
      place = previous[Int(place)]
      count += 1
    }
    return false
  }
}
