/// How many days lie between two uncertain dates.
public struct CalendarDistance: Hashable, Sendable, CustomStringConvertible {
  /// The fewest days, negative if the second date may come first; `nil` when nothing bounds them.
  public let least: Int64?
  /// The most days; `nil` when nothing bounds them.
  public let greatest: Int64?

  /// The distance between these bounds.
  ///
  /// - Precondition: The least is not more than the greatest.
  public init(least: Int64?, greatest: Int64?) {
    if let least, let greatest {
      precondition(least <= greatest, "the fewest days are not more than the most")
    }
    self.least = least
    self.greatest = greatest
  }

  /// The days in words: `118 days`, `1 to 365 days`, `at least 12 days`, `any number of days`.
  public var description: String {
    switch (least, greatest) {
    case (let least?, let greatest?) where least == greatest: "\(least) \(abs(least) == 1 ? "day" : "days")"
    case (let least?, let greatest?): "\(least) to \(greatest) days"
    case (let least?, nil): "at least \(least) days"
    case (nil, let greatest?): "at most \(greatest) days"
    case (nil, nil): "any number of days"
    }
  }
}

extension HistoricalDate {
  /// How many midnights lie between a day of this date and a day of another, least and most.
  ///
  /// From 13 April to 14 April it is one day. From `1941-04` to `1941-05` it is 1 to 60 days. Intervals and sets
  /// count from any of their days.
  /// - Parameter offset: The offset of the place whose calendar counts the days.
  public func distance(to other: HistoricalDate, offset: UTCOffset = .utc) -> CalendarDistance {
    func day(_ moment: Moment) -> Int64? {
      moment.isOpen ? nil : moment.adding(seconds: Int64(offset.seconds)).day.number
    }
    func difference(_ end: Moment, _ start: Moment) -> Int64? {
      guard let end = day(end), let start = day(start) else { return nil }
      return end - start
    }
    return CalendarDistance(
      least: difference(other.earliest, latest), greatest: difference(other.latest, earliest))
  }

  /// The years, months and days from this date to another, when both are days or closer: see ``Period/init(from:to:)``.
  ///
  /// - Returns: `nil` when either date is not a point on a known day, or the other day comes first.
  public func period(until other: HistoricalDate, offset: UTCOffset = .utc) -> Period? {
    func day(_ date: HistoricalDate) -> Day? {
      guard let precision = date.precision, precision <= .day else { return nil }
      return date.earliest.adding(seconds: Int64(offset.seconds)).day
    }
    guard let first = day(self), let last = day(other) else { return nil }
    return Period(from: first, to: last)
  }
}

extension Period {
  /// The years, months and days from one day to another.
  ///
  /// It has as many whole months as can be added to the first day, clamped to month ends, without passing the
  /// second, twelve of them a year; the rest is days. So the first day plus the period is the second: from 31 January
  /// to 28 February it is `P1M`, and to 1 March of the same year `P1M1D`.
  /// - Returns: `nil` when the second day comes first, or either lies outside the supported years.
  public init?(from first: Day, to last: Day) {
    guard first <= last, Day.supportedYears.contains(first.year), Day.supportedYears.contains(last.year)
    else { return nil }
    var months = (last.year - first.year) * 12 + Int64(last.month - first.month)
    func day(after months: Int64) -> Day? {
      let (years, rest) = months.quotientAndRemainder(dividingBy: 12)
      let moment = first.start.adding(Period(years: Int(years), months: Int(rest)))
      return moment.isOpen ? nil : moment.day
    }
    if months > 0, let day = day(after: months), day > last { months -= 1 }
    guard let start = day(after: months) else { return nil }
    let (years, rest) = months.quotientAndRemainder(dividingBy: 12)
    self.init(years: Int(years), months: Int(rest), days: Int(last.number - start.number))
  }
}
