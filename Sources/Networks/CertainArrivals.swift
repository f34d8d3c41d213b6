// A sequence of contacts is allowed by every assignment if for each two contacts i < j with different windows
// latestStart(i) ≤ earliestLast(j), and departure ≤ earliestLast(j) for all j. It arrives in the worst case at
// max(departure, latestStart of its contacts). So the arrival d decides which contacts may follow: those with
// d ≤ earliestLast, and those of the very window w that makes d so late, if the arrival without w (`arrivalElse`)
// is no later than earliestLast(w). The second kind matters only for unsettled windows, which a sequence
// can enter at d ≤ earliestLast(w) < latestStart(w) alone; only the latest window can be one of them, since
// to enter w' after w means latestStart(w) ≤ earliestLast(w') < latestStart(w').
//
// Hence three kinds of state, all reached in order of (arrival, hops, contact):
// - a node: its earliest arrival decides every exit that needs no shared window;
// - a node and an unsettled window just crossed whose contacts hang together: it opens that window's exits;
// - a node and a loose window crossed some time ago: kept while arrivalElse lets the journey come back.

extension TemporalNetwork {
  func certainArrivals(from source: NodeIndex, departingAt departure: Int64) -> EarliestArrivals {
    var search = CertainSearch(network: self, source: source, departure: departure)
    search.run()
    return search.arrivals
  }
}

private struct CertainSearch {
  let network: TemporalNetwork
  var arrivals: EarliestArrivals
  var queue = BinaryHeap(by: Label.Precedence())
  /// Whether the exits from this first one through the same window have been opened.
  var isOpened: [Bool]
  /// The earliest `arrivalElse` accepted so far.
  var leaning: [Lean: Int64] = [:]

  struct Lean: Hashable {
    let node: NodeIndex
    let window: Int32
  }

  init(network: TemporalNetwork, source: NodeIndex, departure: Int64) {
    self.network = network
    arrivals = EarliestArrivals(
      source: source, departure: departure, assumption: .certain, nodeCount: network.nodeCount)
    isOpened = [Bool](repeating: false, count: network.exits.count)
    queue.push(Label(arrival: departure, node: source))
  }

  mutating func run() {
    while let label = queue.pop() {
      let settles = arrivals.lastStep[label.node.position] < 0
      let opens = label.landing >= 0 && !isOpened[Int(label.landing)]
      let leans = label.loose >= 0 && isAhead(label)
      guard settles || opens || leans else { continue }
      let step = arrivals.append(label)
      if settles {
        arrivals.lastStep[label.node.position] = step
        leave(label, step: step)
      }
      if opens {
        isOpened[Int(label.landing)] = true
        stayInWindow(label, step: step)
      }
      if leans {
        leaning[Lean(node: label.node, window: label.loose)] = label.arrivalElse
        leanOnWindow(label, step: step)
      }
    }
  }

  private func isAhead(_ label: Label) -> Bool {
    guard let earlier = leaning[Lean(node: label.node, window: label.loose)] else { return true }
    return label.arrivalElse < earlier
  }

  /// Crosses every contact that is open for certain at the arrival.
  private mutating func leave(_ label: Label, step: Int) {
    for slot in network.offsets[label.node.position]..<network.offsets[label.node.position + 1] {
      let exit = network.exits[slot]
      let window = network.windows[Int(exit.window)]
      guard label.arrival <= window.earliestLast else { continue }
      var next = crossing(exit, after: label, step: step, arrival: max(label.arrival, window.latestStart))
      if network.isLoose[Int(exit.window)] {
        next.loose = exit.window
        next.arrivalElse = label.arrival
      } else {
        next.landing = exit.landing
      }
      push(next)
    }
  }

  /// Crosses the other contacts of the window that was crossed last.
  private mutating func stayInWindow(_ label: Label, step: Int) {
    let window = network.exits[Int(label.landing)].window
    var slot = Int(label.landing)
    while slot < network.offsets[label.node.position + 1], network.exits[slot].window == window {
      let exit = network.exits[slot]
      var next = crossing(exit, after: label, step: step, arrival: label.arrival)
      next.landing = exit.landing
      push(next)
      slot += 1
    }
  }

  /// Crosses contacts of the loose window, and others that leave the way back to it open.
  private mutating func leanOnWindow(_ label: Label, step: Int) {
    let limit = network.windows[Int(label.loose)].earliestLast
    for slot in network.offsets[label.node.position]..<network.offsets[label.node.position + 1] {
      let exit = network.exits[slot]
      var next = crossing(exit, after: label, step: step, arrival: label.arrival)
      next.loose = label.loose
      next.arrivalElse = label.arrivalElse
      if exit.window != label.loose {
        let window = network.windows[Int(exit.window)]
        guard label.arrival <= window.earliestLast else { continue }
        next.arrivalElse = max(label.arrivalElse, window.latestStart)
        guard next.arrivalElse <= limit else { continue }
      }
      push(next)
    }
  }

  private func crossing(_ exit: TemporalNetwork.Exit, after label: Label, step: Int, arrival: Int64) -> Label
  {
    Label(arrival: arrival, hops: label.hops + 1, contact: exit.contact, parent: step, node: exit.target)
  }

  private mutating func push(_ label: Label) {
    let settles = arrivals.lastStep[label.node.position] < 0
    let opens = label.landing >= 0 && !isOpened[Int(label.landing)]
    if settles || opens || (label.loose >= 0 && isAhead(label)) { queue.push(label) }
  }
}
