public import Chronology
public import Diplomacy
public import Networks

/// The journeys from one actor to another.
public struct JourneyAnswer: Sendable {
  /// Where they start and end.
  public let from, to: EntityID
  /// Those that some assignment of the uncertain dates allows, at their best: none, one, or for a profile several.
  public let possible: [Journey]
  /// Those that every assignment allows, at their worst.
  public let certain: [Journey]
  /// Whether some assignment surely allows the possible journeys, at the moments told, or only where dates that are known by
  /// each other might be taken apart: `.atMost`, since too many ways would have to be looked at to know.
  public var possibleBound = Bound.exact
  /// Whether there surely are no better certain journeys, or perhaps more than those that were found: `.atLeast`.
  public var certainBound = Bound.exact

  /// How an answer bounds the truth.
  public enum Bound: String, Hashable, Sendable {
    /// It is the truth.
    case exact
    /// There are no more, and none are better.
    case atMost = "at-most"
    /// There are no fewer, and none are worse.
    case atLeast = "at-least"
  }
}

/// How likely journeys are, by drawn dates.
public struct ProbableReach: Sendable {
  /// What is known of the way to one actor.
  public struct Answer: Sendable {
    /// The actor.
    public let id: EntityID
    /// In how many of the drawn networks there is a journey.
    public let count: Int
    /// The median of the earliest arrivals in these; nil when there is none.
    public let medianArrival: Moment?
  }

  /// One answer an actor, in order; those never reached have a count of 0.
  public let answers: [Answer]
  /// How many networks were drawn.
  public let sampleCount: Int
  /// What they follow from.
  public let seed: UInt64

  /// The bounds within which the true share of an answer lies with a probability of 95 % (Wilson's interval).
  /// - SeeAlso: E. B. Wilson, J. Am. Stat. Assoc. 22(158), 1927, doi:10.1080/01621459.1927.10502953.
  public func bounds(of answer: Answer) -> ClosedRange<Double> {
    let (count, share, z) = (
      Double(sampleCount), Double(answer.count) / Double(sampleCount), 1.959963984540054
    )
    let middle = share + z * z / (2 * count)
    let width = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    let scale = 1 + z * z / count
    return max(0, (middle - width) / scale)...min(1, (middle + width) / scale)
  }
}

/// A date that an answer hangs on: known better, it alone could change the answer.
public struct Hinge: Hashable, Sendable {
  /// The agreement or event whose date it is; nil where it is that of a statement.
  public let entity: EntityID?
  /// The statement whose own date it is, or one of those that share the date.
  public let statement: StatementID
}

/// A contact network made ready for many questions.
public struct JourneySearch: Sendable {
  /// Who was in touch with whom and when.
  public let network: ContactNetwork
  private let possible, certain: ContactTimetable

  /// - Complexity: O(*n* + *m* log *m*); *n* entities, *m* statements.
  public init(_ network: ContactNetwork) {
    self.network = network
    let graph = network.view.graph
    possible = ContactTimetable(network.possible, graph, .possible)
    certain = ContactTimetable(network.certain, graph, .certain)
  }

  /// The same where moments are counted by another clock.
  private init(_ search: JourneySearch, _ clock: JourneyClock) {
    network = search.network
    let graph = network.view.graph
    possible = ContactTimetable(network.possible, graph, .possible, clock: clock)
    certain = ContactTimetable(network.certain, graph, .certain, clock: clock)
  }

  private func counting(_ options: JourneyOptions) -> JourneySearch {
    let clock = network.clock(options)
    return clock == possible.clock ? self : JourneySearch(self, clock)
  }

  /// The journeys from one actor to another.
  ///
  /// Where dates are known by each other, ways are looked at one by one; when these are too many, the answer is a bound.
  /// - Returns: Nil when either is not an actor of the view, or both are the same.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``, where waiting is limited or the fastest or all journeys are sought.
  /// - Complexity: O(*m* log *m*) for the earliest, latest and fewest; *m* contacts.
  public func journeys(from source: EntityID, to target: EntityID, _ options: JourneyOptions)
    throws(MeasureError) -> JourneyAnswer?
  {
    guard let ends = network.ends(source, target) else { return nil }
    guard let options = network.within(options) else {
      return JourneyAnswer(from: source, to: target, possible: [], certain: [])
    }
    let search = counting(options)
    let best = try search.possible.paths(ends, options, rise: network.rise, isLenient: true)
    let worst = try search.certain.paths(ends, options, rise: network.rise, isLenient: false)
    var judge = JourneyJudge(
      network, search.possible, search.certain, options, root: ends.source, isBackwards: false)
    judge.take(other: ends.target, possible: best, certain: worst)
    return judge.answers().first
  }

  /// The earliest journeys from an actor to all others, or the latest journeys from all others to it.
  /// - Parameters:
  ///   - actor: Where the journeys start, or with `backwards` end.
  ///   - options: Which journeys count; the criterion does not matter.
  /// - Returns: One answer for every other actor of the view, in order; nil when `actor` is not an actor of the view.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``, where waiting is limited.
  /// - Complexity: O(*m* log *m*); *m* contacts.
  public func reach(
    of actor: EntityID, backwards: Bool = false, _ options: JourneyOptions
  ) throws(MeasureError) -> [JourneyAnswer]? {
    guard let start = network.place(of: actor) else { return nil }
    let others = network.otherActors(than: start)
    guard var options = network.within(options) else {
      return others.map { other in
        let id = network.view.graph.entities[other].id
        return JourneyAnswer(
          from: backwards ? id : actor, to: backwards ? actor : id, possible: [], certain: [])
      }
    }
    options.criterion = backwards ? .latest : .earliest
    let search = counting(options)
    func found(_ contacts: ContactTimetable, isLenient: Bool) throws(MeasureError) -> [TemporalPath?] {
      guard let start = contacts.node(at: start) else { return others.map { _ in nil } }
      let rules = contacts.clock.rules(options, rise: network.rise, isLenient: isLenient)
      let nodes = others.map { contacts.node(at: $0) }
      if backwards {
        let latest = try contacts.timetable.latestJourneys(to: start, under: rules)
        return nodes.map { $0.flatMap { latest.journey(from: $0) } }
      }
      let earliest = try contacts.timetable.earliestJourneys(from: start, under: rules)
      return nodes.map { $0.flatMap { earliest.journey(to: $0) } }
    }
    let best = try found(search.possible, isLenient: true)
    let worst = try found(search.certain, isLenient: false)
    var judge = JourneyJudge(
      network, search.possible, search.certain, options, root: start, isBackwards: backwards)
    for (index, other) in others.enumerated() {
      judge.take(
        other: other, possible: best[index].map { [$0] } ?? [], certain: worst[index].map { [$0] } ?? [])
    }
    return judge.answers()
  }

  /// The earliest journeys from an actor to all others, or with `backwards` the latest from all others to it, by the most
  /// lenient rules.
  /// - Returns: One answer for every other actor of the view, in order; nil when `actor` is not an actor of the view.
  /// - Complexity: O(*m* log *m*); *m* contacts.
  public func reach(of actor: EntityID, backwards: Bool = false) -> [JourneyAnswer]? {
    Self.free { () throws(MeasureError) in try reach(of: actor, backwards: backwards, JourneyOptions()) }
  }

  /// The earliest journeys from one actor to another, where waiting is free.
  func freeJourneys(from source: EntityID, to target: EntityID, _ options: JourneyOptions) -> JourneyAnswer? {
    var options = options
    (options.criterion, options.waitingLimit) = (.earliest, nil)
    return Self.free { () throws(MeasureError) in try journeys(from: source, to: target, options) }
  }

  /// What a search for the earliest journeys gives in which waiting is free: such a one keeps one way to stand at each actor,
  /// and so it is never given up.
  fileprivate static func free<Answer>(_ search: () throws(MeasureError) -> Answer) -> Answer {
    do { return try search() } catch {
      preconditionFailure("A search with free waiting was given up: \(error)")
    }
  }
}

extension ContactTimetable {
  /// The journeys between two places of the graph.
  func journeys(
    _ ends: (source: Int, target: Int), _ options: JourneyOptions, rise: Int64, isLenient: Bool = true
  )
    throws(MeasureError) -> [Journey]
  {
    try paths(ends, options, rise: rise, isLenient: isLenient).compactMap { journey($0, options) }
  }

  /// The ways between two places of the graph.
  func paths(_ ends: (source: Int, target: Int), _ options: JourneyOptions, rise: Int64, isLenient: Bool)
    throws(MeasureError) -> [TemporalPath]
  {
    guard let source = node(at: ends.source), let target = node(at: ends.target) else { return [] }
    let rules = clock.rules(options, rise: rise, isLenient: isLenient)
    let found: TemporalPath?
    switch options.criterion {
    case .earliest: found = try timetable.earliestJourneys(from: source, under: rules).journey(to: target)
    case .latest: found = try timetable.latestJourneys(to: target, under: rules).journey(from: source)
    case .fastest: found = try timetable.fastestJourneys(from: source, under: rules).journey(to: target)
    case .fewest: found = try timetable.fewestHopJourneys(from: source, under: rules).journey(to: target)
    case .profile:
      let profile = try timetable.profile(from: source, under: rules)
      return profile.pieces(to: target).map { profile.journey(of: $0, departingAt: $0.departures.lowerBound) }
    }
    return found.map { $0.crossings.isEmpty ? [] : [$0] } ?? []
  }
}

extension ContactNetwork {
  /// The journeys from one actor to another; for many questions make a ``JourneySearch``.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``, where waiting is limited or the fastest or all journeys are sought.
  public func journeys(from source: EntityID, to target: EntityID, _ options: JourneyOptions)
    throws(MeasureError) -> JourneyAnswer?
  {
    try JourneySearch(self).journeys(from: source, to: target, options)
  }

  /// The earliest journeys from an actor to all others, or the latest to it; for many questions make a ``JourneySearch``.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``, where waiting is limited.
  public func reach(
    of actor: EntityID, backwards: Bool = false, _ options: JourneyOptions
  ) throws(MeasureError) -> [JourneyAnswer]? {
    try JourneySearch(self).reach(of: actor, backwards: backwards, options)
  }

  /// The same by the most lenient rules.
  public func reach(of actor: EntityID, backwards: Bool = false) -> [JourneyAnswer]? {
    JourneySearch(self).reach(of: actor, backwards: backwards)
  }

  /// The actors of the view besides one, by their places.
  func otherActors(than start: Int) -> [Int] {
    view.represented.filter { view.graph.entities[$0].category == .actor && $0 != start }
  }

  /// Where an actor of the view stands in the graph; nil for what is none.
  func place(of actor: EntityID) -> Int? {
    guard let position = view.graph.position(of: actor), view.graph.entities[position].category == .actor,
      view.entityAnswers[position] != .no
    else { return nil }
    return view.representative(of: position)
  }

  /// Where two actors stand; nil if either is none of the view, or both are the same.
  func ends(_ source: EntityID, _ target: EntityID) -> (source: Int, target: Int)? {
    guard let source = place(of: source), let target = place(of: target), source != target else { return nil }
    return (source, target)
  }

  /// How likely an actor reaches the others, by drawn dates.
  /// - Parameters:
  ///   - samples: How many times dates are drawn; at least 1.
  ///   - seed: What they follow from.
  ///   - progress: Called before each draw with how many are done, and of how many.
  /// - Returns: Nil when `actor` is not an actor of the graph.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``, where waiting is limited.
  /// - Complexity: O(*s*(*n* + *m* log *m*)); *s* samples, *n* entities, *m* statements.
  public func probableReach(
    of actor: EntityID, backwards: Bool = false, _ options: JourneyOptions, samples: Int, seed: UInt64,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(MeasureError) -> ProbableReach? {
    precondition(samples >= 1, "Probabilities were asked for from \(samples) samples; there is at least 1.")
    let graph = view.graph
    guard let position = graph.position(of: actor), graph.entities[position].category == .actor else {
      return nil
    }
    let start = view.representative(of: position)
    let others = otherActors(than: start)
    guard let options = within(options) else {
      return ProbableReach(
        answers: others.map {
          ProbableReach.Answer(id: graph.entities[$0].id, count: 0, medianArrival: nil)
        }, sampleCount: samples, seed: seed)
    }
    let clock = clock(options)
    let rules = clock.rules(options, rise: rise, isLenient: true)
    var moments = [[Int64]](repeating: [], count: others.count)
    var draws = GraphDraws(of: graph)
    for sample in 0..<samples {
      progress(sample, samples)
      // Modulo 2^64: any number is a seed.
      var generator = SeededGenerator(seed: seed &+ UInt64(sample))
      let drawnGraph = draws.next(using: &generator)
      let day = view.options.at?.drawn(within: graph.extent, offset: graph.defaultOffset, using: &generator)
      let drawn = GraphView(drawnGraph, view.options).seen(at: day).decided(using: &generator)
      guard drawn.entityAnswers[start] != .no else { continue }
      let network = ContactNetwork(drawn, meetings: meetings)
      let contacts = ContactTimetable(network.possible, drawnGraph, .possible, clock: clock)
      guard let start = contacts.node(at: start) else { continue }
      let nodes = others.map { contacts.node(at: $0) }
      if backwards {
        let latest = try contacts.timetable.latestJourneys(to: start, under: rules)
        for (index, node) in nodes.enumerated() {
          guard let moment = node.flatMap({ latest.departure(from: $0) }) else { continue }
          moments[index].append(min(clock.second(moment, isLast: true), options.before.seconds))
        }
      } else {
        let arrivals = try contacts.timetable.earliestArrivals(from: [start], under: rules)
        for (index, node) in nodes.enumerated() {
          guard let moment = node.flatMap({ arrivals.arrival(fromSourceAt: 0, at: $0) }) else { continue }
          moments[index].append(max(clock.second(moment), options.after.seconds))
        }
      }
    }
    return ProbableReach(
      answers: zip(others, moments).map { other, moments in
        let sorted = moments.sorted()
        return ProbableReach.Answer(
          id: graph.entities[other].id, count: sorted.count,
          medianArrival: sorted.isEmpty ? nil : Moment(seconds: sorted[sorted.count / 2]))
      }, sampleCount: samples, seed: seed)
  }

  /// How many others each actor could have reached, and how many could have reached it.
  /// - Parameter options: Which journeys count; the criterion does not matter.
  /// - Returns: One entry for every actor of the view, in order.
  /// - Throws: ``MeasureError/tooManyJourneys(ways:)``, where waiting is limited.
  /// - Complexity: O(*a* *m* log *m*), on all cores; *a* actors, *m* contacts.
  public func reachCounts(_ options: JourneyOptions) throws(MeasureError) -> [ReachCount] {
    let graph = view.graph
    let actors = view.represented.filter { graph.entities[$0].category == .actor }
    guard let options = within(options) else {
      return actors.map {
        ReachCount(
          actor: graph.entities[$0].id, outPossible: 0, outCertain: 0, inPossible: 0, inCertain: 0)
      }
    }
    if isEntangled, actors.count * (count + 1) <= Self.mostLooks {
      return try countsOneByOne(actors, options)
    }
    let clock = clock(options)
    func pairs(_ contacts: ContactTimetable, isLenient: Bool) throws(MeasureError) -> (out: [Int], in: [Int])
    {
      let rules = clock.rules(options, rise: rise, isLenient: isLenient)
      let counts = try contacts.timetable.reachCounts(under: rules)
      func count(_ counts: [Int], _ actor: Int) -> Int {
        contacts.node(at: actor).map { counts[$0.position] } ?? 0
      }
      return (out: actors.map { count(counts.outgoing, $0) }, in: actors.map { count(counts.incoming, $0) })
    }
    let sure = ContactTimetable(certain, graph, .certain, clock: clock)
    let best = try pairs(ContactTimetable(possible, graph, .possible, clock: clock), isLenient: true)
    let worst = try pairs(sure, isLenient: false)
    var missesCertain = false
    if !deepWindows.isEmpty || hasAlternatives || !sure.vagueWindows.isEmpty {
      let hoped = try pairs(hopeful(clock, sure.vagueWindows), isLenient: false)
      missesCertain = hoped.out != worst.out || hoped.in != worst.in
    }
    return actors.indices.map { index in
      ReachCount(
        actor: graph.entities[actors[index]].id, outPossible: best.out[index], outCertain: worst.out[index],
        inPossible: best.in[index], inCertain: worst.in[index],
        possibleBound: isEntangled ? .atMost : .exact, certainBound: missesCertain ? .atLeast : .exact)
    }
  }

  /// In so small networks the journeys of every actor are looked at one by one, where dates depend on each other.
  private static let mostLooks = 40_000

  private func countsOneByOne(_ actors: [Int], _ options: JourneyOptions) throws(MeasureError) -> [ReachCount]
  {
    let search = JourneySearch(self)
    let ids = actors.map { view.graph.entities[$0].id }
    var counts: [EntityID: (outPossible: Int, outCertain: Int, inPossible: Int, inCertain: Int)] = [:]
    var (possibleBound, certainBound) = (JourneyAnswer.Bound.exact, JourneyAnswer.Bound.exact)
    for id in ids {
      for answer in try search.reach(of: id, options) ?? [] {
        if !answer.possible.isEmpty {
          counts[id, default: (0, 0, 0, 0)].outPossible += 1
          counts[answer.to, default: (0, 0, 0, 0)].inPossible += 1
          if answer.possibleBound != .exact { possibleBound = .atMost }
        }
        if !answer.certain.isEmpty {
          counts[id, default: (0, 0, 0, 0)].outCertain += 1
          counts[answer.to, default: (0, 0, 0, 0)].inCertain += 1
        } else if answer.certainBound != .exact {
          certainBound = .atLeast
        }
      }
    }
    return ids.map { id in
      let found = counts[id] ?? (0, 0, 0, 0)
      return ReachCount(
        actor: id, outPossible: found.outPossible, outCertain: found.outCertain, inPossible: found.inPossible,
        inCertain: found.inCertain, possibleBound: possibleBound, certainBound: certainBound)
    }
  }
}

extension ContactNetwork {
  /// The same by the most lenient rules.
  public func freeReachCounts() -> [ReachCount] {
    JourneySearch.free { () throws(MeasureError) in try reachCounts(JourneyOptions()) }
  }
}

/// How many others an actor could have reached, and how many could have reached it.
public struct ReachCount: Hashable, Sendable {
  /// The actor.
  public let actor: EntityID
  /// How many it possibly and certainly reaches.
  public let outPossible, outCertain: Int
  /// How many possibly and certainly reach it.
  public let inPossible, inCertain: Int
  /// Whether these are so many, or so many at most, since possible journeys may need dates that cannot be together.
  public var possibleBound = JourneyAnswer.Bound.exact
  /// Whether these are so many, or so many at least, since certain journeys may be missed.
  public var certainBound = JourneyAnswer.Bound.exact
}
