import Networks
import TestSupport
import Testing

@Suite struct TemporalStreamTests {
  @Test(arguments: 0..<4) func onePassMatchesAllJourneys(seed: UInt64) {
    var generator = SeededNumbers(seed: 700 + seed)
    for _ in 0..<Thoroughness.cases(300, thorough: 5000) {
      var small = SmallTimetable.random(using: &generator)
      small.hubs = []
      small.rules.waitingLimit = nil
      for place in small.contacts.indices { small.contacts[place].last = small.contacts[place].start }
      let ends = small.journeyEnds(from: 0)
      let found = InstantStream(small.timetable)?.earliestArrivals(from: NodeIndex(0), under: small.rules)
      #expect(found?.first == small.rules.earliest)
      for node in 1..<max(small.nodeCount, 1) {
        #expect(
          found?[node] == ends.filter { $0.node == node }.map(\.arrival).min(), "to \(node): \(small)")
      }
    }
  }

  /// So many contacts that the first and the last of them are followed node by node; or too few for that; or so many nodes that
  /// those at one time hardly ever share one.
  @Test(arguments: [(1500, 3000), (3000, 60_000), (8000, 40_000)])
  func onePassMatchesSearchOnLargerNetworks(nodeCount: Int, contactCount: Int) throws {
    var generator = SeededNumbers(seed: 1648)
    for moments in [1, 5, 60, 20_000, 100_000] {
      for direction in [Direction.directed, .undirected] {
        let contacts = (0..<contactCount).map { _ in
          TimedContact(
            source: NodeIndex(Int.random(in: 0..<nodeCount, using: &generator)),
            target: NodeIndex(Int.random(in: 0..<nodeCount, using: &generator)),
            at: Int64.random(in: 0..<Int64(moments), using: &generator))
        }
        let timetable = Timetable(nodeCount: nodeCount, contacts: contacts, direction: direction)
        for rules in [
          JourneyRules(), JourneyRules(moments: .increasing),
          JourneyRules(transit: 2, earliest: 1, latest: 50_000),
        ] {
          let search = try timetable.earliestJourneys(from: NodeIndex(7), under: rules)
          let found = InstantStream(timetable)?.earliestArrivals(from: NodeIndex(7), under: rules)
          #expect(
            found == (0..<nodeCount).map { search.arrival(at: NodeIndex($0)) },
            "\(moments) \(direction) \(rules)")
        }
      }
    }
  }

  @Test func momentsFarApartAreKeptWhole() {
    var generator = SeededNumbers(seed: 1919)
    func arrivals(_ unit: Int64, _ numbers: inout SeededNumbers) -> [Int64?]? {
      let contacts = (0..<400).map { _ in
        TimedContact(
          source: NodeIndex(Int.random(in: 0..<60, using: &numbers)),
          target: NodeIndex(Int.random(in: 0..<60, using: &numbers)),
          at: unit * Int64.random(in: -40...40, using: &numbers))
      }
      return InstantStream(Timetable(nodeCount: 60, contacts: contacts, direction: .directed))?
        .earliestArrivals(from: NodeIndex(0), under: JourneyRules(moments: .increasing, earliest: unit * -50))
    }
    var again = generator
    let (near, far) = (arrivals(1, &generator), arrivals(1 << 57, &again))
    #expect(far == near?.map { $0.map { $0 << 57 } })
    #expect(near?.compactMap { $0 }.count ?? 0 > 40)
  }

  @Test func spansAndHubsHaveNoStream() {
    let span = TimedContact(source: NodeIndex(0), target: NodeIndex(1), start: 1, last: 2)
    #expect(InstantStream(Timetable(nodeCount: 2, contacts: [span], direction: .directed)) == nil)
    #expect(
      InstantStream(Timetable(nodeCount: 2, contacts: [], direction: .directed, hubs: [NodeIndex(1)])) == nil)
    #expect(InstantStream(Timetable(nodeCount: 2, contacts: [], direction: .directed)) != nil)
  }
}
