public import Chronology

/// Days at equal distances: those at which something is measured again and again.
public struct DateSeries: Sendable {
  /// The days in order, as dates.
  public let dates: [HistoricalDate]

  /// The first day of one date, and those a period, two periods and so on later, up to the last day of another.
  ///
  /// Each is counted from the first day, so that months of different lengths do not add up: `P1M` from 31 January gives 29
  /// February and then 31 March.
  /// - Parameters:
  ///   - limit: The most days there may be.
  /// - Returns: Nil when the period does not lead on, when an end is open, when the last day comes before the first, or when
  ///   there are more days than the limit.
  /// - Complexity: O(*k*); *k* days.
  public init?(
    from start: HistoricalDate, to end: HistoricalDate, every period: Period, offset: UTCOffset? = nil,
    limit: Int = 100_000
  ) {
    let shift = Int64((offset ?? .utc).seconds)
    let first = start.earliest.adding(seconds: shift)
    let last = end.latest.adding(seconds: shift)
    guard !first.isOpen, !last.isOpen, first <= last, first.adding(period).day > first.day else { return nil }
    var dates: [HistoricalDate] = []
    while true {
      let moment = first.day.start.adding(period.multiplied(by: dates.count))
      if moment > last || moment.isOpen { break }
      guard dates.count < limit, let date = try? HistoricalDate("\(moment.day)", defaultOffset: offset) else {
        return nil
      }
      dates.append(date)
    }
    self.dates = dates
  }
}

extension Period {
  /// The period so many times.
  fileprivate func multiplied(by count: Int) -> Period {
    Period(
      years: years * count, months: months * count, weeks: weeks * count, days: days * count,
      hours: hours * count, minutes: minutes * count, seconds: seconds * count)
  }
}
