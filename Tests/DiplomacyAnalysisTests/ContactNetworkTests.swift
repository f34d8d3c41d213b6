import Chronology
import Diplomacy
import DiplomacyAnalysis
import Testing

/// What is a contact and what is not, as seen from whom it lets be reached.
@Suite struct ContactNetworkTests {
  /// Whom A reaches possibly.
  private func reached(_ builder: GraphBuilder, at date: String? = nil, reading: ReadingID? = nil)
    -> [EntityID]
  {
    ContactNetwork(builder.view(at: date, reading: reading)).reach(of: "A")?
      .filter { !$0.possible.isEmpty }.map(\.to) ?? []
  }

  private func contactCount(_ builder: GraphBuilder, at date: String? = nil) -> Int? {
    let text = ContactNetwork(builder.view(at: date)).conventions.first?.dropFirst("contacts: ".count)
    return text.flatMap { Int($0.prefix { $0.isNumber }) }
  }

  @Test func everyParticipationLetsOthersBeReached() {
    for role in [Role.party, .signatory, .negotiator, .guarantor, .depositary, .beneficiary] {
      var builder = GraphBuilder()
      builder.actors("A", "B")
      builder.agreement("p", inForce: "1925/..", signed: "1925-10-16", parties: "A")
      builder.say("B", role, "p")
      #expect(reached(builder) == ["B"], "\(role)")
    }
  }

  @Test func whoAttendsAnEventIsInTouch() {
    for role in [Role.agent, .participant, .recipient] {
      var builder = GraphBuilder()
      builder.actors("A", "B")
      builder.event("meeting", when: "1925-10-05", participants: "A")
      builder.say("B", role, "meeting")
      #expect(reached(builder) == ["B"], "\(role)")
    }
  }

  @Test func targetsAreNotContacts() {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.event("attack", when: "1941-06-22")
    builder.say("A", .agent, "attack")
    builder.say("B", .target, "attack")
    #expect(reached(builder) == [])
    #expect(contactCount(builder) == 1)
  }

  @Test func membersDelegatesAndTroopsAreTiesBothWays() {
    for role in [Role.memberOf, .represents, .commands] {
      var builder = GraphBuilder()
      builder.actors("A", "B", "C")
      builder.say("A", role, "B", when: "1925/1930")
      builder.say("C", role, "B", when: "1925/1930")
      #expect(reached(builder) == ["B", "C"], "\(role)")
    }
  }

  @Test func otherRolesAreNotContacts() {
    for role in [Role.hostileTo, .successorOf, .sameAs, .recognises, .borders, Role("friend-of")] {
      var builder = GraphBuilder()
      builder.actors("A", "B")
      builder.say("A", role, "B", when: "1925/1930")
      #expect(reached(builder) == [], "\(role)")
    }
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("p", parties: "A")
    builder.agreement("q", parties: "B")
    builder.say("p", .supplements, "q")
    #expect(reached(builder) == [])
  }

  @Test(arguments: [Modality.planned, .promised, .believed, .hypothetical])
  func whatIsNotActualIsNoContact(modality: Modality) {
    var event = GraphBuilder()
    event.actors("A", "B")
    event.event("meeting", when: "1925", modality: modality, participants: "A", "B")
    #expect(reached(event) == [], "an event, \(modality)")

    var agreement = GraphBuilder()
    agreement.actors("A", "B")
    agreement.agreement("p", inForce: "1925/..", modality: modality, parties: "A", "B")
    #expect(reached(agreement) == [], "an agreement, \(modality)")

    var statement = GraphBuilder()
    statement.actors("A", "B")
    statement.agreement("p", inForce: "1925/..", parties: "A")
    statement.say("B", .party, "p", modality: modality)
    #expect(reached(statement) == [], "a statement, \(modality)")

    var actor = GraphBuilder()
    actor.actor("A")
    actor.actor("B", modality: modality)
    actor.agreement("p", inForce: "1925/..", parties: "A", "B")
    actor.say("B", .represents, "A", when: "1925")
    #expect(reached(actor) == [], "an actor, \(modality)")
  }

  @Test func agreementThatNeverWasInForceBringsNobodyInTouchButItsSignatories() {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C", "D")
    builder.agreement("p", inForce: "never", signed: "1919-06-28", parties: "A", "B")
    builder.say("C", .signatory, "p")
    #expect(reached(builder) == [])
    builder.say("A", .signatory, "p")
    #expect(reached(builder) == ["C"])
    #expect(contactCount(builder) == 2)
  }

  @Test func agreementThatEndedBeforeItBeganIsNoContact() {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.agreement("p", signed: "1930-01-01", ended: "1925-01-01", parties: "A", "B")
    #expect(contactCount(builder) == 0)
    #expect(reached(builder) == [])
  }

  @Test func readingsDecideWhatIsAContact() {
    var builder = GraphBuilder()
    builder.reading("x")
    builder.reading("y")
    builder.actors("A", "B", "C")
    builder.agreement("p", inForce: "1925/..", parties: "A")
    builder.say("B", .party, "p", readings: ["x"])
    builder.say("C", .party, "p", readings: ["y"])
    #expect(reached(builder) == ["B", "C"])
    #expect(reached(builder, reading: "x") == ["B"])
    #expect(reached(builder, reading: "y") == ["C"])
  }

  @Test func aDateKeepsOnlyContactsOfThatDate() {
    var builder = GraphBuilder()
    builder.actors("A", "B", "C")
    builder.agreement("p", inForce: "1921-01-01/1924-12-31", parties: "A", "B")
    builder.agreement("q", inForce: "1923-01-01/..", parties: "A", "C")
    #expect(reached(builder, at: "1922-06-01") == ["B"])
    #expect(reached(builder, at: "1923-06-01") == ["B", "C"])
    #expect(reached(builder, at: "1930-06-01") == ["C"])
    #expect(contactCount(builder, at: "1930-06-01") == 2)
    #expect(contactCount(builder) == 4)
  }

  @Test func certainJourneysTakeNoContactThatIsOnlyPossiblyThereOnTheDate() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    // On 1 June it is open whether the pact, made some day of 1930, was there already.
    builder.agreement("p", inForce: "1930/..", parties: "A", "B")
    let network = ContactNetwork(builder.view(at: "1930-06-01"))
    let answer = try network.journeys(from: "A", to: "B", JourneyOptions())
    #expect(answer?.possible.count == 1)
    #expect(answer?.certain.isEmpty == true)
    let text = network.conventions.joined(separator: "\n")
    #expect(
      text.contains(
        "within 1930-06-01, by contacts that possibly hold then; 2 of them do not certainly hold"), "\(text)")
    let later = ContactNetwork(builder.view(at: "1931-06-01"))
    #expect(try later.journeys(from: "A", to: "B", JourneyOptions())?.certain.count == 1)
  }

  @Test func reachFromWhatIsNoActorOfTheViewIsNil() throws {
    var builder = GraphBuilder()
    builder.actors("A", "B")
    builder.actor("C", exists: "1918-10-28/1939-03-15")
    builder.agreement("p", inForce: "1925-01-01/..", parties: "A", "B", "C")
    let network = ContactNetwork(builder.view(at: "1950-01-01"))
    #expect(network.reach(of: "p")?.count == nil)
    #expect(network.reach(of: "nobody")?.count == nil)
    #expect(network.reach(of: "C")?.count == nil)
    #expect(network.reach(of: "A")?.map(\.to) == ["B"])
    #expect(try network.journeys(from: "A", to: "A", JourneyOptions())?.to == nil)
    #expect(try network.journeys(from: "A", to: "C", JourneyOptions())?.to == nil)
  }

  @Test func everyOtherActorHasAnAnswerReachedOrNot() {
    var builder = GraphBuilder()
    builder.actors("C", "A", "B")
    builder.agreement("p", inForce: "1925/..", parties: "A", "C")
    builder.territory("t")
    let reach = ContactNetwork(builder.view()).reach(of: "A")
    #expect(reach?.map(\.to) == ["C", "B"])
    #expect(reach?.map { !$0.possible.isEmpty } == [true, false])
    #expect(reach?.map { !$0.certain.isEmpty } == [true, false])
  }
}
