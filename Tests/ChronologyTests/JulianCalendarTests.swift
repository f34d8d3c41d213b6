import Chronology
import TestSupport
import Testing

@Suite struct JulianCalendarTests {
  /// From published sources: the reforms of 1582, 1752 and 1918, the dates of the October Revolution and of
  /// Hastings (Cheney, Handbook of Dates), and Meeus, Astronomical Algorithms, chapter 7, for the day numbers.
  @Test(
    arguments: [
      ((1582, 10, 4), (1582, 10, 14)), ((1582, 10, 5), (1582, 10, 15)), ((1752, 9, 2), (1752, 9, 13)),
      ((1752, 9, 3), (1752, 9, 14)), ((1917, 10, 25), (1917, 11, 7)), ((1918, 1, 31), (1918, 2, 13)),
      ((1918, 2, 1), (1918, 2, 14)), ((1066, 10, 14), (1066, 10, 20)), ((-4712, 1, 1), (-4713, 11, 24)),
      ((1641, 3, 24), (1641, 4, 3)), ((1900, 2, 28), (1900, 3, 12)), ((1900, 2, 29), (1900, 3, 13)),
      ((1900, 3, 1), (1900, 3, 14)), ((1, 1, 1), (0, 12, 30)), ((200, 2, 29), (200, 2, 28)),
      ((200, 3, 1), (200, 3, 1)), ((300, 2, 29), (300, 3, 1)),
    ] as [((Int64, Int, Int), (Int64, Int, Int))])
  func julianDayIsTheGregorianOne(julian: (Int64, Int, Int), gregorian: (Int64, Int, Int)) throws {
    let day = try #require(Day(julianYear: julian.0, month: julian.1, day: julian.2))
    #expect(day == Day(year: gregorian.0, month: gregorian.1, day: gregorian.2), "\(julian) is \(day)")
    #expect(day.julianComponents == julian)
  }

  @Test(
    arguments: [
      ((-4712, 1, 1), 0), ((2000, 1, 1), 2_451_558), ((837, 4, 10), 2_026_872), ((-1000, 7, 12), 1_356_001),
      ((-122, 1, 1), 1_676_498), ((333, 1, 27), 1_842_713),
    ] as [((Int64, Int, Int), Int64)])
  func julianDayNumbersAreTheAstronomers(julian: (Int64, Int, Int), number: Int64) throws {
    let day = try #require(Day(julianYear: julian.0, month: julian.1, day: julian.2))
    #expect(day.julianDayNumber == number, "\(julian)")
    #expect(Day(julianDayNumber: number) == day)
  }

  /// A walk that knows only the lengths of months: from the year −4800 to 2400, both calendars side by side.
  @Test func walkDayByDayAgrees() throws {
    var day = try #require(Day(julianYear: -4800, month: 1, day: 1))
    var (year, month, date): (Int64, Int, Int) = (-4800, 1, 1)
    var weekday = day.weekday
    while year <= 2400 {
      guard day.julianComponents == (year, month, date), day.weekday == weekday,
        Day(julianYear: year, month: month, day: date) == day
      else {
        Issue.record("Julian \(year)-\(month)-\(date) reads as \(day.julianComponents), a \(day.weekday)")
        return
      }
      let lengths = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      date += 1
      if date > lengths[month - 1] { (month, date) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      day = day.adding(days: 1)
      weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
    }
    #expect(year == 2401)
  }

  @Test func everySupportedDayGoesThereAndBack() {
    var numbers = SeededNumbers(seed: 1582_10_15)
    let limit = 292_000_000_000 * 365
    for _ in 0..<Thoroughness.cases(30_000, thorough: 300_000) {
      let scale = Int64(1) << Int64.random(in: 0..<46, using: &numbers)
      let day = Day(number: Int64.random(in: -Int64(limit) / scale...Int64(limit) / scale, using: &numbers))
      let (year, month, date) = day.julianComponents
      guard let back = Day(julianYear: year, month: month, day: date) else {
        #expect(!Day.supportedYears.contains(year), "Julian \(year)-\(month)-\(date)")
        continue
      }
      #expect(back == day, "Julian \(year)-\(month)-\(date)")
    }
  }

  @Test(arguments: [Int64.min, Int64.min + 1, Int64.max - 1, Int64.max])
  func outermostDaysDoNotTrap(number: Int64) {
    let day = Day(number: number)
    let (_, month, date) = day.julianComponents
    #expect((1...12).contains(month) && (1...31).contains(date))
    #expect((1...7).contains(day.weekday.rawValue))
    #expect((day.julianDayNumber == .max) == (number > 0))
  }

  @Test(
    arguments: [
      (1941, 2, 29), (1941, 0, 1), (1941, 13, 1), (1941, 4, 31), (1941, 4, 0), (292_000_000_001, 1, 1),
      (292_000_000_000, 12, 31), (Int64.min, 1, 1), (Int64.max, 1, 1),
    ] as [(Int64, Int, Int)])
  func whatIsNoJulianDayIsRefused(year: Int64, month: Int, day: Int) {
    #expect(Day(julianYear: year, month: month, day: day) == nil)
  }

  /// Weekdays from the record: VJ Day a Sunday (2 September 1945), D-Day a Tuesday, Hastings a Saturday, Christmas
  /// 800 a Friday, the first day of the Islamic era a Friday.
  @Test func weekdaysAreThoseOfTheRecord() throws {
    let gregorian: [(Int64, Int, Int, Weekday)] = [
      (1970, 1, 1, .thursday), (1945, 9, 2, .sunday), (1944, 6, 6, .tuesday), (1941, 12, 7, .sunday),
      (1582, 10, 15, .friday), (1969, 12, 31, .wednesday), (2000, 2, 29, .tuesday),
    ]
    for (year, month, day, weekday) in gregorian {
      #expect(Day(year: year, month: month, day: day)?.weekday == weekday, "\(year)-\(month)-\(day)")
    }
    let julian: [(Int64, Int, Int, Weekday)] = [
      (1582, 10, 4, .thursday), (1066, 10, 14, .saturday), (800, 12, 25, .friday), (622, 7, 16, .friday),
      (1917, 10, 25, .wednesday),
    ]
    for (year, month, day, weekday) in julian {
      #expect(
        Day(julianYear: year, month: month, day: day)?.weekday == weekday, "Julian \(year)-\(month)-\(day)")
    }
    #expect(Weekday.allCases.map(\.description).first == "Monday" && Weekday.monday < .sunday)
  }
}
