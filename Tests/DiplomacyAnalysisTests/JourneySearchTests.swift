import Chronology
import Diplomacy
import DiplomacyAnalysis
import Testing

@Suite struct JourneySearchTests {
  private func options(_ criterion: JourneyCriterion, after: String? = nil) -> JourneyOptions {
    var options = JourneyOptions()
    options.criterion = criterion
    if let after { options.after = GraphBuilder.date(after).earliest }
    return options
  }

  /// A–first–B–second–C–third–D, and A–late–D.
  private var chain: GraphBuilder {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C", "D")
    builder.agreement("first", inForce: "1930-01-01/1930-12-31", parties: "A", "B")
    builder.agreement("second", inForce: "1930-03-01/1930-06-30", parties: "B", "C")
    builder.agreement("third", inForce: "1930-05-01/1930-08-31", parties: "C", "D")
    builder.agreement("late", inForce: "1935-01-01/1935-12-31", parties: "A", "D")
    return builder
  }

  private func line(_ journey: Journey?) -> String? {
    journey.map {
      "\($0.departure.day) \($0.arrival.day) \($0.steps.map { $0.through?.rawValue ?? "-" }.joined(separator: " "))"
    }
  }

  @Test(arguments: [
    (JourneyCriterion.earliest, "1930-01-01 1930-05-01 first second third"),
    (.latest, "1935-12-31 1935-12-31 late"), (.fastest, "1930-05-01 1930-05-01 first second third"),
    (.fewest, "1935-01-01 1935-01-01 late"),
  ])
  func eachCriterionHasItsJourney(criterion: JourneyCriterion, expected: String) throws {
    let answer = try ContactNetwork(chain.view()).journeys(
      from: "A", to: "D", options(criterion, after: "1930"))
    #expect(answer?.certain.count == 1 && line(answer?.certain.first) == expected)
    #expect(line(answer?.possible.first) == expected)
  }

  @Test func aProfileHoldsWhatNoOtherBeats() throws {
    let answer = try ContactNetwork(chain.view()).journeys(
      from: "A", to: "D", options(.profile, after: "1930"))
    #expect(
      answer?.certain.map { line($0) } == [
        "1935-01-01 1935-01-01 late", "1930-05-01 1930-05-01 first second third",
      ])
  }

  @Test func strictMomentsTransitAndWaitingTakeTheirTime() throws {
    let network = ContactNetwork(chain.view())
    var slow = options(.earliest, after: "1930-06-29")
    #expect(try line(network.journeys(from: "A", to: "D", slow)?.certain.first)?.hasSuffix("third") == true)
    slow.transit = 86_400 * 3
    // The second step would begin after the second pact.
    #expect(try line(network.journeys(from: "A", to: "D", slow)?.certain.first)?.hasSuffix("late") == true)
    var impatient = options(.fewest, after: "1930")
    impatient.before = GraphBuilder.date("1934").latest
    impatient.waitingLimit = 0
    // An agreement may be entered early; B and C pass word on at once.
    #expect(
      try line(network.journeys(from: "A", to: "D", impatient)?.certain.first)?.hasSuffix(
        "1930-05-01 first second third") == true)
    impatient.isStrict = true
    impatient.waitingLimit = 0
    #expect(try network.journeys(from: "A", to: "D", impatient)?.certain.isEmpty == true)
    // From the end of a day to the beginning of the next is a second, and in an agreement one may wait.
    for wait: Int64 in [1, 3_600, 86_399, 86_400] {
      impatient.waitingLimit = wait
      let found = try line(network.journeys(from: "A", to: "D", impatient)?.certain.first)
      #expect(found?.hasSuffix("1930-05-01 first second third") == true, "\(wait)")
    }
  }

  @Test func strictMomentsRiseByDaysWhereNoTimesAreTold() throws {
    func arrivals(_ last: String) throws -> [String?] {
      var builder = GraphBuilder()
      builder.actors("A", "B", "C", "D")
      builder.event("one", when: "1930-05-01", participants: "A", "B")
      builder.event("two", when: "1930-05-01", participants: "B", "C")
      builder.event("three", when: "1930-05-02", participants: "B", "C")
      builder.event("four", when: last, participants: "C", "D")
      var strict = JourneyOptions()
      strict.isStrict = true
      let answers = try ContactNetwork(builder.view()).reach(of: "A", strict) ?? []
      return answers.map { $0.possible.first?.arrival.description }
    }
    #expect(
      try arrivals("1930-05-03") == ["1930-05-01T00:00:00", "1930-05-02T00:00:00", "1930-05-03T00:00:00"])
    #expect(try arrivals("1930-05-02") == ["1930-05-01T00:00:00", "1930-05-02T00:00:00", nil])
    // With a time of day, days are stretches of time like others.
    #expect(
      try arrivals("1930-05-02T12:00:00Z") == [
        "1930-05-01T00:00:00", "1930-05-01T00:00:01", "1930-05-02T12:00:00",
      ])
  }

  @Test func signaturesAloneAreMoments() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.agreement("later", signed: "1931", parties: "A", "B")
    builder.agreement("earlier", signed: "1930", parties: "B", "C")
    let spans = try ContactNetwork(builder.view()).journeys(from: "A", to: "C", options(.earliest))
    #expect(spans?.certain.count == 1)
    let signatures = ContactNetwork(builder.view(), meetings: .signatures)
    #expect(try signatures.journeys(from: "A", to: "C", options(.earliest))?.possible.isEmpty == true)
    #expect(try signatures.journeys(from: "C", to: "A", options(.earliest))?.certain.count == 1)
  }

  /// Who accedes is in touch when it accedes: those who signed reach it then, and it reaches who accedes later, but not them.
  @Test func whoAccedesMeetsNobodyAtTheSignature() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C", "D", "E")
    builder.agreement(
      "pact",
      acts: [
        Act(kind: .signature, date: GraphBuilder.date("1928-08-27")),
        Act(kind: .accession, date: GraphBuilder.date("1929-03-01"), by: ["C"]),
        Act(kind: .accession, date: GraphBuilder.date("1930-05-01"), by: ["D"]),
      ])
    for actor in ["A", "B", "C", "D"] { builder.say(EntityID(actor), .party, "pact") }
    // By a date of its own it joined later as well; from the beginning is as if it had signed.
    builder.say("E", .party, "pact", when: "1931-01-01/..")
    let network = ContactNetwork(builder.view(), meetings: .signatures)
    func arrival(_ from: EntityID, _ to: EntityID) throws -> String? {
      let answer = try network.journeys(from: from, to: to, options(.earliest))
      #expect(answer?.possible.first?.arrival == answer?.certain.first?.arrival)
      return answer?.possible.first?.arrival.description
    }
    #expect(try arrival("A", "B") == "1928-08-27T00:00:00")
    #expect(try arrival("A", "C") == "1929-03-01T00:00:00")
    #expect(try arrival("C", "A") == nil)
    #expect(try arrival("C", "D") == "1930-05-01T00:00:00")
    #expect(try arrival("D", "C") == nil)
    #expect(try arrival("D", "E") == "1931-01-01T00:00:00")
    #expect(try arrival("E", "A") == nil)
  }

  /// Where each signs on a day of its own, each is in touch on its own day.
  @Test func whoSignsLaterIsInTouchLater() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement(
      "pact",
      acts: [
        Act(kind: .signature, date: GraphBuilder.date("1882-05-20"), by: ["A"]),
        Act(kind: .signature, date: GraphBuilder.date("[1882-05-22,1882-05-24]"), by: ["B"]),
      ])
    for actor in ["A", "B"] { builder.say(EntityID(actor), .party, "pact") }
    let network = ContactNetwork(builder.view(), meetings: .signatures)
    let there = try network.journeys(from: "A", to: "B", options(.earliest))
    #expect(there?.possible.first?.arrival.description == "1882-05-22T00:00:00")
    #expect(there?.certain.first?.arrival.description == "1882-05-24T00:00:00")
    #expect(try network.journeys(from: "B", to: "A", options(.earliest))?.possible.isEmpty == true)
  }

  /// Two meetings, each on one of ten days: of a hundred pairs of days 55 are in order.
  @Test func probableIsTheShareOfAssignments() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.event("one", when: "[1930-01-01..1930-01-10]", participants: "A", "B")
    builder.event("two", when: "[1930-01-01..1930-01-10]", participants: "B", "C")
    let network = ContactNetwork(builder.view())
    let probable = try network.probableReach(of: "A", JourneyOptions(), samples: 2000, seed: 4)
    let found = probable?.answers.first { $0.id == "C" }
    let share = Double(found?.count ?? 0) / 2000
    #expect(abs(share - 0.55) < 3 * (0.55 * 0.45 / 2000).squareRoot(), "\(share)")
    #expect(probable.flatMap { p in found.map { p.bounds(of: $0).contains(0.55) } } == true)
    #expect(probable?.answers.first { $0.id == "B" }?.count == 2000)
    let back = try network.probableReach(of: "C", backwards: true, JourneyOptions(), samples: 2000, seed: 4)
    #expect(back?.answers.first { $0.id == "A" }?.count == found?.count)
    #expect(
      try network.probableReach(of: "A", JourneyOptions(), samples: 50, seed: 9)?.answers.map(\.count)
        == network.probableReach(of: "A", JourneyOptions(), samples: 50, seed: 9)?.answers.map(\.count))
  }

  @Test func anAnswerHangsOnTheDatesThatCouldChangeIt() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C", "D")
    builder.event("one", when: "1930", participants: "A", "B")
    builder.event("two", when: "1930-06-15", participants: "B", "C")
    builder.event("three", when: "1925", participants: "C", "D")
    let network = ContactNetwork(builder.view())
    guard let answer = try network.journeys(from: "A", to: "C", JourneyOptions()) else {
      Issue.record("A and C are there")
      return
    }
    #expect(answer.possible.count == 1 && answer.certain.isEmpty)
    // The day of the second meeting is known but for the hour, which decides too if both fell on that day.
    #expect(try network.hinges(of: answer, JourneyOptions()).compactMap(\.entity).contains("one"))
    #expect(try !network.hinges(of: answer, JourneyOptions()).compactMap(\.entity).contains("three"))
    guard let sure = try network.journeys(from: "A", to: "B", JourneyOptions()) else { return }
    #expect(try network.hinges(of: sure, JourneyOptions()).compactMap(\.entity) == ["one"])
  }

  @Test func reachIsThatOfSingleJourneysBothWays() throws {
    let network = ContactNetwork(chain.view())
    for actor in ["A", "B", "C", "D"] as [EntityID] {
      for backwards in [false, true] {
        let answers = try network.reach(of: actor, backwards: backwards, JourneyOptions()) ?? []
        #expect(answers.count == 3)
        for answer in answers {
          let single = try network.journeys(
            from: answer.from, to: answer.to, options(backwards ? .latest : .earliest))
          #expect(single?.certain.map { line($0) } == answer.certain.map { line($0) })
          #expect(single?.possible.map { line($0) } == answer.possible.map { line($0) })
        }
      }
    }
  }
}
