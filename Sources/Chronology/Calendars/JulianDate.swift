/// A date of the Julian calendar: its text, and the same date in the Gregorian calendar.
///
/// What can be written, in the form of the Extended Date/Time Format and with astronomical years:
///
/// - a year, month or day: `1917`, `1917-10`, `1917-10-25`, the last with a time as well: `1917-10-25T21:40`;
/// - unspecified digits from the right: `191X`, `19XX`, `1XXX`, `1917-XX`, `1917-10-XX`, `1917-XX-XX`;
/// - `?`, `~` or `%` at the end of any of these;
/// - an interval between two days, `1917-10-25/1918-01-31`, either of which may be `..` or left out.
///
/// A Julian month or year is no month or year of the Gregorian calendar, so it becomes one of a set of days:
/// `1917-10` is `[1917-10-14..1917-11-13]`.
public struct JulianDate: Hashable, Sendable, CustomStringConvertible {
  /// The text exactly as it was given.
  public let text: String
  /// When the years of the text begin.
  public let yearStart: CalendarYearStart
  /// The same date in the Gregorian calendar.
  public let gregorian: HistoricalDate
  /// The level of the Extended Date/Time Format that the text has, taken as one of the Gregorian calendar; that of
  /// ``gregorian`` may be another, as a Julian month is a set of its days.
  public let level: EDTFLevel?
  /// Whether the text is marked as uncertain (`?` or `%`).
  public let isUncertain: Bool
  /// Whether the text is marked as approximate (`~` or `%`).
  public let isApproximate: Bool

  /// The date with its text as it was given, and with the bounds of ``gregorian``.
  public let date: HistoricalDate

  /// The first second the date may denote.
  public var earliest: Moment { gregorian.earliest }
  /// The last second the date may denote, itself included.
  public var latest: Moment { gregorian.latest }
  /// The same date in the Extended Date/Time Format, which knows the Gregorian calendar alone.
  public var gregorianText: String { gregorian.text }
  /// The text exactly as it was given.
  public var description: String { text }

  /// Reads a date of the Julian calendar.
  ///
  /// - Parameters:
  ///   - text: The date, with an astronomical year of four digits.
  ///   - yearStart: When the years of the text begin. A month cut in two by the start of the year is both its
  ///     parts: `1640-03` is 25 to 31 March 1640 or 1 to 24 March 1641 where the year begins on Lady Day.
  ///   - defaultOffset: The offset of dates and times that state none; UTC when `nil`.
  /// - Throws: The place of the first slip and what was expected there. An interval that ends before it starts is
  ///   refused too, and a date whose Gregorian year needs more than four digits.
  /// - Complexity: O(*n*), *n* the length of the text.
  public init(
    _ text: String, yearStart: CalendarYearStart = .january, defaultOffset: UTCOffset? = nil
  ) throws(DateTextError) {
    var reader = JulianDateReader(text, yearStart: yearStart, defaultOffset: defaultOffset)
    let reading: JulianDateReader.Reading
    do {
      reading = try reader.wholeText()
    } catch {
      throw DateTextError(error, in: text, subject: .date)
    }
    self.text = text
    self.yearStart = yearStart
    gregorian = reading.gregorian
    // 29 February 1900 is no day of the Gregorian calendar, but a day here becomes a day there.
    level = if let alike = try? HistoricalDate(text) { alike.level } else { gregorian.level }
    date = HistoricalDate(
      text: text, form: gregorian.form, level: level,
      origin: .takenFor(gregorian.text, calendar: .julian(yearStart), named: reading.named))
    (isUncertain, isApproximate) = (gregorian.isUncertain, gregorian.isApproximate)
  }
}
