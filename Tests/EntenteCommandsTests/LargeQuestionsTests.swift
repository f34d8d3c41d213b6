import Foundation
import TestSupport
import Testing

/// Questions that ask for very much: an answer, or a sentence. The limits of time are a net for what would go on for hours.
@Suite(.timeLimit(.minutes(5))) struct LargeQuestionsTests {
  /// A hundred million comparisons take half a minute; the same limit, made small, is tested beside the search.
  @Test(.enabled(if: Thoroughness.isFull, "takes half a minute; Scripts/test --thorough runs it."))
  func whatNeedsEachSecondIsRefusedWithASentence() throws {
    let place = try Workplace(["corridor.yaml": longCorridor])
    let outcome = try run(
      builtProgram("entente"),
      [
        "paths", "corridor.yaml", "--from", "a", "--to", "d", "--wait", "PT1S", "--criterion", "fewest-steps",
      ],
      in: place.folder)
    #expect(outcome.code == 2)
    #expect(
      outcome.errors.contains("it needs longer waits or a shorter stretch of time"), "\(outcome.errors)")
  }

  @Test func hugePeriodsAreAnsweredOrRefused() throws {
    let place = try Workplace(["corridor.yaml": longCorridor])
    for options in [
      ["--wait", "P999999999W"], ["--transit", "P999999999W"],
      ["--wait", "P999999999W", "--transit", "P999999999W", "--strict"],
      ["--wait", "P999999999999W"], ["--after", "Y291999999999"],
      ["--before", "Y-291999999999", "--wait", "PT1S", "--transit", "P999999999W", "--strict"],
    ] {
      for criterion in ["earliest", "latest", "fastest"] {
        let outcome = try run(
          builtProgram("entente"),
          ["paths", "corridor.yaml", "--from", "a", "--to", "d", "--criterion", criterion] + options,
          in: place.folder)
        #expect([0, 2, 64].contains(outcome.code), "\(options) \(outcome.code) \(outcome.errors)")
        #expect((outcome.code == 0) == outcome.errors.isEmpty, "\(options)")
      }
    }
  }

  @Test func aWindowHasALengthAndUndatedContactsHaveNoBeginning() throws {
    let place = try Workplace([
      "undated.yaml":
        "entente: 1\ntitle: U\nactors: { a: A, b: B }\nagreements: { p: { name: P, parties: [a, b] } }\n"
    ])
    let series = [
      "centrality", "undated.yaml", "--network", "contacts", "--measure", "temporal-closeness", "--every",
      "P1Y",
      "--from", "1931", "--to", "1933", "--window", "P0D",
    ]
    let window = try run(builtProgram("entente"), series, in: place.folder)
    #expect(
      window.code == 64 && window.errors.contains("found 'P0D'; expected a period longer than nothing"),
      "\(window.errors)")
    for dates in ["possible", "certain"] {
      let outcome = try run(
        builtProgram("entente"),
        [
          "centrality", "undated.yaml", "--network", "contacts", "--dates", dates, "--measure",
          "temporal-closeness", "--distance", "arrival",
        ], in: place.folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
  }

  @Test func tooManyDaysAreCounted() throws {
    let outcome = try run(
      builtProgram("entente"),
      [
        "centrality", graphFile("neutrality-pact"), "--every", "P1D", "--from", "0001", "--to", "2000",
      ])
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("makes 730485 days; expected at most 100000"), "\(outcome.errors)")
  }
}
