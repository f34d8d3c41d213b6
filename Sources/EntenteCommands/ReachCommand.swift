import ArgumentParser
import EntenteKit

struct ReachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach",
    abstract:
      "Show whom an actor could have reached and when, or who could have reached it; without an actor, how many each could."
  )

  @OptionGroup var graph: GraphArguments

  @Option(
    help: ArgumentHelp("Where the journeys start: shows the earliest arrivals.", valueName: "actor"),
    completion: .actors)
  var from: String?

  @Option(
    help: ArgumentHelp("Where the journeys end: shows the latest departures.", valueName: "actor"),
    completion: .actors)
  var to: String?

  @OptionGroup var journeys: JourneyArguments

  @OptionGroup var drawing: DrawingArguments

  @OptionGroup(title: "Pictures") var picture: ChartArguments

  @Option(
    help: ArgumentHelp(
      "With --draw: how many actors the matrix has at most, those that reach most.", valueName: "number"))
  var top = 40

  @OptionGroup var output: FormatArgument

  func run() throws {
    try journeys.checkWords()
    try drawing.checkWords()
    try checkPicture()
    guard from == nil || to == nil else {
      throw Misuse(
        "reach takes either --from or --to; for the way from one to the other there is 'entente paths'.")
    }
    let view = try graph.view(for: .analysis)
    guard let name = from ?? to else { return try tellCounts(view) }
    let actor = try actor(name, from == nil ? "--to" : "--from", in: view.graph)
    try graph.checkPresence(of: [actor], in: view)
    let options = try journeys.options(view.graph.defaultOffset)
    try graph.checkTimes(options, in: view)
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
    try output.write(
      reachReport(
        answers, of: actor, backwards: from == nil, options, in: network, probable: probable,
        language: picture.look.language
      ))
  }

  private func tellCounts(_ view: GraphView) throws {
    guard drawing.samples == 0 else {
      throw Misuse("--samples goes with --from or --to: it shows the share for each actor.")
    }
    let options = try journeys.options(view.graph.defaultOffset)
    try graph.checkTimes(options, in: view)
    let network = ContactNetwork(view, meetings: journeys.meetings)
    let counts = try measured { () throws(MeasureError) in try network.reachCounts(options) }
    try picture.draw { style, limit throws(ChartError) in
      try .reach(counts, in: network, options, most: top, style, timeLimit: limit)
    }
    try output.write(reachCountReport(counts, options, in: network))
  }

  private func checkPicture() throws {
    try picture.checkWords()
    guard picture.picture != nil else {
      if top != 40 { throw Misuse("--top goes with --draw: it says how many actors the picture has.") }
      return
    }
    guard from == nil, to == nil else {
      throw Misuse(
        "--draw draws who could reach whom among all actors, without --from and --to; one journey is drawn by 'entente paths'."
      )
    }
    guard (1...1000).contains(top) else {
      throw Misuse("--top: \(top) is no number of actors; expected from 1 to 1000.")
    }
  }
}
