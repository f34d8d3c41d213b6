/// What makes a node far from another one on the way through a ``Timetable``.
public enum TemporalDistance: Hashable, Sendable {
  /// The fewest hops of a journey.
  case hops
  /// 1 and the least time from departure to arrival, in units of so many moments; fewer than 1 traps.
  case duration(unit: Int64)
  /// 1 and the time from `earliest` of the rules to the earliest arrival, in units of so many moments; fewer
  /// than 1 traps, and so does an `earliest` that is open.
  case arrival(unit: Int64)
}

extension Timetable {
  /// How near the others are to each node: the sum of 1/*d* over the other nodes that it reaches.
  ///
  /// The distance *d* is that of journeys that leave the node; a node out of reach adds 0, and so does one at
  /// an open distance. Hubs carry journeys, but they are no targets, and score 0 themselves. By hops the centre
  /// of a star of *n* nodes scores *n* − 1.
  /// - Parameters:
  ///   - rules: What the travellers may do.
  ///   - distance: What makes a node far.
  ///   - threads: How many threads may work; fewer than 1 traps.
  /// - Returns: One score per node, in node order, the same to the last bit with any number of threads; empty
  ///   if there are no nodes.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``.
  /// - Complexity: By arrival over instants, without hubs or a waiting limit and where contacts at one moment do not follow each
  ///   other, a pass of O(*n* + *M*) time for 512 nodes, and what they reach. Else *n* searches: O(*n* + *M* log *M*) time each by arrival and O(*h* *M* log *M*) by hops without
  ///   a waiting limit, that of ``profile(from:under:)`` by duration; *n* nodes, *M* contacts, and more than
  ///   *h* hops lead nowhere earlier.
  /// - SeeAlso: R. K. Pan and J. Saramäki, Physical Review E 84, 016105, 2011,
  ///   doi:10.1103/PhysRevE.84.016105.
  public func temporalCloseness(
    under rules: JourneyRules = JourneyRules(), by distance: TemporalDistance = .hops,
    threads: ThreadCount = .all
  ) throws(MeasureError) -> [Double] {
    let frame = JourneyFrame(rules, for: self, isMirrored: false)
    switch distance {
    case .hops: break
    case .duration(let unit), .arrival(let unit):
      precondition(
        unit > 0, "Distances were to be counted in units of \(unit) moments; a unit has 1 or more.")
    }
    guard case .arrival(let unit) = distance else {
      return try mapInOrder(count: nodeCount, threads: threads) {
        NoRoom()
      } work: { source, _ throws(MeasureError) in
        isHub(Int32(source)) ? 0 : try closeness(of: NodeIndex(source), distance, frame)
      }
    }
    precondition(
      rules.earliest != .min && rules.earliest != .max,
      "Arrivals were to be counted from an open moment; give the rules an earliest one.")
    if InstantReach.serves(self, rules) { return closenessOfInstants(rules, unit, threads) }
    let finder = ArrivalFinder(self, rules)
    return try mapInOrder(count: nodeCount, threads: threads) {
      finder.makeRoom()
    } work: { source, room throws(MeasureError) in
      if isHub(Int32(source)) { return 0 }
      let row = try finder.row(from: Int32(source), in: &room)
      return sumOverTargets(of: source) { node in
        guard row.isReached[node], row.moments[node] != .max else { return 0 }
        return nearness(row.moments[node].subtractingReportingOverflow(frame.earliest), unit)
      }
    }
  }

  /// By arrival, 512 nodes at a time.
  private func closenessOfInstants(_ rules: JourneyRules, _ unit: Int64, _ threads: ThreadCount) -> [Double] {
    let nodes = endpoints
    return mapInOrder(count: (nodes.count + 511) / 512, threads: threads) {
      InstantReach(self, rules)
    } work: { number, room in
      let group = nodes[512 * number..<min(512 * (number + 1), nodes.count)]
      let sums = Workspace(repeating: 0.0, count: 512)
      room?.run(from: group) { _, moment, bits in
        if moment == .max { return }
        let worth = nearness(moment.subtractingReportingOverflow(rules.earliest), unit)
        for lane in 0..<8 {
          var word = bits[lane]
          let start = 64 &* lane
          while word != 0 {
            sums[start &+ word.trailingZeroBitCount] += worth
            word &= word &- 1
          }
        }
      }
      return group.indices.map { sums[$0 - group.startIndex] }
    }.flatMap { $0 }
  }

  /// By hops or by duration.
  private func closeness(of source: NodeIndex, _ distance: TemporalDistance, _ frame: JourneyFrame)
    throws(MeasureError) -> Double
  {
    guard case .duration(let unit) = distance else {
      let journeys = FewestHopJourneys(try LabelSearch(self, from: source, frame: frame, aim: .hops))
      return sumOverTargets(of: source.position) { node in
        journeys.hops(to: NodeIndex(node)).map { 1 / Double($0) } ?? 0
      }
    }
    let journeys = FastestJourneys(try LabelSearch(self, from: source, frame: frame, aim: .profile))
    return sumOverTargets(of: source.position) { node in
      guard let duration = journeys.duration(to: NodeIndex(node)), duration < .max else { return 0 }
      return nearness((duration, false), unit)
    }
  }

  /// The sum over the other nodes that are no hubs, in their order.
  private func sumOverTargets(of source: Int, _ worth: (Int) -> Double) -> Double {
    var sum = 0.0
    for node in 0..<nodeCount where node != source && !isHub(Int32(node)) { sum += worth(node) }
    return sum
  }
}

/// 1/(1 + time/unit); 0 for a time that does not fit.
private func nearness(_ time: (partialValue: Int64, overflow: Bool), _ unit: Int64) -> Double {
  time.overflow ? 0 : 1 / (1 + Double(time.partialValue) / Double(unit))
}
