public import ArgumentParser
public import EntenteKit
import Foundation

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draw a graph as SVG, PDF, PNG or DOT, or make a page to explore it.",
    discussion: """
      Pictures:
        incidence-chart  who is party to what, and when: a row for each actor, a column for each agreement
        timeline         what was in force when: agreements as bars, acts as marks, events as ticks
        ties             who is bound to whom: the network of agreements of two to seven
        full             one agreement and all about it: persons, territories and events too, in layers
        precision        how closely the dates of the graph are known
      Of a graph with more than 25 agreements the incidence chart is drawn, of a smaller one a diagram, unless --style says \
      otherwise. A picture of several pages is one PDF, and in SVG and PNG a file for each page.
      """)

  @OptionGroup var graph: GraphArguments

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The picture to write; its ending (.svg, .pdf, .png, .dot) says what it is, and .html makes a page to explore the graph "
        + "in a browser.", valueName: "picture"),
    completion: .file(extensions: ["svg", "pdf", "png", "dot", "html"]))
  var output: String

  @Option(help: "What kind of picture to draw. Default: one that suits the graph.")
  var style: PictureKind?

  @OptionGroup(title: "What is drawn") var choice: ChoiceArguments

  @Option(
    help: ArgumentHelp(
      "Incidence chart: the order of the rows, so that lines are short (short-lines), by kind, by name, by a measure such as "
        + "degree, or the ids of actors, separated by commas.", valueName: "order"),
    completion: .idList {
      ["short-lines", "kind", "name"] + Measure.allCases.map(\.rawValue) + $0.ids(.actor)
    })
  var order = "short-lines"

  @Flag(help: "Incidence chart: show along the rows how long each membership was in force.")
  var inForce = false

  @Option(help: "Timeline: what stands together.")
  var group: TimelineOptions.Grouping = .none

  @Flag(help: "Timeline: show the time of each member below its agreement.")
  var members = false

  @Option(
    help: ArgumentHelp(
      "Diagram of ties: compare with this reading, date or actor's knowledge, as --reading, --at or --known-to name the first.",
      valueName: "other"),
    completion: .ids { $0.readings.map(\.id.rawValue) + $0.ids(.actor) + ["all"] })
  var with: String?

  @Option(help: "With --with: in one picture, or in two side by side.")
  var compared: ComparedView = .together

  @Option(
    help: ArgumentHelp(
      "Diagram of ties: draw small pictures of the dates from --from to --to, so far from one another, such as P2Y.",
      valueName: "period"))
  var every: String?

  @Option(
    help: ArgumentHelp(
      "Graphviz' engine for placing the nodes. Default: one that suits the graph.", valueName: "engine"))
  var engine: LayoutEngine?

  @OptionGroup(title: "How it looks") var picture: PictureArguments

  func run() throws {
    try picture.checkWords()
    try choice.checkWords()
    if let with { try graph.checkComparison(with) }
    try checkOwners()
    if output.lowercased().hasSuffix(".html") { return try explore() }
    let format = try pictureFormat(output)
    let view = try graph.view(for: .contents)
    let chosen = try choice.choice(in: view.graph)
    let look = try picture.style()
    let kind = style ?? owners.first?.kind ?? (format == nil ? .full : .suiting(view))
    switch kind {
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
    case .precision:
      let chart = try drawn { () throws(ChartError) in
        try .datePrecision(view, look, timeLimit: picture.timeout.limit)
      }
      try write(chart, to: output, as: try chartFormat(format), picture)
    case .ties:
      try write(try ties(view, chosen, look), to: output, as: try chartFormat(format), picture)
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

  /// The options given that belong to one kind of picture, each with that kind.
  private var owners: [(option: String, kind: PictureKind)] {
    let given: [(option: String, kind: PictureKind, isGiven: Bool)] = [
      ("--with", .ties, with != nil), ("--every", .ties, every != nil),
      ("--order", .incidenceChart, order != "short-lines"), ("--in-force", .incidenceChart, inForce),
      ("--group", .timeline, group != .none), ("--members", .timeline, members),
    ]
    return given.filter(\.isGiven).map { ($0.option, $0.kind) }
  }

  /// Tells an option that would do nothing, and two that say different things.
  private func checkOwners() throws {
    if with != nil, every != nil {
      throw Misuse("--with and --every exclude each other: one compares two views, the other draws a series.")
    }
    let kind = style ?? owners.first?.kind
    for owner in owners where owner.kind != kind {
      throw Misuse(
        "\(owner.option) goes with --style \(owner.kind.rawValue), not with \(kind?.rawValue ?? "another picture")."
      )
    }
  }

  /// Writes the page to explore the graph with.
  private func explore() throws {
    let view = try graph.view(for: .contents)
    let places: [EntityID: Explorer.Position]
    do throws(GraphvizError) {
      places = try Explorer.places(view, timeLimit: picture.timeout.limit)
    } catch {
      throw FailedWork(description: "\(error)")
    }
    let page = Explorer(view, positions: places, language: picture.language)
    try writeFile(Data(page.bytes), to: output)
  }

  /// The ties of one view, of two that are compared, or of a series of dates.
  private func ties(_ view: GraphView, _ chosen: PictureChoice, _ look: PictureStyle) throws -> Chart {
    let limit = picture.timeout.limit
    if let with {
      let options = try graph.options(for: view.graph, .analysis)
      let (other, names) = try graph.other(with, than: options, in: view.graph)
      let views = (GraphView(view.graph, options), GraphView(view.graph, other))
      return try drawn { () throws(ChartError) in
        try .comparedTies(
          (views.0, name(names.first, in: view.graph, look)),
          (views.1, name(names.second, in: view.graph, look)),
          compared, chosen, engine: engine, look, timeLimit: limit)
      }
    }
    if let every {
      let dates = try dates(every, in: view.graph)
      var whole = chosen
      (whole.from, whole.to) = (nil, nil)
      return try drawn { [whole] () throws(ChartError) in
        try .tiesSeries(view, at: dates, whole, engine: engine, look, timeLimit: limit)
      }
    }
    return try drawn { () throws(ChartError) in
      try .ties(view, chosen, engine: engine, look, timeLimit: limit)
    }
  }

  /// What a reading, date or actor is called in the picture.
  private func name(_ text: String, in file: DiplomaticGraph, _ look: PictureStyle) -> String {
    let language = look.language ?? file.language
    if !file.readings(of: ReadingID(text)).isEmpty { return file.title(of: ReadingID(text), in: language) }
    return file[EntityID(text)]?.label(in: language)
      ?? (try? HistoricalDate(text, style: .gregorian))?.description(in: language) ?? text
  }

  /// The dates of a series of small pictures.
  private func dates(_ text: String, in file: DiplomaticGraph) throws -> [HistoricalDate] {
    guard let from = choice.from, let until = choice.until else {
      throw Misuse("--every goes with --from and --to: the dates of the first and the last picture.")
    }
    let period = try period(text, "--every")
    guard
      let series = DateSeries(
        from: try date(from, "--from", file.defaultOffset), to: try date(until, "--to", file.defaultOffset),
        every: period, offset: file.defaultOffset, limit: Self.mostPictures)
    else {
      throw Misuse(
        "--every \(text) does not lead from --from \(from) to --to \(until) in at most \(Self.mostPictures) pictures."
      )
    }
    return series.dates
  }

  /// The most small pictures of a series.
  private static let mostPictures = 60

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
      if let measure = Measure(rawValue: order) {
        guard !measure.isTemporal else {
          throw Misuse("--order: '\(order)' follows contacts in time; expected a measure without times.")
        }
        return .measure(measure)
      }
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
extension ComparedView: ExpressibleByArgument {}
extension PictureKind: ExpressibleByArgument {}
