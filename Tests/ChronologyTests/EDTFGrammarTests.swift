import Chronology
import TestSupport
import Testing

/// Texts made by the grammar of the specification, together with the days they denote, found without the parser.
@Suite struct EDTFGrammarTests {
  @Test func textMadeByTheGrammarIsReadAsMade() throws {
    var grammar = Grammar(numbers: SeededNumbers(seed: 1939_09_01))
    var levels: [EDTFLevel: Int] = [:]
    for _ in 0..<Thoroughness.cases(2500, thorough: 50_000) {
      let made = grammar.text()
      do {
        let date = try HistoricalDate(made.text)
        levels[made.level, default: 0] += 1
        if date.level != made.level || "\(date)" != made.text
          || date.earliest != (made.days.map { $0.first?.start } ?? .distantPast)
          || date.latest != (made.end.map { $0.last?.end.adding(seconds: -1) } ?? .distantFuture)
        {
          Issue.record(
            "'\(made.text)': \(date.earliest) to \(date.latest), \(date.level?.description ?? "no level")")
        }
        if date.shape != .interval, let days = made.days, made.end != nil {
          // What is neither open nor an interval denotes the days of its stretches and no others.
          let stretches = date.stretches.map { $0.lowerBound.day...$0.upperBound.day }
          let all = stretches.reduce(0) { $0 + $1.upperBound.number - $1.lowerBound.number + 1 }
          let denoted = Set(days + (made.end ?? []))
          if all != Int64(denoted.count) || !stretches.allSatisfy({ denoted.contains($0.lowerBound) }) {
            Issue.record("'\(made.text)' has \(all) days, not \(denoted.count)")
          }
        }
        if let taken = try? HistoricalDate(lenient: made.text), taken != date {
          Issue.record("'\(made.text)' is taken for \(taken.edtf)")
        }
      } catch  where made.isPossible {
        Issue.record("\(error)")
      } catch {
        continue
      }
      if !made.isPossible { Issue.record("'\(made.text)' denotes no day and is read") }
    }
    #expect(EDTFLevel.allCases.allSatisfy { levels[$0, default: 0] > 200 }, "\(levels)")
  }
}

/// A text, its level, and the days it starts with and ends with in order; `nil` where open or unknown.
private struct Made {
  var text: String
  var level = EDTFLevel.zero
  var days: [Day]?
  var end: [Day]?
  var hasUnspecifiedDigits = false
  var isPossible = true

  mutating func need(_ level: EDTFLevel) { self.level = max(self.level, level) }
}

private struct Grammar {
  var numbers: SeededNumbers

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &numbers) == 0 }

  mutating func text() -> Made {
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: interval()
    case 1: set()
    case 2: longYear()
    default: point()
    }
  }

  private mutating func interval() -> Made {
    var (start, end) = (side(), side())
    while start.days == nil && end.end == nil { (start, end) = (side(), side()) }
    var made = Made(text: "\(start.text)/\(end.text)", level: max(start.level, end.level))
    (made.days, made.end) = (start.days, end.end)
    made.isPossible = start.isPossible && end.isPossible
    if start.hasUnspecifiedDigits || end.hasUnspecifiedDigits { made.need(.two) }
    if let first = start.days?.first, let last = end.end?.last, first > last { made.isPossible = false }
    return made
  }

  private mutating func side() -> Made {
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: Made(text: "..", level: .one)
    case 1: Made(text: "", level: .one)
    default: point()
    }
  }

  private mutating func set() -> Made {
    let brackets = chance(2) ? ("[", "]") : ("{", "}")
    var made = Made(text: brackets.0, level: .two, days: [], end: [])
    let count = Int.random(in: 1...4, using: &numbers)
    for index in 0..<count {
      let first = point()
      made.isPossible = made.isPossible && first.isPossible
      let days = first.days ?? []
      switch Int.random(in: 0..<8, using: &numbers) {
      case 0 where index == 0:
        made.text += ".." + first.text
        made.days = nil
        made.end?.append(contentsOf: days)
      case 1 where index == count - 1:
        made.text += first.text + ".."
        made.days?.append(contentsOf: days)
        made.end = nil
      default:
        made.text += first.text
        made.days?.append(contentsOf: days)
        made.end?.append(contentsOf: days)
      }
      made.text += index == count - 1 ? brackets.1 : ","
    }
    made.days?.sort()
    made.end?.sort()
    return made
  }

  // MARK: - Points

  /// A year with a letter, an exponent or significant digits.
  private mutating func longYear() -> Made {
    let isNegative = chance(3)
    var year = Int64.random(in: 10_000...500_000, using: &numbers)
    var made = Made(text: isNegative ? "Y-" : "Y", level: .one)
    switch Int.random(in: 0..<3, using: &numbers) {
    case 0:
      year = Int64.random(in: 1000...9999, using: &numbers)
      made.text = (isNegative ? "-" : "") + "\(year)"
    case 1:
      made.text += "\(year % 97 + 1)E4"
      made.need(.two)
      year = (year % 97 + 1) * 10_000
    default: made.text += "\(year)"
    }
    var years = [year]
    if year < 10_000 || chance(2) {
      let digits = String(year)
      let significant = Int.random(in: max(1, digits.count - 2)...digits.count, using: &numbers)
      made.text += "S\(significant)"
      made.need(.two)
      let near = year - 1000...year + 1000
      years = near.filter {
        String($0).count == digits.count && String($0).hasPrefix(digits.prefix(significant))
      }
    }
    if isNegative { years = years.reversed().map { -$0 } }
    let days = years.flatMap { year in
      (1...12).flatMap { month in
        (1...Day.daysInMonth(month, of: year)).compactMap { Day(year: year, month: month, day: $0) }
      }
    }
    (made.days, made.end) = (days, days)
    return made
  }

  private mutating func point() -> Made {
    var made = Made(text: "")
    let sign = chance(6) ? "-" : ""
    if !sign.isEmpty { made.need(.one) }
    let year = digits(of: Int.random(in: 0..<2100, using: &numbers), 4, unknown: 12)
    let hidden = year.filter { $0 == "X" }.count
    if hidden > 2 || (hidden > 0 && !(year.hasSuffix("X") && !year.dropLast(hidden).contains("X"))) {
      made.need(.two)
    }
    let parts = Int.random(in: 1...3, using: &numbers)
    let monthNumber = parts == 2 && chance(4) ? Int.random(in: 21...41, using: &numbers) : 0
    let month =
      monthNumber > 0
      ? "\(monthNumber)" : digits(of: Int.random(in: 1...12, using: &numbers), 2, unknown: 4)
    let day = digits(of: Int.random(in: 1...31, using: &numbers), 2, unknown: 4)
    if monthNumber > 0 { made.need(monthNumber > 24 ? .two : .one) }
    let names = [sign + year, month, day].prefix(parts)
    for (index, name) in names.enumerated() {
      if index > 0 { made.text += "-" }
      if chance(10) {
        made.text += flag()
        made.need(.two)
      }
      made.text += name
      if chance(10) {
        made.text += flag()
        made.need(index == parts - 1 ? .one : .two)
      }
      if name.contains("X") { made.hasUnspecifiedDigits = true }
    }
    if hidden > 0 { made.need(parts == 1 ? .one : .two) }
    if parts > 1, month.contains("X") {
      made.need(month == "XX" && (parts == 2 || day == "XX") ? .one : .two)
    }
    if parts > 2, day.contains("X") {
      made.need(day == "XX" && (month == "XX" || !month.contains("X")) ? .one : .two)
    }
    let days = Grammar.days(year, !sign.isEmpty, parts > 1 ? month : nil, parts > 2 ? day : nil, monthNumber)
    (made.days, made.end) = (days, days)
    // A year -0000 does not exist; neither do dates without a day.
    made.isPossible = !days.isEmpty
    return made
  }

  private mutating func flag() -> String { ["?", "~", "%"][Int.random(in: 0..<3, using: &numbers)] }

  /// The number in so many digits, each of which is unspecified once in so many times.
  private mutating func digits(of number: Int, _ width: Int, unknown: Int) -> String {
    let text = String(String(number + 10_000).suffix(width))
    if chance(unknown) { return text.dropLast() + "X" }
    if width == 2, chance(unknown) { return "XX" }
    return String(text.map { chance(unknown * 2) ? "X" : $0 })
  }

  /// Every day whose digits match, found by trying all.
  private static func days(
    _ year: String, _ isNegative: Bool, _ month: String?, _ day: String?, _ season: Int
  ) -> [Day] {
    var days: [Day] = []
    for number in matching(year, 0...9999) where !(isNegative && number == 0) {
      let year = Int64(isNegative ? -number : number)
      let months = season > 0 ? seasons[season - 21] : month.map { matching($0, 1...12) } ?? Array(1...12)
      for month in months {
        // Months past the twelfth are of the next year.
        let (year, month) = month > 12 ? (year + 1, month - 12) : (year, month)
        for number in day.map({ matching($0, 1...31) }) ?? Array(1...31) {
          if let day = Day(year: year, month: month, day: number) { days.append(day) }
        }
      }
    }
    return days.sorted()
  }

  private static func matching(_ pattern: String, _ numbers: ClosedRange<Int>) -> [Int] {
    let width = pattern.utf8.count
    var all: [Int] = []
    var place = 1
    for character in pattern.reversed() {
      let choices = character == "X" ? Array(0...9) : [Int(String(character)) ?? 0]
      all = all.isEmpty ? choices : choices.flatMap { digit in all.map { $0 + digit * place } }
      place *= 10
    }
    precondition(place == [1, 10, 100, 1000, 10_000][width])
    return all.filter(numbers.contains)
  }

  private static let seasons: [[Int]] = [
    [3, 4, 5], [6, 7, 8], [9, 10, 11], [12, 13, 14], [3, 4, 5], [6, 7, 8], [9, 10, 11], [12, 13, 14],
    [9, 10, 11], [12, 13, 14], [3, 4, 5], [6, 7, 8], [1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12],
    [1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12],
  ]
}
