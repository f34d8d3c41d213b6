import Testing

@testable import Chronology

@Suite struct WidenedDateTests {
  private func bounds(_ date: HistoricalDate) -> [String] {
    [date.earliest, date.latest].map { $0.isOpen ? ".." : $0.day.description }
  }

  @Test(
    arguments: [
      ("1941~", "P2Y", "1939-01-01", "1943-12-31"), ("1941%", "P1M", "1940-12-01", "1942-01-31"),
      ("1941-04-13~", "P2Y", "1939-04-13", "1943-04-13"), ("1941-04-30~", "P1M", "1941-03-30", "1941-05-30"),
      ("1941-04~", "P1M", "1941-03-01", "1941-05-31"), ("1941-04-13~", "P1W", "1941-04-06", "1941-04-20"),
      ("1940-02-29~", "P1Y", "1939-02-28", "1941-02-28"), ("194X~", "P5Y", "1935-01-01", "1954-12-31"),
      ("1941-~04-13", "P3D", "1941-04-10", "1941-04-16"), ("1941-21~", "P1M", "1941-02-01", "1941-06-30"),
      ("1941~/1945", "P2Y", "1939-01-01", "1945-12-31"), ("1941/1945~", "P2Y", "1941-01-01", "1947-12-31"),
      ("1941~/..", "P2Y", "1939-01-01", ".."), ("[1941~,1945]", "P2Y", "1939-01-01", "1945-12-31"),
      ("[1941~..1945~]", "P1Y", "1940-01-01", "1946-12-31"),
      ("{1941,1945~}", "P1Y", "1941-01-01", "1946-12-31"),
      ("-0043~", "P1Y", "-0044-01-01", "-0042-12-31"),
    ])
  func approximateDatesReachSoFar(text: String, period: String, first: String, last: String) throws {
    let written = try HistoricalDate(text)
    let wide = written.widened(by: try Period(period))
    #expect(bounds(wide) == [first, last])
    #expect(wide.text == text && wide.level == written.level && wide.shape == written.shape)
    #expect(wide.isApproximate && wide != written && wide.circa != nil && written.circa == nil)
    #expect(wide.inFormat == wide)
    #expect(wide.widened(by: try Period("P9Y")) == wide)
  }

  @Test(arguments: ["1941", "1941?", "1941-04-13", "1941/1945", "[1941,1945]", "1941-04-13T10:00~", "../.."])
  func whatIsNotApproximateStays(text: String) throws {
    let date = try HistoricalDate(text)
    #expect(date.widened(by: try Period("P2Y")) == date)
  }

  @Test func aPeriodWithoutDaysWidensNothing() throws {
    let date = try HistoricalDate("1941~")
    #expect(date.widened(by: Period()) == date)
    #expect(date.widened(by: try Period("PT6H")) == date)
  }

  @Test func drawsReachAsFarAndKeepGaps() throws {
    var generator = SeededGenerator(seed: 2)
    let day = try HistoricalDate("1941-04-13~").widened(by: try Period("P2D"))
    var days: [String: Int] = [:]
    for _ in 0..<5000 { days[day.drawn(within: nil, using: &generator).text, default: 0] += 1 }
    #expect(days.keys.sorted() == (11...15).map { "1941-04-\($0)" })
    // 1000 a day; five standard deviations are 142.
    #expect(days.values.allSatisfy { abs($0 - 1000) < 142 })
    let thirteenths = try HistoricalDate("1941-XX-13~").widened(by: try Period("P1D"))
    for _ in 0..<500 {
      let drawn = thirteenths.drawn(within: nil, using: &generator)
      #expect((12...14).contains(drawn.earliest.day.components.day), "\(drawn)")
    }
    let interval = try HistoricalDate("1941-04-13~/1941-04-20").widened(by: try Period("P1D"))
    var starts: Set<String> = []
    for _ in 0..<100 { starts.insert(interval.drawn(within: nil, using: &generator).text) }
    #expect(starts.sorted() == (12...14).map { "1941-04-\($0)/1941-04-20" })
  }

  @Test func spansKnowHowFarADayReaches() throws {
    let span = Span(try HistoricalDate("1941-04-13~").widened(by: try Period("P1D")))
    #expect(span.isMoment)
    #expect(try span.covers(HistoricalDate("1941-04-12")) == .maybe)
    #expect(try span.covers(HistoricalDate("1941-04-13")) == .maybe)
    #expect(try span.covers(HistoricalDate("1941-04-15")) == .no)
  }

  @Test(
    arguments: [
      ("1941~", "P2Y", "en", "c. 1941 (within two years)"),
      ("1941%", "P1Y", "en", "perhaps c. 1941 (within one year)"),
      ("1941-04-13~", "P1Y6M", "en", "c. 13 April 1941 (within one year and six months)"),
      ("1941~", "P14D", "en", "c. 1941 (within 14 days)"),
      ("1941~/1945", "P2Y", "en", "from c. 1941 (within two years) to 1945"),
      ("1X41~", "P1Y", "en", "c. 1041–1941 (within one year)"),
      ("1941~", "P2Y", "fr", "vers 1941 (à 2 ans près)"),
      ("1941~", "P1Y", "de", "um 1941 (auf 1 Jahr genau)"),
      ("1941~", "P2Y", "ru", "около 1941 г. (в пределах 2 лет)"),
      ("1941~", "P21D", "ru", "около 1941 г. (в пределах 21 дня)"),
      ("1941~", "P2Y", "ja", "1941年頃（前後2年以内）"),
    ])
  func wordsSayHowFarItReaches(text: String, period: String, language: String, words: String) throws {
    let date = try HistoricalDate(text).widened(by: try Period(period))
    #expect(date.description(in: language) == words)
  }

  @Test func farReachesAreKept() throws {
    for (period, kept) in [
      ("P170Y7M4095D", "P170Y7M4095D"), ("P171Y", "P171Y"), ("P5000Y", "P5000Y"), ("P200Y6M", "P201Y"),
      ("P5000D", "P14Y"), ("P999999999Y", "P8388607Y"),
    ] {
      #expect(try HistoricalDate("1941~").widened(by: Period(period)).circa?.description == kept)
    }
  }

  /// What dates reach takes no room: they are read and kept by the million.
  @Test func datesHaveNotGrown() {
    #expect(MemoryLayout<DatePoint>.size <= 40 && MemoryLayout<HistoricalDate>.size <= 96)
  }
}
