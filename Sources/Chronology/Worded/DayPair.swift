/// Two days that stand together: a day by the Julian and by the Gregorian calendar, `6/18 June 1887`, or the days from one to
/// another.
struct DayPair {
  enum Outcome {
    /// The tokens are no two days.
    case isNone
    /// What the days mean, and whether that is all that the text may mean.
    case pair(WordedOutcome, isAll: Bool)
  }

  /// What one of the two says.
  private struct Side {
    var day: Int?
    var month: Int?
    /// By the reckoning that begins in January.
    var year: Int64?
    /// Whether the year stands with that of the old reckoning before it: `1731/2`.
    var hasTwoYears = false

    /// Nil for items that are no part of a day.
    init?(_ items: ArraySlice<WordedItem>) {
      var items = items
      if let second = items.indices.first(where: { $0 > items.startIndex && items[$0].gap == "/" }),
        let first = items[second - 1].digits, first.count >= 3, let last = items[second].digits
      {
        guard let pair = YearPair(first, last), pair.isNextYear else { return nil }
        (year, hasTwoYears) = (pair.second, true)
        items.removeSubrange(second - 1...second)
      }
      guard (items.isEmpty ? 0 : 1)...3 ~= items.count else { return nil }
      let named = items.firstIndex { if case .month = $0.kind { true } else { false } }
      if let named, case .month(let month) = items[named].kind {
        self.month = month
        items.remove(at: named)
        for item in items { guard take(item) else { return nil } }
        return
      }
      // `25.10.1917`, `25.10.`, `25`, `25. X 1917`.
      for (place, item) in items.enumerated() {
        if place == 1, month == nil, let small = item.small, item.gap == "." || item.isRoman {
          month = small
        } else {
          guard take(item) else { return nil }
        }
      }
    }

    private mutating func take(_ item: WordedItem) -> Bool {
      if let digits = item.digits, digits.count >= 3 {
        guard year == nil, digits.count <= 4 else { return false }
        year = Int64(digits)
        return true
      }
      guard day == nil, let small = item.small, (1...31).contains(small) else { return false }
      day = small
      return true
    }
  }

  /// What tokens mean that name two days; a text that names both styles must give a day by both.
  static func outcome(
    of tokens: [DateToken], in calendar: WrittenCalendar, mustMatch: Bool
  ) -> Outcome {
    guard let parts = WordedItems(tokens), parts.items.count >= 3, parts.part == nil, !parts.isCentury,
      parts.decade == nil,
      parts.isBeforeEra != true, parts.roman == nil, parts.calendarNotRead == nil
    else { return .isNone }
    for split in parts.items.indices.dropFirst() {
      guard let gap = parts.items[split].gap, "/–-(".contains(gap), let first = Side(parts.items[..<split]),
        let last = Side(parts.items[split...]), first.day != nil, last.day != nil,
        first.month ?? last.month != nil,
        first.year ?? last.year != nil
      else { continue }
      // `20 February 1719/20` has two years, and no second day.
      if split == parts.items.count - 1, parts.items[split - 1].digits.map({ $0.count >= 3 }) ?? false {
        continue
      }
      let pair = DayPair(first, last)
      guard let outcome = pair.outcome(gap, parts, mustMatch: mustMatch) else { return .isNone }
      // A dash between days may join them as well.
      return .pair(outcome, isAll: mustMatch || gap == "/" || gap == "(")
    }
    return .isNone
  }

  private let first: Side
  private let last: Side

  private init(_ first: Side, _ last: Side) {
    var (one, other) = (first, last)
    one.month = first.month ?? last.month
    other.month = last.month ?? first.month
    (self.first, self.last) = (one, other)
  }

  /// The years that the two may have: where only one is written, the other is the same or its neighbour.
  private var years: [(Int64, Int64)] {
    switch (first.year, last.year) {
    case (let year?, let other?): [(year, other)]
    case (let year?, nil): [(year, year), (year, year + 1), (year, year - 1)]
    case (nil, let year?): [(year, year), (year - 1, year), (year + 1, year)]
    case (nil, nil): []
    }
  }

  private func outcome(_ gap: Character, _ parts: WordedItems, mustMatch: Bool) -> WordedOutcome? {
    var outcome = WordedOutcome()
    guard let month = first.month, let day = first.day, let otherMonth = last.month, let otherDay = last.day,
      (1...12).contains(month), (1...12).contains(otherMonth)
    else { return nil }
    let flag = parts.isAbout ? (parts.isMaybe ? "%" : "~") : parts.isMaybe ? "?" : ""
    let yearStart: CalendarYearStart = first.hasTwoYears || last.hasTwoYears ? .ladyDay : .january
    for (year, otherYear) in years where max(year, otherYear) >= 1582 {
      let old = Day(julianYear: year, month: month, day: day)
      let new = Day(year: otherYear, month: otherMonth, day: otherDay)
      if let old, old == new { return mean(old, yearStart, flag, gap, &outcome, parts) }
      // The Gregorian day may come first.
      let oldLast = Day(julianYear: otherYear, month: otherMonth, day: otherDay)
      if gap != "–", gap != "-", let oldLast, oldLast == Day(year: year, month: month, day: day) {
        return mean(oldLast, yearStart, flag, gap, &outcome, parts)
      }
    }
    // Two whole dates are an interval, which is read as such.
    let areWhole = first.year != nil && last.year != nil
    guard mustMatch || gap == "(" || gap == "/" && !areWhole else { return nil }
    guard let (year, otherYear) = years.first, let from = Day(year: year, month: month, day: day),
      let to = Day(year: otherYear, month: otherMonth, day: otherDay)
    else { return outcome }
    if let gapOfDays = Self.gap(on: to), mustMatch || gap == "(" || (8...15).contains(to.number - from.number)
    {
      outcome.refuse(
        "\(from) and \(to) are no day by both calendars, which then lay \(gapOfDays) days apart")
    }
    guard gap == "/", !mustMatch, from < to, let start = HistoricalDate(from)?.edtf,
      let end = HistoricalDate(to)?.edtf
    else {
      return outcome
    }
    outcome.mean(WordedMeaning("[\(start + flag),\(end + flag)]"))
    outcome.mean(WordedMeaning("\(start + flag)/\(end + flag)"))
    return outcome
  }

  private func mean(
    _ day: Day, _ yearStart: CalendarYearStart, _ flag: String, _ gap: Character,
    _ outcome: inout WordedOutcome,
    _ parts: WordedItems
  ) -> WordedOutcome {
    guard let text = HistoricalDate(day)?.edtf else { return outcome }
    if let weekday = parts.weekday.flatMap(Weekday.init), weekday != day.weekday {
      outcome.refuse("\(text) was a \(day.weekday), not a \(weekday)")
      return outcome
    }
    if let meaning = WordedMeaning(day, yearStart, flag: flag) { outcome.mean(meaning) }
    return outcome
  }

  /// How many days the Julian calendar is behind.
  private static func gap(on day: Day) -> Int64? {
    let (year, month, dayOfMonth) = day.components
    guard year >= 1582, let julian = Day(julianYear: year, month: month, day: dayOfMonth) else { return nil }
    return julian.number - day.number
  }
}

extension WordedItem {
  fileprivate var isRoman: Bool { if case .roman = kind { true } else { false } }
}
