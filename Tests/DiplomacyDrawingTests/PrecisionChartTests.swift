import Chronology
import Diplomacy
import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite struct PrecisionChartTests {
  @Test(arguments: ChartCase.all)
  func namesNeitherMeetNorLeaveThePage(of sample: ChartCase) throws {
    for graph in ChartSamples.ofTheProject + [ChartSamples.hostile] {
      try expectReadable(.datePrecision(GraphView(graph), sample.style), sample.testDescription)
    }
    for graph in try [SampleGraph.dates, .empty, .oneEntity, .life, .attested].map({
      try ChartSamples.read($0)
    }) {
      try expectReadable(.datePrecision(GraphView(graph), sample.style), sample.testDescription)
    }
  }

  @Test(arguments: [
    ("1945-08-08T23:00:00Z", "second"), ("1941-04-13T14:50Z", "minute"), ("1941-04-13", "day"),
    ("1941-04", "month"),
    ("1941-04-XX", "month"), ("1941-21", "season"), ("1941", "year"), ("1941-XX", "year"), ("194X", "decade"),
    ("19XX", "century"), ("1XXX", "millennium"), ("1941/1945", "interval"), ("1941/..", "open"),
    ("/1945", "open"),
    ("[1941,1943]", "oneOf"), ("{1941,1943}", "allOf"),
  ])
  func aDateIsOfOneSort(text: String, name: String) throws {
    #expect(PrecisionData.Closeness(try HistoricalDate(text)).name == name)
    #expect(PrecisionData.Closeness(nil).name == "none")
  }

  @Test func datesAreCountedWhereTheyStand() throws {
    let graph = try ChartSamples.read(
      SampleGraph(
        "counted",
        body: """
          actors:
            a: { name: A, exists: 1900/1950 }
            b: B
            c: { name: C, member-of: { actor: a, when: 1930~/1940 } }
          territories: { t: { name: T, exists: 1900/.. } }
          agreements:
            p: { name: P, parties: [a, b], signed: 1930-01-02, ratified: 1930-03, ended: "1935?" }
            q: { name: Q, parties: [a, b] }
          events: { e: { name: E, when: "[1931,1932]", kind: meeting }, f: { name: F, kind: meeting } }
          """))
    let chart = try Chart.datePrecision(GraphView(graph))
    #expect(
      chart.table.rows == [
        ["to the day", "agreements", "1", "0"], ["to the month", "agreements", "1", "0"],
        ["to the year", "agreements", "1", "1"], ["interval", "actors", "1", "0"],
        ["interval", "links", "1", "1"],
        ["interval without an end", "territories", "1", "0"], ["one of several dates", "events", "1", "0"],
        ["no date", "actors", "2", "0"], ["no date", "agreements", "1", "0"],
        ["no date", "events", "1", "0"],
      ])
    let layout = try SVGLayout(chart.pages[0])
    // Each sort of thing, and all together.
    #expect(layout.texts("bar") == [] && layout.texts("count").count == 10 + 7)
    #expect(layout.texts("legend") == ["marked as uncertain or approximate"])
  }

  @Test func barsAreToOneScale() throws {
    for graph in ChartSamples.ofTheProject {
      let layout = try SVGLayout(Chart.datePrecision(GraphView(graph)).pages[0])
      // A bar ends as far before its number as every other.
      let numbers = layout.texts.filter { $0.className == "count" }
      let bars = layout.shapes.filter { $0.className == "bar" }
      var lengths: [Double: Set<Int>] = [:]
      for number in numbers {
        let own = bars.filter {
          abs($0.quad.bounds.middle.y - number.quad.bounds.middle.y) < 3
            && $0.quad.bounds.maxX <= number.quad.bounds.x
        }
        guard let end = own.map(\.quad.bounds.maxX).max(), let count = Int(number.text) else { continue }
        let start = own.filter { abs($0.quad.bounds.maxX - end) < 60 }.map(\.quad.bounds.x).min() ?? end
        if count > 20, own.count == 1 {
          lengths[((end - start) / Double(count) * 100).rounded() / 100, default: []].insert(count)
        }
      }
      #expect(lengths.count <= 1, "\(lengths)")
    }
  }

  @Test func theSameBytesTwice() throws {
    for graph in ChartSamples.ofTheProject {
      #expect(try Chart.datePrecision(GraphView(graph)).pages == Chart.datePrecision(GraphView(graph)).pages)
    }
  }
}
