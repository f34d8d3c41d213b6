extension Timetable {
  /// Temporal PageRank: how often walkers who follow the contacts as they happen come by.
  ///
  /// With each way across a contact, a walker sets out from where it begins; with probability `damping` those who wait
  /// there cross, and the share `waiting` of them waits for later contacts all the same. What waits for several ways at one
  /// moment takes them one after the other, and each order counts alike. A hub that is entered is left for another node, at
  /// the same moment or later, by each contact that does so alike. With moments that all differ and no hubs this is the
  /// streaming algorithm of Rozenshtein and Gionis, where β is `waiting`, or 1 if nobody waits.
  ///
  /// Contacts that are not instants trap, and so do those between two hubs.
  /// - Parameters:
  ///   - damping: Between 0 and 1, both excluded.
  ///   - waiting: From 0 to below 1.
  /// - Returns: One score per node, in node order, with the sum 1; zeros where there are no contacts, and for hubs.
  /// - Complexity: O(*n* + *M*) time and memory; *n* nodes, *M* contacts.
  /// - SeeAlso: P. Rozenshtein and A. Gionis, ECML PKDD 2016, doi:10.1007/978-3-319-46227-1_42.
  public func temporalPageRank(damping: Double = 0.85, waiting: Double = 0) -> [Double] {
    precondition(damping > 0 && damping < 1, "The damping was \(damping); it lies between 0 and 1.")
    precondition(
      waiting >= 0 && waiting < 1, "The share that waits was \(waiting); it is 0 or more and below 1.")
    let steps = WalkSteps(self)
    var visits = [Double](repeating: 0, count: nodeCount)
    var walkers = visits
    // What each way out of a hub takes, and what of it came from the node itself; and the ways out that are left.
    var inHubs = [SIMD2<Double>](repeating: .zero, count: isHub.isEmpty ? 0 : nodeCount)
    var ofPairs = [SIMD2<Double>](repeating: .zero, count: steps.pairCount)
    var exitsOfHub = [Int](repeating: 0, count: inHubs.count)
    var exitsOfPair = [Int](repeating: 0, count: steps.pairCount)
    var crossings: [WalkSteps.Crossing] = []
    if !isHub.isEmpty {
      steps.crossings(of: 0..<contactCount, &crossings)
      for crossing in crossings where steps.isExit(crossing) {
        exitsOfHub[crossing.from] += 1
        exitsOfPair[steps.pair(of: crossing)] += 1
      }
    }
    var ways = [Int32](repeating: 0, count: nodeCount)
    // What crosses one way: visits, and walkers who go on.
    var crossing = [SIMD2<Double>](repeating: .zero, count: nodeCount)
    var arriving: [(node: Int, share: SIMD2<Double>)] = []
    for group in steps.moments {
      steps.crossings(of: group, &crossings)
      func leads(_ way: WalkSteps.Crossing) -> Bool {
        if steps.isExit(way) { return false }
        return !steps.isEntry(way) || exitsOfHub[way.to] > exitsOfPair[steps.pair(of: way)]
      }
      for way in crossings where leads(way) { ways[way.from] += 1 }
      for way in crossings where leads(way) && ways[way.from] > 0 {
        let count = Int(ways[way.from])
        ways[way.from] = 0
        var (left, sum) = (walkers[way.from], 0.0)
        for _ in 0..<count {
          left += 1 - damping
          sum += left
          left *= waiting
        }
        visits[way.from] += Double(count) * (1 - damping)
        walkers[way.from] = left
        let share = damping * sum / Double(count)
        crossing[way.from] = SIMD2(share, share * (1 - waiting))
      }
      for way in crossings where leads(way) {
        let share = crossing[way.from]
        guard steps.isEntry(way) else {
          arriving.append((way.to, share))
          continue
        }
        let pair = steps.pair(of: way)
        let each = share / Double(exitsOfHub[way.to] - exitsOfPair[pair])
        inHubs[way.to] += each
        ofPairs[pair] += each
      }
      for way in crossings where steps.isExit(way) {
        let pair = steps.pair(of: way)
        let share = inHubs[way.from] - ofPairs[pair]
        arriving.append((way.to, SIMD2(max(0, share[0]), max(0, share[1]))))
        exitsOfHub[way.from] -= 1
        exitsOfPair[pair] -= 1
      }
      for (node, share) in arriving {
        visits[node] += share[0]
        walkers[node] += share[1]
      }
      arriving.removeAll(keepingCapacity: true)
    }
    let total = visits.reduce(0, +)
    return total > 0 ? visits.map { $0 / total } : visits
  }
}
