import TestSupport
import Testing

@testable import Networks

/// Waits so short that travellers have to go to and fro, or round and round, for as long as a contact lasts.
@Suite struct JourneyRoundsTests {
  /// Takes rounds together from the first label on.
  private let rounding = JourneyLimits(many: 0)

  @Test(arguments: 0..<8) func roundsMatchAllJourneys(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 700 + seed)
    for _ in 0..<80 {
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
}
