import Chronology
import Testing

/// Days of other calendars, from tables and editions; whole years against each other.
@Suite struct OtherCalendarsTests {
  @Test(arguments: [
    // The first day, 9 Thermidor, 18 Brumaire, the coronation, and the last day.
    (1, 1, 1, "1792-09-22"), (2, 11, 9, "1794-07-27"), (8, 2, 18, "1799-11-09"), (13, 3, 11, "1804-12-02"),
    (14, 4, 10, "1805-12-31"), (3, 13, 6, "1795-09-22"), (7, 13, 6, "1799-09-22"),
  ])
  func frenchRepublicanDays(year: Int64, month: Int, day: Int, gregorian: String) throws {
    #expect(Day(frenchRepublicanYear: year, month: month, day: day)?.description == gregorian)
  }

  @Test(arguments: [(1, "0622-07-19"), (1360, "1941-01-29"), (1445, "2023-07-19")])
  func islamicNewYears(year: Int64, gregorian: String) {
    #expect(Day(islamicYear: year, month: 1, day: 1)?.description == gregorian)
  }

  @Test(arguments: [
    (5701, 1, 16, "1941-04-13"), (5708, 2, 5, "1948-05-14"), (5784, 7, 1, "2023-09-16"),
    (5784, 13, 14, "2024-03-24"),
    (3762, 7, 1, "0001-09-06"),
  ])
  func hebrewDays(year: Int64, month: Int, day: Int, gregorian: String) {
    #expect(Day(hebrewYear: year, month: month, day: day)?.description == gregorian)
  }

  @Test(arguments: [
    (1700, 3, 1, "1700-03-11"), (1709, 6, 28, "1709-07-08"), (1712, 2, 30, "1712-03-11"),
    (1712, 2, 29, "1712-03-10"),
  ])
  func swedishDays(year: Int64, month: Int, day: Int, gregorian: String) {
    #expect(Day(swedishYear: year, month: month, day: day)?.description == gregorian)
  }

  @Test func daysThatAreNotThere() {
    #expect(Day(frenchRepublicanYear: 15, month: 1, day: 1) == nil)
    #expect(Day(frenchRepublicanYear: 2, month: 13, day: 6) == nil)
    #expect(Day(islamicYear: 1360, month: 2, day: 30) == nil)
    #expect(Day(hebrewYear: 5701, month: 13, day: 1) == nil)
    #expect(
      Day(swedishYear: 1712, month: 3, day: 1) == nil && Day(swedishYear: 1700, month: 2, day: 28) == nil)
    #expect(Day(swedishYear: 1711, month: 2, day: 30) == nil)
  }

  /// Each day of a calendar follows the one before it.
  @Test func daysFollowEachOther() throws {
    func check(_ days: [Day?], _ name: String) throws {
      let days = try days.filter { $0 != nil }.map { try #require($0) }
      #expect(!days.isEmpty)
      for (one, next) in zip(days, days.dropFirst()) {
        #expect(next.number == one.number + 1, "\(name) \(next)")
      }
    }
    func all(_ years: ClosedRange<Int64>, _ months: [Int], _ day: (Int64, Int, Int) -> Day?) -> [Day?] {
      years.flatMap { year in months.flatMap { month in (1...30).map { day(year, month, $0) } } }
    }
    try check(all(1...13, Array(1...13)) { Day(frenchRepublicanYear: $0, month: $1, day: $2) }, "republican")
    try check(all(1...1500, Array(1...12)) { Day(islamicYear: $0, month: $1, day: $2) }, "islamic")
    try check(
      all(5300...5800, Array(7...13) + Array(1...6)) { Day(hebrewYear: $0, month: $1, day: $2) }, "hebrew")
  }

  @Test(arguments: [
    ("6 June 1887 O.S.", "6 June 1887 O.S. (18 June N.S.)"),
    ("c. 6 June 1887 O.S.", "c. 6 June 1887 O.S. (18 June N.S.)"),
    ("11/22 February 1731/2", "11 February 1731/32 O.S. (22 February 1732 N.S.)"),
    ("6 to 8 June 1887 O.S.", "from 6 June 1887 to 8 June 1887 O.S. (18–20 June 1887 N.S.)"),
    ("6 or 7 June 1887 O.S.", "6 or 7 June 1887 O.S. (18 or 19 June 1887 N.S.)"),
    ("October 1917 O.S.", "October 1917 O.S. (14 October 1917 – 13 November 1917 N.S.)"),
  ])
  func oldStyleInWordsIsToldInBoth(text: String, words: String) throws {
    #expect(try HistoricalDate(lenient: text).description(in: "en") == words)
  }

  @Test func aDocumentInOldStyleHasItsWordsReadSo() throws {
    let style = DateStyle(.julian, yearStart: .ladyDay)
    #expect(try HistoricalDate(lenient: "11 February 1731", style: style).edtf == "1732-02-22")
    #expect(try HistoricalDate(lenient: "13.4.1741", style: style).edtf == "1741-04-24")
    #expect(try HistoricalDate(lenient: "11 February 1731 N.S.", style: style).edtf == "1731-02-11")
    // A day by both calendars is one, whatever the document's.
    #expect(try HistoricalDate(lenient: "6/18 June 1887", style: .julian).edtf == "1887-06-18")
  }
}
