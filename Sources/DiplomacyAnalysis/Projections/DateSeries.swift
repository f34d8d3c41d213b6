public import Chronology

/// Days at equal distances: those at which something is measured again and again.
public struct DateSeries: Sendable {
  /// The days in order, as dates.
  public let dates: [HistoricalDate]

  /// The most days there may be, unless another limit is given.
  public static let mostDates = 100_000

  /// The first day of one date, and those a period, two periods and so on later, up to the last day of another.
  ///
  /// Each is counted from the first day, so that months of different lengths do not add up: `P1M` from 31 January gives 29
  /// February and then 31 March.
  /// - Parameters:
  ///   - limit: The most days there may be.
  /// - Returns: Nil when the period does not lead on, when an end is open, when the last day comes before the first,
  ///   when there are more days than the limit, or when a year has more than four digits, whose days have no text.
  /// - Complexity: O(*k*); *k* days.
  public init?(
    from start: HistoricalDate, to end: HistoricalDate, every period: Period, offset: UTCOffset? = nil,
    limit: Int = mostDates
  ) {
    guard let count = Self.count(from: start, to: end, every: period, offset: offset), count <= limit else {
      return nil
    }
    let first = start.earliest.adding(seconds: Int64((offset ?? .utc).seconds)).day.start
    var dates: [HistoricalDate] = []
    for number in 0..<count {
      let day = first.adding(period.multiplied(by: number)).day
      guard let date = HistoricalDate(day, defaultOffset: offset) else { return nil }
      dates.append(date)
    }
    self.dates = dates
  }

  /// How many days a series has, whatever the limit.
  /// - Returns: Nil when the period does not lead on, when an end is open, or when the last day comes before the first.
  /// - Complexity: O(log *k*); *k* days.
  public static func count(
    from start: HistoricalDate, to end: HistoricalDate, every period: Period, offset: UTCOffset? = nil
  ) -> Int? {
    let shift = Int64((offset ?? .utc).seconds)
    let first = start.earliest.adding(seconds: shift)
    let last = end.latest.adding(seconds: shift)
    guard !first.isOpen, !last.isOpen, first <= last, first.adding(period).day > first.day else { return nil }
    func isIn(_ number: Int) -> Bool {
      let moment = first.day.start.adding(period.multiplied(by: number))
      return moment <= last && !moment.isOpen
    }
    var (inside, outside) = (0, 1)
    while isIn(outside), outside < .max / 2 { (inside, outside) = (outside, 2 * outside) }
    while outside - inside > 1 {
      let middle = inside + (outside - inside) / 2
      if isIn(middle) { inside = middle } else { outside = middle }
    }
    return inside + 1
  }
}

extension Period {
  /// The period so many times, each unit as far as it fits.
  fileprivate func multiplied(by count: Int) -> Period {
    func times(_ unit: Int) -> Int {
      let (product, overflows) = unit.multipliedReportingOverflow(by: count)
      return overflows ? .max : product
    }
    return Period(
      years: times(years), months: times(months), weeks: times(weeks), days: times(days),
      hours: times(hours), minutes: times(minutes), seconds: times(seconds))
  }
}
