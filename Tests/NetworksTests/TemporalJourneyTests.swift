import Networks
import TestSupport
import Testing

/// Every criterion and every rule against all journeys, one by one.
@Suite struct TemporalJourneyTests {
  @Test(arguments: 0..<8) func earliestArrivalsMatchAllJourneys(seed: UInt64) throws {
    var generator = SeededNumbers(seed: seed)
    for _ in 0..<Thoroughness.cases(700, thorough: 7000) {
      let small = SmallTimetable.random(using: &generator)
      let ends = small.journeyEnds(from: 0)
      let answer = try small.timetable.earliestJourneys(from: NodeIndex(0), under: small.rules)
      for node in 1..<max(small.nodeCount, 1) {
        let expected = ends.filter { $0.node == node }.map(\.arrival).min()
        #expect(answer.arrival(at: NodeIndex(node)) == expected, "to \(node): \(small)")
        let journey = answer.journey(to: NodeIndex(node))
        #expect(journey?.arrival == expected, "to \(node): \(small)")
        #expect(journey.flatMap { small.fault(in: $0, from: 0, to: node) } == nil, "to \(node): \(small)")
      }
    }
  }

  @Test(arguments: 0..<8) func latestDeparturesMatchAllJourneys(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 100 + seed)
    for _ in 0..<Thoroughness.cases(500, thorough: 5000) {
      let small = SmallTimetable.random(using: &generator)
      let answer = try small.timetable.latestJourneys(to: NodeIndex(0), under: small.rules)
      for node in 1..<max(small.nodeCount, 1) {
        let expected = small.journeyEnds(from: node).filter { $0.node == 0 }.map(\.departure).max()
        #expect(answer.departure(from: NodeIndex(node)) == expected, "from \(node): \(small)")
        let journey = answer.journey(from: NodeIndex(node))
        #expect(journey?.departure == expected, "from \(node): \(small)")
        #expect(journey.flatMap { small.fault(in: $0, from: node, to: 0) } == nil, "from \(node): \(small)")
      }
    }
  }

  @Test(arguments: 0..<8) func fewestHopsMatchAllJourneys(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 200 + seed)
    for _ in 0..<Thoroughness.cases(700, thorough: 7000) {
      let small = SmallTimetable.random(using: &generator)
      let ends = small.journeyEnds(from: 0)
      let answer = try small.timetable.fewestHopJourneys(from: NodeIndex(0), under: small.rules)
      for node in 1..<max(small.nodeCount, 1) {
        let expected = ends.filter { $0.node == node }.min { ($0.hops, $0.arrival) < ($1.hops, $1.arrival) }
        #expect(answer.hops(to: NodeIndex(node)) == expected?.hops, "to \(node): \(small)")
        #expect(answer.arrival(at: NodeIndex(node)) == expected?.arrival, "to \(node): \(small)")
        let journey = answer.journey(to: NodeIndex(node))
        #expect(
          journey?.hops == expected?.hops && journey?.arrival == expected?.arrival, "to \(node): \(small)")
        #expect(journey.flatMap { small.fault(in: $0, from: 0, to: node) } == nil, "to \(node): \(small)")
      }
    }
  }

  @Test(arguments: 0..<8) func fastestJourneysMatchAllJourneys(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 300 + seed)
    for _ in 0..<Thoroughness.cases(400, thorough: 4000) {
      let small = SmallTimetable.random(using: &generator)
      let ends = small.journeyEnds(from: 0)
      let answer = try small.timetable.fastestJourneys(from: NodeIndex(0), under: small.rules)
      for node in 1..<max(small.nodeCount, 1) {
        let expected = ends.filter { $0.node == node }.min {
          ($0.arrival - $0.departure, $0.arrival, $0.hops) < ($1.arrival - $1.departure, $1.arrival, $1.hops)
        }
        #expect(
          answer.duration(to: NodeIndex(node)) == expected.map { $0.arrival - $0.departure },
          "to \(node): \(small)")
        #expect(answer.arrival(at: NodeIndex(node)) == expected?.arrival, "to \(node): \(small)")
        #expect(answer.departure(to: NodeIndex(node)) == expected?.departure, "to \(node): \(small)")
        #expect(answer.hops(to: NodeIndex(node)) == expected?.hops, "to \(node): \(small)")
        let journey = answer.journey(to: NodeIndex(node))
        #expect(
          journey?.departure == expected?.departure && journey?.arrival == expected?.arrival
            && journey?.hops == expected?.hops, "to \(node): \(small)")
        #expect(journey.flatMap { small.fault(in: $0, from: 0, to: node) } == nil, "to \(node): \(small)")
      }
    }
  }

  @Test(arguments: 0..<8) func profilesMatchAllJourneys(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 400 + seed)
    for _ in 0..<Thoroughness.cases(400, thorough: 4000) {
      let small = SmallTimetable.random(using: &generator)
      let ends = small.journeyEnds(from: 0)
      let profile = try small.timetable.profile(from: NodeIndex(0), under: small.rules)
      for node in 1..<max(small.nodeCount, 1) {
        let here = Set(ends.filter { $0.node == node })
        let expected = here.filter { end in
          !here.contains {
            $0 != end && $0.departure >= end.departure && $0.arrival <= end.arrival && $0.hops <= end.hops
          }
        }
        var found: [JourneyEnd] = []
        for piece in profile.pieces(to: NodeIndex(node)) {
          for departure in piece.departures {
            let arrival = piece.arrival(departingAt: departure)
            found.append(JourneyEnd(node: node, departure: departure, arrival: arrival, hops: piece.hops))
            let journey = profile.journey(of: piece, departingAt: departure)
            #expect(
              journey.departure == departure && journey.arrival == arrival && journey.hops == piece.hops,
              "to \(node): \(small)")
            #expect(small.fault(in: journey, from: 0, to: node) == nil, "to \(node): \(small)")
          }
        }
        #expect(Set(found) == expected && found.count == expected.count, "to \(node): \(small)")
      }
    }
  }

  @Test(arguments: 0..<8) func longDetoursMatchAllJourneys(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 500 + seed)
    for _ in 0..<Thoroughness.cases(40, thorough: 600) {
      let small = SmallTimetable.randomDetours(using: &generator)
      let ends = small.journeyEnds(from: 0)
      for timetable in [small.timetable, small.openEnded.timetable] {
        let earliest = try timetable.earliestJourneys(from: NodeIndex(0), under: small.rules)
        let fewest = try timetable.fewestHopJourneys(from: NodeIndex(0), under: small.rules)
        let fastest = try timetable.fastestJourneys(from: NodeIndex(0), under: small.rules)
        let latest = try timetable.latestJourneys(to: NodeIndex(0), under: small.rules)
        for node in 1..<small.nodeCount {
          let here = ends.filter { $0.node == node }
          #expect(earliest.arrival(at: NodeIndex(node)) == here.map(\.arrival).min(), "to \(node): \(small)")
          #expect(fewest.hops(to: NodeIndex(node)) == here.map(\.hops).min(), "to \(node): \(small)")
          #expect(
            fastest.duration(to: NodeIndex(node)) == here.map { $0.arrival - $0.departure }.min(),
            "to \(node): \(small)")
          let departure = small.journeyEnds(from: node).filter { $0.node == 0 }.map(\.departure).max()
          #expect(latest.departure(from: NodeIndex(node)) == departure, "from \(node): \(small)")
          for journey in [
            earliest.journey(to: NodeIndex(node)), fewest.journey(to: NodeIndex(node)),
            fastest.journey(to: NodeIndex(node)),
          ] {
            #expect(journey.flatMap { small.fault(in: $0, from: 0, to: node) } == nil, "to \(node): \(small)")
          }
          let back = latest.journey(from: NodeIndex(node))
          #expect(back.flatMap { small.fault(in: $0, from: node, to: 0) } == nil, "from \(node): \(small)")
        }
      }
    }
  }

  /// The order of ties by definition: of all journeys that are the earliest at every node on the way.
  @Test(arguments: 0..<4) func tiesFollowTheRule(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 600 + seed)
    for _ in 0..<Thoroughness.cases(250, thorough: 2500) {
      var small = SmallTimetable.random(using: &generator)
      small.rules = JourneyRules(earliest: 0)
      let answer = try small.timetable.earliestJourneys(from: NodeIndex(0), under: small.rules)
      let arrivals = (0..<small.nodeCount).map { answer.arrival(at: NodeIndex($0)) }
      // Grow journeys contact by contact as long as they are the earliest.
      var best = [Int: (hops: Int, contacts: [Int])]()
      func follow(_ node: Int, hops: Int, contacts: [Int], visited: Set<Int>) {
        let this = (hops: hops, contacts: contacts)
        if let other = best[node] {
          let isBetter =
            this.hops != other.hops
            ? this.hops < other.hops
            : contacts.count != other.contacts.count
              ? contacts.count < other.contacts.count
              : contacts.reversed().lexicographicallyPrecedes(other.contacts.reversed())
          if isBetter { best[node] = this }
        } else {
          best[node] = this
        }
        guard let now = arrivals[node] else { return }
        for exit in small.exits(of: node) where !visited.contains(exit.to) {
          let contact = small.contacts[exit.contact]
          if now <= contact.last, max(now, contact.start) == arrivals[exit.to] {
            follow(
              exit.to, hops: hops + (small.hubs.contains(node) ? 0 : 1), contacts: contacts + [exit.contact],
              visited: visited.union([exit.to]))
          }
        }
      }
      follow(0, hops: 0, contacts: [], visited: [0])
      for node in 0..<small.nodeCount {
        #expect(
          answer.journey(to: NodeIndex(node))?.crossings.map(\.contact.position) == best[node]?.contacts,
          "to \(node): \(small)")
      }
    }
  }
}
