import Chronology

/// A date as Wikidata has it: a point of time of some precision, and what else must be said of it.
struct WikidataTime: Hashable {
  /// The value in a command: `+1941-04-13T00:00:00Z/11`, or `somevalue` for one that is not known.
  let value: String
  /// The qualifiers that it needs as a statement of its own: earliest and latest date (P1319, P1326), and that it is about
  /// then, or presumably (P1480).
  let qualifiers: [(property: String, value: String)]

  static func == (one: WikidataTime, other: WikidataTime) -> Bool {
    one.value == other.value && one.qualifiers.elementsEqual(other.qualifiers, by: ==)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }

  /// The date as a point of time; nil for an interval and where nothing bounds it.
  ///
  /// Days before 15 October 1582, and dates in Old Style, are in the Julian calendar (`/J`), as is the custom there.
  init?(_ date: HistoricalDate) {
    guard date.shape != .interval else { return nil }
    let (first, last) = (date.localEarliest, date.localLatest)
    if first.isOpen, last.isOpen { return nil }
    var qualifiers: [(property: String, value: String)] = []
    let isJulian = date.style.calendar == .julian
    if first.isOpen || last.isOpen {
      value = "somevalue"
      if !first.isOpen { qualifiers.append(("P1319", Self.text(first.day, .day, isJulian))) }
      if !last.isOpen { qualifiers.append(("P1326", Self.text(last.day, .day, isJulian))) }
    } else {
      let (unit, isWhole) = Self.unit(from: first.day, to: last.day, isJulian)
      value = unit.map { Self.text(first.day, $0, isJulian) } ?? "somevalue"
      if !isWhole {
        qualifiers = [
          ("P1319", Self.text(first.day, .day, isJulian)), ("P1326", Self.text(last.day, .day, isJulian)),
        ]
      }
    }
    if date.isApproximate { qualifiers.append(("P1480", "Q5727902")) }
    if date.isUncertain { qualifiers.append(("P1480", "Q18122778")) }
    self.qualifiers = qualifiers
  }

  private enum Unit: Int {
    case century = 7
    case decade, year, month, day
  }

  /// The closest unit that holds two days, and whether they are its first and its last.
  private static func unit(from first: Day, to last: Day, _ isJulian: Bool) -> (Unit?, isWhole: Bool) {
    if first == last { return (.day, true) }
    let (start, end) =
      isJulian ? (first.julianComponents, last.julianComponents) : (first.components, last.components)
    let isEndOfMonth =
      end.day
      == (isJulian
        ? Day.daysInJulianMonth(end.month, of: end.year) : Day.daysInMonth(end.month, of: end.year))
    let isWholeMonths = start.day == 1 && isEndOfMonth
    if start.year == end.year, start.month == end.month { return (.month, isWholeMonths) }
    let isWholeYears = isWholeMonths && start.month == 1 && end.month == 12
    if start.year == end.year { return (.year, isWholeYears) }
    guard start.year > 0 else { return (nil, false) }
    if start.year / 10 == end.year / 10 {
      return (.decade, isWholeYears && start.year % 10 == 0 && end.year % 10 == 9)
    }
    // The century of Wikidata begins a year later than ours of 100 years that begin alike.
    return start.year / 100 == end.year / 100 ? (.century, false) : (nil, false)
  }

  private static func text(_ day: Day, _ unit: Unit, _ isJulian: Bool) -> String {
    let isOld = day < Day(year: 1582, month: 10, day: 15) ?? day
    let usesJulian = isJulian || isOld && unit == .day
    let (year, month, number) = usesJulian ? day.julianComponents : day.components
    var shown = year
    if unit == .century { shown = year / 100 * 100 + 50 }
    // There is no year 0 there: 1 BCE is -0001.
    let sign = shown > 0 ? "+" : "-"
    let digits = String(shown > 0 ? shown : 1 - shown)
    let years = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let months = unit.rawValue >= Unit.month.rawValue ? two(month) : "00"
    let days = unit == .day ? two(number) : "00"
    let calendar = usesJulian || isOld && unit.rawValue <= Unit.year.rawValue ? "/J" : ""
    return "\(sign)\(years)-\(months)-\(days)T00:00:00Z/\(unit.rawValue)\(calendar)"
  }
}
