import Chronology
import Diplomacy
import DiplomacyAnalysis
import Networks
import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite struct SeriesChartTests {
  /// The scores of a graph on some days.
  private static func series(_ graph: DiplomaticGraph, _ measure: Measure, _ days: [String?]) throws
    -> CentralitySeries
  {
    let view = GraphView(graph)
    var series: CentralitySeries?
    for day in days {
      let date = try day.map { try HistoricalDate($0) }
      let scores = try Centrality(of: IncidenceNetwork(view.seen(at: date)), [.degree, measure])
      if series == nil { series = CentralitySeries(scores) } else { series?.append(scores) }
    }
    return try #require(series)
  }

  private static func bands(_ graph: DiplomaticGraph, _ days: [String]) throws -> [CentralityBands] {
    try CentralityBands.series(
      of: GraphView(graph), at: try days.map { try HistoricalDate($0) }, [.degree], samples: 3, seed: 1
    ) { view, _, counted, _ in MeasuredNetwork(IncidenceNetwork(view, dates: counted)) }
  }

  private static let days = ["1926-01-01", "1931-01-01", "1936-01-01", "1939-01-01", "1941-07-01"]
  private static let measured: [(series: CentralitySeries, bands: [CentralityBands])] = ChartSamples
    .ofTheProject
    .compactMap { graph in
      guard let series = try? series(graph, .betweenness, days), let bands = try? bands(graph, days) else {
        return nil
      }
      return (series, bands)
    }

  @Test(arguments: ChartCase.all)
  func namesNeitherMeetNorLeaveThePage(of sample: ChartCase) throws {
    #expect(Self.measured.count == ChartSamples.ofTheProject.count && !Self.measured.isEmpty)
    for (series, bands) in Self.measured {
      for kind in SeriesChartOptions.Kind.allCases {
        let what = "\(sample.testDescription) \(kind)"
        try expectReadable(
          .series(series, SeriesChartOptions(kind: kind, measure: .betweenness), sample.style), what)
        try expectReadable(
          .series(series, SeriesChartOptions(kind: kind, most: 25), sample.style), what + " 25")
        try expectReadable(.series(bands, SeriesChartOptions(kind: kind), sample.style), what + " bands")
      }
    }
  }

  @Test func namesOfAnySortAreDrawn() throws {
    let series = try Self.series(ChartSamples.hostile, .betweenness, ["1925", "1935"])
    for kind in SeriesChartOptions.Kind.allCases {
      for sample in ChartCase.all.prefix(4) {
        let chart = try Chart.series(series, SeriesChartOptions(kind: kind, most: 40), sample.style)
        try expectReadable(chart, "\(kind) \(sample.testDescription)")
        #expect(besidesFonts(chart.warnings) == [])
      }
    }
  }

  @Test(arguments: 0..<UInt64(Thoroughness.cases(12, thorough: 100)))
  func chartsOfChanceAreReadable(seed: UInt64) throws {
    let graph = try ChartSamples.random(seed)
    let years: [Int64] =
      graph.extent.map { [$0.lowerBound.day.year, $0.upperBound.day.year] } ?? [1900, 1950]
    func day(_ year: Int64) -> String {
      let digits = String(min(9990, max(1, year)))
      return String(repeating: "0", count: 4 - digits.count) + digits + "-06-15"
    }
    let first = max(1, years[0])
    let last = max(first + 1, years[1])
    let days = (0..<6).map { day(first + (last - first) * Int64($0) / 5) }
    let series = try Self.series(graph, .harmonic, days)
    let bands = try Self.bands(graph, days)
    for kind in SeriesChartOptions.Kind.allCases {
      let style = ChartCase.all[Int(seed) % ChartCase.all.count].style
      try expectReadable(
        .series(series, SeriesChartOptions(kind: kind, measure: .harmonic), style), "\(seed) \(kind)")
      try expectReadable(.series(bands, SeriesChartOptions(kind: kind), style), "\(seed) \(kind) bands")
    }
  }

  @Test func theTableHasTheScoresOfTheAnalysis() throws {
    for (series, bands) in Self.measured {
      let graph = series.first.network.view.graph
      let chart = try Chart.series(series, SeriesChartOptions(measure: .betweenness, most: 1000))
      var expected: [[String]: String] = [:]
      for number in 0..<series.rowCount {
        let row = series.row(number)
        guard graph.entities[row.position].category == .actor, row.scores[1].isFinite else { continue }
        expected[[series.dates[row.date]?.text ?? "", graph.entities[row.position].id.rawValue]] = plain(
          row.scores[1])
      }
      let told = Dictionary(uniqueKeysWithValues: chart.table.rows.map { ([$0[0], $0[1]], $0[3]) })
      #expect(told == expected)
      #expect(expected.count > 10)

      let banded = try Chart.series(bands, SeriesChartOptions(most: 1000))
      for answer in bands {
        for (row, band) in zip(answer.centrality.rows, answer.bands) where row.entity.category == .actor {
          let line = banded.table.rows.first {
            $0[0] == answer.centrality.network.date?.text && $0[1] == row.entity.id.rawValue
          }
          #expect(line?[3] == plain(row.scores[0]))
          #expect(
            line?[4] == band[0].map { plain($0.smallest) } && line?[5] == band[0].map { plain($0.largest) })
        }
      }
    }
  }

  /// Five actors: a pact of a, b and c, another of a and b, and d, who is there only later. Degree: a 2, b 2, c 1.
  @Test func equalScoresHaveEqualRanksAndWhoIsAbsentHasNone() throws {
    let graph = try ChartSamples.read(
      SampleGraph(
        "ranks",
        body: """
          actors: { a: A, b: B, c: C, d: { name: D, exists: 1930/.. }, e: E }
          agreements:
            p: { name: P, parties: [a, b, c], in-force: 1920/1940 }
            q: { name: Q, parties: [b, a], in-force: 1920/1940 }
            r: { name: R, parties: [d, e], in-force: 1931/1940 }
          """))
    let series = try Self.series(graph, .degree, ["1925-01-01", "1935-01-01"])
    let chart = try Chart.series(series, SeriesChartOptions(kind: .rank, measure: .degree))
    let ranks = Dictionary(uniqueKeysWithValues: chart.table.rows.map { ([$0[0], $0[1]], $0[4]) })
    #expect(ranks[["1925-01-01", "a"]] == "1" && ranks[["1925-01-01", "b"]] == "1")
    #expect(ranks[["1925-01-01", "c"]] == "3" && ranks[["1925-01-01", "d"]] == nil)
    #expect(ranks[["1935-01-01", "d"]] == "3" && ranks[["1935-01-01", "c"]] == "3")
    let words = try SVGLayout(chart.pages[0]).texts("legend")
    #expect(words == ["equal ranks"])
  }

  @Test func whoIsNamedAloneIsDrawn() throws {
    let (series, _) = try #require(Self.measured.first)
    let ids = ["japan", "france"].map { EntityID($0) }
    let chart = try Chart.series(series, SeriesChartOptions(entities: ids))
    #expect(Set(chart.table.rows.map { $0[1] }).isSubset(of: ["japan", "france"]))
    #expect(
      try SVGLayout(chart.pages[0]).texts("line-label").count == Set(chart.table.rows.map { $0[1] }).count)
  }

  @Test func linesAreToldApartWithoutColour() {
    let looks = (0..<56).map { SeriesLook($0, Inks(.grey), size: 8) }
    struct Sign: Hashable {
      let dashes: [Double]
      let shape: MarkShape
    }
    #expect(Set(looks.map { Sign(dashes: $0.dashes, shape: $0.shape) }).count == 56)
    #expect(Set(looks.prefix(7).map(\.dashes)).count == 7 && Set(looks.prefix(7).map(\.shape)).count == 7)
  }

  @Test func theSameBytesTwiceAndOnAnEmptyGraph() throws {
    for (series, bands) in Self.measured {
      for kind in SeriesChartOptions.Kind.allCases {
        #expect(
          try Chart.series(series, SeriesChartOptions(kind: kind)).pages
            == Chart.series(series, SeriesChartOptions(kind: kind)).pages)
        #expect(
          try Chart.series(bands, SeriesChartOptions(kind: kind)).pages
            == Chart.series(bands, SeriesChartOptions(kind: kind)).pages)
      }
    }
    let empty = try Self.series(try ChartSamples.read(.empty), .degree, ["1920", nil])
    for kind in SeriesChartOptions.Kind.allCases {
      try expectReadable(.series(empty, SeriesChartOptions(kind: kind)), "empty")
    }
    #expect(throws: ChartError.self) { try Chart.series([CentralityBands]()) }
    let one = try Self.series(ChartSamples.ofTheProject[0], .degree, [nil])
    for kind in SeriesChartOptions.Kind.allCases {
      try expectReadable(.series(one, SeriesChartOptions(kind: kind)), "one date")
    }
  }
}
