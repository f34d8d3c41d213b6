import TestSupport
import Testing

@Suite struct CheckCommandTests {
  @Test func rightFilesGetALineEach() throws {
    let place = try Workplace([
      "pacts.yaml": twoPacts, "other.yaml": "entente: 1\ntitle: Other\nactors: { a: A }\n",
    ])
    let outcome = try place.entente("check", "pacts.yaml", "other.yaml")
    expectSuccess(outcome)
    #expect(
      outcome.output == """
        pacts.yaml: 9 entities, 8 statements, no mistakes
        other.yaml: 1 entity, 0 statements, no mistakes

        """)
  }

  @Test func theGraphsOfTheProjectHaveNoMistakes() throws {
    let outcome = try Workplace().entente("check", graphFile("neutrality-pact"), graphFile("interwar-pacts"))
    expectSuccess(outcome)
    #expect(outcome.output.split(separator: "\n").count == 2)
  }

  @Test func everyMistakeIsToldWithItsPlace() throws {
    let place = try Workplace(["wrong.yaml": fiveMistakes])
    let outcome = try place.entente("check", "wrong.yaml")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    let lines = outcome.errors.split(separator: "\n").map(String.init)
    #expect(lines.count == 6, "\(outcome.errors)")
    #expect(lines.last == "5 mistakes; nothing was done.")
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
    #expect(outcome.errors.hasSuffix("\n1 mistake; nothing was done.\n"), "\(outcome.errors)")
  }
}
