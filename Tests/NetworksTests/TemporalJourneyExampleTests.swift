import Networks
import Testing

/// Drawn examples with their answers worked out by hand.
@Suite struct TemporalJourneyExampleTests {
  private func contact(_ source: Int, _ target: Int, _ start: Int64, _ last: Int64) -> TimedContact {
    TimedContact(source: NodeIndex(source), target: NodeIndex(target), start: start, last: last)
  }

  /// A line 0–1–2–3 with a slow shortcut: 0–1 at 1 and 4, 1–2 from 3 to 6, 2–3 at 6, and 0–3 at 9.
  private var line: Timetable {
    Timetable(
      nodeCount: 5,
      contacts: [
        contact(0, 1, 1, 1), contact(0, 1, 4, 4), contact(1, 2, 3, 6), contact(2, 3, 6, 6),
        contact(0, 3, 9, 9),
      ], direction: .undirected)
  }

  @Test func lineHasOneAnswerForEachCriterion() throws {
    let (start, end) = (NodeIndex(0), NodeIndex(3))
    let earliest = try line.earliestJourneys(from: start)
    #expect(earliest.arrival(at: end) == 6)
    #expect(earliest.arrival(at: NodeIndex(4)) == nil)
    #expect(earliest.journey(to: end)?.crossings.map(\.contact.position) == [0, 2, 3])
    #expect(earliest.journey(to: end)?.crossings.map(\.moment) == [1, 3, 6])
    #expect(earliest.reached.map(\.position) == [0, 1, 2, 3])

    let latest = try line.latestJourneys(to: end)
    #expect(latest.departure(from: start) == 9)
    #expect(latest.departure(from: NodeIndex(1)) == 6)
    #expect(latest.reaching.map(\.position) == [0, 1, 2, 3])
    #expect(try line.latestJourneys(to: end, under: JourneyRules(latest: 8)).departure(from: start) == 4)

    let fewest = try line.fewestHopJourneys(from: start)
    #expect(fewest.hops(to: end) == 1)
    #expect(fewest.arrival(at: end) == 9)

    let fastest = try line.fastestJourneys(from: start)
    #expect(fastest.duration(to: end) == 0)
    #expect(fastest.departure(to: end) == 9)
    #expect(try line.fastestJourneys(from: start, under: JourneyRules(latest: 8)).duration(to: end) == 2)

    let pieces = try line.profile(from: start).pieces(to: end)
    #expect(pieces.map(\.hops) == [1, 3])
    #expect(pieces.map(\.departures) == [9...9, 4...4])
    #expect(pieces.map(\.arrival) == [9, 6])
  }

  @Test func departuresSlideWithinSpans() throws {
    // 0–1 open from 2 to 8 and 1–2 from 5 to 9, an hour each: leave from 4 to 8 and travel for 2.
    let timetable = Timetable(
      nodeCount: 3, contacts: [contact(0, 1, 2, 8), contact(1, 2, 5, 9)], direction: .directed)
    let profile = try timetable.profile(from: NodeIndex(0), under: JourneyRules(transit: 1))
    let pieces = profile.pieces(to: NodeIndex(2))
    #expect(pieces.map(\.departures) == [4...8])
    #expect(pieces.map(\.arrival) == [6])
    #expect(pieces[0].arrival(departingAt: 7) == 9)
    #expect(profile.journey(of: pieces[0], departingAt: 7).crossings.map(\.moment) == [7, 8])
    #expect(
      try timetable.fastestJourneys(from: NodeIndex(0), under: JourneyRules(transit: 1)).duration(
        to: NodeIndex(2)) == 2)
    #expect(profile.pieces(to: NodeIndex(0)).map(\.hops) == [0])
  }

  @Test func agreementIsOneHop() throws {
    // Actors 0, 1 and 2; agreement 3 of 0 and 1 at moment 1, agreement 4 of 1 and 2 at moment 1 as well.
    let contacts = [contact(0, 3, 1, 1), contact(1, 3, 1, 1), contact(1, 4, 1, 1), contact(2, 4, 1, 1)]
    let timetable = Timetable(
      nodeCount: 5, contacts: contacts, direction: .undirected, hubs: [NodeIndex(3), NodeIndex(4)])
    let lenient = try timetable.earliestJourneys(from: NodeIndex(0))
    #expect(lenient.arrival(at: NodeIndex(2)) == 1)
    #expect(lenient.journey(to: NodeIndex(2))?.hops == 2)
    #expect(lenient.journey(to: NodeIndex(2))?.crossings.count == 4)
    // Strictness allows the one agreement, in and out at one moment, but not the next at the same moment.
    let strict = try timetable.earliestJourneys(from: NodeIndex(0), under: JourneyRules(moments: .increasing))
    #expect(strict.arrival(at: NodeIndex(1)) == 1)
    #expect(strict.arrival(at: NodeIndex(2)) == nil)
    // A hop takes its time once: into the agreement, which is over by then.
    let slow = try timetable.earliestJourneys(from: NodeIndex(0), under: JourneyRules(transit: 1))
    #expect(slow.arrival(at: NodeIndex(3)) == 2)
    #expect(slow.arrival(at: NodeIndex(1)) == nil)
  }

  @Test func invertedContactIsCrossedAtItsWorst() throws {
    // Somewhere from 3 to 7: who is ready by 3 is across by 7.
    let timetable = Timetable(
      nodeCount: 3, contacts: [contact(0, 1, 7, 3), contact(1, 2, 7, 7)], direction: .undirected)
    #expect(try timetable.earliestJourneys(from: NodeIndex(0)).arrival(at: NodeIndex(2)) == 7)
    #expect(try timetable.latestJourneys(to: NodeIndex(2)).departure(from: NodeIndex(0)) == 3)
    #expect(try timetable.fastestJourneys(from: NodeIndex(0)).duration(to: NodeIndex(2)) == 4)
    let late = JourneyRules(earliest: 4)
    #expect(try timetable.earliestJourneys(from: NodeIndex(0), under: late).arrival(at: NodeIndex(1)) == nil)
  }

  @Test(arguments: [Int64(1_000_000), .max]) func toAndFroWithinAnOpenSpanEnds(last: Int64) throws {
    // 0–1 at 0; 1 and 2 in touch for long; 2–3 at 900, 3–4 at 905. Nobody may wait for more than 1.
    let timetable = Timetable(
      nodeCount: 5,
      contacts: [
        contact(0, 1, 0, 0), contact(1, 2, 0, last), contact(2, 3, 900, 900), contact(3, 4, 905, 905),
      ],
      direction: .undirected)
    let rules = JourneyRules(transit: 2, waitingLimit: 1)
    let earliest = try timetable.earliestJourneys(from: NodeIndex(0), under: rules)
    #expect(earliest.arrival(at: NodeIndex(2)) == 4)
    #expect(earliest.arrival(at: NodeIndex(3)) == 902)
    #expect(earliest.arrival(at: NodeIndex(4)) == nil)
    let journey = earliest.journey(to: NodeIndex(3))
    #expect(journey?.crossings.last?.moment == 900)
    for (before, after) in zip(journey?.crossings ?? [], journey?.crossings.dropFirst() ?? []) {
      #expect(after.from == before.to)
      #expect(before.arrival...before.arrival + 1 ~= after.moment)
    }
    // From 1, everything is on time: leave for 2 at 897 or 898.
    #expect(try timetable.latestJourneys(to: NodeIndex(3), under: rules).departure(from: NodeIndex(1)) == 898)
    #expect(try timetable.fewestHopJourneys(from: NodeIndex(1), under: rules).hops(to: NodeIndex(3)) == 2)
  }

  @Test func openEndsStayOpen() throws {
    let timetable = Timetable(
      nodeCount: 4,
      contacts: [contact(0, 1, .min, 5), contact(1, 2, .min, .max), contact(2, 3, .max, 5)],
      direction: .undirected)
    let rules = JourneyRules(moments: .increasing, transit: .max)
    let earliest = try timetable.earliestJourneys(from: NodeIndex(0), under: rules)
    #expect((0..<4).map { earliest.arrival(at: NodeIndex($0)) } == [.min, .min, .min, .max])
    #expect(
      try timetable.earliestJourneys(from: NodeIndex(0), under: JourneyRules(earliest: 3)).arrival(
        at: NodeIndex(2)) == 3)
    #expect(try timetable.latestJourneys(to: NodeIndex(2)).departure(from: NodeIndex(1)) == .max)
    #expect(try timetable.latestJourneys(to: NodeIndex(2)).departure(from: NodeIndex(0)) == 5)
    #expect(try timetable.latestJourneys(to: NodeIndex(3)).departure(from: NodeIndex(0)) == 5)
    #expect(
      try timetable.profile(from: NodeIndex(1)).pieces(to: NodeIndex(2)).map(\.departures) == [.min ... .max])
  }

  @Test func tiesGoToFewerHopsAndThenToLowerContacts() throws {
    // Three ways from 0 to 3 that arrive at 5: two of two hops, one of three.
    let contacts = [
      contact(0, 4, 1, 1), contact(4, 2, 1, 1), contact(2, 3, 5, 5), contact(0, 2, 2, 2), contact(0, 1, 1, 1),
      contact(1, 3, 5, 5),
    ]
    let timetable = Timetable(nodeCount: 5, contacts: contacts, direction: .undirected)
    let earliest = try timetable.earliestJourneys(from: NodeIndex(0))
    // The beginning by way of 4 is the earliest way to 2, so the way through 1 has fewer hops.
    #expect(earliest.journey(to: NodeIndex(3))?.crossings.map(\.contact.position) == [4, 5])
    let fewest = try timetable.fewestHopJourneys(from: NodeIndex(0))
    #expect(fewest.journey(to: NodeIndex(3))?.crossings.map(\.contact.position) == [3, 2])
  }

  @Test func emptyTimetablesHaveNoJourneys() throws {
    let timetable = Timetable(nodeCount: 1, contacts: [contact(0, 0, 1, 2)], direction: .directed)
    #expect(Timetable(nodeCount: 0, contacts: [], direction: .directed).nodeCount == 0)
    #expect(try timetable.earliestJourneys(from: NodeIndex(0)).reached == [NodeIndex(0)])
    #expect(try timetable.fewestHopJourneys(from: NodeIndex(0)).hops(to: NodeIndex(0)) == 0)
    #expect(try timetable.earliestJourneys(from: NodeIndex(0)).journey(to: NodeIndex(0))?.crossings == [])
  }

  @Test func arrivalByHopIsReadySoonerThanArrivalFromHub() throws {
    // To 1 at 5 by way of hub 4, crossing at 5, or by way of 2, crossing at 4 for an hour; then 1–3 at 5.
    let timetable = Timetable(
      nodeCount: 5,
      contacts: [
        contact(0, 4, 3, 3), contact(4, 1, 5, 5), contact(0, 2, 3, 3), contact(2, 1, 4, 4),
        contact(1, 3, 5, 5),
      ], direction: .directed, hubs: [NodeIndex(4)])
    for limit in [nil, Int64(1)] {
      let rules = JourneyRules(moments: .increasing, transit: 1, waitingLimit: limit)
      #expect(try timetable.earliestJourneys(from: NodeIndex(0), under: rules).arrival(at: NodeIndex(3)) == 6)
      #expect(
        try timetable.earliestJourneys(from: NodeIndex(0), under: rules).journey(to: NodeIndex(1))?.hops == 1)
      #expect(try timetable.fewestHopJourneys(from: NodeIndex(0), under: rules).hops(to: NodeIndex(3)) == 3)
      #expect(try timetable.fastestJourneys(from: NodeIndex(0), under: rules).duration(to: NodeIndex(3)) == 3)
      #expect(
        try timetable.latestJourneys(to: NodeIndex(3), under: rules).departure(from: NodeIndex(4)) == nil)
      #expect(try timetable.latestJourneys(to: NodeIndex(3), under: rules).departure(from: NodeIndex(0)) == 3)
    }
  }

  @Test func swifterJourneyOfAsManyHopsIsKept() throws {
    // By hubs 3 and 4, at any time, 1 a hop and 1 between; by 5 from 3 to 10 only, 1 a hop and nothing
    // between.
    let timetable = Timetable(
      nodeCount: 6,
      contacts: [
        contact(0, 3, 0, 30), contact(3, 1, 0, 30), contact(1, 4, 0, 30), contact(4, 2, 0, 30),
        contact(0, 5, 3, 10),
        contact(5, 4, 0, 30),
      ], direction: .directed, hubs: [NodeIndex(3), NodeIndex(4)])
    let rules = JourneyRules(moments: .increasing, transit: 1, earliest: 0)
    let pieces = try timetable.profile(from: NodeIndex(0), under: rules).pieces(to: NodeIndex(2))
    // By 3 from x to x + 3, if x ≤ 27; by 5 from x to x + 2. Who could leave at 2 by 3 leaves at 3 by
    // 5.
    #expect(pieces.map(\.departures) == [0...1, 3...10, 11...27])
    #expect(pieces.map(\.arrival) == [3, 5, 14])
    #expect(try timetable.fastestJourneys(from: NodeIndex(0), under: rules).duration(to: NodeIndex(2)) == 2)
  }

  @Test func nobodyLeavesTheOpenPastByGoingToAndFro() throws {
    let timetable = Timetable(
      nodeCount: 4, contacts: [contact(0, 1, .min, .min), contact(1, 2, .min, 10), contact(2, 3, 5, 5)],
      direction: .undirected)
    let rules = JourneyRules(waitingLimit: 1)
    let earliest = try timetable.earliestJourneys(from: NodeIndex(0), under: rules)
    #expect(earliest.arrival(at: NodeIndex(2)) == .min)
    #expect(earliest.arrival(at: NodeIndex(3)) == nil)
  }
}
