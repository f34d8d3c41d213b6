/// What one point in the text of a date says: bounds, precision and flags.
struct DatePoint: Hashable, Sendable {
  let earliest: Moment
  let latest: Moment
  let precision: Precision
  var qualifiers: Qualifiers = []
  /// The season or other part of the year, 21 to 41; `nil` when the point names none.
  var season: UInt8? = nil
  /// Which days between the bounds are possible; `nil` when all are.
  var pattern: DatePattern? = nil

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

/// A member of a set: one point, or a range of which one end may be open.
struct SetMember: Hashable, Sendable {
  /// `nil` when the range has no start.
  let first: DatePoint?
  /// `nil` when the range has no end.
  let last: DatePoint?

  var earliest: Moment { first?.earliest ?? .distantPast }
  var latest: Moment { last?.latest ?? .distantFuture }
}
