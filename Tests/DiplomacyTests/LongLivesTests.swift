import Chronology
import Diplomacy
import Testing

/// Lives with more open orders, and longer chains, than can be followed one by one.
@Suite struct LongLivesTests {
  private func act(_ kind: Act.Kind, _ date: String, by: [EntityID] = []) throws -> Act {
    Act(kind: kind, date: try HistoricalDate(date), by: by)
  }

  private func pact(_ acts: [Act], _ terms: Terms, parties: Int) -> DiplomaticGraph {
    let ids = (0..<parties).map { EntityID("p\($0)") }
    return graph(
      ids.map { entity($0, .actor) } + [
        entity("pact", .agreement, life: AgreementLife(acts: acts, terms: [terms]))
      ],
      ids.map { statement($0, .party, "pact") })
  }

  private let fiveYears = Terms(
    duration: Period(years: 5), notice: Period(years: 1), renewal: .each(Period(years: 5)))

  private func last(_ moment: Moment) -> String { moment.adding(seconds: -1).day.description }

  // MARK: Notices

  @Test func sixtyFourUncertainDenunciationsAreFollowed() throws {
    let acts =
      try [act(.signature, "1900-01-01")]
      + (0..<64).map { try act(.denunciation, "1910", by: [EntityID("p\($0 % 2)")]) }
    let course = try #require(pact(acts, fiveYears, parties: 2).course(of: "pact", under: .every))
    // Whichever came first, it was in time for the term that ends with 1 January 1915; on 1 January 1910 too late for
    // the term that ended with that day.
    #expect(Set(course.endings.map(\.cause)) == [.notice(renewals: 2), .lateNotice(renewals: 2)])
    #expect(
      course.endings.allSatisfy { last($0.earliest) == "1915-01-01" && last($0.latest) == "1915-01-01" })
  }

  @Test func sixtyUncertainWithdrawalsOfEachOfTenMembersAreFollowed() throws {
    let acts =
      try [act(.signature, "1900-01-01")]
      + (0..<600).map { try act(.withdrawal, "\(1910 + $0 % 5)", by: [EntityID("p\($0 % 10)")]) }
    let graph = GraphView(pact(acts, fiveYears, parties: 10))
    let members = (0..<10).map { graph.course(of: EntityID("p\($0)"), in: "pact") }
    // Of p4 the first was in time for the term that ends in 1915 only if it was given on 1 January 1914.
    let ends = try members.map { course in
      let endings = try #require(course).endings
      return [endings.map(\.earliest).min(), endings.map(\.latest).max()].map { $0.map(last) }
    }
    #expect(ends[0] == ["1915-01-01", "1915-01-01"])
    #expect(ends[4] == ["1915-01-01", "1920-01-01"])
  }

  @Test func moreOrdersThanCanBeFollowedLeaveTheEndUndecided() throws {
    let acts =
      try [act(.signature, "1900-01-01")]
      + (0..<60).map { try act($0 % 2 == 0 ? .denunciation : .extension, "1904") }
    let course = try #require(pact(acts, fiveYears, parties: 2).course(of: "pact", under: .every))
    #expect(course.endings.map(\.cause) == [.undecided])
    let span = try #require(course.hull)
    #expect(span.covers(try HistoricalDate("1899")) == .no)
    #expect(span.covers(try HistoricalDate("1950")) == .maybe)
  }

  @Test func moreOpenNoticesThanCanBeFollowedAreNotTakenForGiven() throws {
    // Each may have been given before the member joined, so none need count.
    let acts =
      try [act(.signature, "1900-01-01"), act(.accession, "1912", by: ["p0"])]
      + (0..<40).map { _ in try act(.withdrawal, "1912", by: ["p0"]) }
    let course = try #require(
      pact(acts, Terms(notice: Period(months: 6)), parties: 3).course(of: "p0", in: "pact", under: .every))
    #expect(course.endings.map(\.cause).contains(.undecided))
    #expect(course.spans.allSatisfy { $0.covers(.distantFuture) == .maybe })
  }

  @Test func aHundredMembersWithManyNoticesHaveTheirAnswer() throws {
    let acts =
      try [act(.signature, "1900-01-01")] + (0..<20).map { _ in try act(.extension, "1904") }
      + (0..<400).map { try act(.withdrawal, "1904", by: [EntityID("p\($0 % 100)")]) }
    let graph = GraphView(pact(acts, fiveYears, parties: 100))
    for member in 0..<100 {
      let course = graph.course(of: EntityID("p\(member)"), in: "pact")
      #expect(course?.endings.map(\.cause).contains(.undecided) == true)
    }
  }

  // MARK: Chains

  private func chain(_ count: Int, closed: Bool = false) throws -> DiplomaticGraph {
    let terms = (0..<count).map { index -> Terms in
      if index + 1 < count { return Terms(endsWith: EntityID("a\(index + 1)")) }
      return closed ? Terms(endsWith: "a0") : Terms()
    }
    let last = closed ? [] : [try act(.termination, "1950-06-01")]
    let signature = try act(.signature, "1900-01-01")
    return graph(
      (0..<count).map { index in
        entity(
          EntityID("a\(index)"), .agreement,
          life: AgreementLife(
            acts: [signature] + (index + 1 == count ? last : []), terms: [terms[index]]))
      })
  }

  @Test func chainsOfAHundredThousandAgreementsEndWithTheLast() throws {
    let view = GraphView(try chain(100_000))
    let course = try #require(view.course(of: "a0"))
    #expect(course.endings.map { last($0.latest) } == ["1950-06-01"])
    #expect(course.endings == view.course(of: "a0")?.endings)
    var named = 0
    var left = 0
    var cause = course.endings[0].cause
    while true {
      if case .with(_, let next) = cause {
        (named, cause) = (named + 1, next)
      } else if case .through(let count, let next) = cause {
        (left, cause) = (left + count, next)
      } else {
        break
      }
    }
    // The links that are named and those that are only counted are all there are.
    #expect(cause == .act)
    #expect(named + left == 99_999)
  }

  @Test func whatNothingEndsIsSaidOnceHoweverLongTheChain() throws {
    let signature = try act(.signature, "1900-01-01")
    let view = GraphView(
      graph(
        (0..<20_000).map { index in
          entity(
            EntityID("a\(index)"), .agreement,
            life: AgreementLife(
              acts: [signature], terms: index == 0 ? [] : [Terms(endsWith: EntityID("a\(index - 1)"))]))
        }))
    #expect(view.course(of: "a0")?.endings.map(\.cause) == [.never])
    for (agreement, other) in [("a1", "a0"), ("a2", "a1"), ("a19999", "a19998")] {
      #expect(
        view.course(of: EntityID(agreement))?.endings.map(\.cause)
          == [.never, .with(EntityID(other), .never)])
    }
  }

  @Test func smallCirclesEndNothingAndLongOnesAreUndecided() throws {
    let small = GraphView(try chain(20, closed: true))
    #expect(small.course(of: "a7")?.endings.allSatisfy { $0.latest.isOpen } == true)
    #expect(small.course(of: "a7")?.endings.contains { $0.cause == .undecided } == false)
    let long = GraphView(try chain(1_800, closed: true))
    let course = try #require(long.course(of: "a900"))
    #expect(course.endings.contains { $0.cause == .undecided })
    #expect(course.hull?.covers(try HistoricalDate("1950")) == .maybe)
  }

  @Test func whoEndsWithAnAgreementOfACircleEndsAsItWouldAlone() throws {
    // a ends with b, b with c, c with b again, which has a term of its own.
    let signature = try act(.signature, "1900-01-01")
    func agreement(_ id: EntityID, _ terms: Terms) -> Entity {
      entity(id, .agreement, life: AgreementLife(acts: [signature], terms: [terms]))
    }
    let entities = [
      agreement("a", Terms(endsWith: "b")), agreement("b", Terms(duration: Period(years: 9), endsWith: "c")),
      agreement("c", Terms(endsWith: "b")),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]] {
      let view = GraphView(graph(order.map { entities[$0] }))
      let ends = ["a", "b", "c"].map { view.course(of: EntityID($0))?.hull.map { last($0.latestEnd) } }
      #expect(ends == ["1909-01-01", "1909-01-01", "1909-01-01"])
    }
  }
}
