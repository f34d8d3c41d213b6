extension HistoricalDate {
  /// The date in people's words: `c. April 1941`, `vers avril 1941`, `8. oder 9. Mai 1945`, `около апреля 1941 г.`.
  ///
  /// The words say no more and no less than the date does: an end belongs to its interval, `[..1760]` is 1760 or earlier,
  /// and `19XX`, the years 1900 to 1999, is the 20th century. A flag on the whole date is a word before it, a flag
  /// on one component a note after it. A year with significant digits
  /// has its limits in brackets: `c. 1950 (1900–1999)`. Unspecified digits within a date, and what else has no words, become the first and
  /// the last day, month or year it may be; a set of more than 12 members its number and its outermost dates. Years
  /// before 1 and up to 99 name their era. A day, month or year of the Julian calendar is followed by the Gregorian days in
  /// brackets: `25 October 1917 O.S. (7 November N.S.)`; a date of another calendar is followed by its text:
  /// `9 November 1799 (18 brumaire an VIII)`.
  /// - Parameter language: A language tag of which the first part decides: `en`, `fr`, `de`, `ru` or `ja`; any other
  ///   language is written in English.
  /// - Returns: The words without a full stop; for a date that has none, its text in the Extended Date/Time Format.
  /// - Complexity: O(*n*), *n* the length of the text.
  public func description(in language: String) -> String {
    if let dual = dualDescription(in: language) { return dual }
    let plain = words(in: language)
    switch calendar {
    case .gregorian, .julian: return plain
    case .islamic: return "\(plain) (\(text); \(Description.words(of: language).withinADay))"
    case .swedish, .frenchRepublican, .hebrew: return "\(plain) (\(text))"
    }
  }

  /// The date in the words of one calendar, as its components have it.
  func words(in language: String) -> String {
    let words = Description.words(of: language)
    switch form {
    case .point(let point): return words.point(DescriptionPoint(point))
    case .interval(let start, let end):
      guard let first = Description.Side(start), let last = Description.Side(end) else { return edtf }
      return words.interval(from: first, to: last)
    case .set(let kind, let members): return Description.set(members, isChoice: kind == .oneOf, in: words)
    }
  }
}

extension Moment {
  /// The moment in people's words: the day where it is the first or last second of one, else the day and the time.
  ///
  /// - Parameter language: A language tag, as of ``HistoricalDate/description(in:)``.
  /// - Returns: The words without a full stop; for an open end, its ``description``.
  public func description(in language: String) -> String {
    if isOpen { return description }
    let time = isEdgeOfDay ? nil : DescriptionPoint.Time(self, toSecond: true, offset: nil)
    return Description.words(of: language).point(DescriptionPoint(DescriptionPoint.Unit(day), time: time))
  }
}

/// How descriptions are put together, whatever the language.
enum Description {
  /// One side of an interval.
  enum Side: Hashable, Sendable {
    case point(DescriptionPoint)
    case open
    case unknown

    /// `nil` for an end that is an interval, which no text gives, and for a set without a first or a last date.
    init?(_ endpoint: HistoricalDate.Endpoint) {
      switch endpoint {
      case .open: self = .open
      case .unknown: self = .unknown
      case .date(let date):
        switch date.form {
        case .point(let point): self = .point(DescriptionPoint(point))
        case .set:
          guard !date.earliest.isOpen, !date.latest.isOpen else { return nil }
          let (first, last) = (date.localEarliest.day, date.localLatest.day)
          self = .point(DescriptionPoint(first == last ? .init(first) : .range(.init(first), .init(last))))
        case .interval: return nil
        }
      }
    }
  }

  /// What a unit follows, which decides its article or its case.
  enum Form: Hashable, Sendable {
    /// By itself.
    case plain
    /// After a word for about.
    case around
    /// The start and the end of an interval that has both.
    case from, to
    /// The start of an interval without an end, and the end of one without a start.
    case since, until
    /// After a word for between, and after the `and` that follows.
    case between
  }

  /// What a unit leaves out because a neighbour in the list says it.
  enum Omission: Hashable, Sendable {
    case nothing
    case year
    case yearAndMonth
  }

  /// The words of a language, by its tag.
  static func words(of language: String) -> any DescriptionWords {
    switch language.lowercased().prefix(while: { $0 != "-" && $0 != "_" }) {
    case "fr": FrenchDescription()
    case "de": GermanDescription()
    case "ru": RussianDescription()
    case "ja": JapaneseDescription()
    default: EnglishDescription()
    }
  }

  // MARK: - Sets

  private static let longestList = 12

  private struct Member {
    let first: DescriptionPoint?
    let last: DescriptionPoint?
    /// Whether it is a range, and not a single date.
    let isRange: Bool

    init(_ member: SetMember) {
      first = member.first.map { DescriptionPoint($0) }
      last = member.last.map { DescriptionPoint($0) }
      isRange = member.isRange
    }
  }

  static func set(_ members: [SetMember], isChoice: Bool, in words: any DescriptionWords) -> String {
    if members.count > longestList { return many(members, isChoice: isChoice, in: words) }
    let members = members.map(Member.init)
    if members.count == 1 { return single(members[0], isChoice: isChoice, in: words) }
    let points = members.map { $0.isRange ? nil : $0.first }
    if points.allSatisfy({ $0?.isPlain == true }) {
      let units = points.compactMap { $0?.unit }
      return words.list(self.units(units, .plain, in: words), isChoice: isChoice)
    }
    return words.list(members.map { item($0, in: words) }, isChoice: isChoice)
  }

  private static func single(_ member: Member, isChoice: Bool, in words: any DescriptionWords) -> String {
    guard member.isRange, !isChoice else {
      guard isChoice, member.isRange, let first = member.first, let last = member.last else {
        return item(member, in: words)
      }
      guard first.isPlain && last.isPlain else {
        return words.between(words.complement(first, .between), words.complement(last, .between))
      }
      let ends = units([first.unit, last.unit], .between, in: words)
      return words.between(ends[0], ends[1])
    }
    return words.interval(
      from: member.first.map { .point($0) } ?? .open, to: member.last.map { .point($0) } ?? .open)
  }

  /// A member as it stands in a list.
  private static func item(_ member: Member, in words: any DescriptionWords) -> String {
    switch (member.first, member.last) {
    case (let first?, let last?) where member.isRange: words.range(words.point(first), words.point(last))
    case (let first?, nil): words.orLater(words.point(first))
    case (nil, let last?): words.orEarlier(words.point(last))
    case (let first?, _): words.point(first)
    case (nil, nil): ""
    }
  }

  /// The number of members, and the first and the last of them in time.
  private static func many(
    _ members: [SetMember], isChoice: Bool, in words: any DescriptionWords
  ) -> String {
    let first = members.min { $0.earliest < $1.earliest }?.first
    let last = members.max { $0.latest < $1.latest }?.last
    let start = first.map { Side.point(DescriptionPoint($0)) } ?? .open
    let end = last.map { Side.point(DescriptionPoint($0)) } ?? .open
    return words.many(members.count, words.interval(from: start, to: end), isChoice: isChoice)
  }

  /// Units in a list, of which all but one leave out the year, or the year and the month, if they share it.
  private static func units(
    _ units: [DescriptionPoint.Unit], _ form: Form, in words: any DescriptionWords
  ) -> [String] {
    let days = units.compactMap { if case .day(let year, let month, _) = $0 { (year, month) } else { nil } }
    let months = units.compactMap { if case .month(let year, _) = $0 { year } else { nil } }
    var omission = Omission.nothing
    if days.count == units.count, days.allSatisfy({ $0.0 == days[0].0 }) {
      omission = days.allSatisfy { $0.1 == days[0].1 } ? .yearAndMonth : .year
    } else if months.count == units.count, months.allSatisfy({ $0 == months[0] }) {
      omission = .year
    }
    let whole = words.namesLargestFirst ? 0 : units.count - 1
    return units.enumerated().map { words.noun($1, form, omitting: $0 == whole ? .nothing : omission) }
  }
}

/// The words of one language. Every function gives words without a full stop.
protocol DescriptionWords: Sendable {
  /// Whether the year comes before the month and the month before the day.
  var namesLargestFirst: Bool { get }
  /// A unit, with the article or the case that its place asks for.
  func noun(_ unit: DescriptionPoint.Unit, _ form: Description.Form, omitting: Description.Omission) -> String
  /// A date by itself, with its time and its flags.
  func point(_ point: DescriptionPoint) -> String
  /// A date with its time and its flags after a preposition, which belongs to the words.
  func complement(_ point: DescriptionPoint, _ form: Description.Form) -> String
  func interval(from start: Description.Side, to end: Description.Side) -> String
  /// Dates of which one, or every one, is meant.
  func list(_ items: [String], isChoice: Bool) -> String
  /// A range in a list.
  func range(_ first: String, _ last: String) -> String
  /// One date of a range; both are in the form for it.
  func between(_ first: String, _ last: String) -> String
  func orEarlier(_ date: String) -> String
  func orLater(_ date: String) -> String
  /// So many dates, in an interval.
  func many(_ count: Int, _ interval: String, isChoice: Bool) -> String
  /// A day of both calendars: the Julian date, and the Gregorian one in brackets.
  func dual(_ julian: String, _ gregorian: String) -> String
  /// That a day may be the one before or after it.
  var withinADay: String { get }
  /// How far to each side an approximate date reaches.
  func within(_ reach: Period) -> String
  /// A day with words for its year, such as `1640/41`.
  func day(_ month: Int, _ day: Int, ofYear year: String) -> String
}

extension DescriptionWords {
  var namesLargestFirst: Bool { false }

  func noun(_ unit: DescriptionPoint.Unit, _ form: Description.Form) -> String {
    noun(unit, form, omitting: .nothing)
  }

  /// The estimate's limits and the doubts about parts, each in words.
  func notes(_ point: DescriptionPoint, _ doubt: (DescriptionPoint.Doubt) -> String) -> [String] {
    (point.limits.map { [noun($0, .plain)] } ?? []) + point.doubts.map(doubt)
      + (point.reach.map { [within($0)] } ?? [])
  }

  /// The years, months and days of a reach that are not 0, each in words.
  func parts(
    _ reach: Period, _ year: (Int) -> String, _ month: (Int) -> String, _ day: (Int) -> String
  ) -> [String] {
    (reach.years > 0 ? [year(reach.years)] : []) + (reach.months > 0 ? [month(reach.months)] : [])
      + (reach.days > 0 ? [day(reach.days)] : [])
  }

  /// Words joined by commas, and the last two by a word.
  func joined(_ items: [String], _ word: String) -> String {
    guard items.count > 1 else { return items.joined() }
    return items.dropLast().joined(separator: ", ") + " \(word) " + items[items.count - 1]
  }

  /// A range of units of one kind, with a dash between.
  func dashed(_ first: DescriptionPoint.Unit, _ last: DescriptionPoint.Unit) -> String {
    "\(noun(first, .plain)) – \(noun(last, .plain))"
  }

  /// The year as people count it, from 1 on either side of the beginning of the era.
  func number(ofYear year: Int64) -> String { year > 0 ? "\(year)" : "\(1 - year)" }

  /// The years that a season fills, the second shortened: `1941`, or `1941–42` when it runs into the next.
  func years(ofSeason code: Int, _ year: Int64, _ separator: String) -> String? {
    guard Season.end(code, of: year).year != year, year > 99 else { return nil }
    return "\(year)\(separator)" + (year % 100 == 99 ? "\(year + 1)" : padded((year + 1) % 100, to: 2))
  }
}

/// Which part of the year a number from 21 to 41 is.
enum SeasonKind: Hashable, Sendable {
  /// Spring 0, summer 1, autumn 2 or winter 3, and the hemisphere if it is said.
  case season(Int, isSouthern: Bool?)
  case quarter(Int)
  case third(Int)
  case half(Int)

  init(_ code: Int) {
    switch code {
    case ...24: self = .season(max(code - 21, 0), isSouthern: nil)
    case 25...28: self = .season(code - 25, isSouthern: false)
    case 29...32: self = .season(code - 29, isSouthern: true)
    case 33...36: self = .quarter(code - 32)
    case 37...39: self = .third(code - 36)
    default: self = .half(min(code - 39, 2))
    }
  }
}

/// A number in Roman numerals, which centuries have in French and Russian.
func romanNumeral(_ number: Int64) -> String {
  guard (1..<4000).contains(number) else { return "\(number)" }
  let signs: [(Int64, String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
  var (rest, text) = (number, "")
  for (value, sign) in signs {
    while rest >= value {
      text += sign
      rest -= value
    }
  }
  return text
}
