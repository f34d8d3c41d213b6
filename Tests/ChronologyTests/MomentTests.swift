import Chronology
import Testing

@Suite struct MomentTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00"), (-1, "1969-12-31T23:59:59"), (86_399, "1970-01-01T23:59:59"),
      (1_000_000_000, "2001-09-09T01:46:40"), (-62_167_219_200, "0000-01-01T00:00:00"),
      (-62_167_219_201, "-0001-12-31T23:59:59"),
      (.min, "distant past"), (.max, "distant future"),
    ] as [(Int64, String)])
  func momentIsPrintedAsADateTime(seconds: Int64, text: String) {
    #expect(Moment(seconds: seconds).description == text)
  }

  @Test func everyMomentHasADayAndASecond() {
    for seconds in [Int64.min, .min + 1, -86_401, -86_400, -1, 0, 86_399, 86_400, .max - 1, .max] {
      let moment = Moment(seconds: seconds)
      #expect((0..<86_400).contains(moment.secondOfDay), "\(seconds)")
      #expect(moment.isOpen == (seconds == .min || seconds == .max))
      #expect(!moment.description.isEmpty)
    }
    #expect(Moment(seconds: -86_401).secondOfDay == 86_399)
  }

  @Test func addingSecondsStopsAtTheEndsOfTheLine() {
    #expect(Moment(seconds: .max - 5).adding(seconds: 10) == .distantFuture)
    #expect(Moment(seconds: .min + 5).adding(seconds: -10) == .distantPast)
    #expect(Moment.distantPast.adding(seconds: 10) == .distantPast)
    #expect(Moment(seconds: 5).adding(seconds: -10).seconds == -5)
  }

  @Test(arguments: [
    ("1941-01-31", "P1M", "1941-02-28"), ("1940-01-31", "P1M", "1940-02-29"),
    ("1940-02-29", "P1Y", "1941-02-28"),
    ("1940-02-29", "P4Y", "1944-02-29"), ("1941-04-13", "P5Y", "1946-04-13"),
    ("1945-05-08", "P3M", "1945-08-08"),
    ("1945-12-15", "P1M", "1946-01-15"), ("1945-12-31", "P14M", "1947-02-28"),
    ("1941-04-13", "P90D", "1941-07-12"),
    ("1941-04-13", "P2W", "1941-04-27"), ("1941-12-31T20:00:00", "PT6H", "1942-01-01T02:00:00"),
    ("-0001-12-31", "P2M", "0000-02-29"), ("-0044-03-15", "P44Y", "0000-03-15"),
    ("1899-02-28", "P1Y1D", "1900-03-01"),
    ("1941-01-31", "P1M1D", "1941-03-01"), ("1941-04-13", "P0D", "1941-04-13"),
  ])
  func periodIsAddedByTheCalendar(start: String, period: String, end: String) throws {
    #expect(try moment(start).adding(Period(period)) == moment(end), "\(start) + \(period)")
  }

  @Test(arguments: [
    ("1946-04-13", "P1Y", "1945-04-13"), ("1941-03-31", "P1M", "1941-02-28"),
    ("1940-02-29", "P1Y", "1939-02-28"),
    ("0000-01-15", "P1M", "-0001-12-15"), ("1942-01-01T02:00:00", "PT6H", "1941-12-31T20:00:00"),
    ("1941-03-31", "P1M1D", "1941-02-27"),
  ])
  func periodIsSubtractedByTheCalendar(start: String, period: String, end: String) throws {
    #expect(try moment(start).subtracting(Period(period)) == moment(end), "\(start) - \(period)")
  }

  @Test func openEndStaysOpenAndHugePeriodsLeaveTheLine() throws {
    let huge = [
      Period(years: .max), Period(months: .max), Period(weeks: .max), Period(seconds: .max),
      Period(years: .max, months: .max, weeks: .max, days: .max, hours: .max, minutes: .max, seconds: .max),
    ]
    for period in huge {
      #expect(try moment("1971-04-13").adding(period) == .distantFuture, "\(period)")
      #expect(try moment("-1941-04-13").subtracting(period) == .distantPast, "\(period)")
      #expect(Moment.distantPast.adding(period) == .distantPast)
      #expect(Moment.distantFuture.subtracting(period) == .distantFuture)
    }
  }

  @Test func addingAPeriodKeepsTheOrderOfDays() throws {
    let moments = try stride(from: -400, to: 400, by: 1).map {
      try moment("1940-01-01").adding(seconds: Int64($0) * 50_000)
    }
    for text in ["P1M", "P1Y", "P1Y1M1DT1H", "P11M30D"] {
      let period = try Period(text)
      for (early, late) in zip(moments, moments.dropFirst()) {
        #expect(early.adding(period).day <= late.adding(period).day, "\(early) + \(period)")
      }
    }
  }
}
