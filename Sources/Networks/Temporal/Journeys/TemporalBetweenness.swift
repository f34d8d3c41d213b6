/// Which journeys between two nodes count as best.
public enum JourneyKind: Hashable, Sendable {
  /// Those with the fewest hops, whenever they arrive.
  case shortest
  /// Those with the fewest hops among those that arrive earliest.
  case shortestForemost
}

extension Timetable {
  /// How often each node lies on the best journeys between two others.
  ///
  /// For each ordered pair of nodes that are no hubs, a node between them scores the share of the pair's best
  /// journeys that pass through it; ends of a journey score nothing, and pairs out of reach add 0. Hubs are no
  /// ends, but they score: this is how often an agreement lies between two actors.
  ///
  /// Journeys count as sequences of contacts that the rules allow someone to cross one after the other. Parallel
  /// contacts make different journeys, as does the same contact in the other direction. A sequence that can be
  /// crossed at several moments counts once; what counts is its earliest arrival. The fewest hops are the
  /// fewest contacts that do not lead out of a hub; where contacts join two hubs, of these journeys only those
  /// count that cross the fewest such contacts. Best journeys never come to a node twice.
  ///
  /// Journeys are counted as doubles.
  /// - Parameters:
  ///   - rules: What the travellers may do; a waiting limit traps.
  ///   - kind: Which journeys are the best.
  ///   - owners: For each node the one that it counts as; nil: each as itself. The score of several that count as one goes to
  ///     that one, and who passes from one to the other of them passes once.
  ///   - threads: How many threads may work; fewer than 1 traps.
  /// - Returns: One score per node, in node order, the same to the last bit with any number of threads; empty
  ///   if there are no nodes.
  /// - Throws: ``MeasureError/uncountableJourneys(measure:)`` where two nodes have more than 10^308 best journeys, and
  ///   ``MeasureError/tooManyJourneys(ways:)``.
  /// - Complexity: O(*n* *M* log *M*) time and O(*n* + *M*) memory for each thread if all contacts are instants;
  ///   *n* nodes, *M* contacts. A span costs as much as there are arrivals at its ends while it lasts.
  /// - SeeAlso: F. Brunelli, P. Crescenzi and L. Viennot, arXiv:2501.12708, 2025; S. Buß, H. Molter, R.
  ///   Niedermeier and M. Rymar, KDD 2020, doi:10.1145/3394486.3403259.
  public func temporalBetweenness(
    under rules: JourneyRules = JourneyRules(), journeys kind: JourneyKind = .shortest,
    countingAs owners: [NodeIndex]? = nil, threads: ThreadCount = .all
  ) throws(MeasureError) -> [Double] {
    precondition(
      rules.waitingLimit == nil,
      "Waiting was limited to \(rules.waitingLimit ?? 0); journeys are counted without a limit only.")
    precondition(
      owners.map { $0.count == nodeCount } ?? true,
      "\(owners?.count ?? 0) nodes were to count as others; there are \(nodeCount).")
    let graph = CountingGraph(self, JourneyFrame(rules, for: self, isMirrored: false), kind, owners)
    let sources = (0..<nodeCount).map { Int32($0) }.filter { !isHub($0) }
    let block = 16
    return try sumInOrder(
      count: (sources.count + block - 1) / block, length: nodeCount, of: Double.self, threads: threads
    ) {
      NoRoom()
    } work: { number, _, scores throws(MeasureError) in
      for source in sources[number * block..<min((number + 1) * block, sources.count)] {
        try CountedJourneys(from: source, in: graph).addDependencies(to: &scores)
      }
    }
  }
}
