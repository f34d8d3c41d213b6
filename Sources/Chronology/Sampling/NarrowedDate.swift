extension HistoricalDate {
  /// The days of which a point, or one of a set, is one, by the calendar of its place; nil for an interval or all of a set.
  /// - Parameter window: The days that stand for open ends.
  package func possibleDays(within window: ClosedRange<Day>) -> PossibleDays? {
    switch form {
    case .point(let point): return point.possibleDays
    case .set(.oneOf, let members):
      return PossibleDays(members.flatMap { $0.possibleDays(within: window)?.stretches ?? [] })
    case .interval, .set(.allOf, _): return nil
    }
  }

  /// Whether nothing is left to draw of the date.
  package var isSettled: Bool {
    switch form {
    case .point(let point): point.isOneDay
    case .set(.oneOf, let members):
      members.count == 1 && !members[0].isRange && members[0].first?.isOneDay ?? false
    case .interval(let start, let end): HistoricalDate.isSettled(start) && HistoricalDate.isSettled(end)
    case .set(.allOf, _): true
    }
  }

  /// A point, or one of a set, of which only some of its days are left.
  ///
  /// - Parameters:
  ///   - days: Days of ``possibleDays(within:)``.
  ///   - window: The days that stand for open ends.
  /// - Returns: The date itself where all of its days are left; nil where days are left that have no text, or none.
  package func narrowed(to days: PossibleDays, within window: ClosedRange<Day>) -> HistoricalDate? {
    guard days != possibleDays(within: window) else { return self }
    var times: [SetMember] = []
    var place: UTCOffset?
    switch form {
    case .point(let point): place = point.offset
    case .set(_, let members):
      place = members.lazy.compactMap { $0.first ?? $0.last }.first?.offset
      times = members.filter { member in
        guard !member.isRange, let point = member.first, point.precision.isTime else { return false }
        return days.contains(point.localEarliest.day)
      }
    case .interval: return nil
    }
    let offset = place == .utc ? nil : place
    func point(_ day: Day) -> DatePoint? {
      WrittenComponents(day, offset).map { DatePoint(day, $0) }
    }
    var members: [SetMember] = []
    for stretch in days.stretches {
      let first = stretch.lowerBound == window.lowerBound ? nil : point(stretch.lowerBound)
      let last = stretch.upperBound == window.upperBound ? nil : point(stretch.upperBound)
      if first == nil && stretch.lowerBound != window.lowerBound { return nil }
      if last == nil && stretch.upperBound != window.upperBound { return nil }
      // A day of which only a time is meant stays that time.
      let own =
        stretch.lowerBound == stretch.upperBound
        ? times.filter { $0.first?.localEarliest.day == stretch.lowerBound } : []
      if !own.isEmpty {
        members += own
      } else if let first, first == last {
        members.append(SetMember(first))
      } else {
        members.append(SetMember(from: first, to: last))
      }
    }
    if members.count == 1, !members[0].isRange, let only = members[0].first {
      return only.precision.isTime
        ? HistoricalDate(time: only)
        : days.stretches.first.flatMap { HistoricalDate($0.lowerBound, defaultOffset: offset) }
    }
    func text(_ point: DatePoint?) -> String {
      guard let point else { return "" }
      return (point.precision.isTime ? HistoricalDate(time: point)?.text : nil)
        ?? point.localEarliest.day.description
    }
    let texts = members.map { $0.isRange ? "\(text($0.first))..\(text($0.last))" : text($0.first) }
    return HistoricalDate(
      text: "[\(texts.joined(separator: ","))]", form: .set(.oneOf, members),
      level: times.isEmpty ? .two : nil)
  }
}
