/// Reads one point: year, month or season, day, time, offset and flags.
extension DateParser {
  /// A point with its flags.
  mutating func point(orElse expected: String) throws(ParseFailure) -> DatePoint {
    var qualifiers: Qualifiers = []
    pointStart = position
    readFlag(before: 0, into: &qualifiers)
    let place = position
    var point: DatePoint
    if style.isPlain, skip("Y") {
      point = try longYear()
      readFlag(after: 0, into: &qualifiers)
    } else {
      let years = try fourDigitYear(orElse: expected)
      if next == UInt8(ascii: "S"), years.isExact, let year = years.year(at: 0) {
        point = try significantDigits(of: year, from: place)
        readFlag(after: 0, into: &qualifiers)
      } else {
        written = WrittenComponents(years: years, style: style, defaultOffset: defaultOffset)
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
    return try spread(orElse: "a year that there is")
  }

  private mutating func monthOrSeason(
    of years: YearPattern, from start: Int, _ qualifiers: inout Qualifiers
  ) throws(ParseFailure) -> DatePoint {
    if !years.isExact { need(2) }
    readFlag(before: 1, into: &qualifiers)
    let place = position
    let expected = "a month from 01 to 12 or a season from 21 to 41"
    guard let digits = pair() else { throw failure(expected, at: place) }
    written.month = digits
    if let code = digits.value, Season.codes.contains(code) {
      guard style.yearStart == .january else {
        throw failure(
          "a month from 01 to 12, as the parts of a year are those of years from 1 January", at: place)
      }
      need(code > 24 ? 2 : 1)
      readFlag(after: 1, into: &qualifiers)
      return try season(code, of: years)
    }
    guard digits.bits(in: 1...12) != 0 else { throw failure(expected, at: place) }
    if digits.hasUnspecifiedDigits { need(digits.isUnspecified ? 1 : 2) }
    let end = position
    readFlag(after: 1, into: &qualifiers, orElse: .day)
    if skip("-") { return try day(named: start..<end, &qualifiers) }
    if let month = digits.value, years.isExact, let year = years.year(at: 0) {
      return try placed(from: (year, month, 1), to: (year, month, style.daysInMonth(month, of: year)), .month)
    }
    return try spread(orElse: expected)
  }

  private mutating func season(_ code: Int, of years: YearPattern) throws(ParseFailure) -> DatePoint {
    guard years.isExact, let year = years.year(at: 0) else {
      return try spread(orElse: "a year that there is")
    }
    let (endYear, endMonth) = Season.end(code, of: year)
    let endDay = style.daysInMonth(endMonth, of: endYear)
    return try placed(from: (year, Season.months(code).first, 1), to: (endYear, endMonth, endDay), .season)
  }

  /// A day of the months that have been read, which stand at a place of the text, and perhaps its time.
  private mutating func day(
    named name: Range<Int>, _ qualifiers: inout Qualifiers
  ) throws(ParseFailure) -> DatePoint {
    readFlag(before: 2, into: &qualifiers)
    let place = position
    let monthDigits = written.month
    guard let digits = pair() else { throw noSuchDay(named: name, at: place) }
    if let day = digits.value, let month = monthDigits.value, written.years.isExact,
      let year = written.years.year(at: 0)
    {
      guard day >= 1, day <= style.daysInMonth(month, of: year) else {
        throw noSuchDay(named: name, at: place)
      }
      written.day = digits
      let point = try placed(from: (year, month, day), to: (year, month, day), .day)
      let canHaveTime = qualifiers.isEmpty
      readFlag(after: 2, into: &qualifiers, orElse: canHaveTime ? .time : [])
      guard canHaveTime, qualifiers.isEmpty, skip("T") else { return point }
      return try time(on: point, &qualifiers)
    }
    guard digits.bits(in: 1...31) != 0 else { throw noSuchDay(named: name, at: place) }
    let isFromTheRight = digits.isUnspecified && (monthDigits.value != nil || monthDigits.isUnspecified)
    need(isFromTheRight ? 1 : 2)
    written.day = digits
    let pattern = DatePattern(written)
    guard let first = pattern.firstDay, let last = pattern.lastDay else {
      written.day = .none
      throw noSuchDay(named: name, at: place)
    }
    readFlag(after: 2, into: &qualifiers)
    return try inRange(DatePoint(first: first, last: last, pattern.precision, written))
  }

  private func noSuchDay(named name: Range<Int>, at place: Int) -> ParseFailure {
    let months = DatePattern(written)
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
  mutating func time(on day: DatePoint, _ qualifiers: inout Qualifiers) throws(ParseFailure)
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
      let length = end - position
      let isInFull = length == 1 || (length == 6 && bytes[position + 3] == UInt8(ascii: ":"))
      written.state(offset, inFull: isInFull)
      // ISO 8601 has no offset of minus zero.
      if !(isInFull || length == 3) || (next == UInt8(ascii: "-") && offset == .utc) {
        need(DateParser.beyond)
      }
      position = end
      others = []
    }
    readFlag(after: 2, into: &qualifiers, orElse: others)
    if !qualifiers.isEmpty { need(DateParser.beyond) }
    let start = midnight.adding(seconds: Int64(hour * 3600 + minute * 60 + second))
    return DatePoint(
      earliest: start, latest: hasSeconds ? start : start.adding(seconds: 59), components: written,
      precision: hasSeconds ? .second : .minute)
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

  /// The point that the days with the digits written span.
  private func spread(orElse expected: String) throws(ParseFailure) -> DatePoint {
    let pattern = DatePattern(written)
    guard let first = pattern.firstDay, let last = pattern.lastDay else { throw failure(expected) }
    return try inRange(DatePoint(first: first, last: last, pattern.precision, written))
  }

  /// The point with the components written, from the start of one day to the end of another.
  func placed(
    from first: (year: Int64, month: Int, day: Int), to last: (year: Int64, month: Int, day: Int),
    _ precision: Precision
  ) throws(ParseFailure) -> DatePoint {
    if !style.isPlain { return try reckoned(first, last, precision) }
    guard let firstDay = Day(year: first.year, month: first.month, day: first.day) else {
      throw failure("a year from -292000000000 to 292000000000")
    }
    if first == last { return DatePoint(first: firstDay, last: firstDay, precision, written) }
    guard let lastDay = Day(year: last.year, month: last.month, day: last.day) else {
      throw failure("a year from -292000000000 to 292000000000")
    }
    return DatePoint(first: firstDay, last: lastDay, precision, written)
  }

  /// The same by another style, where a whole year and a month have other ends.
  private func reckoned(
    _ first: (year: Int64, month: Int, day: Int), _ last: (year: Int64, month: Int, day: Int),
    _ precision: Precision
  ) throws(ParseFailure) -> DatePoint {
    var days: (first: Day?, last: Day?)
    if written.month == .none {
      days = (style.firstDay(ofYear: first.year), style.lastDay(ofYear: last.year))
    } else {
      let pattern = DatePattern(written)
      days = (pattern.firstDay, pattern.lastDay)
    }
    guard let firstDay = days.first, let lastDay = days.last else {
      throw failure(DateParser.fourDigits, at: pointStart)
    }
    return try inRange(DatePoint(first: firstDay, last: lastDay, precision, written))
  }

  private static let fourDigits = "a date whose Gregorian year has four digits"

  /// A point by another style, if the Extended Date/Time Format has its days.
  private func inRange(_ point: DatePoint) throws(ParseFailure) -> DatePoint {
    guard
      style.isPlain
        || ((-9999...9999).contains(point.localEarliest.day.year)
          && (-9999...9999).contains(point.localLatest.day.year))
    else { throw failure(DateParser.fourDigits, at: pointStart) }
    return point
  }
}

extension DatePattern {
  /// The days that have the digits of a date's components.
  init(_ components: WrittenComponents) {
    (years, style) = (components.years, components.style)
    if let season = components.season {
      self.season = season
      return
    }
    let (month, day) = (components.month, components.day)
    // Every month, or every day of whole months, is what 0 stands for.
    let isAnyDay = day == .none || day.isUnspecified
    if month != .none && !(month.isUnspecified && isAnyDay) {
      months = UInt16(month.bits(in: 1...12))
    }
    if !isAnyDay { days = day.bits(in: 1...31) }
  }

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
