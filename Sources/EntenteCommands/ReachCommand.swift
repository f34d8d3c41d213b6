import ArgumentParser
import EntenteKit

struct ReachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach",
    abstract:
      "Show whom an actor could have reached and when, or who could have reached it; without an actor, how many each could."
  )

  @OptionGroup var graph: GraphArguments

  @Option(help: ArgumentHelp("Where the journeys start: shows the earliest arrivals.", valueName: "actor"))
  var from: String?

  @Option(help: ArgumentHelp("Where the journeys end: shows the latest departures.", valueName: "actor"))
  var to: String?

  @OptionGroup var journeys: JourneyArguments

  @OptionGroup var drawing: DrawingArguments

  @Option(
    help: ArgumentHelp(
      "The language of names, where they are known, and of dates: en, fr, de, ru or ja. Default: the graph's.",
      valueName: "language"))
  var language: String?

  @OptionGroup var output: FormatArgument

  func run() throws {
    try journeys.checkWords()
    try drawing.checkWords()
    guard from == nil || to == nil else {
      throw Misuse(
        "reach takes either --from or --to; for the way from one to the other there is 'entente paths'.")
    }
    let view = try graph.view(for: .analysis)
    guard let name = from ?? to else { return try tellCounts(view) }
    let actor = try actor(name, from == nil ? "--to" : "--from", in: view.graph)
    try graph.checkPresence(of: [actor], in: view)
    let options = try journeys.options(view.graph.defaultOffset)
    let network = ContactNetwork(view, meetings: journeys.meetings)
    let found = try measured { () throws(MeasureError) in
      try network.reach(of: actor, backwards: from == nil, options)
    }
    guard let answers = found else {
      throw FailedWork(description: "'\(name)' is in touch with nobody.")
    }
    var bar = ProgressBar("drawing dates")
    let probable =
      drawing.samples == 0
      ? nil
      : try measured { () throws(MeasureError) in
        try network.probableReach(
          of: actor, backwards: from == nil, options, samples: drawing.samples, seed: drawing.seed,
          progress: { bar.show($0, of: $1) })
      }
    bar.finish()
    try writeToStandardOutput(
      reachReport(
        answers, of: actor, backwards: from == nil, options, in: network, probable: probable,
        language: language
      )
      .text(output))
  }

  private func tellCounts(_ view: GraphView) throws {
    guard drawing.samples == 0 else {
      throw Misuse("--samples goes with --from or --to: it shows the share for each actor.")
    }
    let options = try journeys.options(view.graph.defaultOffset)
    let network = ContactNetwork(view, meetings: journeys.meetings)
    let counts = try measured { () throws(MeasureError) in try network.reachCounts(options) }
    try writeToStandardOutput(reachCountReport(counts, options, in: network).text(output))
  }
}
