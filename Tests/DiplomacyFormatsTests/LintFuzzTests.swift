import TestSupport
import Testing

@testable import DiplomacyFormats

/// Whatever a graph says, lint tells it calmly.
@Suite struct LintFuzzTests {
  private static let days = [
    "1919", "1920-06", "1925-05-31", "1925-06-01", "1925-06", "192X", "1926?", "1927~",
    "[1926,1929]", "1930-12-31T23:00:00+09:00", "1931-32", "-0044", "Y-170000002", "[..1928]", "[1930..]",
  ]
  private static let spans = [
    "1919/1925", "1925-06-01/..", "../1930", "/1928", "1926/", "../..", "1925-06-01/1930-06-01",
    "1931-32/1940",
  ]
  private static let acts = [
    "signature", "ratification", "entry-into-force", "accession", "withdrawal", "denunciation", "extension",
    "renewal", "suspension", "resumption", "termination", "expiry", "breach", "registration", "publication",
  ]
  private static let actors = ["alpha", "beta", "gamma"]

  @Test func randomGraphsAreLintedAndCanBeSilenced() throws {
    var numbers = SeededNumbers(seed: 1925)
    var told: Set<String> = []
    for _ in 0..<Thoroughness.cases(300, thorough: 3000) {
      let text = Self.graph(&numbers)
      let report = try lintReport(text)
      let again = try lintReport(text)
      #expect(report.warnings == again.warnings)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for warning in report.warnings {
        let place = try #require(warning.place, "\(warning)")
        #expect(
          place.line <= lines.count && place.column <= lines[place.line - 1].count, "\(warning)\n\(text)")
      }
      let rules = Set(
        report.warnings.compactMap { $0.message.firstMatch(of: #/\[([a-z-]+)\]$/#).map { "\($0.1)" } })
      told.formUnion(rules)
      guard !rules.isEmpty else { continue }
      let silences = rules.sorted().map { "  - { ignore: \($0), reason: random }\n" }.joined()
      let silenced = try lintReport(text + "lint:\n" + silences)
      #expect(silenced.warnings == [], "\(text)")
      #expect(silenced.silenced == report.warnings)
    }
    // The rest needs what these graphs do not have.
    let expected = Set(LintRule.allCases.map(\.rawValue)).subtracting([
      "needless-silence", "unused-source", "likely-duplicate", "event-without-date",
    ])
    #expect(expected.isSubset(of: told), "\(expected.subtracting(told).sorted())")
  }

  private static func graph(_ numbers: inout SeededNumbers) -> String {
    func one(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &numbers)] }
    func maybe(_ text: @autoclosure () -> String) -> String { Bool.random(using: &numbers) ? text() : "" }
    var text =
      "entente: 1\ntitle: T\nsources: { book: A book }\nreadings: { first: First, second: Second }\nactors:\n"
    for actor in actors {
      text += "  \(actor): { name: N \(actor)\(maybe(", exists: \(one(spans))")), source: book }\n"
    }
    text += "agreements:\n"
    for pact in 0..<3 {
      text += "  pact\(pact):\n    name: Pact \(pact)\n"
      text += maybe("    source: book\n") + maybe("    secret: true\n")
      // Neither this nor the event takes a number, so that the rest stays as it is.
      if text.count % 3 == 0 {
        text += "    known-to: [{ actor: \(actors[pact]), since: '\(days[text.count % days.count])' }]\n"
      }
      text += maybe("    parties: [\(one(actors)), { actor: \(one(actors)), reading: first }]\n")
      text += maybe("    signatories: { actor: \(one(actors)), when: \(one(days)) }\n")
      text += maybe(
        "    in-force: { when: \(one(spans + ["never"])), reading: \(one(["first", "second"])) }\n")
      text += maybe("    terms: { duration: P5Y, notice: P1Y\(maybe(", renewal: P5Y")), breach: ends }\n")
      text += maybe("    obligations: { kind: assist, by: \(one(actors)) }\n")
      if pact == 0 { text += "    extended: 1929/1930\n" }
      text += "    acts:\n"
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        text += "      - { act: \(one(acts)), when: '\(one(days))'\(maybe(", by: \(one(actors))"))"
        text += "\(maybe(", reading: \(one(["first", "second"]))")) }\n"
      }
    }
    let (day, agent) = (days[text.count % days.count], actors[text.count % 3])
    return text + "events:\n  leak: { name: Leak, when: '\(day)', about: pact0, agents: \(agent) }\n"
  }
}
