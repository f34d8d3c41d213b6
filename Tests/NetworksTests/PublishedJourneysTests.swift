import Networks
import Testing

/// Journeys through spans whose answers the package tsna publishes, which finds paths in networks of networkDynamic
/// (statnet/tsna, tests/path_tests.R).
///
/// A spell there begins with its onset and ends before its terminus; a step of some length has to end by the terminus. Here a
/// unit of time has ten moments.
@Suite struct PublishedJourneysTests {
  private struct Spell {
    let from, to: Int
    let onset, terminus: Double
  }

  /// The spells as contacts of which each step takes so long.
  private func timetable(_ nodeCount: Int, _ spells: [Spell], step: Double = 0) -> Timetable {
    let contacts = spells.compactMap { spell -> TimedContact? in
      let start = Int64(10 * spell.onset)
      let last = Int64(10 * (spell.terminus - step)) - (step == 0 ? 1 : 0)
      guard start <= last else { return nil }
      return TimedContact(
        source: NodeIndex(spell.from - 1), target: NodeIndex(spell.to - 1), start: start, last: last)
    }
    return Timetable(nodeCount: nodeCount, contacts: contacts, direction: .directed)
  }

  private func rules(from start: Double, until end: Double? = nil, step: Double = 0) -> JourneyRules {
    JourneyRules(
      transit: Int64(10 * step), earliest: Int64(10 * start), latest: end.map { Int64(10 * $0) - 1 } ?? .max)
  }

  /// The time until the earliest arrival at each node.
  private func distances(_ timetable: Timetable, from node: Int, _ rules: JourneyRules) throws -> [Double?] {
    let journeys = try timetable.earliestJourneys(from: NodeIndex(node - 1), under: rules)
    return (0..<timetable.nodeCount).map { node in
      journeys.arrival(at: NodeIndex(node)).map { Double($0 - rules.earliest) / 10 }
    }
  }

  /// The latest departure from each node but the target, as the end of the time in which one may leave.
  private func departures(_ timetable: Timetable, to node: Int, step: Double = 0) throws -> [Double?] {
    let journeys = try timetable.latestJourneys(
      to: NodeIndex(node - 1), under: JourneyRules(transit: Int64(10 * step)))
    return (0..<timetable.nodeCount).filter { $0 != node - 1 }.map { node in
      journeys.departure(from: NodeIndex(node)).map { Double($0 + (step == 0 ? 1 : 0)) / 10 }
    }
  }

  private let line = (1...3).map { Spell(from: $0, to: $0 + 1, onset: Double($0 - 1), terminus: Double($0)) }
  private let always = (1...3).map { Spell(from: $0, to: $0 + 1, onset: 0, terminus: 10) }

  @Test func forwardAlongALine() throws {
    let four = timetable(4, line)
    #expect(try distances(four, from: 1, rules(from: 0)) == [0, 0, 1, 2])
    #expect(try distances(four, from: 2, rules(from: 0)) == [nil, 0, 1, 2])
    #expect(try distances(four, from: 1, rules(from: 0.5)) == [0, 0, 0.5, 1.5])
    #expect(try distances(four, from: 1, rules(from: 2)) == [0, nil, nil, nil])
    #expect(try distances(four, from: 1, rules(from: 0, until: 2)) == [0, 0, 1, nil])
    let unordered = timetable(
      4, zip([2, 1, 3], 1...).map { Spell(from: $1, to: $1 + 1, onset: $0, terminus: $0 + 1) })
    #expect(try distances(unordered, from: 1, rules(from: 1)) == [0, 1, nil, nil])
  }

  @Test func stepsThatTakeTime() throws {
    #expect(
      try distances(timetable(4, line, step: 0.5), from: 1, rules(from: 0, step: 0.5)) == [0, 0.5, 1.5, 2.5])
    #expect(try distances(timetable(4, line, step: 1), from: 1, rules(from: 0, step: 1)) == [0, 1, 2, 3])
    #expect(
      try distances(timetable(4, line, step: 2), from: 1, rules(from: 0, step: 2)) == [0, nil, nil, nil])
    #expect(try distances(timetable(4, always), from: 1, rules(from: 0)) == [0, 0, 0, 0])
    #expect(try distances(timetable(4, always, step: 1), from: 1, rules(from: 0, step: 1)) == [0, 1, 2, 3])
    #expect(try distances(timetable(4, always, step: 2), from: 1, rules(from: 0, step: 2)) == [0, 2, 4, 6])
    let twice = line + [Spell(from: 1, to: 2, onset: 5, terminus: 10)]
    #expect(
      try distances(timetable(4, twice, step: 2), from: 1, rules(from: 0, step: 2)) == [0, 7, nil, nil])
  }

  @Test func fewestSteps() throws {
    let spells = [
      (2, 3, 1, 2), (3, 4, 2, 5), (4, 5, 5, 3), (0, 1, 1, 3), (5, 6, 1, 4), (7, 8, 4, 3),
    ].map { Spell(from: $0.2, to: $0.3, onset: Double($0.0), terminus: Double($0.1)) }
    let five = timetable(5, spells)
    for (start, arrivals, hops) in [
      (0.0, [0, 20, 0, 50, 30], [0, 1, 1, 1, 2]), (1, [10, 20, 70, 50, 30], [0, 1, 2, 1, 2]),
    ] {
      let journeys = try five.fewestHopJourneys(from: NodeIndex(0), under: rules(from: start))
      #expect((0..<5).map { journeys.arrival(at: NodeIndex($0)) } == arrivals.map { Int64($0) })
      #expect((0..<5).map { journeys.hops(to: NodeIndex($0)) } == hops)
    }
    // The earliest journey to node 3 takes another way than that with the fewest steps.
    #expect(try distances(five, from: 1, rules(from: 1))[2] == 3)
  }

  @Test func backwards() throws {
    let falling = (1...9).map {
      Spell(from: $0, to: $0 + 1, onset: Double(11 - $0), terminus: Double(12 - $0))
    }
    #expect(try departures(timetable(10, falling), to: 5) == [nil, nil, nil, 8, nil, nil, nil, nil, nil])
    let rising = (1...9).map { Spell(from: $0, to: $0 + 1, onset: Double($0 - 1), terminus: Double($0)) }
    #expect(try departures(timetable(10, rising), to: 10) == (1...9).map { Double($0) })
    #expect(try departures(timetable(4, line), to: 4) == [1, 2, 3])
    #expect(try departures(timetable(4, line, step: 0.5), to: 4, step: 0.5) == [0.5, 1.5, 2.5])
    #expect(try departures(timetable(4, line, step: 1), to: 4, step: 1) == [0, 1, 2])
    #expect(try departures(timetable(4, line, step: 2), to: 4, step: 2) == [nil, nil, nil])
    #expect(try departures(timetable(4, always), to: 4) == [10, 10, 10])
    #expect(try departures(timetable(4, always, step: 1), to: 4, step: 1) == [7, 8, 9])
    #expect(try departures(timetable(4, always, step: 2), to: 4, step: 2) == [4, 6, 8])
  }

  @Test func fiveWays() throws {
    let ways: [(by: Int, first: Double, second: Double)] = [
      (2, 1, 4), (3, 0, 6), (4, 4, 5), (5, 6, 9), (6, 4, 10),
    ]
    let spells = ways.flatMap { way in
      [
        Spell(from: 1, to: way.by, onset: way.first, terminus: way.first + (way.by == 3 ? 2 : 1)),
        Spell(from: way.by, to: 7, onset: way.second, terminus: way.second + 1),
      ]
    }
    let seven = timetable(7, spells)
    #expect(try distances(seven, from: 1, rules(from: 0))[6] == 4)
    // The one that leaves last goes over 5, the fastest over 4.
    let latest = try seven.latestJourneys(to: NodeIndex(6)).journey(from: NodeIndex(0))
    #expect(latest?.crossings.first?.to.position == 4)
    let fastest = try seven.fastestJourneys(from: NodeIndex(0)).journey(to: NodeIndex(6))
    #expect(fastest?.crossings.first?.to.position == 3)
  }
}
