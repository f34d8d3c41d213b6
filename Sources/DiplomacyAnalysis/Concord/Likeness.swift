public import Chronology
import Foundation

/// How two accounts of one thing stand to each other.
///
/// Of two dates the first that fits is taken, in the order of the cases; of names, kinds and parties, ``same``, ``coarser``,
/// ``spelling`` and ``other`` alone occur.
public enum Likeness: String, CaseIterable, Hashable, Sendable {
  /// The same days, names, kind or parties; marks of doubt (`?`, `~`) aside.
  case same
  /// One is the first or the last day of the year, month, decade or century that the other names, or both are days of one year
  /// of which one is 1 January or 31 December: as tables fill up what they do not know.
  case padded
  /// Ten to thirteen days apart, just as Old and New Style were on that day.
  case calendar
  /// One day apart.
  case dayApart = "day-apart"
  /// Day and month stand in each other's place.
  case swapped
  /// One contains the other: a year its days, parties some of them.
  case coarser
  /// Names that differ in capitals, accents, spaces and punctuation alone.
  case spelling
  /// None of these.
  case other
}

extension Likeness {
  /// How two dates stand to each other.
  ///
  /// Points, sets and intervals are compared by the days that each may be; an interval as a whole by its bounds.
  /// - Parameter offset: The offset of the place whose calendar counts the days.
  public init(_ one: HistoricalDate, _ other: HistoricalDate, offset: UTCOffset? = nil) {
    self = ComparedDate(one, offset).likeness(to: ComparedDate(other, offset))
  }

  /// How two texts stand to each other.
  init(_ one: String, _ other: String) {
    if one == other {
      self = .same
    } else {
      self = one.plainLetters == other.plainLetters && !one.plainLetters.isEmpty ? .spelling : .other
    }
  }

  /// How two sets stand to each other.
  init<Member>(_ one: Set<Member>, _ other: Set<Member>) {
    if one == other {
      self = .same
    } else {
      self = one.isSubset(of: other) || other.isSubset(of: one) ? .coarser : .other
    }
  }
}

extension HistoricalDate {
  /// How many days another day comes after this one, negative where it comes before; nil where either may be several.
  public func days(to other: HistoricalDate, offset: UTCOffset? = nil) -> Int64? {
    guard let first = ComparedDate(self, offset).day, let second = ComparedDate(other, offset).day else {
      return nil
    }
    return second.number - first.number
  }
}

/// The days of a date, as they are compared.
private struct ComparedDate {
  private let date: HistoricalDate
  private let first: Day
  private let last: Day
  /// The days of a point or of one of a set; nil for others.
  private let days: PossibleDays?

  /// The days that stand for open ends, farther off than any date.
  private static let always = Day(number: -(1 << 46))...Day(number: 1 << 46)

  /// The one day that it is; nil where there may be several.
  var day: Day? { first == last ? first : nil }

  init(_ date: HistoricalDate, _ offset: UTCOffset?) {
    self.date = date
    let ahead = Int64((offset ?? .utc).seconds)
    if let days = date.possibleDays(within: Self.always) {
      self.days = days
      (first, last) = (days.first, days.last)
    } else {
      days = nil
      first = date.earliest.isOpen ? Self.always.lowerBound : date.earliest.adding(seconds: ahead).day
      last = date.latest.isOpen ? Self.always.upperBound : date.latest.adding(seconds: ahead).day
    }
  }

  func likeness(to other: ComparedDate) -> Likeness {
    if isSame(as: other) { return .same }
    if isPadding(of: other) || other.isPadding(of: self) { return .padded }
    if let one = day, let another = other.day {
      let (earlier, later) = (min(one, another), max(one, another))
      if earlier.isOldStyle(of: later) { return .calendar }
      if later.number - earlier.number == 1 { return .dayApart }
      let (mine, theirs) = (one.components, another.components)
      if mine.year == theirs.year {
        if mine.month == theirs.day, mine.day == theirs.month { return .swapped }
        if one.isEdgeOfYear || another.isEdgeOfYear { return .padded }
      }
      // Days with different times.
      return one == another ? .coarser : .other
    }
    return contains(other) || other.contains(self) ? .coarser : .other
  }

  private func isSame(as other: ComparedDate) -> Bool {
    if let mine = days, let theirs = other.days, !date.hasTime, !other.date.hasTime { return mine == theirs }
    return date.earliest == other.date.earliest && date.latest == other.date.latest
      && date.shape == other.date.shape
  }

  /// Whether it is the first or the last day of what another date names.
  private func isPadding(of other: ComparedDate) -> Bool {
    guard let day, other.day == nil, let precision = other.date.precision, precision > .day,
      let days = other.days, days.stretches.count == 1
    else { return false }
    return day == other.first || day == other.last
  }

  private func contains(_ other: ComparedDate) -> Bool {
    guard first <= other.first, other.last <= last else { return false }
    guard let mine = days, let theirs = other.days else { return true }
    return theirs.stretches.allSatisfy { stretch in
      mine.within(stretch)?.stretches == [stretch]
    }
  }
}

extension Day {
  /// Whether a later day is this one, taken for a day of the Julian calendar, and the two lie ten to thirteen days apart.
  fileprivate func isOldStyle(of later: Day) -> Bool {
    guard (10...13).contains(later.number - number) else { return false }
    let written = components
    return Day(julianYear: written.year, month: written.month, day: written.day) == later
  }

  fileprivate var isEdgeOfYear: Bool {
    let (_, month, day) = components
    return month == 1 && day == 1 || month == 12 && day == 31
  }
}

extension String {
  /// The letters and figures of a text, small and without accents.
  fileprivate var plainLetters: String {
    var plain = String.UnicodeScalarView()
    for scalar in lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      plain.append(scalar)
    }
    return String(plain)
  }
}
