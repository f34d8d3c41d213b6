import TestSupport
import Testing

@testable import Networks

@Suite struct TemporalStreamTests {
  @Test(arguments: 0..<4) func onePassMatchesAllJourneys(seed: UInt64) throws {
    var generator = SeededNumbers(seed: 700 + seed)
    for _ in 0..<Thoroughness.cases(300, thorough: 5000) {
      var small = SmallTimetable.random(using: &generator)
      small.hubs = []
      small.rules.waitingLimit = nil
      for place in small.contacts.indices { small.contacts[place].last = small.contacts[place].start }
      let ends = small.journeyEnds(from: 0)
      let found = try arrivals(of: small.timetable, from: 0, under: small.rules)
      #expect(found.first == small.rules.earliest)
      for node in 1..<max(small.nodeCount, 1) {
        #expect(
          found[node] == ends.filter { $0.node == node }.map(\.arrival).min(), "to \(node): \(small)")
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
          #expect(
            try arrivals(of: timetable, from: 7, under: rules)
              == (0..<nodeCount).map { search.arrival(at: NodeIndex($0)) },
            "\(moments) \(direction) \(rules)")
        }
      }
    }
  }

  @Test func momentsFarApartAreKeptWhole() throws {
    var generator = SeededNumbers(seed: 1919)
    func times(_ unit: Int64, _ numbers: inout SeededNumbers) throws -> [Int64?] {
      let contacts = (0..<400).map { _ in
        TimedContact(
          source: NodeIndex(Int.random(in: 0..<60, using: &numbers)),
          target: NodeIndex(Int.random(in: 0..<60, using: &numbers)),
          at: unit * Int64.random(in: -40...40, using: &numbers))
      }
      return try arrivals(
        of: Timetable(nodeCount: 60, contacts: contacts, direction: .directed), from: 0,
        under: JourneyRules(moments: .increasing, earliest: unit * -50))
    }
    var again = generator
    let (near, far) = (try times(1, &generator), try times(1 << 57, &again))
    #expect(far == near.map { $0.map { $0 << 57 } })
    #expect(near.compactMap { $0 }.count > 40)
  }

  @Test func spansAndHubsHaveNoStream() {
    func timetable(_ contacts: [TimedContact], hubs: [NodeIndex] = []) -> Timetable {
      Timetable(nodeCount: 2, contacts: contacts, direction: .directed, hubs: hubs)
    }
    let span = TimedContact(source: NodeIndex(0), target: NodeIndex(1), start: 1, last: 2)
    #expect(timetable([span]).instants == nil)
    #expect(timetable([], hubs: [NodeIndex(1)]).instants == nil)
    #expect(timetable([]).instants != nil)
  }

  /// What the pass finds, in node order.
  private func arrivals(of timetable: Timetable, from source: Int, under rules: JourneyRules) throws
    -> [Int64?]
  {
    try #require(timetable.instants != nil)
    let table = try timetable.earliestArrivals(from: [NodeIndex(source)], under: rules)
    return (0..<timetable.nodeCount).map { table.arrival(fromSourceAt: 0, at: NodeIndex($0)) }
  }
}
