import Chronology
import Diplomacy
import DiplomacyFormats
import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite struct TimelineTests {
  private static let pact = ChartSamples.ofTheProject.first { $0.entities(.agreement).count < 25 }

  @Test(arguments: ChartCase.all)
  func namesNeitherMeetNorLeaveThePage(of sample: ChartCase) throws {
    for (number, graph) in (ChartSamples.ofTheProject + [ChartSamples.hostile]).enumerated() {
      var options = TimelineOptions()
      options.grouping = TimelineOptions.Grouping.allCases[number % 3]
      options.hasMembers = number == 0
      var choice = PictureChoice()
      choice.show = number == 1 ? [] : [.persons, .events, .agreements]
      let chart = try Chart.timeline(GraphView(graph), choice, options, sample.style)
      try expectReadable(chart, "\(number) \(sample.testDescription)")
    }
  }

  @Test(arguments: 0..<50)
  func graphsOfChanceCanBeDrawn(seed: UInt64) throws {
    let graph = try ChartSamples.random(seed)
    var options = TimelineOptions()
    options.grouping = TimelineOptions.Grouping.allCases[Int(seed % 3)]
    options.hasMembers = seed % 2 == 0
    let width = [nil, 170.0, 340, 700][Int(seed % 4)]
    try expectReadable(
      .timeline(GraphView(graph), PictureChoice(), options, PictureStyle(width: width)), "chance \(seed)")
  }

  /// The bars of an agreement in order: where each begins and ends, and whether it is certain.
  private static func bars(_ page: String, _ id: String) throws -> [(
    from: Double, to: Double, isCertain: Bool
  )] {
    let root = try XMLTree.parse(Array(page.utf8))
    let group = try #require(root.groups("agreement").first { $0["data-id"] == id })
    return group.children.filter { $0.name == "rect" && $0["fill"] != "none" }.compactMap { rect in
      guard let x = rect["x"].flatMap(Double.init), let width = rect["width"].flatMap(Double.init) else {
        return nil
      }
      return (x, x + width, rect["fill"]?.hasPrefix("url") == false)
    }
  }

  /// The places of the years along the axis.
  private static func years(_ page: String) throws -> [String: Double] {
    let root = try XMLTree.parse(Array(page.utf8))
    let texts = root.groups("axis").flatMap(\.children).filter { $0["class"] == "tick" }
    let lines = root.groups("axis").flatMap(\.children).filter { $0.name == "line" }
    // A label may be pushed inwards at the edge; the line stands where the year begins.
    var places: [String: Double] = [:]
    for text in texts {
      let x = text["x"].flatMap(Double.init) ?? 0
      let near = lines.compactMap { $0["x1"].flatMap(Double.init) }.min { abs($0 - x) < abs($1 - x) }
      places[text.text] = near
    }
    return places
  }

  @Test func barsBeginAndEndExactlyAtTheirBounds() throws {
    let text = """
      entente: 1
      title: Exact
      actors: { a: A, b: B }
      agreements:
        p: { name: P, parties: [a, b], signed: 1900, entered-into-force: "[1905..1910]", ended: "[1920..1924]" }
        q: { name: Q, parties: [a, b], signed: 1930, in-force: "1910/1915" }
      """
    let graph = try GraphFile.read(text, named: "text")
    let page = try Chart.timeline(GraphView(graph)).pages[0]
    let years = try Self.years(page)
    let scale = try #require(years["1910"]).distance(to: try #require(years["1920"])) / 10
    func place(_ year: Double) -> Double { (years["1910"] ?? 0) + (year - 1910) * scale }
    let bars = try Self.bars(page, "p")
    #expect(bars.map(\.isCertain) == [false, true, false])
    // It began on some day from 1905 to 1910, and ended on some day from 1920 to 1924.
    for (found, expected) in zip(
      bars.flatMap { [$0.from, $0.to] }, [1905, 1910.99, 1910.99, 1920, 1920, 1925].map(place))
    {
      #expect(abs(found - expected) < scale * 0.02, "\(found) against \(expected)")
    }
    let plain = try Self.bars(page, "q")
    #expect(plain.filter(\.isCertain).count == 1)
    #expect(abs((plain.first { $0.isCertain }?.to ?? 0) - place(1915)) < scale * 1.02)
  }

  @Test func readingsThatDifferHaveLanes() throws {
    let graph = try #require(Self.pact)
    let chart = try Chart.timeline(GraphView(graph))
    let lanes = try SVGLayout(chart.pages[0]).texts("row-label").filter { $0.contains("By the") }
    // The pact and the declaration, under two readings each.
    #expect(lanes.count == 4)
    let ends = chart.table.rows.filter { $0[1] == "Soviet–Japanese Neutrality Pact" && !$0[2].isEmpty }
      .map { [$0[2], $0[6]] }
    #expect(
      ends == [
        ["By the text of the treaty", "1946-04-25"], ["By the wording of the Soviet note", "1945-04-05"],
      ])
    let one = try Chart.timeline(GraphView(graph, ViewOptions(reading: "soviet-note")))
    #expect(try SVGLayout(one.pages[0]).texts("row-label").allSatisfy { !$0.contains("By the") })
  }

  @Test func onlyWhatWasInForceInThePeriodIsDrawn() throws {
    let graph = try #require(Self.pact)
    var choice = PictureChoice()
    (choice.from, choice.to) = (try HistoricalDate("1923"), try HistoricalDate("1927"))
    let names = Set(
      try Chart.timeline(GraphView(graph), choice).table.rows.filter { $0[0] != "event" }.map { $0[1] })
    // Signed before, in force since 1925.
    #expect(names == ["Nine-Power Treaty"])
  }

  @Test func officesAreDrawnWherePersonsAreAskedFor() throws {
    let graph = try #require(Self.pact)
    var choice = PictureChoice()
    choice.show = [.persons, .agreements]
    let rows = try Chart.timeline(GraphView(graph), choice).table.rows
    #expect(rows.contains { $0[1] == "Matsuoka Yōsuke, Foreign Minister (Japan)" && $0[3] == "1940-07-22" })
    #expect(!rows.contains { $0[0] == "event" })
    #expect(try !Chart.timeline(GraphView(graph)).table.rows.contains { $0[1].contains("Foreign Minister") })
  }

  @Test func theSameBytesComeTwice() throws {
    for graph in ChartSamples.ofTheProject {
      #expect(try Chart.timeline(GraphView(graph)).pages == Chart.timeline(GraphView(graph)).pages)
    }
  }

  @Test func aGraphWithoutDatesIsTold() throws {
    let error = #expect(throws: ChartError.self) {
      try Chart.timeline(GraphView(ChartSamples.read(.onlyActors)))
    }
    #expect(error?.description.contains("no time to draw") == true)
  }
}
