import Chronology
import TestSupport
import Testing

@Suite struct DateFuzzTests {
  private static let seeds = [
    "1941-04-13T14:50:30+09:00", "1941-04-13", "1941-XX-XX", "194X", "Y-170000002", "1941-04~/1945-08?",
    "../1945",
    "1941/",
    "[1667,1668,1670..1672]", "{1960,1961-12}", "[..1760-12-03]", "[1760-12..]", "-0043-03-15%", "1941-24",
    "13 April 1941",
    "c. 44 BC", "P1Y2M3W4DT5H6M7S", "1940–1942", "5 years", "?2004-06-~11", "2004-06~-11%", "156X-12-25",
    "XXXX-12-XX",
    "1XXX-X2-3X", "Y-17E7", "Y171010000S3", "1950S2", "2001-34", "-00XX-02-29", "2004-06-~01/2004-06-~20",
    "[194X-0X..1950S3,1952-41]", "before 1941", "1939..1945", "19th century", "3/4/1941", "１９４１年４月",
    "between 1939 and 1941", "1900s",
  ]
  private static let alphabet = Array("0123456789-/.,:?~%XXYTZES+[]{} PMDabs\u{301}–王\u{0}\r\n")

  @Test func mutatedTextNeverCrashesAndPrintsBackTheSame() {
    var numbers = SeededNumbers(seed: 1941_04_13)
    var dates = 0
    for round in 0..<Thoroughness.cases(100_000, thorough: 1_000_000) {
      var text = Array(Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &numbers)])
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let place = Int.random(in: 0...text.count, using: &numbers)
        let letter = Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &numbers)]
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: text.insert(letter, at: place)
        case 1 where place < text.count: text.remove(at: place)
        case 2 where place < text.count: text[place] = letter
        default: text.insert(contentsOf: text.suffix(from: place).prefix(5), at: place)
        }
      }
      dates += check(String(text), isThorough: round % 10 == 0) ? 1 : 0
    }
    #expect(dates > 3000)
  }

  /// Whether the text is a date, after holding everything it offers against what must be true of it.
  private func check(_ text: String, isThorough: Bool) -> Bool {
    if let period = try? Period(text), (try? Period(period.description)) != period {
      Issue.record("period '\(text)' prints as \(period)")
    }
    do {
      let date = try HistoricalDate(text)
      let span = Span(date)
      if isThorough, let first = date.stretches.first, let last = date.stretches.last,
        first.lowerBound != date.earliest || last.upperBound != date.latest
      {
        Issue.record("'\(text)' has stretches from \(first) to \(last)")
      }
      if date.description != text || date.earliest > date.latest || span.isContradictory
        || date.isBefore(date) == .yes || date.isSame(as: date) == .no || span.covers(date) == .no
        || span.overlaps(span) == .no
      {
        Issue.record("'\(text)' reads as \(date.earliest) to \(date.latest), span \(span)")
      }
      return true
    } catch {
      if error.column < 1 || error.column > text.count + 1
        || (error.found == nil) != (error.column > text.count)
      {
        Issue.record("'\(text)' fails at column \(error.column), found \(error.found ?? "nothing")")
      }
      if isThorough {
        let readings = error.readings
        for reading in readings where (try? HistoricalDate(reading)) == nil && (try? Period(reading)) == nil {
          Issue.record("'\(text)' has the reading '\(reading)', which cannot be read")
        }
        let taken = (try? HistoricalDate(lenient: text))?.takenFor
        if taken != (readings.count == 1 ? readings[0] : nil) {
          Issue.record("'\(text)' is taken for \(taken ?? "nothing"), though it may mean \(readings)")
        }
      }
      return false
    }
  }

  @Test func wellFormedDaysAllParse() throws {
    var numbers = SeededNumbers(seed: 1939_08_23)
    for _ in 0..<Thoroughness.cases(20_000, thorough: 200_000) {
      let day = Day(number: Int64.random(in: -3_000_000...2_900_000, using: &numbers))
      guard abs(day.year) <= 9999 else { continue }
      let date = try HistoricalDate(day.description)
      guard date.earliest == day.start, date.latest.adding(seconds: 1) == day.end else {
        Issue.record("\(day) reads as \(date.earliest) to \(date.latest)")
        return
      }
    }
  }
}
