import Chronology
import Diplomacy
import TestSupport
import Testing

/// Many suspensions, certain and uncertain, against a list of all orders in which they may have come.
@Suite struct SuspensionTests {
  private func suspension(_ date: String, until: String? = nil, by: [EntityID] = []) throws -> Act {
    Act(
      kind: .suspension, date: try HistoricalDate(date), by: by,
      until: try until.map { try HistoricalDate($0) })
  }

  private func course(_ acts: [Act]) throws -> LifeCourse {
    let life = AgreementLife(
      acts: [
        Act(kind: .signature, date: try HistoricalDate("1900-01-01")),
        Act(kind: .termination, date: try HistoricalDate("1999-12-31")),
      ] + acts)
    return try #require(
      graph([entity("pact", .agreement, life: life)], []).course(of: "pact", under: .every))
  }

  /// From the day of a suspension to its stated end, which is that day or a later one.
  private func gap(_ act: Act) throws -> Span {
    let (start, end) = (Span(try #require(act.date)), Span(try #require(act.until)))
    let day: Int64 = 86_400
    return Span(
      earliestStart: start.earliestStart,
      latestStart: min(start.latestStart, end.latestEnd.adding(seconds: -day)),
      earliestEnd: max(start.earliestStart.adding(seconds: day), end.earliestEnd), latestEnd: end.latestEnd)
  }

  /// What is left of a span when each gap comes before or after it, for all ways to choose which do.
  private func inAllOrders(_ span: Span, without gaps: [Span]) -> [Span] {
    gaps.reduce([span]) { spans, gap in
      spans.flatMap { span in
        [
          Span(
            earliestStart: span.earliestStart, latestStart: span.latestStart,
            earliestEnd: min(span.earliestEnd, gap.earliestStart),
            latestEnd: min(span.latestEnd, gap.latestStart)),
          Span(
            earliestStart: max(span.earliestStart, gap.earliestEnd),
            latestStart: max(span.latestStart, gap.latestEnd), earliestEnd: span.earliestEnd,
            latestEnd: span.latestEnd),
        ].filter { $0.earliestStart < $0.latestEnd }
      }
    }
  }

  private func randomSuspensions(_ count: Int, _ numbers: inout SeededNumbers) throws -> [Act] {
    try (0..<count).map { _ in
      let year = Int.random(in: 1901...1908, using: &numbers)
      let month = Int.random(in: 1...8, using: &numbers)
      let start = ["\(year)", "\(year)-0\(month)", "\(year)-0\(month)-10"]
      let last = year + Int.random(in: 0...1, using: &numbers)
      let end = last == year ? ["\(last)", "\(last)-09", "\(last)-09-10"] : ["\(last)", "\(last)-02-03"]
      return try suspension(
        start[Int.random(in: start.indices, using: &numbers)],
        until: end[Int.random(in: end.indices, using: &numbers)])
    }
  }

  @Test func twoSuspensionsLeaveWhatIsBetweenThemInEitherOrder() throws {
    var numbers = SeededNumbers(seed: 12)
    for _ in 0..<Thoroughness.cases(400, thorough: 4000) {
      let acts = try randomSuspensions(Int.random(in: 1...2, using: &numbers), &numbers)
      let whole = try #require(try course([]).spans.first)
      #expect(try course(acts).spans == inAllOrders(whole, without: acts.map(gap)), "\(acts)")
    }
  }

  @Test func manySuspensionsAnswerAsAllTheirOrdersDo() throws {
    var numbers = SeededNumbers(seed: 16)
    var open = 0
    for _ in 0..<Thoroughness.cases(150, thorough: 1500) {
      let acts = try randomSuspensions(Int.random(in: 3...9, using: &numbers), &numbers)
      let whole = try #require(try course([]).spans.first)
      let spans = try course(acts).spans
      let all = try inAllOrders(whole, without: acts.map(gap))
      #expect(spans.count <= acts.count * 2 + 1)
      var moment = whole.earliestStart
      while moment < whole.latestEnd, moment.day.year < 1911 {
        let found = spans.reduce(Answer.no) { $0 || $1.covers(moment) }
        let expected = all.reduce(Answer.no) { $0 || $1.covers(moment) }
        if found != expected {
          Issue.record("\(moment) is \(found), not \(expected): \(acts)")
          return
        }
        if found == .maybe { open += 1 }
        moment = moment.adding(seconds: 5 * 86_400)
      }
    }
    #expect(open > 1_000)
  }

  @Test func fortyUncertainSuspensionsAreFollowed() throws {
    // Each began some day of 1910 and ended some day of 1911: 2⁴⁰ ways in which they may lie.
    let acts = try (0..<40).map { _ in try suspension("1910", until: "1911") }
    let course = try course(acts)
    func answer(_ date: String) throws -> Answer {
      let date = try HistoricalDate(date)
      return course.spans.reduce(.no) { $0 || $1.covers(date) }
    }
    #expect(try answer("1909-12-31") == .yes)
    #expect(try answer("1910-07-01") == .maybe)
    #expect(try answer("1911-01-01") == .no)
    #expect(try answer("1911-07-01") == .maybe)
    #expect(try answer("1912-01-01") == .yes)
    #expect(course.spans.count <= 41)
  }

  @Test func tenThousandCertainSuspensionsAreFollowedInOneSweep() throws {
    let first = try #require(Day(year: 1901, month: 1, day: 1)).number
    let acts = try (0..<10_000).flatMap { number in
      let day = first + Int64(number) * 3
      return [
        try suspension(Day(number: day).description),
        Act(kind: .resumption, date: try HistoricalDate(Day(number: day + 1).description)),
      ]
    }
    let spans = try course(acts).spans
    #expect(spans.count == 10_001)
    #expect(spans[5_000].earliestStart.day.number == first + 4_999 * 3 + 1)
    #expect(spans[5_000].latestEnd.day.number == first + 5_000 * 3)
  }
}
