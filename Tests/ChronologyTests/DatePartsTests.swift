import Chronology
import TestSupport
import Testing

/// Dates that are made from their parts are those that their texts are read as.
@Suite struct DatePartsTests {
  private static let offsets = [nil, UTCOffset.utc, UTCOffset("+03:00"), UTCOffset("-05:30")]

  @Test func dayMadeIsTheDayRead() throws {
    var numbers = SeededNumbers(seed: 1941_04_13)
    for count in 0..<8000 {
      // From −9999-01-01 to 9999-12-31.
      let day = Day(number: Int64.random(in: -4_371_587...2_932_896, using: &numbers))
      let offset = Self.offsets[count % 4]
      let made = try #require(HistoricalDate(day, defaultOffset: offset))
      #expect(try made == HistoricalDate("\(day)", defaultOffset: offset))
      #expect(made.description(in: "en") == day.start.description(in: "en"))
    }
  }

  @Test func secondMadeIsTheSecondRead() throws {
    var numbers = SeededNumbers(seed: 1941_04_14)
    for count in 0..<8000 {
      let moment = Moment(
        seconds: Int64.random(in: -4_371_587 * 86_400...2_932_896 * 86_400, using: &numbers))
      let offset = Self.offsets[count % 4]
      let made = try #require(HistoricalDate(second: moment, defaultOffset: offset))
      #expect(try made == HistoricalDate("\(moment)", defaultOffset: offset))
      #expect(made.localEarliest == moment)
    }
  }

  @Test(arguments: [
    (0, "0000"), (-1, "-0001"), (-43, "-0043"), (1941, "1941"), (9999, "9999"), (-9999, "-9999"),
    (10_000, "Y10000"), (-10_000, "Y-10000"), (292_000_000_000, "Y292000000000"),
    (-292_000_000_000, "Y-292000000000"),
  ])
  func yearMadeIsTheYearRead(year: Int64, text: String) throws {
    for offset in Self.offsets {
      let made = try #require(HistoricalDate(year: year, defaultOffset: offset))
      #expect(made.text == text)
      #expect(try made == HistoricalDate(text, defaultOffset: offset))
    }
  }

  @Test func randomYearsAreRead() throws {
    var numbers = SeededNumbers(seed: 1941)
    for _ in 0..<2000 {
      let limits: [Int64] = [200, 20_000, 292_000_000_000]
      let limit = try #require(limits.randomElement(using: &numbers))
      let year = Int64.random(in: -limit...limit, using: &numbers)
      let made = try #require(HistoricalDate(year: year))
      #expect(try made == HistoricalDate(made.text))
    }
  }

  @Test func whatHasNoTextIsNoDate() throws {
    for (year, day) in [(10_000, (1, 1)), (-10_000, (12, 31)), (20_000, (4, 13))] as [(Int64, (Int, Int))] {
      let far = try #require(Day(year: year, month: day.0, day: day.1))
      #expect(HistoricalDate(far) == nil && HistoricalDate(far.start) == nil)
      #expect(HistoricalDate(second: far.start) == nil)
    }
    #expect(HistoricalDate(Day(number: .max)) == nil && HistoricalDate(Day(number: .min)) == nil)
    #expect(HistoricalDate(.distantPast) == nil && HistoricalDate(second: .distantFuture) == nil)
    #expect(HistoricalDate(year: 292_000_000_001) == nil && HistoricalDate(year: .min) == nil)
  }

  @Test(arguments: [
    ("1941-04-13T00:00:00", "1941-04-13"), ("1941-04-13T23:59:59", "1941-04-13"),
    ("1941-04-13T14:50:07", "1941-04-13T14:50:07"), ("-0043-03-15T00:00:00", "-0043-03-15"),
  ])
  func momentIsADayAtItsEdges(text: String, expected: String) throws {
    #expect(HistoricalDate(try moment(text)) == (try date(expected)))
  }

  private static let points = [
    "1941-04-13", "1941-04", "1941", "194X", "19XX", "1941-XX", "1941-04-XX", "1X41-04-13", "1941-21",
    "1941-33",
    "1950S2", "Y17E7", "Y-170000002", "-0043", "-0043-03-15", "1941?", "1941-04~", "?1941-04-13",
    "2004-06~-11",
    "1941-04-13T14:50:00", "1941-04-13T14:50", "1941-04-13T14:50:00+03:00", "1941-04-13T14:50:00-0330",
    "1941-04-13T14:50:00Z?",
  ]

  @Test func intervalOfTwoIsTheIntervalRead() throws {
    let offset = UTCOffset("+02:00")
    var made = 0
    for first in Self.points + ["..", ""] {
      for last in Self.points + ["..", ""] {
        func endpoint(_ text: String) throws -> HistoricalDate.Endpoint {
          text == ".." ? .open : text.isEmpty ? .unknown : .date(try date(text, offset: "+02:00"))
        }
        let interval = try HistoricalDate(from: endpoint(first), to: endpoint(last))
        let read = try? HistoricalDate("\(first)/\(last)", defaultOffset: offset)
        #expect(interval == read, "\(first)/\(last)")
        made += interval == nil ? 0 : 1
      }
    }
    #expect(made > 300)
  }

  @Test func oneOfARangeIsTheSetRead() throws {
    let offset = UTCOffset("+02:00")
    for first in Self.points + [""] {
      for last in Self.points + [""] {
        let start = try first.isEmpty ? nil : date(first, offset: "+02:00")
        let end = try last.isEmpty ? nil : date(last, offset: "+02:00")
        let read = try? HistoricalDate("[\(first)..\(last)]", defaultOffset: offset)
        #expect(HistoricalDate(oneOfFrom: start, to: end) == read, "[\(first)..\(last)]")
      }
    }
  }

  @Test func endsAreDatesOfOnePoint() throws {
    let (interval, set) = try (date("1939/1945"), date("[1939,1941]"))
    #expect(HistoricalDate(from: .date(interval), to: .open) == nil)
    #expect(HistoricalDate(from: .open, to: .date(set)) == nil)
    #expect(
      HistoricalDate(oneOfFrom: set, to: nil) == nil && HistoricalDate(oneOfFrom: nil, to: interval) == nil)
  }

  @Test func endsReadLenientlyAreWrittenInTheFormat() throws {
    let (first, last) = try (HistoricalDate(lenient: "13 April 1941"), HistoricalDate(lenient: "44 BC"))
    #expect(first.inFormat == (try date("1941-04-13")))
    #expect(HistoricalDate(from: .date(last), to: .date(first)) == (try date("-0043/1941-04-13")))
  }

  // MARK: - What a date says of its offset

  @Test(arguments: [
    ("1941-04-13", false, "1941-04-13T00:00:00"), ("1941", false, "1941-01-01T00:00:00"),
    ("XXXX-04-13", false, "0000-04-13T00:00:00"), ("1941-04-13T14:50:00", false, "1941-04-13T14:50:00"),
    ("1941-04-13T14:50:00+09:00", true, "1941-04-13T14:50:00"),
    ("1941-04-13/1945", false, "1941-04-13T00:00:00"),
    ("1941-04-13/1945-01-01T10:00Z", true, "1941-04-13T00:00:00"),
    ("[1945,1941]", false, "1941-01-01T00:00:00"),
  ])
  func localBoundsAreThoseOfTheText(text: String, statesOffset: Bool, first: String) throws {
    for offset in [nil, "+03:00", "-11:00"] {
      let date = try date(text, offset: offset)
      #expect(date.statesOffset == statesOffset)
      #expect(date.localEarliest == (try moment(first)))
    }
    #expect(try date("1941-04-13T14:50:00+09:00").statedOffset == UTCOffset("+09:00"))
    #expect(try date("1941-04-13T14:50:00", offset: "+03:00").statedOffset == nil)
  }

  @Test func openBoundsStayOpenLocally() throws {
    let open = try date("../1945", offset: "+03:00")
    #expect(open.localEarliest == .distantPast)
    #expect(try open.localLatest == moment("1945-12-31T23:59:59"))
    #expect(try date("[1941..]").localLatest == .distantFuture)
    #expect(try date("1941/").localLatest == .distantFuture)
  }

  // MARK: - Moments in words

  @Test func momentsHaveWordsInAnyYear() throws {
    let far = try #require(Day(year: 20_000, month: 4, day: 13))
    #expect(far.start.description(in: "en") == "13 April 20000")
    #expect(far.start.adding(seconds: 3600).description(in: "en") == "13 April 20000, 01:00:00")
    #expect(far.end.adding(seconds: -1).description(in: "fr") == "13 avril 20000")
    #expect(try moment("1941-04-13T14:50:07").description(in: "en") == "13 April 1941, 14:50:07")
    #expect(Moment.distantPast.description(in: "en") == "distant past")
  }

  @Test func momentsHaveTheWordsOfTheirDates() throws {
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<500 {
      let moment = Moment(seconds: .random(in: -90_000_000_000...2_000_000_000, using: &numbers))
      for language in ["en", "fr", "de", "ru", "ja"] {
        #expect(try moment.description(in: language) == date("\(moment)").description(in: language))
      }
    }
  }
}
