/// When a traveller from one node reaches the others at the earliest, and how.
public struct EarliestJourneys: Sendable {
  private let search: KeptLabels

  init(_ search: consuming LabelSearch) { self.search = KeptLabels(search) }

  /// The node travelled from.
  public var source: NodeIndex { search.root }
  /// How many nodes there are, reached or not.
  public var nodeCount: Int { search.nodeCount }
  /// The nodes within reach, the source included, in order.
  public var reached: [NodeIndex] { search.reached }

  /// The moment of the earliest arrival; the source itself is reached at `earliest` of the rules.
  /// - Returns: The moment, or nil if the node is out of reach. `Int64.min` and `Int64.max` are open ends.
  /// - Complexity: O(1).
  public func arrival(at node: NodeIndex) -> Int64? { search.label(at: node)?.first }

  /// A journey that attains the earliest arrival, at each step as early as it can.
  ///
  /// Of the earliest journeys whose beginnings were chosen by this same rule: the one with the fewest hops,
  /// then with the fewest contacts, then the one whose last contact has the lowest index, then the last but
  /// one, and so on. With a waiting limit it is one of the earliest journeys, the same on every run.
  /// - Returns: The journey; nil if the node is out of reach.
  /// - Complexity: O(*h*); *h* crossings.
  public func journey(to node: NodeIndex) -> TemporalPath? { search.journey(at: node) }
}

/// When a traveller to one node has to leave the others at the latest, and how.
public struct LatestJourneys: Sendable {
  private let search: KeptLabels

  init(_ search: consuming LabelSearch) { self.search = KeptLabels(search) }

  /// The node travelled to.
  public var target: NodeIndex { search.root }
  /// How many nodes there are, within reach or not.
  public var nodeCount: Int { search.nodeCount }
  /// The nodes from which the target is within reach, itself included, in order.
  public var reaching: [NodeIndex] { search.reached }

  /// The moment of the latest departure; the target itself is left at `latest` of the rules.
  /// - Returns: The moment, or nil if no journey leads to the target. `Int64.min` and `Int64.max` are open
  ///   ends.
  /// - Complexity: O(1).
  public func departure(from node: NodeIndex) -> Int64? { search.label(at: node).map { ~$0.first } }

  /// A journey that attains the latest departure.
  ///
  /// The mirror image of ``EarliestJourneys/journey(to:)`` chooses the contacts: the fewest hops, then the
  /// fewest contacts, then the lowest index of the first contact, then the second. Where waiting is free,
  /// each contact but the first is crossed as early as it can be.
  /// - Returns: The journey; nil if no journey leads to the target.
  /// - Complexity: O(*h*); *h* crossings.
  public func journey(from node: NodeIndex) -> TemporalPath? { search.journey(at: node) }
}

/// The fewest hops from one node to the others, and how.
public struct FewestHopJourneys: Sendable {
  private let search: KeptLabels

  init(_ search: consuming LabelSearch) { self.search = KeptLabels(search) }

  /// The node travelled from.
  public var source: NodeIndex { search.root }
  /// How many nodes there are, reached or not.
  public var nodeCount: Int { search.nodeCount }
  /// The nodes within reach, the source included, in order.
  public var reached: [NodeIndex] { search.reached }

  /// The fewest hops of any journey; 0 for the source, and for what a source that is a hub leads to directly.
  /// - Returns: The number, or nil if the node is out of reach.
  /// - Complexity: O(1).
  public func hops(to node: NodeIndex) -> Int? { search.label(at: node).map { Int($0.hops) } }

  /// The earliest arrival with the fewest hops.
  /// - Returns: The moment, or nil if the node is out of reach.
  /// - Complexity: O(1).
  public func arrival(at node: NodeIndex) -> Int64? { search.label(at: node)?.first }

  /// A journey that attains the fewest hops, and with these the earliest arrival.
  ///
  /// Of those whose beginnings are not both longer and later than need be: the one with the fewest contacts,
  /// then the one whose last contact has the lowest index, then the last but one, and so on.
  /// - Returns: The journey; nil if the node is out of reach.
  /// - Complexity: O(*h*); *h* crossings.
  public func journey(to node: NodeIndex) -> TemporalPath? { search.journey(at: node) }
}

/// The labels of a search that is over.
struct KeptLabels: Sendable {
  private let search: LabelSearch

  init(_ search: consuming LabelSearch) { self.search = search.finished() }

  var root: NodeIndex { NodeIndex(Int(search.root)) }
  var nodeCount: Int { search.firstLabel.count }
  var reached: [NodeIndex] {
    search.firstLabel.indices.filter { search.firstLabel[$0] >= 0 }.map { NodeIndex($0) }
  }

  func label(at node: NodeIndex) -> JourneyLabel? {
    number(at: node).map { search.labels[$0] }
  }

  func journey(at node: NodeIndex) -> TemporalPath? {
    number(at: node).map { search.journey(endingWith: $0, at: search.labels[$0].first, pace: .earliest) }
  }

  private func number(at node: NodeIndex) -> Int? {
    search.timetable.check(node, "A journey was asked for")
    let number = Int(search.firstLabel[node.position])
    return number < 0 ? nil : number
  }
}

extension Timetable {
  /// The earliest arrival at every node of a traveller who leaves one node.
  ///
  /// - Parameters:
  ///   - source: The node to leave; one that is not below `nodeCount` traps.
  ///   - rules: What the traveller may do.
  /// - Returns: An arrival for every node within reach, with its journey. The source is always within reach.
  /// - Complexity: O(*n* + *M* log *M*) time and O(*n* + *M*) memory without a waiting limit; *n* nodes, *M*
  ///   contacts. With one, each different interval of arrivals at a node costs a pass over its contacts and
  ///   its intervals. Who goes to and fro, or round and round, makes one interval more at each node and event, however long it
  ///   takes him; they are told by their rounds.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``, which a waiting limit and very many events can lead to.
  /// - SeeAlso: B. Bui-Xuan, A. Ferreira and A. Jarry, Int. J. Found. Comput. Sci. 14(2), 2003,
  ///   doi:10.1142/S0129054103001728.
  public func earliestJourneys(from source: NodeIndex, under rules: JourneyRules = JourneyRules())
    throws(MeasureError) -> EarliestJourneys
  {
    EarliestJourneys(try search(.arrival, from: source, under: rules))
  }

  /// The latest departure from every node of a traveller who goes to one node.
  ///
  /// - Parameters:
  ///   - target: The node to reach; one that is not below `nodeCount` traps.
  ///   - rules: What the traveller may do.
  /// - Returns: A departure for every node from which the target is within reach, with its journey.
  /// - Complexity: That of ``earliestJourneys(from:under:)``.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``.
  public func latestJourneys(to target: NodeIndex, under rules: JourneyRules = JourneyRules())
    throws(MeasureError) -> LatestJourneys
  {
    LatestJourneys(try search(.arrival, to: target, under: rules))
  }

  /// The fewest hops from one node to every other.
  ///
  /// - Parameters:
  ///   - source: The node to leave; one that is not below `nodeCount` traps.
  ///   - rules: What the traveller may do.
  /// - Returns: A number for every node within reach, with a journey that is the earliest of as few hops.
  /// - Complexity: O(*h* *M* log *M*) time without a waiting limit, where more than *h* hops lead nowhere
  ///   earlier; *M* contacts. With one, each different interval of arrivals at a node costs a pass over its
  ///   contacts and its intervals, until all nodes are reached that can be.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``, which a short waiting limit and long spans can lead to.
  /// - SeeAlso: B. Bui-Xuan, A. Ferreira and A. Jarry, Int. J. Found. Comput. Sci. 14(2), 2003,
  ///   doi:10.1142/S0129054103001728.
  public func fewestHopJourneys(from source: NodeIndex, under rules: JourneyRules = JourneyRules())
    throws(MeasureError) -> FewestHopJourneys
  {
    FewestHopJourneys(try search(.hops, from: source, under: rules))
  }

  /// A search from a node.
  func search(
    _ aim: JourneyAim, from source: NodeIndex, under rules: JourneyRules,
    limits: JourneyLimits = JourneyLimits()
  ) throws(MeasureError) -> LabelSearch {
    check(source, "A journey was to start")
    let frame = JourneyFrame(rules, for: self, isMirrored: false)
    return try LabelSearch(self, from: source, frame: frame, aim: aim, limits: limits)
  }

  /// A search in the mirror, from the node that is to be reached.
  func search(
    _ aim: JourneyAim, to target: NodeIndex, under rules: JourneyRules,
    limits: JourneyLimits = JourneyLimits()
  ) throws(MeasureError) -> LabelSearch {
    check(target, "A journey was to end")
    let frame = JourneyFrame(rules, for: self, isMirrored: true)
    return try LabelSearch(self, from: target, frame: frame, aim: aim, limits: limits)
  }
}
