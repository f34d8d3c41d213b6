import Chronology
import Testing

@Suite struct DayTests {
  /// Counts days one by one, by the lengths of months as every schoolchild knows them.
  private struct Counter {
    var year: Int64, month: Int, day: Int

    var lengthOfMonth: Int {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    mutating func forward() {
      day += 1
      if day > lengthOfMonth { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }

    mutating func back() {
      day -= 1
      if day == 0 {
        month -= 1
        if month == 0 { (year, month) = (year - 1, 12) }
        day = lengthOfMonth
      }
    }

    func agrees(with number: Int64) -> Bool {
      let components = Day(number: number).components
      return components == (year, month, day) && Day(year: year, month: month, day: day)?.number == number
    }
  }

  @Test func everyDayOfSixThousandYearsAgreesWithCountingDayByDay() {
    for forward in [true, false] {
      var counter = Counter(year: 1970, month: 1, day: 1)
      var number: Int64 = 0
      while (-3000...3000).contains(counter.year) {
        guard counter.agrees(with: number) else {
          Issue.record("day \(number) is \(counter), not \(Day(number: number))")
          break
        }
        if forward { counter.forward() } else { counter.back() }
        number += forward ? 1 : -1
      }
      #expect(counter.year == (forward ? 3001 : -3001))
    }
  }

  /// Julian day numbers at noon: the epoch of the count, of the Rata Die, of the modified count, J2000, and others.
  @Test(
    arguments: [
      (-4713, 11, 24, 0), (0, 1, 1, 1_721_060), (1, 1, 1, 1_721_426), (1582, 10, 15, 2_299_161),
      (1858, 11, 17, 2_400_001), (1970, 1, 1, 2_440_588), (2000, 1, 1, 2_451_545),
    ] as [(Int64, Int, Int, Int64)])
  func dayNumberAgreesWithTheJulianDay(year: Int64, month: Int, day: Int, julian: Int64) {
    #expect(Day(year: year, month: month, day: day)?.number == julian - 2_440_588, "\(year)-\(month)-\(day)")
  }

  /// Sunday is 0.
  @Test(
    arguments: [
      (1582, 10, 15, 5), (1648, 10, 24, 6), (1815, 6, 18, 0), (1914, 6, 28, 0), (1917, 11, 7, 3),
      (1939, 8, 23, 3), (1939, 9, 1, 5), (1941, 4, 13, 0), (1941, 6, 22, 0), (1941, 12, 7, 0),
      (1945, 8, 8, 3), (1969, 7, 20, 0), (2000, 1, 1, 6),
    ] as [(Int64, Int, Int, Int64)])
  func dayFallsOnItsWeekday(year: Int64, month: Int, day: Int, weekday: Int64) throws {
    let number = try #require(Day(year: year, month: month, day: day)).number
    // 1970-01-01 was a Thursday.
    #expect(((number + 4) % 7 + 7) % 7 == weekday, "\(year)-\(month)-\(day)")
  }

  @Test(
    arguments: [
      (1941, 2, 29), (1900, 2, 29), (1941, 0, 1), (1941, 13, 1), (1941, 4, 31), (1941, 4, 0),
      (292_000_000_001, 1, 1), (.min, 1, 1),
    ] as [(Int64, Int, Int)])
  func dayOutsideTheCalendarIsNil(year: Int64, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func outermostDaysAreCountedBackAndForth() throws {
    for year in [Day.supportedYears.lowerBound, Day.supportedYears.upperBound] {
      for (month, dayOfMonth) in [(1, 1), (2, 28), (12, 31)] {
        let day = try #require(Day(year: year, month: month, day: dayOfMonth))
        #expect(day.components == (year, month, dayOfMonth))
        #expect(day.start.day == day)
        #expect(!day.start.isOpen && !day.end.isOpen)
      }
    }
    for number in [Int64.min, .min + 1, .max - 1, .max] {
      let day = Day(number: number)
      #expect((1...12).contains(day.month) && (1...31).contains(day.day), "\(number)")
      #expect(day.start.isOpen && day.adding(days: .max).number >= number)
    }
  }

  @Test func yearZeroAndNegativeYearsArePrintedWithFourDigits() throws {
    #expect(try #require(Day(year: 0, month: 2, day: 29)).description == "0000-02-29")
    #expect(try #require(Day(year: -43, month: 3, day: 15)).description == "-0043-03-15")
    #expect(try #require(Day(year: 170_000_002, month: 1, day: 1)).description == "170000002-01-01")
  }
}
