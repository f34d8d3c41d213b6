import Chronology
import Diplomacy
import Testing

/// The rules by which a life is derived, one by one.
@Suite struct LifeRuleTests {
  private let fiveYears = Terms(
    duration: Period(years: 5), notice: Period(years: 1), renewal: .each(Period(years: 5)),
    clause: "article 3")

  private func acts(_ acts: (String, String, [EntityID])...) throws -> [Act] {
    try acts.map { kind, date, by in Act(kind: Act.Kind(kind), date: try HistoricalDate(date), by: by) }
  }

  /// An agreement of `a`, `b` and so on, as many as are asked for.
  private func graph(_ acts: [Act], _ terms: [Terms], parties: Int = 2) -> DiplomaticGraph {
    let ids = ["a", "b", "c", "d"].prefix(parties).map { EntityID($0) }
    return DiplomacyTests.graph(
      ids.map { entity($0, .actor) }
        + [entity("pact", .agreement, life: AgreementLife(acts: acts, terms: terms)), entity("d", .actor)]
        .filter {
          !ids.contains($0.id)
        },
      ids.map { statement($0, .party, "pact") }, readings: [reading("strict"), reading("loose")])
  }

  private func course(_ acts: [Act], _ terms: Terms..., parties: Int = 2) throws -> LifeCourse {
    try #require(graph(acts, terms, parties: parties).course(of: "pact", under: .every))
  }

  private func days(_ course: LifeCourse) -> [String] {
    course.spans.map { span in
      func day(_ moment: Moment, _ shift: Int64) -> String {
        moment.isOpen ? ".." : moment.adding(seconds: shift).day.description
      }
      let starts = [day(span.earliestStart, 0), day(span.latestStart, 0)]
      let ends = [day(span.earliestEnd, -1), day(span.latestEnd, -1)]
      return [starts, ends].map { $0[0] == $0[1] ? $0[0] : "\($0[0])…\($0[1])" }.joined(separator: "/")
    }
  }

  // MARK: The end of a term

  @Test func aTermEndsWithTheDayOfTheSameNumber() throws {
    let course = try course(acts(("signature", "1941-04-13", [])), Terms(duration: Period(years: 5)))
    #expect(days(course) == ["1941-04-13/1946-04-13"])
    #expect(course.endings.map(\.cause) == [.termOver(renewals: 0)])
  }

  @Test func aTermThatBeginsOnALeapDayEndsWithFebruary() throws {
    let course = try course(acts(("signature", "1920-02-29", [])), Terms(duration: Period(years: 1)))
    #expect(days(course) == ["1920-02-29/1921-02-28"])
  }

  @Test func noticeInTimeEndsTheAgreementWithTheRunningTerm() throws {
    let course = try course(
      acts(("signature", "1941-04-13", []), ("denunciation", "1945-04-05", ["a"])), fiveYears)
    #expect(days(course) == ["1941-04-13/1946-04-13"])
    let end = try #require(course.endings.first)
    #expect(end.cause == .notice(renewals: 0))
    #expect(end.act?.kind == .denunciation && end.act?.by == ["a"])
    #expect(end.terms?.clause == "article 3")
  }

  @Test func theLastDayForNoticeIsOneYearBeforeTheEnd() throws {
    for (day, end, cause) in [
      ("1945-04-13", "1946-04-13", LifeCourse.Cause.notice(renewals: 0)),
      ("1945-04-14", "1951-04-13", .lateNotice(renewals: 1)),
    ] {
      let course = try course(
        acts(("signature", "1941-04-13", []), ("denunciation", day, ["a"])), fiveYears)
      #expect(days(course) == ["1941-04-13/\(end)"], "\(day)")
      #expect(course.endings.map(\.cause) == [cause], "\(day)")
    }
  }

  @Test func withoutNoticeTheTermIsRenewedForEver() throws {
    let course = try course(acts(("signature", "1941-04-13", [])), fiveYears)
    #expect(days(course) == ["1941-04-13/.."])
    #expect(course.endings.map(\.cause) == [.never])
  }

  @Test func noticeInALaterTermEndsThatTerm() throws {
    let course = try course(
      acts(("signature", "1920-01-10", []), ("denunciation", "1933-03-01", [])), fiveYears)
    #expect(days(course) == ["1920-01-10/1935-01-10"])
    #expect(course.endings.map(\.cause) == [.notice(renewals: 2)])
  }

  @Test func lateNoticeOfATermThatIsNotRenewedMakesNoDifference() throws {
    let terms = Terms(duration: Period(years: 5), notice: Period(years: 1))
    let course = try course(
      acts(("signature", "1941-04-13", []), ("denunciation", "1946-01-01", ["a"])), terms)
    #expect(days(course) == ["1941-04-13/1946-04-13"])
    #expect(course.endings.map(\.cause) == [.termOver(renewals: 0)])
  }

  @Test func afterAnIndefiniteRenewalTheNoticeCounts() throws {
    let terms = Terms(duration: Period(years: 5), notice: Period(years: 1), renewal: .indefinite)
    let course = try course(
      acts(("entry-into-force", "1926-06-29", []), ("denunciation", "1938-05-01", ["a"])), terms)
    #expect(days(course) == ["1926-06-29/1939-05-01"])
    #expect(course.endings.map(\.cause) == [.afterNotice])
  }

  @Test func aTermCanHaveAStatedLastDay() throws {
    // The Washington Naval Treaty: until 31 December 1936; one notice, two years before, ends it for all.
    let terms = Terms(
      until: try HistoricalDate("1936-12-31"), notice: Period(years: 2), renewal: .indefinite,
      denunciationEnds: .agreement)
    let course = try course(
      acts(("entry-into-force", "1923-08-17", []), ("denunciation", "1934-12-29", ["a"])), terms, parties: 4)
    #expect(days(course) == ["1923-08-17/1936-12-31"])
    #expect(course.endings.map(\.cause) == [.notice(renewals: 0)])
  }

  @Test func aTermCanCountFromTheSignature() throws {
    let terms = Terms(duration: Period(years: 1), termStart: .signature)
    let course = try course(
      acts(("signature", "1930-01-01", []), ("entry-into-force", "1930-07-01", [])), terms)
    #expect(days(course) == ["1930-07-01/1931-01-01"])
  }

  // MARK: Without a term, and at once

  @Test func withoutATermItEndsWhenTheNoticeIsOver() throws {
    let terms = Terms(notice: Period(months: 6))
    let course = try course(
      acts(("signature", "1930-01-01", []), ("denunciation", "1935-03-31", ["a"])), terms)
    #expect(days(course) == ["1930-01-01/1935-09-30"])
    #expect(course.endings.map(\.cause) == [.afterNotice])
  }

  @Test func aReadingCanLetADenunciationEndItAtOnce() throws {
    let atOnce = Terms(denunciation: .atOnce, attestation: under("loose"))
    let graph = graph(
      try acts(("signature", "1941-04-13", []), ("denunciation", "1945-04-05", ["a"])), [fiveYears, atOnce])
    func end(_ reading: ReadingID) throws -> LifeCourse {
      try #require(graph.course(of: "pact", under: graph.choice(of: reading)))
    }
    #expect(days(try end("strict")) == ["1941-04-13/1946-04-13"])
    #expect(days(try end("loose")) == ["1941-04-13/1945-04-05"])
    #expect(try end("loose").endings.map(\.cause) == [.denunciation])
    // All readings together leave it open which day was the last.
    let together = try #require(graph.course(of: "pact", under: .every))
    #expect(days(together) == ["1941-04-13/1945-04-05…1946-04-13"])
    #expect(Set(together.endings.map(\.reading)) == ["strict", "loose"])
  }

  // MARK: Acts that end it

  @Test func anActThatEndsItGoesBeforeTheTerms() throws {
    let course = try course(
      acts(("signature", "1939-08-23", []), ("termination", "1941-06-22", [])),
      Terms(duration: Period(years: 10)))
    #expect(days(course) == ["1939-08-23/1941-06-22"])
    #expect(course.endings.map(\.cause) == [.act])
  }

  @Test func aBreachEndsItOnlyWhereTheTermsSaySo() throws {
    let acts = try acts(("signature", "1939-08-23", []), ("breach", "1941-06-22", ["a"]))
    #expect(days(try course(acts, Terms(duration: Period(years: 10)))) == ["1939-08-23/1949-08-23"])
    let course = try course(acts, Terms(duration: Period(years: 10), breach: .ends))
    #expect(days(course) == ["1939-08-23/1941-06-22"])
    #expect(course.endings.map(\.cause) == [.breach])
  }

  @Test func anotherAgreementEndsItByTakingItsPlace() throws {
    let old = AgreementLife(acts: try acts(("signature", "1922-01-01", [])))
    let new = AgreementLife(
      acts: try acts(("signature", "1930-02-01", []), ("entry-into-force", "1930-05-01", [])))
    let graph = DiplomacyTests.graph(
      [entity("old", .agreement, life: old), entity("new", .agreement, life: new)],
      [statement("new", .supersedes, "old")])
    let course = try #require(graph.course(of: "old", under: .every))
    #expect(days(course) == ["1922-01-01/1930-04-30"])
    #expect(course.endings.map(\.cause) == [.superseded(by: "new")])
  }

  @Test func aProtocolEndsWithItsTreaty() throws {
    let treaty = AgreementLife(
      acts: try acts(("signature", "1941-04-13", []), ("denunciation", "1945-04-05", [])), terms: [fiveYears])
    let protocolLife = AgreementLife(
      acts: try acts(("signature", "1941-04-13", [])), terms: [Terms(endsWith: "treaty")])
    let graph = DiplomacyTests.graph([
      entity("treaty", .agreement, life: treaty), entity("protocol", .agreement, life: protocolLife),
    ])
    let course = try #require(graph.course(of: "protocol", under: .every))
    #expect(days(course) == ["1941-04-13/1946-04-13"])
    #expect(course.endings.map(\.cause) == [.with("treaty", .notice(renewals: 0))])
  }

  @Test func twoAgreementsThatEndWithEachOtherHaveNoEnd() throws {
    let graph = DiplomacyTests.graph([
      entity(
        "one", .agreement,
        life: AgreementLife(acts: try acts(("signature", "1930", [])), terms: [Terms(endsWith: "two")])),
      entity(
        "two", .agreement,
        life: AgreementLife(acts: try acts(("signature", "1930", [])), terms: [Terms(endsWith: "one")])),
    ])
    let span = try #require(graph.course(of: "one", under: .every)?.hull)
    #expect(span.latestEnd == .distantFuture)
  }

  // MARK: Prolonged and suspended

  @Test func anExtensionProlongsTheTermThatRuns() throws {
    // The Soviet–Polish pact of 1932: three years, prolonged on 5 May 1934 until the end of 1945.
    var extended = try acts(("entry-into-force", "1932-12-23", []), ("extension", "1934-05-05", []))
    extended[1].until = try HistoricalDate("1945-12-31")
    #expect(days(try course(extended, Terms(duration: Period(years: 3)))) == ["1932-12-23/1945-12-31"])
    extended[1].until = nil
    extended[1].period = Period(years: 2)
    #expect(days(try course(extended, Terms(duration: Period(years: 3)))) == ["1932-12-23/1937-12-23"])
  }

  @Test func anExtensionAfterTheEndComesTooLate() throws {
    var extended = try acts(("entry-into-force", "1932-12-23", []), ("extension", "1936-05-05", []))
    extended[1].until = try HistoricalDate("1945-12-31")
    #expect(days(try course(extended, Terms(duration: Period(years: 3)))) == ["1932-12-23/1935-12-23"])
  }

  @Test func anExtensionSetsANoticeAside() throws {
    var acts = try acts(
      ("signature", "1941-04-13", []), ("denunciation", "1945-04-05", ["a"]), ("extension", "1945-10-01", []))
    acts[2].until = try HistoricalDate("1950-12-31")
    let course = try course(acts, Terms(duration: Period(years: 5), notice: Period(years: 1)))
    #expect(days(course) == ["1941-04-13/1950-12-31"])
  }

  @Test func aSuspensionIsAGap() throws {
    var acts = try acts(
      ("signature", "1930-01-01", []), ("suspension", "1935-01-01", []), ("resumption", "1936-01-01", []),
      ("termination", "1940-12-31", []))
    #expect(days(try course(acts)) == ["1930-01-01/1934-12-31", "1936-01-01/1940-12-31"])
    acts[1].until = try HistoricalDate("1935-06-30")
    #expect(days(try course(acts)) == ["1930-01-01/1934-12-31", "1935-07-01/1940-12-31"])
  }

  // MARK: The beginning

  @Test func theLastRatificationBringsItIntoForceWhereTheTermsSaySo() throws {
    let acts = try acts(
      ("signature", "1930-01-01", []), ("ratification", "1930-06-01", ["a"]),
      ("ratification", "1931-03-01", ["b"]))
    let course = try course(acts, Terms(entry: .ratification))
    #expect(days(course) == ["1931-03-01/.."])
    #expect(course.beginnings.map(\.cause) == [.lastRatification])
    let never = try self.course(Array(acts.dropLast()), Terms(entry: .ratification))
    #expect(never.spans == [.never])
    #expect(never.beginnings.map(\.cause) == [.notRatified])
  }

  // MARK: Members

  private func member(_ actor: EntityID, _ acts: [Act], _ terms: Terms..., parties: Int = 4) throws
    -> LifeCourse
  {
    try #require(graph(acts, terms, parties: parties).course(of: actor, in: "pact", under: .every))
  }

  @Test func ofManyPartiesANoticeEndsTheMembershipAlone() throws {
    // The League's Covenant, article 1: two years' notice; Japan's of 27 March 1933.
    let acts = try acts(("entry-into-force", "1920-01-10", []), ("withdrawal", "1933-03-27", ["a"]))
    let terms = Terms(notice: Period(years: 2))
    #expect(days(try course(acts, terms, parties: 4)) == ["1920-01-10/.."])
    #expect(days(try member("a", acts, terms)) == ["1920-01-10/1935-03-27"])
    #expect(try member("a", acts, terms).endings.map(\.cause) == [.afterNotice])
    #expect(days(try member("b", acts, terms)) == ["1920-01-10/.."])
  }

  @Test func whoAccedesTakesPartFromThenOn() throws {
    let acts = try acts(("entry-into-force", "1920-01-10", []), ("accession", "1926-09-08", ["d"]))
    #expect(days(try member("d", acts, parties: 3)) == ["1926-09-08/.."])
  }

  @Test func whoRatifiesAfterTheEntryIntoForceTakesPartFromThenOn() throws {
    let acts = try acts(
      ("signature", "1928-08-27", []), ("entry-into-force", "1929-07-24", []),
      ("ratification", "1930-02-01", ["c"]))
    #expect(days(try member("c", acts)) == ["1930-02-01/.."])
    #expect(days(try member("a", acts)) == ["1929-07-24/.."])
  }

  @Test func whoLeavesAndJoinsAgainHasTwoTimes() throws {
    let acts = try acts(
      ("entry-into-force", "1920-01-10", []), ("withdrawal", "1925-01-01", ["a"]),
      ("accession", "1930-01-01", ["a"]),
      ("accession", "1920-01-10", ["a"]))
    #expect(days(try member("a", acts)) == ["1920-01-10/1926-01-01", "1930-01-01/.."])
  }

  @Test func withFewerThanTwoPartiesTheAgreementEnds() throws {
    let acts = try acts(
      ("entry-into-force", "1920-01-10", []), ("withdrawal", "1925-01-01", ["a"]),
      ("withdrawal", "1926-01-01", ["b"]))
    let course = try course(acts, parties: 3)
    #expect(days(course) == ["1920-01-10/1927-01-01"])
    #expect(course.endings.map(\.cause) == [.tooFewParties])
  }

  // MARK: Uncertain dates

  @Test func whereTheDatesLeaveOpenWhetherNoticeWasInTimeBothEndsArePossible() throws {
    let course = try course(
      acts(("signature", "1941-04-13", []), ("denunciation", "1945-04", ["a"])), fiveYears)
    #expect(days(course) == ["1941-04-13/1946-04-13…1951-04-13"])
    #expect(course.endings.map(\.cause) == [.notice(renewals: 0), .lateNotice(renewals: 1)])
  }

  @Test func theEndMovesWithAnUncertainBeginning() throws {
    let course = try course(acts(("entry-into-force", "1926-05", [])), Terms(duration: Period(years: 5)))
    #expect(days(course) == ["1926-05-01…1926-05-31/1931-05-01…1931-05-31"])
  }

  @Test func ordersThatGoInACircleOverOpenDatesAreGivenUpSoon() throws {
    let acts = ["denunciation", "extension", "denunciation", "renewal", "withdrawal"].map {
      Act(kind: Act.Kind($0), date: nil, by: ["a"])
    }
    let course = try course(
      acts + self.acts(("signature", "1930-01-01", [])),
      Terms(duration: Period(years: 5), notice: Period(years: 1), renewal: .each(Period(years: 5))))
    #expect(course.hull?.latestEnd == .distantFuture)
  }
}
