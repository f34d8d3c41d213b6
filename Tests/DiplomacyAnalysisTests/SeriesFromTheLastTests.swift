import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Networks
import TestSupport
import Testing

/// Views and networks that are made from the last date's are those that are made anew.
@Suite struct SeriesFromTheLastTests {
  private static let dates = [
    "1930-03-01", "1930-03-10", "1930-03-11", "1930-03-14", "1930-03-15", "1930-03-16", "1930-03-18",
    "1930-03",
    "1930-03-20", "1930-03-24", "1930-03-12", "1930-03-1X", "1930-03-28", "1930-03-29", "1930",
    "1930-03-17/1930-03-19",
    "1931-01-01", "1930-03-25",
  ]

  private func graphs(_ count: Int, seed: UInt64, _ body: (DiplomaticGraph, String) throws -> Void) throws {
    var numbers = SeededNumbers(seed: seed)
    var made = 0
    for _ in 0..<count {
      let text = RandomGraph.text(&numbers)
      guard let graph = try? GraphFile.read(text, named: "random.yaml") else { continue }
      made += 1
      try body(graph, text)
    }
    #expect(made > count / 4)
  }

  private func options(_ number: Int) -> ViewOptions {
    switch number % 5 {
    case 0: ViewOptions()
    case 1: ViewOptions(reading: "one")
    case 2: ViewOptions(knownTo: "c")
    case 3: ViewOptions(withoutEntities: ["p1"], withoutSources: ["diary"])
    default: ViewOptions(reading: "two", successors: .merged)
    }
  }

  @Test func aViewMovedFromDateToDateHoldsWhatItHoldsWhenMadeAnew() throws {
    var number = 0
    try graphs(12, seed: 11) { graph, text in
      number += 1
      let view = GraphView(graph, options(number))
      var moving = MovingView(view)
      for written in Self.dates {
        let date = try HistoricalDate(written)
        let (moved, plain) = (moving.seen(at: date), view.seen(at: date))
        #expect(moved.entityAnswers == plain.entityAnswers, "\(written) in\n\(text)")
        #expect(moved.statementAnswers == plain.statementAnswers, "\(written) in\n\(text)")
        #expect(moved.represented == plain.represented)
      }
      #expect(moving.seen(at: nil).statementAnswers == view.seen(at: nil).statementAnswers)
      let day = try HistoricalDate("1930-03-15")
      #expect(moving.seen(at: day).statementAnswers == view.seen(at: day).statementAnswers)
    }
  }

  @Test func networksOfASeriesAreThoseThatAreMadeAnew() throws {
    var number = 0
    try graphs(5, seed: 12) { graph, text in
      number += 1
      let view = GraphView(graph, options(number))
      for kind in [MeasuredNetwork.Kind.incidence, .projection, .links, .ties] {
        var networks = NetworkSeries(of: view, kind)
        for written in Self.dates.dropFirst(number).prefix(5) {
          let date = try HistoricalDate(written)
          for counted in [DateAssumption.possible, .certain] {
            let one = try Centrality(of: networks.network(at: date, dates: counted), [.betweenness, .degree])
            let other = try Centrality(
              of: plain(view.seen(at: date), kind, counted), [.betweenness, .degree])
            #expect(
              one.rows.map(\.entity.id) == other.rows.map(\.entity.id), "\(kind) \(written) in\n\(text)")
            #expect(one.rows.map(\.scores) == other.rows.map(\.scores), "\(kind) \(written) in\n\(text)")
            #expect(one.conventions == other.conventions)
          }
        }
      }
    }
  }

  @Test func drawnViewsAreThoseThatAreMadeAnew() throws {
    var number = 0
    try graphs(10, seed: 13) { graph, text in
      number += 1
      let view = GraphView(graph, options(number))
      var draws = DrawnViews(of: view)
      var plainDraws = GraphDraws(of: graph)
      for sample in 0..<3 {
        var (one, other) = (SeededGenerator(seed: UInt64(sample)), SeededGenerator(seed: UInt64(sample)))
        var drawn = draws.next(using: &one)
        let plain = GraphView(plainDraws.next(using: &other), view.options)
        for written in ["1930-03-12", "1930-03-16", "1930-03-22"] {
          let date = try HistoricalDate(written)
          let (mine, theirs) = (
            drawn.seen(at: date).decided(using: &one), plain.seen(at: date).decided(using: &other)
          )
          #expect(mine.entityAnswers == theirs.entityAnswers, "\(written) in\n\(text)")
          #expect(mine.statementAnswers == theirs.statementAnswers, "\(written) in\n\(text)")
        }
        #expect(one.next() == other.next())
      }
    }
  }

  @Test(arguments: [[Measure.degree], [.degree, .betweenness]])
  func bandsOfASeriesAreThoseThatAreMadeAnew(measures: [Measure]) throws {
    var number = 0
    try graphs(4, seed: 14) { graph, text in
      number += 1
      let view = GraphView(graph, options(number))
      let dates = try ["1930-03-12", "1930-03", "1930-03-22"].map { Optional(try HistoricalDate($0)) }
      let kind: MeasuredNetwork.Kind = number % 3 == 0 ? .projection : .incidence
      var options = Centrality.Options(among: number % 2 == 0 ? .actor : nil)
      options.isNormalized = number % 4 == 0
      let anew = try CentralityBands.series(
        of: view, at: dates, measures, options, samples: 6, seed: 5,
        network: { view, _, counted, _ in self.plain(view, kind, counted) })
      for threads in [ThreadCount.atMost(1), .all] {
        let made = try CentralityBands.series(
          of: view, at: dates, measures, options, samples: 6, seed: 5, in: kind, threads: threads)
        for (one, other) in zip(made, anew) {
          #expect(one.bands == other.bands, "\(text)")
          #expect(one.presence == other.presence)
          #expect(one.gaps == other.gaps)
          #expect(one.centrality.rows.map(\.scores) == other.centrality.rows.map(\.scores))
          #expect(
            one.stability.map { [$0.medianTau, $0.smallestTau] }
              == other.stability.map { [$0.medianTau, $0.smallestTau] })
          #expect(one.stability.map(\.leads) == other.stability.map(\.leads))
          #expect(one.stability.map(\.leader) == other.stability.map(\.leader))
        }
      }
    }
  }

  private func plain(
    _ view: GraphView, _ kind: MeasuredNetwork.Kind, _ counted: DateAssumption
  ) -> MeasuredNetwork {
    switch kind {
    case .incidence: MeasuredNetwork(IncidenceNetwork(view, dates: counted))
    case .projection: MeasuredNetwork(projectionOf: IncidenceNetwork(view, dates: counted))
    default: MeasuredNetwork(linksOf: view, dates: counted, actorsOnly: kind == .ties)
    }
  }
}
