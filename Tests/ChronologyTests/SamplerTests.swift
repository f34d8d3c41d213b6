import Testing

@testable import Chronology

@Suite struct SamplerTests {
  /// Computed with a program of ten lines in Python, from the definitions of the two generators.
  @Test(
    arguments: [
      (
        "1941", 1941,
        ["1941-10-13T11:36:30", "1941-12-17T23:40:02", "1941-07-01T09:49:45", "1941-09-03T08:21:44"]
      ),
      (
        "[1941-04,1945-05-08,1945-05-09]", 1945,
        ["1941-04-04T02:42:33", "1945-05-08T05:54:50", "1941-04-22T06:54:23", "1941-04-01T23:56:16"]
      ),
    ] as [(String, UInt64, [String])])
  func drawsAreTheSameEverywhere(text: String, seed: UInt64, moments: [String]) throws {
    let sampler = try DateSampler(date(text))
    var generator = SeededGenerator(seed: seed)
    #expect(moments.map { _ in sampler.moment(using: &generator).description } == moments, "\(text)")
  }

  private func counts(_ text: String, draws: Int, seed: UInt64) throws -> [Day: Int] {
    let sampler = try DateSampler(date(text))
    var generator = SeededGenerator(seed: seed)
    var counts: [Day: Int] = [:]
    for _ in 0..<draws { counts[sampler.day(using: &generator), default: 0] += 1 }
    return counts
  }

  /// Pearson's statistic against the 0.999 quantile of the chi-square distribution.
  @Test(
    arguments: [
      ("1945-05-08", 1, 0.1), ("[1945-05-08,1945-05-09]", 2, 10.83),
      ("[1945-05-08,1945-05-09,1945-06-01]", 3, 13.82),
      ("[1945-05-08..1945-05-17,1945-05-12..1945-05-20]", 13, 32.91), ("1941-04", 30, 58.30),
      ("{1941-04-13,1945-08-08}", 2, 10.83), ("1941-04-13/1941-04-15", 3, 13.82), ("1941", 365, 454.1),
      ("1941-04-13~", 1, 0.1), ("194X-12-25", 10, 27.88), ("1941-1X-11", 3, 13.82),
    ])
  func everyPossibleDayIsEquallyLikely(text: String, days: Int, limit: Double) throws {
    let draws = 200 * days
    let counts = try counts(text, draws: draws, seed: 1941)
    let possible = try date(text)
    #expect(counts.count == days, "\(text)")
    #expect(counts.keys.allSatisfy { possible.earliest <= $0.start && $0.start <= possible.latest })
    let statistic = counts.values.reduce(0.0) { $0 + (Double($1) - 200) * (Double($1) - 200) / 200 }
    #expect(statistic < limit, "\(text): \(statistic)")
  }

  @Test func hoursAreEquallyLikelyToo() throws {
    let sampler = try DateSampler(date("1941-04-13"))
    var generator = SeededGenerator(seed: 2)
    var counts = Array(repeating: 0, count: 24)
    for _ in 0..<12_000 { counts[sampler.moment(using: &generator).secondOfDay / 3600] += 1 }
    let statistic = counts.reduce(0.0) { $0 + (Double($1) - 500) * (Double($1) - 500) / 500 }
    #expect(statistic < 49.73, "\(statistic)")
  }

  @Test func openEndsNeedAWindow() throws {
    let window = try moment("1941-01-01")...moment("1941-01-02").adding(seconds: -1)
    for text in ["1940/..", "../1945", "../..", "1940/", "[..1945]", "[1940..]"] {
      #expect(throws: SamplingError.open(text)) { try DateSampler(date(text)) }
      var generator = SeededGenerator(seed: 3)
      #expect(
        try DateSampler(date(text), within: window).day(using: &generator)
          == Day(year: 1941, month: 1, day: 1))
    }
    #expect(throws: SamplingError.nothingWithin("1950")) { try DateSampler(date("1950"), within: window) }
    #expect(SamplingError.open("1940/..").description.contains("'1940/..'"))
  }

  @Test func offsetNamesTheDayOfItsPlace() throws {
    let sampler = try DateSampler(date("1941-04-13", offset: "+09:00"))
    var generator = SeededGenerator(seed: 4)
    let offset = try #require(UTCOffset("+09:00"))
    for _ in 0..<50 {
      #expect(sampler.day(using: &generator, offset: offset) == Day(year: 1941, month: 4, day: 13))
    }
  }

  @Test func widestYearsDoNotOverflow() throws {
    let sampler = try DateSampler(date("[Y-292000000000..Y292000000000]"))
    var generator = SeededGenerator(seed: 5)
    var years: [Int64] = []
    for _ in 0..<100 { years.append(sampler.day(using: &generator).year) }
    #expect(years.contains { $0 < -100_000_000_000 } && years.contains { $0 > 100_000_000_000 })
  }

  @Test func spanIsDrawnWithItsStartBeforeItsEnd() throws {
    var generator = SeededGenerator(seed: 6)
    for text in [
      "1941/1945", "1941-04-13/1945-08-08", "1941/1941", "../1945", "1941/..", "1941", "1941-04-13",
    ] {
      let span = try Span(date(text))
      for _ in 0..<200 {
        let drawn = try span.sample(using: &generator)
        #expect(drawn.earliestStart == drawn.latestStart && drawn.earliestEnd == drawn.latestEnd)
        #expect(drawn.earliestStart < drawn.earliestEnd)
        #expect(drawn.isMoment == span.isMoment)
        #expect(span.earliestStart <= drawn.earliestStart && drawn.earliestEnd <= span.latestEnd)
        if !span.isMoment {
          #expect(drawn.earliestStart <= span.latestStart && span.earliestEnd <= drawn.earliestEnd)
        }
      }
    }
    let unknown = try Span(date("1941-04-13/"))
    #expect(throws: SamplingError.self) { try unknown.sample(using: &generator) }
    let window = try moment("1940-01-01")...moment("1950-01-01")
    let drawn = try unknown.sample(within: window, using: &generator)
    #expect(drawn.earliestEnd <= window.upperBound && drawn.earliestEnd > drawn.earliestStart)
    let wrong = try Span(from: date("1945-01-01"), to: date("1941-01-01"))
    #expect(throws: SamplingError.self) { try wrong.sample(using: &generator) }
  }

  /// Pairs of a start and an end in order, each equally likely: a triangle of 10 pairs.
  @Test func pairsInOrderAreEquallyLikely() throws {
    let first = Moment(seconds: 0)
    let span = Span(
      earliestStart: first, latestStart: first.adding(seconds: 3), earliestEnd: first.adding(seconds: 1),
      latestEnd: first.adding(seconds: 4))
    var generator = SeededGenerator(seed: 7)
    var counts: [Span: Int] = [:]
    for _ in 0..<2000 { counts[try span.sample(using: &generator), default: 0] += 1 }
    #expect(counts.count == 10)
    let statistic = counts.values.reduce(0.0) { $0 + (Double($1) - 200) * (Double($1) - 200) / 200 }
    #expect(statistic < 27.88, "\(statistic)")
  }
}
