import Networks
import TestSupport

/// A small timetable and rules, with every journey enumerated.
struct SmallTimetable: CustomStringConvertible {
  var nodeCount: Int
  var contacts: [(source: Int, target: Int, start: Int64, last: Int64)]
  var direction: Direction
  var hubs: [Int]
  var rules: JourneyRules

  var timetable: Timetable {
    Timetable(
      nodeCount: nodeCount,
      contacts: contacts.map {
        TimedContact(
          source: NodeIndex($0.source), target: NodeIndex($0.target), start: $0.start, last: $0.last)
      },
      direction: direction, hubs: hubs.map { NodeIndex($0) })
  }

  var description: String {
    let list = contacts.map { "\($0.source)–\($0.target) [\($0.start)…\($0.last)]" }
    return "\(nodeCount) nodes, \(direction), hubs \(hubs), contacts \(list), \(rules)"
  }

  /// Up to 5 nodes, 10 contacts at moments from 0 to 6, and any rules.
  static func random(using generator: inout SeededNumbers) -> SmallTimetable {
    let count = Int.random(in: 1...30, using: &generator) == 1 ? 1 : Int.random(in: 2...5, using: &generator)
    let spread = Int64.random(in: 1...6, using: &generator)
    // How often, out of 8 times, a contact is a span.
    let spans = [0, 3, 6, 8].randomElement(using: &generator) ?? 0
    let inverted = [0, 0, 1, 2].randomElement(using: &generator) ?? 0
    let isChain = Bool.random(using: &generator)
    let contacts = (0..<Int.random(in: 1...10, using: &generator)).map { place in
      let start = Int64.random(in: 0...spread, using: &generator)
      var last = start
      let kind = Int.random(in: 0..<8, using: &generator)
      if kind < spans { last = Int64.random(in: start...6, using: &generator) }
      if kind >= 8 - inverted { last = max(start - Int64.random(in: 1...2, using: &generator), 0) }
      var source = Int.random(in: 0..<count, using: &generator)
      var target = Int.random(in: 0..<count, using: &generator)
      if isChain {
        (source, target) = (place % count, (place + Int.random(in: 1...2, using: &generator)) % count)
      }
      return (source: source, target: target, start: start, last: last)
    }
    let hasHubs = Bool.random(using: &generator)
    return SmallTimetable(
      nodeCount: count, contacts: contacts.shuffled(using: &generator),
      direction: Int.random(in: 0..<3, using: &generator) == 0 ? .directed : .undirected,
      hubs: hasHubs ? (0..<count).filter { _ in Int.random(in: 0..<5, using: &generator) < 2 } : [],
      rules: randomRules(using: &generator))
  }

  /// Long spans and short waits, so that travellers have to go to and fro, and many kinds of crossing in a
  /// row.
  static func randomDetours(using generator: inout SeededNumbers) -> SmallTimetable {
    var small = SmallTimetable(
      nodeCount: 4, contacts: [],
      direction: Int.random(in: 0..<4, using: &generator) == 0 ? .directed : .undirected,
      hubs: Int.random(in: 0..<3, using: &generator) == 0 ? [Int.random(in: 0..<4, using: &generator)] : [],
      rules: JourneyRules(
        moments: Bool.random(using: &generator) ? .increasing : .nonDecreasing,
        rise: Int64.random(in: 1...2, using: &generator),
        transit: Int64.random(in: 0...2, using: &generator),
        waitingLimit: [nil, 0, 0, 1, 1, 2].randomElement(using: &generator) ?? nil, earliest: 0, latest: 14))
    for place in 0..<Int.random(in: 3...6, using: &generator) {
      let start = Int64.random(in: 0...3, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0, 1: small.contacts.append((place % 3, place % 3 + 1, start + 7, start + 7))
      case 2: small.contacts.append((place % 3, place % 3 + 1, start, start))
      case 3:
        small.contacts.append((place % 3, Int.random(in: 0..<4, using: &generator), start + 3, start + 2))
      default:
        small.contacts.append((place % 3, place % 3 + 1, start, Int64.random(in: 7...14, using: &generator)))
      }
    }
    return small
  }

  /// A way in at one moment or some, long spans that lead to and fro or round, and ways out; waits and steps are short.
  static func randomRounds(until end: Int64, using generator: inout SeededNumbers) -> SmallTimetable {
    let count = Int.random(in: 3...5, using: &generator)
    let isDirected = Int.random(in: 0..<3, using: &generator) > 0
    var small = SmallTimetable(
      nodeCount: count, contacts: [], direction: isDirected ? .directed : .undirected,
      hubs: Int.random(in: 0..<4, using: &generator) == 0
        ? [Int.random(in: 1..<count, using: &generator)] : [],
      rules: JourneyRules(
        moments: Bool.random(using: &generator) ? .increasing : .nonDecreasing,
        rise: Int64.random(in: 1...3, using: &generator),
        transit: [0, 1, 1, 2, 3].randomElement(using: &generator) ?? 0,
        waitingLimit: [0, 0, 1, 1, 2, 3].randomElement(using: &generator) ?? 0, earliest: 0, latest: end))
    func add(_ source: Int, _ target: Int, _ start: Int64, _ last: Int64) {
      small.contacts.append((source, target, min(start, end), min(last, end)))
    }
    let first = Int64.random(in: 0...4, using: &generator)
    add(0, 1, first, first + [0, 0, 1, 3].randomElement(using: &generator)!)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let source = Int.random(in: 1..<count, using: &generator)
      let target = Int.random(in: 1..<count, using: &generator)
      let start = Int64.random(in: 0...8, using: &generator)
      let last = Int64.random(in: end / 2...end, using: &generator)
      add(source, target, start, last)
      if isDirected, Int.random(in: 0..<3, using: &generator) > 0 {
        add(target, source, start, Bool.random(using: &generator) ? last : last - 2)
      }
    }
    for _ in 0..<Int.random(in: 1...2, using: &generator) {
      let late = Int64.random(in: end / 2...end - 1, using: &generator)
      let source = Int.random(in: 1..<count, using: &generator)
      let target = Int.random(in: 0..<count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: small.contacts.append((source, target, late, late - 1))
      case 1: add(source, target, late, late + 1)
      default: add(source, target, late, late)
      }
    }
    return small
  }

  /// The same with open ends in the place of ends outside the moments from 0 to 14, or to another one.
  var openEnded: SmallTimetable { openEnded(until: 14) }

  /// The same with open ends in the place of ends outside the moments from 0 to the last one.
  func openEnded(until end: Int64) -> SmallTimetable {
    var small = self
    for place in contacts.indices {
      if contacts[place].last >= end { small.contacts[place].last = .max }
      if contacts[place].start <= 0, contacts[place].start <= contacts[place].last {
        small.contacts[place].start = .min
      }
    }
    return small
  }

  private static func randomRules(using generator: inout SeededNumbers) -> JourneyRules {
    var rules = JourneyRules()
    rules.moments = Int.random(in: 0..<3, using: &generator) == 0 ? .increasing : .nonDecreasing
    rules.rise = Int64.random(in: 0...3, using: &generator) == 0 ? 2 : 1
    rules.transit = Int64.random(in: 0...3, using: &generator) % 3
    rules.waitingLimit = [nil, nil, nil, 0, 1, 2, 3].randomElement(using: &generator) ?? nil
    rules.earliest = [0, 0, 0, 1, 2].randomElement(using: &generator) ?? 0
    rules.latest = [10, 10, 10, 10, 6, 5, 3].randomElement(using: &generator) ?? 10
    return rules
  }

  /// The contact as a traveller at one end sees it; nil if it cannot be crossed from there.
  func exits(of node: Int) -> [(contact: Int, to: Int)] {
    contacts.enumerated().flatMap { place, contact -> [(contact: Int, to: Int)] in
      if contact.source == contact.target { return [] }
      if contact.source == node { return [(place, contact.target)] }
      return contact.target == node && direction == .undirected ? [(place, contact.source)] : []
    }
  }
}

/// How a journey ends, and what matters of its beginning.
struct JourneyEnd: Hashable {
  var node: Int
  var departure: Int64
  var arrival: Int64
  var hops: Int
}

extension SmallTimetable {
  /// A traveller under way.
  private struct Traveller: Hashable {
    var node: Int
    var departure: Int64
    /// When the node was reached, and when at the earliest if the last contact was inverted.
    var arrival: Int64
    var arrivalAtBest: Int64
    /// The moment of the last crossing.
    var moment: Int64
  }

  /// The ends of all journeys from a node that leave it, each with the fewest hops for its departure and
  /// arrival.
  ///
  /// All travellers are followed one hop at a time, at every moment of every contact; two who stand at the
  /// same node with the same past but for the hops are one.
  func journeyEnds(from source: Int) -> [JourneyEnd] {
    var seen: Set<Traveller> = []
    var ends: [JourneyEnd] = []
    var level = next(after: nil, at: source)
    var hops = hubs.contains(source) ? 0 : 1
    while !level.isEmpty {
      var following: [Traveller] = []
      while let traveller = level.popLast() {
        if !seen.insert(traveller).inserted { continue }
        ends.append(
          JourneyEnd(
            node: traveller.node, departure: traveller.departure, arrival: traveller.arrival, hops: hops))
        let onward = next(after: traveller, at: traveller.node, source: source)
        // To leave a hub is no hop.
        if hubs.contains(traveller.node) { level += onward } else { following += onward }
      }
      hops += 1
      level = following
    }
    return ends
  }

  private func next(after traveller: Traveller?, at node: Int, source: Int? = nil) -> [Traveller] {
    let isHub = hubs.contains(node)
    let time = isHub ? 0 : rules.transit
    var found: [Traveller] = []
    for (place, to) in exits(of: node) {
      let contact = contacts[place]
      for ready in rules.earliest...max(rules.latest, rules.earliest) where ready <= contact.last {
        let isInverted = contact.start > contact.last
        // A traveller crosses a span when he is ready; an inverted contact he has to be ready for by its last
        // moment.
        if isInverted ? ready != contact.last : ready < contact.start { continue }
        let moment = isInverted ? contact.start : ready
        if moment + time > rules.latest { continue }
        if let traveller {
          if ready < traveller.arrival { continue }
          if !isHub {
            if rules.moments == .increasing, ready < traveller.moment + rules.rise { continue }
            if let limit = rules.waitingLimit, node != source, moment > traveller.arrivalAtBest + limit {
              continue
            }
          }
        }
        found.append(
          Traveller(
            node: to, departure: traveller?.departure ?? ready, arrival: moment + time,
            arrivalAtBest: ready + time,
            moment: moment))
      }
    }
    return found
  }

  /// What is wrong with a journey; nil if it keeps the rules and its own promises.
  func fault(in journey: TemporalPath, from source: Int, to target: Int) -> String? {
    var node = source
    var hops = 0
    var before: (arrival: Int64, atBest: Int64, moment: Int64)?
    var departure: Int64?
    for crossing in journey.crossings {
      let contact = contacts[crossing.contact.position]
      guard crossing.from.position == node,
        exits(of: node).contains(where: {
          $0.contact == crossing.contact.position && $0.to == crossing.to.position
        })
      else { return "\(crossing) leads elsewhere" }
      let isHub = hubs.contains(node)
      let time = isHub ? 0 : rules.transit
      let isInverted = contact.start > contact.last
      let ready = isInverted ? contact.last : crossing.moment
      if isInverted ? crossing.moment != contact.start : !(contact.start...contact.last).contains(ready) {
        return "\(crossing) is not within its contact"
      }
      if crossing.arrival != crossing.moment + time { return "\(crossing) arrives at another time" }
      if crossing.arrival > rules.latest || ready < rules.earliest {
        return "\(crossing) is outside the rules"
      }
      if let before {
        if ready < before.arrival { return "\(crossing) is too early" }
        if !isHub, rules.moments == .increasing, ready < before.moment + rules.rise {
          return "\(crossing) is not later"
        }
        if !isHub, node != source, let limit = rules.waitingLimit, crossing.moment > before.atBest + limit {
          return "\(crossing) comes after too long a wait"
        }
      }
      departure = departure ?? ready
      before = (crossing.arrival, ready + time, crossing.moment)
      node = crossing.to.position
      hops += isHub ? 0 : 1
    }
    if node != target { return "it ends elsewhere" }
    if hops != journey.hops { return "it has \(hops) hops" }
    if let departure, departure != journey.departure { return "it departs at \(departure)" }
    if let before, before.arrival != journey.arrival { return "it arrives at \(before.arrival)" }
    return nil
  }
}
