/// A date as historians write it: its text, and the seconds it may denote.
///
/// The text is in the Extended Date/Time Format of the Library of Congress (2019; ISO 8601-2), and is kept as it was
/// written. What can be written:
///
/// - a year, month or day: `1941`, `1941-04`, `1941-04-13`; `-0043` is 44 BCE and `0000` is 1 BCE;
/// - a year beyond four digits: `Y-170000002`, `Y17E7`, within ``Day/supportedYears``;
/// - a year of which only the first digits count: `1950S2` is a year from 1900 to 1999, `Y171010000S3` one from
///   171000000 to 171999999;
/// - a day with a time, to the second or the minute, and an offset if known: `1941-04-13T14:50:00+03:00`;
/// - a part of the year in the place of the month, in whole months. 21–24 are the seasons as the north has them:
///   `1941-21` is March to May, `-22` June to August, `-23` September to November, `-24` December to February of the
///   next year. 25–28 are the same; 29–32 are spring (from September), summer (from December into the next year),
///   autumn (from March) and winter (from June) of the south; 33–36 are quarters, 37–39 thirds (from January, May and
///   September) and 40–41 halves of the year;
/// - unspecified digits: `194X`, `1941-XX`, `1941-04-XX`, `156X-12-25`, `XXXX-12-XX`, `1941-1X`; the calendar must
///   have at least one day of this form;
/// - `?` (uncertain), `~` (approximate) or `%` (both): after a component for it and all before it (`2004-06~-11`),
///   before a component for it alone (`2004-06-~11`), so at the end for the whole date. These flags leave the bounds
///   where they are;
/// - an interval `1941-04/1945-08`, with `..` for an open end and nothing for an unknown one; both ends belong to it;
/// - a set, either one of its members `[1667,1668,1670..1672]` or all of them `{1960,1961-12}`, of up to 10,000
///   members, where `..` before the first or after the last member leaves the set open there.
///
/// Sets in brackets as the ends of an interval (`[1941-01-03..1941-01-05]/1941-02`), times inside intervals and sets, times
/// without seconds, a flag after a time, a space after a comma, and offsets
/// with seconds, without a colon, or of minus zero go beyond the format: see ``level``.
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

  /// The lowest level of the Extended Date/Time Format that has the date; `nil` when it goes beyond the format.
  ///
  /// For a date that was read leniently, it is the level of what the text was taken for.
  public let level: EDTFLevel?

  let form: Form
  /// How the text was understood; `nil` when it is in the format.
  let origin: Origin?

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
    if let point = DatePoint(plainDay: text, offset: defaultOffset) {
      self.init(text: text, form: .point(point), level: .zero)
      return
    }
    var parser = DateParser(text, defaultOffset: defaultOffset)
    do {
      let form = try parser.wholeText()
      self.init(text: text, form: form, level: parser.edtfLevel)
    } catch {
      throw DateTextError(error, in: text, subject: .date)
    }
  }

  /// Reads a date as archives, editions and tables write it: `c. 1941`, `13.04.1941`, `6/18 June 1887`, `8 ou 9 mai 1945`.
  ///
  /// A text in the Extended Date/Time Format is read as it is. Any other is taken for the date in ``takenFor``, if it has one
  /// meaning; ``calendar`` is that of the text. What is understood besides the format, Documentation/Dates.md lists: numbers in
  /// any usual order; words of twelve languages; days by both calendars at once and years of two reckonings; Old and New
  /// Style; days of the French Republican, Islamic, Hebrew and Swedish calendars and of Japanese eras; intervals, choices,
  /// and dates before, after and between others.
  ///
  /// - Parameters:
  ///   - text: The date.
  ///   - style: How dates are reckoned that do not say so.
  ///   - defaultOffset: The offset of dates and times that state none; UTC when `nil`.
  /// - Throws: What ``init(_:style:defaultOffset:)`` throws. A text of several meanings, such as `3/4/1941`, is refused;
  ///   the error has them in ``DateTextError/readings``, and in ``DateTextError/reasons`` why a text is refused that looks
  ///   like a date. `1940-41` is in the format, and so the second half of 1940 (see ``HistoricalDate``), not two years.
  /// - Complexity: O(*n*), *n* the length of the text.
  public init(
    lenient text: String, style: DateStyle = .gregorian, defaultOffset: UTCOffset? = nil
  ) throws(DateTextError) {
    do {
      try self.init(text, style: style, defaultOffset: defaultOffset)
    } catch {
      let calendar: WrittenCalendar = style.calendar == .julian ? .julian(style.yearStart) : .gregorian
      let meanings = DateRewriting.outcome(of: text, in: calendar).meanings
      guard meanings.count == 1,
        let date = try? HistoricalDate(meanings[0].edtf, defaultOffset: defaultOffset)
      else { throw error }
      // The level of a Julian date is that of its text, not that of the Gregorian days.
      let written = meanings[0].written.flatMap { try? HistoricalDate($0) }
      self.init(
        text: text, form: date.form, level: written?.level ?? date.level,
        origin: .takenFor(
          meanings[0].edtf, calendar: meanings[0].calendar, written: meanings[0].written))
    }
  }

  init(text: String, form: Form, level: EDTFLevel? = nil, origin: Origin? = nil) {
    self.text = text
    self.form = form
    self.level = level
    self.origin = origin
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

  /// The text as it was given; of a date of another style with a word for it: see ``styledText``.
  public var description: String { styledText }

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

  /// A part of a date that may have a flag of its own.
  public enum Component: Int, Hashable, Sendable, CaseIterable {
    case year
    /// The month, or the season in its place.
    case month
    case day
  }

  /// Whether a component of a point is marked as uncertain; false for an interval or a set.
  public func isUncertain(_ component: Component) -> Bool {
    if case .point(let point) = form {
      point.qualifiers.contains(.uncertain(component.rawValue))
    } else {
      false
    }
  }

  /// Whether a component of a point is marked as approximate; false for an interval or a set.
  public func isApproximate(_ component: Component) -> Bool {
    if case .point(let point) = form {
      point.qualifiers.contains(.approximate(component.rawValue))
    } else {
      false
    }
  }

  /// The season, quarter, third or half of the year that a point names, 21 to 41; `nil` for any other date.
  public var season: Int? {
    if case .point(let point) = form { point.components.season.map(Int.init) } else { nil }
  }

  /// The date in the Extended Date/Time Format: ``takenFor``, or else the text.
  public var edtf: String { takenFor ?? text }

  /// The same date as if its text had been ``edtf``.
  public var inFormat: HistoricalDate {
    switch origin {
    case nil: return self
    case .takenFor(let meaning, _, _): return HistoricalDate(text: meaning, form: form, level: level)
    case .reckoned:
      let gregorian = GregorianForm(form)
      // Dates that state no offset have the default one.
      var offset: UTCOffset?
      _ = containsPoint { point in
        if !point.components.statesOffset { offset = UTCOffset(seconds: Int(point.components.offsetSeconds)) }
        return offset != nil
      }
      let date = try? HistoricalDate(gregorian.text, defaultOffset: offset)
      return date ?? HistoricalDate(text: gregorian.text, form: gregorian.form, level: level)
    }
  }

  /// The start of an interval; `nil` for any other date.
  public var start: Endpoint? {
    if case .interval(let start, _) = form { start } else { nil }
  }

  /// The end of an interval; `nil` for any other date.
  public var end: Endpoint? {
    if case .interval(_, let end) = form { end } else { nil }
  }

  func containsPoint(where test: (DatePoint) -> Bool) -> Bool {
    switch form {
    case .point(let point): test(point)
    case .interval(let start, let end):
      [start, end].contains {
        if case .date(let date) = $0 { date.containsPoint(where: test) } else { false }
      }
    case .set(_, let members):
      members.contains { $0.first.map(test) ?? false || $0.last.map(test) ?? false }
    }
  }
}
