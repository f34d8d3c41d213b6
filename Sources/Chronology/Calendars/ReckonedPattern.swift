/// The days of a date that is not reckoned as the Extended Date/Time Format does: see ``DatePattern``.
extension DatePattern {
  var reckonedFirstDay: Day? {
    for index in 0..<years.count {
      guard let year = years.year(at: index) else { continue }
      if let run = reckonedRuns(of: year).first { return run.lowerBound }
    }
    return nil
  }

  var reckonedLastDay: Day? {
    for index in (0..<years.count).reversed() {
      guard let year = years.year(at: index) else { continue }
      if let run = reckonedRuns(of: year).last { return run.upperBound }
    }
    return nil
  }

  func forEachReckonedRun(_ body: (Day, Day) -> Void) {
    for index in 0..<years.count {
      guard let year = years.year(at: index) else { continue }
      for run in reckonedRuns(of: year) { body(run.lowerBound, run.upperBound) }
    }
  }

  var isReckonedOneStretch: Bool {
    if months == 0 { return season == 0 ? years.isOneStretch : years.isExact }
    guard years.isExact, months.nonzeroBitCount == 1,
      style.yearStart.cutMonth.map({ months & (1 << UInt16($0)) == 0 }) ?? true
    else { return false }
    return days == 0 || DatePattern.isOneRun(days)
  }

  var longestReckonedMonth: Int {
    if months == 0 { return 31 }
    return (0..<years.count).lazy.compactMap { years.year(at: $0) }.prefix(8).reduce(28) { longest, year in
      (1...12).reduce(longest) { longest, month in
        months & (1 << UInt16(month)) == 0 ? longest : max(longest, style.daysInMonth(month, of: year))
      }
    }
  }

  /// The stretches of days of one year, in order.
  private func reckonedRuns(of year: Int64) -> [ClosedRange<Day>] {
    if months == 0, days == 0 {
      let whole = season == 0 ? bounds(ofYear: year) : bounds(ofSeason: Int(season), of: year)
      return whole.map { [$0] } ?? []
    }
    var runs: [ClosedRange<Day>] = []
    for (month, part) in style.yearStart.stretches where months == 0 || months & (1 << UInt16(month)) != 0 {
      let length = min(part.upperBound, style.daysInMonth(month, of: year))
      guard part.lowerBound <= length else { continue }
      let whole = (UInt32.max >> UInt32(31 - length)) & (UInt32.max << UInt32(part.lowerBound))
      var rest = days == 0 ? whole : days & whole
      while rest != 0 {
        let first = rest.trailingZeroBitCount
        let count = (~(rest >> UInt32(first))).trailingZeroBitCount
        if let start = style.day(year, month, first) {
          runs.append(start...start.adding(days: Int64(count - 1)))
        }
        rest &= ~(((1 << UInt32(count)) - 1) << UInt32(first))
      }
    }
    return runs
  }

  private func bounds(ofYear year: Int64) -> ClosedRange<Day>? {
    guard let first = style.firstDay(ofYear: year), let last = style.lastDay(ofYear: year) else { return nil }
    return first...last
  }

  /// A part of a year that begins on 1 January, in whole months of its calendar.
  private func bounds(ofSeason code: Int, of year: Int64) -> ClosedRange<Day>? {
    let end = Season.end(code, of: year)
    guard let first = style.day(year, Season.months(code).first, 1),
      let last = style.day(end.year, end.month, style.daysInMonth(end.month, of: end.year))
    else { return nil }
    return first...last
  }
}
