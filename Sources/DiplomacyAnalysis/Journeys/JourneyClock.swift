import Chronology
import Networks

/// How the moments of a timetable of contacts are counted.
enum JourneyClock: Hashable, Sendable {
  /// Seconds.
  case seconds
  /// Days, each by its first second: where each step is on a later day than the one before it, it does not matter when on the
  /// day.
  case days(TimeUnit)
  /// Seconds of days that lie a day apart, so that moments that differ by a day at least are of different days: where in
  /// addition no one may wait for a whole day.
  case partedDays(TimeUnit)

  /// How a search counts that follows some options.
  /// - Parameters:
  ///   - rise: By how many seconds moments rise, where they have to.
  ///   - shift: The seconds that a place's clock is ahead of UTC.
  init(_ options: JourneyOptions, rise: Int64, shift: Int64) {
    let day = TimeUnit(length: 86_400, shift: shift)
    guard options.isStrict, rise == day.length else {
      self = .seconds
      return
    }
    switch options.waitingLimit {
    case nil: self = options.transit < day.length || options.transit % day.length == 0 ? .days(day) : .seconds
    case let wait? where options.transit % day.length == 0 && (wait % day.length == 0 || wait > day.length):
      self = .days(day)
    case let wait? where options.transit == 0 && wait < day.length: self = .partedDays(day)
    default: self = .seconds
    }
  }

  /// The rules of a search.
  /// - Parameter isLenient: Whether a limit that is no whole number of days is taken for the next longer one, or for the next
  ///   shorter.
  func rules(_ options: JourneyOptions, rise: Int64, isLenient: Bool) -> JourneyRules {
    switch self {
    case .seconds: return options.rules(rise: rise)
    case .days(let unit):
      func whole(_ length: Int64, isLonger: Bool = false) -> Int64 {
        let days = length / unit.length + (isLonger && length % unit.length > 0 ? 1 : 0)
        return days.multipliedReportingOverflow(by: unit.length).overflow ? length : days * unit.length
      }
      return JourneyRules(
        moments: .increasing, rise: unit.length, transit: whole(options.transit),
        waitingLimit: options.waitingLimit.map { whole($0, isLonger: isLenient) },
        earliest: moment(options.after.seconds), latest: moment(options.before.seconds))
    case .partedDays(let unit):
      let wait = options.waitingLimit.map { $0 + unit.length }
      return JourneyRules(
        moments: .increasing, rise: unit.length, waitingLimit: wait, earliest: moment(options.after.seconds),
        latest: moment(options.before.seconds))
    }
  }

  /// Whether the limit of waiting is kept to the second.
  func isExact(_ options: JourneyOptions) -> Bool {
    guard case .days(let unit) = self, let wait = options.waitingLimit else { return true }
    return wait % unit.length == 0
  }

  /// A second as it is counted; open ends stay what they are.
  func moment(_ second: Int64) -> Int64 {
    switch self {
    case .seconds: return second
    case .days(let unit): return unit.first(of: unit.of(second))
    case .partedDays(let unit):
      if second == .min || second == .max { return second }
      return saturating(second + unit.shift, unit.of(second))
    }
  }

  private func saturating(_ local: Int64, _ day: Int64, plus rest: Int64 = 0) -> Int64 {
    if local == .min || local == .max { return local }
    let (gap, overflows) = day.multipliedReportingOverflow(by: 86_400)
    let (sum, overflowsToo) = local.addingReportingOverflow(gap)
    let (end, overflowsLast) = sum.addingReportingOverflow(rest)
    return overflows || overflowsToo || overflowsLast ? (local < 0 ? .min : .max) : end
  }

  /// The second that is counted so; of a day its first, or its last.
  func second(_ moment: Int64, isLast: Bool = false) -> Int64 {
    switch self {
    case .seconds: return moment
    case .days(let unit): return isLast ? saturating(moment, 0, plus: unit.length - 1) : moment
    case .partedDays(let unit):
      if moment == .min || moment == .max { return moment }
      let day = TimeUnit(length: 2 * unit.length, shift: 0).of(moment)
      return moment - day * unit.length - unit.shift
    }
  }

  /// The stretches of time to which a contact comes, given by seconds; nil for the contact as it is, and where it would come to
  /// too many.
  func parts(from start: Int64, to last: Int64, most: Int) -> [ClosedRange<Int64>]? {
    guard case .partedDays(let unit) = self, start <= last, start != .min, last != .max else { return nil }
    let (first, final) = (unit.of(start), unit.of(last))
    guard final - first < Int64(most) else { return nil }
    return (first...final).map { day in
      moment(max(start, unit.first(of: day)))...moment(min(last, unit.last(of: day)))
    }
  }
}
