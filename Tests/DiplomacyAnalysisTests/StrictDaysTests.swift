import Chronology
import Diplomacy
import DiplomacyAnalysis
import Testing

/// Each step on a later day than the last, whenever on the day.
@Suite struct StrictDaysTests {
  private func meetings(_ days: String...) -> GraphBuilder {
    var builder = GraphBuilder()
    let actors = (0...days.count).map { EntityID("A\($0)") }
    for actor in actors { builder.actor(actor) }
    for (number, day) in days.enumerated() {
      builder.event(EntityID("e\(number)"), when: day, participants: actors[number], actors[number + 1])
    }
    return builder
  }

  private func options(_ criterion: JourneyCriterion = .earliest, wait: Int64? = nil) -> JourneyOptions {
    var options = JourneyOptions()
    (options.isStrict, options.criterion, options.waitingLimit) = (true, criterion, wait)
    return options
  }

  private func answer(_ builder: GraphBuilder, _ options: JourneyOptions, to last: EntityID) throws
    -> JourneyAnswer
  {
    try #require(try ContactNetwork(builder.view()).journeys(from: "A0", to: last, options))
  }

  @Test(arguments: [1, 3_600, 43_200, 86_399, 86_400, nil] as [Int64?])
  func theNextDayIsLaterThanTheLast(wait: Int64?) throws {
    let builder = meetings("1941-01-07", "1941-01-08")
    let found = try answer(builder, options(wait: wait), to: "A2")
    #expect(found.certain.first?.arrival.description == "1941-01-08T00:00:00")
    #expect(found.possible.count == 1 && found.possibleBound == .exact && found.certainBound == .exact)
    #expect(try answer(builder, options(wait: 0), to: "A2").possible.isEmpty)
    let later = meetings("1941-01-07", "1941-01-09")
    let isFree = wait.map { $0 > 86_400 } ?? true
    #expect(try answer(later, options(wait: wait), to: "A2").possible.isEmpty == !isFree)
    // Not the same day, in either order.
    #expect(try answer(meetings("1941-01-07", "1941-01-07"), options(wait: wait), to: "A2").possible.isEmpty)
  }

  /// From one office to the next nobody can wait but as himself: 12 hours and a second twice make up for a day.
  @Test(arguments: [(43_200, false), (43_201, true), (86_400, true)] as [(Int64, Bool)])
  func aDayIsSpentByWaiting(wait: Int64, isPossible: Bool) throws {
    var builder = GraphBuilder()
    builder.actors("A0", "A1", "A2", "A3")
    for (number, day) in ["1941-01-07", "1941-01-08", "1941-01-09"].enumerated() {
      builder.say(EntityID("A\(number)"), .represents, EntityID("A\(number + 1)"), when: day)
    }
    let found = try answer(builder, options(wait: wait), to: "A3")
    #expect(found.possible.isEmpty != isPossible && found.certain.isEmpty != isPossible, "\(found)")
  }

  @Test func theFastestTakesASecondOverMidnight() throws {
    var builder = meetings("1941-01-07", "1941-01-08")
    // A detour of one step takes longer than none, and less than a day.
    builder.actor("X")
    builder.event("e3", when: "1941-01-01", participants: "A0", "X")
    builder.event("e4", when: "1941-01-03", participants: "X", "A2")
    let found = try answer(builder, options(.fastest), to: "A2")
    let journey = try #require(found.certain.first)
    #expect(journey.departure.description == "1941-01-07T23:59:59")
    #expect(journey.arrival.description == "1941-01-08T00:00:00")
    let latest = try #require(try answer(builder, options(.latest), to: "A2").certain.first)
    #expect(latest.departure.description == "1941-01-07T23:59:59")
    let earliest = try #require(try answer(builder, options(), to: "A2").certain.first)
    #expect(earliest.arrival.description == "1941-01-03T00:00:00")
  }

  @Test func severalDaysInARowAreEnough() throws {
    var builder = GraphBuilder()
    builder.actors("A0", "A1", "A2", "A3")
    for number in 0..<3 {
      builder.agreement(
        EntityID("p\(number)"), inForce: "1941-01-07/1941-01-09", parties: EntityID("A\(number)"),
        EntityID("A\(number + 1)"))
    }
    for (last, day) in [("A1", "07"), ("A2", "08"), ("A3", "09")] as [(EntityID, String)] {
      #expect(
        try answer(builder, options(), to: last).certain.first?.arrival.day.description == "1941-01-\(day)")
    }
    let slow = try #require(try answer(builder, options(.fastest), to: "A3").certain.first)
    #expect(slow.arrival.seconds - slow.departure.seconds == 86_401)
    var short = meetings("1941-01-07", "1941-01-08")
    short.say("A2", .represents, "A0", when: "1941-01-08")
    #expect(try answer(short, options(), to: "A2").certain.first?.steps.count == 1)
  }

  @Test func aBoundWithinADayLeavesTheDay() throws {
    var noon = options()
    noon.after = GraphBuilder.date("1941-01-07T12:00:00Z").earliest
    let builder = meetings("1941-01-07", "1941-01-08")
    let found = try answer(builder, noon, to: "A2")
    #expect(found.certain.first?.departure == noon.after)
    #expect(found.certain.first?.arrival.description == "1941-01-08T00:00:00")
    noon.after = .distantPast
    noon.before = GraphBuilder.date("1941-01-08T12:00:00Z").earliest
    #expect(try answer(builder, noon, to: "A2").certain.count == 1)
    noon.before = GraphBuilder.date("1941-01-07T12:00:00Z").earliest
    #expect(try answer(builder, noon, to: "A2").possible.isEmpty)
  }
}
