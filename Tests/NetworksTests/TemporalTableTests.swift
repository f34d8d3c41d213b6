import Networks
import TestSupport
import Testing

@Suite struct TemporalTableTests {
  @Test(arguments: 0..<4) func rowsAndCountsMatchAllJourneys(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 800 + seed)
    for _ in 0..<Thoroughness.cases(300, thorough: 3000) {
      let small = SmallTimetable.random(using: &generator)
      let sources = (0..<small.nodeCount).map { NodeIndex($0) }
      let table = try small.timetable.earliestArrivals(from: sources, under: small.rules, threads: .atMost(2))
      var outgoing = [Int](repeating: 0, count: small.nodeCount)
      var incoming = outgoing
      for source in 0..<small.nodeCount {
        let ends = small.journeyEnds(from: source)
        for node in 0..<small.nodeCount where node != source {
          let expected = ends.filter { $0.node == node }.map(\.arrival).min()
          #expect(
            table.arrival(fromSourceAt: source, at: NodeIndex(node)) == expected,
            "\(source) to \(node): \(small)")
          if expected != nil, !small.hubs.contains(source), !small.hubs.contains(node) {
            outgoing[source] += 1
            incoming[node] += 1
          }
        }
        #expect(table.arrival(fromSourceAt: source, at: NodeIndex(source)) == small.rules.earliest)
      }
      let counts = try small.timetable.reachCounts(under: small.rules)
      #expect(counts.outgoing == outgoing && counts.incoming == incoming, "\(small)")
    }
  }

  @Test func largerNetworksMatchSingleSearches() throws {
    var generator = SeededNumbers(seed: 1919)
    for rules in [
      JourneyRules(), JourneyRules(earliest: 20, latest: 60), JourneyRules(moments: .increasing, transit: 2),
      JourneyRules(moments: .increasing, transit: 1, waitingLimit: 9),
    ] {
      // 60 actors and 40 agreements, a few of which have uncertain dates, and a few direct contacts.
      let contacts = (0..<500).map { place in
        let source = Int.random(in: 0..<60, using: &generator)
        let target =
          place < 60 ? Int.random(in: 0..<60, using: &generator) : Int.random(in: 60..<100, using: &generator)
        let start = Int64.random(in: 0..<100, using: &generator)
        let length = Int64.random(in: -4...20, using: &generator)
        return TimedContact(
          source: NodeIndex(source), target: NodeIndex(target), start: place % 50 == 1 ? .min : start,
          last: place % 50 == 2 ? .max : start + length)
      }
      let timetable = Timetable(
        nodeCount: 100, contacts: contacts, direction: .undirected, hubs: (60..<100).map { NodeIndex($0) })
      let sources = (0..<100).map { NodeIndex($0) }
      let table = try timetable.earliestArrivals(from: sources, under: rules)
      let alone = try timetable.earliestArrivals(from: sources, under: rules, threads: .atMost(1))
      var reached = [Int](repeating: 0, count: 100)
      for source in sources {
        let search = try timetable.earliestJourneys(from: source, under: rules)
        if source.position < 60 {
          reached[source.position] = search.reached.count { $0.position < 60 } - 1
        }
        for node in sources {
          let arrival = table.arrival(fromSourceAt: source.position, at: node)
          #expect(arrival == search.arrival(at: node), "\(rules)")
          #expect(arrival == alone.arrival(fromSourceAt: source.position, at: node), "\(rules)")
        }
      }
      let counts = try timetable.reachCounts(under: rules)
      #expect(counts.outgoing == reached)
      #expect(counts.incoming.reduce(0, +) == reached.reduce(0, +))
    }
  }

  @Test(arguments: 0..<4) func reachByBitsMatchesRows(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 900 + seed)
    for _ in 0..<Thoroughness.cases(400, thorough: 4000) {
      var small = SmallTimetable.random(using: &generator)
      small.rules = JourneyRules(earliest: small.rules.earliest, latest: small.rules.latest)
      try expectSameReach(small.timetable, small.rules, hubs: small.hubs, "\(small)")
    }
    // More nodes than share a pass.
    let contacts = (0..<1500).map { _ in
      let start = Int64.random(in: 0..<300, using: &generator)
      return TimedContact(
        source: NodeIndex(Int.random(in: 0..<700, using: &generator)),
        target: NodeIndex(Int.random(in: 0..<700, using: &generator)), start: start,
        last: start + Int64.random(in: -3...30, using: &generator))
    }
    for direction in [Direction.directed, .undirected] {
      try expectSameReach(
        Timetable(nodeCount: 700, contacts: contacts, direction: direction), JourneyRules(), "\(direction)")
    }
  }

  @Test(arguments: 0..<4) func instantsMatchRowsAndSearches(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 950 + seed)
    for round in 0..<Thoroughness.cases(300, thorough: 3000) {
      var small = SmallTimetable.random(using: &generator)
      small.hubs = []
      for place in small.contacts.indices { small.contacts[place].last = small.contacts[place].start }
      small.rules.waitingLimit = nil
      if small.rules.transit == 0 { small.rules.moments = .increasing }
      try expectSameReach(small.timetable, small.rules, "\(small)")
      let unit = Int64(round % 3 + 1)
      let found = try small.timetable.temporalCloseness(under: small.rules, by: .arrival(unit: unit))
      for node in 0..<small.nodeCount {
        let journeys = try small.timetable.earliestJourneys(from: NodeIndex(node), under: small.rules)
        let expected = (0..<small.nodeCount).reduce(0) { sum, other in
          guard other != node, let arrival = journeys.arrival(at: NodeIndex(other)) else { return sum }
          return sum + 1 / (1 + Double(arrival - small.rules.earliest) / Double(unit))
        }
        #expect(abs(found[node] - expected) < 1e-9, "\(node) in \(small)")
      }
    }
    // More nodes than share a pass.
    let contacts = (0..<4000).map { _ in
      TimedContact(
        source: NodeIndex(Int.random(in: 0..<700, using: &generator)),
        target: NodeIndex(Int.random(in: 0..<700, using: &generator)),
        at: Int64.random(in: 0..<300, using: &generator))
    }
    for (direction, transit) in [(Direction.directed, Int64(0)), (.undirected, 0), (.undirected, 7)] {
      let rules = JourneyRules(moments: .increasing, transit: transit, earliest: 3, latest: 280)
      let timetable = Timetable(nodeCount: 700, contacts: contacts, direction: direction)
      try expectSameReach(timetable, rules, "\(direction) \(transit)")
      let one = try timetable.temporalCloseness(under: rules, by: .arrival(unit: 5), threads: .atMost(1))
      #expect(
        try one == timetable.temporalCloseness(under: rules, by: .arrival(unit: 5), threads: .atMost(2)))
    }
  }

  private func expectSameReach(
    _ timetable: Timetable, _ rules: JourneyRules, hubs: [Int] = [], _ name: String
  ) throws {
    let nodes = (0..<timetable.nodeCount).map { NodeIndex($0) }
    let table = try timetable.earliestArrivals(from: nodes, under: rules)
    let counts = try timetable.reachCounts(under: rules, threads: .atMost(2))
    for node in nodes.indices {
      let isHub = hubs.contains(node)
      let row = nodes.indices.count {
        table.arrival(fromSourceAt: node, at: nodes[$0]) != nil && !hubs.contains($0)
      }
      #expect(counts.outgoing[node] == (isHub ? 0 : row - 1), "\(node) in \(name)")
      let column = nodes.indices.count {
        table.arrival(fromSourceAt: $0, at: nodes[node]) != nil && !hubs.contains($0)
      }
      #expect(counts.incoming[node] == (isHub ? 0 : column - 1), "\(node) in \(name)")
    }
  }

  @Test func noSourcesMakeNoRows() throws {
    let timetable = Timetable(nodeCount: 0, contacts: [], direction: .directed)
    #expect(try timetable.earliestArrivals(from: []).sources.isEmpty)
    #expect(try timetable.reachCounts() == timetable.reachCounts(threads: .atMost(1)))
    #expect(try timetable.reachCounts().outgoing == [])
  }
}
