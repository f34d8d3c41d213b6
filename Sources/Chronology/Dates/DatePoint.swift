/// What one point in the text of a date says: bounds, precision, components and flags.
struct DatePoint: Hashable, Sendable {
  let earliest: Moment
  let latest: Moment
  let components: WrittenComponents
  let precision: Precision
  var qualifiers: Qualifiers = []

  /// How far it reaches beyond what is written, which its bounds include.
  var reach: Reach { components.reach }

  /// The first second as the clocks at the point's offset show it.
  var localEarliest: Moment { earliest.adding(seconds: Int64(components.offsetSeconds)) }
  /// The last second as the clocks at the point's offset show it.
  var localLatest: Moment { latest.adding(seconds: Int64(components.offsetSeconds)) }

  /// Which days between the bounds are possible; `nil` when all are.
  var pattern: DatePattern? {
    guard components.hasUnspecifiedDigits || components.isCutMonth else { return nil }
    let pattern = DatePattern(components)
    return pattern.isOneStretch ? nil : pattern
  }

  /// The length in seconds of the unit the point happens in: the day, or the minute or second of its time.
  var unit: Int64 {
    switch precision {
    case .second: 1
    case .minute: 60
    default: 86_400
    }
  }

  /// The point as an instant of which the bounds alone are known.
  var instant: UncertainInstant {
    UncertainInstant(
      earliest: earliest, latest: latest,
      firstUnitEnd: earliest.adding(seconds: unit), lastUnitStart: latest.adding(seconds: 1 - unit))
  }
}

/// The flags `?`, `~` and `%`: whether there are any, and on which components.
struct Qualifiers: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// On any component.
  static let uncertain = Qualifiers(rawValue: 1)
  /// On any component.
  static let approximate = Qualifiers(rawValue: 2)

  /// The flag on a component (0 year, 1 month, 2 day), as a bit of its own.
  static func uncertain(_ component: Int) -> Qualifiers { Qualifiers(rawValue: 4 << UInt8(component)) }
  static func approximate(_ component: Int) -> Qualifiers { Qualifiers(rawValue: 32 << UInt8(component)) }

  /// Sets what a flag says on some components.
  mutating func formUnion(_ flag: Flag, on components: ClosedRange<Int>) {
    for component in components {
      if flag.isUncertain { formUnion([.uncertain, .uncertain(component)]) }
      if flag.isApproximate { formUnion([.approximate, .approximate(component)]) }
    }
  }

  /// One of the three characters.
  enum Flag: UInt8 {
    case uncertain = 0x3F
    case approximate = 0x7E
    case both = 0x25

    var isUncertain: Bool { self != .approximate }
    var isApproximate: Bool { self != .uncertain }
  }
}

/// Whether one or every member of a set is meant.
enum SetKind: Hashable, Sendable {
  case oneOf
  case allOf
}

extension DatePoint {
  /// The point from the start of one day to the end of another, as the clocks at the components' offset show them.
  init(first: Day, last: Day, _ precision: Precision, _ components: WrittenComponents) {
    let shift = -Int64(components.offsetSeconds)
    self.init(
      earliest: first.start.adding(seconds: shift), latest: last.end.adding(seconds: shift - 1),
      components: components, precision: precision)
  }

  /// A day with its year, month and day of the month, without a flag.
  init(_ day: Day, _ components: WrittenComponents) {
    self.init(first: day, last: day, .day, components)
  }
}

/// A member of a set: one point, or a range of which one end may be open.
struct SetMember: Hashable, Sendable {
  /// Whether it is written as a range, and not as a single date.
  let isRange: Bool
  /// `nil` when the range has no start.
  let first: DatePoint?
  /// `nil` when the range has no end.
  let last: DatePoint?

  /// A single date.
  init(_ point: DatePoint) {
    (isRange, first, last) = (false, point, point)
  }

  /// All dates from one to another; `nil` where there is no end.
  init(from first: DatePoint?, to last: DatePoint?) {
    (isRange, self.first, self.last) = (true, first, last)
  }

  var earliest: Moment { first?.earliest ?? .distantPast }
  var latest: Moment { last?.latest ?? .distantFuture }
}
