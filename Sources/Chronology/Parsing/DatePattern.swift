/// The days that a date with unspecified digits may denote, when they are not one stretch.
///
/// It is made from the digits when it is needed; the days are found when asked for.
struct DatePattern {
  var years: YearPattern
  /// Bit *m* for each possible month *m*; 0 for the whole year or a season.
  var months: UInt16 = 0
  /// Bit *d* for each possible day *d*; 0 for whole months.
  var days: UInt32 = 0
  /// A season from 21 to 41; 0 for none.
  var season: UInt8 = 0
  /// How the years, months and days are reckoned.
  var style = DateStyle.gregorian

  /// The first possible day; `nil` when the calendar has none, as for 30 February.
  var firstDay: Day? {
    if !style.isPlain { return reckonedFirstDay }
    for index in 0..<years.count {
      guard let year = years.year(at: index) else { continue }
      if let span = wholeDays(of: year) { return span.lowerBound }
      for month in 1...12 where months & (1 << UInt16(month)) != 0 {
        let possible = possibleDays(month, of: year)
        if possible != 0 { return Day(year: year, month: month, day: possible.trailingZeroBitCount) }
      }
    }
    return nil
  }

  /// The last possible day; `nil` when the calendar has none.
  var lastDay: Day? {
    if !style.isPlain { return reckonedLastDay }
    for index in (0..<years.count).reversed() {
      guard let year = years.year(at: index) else { continue }
      if let span = wholeDays(of: year) { return span.upperBound }
      for month in (1...12).reversed() where months & (1 << UInt16(month)) != 0 {
        let possible = possibleDays(month, of: year)
        if possible != 0 { return Day(year: year, month: month, day: 31 - possible.leadingZeroBitCount) }
      }
    }
    return nil
  }

  /// The possible days in order; adjoining runs are not joined.
  /// - Complexity: O(*r*), *r* the runs, at most 480,000 (for `XXXX-XX-X1`).
  func forEachRun(_ body: (Day, Day) -> Void) {
    if !style.isPlain { return forEachReckonedRun(body) }
    for index in 0..<years.count {
      guard let year = years.year(at: index) else { continue }
      if let span = wholeDays(of: year) {
        body(span.lowerBound, span.upperBound)
        continue
      }
      for month in 1...12 where months & (1 << UInt16(month)) != 0 {
        var rest = possibleDays(month, of: year)
        guard rest != 0, let monthStart = Day(year: year, month: month, day: 1) else { continue }
        while rest != 0 {
          let first = rest.trailingZeroBitCount
          let length = (~(rest >> UInt32(first))).trailingZeroBitCount
          body(monthStart.adding(days: Int64(first - 1)), monthStart.adding(days: Int64(first + length - 2)))
          rest &= ~(((1 << UInt32(length)) - 1) << UInt32(first))
        }
      }
    }
  }

  /// The most days that any of the possible months has.
  var longestMonth: Int {
    if !style.isPlain { return longestReckonedMonth }
    if months == 0 { return 31 }
    var longest = 28
    for month in 1...12 where months & (1 << UInt16(month)) != 0 && month != 2 {
      longest = max(longest, Day.daysInMonth(month, of: 0))
    }
    if longest > 28 { return longest }
    let hasLeapYear = (0..<years.count).contains { years.year(at: $0).map(Day.isLeapYear) ?? false }
    return hasLeapYear ? 29 : 28
  }

  /// Whether the days are certainly one stretch, so that its bounds say everything.
  var isOneStretch: Bool {
    if !style.isPlain { return isReckonedOneStretch }
    if months == 0 { return season == 0 ? years.isOneStretch : years.isExact }
    guard years.isExact, DatePattern.isOneRun(UInt32(months)) else { return false }
    return days == 0 || (months.nonzeroBitCount == 1 && DatePattern.isOneRun(days))
  }

  /// The days of a year that has no possible months of its own: all of it or a season.
  private func wholeDays(of year: Int64) -> ClosedRange<Day>? {
    guard months == 0 else { return nil }
    let first = season == 0 ? 1 : Season.months(Int(season)).first
    let end = season == 0 ? (year: year, month: 12) : Season.end(Int(season), of: year)
    guard let start = Day(year: year, month: first, day: 1),
      let last = Day(year: end.year, month: end.month, day: Day.daysInMonth(end.month, of: end.year))
    else { return nil }
    return start...last
  }

  private func possibleDays(_ month: Int, of year: Int64) -> UInt32 {
    let all = (UInt32.max >> UInt32(31 - Day.daysInMonth(month, of: year))) & ~1
    return days == 0 ? all : days & all
  }

  /// Whether the bits that are set stand side by side.
  static func isOneRun(_ bits: UInt32) -> Bool {
    let run = bits >> UInt32(bits.trailingZeroBitCount)
    return run & (run + 1) == 0
  }
}
