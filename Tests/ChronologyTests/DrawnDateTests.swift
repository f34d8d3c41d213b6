import Testing

@testable import Chronology

@Suite struct DrawnDateTests {
  private let window = Moment(seconds: -2_000_000_000)...Moment(seconds: 0)

  @Test(arguments: [
    "1941", "1941-04", "194X", "1941?", "[1939,1941-04]", "[1939..1941]", "1939/1941", "1939-09/1941-04-13",
    "1939/", "/1941", "1939-21", "Y17E7", "-0044", "1941-04/..", "../1941-04",
  ])
  func drawnDatesAreOneOfThePossibilities(text: String) throws {
    let whole = try HistoricalDate(text)
    let span = Span(whole)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let drawn = whole.drawn(within: window, using: &generator)
      let inside = Span(drawn)
      #expect(inside.earliestStart == inside.latestStart || whole.isInstant, "\(text): \(drawn)")
      #expect(
        span.earliestStart <= inside.earliestStart && inside.latestStart <= span.latestStart,
        "\(text): \(drawn)")
      #expect(
        span.earliestEnd <= inside.earliestEnd && inside.latestEnd <= span.latestEnd, "\(text): \(drawn)")
      #expect(drawn.shape == (whole.shape == .interval ? .interval : .point), "\(text): \(drawn)")
    }
  }

  @Test(arguments: ["1941-04-13", "1941-04-13T12:00:00", "1941-04-13/1945-08-08", "{1939,1941}", "../.."])
  func whatIsCertainStays(text: String) throws {
    var generator = SeededGenerator(seed: 3)
    let date = try HistoricalDate(text)
    #expect(date.drawn(within: window, using: &generator) == date)
  }

  @Test(arguments: ["[Y20000..Y20009]", "Y2000010S6?", "1950/Y20000"])
  func yearsOfFiveDigitsAreDrawnToTheYear(text: String) throws {
    let whole = try HistoricalDate(text)
    var generator = SeededGenerator(seed: 3)
    var drawn: Set<HistoricalDate> = []
    for _ in 0..<200 { drawn.insert(whole.drawn(within: nil, using: &generator)) }
    #expect(drawn.count > 5 && !drawn.contains(whole), "\(drawn.map(\.text))")
    for date in drawn {
      #expect(whole.earliest <= date.earliest && date.latest <= whole.latest, "\(date)")
      #expect(try date == HistoricalDate(date.text))
    }
  }

  @Test func everyDayIsAsLikely() throws {
    var generator = SeededGenerator(seed: 11)
    let april = try HistoricalDate("1941-04")
    var counts: [String: Int] = [:]
    for _ in 0..<30_000 { counts[april.drawn(within: nil, using: &generator).text, default: 0] += 1 }
    #expect(counts.count == 30)
    // 1000 a day; five standard deviations are 158.
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 158 }, "\(counts)")
  }

  @Test func openEndsStayOpenAndUnknownOnesFallInTheWindow() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      let open = try HistoricalDate("1941-04/..").drawn(within: window, using: &generator)
      #expect(open.latest == .distantFuture && open.earliest.day.year == 1941)
      let unknown = try HistoricalDate("1941-04-01/").drawn(within: window, using: &generator)
      #expect(unknown.latest <= window.upperBound.day.end && unknown.earliest.day.description == "1941-04-01")
    }
  }
}
