import Foundation
import TestSupport
import Testing

/// Answers that are drawn as charts.
@Suite struct ChartCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace(["pacts.yaml": twoPacts]) }

  private func entente(_ arguments: [String]) throws -> Outcome {
    try run(builtProgram("entente"), arguments, in: place.folder)
  }

  private static let series = [
    "centrality", "pacts.yaml", "--measure", "degree", "--every", "P1Y", "--from", "1922", "--to", "1927",
  ]

  @Test(arguments: [
    (series, "Degree · over time"), (series + ["--chart", "rank"], "Degree · rank over time"),
    (series + ["--bands", "--samples", "2"], "Degree · over time"),
    (["reach", "pacts.yaml"], "Who could reach whom"),
    (["compliance", "pacts.yaml"], "Promises and deeds"),
  ])
  func theAnswerIsDrawnAndToldAsWithoutAPicture(command: [String], words: String) throws {
    let plain = command.filter { !["--chart", "rank"].contains($0) }
    let told = try entente(plain).output
    for ending in ["svg", "pdf", "png"] {
      let outcome = try entente(command + ["--draw", "chart.\(ending)"])
      expectSuccess(outcome)
      #expect(outcome.output == told, "\(command)")
    }
    #expect(try place.text("chart.svg").contains(words))
    #expect(try place.bytes("chart.pdf").starts(with: Data("%PDF-".utf8)))
    #expect(try place.bytes("chart.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func theSameFactsStandInATableBesideIt() throws {
    let outcome = try entente(
      Self.series + ["-o", "chart.svg", "--with-table", "--lines", "beta,alpha", "--title", ""])
    expectSuccess(outcome)
    let rows = try place.text("chart.csv").split(whereSeparator: \.isNewline)
    // The table that is printed tells the same of the two; its columns are date, id, kind, name, degree.
    let printed = try entente(Self.series + ["--format", "csv"]).output.split(whereSeparator: \.isNewline)
    let expected = printed.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .filter { ["alpha", "beta"].contains($0[1]) }.map { [$0[0], $0[1], $0[4]] }
    let drawn = rows.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .map { [$0[0], $0[1], $0[3]] }
    func sorted(_ rows: [[Substring]]) -> [String] { rows.map { $0.joined(separator: " ") }.sorted() }
    #expect(sorted(drawn) == sorted(expected) && expected.count > 4)
  }

  @Test func theLanguageOfAPictureIsThatOfItsWords() throws {
    expectSuccess(
      try entente(
        Self.series + ["-o", "chart.svg", "--language", "ja", "--theme", "grey", "--width", "90mm"]))
    let svg = try place.text("chart.svg")
    #expect(svg.contains("次数 · 推移") && svg.contains("大日本帝国") && svg.contains("width=\"255.12pt\""))
  }

  @Test(arguments: [
    (series + ["-o", "chart.dot"], "expected .svg, .pdf or .png"),
    (series + ["--theme", "grey"], "--theme goes with --draw"),
    (series + ["--with-table"], "--with-table goes with --draw"),
    (series + ["--chart", "rank"], "--chart goes with --draw"),
    (series + ["--top", "3"], "--top goes with --draw"),
    (series + ["-o", "c.svg", "--top", "0"], "--top: 0 is no number of lines"),
    (series + ["-o", "c.svg", "--top", "3", "--lines", "beta"], "--top and --lines exclude each other"),
    (series + ["-o", "c.svg", "--lines", "bta"], "'bta' is not an entity of this graph"),
    (["centrality", "pacts.yaml", "-o", "c.svg"], "--draw goes with --every"),
    (
      [
        "centrality", "pacts.yaml", "-o", "c.svg", "--measure", "component", "--every", "P1Y", "--from",
        "1922", "--to",
        "1924",
      ], "'component' numbers groups"
    ),
    (["reach", "pacts.yaml", "--from", "alpha", "-o", "c.svg"], "without --from and --to"),
    (["reach", "pacts.yaml", "--top", "3"], "--top goes with --draw"),
    (["reach", "pacts.yaml", "--top", "0", "-o", "c.svg"], "--top: 0 is no number of actors"),
    (["compliance", "pacts.yaml", "--width", "9mm", "-o", "c.svg"], "--width: 9mm cannot hold a picture"),
  ])
  func whatDoesNotGoTogetherIsTold(command: [String], message: String) throws {
    expectRefusal(try entente(command), code: 64, saying: message)
    #expect(place.contents == ["pacts.yaml"])
  }

  @Test func thePrecisionOfDatesIsAStyleOfPictures() throws {
    expectSuccess(
      try entente(["render", "pacts.yaml", "--style", "precision", "-o", "dates.svg", "--with-table"]))
    #expect(try place.text("dates.svg").contains("How closely the dates are known"))
    #expect(try place.text("dates.csv").contains("to the day,events,1,0"))
  }
}
