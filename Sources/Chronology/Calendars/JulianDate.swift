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
  /// Whether the text is marked as uncertain (`?` or `%`).
  public let isUncertain: Bool
  /// Whether the text is marked as approximate (`~` or `%`).
  public let isApproximate: Bool

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
    var reader = JulianDateReader(text, yearStart: yearStart)
    let reading: JulianDateReader.Reading
    do {
      reading = try reader.wholeText()
    } catch {
      throw DateTextError(error, in: text, subject: .date)
    }
    self.text = text
    self.yearStart = yearStart
    (isUncertain, isApproximate) = (reading.isUncertain, reading.isApproximate)
    do {
      gregorian = try HistoricalDate(reading.gregorianText, defaultOffset: defaultOffset)
    } catch {
      // Only a time can still be wrong; the same day may be a character longer in the other calendar.
      let shift = text.utf8.count - reading.gregorianText.utf8.count
      let failure = ParseFailure(position: max(0, error.column - 1 + shift), expected: error.expected)
      throw DateTextError(failure, in: text, subject: .date)
    }
  }
}

/// Reads the text of a Julian date once, from left to right.
private struct JulianDateReader {
  struct Reading {
    var gregorianText: String
    var isUncertain = false
    var isApproximate = false
  }

  /// A stretch of days of one reckoning, both ends included.
  private typealias Days = (first: Day, last: Day)

  let bytes: [UInt8]
  let yearStart: CalendarYearStart
  var position = 0

  init(_ text: String, yearStart: CalendarYearStart) {
    bytes = Array(text.utf8)
    self.yearStart = yearStart
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private func failure(_ expected: String, at place: Int? = nil) -> ParseFailure {
    ParseFailure(position: place ?? position, expected: expected)
  }

  mutating func wholeText() throws(ParseFailure) -> Reading {
    var result = try side(inInterval: false)
    guard skip("/") else {
      guard next == nil else {
        throw failure("a qualifier (?, ~ or %), '/' and an end or the end of the text")
      }
      if result.text.isEmpty || result.text == ".." { throw failure("a year of four digits", at: 0) }
      return result.reading
    }
    guard result.last != nil || result.text.isEmpty || result.text == ".." else {
      throw failure("a day before '/', as a Julian month or year is none of the Gregorian calendar", at: 0)
    }
    let place = position
    let end = try side(inInterval: true)
    guard next == nil else { throw failure("the end of the text") }
    if result.text.isEmpty && end.text.isEmpty {
      throw failure("a date or '..' on at least one side of '/'")
    }
    if let first = result.first, let last = end.last, first > last {
      throw failure("an end that is not before the start", at: place)
    }
    result.reading.gregorianText += "/" + end.reading.gregorianText
    result.reading.isUncertain = result.reading.isUncertain || end.reading.isUncertain
    result.reading.isApproximate = result.reading.isApproximate || end.reading.isApproximate
    return result.reading
  }

  /// One side of an interval or the whole text; the days are those of a single day alone.
  private mutating func side(
    inInterval: Bool
  ) throws(ParseFailure) -> (reading: Reading, text: String, first: Day?, last: Day?) {
    if next == nil || next == UInt8(ascii: "/") { return (Reading(gregorianText: ""), "", nil, nil) }
    if next == UInt8(ascii: "."), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: ".") {
      position += 2
      return (Reading(gregorianText: ".."), "..", nil, nil)
    }
    let place = position
    let stretches = try days()
    let isDay = stretches.count == 1 && stretches[0].first == stretches[0].last
    if inInterval && !isDay {
      throw failure("a day, as a Julian month or year is none of the Gregorian calendar", at: place)
    }
    let time = isDay ? timeText() : ""
    let flag: String =
      switch next {
      case UInt8(ascii: "?"): "?"
      case UInt8(ascii: "~"): "~"
      case UInt8(ascii: "%"): "%"
      default: ""
      }
    position += flag.utf8.count
    var reading = Reading(gregorianText: "", isUncertain: flag == "?" || flag == "%")
    reading.isApproximate = flag == "~" || flag == "%"
    if isDay {
      reading.gregorianText = "\(stretches[0].first)\(time)\(flag)"
      return (reading, reading.gregorianText, stretches[0].first, stretches[0].last)
    }
    let members = stretches.map {
      $0.first == $0.last ? "\($0.first)\(flag)" : "\($0.first)\(flag)..\($0.last)\(flag)"
    }
    reading.gregorianText = "[" + members.joined(separator: ",") + "]"
    return (reading, reading.gregorianText, nil, nil)
  }

  /// The time that follows a day, as it stands; it is read with the Gregorian text.
  private mutating func timeText() -> String {
    guard next == UInt8(ascii: "T") else { return "" }
    let start = position
    while let byte = next, !"?~%/".utf8.contains(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// The days of a year, month or day.
  private mutating func days() throws(ParseFailure) -> [Days] {
    let place = position
    let years = try fourDigitYears()
    guard years.count == 1, skip("-") else { return [try yearDays(years, at: place)] }
    let year = years.lowerBound
    if skipUnspecifiedPair() {
      if skip("-"), !skipUnspecifiedPair() { throw failure("'XX', as the month is unspecified") }
      return [try yearDays(years, at: place)]
    }
    let monthPlace = position
    guard let month = twoDigits(), (1...12).contains(month) else {
      throw failure("a month from 01 to 12", at: monthPlace)
    }
    guard skip("-"), !skipUnspecifiedPair() else { return try monthDays(year, month, at: place) }
    let dayPlace = position
    // The leap day belongs to the year that begins in the January before it, by either reckoning.
    let limit = Day.daysInJulianMonth(month, of: yearStart.januaryYear(of: year, month: month, day: 1))
    guard let number = twoDigits(), (1...limit).contains(number) else {
      throw failure(
        "a day from 01 to \(limit) of \(padded(year, to: 4))-\(padded(month, to: 2))", at: dayPlace)
    }
    let day = try day(yearStart.januaryYear(of: year, month: month, day: number), month, number, at: place)
    return [(day, day)]
  }

  private func yearDays(_ years: ClosedRange<Int64>, at place: Int) throws(ParseFailure) -> Days {
    switch yearStart {
    case .january: (try day(years.lowerBound, 1, 1, at: place), try day(years.upperBound, 12, 31, at: place))
    case .ladyDay:
      (try day(years.lowerBound, 3, 25, at: place), try day(years.upperBound + 1, 3, 24, at: place))
    }
  }

  private func monthDays(_ year: Int64, _ month: Int, at place: Int) throws(ParseFailure) -> [Days] {
    if yearStart == .ladyDay && month == 3 {
      return [
        (try day(year, 3, 25, at: place), try day(year, 3, 31, at: place)),
        (try day(year + 1, 3, 1, at: place), try day(year + 1, 3, 24, at: place)),
      ]
    }
    let modern = yearStart.januaryYear(of: year, month: month, day: 1)
    let length = Day.daysInJulianMonth(month, of: modern)
    return [(try day(modern, month, 1, at: place), try day(modern, month, length, at: place))]
  }

  private func day(_ year: Int64, _ month: Int, _ day: Int, at place: Int) throws(ParseFailure) -> Day {
    guard let day = Day(julianYear: year, month: month, day: day), (-9999...9999).contains(day.year) else {
      throw failure("a date whose Gregorian year has four digits", at: place)
    }
    return day
  }

  /// Four digits, of which all but the first may be unspecified, with or without a minus sign.
  private mutating func fourDigitYears() throws(ParseFailure) -> ClosedRange<Int64> {
    let place = position
    let isNegative = skip("-")
    var (value, unit): (Int64, Int64) = (0, 1)
    var count = 0
    while count < 4, let byte = next {
      if let digit = digitValue(byte), unit == 1 {
        value = value * 10 + Int64(digit)
      } else if byte == UInt8(ascii: "X"), count > 0 {
        (value, unit) = (value * 10, unit * 10)
      } else {
        break
      }
      position += 1
      count += 1
    }
    guard count == 4, next.map({ digitValue($0) == nil && $0 != UInt8(ascii: "X") }) ?? true else {
      throw failure("a year of four digits", at: place)
    }
    if isNegative && value + unit - 1 == 0 {
      throw failure("'0000' for the year 0, without a sign", at: place)
    }
    let far = value + unit - 1
    return isNegative ? -far ... -max(value, 1) : value...far
  }

  private mutating func twoDigits() -> Int? {
    guard position + 1 < bytes.count, let tens = digitValue(bytes[position]),
      let units = digitValue(bytes[position + 1]),
      position + 2 == bytes.count || digitValue(bytes[position + 2]) == nil
    else { return nil }
    position += 2
    return tens * 10 + units
  }

  private mutating func skipUnspecifiedPair() -> Bool {
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "X"),
      bytes[position + 1] == UInt8(ascii: "X")
    else { return false }
    position += 2
    return true
  }
}
