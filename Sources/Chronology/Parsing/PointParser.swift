/// Reads one point: year, month or season, day, time, offset and flags.
extension DateParser {
  /// A point with its flags.
  mutating func point(orElse expected: String) throws(ParseFailure) -> DatePoint {
    hasUnspecifiedDigits = false
    var qualifiers: Qualifiers = []
    readFlag(before: 0, into: &qualifiers)
    let place = position
    var point: DatePoint
    if skip("Y") {
      point = try longYear()
      readFlag(after: 0, into: &qualifiers)
    } else {
      let years = try fourDigitYear(orElse: expected)
      if next == UInt8(ascii: "S"), years.isExact, let year = years.year(at: 0) {
        point = try significantDigits(of: year, from: place)
        readFlag(after: 0, into: &qualifiers)
      } else {
        readFlag(after: 0, into: &qualifiers, orElse: .month)
        point = skip("-") ? try monthOrSeason(of: years, from: place, &qualifiers) : try wholeYears(years)
      }
    }
    point.qualifiers = qualifiers
    return point
  }

  /// The whole of a year, or of the years that unspecified digits leave.
  private mutating func wholeYears(_ years: YearPattern) throws(ParseFailure) -> DatePoint {
    if years.isExact, let year = years.year(at: 0) {
      return try placed(from: (year, 1, 1), to: (year, 12, 31), .year)
    }
    need(years.isOneStretch && years.unspecified <= 2 ? 1 : 2)
    return try spread(DatePattern(years: years), orElse: "a year that there is")
  }

  private mutating func monthOrSeason(
    of years: YearPattern, from start: Int, _ qualifiers: inout Qualifiers
  ) throws(ParseFailure) -> DatePoint {
    if !years.isExact { need(2) }
    readFlag(before: 1, into: &qualifiers)
    let place = position
    let expected = "a month from 01 to 12 or a season from 21 to 41"
    guard let digits = pair() else { throw failure(expected, at: place) }
    if let code = digits.value, Season.codes.contains(code) {
      need(code > 24 ? 2 : 1)
      readFlag(after: 1, into: &qualifiers)
      return try season(code, of: years)
    }
    var pattern = DatePattern(years: years)
    for month in 1...12 where digits.matches(month) { pattern.months |= 1 << UInt16(month) }
    guard pattern.months != 0 else { throw failure(expected, at: place) }
    if digits.value == nil {
      hasUnspecifiedDigits = true
      need(digits.isUnspecified ? 1 : 2)
    }
    let end = position
    readFlag(after: 1, into: &qualifiers, orElse: .day)
    if skip("-") { return try day(of: pattern, digits, named: start..<end, &qualifiers) }
    if let month = digits.value, years.isExact, let year = years.year(at: 0) {
      return try placed(from: (year, month, 1), to: (year, month, Day.daysInMonth(month, of: year)), .month)
    }
    if digits.isUnspecified { pattern.months = 0 }
    return try spread(pattern, orElse: expected)
  }

  private mutating func season(_ code: Int, of years: YearPattern) throws(ParseFailure) -> DatePoint {
    var point: DatePoint
    if years.isExact, let year = years.year(at: 0) {
      let (endYear, endMonth) = Season.end(code, of: year)
      let endDay = Day.daysInMonth(endMonth, of: endYear)
      point = try placed(
        from: (year, Season.months(code).first, 1), to: (endYear, endMonth, endDay), .season)
    } else {
      point = try spread(
        DatePattern(years: years, season: UInt8(code)), orElse: "a year that there is")
    }
    point.season = UInt8(code)
    return point
  }

  /// A day of some months, and perhaps its time; the months stand at a place of the text with the digits given.
  private mutating func day(
    of months: DatePattern, _ monthDigits: DigitPair, named name: Range<Int>, _ qualifiers: inout Qualifiers
  ) throws(ParseFailure) -> DatePoint {
    readFlag(before: 2, into: &qualifiers)
    let place = position
    guard let digits = pair() else { throw noSuchDay(of: months, named: name, at: place) }
    if let day = digits.value, let month = monthDigits.value, months.years.isExact,
      let year = months.years.year(at: 0)
    {
      guard day >= 1, day <= Day.daysInMonth(month, of: year) else {
        throw noSuchDay(of: months, named: name, at: place)
      }
      let point = try placed(from: (year, month, day), to: (year, month, day), .day)
      let canHaveTime = qualifiers.isEmpty
      readFlag(after: 2, into: &qualifiers, orElse: canHaveTime ? .time : [])
      guard canHaveTime, qualifiers.isEmpty, skip("T") else { return point }
      return try time(on: point, &qualifiers)
    }
    var pattern = months
    for day in 1...31 where digits.matches(day) { pattern.days |= 1 << UInt32(day) }
    guard pattern.days != 0 else { throw noSuchDay(of: months, named: name, at: place) }
    if digits.value == nil { hasUnspecifiedDigits = true }
    let isFromTheRight = digits.isUnspecified && (monthDigits.value != nil || monthDigits.isUnspecified)
    need(isFromTheRight ? 1 : 2)
    if digits.isUnspecified {
      pattern.days = 0
      if monthDigits.isUnspecified { pattern.months = 0 }
    }
    guard pattern.firstDay != nil else { throw noSuchDay(of: months, named: name, at: place) }
    readFlag(after: 2, into: &qualifiers)
    return try spread(pattern, orElse: "a day")
  }

  private func noSuchDay(of months: DatePattern, named name: Range<Int>, at place: Int) -> ParseFailure {
    let text = bytes[name].filter { Qualifiers.Flag(rawValue: $0) == nil }
    return failure(
      "a day from 01 to \(months.longestMonth) of \(String(decoding: text, as: UTF8.self))", at: place)
  }

  // MARK: - Flags

  private mutating func flag() -> Qualifiers.Flag? {
    guard let next, let flag = Qualifiers.Flag(rawValue: next) else { return nil }
    position += 1
    return flag
  }

  /// A flag before a component, which holds for it alone.
  private mutating func readFlag(before component: Int, into qualifiers: inout Qualifiers) {
    guard let flag = flag() else { return }
    need(2)
    qualifiers.formUnion(flag, on: component...component)
  }

  /// A flag after a component, which holds for it and all before it; else something may follow that continues.
  private mutating func readFlag(
    after component: Int, into qualifiers: inout Qualifiers, orElse others: Continuations = []
  ) {
    continuations = others
    guard let flag = flag() else {
      continuations.insert(.qualifier)
      return
    }
    continuations.remove(.time)
    need(next == UInt8(ascii: "-") ? 2 : 1)
    qualifiers.formUnion(flag, on: 0...component)
  }

  // MARK: - Times

  /// Hours and minutes, perhaps seconds, perhaps an offset, perhaps a flag.
  private mutating func time(on day: DatePoint, _ qualifiers: inout Qualifiers) throws(ParseFailure)
    -> DatePoint
  {
    let hour = try field(upTo: 23, "an hour from 00 to 23")
    guard skip(":") else { throw failure("':' and the minutes") }
    let minute = try field(upTo: 59, "minutes from 00 to 59")
    let hasSeconds = skip(":")
    let second = hasSeconds ? try field(upTo: 59, "seconds from 00 to 59") : 0
    if !hasSeconds { need(DateParser.beyond) }
    var midnight = day.earliest
    var others: Continuations = hasSeconds ? .offset : [.seconds, .offset]
    if next == UInt8(ascii: "Z") || next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
      guard let (offset, end) = UTCOffset.read(bytes, from: position) else {
        throw failure("an offset such as Z, +09:00 or -03:30")
      }
      // `day` was placed by the default offset, which the time's own replaces.
      midnight = midnight.adding(seconds: Int64((defaultOffset ?? .utc).seconds - offset.seconds))
      if !isOffsetOfEDTF(position..<end, offset) { need(DateParser.beyond) }
      position = end
      others = []
    }
    readFlag(after: 2, into: &qualifiers, orElse: others)
    if !qualifiers.isEmpty { need(DateParser.beyond) }
    let start = midnight.adding(seconds: Int64(hour * 3600 + minute * 60 + second))
    return hasSeconds
      ? DatePoint(earliest: start, latest: start, precision: .second)
      : DatePoint(earliest: start, latest: start.adding(seconds: 59), precision: .minute)
  }

  /// `Z`, `+hh` or `+hh:mm`; ISO 8601 has no offset of minus zero.
  private func isOffsetOfEDTF(_ place: Range<Int>, _ offset: UTCOffset) -> Bool {
    if bytes[place.lowerBound] == UInt8(ascii: "-"), offset.seconds == 0 { return false }
    return place.count <= 3 || (place.count == 6 && bytes[place.lowerBound + 3] == UInt8(ascii: ":"))
  }

  private mutating func field(upTo limit: Int, _ expected: String) throws(ParseFailure) -> Int {
    let place = position
    guard let value = pair()?.value, value <= limit else { throw failure(expected, at: place) }
    return value
  }

  // MARK: - Pieces

  /// Two digits, each of which may be unspecified; nothing is passed when a third follows, for that would be
  /// another number: '1941-041' is not April.
  private mutating func pair() -> DigitPair? {
    guard position + 1 < bytes.count, let tens = DateParser.digit(bytes[position]),
      let units = DateParser.digit(bytes[position + 1])
    else { return nil }
    if position + 2 < bytes.count, DateParser.digit(bytes[position + 2]) != nil { return nil }
    position += 2
    return DigitPair(tens: tens, units: units)
  }

  /// The value of a digit, 15 for `X`; `nil` for any other byte.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case UInt8(ascii: "X"): 15
    default: nil
    }
  }

  /// The point that a pattern of days spans, moved by the default offset.
  private func spread(_ pattern: DatePattern, orElse expected: String) throws(ParseFailure) -> DatePoint {
    guard let first = pattern.firstDay, let last = pattern.lastDay else { throw failure(expected) }
    var point = placed(from: first, to: last, pattern.precision)
    if !pattern.isOneStretch { point.pattern = pattern }
    return point
  }

  /// The point from the start of one day to the end of another, moved by the default offset.
  func placed(
    from first: (year: Int64, month: Int, day: Int), to last: (year: Int64, month: Int, day: Int),
    _ precision: Precision
  ) throws(ParseFailure) -> DatePoint {
    guard let firstDay = Day(year: first.year, month: first.month, day: first.day) else {
      throw failure("a year from -292000000000 to 292000000000")
    }
    if first == last { return placed(from: firstDay, to: firstDay, precision) }
    guard let lastDay = Day(year: last.year, month: last.month, day: last.day) else {
      throw failure("a year from -292000000000 to 292000000000")
    }
    return placed(from: firstDay, to: lastDay, precision)
  }

  private func placed(from first: Day, to last: Day, _ precision: Precision) -> DatePoint {
    DatePoint(first: first, last: last, precision, offset: defaultOffset)
  }
}

extension DatePoint {
  /// The point from the start of one day to the end of another, as the clocks at an offset show them.
  init(first: Day, last: Day, _ precision: Precision, offset: UTCOffset?) {
    let shift = -Int64(offset?.seconds ?? 0)
    self.init(
      earliest: first.start.adding(seconds: shift), latest: last.end.adding(seconds: shift - 1),
      precision: precision)
  }
}

/// Two digits of a month or day, 15 where one is unspecified.
struct DigitPair {
  let tens: UInt8
  let units: UInt8

  /// The number; `nil` when a digit is unspecified.
  var value: Int? { tens < 10 && units < 10 ? Int(tens) * 10 + Int(units) : nil }

  /// Whether neither digit is known.
  var isUnspecified: Bool { tens == 15 && units == 15 }

  func matches(_ number: Int) -> Bool {
    (tens == 15 || Int(tens) == number / 10) && (units == 15 || Int(units) == number % 10)
  }
}

extension DatePattern {
  /// The unit that the digits before the first unspecified one name.
  fileprivate var precision: Precision {
    if years.isExact {
      guard months.nonzeroBitCount == 1 else { return .year }
      return days.nonzeroBitCount == 1 ? .day : .month
    }
    return switch years.leading {
    case 3: .decade
    case 2: .century
    default: .millennium
    }
  }
}
