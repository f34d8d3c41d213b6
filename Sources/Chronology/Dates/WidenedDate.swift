/// How far to each side of what is written an approximate point may lie: in calendar months and days, or in whole years.
///
/// It is kept in 24 bits, so that dates are no larger for it.
struct Reach: Hashable, Sendable {
  /// A bit for whole years, of which there are 23 more; else 11 bits of months and 12 of days.
  let packed: UInt32

  private static let mostMonths: Int64 = 2047
  private static let mostDays: Int64 = 4095
  private static let mostYears: Int64 = 8_388_607
  private static let years: UInt32 = 1 << 23

  init(packed: UInt32) { self.packed = packed }

  /// No further than is written.
  static var none: Reach { Reach(packed: 0) }

  /// The years, months, weeks and days of a period; of more than it can hold, whole years, rounded up.
  init(_ period: Period) {
    let months = Int64(period.years).multipliedSaturated(by: 12).addingSaturated(Int64(period.months))
    let days = Int64(period.weeks).multipliedSaturated(by: 7).addingSaturated(Int64(period.days))
    if months <= Self.mostMonths && days <= Self.mostDays {
      packed = UInt32(months) << 12 | UInt32(days)
    } else {
      let years = months / 12 + (months % 12 == 0 ? 0 : 1)
      let more = days / 365 + (days % 365 == 0 ? 0 : 1)
      packed = Self.years | UInt32(min(years.addingSaturated(more), Self.mostYears))
    }
  }

  var period: Period {
    if packed & Self.years != 0 { return Period(years: Int(packed & ~Self.years)) }
    let months = Int(packed >> 12)
    return Period(years: months / 12, months: months % 12, days: Int(packed & 0xFFF))
  }
}

extension HistoricalDate {
  /// The date whose approximate parts (`~`, `%`) reach so much further to each side, in their bounds and in all that is drawn.
  ///
  /// Without this, flags leave the bounds where they are. Each point that is marked as approximate, as a whole or in a part,
  /// reaches from the first day that is written minus the period to the last one plus it, by the rules of
  /// ``Moment/adding(_:)``; what is made of whole months goes to the end of a month. Ends of intervals and members of
  /// sets are widened one by one. What is not approximate stays, as does a point with a time of day, and one that
  /// has been widened before. The text, its level and all flags stay.
  /// - Parameter period: Years, months, weeks and days; its hours, minutes and seconds are not counted. More than 170 years
  ///   with months, or than 4,095 days, count as whole years, rounded up.
  public func widened(by period: Period) -> HistoricalDate {
    let reach = Reach(period)
    guard isApproximate, reach != .none else { return self }
    let wide: Form
    switch form {
    case .point(let point): wide = .point(point.widened(by: reach))
    case .interval(let start, let end):
      func widened(_ endpoint: Endpoint) -> Endpoint {
        if case .date(let date) = endpoint { .date(date.widened(by: period)) } else { endpoint }
      }
      wide = .interval(start: widened(start), end: widened(end))
    case .set(let kind, let members): wide = .set(kind, members.map { $0.widened(by: reach) })
    }
    return HistoricalDate(text: text, form: wide, level: level, origin: origin)
  }

  /// How far to each side the approximate parts of the date reach, of several the first that was widened; `nil` when its
  /// bounds are as they are written.
  public var circa: Period? {
    var found = Reach.none
    _ = containsPoint {
      found = $0.reach
      return found != .none
    }
    return found == .none ? nil : found.period
  }
}

extension DatePoint {
  fileprivate func widened(by reach: Reach) -> DatePoint {
    guard qualifiers.contains(.approximate), !precision.isTime, self.reach == .none else { return self }
    let wide = widened(earliest...latest, by: reach)
    var written = components
    written.reach = reach
    return DatePoint(
      earliest: wide.lowerBound, latest: wide.upperBound, components: written, precision: precision,
      qualifiers: qualifiers)
  }

  /// Whole days, widened by the calendar of the point's place.
  func widened(_ stretch: ClosedRange<Moment>, by reach: Reach) -> ClosedRange<Moment> {
    let ahead = Int64(components.offsetSeconds)
    let first = stretch.lowerBound.adding(seconds: ahead)
    let last = stretch.upperBound.adding(seconds: ahead)
    let next = last.adding(seconds: 1)
    // April and a month more ends with May, but 30 April and a month more is 30 May.
    let isMonths = first.day.components.day == 1 && next.day.components.day == 1
    let end = isMonths ? next.adding(reach.period).adding(seconds: -1) : last.adding(reach.period)
    let start = first.subtracting(reach.period)
    return start.adding(seconds: -ahead)...max(start, end).adding(seconds: -ahead)
  }
}

extension SetMember {
  fileprivate func widened(by reach: Reach) -> SetMember {
    guard isRange else { return first.map { SetMember($0.widened(by: reach)) } ?? self }
    return SetMember(from: first?.widened(by: reach), to: last?.widened(by: reach))
  }
}
