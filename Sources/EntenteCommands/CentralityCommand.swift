public import ArgumentParser
public import EntenteKit

struct CentralityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "centrality",
    abstract:
      "Measure who is central: in the network of actors and agreements, or in another one.",
    discussion: """
      A series, one block of rows a year, and how far uncertain dates let the scores move:
        entente centrality FILE --measure betweenness --every P1Y --from 1931 --to 1941 --bands
      Journeys and walks through contacts in time, in each year:
        entente centrality FILE --measure temporal-closeness,out-reach --every P1Y --from 1931 --to 1941
      Another program's network:
        entente centrality karate.graphml --network links --measure betweenness --format csv
      """)

  @OptionGroup var graph: GraphArguments
  @OptionGroup var what: MeasureArguments
  @OptionGroup var network: NetworkArguments
  @OptionGroup(title: "Contacts in time") var journeys: JourneyArguments
  @OptionGroup(title: "Measures of journeys and walks") var temporal: TemporalArguments

  @Option(
    help: ArgumentHelp(
      "Measure a series of days: from the first day of --from, in steps of this period, until --to; such as P1Y or P6M.",
      valueName: "period"))
  var every: String?

  @Option(help: ArgumentHelp("With --every: where the series begins.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("With --every: where it ends.", valueName: "date"))
  var to: String?

  @Flag(
    help:
      "With --at, --every or contacts in time: show how far uncertain dates let the scores move, from the certain network, the possible one and drawn dates."
  )
  var bands = false

  @Option(help: ArgumentHelp("With --bands: how many times to draw the dates.", valueName: "number"))
  var samples = 100

  @OptionGroup(title: "Pictures") var drawing: ChartArguments

  @Option(
    help:
      "With --draw and --every: draw the values as lines, with --bands as far as uncertain dates let them move (line), or the order (rank). The first of the measures is drawn."
  )
  var chart: SeriesChartOptions.Kind = .line

  @Option(
    help: ArgumentHelp(
      "With --draw: whose lines are drawn, separated by commas. Default: the highest, as many as --top says.",
      valueName: "entities"), completion: .idList(\.entityIDs))
  var lines: String?

  @Option(
    help: ArgumentHelp(
      "With --draw: how many lines are drawn, those with the highest mean.", valueName: "number"))
  var top = 7

  @OptionGroup var output: FormatArgument

  func run() throws {
    _ = try what.question(network.network)
    try checkDates()
    try checkDrawing()
    let view = try graph.view(for: .analysis, ofAll: asksOfAll)
    let kind = network.kind(of: askedNodes, in: view.graph)
    let question = try what.question(kind)
    if [.incidence, .projection].contains(kind), !view.graph.hasAgreements {
      say(
        "warning: the graph has no agreements, so this network has no edges; try --network links."
      )
    }
    try checkTimes(kind, in: view.graph)
    var options = try what.options(in: view.graph)
    options.temporal = try temporal.options(alpha: what.alpha)
    if case .edges(let measures) = question {
      guard every == nil, !bands else {
        throw Misuse(
          "--every and --bands go with measures of nodes; found '\(measures[0].rawValue)', which is one of edges."
        )
      }
      return try tellEdges(measures, view, kind, options)
    }
    guard case .nodes(let measures) = question else { return }
    let series = try series(in: view.graph)
    let report: Report?
    if bands {
      let answers = try banded(measures, view, kind, options, series)
      let drawn = try drawnOptions(measures, in: view.graph)
      try drawing.draw { style, limit throws(ChartError) in
        try .series(answers, drawn, style, timeLimit: limit)
      }
      report = bandReport(answers, every: try period())
    } else if let series {
      var bar = ProgressBar("measuring")
      var measuring = try Measuring(self, kind, in: view.graph)
      var networks = kind == .contacts ? nil : NetworkSeries(of: view, kind, network.projection)
      var answers: CentralitySeries?
      for (index, date) in series.dates.enumerated() {
        bar.show(index, of: series.dates.count)
        let made =
          networks?.network(at: date, dates: network.dates) ?? measuring.network(view, date, network.dates)
        let scores = try centrality(of: made, measures, options)
        if answers == nil { answers = CentralitySeries(scores) } else { answers?.append(scores) }
      }
      bar.finish()
      if let answers {
        let drawn = try drawnOptions(measures, in: view.graph)
        try drawing.draw { style, limit throws(ChartError) in
          try .series(answers, drawn, style, timeLimit: limit)
        }
      }
      report = try period().flatMap { period in answers.map { centralityReport($0, every: period) } }
    } else {
      let network = try network(of: view, kind, options)
      warnOfLongWork(measures.map(\.rawValue), on: network)
      report = centralityReport(try centrality(of: network, measures, options))
    }
    if let report {
      try output.write(report)
    }
  }

  /// Whether more is asked than what is there on one date.
  private var asksOfAll: Bool {
    every != nil || bands || network.network == .contacts || askedNodes.contains(where: \.isTemporal)
      || what.between != nil || what.restart != nil || lines != nil
  }

  /// Tells options of pictures that do not go together.
  private func checkDrawing() throws {
    try drawing.checkWords()
    guard drawing.picture != nil else {
      let given = [(chart != .line, "--chart"), (lines != nil, "--lines"), (top != 7, "--top")]
      if let option = given.first(where: \.0)?.1 {
        throw Misuse("\(option) goes with --draw: it says what the picture shows.")
      }
      return
    }
    guard every != nil else {
      throw Misuse("--draw goes with --every: it draws how a measure changes from date to date.")
    }
    guard (1...100).contains(top) else {
      throw Misuse("--top: \(top) is no number of lines; expected from 1 to 100.")
    }
    guard lines == nil || top == 7 else {
      throw Misuse("--top and --lines exclude each other: both say whose lines are drawn.")
    }
  }

  /// What of the scores is drawn.
  private func drawnOptions(_ measures: [Measure], in file: DiplomaticGraph) throws -> SeriesChartOptions {
    guard drawing.picture != nil else { return SeriesChartOptions() }
    if let group = measures.first, group.isGroup {
      throw Misuse(
        "--draw: '\(group.rawValue)' numbers groups, which rise and fall in no order; expected a measure that is a score."
      )
    }
    let ids = try what.entities(lines, "--lines", in: file)
    return SeriesChartOptions(kind: chart, measure: measures.first, entities: ids, most: top)
  }

  /// The measures of nodes that are asked for, as far as they are known.
  private var askedNodes: [Measure] {
    guard case .nodes(let measures)? = try? what.question(nil) else { return [] }
    return measures
  }

  /// Tells mistakes that need no file to be seen.
  private func checkDates() throws {
    _ = try period()
    _ = try temporal.options(alpha: what.alpha)
    try journeys.checkWords()
    if every != nil {
      guard from != nil, to != nil else {
        throw Misuse("--every goes with --from and --to: the dates of the series.")
      }
      guard graph.at == nil else {
        throw Misuse("--every and --at exclude each other: both say when is measured.")
      }
    } else if from != nil || to != nil {
      throw Misuse("--from and --to go with --every: how far the days of the series lie apart, such as P1Y.")
    }
    for (text, option) in [(from, "--from"), (to, "--to")] { _ = try text.map { try date($0, option) } }
    guard samples >= 1, samples <= 100_000 else {
      throw Misuse("--samples: found \(samples); expected a number from 1 to 100000.")
    }
  }

  /// Tells options of time that do not go with what is measured.
  private func checkTimes(_ kind: MeasuredNetwork.Kind, in file: DiplomaticGraph) throws {
    let measures = askedNodes
    guard kind == .contacts else {
      if let option = (journeys.given + temporal.given).first {
        throw Misuse("\(option) goes with --network contacts, or with measures of journeys and walks.")
      }
      if network.dates == .certain, graph.at == nil, every == nil {
        throw Misuse(
          "--dates certain goes with --at or --every: without a date, everything that ever held is counted.")
      }
      if bands, graph.at == nil, every == nil {
        throw Misuse("--bands goes with --at or --every: without a date, no date leaves anything open.")
      }
      return
    }
    if every != nil, let option = ["--after", "--before"].first(where: journeys.given.contains) {
      throw Misuse(
        "\(option) and --every exclude each other: both say in which stretch of time journeys lie.")
    }
    if temporal.window != nil, every == nil {
      throw Misuse("--window goes with --every: it says how long after each date contacts count.")
    }
    if measures.contains(.temporalBetweenness), journeys.wait != nil {
      throw Misuse(
        "--wait: 'temporal-betweenness' counts journeys without a limit of waiting; expected another measure."
      )
    }
    guard let walks = measures.first(where: \.isOfWalks) else { return }
    if let option = ["--strict", "--transit", "--wait"].first(where: journeys.given.contains) {
      throw Misuse(
        "\(option) goes with measures of journeys; '\(walks.rawValue)' counts walks, which cross each contact at rising days."
      )
    }
    if journeys.meetings == .spans, file.entities.contains(where: { $0.category == .agreement }) {
      throw Misuse(
        "'\(walks.rawValue)' counts walks through contacts of one day; expected --meetings signatures, since this graph has "
          + "agreements.")
    }
  }

  private func period() throws -> Period? {
    try every.map { try EntenteCommands.period($0, "--every") }
  }

  private func series(in file: DiplomaticGraph) throws -> DateSeries? {
    guard let period = try period(), let from, let to else { return nil }
    let offset = file.defaultOffset
    let (start, end) = (try date(from, "--from", offset), try date(to, "--to", offset))
    if let count = DateSeries.count(from: start, to: end, every: period, offset: offset),
      count > DateSeries.mostDates
    {
      throw Misuse(
        "--every \(period) from \(from) to \(to) makes \(count) days; expected at most \(DateSeries.mostDates): a longer period, "
          + "or a later --from or an earlier --to.")
    }
    guard let series = DateSeries(from: start, to: end, every: period, offset: offset) else {
      throw Misuse(
        "--every \(period) leads from \(from) to \(to) in no series of days; expected a period of a day or more, a --from with a "
          + "beginning, and a later --to with an end.")
    }
    return series
  }

  private func banded(
    _ measures: [Measure], _ view: GraphView, _ kind: MeasuredNetwork.Kind, _ options: Centrality.Options,
    _ series: DateSeries?
  ) throws -> [CentralityBands] {
    if let group = measures.first(where: \.isGroup) {
      throw Misuse("--bands: '\(group.rawValue)' numbers groups and is no score; expected measures that are.")
    }
    var bar = ProgressBar("drawing dates")
    var measuring = try Measuring(self, kind, in: view.graph)
    let alone: [HistoricalDate?] = [kind == .contacts ? nil : view.options.at]
    defer { bar.finish() }
    do throws(CentralityBands.Failure) {
      if kind != .contacts {
        return try CentralityBands.series(
          of: view, at: series.map { $0.dates.map(Optional.some) } ?? alone, measures, options,
          dates: network.dates, samples: samples, seed: what.seed, in: kind, projection: network.projection,
          progress: { bar.show($0, of: $1) })
      }
      return try CentralityBands.series(
        of: view, at: series.map { $0.dates.map(Optional.some) } ?? alone, measures, options,
        dates: network.dates, samples: samples, seed: what.seed, seenAtDates: kind != .contacts,
        network: { measuring.network($0, $1, $2, sample: $3) }, progress: { bar.show($0, of: $1) })
    } catch {
      throw FailedWork(error.reason, on: error.date)
    }
  }

  private func tellEdges(
    _ measures: [EdgeMeasure], _ view: GraphView, _ kind: MeasuredNetwork.Kind, _ options: Centrality.Options
  ) throws {
    let report: Report
    let network = try network(of: view, kind, options)
    warnOfLongWork(measures.map(\.rawValue), on: network)
    do throws(MeasureError) {
      report = edgeCentralityReport(try EdgeCentrality(of: network, measures, options))
    } catch {
      throw FailedWork(error)
    }
    try output.write(report)
  }

  /// Tells what takes minutes or hours before it begins: a search from each of so many nodes.
  private func warnOfLongWork(_ measures: [String], on network: MeasuredNetwork) {
    let nodes = what.between == nil ? network.positions.count : 0
    guard what.epsilon == nil, Double(nodes) * Double(nodes + 2 * network.edgeCount) > 3e10 else { return }
    // In a tree a sum tells what stands between whom.
    let isForest = !network.isDirected && network.edgeCount < nodes && !what.weighted
    let long = ["closeness", "harmonic", "edge-betweenness"] + (isForest ? [] : ["betweenness"])
    guard let measure = measures.first(where: long.contains) else { return }
    let remedy =
      measure == "edge-betweenness" || what.weighted
      ? "--between counts the paths between some alone" : "--epsilon 0.01 estimates it from samples"
    say(
      "warning: '\(measure)' follows the shortest paths from each of \(nodes) nodes, which takes minutes or hours; \(remedy)."
    )
  }

  /// The network of one view, in which every entity is that the options name.
  private func network(
    of view: GraphView, _ kind: MeasuredNetwork.Kind, _ options: Centrality.Options
  ) throws -> MeasuredNetwork {
    if kind == .contacts { try graph.checkTimes(journeys.options(view.graph.defaultOffset), in: view) }
    var measuring = try Measuring(self, kind, in: view.graph)
    let network = measuring.network(view, nil, network.dates)
    let ids = Set(network.positions.indices.map { network.entity(at: $0).id })
    for (named, option) in [(options.between, "--between"), (options.restart, "--restart")] {
      if let absent = named.first(where: { !ids.contains($0) }) {
        throw FailedWork(
          description: "\(option): '\(absent)' is not in the network (\(network.kind.rawValue))"
            + "\(graph.at.map { " on \($0)" } ?? "").")
      }
    }
    return network
  }

  private func centrality(
    of network: MeasuredNetwork, _ measures: [Measure], _ options: Centrality.Options
  ) throws -> Centrality {
    do throws(MeasureError) {
      return try Centrality(of: network, measures, options)
    } catch {
      throw FailedWork(error, on: network.date)
    }
  }
}

/// The networks of a view, one a date.
private struct Measuring {
  private let arguments: NetworkArguments
  private let kind: MeasuredNetwork.Kind
  private let meetings: ContactNetwork.Meetings
  private let journeys: JourneyOptions
  /// How long a stretch of time lasts that begins with a date.
  private let window: Period?
  private let offset: UTCOffset?
  /// The contacts that were last asked for, and the drawn graph that they are of.
  private var contacts: (network: ContactNetwork, sample: Int?)?

  init(_ command: CentralityCommand, _ kind: MeasuredNetwork.Kind, in graph: DiplomaticGraph) throws {
    arguments = command.network
    self.kind = kind
    meetings = command.journeys.meetings
    offset = graph.defaultOffset
    journeys = try command.journeys.options(offset)
    window = try (command.temporal.window ?? command.every).map {
      try period($0, command.temporal.window == nil ? "--every" : "--window")
    }
  }

  /// The network of a view, and of contacts the one of the stretch of time that begins with a date.
  mutating func network(
    _ view: GraphView, _ date: HistoricalDate?, _ counted: DateAssumption, sample: Int? = nil
  ) -> MeasuredNetwork {
    arguments.measured(view, kind, counted) {
      if contacts == nil || contacts?.sample != sample {
        contacts = (ContactNetwork(view, meetings: meetings), sample)
      }
      let network = contacts?.network ?? ContactNetwork(view, meetings: meetings)
      return MeasuredNetwork(contactsOf: network, from: date, dates: counted, stretch(from: date))
    }
  }

  private func stretch(from date: HistoricalDate?) -> JourneyOptions {
    guard let date, let window else { return journeys }
    var options = journeys
    options.after = date.earliest
    let shift = Int64((offset ?? .utc).seconds)
    options.before = date.earliest.adding(seconds: shift).adding(window).adding(seconds: -shift - 1)
    return options
  }
}

extension SeriesChartOptions.Kind: ExpressibleByArgument {}
