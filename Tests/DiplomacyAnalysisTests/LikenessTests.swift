import Chronology
import DiplomacyAnalysis
import TestSupport
import Testing

/// How two dates of one thing stand to each other.
@Suite struct LikenessTests {
  private func likeness(_ one: String, _ other: String) throws -> Likeness {
    let (first, second) = (try HistoricalDate(one), try HistoricalDate(other))
    let found = Likeness(first, second)
    #expect(
      found == Likeness(second, first),
      "\(one) and \(other) stand otherwise to each other the other way round")
    return found
  }

  @Test(arguments: [
    ("1941-04-13", "1941-04-13", Likeness.same), ("1941~", "1941", .same),
    ("1941-04-13?", "1941-04-13", .same),
    ("[1941-04-13]", "1941-04-13", .same), ("[1941-04-13,1941-04-25]", "[1941-04-25,1941-04-13]", .same),
    ("1941-XX", "1941", .same),
    ("1941-01-01", "1941", .padded), ("1941-12-31", "1941", .padded), ("1941-04-01", "1941-04", .padded),
    ("1941-04-30", "1941-04", .padded), ("1940-02-29", "1940-02", .padded), ("1940-01-01", "194X", .padded),
    ("1941-01-01", "1941-04-13", .padded), ("1941-04-13", "1941-12-31", .padded),
    ("1941-01-01", "1941-12-31", .padded),
    // Russia's calendar was twelve days behind in 1825, eleven in the century before, thirteen in the one after.
    ("1825-02-16", "1825-02-28", .calendar), ("1887-06-06", "1887-06-18", .calendar),
    ("1774-07-10", "1774-07-21", .calendar), ("1918-02-01", "1918-02-14", .calendar),
    ("1660-01-01", "1660-01-11", .calendar), ("1900-02-28", "1900-03-12", .calendar),
    ("1825-02-16", "1825-02-27", .other), ("1825-02-16", "1825-03-01", .other),
    ("1941-04-01", "1941-04-13", .other),
    ("2101-01-02", "2101-01-16", .other), ("1500-03-02", "1500-03-11", .other),
    ("1941-04-13", "1941-04-14", .dayApart), ("1940-12-31", "1941-01-01", .dayApart),
    ("1940-02-29", "1940-03-01", .dayApart),
    ("1941-04-05", "1941-05-04", .swapped), ("1941-12-01", "1941-01-12", .swapped),
    ("1941-04-13", "1941", .coarser), ("1941-04-13", "1941-04", .coarser), ("1941-04", "1941", .coarser),
    ("1941", "194X", .coarser), ("1941-04-25", "[1941-04-13,1941-04-25]", .coarser),
    ("1941-04-13", "1940/1942", .coarser), ("1941-04-20", "[1941-04-13..]", .coarser),
    ("1941-04-20", "[1941-04-13,1941-04-25]", .other),
    ("1941-04-13", "1942-04-13", .other), ("1941-04-13", "1942", .other), ("1941-04", "1941-05", .other),
    ("1941-01-01", "1942", .other),
  ])
  func twoDatesAreOfTheClassThatTheirDaysHave(one: String, other: String, expected: Likeness) throws {
    #expect(try likeness(one, other) == expected, "\(one) and \(other)")
  }

  @Test func daysBetweenAreCountedOfDaysAlone() throws {
    let (day, later) = (try HistoricalDate("1825-02-16"), try HistoricalDate("1825-02-28"))
    #expect(day.days(to: later) == 12)
    #expect(later.days(to: day) == -12)
    #expect(day.days(to: try HistoricalDate("1825")) == nil)
  }

  /// The rules once more, in words of years, months and days, against random days and months.
  @Test func randomDatesAreOfTheClassThatTheirWordsSay() throws {
    var numbers = SeededNumbers(seed: 41)
    for _ in 0..<600 {
      let one = PlainDate(&numbers)
      let other = Bool.random(using: &numbers) ? PlainDate(&numbers) : one.near(&numbers)
      #expect(try likeness(one.text, other.text) == one.likeness(to: other), "\(one.text) and \(other.text)")
    }
  }
}

/// A day, month or year, compared by arithmetic on its parts alone.
private struct PlainDate {
  var year: Int
  var month: Int?
  var day: Int?

  init(_ numbers: inout SeededNumbers) {
    year = [1660, 1774, 1825, 1825, 1918].randomElement(using: &numbers) ?? 0
    if Int.random(in: 0..<6, using: &numbers) > 0 {
      month = Int.random(in: 1...12, using: &numbers)
      if Int.random(in: 0..<5, using: &numbers) > 0 {
        day = [1, Self.length(year, month ?? 1), Int.random(in: 1...28, using: &numbers)].randomElement(
          using: &numbers)
      }
    }
  }

  /// A date some days off, padded, coarser, or with day and month in each other's place.
  func near(_ numbers: inout SeededNumbers) -> PlainDate {
    var date = self
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0: date.day = nil
    case 1: (date.month, date.day) = (nil, nil)
    case 2:
      if let month, let day, day <= 12 { (date.month, date.day) = (day, month) }
    default:
      for _ in 0..<Int.random(in: 0...14, using: &numbers) { date = date.next }
    }
    return date
  }

  static func length(_ year: Int, _ month: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  var text: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)" + (month.map { "-" + two($0) } ?? "") + (day.map { "-" + two($0) } ?? "")
  }

  /// The day after a day; other dates are their own.
  var next: PlainDate {
    guard let month, let day else { return self }
    var date = self
    if day < Self.length(year, month) {
      date.day = day + 1
    } else {
      (date.day, date.month) = (1, month == 12 ? 1 : month + 1)
      if month == 12 { date.year += 1 }
    }
    return date
  }

  private var days: Set<String> {
    guard let month else {
      return Set(
        (1...12).flatMap { month in
          var date = self
          date.month = month
          return Array(date.days)
        })
    }
    guard day == nil else { return [text] }
    return Set(
      (1...Self.length(year, month)).map { day in
        var date = self
        date.day = day
        return date.text
      })
  }

  func likeness(to other: PlainDate) -> Likeness {
    if text == other.text { return .same }
    let (mine, theirs) = (days, other.days)
    func isEdge(_ one: PlainDate, _ days: Set<String>) -> Bool {
      one.day != nil && days.count > 1 && (one.text == days.min() || one.text == days.max())
    }
    if isEdge(self, theirs) || isEdge(other, mine) { return .padded }
    if day != nil, other.day != nil {
      let (first, last) = text < other.text ? (self, other) : (other, self)
      var walked = first
      // The days between, of a century that is so much behind.
      let behind = [16: 10, 17: 11, 18: 12, 19: 13][first.year / 100] ?? 0
      for step in 1...14 {
        walked = walked.next
        guard walked.text == last.text else { continue }
        if step == behind { return .calendar }
        if step == 1 { return .dayApart }
      }
      if year == other.year {
        if month == other.day, day == other.month { return .swapped }
        let edges = ["\(year)-01-01", "\(year)-12-31"]
        if edges.contains(text) || edges.contains(other.text) { return .padded }
      }
      return .other
    }
    return mine.isSubset(of: theirs) || theirs.isSubset(of: mine) ? .coarser : .other
  }
}
