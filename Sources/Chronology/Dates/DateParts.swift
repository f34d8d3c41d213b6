/// Dates that are made from their parts. Each has the text that would be read as the same date.
extension HistoricalDate {
  /// A year; nil for a year that is not one of ``Day/supportedYears``.
  ///
  /// - Parameter defaultOffset: The offset at which the year is placed, as of ``init(_:defaultOffset:)-(String,_)``.
  public init?(year: Int64, defaultOffset: UTCOffset? = nil) {
    guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
    else { return nil }
    let components = WrittenComponents(years: YearPattern(year), defaultOffset: defaultOffset)
    self.init(
      text: yearText(year), form: .point(DatePoint(first: first, last: last, .year, components)),
      level: (0...9999).contains(year) ? .zero : .one)
  }

  /// A day; nil for a day of a year of more than four digits, as the format has none.
  ///
  /// - Parameter defaultOffset: The offset at which the day is placed, as if its text had been read with it.
  public init?(_ day: Day, defaultOffset: UTCOffset? = nil) {
    guard let components = WrittenComponents(day, defaultOffset) else { return nil }
    self.init(
      text: day.description, form: .point(DatePoint(day, components)),
      level: components.years.isNegative ? .one : .zero)
  }

  /// A day and a time to the second; nil in a year of more than four digits and for an open end.
  ///
  /// - Parameters:
  ///   - moment: The second that clocks at the default offset show.
  ///   - defaultOffset: The offset at which it is placed, which the text does not state.
  public init?(second moment: Moment, defaultOffset: UTCOffset? = nil) {
    guard !moment.isOpen, let components = WrittenComponents(moment.day, defaultOffset) else { return nil }
    let placed = moment.adding(seconds: -Int64(components.offsetSeconds))
    self.init(
      text: moment.description,
      form: .point(
        DatePoint(earliest: placed, latest: placed, components: components, precision: .second)),
      level: components.years.isNegative ? .one : .zero)
  }

  /// The day of a moment that is the first or the last second of one, else the moment to the second; nil in a year of
  /// more than four digits and for an open end.
  public init?(_ moment: Moment) {
    if moment.isEdgeOfDay && !moment.isOpen { self.init(moment.day) } else { self.init(second: moment) }
  }

  /// All the time from a start to an end; nil where an end is no point, none is a date or `..`, or the end certainly
  /// comes before the start.
  public init?(from start: Endpoint, to end: Endpoint) {
    if start == .unknown && end == .unknown { return nil }
    guard let first = Side(start), let last = Side(end) else { return nil }
    if let first = first.point, let last = last.point, first.earliest > last.latest { return nil }
    var level = max(first.level, last.level)
    if first.point == nil || last.point == nil { level = max(level, 1) }
    for point in [first.point, last.point].compactMap(\.self) where point.components.hasUnspecifiedDigits {
      level = max(level, 2)
    }
    self.init(
      text: "\(first.text)/\(last.text)", form: .interval(start: first.endpoint, end: last.endpoint),
      level: EDTFLevel(rawValue: level))
  }

  /// One of the dates from a first to a last one; nil where a bound is no point, both are nil, or the last certainly
  /// comes before the first.
  ///
  /// - Parameters:
  ///   - first: The first of them; nil where nothing bounds them.
  ///   - last: The last of them; nil where nothing bounds them.
  public init?(oneOfFrom first: HistoricalDate?, to last: HistoricalDate?) {
    guard first != nil || last != nil, let start = Side(first.map { .date($0) } ?? .open),
      let end = Side(last.map { .date($0) } ?? .open)
    else { return nil }
    if let first = start.point, let last = end.point, first.earliest > last.latest { return nil }
    self.init(
      text: "[\(first?.edtf ?? "")..\(last?.edtf ?? "")]",
      form: .set(.oneOf, [SetMember(from: start.point, to: end.point)]),
      level: EDTFLevel(rawValue: max(start.level, end.level, 2)))
  }

  /// One end of a date of two.
  private struct Side {
    let text: String
    let endpoint: Endpoint
    let point: DatePoint?
    /// The level that the end needs, as the parser counts it.
    let level: Int

    /// Nil for an end that is no point.
    init?(_ endpoint: Endpoint) {
      switch endpoint {
      case .open: (text, self.endpoint, point, level) = ("..", endpoint, nil, 0)
      case .unknown: (text, self.endpoint, point, level) = ("", endpoint, nil, 0)
      case .date(let date):
        let date = date.inFormat
        guard case .point(let point) = date.form else { return nil }
        (text, self.point) = (date.text, point)
        self.endpoint = .date(date)
        level = point.precision.isTime ? DateParser.beyond : date.level?.rawValue ?? DateParser.beyond
      }
    }
  }
}
