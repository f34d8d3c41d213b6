import TestSupport
import Testing

@testable import Networks

/// Waits so short that travellers have to go to and fro, or round and round, for as long as a contact lasts.
@Suite struct JourneyRoundsTests {
  /// Takes rounds together from the first label on.
  private let rounding = JourneyLimits(many: 0)

  @Test(arguments: 0..<8) func roundsMatchAllJourneys(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 700 + seed)
    for _ in 0..<Thoroughness.cases(40, thorough: 800) {
      let small = SmallTimetable.randomRounds(until: 22, using: &generator)
      try expectAllJourneys(small, small.timetable)
      try expectAllJourneys(small, small.openEnded(until: 22).timetable)
    }
  }

  private func expectAllJourneys(_ small: SmallTimetable, _ timetable: Timetable) throws {
    let ends = small.journeyEnds(from: 0)
    let earliest = EarliestJourneys(
      try timetable.search(.arrival, from: NodeIndex(0), under: small.rules, limits: rounding))
    let fewest = FewestHopJourneys(
      try timetable.search(.hops, from: NodeIndex(0), under: small.rules, limits: rounding))
    let latest = LatestJourneys(
      try timetable.search(.arrival, to: NodeIndex(0), under: small.rules, limits: rounding))
    for node in 1..<small.nodeCount {
      let place = NodeIndex(node)
      let here = ends.filter { $0.node == node }
      #expect(earliest.arrival(at: place) == here.map(\.arrival).min(), "to \(node): \(small)")
      #expect(fewest.hops(to: place) == here.map(\.hops).min(), "to \(node): \(small)")
      let departure = small.journeyEnds(from: node).filter { $0.node == 0 }.map(\.departure).max()
      #expect(latest.departure(from: place) == departure, "from \(node): \(small)")
      for journey in [earliest.journey(to: place), fewest.journey(to: place)] {
        #expect(journey.flatMap { small.fault(in: $0, from: 0, to: node) } == nil, "to \(node): \(small)")
      }
      #expect(earliest.journey(to: place)?.arrival == here.map(\.arrival).min(), "to \(node): \(small)")
      let back = latest.journey(from: place)
      #expect(back?.departure == departure, "from \(node): \(small)")
      #expect(back.flatMap { small.fault(in: $0, from: node, to: 0) } == nil, "from \(node): \(small)")
    }
  }

  // MARK: Spans of any length

  /// In at moment 0, to and fro or round while a contact lasts, and out at its end.
  private func corridor(_ cycle: [Int], until end: Int64, _ direction: Direction = .directed) -> Timetable {
    func contact(_ source: Int, _ target: Int, _ start: Int64, _ last: Int64) -> TimedContact {
      TimedContact(source: NodeIndex(source), target: NodeIndex(target), start: start, last: last)
    }
    var contacts = [contact(0, cycle[0], 0, 0)]
    for (place, node) in cycle.enumerated() {
      contacts.append(contact(node, cycle[(place + 1) % cycle.count], 0, end))
    }
    let (out, closed) = (cycle.count + 1, cycle.count + 2)
    contacts.append(contact(cycle[0], out, end, end))
    // What is reached only before anyone can be there keeps a search from ending early.
    contacts.append(contact(out, closed, 0, end - 1))
    return Timetable(nodeCount: cycle.count + 3, contacts: contacts, direction: direction)
  }

  @Test(arguments: [Int64(1_000), 1_000_000_000_000_000_000])
  func spansCostNothingByTheirLength(end: Int64) throws {
    for wait in [Int64(1), 7] {
      let rules = JourneyRules(waitingLimit: wait)
      for cycle in [[1, 2], [1, 2, 3], [1, 2, 3, 4, 5]] {
        let timetable = corridor(cycle, until: end)
        let (out, closed) = (NodeIndex(cycle.count + 1), NodeIndex(cycle.count + 2))
        let earliest = try timetable.earliestJourneys(from: NodeIndex(0), under: rules)
        #expect(earliest.arrival(at: out) == end)
        #expect(earliest.arrival(at: closed) == nil)
        let journey = try #require(earliest.journey(to: out))
        #expect(journey.arrival == end && journey.departure == 0)
        // As many hops as waits are needed, rounded up to whole rounds; and in and out.
        #expect(journey.hops >= Int((end - wait) / wait))
        // The first few thousand ways to stand somewhere are followed one by one.
        #expect(journey.crossings.count <= 6_000)
        #expect(
          journey.hops == journey.crossings.count + journey.omissions.reduce(0) { $0 + $1.count })
        let latest = try timetable.latestJourneys(to: out, under: rules)
        #expect(latest.departure(from: NodeIndex(0)) == 0)
        #expect(latest.departure(from: closed) == nil)
      }
    }
  }

  @Test(arguments: [Int64(1_001), 1_000_000_000_000_001])
  func withoutWaitsMomentsStayOfTheirKind(end: Int64) throws {
    // Steps of one moment: who came at 0 stands at 1 at even moments, with two nodes, and at multiples of three with three.
    let rules = JourneyRules(transit: 1, waitingLimit: 0)
    for (cycle, length) in [([1, 2], Int64(2)), ([1, 2, 3], 3), ([1, 2, 3, 4, 5, 6, 7], 7)] {
      for shift in Int64(0)..<length {
        let timetable = corridor(cycle, until: end + shift)
        let earliest = try timetable.earliestJourneys(from: NodeIndex(0), under: rules)
        // In at 0, at node 1 at moment 1.
        let isThere = (end + shift - 1) % length == 0
        #expect(
          earliest.arrival(at: NodeIndex(cycle.count + 1)) == (isThere ? end + shift + 1 : nil),
          "\(cycle) \(end + shift)")
        if let journey = earliest.journey(to: NodeIndex(cycle.count + 1)) {
          #expect(Int64(journey.hops) == end + shift + 1)
        }
      }
    }
  }

  @Test func whatIsLeftOutIsToldWhereItWas() throws {
    let timetable = corridor([1, 2], until: 1_000_000)
    let journey = try #require(
      try timetable.earliestJourneys(from: NodeIndex(0), under: JourneyRules(waitingLimit: 1)).journey(
        to: NodeIndex(3)))
    let omission = try #require(journey.omissions.first)
    #expect(journey.omissions.count == 1)
    let (before, after) = (journey.crossings[omission.place - 1], journey.crossings[omission.place])
    // Whole rounds, in which each wait is of a moment at most.
    #expect(before.to == after.from && omission.count % 2 == 0)
    let time = after.moment - before.arrival
    #expect(time <= Int64(omission.count) + 1)
    for (one, next) in zip(journey.crossings, journey.crossings.dropFirst()) where one != before {
      #expect(one.to == next.from && next.moment - one.arrival <= 1 && next.moment >= one.arrival)
    }
  }

  @Test func searchesThatNeedEachMomentAreGivenUp() throws {
    let timetable = corridor([1, 2], until: 1_000_000_000)
    let rules = JourneyRules(waitingLimit: 1)
    #expect(throws: MeasureError.self) {
      _ = try timetable.search(
        .hops, from: NodeIndex(0), under: rules, limits: JourneyLimits(comparisons: 1_000_000))
    }
    #expect(throws: MeasureError.self) {
      _ = try timetable.search(
        .profile, from: NodeIndex(0), under: rules, limits: JourneyLimits(most: 1_000))
    }
  }

  @Test func moreJourneysThanANumberCanBeAreRefused() {
    // Two contacts between each node and the next: 2^1100 journeys from the first node to the last.
    let contacts = (0..<1_100).flatMap { node in
      (0..<2).map { _ in
        TimedContact(source: NodeIndex(node), target: NodeIndex(node + 1), at: Int64(node))
      }
    }
    let timetable = Timetable(nodeCount: 1_101, contacts: contacts, direction: .directed)
    #expect(throws: MeasureError.uncountableJourneys(measure: "Temporal betweenness")) {
      _ = try timetable.temporalBetweenness()
    }
  }
}
