// The best case lets every span start at its earliest and last to its latest, so that a journey is one through
// windows with known dates [earliestStart, latestLast], found by settling nodes in order of arrival. An instant
// is one unknown moment, however: a journey that crosses it at two different moments does not exist. No journey
// found here does so if the instant's contacts hang together; for the loose ones the journeys are looked
// through, and the instants in conflict are followed by a slower search, until no conflict is left.

extension TemporalNetwork {
  func possibleArrivals(from source: NodeIndex, departingAt departure: Int64) -> EarliestArrivals {
    var arrivals = widestArrivals(from: source, departingAt: departure)
    guard isLoose.contains(true) else { return arrivals }
    var followed: Set<Int32> = []
    while true {
      let conflicts = instantsInConflict(in: arrivals)
      if conflicts.isEmpty { return arrivals }
      followed.formUnion(conflicts)
      arrivals = arrivalsFollowing(followed, from: source, departingAt: departure)
    }
  }

  /// Arrivals as if every window were its widest, and each of its contacts had dates of its own.
  private func widestArrivals(from source: NodeIndex, departingAt departure: Int64) -> EarliestArrivals {
    var arrivals = EarliestArrivals(
      source: source, departure: departure, assumption: .possible, nodeCount: nodeCount)
    var queue = BinaryHeap(by: Label.Precedence())
    queue.push(Label(arrival: departure, node: source))
    while let label = queue.pop() {
      guard arrivals.lastStep[label.node.position] < 0 else { continue }
      let step = arrivals.append(label)
      arrivals.lastStep[label.node.position] = step
      for slot in offsets[label.node.position]..<offsets[label.node.position + 1] {
        let exit = exits[slot]
        let window = windows[Int(exit.window)]
        guard arrivals.lastStep[exit.target.position] < 0, label.arrival <= window.latestLast else {
          continue
        }
        queue.push(
          Label(
            arrival: max(label.arrival, window.earliestStart), hops: label.hops + 1, contact: exit.contact,
            parent: step, node: exit.target))
      }
    }
    return arrivals
  }

  /// The loose instants that some witness crosses at two different moments.
  private func instantsInConflict(in arrivals: EarliestArrivals) -> Set<Int32> {
    var conflicts: Set<Int32> = []
    for last in arrivals.lastStep where last >= 0 {
      var momentOfWindow: [Int32: Int64] = [:]
      var place = last
      while arrivals.steps[place].parent >= 0 {
        let step = arrivals.steps[place]
        let window = contacts[Int(step.contact)].window
        if isLoose[window.position], windows[window.position].extent == .instant {
          let moment = momentOfWindow[window.rawValue, default: step.moment]
          if moment != step.moment { conflicts.insert(window.rawValue) }
          momentOfWindow[window.rawValue] = moment
        }
        place = step.parent
      }
    }
    return conflicts
  }
}
