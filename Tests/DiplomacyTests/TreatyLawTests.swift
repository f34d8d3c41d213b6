import Chronology
import Diplomacy
import Testing

/// The rules of the Vienna Convention on the Law of Treaties (1969), and of that on Succession of States (1978), one by one.
@Suite struct TreatyLawTests {
  private func act(_ kind: Act.Kind, _ date: String? = nil, by: EntityID..., between: [EntityID] = []) throws
    -> Act
  {
    Act(kind: kind, date: try date.map { try HistoricalDate($0) }, by: by, between: between)
  }

  /// A pact of the parties named, beside other agreements and statements.
  private func view(
    _ parties: [EntityID], _ acts: [Act], _ terms: Terms = Terms(), reservations: [Reservation] = [],
    and others: [Entity] = [], _ statements: [Statement] = [], under reading: ReadingID? = nil
  ) -> GraphView {
    let life = AgreementLife(acts: acts, terms: [terms], reservations: reservations)
    let graph = DiplomacyTests.graph(
      ["a", "b", "c", "d", "e"].map { entity($0, .actor) } + [entity("pact", .agreement, life: life)]
        + others,
      parties.map { statement($0, .party, "pact") } + statements,
      readings: [DiplomacyTests.reading("one"), DiplomacyTests.reading("other")])
    return GraphView(graph, ViewOptions(reading: reading))
  }

  private func days(_ spans: [Span]) -> [String] {
    spans.map { span in
      func day(_ moment: Moment, _ shift: Int64) -> String {
        moment.isOpen ? ".." : moment.adding(seconds: shift).day.description
      }
      let ends = [day(span.earliestStart, 0), day(span.latestStart, 0)]
      let last = [day(span.earliestEnd, -1), day(span.latestEnd, -1)]
      return [ends, last].map { $0[0] == $0[1] ? $0[0] : "\($0[0])…\($0[1])" }.joined(separator: "/")
    }
  }

  private func days(_ view: GraphView, _ member: EntityID? = nil) -> [String] {
    days((member.map { view.course(of: $0, in: "pact") } ?? view.course(of: "pact"))?.spans ?? [])
  }

  private let atOnce = Terms(notice: Period())

  // MARK: Leaving (articles 54 to 56)

  @Test func aPartyThatWithdrewAndAccedesAgainIsAPartyAgain() throws {
    let view = view(
      ["a", "b", "c"],
      [
        try act(.signature, "1920-01-01"), try act(.withdrawal, "1925-05-01", by: "a"),
        try act(.accession, "1930-03-01", by: "a"),
      ], atOnce)
    #expect(days(view, "a") == ["1920-01-01/1925-05-01", "1930-03-01/.."])
    #expect(days(view) == ["1920-01-01/.."])
  }

  @Test func aPartyMayLeaveAndJoinSeveralTimes() throws {
    let view = view(
      ["a", "b", "c"],
      [
        try act(.signature, "1920-01-01"), try act(.ratification, "1921-01-01", by: "a"),
        try act(.withdrawal, "1925-05-01", by: "a"), try act(.accession, "1930-03-01", by: "a"),
        try act(.denunciation, "1931-01-01", by: "a"), try act(.accession, "1932-01-01", by: "a"),
      ], atOnce)
    #expect(days(view, "a") == ["1920-01-01/1925-05-01", "1930-03-01/1931-01-01", "1932-01-01/.."])
  }

  @Test func whoWillAccedeLaterDoesNotKeepAnAgreementAlive() throws {
    let acts = [
      try act(.signature, "1920-01-01"), try act(.withdrawal, "1925-05-01", by: "a"),
      try act(.accession, "1930-03-01", by: "d"),
    ]
    let ended = view(["a", "b"], acts, atOnce)
    #expect(days(ended) == ["1920-01-01/1925-05-01"])
    #expect(ended.course(of: "pact")?.endings.map(\.cause) == [.tooFewParties])
    #expect(days(ended, "d") == [])
    // Who had acceded before does.
    let before = [try act(.accession, "1924-03-01", by: "d")] + acts.dropLast()
    #expect(days(view(["a", "b"], before, atOnce)) == ["1920-01-01/.."])
  }

  @Test func aPartyWhoseTimeIsStatedLeavesWithIt() throws {
    let stated = Statement(
      id: "stated", subject: "d", role: .party, object: "pact", when: try HistoricalDate("1920/1926-12-31"))
    let acts = [try act(.signature, "1920-01-01"), try act(.withdrawal, "1925-05-01", by: "a")]
    #expect(days(view(["a", "b"], acts, atOnce, and: [], [stated])) == ["1920-01-01/1926-12-31"])
  }

  @Test func withoutAClauseOnItNoticeRunsForTwelveMonths() throws {
    for parties: [EntityID] in [["a", "b"], ["a", "b", "c"]] {
      let acts = [try act(.signature, "1920-01-01"), try act(.denunciation, "1925-05-01", by: "a")]
      #expect(days(view(parties, acts), "a") == ["1920-01-01/1926-05-01"])
      #expect(days(view(parties, acts, Terms(denunciation: .afterNotice)), "a") == ["1920-01-01/1926-05-01"])
      #expect(days(view(parties, acts, Terms(denunciation: .atOnce)), "a") == ["1920-01-01/1925-05-01"])
      #expect(days(view(parties, acts, atOnce), "a") == ["1920-01-01/1925-05-01"])
      #expect(days(view(parties, acts, Terms(notice: Period(months: 3))), "a") == ["1920-01-01/1925-08-01"])
      // Within a term it ends the term.
      #expect(
        days(view(parties, acts, Terms(duration: Period(years: 10))), "a") == ["1920-01-01/1930-01-01"])
    }
    let open = Terms(duration: Period(years: 2), renewal: .indefinite)
    let acts = [try act(.signature, "1920-01-01"), try act(.denunciation, "1925-05-01", by: "a")]
    #expect(days(view(["a", "b"], acts, open)) == ["1920-01-01/1926-05-01"])
  }

  // MARK: Later agreements (articles 30 and 59)

  private func newer(_ acts: [Act]) -> Entity { entity("newer", .agreement, life: AgreementLife(acts: acts)) }

  @Test func aLaterAgreementOfAllEndsTheEarlierOne() throws {
    let view = view(
      ["a", "b"], [try act(.signature, "1920-01-01")], Terms(),
      and: [newer([try act(.signature, "1930-06-01")])],
      [statement("newer", .supersedes, "pact")] + ["a", "b", "c"].map { statement($0, .party, "newer") })
    #expect(days(view) == ["1920-01-01/1930-05-31"])
    #expect(view.relation(between: "a", and: "b", in: "pact") == view.course(of: "pact")?.spans)
  }

  @Test func aLaterAgreementOfSomeTakesItsPlaceBetweenThoseAlone() throws {
    let view = view(
      ["a", "b", "c"], [try act(.signature, "1920-01-01")], Terms(),
      and: [newer([try act(.signature, "1930-06-01")])],
      [statement("newer", .supersedes, "pact")] + ["a", "b"].map { statement($0, .party, "newer") })
    #expect(days(view) == ["1920-01-01/.."])
    #expect(days(view, "a") == ["1920-01-01/.."])
    #expect(days(view.relation(between: "a", and: "b", in: "pact")) == ["1920-01-01/1930-05-31"])
    #expect(days(view.relation(between: "c", and: "b", in: "pact")) == ["1920-01-01/.."])
    #expect(view.separations(in: "pact").map(\.members) == [["a", "b"]])
    #expect(view.separations(in: "pact").map(\.reason) == [.superseded(by: "newer")])
  }

  @Test func aLaterAgreementEndsTheEarlierOneWhenTheLastPartyJoinsIt() throws {
    let joined = newer([try act(.signature, "1930-06-01"), try act(.accession, "1934-02-01", by: "c")])
    let links =
      [statement("newer", .supersedes, "pact")] + ["a", "b"].map { statement($0, .party, "newer") }
    let whole = view(["a", "b", "c"], [try act(.signature, "1920-01-01")], Terms(), and: [joined], links)
    #expect(days(whole) == ["1920-01-01/1934-01-31"])
    // Between the others it had taken its place before.
    #expect(days(whole.relation(between: "a", and: "b", in: "pact")) == ["1920-01-01/1930-05-31"])
    #expect(days(whole.relation(between: "a", and: "c", in: "pact")) == ["1920-01-01/1934-01-31"])
    // Who had left the earlier one before need not join.
    let left = [try act(.signature, "1920-01-01"), try act(.withdrawal, "1929-01-01", by: "c")]
    let without = view(
      ["a", "b", "c"], left, atOnce, and: [newer([try act(.signature, "1930-06-01")])], links)
    #expect(days(without) == ["1920-01-01/1930-05-31"])
  }

  @Test func aSuccessorInTheLaterAgreementStandsForItsPredecessor() throws {
    let view = view(
      ["a", "b"], [try act(.signature, "1920-01-01")], Terms(),
      and: [newer([try act(.signature, "1930-06-01")])],
      [statement("newer", .supersedes, "pact"), statement("e", .successorOf, "b")]
        + ["a", "e"].map { statement($0, .party, "newer") })
    #expect(days(view) == ["1920-01-01/1930-05-31"])
  }

  // MARK: Consent (articles 11 to 25)

  private let required = Terms(ratification: .required)

  @Test func whereRatificationIsRequiredEachPartyIsBoundFromItsOwnDeposit() throws {
    let view = view(
      ["a", "b", "c", "d"],
      [
        try act(.signature, "1919-06-28"), try act(.entryIntoForce, "1920-01-10"),
        try act(.ratification, "1919-10-12", by: "a"), try act(.deposit, "1920-01-10", by: "a", "b"),
        try act(.ratification, "1920-03-30", by: "c"),
      ], required)
    #expect(days(view) == ["1920-01-10/.."])
    #expect(days(view, "a") == ["1920-01-10/.."])
    #expect(days(view, "c") == ["1920-03-30/.."])
    #expect(days(view, "d") == [])
    #expect(view.course(of: "d", in: "pact")?.beginnings.map(\.cause) == [.notBound])
    #expect(view.relation(between: "a", and: "d", in: "pact").isEmpty)
  }

  @Test func soManyRatificationsBringItIntoForceAsTheTermsAskFor() throws {
    let acts = [
      try act(.signature, "1919-06-28"), try act(.ratification, "1920-01-10", by: "b"),
      try act(.ratification, "1919-10-12", by: "a"), try act(.accession, "1920-05-01", by: "e"),
    ]
    let parties: [EntityID] = ["a", "b", "c"]
    #expect(days(view(parties, acts, Terms(ratifications: 2))) == ["1920-01-10/.."])
    #expect(days(view(parties, acts, Terms(ratifications: 3))) == ["1920-05-01/.."])
    #expect(view(parties, acts, Terms(ratifications: 4)).course(of: "pact")?.spans == [.never])
    // All must ratify, but not those who accede.
    #expect(view(parties, acts, required).course(of: "pact")?.spans == [.never])
    #expect(days(view(["a", "b"], acts, required)) == ["1920-01-10/.."])
    #expect(days(view(["a", "b"], acts, required), "e") == ["1920-05-01/.."])
  }

  @Test func anExchangeOfRatificationsBindsAll() throws {
    let acts = [try act(.signature, "1919-06-28"), try act(.ratification, "1920-02-01")]
    #expect(days(view(["a", "b"], acts, required), "a") == ["1920-02-01/.."])
  }

  @Test func whatIsAppliedProvisionallyCountsFromThen() throws {
    let acts = [
      try act(.signature, "1947-10-30"), try act(.provisionalApplication, "1948-01-01", by: "a", "b"),
      try act(.entryIntoForce, "1950-06-01"),
    ]
    let whole = view(["a", "b", "c"], acts)
    #expect(days(whole) == ["1948-01-01/.."])
    #expect(days(whole, "a") == ["1948-01-01/.."])
    #expect(days(whole, "c") == ["1950-06-01/.."])
    #expect(
      whole.course(of: "pact")?.beginnings.first?.cause
        == .provisional(entry: try HistoricalDate("1950-06-01").earliest))
  }

  @Test func aProvisionalApplicationMayEndBeforeTheEntryIntoForce() throws {
    var applied = try act(.provisionalApplication, "1948-01-01")
    applied.until = try HistoricalDate("1948-12-31")
    let acts = [try act(.signature, "1947-10-30"), applied, try act(.entryIntoForce, "1950-06-01")]
    #expect(days(view(["a", "b"], acts)) == ["1948-01-01/1948-12-31", "1950-06-01/.."])
    // Never ratified, it ends with a notice at once (article 25(2)).
    let never = [
      try act(.signature, "1947-10-30"), try act(.provisionalApplication, "1948-01-01"),
      try act(.withdrawal, "1949-03-01", by: "a"),
    ]
    #expect(days(view(["a", "b"], never, required)) == ["1948-01-01/1949-03-01"])
  }

  // MARK: Reservations (articles 19 to 23)

  @Test func aReservationExcludesItsClauseBothWays() throws {
    let reserved = Reservation(
      by: "a", clause: "article 3", date: try HistoricalDate("1925-01-01"),
      withdrawn: try HistoricalDate("1930-01-01"))
    let view = view(["a", "b", "c"], [try act(.signature, "1920-01-01")], reservations: [reserved])
    let pact = try #require(view.graph["pact" as EntityID])
    func spans(_ debtor: EntityID, _ creditor: EntityID, _ clause: String) -> [String] {
      let duty = Obligation(id: "duty", kind: .assist, by: [], clause: clause)
      return days(view.spans(of: duty, in: pact, from: debtor, to: creditor))
    }
    let apart = ["1920-01-01/1924-12-31", "1930-01-01/.."]
    #expect(spans("a", "b", "article 3") == apart)
    #expect(spans("b", "a", "Art. 3(2)") == apart)
    #expect(spans("b", "c", "article 3") == ["1920-01-01/.."])
    #expect(spans("a", "b", "article 33") == ["1920-01-01/.."])
    #expect(days(view, "a") == ["1920-01-01/.."])
  }

  @Test func anObjectionMayKeepTheAgreementFromHoldingBetweenTwo() throws {
    let reserved = Reservation(
      by: "a", clause: "article 3", date: try HistoricalDate("1925-01-01"),
      objections: [
        .init(by: "b", date: try HistoricalDate("1925-06-01"), opposesEntryIntoForce: true), .init(by: "c"),
      ])
    let view = view(["a", "b", "c"], [try act(.signature, "1920-01-01")], reservations: [reserved])
    #expect(days(view.relation(between: "a", and: "b", in: "pact")) == ["1920-01-01/1925-05-31"])
    #expect(days(view.relation(between: "a", and: "c", in: "pact")) == ["1920-01-01/.."])
  }

  // MARK: Between some (articles 39 to 41, 58)

  @Test func someMaySuspendItBetweenThemselves() throws {
    let view = view(
      ["a", "b", "c"],
      [
        try act(.signature, "1920-01-01"), try act(.suspension, "1925-01-01", between: ["a", "b"]),
        try act(.resumption, "1926-01-01"),
      ])
    #expect(days(view) == ["1920-01-01/.."])
    #expect(days(view, "a") == ["1920-01-01/.."])
    #expect(
      days(view.relation(between: "a", and: "b", in: "pact"))
        == ["1920-01-01/1924-12-31", "1926-01-01/.."])
    #expect(days(view.relation(between: "a", and: "c", in: "pact")) == ["1920-01-01/.."])
  }

  @Test func whoProlongsAnAgreementBindsNobodyElse() throws {
    var prolonged = try act(.extension, "1928-01-01", by: "a", "b")
    prolonged.until = try HistoricalDate("1940-12-31")
    let view = view(
      ["a", "b", "c"], [try act(.signature, "1920-01-01"), prolonged], Terms(duration: Period(years: 10)))
    #expect(days(view) == ["1920-01-01/1940-12-31"])
    #expect(days(view, "a") == ["1920-01-01/1940-12-31"])
    #expect(days(view, "c") == ["1920-01-01/1930-01-01"])
  }

  @Test func anAmendmentBindsThoseWhoAcceptIt() throws {
    let amendment = newer([try act(.signature, "1930-06-01"), try act(.accession, "1935-01-01", by: "c")])
    let view = view(
      ["a", "b", "c"], [try act(.signature, "1920-01-01")], Terms(), and: [amendment],
      [statement("newer", .amends, "pact")] + ["a", "b"].map { statement($0, .party, "newer") })
    let pact = try #require(view.graph["pact" as EntityID])
    let duty = Obligation(id: "duty", kind: .assist, by: [], clause: "article 8", amendedBy: "newer")
    #expect(days(view.spans(of: duty, in: pact, from: "a", to: "b")) == ["1920-01-01/1930-05-31"])
    #expect(days(view.spans(of: duty, in: pact, from: "a", to: "c")) == ["1920-01-01/1934-12-31"])
    #expect(days(view.spans(of: duty, in: pact, from: "a", to: "d")) == ["1920-01-01/.."])
  }

  // MARK: Nullity (articles 46 to 53, 69)

  @Test func whatIsVoidNeverWasInForce() throws {
    let void = [try act(.signature, "1938-09-30"), try act(.nullity)]
    #expect(view(["a", "b"], void).course(of: "pact")?.spans == [.never])
    #expect(view(["a", "b"], void).course(of: "a", in: "pact")?.spans == [.never])
    let byOne = [try act(.signature, "1938-09-30"), try act(.nullity, "1973-12-11", by: "a")]
    #expect(view(["a", "b"], byOne).course(of: "pact")?.spans == [.never])
    // Of several, the consent of that one alone is void (article 69(4)).
    let several = view(["a", "b", "c"], byOne)
    #expect(days(several) == ["1938-09-30/.."])
    #expect(several.course(of: "a", in: "pact")?.spans == [.never])
  }

  @Test func readingsMayDifferOnWhatIsVoid() throws {
    var void = try act(.nullity)
    void.attestation = under("one")
    let acts = [try act(.signature, "1938-09-30"), void]
    #expect(view(["a", "b"], acts, under: "one").course(of: "pact")?.spans == [.never])
    #expect(days(view(["a", "b"], acts, under: "other")) == ["1938-09-30/.."])
  }

  // MARK: Succession (Convention of 1978)

  private func succession(_ rule: Succession.Rule, _ agreements: EntityID..., under reading: ReadingID? = nil)
    throws -> Statement
  {
    Statement(
      id: "succession", subject: "e", role: .successorOf, object: "a",
      when: try HistoricalDate("1925-05-01"), attestation: reading.map { under($0) } ?? Attestation(),
      succession: Succession(rule, agreements: agreements))
  }

  private func succeeding(_ links: Statement..., acts: [Act] = [], under reading: ReadingID? = nil) throws
    -> GraphView
  {
    let whole = view(["a", "b", "c"], [try act(.signature, "1920-01-01")] + acts, Terms(), and: [], links)
    return GraphView(whole.graph.handingOnAgreements(), ViewOptions(reading: reading))
  }

  @Test func underContinuityTheSuccessorIsBound() throws {
    let view = try succeeding(try succession(.continuity))
    #expect(view.parties(of: "pact") == ["a", "b", "c", "e"])
    #expect(days(view, "e") == ["1925-05-01/.."])
    #expect(days(view.relation(between: "e", and: "b", in: "pact")) == ["1925-05-01/.."])
    #expect(try succeeding(try succession(.continuity, "other")).parties(of: "pact") == ["a", "b", "c"])
  }

  @Test func withACleanSlateItIsNotUnlessItNotifies() throws {
    #expect(try succeeding(try succession(.cleanSlate)).parties(of: "pact") == ["a", "b", "c"])
    let notified = try succeeding(
      try succession(.cleanSlate), statement("e", .party, "pact"),
      acts: [try act(.succession, "1926-01-01", by: "e")])
    #expect(days(notified, "e") == ["1926-01-01/.."])
  }

  @Test func devolutionHandsOnWhatIsNamed() throws {
    #expect(days(try succeeding(try succession(.devolution, "pact")), "e") == ["1925-05-01/.."])
    #expect(try succeeding(try succession(.devolution, "other")).parties(of: "pact") == ["a", "b", "c"])
  }

  @Test func successionIsAReading() throws {
    let links = [
      try succession(.continuity, under: "one")
    ]
    #expect(try succeeding(links[0], under: "one").parties(of: "pact") == ["a", "b", "c", "e"])
    #expect(try succeeding(links[0], under: "other").parties(of: "pact") == ["a", "b", "c"])
  }

  @Test func nobodySucceedsToWhatItsPredecessorHadLeft() throws {
    var left = try act(.withdrawal, "1921-01-01", by: "a")
    #expect(days(try succeeding(try succession(.continuity), acts: [left]), "e") == [])
    // Notice that is still running binds nobody yet.
    left.date = try HistoricalDate("1925-01-01")
    #expect(days(try succeeding(try succession(.continuity), acts: [left]), "e") == ["1925-05-01/.."])
    // What has ended is handed on to nobody.
    let ended = try succeeding(try succession(.continuity), acts: [try act(.termination, "1924-01-01")])
    #expect(ended.parties(of: "pact") == ["a", "b", "c"])
    // Nor what its predecessor concluded after it.
    let later = try succeeding(try succession(.continuity), acts: [try act(.entryIntoForce, "1926-01-01")])
    #expect(later.parties(of: "pact") == ["a", "b", "c"])
  }

  @Test func successorsOfSuccessorsAreBoundToo() throws {
    var second = try succession(.continuity)
    second = Statement(
      id: "second", subject: "d", role: .successorOf, object: "e", when: try HistoricalDate("1930-01-01"),
      succession: Succession(.continuity))
    let view = try succeeding(second, try succession(.continuity))
    #expect(days(view, "d") == ["1930-01-01/.."])
    #expect(days(view, "e") == ["1925-05-01/.."])
  }
}
