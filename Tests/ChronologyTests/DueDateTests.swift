import Chronology
import Testing

/// The end of what is due by a date.
@Suite struct DueDateTests {
  @Test(arguments: [
    ("1941-04-13", "1941-04-14", "1941-04-14"), ("1941-04", "1941-05-01", "1941-05-01"),
    ("1941-02", "1941-03-01", "1941-03-01"), ("1941", "1942-01-01", "1942-01-01"),
    ("1941-21", "1941-06-01", "1941-06-01"), ("1941-24", "1942-03-01", "1942-03-01"),
    ("1941-34", "1941-07-01", "1941-07-01"), ("1941-04?", "1941-05-01", "1941-05-01"),
    ("1941-04~", "1941-05-01", "1941-05-01"), ("1941-03/1941-04", "1941-05-01", "1941-05-01"),
    ("../1941-04", "1941-05-01", "1941-05-01"),
    // Which day, month or year is not known.
    ("1941-04-XX", "1941-04-02", "1941-05-01"), ("1941-XX", "1941-02-01", "1942-01-01"),
    ("194X", "1941-01-01", "1950-01-01"), ("19XX", "1901-01-01", "2000-01-01"),
    ("1941-XX-15", "1941-01-16", "1941-12-16"), ("194X-04", "1940-05-01", "1949-05-01"),
    ("[1941-04,1941-06-15]", "1941-05-01", "1941-06-16"), ("[1941-04..1941-06]", "1941-05-01", "1941-07-01"),
    ("{1941-04,1941-06-15}", "1941-06-16", "1941-06-16"),
    ("1941-04-XX/1941-05-XX", "1941-05-02", "1941-06-01"),
  ])
  func theTimeEndsWithTheLastDay(text: String, earliest: String, latest: String) throws {
    let due = try HistoricalDate(text).due
    #expect(due.earliest == (try HistoricalDate(earliest)).earliest, "\(text): \(due)")
    #expect(due.latest == (try HistoricalDate(latest)).earliest, "\(text): \(due)")
  }

  @Test func whatHasNoEndIsNeverLate() throws {
    #expect(try HistoricalDate("1941-04/..").due.earliest == .distantFuture)
    for text in ["1941-04/", "[1941-04..]"] {
      let due = try HistoricalDate(text).due
      #expect(due.earliest < .distantFuture && due.latest == .distantFuture, "\(text)")
    }
    #expect(try HistoricalDate("[..1941-04]").due.earliest == .distantPast)
  }

  @Test func aPlaceCountsItsOwnDays() throws {
    let offset = try #require(UTCOffset(seconds: 3 * 3600))
    for (text, day) in [
      ("1941-03", "1941-04-01"), ("1941-03-XX", "1941-04-01"), ("1941-03-31", "1941-04-01"),
    ] {
      let due = try HistoricalDate(text, defaultOffset: offset).due
      #expect(due.latest == (try HistoricalDate(day, defaultOffset: offset)).earliest, "\(text)")
    }
    let time = try HistoricalDate("1941-04-13T14:50:00+03:00").due
    #expect(
      time.earliest == (try HistoricalDate("1941-04-13T14:50:01+03:00")).earliest
        && time.earliest == time.latest)
  }

  @Test func anApproximateDateThatReachesFurtherLeavesItsEndOpen() throws {
    let due = try HistoricalDate("1941-04-13~").widened(by: Period(days: 10)).due
    #expect(due.earliest == (try HistoricalDate("1941-04-04")).earliest)
    #expect(due.latest == (try HistoricalDate("1941-04-24")).earliest)
  }
}
