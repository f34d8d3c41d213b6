/// What the text of a point has written in each place: the year, the month, the day and the offset.
///
/// The time of day is not among them: it follows from the bounds, the offset and the precision.
struct WrittenComponents: Hashable, Sendable {
  /// The year, the estimated one where only its first digits count.
  var years: YearPattern
  /// How many digits of the year count; 0 when all do.
  var significantDigits: UInt8 = 0
  /// The month, or in its place a part of the year from 21 to 41.
  var month = DigitPair.none
  var day = DigitPair.none
  /// Small parts in one byte, for dates are kept by the million: whether the offset is written (1) and in full (2), the calendar
  /// (4) and the beginning of the year (8 and up).
  private var flags: UInt8 = 0
  /// How far the point reaches, in what room there is beside the other parts: see ``reach``.
  private var reachHigh: UInt16 = 0
  /// How many seconds the clocks that the text means are ahead of UTC: by the offset that is written, else the default one.
  private(set) var offsetSeconds: Int32 = 0
  private var reachLow: UInt8 = 0

  /// Whether the offset is written, and not the default one.
  var statesOffset: Bool { flags & 1 != 0 }
  /// Whether the offset is written as `Z` or as hours and minutes with a colon.
  var isOffsetInFull: Bool { flags & 2 != 0 }

  /// How the year, the month and the day are reckoned.
  var style: DateStyle {
    get {
      if flags < 4 { return .gregorian }
      return DateStyle(
        flags & 4 == 0 ? .gregorian : .julian,
        yearStart: CalendarYearStart(rawValue: flags >> 3) ?? .january)
    }
    set {
      flags = flags & 3 | (newValue.calendar == .julian ? 4 : 0) | newValue.yearStart.rawValue << 3
    }
  }

  /// The components of a year, at the default offset.
  init(years: YearPattern, style: DateStyle = .gregorian, defaultOffset: UTCOffset?) {
    self.years = years
    offsetSeconds = Int32(defaultOffset?.seconds ?? 0)
    self.style = style
  }

  /// The components of a day; `nil` in a year of more than four digits.
  init?(_ day: Day, _ defaultOffset: UTCOffset?) {
    let (year, month, dayOfMonth) = day.components
    guard year.magnitude <= 9999 else { return nil }
    self.init(years: YearPattern(year), defaultOffset: defaultOffset)
    (self.month, self.day) = (DigitPair(month), DigitPair(dayOfMonth))
  }

  /// How far the point reaches beyond what is written.
  var reach: Reach {
    get { Reach(packed: UInt32(reachHigh) << 8 | UInt32(reachLow)) }
    set {
      reachLow = UInt8(truncatingIfNeeded: newValue.packed)
      reachHigh = UInt16(truncatingIfNeeded: newValue.packed >> 8)
    }
  }

  /// The offset that is written; `nil` when none is.
  var statedOffset: UTCOffset? { statesOffset ? UTCOffset(seconds: Int(offsetSeconds)) : nil }

  /// Puts the offset that is written in the place of the default one.
  mutating func state(_ offset: UTCOffset, inFull: Bool) {
    offsetSeconds = Int32(offset.seconds)
    flags = flags & ~3 | (inFull ? 3 : 1)
  }

  var hasUnspecifiedDigits: Bool {
    !years.isExact || month.hasUnspecifiedDigits || day.hasUnspecifiedDigits
  }

  /// Whether a month is written that the beginning of the year cuts in two, and no day of it.
  var isCutMonth: Bool { day == .none && month != .none && month.value == style.yearStart.cutMonth }

  /// The part of the year, 21 to 41; `nil` when none is written.
  var season: UInt8? {
    month.value.flatMap { Season.codes.contains($0) ? UInt8($0) : nil }
  }

  /// The parts that are written.
  var parts: [HistoricalDate.Component] {
    month == .none ? [.year] : day == .none ? [.year, .month] : [.year, .month, .day]
  }
}

/// Two digits of a month or day, 15 where one is unspecified.
struct DigitPair: Hashable, Sendable {
  /// Four bits a digit, the tens higher.
  private let digits: UInt8

  /// No month or day at all; neither has the number 0.
  static let none = DigitPair(tens: 0, units: 0)
  static let unspecified = DigitPair(tens: 15, units: 15)

  init(tens: UInt8, units: UInt8) {
    digits = tens << 4 | units
  }

  /// The digits of a number below 100.
  init(_ number: Int) {
    let number = UInt8(truncatingIfNeeded: number)
    self.init(tens: number / 10, units: number % 10)
  }

  var tens: UInt8 { digits >> 4 }
  var units: UInt8 { digits & 15 }

  /// The number; `nil` when a digit is unspecified.
  var value: Int? { hasUnspecifiedDigits ? nil : Int(tens) * 10 + Int(units) }

  /// Whether one digit or both are not known.
  var hasUnspecifiedDigits: Bool { tens == 15 || units == 15 }

  /// Whether neither digit is known.
  var isUnspecified: Bool { digits == 255 }

  /// A bit for each number of a range that has these digits.
  func bits(in range: ClosedRange<Int>) -> UInt32 {
    if let value { return range.contains(value) ? 1 << UInt32(value) : 0 }
    var bits: UInt32 = 0
    for number in range
    where (tens == 15 || Int(tens) == number / 10) && (units == 15 || Int(units) == number % 10) {
      bits |= 1 << UInt32(number)
    }
    return bits
  }
}

/// A year, of whose last four digits each may be unspecified.
struct YearPattern: Hashable, Sendable {
  /// The year without its sign, with 0 for each unspecified digit.
  private let magnitude: Int64
  let isNegative: Bool
  /// Bit *n* for an unspecified digit, the units being digit 0.
  private let places: UInt8

  /// A year of which each digit is known; the magnitude has no sign.
  init(magnitude: Int64, isNegative: Bool, unspecified places: UInt8 = 0) {
    (self.magnitude, self.isNegative, self.places) = (magnitude, isNegative, places)
  }

  /// A year.
  init(_ year: Int64) {
    self.init(magnitude: Int64(clamping: year.magnitude), isNegative: year < 0)
  }

  /// Whether a digit is unspecified, the units being digit 0.
  func unspecified(_ place: Int) -> Bool { places & (1 << UInt8(place)) != 0 }

  /// How many digits are unspecified.
  var unspecified: Int { places.nonzeroBitCount }

  var isExact: Bool { places == 0 }

  /// Whether the unspecified digits, if any, stand to the right of all others.
  var isOneStretch: Bool { places & (places &+ 1) == 0 }

  /// The number of digits before the first unspecified one, of four.
  var leading: Int { places.leadingZeroBitCount - 4 }

  /// The year, with 0 for each unspecified digit.
  var value: Int64 { isNegative ? -magnitude : magnitude }

  /// How many ways there are to fill in the digits.
  var count: Int { [1, 10, 100, 1000, 10_000][unspecified] }

  /// A possible year, by its place from the earliest; `nil` for the year −0, which there is not.
  func year(at index: Int) -> Int64? {
    if isExact { return value }
    var rest = isNegative ? count - 1 - index : index
    var (year, unit): (Int64, Int64) = (magnitude, 1)
    for place in 0..<4 {
      if places & (1 << UInt8(place)) != 0 {
        year += Int64(rest % 10) * unit
        rest /= 10
      }
      unit *= 10
    }
    if isNegative { return year == 0 ? nil : -year }
    return year
  }
}
