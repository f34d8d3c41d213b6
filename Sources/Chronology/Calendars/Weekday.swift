/// A day of the week, counted from Monday as in ISO 8601.
public enum Weekday: Int, Hashable, Comparable, Sendable, CaseIterable, CustomStringConvertible {
  case monday = 1
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// The day's English name.
  public var description: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// By their order from Monday to Sunday.
  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}

extension Day {
  /// The day of the week; no calendar reform has ever interrupted the seven days.
  public var weekday: Weekday {
    // Day 0, 1970-01-01, was a Thursday, the third day after Monday.
    let fromMonday = (number.dividedFloored(by: 7).remainder + 3) % 7
    return Weekday.allCases[Int(fromMonday)]
  }
}
