/// A date that a text in words may mean.
struct WordedMeaning: Hashable, Sendable {
  /// The date in the Extended Date/Time Format.
  var edtf: String
  /// The calendar of the text.
  var calendar: WrittenCalendar = .gregorian
  /// The same date by the Julian calendar, in the form of the format; nil for other calendars.
  var written: String?

  /// A date of the Julian calendar in the form of the format; `nil` when there is none, or no Gregorian text for it.
  init?(julian text: String, _ yearStart: CalendarYearStart) {
    guard let date = try? JulianDate(text, yearStart: yearStart) else { return nil }
    edtf = date.gregorianText
    written = text
    calendar = .julian(yearStart)
  }

  /// A day of the Julian calendar with a flag; `nil` when it has no text.
  init?(_ day: Day, _ yearStart: CalendarYearStart, flag: String) {
    let (year, month, dayOfMonth) = day.julianComponents
    let legal = yearStart.year(ofJanuaryYear: year, month: month, day: dayOfMonth)
    self.init(
      julian:
        "\(padded(legal, to: 4))-\(padded(Int64(month), to: 2))-\(padded(Int64(dayOfMonth), to: 2))\(flag)",
      yearStart)
  }

  init(_ edtf: String, _ calendar: WrittenCalendar = .gregorian) {
    self.edtf = edtf
    self.calendar = calendar
  }
}

/// What a text in words may mean, or why it means nothing.
struct WordedOutcome: Sendable {
  private(set) var meanings: [WordedMeaning] = []
  private(set) var refusals: [String] = []

  var isEmpty: Bool { meanings.isEmpty }

  mutating func mean(_ meaning: WordedMeaning) {
    // One date written in two ways is one meaning.
    if !meanings.contains(where: { $0.edtf == meaning.edtf }) { meanings.append(meaning) }
  }

  mutating func refuse(_ reason: String) {
    if !refusals.contains(reason) { refusals.append(reason) }
  }

  mutating func merge(_ other: WordedOutcome) {
    other.meanings.forEach { mean($0) }
    other.refusals.forEach { refuse($0) }
  }
}
