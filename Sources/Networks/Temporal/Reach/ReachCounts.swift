/// How many others each node reaches, and is reached by.
public struct ReachCounts: Hashable, Sendable {
  /// For each node, how many other nodes it reaches.
  public let outgoing: [Int]
  /// For each node, how many other nodes reach it.
  public let incoming: [Int]
}

extension Timetable {
  /// How many other nodes each node reaches, and how many reach it; hubs carry journeys, but do not count, and have 0 and 0.
  ///
  /// - Parameters:
  ///   - rules: What the travellers may do.
  ///   - threads: How many threads may work; the answer is the same whatever the number.
  /// - Returns: Two numbers for each node. The outgoing ones and the incoming ones have the same sum.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``, where waiting is limited.
  /// - Complexity: Where hops take no time and nothing is strict or limited, and where all contacts are instants without a
  ///   limit, 512 nodes share a pass of O(*n* + *M*) time.
  ///   Otherwise *n* searches of O(*n* + *M* log *M*) time each without a waiting limit, O(*n* + *M*) memory;
  ///   *n* nodes, *M* contacts.
  public func reachCounts(under rules: JourneyRules = JourneyRules(), threads: ThreadCount = .all)
    throws(MeasureError) -> ReachCounts
  {
    rules.check()
    let isAtOnce = rules.transit == 0 && rules.moments == .nonDecreasing && rules.waitingLimit == nil
    let counts =
      isAtOnce
      ? countsByBits(rules, threads)
      : InstantReach.serves(self, rules)
        ? countsOfInstants(rules, threads) : try countsBySearches(rules, threads)
    return ReachCounts(outgoing: Array(counts[..<nodeCount]), incoming: Array(counts[nodeCount...]))
  }

  private func countsByBits(_ rules: JourneyRules, _ threads: ThreadCount) -> [Int] {
    let events = ReachEvents(of: self, rules: rules).events
    let sources = endpoints
    return sumInOrder(
      count: (sources.count + 511) / 512, length: 2 * nodeCount, of: Int.self, threads: threads
    ) {
      TemporalReachBits(self)
    } work: { number, room, counts in
      room.count(
        from: sources[512 * number..<min(512 * (number + 1), sources.count)], through: events, to: &counts)
    }
  }

  private func countsOfInstants(_ rules: JourneyRules, _ threads: ThreadCount) -> [Int] {
    let (nodeCount, sources) = (nodeCount, endpoints)
    return sumInOrder(
      count: (sources.count + 511) / 512, length: 2 * nodeCount, of: Int.self, threads: threads
    ) {
      InstantReach(self, rules)
    } work: { number, room, counts in
      let group = sources[512 * number..<min(512 * (number + 1), sources.count)]
      room?.run(from: group) { _, _, _ in }
      var reached = BitCounts()
      for node in 0..<nodeCount {
        let bits = room?.travellers(at: node) ?? .zero
        reached.add(bits)
        for lane in 0..<8 { counts[nodeCount + node] += bits[lane].nonzeroBitCount }
      }
      // Nobody reaches himself.
      for (bit, source) in group.enumerated() {
        counts[Int(source)] = reached[bit] - 1
        counts[nodeCount + Int(source)] -= 1
      }
    }
  }

  private func countsBySearches(_ rules: JourneyRules, _ threads: ThreadCount) throws(MeasureError) -> [Int] {
    let finder = ArrivalFinder(self, rules)
    let (nodeCount, endpoints) = (nodeCount, endpoints)
    let block = 16
    return try sumInOrder(
      count: (endpoints.count + block - 1) / block, length: 2 * nodeCount, of: Int.self, threads: threads
    ) {
      finder.makeRoom()
    } work: { number, room, counts throws(MeasureError) in
      for source in endpoints[number * block..<min((number + 1) * block, endpoints.count)] {
        let row = try finder.row(from: source, in: &room)
        for node in endpoints where node != source && row.isReached[Int(node)] {
          counts[Int(source)] += 1
          counts[nodeCount + Int(node)] += 1
        }
      }
    }
  }

  /// The nodes that are no hubs, in order.
  var endpoints: [Int32] { (0..<Int32(truncatingIfNeeded: nodeCount)).filter { !isHub($0) } }
}
