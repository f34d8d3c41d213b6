import Chronology
import Testing

/// Long and extreme texts get an answer or a clear refusal at once: in under 10 ms (see Benchmarks).
@Suite struct DateLimitsTests {
  private static func text(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }

  private static let refused: [(name: String, text: String)] = [
    ("a great exponent", "Y17E99999"), ("many digits of an exponent", "Y17E" + text("9", 10_000)),
    ("many digits", text("1", 10_000)), ("many digits of a year", "Y" + text("9", 10_000)),
    ("many digits in full width", text("１", 10_000)), ("many unspecified digits", text("X", 10_000)),
    ("many significant digits", "1950S" + text("9", 10_000)), ("many flags", text("?", 10_000)),
    ("many hyphens", text("-", 10_000)), ("many brackets", text("[", 10_000)),
    ("many slashes", text("1941/", 2000)),
    ("many words", text("before ", 1500)), ("many letters", text("x", 10_000)),
    ("many dots", text(".", 10_000)),
    ("combining marks", "1" + text("\u{301}", 10_000)), ("digits with marks", text("1\u{301}\u{302}", 5000)),
    ("flags of countries", text("🇯🇵", 2500)), ("many lines", text("\r\n", 5000)),
    ("a set that goes on", "[" + text("1941,", 2000)),
    ("a slip after 10,000 members", "[" + text("1941,", 9999) + "194]"),
    ("10,001 members", "{" + text("1941-04-13,", 10_000) + "1941}"),
    ("a leap day of odd years", "XXX1-02-29"),
  ]

  @Test(.timeLimit(.minutes(2)), arguments: refused.map(\.name))
  func extremeTextIsRefusedAtOnce(name: String) throws {
    let text = try #require(Self.refused.first { $0.name == name }?.text)
    let error = #expect(throws: DateTextError.self) { try HistoricalDate(text) }
    #expect((error?.description.count ?? 0) < 600)
    #expect(throws: DateTextError.self) { try HistoricalDate(lenient: text) }
  }

  private static let read: [(name: String, text: String)] = [
    ("10,000 days", "[" + text("1941-04-13,", 9999) + "1941-04-14]"),
    ("10,000 ranges", "{" + text("1941-04-13..1941-05,", 9999) + "1942..}"),
    ("10,000 patterns", "[" + text("XXXX-XX-X1,", 9999) + "194X-02-29]"), ("any first day", "XXXX-XX-X1"),
    ("the last year", "Y292000000000"), ("the first year", "Y-292E9"),
  ]

  @Test(.timeLimit(.minutes(2)), arguments: read.map(\.name))
  func extremeDateIsReadAtOnce(name: String) throws {
    let text = try #require(Self.read.first { $0.name == name }?.text)
    #expect(try HistoricalDate(text).text == text)
  }

  @Test func setOfManyPatternsHasBoundedStretches() throws {
    let members = Self.text("XXXX-XX-X1,", 9999) + "XXXX-XX-X1"
    let date = try HistoricalDate("[\(members)]")
    #expect(date.stretches.count <= 480_000)
    #expect(
      date.stretches.first?.lowerBound == date.earliest && date.stretches.last?.upperBound == date.latest)
  }
}
