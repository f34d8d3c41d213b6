public import Chronology
import Diplomacy
import Networks

/// The contacts of a stretch of time, for measures of journeys and walks.
struct MeasuredContacts: Sendable {
  /// The entities that are in touch are the first nodes of its timetable.
  let contacts: ContactTimetable
  let options: JourneyOptions
  /// By how many seconds moments rise, where they have to.
  let rise: Int64
  let meetings: ContactNetwork.Meetings
  /// What is to be known of the contacts, a sentence each.
  let conventions: [String]

  /// The scores of the entities that are in touch, in order.
  func scores(_ measure: Measure, _ options: TemporalOptions, threads: ThreadCount = .all)
    throws(MeasureError) -> [Double]
  {
    let timetable = contacts.timetable
    var rules = contacts.clock.rules(self.options, rise: rise, isLenient: true)
    var scores: [Double]
    switch measure {
    case .outReach:
      scores = try timetable.reachCounts(under: rules, threads: threads).outgoing.map(Double.init)
    case .inReach:
      scores = try timetable.reachCounts(under: rules, threads: threads).incoming.map(Double.init)
    case .temporalCloseness:
      let distance: TemporalDistance
      switch options.distance {
      case .steps: distance = .hops
      case .duration: distance = .duration(unit: TemporalOptions.year)
      case .arrival:
        distance = .arrival(unit: TemporalOptions.year)
        if self.options.after.isOpen { rules.earliest = min(contacts.firstStart, rules.latest) }
      }
      scores = try timetable.temporalCloseness(under: rules, by: distance, threads: threads)
    case .temporalBetweenness:
      scores = try timetable.temporalBetweenness(
        under: rules, journeys: options.best == .shortest ? .shortest : .shortestForemost,
        countingAs: contacts.owners, threads: threads)
    case .temporalKatz:
      scores = try contacts.walks.temporalKatz(
        alpha: options.alpha, decay: options.halfLife.map { 0.693_147_180_559_945_3 / $0 * 86_400 } ?? 0)
    case .temporalWalk:
      scores = try contacts.walks.temporalWalkCentrality(
        alpha: options.alpha, beta: options.beta ?? options.alpha)
    case .temporalPageRank:
      scores = contacts.walks.temporalPageRank(waiting: options.staying)
    default: preconditionFailure("\(measure.rawValue) is no measure of contacts in time.")
    }
    // What is no actor carries journeys and walks, which neither begin nor end there.
    if ![.temporalBetweenness, .temporalWalk].contains(measure) {
      for hub in timetable.hubs where hub.position < contacts.entityCount { scores[hub.position] = .nan }
    }
    return Array(scores.prefix(contacts.entityCount))
  }
}

extension MeasuredNetwork {
  /// The contacts of a view, in a stretch of time.
  ///
  /// Nodes are the entities that are in touch in it, and edges join those that are; an edge weighs as much as there are
  /// contacts.
  /// - Parameters:
  ///   - contacts: The contacts.
  ///   - date: The date with which the stretch begins, if the network is one of a series.
  ///   - dates: Whether contacts are taken as wide as they may be, or as narrow.
  ///   - options: Which journeys count; those of another criterion too.
  /// - Complexity: O(*n* + *m* log *m*); *n* entities, *m* contacts.
  public init(
    contactsOf contacts: ContactNetwork, from date: HistoricalDate? = nil, dates: DateAssumption,
    _ options: JourneyOptions
  ) {
    let graph = contacts.view.graph
    let (asked, found) = (options, contacts.within(options))
    let options = found ?? options
    var layer = dates == .possible ? contacts.possible : contacts.certain
    if found == nil { layer.contacts = [] }
    let timetable = ContactTimetable(
      layer, graph,
      dates == .possible ? .possible : .certain, within: options.rules(), clock: contacts.clock(options))
    var weights: [Int64: Double] = [:]
    let isDirected = timetable.isDirected
    for (source, target) in timetable.ends {
      let (one, other) = isDirected ? (source, target) : (min(source, target), max(source, target))
      weights[Int64(one) << 32 | Int64(other), default: 0] += 1
    }
    let pairs = weights.keys.sorted()
    let network = Network(
      nodeCount: timetable.entityCount,
      edges: pairs.map { (NodeIndex(Int($0 >> 32)), NodeIndex(Int($0 & 0xFFFF_FFFF))) },
      weights: pairs.map { weights[$0] ?? 0 }, direction: isDirected ? .directed : .undirected)
    self.init(
      view: contacts.view, date: date ?? contacts.view.options.at, kind: .contacts, dates: dates,
      positions: Array(timetable.positions.prefix(timetable.entityCount)), edgeCount: pairs.count,
      network: network,
      convention:
        "network: contacts of \(timetable.entityCount) entities, \(timetable.ends.count) contacts between \(pairs.count) pairs, "
        + (isDirected ? "directed" : "undirected")
        + "; a contact says that an actor takes part in an agreement, attends an event or is tied to another actor",
      timed: MeasuredContacts(
        contacts: timetable, options: options, rise: contacts.rise, meetings: contacts.meetings,
        conventions: contacts.meetingConventions + [
          dates == .possible
            ? "dates: contacts as wide as uncertain dates allow"
            : "dates: contacts as narrow as uncertain dates allow"
        ]
          + (contacts.view.options.at.map { ["at: contacts and journeys within \($0)"] } ?? [])
          + asked.conventions(rise: contacts.rise).dropFirst()))
  }
}
