/// What a point says, in the terms of a description.
struct DescriptionPoint: Hashable, Sendable {
  /// What stretch of the calendar is named. Years are astronomical.
  indirect enum Unit: Hashable, Sendable {
    case day(Int64, Int, Int)
    case month(Int64, Int)
    /// The year and the part of it, 21 to 41.
    case season(Int64, Int)
    case year(Int64)
    /// The first of ten years, which ends in 10 to 90.
    case decade(Int64)
    /// The number of the century, from 1, and whether it lies before the common era.
    case century(Int64, isBefore: Bool)
    case millennium(Int64, isBefore: Bool)
    case someDay(ofMonth: Int, Int64)
    case someDayOfYear(Int64)
    case someMonth(Int64)
    /// A year of which nothing is known, and a day of such a year.
    case someYear
    case dayOfSomeYear(Int, Int)
    /// Anything else, from one day, month or year to another.
    case range(Unit, Unit)
  }

  /// A time of day as it is written.
  struct Time: Hashable, Sendable {
    var hour: Int
    var minute: Int
    var second: Int?
    var offset: UTCOffset?
  }

  /// A part of the date that alone is uncertain or approximate.
  struct Doubt: Hashable, Sendable {
    enum Part: Int, Hashable, Sendable { case year, month, season, day }
    var part: Part
    var isApproximate: Bool
  }

  var unit: Unit
  var time: Time?
  var isUncertain = false
  var isApproximate = false
  /// The years that an estimate leaves possible.
  var limits: Unit?
  /// Flags that do not hold for the whole date.
  var doubts: [Doubt] = []
  /// How far to each side of it the date may lie.
  var reach: Period?

  /// Whether nothing but the unit is said, so that parts of it can be left out in a list.
  var isPlain: Bool {
    time == nil && !isUncertain && !isApproximate && limits == nil && doubts.isEmpty && reach == nil
  }

  /// Whether the unit is anything from one day, month or year to another, which has a dash of its own.
  var isRange: Bool { if case .range = unit { true } else { false } }

  /// A unit, of which nothing else is said.
  init(_ unit: Unit, time: Time? = nil) {
    (self.unit, self.time) = (unit, time)
  }

  /// The parts of a point.
  init(_ point: DatePoint) {
    let components = point.components
    unit = DescriptionPoint.unit(of: components) ?? DescriptionPoint.unit(ofBoundsOf: point)
    if point.precision.isTime { time = Time(point) }
    if point.reach != .none { reach = point.reach.period }
    let parts = components.parts
    func name(_ part: HistoricalDate.Component) -> Doubt.Part {
      switch part {
      case .year: .year
      case .month: components.season == nil ? .month : .season
      case .day: .day
      }
    }
    let uncertain = parts.filter { point.qualifiers.contains(.uncertain($0.rawValue)) }
    let approximate = parts.filter { point.qualifiers.contains(.approximate($0.rawValue)) }
    (isUncertain, isApproximate) = (uncertain == parts, approximate == parts)
    let estimate = Unit.year(components.years.value)
    if components.significantDigits > 0, unit != estimate {
      (unit, limits, isApproximate) = (estimate, unit, true)
    }
    if !isUncertain { doubts += uncertain.map { Doubt(part: name($0), isApproximate: false) } }
    if !isApproximate { doubts += approximate.map { Doubt(part: name($0), isApproximate: true) } }
  }

  // MARK: - Units

  /// The unit that digits which are unspecified from the right name; `nil` for any others.
  private static func unit(of components: WrittenComponents) -> Unit? {
    let (years, month, day) = (components.years, components.month, components.day)
    guard components.significantDigits == 0, years.isOneStretch else { return nil }
    if years.unspecified == 4 {
      if month == .none { return .someYear }
      guard let month = month.value, let day = day.value, components.season == nil else { return nil }
      return .dayOfSomeYear(month, day)
    }
    let (year, isBefore) = (years.value, years.isNegative)
    guard month != .none else {
      switch years.unspecified {
      case 0: return .year(year)
      case 1: return year > 0 && year % 100 != 0 ? .decade(year) : nil
      case 2: return .century(abs(year) / 100 + 1, isBefore: isBefore)
      case 3: return .millennium(abs(year) / 1000 + 1, isBefore: isBefore)
      default: return nil
      }
    }
    guard years.isExact else { return nil }
    guard day != .none else {
      if month.isUnspecified { return .someMonth(year) }
      return month.value.map { components.season == nil ? .month(year, $0) : .season(year, $0) }
    }
    if month.isUnspecified { return day.isUnspecified ? .someDayOfYear(year) : nil }
    guard let month = month.value else { return nil }
    if day.isUnspecified { return .someDay(ofMonth: month, year) }
    return day.value.map { .day(year, month, $0) }
  }

  /// The first and the last day that are written, without what a point reaches beyond them.
  private static func writtenBounds(of point: DatePoint) -> (first: Day, last: Day) {
    let pattern = DatePattern(point.components)
    guard point.reach != .none, let first = pattern.firstDay, let last = pattern.lastDay else {
      return (point.localEarliest.day, point.localLatest.day)
    }
    return (first, last)
  }

  /// The unit, or the first and the last one, that a point fills.
  private static func unit(ofBoundsOf point: DatePoint) -> Unit {
    let bounds = DescriptionPoint.writtenBounds(of: point)
    let (first, last) = (bounds.first.components, bounds.last.components)
    func range(_ from: Unit, _ to: Unit) -> Unit { from == to ? from : .range(from, to) }
    guard first.day == 1, last.day == Day.daysInMonth(last.month, of: last.year) else {
      return range(.day(first.year, first.month, first.day), .day(last.year, last.month, last.day))
    }
    guard first.month == 1, last.month == 12 else {
      return range(.month(first.year, first.month), .month(last.year, last.month))
    }
    return range(.year(first.year), .year(last.year))
  }
}

extension DescriptionPoint.Unit {
  /// A day.
  init(_ day: Day) {
    let (year, month, day) = day.components
    self = .day(year, month, day)
  }
}

extension DescriptionPoint.Time {
  /// The time of a point to the second or the minute.
  fileprivate init(_ point: DatePoint) {
    self.init(
      point.localEarliest, toSecond: point.precision == .second,
      offset: point.components.statedOffset)
  }

  /// The time of day of a moment.
  init(_ moment: Moment, toSecond: Bool, offset: UTCOffset?) {
    let (minutes, second) = moment.secondOfDay.quotientAndRemainder(dividingBy: 60)
    self.init(hour: minutes / 60, minute: minutes % 60, second: toSecond ? second : nil, offset: offset)
  }

  /// The offset as `UTC`, `UTC+3` or `UTC−3:30`; `nil` when none is written.
  var zone: String? {
    guard let offset else { return nil }
    if offset.seconds == 0 { return "UTC" }
    let (hours, rest) = abs(offset.seconds).quotientAndRemainder(dividingBy: 3600)
    var text = "UTC" + (offset.seconds < 0 ? "−" : "+") + String(hours)
    if rest != 0 { text += ":" + padded(rest / 60, to: 2) }
    if rest % 60 != 0 { text += ":" + padded(rest % 60, to: 2) }
    return text
  }

  /// The time as `14:50` or `14:50:00`.
  var clock: String {
    "\(padded(hour, to: 2)):\(padded(minute, to: 2))" + (second.map { ":" + padded($0, to: 2) } ?? "")
  }
}
