/// A date of the Julian calendar: its text, and the same date in the Gregorian calendar.
///
/// What can be written is what ``HistoricalDate/init(_:style:defaultOffset:)`` reads. A Julian month or year is no month or
/// year of the Gregorian calendar, so it becomes one of a set of days there: `1917-10` is `[1917-10-14..1917-11-13]`.
public struct JulianDate: Hashable, Sendable, CustomStringConvertible {
  /// When the years of the text begin.
  public let yearStart: CalendarYearStart
  /// The date with its text as it was given, and with the bounds of ``gregorian``.
  public let date: HistoricalDate

  /// The text exactly as it was given.
  public var text: String { date.text }
  /// The same date in the Gregorian calendar.
  public var gregorian: HistoricalDate { date.inFormat }
  /// Whether the text is marked as uncertain (`?` or `%`).
  public var isUncertain: Bool { date.isUncertain }
  /// Whether the text is marked as approximate (`~` or `%`).
  public var isApproximate: Bool { date.isApproximate }
  /// The first second the date may denote.
  public var earliest: Moment { date.earliest }
  /// The last second the date may denote, itself included.
  public var latest: Moment { date.latest }
  /// The same date in the Extended Date/Time Format, which knows the Gregorian calendar alone.
  public var gregorianText: String { date.edtf }
  /// The text exactly as it was given.
  public var description: String { text }

  /// Reads a date of the Julian calendar.
  ///
  /// - Parameters:
  ///   - text: The date, with an astronomical year of four digits.
  ///   - yearStart: When the years of the text begin.
  ///   - defaultOffset: The offset of dates and times that state none; UTC when `nil`.
  /// - Throws: What ``HistoricalDate/init(_:style:defaultOffset:)`` throws.
  /// - Complexity: O(*n*), *n* the length of the text.
  public init(
    _ text: String, yearStart: CalendarYearStart = .january, defaultOffset: UTCOffset? = nil
  ) throws(DateTextError) {
    date = try HistoricalDate(
      text, style: DateStyle(.julian, yearStart: yearStart), defaultOffset: defaultOffset)
    self.yearStart = yearStart
  }
}
