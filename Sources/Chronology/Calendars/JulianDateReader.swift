/// Reads the text of a Julian date once, from left to right.
struct JulianDateReader {
  struct Reading {
    var gregorian: HistoricalDate
    /// The year or month that is named; `nil` for days.
    var named: DatePoint?
  }

  /// What stands on one side of the slash of an interval.
  private enum Side {
    case open
    case unknown
    case day(HistoricalDate, Day)
    /// A year or month, which is one of some days.
    case days(Reading)

    /// The start or end of an interval; `nil` for what can be none.
    var endpoint: HistoricalDate.Endpoint? {
      switch self {
      case .open: .open
      case .unknown: .unknown
      case .day(let date, _): .date(date)
      case .days: nil
      }
    }
  }

  /// A stretch of days of one reckoning, both ends included.
  private typealias Days = (first: Day, last: Day)

  let bytes: [UInt8]
  let yearStart: CalendarYearStart
  let defaultOffset: UTCOffset?
  var position = 0
  /// What has been read of a year or month, as it is written.
  private var written: WrittenComponents
  /// What could have continued a time, for the error when something else follows.
  private var continuations: DateParser.Continuations = .qualifier

  init(_ text: String, yearStart: CalendarYearStart, defaultOffset: UTCOffset?) {
    bytes = Array(text.utf8)
    (self.yearStart, self.defaultOffset) = (yearStart, defaultOffset)
    written = WrittenComponents(years: YearPattern(0), defaultOffset: defaultOffset)
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
    let start = try side(inInterval: false)
    guard skip("/") else {
      guard next == nil else {
        throw failure(continuations.words(and: ["'/' and an end", "the end of the text"]))
      }
      switch start {
      case .open, .unknown: throw failure("a year of four digits", at: 0)
      case .day(let date, _): return Reading(gregorian: date)
      case .days(let reading): return reading
      }
    }
    guard let first = start.endpoint else {
      throw failure("a day before '/', as a Julian month or year is none of the Gregorian calendar", at: 0)
    }
    let place = position
    continuations = []
    let end = try side(inInterval: true)
    guard next == nil, let last = end.endpoint else {
      throw failure(continuations.words(and: ["the end of the text"]))
    }
    if first == .unknown && last == .unknown { throw failure("a date or '..' on at least one side of '/'") }
    if case .day(_, let first) = start, case .day(_, let last) = end, first > last {
      throw failure("an end that is not before the start", at: place)
    }
    guard let date = HistoricalDate(from: first, to: last) else {
      throw failure("an end that is not before the start", at: place)
    }
    return Reading(gregorian: date)
  }

  /// One side of an interval or the whole text.
  private mutating func side(inInterval: Bool) throws(ParseFailure) -> Side {
    if next == nil || next == UInt8(ascii: "/") { return .unknown }
    if next == UInt8(ascii: "."), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: ".") {
      position += 2
      return .open
    }
    let place = position
    let stretches = try days()
    if stretches.count == 1, stretches[0].first == stretches[0].last {
      return .day(try date(of: stretches[0].first), stretches[0].first)
    }
    if inInterval {
      throw failure("a day, as a Julian month or year is none of the Gregorian calendar", at: place)
    }
    let flag = readFlag()
    var members: [SetMember] = []
    var texts: [String] = []
    for (first, last) in stretches {
      guard let start = point(first, flag), let end = point(last, flag) else { continue }
      members.append(first == last ? SetMember(start) : SetMember(from: start, to: end))
      texts.append(first == last ? "\(first)\(flag.text)" : "\(first)\(flag.text)..\(last)\(flag.text)")
    }
    let pattern = DatePattern(written)
    var named: DatePoint?
    if let first = pattern.firstDay, let last = pattern.lastDay {
      named = DatePoint(first: first, last: last, .year, written)
      named?.qualifiers = flag.qualifiers
    }
    return .days(
      Reading(
        gregorian: HistoricalDate(
          text: "[\(texts.joined(separator: ","))]", form: .set(.oneOf, members), level: .two),
        named: named))
  }

  /// A day of the Gregorian calendar with the time and the flag that follow.
  private mutating func date(of day: Day) throws(ParseFailure) -> HistoricalDate {
    guard var point = point(day, (.init(), "")) else { throw failure("a year of four digits") }
    var level = point.components.years.isNegative ? 1 : 0
    var text = day.description
    if next == UInt8(ascii: "T") {
      var parser = DateParser(bytes, from: position + 1, defaultOffset: defaultOffset)
      parser.written = point.components
      var qualifiers: Qualifiers = []
      point = try parser.time(on: point, &qualifiers)
      point.qualifiers = qualifiers
      text += String(decoding: bytes[position..<parser.position], as: UTF8.self)
      level = max(level, parser.level)
      (position, continuations) = (parser.position, parser.continuations)
    } else {
      let flag = readFlag()
      point.qualifiers = flag.qualifiers
      text += flag.text
      if !flag.text.isEmpty { level = 1 }
    }
    return HistoricalDate(text: text, form: .point(point), level: EDTFLevel(rawValue: level))
  }

  /// A flag at the end, which holds for the whole date.
  private typealias WholeFlag = (qualifiers: Qualifiers, text: String)

  private mutating func readFlag() -> WholeFlag {
    guard let byte = next, let flag = Qualifiers.Flag(rawValue: byte) else { return ([], "") }
    position += 1
    var qualifiers: Qualifiers = []
    qualifiers.formUnion(flag, on: 0...2)
    return (qualifiers, String(decoding: [byte], as: UTF8.self))
  }

  private func point(_ day: Day, _ flag: WholeFlag) -> DatePoint? {
    guard let components = WrittenComponents(day, defaultOffset) else { return nil }
    var point = DatePoint(day, components)
    point.qualifiers = flag.qualifiers
    return point
  }

  /// The days of a year, month or day.
  private mutating func days() throws(ParseFailure) -> [Days] {
    let place = position
    let years = try fourDigitYears()
    guard years.count == 1, skip("-") else { return [try yearDays(years, at: place)] }
    let year = years.lowerBound
    if skipUnspecifiedPair() {
      written.month = .unspecified
      if skip("-") {
        guard skipUnspecifiedPair() else { throw failure("'XX', as the month is unspecified") }
        written.day = .unspecified
      }
      return [try yearDays(years, at: place)]
    }
    let monthPlace = position
    guard let month = twoDigits(), (1...12).contains(month) else {
      throw failure("a month from 01 to 12", at: monthPlace)
    }
    written.month = DigitPair(month)
    guard skip("-") else { return try monthDays(year, month, at: place) }
    if skipUnspecifiedPair() {
      written.day = .unspecified
      return try monthDays(year, month, at: place)
    }
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
    // The unspecified digits are the last ones, as many as the zeros of the unit.
    let places: UInt8 = unit == 1 ? 0 : unit == 10 ? 1 : unit == 100 ? 3 : 7
    written = WrittenComponents(
      years: YearPattern(magnitude: value, isNegative: isNegative, unspecified: places),
      defaultOffset: defaultOffset)
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
