import Chronology
import Diplomacy
import DiplomacyAnalysis
import Testing

@Suite struct JourneysTests {
  private func day(_ text: String) -> Moment { GraphBuilder.date(text).earliest }

  private func answer(
    _ builder: GraphBuilder, from source: EntityID = "A", to target: EntityID, after date: String? = nil
  ) -> (possible: Journey?, certain: Journey?)? {
    var options = JourneyOptions()
    if let date { options.after = GraphBuilder.date(date).earliest }
    let search = JourneySearch(ContactNetwork(builder.view()))
    let answer = (try? search.reach(of: source, options))?.first { $0.to == target }
    return answer.map { ($0.possible.first, $0.certain.first) }
  }

  /// A journey in one line: `A -p-> B 1925-10-16, …`, a tie without a middle.
  private func line(_ journey: Journey?) -> String {
    guard let journey else { return "none" }
    return journey.steps.map { step in
      "\(step.from) -\(step.through.map { "\($0)-" } ?? "")> \(step.to) \(text(step.moment))"
    }.joined(separator: ", ")
  }

  private func text(_ moment: Moment) -> String {
    moment.isOpen ? moment.description : String(moment.description.prefix(10))
  }

  // MARK: Chains

  @Test func agreementsAndEventsChainInTime() {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C", "D")
    builder.agreement("p", inForce: "1921-03-03/1930-12-31", parties: "A", "B")
    builder.event("talks", when: "1925-10-05", participants: "B", "C")
    builder.agreement("q", inForce: "1926-04-24/..", parties: "C", "D")
    let expected = "A -p-> B 1921-03-03, B -talks-> C 1925-10-05, C -q-> D 1926-04-24"
    #expect(line(answer(builder, to: "D")?.possible) == expected)
    #expect(line(answer(builder, to: "D")?.certain) == expected)
    #expect(answer(builder, to: "D")?.possible?.arrival == day("1926-04-24"))
    // Back again the meeting is over before the second treaty begins.
    #expect(line(answer(builder, from: "D", to: "A")?.possible) == "none")
    #expect(line(answer(builder, from: "D", to: "C")?.possible) == "D -q-> C 1926-04-24")
  }

  @Test func setWithAGapIsOnItsDaysAndNotBetween() {
    func builder(_ days: String) -> GraphBuilder {
      var builder = GraphBuilder()
      builder.actors("A", "B", "C", "D")
      builder.event("one", when: "1941-02-10", participants: "A", "B")
      builder.event("two", when: days, participants: "B", "C")
      builder.event("three", when: "1941-02-12", participants: "C", "D")
      return builder
    }
    // On neither day can B and C meet after the one and before the other.
    #expect(line(answer(builder("[1941-01-30,1941-03-01]"), to: "D")?.possible) == "none")
    #expect(
      line(answer(builder("[1941-01-30,1941-03-01]"), to: "C")?.possible)
        == "A -one-> B 1941-02-10, B -two-> C 1941-03-01")
    #expect(answer(builder("[1941-01-30,1941-03-01]"), to: "C")?.certain == nil)
    #expect(
      line(answer(builder("[1941-01-30,1941-02-11,1941-03-01]"), to: "D")?.possible)
        == "A -one-> B 1941-02-10, B -two-> C 1941-02-11, C -three-> D 1941-02-12")
    let both = builder("[1941-02-10,1941-02-12]")
    #expect(answer(both, to: "D")?.certain?.arrival == day("1941-02-12"))
  }

  @Test func personWhoRepresentsAStateCarriesItOn() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.actor("envoy", kind: "person")
    builder.say("envoy", .represents, "A", when: "1940-07-22/1941-07-18")
    builder.event("audience", when: "1941-04-12", participants: "envoy", "B")
    let expected = "A -> envoy 1940-07-22, envoy -audience-> B 1941-04-12"
    #expect(line(answer(builder, to: "B")?.certain) == expected)
    #expect(
      line(answer(builder, from: "B", to: "A")?.certain)
        == "B -audience-> envoy 1941-04-12, envoy -> A 1941-04-12")
  }

  @Test func contactsOfOneDayChainInEitherOrder() {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.event("morning", when: "1941-04-13", participants: "A", "B")
    builder.event("evening", when: "1941-04-13", participants: "B", "C")
    let expected = "A -morning-> B 1941-04-13, B -evening-> C 1941-04-13"
    #expect(line(answer(builder, to: "C")?.certain) == expected)
    #expect(
      line(answer(builder, from: "C", to: "A")?.certain)
        == "C -evening-> B 1941-04-13, B -morning-> A 1941-04-13")
  }

  @Test func timesOfOneDayKeepTheirOrder() {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.event("morning", when: "1941-04-13T09:00:00", participants: "A", "B")
    builder.event("evening", when: "1941-04-13T20:00:00", participants: "B", "C")
    #expect(answer(builder, to: "C")?.certain?.arrival == day("1941-04-13T20:00:00"))
    #expect(line(answer(builder, from: "C", to: "A")?.possible) == "none")
  }

  @Test func treatyThatEndedBeforeTheNextBeganGivesNoJourney() {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.agreement("q", inForce: "1919-06-28/1925-12-31", parties: "B", "C")
    builder.agreement("p", inForce: "1926-01-01/..", parties: "A", "B")
    #expect(line(answer(builder, to: "C")?.possible) == "none")
    // Had it lasted a day longer, there were one.
    var longer = GraphBuilder()
    longer.actors("A", "B", "C")
    longer.agreement("q", inForce: "1919-06-28/1926-01-01", parties: "B", "C")
    longer.agreement("p", inForce: "1926-01-01/..", parties: "A", "B")
    #expect(line(answer(longer, to: "C")?.certain) == "A -p-> B 1926-01-01, B -q-> C 1926-01-01")
  }

  @Test func terminationEndsWhatTheSignatureBegan() {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.agreement("p", signed: "1921-03-03", ended: "1930-05-01", parties: "A", "B")
    builder.event("talks", when: "1930-05-01", participants: "C", "A")
    builder.event("later talks", when: "1930-05-02", participants: "C", "A")
    #expect(
      line(answer(builder, from: "C", to: "B")?.certain) == "C -talks-> A 1930-05-01, A -p-> B 1930-05-01")
    #expect(line(answer(builder, from: "C", to: "B", after: "1930-05-02")?.possible) == "none")
  }

  // MARK: Departure

  @Test func departureDelaysAndTooLateADepartureForbids() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("p", inForce: "1921-03-03/1930-12-31", parties: "A", "B")
    for (date, expected) in [
      ("1900", "A -p-> B 1921-03-03"), ("1925-01-02", "A -p-> B 1925-01-02"),
      ("1930-12-31", "A -p-> B 1930-12-31"), ("1931-01-01", "none"),
    ] {
      #expect(line(answer(builder, to: "B", after: date)?.possible) == expected, "after \(date)")
      #expect(line(answer(builder, to: "B", after: date)?.certain) == expected, "after \(date)")
    }
  }

  @Test func departureInAnUncertainEndIsPossibleOnly() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("p", inForce: "1921-03-03/1930", parties: "A", "B")
    let found = answer(builder, to: "B", after: "1930-01-02")
    #expect(line(found?.possible) == "A -p-> B 1930-01-02")
    #expect(line(found?.certain) == "none")
    #expect(line(answer(builder, to: "B", after: "1930-01-01")?.certain) == "A -p-> B 1930-01-01")
  }

  @Test func contactsThatNeverBeganAreOpenAtAnyTime() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.say("A", .memberOf, "B", when: "../1930")
    #expect(answer(builder, to: "B")?.certain?.arrival == .distantPast)
    #expect(line(answer(builder, to: "B", after: "1925-01-01")?.certain) == "A -> B 1925-01-01")
  }

  // MARK: Uncertain dates

  @Test func possibleButNotCertainWhereOneDateCouldFallTooLate() {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.event("first", when: "1941-04", participants: "A", "B")
    builder.event("second", when: "1941-04-20", participants: "B", "C")
    let found = answer(builder, to: "C")
    #expect(line(found?.possible) == "A -first-> B 1941-04-01, B -second-> C 1941-04-20")
    #expect(line(found?.certain) == "none")
  }

  @Test func certainArrivalIsThatOfTheWorstCase() {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.event("first", when: "1941-04", participants: "A", "B")
    builder.agreement("p", inForce: "1941-01-01/..", parties: "B", "C")
    let found = answer(builder, to: "C")
    #expect(line(found?.possible) == "A -first-> B 1941-04-01, B -p-> C 1941-04-01")
    #expect(line(found?.certain) == "A -first-> B 1941-04-30, B -p-> C 1941-04-30")
  }

  @Test func oneOfSeveralDaysIsAsLateAsTheLast() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.event("surrender", when: "[1945-05-07,1945-05-08,1945-05-09]", participants: "A", "B")
    #expect(line(answer(builder, to: "B")?.possible) == "A -surrender-> B 1945-05-07")
    #expect(line(answer(builder, to: "B")?.certain) == "A -surrender-> B 1945-05-09")
  }

  @Test func certainMayTakeAnotherWayThanPossible() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.event("vague", when: "1941", participants: "A", "B")
    builder.event("firm", when: "1941-07-01", participants: "A", "B")
    #expect(line(answer(builder, to: "B")?.possible) == "A -vague-> B 1941-01-01")
    #expect(line(answer(builder, to: "B")?.certain) == "A -firm-> B 1941-07-01")
  }

  @Test func partiesOfOneAgreementShareItsUnknownDates() {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    // Enters and leaves force in the same month: when, nobody knows, but both parties are in it together.
    builder.agreement("p", inForce: "1939-08/1939-08", parties: "A", "B")
    builder.event("talks", when: "1941-04", participants: "A", "C")
    #expect(line(answer(builder, to: "B")?.certain) == "A -p-> B 1939-08-31")
    #expect(line(answer(builder, to: "C")?.certain) == "A -talks-> C 1941-04-30")
  }

  @Test func partiesWithDatesOfTheirOwnDoNotShareThem() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("p", inForce: "1939-01-01/..")
    builder.say("A", .party, "p", when: "1939-08")
    builder.say("B", .party, "p", when: "1939-08")
    let found = answer(builder, to: "B")
    #expect(line(found?.possible) == "A -p-> B 1939-08-01")
    #expect(line(found?.certain) == "none")
  }

  @Test func unknownDatesLeaveEverythingPossibleAndOnlyTheMeetingItselfCertain() {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.event("some day", participants: "A", "B")
    builder.event("talks", when: "1941-04-13", participants: "B", "C")
    #expect(
      line(answer(builder, to: "C")?.possible) == "A -some day-> B distant past, B -talks-> C 1941-04-13")
    #expect(line(answer(builder, to: "C")?.certain) == "none")
    // It happened some day: without a departure that is a journey, though none knows when.
    #expect(line(answer(builder, to: "B")?.certain) == "A -some day-> B distant future")
    #expect(line(answer(builder, to: "B", after: "1900")?.certain) == "none")
  }

  @Test func unknownEndLastsForCertainAsLongAsItsFirstDay() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("p", inForce: "1941-04-25/", parties: "A", "B")
    #expect(line(answer(builder, to: "B", after: "1941-04-25")?.certain) == "A -p-> B 1941-04-25")
    #expect(line(answer(builder, to: "B", after: "1941-04-26")?.certain) == "none")
    #expect(line(answer(builder, to: "B", after: "1991-01-01")?.possible) == "A -p-> B 1991-01-01")
  }

  // MARK: Ties and witnesses

  @Test func ofEquallyEarlyJourneysTheOneWithFewestContactsIsTold() {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.agreement("p", inForce: "1925-10-16/..", parties: "A", "B")
    builder.agreement("q", inForce: "1925-10-16/..", parties: "B", "C")
    builder.agreement("r", inForce: "1925-10-16/..", parties: "A", "C")
    #expect(line(answer(builder, to: "C")?.possible) == "A -r-> C 1925-10-16")
  }

  @Test func ofJourneysAsEarlyAndAsShortTheFileOrderDecides() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("second", inForce: "1925-10-16/..")
    builder.agreement("first", inForce: "1925-10-16/..")
    builder.say("A", .party, "first")
    builder.say("B", .party, "first")
    builder.say("A", .party, "second")
    builder.say("B", .party, "second")
    #expect(line(answer(builder, to: "B")?.possible) == "A -first-> B 1925-10-16")
  }

  @Test func witnessNamesAgreementStatementsAndMoments() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.actor("envoy", kind: "person")
    builder.say("envoy", .represents, "B", when: "1924-01-01/1926-12-31")
    builder.agreement("p", inForce: "1925-12-01/..", signed: "1925-10-16", parties: "A")
    builder.say("envoy", .guarantor, "p")
    let journey = try #require(answer(builder, to: "B")?.certain)
    #expect(journey.steps.map(\.from) == ["A", "envoy"])
    #expect(journey.steps.map(\.to) == ["envoy", "B"])
    #expect(journey.steps.map(\.through) == ["p", nil])
    #expect(
      journey.steps.map { $0.statements.map(\.id.rawValue) } == [
        ["party.A.p", "guarantor.envoy.p"], ["represents.envoy.B"],
      ])
    #expect(journey.steps.map(\.moment) == [day("1925-12-01"), day("1925-12-01")])
    #expect(journey.arrival == day("1925-12-01"))
  }

  @Test func signatoryTakesPartAtTheSignatureAndPartiesWhileInForce() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.actor("envoy", kind: "person")
    builder.agreement("p", inForce: "1925-12-01/..", signed: "1925-10-16", parties: "A", "B")
    builder.say("envoy", .signatory, "p")
    // Signed before it was in force: the envoy's contact is over when the parties' begins.
    #expect(line(answer(builder, from: "envoy", to: "B")?.certain) == "envoy -p-> B 1925-12-01")
    #expect(line(answer(builder, to: "envoy")?.possible) == "none")
  }

  @Test func conventionsSayHowJourneysWereCounted() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("p", inForce: "1925/..", parties: "A", "B")
    let text = ContactNetwork(builder.view()).conventions.joined(separator: "\n")
    for words in ["contacts: 2;", "non-decreasing", "possible:", "certain:", "worst case", "reading: all"] {
      #expect(text.contains(words), "\(words) is not in: \(text)")
    }
    #expect(!text.contains("dates: contacts"), "\(text)")
  }
}
