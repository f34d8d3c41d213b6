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
  /// The date in people's words, with the Julian and the Gregorian day: see ``DualDate/description(in:)``.
  ///
  /// A date that is no single day, or has a time or a flag, is described by its Gregorian bounds alone.
  public func description(in language: String) -> String {
    guard gregorian.precision == .day, !isUncertain, !isApproximate, gregorian.season == nil,
      let day = try? HistoricalDate(gregorianText), day.earliest.day == day.latest.day
    else { return gregorian.description(in: language) }
    return DualDate(day.earliest.day, yearStart: yearStart).description(in: language)
  }
}
