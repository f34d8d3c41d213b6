import Chronology
import Diplomacy
import DiplomacyAnalysis
import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite struct ReachChartTests {
  private struct Answered: Sendable {
    let network: ContactNetwork
    let counts: [ReachCount]

    /// A graph, or of one with many agreements a year of it: all its journeys take many times as long.
    init(_ graph: DiplomaticGraph) {
      let isLarge = graph.entities(.agreement).count > 40
      let network = ContactNetwork(
        GraphView(graph, ViewOptions(at: isLarge ? try? HistoricalDate("1939") : nil)))
      self.network = network
      counts = network.freeReachCounts()
    }

    /// The answers about some actors: about every eighth where there are many, each of which takes its time.
    func answers() -> [(from: EntityID, answers: [JourneyAnswer])] {
      let search = JourneySearch(network)
      let actors = network.view.graph.entities(.actor)
      return stride(from: 0, to: actors.count, by: actors.count > 20 ? 8 : 1).map {
        (actors[$0].id, search.reach(of: actors[$0].id) ?? [])
      }
    }

    func chart(_ style: PictureStyle = PictureStyle(), most: Int = 40) throws -> Chart {
      try .reach(counts, in: network, most: most, style)
    }
  }

  private static let answered = ChartSamples.ofTheProject.map { Answered($0) }

  @Test(arguments: ChartCase.all)
  func namesNeitherMeetNorLeaveThePage(of sample: ChartCase) throws {
    for answered in Self.answered {
      try expectReadable(answered.chart(sample.style), sample.testDescription)
      try expectReadable(answered.chart(sample.style, most: 3), sample.testDescription)
    }
  }

  @Test func namesOfAnySortAreDrawn() throws {
    for sample in ChartCase.all.prefix(4) {
      try expectReadable(Answered(ChartSamples.hostile).chart(sample.style), sample.testDescription)
    }
  }

  @Test(arguments: 0..<UInt64(Thoroughness.cases(12, thorough: 100)))
  func chartsOfChanceAreReadable(seed: UInt64) throws {
    let style = ChartCase.all[Int(seed) % ChartCase.all.count].style
    try expectReadable(Answered(try ChartSamples.random(seed)).chart(style), "\(seed)")
  }

  /// Every pair with a journey has a row in the table and a sign in the picture, and no other.
  @Test func everyJourneyIsInTheTableAndDrawnOnce() throws {
    for answered in Self.answered {
      let chart = try answered.chart(most: 1000)
      var expected: [[String]: [String]] = [:]
      func day(_ moment: Moment?) -> String {
        moment.map { $0.isOpen ? "undated" : $0.description(in: "en") } ?? ""
      }
      let answers = answered.answers()
      let sources = Set(answers.map(\.from.rawValue))
      for answer in answers.flatMap(\.answers) where !(answer.possible.isEmpty && answer.certain.isEmpty) {
        expected[[answer.from.rawValue, answer.to.rawValue]] = [
          day(answer.possible.first?.arrival), answer.possible.first.map { "\($0.stepCount)" } ?? "",
          day(answer.certain.first?.arrival),
        ]
      }
      #expect(
        Dictionary(
          uniqueKeysWithValues: chart.table.rows.filter { sources.contains($0[0]) }
            .map { ([$0[0], $0[2]], Array($0[4...])) }) == expected)
      let signs = try chart.pages.map { page in
        try SVGLayout(page).shapes.filter { $0.className == "cell" }.count
      }.reduce(0, +)
      #expect(signs == chart.table.rows.count)
    }
  }

  /// From A to B it is certain; from C to D the one meeting may have come before the other.
  @Test func whatIsOnlyPossibleHasRoundedCorners() throws {
    let graph = try ChartSamples.read(
      SampleGraph(
        "possible",
        body: """
          actors: { a: A, b: B, c: C }
          events:
            first: { name: First, kind: meeting, when: 1930, participants: [a, b] }
            second: { name: Second, kind: meeting, when: 1930, participants: [b, c] }
          """))
    let chart = try Answered(graph).chart()
    let row = try #require(chart.table.rows.first { $0[0] == "a" && $0[2] == "c" })
    #expect(row[6] == "" && row[4] != "")
    let shapes = try SVGLayout(chart.pages[0]).shapes.filter { $0.className == "cell" }
    #expect(shapes.count { $0.attributes["rx"] != nil } == 2 && shapes.count == 6)
    let layout = try SVGLayout(chart.pages[0])
    #expect(
      layout.texts("legend").prefix(2) == [
        "certain: arrival at the latest", "only possible: arrival at the earliest",
      ])
    #expect(layout.texts("year") == ["1930", "1930", "1930", "1930", "1930", "1930"])
  }

  @Test func whoHasNoJourneyIsNamedInTheCaption() throws {
    let graph = try ChartSamples.read(
      SampleGraph(
        "lonely",
        body: """
          actors: { a: A, b: B, hermit: The Hermit }
          agreements: { p: { name: P, signed: 1930, parties: [a, b] } }
          """))
    let chart = try Answered(graph).chart()
    let layout = try SVGLayout(chart.pages[0])
    #expect(layout.texts("row-name") == ["A", "B"] && layout.texts("column-name") == ["A", "B"])
    #expect(layout.texts("caption").joined(separator: " ").contains("not drawn: The Hermit"))
    try expectReadable(Answered(try ChartSamples.read(.empty)).chart(), "empty")
    try expectReadable(Answered(try ChartSamples.read(.oneEntity)).chart(), "one actor")
  }

  @Test func theSameBytesTwice() throws {
    for answered in Self.answered { #expect(try answered.chart().pages == answered.chart().pages) }
  }

  @Test func stretchesOfArrivalsCoverAllYearsOnce() {
    var numbers = SeededNumbers(seed: 5)
    for _ in 0..<200 {
      let moments = (0..<Int.random(in: 0...30, using: &numbers)).map { _ in
        Moment(seconds: Int64.random(in: -70_000_000_000...10_000_000_000, using: &numbers))
      }
      let shades = ArrivalShades(moments, in: "en")
      #expect(shades.labels.count <= 5 && shades.labels.isEmpty == moments.isEmpty)
      let byTime = moments.sorted().compactMap { shades.share($0) }
      #expect(
        byTime.count == moments.count && byTime == byTime.sorted(by: >), "later is never darker: \(byTime)")
      #expect(byTime.allSatisfy { (0...1).contains($0) })
    }
    let open = ArrivalShades([.distantPast], in: "en")
    #expect(!open.hasYears && open.hasUndated && open.share(.distantPast) == nil)
  }
}
