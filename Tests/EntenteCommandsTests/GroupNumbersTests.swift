import TestSupport
import Testing

/// The numbers of groups mean nothing: no command takes them for scores.
@Suite struct GroupNumbersTests {
  private let place: Workplace

  init() throws {
    place = try Workplace([
      "two.yaml": """
      entente: 1
      title: Two pacts
      actors: { a: A, b: B, c: C, d: D, e: E }
      agreements:
        one: { name: One, signed: 1921, parties: [a, b, c] }
        two: { name: Two, signed: 1922, parties: [d, e] }

      """,
      "net.csv": "source,target,weight\na,b,0.1\nb,c,0.2\na,c,0.3\n",
    ])
  }

  @Test func robustnessTellsHowFarDivisionsAgree() throws {
    let outcome = try place.entente(
      "robustness", "two.yaml", "--measure", "component", "--leaving-out", "actors,agreements", "--format",
      "csv")
    expectSuccess(outcome)
    let rows = try #require(csvRecords(outcome.output))
    #expect(rows[0] == ["id", "kind", "name", "adjusted-rand", "compared", "moved", "groups"])
    // (3 − 6/5) / (9/2 − 6/5)
    #expect(rows[1][0] == "one" && Double(rows[1][3]).map { abs($0 - 1.8 / 3.3) < 1e-12 } == true)
    #expect(rows[3] == ["a", "actor", "A", "1", "6", "0", "2"])
    let table = try place.entente("robustness", "two.yaml", "--measure", "community")
    #expect(table.output.contains("adjusted Rand index; Hubert and Arabie 1985"))
    #expect(table.output.contains("exact: all divisions were searched, and none is better"))
  }

  @Test func compareNumbersGroupsAlike() throws {
    let outcome = try place.entente(
      "compare", "two.yaml", "--at", "1921-06", "--with", "1922-06", "--what", "scores", "--measure",
      "component",
      "--format", "json")
    expectSuccess(outcome)
    #expect(outcome.output.contains("\"divisions\""))
    // Of six entities in both, a, b, c and their pact stay together, and d and e come together.
    #expect(outcome.output.contains("\"compared\": 6, \"moved\": 1"))
  }

  @Test(arguments: [
    (
      ["render", "two.yaml", "--by", "community", "--top", "2", "-o", "p.svg"],
      "--by: 'community' numbers groups"
    ),
    (
      ["render", "two.yaml", "--by", "out-reach", "--top", "2", "-o", "p.svg"],
      "--by: 'out-reach' follows contacts"
    ),
    (
      ["render", "two.yaml", "--style", "incidence-chart", "--order", "temporal-walk", "-o", "p.svg"],
      "--order: 'temporal-walk' follows contacts"
    ),
    (
      ["centrality", "two.yaml", "--at", "1922", "--measure", "strong-component", "--bands"],
      "--bands: 'strong-component' numbers groups"
    ),
  ]) func numbersOfGroupsAreRefusedAsScores(command: [String], message: String) throws {
    expectRefusal(try place.entente(command), code: 64, saying: message)
  }

  @Test func aSeriesTellsThatGroupsAreNumberedAnew() throws {
    let outcome = try place.entente(
      "centrality", "two.yaml", "--measure", "component", "--every", "P1Y", "--from", "1921", "--to", "1923")
    expectSuccess(outcome)
    #expect(outcome.output.contains("groups: numbered anew on each day"))
  }

  /// 0.1 and 0.2 are as long as 0.3, so half of the paths between a and c pass b.
  @Test func lengthsAreComparedExactlyAndTheTableSaysSo() throws {
    for (command, score) in [("betweenness", "0.5"), ("edge-betweenness", "1.5")] {
      let outcome = try place.entente(
        "centrality", "net.csv", "--measure", command, "--weighted", "--lengths", "weight")
      expectSuccess(outcome)
      #expect(
        outcome.output.contains(score)
          && outcome.output.contains("\(command): lengths of paths are added up and compared exactly"))
    }
  }
}
