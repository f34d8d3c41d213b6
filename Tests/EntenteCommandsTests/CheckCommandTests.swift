import TestSupport
import Testing

@Suite struct CheckCommandTests {
  @Test func rightFilesGetALineEach() throws {
    let place = try Workplace([
      "pacts.yaml": twoPacts, "other.yaml": "entente: 1\ntitle: Other\nactors: { a: A }\n",
    ])
    let outcome = try place.entente("check", "--no-lint", "pacts.yaml", "other.yaml")
    expectSuccess(outcome)
    #expect(
      outcome.output == """
        pacts.yaml: 9 entities, 8 statements, no mistakes
        other.yaml: 1 entity, 0 statements, no mistakes

        """)
  }

  @Test func theGraphsOfTheProjectHaveNoMistakes() throws {
    let outcome = try Workplace().entente("check", graphFile("neutrality-pact"), graphFile("interwar-pacts"))
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.contains(" no mistakes") }, "\(outcome.output)")
  }

  @Test func everyMistakeIsToldWithItsPlace() throws {
    let place = try Workplace(["wrong.yaml": fiveMistakes])
    let outcome = try place.entente("check", "wrong.yaml")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    let lines = outcome.errors.split(separator: "\n").map(String.init)
    #expect(lines.count == 6, "\(outcome.errors)")
    #expect(lines.last == "5 mistakes; nothing was written.")
    let places = lines.compactMap { $0.wholeMatch(of: #/wrong\.yaml:(\d+):(\d+): error: .+[.?]/#)?.output }
    #expect(places.map { "\($0.1):\($0.2)" } == ["3:1", "5:25", "6:31", "8:40", "8:56"], "\(outcome.errors)")
    #expect(outcome.errors.contains("Did you mean 'beta'?"), "\(outcome.errors)")
  }

  @Test func mistakesOfAllFilesAreToldTogether() throws {
    let place = try Workplace([
      "one.yaml": fiveMistakes, "right.yaml": twoPacts, "two.yaml": "entente: 1\nactors: {}\n",
    ])
    let outcome = try place.entente("check", "one.yaml", "right.yaml", "two.yaml")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("one.yaml:") } == 5, "\(outcome.errors)")
    #expect(lines.contains { $0.hasPrefix("two.yaml:") }, "\(outcome.errors)")
    #expect(!outcome.errors.contains("right.yaml"), "\(outcome.errors)")
  }

  @Test func oneMistakeIsCountedInTheSingular() throws {
    let place = try Workplace(["wrong.yaml": "entente: 1\ntitle: T\ncolour: red\n"])
    let outcome = try place.entente("check", "wrong.yaml")
    #expect(outcome.errors.hasSuffix("\n1 mistake; nothing was written.\n"), "\(outcome.errors)")
  }

  // MARK: Lint

  private let warned = """
    entente: 1
    title: T
    sources: { book: A book }
    actors: { alpha: Alpha, beta: Beta }
    agreements:
      one: { name: One, parties: alpha, source: book }
      two: { name: Two, parties: beta, source: book }

    """
  private let warning =
    "warned.yaml:6:3: warning: the agreement 'one' has 'alpha' as its only party; expected two or more. Name them under "
    + "'parties'. [orphan-party]\n"
  private let silence = "lint: { ignore: orphan-party, about: two, reason: the other side is left out }\n"

  @Test func warningsGoToStandardErrorAndAreCounted() throws {
    let place = try Workplace(["warned.yaml": warned + silence])
    let outcome = try place.entente("check", "warned.yaml")
    #expect(outcome.code == 0)
    #expect(outcome.errors == warning)
    #expect(outcome.output == "warned.yaml: 4 entities, 2 statements, no mistakes, 1 warning, 1 silenced\n")
  }

  @Test func strictnessEndsWithTwoAfterTheSummary() throws {
    let place = try Workplace(["warned.yaml": warned])
    let outcome = try place.entente("check", "--strict", "warned.yaml")
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix(warning), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 2)
    #expect(outcome.output == "warned.yaml: 4 entities, 2 statements, no mistakes, 2 warnings\n")
  }

  @Test func strictnessAllowsWhatIsSilenced() throws {
    let place = try Workplace(["silent.yaml": warned + "lint: { ignore: orphan-party, reason: known }\n"])
    let outcome = try place.entente("check", "--strict", "silent.yaml")
    expectSuccess(outcome)
    #expect(outcome.output == "silent.yaml: 4 entities, 2 statements, no mistakes, 2 silenced\n")
  }

  @Test func withoutLintNothingIsWarnedOf() throws {
    let place = try Workplace(["warned.yaml": warned + silence])
    let outcome = try place.entente("check", "--no-lint", "warned.yaml")
    expectSuccess(outcome)
    #expect(outcome.output == "warned.yaml: 4 entities, 2 statements, no mistakes\n")
  }

  @Test func strictnessNeedsLint() throws {
    let place = try Workplace(["warned.yaml": warned])
    let outcome = try place.entente("check", "--strict", "--no-lint", "warned.yaml")
    expectRefusal(outcome, code: 64, saying: "--strict", "--no-lint")
  }

  @Test func silenceWithoutAReasonIsAMistake() throws {
    let place = try Workplace(["warned.yaml": warned + "lint: { ignore: orphan-party }\n"])
    let outcome = try place.entente("check", "warned.yaml")
    #expect(outcome.code == 2)
    #expect(
      outcome.errors.contains("warned.yaml:8:7: error: this entry of 'lint' has no 'reason'"),
      "\(outcome.errors)")
  }
}
