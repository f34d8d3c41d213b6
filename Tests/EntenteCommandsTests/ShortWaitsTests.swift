import Foundation
import TestSupport
import Testing

/// Short waits over long spans, and other questions that ask for very much: an answer, or a sentence, in little time.
@Suite struct ShortWaitsTests {
  private func timed(_ arguments: [String], in folder: URL? = nil) throws -> Outcome {
    let clock = ContinuousClock.now
    let outcome = try run(builtProgram("entente"), arguments, in: folder)
    #expect(ContinuousClock.now - clock < .seconds(60), "\(arguments)")
    return outcome
  }

  @Test(arguments: ["neutrality-pact", "interwar-pacts"])
  func secondsDoNotCount(graph: String) throws {
    let file = graphFile(graph)
    for options in [["--wait", "PT1S"], ["--wait", "P0D", "--transit", "PT1S", "--strict"]] {
      for criterion in ["latest", "earliest"] {
        expectSuccess(
          try timed(["paths", file, "--from", "japan", "--to", "usa", "--criterion", criterion] + options))
      }
      for end in ["--to", "--from"] { expectSuccess(try timed(["reach", file, end, "usa"] + options)) }
    }
    // Waiting a second is less than waiting as long as one likes, and more than not waiting.
    func reached(_ options: String...) throws -> Set<String> {
      let outcome = try timed(["reach", file, "--to", "usa", "--format", "csv"] + options)
      return Set((csvRecords(outcome.output) ?? []).compactMap(\.first))
    }
    let (none, short, free) = (try reached("--wait", "P0D"), try reached("--wait", "PT1S"), try reached())
    #expect(none.isSubset(of: short) && short.isSubset(of: free) && !none.isEmpty)
  }

  /// A speaks with B on one day of 1900 and B with C for fifty years; D hears from B on the last day.
  private let corridor = """
    entente: 1
    title: Corridor
    actors: { a: A, b: B, c: C, d: D }
    events:
      first: { name: First, kind: meeting, when: "1900-01-01T12:00:00Z", participants: [a, b] }
      last: { name: Last, kind: meeting, when: "1949-12-31T12:00:00Z", participants: [b, d] }
    statements:
      - { subject: b, role: link, object: c, when: 1900/1949 }
    """

  @Test func whatIsLeftOutOfALongJourneyIsTold() throws {
    let place = try Workplace(["corridor.yaml": corridor])
    let outcome = try timed(
      ["paths", "corridor.yaml", "--from", "a", "--to", "d", "--wait", "PT1S"], in: place.folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("go to and fro in the same manner, back to "))
    #expect(outcome.output.utf8.count < 10_000, "\(outcome.output)")
    let json = try timed(
      ["paths", "corridor.yaml", "--from", "a", "--to", "d", "--wait", "PT1S", "--format", "json"],
      in: place.folder)
    let results = try #require(try object(json.output)["results"] as? [String: Any])
    let journey = try #require(results["possible"] as? [String: Any])
    let steps = try #require(journey["witness"] as? [[String: Any]])
    let omitted = steps.reduce(0) { $0 + ($1["steps-left-out-before"] as? Int ?? 0) }
    #expect(journey["hops"] as? Int == steps.count + omitted)
    // At least a step a second, for fifty years less a day.
    #expect(omitted > 1_577_000_000)
    #expect(journey["arrival"] as? String == "1949-12-31T12:00:00")
  }

  @Test func whatNeedsEachSecondIsRefusedWithASentence() throws {
    let place = try Workplace(["corridor.yaml": corridor])
    let outcome = try timed(
      [
        "paths", "corridor.yaml", "--from", "a", "--to", "d", "--wait", "PT1S", "--criterion", "fewest-steps",
      ],
      in: place.folder)
    #expect(outcome.code == 2)
    #expect(
      outcome.errors.contains("it needs longer waits or a shorter stretch of time"), "\(outcome.errors)")
  }

  @Test func hugePeriodsAreAnsweredOrRefused() throws {
    let place = try Workplace(["corridor.yaml": corridor])
    for options in [
      ["--wait", "P999999999W"], ["--transit", "P999999999W"],
      ["--wait", "P999999999W", "--transit", "P999999999W", "--strict"],
      ["--wait", "P999999999999W"], ["--after", "Y291999999999"],
      ["--before", "Y-291999999999", "--wait", "PT1S", "--transit", "P999999999W", "--strict"],
    ] {
      for criterion in ["earliest", "latest", "fastest"] {
        let outcome = try timed(
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
    let window = try timed(series, in: place.folder)
    #expect(
      window.code == 64 && window.errors.contains("found 'P0D'; expected a period longer than nothing"),
      "\(window.errors)")
    for dates in ["possible", "certain"] {
      let outcome = try timed(
        [
          "centrality", "undated.yaml", "--network", "contacts", "--dates", dates, "--measure",
          "temporal-closeness", "--distance", "arrival",
        ], in: place.folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
  }

  @Test func tooManyDaysAreCounted() throws {
    let outcome = try timed([
      "centrality", graphFile("neutrality-pact"), "--every", "P1D", "--from", "0001", "--to", "2000",
    ])
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("makes 730485 days; expected at most 100000"), "\(outcome.errors)")
  }
}
