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
    return dualYearText(legal, modern)
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

extension HistoricalDate {
  /// A date of another style in people's words: of the Julian calendar with the Gregorian days in brackets, as of ``DualDate``:
  /// `c. 25 October 1917 O.S. (7 November N.S.)`, `October 1917 O.S. (14 October 1917 – 13 November 1917 N.S.)`, `from 25
  /// October 1917 to 31 January 1918 O.S. (7 November 1917 – 13 February 1918 N.S.)`. Nil where the words of the date itself do.
  ///
  /// Flags and times stand with the Julian date alone. A day or a month before the first day of its year has both years.
  /// A date in the Gregorian calendar of a year that does not begin on 1 January is described by our years.
  func dualDescription(in language: String) -> String? {
    switch origin {
    case nil: return nil
    case .takenFor(_, .julian(let yearStart), let written?):
      let style = DateStyle(.julian, yearStart: yearStart)
      return (try? HistoricalDate(written, style: style))?.dualDescription(in: language)
    case .takenFor: return nil
    case .reckoned(let style, _):
      guard style.calendar == .julian else { return style.isPlain ? nil : inFormat.words(in: language) }
      return dual(inFormat.unqualified, { $0.words(in: language) }, in: language)
    }
  }

  /// The same with dashes in place of the words of intervals.
  func shortDualDescription(in language: String) -> String? {
    guard case .reckoned(let style, _) = origin, style.calendar == .julian else {
      return dualDescription(in: language)
    }
    return dual(inFormat.unqualified, { $0.shortWords(in: language) }, in: language)
  }

  /// The words of the Julian date, and in brackets those of the Gregorian one.
  private func dual(
    _ gregorian: HistoricalDate, _ told: (HistoricalDate) -> String, in language: String
  ) -> String {
    let words = Description.words(of: language)
    let julian = withDualYears(told(self))
    switch (form, gregorian.form) {
    case (.point(let written), .point(let point)):
      let day = point.localEarliest.day
      let hasOneYear = written.julianYears.map { $0.legal == $0.modern } ?? false
      let isSameYear = hasOneYear && day.year == written.julianYears?.modern
      return words.dual(julian, words.noun(.init(day), .plain, omitting: isSameYear ? .year : .nothing))
    case (.point, .set(_, let members)) where members.count == 1:
      let days = DescriptionPoint.Unit.range(
        .init(gregorian.localEarliest.day), .init(gregorian.localLatest.day))
      return words.dual(julian, words.noun(days, .plain))
    case (.interval, _): return words.dual(julian, gregorian.shortWords(in: language))
    default: return words.dual(julian, gregorian.words(in: language))
    }
  }

  /// Words with both numbers of a year, where a day or month of it stands before its first day.
  private func withDualYears(_ words: String) -> String {
    var years: [Int64: Int64] = [:]
    _ = containsPoint { point in
      if let (legal, modern) = point.julianYears, legal != modern, legal > 99 { years[legal] = modern }
      return false
    }
    // A year that stands for itself as well, or in the other way, would be changed too.
    _ = containsPoint { point in
      if let (legal, modern) = point.julianYears {
        if legal == modern { years[legal] = nil }
      } else {
        years = [:]
      }
      return false
    }
    var (result, rest) = ("", words[...])
    while let digit = rest.firstIndex(where: \.isWholeNumber) {
      let number = rest[digit...].prefix(while: \.isWholeNumber)
      result += rest[..<digit]
      if let legal = Int64(number), let modern = years[legal] {
        result += dualYearText(legal, modern)
      } else {
        result += number
      }
      rest = rest[number.endIndex...]
    }
    return result + rest
  }

  /// The date without flags and times.
  private var unqualified: HistoricalDate {
    func plain(_ point: DatePoint) -> DatePoint {
      var point = point
      point.qualifiers = []
      guard point.precision.isTime, let day = HistoricalDate(point.localEarliest.day),
        case .point(let plain) = day.form
      else { return point }
      return plain
    }
    switch form {
    case .point(let point): return HistoricalDate(text: text, form: .point(plain(point)))
    case .interval(let start, let end):
      func side(_ endpoint: Endpoint) -> Endpoint {
        if case .date(let date) = endpoint { .date(date.unqualified) } else { endpoint }
      }
      return HistoricalDate(text: text, form: .interval(start: side(start), end: side(end)))
    case .set(let kind, let members):
      return HistoricalDate(
        text: text,
        form: .set(
          kind,
          members.map {
            $0.isRange
              ? SetMember(from: $0.first.map(plain), to: $0.last.map(plain))
              : $0.first.map { SetMember(plain($0)) } ?? $0
          }))
    }
  }
}

extension DatePoint {
  /// The year that is written of a day or a month, and the year from 1 January that has it; nil of other points.
  fileprivate var julianYears: (legal: Int64, modern: Int64)? {
    guard components.years.isExact, components.significantDigits == 0, !components.isCutMonth,
      let month = components.month.value, month <= 12
    else { return nil }
    let legal = components.years.value
    let day = components.day.value ?? 1
    return (legal, components.style.yearStart.januaryYear(of: legal, month: month, day: day))
  }
}

/// Both numbers of a year, the second shortened within a century: `1640/41`.
func dualYearText(_ legal: Int64, _ modern: Int64) -> String {
  guard legal >= 100, legal / 100 == modern / 100 else {
    return "\(padded(legal, to: 4))/\(padded(modern, to: 4))"
  }
  // The year as people count it goes up with time, whichever of the two is written.
  return "\(padded(legal, to: 4))/\(padded(modern % 100, to: 2))"
}

extension JulianDate {
  /// The date in people's words, the Julian date first and the Gregorian in brackets: see ``HistoricalDate/description(in:)``.
  public func description(in language: String) -> String { date.description(in: language) }
}
