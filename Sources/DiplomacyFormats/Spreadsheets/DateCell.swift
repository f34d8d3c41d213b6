import Chronology

/// A date that a spreadsheet keeps as a number: days, with the time of the day as a fraction.
struct DateCell {
  /// How much of it is shown.
  enum Shown: Hashable {
    case day, month, year
    /// The day and the month, and no year.
    case dayOfYear
  }

  /// From where days are counted.
  enum System {
    /// 1 is 1 January 1900, and 60 a 29 February that this year had not.
    case from1900
    /// 0 is 1 January 1904, as Excel for Macintosh had it.
    case from1904
  }

  /// What is odd about it.
  enum Oddity: Hashable {
    /// The 29 February 1900.
    case noSuchDay
    /// Before 1 March 1900, where programs differ by a day.
    case early
    /// Before 1900, as only LibreOffice has it.
    case before1900
  }

  /// The date in EDTF: `1941-04-13`, `1941-04-13T10:30:00`; a month or a year where it is shown as one and falls on its
  /// first day.
  private(set) var text: String
  private(set) var oddity: Oddity?
  /// Whether it is a month or a year.
  private(set) var isCoarse = false

  /// - Returns: Nil for a number that is no date of any program: 0, or beyond the year 9999.
  init?(_ number: Double, _ system: System, shown: Shown) {
    // Beyond the year 9999 no program shows a date.
    guard number.isFinite, number > -700_000, number < 2_958_466 else { return nil }
    let seconds = Int64((number * 86_400).rounded())
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let time = Int(seconds - days * 86_400)
    switch system {
    case .from1904:
      guard number >= 0 else { return nil }
      text = Self.written(Day(number: Self.first1904 + days))
    case .from1900:
      guard days != 0 else { return nil }
      if days == 60 {
        (text, oddity) = ("1900-02-29", .noSuchDay)
        return
      }
      if days < 0 { oddity = .before1900 } else if days < 60 { oddity = .early }
      // Before the day that was not, Excel is a day ahead.
      text = Self.written(Day(number: Self.day0 + days + (0 < days && days < 60 ? 1 : 0)))
    }
    coarsen(to: shown, hasTime: time != 0)
    if time != 0 { text += "T\(Self.clock(time))" }
  }

  /// A date as an ISO 8601 text says it: `1941-04-13T00:00:00`; nil where it is none.
  init?(iso text: String, shown: Shown) {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard let day = parts.first, day.count >= 10,
      day.drop(while: { $0 == "-" }).allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "-") })
    else { return nil }
    self.text = String(day)
    let time = parts.count > 1 ? parts[1].prefix { $0 != "." && $0 != "," && $0 != "Z" } : ""
    let hasTime = time.contains { $0 != "0" && $0 != ":" }
    coarsen(to: shown, hasTime: hasTime)
    if hasTime { self.text += "T\(time)" }
  }

  private mutating func coarsen(to shown: Shown, hasTime: Bool) {
    guard !hasTime else { return }
    let length = shown == .year ? 6 : shown == .month ? 3 : 0
    let end = shown == .year ? "-01-01" : "-01"
    guard length > 0, text.hasSuffix(end) else { return }
    text.removeLast(length)
    isCoarse = true
  }

  /// A time of the day: `10:30:00`.
  static func clock(_ seconds: Int) -> String {
    "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  // 1899-12-30 and 1904-01-01, in days since 1970-01-01.
  private static let day0: Int64 = -25_569
  private static let first1904: Int64 = -24_107

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private static func written(_ day: Day) -> String {
    let (year, month, day) = day.components
    let digits = String(abs(year))
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(year < 0 ? "-" : "")\(zeros)\(digits)-\(two(month))-\(two(day))"
  }
}
