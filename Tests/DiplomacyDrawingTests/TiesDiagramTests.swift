import Chronology
import Diplomacy
import DiplomacyFormats
import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite struct TiesDiagramTests {
  private static let interwar = ChartSamples.ofTheProject.first { $0.entities(.agreement).count > 90 }
  private static let pact = ChartSamples.ofTheProject.first { $0.entities(.agreement).count < 25 }

  /// Expects that no label of a line lies on a node.
  private func expectClear(_ chart: Chart, _ what: String) throws {
    for page in chart.pages {
      let layout = try SVGLayout(page)
      let nodes = layout.shapes.filter { $0.className == "node" }
      #expect(!nodes.isEmpty, "\(what)")
      for label in layout.texts where label.className == "tie-label" {
        for node in nodes where node.quad.meets(label.quad) {
          Issue.record("\(what): '\(label.text)' lies on a node at \(node.quad.bounds)")
        }
      }
    }
  }

  @Test(arguments: ChartCase.all)
  func labelsLieOnNothingElse(of sample: ChartCase) throws {
    for (number, graph) in (ChartSamples.ofTheProject + [ChartSamples.hostile]).enumerated() {
      let view = GraphView(
        graph,
        ViewOptions(at: number == 0 ? try HistoricalDate("1939-08-31") : nil, reading: graph.defaultReading))
      let chart = try Chart.ties(view, PictureChoice(), sample.style)
      try expectReadable(chart, "\(number) \(sample.testDescription)")
      try expectClear(chart, "\(number) \(sample.testDescription)")
    }
  }

  @Test(arguments: 0..<50)
  func graphsOfChanceCanBeDrawn(seed: UInt64) throws {
    let graph = try ChartSamples.random(seed)
    let width = [nil, 170.0, 340, 700][Int(seed % 4)]
    var choice = PictureChoice()
    if seed % 3 == 0 { choice.show = [.actors, .agreements, .events, .persons, .territories] }
    do {
      let chart = try Chart.ties(GraphView(graph), choice, PictureStyle(width: width))
      try expectReadable(chart, "chance \(seed)")
      try expectClear(chart, "chance \(seed)")
    } catch ChartError.empty {
      #expect(graph.entities(.agreement).allSatisfy { GraphView(graph).parties(of: $0.id).count < 2 })
    }
  }

  @Test func everyTieOfTheDateIsDrawnAndLargeTreatiesAreNamed() throws {
    let graph = try #require(Self.interwar)
    let view = GraphView(
      graph, ViewOptions(at: try HistoricalDate("1939-08-31"), reading: graph.defaultReading))
    let chart = try Chart.ties(view)
    let layout = try SVGLayout(chart.pages[0])
    let caption = layout.texts("caption").joined(separator: " ")
    let labels = (layout.texts("tie-label") + layout.texts("node-label")).joined(separator: " ")
    for (agreement, _) in view.entities where agreement.category == .agreement {
      let members = Set(
        view.statements(about: agreement.id).filter { statement, answer in
          answer != .no && statement.object == agreement.id && Role.participations.contains(statement.role)
            && graph[statement.subject]?.kind != .person
        }.map(\.statement.subject))
      let name = agreement.label(in: "en")
      if members.count > 7 {
        #expect(caption.contains("\(name) (\(members.count))"), "\(name)")
      } else if members.count > 1 {
        #expect(labels.contains(name), "\(name)")
      }
    }
  }

  @Test func personsStandOnlyInTheirOffices() throws {
    let graph = try #require(Self.pact)
    func persons(_ date: String) throws -> Set<String> {
      var choice = PictureChoice()
      choice.show = [.actors, .agreements, .persons]
      let view = GraphView(graph, ViewOptions(at: try HistoricalDate(date), reading: graph.defaultReading))
      let root = try XMLTree.parse(Array(try Chart.ties(view, choice).pages[0].utf8))
      return Set(root.groups("node").compactMap { $0["data-id"] })
    }
    #expect(try persons("1941-05").contains("matsuoka"))
    #expect(try persons("1943-05").contains("sato"))
    #expect(try !persons("1941-05").contains("sato"))
  }

  @Test func arrowsGoFromWhoActsThroughTheEventToWhoSuffers() throws {
    let text = """
      entente: 1
      title: Arrows
      actors: { doer: Doer, victim: Victim }
      agreements: { p: { name: P, parties: [doer, victim], signed: 1930 } }
      events: { war: { kind: attack, name: Attack, when: 1940, agents: doer, targets: victim } }
      """
    var choice = PictureChoice()
    choice.show = [.actors, .agreements, .events]
    let chart = try Chart.ties(GraphView(try GraphFile.read(text, named: "text")), choice)
    let root = try XMLTree.parse(Array(chart.pages[0].utf8))
    func middle(_ id: String) throws -> Point {
      let box = try #require(
        root.groups("node").first { $0["data-id"] == id }?.children.first { $0.name == "rect" })
      let numbers = ["x", "y", "width", "height"].map { box[$0].flatMap(Double.init) ?? 0 }
      return Point(x: numbers[0] + numbers[2] / 2, y: numbers[1] + numbers[3] / 2)
    }
    // Heads of arrows are surfaces whose first point is their tip.
    let tips = root.groups("tie").flatMap(\.children).filter { $0["fill"] != "none" && $0.name == "path" }
      .compactMap {
        $0["d"].map { SVGLayout.numbers($0.replacing("M", with: " ").replacing("L", with: " ")) }
      }
      .map { Point(x: $0[0], y: $0[1]) }
    #expect(tips.count == 2)
    let (doer, victim, event) = (try middle("doer"), try middle("victim"), try middle("war"))
    func nearest(_ tip: Point) -> String {
      [("doer", doer), ("victim", victim), ("war", event)].min {
        ($0.1.x - tip.x) * ($0.1.x - tip.x) + ($0.1.y - tip.y) * ($0.1.y - tip.y)
          < ($1.1.x - tip.x) * ($1.1.x - tip.x) + ($1.1.y - tip.y) * ($1.1.y - tip.y)
      }?.0 ?? ""
    }
    #expect(tips.map(nearest).sorted() == ["victim", "war"])
  }

  // MARK: Compared and in series

  @Test func whatDiffersBetweenTwoDatesIsMarked() throws {
    let graph = try #require(Self.interwar)
    let view = GraphView(graph, ViewOptions(reading: graph.defaultReading))
    let (first, second) = (try HistoricalDate("1938-09-01"), try HistoricalDate("1939-08-31"))
    let chart = try Chart.comparedTies((view.seen(at: first), "1938"), (view.seen(at: second), "1939"))
    try expectReadable(chart, "compared")
    let labels = try SVGLayout(chart.pages[0]).texts("tie-label")
    #expect(labels.contains("+ Pact of Steel, 1939") && labels.contains("− Czechoslovak–Soviet 1935"))
    #expect(labels.contains("Italo-Soviet 1933"))
    let beside = try Chart.comparedTies(
      (view.seen(at: first), "1938"), (view.seen(at: second), "1939"), .beside)
    try expectReadable(beside, "beside")
    #expect(try SVGLayout(beside.pages[0]).texts("panel-title") == ["1938", "1939"])
  }

  @Test func smallPicturesOfASeriesKeepTheirPlaces() throws {
    let graph = try #require(Self.interwar)
    var choice = PictureChoice()
    choice.among = ["germany", "ussr", "france", "uk", "poland", "italy"]
    let dates = try ["1926", "1932", "1938"].map { try HistoricalDate($0) }
    let chart = try Chart.tiesSeries(
      GraphView(graph, ViewOptions(reading: graph.defaultReading)), at: dates, choice)
    try expectReadable(chart, "series")
    let root = try XMLTree.parse(Array(chart.pages[0].utf8))
    let panels = root.groups("panel")
    #expect(panels.count == 3)
    let places = panels.map { panel in
      Dictionary(
        panel.groups("node").compactMap { node in
          node["data-id"].flatMap { id in
            node.children.first { $0.name == "rect" }.map { (id, $0["x"] ?? "") }
          }
        }
      ) { first, _ in first }
    }
    #expect(places.allSatisfy { $0.count == 6 } && Set(places).count == 1)
  }

  @Test func theSameBytesComeTwice() throws {
    for graph in ChartSamples.ofTheProject {
      let first = try Chart.ties(GraphView(graph)).pages
      for _ in 0..<3 { #expect(try Chart.ties(GraphView(graph)).pages == first) }
    }
  }
}
