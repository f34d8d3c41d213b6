public import ArgumentParser
import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Networks

struct CentralityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "centrality",
    abstract:
      "Measure who stands between, near and beside the others, in the incidence of actors and agreements or another network.",
    discussion: """
      A series, one block of rows a year, and how far uncertain dates let the scores move:
        entente centrality FILE --measure betweenness --every P1Y --from 1931 --to 1941 --bands
      Another program's network:
        entente centrality karate.graphml --network links --measure betweenness --format csv
      """)

  @OptionGroup var graph: GraphArguments
  @OptionGroup var what: MeasureArguments
  @OptionGroup var network: NetworkArguments

  @Option(
    help: ArgumentHelp(
      "Measure on several days: the first day of --from and every so much later until --to, such as P1Y or P6M.",
      valueName: "period"))
  var every: String?

  @Option(help: ArgumentHelp("With --every: the date with which the series begins.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("With --every: the date with which it ends.", valueName: "date"))
  var to: String?

  @Flag(
    help:
      "With --at or --every: tell how far uncertain dates let the scores move, by the certain network, the possible one and drawn dates."
  )
  var bands = false

  @Option(help: ArgumentHelp("With --bands: how many times dates are drawn.", valueName: "number"))
  var samples = 100

  @OptionGroup var output: FormatArgument

  func run() throws {
    _ = try what.question(network.network)
    try checkDates()
    let view = try graph.view(for: .analysis)
    let question = try what.question(network.kind(in: view.graph))
    let options = try what.options(in: view.graph)
    if case .edges(let measures) = question {
      guard every == nil, !bands else {
        throw Misuse(
          "--every and --bands go with measures of nodes; found '\(measures[0].rawValue)', which is one of edges."
        )
      }
      return try tellEdges(measures, view, options)
    }
    guard case .nodes(let measures) = question else { return }
    let series = try series(in: view.graph)
    let report: Report?
    if bands {
      report = bandReport(try banded(measures, view, options, series), every: try period())
    } else if let series {
      var bar = ProgressBar("measuring")
      let answers = try series.dates.enumerated().map { index, date in
        bar.show(index, of: series.dates.count)
        return try checked(Centrality(of: network.measured(view.seen(at: date)), measures, options))
      }
      bar.finish()
      report = try period().flatMap { centralityReport(series: answers, every: $0) }
    } else {
      report = centralityReport(try checked(Centrality(of: network(of: view, options), measures, options)))
    }
    if let report { try writeToStandardOutput(report.text(as: output.format)) }
  }

  /// Tells mistakes that need no file to be seen.
  private func checkDates() throws {
    _ = try period()
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
    if network.dates == .certain, graph.at == nil, every == nil {
      throw Misuse(
        "--dates certain goes with --at or --every: without a date, everything that ever held is counted.")
    }
    if bands, graph.at == nil, every == nil {
      throw Misuse("--bands goes with --at or --every: without a date, no date leaves anything open.")
    }
    guard samples >= 1, samples <= 100_000 else {
      throw Misuse("--samples: found \(samples); expected a number from 1 to 100000.")
    }
  }

  private func period() throws -> Period? {
    do throws(DateTextError) {
      return try every.map { text throws(DateTextError) in try Period(text) }
    } catch {
      throw Misuse("--every: \(error).")
    }
  }

  private func series(in file: DiplomaticGraph) throws -> DateSeries? {
    guard let period = try period(), let from, let to else { return nil }
    let offset = file.defaultOffset
    let (start, end) = (try date(from, "--from", offset), try date(to, "--to", offset))
    guard let series = DateSeries(from: start, to: end, every: period, offset: offset) else {
      throw Misuse(
        "--every \(period) leads from \(from) to \(to) in no series of days; expected a period of a day or more, a --from with a "
          + "beginning, a later --to with an end, and at most 100000 days.")
    }
    return series
  }

  private func banded(
    _ measures: [Measure], _ view: GraphView, _ options: Centrality.Options, _ series: DateSeries?
  ) throws -> [CentralityBands] {
    if let group = measures.first(where: \.isGroup) {
      throw Misuse("--bands: '\(group.rawValue)' numbers groups and is no score; expected measures that are.")
    }
    var bar = ProgressBar("drawing dates")
    let answers = CentralityBands.series(
      of: view, at: series.map { $0.dates.map(Optional.some) } ?? [view.options.at], measures, options,
      dates: network.dates, samples: samples, seed: what.seed, network: network.measured,
      progress: { bar.show($0, of: $1) })
    bar.finish()
    for answer in answers { _ = try checked(answer.centrality) }
    return answers
  }

  private func tellEdges(_ measures: [EdgeMeasure], _ view: GraphView, _ options: Centrality.Options) throws {
    let report: Report
    let network = try network(of: view, options)
    do throws(MeasureError) {
      report = edgeCentralityReport(try EdgeCentrality(of: network, measures, options))
    } catch {
      throw FailedWork(description: "\(error)")
    }
    try writeToStandardOutput(report.text(as: output.format))
  }

  /// The network of one view, in which every entity is that the options name.
  private func network(of view: GraphView, _ options: Centrality.Options) throws -> MeasuredNetwork {
    let network = network.measured(view)
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

  private func checked(_ centrality: Centrality) throws -> Centrality {
    if let failure = centrality.failures.first {
      let date = centrality.network.view.options.at.map { " (on \($0))" } ?? ""
      throw FailedWork(description: "\(failure.reason)\(date)")
    }
    return centrality
  }
}
