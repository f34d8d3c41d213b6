/// The calendar that the text of a date is written in. Bounds are always proleptic Gregorian.
public enum WrittenCalendar: Hashable, Sendable {
  /// The calendar of the Extended Date/Time Format (New Style).
  case gregorian
  /// The Julian calendar (Old Style), whose years begin on some day.
  case julian(CalendarYearStart)
  /// The calendar of Sweden from 1 March 1700 to 30 February 1712, a day ahead of the Julian one.
  case swedish
  /// The calendar of the French Republic, from 22 September 1792.
  case frenchRepublican
  /// The Islamic calendar by its civil (tabular) reckoning; by observation a day may come a day earlier or later.
  case islamic
  /// The Hebrew calendar; its days begin on the evening before.
  case hebrew
}

extension HistoricalDate {
  /// How a text that is not in the Extended Date/Time Format was understood.
  indirect enum Origin: Hashable, Sendable {
    /// - Parameters:
    ///   - meaning: The date in the Extended Date/Time Format.
    ///   - calendar: The calendar of the text.
    ///   - written: The same date by the Julian calendar, in the form of the format; nil for other calendars.
    case takenFor(_ meaning: String, calendar: WrittenCalendar, written: String?)
    /// In the form of the format, but by another style, which the components of the date have.
    /// - Parameter document: The style of the document, by which words such as `O.S.` are understood.
    case reckoned(DateStyle, document: DateStyle)
  }

  /// What a text that is not in the format was taken for, which is; `nil` when the text itself is in the format.
  ///
  /// A date of another style is taken for the same date in the Gregorian calendar; see ``isExactInFormat`` for what cannot
  /// be said there.
  public var takenFor: String? {
    switch origin {
    case .takenFor(let meaning, _, _): meaning
    case .reckoned: GregorianForm(form).text
    case nil: nil
    }
  }

  /// The calendar that the text is written in.
  public var calendar: WrittenCalendar {
    switch origin {
    case .takenFor(_, let calendar, _): calendar
    case .reckoned(let style, _): style.calendar == .julian ? .julian(style.yearStart) : .gregorian
    case nil: .gregorian
    }
  }
}
