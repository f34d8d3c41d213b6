import Foundation
import TestSupport
import Testing

/// Weights and options of any size: a right number or a sentence, never a trap, an endless wait or an empty cell.
@Suite struct ExtremeNumbersTests {
  private func table(_ rows: String...) throws -> Workplace {
    let edges = rows.joined(separator: "\n")
    let ends = edges.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let nodes = Set(ends.flatMap { $0.prefix(2) }).sorted().map { "<node id=\"\($0)\"/>" }
    let arcs = ends.map {
      "<edge source=\"\($0[0])\" target=\"\($0[1])\"><data key=\"w\">\($0[2])</data></edge>"
    }
    return try Workplace([
      "net.csv": "source,target,weight\n\(edges)\n",
      "net.graphml": "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">"
        + "<key id=\"w\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/><graph edgedefault=\"undirected\">"
        + (nodes + arcs).joined() + "</graph></graphml>",
    ])
  }

  /// The same of both files.
  private func measured(_ place: Workplace, _ arguments: String...) throws -> [Outcome] {
    try ["net.csv", "net.graphml"].map {
      try run(
        builtProgram("entente"), ["centrality", $0, "--format", "csv", "--measure"] + arguments,
        in: place.folder)
    }
  }

  private func expectColumn(_ values: [String], of outcomes: [Outcome]) throws {
    for outcome in outcomes {
      expectSuccess(outcome)
      let records = try #require(csvRecords(outcome.output), "\(outcome.output)").dropFirst()
      #expect(records.sorted { $0[0] < $1[0] }.map { $0[$0.count - 1] } == values, "\(outcome.output)")
    }
  }

  @Test func parallelEdgesThatWeighTooMuchTogetherAreToldWhereTheyCount() throws {
    let place = try table("a,b,1e308", "a,b,1e308", "b,c,1e308")
    for measure in ["strength", "out-strength"] {
      for outcome in try measured(place, measure) {
        expectRefusal(outcome, code: 2, saying: "parallel edges", "10^308", "divide all weights")
      }
    }
    for measure in ["pagerank", "katz", "community", "closeness", "edge-betweenness", "constraint"] {
      for outcome in try measured(place, measure, "--weighted") {
        expectRefusal(outcome, code: 2, saying: "parallel edges")
      }
    }
    try expectColumn(["1", "2", "1"], of: measured(place, "degree"))
    try expectColumn(
      ["0", "1", "0"], of: measured(place, "betweenness", "--weighted", "--lengths", "weight"))
    try expectColumn(["1", "1", "1"], of: measured(place, "core", "--weighted"))
  }

  @Test func scoresThatAreNoNumberAreTold() throws {
    let star = try table("a,b,1e308", "a,c,1e308")
    for outcome in try measured(star, "strength") {
      expectRefusal(outcome, code: 2, saying: "Strength", "10^308", "divide all weights")
    }
    for outcome in try measured(star, "harmonic", "--weighted") {
      expectRefusal(outcome, code: 2, saying: "Harmonic closeness")
    }
    let least = try table("a,b,5e-324", "b,c,5e-324")
    for lengths in ["weight", "reciprocal"] {
      for outcome in try measured(least, "closeness", "--weighted", "--lengths", lengths) {
        expectRefusal(outcome, code: 2, saying: "Closeness", "multiply")
      }
      try expectColumn(
        ["0", "1", "0"], of: measured(least, "betweenness", "--weighted", "--lengths", lengths))
    }
  }

  /// From a to d lie more than 10^308; both middle nodes lie between two pairs.
  @Test func pathsLongerThanAnyNumberAreCounted() throws {
    let place = try table("a,b,1.5e308", "b,c,1.5e308", "c,d,1.5e308")
    for lengths in ["weight", "reciprocal"] {
      try expectColumn(
        ["0", "2", "2", "0"], of: measured(place, "betweenness", "--weighted", "--lengths", lengths))
      try expectColumn(
        ["3", "4", "3"],
        of: measured(place, "edge-betweenness", "--weighted", "--lengths", lengths))
    }
    try expectColumn(["1", "1", "2", "2"], of: measured(place, "community", "--weighted"))
  }

  @Test func weightsTooFarApartAreTold() throws {
    let place = try table("a,b,1e308", "b,c,1e-308")
    for measure in ["closeness", "betweenness", "pagerank", "eigenvector", "hub", "effective-size"] {
      for outcome in try measured(place, measure, "--weighted") {
        expectRefusal(outcome, code: 2, saying: "from 1e-308 to 1e+308", "10^270")
      }
    }
    try expectColumn(["1e+308", "1e+308", "1e-308"], of: measured(place, "strength"))
  }

  @Test(arguments: ["inf", "-1", "1e309", "1e", "-5e-324"])
  func weightsThatAreNoneAreTold(weight: String) throws {
    let place = try table("a,b,\(weight)", "b,c,1")
    for outcome in try measured(place, "strength") {
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("found the weight '\(weight)'; expected a number from 0 on"))
    }
    for outcome in try measured(place, "strength", "--strict-input") {
      #expect(outcome.code == 2 && outcome.output == "", "\(outcome.errors)")
      #expect(outcome.errors.contains("found the weight '\(weight)'; expected a number from 0 on"))
    }
  }

  @Test func edgesOfWeightZeroLeadNowhere() throws {
    let place = try table("a,b,0", "b,c,1")
    try expectColumn(["0", "1", "1"], of: measured(place, "strength"))
    try expectColumn(["0", "0.5", "0.5"], of: measured(place, "closeness", "--weighted"))
    for outcome in try measured(place, "betweenness", "--weighted", "--lengths", "weight") {
      expectRefusal(outcome, code: 1, saying: "0 long")
    }
  }

  /// An option, what it is tried with besides, and which of the values below it takes.
  struct NumericOption: CustomTestStringConvertible {
    let name: String
    let others: [String]
    let taken: Set<String>
    /// Values that it takes, but that the measure then refuses with a sentence.
    var refused: Set<String> = []

    var testDescription: String { "\(name) \(others)" }
  }

  static let values = [
    "0", "-1", "1", "0.5", "nan", "inf", "1e308", "1e309", "1e-308", "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808", "18446744073709551616", "", "1e", "P0D", "-P1Y", "P9223372036854775807Y",
  ]

  private static let walks = ["--meetings", "signatures", "--measure"]
  private static let numbers: Set = [
    "0", "1", "0.5", "1e308", "1e-308", "9223372036854775807", "9223372036854775808", "18446744073709551616",
  ]
  private static let series = ["--every", "P1Y", "--from", "1921", "--to", "1923", "--measure"]

  static let options = [
    NumericOption(
      name: "--alpha", others: ["--measure", "katz"], taken: ["0", "0.5", "1e-308"],
      refused: numbers.subtracting(["0", "0.5", "1e-308"])),
    NumericOption(
      name: "--alpha", others: walks + ["temporal-katz"], taken: numbers.subtracting(["1e308"]),
      refused: ["1e308"]),
    NumericOption(
      name: "--beta", others: walks + ["temporal-walk"], taken: numbers.subtracting(["1e308"]),
      refused: ["1e308"]),
    NumericOption(name: "--staying", others: walks + ["temporal-pagerank"], taken: ["0", "0.5", "1e-308"]),
    NumericOption(name: "--half-life", others: walks + ["temporal-katz"], taken: []),
    NumericOption(name: "--epsilon", others: ["--measure", "betweenness"], taken: ["0.5", "1e-308"]),
    NumericOption(name: "--epsilon", others: ["--measure", "closeness,harmonic"], taken: ["0.5", "1e-308"]),
    NumericOption(name: "--delta", others: ["--epsilon", "0.1"], taken: ["0.5", "1e-308"]),
    NumericOption(
      name: "--seed", others: ["--measure", "community"],
      taken: ["0", "1", "9223372036854775807", "9223372036854775808"]),
    NumericOption(
      name: "--samples", others: ["--bands", "--at", "1922", "--measure", "degree"], taken: ["1"]),
    NumericOption(
      name: "--every", others: ["--from", "1921", "--to", "1923", "--measure", "degree"], taken: []),
    NumericOption(name: "--window", others: series + ["out-reach"], taken: []),
    NumericOption(name: "--wait", others: ["--measure", "out-reach"], taken: ["P0D"]),
    NumericOption(name: "--transit", others: ["--measure", "out-reach"], taken: ["P0D"]),
  ]

  @Test(arguments: options) func optionsOfAnySizeAreTakenOrTold(option: NumericOption) throws {
    try check(option, of: ["centrality", "pacts.yaml", "--format", "csv"])
  }

  @Test func rowsToTellAreTakenOrTold() throws {
    let top = NumericOption(
      name: "--top", others: ["--measure", "degree"], taken: ["0", "1", "9223372036854775807"])
    try check(top, of: ["robustness", "pacts.yaml", "--format", "csv"])
  }

  private func check(_ option: NumericOption, of command: [String]) throws {
    let place = try Workplace(["pacts.yaml": twoPacts])
    for value in Self.values {
      let outcome = try run(
        builtProgram("entente"), command + option.others + ["\(option.name)=\(value)"], in: place.folder)
      let what: Comment = "\(option.name)=\(value): \(outcome.code) \(outcome.errors)\(outcome.output)"
      if option.taken.contains(value) {
        #expect(outcome.code == 0, what)
        let cells = (csvRecords(outcome.output) ?? []).flatMap { $0 }.map { $0.lowercased() }
        #expect(!cells.isEmpty && !cells.contains("nan") && !cells.contains("inf"), what)
      } else {
        #expect(outcome.code == (option.refused.contains(value) ? 1 : 64), what)
        #expect(
          outcome.output == "" && outcome.errors.contains(option.refused.contains(value) ? "." : option.name),
          what)
      }
    }
  }

  /// Measures of journeys are no scores of a view.
  @Test func comparedMeasuresHaveNoTimes() throws {
    let place = try Workplace(["pacts.yaml": twoPacts])
    let compare = ["compare", "pacts.yaml", "--reading", "strict", "--with", "loose", "--measure"]
    for measure in ["out-reach", "temporal-katz"] {
      expectRefusal(
        try run(builtProgram("entente"), compare + [measure], in: place.folder), code: 64, saying: measure)
    }
  }

  /// Without its two pacts the graph has no edge, and no eigenvector either.
  @Test func robustnessTellsWhereAMeasureGivesNoScores() throws {
    let place = try Workplace([
      "one.yaml": """
      entente: 1
      title: One pact
      actors: { a: A, b: B, c: C }
      agreements:
        pact: { name: Pact, signed: 1921, parties: [a, b] }

      """
    ])
    let outcome = try place.entente("robustness", "one.yaml", "--measure", "eigenvector", "--format", "csv")
    #expect(
      outcome.code == 1
        && outcome.errors.hasPrefix(
          "error: without pact the measure gives no scores: Eigenvector centrality needs a cycle"),
      "\(outcome.errors)")
    let pact = try #require(csvRecords(outcome.output)?.first { $0[0] == "pact" })
    #expect(pact == ["pact", "agreement", "Pact", "", "", "", "", ""])
    #expect(try #require(csvRecords(outcome.output)).dropFirst().first?[0] == "pact")
    // c has no neighbours, and no constraint: it changes nothing.
    let holes = try place.entente("robustness", "one.yaml", "--measure", "constraint", "--format", "csv")
    expectSuccess(holes)
    let rows = try #require(csvRecords(holes.output))
    #expect(rows.first { $0[0] == "c" }?[3] == "0", "\(holes.output)")
  }
}
