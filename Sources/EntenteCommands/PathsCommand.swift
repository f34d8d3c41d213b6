public import ArgumentParser
public import EntenteKit
import Foundation

struct PathsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths",
    abstract:
      "Find journeys from one actor to another through agreements, events and ties, in order of time."
  )

  @OptionGroup var graph: GraphArguments

  @Option(help: ArgumentHelp("The actor where the journey starts.", valueName: "actor"), completion: .actors)
  var from: String

  @Option(help: ArgumentHelp("The actor where it ends.", valueName: "actor"), completion: .actors)
  var to: String

  @Option(
    help:
      "Which journey to find: the earliest, the latest, the fastest, the one with the fewest steps, or all that no other beats (profile)."
  )
  var criterion: JourneyCriterion = .earliest

  @OptionGroup var journeys: JourneyArguments

  @OptionGroup var drawing: DrawingArguments

  @Flag(help: "Show the dates that, known more exactly, could change the answer.")
  var hangsOn = false

  @Option(
    name: [.customShort("o"), .customLong("draw")],
    help: ArgumentHelp(
      "Draw the possible journey, or with --certain the certain one, as a picture (.svg, .pdf, .png, .dot).",
      valueName: "picture"), completion: .file(extensions: ["svg", "pdf", "png", "dot"]))
  var picture: String?

  @Option(help: "Draw the journey alone, as a ribbon along time, or highlighted in the full diagram.")
  var drawn: DrawnJourney.Setting = .alone

  @Flag(help: "With --draw: draw the certain journey.")
  var certain = false

  @OptionGroup(title: "How the picture looks") var look: PictureArguments

  @OptionGroup var output: FormatArgument

  func run() throws {
    try journeys.checkWords()
    try drawing.checkWords()
    try look.checkWords()
    let format = try picture.map(pictureFormat)
    if certain, picture == nil { throw Misuse("--certain goes with --draw: it says which journey is drawn.") }
    if criterion == .profile, journeys.wait != nil {
      throw Misuse(
        "--criterion profile and --wait exclude each other: with a limit of waiting there are too many journeys."
      )
    }
    let view = try graph.view(for: .analysis)
    let source = try actor(from, "--from", in: view.graph)
    let target = try actor(to, "--to", in: view.graph)
    guard source != target else { throw Misuse("--from and --to name the same actor, '\(from)'.") }
    try graph.checkPresence(of: [source, target], in: view)
    var options = try journeys.options(view.graph.defaultOffset)
    options.criterion = criterion
    try graph.checkTimes(options, in: view)
    let network = ContactNetwork(view, meetings: journeys.meetings)
    let found = try measured { () throws(MeasureError) in
      try network.journeys(from: source, to: target, options)
    }
    guard let answer = found else {
      throw FailedWork(description: "there are no journeys from '\(from)' to '\(to)'.")
    }
    var bar = ProgressBar("drawing dates")
    let probable =
      drawing.samples == 0
      ? nil
      : try measured { () throws(MeasureError) in
        try network.probableReach(
          of: source, options, samples: drawing.samples, seed: drawing.seed,
          progress: { bar.show($0, of: $1) })
      }
    bar.finish()
    var second = ProgressBar("trying dates")
    let hinges = try measured { () throws(MeasureError) in
      hangsOn ? try network.hinges(of: answer, options, progress: { second.show($0, of: $1) }) : nil
    }
    second.finish()
    if let picture { try draw(answer, options, view, to: picture, as: format ?? nil) }
    try output.write(
      journeyReport(answer, options, in: network, probable: probable, hinges: hinges, language: look.language)
    )
  }

  private func draw(
    _ answer: JourneyAnswer, _ options: JourneyOptions, _ view: GraphView, to path: String,
    as format: PictureFormat?
  ) throws {
    let name = certain ? "certain" : "possible"
    guard let journey = (certain ? answer.certain : answer.possible).first else {
      throw FailedWork(description: "there is no \(name) journey to draw.")
    }
    guard let format else {
      let title = journeyTitle(journey, name, of: answer, options, in: view.graph)
      let diagram = Diagram(
        view,
        DiagramOptions(
          language: look.language, engine: drawn == .alone ? .dot : nil,
          journey: DrawnJourney(journey, title: title, drawn)))
      return try writeFile(Data(diagram.dot.utf8), to: path)
    }
    let style = try look.style()
    let limit = look.timeout.limit
    let chart = try EntenteCommands.drawn { () throws(ChartError) in
      switch drawn {
      case .alone: try .ribbon(journey, in: view, style, timeLimit: limit)
      case .highlighted: try .full(view, journey: journey, style, timeLimit: limit)
      }
    }
    try write(chart, to: path, as: format, look)
  }
}

extension DrawnJourney.Setting: ExpressibleByArgument {}
