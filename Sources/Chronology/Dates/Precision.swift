/// How closely a date is known: the calendar unit it fills, from the finest to the coarsest.
///
/// Unspecified digits leave the unit that the digits before them name: `194X` and `194X-12-25` are known to the decade,
/// `1941-XX` to the year, `1941-04-XX` to the month.
public enum Precision: Int, Hashable, Comparable, Sendable, CaseIterable, CustomStringConvertible {
  case second
  case minute
  case day
  case month
  /// A season, quarter, third or half of a year.
  case season
  case year
  case decade
  case century
  /// A thousand years, or more.
  case millennium

  /// Whether the date has a time of day.
  public var isTime: Bool { self < .day }

  /// The unit's English name.
  public var description: String {
    switch self {
    case .second: "second"
    case .minute: "minute"
    case .day: "day"
    case .month: "month"
    case .season: "season"
    case .year: "year"
    case .decade: "decade"
    case .century: "century"
    case .millennium: "millennium"
    }
  }

  /// A finer unit comes before a coarser one.
  public static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
}
