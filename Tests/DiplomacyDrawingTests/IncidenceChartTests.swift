import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite struct IncidenceChartTests {
  // MARK: Layout

  @Test(arguments: ChartCase.all)
  func namesNeitherMeetNorLeaveThePage(of sample: ChartCase) throws {
    for graph in ChartSamples.ofTheProject + [ChartSamples.hostile] {
      let chart = try Chart.incidence(
        GraphView(graph), PictureChoice(), IncidenceChartOptions(), sample.style)
      try expectReadable(chart, "\(graph.label(of: "")) \(sample.testDescription)")
    }
  }

  @Test(arguments: 0..<50)
  func graphsOfChanceCanBeDrawn(seed: UInt64) throws {
    let graph = try ChartSamples.random(seed)
    var options = IncidenceChartOptions()
    options.hasBars = seed % 2 == 0
    let width = [nil, 170.0, 340, 700][Int(seed % 4)]
    try expectReadable(
      .incidence(GraphView(graph), PictureChoice(), options, PictureStyle(width: width)), "chance \(seed)")
  }

  @Test func theInterwarGraphTakesTwoPagesOnTheirSides() throws {
    let graph = try #require(ChartSamples.ofTheProject.first { $0.entities(.agreement).count > 90 })
    let chart = try Chart.incidence(GraphView(graph))
    #expect(chart.pages.count == 2)
    let layouts = try chart.pages.map { try SVGLayout($0) }
    for layout in layouts {
      #expect(layout.page.width <= PictureStyle.points(277) + 0.1)
      #expect(layout.page.height <= PictureStyle.points(190) + 0.1)
      #expect(layout.texts.allSatisfy { $0.size >= 6 }, "\(layout.texts.map(\.size).min() ?? 0)")
    }
    #expect(layouts.flatMap { $0.texts("column-label") }.count == graph.entities(.agreement).count)
  }

  @Test func whatIsTooWideGoesOnOnTheNextPage() throws {
    let graph = try #require(ChartSamples.ofTheProject.first { $0.entities(.agreement).count > 90 })
    let style = PictureStyle(width: PictureStyle.points(120))
    let chart = try Chart.incidence(GraphView(graph), PictureChoice(), IncidenceChartOptions(), style)
    #expect(chart.pages.count > 1)
    let columns = try chart.pages.flatMap { try SVGLayout($0).texts("column-label") }
    #expect(columns.count == graph.entities(.agreement).count)
    for page in chart.pages {
      #expect(abs(try SVGLayout(page).page.width - PictureStyle.points(120)) < 0.1)
    }
  }

  // MARK: Contents

  @Test func everyMembershipHasAMarkAndNoOther() throws {
    for graph in ChartSamples.ofTheProject {
      let view = GraphView(graph)
      let pages = try Chart.incidence(view).pages.map { try XMLTree.parse(Array($0.utf8)) }
      let drawn = Dictionary(
        uniqueKeysWithValues: pages.flatMap { $0.groups("agreement") }.map { group in
          (group["data-id"] ?? "", Set(group.groups("member").compactMap { $0["data-id"] }))
        })
      var expected: [String: Set<String>] = [:]
      for agreement in graph.entities(.agreement) {
        let members = Role.participations.flatMap { view.graph.statements(about: agreement.id).of($0) }
          .filter { $0.object == agreement.id && graph[$0.subject]?.kind != .person }
          .map(\.subject.rawValue)
        if !members.isEmpty { expected[agreement.id.rawValue] = Set(members) }
      }
      #expect(drawn == expected)
    }
  }

  @Test func columnsStandInTheOrderOfTheirDates() throws {
    let graph = ChartSamples.ofTheProject[0]
    let root = try XMLTree.parse(Array(try Chart.incidence(GraphView(graph)).pages[0].utf8))
    let dates = root.groups("agreement").compactMap { group in
      graph[EntityID(group["data-id"] ?? "")].flatMap { GraphView(graph).concluded($0)?.earliest }
    }
    #expect(dates.count > 3 && dates == dates.sorted())
  }

  @Test func aSecretThatIsOutIsDrawnAsNone() throws {
    let graph = try #require(ChartSamples.ofTheProject.first { $0.entities(.agreement).count < 25 })
    func secrets(at text: String) throws -> Set<String> {
      let view = GraphView(graph, ViewOptions(at: try HistoricalDate(text), reading: graph.defaultReading))
      return Set(try Chart.incidence(view).table.rows.filter { $0[6] == "1" }.map { $0[0] })
    }
    #expect(try secrets(at: "1945-08") == ["Yalta agreement on the Far East"])
    #expect(try secrets(at: "1946-03") == [])
  }

  @Test func onlyWhatIsAskedForIsDrawn() throws {
    let graph = try #require(ChartSamples.ofTheProject.first { $0.entities(.agreement).count > 90 })
    var choice = PictureChoice()
    choice.among = ["germany", "ussr"]
    let both = try Chart.incidence(GraphView(graph), choice)
    let pairs = Dictionary(grouping: both.table.rows, by: { $0[0] })
    #expect(pairs.count > 5 && pairs.values.allSatisfy { $0.count == 2 })
    choice = PictureChoice()
    choice.top = 5
    let top = try Chart.incidence(GraphView(graph), choice)
    #expect(Set(top.table.rows.map { $0[2] }).count == 5)
    choice = PictureChoice()
    (choice.from, choice.to) = (try HistoricalDate("1939"), try HistoricalDate("1939"))
    let year = try Chart.incidence(GraphView(graph), choice)
    #expect(Set(year.table.rows.map { $0[1].prefix(4) }) == ["1939"])
    choice = PictureChoice()
    choice.roles = [.guarantor]
    let guarantors = try Chart.incidence(GraphView(graph), choice)
    #expect(Set(guarantors.table.rows.map { $0[3] }) == ["guarantor"])
    choice = PictureChoice()
    choice.ego = "finland"
    let ego = try Chart.incidence(GraphView(graph), choice)
    let names = Set(ego.table.rows.map { $0[0] })
    #expect(names.allSatisfy { name in ego.table.rows.contains { $0[0] == name && $0[2] == "Finland" } })
  }

  @Test func withoutColourShapesStillTell() throws {
    for graph in ChartSamples.ofTheProject {
      let grey = try Chart.incidence(
        GraphView(graph), PictureChoice(), IncidenceChartOptions(), PictureStyle(theme: .grey))
      let colours = Set(grey.pages.joined().matches(of: /"#([0-9A-F]{6})"/).map { String($0.1) })
      #expect(
        colours.allSatisfy { $0.prefix(2) == $0.dropFirst(2).prefix(2) && $0.prefix(2) == $0.suffix(2) })
      let secret = try grey.pages.flatMap { try XMLTree.parse(Array($0.utf8)).groups("agreement") }.filter {
        $0.children.count { $0.name == "line" } == 3
      }
      // A secret's line is double; the third leads to its name.
      #expect(secret.count == Set(grey.table.rows.filter { $0[6] == "1" }.map { $0[0] }).count)
    }
  }

  @Test func theSameBytesComeTwice() throws {
    for graph in ChartSamples.ofTheProject {
      #expect(try Chart.incidence(GraphView(graph)).pages == Chart.incidence(GraphView(graph)).pages)
    }
  }

  @Test func aGraphWithoutAgreementsIsTold() throws {
    let graph = try ChartSamples.read(.onlyActors)
    let error = #expect(throws: ChartError.self) { try Chart.incidence(GraphView(graph)) }
    #expect(error?.description.contains("nothing to draw") == true)
  }

  // MARK: The order of rows

  @Test(arguments: 0..<40)
  func rowsAreInAnOrderWithShortLines(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let count = Int.random(in: 3...7, using: &numbers)
    let columns = (0..<Int.random(in: 1...8, using: &numbers)).map { _ in
      Array(
        Set(
          (0..<Int.random(in: 2...3, using: &numbers)).map { _ in Int.random(in: 0..<count, using: &numbers) }
        )
      )
      .sorted()
    }
    let order = rowsWithShortLines(count, columns: columns)
    #expect(order.sorted() == Array(0..<count))
    let length = Self.length(order, columns)
    #expect(length <= Self.length(Array(0..<count), columns) + 1e-9)
    var best = Double.infinity
    Self.permute(Array(0..<count)) { best = min(best, Self.length($0, columns)) }
    // A heuristic: within a third of the best of all orders.
    #expect(length <= best * 1.34 + 1e-9, "\(length) against \(best)")
  }

  private static func length(_ order: [Int], _ columns: [[Int]]) -> Double {
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    return columns.filter { $0.count > 1 }.reduce(0) { sum, column in
      let places = column.compactMap { place[$0] }
      return sum + Double((places.max() ?? 0) - (places.min() ?? 0)) / Double(column.count - 1).squareRoot()
    }
  }

  private static func permute(_ rest: [Int], _ done: [Int] = [], _ body: ([Int]) -> Void) {
    if rest.isEmpty { return body(done) }
    for (index, item) in rest.enumerated() {
      var others = rest
      others.remove(at: index)
      permute(others, done + [item], body)
    }
  }
}

extension [Statement] {
  fileprivate func of(_ role: Role) -> [Statement] { filter { $0.role == role } }
}

extension XMLTree {
  /// The groups of a class, at any depth.
  func groups(_ name: String) -> [XMLTree] {
    children.flatMap { ($0["class"] == name ? [$0] : []) + $0.groups(name) }
  }
}
