import TestSupport
import Testing

@testable import Chronology

/// Draws of every shape of date against the list of what it leaves possible, by Pearson's chi-square.
@Suite struct DrawnDaysTests {
  /// The text of a date, and what it leaves possible: days, or pairs of days.
  struct Case: Sendable, CustomStringConvertible {
    let text: String
    let possible: [String]
    var description: String { text }

    init(_ text: String, _ possible: [String]) { (self.text, self.possible) = (text, possible) }

    init(_ text: String, from starts: [String], to ends: [String]) {
      self.text = text
      possible = starts.flatMap { start in ends.filter { start <= $0 }.map { "\(start)/\($0)" } }
    }
  }

  private static func days(_ month: String, _ days: some Sequence<Int>) -> [String] {
    days.map { "\(month)-\(padded($0, to: 2))" }
  }

  private static let april = days("1941-04", 1...30)
  private static let decade = (1940...1949).map { "\($0)-12-25" }
  private static let spring = days("1941-03", 1...31) + april + days("1941-05", 1...31)

  static let points = [
    Case("1941-01-3X", days("1941-01", 30...31)), Case("1941-01-X8", days("1941-01", [8, 18, 28])),
    Case("1941-02-2X", days("1941-02", 20...28)), Case("194X-12-25", decade),
    Case("1941-1X-11", ["1941-10-11", "1941-11-11", "1941-12-11"]), Case("1941-04-XX", april),
    Case("1941-XX-31", [1, 3, 5, 7, 8, 10, 12].map { "1941-\(padded($0, to: 2))-31" }),
    Case("19X1-02-29?", []), Case("1941-21", spring), Case("1941-04~", april),
    Case("1X41-04-13", (0...9).map { "1\($0)41-04-13" }),
    Case("194X-02-29", ["1940-02-29", "1944-02-29", "1948-02-29"]),
    Case("-0043-03-1X", days("-0043-03", 10...19)),
  ].filter { !$0.possible.isEmpty }

  static let sets = [
    Case("[1945-05-08,1945-05-09,1945-06-01]", ["1945-05-08", "1945-05-09", "1945-06-01"]),
    Case("[1941-01-X8,1941-02-01]", days("1941-01", [8, 18, 28]) + ["1941-02-01"]),
    Case("[1941-01-3X..1941-02-02]", days("1941-01", 30...31) + days("1941-02", 1...2)),
    Case("[1941-04-13T10:00:00,1941-04-15T12:00:00]", ["1941-04-13T10:00:00", "1941-04-15T12:00:00"]),
    Case(
      "[1941-04-13T10:00:00Z,1941-04-13T10:00:00+03:00]",
      ["1941-04-13T10:00:00Z", "1941-04-13T10:00:00+03:00"]),
    Case("[1941-04-13T10:00,1941-04-15,1941-04-16]", ["1941-04-13T10:00", "1941-04-15", "1941-04-16"]),
    Case("[1941-04-13T10:00:00,1941-04-13,1941-04-14]", ["1941-04-13", "1941-04-14"]),
    Case("[..1940-01-03]", days("1940-01", 1...3)), Case("[1941-12-30..]", days("1941-12", 30...31)),
    Case("[1940-01-05,1941-12-30..]", ["1940-01-05"] + days("1941-12", 30...31)),
  ]

  static let intervals = [
    Case("1941-01-3X/1941-02-05", from: days("1941-01", 30...31), to: ["1941-02-05"]),
    Case("1941-01-X8/1941-01-28", from: days("1941-01", [8, 18, 28]), to: ["1941-01-28"]),
    Case("1941-01-X8/1941-01-X9", from: days("1941-01", [8, 18, 28]), to: days("1941-01", [9, 19, 29])),
    Case("1941-01-05/1941-01-X8", from: ["1941-01-05"], to: days("1941-01", [8, 18, 28])),
    Case("1941-04/1941-04-03", from: days("1941-04", 1...3), to: ["1941-04-03"]),
    Case("1941-04/1941-04", from: april, to: april),
    Case("1941-04-0X/1941-04-0X", from: days("1941-04", 1...9), to: days("1941-04", 1...9)),
    Case("194X-12-25/194X-12-25", from: decade, to: decade),
    Case("1941-21/1941-05-30", from: spring, to: ["1941-05-30"]),
    Case("1941-01-X8/..", days("1941-01", [8, 18, 28]).map { "\($0)/.." }),
    Case("../1941-01-3X", days("1941-01", 30...31).map { "../\($0)" }),
    Case("1941-12-2X/", from: days("1941-12", 20...29), to: days("1941-12", 20...31)),
    Case("/1940-01-X2", from: days("1940-01", 1...22), to: days("1940-01", [2, 12, 22])),
    Case("1941-01-01T10:00/1941-01-X8", days("1941-01", [8, 18, 28]).map { "1941-01-01T10:00/\($0)" }),
  ]

  @Test(arguments: points + sets + intervals)
  func everyPossibilityIsAsLikely(_ one: Case) throws {
    let window = try HistoricalDate("1940/1941")
    let whole = try HistoricalDate(one.text)
    var generator = SeededGenerator(seed: 1941)
    let each = 120
    var counts: [String: Int] = [:]
    for _ in 0..<each * one.possible.count {
      let drawn = whole.drawn(within: window.earliest...window.latest, using: &generator)
      #expect(try drawn == HistoricalDate(drawn.text), "\(drawn)")
      counts[drawn.text, default: 0] += 1
    }
    #expect(Set(counts.keys) == Set(one.possible), "\(counts.keys.sorted())")
    let statistic = one.possible.reduce(0.0) { sum, day in
      let difference = Double(counts[day, default: 0] - each)
      return sum + difference * difference / Double(each)
    }
    // The 0.9999 quantile of chi-square, by the approximation of Wilson and Hilferty.
    let freedom = Double(one.possible.count - 1)
    let cube = 1 - 2 / (9 * freedom) + 3.719 * (2 / (9 * freedom)).squareRoot()
    #expect(statistic < freedom * cube * cube * cube + 2, "\(statistic) with \(freedom) degrees of freedom")
  }

  @Test func julianMonthsAreDrawnFromTheirOwnDays() throws {
    var generator = SeededGenerator(seed: 5)
    let month = try JulianDate("1640-03", yearStart: .ladyDay).gregorian
    var counts: [Day: Int] = [:]
    for _ in 0..<31 * 200 {
      counts[month.drawn(within: nil, using: &generator).earliest.day, default: 0] += 1
    }
    // 25 to 31 March 1640 and 1 to 24 March 1641, Old Style.
    #expect(counts.count == 31)
    // 200 a day; five standard deviations are 70.
    #expect(counts.values.allSatisfy { abs($0 - 200) < 70 }, "\(counts)")
  }

  @Test func aDateOfAnotherPlaceIsDrawnByItsOwnCalendar() throws {
    let tokyo = UTCOffset(seconds: 9 * 3600)
    var generator = SeededGenerator(seed: 7)
    for text in ["1941-01-0X", "1941-01-0X/1941-02-0X", "[1941-01-01,1941-01-09]"] {
      let here = try HistoricalDate(text, defaultOffset: tokyo)
      for _ in 0..<100 {
        let drawn = here.drawn(within: nil, offset: nil, using: &generator)
        #expect(here.earliest <= drawn.earliest && drawn.latest <= here.latest, "\(drawn)")
        #expect(drawn.text.hasPrefix("1941-01-0"))
        #expect(try drawn == HistoricalDate(drawn.text, defaultOffset: tokyo))
      }
    }
  }

  /// Dates whose days are many, or far away, are drawn at once.
  @Test(arguments: ["Y-17E7/Y17E7", "XXXX-XX-X1/XXXX-XX-X2", "[..Y17E7]", "/Y17E7", "9XXX/XXX9", "XXX0/XXX9"])
  func farDatesAreDrawnInOrder(text: String) throws {
    let whole = try HistoricalDate(text)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<5 {
      let drawn = whole.drawn(
        within: whole.earliest.isOpen ? Moment(seconds: 0)...whole.latest : nil, using: &generator)
      #expect(drawn != whole && whole.earliest <= drawn.earliest && drawn.latest <= whole.latest, "\(drawn)")
    }
  }
}
