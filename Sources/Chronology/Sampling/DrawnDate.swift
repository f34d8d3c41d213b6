extension HistoricalDate {
  /// The date as it may really have been: of what it leaves open one possibility, each as likely.
  ///
  /// A point, or one of a set, becomes one of its days; an interval a first and a last day, in order; an end that is open
  /// stays open, and one that exists but is not known falls within the window. A date to the day or closer stays as it is,
  /// as does all of a set, and an interval that nothing bounds.
  /// - Parameters:
  ///   - window: Where ends that are not known are drawn from, such as the time a graph covers.
  ///   - offset: The offset of the place whose calendar counts the days, for dates that state none.
  ///   - generator: The source of chance.
  /// - Returns: A date with certain bounds, or the date itself; in years of more than four digits, which have no days in
  ///   the Extended Date/Time Format, a date to the year.
  public func drawn(
    within window: ClosedRange<Moment>?, offset: UTCOffset? = nil, using generator: inout SeededGenerator
  ) -> HistoricalDate {
    let place = offset ?? .utc
    func day(_ moment: Moment) -> Day { moment.adding(seconds: Int64(place.seconds)).day }
    /// The day, or its year where days have no text.
    func date(_ day: Day) -> HistoricalDate? {
      HistoricalDate(day, defaultOffset: offset) ?? HistoricalDate(year: day.year, defaultOffset: offset)
    }
    switch shape {
    case .allOf: return self
    case .point, .oneOf:
      if day(earliest) == day(latest) { return self }
      guard let sampler = try? DateSampler(self, within: isBounded ? nil : window) else { return self }
      return date(sampler.day(using: &generator, offset: place)) ?? self
    case .interval:
      let span = Span(self)
      if span.earliestStart == span.latestStart, span.earliestEnd == span.latestEnd { return self }
      guard let drawn = try? span.sample(within: window, using: &generator) else { return self }
      let (start, end) = (drawn.earliestStart, drawn.latestEnd)
      let first = start.isOpen ? .open : date(day(start)).map { Endpoint.date($0) }
      let last = end.isOpen ? .open : date(day(end.adding(seconds: -1))).map { Endpoint.date($0) }
      guard let first, let last else { return self }
      return HistoricalDate(from: first, to: last) ?? self
    }
  }

  private var isBounded: Bool { !earliest.isOpen && !latest.isOpen }
}
