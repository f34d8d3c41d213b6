/// When travellers from several nodes reach all others at the earliest.
public struct ArrivalTable: Sendable {
  /// The nodes travelled from, in the order asked for.
  public let sources: [NodeIndex]
  /// How many nodes there are.
  public let nodeCount: Int
  /// For each source a row of moments, one per node; of no meaning for nodes out of reach.
  public let moments: [Int64]
  /// For each source a row that says which nodes are within reach.
  public let isReached: [Bool]

  /// The moment of the earliest arrival; the source itself is reached at `earliest` of the rules.
  /// - Parameters:
  ///   - place: The place of the source among `sources`; another one traps.
  ///   - node: The node to reach; one that is not below `nodeCount` traps.
  /// - Returns: The moment, or nil if the node is out of reach.
  /// - Complexity: O(1).
  public func arrival(fromSourceAt place: Int, at node: NodeIndex) -> Int64? {
    precondition(
      sources.indices.contains(place) && node.position < nodeCount,
      "Row \(place) was asked for node \(node.rawValue); rows lie below \(sources.count), nodes below \(nodeCount)."
    )
    let slot = place * nodeCount + node.position
    return isReached[slot] ? moments[slot] : nil
  }
}

/// How many others each node reaches, and is reached by.
public struct ReachCounts: Hashable, Sendable {
  /// For each node, how many other nodes it reaches.
  public let outgoing: [Int]
  /// For each node, how many other nodes reach it.
  public let incoming: [Int]
}

extension Timetable {
  /// The earliest arrivals from several nodes at every node.
  ///
  /// The answers are those of ``earliestJourneys(from:under:)`` without the journeys.
  /// - Parameters:
  ///   - sources: The nodes to leave, in any order; one that is not below `nodeCount` traps.
  ///   - rules: What the travellers may do.
  ///   - threads: How many threads may work; the answer is the same whatever the number.
  /// - Returns: A row for each source.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``, where waiting is limited.
  /// - Complexity: O(*s* (*n* + *M* log *M*)) time without a waiting limit, O(*s* *n* + *M*) memory; *s*
  ///   sources, *n* nodes, *M* contacts. With a limit, *s* times as long as one search.
  public func earliestArrivals(
    from sources: [NodeIndex], under rules: JourneyRules = JourneyRules(), threads: ThreadCount = .all
  ) throws(MeasureError) -> ArrivalTable {
    for source in sources { check(source, "A journey was to start") }
    let frame = JourneyFrame(rules, for: self, isMirrored: false)
    let arcs = frame.isLimited ? nil : TimedArcs(of: self, frame: frame)
    let nodeCount = nodeCount
    let rows = try mapInOrder(count: sources.count, threads: threads) {
      ArrivalSearch(nodeCount: nodeCount)
    } work: { place, room throws(MeasureError) -> ArrivalRow in
      guard let arcs else { return try limitedRow(from: sources[place], frame: frame) }
      room.run(from: sources[place].rawValue, at: frame.earliest, along: arcs)
      return room.row
    }
    var moments: [Int64] = []
    var isReached: [Bool] = []
    moments.reserveCapacity(sources.count * nodeCount)
    isReached.reserveCapacity(sources.count * nodeCount)
    for row in rows {
      moments += row.moments
      isReached += row.isReached
    }
    return ArrivalTable(sources: sources, nodeCount: nodeCount, moments: moments, isReached: isReached)
  }

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
    let frame = JourneyFrame(rules, for: self, isMirrored: false)
    let arcs = frame.isLimited ? nil : TimedArcs(of: self, frame: frame)
    let (nodeCount, endpoints) = (nodeCount, endpoints)
    let block = 16
    return try sumInOrder(
      count: (endpoints.count + block - 1) / block, length: 2 * nodeCount, of: Int.self, threads: threads
    ) {
      ArrivalSearch(nodeCount: nodeCount)
    } work: { number, room, counts throws(MeasureError) in
      for source in endpoints[number * block..<min((number + 1) * block, endpoints.count)] {
        let row: ArrivalRow
        if let arcs {
          room.run(from: source, at: frame.earliest, along: arcs)
          row = room.row
        } else {
          row = try limitedRow(from: NodeIndex(Int(source)), frame: frame)
        }
        for node in endpoints where node != source && row.isReached[Int(node)] {
          counts[Int(source)] += 1
          counts[nodeCount + Int(node)] += 1
        }
      }
    }
  }

  /// The nodes that are no hubs, in order.
  var endpoints: [Int32] { (0..<Int32(truncatingIfNeeded: nodeCount)).filter { !isHub($0) } }

  func limitedRow(from source: NodeIndex, frame: JourneyFrame) throws(MeasureError) -> ArrivalRow {
    let search = try LabelSearch(self, from: source, frame: frame, aim: .arrival)
    return ArrivalRow(
      moments: search.firstLabel.map { $0 < 0 ? 0 : search.labels[Int($0)].first },
      isReached: search.firstLabel.map { $0 >= 0 })
  }
}
