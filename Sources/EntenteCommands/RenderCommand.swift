public import ArgumentParser
public import EntenteKit
import Foundation

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draw a graph as SVG, PDF, PNG or DOT.")

  /// What kind of picture is drawn.
  enum Style: String, CaseIterable, ExpressibleByArgument {
    case incidenceChart = "incidence-chart"
    case timeline
    case ties
    case full
  }

  @OptionGroup var graph: GraphArguments

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The picture to write; its ending (.svg, .pdf, .png, .dot) says what it is.", valueName: "picture"),
    completion: .file(extensions: ["svg", "pdf", "png", "dot"]))
  var output: String

  @Option(help: "What kind of picture to draw. Default: one that suits the graph.")
  var style: Style?

  @OptionGroup(title: "What is drawn") var choice: ChoiceArguments

  @Option(
    help: ArgumentHelp(
      "Incidence chart: the order of the rows, so that lines are short (short-lines), by kind, by name, by a measure such as "
        + "degree, or the ids of actors, separated by commas.", valueName: "order"))
  var order = "short-lines"

  @Flag(help: "Incidence chart: show along the rows how long each membership was in force.")
  var inForce = false

  @Option(help: "Timeline: what stands together.")
  var group: TimelineOptions.Grouping = .none

  @Flag(help: "Timeline: show the time of each member below its agreement.")
  var members = false

  @Option(
    help: ArgumentHelp(
      "Graphviz' engine for placing the nodes. Default: one that suits the graph.", valueName: "engine"))
  var engine: LayoutEngine?

  @OptionGroup(title: "How it looks") var picture: PictureArguments

  func run() throws {
    try picture.checkWords()
    try choice.checkWords()
    let format = try pictureFormat(output)
    let view = try graph.view(for: .contents)
    let chosen = try choice.choice(in: view.graph)
    let look = try picture.style()
    switch style ?? .full {
    case .full:
      guard let format else {
        let diagram = Diagram(view, DiagramOptions(language: picture.language, engine: engine))
        return try writeFile(Data(diagram.dot.utf8), to: output)
      }
      let chart = try drawn { () throws(ChartError) in
        try .full(view, chosen, engine: engine, look, timeLimit: picture.timeout.limit)
      }
      try write(chart, to: output, as: format, picture)
    case .incidenceChart:
      var options = IncidenceChartOptions()
      options.order = try rowOrder(in: view.graph)
      options.hasBars = inForce
      let chart = try drawn { () throws(ChartError) in
        try .incidence(view, chosen, options, look, timeLimit: picture.timeout.limit)
      }
      try write(chart, to: output, as: try chartFormat(format), picture)
    case .ties:
      let chart = try drawn { () throws(ChartError) in
        try .ties(view, chosen, engine: engine, look, timeLimit: picture.timeout.limit)
      }
      try write(chart, to: output, as: try chartFormat(format), picture)
    case .timeline:
      var options = TimelineOptions()
      options.grouping = group
      options.hasMembers = members
      let chart = try drawn { () throws(ChartError) in
        try .timeline(view, chosen, options, look, timeLimit: picture.timeout.limit)
      }
      try write(chart, to: output, as: try chartFormat(format), picture)
    }
  }

  private func chartFormat(_ format: PictureFormat?) throws -> PictureFormat {
    guard let format else {
      throw Misuse("only diagrams that Graphviz draws have a DOT text; expected .svg, .pdf or .png.")
    }
    return format
  }

  private func rowOrder(in graph: DiplomaticGraph) throws -> RowOrder {
    switch order {
    case "short-lines": return .shortLines
    case "kind": return .kind
    case "name": return .name
    default:
      if let measure = Measure(rawValue: order) { return .measure(measure) }
      return .list(
        try order.split(separator: ",").map { try actor($0.trimmingSpaces(), "--order", in: graph) })
    }
  }
}

/// A chart, or what kept it from being made.
func drawn(_ chart: () throws(ChartError) -> Chart) throws -> Chart {
  do throws(ChartError) {
    return try chart()
  } catch {
    throw FailedWork(description: "\(error)")
  }
}

/// What the ending of a name says a picture is; nil for DOT.
func pictureFormat(_ path: String) throws -> PictureFormat? {
  let name = path.lowercased()
  let format = PictureFormat.allCases.first { name.hasSuffix(".\($0.rawValue)") }
  guard format != nil || name.hasSuffix(".dot") || name.hasSuffix(".gv") else {
    throw Misuse("'\(path)' has no ending that says what to draw; expected .svg, .pdf, .png or .dot.")
  }
  return format
}

extension LayoutEngine: ExpressibleByArgument {}
extension Measure: ExpressibleByArgument {}
extension TimelineOptions.Grouping: ExpressibleByArgument {}
