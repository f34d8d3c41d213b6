import Testing

@testable import DiplomacyFormats

@Suite struct LintSilenceTests {
  private let pacts = """
    agreements:
      one: { name: One, parties: alpha, source: book }
      two: { name: Two, parties: beta, source: book }

    """

  @Test func silenceWithoutIDsHoldsInTheWholeFile() throws {
    let report = try lintReport(lintHeader + pacts + "lint: { ignore: orphan-party, reason: known }\n")
    #expect(report.warnings == [])
    #expect(report.silenced.count == 2)
  }

  @Test func silenceHoldsForItsIDsAlone() throws {
    let report = try lintReport(
      lintHeader + pacts + "lint:\n  - { ignore: orphan-party, about: two, reason: known }\n")
    #expect(places(of: .orphanParty, in: report.warnings) == ["6:3"])
    #expect(places(of: .orphanParty, in: report.silenced) == ["7:3"])
  }

  @Test func silenceThatSilencesNothingIsNeedless() throws {
    let silences = """
      lint:
        - { ignore: orphan-party, about: [one, alpha], reason: known }
        - { ignore: year-pair, reason: known }

      """
    let report = try lintReport(lintHeader + pacts + silences)
    #expect(
      report.warnings.filter { $0.message.contains("needless") }.map(\.description) == [
        "graph.yaml:9:42: warning: 'orphan-party' is ignored here, but warns of nothing about 'alpha'. Take it out. "
          + "[needless-silence]",
        "graph.yaml:10:5: warning: 'year-pair' is ignored here, but warns of nothing in this file. Take it out. "
          + "[needless-silence]",
      ])
  }

  @Test func statementsAreNamedByTheIDsTheyGet() throws {
    let text = """
      statements:
        - { subject: alpha, role: hostile-to, object: beta, source: book }
        - { subject: alpha, role: hostile-to, object: beta, source: book }
      lint:
        - { ignore: likely-duplicate, about: hostile-to.alpha.beta.2, reason: known }

      """
    let report = try lintReport(lintHeader + text)
    #expect(report.warnings == [])
    #expect(report.silenced.count == 1)
  }

  @Test func relativeDatesKeepPlacesAndSilences() throws {
    let text = """
      events:
        one: { name: One, when: 1920, source: book }
        two: { name: Two, when: { after: one, before: 1921 }, source: book }
        three: { name: Three, when: 1940-41, source: book }
      lint: { ignore: year-pair, about: three, reason: a half }

      """
    let report = try lintReport(lintHeader + text)
    #expect(report.warnings == [])
    #expect(places(of: .yearPair, in: report.silenced) == ["8:31"])
  }

  // MARK: Mistakes

  @Test(arguments: [
    (
      "{ ignore: orphan-party }",
      "3:7 this entry of 'lint' has no 'reason'; expected why these warnings are not wanted."
    ),
    ("{ reason: known }", "3:7 this entry of 'lint' has no 'ignore'; expected the name of a rule."),
    (
      "{ ignore: orphan-partie, reason: r }",
      "3:17 found 'orphan-partie'; expected the name of a rule. Did you mean 'orphan-party'?"
    ),
    ("{ ignore: orphan-party, because: r, reason: r }", "3:31 'because' is not a key of an entry of 'lint'."),
    (
      "{ ignore: orphan-party, about: nobody, reason: r }",
      "3:38 'nobody' is not an entity, statement, source, reading or obligation of this graph."
    ),
    ("{ ignore: orphan-party, about: [], reason: r }", "3:38 found an empty list; expected the ids"),
    ("orphan-party", "3:7 found 'orphan-party'; expected a mapping with 'ignore' and 'reason'."),
    (
      "{ ignore: needless-silence, reason: r }", "3:17 found 'needless-silence'; expected the name of a rule."
    ),
  ])
  func mistakesInSilencesAreErrors(silence: String, message: String) {
    let found = problems(in: header + "lint: \(silence)\n")
    #expect(found.count == 1 && found[0].hasPrefix(message), "\(found)")
  }

  @Test func mistakesInSilencesAreToldWithTheOthers() {
    let found = problems(
      in: header + "actors: { a: { name: A, kid: b } }\nlint: { ignore: no-source, about: bb, reason: r }\n")
    #expect(found.count == 2, "\(found)")
  }
}
