/// A second on the nominal line: every day has 86,400 of them, and no zone moves them.
///
/// A date with an offset is placed at the moment it has in UTC; a date without one is placed as if it were UTC.
/// The two outermost values stand for an open end of time and are not moments of any day.
public struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00.
  public let seconds: Int64

  /// The moment so many seconds after 1970-01-01T00:00:00.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// Before every moment of every day: an open beginning.
  public static let distantPast = Moment(seconds: .min)

  /// After every moment of every day: an open end.
  public static let distantFuture = Moment(seconds: .max)

  /// Whether this is ``distantPast`` or ``distantFuture``.
  public var isOpen: Bool { seconds == .min || seconds == .max }

  /// The day that holds the moment; for an open end, the outermost day.
  public var day: Day { Day(number: seconds.dividedFloored(by: 86_400).quotient) }

  /// The seconds since the day began, 0 ..< 86,400.
  public var secondOfDay: Int { Int(seconds.dividedFloored(by: 86_400).remainder) }

  /// Whether this is the first or the last second of a day.
  package var isEdgeOfDay: Bool { secondOfDay == 0 || secondOfDay == 86_399 }

  /// The moment so many seconds later, or earlier when negative; an open end stays open, and a sum outside
  /// the line is open.
  public func adding(seconds count: Int64) -> Moment {
    isOpen ? self : Moment(seconds: seconds.addingSaturated(count))
  }

  /// The moment as `YYYY-MM-DDThh:mm:ss`, with a minus sign before years below 0 and more digits when needed;
  /// `distant past` or `distant future` for an open end.
  public var description: String {
    if self == .distantPast { return "distant past" }
    if self == .distantFuture { return "distant future" }
    let (hour, rest) = secondOfDay.quotientAndRemainder(dividingBy: 3600)
    return "\(day)T\(padded(hour, to: 2)):\(padded(rest / 60, to: 2)):\(padded(rest % 60, to: 2))"
  }

  /// In the order of time.
  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
}

extension Moment {
  /// The moment one period later by calendar rules.
  ///
  /// Years and months come first and keep the day of the month, or take the month's last day when it is shorter
  /// (31 January + `P1M` is 28 or 29 February); then weeks, days, hours, minutes and seconds are added.
  /// An open end stays open; a result outside the line is open.
  public func adding(_ period: Period) -> Moment {
    shifted(by: period, sign: 1)
  }

  /// The moment one period earlier, by the rules of ``adding(_:)``: first the years and months, then the rest.
  ///
  /// It does not always undo ``adding(_:)``: 31 January + `P1M` − `P1M` is 28 January.
  public func subtracting(_ period: Period) -> Moment {
    shifted(by: period, sign: -1)
  }

  private func shifted(by period: Period, sign: Int64) -> Moment {
    if isOpen { return self }
    let months = Int64(period.years).multipliedSaturated(by: 12).addingSaturated(Int64(period.months))
    guard let day = day.adding(months: months.multipliedSaturated(by: sign)) else {
      return sign < 0 ? .distantPast : .distantFuture
    }
    let days = Int64(period.weeks).multipliedSaturated(by: 7).addingSaturated(Int64(period.days))
    let seconds = Int64(period.hours).multipliedSaturated(by: 3600)
      .addingSaturated(Int64(period.minutes).multipliedSaturated(by: 60))
      .addingSaturated(Int64(period.seconds))
    return day.adding(days: days.multipliedSaturated(by: sign)).start
      .adding(seconds: Int64(secondOfDay))
      .adding(seconds: seconds.multipliedSaturated(by: sign))
  }
}

extension Day {
  /// The same day of the month so many months later, or the month's last day; `nil` outside the supported years.
  fileprivate func adding(months: Int64) -> Day? {
    if months == 0 { return self }
    let (year, month, day) = components
    // The year is at most 3e16 for any day number, so twelve times it fits.
    let total = (year * 12 + Int64(month - 1)).addingSaturated(months)
    let (newYear, monthIndex) = total.dividedFloored(by: 12)
    let newMonth = Int(monthIndex) + 1
    return Day(year: newYear, month: newMonth, day: min(day, Day.daysInMonth(newMonth, of: newYear)))
  }
}
