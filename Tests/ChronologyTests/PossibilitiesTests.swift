import Chronology
import Testing

@Suite struct PossibilitiesTests {
  @Test(
    arguments: [
      ("1941-04-1X", .month, ["1941-04-10/1941-04-19"]), ("1941-04-0X", .month, ["1941-04-01/1941-04-09"]),
      ("1941-04-3X", .month, ["1941-04-30/1941-04-30"]),
      ("1941-04-X1", .month, ["1941-04-01/1941-04-01", "1941-04-11/1941-04-11", "1941-04-21/1941-04-21"]),
      ("1941-X2", .year, ["1941-02-01/1941-02-28", "1941-12-01/1941-12-31"]),
      ("1941-0X", .year, ["1941-01-01/1941-09-30"]), ("1941-X0", .month, ["1941-10-01/1941-10-31"]),
      (
        "1941-XX-31", .year,
        ["01", "03", "05", "07", "08", "10", "12"].map { "1941-\($0)-31/1941-\($0)-31" }
      ),
      ("1941-1X-3X", .year, ["1941-10-30/1941-10-31", "1941-11-30/1941-11-30", "1941-12-30/1941-12-31"]),
      ("1941-XX-XX", .year, ["1941-01-01/1941-12-31"]), ("194X-XX-XX", .decade, ["1940-01-01/1949-12-31"]),
      ("194X-02-29", .decade, ["1940-02-29/1940-02-29", "1944-02-29/1944-02-29", "1948-02-29/1948-02-29"]),
      (
        "X900-02-29", .millennium, []
      ),
      ("-000X-02-29", .decade, ["-0008-02-29/-0008-02-29", "-0004-02-29/-0004-02-29"]),
      ("-000X-12-31", .decade, (1...9).reversed().map { "-000\($0)-12-31/-000\($0)-12-31" }),
      ("19X1", .century, (0...9).map { "19\($0)1-01-01/19\($0)1-12-31" }),
      // Where one month's possible days run on into the next month's, they are one stretch.
      ("1941-01-XX", .month, ["1941-01-01/1941-01-31"]),
      ("194X-24", .decade, (0...9).map { "194\($0)-12-01/19\(41 + $0)-02-\($0 % 4 == 3 ? 29 : 28)" }),
      (
        "[1941-0X-31,1941-04-01]", nil,
        [
          "1941-01-31/1941-01-31", "1941-03-31/1941-04-01", "1941-05-31/1941-05-31", "1941-07-31/1941-07-31",
          "1941-08-31/1941-08-31",
        ]
      ),
      ("{1942,1941-02-2X}", nil, ["1941-02-20/1941-02-28", "1942-01-01/1942-12-31"]),
      ("[1941-01-X1..1941-02-X1]", nil, ["1941-01-01/1941-02-21"]),
      ("1941-01-X1/1941-02", nil, ["1941-01-01/1941-02-28"]),
    ] as [(String, Precision?, [String])])
  func unspecifiedDigitsLeaveStretches(text: String, precision: Precision?, stretches: [String]) throws {
    if stretches.isEmpty {
      #expect(throws: DateTextError.self, "\(text)") { try HistoricalDate(text) }
      return
    }
    for offset in [nil, "+09:00"] {
      let date = try date(text, offset: offset)
      let expected = try stretches.map {
        let interval = try HistoricalDate($0, defaultOffset: offset.flatMap { UTCOffset($0) })
        return interval.earliest...interval.latest
      }
      #expect(date.stretches == expected, "\(text): \(date.stretches)")
      #expect(
        date.earliest == expected.first?.lowerBound && date.latest == expected.last?.upperBound, "\(text)")
      #expect(date.precision == precision, "\(text)")
    }
  }

  @Test func anyDecemberIsTenThousandStretches() throws {
    let date = try date("XXXX-12-XX")
    #expect(date.stretches.count == 10_000)
    #expect(date.stretches[1941].lowerBound.description == "1941-12-01T00:00:00")
    #expect(date.stretches[1941].upperBound.description == "1941-12-31T23:59:59")
  }

  @Test func anyLeapDayIsOnlyInLeapYears() throws {
    let date = try date("XXXX-02-29")
    // Of 10,000 years from 0 on, 2500 are divisible by 4, 100 by 100 and 25 by 400.
    #expect(date.stretches.count == 2425)
    #expect(
      date.earliest.description == "0000-02-29T00:00:00" && date.latest.description == "9996-02-29T23:59:59")
    #expect(try self.date("XX00-02-29").stretches.count == 25)
  }

  @Test func possibleDaysDecideWhatIsTheSame() throws {
    #expect(try date("XXXX-12-25").isSame(as: date("1941-12")) == .maybe)
    #expect(try date("XXXX-12-25").isSame(as: date("1941-11")) == .no)
    #expect(try date("XXXX-02-29").isSame(as: date("1941")) == .no)
    #expect(try date("1941-XX-31").isSame(as: date("1941-XX-30")) == .no)
    #expect(try Span(date("1941-02/1941-03")).covers(date("1941-XX-30")) == .maybe)
    #expect(try Span(date("1941-02-01/1941-02-28")).covers(date("1941-XX-30")) == .no)
    #expect(try Span(date("1942")).covers(date("194X-02-29")) == .no)
    #expect(try Span(date("1941-04-12")).covers(date("XXXX-04-12")) == .maybe)
  }

  private func date(_ text: String, offset: String? = nil) throws -> HistoricalDate {
    try HistoricalDate(text, defaultOffset: offset.flatMap { UTCOffset($0) })
  }
}
