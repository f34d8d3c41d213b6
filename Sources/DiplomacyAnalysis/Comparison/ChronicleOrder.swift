public import Chronology

extension ChronicleEntry {
  /// How one entry follows another: whether certainly, and by how much. Of something that lasts, its beginning counts.
  public struct Following: Hashable, Sendable {
    /// Whether it does.
    public let answer: Answer
    /// So many seconds later at least, negative where it may come first; nil when nothing bounds them.
    public let least: Int64?
    /// So many seconds later at most.
    public let most: Int64?
    /// The days between them, where neither has a time of day.
    public let days: CalendarDistance?
    /// The least distance in years, months and days, whichever comes first, where neither has a time of day; nil where nothing
    /// bounds it.
    public let leastPeriod: Period?
    /// The most, as well.
    public let mostPeriod: Period?

    /// What is the same happening.
    static func same(hasTime: Bool) -> Following {
      Following(
        answer: .no, least: 0, most: 0, days: hasTime ? nil : CalendarDistance(least: 0, greatest: 0),
        leastPeriod: nil, mostPeriod: nil)
    }

    private init(
      answer: Answer, least: Int64?, most: Int64?, days: CalendarDistance?, leastPeriod: Period?,
      mostPeriod: Period?
    ) {
      (self.answer, self.least, self.most, self.days) = (answer, least, most, days)
      (self.leastPeriod, self.mostPeriod) = (leastPeriod, mostPeriod)
    }

    init(_ first: HistoricalDate, _ second: HistoricalDate, _ offset: UTCOffset?) {
      answer = first.isBefore(second)
      func seconds(_ from: Moment, _ to: Moment) -> Int64? {
        guard !from.isOpen, !to.isOpen else { return nil }
        let (difference, overflow) = to.seconds.subtractingReportingOverflow(from.seconds)
        return overflow ? nil : difference
      }
      guard first.hasTime || second.hasTime else {
        // Between whole days, days are counted, wherever they lie in their dates.
        let offset = offset ?? .utc
        let days = first.distance(to: second, offset: offset)
        func day(_ moment: Moment) -> Day { moment.adding(seconds: Int64(offset.seconds)).day }
        func period(_ days: Int64?, _ from: Moment, _ to: Moment) -> Period? {
          days.flatMap {
            $0 < 0 ? Period(from: day(to), to: day(from)) : Period(from: day(from), to: day(to))
          }
        }
        self.days = days
        func seconds(_ days: Int64?) -> Int64? {
          days.flatMap { days in
            let (seconds, overflow) = days.multipliedReportingOverflow(by: 86_400)
            return overflow ? nil : seconds
          }
        }
        (least, most) = (seconds(days.least), seconds(days.greatest))
        leastPeriod = period(days.least, first.latest, second.earliest)
        mostPeriod = period(days.greatest, first.earliest, second.latest)
        return
      }
      // A second is a point in time, all that is coarser reaches to its end.
      let end = first.precision == .second ? first.latest : first.latest.adding(seconds: 1)
      let last = second.precision == .second ? second.latest : second.latest.adding(seconds: 1)
      (least, most) = (seconds(end, second.earliest), seconds(first.earliest, last))
      (days, leastPeriod, mostPeriod) = (nil, nil, nil)
    }
  }

  /// The days of a chronicle that are told.
  public struct Window: Hashable, Sendable {
    /// From its first moment on; nil: from the beginning.
    public var from: HistoricalDate?
    /// To its last moment; nil: to the end.
    public var to: HistoricalDate?

    /// A window.
    public init(from: HistoricalDate? = nil, to: HistoricalDate? = nil) {
      self.from = from
      self.to = to
    }

    /// Whether something of a date lies in the window: certainly, possibly, or not; of what lasts a part is enough.
    public func holds(_ date: HistoricalDate) -> Answer {
      let first = from?.earliest ?? .distantPast
      let last = to?.latest ?? .distantFuture
      // Sets and unspecified digits may leave out just the days of the window.
      guard date.earliest <= last, date.latest >= first,
        date.stretches.contains(where: { $0.lowerBound <= last && $0.upperBound >= first })
      else { return .no }
      let span = Span(date)
      let isInside = first <= date.earliest && date.latest <= last
      let isPart = date.shape == .interval && span.latestStart <= last && span.earliestEnd > first
      return isInside || isPart ? .yes : .maybe
    }
  }
}
