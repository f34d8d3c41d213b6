import Chronology
import Diplomacy
import TestSupport
import Testing

@testable import DiplomacyFormats

@Suite struct LintTests {
  @Test(arguments: lintCases) func ruleWarnsAtTheExactPlaces(of sample: LintCase) throws {
    let report = try lintReport(lintHeader + sample.warns)
    #expect(places(of: sample.rule, in: report.warnings) == sample.places, "\(report.warnings)")
    #expect(report.silenced.isEmpty)
    for warning in report.warnings {
      #expect(warning.severity == .warning)
      #expect(warning.message.wholeMatch(of: #/.+[.] \[[a-z-]+\]/#) != nil, "\(warning)")
    }
  }

  @Test(arguments: lintCases) func ruleIsSilentWhereItNearlyWarns(in sample: LintCase) throws {
    let report = try lintReport(lintHeader + sample.nearMiss)
    #expect(places(of: sample.rule, in: report.warnings) == [], "\(report.warnings)")
  }

  @Test(arguments: lintCases) func warningsCanBeSilenced(in sample: LintCase) throws {
    let about = sample.about.map { "about: [\($0)], " } ?? ""
    let silence = "lint: { ignore: \(sample.rule.rawValue), \(about)reason: known }\n"
    let report = try lintReport(lintHeader + sample.warns + silence)
    #expect(places(of: sample.rule, in: report.warnings) == [], "\(report.warnings)")
    #expect(places(of: sample.rule, in: report.silenced) == sample.places)
    #expect(places(of: .needlessSilence, in: report.warnings) == [], "\(report.warnings)")
  }

  @Test func everyRuleHasACase() {
    let tested = Set(lintCases.map(\.rule)).union([.needlessSilence])
    #expect(tested == Set(LintRule.allCases))
  }

  @Test func everyRuleIsDocumented() throws {
    let guide = try projectText("Documentation/Lint.md")
    for rule in LintRule.allCases { #expect(guide.contains("`\(rule.rawValue)`"), "\(rule.rawValue)") }
  }

  // MARK: Rules in detail

  @Test func messageNamesPlaceFindingAndNextStep() throws {
    let report = try lintReport(
      lintHeader + "events: { talk: { name: Talk, when: 1940-41, source: book } }\n")
    #expect(
      report.warnings.map(\.description) == [
        "graph.yaml:5:37: warning: '1940-41' is the second half of 1940 in EDTF; expected '1940/1941' if two years are "
          + "meant. Write that, or say that the part of the year is meant. [year-pair]"
      ])
  }

  @Test(arguments: [
    ("1920-21", true), ("1940-41", true), ("1941-42", false), ("1920-22", false), ("1940-41?", true),
    ("1940-41-05", false), ("[1931-32, 1935]", true), ("1999-00", false), ("1940-11", false),
  ])
  func onlyTheNextYearMakesAPair(text: String, isPair: Bool) {
    #expect((try? HistoricalDate(text)).map { !YearPair.all(in: $0).isEmpty } ?? false == isPair)
  }

  @Test func namesAreComparedWithoutCaseAccentsAndPunctuation() {
    #expect(LintedFile.folded("Franco–Soviet Pact (1935)") == LintedFile.folded("franco soviet pact, 1935"))
    #expect(LintedFile.folded("Tōgō") == LintedFile.folded("Togo"))
    #expect(LintedFile.folded("か") != LintedFile.folded("が"))
    #expect(LintedFile.folded("Pact 1") != LintedFile.folded("Pact 2"))
  }

  @Test func sameNameInAnotherLanguageOrKindIsNoDuplicate() throws {
    let text = """
      territories:
        one: { name: { en: Land, de: Boden } }
        two: { name: { fr: Land } }
        three: { name: { en: Land }, kind: river }
        four: { name: { en: Other, de: boden } }

      """
    let report = try lintReport(lintHeader + text)
    #expect(places(of: .likelyDuplicate, in: report.warnings) == ["9:3"])
  }

  @Test func readingsAreLookedAtOneByOne() throws {
    let text = """
      readings: { late: { title: Late, default: true }, early: Early }
      agreements:
        pact:
          name: Pact
          parties: [alpha, beta]
          acts:
            - { act: signature, when: 1925, reading: late }
            - { act: signature, when: 1920, reading: early }
            - { act: ratification, when: 1921, reading: early }
            - { act: breach, when: 1922 }

      """
    let report = try lintReport(lintHeader + text)
    #expect(places(of: .actsOutOfOrder, in: report.warnings) == ["14:9"], "\(report.warnings)")
  }

  @Test func memberOfABlocThatIsAPartyMayOweSomething() throws {
    let text = """
      agreements:
        pact: { name: Pact, parties: [alpha, beta], obligations: { kind: assist, by: gamma } }
      statements:
        - { subject: gamma, role: member-of, object: beta }

      """
    let report = try lintReport(lintHeader + text)
    #expect(places(of: .obligationWithoutParty, in: report.warnings) == [], "\(report.warnings)")
  }

  @Test func manyWarningsOfOneEntityAboutSourcesAreOne() throws {
    let text = """
      events: { talk: { name: Talk, source: book } }
      agreements:
        pact:
          name: Pact
          parties: [alpha, beta]
          guarantors: gamma
          signed: 1925
          ratified: 1926

      """
    let report = try lintReport(lintHeader + text)
    let warnings = report.warnings.filter { $0.message.hasSuffix("[no-source]") }
    #expect(
      warnings.map(\.message) == [
        "the agreement 'pact' cites no source, and 2 of its acts, spans, terms and obligations and 3 of its links have "
          + "none; expected one. Add 'source' to it, or to each of them. [no-source]"
      ])
  }

  // MARK: Speed

  @Test func largeGraphIsLintedWhole() throws {
    var text = "entente: 1\ntitle: T\nsources: { book: A book }\nactors:\n"
    for actor in 0..<1_000 { text += "  a\(actor): { name: Actor \(actor), exists: 1900/1950 }\n" }
    text += "agreements:\n"
    for pact in 0..<10_000 {
      let parties = (0..<5).map { "a\($0 == 0 ? 0 : (pact * 7 + $0 * 131) % 999 + 1)" }.joined(
        separator: ", ")
      let year = pact == 5_000 ? 1960 : 1910 + pact % 40
      text += "  p\(pact): { name: Pact \(pact), source: book, parties: [\(parties)], signed: \(year), "
      text += "terms: { duration: P5Y }, obligations: { kind: assist, by: a0 } }\n"
    }
    let report = try lintReport(text)
    #expect(Set(places(of: .memberOutsideExistence, in: report.warnings).map { $0.prefix(5) }) == ["6006:"])
    #expect(report.warnings.count == 5, "\(report.warnings.prefix(10))")
  }
}
