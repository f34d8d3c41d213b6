/// All journeys from one source that can be shortest, counted, and what lies on those that are.
///
/// A state is a node, a cost and a moment of arrival, and stands for all sequences of contacts that lead there.
/// Costs are hops, and then contacts from hub to hub. A state that is ready no earlier than another one of its
/// node at a lower cost is on no shortest journey, as the other one could take its place. So each arrival at a
/// node counts at one cost only, and where contacts are instants each is crossed at one cost only.
///
/// Steps are taken for all states of a node and cost at once: those that are ready when a contact opens arrive
/// together. Dependencies run back along the steps as Brandes has them.
struct CountedJourneys {
  struct State {
    let node: Int32
    /// The place of its cost in the order in which costs were met.
    let stage: Int32
    let first: Int64
    let ready: Int64
    /// How many sequences of contacts lead here.
    var count: Double
  }

  /// A way from the states `from..<end`, of one node and cost, to a later one.
  private struct Step {
    let from: Int32
    let end: Int32
    let to: Int32
  }

  private struct Arrival {
    let node: Int32
    let first: Int64
    let ready: Int64
    let count: Double
    let from: Int32
    let end: Int32
  }

  private let graph: CountingGraph
  private let source: Int32
  private(set) var states: [State]
  private var steps: [Step] = []
  /// The least moments at which each node was reached and ready at lower costs.
  private var leastFirst: [Int64]
  private var leastReady: [Int64]
  private var isReached: [Bool]
  /// Arrivals by how many contacts from hub to hub came before: at hubs and at other nodes after as many hops
  /// as now, and at both after one more.
  private var atHubs: [[Arrival]] = []
  private var atOthers: [[Arrival]] = []
  private var nextAtHubs: [[Arrival]] = []
  private var nextAtOthers: [[Arrival]] = []
  private var stage: Int32 = 0
  /// The hops made so far.
  private var hops: Int32 = 0
  /// The most hops after which coming to each node can belong to a best journey; below 0 for none.
  private let mostHops: [Int32]

  /// Counts all journeys from a node that is no hub.
  init(from source: Int32, in graph: CountingGraph) throws(MeasureError) {
    self.graph = graph
    self.source = source
    let earliest = graph.frame.earliest
    states = [State(node: source, stage: 0, first: earliest, ready: earliest, count: 1)]
    leastFirst = [Int64](repeating: .max, count: graph.timetable.nodeCount)
    leastReady = leastFirst
    isReached = [Bool](repeating: false, count: graph.timetable.nodeCount)
    mostHops = try graph.mostHops(from: source)
    leave(0..<1, afterPassing: 0)
    close(node: source, 0..<1)
    while !nextAtHubs.isEmpty || !nextAtOthers.isEmpty {
      (atHubs, atOthers, nextAtHubs, nextAtOthers) = (nextAtHubs, nextAtOthers, [], [])
      hops += 1
      var passed = 0
      while passed < max(atHubs.count, atOthers.count) {
        stage += 1
        if passed < atHubs.count { settle(atHubs[passed], afterPassing: passed) }
        if passed < atOthers.count { settle(atOthers[passed], afterPassing: passed) }
        passed += 1
      }
    }
  }

  /// Makes states of the arrivals of one cost, and leaves them.
  private mutating func settle(_ arrivals: [Arrival], afterPassing passed: Int) {
    let arrivals = arrivals.sorted {
      if $0.node != $1.node { return $0.node < $1.node }
      if $0.ready != $1.ready { return $0.ready < $1.ready }
      if $0.first != $1.first { return $0.first < $1.first }
      return ($0.from, $0.end) < ($1.from, $1.end)
    }
    var place = 0
    while place < arrivals.count {
      let node = arrivals[place].node
      let begin = states.count
      var leaving = begin
      while place < arrivals.count, arrivals[place].node == node {
        let arrival = arrivals[place]
        place += 1
        let isLate = isReached[Int(node)] && arrival.ready >= leastReady[Int(node)]
        if isLate, arrival.first >= leastFirst[Int(node)] { continue }
        if states.count > begin, let last = states.last, last.first == arrival.first,
          last.ready == arrival.ready
        {
          states[states.count - 1].count += arrival.count
        } else {
          states.append(
            State(
              node: node, stage: stage, first: arrival.first, ready: arrival.ready, count: arrival.count))
        }
        steps.append(Step(from: arrival.from, end: arrival.end, to: Int32(states.count - 1)))
        if !isLate { leaving = states.count }
      }
      if begin < leaving { leave(begin..<leaving, afterPassing: passed) }
      close(node: node, begin..<states.count)
    }
  }

  /// Remembers the best of what a node was reached at.
  private mutating func close(node: Int32, _ range: Range<Int>) {
    for state in states[range] {
      isReached[Int(node)] = true
      leastFirst[Int(node)] = min(leastFirst[Int(node)], state.first)
      leastReady[Int(node)] = min(leastReady[Int(node)], state.ready)
    }
  }

  /// Crosses all contacts from the states of one node and cost, which are in order of `ready`.
  private mutating func leave(_ range: Range<Int>, afterPassing passed: Int) {
    let timetable = graph.timetable
    let node = Int(states[range.lowerBound].node)
    let time = timetable.isHub(Int32(node)) ? 0 : graph.frame.transit
    let latest = earlier(graph.frame.latest, by: time)
    let wasReached = isReached[node]
    let addedHops: Int32 = timetable.isHub(Int32(node)) ? 0 : 1
    let rows = timetable.outgoing
    var sums: [Double] = [0]
    for state in states[range] { sums.append(sums[sums.count - 1] + state.count) }
    let end = rows.row(node).upperBound
    var slot = rows.row(node).lowerBound
    if graph.isInstants {
      let ready = states[range.lowerBound].ready
      slot = firstPlace(in: slot..<end) { timetable.contacts[Int(rows.numbers[$0])].start >= ready }
    }
    while slot < end {
      let contact = timetable.contacts[Int(rows.numbers[slot])]
      slot += 1
      if contact.start > latest { break }
      // What was ready in time at a lower cost has arrived as early.
      let opening = min(contact.start, contact.last)
      let isKnown = wasReached && opening >= leastReady[node]
      if isKnown, graph.isInstants { break }
      let target = contact.end(besides: node)
      if mostHops[target.position] < hops + addedHops { continue }
      var next = firstPlace(in: range) { states[$0].ready > opening }
      if next > range.lowerBound, !isKnown {
        add(
          to: target.rawValue, at: later(contact.start, by: time), sums[next - range.lowerBound],
          range.lowerBound..<next, passed)
      }
      let last = min(contact.last, latest)
      if contact.start > contact.last { continue }
      while next < range.upperBound, states[next].ready <= last {
        add(
          to: target.rawValue, at: later(states[next].ready, by: time), states[next].count, next..<next + 1,
          passed)
        next += 1
      }
    }
  }

  private mutating func add(
    to target: Int32, at first: Int64, _ count: Double, _ range: Range<Int>, _ passed: Int
  ) {
    let timetable = graph.timetable
    let isExit = timetable.isHub(states[range.lowerBound].node)
    let isHub = timetable.isHub(target)
    let pause = isHub ? 0 : isExit ? graph.frame.afterExit : graph.frame.afterHop
    let arrival = Arrival(
      node: target, first: first, ready: later(first, by: pause), count: count, from: Int32(range.lowerBound),
      end: Int32(range.upperBound))
    switch (isExit, isHub) {
    case (true, true): append(arrival, to: &atHubs, at: passed + 1)
    case (true, false): append(arrival, to: &atOthers, at: passed)
    case (false, true): append(arrival, to: &nextAtHubs, at: passed)
    case (false, false): append(arrival, to: &nextAtOthers, at: passed)
    }
  }

  private func append(_ arrival: Arrival, to lists: inout [[Arrival]], at place: Int) {
    while lists.count <= place { lists.append([]) }
    lists[place].append(arrival)
  }

  /// What each state's node is worth as an end: for all states that end the best journeys to it, 1 over the
  /// number of these journeys.
  private func ends() throws(MeasureError) -> [Double] {
    let timetable = graph.timetable
    var best = [Int32](repeating: -1, count: timetable.nodeCount)
    var totals = [Double](repeating: 0, count: timetable.nodeCount)
    func isSame(_ state: State, _ other: State) -> Bool {
      state.stage == other.stage && (graph.kind == .shortest || state.first == other.first)
    }
    // States come in order of cost.
    for (number, state) in states.enumerated() where state.node != source && !timetable.isHub(state.node) {
      let node = Int(state.node)
      if best[node] < 0 || (graph.kind == .shortestForemost && state.first < states[Int(best[node])].first) {
        best[node] = Int32(number)
        totals[node] = state.count
      } else if isSame(state, states[Int(best[node])]) {
        totals[node] += state.count
      }
    }
    guard totals.allSatisfy(\.isFinite) else {
      throw .uncountableJourneys(measure: "Temporal betweenness")
    }
    return states.map { state in
      let node = Int(state.node)
      guard best[node] >= 0, isSame(state, states[Int(best[node])]) else { return 0 }
      return 1 / totals[node]
    }
  }

  private func owner(of state: State) -> Int {
    graph.owners?[Int(state.node)].position ?? Int(state.node)
  }

  /// Adds to each node's score the shares of the best journeys that pass through it.
  func addDependencies(to scores: inout [Double]) throws(MeasureError) {
    let ends = try ends()
    // For each state, what its steps lead to; and what holds for it and those before it of its node and cost.
    var onward = [Double](repeating: 0, count: states.count)
    var shared = onward
    var step = steps.count - 1
    for place in states.indices.reversed() {
      let state = states[place]
      onward[place] += shared[place]
      if place > 0, states[place - 1].node == state.node, states[place - 1].stage == state.stage {
        shared[place - 1] += shared[place]
      }
      if state.node != source, onward[place] > 0 { scores[owner(of: state)] += state.count * onward[place] }
      let worth = onward[place] + ends[place]
      while step >= 0, Int(steps[step].to) == place {
        let (from, last) = (Int(steps[step].from), Int(steps[step].end) - 1)
        if from == last { onward[last] += worth } else { shared[last] += worth }
        // From one node to another that counts as the same: both have it, and one is too many.
        if graph.owners != nil, owner(of: states[last]) == owner(of: state), onward[place] > 0 {
          let count = states[from...last].reduce(0) { $0 + $1.count }
          scores[owner(of: state)] -= count * onward[place]
        }
        step -= 1
      }
    }
  }
}
