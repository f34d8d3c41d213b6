/// The day on which a year begins and its number goes up.
///
/// - SeeAlso: C. R. Cheney and M. Jones, A Handbook of Dates for Students of British History, 2000; A. Cappelli,
///   Cronologia, cronografia e calendario perpetuo, 1998.
public enum CalendarYearStart: UInt8, Hashable, Sendable, CaseIterable {
  /// 1 January, as today.
  case january
  /// 25 March, Lady Day: the legal year of England and its colonies until 1751, and of Florence until 1749.
  ///
  /// 24 March 1640 in such years is 24 March 1641 in ours, and the day after it begins 1641.
  case ladyDay
  /// 1 March, the year of Venice until 1797 (more veneto), and of Russia before 1492.
  ///
  /// 28 February 1508 in such years is 28 February 1509 in ours.
  case marchFirst
  /// 1 September before our year, the year of Byzantium, and of Russia from 1492 to 1699.
  ///
  /// 1 September 1689 in such years is 1 September 1688 in ours.
  case septemberFirst
  /// 25 December before our year, the year from the Nativity, of the papal chancery at times and of much of Germany.
  ///
  /// 25 December 1508 in such years is 25 December 1507 in ours.
  case christmas

  /// The year start with the month and day that graph files write: `01-01`, `03-25`, `03-01`, `09-01` or `12-25`; nil for
  /// any other text.
  public init?(_ text: String) {
    guard let start = CalendarYearStart.allCases.first(where: { $0.text == text }) else { return nil }
    self = start
  }

  /// The month and the day as `03-25`.
  public var text: String { "\(padded(Int64(first.month), to: 2))-\(padded(Int64(first.day), to: 2))" }

  /// Which year starts are known, in a sentence's words.
  public static let choices =
    "01-01, 03-01 (Venice), 03-25 (Lady Day: England, Florence), 09-01 (Byzantium, Russia) or 12-25 (Nativity)"

  /// The month and the day on which the year begins.
  var first: (month: Int, day: Int) {
    switch self {
    case .january: (1, 1)
    case .ladyDay: (3, 25)
    case .marchFirst: (3, 1)
    case .septemberFirst: (9, 1)
    case .christmas: (12, 25)
    }
  }

  /// Whether the year begins in the course of the year of the same number that begins on 1 January, and not before it.
  private var isLate: Bool { self == .ladyDay || self == .marchFirst }

  /// How much is added to the number of a year for that of the year from 1 January that has the day.
  private func shift(_ month: Int, _ day: Int) -> Int64 {
    if self == .january { return 0 }
    let isBeforeStart = (month, day) < first
    return isLate ? (isBeforeStart ? 1 : 0) : (isBeforeStart ? 0 : -1)
  }

  /// The year by this reckoning of a day whose year begins in January.
  ///
  /// - Parameters:
  ///   - year: The astronomical year that begins on 1 January.
  ///   - month: The month, 1–12.
  ///   - day: The day of the month.
  public func year(ofJanuaryYear year: Int64, month: Int, day: Int) -> Int64 {
    year - shift(month, day)
  }

  /// The year that begins on 1 January, of a day dated by this reckoning.
  public func januaryYear(of year: Int64, month: Int, day: Int) -> Int64 {
    year + shift(month, day)
  }

  /// The month in which the year begins after its first day, so that a year has both ends of it.
  var cutMonth: Int? { first.day == 1 ? nil : first.month }

  /// The months of a year in order, the one that is cut at both ends, each with its days.
  var stretches: [(month: Int, days: ClosedRange<Int>)] {
    let (start, day) = first
    let months = (0..<12).map { (start - 1 + $0) % 12 + 1 }
    guard day > 1 else { return months.map { ($0, 1...31) } }
    return [(start, day...31)] + months.dropFirst().map { ($0, 1...31) } + [(start, 1...(day - 1))]
  }
}
