import Chronology
import Diplomacy
import DiplomacyAnalysis
import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite struct ComplianceChartTests {
  private static let judged = ChartSamples.ofTheProject.map { ($0, Compliance(of: $0, ViewOptions())) }

  @Test(arguments: ChartCase.all)
  func namesNeitherMeetNorLeaveThePage(of sample: ChartCase) throws {
    for (graph, compliance) in Self.judged {
      let options = ComplianceChartOptions(limit: 40)
      try expectReadable(.compliance(compliance, of: graph, options, sample.style), sample.testDescription)
    }
  }

  @Test func namesOfAnySortAreDrawn() throws {
    let graph = ChartSamples.hostile
    let compliance = Compliance(of: graph, ViewOptions())
    #expect(compliance.verdicts.count > 20)
    for sample in ChartCase.all.prefix(4) {
      let chart = try Chart.compliance(
        compliance, of: graph, ComplianceChartOptions(limit: 1000), sample.style)
      try expectReadable(chart, sample.testDescription)
    }
  }

  @Test(arguments: 0..<UInt64(Thoroughness.cases(12, thorough: 100)))
  func chartsOfChanceAreReadable(seed: UInt64) throws {
    let graph = try ChartSamples.random(seed)
    let style = ChartCase.all[Int(seed) % ChartCase.all.count].style
    try expectReadable(
      .compliance(Compliance(of: graph, ViewOptions()), of: graph, ComplianceChartOptions(), style), "\(seed)"
    )
  }

  @Test func theTableHasTheVerdictsOfTheAnalysis() throws {
    for (graph, compliance) in Self.judged {
      let chart = try Chart.compliance(compliance, of: graph)
      let told = chart.table.rows.map { [$0[2], $0[8], $0[10]] }
      let words = PictureWords(graph.language)
      #expect(
        told
          == compliance.verdicts.map { verdict in
            [
              verdict.obligation.id.rawValue, words[verdict.outcome],
              verdict.event.flatMap { graph[$0]?.when?.text } ?? "",
            ]
          })
    }
  }

  private let twoReadings = SampleGraph(
    "two-readings",
    body: """
      readings: { strict: { title: Strict, default: true }, loose: { title: Loose } }
      actors: { a: A, b: B, c: C }
      agreements:
        p:
          name: The Pact
          parties: [a, b, c]
          in-force: [{ when: 1930/1940, reading: strict }, { when: 1930/1933, reading: loose }]
          obligations:
            - { id: peace, kind: refrain-from-attack, by: [a, b], to: c }
      events:
        raid: { name: The Raid, kind: attack, when: 1935, agents: a, targets: c }
      """)

  /// A attacks C in 1935: broken under one reading, no longer bound under the other. B keeps the peace in both, for as long as
  /// each says.
  @Test func readingsThatDifferHaveLanesAndSignsTellVerdictsApart() throws {
    let graph = try ChartSamples.read(twoReadings)
    let compliance = Compliance(of: graph, ViewOptions())
    let layout = try SVGLayout(Chart.compliance(compliance, of: graph).pages[0])
    #expect(layout.texts("agreement") == ["The Pact"])
    #expect(layout.texts("row-name") == ["A → C: not to attack", "B → C: not to attack"])
    #expect(layout.texts("reading") == ["Strict", "Loose", "Strict", "Loose"])
    #expect(layout.texts("deed") == ["The Raid", "The Raid"])
    #expect(layout.texts("legend").prefix(3) == ["kept", "breached", "did not bind then"])
    // Without colour each verdict has a sign of its own: the elements and their fills differ.
    let grey = try SVGLayout(
      Chart.compliance(compliance, of: graph, ComplianceChartOptions(), PictureStyle(theme: .grey)).pages[0])
    let signs = grey.shapes.filter { $0.className == "verdict" }.map {
      [$0.name, $0.attributes["fill"] ?? ""]
    }
    #expect(Set(signs).count == 3, "\(signs)")
  }

  @Test func aBarIsFullExactlyWhereItCertainlyBoundAndFadesToItsOutermostBounds() throws {
    let graph = try ChartSamples.read(
      SampleGraph(
        "bounds",
        body: """
          actors: { a: A, b: B }
          agreements:
            p:
              name: P
              parties: [a, b]
              in-force: 1930/1940
              obligations: [{ id: peace, kind: refrain-from-attack, by: a, to: b }]
          events:
            first: { name: First, kind: attack, when: "1943-01-01", agents: a, targets: b }
            last: { name: Last, kind: attack, when: "1945-01-01", agents: a, targets: b }
          """))
    let compliance = Compliance(of: graph, ViewOptions())
    let span = try #require(compliance.verdicts.first?.binding.first)
    let layout = try SVGLayout(Chart.compliance(compliance, of: graph).pages[0])
    // Two marks of known days give the scale; left of them stands how the promise fared without them. The legend is below.
    let signs = layout.shapes.filter { $0.className == "verdict" }.map(\.quad.bounds.middle)
    let lane = signs.sorted { $0.y < $1.y }.prefix(3).map(\.x).sorted()
    try #require(lane.count == 3)
    let marks = Array(lane.dropFirst())
    let (start, end) = (try HistoricalDate("1943-01-01"), try HistoricalDate("1945-01-01"))
    let (from, to) = (
      Double(start.earliest.seconds + start.latest.seconds) / 2,
      Double(end.earliest.seconds + end.latest.seconds) / 2
    )
    func place(_ moment: Moment) -> Double {
      marks[0] + (Double(moment.seconds) - from) / (to - from) * (marks[1] - marks[0])
    }
    let bars = layout.shapes.filter {
      $0.className == "lane" && $0.name == "rect" && $0.attributes["fill"] != "none"
    }
    .map(\.quad.bounds).sorted { $0.x < $1.x }
    let edges = bars.map { [$0.x, $0.maxX] }
    let expected = [
      [place(span.earliestStart), place(span.latestStart)],
      [place(span.latestStart), place(span.earliestEnd)],
      [place(span.earliestEnd), place(span.latestEnd)],
    ]
    #expect(edges.count == 3)
    for (edge, wanted) in zip(edges.joined(), expected.joined()) { #expect(abs(edge - wanted) < 0.1) }
  }

  @Test func spansThatOverlapAreToldOnce() throws {
    func span(_ first: Int64, _ second: Int64, _ third: Int64, _ fourth: Int64) -> Span {
      Span(
        earliestStart: Moment(seconds: first), latestStart: Moment(seconds: second),
        earliestEnd: Moment(seconds: third), latestEnd: Moment(seconds: fourth))
    }
    #expect(united([]) == [])
    #expect(united([span(0, 1, 5, 6), span(0, 1, 5, 6)]) == [span(0, 1, 5, 6)])
    #expect(united([span(0, 1, 5, 6), span(4, 5, 9, 12)]) == [span(0, 1, 9, 12)])
    #expect(united([span(0, 1, 3, 6), span(4, 7, 9, 12)]) == [span(0, 1, 3, 7), span(7, 7, 9, 12)])
    #expect(united([span(0, 5, 2, 7)]) == [span(0, 7, 0, 7)])
    #expect(united([span(20, 21, 30, 31), span(0, 1, 3, 4)]) == [span(0, 1, 3, 4), span(20, 21, 30, 31)])
    // Moment by moment, against the definition.
    var numbers = SeededNumbers(seed: 9)
    for _ in 0..<300 {
      let spans = (0..<Int.random(in: 1...5, using: &numbers)).compactMap { _ -> Span? in
        let ends = (0..<4).map { _ in Int64.random(in: 0...30, using: &numbers) }
        let (starts, stops) = (ends[0..<2].sorted(), ends[2..<4].sorted())
        let span = span(starts[0], starts[1], stops[0], stops[1])
        return span.isContradictory ? nil : span
      }
      let whole = united(spans)
      for moment in Int64(0)..<30 {
        func certain(_ spans: [Span]) -> Bool {
          spans.contains { $0.latestStart.seconds <= moment && moment < $0.earliestEnd.seconds }
        }
        func possible(_ spans: [Span]) -> Bool {
          spans.contains { $0.earliestStart.seconds <= moment && moment < $0.latestEnd.seconds }
        }
        #expect(
          certain(spans) == certain(whole) && possible(spans) == possible(whole),
          "\(spans) at \(moment): \(whole)")
      }
    }
  }

  @Test func ofManyObligationsThoseThatADeedTouchedAreDrawn() throws {
    for (graph, compliance) in Self.judged {
      let chart = try Chart.compliance(compliance, of: graph, ComplianceChartOptions(limit: 1))
      let data = ComplianceData(compliance, compliance.verdicts, limit: 1)
      #expect(data.rows.allSatisfy(\.hasDeeds) && data.untouched > 0)
      let caption = try SVGLayout(try #require(chart.pages.last)).texts("caption").joined(separator: " ")
      #expect(caption.contains("no deed touched, not drawn: \(data.untouched)"))
      // Every deed of a verdict has its sign.
      let deeds = Set(compliance.verdicts.compactMap(\.event))
      let drawn = Set(data.rows.flatMap { $0.lanes.flatMap { $0.marks.map(\.event) } })
      #expect(drawn == deeds)
    }
    let empty = try ChartSamples.read(.empty)
    try expectReadable(.compliance(Compliance(of: empty, ViewOptions()), of: empty), "empty")
  }

  @Test func debtorsShareARowWhereTheSameIsToldOfThem() throws {
    let graph = try ChartSamples.read(
      SampleGraph(
        "alike",
        body: """
          actors: { a: A, b: B, c: C, d: D }
          agreements:
            p:
              name: P
              parties: [a, b, c, d]
              in-force: 1930/1940
              obligations:
                - { id: mutual, kind: consult, by: [a, b], to: [a, b] }
                - { id: common, kind: assist, by: [a, b], to: c }
                - { id: all, kind: refrain-from-attack, by: [a, b, c, d] }
          events:
            raid: { name: Raid, kind: attack, when: "1935-05-05", agents: d, targets: c }
          """))
    let compliance = Compliance(of: graph, ViewOptions())
    let rows = ComplianceData(compliance, compliance.verdicts, limit: 40).rows
    #expect(
      rows.flatMap(\.debtors).count
        == Set(compliance.verdicts.map { "\($0.obligation.id) \($0.debtor)" }).count)
    let layout = try SVGLayout(Chart.compliance(compliance, of: graph).pages[0])
    let told = layout.texts("row-name")
    #expect(told.prefix(2) == ["A ↔ B: to consult", "A, B → C: to assist"], "\(told)")
  }

  /// An arrow from left to right must lead from the debtor to the creditor, in whichever direction their names are written.
  @Test func namesFromRightToLeftStandOnTheirSideOfTheArrow() throws {
    let graph = try ChartSamples.read(
      SampleGraph(
        "from-right",
        body: """
          actors: { a: שלום, b: معاهدة }
          agreements:
            p:
              name: P
              parties: [a, b]
              in-force: 1930/1940
              obligations: [{ id: peace, kind: refrain-from-attack, by: a, to: b }]
          """))
    let page = try Chart.compliance(Compliance(of: graph, ViewOptions()), of: graph).pages[0]
    let row = try #require(XMLTree.parse(Array(page.utf8)).all("text").first { $0["class"] == "row-name" })
    // Marks of direction around each name, and a line from left to right.
    #expect(row.text == "\u{200E}שלום\u{200E} → \u{200E}معاهدة\u{200E}: not to attack")
    #expect(row["direction"] == nil)
  }

  @Test func theOutermostDatesAreDrawn() throws {
    let graph = try ChartSamples.read(
      SampleGraph(
        "outermost",
        body: """
          actors: { a: A, b: B }
          agreements:
            p:
              name: P
              parties: [a, b]
              in-force: Y-290000000000/Y290000000000
              obligations: [{ id: peace, kind: refrain-from-attack, by: a, to: b }]
          events:
            first: { name: First, kind: attack, when: Y-289000000000, agents: a, targets: b }
            last: { name: Last, kind: attack, when: Y289000000000, agents: a, targets: b }
          """))
    let view = GraphView(graph)
    try expectReadable(.compliance(Compliance(of: graph, ViewOptions()), of: graph), "compliance")
    try expectReadable(.timeline(view), "timeline")
    try expectReadable(.datePrecision(view), "precision")
    try expectReadable(.reach(ContactNetwork(view).freeReachCounts(), in: ContactNetwork(view)), "reach")
  }

  @Test func theSameBytesTwice() throws {
    for (graph, compliance) in Self.judged {
      #expect(
        try Chart.compliance(compliance, of: graph).pages == Chart.compliance(compliance, of: graph).pages)
    }
  }
}
