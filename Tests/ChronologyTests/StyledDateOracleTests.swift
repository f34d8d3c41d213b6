import Chronology
import TestSupport
import Testing

/// Dates of every shape and year start against the days that have their digits, found one by one.
@Suite struct StyledDateOracleTests {
  /// The Julian calendar's year, month and day of a Julian day number: Richards in the Explanatory Supplement, § 15.11.3.
  private func julian(_ number: Int) -> (year: Int, month: Int, day: Int) {
    let f = number + 1401
    let e = 4 * f + 3
    let g = (e % 1461) / 4
    let h = 5 * g + 2
    let day = (h % 153) / 5 + 1
    let month = (h / 153 + 2) % 12 + 1
    return (e / 1461 - 4716 + (14 - month) / 12, month, day)
  }

  /// The year that a document gives a day, by the definition of each beginning.
  private func legalYear(_ day: (year: Int, month: Int, day: Int), _ start: CalendarYearStart) -> Int {
    let place = day.month * 100 + day.day
    switch start {
    case .january: return day.year
    case .marchFirst: return place >= 301 ? day.year : day.year - 1
    case .ladyDay: return place >= 325 ? day.year : day.year - 1
    case .septemberFirst: return place >= 901 ? day.year + 1 : day.year
    case .christmas: return place >= 1225 ? day.year + 1 : day.year
    }
  }

  private struct Point {
    var year: String
    var month: String?
    var day: String?
    /// The text with flags.
    var text = ""

    func has(_ year: Int, _ month: Int, _ day: Int) -> Bool {
      func fits(_ pattern: String?, _ number: Int, _ width: Int) -> Bool {
        guard let pattern else { return true }
        let digits = String(String(100_000 + number).suffix(width))
        return zip(pattern, digits).allSatisfy { $0 == "X" || $0 == $1 }
      }
      return fits(self.year, year, 4) && fits(self.month, month, 2) && fits(self.day, day, 2)
    }
  }

  private func point(near year: Int, _ numbers: inout SeededNumbers) -> Point {
    func chance(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < share }
    func blurred(_ text: String, _ share: Int) -> String {
      String(text.map { chance(share) ? "X" : $0 })
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let digits = String(String(10_000 + year).suffix(4))
    var point = Point(year: String(digits.prefix(3)) + (chance(8) ? "X" : String(digits.suffix(1))))
    if chance(85) {
      point.month = blurred(two(Int.random(in: 1...12, using: &numbers)), 8)
      if chance(75) { point.day = blurred(two(Int.random(in: 1...30, using: &numbers)), 8) }
    }
    func flag() -> String { chance(10) ? ["?", "~", "%"][Int.random(in: 0..<3, using: &numbers)] : "" }
    point.text = flag() + point.year + flag()
    if let month = point.month { point.text += "-" + flag() + month + flag() }
    if let day = point.day { point.text += "-" + flag() + day + flag() }
    return point
  }

  /// The numbers of the days of a point, looked for in twenty years on either side.
  private func days(_ point: Point, near year: Int, _ start: CalendarYearStart) -> [Int] {
    let middle = 1_721_424 + (year * 1461) / 4
    return (middle - 5500...middle + 5500).filter { number in
      let day = julian(number)
      return point.has(legalYear(day, start), day.month, day.day)
    }
  }

  private func days(of date: HistoricalDate) -> [Int] {
    date.stretches.flatMap { stretch in
      Int(stretch.lowerBound.day.julianDayNumber)...Int(stretch.upperBound.day.julianDayNumber)
    }
  }

  @Test func everyPointHasTheDaysOfItsDigits() throws {
    var numbers = SeededNumbers(seed: 1887_06_06)
    var read = 0
    for _ in 0..<Thoroughness.cases(300, thorough: 5000) {
      let year = Int.random(in: 20...2500, using: &numbers)
      let start = CalendarYearStart.allCases[Int.random(in: 0..<5, using: &numbers)]
      let style = DateStyle(.julian, yearStart: start)
      let point = point(near: year, &numbers)
      let expected = days(point, near: year, start)
      guard let date = try? HistoricalDate(point.text, style: style) else {
        // The calendar has no such day, or a flag stands twice.
        if !expected.isEmpty, !point.text.contains(where: { "?~%".contains($0) }) {
          Issue.record("\(point.text) of \(start) has \(expected.count) days")
        }
        continue
      }
      read += 1
      #expect(days(of: date) == expected, "\(point.text) of \(start)")
      guard let first = expected.first, let last = expected.last else { continue }
      #expect(
        date.earliest.day.julianDayNumber == Int64(first) && date.latest.day.julianDayNumber == Int64(last))
      // The same days in the format, as it is read there.
      let again = try HistoricalDate(date.edtf)
      #expect(days(of: again) == expected, "\(point.text) of \(start) as \(date.edtf)")
      #expect(again.isUncertain == date.isUncertain && again.isApproximate == date.isApproximate)
      #expect(try HistoricalDate(date.styledText, style: .gregorian).stretches == date.stretches)
    }
    #expect(read > 200)
  }

  @Test func aTextOfAnyShapeIsReadAgainWithItsStyle() throws {
    var numbers = SeededNumbers(seed: 25_03)
    let alphabet = [
      "1887", "-", "06", "X", "?", "~", "/", "..", "[", "]", "{", "}", ",", " O.S.", " N.S.", "T12:30",
      "+02:00", "03", "S2", "21",
    ]
    var read = 0
    for _ in 0..<Thoroughness.cases(20_000, thorough: 2_000_000) {
      let count = Int.random(in: 1...9, using: &numbers)
      let text = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)] }
        .joined()
      for style in [DateStyle.gregorian, .julian, DateStyle(.julian, yearStart: .ladyDay)] {
        guard let date = try? HistoricalDate(text, style: style) else { continue }
        read += 1
        let again = try HistoricalDate(date.styledText, style: .gregorian)
        #expect(again.earliest == date.earliest && again.latest == date.latest, "\(text)")
        #expect(again.style == date.style && date.text == text, "\(text)")
        let gregorian = try HistoricalDate(date.edtf)
        #expect(gregorian == date.inFormat, "\(text)")
        #expect(gregorian.earliest == date.earliest && gregorian.latest == date.latest, "\(text)")
      }
    }
    #expect(read > 150)
  }

  @Test func intervalsAndSetsHaveTheBoundsOfTheirDates() throws {
    var numbers = SeededNumbers(seed: 1917_10_25)
    var read = 0
    for _ in 0..<Thoroughness.cases(150, thorough: 3000) {
      let year = Int.random(in: 20...2500, using: &numbers)
      let start = CalendarYearStart.allCases[Int.random(in: 0..<5, using: &numbers)]
      let style = DateStyle(.julian, yearStart: start)
      let points = [point(near: year, &numbers), point(near: year + 1, &numbers)]
      let expected = points.map { days($0, near: year, start) }
      guard let first = expected[0].first, let last = expected[1].last, let early = expected[0].last,
        let late = expected[1].first, first <= last
      else { continue }
      let texts = points.map(\.text)
      guard let interval = try? HistoricalDate(texts.joined(separator: "/"), style: style),
        let set = try? HistoricalDate("[\(texts.joined(separator: ","))]", style: style),
        let all = try? HistoricalDate("{\(texts.joined(separator: ","))}", style: style)
      else { continue }
      read += 1
      func beginning(_ number: Int) -> Moment { Day(julianDayNumber: Int64(number)).start }
      for date in [interval, interval.inFormat, try HistoricalDate(interval.edtf)] {
        let span = Span(date)
        #expect(
          span.earliestStart == beginning(first) && span.latestEnd == beginning(last + 1), "\(interval)")
        #expect(span.latestStart == beginning(early) || early > late, "\(interval) as \(date)")
      }
      #expect(days(of: set) == Set(expected[0] + expected[1]).sorted(), "\(set)")
      #expect(days(of: try HistoricalDate(set.edtf)) == days(of: set), "\(set) as \(set.edtf)")
      #expect(
        all.earliest == beginning(min(first, late))
          && all.latest == Day(julianDayNumber: Int64(max(last, early))).end.adding(seconds: -1))
    }
    #expect(read > 80)
  }
}
