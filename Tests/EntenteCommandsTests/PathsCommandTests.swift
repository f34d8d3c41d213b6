import Foundation
import TestSupport
import Testing

@Suite struct PathsCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace(["pacts.yaml": twoPacts]) }

  private func paths(_ arguments: String...) throws -> Outcome {
    try run(builtProgram("entente"), ["paths", "pacts.yaml"] + arguments, in: place.folder)
  }

  @Test func jsonHasQuestionConventionsAndResults() throws {
    let outcome = try paths("--from", "alpha", "--to", "gamma", "--after", "1922-05", "--format", "json")
    expectSuccess(outcome)
    let answer = try object(outcome.output)
    #expect(Set(answer.keys) == ["question", "conventions", "results"])
    let question = answer["question"] as? [String: Any]
    #expect(question?["after"] as? String == "1922-05-01T00:00:00")
    #expect(question?["reading"] as? String == "strict")
    // What the journeys are is tested beside their report.
    let results = try #require(answer["results"] as? [String: Any])
    #expect(results["possible"] is [String: Any] && results["certain"] is [String: Any])
  }

  @Test func dateKeepsOnlyContactsOfThatDate() throws {
    let outcome = try paths("--from", "beta", "--to", "alpha", "--at", "1925-05-10", "--format", "csv")
    expectSuccess(outcome)
    #expect(csvRecords(outcome.output)?.dropFirst().map { $0[3] } == ["first", "first"])
    let may = try paths("--from", "beta", "--to", "gamma", "--at", "1925-05-10")
    expectSuccess(may)
    // That day of May it is open whether the second pact was in force; that day of 1925, whether the envoy served.
    #expect(
      may.output.contains("possible")
        && !tableLines(may.output, header: "answer ").contains { $0.hasPrefix("certain") })
    #expect(
      may.output.contains(
        "# dates: journeys depart and arrive within 1925-05-10, by contacts that possibly hold then; 3 of them do not"
      ),
      "\(may.output)")
  }

  @Test func actorWhoIsNotThereIsNamed() throws {
    expectRefusal(
      try paths("--from", "beta", "--to", "gamma", "--at", "1940"), code: 1,
      saying: "'gamma' is not there on 1940")
    expectRefusal(
      try paths("--from", "gamma", "--to", "beta", "--at", "1940"), code: 1,
      saying: "'gamma' is not there on 1940")
  }
}

@Suite struct ReachCommandTests {
  @Test func reachListsWhomAnActorReachesInOrder() throws {
    let place = try Workplace(["pacts.yaml": twoPacts])
    let outcome = try place.entente(
      "reach", "pacts.yaml", "--from", "alpha", "--samples", "20", "--format", "csv")
    expectSuccess(outcome)
    let records = try #require(csvRecords(outcome.output))
    #expect(
      records.first == ["id", "name", "possible", "steps", "certain", "share", "share-low", "share-high"])
    #expect(records.count > 1 && records.dropFirst().map { $0[0] }.contains("beta"), "\(records)")
    let json = try place.entente("reach", "pacts.yaml", "--to", "beta", "--format", "json")
    expectSuccess(json)
    let results = try #require(try object(json.output)["results"] as? [[String: Any]])
    let alpha = try #require(results.first { $0["id"] as? String == "alpha" })
    #expect(alpha["hops"] as? Int == 1 && alpha["witness"] is [Any] && alpha["departure"] != nil)
  }

  @Test func journeysByCriterionAreInTheDocumentedShape() throws {
    let place = try Workplace(["pacts.yaml": twoPacts])
    for criterion in ["earliest", "latest", "fastest", "fewest-steps", "profile"] {
      let outcome = try place.entente(
        "paths", "pacts.yaml", "--from", "alpha", "--to", "gamma", "--criterion", criterion, "--hangs-on",
        "--samples",
        "10", "--reading", "all", "--format", "json")
      expectSuccess(outcome)
      let results = try #require(try object(outcome.output)["results"] as? [String: Any])
      #expect(results["hangs-on"] is [Any] && results["probable"] is [String: Any], "\(criterion)")
      let possible = results["possible"]
      let first = criterion == "profile" ? (possible as? [[String: Any]])?.first : possible as? [String: Any]
      #expect(
        first?["hops"] as? Int == 2 && first?.keys.contains("departure") == true,
        "\(criterion): \(outcome.output)")
    }
  }

  @Test func wordsThatDoNotFitAreRefused() throws {
    let place = try Workplace(["pacts.yaml": twoPacts])
    for (arguments, words) in [
      (["--from", "alpha", "--to", "beta"], "either --from or --to"),
      (["--samples", "5"], "goes with --from or --to"),
      (["--from", "alpha", "--wait", "P1M"], "differ in length"),
      (["--from", "alpha", "--after", "1950", "--before", "1940"], "expected the earlier date first"),
      (["--from", "alpha", "--samples=-1"], "expected a number from 0"),
      (["--from", "alhpa"], "Did you mean 'alpha'?"),
    ] {
      let outcome = try run(builtProgram("entente"), ["reach", "pacts.yaml"] + arguments, in: place.folder)
      expectRefusal(outcome, code: 64, saying: words)
    }
  }

  @Test func aJourneyIsDrawnAloneOrBeforeTheGraph() throws {
    let place = try Workplace(["pacts.yaml": twoPacts])
    for (setting, others) in [("alone", false), ("highlighted", true)] {
      let outcome = try place.entente(
        "paths", "pacts.yaml", "--from", "alpha", "--to", "gamma", "--reading", "all", "-o", "way.dot",
        "--drawn", setting)
      expectSuccess(outcome)
      let dot = try String(contentsOf: place.folder.appending(path: "way.dot"), encoding: .utf8)
      #expect(dot.contains("\"alpha\" -> \"first\"") && dot.contains("\"first\" -> \"beta\""), "\(dot)")
      #expect(dot.contains("Earliest possible journey from"), "\(dot)")
      #expect(dot.contains("\"envoy\"") == others, "\(setting): \(dot)")
    }
    for (setting, sign) in [("alone", "step-label"), ("highlighted", "data-id=\"beta\"")] {
      let picture = try place.entente(
        "paths", "pacts.yaml", "--from", "alpha", "--to", "beta", "-o", "way.svg", "--drawn", setting,
        "--language", "de", "--theme", "grey", "--with-table")
      expectSuccess(picture)
      let svg = try String(contentsOf: place.folder.appending(path: "way.svg"), encoding: .utf8)
      #expect(svg.contains("<svg") && svg.contains(sign) && svg.contains("Gezeichnet mit"), "\(setting)")
      let table = try String(contentsOf: place.folder.appending(path: "way.csv"), encoding: .utf8)
      #expect(table.contains("Rolle"), "\(table)")
    }
    expectRefusal(
      try place.entente("paths", "pacts.yaml", "--from", "alpha", "--to", "beta", "-o", "way.jpeg"), code: 64,
      saying: "no ending that says what to draw")
  }
}
