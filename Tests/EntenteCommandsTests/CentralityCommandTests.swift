import Foundation
import TestSupport
import Testing

@Suite struct CentralityCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace(["pacts.yaml": twoPacts]) }

  private func records(_ arguments: String...) throws -> [[String]] {
    let all = ["centrality", "pacts.yaml", "--format", "csv"] + arguments
    let outcome = try run(builtProgram("entente"), all, in: place.folder)
    expectSuccess(outcome)
    return try #require(csvRecords(outcome.output), "\(outcome.output)")
  }

  @Test func measuresAreColumnsInTheOrderNamedEachOnce() throws {
    #expect(try records("--measure", "degree").first == ["id", "kind", "name", "degree"])
    let several = try records("--measure", "harmonic, degree,harmonic")
    #expect(several.first == ["id", "kind", "name", "harmonic", "degree"])
  }

  @Test func otherUsualNamesOfMeasuresAreTaken() throws {
    let found = try records("--measure", "HITS,k-core,Degree_Centrality,articulation-points,hub")
    #expect(found.first == ["id", "kind", "name", "hub", "authority", "core", "degree", "articulation"])
    #expect(try records("--measure", "bridges").first?.last == "bridge")
  }

  @Test func dateAndDatesDecideWhatCounts() throws {
    func degree(_ arguments: String...) throws -> String? {
      let all = ["centrality", "pacts.yaml", "--format", "csv", "--measure", "degree"] + arguments
      let outcome = try run(builtProgram("entente"), all, in: place.folder)
      expectSuccess(outcome)
      return csvRecords(outcome.output)?.first { $0[0] == "beta" }?.last
    }
    #expect(try degree("--at", "1925-05-10") == "2")
    #expect(try degree("--at", "1925-05-10", "--dates", "certain") == "1")
    #expect(try degree("--at", "1930-05-10", "--reading", "strict") == "2")
    #expect(try degree("--at", "1930-05-10", "--reading", "loose") == "1")
    #expect(try degree("--at", "1930-05-10", "--reading", "all") == "2")
  }

  @Test func jsonHasQuestionConventionsAndResults() throws {
    let outcome = try place.entente(
      "centrality", "pacts.yaml", "--format", "json", "--reading", "all", "--measure", "degree")
    expectSuccess(outcome)
    let answer = try object(outcome.output)
    #expect(Set(answer.keys) == ["question", "conventions", "results"])
    let question = answer["question"] as? [String: Any]
    #expect(question?["measures"] as? [String] == ["degree"])
    #expect(question?["reading"] is NSNull && question?["at"] is NSNull)
    let results = try #require(answer["results"] as? [[String: Any]])
    #expect(results.count == 7)
    #expect(results.first?["degree"] as? Int == 2)
  }

  @Test func measuresOfJourneysAreThoseOfReachAndComeAsSeries() throws {
    let counts = try place.entente("reach", "pacts.yaml", "--format", "csv")
    expectSuccess(counts)
    let reach = try #require(csvRecords(counts.output))
    let outgoing = try #require(reach.first?.firstIndex(of: "out-possible"))
    let found = try records("--measure", "out-reach,temporal-closeness", "--among", "actors")
    #expect(found.first == ["id", "kind", "name", "out-reach", "temporal-closeness"])
    #expect(found.count > 2)
    for row in found.dropFirst() {
      #expect(row[3] == reach.first { $0[0] == row[0] }?[outgoing], "\(row)")
    }
    let series = try records(
      "--measure", "in-reach", "--every", "P5Y", "--from", "1920", "--to", "1931", "--bands", "--samples", "5"
    )
    #expect(series.first?.prefix(6) == ["date", "id", "kind", "name", "there", "in-reach"])
    #expect(Set(series.dropFirst().map { $0[0] }).isSubset(of: ["1920-01-01", "1925-01-01", "1930-01-01"]))
    #expect(series.count > 3)
  }

  @Test func jsonOfJourneysTellsTheirOptions() throws {
    let outcome = try place.entente(
      "centrality", "pacts.yaml", "--format", "json", "--measure", "temporal-betweenness", "--strict",
      "--after",
      "1925", "--best", "shortest-foremost")
    expectSuccess(outcome)
    let question = try #require(try object(outcome.output)["question"] as? [String: Any])
    #expect(question["network"] as? String == "contacts" && question["strict"] as? Bool == true)
    #expect(question["best"] as? String == "shortest-foremost")
    #expect((question["after"] as? String)?.hasPrefix("1925-01-01") == true, "\(question)")
  }

  @Test(arguments: [
    (["--measure", "temporal-katz"], "expected --meetings signatures"),
    (
      ["--measure", "temporal-katz", "--network", "incidence"],
      "expected --network contacts, found 'incidence'"
    ),
    (["--measure", "temporal-katz", "--strict"], "--strict goes with measures of journeys"),
    (["--measure", "temporal-betweenness", "--wait", "P1D"], "without a limit of waiting"),
    (["--measure", "out-reach", "--normalized"], "--normalized goes with measures without times"),
    (["--measure", "out-reach", "--window", "P1Y"], "--window goes with --every"),
    (["--measure", "degree", "--strict"], "--strict goes with --network contacts"),
    (["--measure", "temporal-pagerank", "--staying", "1"], "--staying: found 1.0"),
    (["--measure", "temporal-katz", "--half-life", "P0D"], "--half-life: found 'P0D'"),
    (
      ["--measure", "out-reach", "--after", "1920", "--every", "P1Y", "--from", "1920", "--to", "1922"],
      "--after and --every exclude each other"
    ),
  ]) func whatDoesNotGoTogetherIsTold(arguments: [String], message: String) throws {
    let outcome = try run(
      builtProgram("entente"), ["centrality", "pacts.yaml"] + arguments, in: place.folder)
    #expect(outcome.code == 64 && outcome.errors.contains(message), "\(outcome.errors)")
  }
}
