import Networks
import Testing

@Suite struct EarliestArrivalsTests {
  @Test func drawnNetworkHasWorkedValues() throws {
    // 0 ──[1, 4]── 1 ──[3, 3]── 2 ──[2, 9]── 3      0 ──[8, 8]── 3      4
    let small = SmallTemporalNetwork(
      nodeCount: 5,
      windows: [
        Window(start: 1, last: 4), Window(start: 3, last: 3), Window(start: 2, last: 9),
        Window(start: 8, last: 8),
      ],
      contacts: [(0, 1, 0), (1, 2, 1), (2, 3, 2), (0, 3, 3)], direction: .undirected)
    for assumption in [Assumption.possible, .certain] {
      let arrivals = small.network.earliestArrivals(from: NodeIndex(0), departingAt: 0, under: assumption)
      #expect((0..<5).map { arrivals.arrival(at: NodeIndex($0)) } == [0, 1, 3, 3, nil])
      #expect((0..<5).map { arrivals.hops(to: NodeIndex($0)) } == [0, 1, 2, 3, nil])
      let journey = try #require(arrivals.witness(to: NodeIndex(3)))
      #expect(journey.map(\.contact) == [0, 1, 2].map { ContactIndex($0) })
      #expect(journey.map(\.from) == [0, 1, 2].map { NodeIndex($0) })
      #expect(journey.map(\.to) == [1, 2, 3].map { NodeIndex($0) })
      #expect(journey.map(\.moment) == [1, 3, 3])
      #expect(arrivals.witness(to: NodeIndex(0)) == [])
      #expect(arrivals.witness(to: NodeIndex(4)) == nil)
      // Too late for the middle contact; only the last one is left.
      let later = small.network.earliestArrivals(from: NodeIndex(0), departingAt: 4, under: assumption)
      #expect((0..<5).map { later.arrival(at: NodeIndex($0)) } == [4, 4, 8, 8, nil])
    }
  }

  @Test func partiesOfOneUncertainAgreementMeetForCertain() {
    // Actors 0 and 1 sign agreement 2 on one unknown day; actor 3 signs agreement 4 with actor 1 on another.
    let small = SmallTemporalNetwork(
      nodeCount: 5, windows: [.instant(earliest: 1, latest: 30), .instant(earliest: 20, latest: 40)],
      contacts: [(0, 2, 0), (1, 2, 0), (1, 4, 1), (3, 4, 1)], direction: .undirected)
    let certain = small.network.earliestArrivals(from: NodeIndex(0), under: .certain)
    #expect(certain.arrival(at: NodeIndex(1)) == 30)
    #expect(certain.arrival(at: NodeIndex(3)) == nil)
    let possible = small.network.earliestArrivals(from: NodeIndex(0), under: .possible)
    #expect(possible.arrival(at: NodeIndex(1)) == 1)
    #expect(possible.arrival(at: NodeIndex(3)) == 20)
  }

  @Test func separateUncertainDatesDoNotMeetForCertain() {
    let small = SmallTemporalNetwork(
      nodeCount: 3, windows: [.instant(earliest: 1, latest: 30), .instant(earliest: 1, latest: 30)],
      contacts: [(0, 1, 0), (1, 2, 1)], direction: .undirected)
    #expect(
      small.network.earliestArrivals(from: NodeIndex(0), under: .certain).arrival(at: NodeIndex(2)) == nil)
    #expect(
      small.network.earliestArrivals(from: NodeIndex(0), under: .possible).arrival(at: NodeIndex(2)) == 1)
  }

  @Test func certainJourneyMayLeaveAWindowAndComeBack() {
    // 0 ──W── 1 ──always── 2 ──W── 3, where W is one unknown day
    let small = SmallTemporalNetwork(
      nodeCount: 4, windows: [.instant(earliest: 0, latest: 6), Window(start: .min, last: .max)],
      contacts: [(0, 1, 0), (1, 2, 1), (2, 3, 0)], direction: .undirected)
    #expect(
      small.network.earliestArrivals(from: NodeIndex(0), under: .certain).arrival(at: NodeIndex(3)) == 6)
  }

  @Test func oneSourceThatLeadsEverywhereDoesNotHoldAWindowTogether() {
    // 0 ──W→ 1 ──always→ 2 ──W→ 3 and 2 ──W→ 1, where W is one unknown day: no contact of W leads from 0 to 3
    let small = SmallTemporalNetwork(
      nodeCount: 4, windows: [.instant(earliest: 0, latest: 6), Window(start: .min, last: .max)],
      contacts: [(0, 1, 0), (1, 2, 1), (2, 3, 0), (2, 1, 0)], direction: .directed)
    #expect(
      small.network.earliestArrivals(from: NodeIndex(0), under: .certain).arrival(at: NodeIndex(3)) == 6)
  }

  @Test func laterArrivalThatSavesAnInstantGoesFurther() {
    // 0 ══W, [1, 9]══ 1 ──[2, 2]── 2 ──[5, 5]── 3 ──W── 4, where W is one unknown day: crossed first it brings
    // the traveller to 1 at 0, but then it is spent
    let small = SmallTemporalNetwork(
      nodeCount: 5,
      windows: [
        .instant(earliest: 0, latest: 9), Window(start: 1, last: 9), Window(start: 2, last: 2),
        Window(start: 5, last: 5),
      ],
      contacts: [(0, 1, 0), (0, 1, 1), (1, 2, 2), (2, 3, 3), (3, 4, 0)], direction: .undirected)
    let arrivals = small.network.earliestArrivals(from: NodeIndex(0), departingAt: 0, under: .possible)
    #expect((0..<5).map { arrivals.arrival(at: NodeIndex($0)) } == [0, 0, 2, 5, 5])
    #expect(arrivals.witness(to: NodeIndex(4))?.map(\.contact.position) == [1, 2, 3, 4])
  }

  @Test func oneInstantIsNotCrossedAtTwoMoments() {
    // 0 ──W── 1 ──[middle]── 2 ──W── 3, where W is one unknown day
    func arrival(middle: Window) -> Int64? {
      SmallTemporalNetwork(
        nodeCount: 4, windows: [.instant(earliest: 0, latest: 6), middle],
        contacts: [(0, 1, 0), (1, 2, 1), (2, 3, 0)], direction: .undirected
      ).network.earliestArrivals(from: NodeIndex(0), under: .possible).arrival(at: NodeIndex(3))
    }
    #expect(arrival(middle: Window(start: 5, last: 5)) == 5)
    #expect(arrival(middle: .instant(earliest: 4, latest: 9)) == 4)
    #expect(arrival(middle: Window(start: 7, last: 9)) == nil)
  }

  @Test func twoUncertainEndsNeverExcludeTheirOwnWindow() {
    // The span starts within 0…6 and lasts until within 2…8: nobody knows a moment inside, yet it has one.
    let small = SmallTemporalNetwork(
      nodeCount: 3, windows: [Window(earliestStart: 0, latestStart: 6, earliestLast: 2, latestLast: 8)],
      contacts: [(0, 1, 0), (1, 2, 0)], direction: .directed)
    #expect(
      small.network.earliestArrivals(from: NodeIndex(0), under: .certain).arrival(at: NodeIndex(2)) == 6)
    #expect(
      small.network.earliestArrivals(from: NodeIndex(0), departingAt: 3, under: .certain).arrival(
        at: NodeIndex(2))
        == nil)
    #expect(
      small.network.earliestArrivals(from: NodeIndex(0), departingAt: 3, under: .possible).arrival(
        at: NodeIndex(2))
        == 3)
  }

  @Test func openEndsArriveAtTheEndsOfTime() {
    let small = SmallTemporalNetwork(
      nodeCount: 3,
      windows: [
        Window(start: .min, last: .max),
        Window(earliestStart: .min, latestStart: .max, earliestLast: .max, latestLast: .max),
      ],
      contacts: [(0, 1, 0), (0, 2, 1)], direction: .undirected)
    let possible = small.network.earliestArrivals(from: NodeIndex(0), under: .possible)
    #expect(possible.arrival(at: NodeIndex(1)) == .min)
    #expect(possible.arrival(at: NodeIndex(2)) == .min)
    let certain = small.network.earliestArrivals(from: NodeIndex(0), under: .certain)
    #expect(certain.arrival(at: NodeIndex(1)) == .min)
    #expect(certain.arrival(at: NodeIndex(2)) == .max)
  }

  @Test func impossibleDatesAreTrimmed() {
    let window = Window(earliestStart: 3, latestStart: 9, earliestLast: 1, latestLast: 5)
    #expect(window == Window(earliestStart: 3, latestStart: 5, earliestLast: 3, latestLast: 5))
    #expect(window != Window.instant(earliest: 3, latest: 5))
  }

  @Test(arguments: [Assumption.possible, .certain])
  func nothingToCrossLeavesTheSourceAlone(assumption: Assumption) {
    let alone = TemporalNetwork(nodeCount: 1, windows: [], contacts: [], direction: .directed)
    let arrivals = alone.earliestArrivals(from: NodeIndex(0), under: assumption)
    #expect(arrivals.arrival(at: NodeIndex(0)) == .min)
    #expect(arrivals.witness(to: NodeIndex(0)) == [])
    let small = SmallTemporalNetwork(
      nodeCount: 2, windows: [Window(start: 0, last: 5)], contacts: [(0, 1, 0), (0, 0, 0)],
      direction: .undirected)
    let late = small.network.earliestArrivals(from: NodeIndex(0), departingAt: 6, under: assumption)
    #expect(late.arrival(at: NodeIndex(0)) == 6)
    #expect(late.arrival(at: NodeIndex(1)) == nil)
    #expect(late.hops(to: NodeIndex(1)) == nil)
    #expect(TemporalNetwork(nodeCount: 0, windows: [], contacts: [], direction: .undirected).nodeCount == 0)
  }

  @Test func callersMistakesTrap() async {
    await #expect(processExitsWith: .failure) { _ = Window(start: 2, last: 1) }
    await #expect(processExitsWith: .failure) { _ = Window.instant(earliest: 2, latest: 1) }
    await #expect(processExitsWith: .failure) {
      let contact = Contact(source: NodeIndex(0), target: NodeIndex(1), window: WindowIndex(0))
      _ = TemporalNetwork(nodeCount: 2, windows: [], contacts: [contact], direction: .directed)
    }
    await #expect(processExitsWith: .failure) {
      let contact = Contact(source: NodeIndex(0), target: NodeIndex(2), window: WindowIndex(0))
      _ = TemporalNetwork(
        nodeCount: 2, windows: [Window(start: 0, last: 1)], contacts: [contact], direction: .directed)
    }
    await #expect(processExitsWith: .failure) {
      let empty = TemporalNetwork(nodeCount: 0, windows: [], contacts: [], direction: .directed)
      _ = empty.earliestArrivals(from: NodeIndex(0), under: .possible)
    }
  }
}
