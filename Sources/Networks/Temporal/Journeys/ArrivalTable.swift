/// When travellers from several nodes reach all others at the earliest.
public struct ArrivalTable: Sendable {
  /// The nodes travelled from, in the order asked for.
  public let sources: [NodeIndex]
  /// How many nodes there are.
  public let nodeCount: Int
  private let rows: [ArrivalRow]

  init(sources: [NodeIndex], nodeCount: Int, rows: [ArrivalRow]) {
    (self.sources, self.nodeCount, self.rows) = (sources, nodeCount, rows)
  }

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
    return rows[place].isReached[node.position] ? rows[place].moments[node.position] : nil
  }
}

extension Timetable {
  /// The earliest arrivals from several nodes at every node.
  ///
  /// The answers are those of ``earliestJourneys(from:under:)`` without the journeys, found sooner.
  /// - Parameters:
  ///   - sources: The nodes to leave, in any order; one that is not below `nodeCount` traps.
  ///   - rules: What the travellers may do.
  ///   - threads: How many threads may work; the answer is the same whatever the number.
  /// - Returns: A row for each source.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``, where waiting is limited.
  /// - Complexity: Without a waiting limit O(*s* (*n* log *M* + *M*)) time where all contacts are of one moment and no node is a hub,
  ///   else O(*s* (*n* + *M* log *M*)), and O(*s* *n* + *M*) memory; *s* sources, *n* nodes, *M* contacts. With a limit, *s* times as
  ///   long as one search.
  public func earliestArrivals(
    from sources: [NodeIndex], under rules: JourneyRules = JourneyRules(), threads: ThreadCount = .all
  ) throws(MeasureError) -> ArrivalTable {
    for source in sources { check(source, "A journey was to start") }
    let finder = ArrivalFinder(self, rules)
    let rows = try mapInOrder(count: sources.count, threads: threads) {
      finder.makeRoom()
    } work: { place, room throws(MeasureError) in
      try finder.row(from: sources[place].rawValue, in: &room)
    }
    return ArrivalTable(sources: sources, nodeCount: nodeCount, rows: rows)
  }
}
