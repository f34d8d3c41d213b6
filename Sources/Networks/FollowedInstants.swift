// The slower search under `possible`: it keeps whole sequences of contacts, because crossing a followed instant
// early forbids crossing it late, and no single label per node can know which of the two will be wanted.
// Sequences come out in order of their earliest arrival, which never falls when a sequence grows. One that has
// crossed no followed instant is as free as any later one at its node, and ends the search there.

extension TemporalNetwork {
  /// Arrivals as if every window were its widest, but for the followed instants, which hold one moment each.
  func arrivalsFollowing(
    _ followed: Set<Int32>, from source: NodeIndex, departingAt departure: Int64
  ) -> EarliestArrivals {
    var arrivals = EarliestArrivals(
      source: source, departure: departure, assumption: .possible, nodeCount: nodeCount)
    var isClosed = [Bool](repeating: false, count: nodeCount)
    var queue = BinaryHeap(by: Label.Precedence())
    queue.push(Label(arrival: departure, node: source))
    while let label = queue.pop() {
      guard !isClosed[label.node.position] else { continue }
      let step = arrivals.append(label)
      if arrivals.lastStep[label.node.position] < 0 { arrivals.lastStep[label.node.position] = step }
      let (visited, crossed) = arrivals.past(of: step)
      isClosed[label.node.position] = !crossed.contains {
        followed.contains(contacts[Int($0)].window.rawValue)
      }
      for slot in offsets[label.node.position]..<offsets[label.node.position + 1] {
        let exit = exits[slot]
        if isClosed[exit.target.position] || visited.contains(exit.target) { continue }
        let moments = earliestMoments(
          of: crossed + [exit.contact], following: followed, departingAt: departure)
        guard let arrival = moments?.last else { continue }
        queue.push(
          Label(
            arrival: arrival, hops: label.hops + 1, contact: exit.contact, parent: step, node: exit.target))
      }
    }
    return rewritten(arrivals, following: followed)
  }

  /// When a sequence of contacts is crossed at the earliest; nil if no moments fit.
  ///
  /// Everything between two crossings of a followed instant happens at its one moment.
  private func earliestMoments(
    of crossed: [Int32], following followed: Set<Int32>, departingAt departure: Int64
  ) -> [Int64]? {
    var lastPlace: [Int32: Int] = [:]
    for (place, contact) in crossed.enumerated() { lastPlace[contacts[Int(contact)].window.rawValue] = place }
    var moments: [Int64] = []
    var earliest = departure
    while moments.count < crossed.count {
      var latest = Int64.max
      var place = moments.count
      var blockEnd = place
      while place <= blockEnd {
        let window = contacts[Int(crossed[place])].window
        earliest = max(earliest, windows[window.position].earliestStart)
        latest = min(latest, windows[window.position].latestLast)
        if followed.contains(window.rawValue), let last = lastPlace[window.rawValue] {
          blockEnd = max(blockEnd, last)
        }
        place += 1
      }
      if earliest > latest { return nil }
      while moments.count < place { moments.append(earliest) }
    }
    return moments
  }

  /// The same journeys with the moments of the whole sequence instead of those of its beginnings.
  private func rewritten(_ arrivals: EarliestArrivals, following followed: Set<Int32>) -> EarliestArrivals {
    var result = EarliestArrivals(
      source: arrivals.source, departure: arrivals.departure, assumption: .possible, nodeCount: nodeCount)
    let root = result.append(Label(arrival: arrivals.departure, node: arrivals.source))
    for node in 0..<nodeCount where arrivals.lastStep[node] >= 0 {
      let (visited, crossed) = arrivals.past(of: arrivals.lastStep[node])
      guard let moments = earliestMoments(of: crossed, following: followed, departingAt: arrivals.departure)
      else {
        preconditionFailure(
          "The accepted journey to node \(node) has no moments; journeys are accepted with them.")
      }
      var parent = root
      for place in crossed.indices {
        parent = result.append(
          Label(
            arrival: moments[place], hops: Int32(place + 1), contact: crossed[place], parent: parent,
            node: visited[place + 1]))
      }
      result.lastStep[node] = parent
    }
    return result
  }
}

extension EarliestArrivals {
  /// The nodes visited, the source first, and the contacts crossed on the way to a step.
  fileprivate func past(of step: Int) -> (visited: [NodeIndex], crossed: [Int32]) {
    var visited: [NodeIndex] = []
    var crossed: [Int32] = []
    var place = step
    while place >= 0 {
      visited.append(steps[place].node)
      if steps[place].parent >= 0 { crossed.append(steps[place].contact) }
      place = steps[place].parent
    }
    return (visited.reversed(), crossed.reversed())
  }
}
