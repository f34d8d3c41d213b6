/// A date as historians write it: its text, and the seconds it may denote.
///
/// The text is in the Extended Date/Time Format of the Library of Congress (ISO 8601-2), and is kept as it was
/// written. What can be written:
///
/// - a year, month or day: `1941`, `1941-04`, `1941-04-13`; `-0043` is 44 BCE and `0000` is 1 BCE;
/// - a year beyond four digits: `Y-170000002`, within ``Day/supportedYears``;
/// - a day with a time, to the second or the minute, and an offset if known: `1941-04-13T14:50:00+03:00`;
/// - a season: `1941-21` is March to May, `-22` June to August, `-23` September to November, and `-24` December
///   to February of the next year (the meteorological seasons of the north);
/// - unspecified digits from the right: `194X`, `19XX`, `1XXX`, `1941-XX`, `1941-04-XX`, `1941-XX-XX`;
/// - `?` (uncertain), `~` (approximate) or `%` (both) at the end of any of these: a flag, which leaves the bounds
///   where they are;
/// - an interval `1941-04/1945-08`, with `..` for an open end and nothing for an unknown one; both ends belong to it;
/// - a set, either one of its members `[1667,1668,1670..1672]` or all of them `{1960,1961-12}`, of up to 10,000
///   members, where `..` before the first or after the last member leaves the set open there.
///
/// Times and flagged dates inside intervals and sets, a flag after a time, a space after a comma, and offsets with
/// seconds go beyond the format.
public struct HistoricalDate: Hashable, Sendable, CustomStringConvertible {
    /// What kind of statement a date makes.
    public enum Shape: Hashable, Sendable, CaseIterable {
        /// One day or second, known as well as its precision says.
        case point
        /// All the time from a start to an end.
        case interval
        /// One of several dates; which one is not known.
        case oneOf
        /// Each of several dates.
        case allOf
    }

    /// The start or the end of an interval.
    public indirect enum Endpoint: Hashable, Sendable {
        /// A date, which belongs to the interval.
        case date(HistoricalDate)
        /// No start or end at all (`..`).
        case open
        /// A start or end that exists and is not known (nothing written).
        case unknown
    }

    /// The text exactly as it was given.
    public let text: String

    /// The first second the date may denote; ``Moment/distantPast`` when it has no start or an unknown one.
    ///
    /// A date is placed by its own offset, else by the default offset, else as if it were UTC.
    public let earliest: Moment

    /// The last second the date may denote, itself included; ``Moment/distantFuture`` when it has no end or an
    /// unknown one.
    public let latest: Moment

    let form: Form

    /// What the text says, after parsing.
    enum Form: Hashable, Sendable {
        case point(DatePoint)
        indirect case interval(start: Endpoint, end: Endpoint)
        indirect case set(SetKind, [SetMember])
    }

    /// Reads a date.
    ///
    /// - Parameters:
    ///   - text: The date in the Extended Date/Time Format.
    ///   - defaultOffset: The offset of dates and times that state none; UTC when `nil`.
    /// - Throws: The place of the first slip, what was expected there, and often a correct rewriting. An interval
    ///   or a range that certainly ends before it starts is refused too.
    /// - Complexity: O(*n*), *n* the length of the text.
    public init(_ text: String, defaultOffset: UTCOffset? = nil) throws(DateTextError) {
        var parser = DateParser(text, defaultOffset: defaultOffset)
        do {
            self.init(text: text, form: try parser.wholeText())
        } catch {
            throw DateTextError(error, in: text, subject: .date)
        }
    }

    init(text: String, form: Form) {
        self.text = text
        self.form = form
        switch form {
        case .point(let point):
            (earliest, latest) = (point.earliest, point.latest)
        case .interval(let start, let end):
            earliest = if case .date(let date) = start { date.earliest } else { .distantPast }
            latest = if case .date(let date) = end { date.latest } else { .distantFuture }
        case .set(_, let members):
            earliest = members.reduce(.distantFuture) { min($0, $1.earliest) }
            latest = members.reduce(.distantPast) { max($0, $1.latest) }
        }
    }

    /// The text exactly as it was given.
    public var description: String { text }

    /// Whether the date is a point, an interval, one of a set, or all of a set.
    public var shape: Shape {
        switch form {
        case .point: .point
        case .interval: .interval
        case .set(.oneOf, _): .oneOf
        case .set(.allOf, _): .allOf
        }
    }

    /// How closely a point is known; `nil` for an interval or a set.
    public var precision: Precision? {
        if case .point(let point) = form { point.precision } else { nil }
    }

    /// Whether the date, or any date inside it, is marked as uncertain (`?` or `%`).
    public var isUncertain: Bool { containsPoint { $0.qualifiers.contains(.uncertain) } }

    /// Whether the date, or any date inside it, is marked as approximate (`~` or `%`).
    public var isApproximate: Bool { containsPoint { $0.qualifiers.contains(.approximate) } }

    /// Whether the date, or any date inside it, has a time of day.
    public var hasTime: Bool { containsPoint { $0.precision.isTime } }

    /// The start of an interval; `nil` for any other date.
    public var start: Endpoint? {
        if case .interval(let start, _) = form { start } else { nil }
    }

    /// The end of an interval; `nil` for any other date.
    public var end: Endpoint? {
        if case .interval(_, let end) = form { end } else { nil }
    }

    private func containsPoint(where test: (DatePoint) -> Bool) -> Bool {
        switch form {
        case .point(let point): test(point)
        case .interval(let start, let end):
            [start, end].contains { if case .date(let date) = $0 { date.containsPoint(where: test) } else { false } }
        case .set(_, let members):
            members.contains { $0.first.map(test) ?? false || $0.last.map(test) ?? false }
        }
    }
}
