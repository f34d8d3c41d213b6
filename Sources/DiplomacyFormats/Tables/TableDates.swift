import Chronology

/// How a column of a table writes dates.
enum TableDateStyle: String, CaseIterable, Hashable {
  case lenient, edtf, messydates, ymd, dmy, mdy, decimal, year
}

/// What a text of a table comes to as a date.
enum TableDate {
  case date(HistoricalDate)
  /// It stands for no date.
  case missing
  case unreadable
  /// A day that no calendar has.
  case impossible
  /// It may be either.
  case unclear(String, String)
}

extension TableDateStyle {
  /// What a date of this style looks like.
  var example: String {
    switch self {
    case .lenient: "a date such as 1941-04-13, 13.4.1941, 1941 or 194X"
    case .edtf: "a date in EDTF, such as 1941-04-13, 1941 or 194X"
    case .messydates: "a date such as 1941-04-13, 1941 or 1941-04-13..1941-04-25"
    case .ymd: "year, month and day, such as 1941-04-13"
    case .dmy: "day, month and year, such as 13.4.1941"
    case .mdy: "month, day and year, such as 4/13/1941"
    case .decimal: "a year with a fraction, such as 1941.28"
    case .year: "a year, such as 1941"
    }
  }

  /// Reads a text.
  func read(_ text: String) -> TableDate {
    if self != .edtf, text == "." || text == "-" || isMissing(text) { return .missing }
    switch self {
    case .edtf: return Self.plain(text) ?? Self.failure(text)
    case .messydates: return Self.messy(text) ?? Self.failure(text)
    case .ymd, .dmy, .mdy: return numbers(text)
    case .decimal:
      if let year = Self.year(text) { return year }
      return Self.decimal(text) ?? Self.failure(text)
    case .year: return Self.year(text) ?? Self.failure(text)
    case .lenient: return lenient(text)
    }
  }

  private func lenient(_ text: String) -> TableDate {
    if let date = Self.messy(text) ?? Self.year(text) { return date }
    if text.utf8.count == 8, text.utf8.allSatisfy(Self.isDigit) { return Self.ymd.numbers(text) }
    if let three = ThreeNumbers(text) {
      if three.first > 12 || three.sign == "." { return Self.dmy.numbers(text) }
      if three.second > 12 { return Self.mdy.numbers(text) }
      if three.first == three.second { return Self.dmy.numbers(text) }
      return .unclear(three.text(isDayFirst: true), three.text(isDayFirst: false))
    }
    if let date = Self.decimal(text) { return date }
    if text.utf8.count > 4, text.utf8.count < 60, let date = try? HistoricalDate(lenient: text) {
      return .date(date.inFormat)
    }
    return Self.failure(text)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// EDTF.
  private static func plain(_ text: String) -> TableDate? {
    (try? HistoricalDate(text)).map { .date($0) }
  }

  /// EDTF, and what messydates has besides: `a..b` without brackets, and `{a,b}` for one of several.
  private static func messy(_ text: String) -> TableDate? {
    if let date = plain(text) {
      guard case .date(let set) = date, set.shape == .allOf else { return date }
      return plain("[\(text.dropFirst().dropLast())]")
    }
    guard text.contains("..") || text.contains(",") else { return nil }
    let inner = text.hasPrefix("{") && text.hasSuffix("}") ? String(text.dropFirst().dropLast()) : text
    return plain("[\(inner)]")
  }

  /// A whole year, also as programs of statistics write it: `1941.0`.
  private static func year(_ text: String) -> TableDate? {
    let digits = text.hasSuffix(".0") ? text.dropLast(2) : text[...]
    guard let year = Int64(digits), abs(year) < 10_000 else { return nil }
    return HistoricalDate(year: year).map { .date($0) }
  }

  private static func decimal(_ text: String) -> TableDate? {
    guard text.utf8.allSatisfy({ isDigit($0) || $0 == 0x2E || $0 == 0x2C || $0 == 0x2D }) else { return nil }
    return DateColumn.day(ofYear: text).flatMap(plain)
  }

  // MARK: Numbers

  private func numbers(_ text: String) -> TableDate {
    var numbers: [Int64] = []
    var digits = 0
    for byte in text.utf8 {
      if Self.isDigit(byte) {
        guard digits < 9 else { return Self.failure(text) }
        if digits == 0 { numbers.append(0) }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int64(byte - 0x30)
        digits += 1
      } else {
        digits = 0
        // Behind the day an hour may follow.
        if numbers.count == 3, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "T") { break }
        guard byte < 0x40, byte != UInt8(ascii: "~"), byte != UInt8(ascii: "?") else {
          return Self.failure(text)
        }
      }
    }
    if numbers.count == 1, text.utf8.count == 8 {
      let number = numbers[0]
      numbers =
        self == .ymd
        ? [number / 10_000, number / 100 % 100, number % 100]
        : [number / 1_000_000, number / 10_000 % 100, number % 10_000]
    }
    // A month: 194104.
    if numbers.count == 1, text.utf8.count == 6, self == .ymd {
      numbers = [numbers[0] / 100, numbers[0] % 100]
    }
    switch (self, numbers.count) {
    case (_, 1): return Self.day(numbers[0], nil, nil)
    case (.ymd, 2): return Self.day(numbers[0], numbers[1], nil)
    case (_, 2): return Self.day(numbers[1], numbers[0], nil)
    case (.ymd, 3): return Self.day(numbers[0], numbers[1], numbers[2])
    case (.dmy, 3): return Self.day(numbers[2], numbers[1], numbers[0])
    case (.mdy, 3): return Self.day(numbers[2], numbers[0], numbers[1])
    default: return Self.failure(text)
    }
  }

  /// A date of numbers; a month or a day that there cannot be is not stated, as -9, 0 and 99 stand for.
  static func day(_ year: Int64, _ month: Int64?, _ day: Int64?) -> TableDate {
    guard abs(year) < 10_000 else { return .unreadable }
    let whole = HistoricalDate(year: year).map(TableDate.date) ?? .unreadable
    guard let month, 1...12 ~= month else { return whole }
    if let day, 1...31 ~= day {
      guard let found = Day(year: year, month: Int(month), day: Int(day)), let date = HistoricalDate(found)
      else { return .impossible }
      return .date(date)
    }
    guard case .date(let date) = whole else { return whole }
    return plain("\(date.text)-\(month < 10 ? "0" : "")\(month)") ?? whole
  }

  /// What to say of a text that is no date.
  private static func failure(_ text: String) -> TableDate {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      Int(parts[0]) != nil, Int(parts[1]) != nil, Int(parts[2]) != nil
    else { return .unreadable }
    return .impossible
  }
}

extension HistoricalDate {
  /// The date as an end of an interval: what is none is one day of it.
  var bound: HistoricalDate? {
    switch shape {
    case .point, .oneOf: self
    case .interval, .allOf: ForeignDate.bound(self).flatMap { try? HistoricalDate($0) }
    }
  }

  /// The time from one date to another, either of which may be missing; nil where it ends before it begins.
  static func span(from start: HistoricalDate?, until end: HistoricalDate?, isHalfOpen: Bool)
    -> HistoricalDate?
  {
    let (start, end) = (start?.bound, end?.bound)
    if let start, let end, start.earliest > end.latest { return nil }
    var last = end
    if isHalfOpen, let end {
      // What begins and ends at once is a moment.
      if let start, start.earliest == end.earliest, start.latest == end.latest { return start }
      last = ForeignDate.before(end).flatMap { try? HistoricalDate($0) } ?? end
    }
    if let date = HistoricalDate(
      from: start.map { .date($0) } ?? .open, to: last.map { .date($0) } ?? .open)
    {
      return date
    }
    guard let text = ForeignDate.interval(start?.edtf, last?.edtf) else { return nil }
    return try? HistoricalDate(text)
  }
}
