import Chronology
import Diplomacy
import DiplomacyAnalysis
import Testing

/// An assignment gives every date one value, once: what is certain is so in all of them, and what is impossible in none.
@Suite struct DatesTogetherTests {
  /// What is known of the way from one to another.
  private struct Told: Equatable {
    var possible: String?
    var certain: String?
    var count: Int
  }

  private func told(
    _ builder: GraphBuilder, _ from: EntityID, _ to: EntityID, meetings: ContactNetwork.Meetings = .spans,
    strict: Bool = false, samples: Int = 200
  ) throws -> Told {
    let network = ContactNetwork(builder.view(), meetings: meetings)
    var options = JourneyOptions()
    options.isStrict = strict
    let answer = try #require(try network.journeys(from: from, to: to, options))
    #expect(answer.possibleBound == .exact && answer.certainBound == .exact)
    let reached = try #require(try network.reach(of: from, options)?.first { $0.to == to })
    #expect(reached.possible.first?.arrival == answer.possible.first?.arrival)
    #expect(reached.certain.first?.arrival == answer.certain.first?.arrival)
    let back = try #require(try network.reach(of: to, backwards: true, options)?.first { $0.from == from })
    #expect(
      back.possible.isEmpty == answer.possible.isEmpty && back.certain.isEmpty == answer.certain.isEmpty)
    let counts = try network.reachCounts(options)
    #expect((counts.first { $0.actor == from }?.outCertain ?? 0) >= (answer.certain.isEmpty ? 0 : 1))
    let share = try network.probableReach(of: from, options, samples: samples, seed: 3)
    let count = share?.answers.first { $0.id == to }?.count ?? 0
    if !answer.certain.isEmpty { #expect(count == samples, "certain, in \(count) of \(samples) draws") }
    if answer.possible.isEmpty { #expect(count == 0, "impossible, in \(count) of \(samples) draws") }
    return Told(
      possible: answer.possible.first.map { "\($0.arrival.day)" },
      certain: answer.certain.first.map { "\($0.arrival.day)" },
      count: count)
  }

  // MARK: Existence

  /// Who may have been gone when an agreement was signed may not have signed it.
  @Test(arguments: [
    ("../1941-01-08", "[1941-01-03,1941-01-11]", 0.5), ("../1940-06-16", "1940-06", 16.0 / 30),
    ("1941-01-08/..", "[1941-01-03,1941-01-11]", 0.5), ("../1941-01-0X", "1941-01-05", 5.0 / 9),
  ])
  func whoMayNotHaveExistedIsReachedPossibly(exists: String, signed: String, share: Double) throws {
    for (from, to) in [("A", "B"), ("B", "A")] as [(EntityID, EntityID)] {
      for meetings in ContactNetwork.Meetings.allCases {
        if meetings == .spans, from == "A" || exists.hasSuffix("..") { continue }
        var builder = GraphBuilder()
        builder.actor("A")
        builder.actor("B", exists: exists)
        builder.agreement("p", signed: signed, parties: "A", "B")
        let told = try told(builder, from, to, meetings: meetings, samples: 400)
        #expect(told.possible != nil && told.certain == nil, "\(exists) \(signed) \(meetings)")
        let error = 4 * (share * (1 - share) / 400).squareRoot()
        #expect(abs(Double(told.count) / 400 - share) < error, "\(exists) \(signed) \(told.count)")
      }
    }
  }

  @Test(arguments: [
    // A until the 5th, B from the 8th: no day of the meeting has both.
    ("../1941-01-05", "1941-01-08/..", "[1941-01-03..1941-01-11]", false),
    ("../1941-01-05", "1941-01-08/..", "1941-01", false),
    ("1941-01-08/..", "../1941-01-05", "[1941-01-03..1941-01-11]", false),
    ("../1941-01-08", "1941-01-08/..", "[1941-01-03..1941-01-11]", true),
    ("../1941-01-08", "1941-01-05/..", "[1941-01-03,1941-01-11]", false),
    ("../1941-01-08", "1941-01-05/..", "[1941-01-03,1941-01-06,1941-01-11]", true),
  ])
  func whoMeetsExistsOnTheSameDay(one: String, other: String, met: String, isPossible: Bool) throws {
    var builder = GraphBuilder()
    builder.actor("A", exists: one)
    builder.actor("B", exists: other)
    builder.event("m", when: met, participants: "A", "B")
    let told = try told(builder, "A", "B")
    #expect((told.possible != nil) == isPossible && told.certain == nil, "\(told)")
  }

  @Test func anActorExistsInOneOfItsPeriods() throws {
    var builder = GraphBuilder()
    builder.actor("A")
    builder.actor("B", periods: ["1918-11-12/1938-03-13", "1945-04-27/.."])
    builder.event("between", when: "1940", participants: "A", "B")
    builder.event("either", when: "[1930,1950]", participants: "A", "B")
    #expect(try told(builder, "A", "B") == Told(possible: "1930-01-01", certain: "1950-12-31", count: 200))
    var late = GraphBuilder()
    late.actor("A")
    late.actor("B", periods: ["1918-11-12/1938-03-13", "1945-04-27/.."])
    late.event("perhaps", when: "[1930,1940,1950]", participants: "A", "B")
    let told = try told(late, "A", "B")
    #expect(told.possible == "1930-01-01" && told.certain == nil && told.count < 200)
  }

  @Test func anOfficeIsHeldWhileBothExist() throws {
    var builder = GraphBuilder()
    builder.actor("envoy", kind: "person", exists: "../1941-01-05")
    builder.actor("state", exists: "1941-01-0X/..")
    builder.say("envoy", .represents, "state", when: "1941-01-03/1941-01-20")
    let told = try told(builder, "envoy", "state")
    #expect(told.possible == "1941-01-03" && told.certain == nil && (1..<200).contains(told.count))
  }

  // MARK: Acts

  /// Both take part at one and the same signature.
  @Test(arguments: [Role.negotiator, .signatory])
  func whoNegotiatesMeetsThePartiesAtTheSignature(role: Role) throws {
    for signed in ["[1941-01-03,1941-01-05]", "[1941-01-03..1941-01-05]", "1941-01", "1941"] {
      var builder = GraphBuilder()
      builder.actors("C", "D")
      builder.agreement("p", signed: signed, parties: "D")
      builder.say("C", role, "p")
      for (from, to) in [("C", "D"), ("D", "C")] as [(EntityID, EntityID)] {
        let told = try told(builder, from, to)
        #expect(told.possible != nil && told.certain != nil && told.count == 200, "\(from) \(signed) \(told)")
      }
    }
  }

  @Test func whoJoinsMeetsTheOthersWhileItLasts() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement(
      "p",
      acts: [
        Act(kind: .signature, date: GraphBuilder.date("[1941-01-03..1941-01-09]")),
        Act(kind: .accession, date: GraphBuilder.date("[1941-01-05..1941-01-12]"), by: ["B"]),
        Act(kind: .termination, date: GraphBuilder.date("[1941-01-08..1941-01-15]")),
      ])
    builder.say("A", .party, "p")
    builder.say("B", .party, "p")
    #expect(try told(builder, "A", "B") == Told(possible: "1941-01-05", certain: "1941-01-12", count: 200))
    #expect(try told(builder, "B", "A") == Told(possible: "1941-01-05", certain: "1941-01-12", count: 200))
  }

  /// One agreement takes the place of another: who leaves the one meets those of the other at that moment.
  @Test func whatEndsWithABeginningEndsThen() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.agreement("old", signed: "1930-01-01", parties: "B")
    builder.say("A", .guarantor, "old")
    builder.agreement("new", signed: "[1941-01-03..1941-01-09]", parties: "B", "C")
    builder.say("new", .supersedes, "old")
    let told = try told(builder, "C", "A")
    #expect(told.possible == nil && told.certain == nil && told.count == 0, "\(told)")
    #expect(try self.told(builder, "A", "C").certain != nil)
  }

  // MARK: Dates known by others

  private func ordered(
    _ relation: DateOrder.Relation, first: String = "[1941-01-03..1941-01-09]",
    second: String = "[1941-01-03..1941-01-09]"
  ) -> GraphBuilder {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    let position = builder.entityCount
    builder.event("first", when: first, participants: "A", "B")
    builder.event("second", when: second, participants: "B", "C")
    builder.orders = [DateOrder(.entity(position + 1), relation, .entity(position))]
    return builder
  }

  @Test func whatComesAfterDoesNotComeBefore() throws {
    let after = ordered(.after)
    // On one day they may follow each other either way.
    #expect(try told(after, "C", "A").possible != nil)
    #expect(try told(after, "A", "C") == Told(possible: "1941-01-03", certain: "1941-01-09", count: 200))
    #expect(try told(after, "C", "A", strict: true) == Told(possible: nil, certain: nil, count: 0))
    let strict = try told(after, "A", "C", strict: true)
    #expect(strict.possible == "1941-01-04" && strict.certain == nil && (1..<200).contains(strict.count))
    let before = ordered(.before)
    #expect(try told(before, "A", "C", strict: true) == Told(possible: nil, certain: nil, count: 0))
    #expect(try told(before, "C", "A").certain == "1941-01-09")
  }

  @Test func daysApartStayApart() throws {
    let apart = ordered(.exactly(Period(days: 2)), second: "[1941-01-05..1941-01-11]")
    #expect(
      try told(apart, "A", "C", strict: true)
        == Told(possible: "1941-01-05", certain: "1941-01-11", count: 200))
    #expect(try told(apart, "C", "A") == Told(possible: nil, certain: nil, count: 0))
    let months = ordered(.exactly(Period(months: 1)), first: "1941-01", second: "1941-02")
    #expect(try told(months, "A", "C", strict: true).certain == "1941-02-28")
    #expect(try told(months, "C", "A").possible == nil)
    let within = ordered(.within(Period(days: 3)), second: "[1941-01-03..1941-01-12]")
    #expect(try told(within, "A", "C").certain == "1941-01-12")
    #expect(try told(within, "C", "A", strict: true).possible == nil)
  }

  @Test func aDateBoundsTheOneItIsGivenBy() throws {
    // The second is by the 5th at the latest, and so the first.
    let builder = ordered(.after, first: "[1941-01-01..1941-01-10]", second: "[1941-01-01..1941-01-05]")
    #expect(try told(builder, "A", "B") == Told(possible: "1941-01-01", certain: "1941-01-05", count: 200))
    #expect(try told(builder, "A", "C").certain == "1941-01-05")
  }

  @Test func longChainsOfOrdersAreKept() throws {
    var builder = GraphBuilder()
    let actors = (0...6).map { EntityID("A\($0)") }
    for actor in actors { builder.actor(actor) }
    let position = builder.entityCount
    for number in 0..<6 {
      builder.event(
        EntityID("e\(number)"), when: "1941", participants: actors[number], actors[number + 1])
      if number > 0 {
        builder.orders.append(
          DateOrder(.entity(position + number), .after, .entity(position + number - 1)))
      }
    }
    // More ways to know the dates than can be listed.
    let network = ContactNetwork(builder.view())
    var options = JourneyOptions()
    options.isStrict = true
    let answer = try #require(try network.journeys(from: "A6", to: "A0", options))
    #expect(answer.certain.isEmpty && answer.possible.isEmpty)
    let forwards = try #require(try network.journeys(from: "A0", to: "A6", options))
    #expect(
      forwards.possible.first?.arrival.day.description == "1941-01-06" && forwards.possibleBound == .exact)
    #expect(forwards.certain.isEmpty)
    let share = try network.probableReach(of: "A6", options, samples: 50, seed: 1)
    #expect(share?.answers.first { $0.id == "A0" }?.count == 0)
    let free = try #require(try network.journeys(from: "A0", to: "A6", JourneyOptions()))
    #expect(free.certain.first?.arrival.day.description == "1941-12-31" && free.certainBound == .exact)
    #expect(try told(builder, "A0", "A6").certain == "1941-12-31")
  }

  /// Dates without an end, or of whole years, leave more assignments than can be listed.
  @Test(arguments: [
    (DateOrder.Relation.after, "1941-01", "[1941-01-01..1942]", "1941-01-02"),
    (.after, "1941", "[1941-01-01..]", "1941-01-02"),
    (.within(Period(months: 1)), "1941", "[1941..1942-01]", "1941-01-02"),
    (.exactly(Period(months: 1)), "1941", "[1941-02..1942-01]", "1941-02-01"),
    (.exactly(Period(years: 1)), "194X", "[1941..1950]", "1941-01-01"),
  ])
  func whatComesAfterDoesNotComeBeforeHoweverLongItMayTake(
    relation: DateOrder.Relation, first: String, second: String, arrival: String
  ) throws {
    let builder = ordered(relation, first: first, second: second)
    #expect(try told(builder, "C", "A", strict: true) == Told(possible: nil, certain: nil, count: 0))
    let network = ContactNetwork(builder.view())
    var options = JourneyOptions()
    options.isStrict = true
    let forwards = try #require(try network.journeys(from: "A", to: "C", options))
    #expect(forwards.possible.first?.arrival.day.description == arrival && forwards.possibleBound == .exact)
    options.criterion = .latest
    let latest = try #require(try network.journeys(from: "A", to: "C", options))
    let last = try HistoricalDate(first).latest.day
    #expect(latest.possible.first?.departure.day == last && latest.possibleBound == .exact)
  }

  /// With three dates: a month after the first is the third, and the second within that month.
  @Test func datesBoundEachOtherOverOthers() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C", "D")
    let position = builder.entityCount
    builder.event("first", when: "1941", participants: "A", "B")
    builder.event("second", when: "[1941-01..1942-01]", participants: "B", "C")
    builder.event("third", when: "[1941-02..1942-01]", participants: "C", "D")
    builder.orders = [
      DateOrder(.entity(position + 1), .within(Period(months: 1)), .entity(position)),
      DateOrder(.entity(position + 2), .exactly(Period(months: 1)), .entity(position)),
    ]
    let there = try told(builder, "A", "D", strict: true)
    #expect(there.possible == "1941-02-01" && there.certain == nil)
    #expect(try told(builder, "D", "B", strict: true) == Told(possible: nil, certain: nil, count: 0))
    #expect(try told(builder, "D", "B").possible == "1941-02-01")
    #expect(try told(builder, "D", "A") == Told(possible: nil, certain: nil, count: 0))
  }
}
