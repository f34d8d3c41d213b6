extension HistoricalDate {
  /// The first moment at which something is late that is due by this date.
  ///
  /// A date that is coarser than a day means the whole of it: what is due by `1941-04` may be done until the end of 30 April,
  /// what is due by `1941` until the end of the year, by `1941-21` until that of May. An interval means its last day, and all
  /// of a set the last of its members. One of a set leaves open which of its members ends the time; unspecified digits leave
  /// open which day, month or year of those that they stand for (`1941-04-XX`: some day of April), and an approximate date
  /// that reaches further than it is written (``widened(by:)``) how far. An end that is not known may come at any time from
  /// the start on; where there is none (`..`), nothing is ever late.
  /// - Returns: ``Moment/distantFuture`` for a time that never ends.
  public var due: UncertainMoment {
    switch form {
    case .point(let point): return point.due
    case .interval(_, .date(let end)): return end.due
    case .interval(_, .open): return .never
    case .interval(let start, .unknown):
      let first: Moment = if case .date(let date) = start { date.earliest } else { .distantPast }
      return UncertainMoment(earliest: first, latest: .distantFuture)
    case .set(let kind, let members):
      let first = members.map {
        $0.first?.due ?? UncertainMoment(earliest: .distantPast, latest: .distantPast)
      }
      let last = members.map { $0.last?.due ?? .never }
      let latest = last.map(\.latest).max() ?? .distantFuture
      let earliest =
        switch kind {
        case .oneOf: first.map(\.earliest).min()
        case .allOf: last.map(\.earliest).max()
        }
      return UncertainMoment(earliest: min(earliest ?? .distantPast, latest), latest: latest)
    }
  }
}

extension UncertainMoment {
  fileprivate static let never = UncertainMoment(earliest: .distantFuture, latest: .distantFuture)
}

extension DatePoint {
  fileprivate var due: UncertainMoment {
    let end = latest.adding(seconds: 1)
    let reach = reach
    guard reach != .none || components.hasUnspecifiedDigits else {
      return UncertainMoment(earliest: end, latest: end)
    }
    let first: Moment
    if components.hasUnspecifiedDigits {
      first = endOfFirstUnit
    } else {
      let ahead = Int64(components.offsetSeconds)
      let local = end.adding(seconds: ahead)
      first = local.subtracting(reach.period).subtracting(reach.period).adding(seconds: -ahead)
    }
    return UncertainMoment(
      earliest: min(max(first, earliest.adding(seconds: min(unit, 86_400))), end), latest: end)
  }

  /// The end of the first of the days, months or years that unspecified digits may mean.
  private var endOfFirstUnit: Moment {
    let length =
      switch components.parts.last {
      case .day: Period(days: 1)
      case .month: Period(months: 1)
      default: Period(years: 1)
      }
    return localEarliest.adding(length).adding(seconds: -Int64(components.offsetSeconds))
  }
}
