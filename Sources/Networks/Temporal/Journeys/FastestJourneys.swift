/// The journeys from one node to the others that take least time, from departure to arrival.
public struct FastestJourneys: Sendable {
  private let search: LabelSearch
  /// The label of each node's fastest journey; −1 if the node is out of reach.
  private let best: [Int32]

  init(_ search: consuming LabelSearch) {
    let search = search.finished()
    best = search.firstLabel.indices.map { node in
      var best: Int32 = -1
      var place = search.newest[node]
      while place >= 0 {
        let label = search.labels[Int(place)]
        if best < 0 || precedes(label, search.labels[Int(best)]) { best = place }
        place = search.previous[Int(place)]
      }
      return best
    }
    self.search = search
  }

  /// The node travelled from.
  public var source: NodeIndex { NodeIndex(Int(search.root)) }
  /// How many nodes there are, reached or not.
  public var nodeCount: Int { best.count }

  /// The least time from departure to arrival; 0 for the source.
  /// - Returns: The time, or nil if the node is out of reach. It is `Int64.max` where the arrival is open.
  /// - Complexity: O(1).
  public func duration(to node: NodeIndex) -> Int64? { label(of: node)?.shortestDuration }

  /// When the fastest journey departs; of several, that which arrives first.
  /// - Returns: The moment, or nil if the node is out of reach.
  /// - Complexity: O(1).
  public func departure(to node: NodeIndex) -> Int64? { label(of: node)?.fastestDeparture }

  /// When the fastest journey arrives; of several, that which arrives first.
  /// - Returns: The moment, or nil if the node is out of reach.
  /// - Complexity: O(1).
  public func arrival(at node: NodeIndex) -> Int64? { label(of: node)?.first }

  /// The hops of the fastest journey; of several that arrive first, that with the fewest.
  /// - Returns: The number, or nil if the node is out of reach.
  /// - Complexity: O(1).
  public func hops(to node: NodeIndex) -> Int? { label(of: node).map { Int($0.hops) } }

  /// A journey that attains the least time.
  ///
  /// Of several: the one that arrives first, then with the fewest hops, then with the fewest contacts, then
  /// the one whose last contact has the lowest index, then the last but one, and so on, among those whose
  /// beginnings are not worse than others in departure, arrival and hops.
  /// - Returns: The journey; nil if the node is out of reach.
  /// - Complexity: O(*h*); *h* crossings.
  public func journey(to node: NodeIndex) -> TemporalPath? {
    label(of: node).map {
      search.journey(endingWith: Int(best[node.position]), at: $0.first, pace: .latest)
    }
  }

  private func label(of node: NodeIndex) -> JourneyLabel? {
    search.timetable.check(node, "A journey was asked for")
    let number = Int(best[node.position])
    return number < 0 ? nil : search.labels[number]
  }
}

/// Shorter first, then earlier, then fewer hops, then what was accepted first (compared newest first).
private func precedes(_ left: JourneyLabel, _ right: JourneyLabel) -> Bool {
  let (one, other) = (left.shortestDuration, right.shortestDuration)
  if one != other { return one < other }
  if left.first != right.first { return left.first < right.first }
  return left.hops <= right.hops
}

extension JourneyLabel {
  /// The least time from departure to arrival.
  var shortestDuration: Int64 {
    if first == .max { return .max }
    if first == .min || departure == .max { return duration }
    if departure == .min { return .max }
    let (difference, overflows) = first.subtractingReportingOverflow(departure)
    return max(duration, overflows ? (departure < 0 ? .max : .min) : difference)
  }

  /// The latest departure that arrives first.
  var fastestDeparture: Int64 { min(departure, earlier(first, by: duration)) }
}

extension Timetable {
  /// The fastest journeys from one node to every other: the least time from departure to arrival.
  ///
  /// - Parameters:
  ///   - source: The node to leave; one that is not below `nodeCount` traps.
  ///   - rules: What the traveller may do.
  /// - Returns: A duration for every node within reach, with its journey.
  /// - Complexity: That of ``profile(from:under:)``.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``.
  /// - SeeAlso: B. Bui-Xuan, A. Ferreira and A. Jarry, Int. J. Found. Comput. Sci. 14(2), 2003,
  ///   doi:10.1142/S0129054103001728.
  public func fastestJourneys(from source: NodeIndex, under rules: JourneyRules = JourneyRules())
    throws(MeasureError) -> FastestJourneys
  {
    FastestJourneys(try search(.profile, from: source, under: rules))
  }
}
