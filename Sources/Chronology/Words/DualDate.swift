/// A day in both calendars, as people write it: `25 October 1917 O.S. (7 November N.S.)`.
public struct DualDate: Hashable, Sendable, CustomStringConvertible {
  /// The day.
  public let day: Day
  /// When the year of the Julian date begins.
  public let yearStart: CalendarYearStart

  /// A day, to be written in both calendars.
  public init(_ day: Day, yearStart: CalendarYearStart = .january) {
    self.day = day
    self.yearStart = yearStart
  }

  /// The astronomical year of the Julian date by its own reckoning: 1640 for 24 March 1641 where the year begins on
  /// Lady Day.
  public var legalYear: Int64 {
    let (year, month, day) = day.julianComponents
    return yearStart.year(ofJanuaryYear: year, month: month, day: day)
  }

  /// The year of the Julian date with both its numbers where they differ, otherwise the one: `1640/41`, `1641`.
  ///
  /// The second number is shortened to two digits within a century (`1699/1700` is not), and in years from 100 on.
  /// Earlier years are astronomical: `-0044/-0043`.
  public var dualYear: String {
    let (legal, modern) = (legalYear, day.julianComponents.year)
    if legal == modern { return padded(modern, to: 4) }
    guard legal >= 100, legal / 100 == modern / 100 else {
      return "\(padded(legal, to: 4))/\(padded(modern, to: 4))"
    }
    return "\(padded(legal, to: 4))/\(padded(modern % 100, to: 2))"
  }

  /// The day in English: see ``description(in:)``.
  public var description: String { description(in: "en") }

  /// The Old Style date and, in brackets, the New Style date, whose year is repeated only where it differs.
  ///
  /// Where the year begins on Lady Day, a day before it has both years: `24 March 1640/41 O.S. (3 April 1641 N.S.)`.
  /// - Parameter language: A language tag, as of ``HistoricalDate/description(in:)``.
  public func description(in language: String) -> String {
    let words = Description.words(of: language)
    let (julian, gregorian) = (day.julianComponents, day.components)
    let hasOneYear = legalYear == julian.year
    let old =
      hasOneYear
      ? words.noun(.day(julian.year, julian.month, julian.day), .plain)
      : words.day(julian.month, julian.day, ofYear: dualYear)
    let new = words.noun(
      .day(gregorian.year, gregorian.month, gregorian.day), .plain,
      omitting: hasOneYear && gregorian.year == julian.year ? .year : .nothing)
    return words.dual(old, new)
  }
}

extension JulianDate {
  /// The date in people's words, the Julian date first and the Gregorian in brackets: see ``HistoricalDate/description(in:)``.
  public func description(in language: String) -> String { date.description(in: language) }
}

extension HistoricalDate {
  /// A date of the Julian calendar in people's words, the Julian date first and the Gregorian in brackets, as of ``DualDate``:
  /// `c. 25 October 1917 O.S. (7 November N.S.)`, `October 1917 O.S. (14 October 1917 – 13 November 1917 N.S.)`.
  ///
  /// An interval, a month or year of years that begin on Lady Day, and a flag or time on a day that has two years there
  /// are described by the Gregorian days alone: nil.
  func dualDescription(_ yearStart: CalendarYearStart, in language: String) -> String? {
    let words = Description.words(of: language)
    let first = localEarliest.day
    let dual = DualDate(first, yearStart: yearStart)
    let hasOneYear = dual.legalYear == first.julianComponents.year
    if case .point(let written) = form {
      var point = DescriptionPoint(written)
      guard point.isPlain || hasOneYear else { return nil }
      if point.isPlain { return dual.description(in: language) }
      let (year, month, day) = first.julianComponents
      point.unit = .day(year, month, day)
      return words.dual(
        words.point(point),
        words.noun(.init(first), .plain, omitting: first.year == year ? .year : .nothing))
    }
    guard yearStart == .january, let named else { return nil }
    let days = DescriptionPoint.Unit.range(.init(first), .init(localLatest.day))
    return words.dual(words.point(DescriptionPoint(named)), words.noun(days, .plain))
  }
}
