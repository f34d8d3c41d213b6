extension HistoricalDate {
  /// The date as it may really have been: of what it leaves open one possibility, each as likely.
  ///
  /// A point, or one of a set, becomes one of its possible days, gaps left out: `1941-01-3X` is the 30th or the 31st. A
  /// member of a set that states a time counts as one possibility, as a day does, and keeps its time. An interval becomes a
  /// first and a last day: of all pairs of a possible first day and a possible last day that is not before it, each is as
  /// likely. An end that is open stays open, and one that exists but is not known falls within the window. A date to the
  /// day or closer stays as it is, as does all of a set, and an interval that nothing bounds.
  /// - Parameters:
  ///   - window: Where ends that are not known are drawn from, such as the time a graph covers.
  ///   - offset: The offset of the place whose calendar counts the days, for dates that state none.
  ///   - generator: The source of chance.
  /// - Returns: A date with certain bounds, or the date itself; in years of more than four digits, which have no days in
  ///   the Extended Date/Time Format, a date to the year.
  public func drawn(
    within window: ClosedRange<Moment>?, offset: UTCOffset? = nil, using generator: inout SeededGenerator
  ) -> HistoricalDate {
    let ahead = Int64((offset ?? .utc).seconds)
    let days: ClosedRange<Day>? = window.map {
      $0.lowerBound.adding(seconds: ahead).day...$0.upperBound.adding(seconds: ahead).day
    }
    switch form {
    case .set(.allOf, _): return self
    case .point(let point):
      guard !point.isOneDay, let possible = point.possibleDays else { return self }
      return HistoricalDate.day(possible.draw(using: &generator), at: point.offset) ?? self
    case .set(.oneOf, let members):
      return drawn(from: members, within: days, &generator)
    case .interval(let start, let end):
      return drawn(from: start, to: end, within: days, offset, &generator)
    }
  }

  /// A day, or its year where days have no text, placed as the point it is drawn from.
  private static func day(_ day: Day, at offset: UTCOffset) -> HistoricalDate? {
    let place = offset == .utc ? nil : offset
    return HistoricalDate(day, defaultOffset: place) ?? HistoricalDate(year: day.year, defaultOffset: place)
  }

  /// One of a set: a day, or a member that states a time.
  private func drawn(
    from members: [SetMember], within window: ClosedRange<Day>?, _ generator: inout SeededGenerator
  ) -> HistoricalDate {
    func isTime(_ member: SetMember) -> Bool { !member.isRange && member.first?.precision.isTime ?? false }
    var ranges: [ClosedRange<Day>] = []
    for member in members where !isTime(member) {
      guard let possible = member.possibleDays(within: window) else { return self }
      ranges += possible.stretches
    }
    let days = PossibleDays(ranges)
    // A time on a day that another member leaves possible as a whole is no further possibility.
    var times: [DatePoint] = []
    for case let point? in members.filter(isTime).map(\.first) {
      let day = point.localEarliest.day
      if days?.within(day...day) == nil, !times.contains(point) { times.append(point) }
    }
    let own = members.lazy.compactMap { $0.first ?? $0.last }.first?.offset ?? .utc
    if times.isEmpty {
      guard let days, days.count > 1 else { return self }
      return HistoricalDate.day(days.draw(using: &generator), at: own) ?? self
    }
    let ofDays = days?.count ?? 0
    let number = generator.next(below: ofDays + UInt64(times.count))
    if let days, number < ofDays { return HistoricalDate.day(days.day(number), at: own) ?? self }
    return HistoricalDate(time: times[Int(number - ofDays)]) ?? self
  }

  /// An interval with a first and a last day.
  private func drawn(
    from start: Endpoint, to end: Endpoint, within window: ClosedRange<Day>?, _ offset: UTCOffset?,
    _ generator: inout SeededGenerator
  ) -> HistoricalDate {
    if HistoricalDate.isSettled(start) && HistoricalDate.isSettled(end) { return self }
    let (starts, ends) = (HistoricalDate.days(of: start), HistoricalDate.days(of: end))
    let pair: (first: Day, last: Day)?
    switch (starts, ends, window) {
    case (let starts?, let ends?, _):
      pair = PossibleDays.pair(starts, ends, using: &generator)
    case (let starts?, nil, _) where end == .open:
      let day = starts.draw(using: &generator)
      pair = (day, day)
    case (nil, let ends?, _) where start == .open:
      let day = ends.draw(using: &generator)
      pair = (day, day)
    case (let starts?, nil, let window?):
      pair = PossibleDays([starts.first...max(window.upperBound, starts.first)]).flatMap {
        PossibleDays.pair(starts, $0, using: &generator)
      }
    case (nil, let ends?, let window?):
      pair = PossibleDays([min(window.lowerBound, ends.last)...ends.last]).flatMap {
        PossibleDays.pair($0, ends, using: &generator)
      }
    default: pair = nil
    }
    guard let pair else { return self }
    func endpoint(_ endpoint: Endpoint, _ day: Day) -> Endpoint? {
      if endpoint == .open || HistoricalDate.isSettled(endpoint) { return endpoint }
      var own = offset ?? .utc
      if case .date(let date) = endpoint, case .point(let point) = date.form { own = point.offset }
      return HistoricalDate.day(day, at: own).map { .date($0) }
    }
    guard let first = endpoint(start, pair.first), let last = endpoint(end, pair.last) else { return self }
    return HistoricalDate(from: first, to: last) ?? self
  }

  /// Whether nothing is left to draw of an end: it is open, or a day or a time.
  static func isSettled(_ endpoint: Endpoint) -> Bool {
    switch endpoint {
    case .open: true
    case .unknown: false
    case .date(let date):
      if case .point(let point) = date.form { point.isOneDay } else { false }
    }
  }

  /// The days of an end that is a date.
  private static func days(of endpoint: Endpoint) -> PossibleDays? {
    if case .date(let date) = endpoint, case .point(let point) = date.form { point.possibleDays } else { nil }
  }
}

extension HistoricalDate {
  /// A point with a time of day, alone; nil where it needs a year of more than four digits.
  init?(time point: DatePoint) {
    guard let written = HistoricalDate(second: point.localEarliest) else { return nil }
    var text = written.text
    if point.precision == .minute { text.removeLast(3) }
    if point.components.statesOffset { text += point.offset.description }
    var level: EDTFLevel? = point.components.years.isNegative ? .one : .zero
    if point.precision == .minute || point.components.statesOffset && !point.components.isOffsetInFull {
      level = nil
    }
    var plain = point
    plain.qualifiers = []
    self.init(text: text, form: .point(plain), level: level)
  }
}
