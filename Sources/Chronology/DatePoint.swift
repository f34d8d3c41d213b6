/// What one point in the text of a date says: bounds, precision and flags.
struct DatePoint: Hashable, Sendable {
    let earliest: Moment
    let latest: Moment
    let precision: Precision
    var qualifiers: Qualifiers = []

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

/// The flags `?`, `~` and `%`.
struct Qualifiers: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let uncertain = Qualifiers(rawValue: 1)
    static let approximate = Qualifiers(rawValue: 2)
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
