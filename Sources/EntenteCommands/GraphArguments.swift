public import ArgumentParser
public import EntenteKit

/// The graph file and how it is looked at: the same for every command that views a graph.
struct GraphArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The graph file, or another program's GraphML or table of edges (CSV); '-' reads standard input.",
      valueName: "file"),
    completion: .file(extensions: Format.allRead.flatMap(\.readEndings)))
  var file: String

  @OptionGroup var input: InputArguments

  @Option(
    help: ArgumentHelp("See the graph on this date (EDTF, such as 1941-06 or 1945-08-09).", valueName: "date")
  )
  var at: String?

  @Option(
    help: ArgumentHelp(
      "See the graph under this reading, under several that answer different questions, separated by commas, or under 'all'. "
        + "Default: the file's default reading in analyses and with --at, otherwise all.",
      valueName: "readings"),
    completion: .idList { $0.readings.map(\.id.rawValue) + ["all"] })
  var reading: String?

  @Option(
    help: ArgumentHelp(
      "See the graph as this actor knew it, on the date of --at or at any time; secrets that it did not know are left out.",
      valueName: "actor"), completion: .actors)
  var knownTo: String?

  @Option(
    help: ArgumentHelp(
      "Modalities to include, separated by commas: actual, planned, promised, believed, hypothetical. Default: analyses "
        + "count only what is actual; show, render and export include all.", valueName: "modalities"),
    completion: .words(Modality.self))
  var modality: String?

  @Option(
    help: ArgumentHelp(
      "With --modality: of beliefs, plans and promises, count only this actor's; facts are not affected.",
      valueName: "actor"), completion: .actors)
  var holder: String?

  @Option(
    help: ArgumentHelp(
      "Leave out this entity, source, statement or obligation, with all that rests on it alone; can be given several times.",
      valueName: "id"),
    completion: .ids { $0.entityIDs + $0.sources.map(\.id.rawValue) + $0.statements.map(\.id.rawValue) })
  var without: [String] = []

  @Option(
    help: ArgumentHelp(
      "Whether a successor state counts as its predecessor in networks and journeys (centrality, robustness, paths, reach, compare)."
    ))
  var successors: ViewOptions.Successors = .apart

  /// What the graph is looked at for.
  enum Purpose {
    /// All that it holds.
    case contents
    /// An answer, for which one reading must be taken.
    case analysis
  }

  /// Reads the file, and tells what is left out of another program's.
  /// - Parameter snapshot: That only what a view of one date needs is wanted.
  func readGraph(_ snapshot: GraphReading.Snapshot? = nil) throws -> DiplomaticGraph {
    let document = try input.readDocument(file, snapshot)
    // Whether a graph has agreements at all decides what is asked of it, and those not in force on the date may be left out.
    if let whole = document.graph.wholeEntityCount, whole != document.graph.entities.count,
      document.graph.entities(.agreement).isEmpty
    {
      return try readGraph()
    }
    for warning in document.warnings { say(warning.description) }
    return document.graph
  }

  /// Reads the file and looks at it.
  /// - Parameter isAll: Whether more is asked than what is there on the date of `--at`; otherwise a store is not read as a whole.
  func view(for purpose: Purpose, ofAll isAll: Bool = true) throws -> GraphView {
    // A mistake in the command is told before any in the file.
    try checkWords()
    if purpose == .contents { try checkSuccessors() }
    let graph = try readGraph(isAll ? nil : snapshot)
    return GraphView(graph, try options(for: graph, purpose))
  }

  /// The view of one date, with nothing left out or hidden, that the options ask for; nil: they ask for another.
  private var snapshot: GraphReading.Snapshot? {
    guard let at, knownTo == nil, holder == nil, modality == nil, without.isEmpty else { return nil }
    return GraphReading.Snapshot(on: at, reading: reading)
  }

  /// Reads the file and looks at it under each reading one by one: the one chosen, or every one that the graph has.
  func viewsByReading() throws -> [GraphView] {
    try checkWords()
    try checkSuccessors()
    let graph = try readGraph()
    return try readings(of: graph).map { reading in
      var options = try options(for: graph, .analysis)
      options.reading = reading
      return GraphView(graph, options)
    }
  }

  /// The readings to be taken one by one; nil for all together.
  func readings(of graph: DiplomaticGraph) throws -> [ReadingID?] {
    if let reading { return [try readingChoice(reading, in: graph)] }
    return graph.readings.isEmpty ? [nil] : graph.readingCombinations
  }

  /// How the graph is looked at.
  func options(for graph: DiplomaticGraph, _ purpose: Purpose) throws -> ViewOptions {
    let isQuestion = purpose == .analysis || at != nil
    var options = ViewOptions(
      at: try at.map { try date($0, "--at", graph.defaultOffset) },
      reading: isQuestion ? graph.defaultReading : nil,
      holder: try holder.map { try actor($0, "--holder", in: graph) },
      knownTo: try knownTo.map { try actor($0, "--known-to", in: graph) }, successors: successors)
    if let reading { options.reading = try readingChoice(reading, in: graph) }
    if let modality {
      options.counted = Set(try wordList(modality, "--modality"))
      options.modalities = options.counted
    }
    for id in without { try leaveOut(id, of: graph, &options) }
    return options
  }

  /// Tells that states are one only where they are counted together.
  func checkSuccessors() throws {
    guard successors == .merged else { return }
    throw Misuse(
      "--successors merged goes with networks and journeys (centrality, robustness, paths, reach, compare): elsewhere a "
        + "successor and its predecessor each have a history of their own.")
  }

  /// Tells mistakes that need no file to be seen.
  func checkWords() throws {
    try input.checkWords()
    _ = try at.map { try date($0, "--at") }
    if let modality { let _: [Modality] = try wordList(modality, "--modality") }
    if holder != nil, modality == nil {
      throw Misuse("--holder goes with --modality: without it, only what is actual counts.")
    }
  }

  private func leaveOut(_ id: String, of graph: DiplomaticGraph, _ options: inout ViewOptions) throws {
    let obligations = graph.entities.flatMap { $0.life?.obligations ?? [] }.map(\.id)
    if graph[EntityID(id)] != nil {
      options.withoutEntities.insert(EntityID(id))
    } else if graph[SourceID(id)] != nil {
      options.withoutSources.insert(SourceID(id))
    } else if graph.statement(StatementID(id)) != nil
      || obligations.contains(where: { $0.rawValue == id })
    {
      options.withoutStatements.insert(StatementID(id))
    } else {
      let known =
        graph.entities.map(\.id.rawValue) + graph.sources.map(\.id.rawValue)
        + graph.statements.map(\.id.rawValue) + obligations.map(\.rawValue)
      throw Misuse(
        "'\(id)' is not an entity, source, statement or obligation of this graph.\(didYouMean(id, among: known))"
      )
    }
  }
}

/// A reading given on the command line, or several with commas; nil for all of them at once.
func readingChoice(_ text: String, in graph: DiplomaticGraph) throws -> ReadingID? {
  if text == "all" { return nil }
  let names = text.split(separator: ",").map { $0.trimmingSpaces() }
  guard names.count > 1, graph[ReadingID(text)] == nil else { return try oneReading(text, in: graph) }
  if names.contains("all") {
    throw Misuse(
      "--reading \(text): 'all' takes every reading already; expected 'all' alone, or readings without it.")
  }
  var ids: [ReadingID] = []
  for name in names {
    let id = try oneReading(name, in: graph)
    if !ids.contains(id) { ids.append(id) }
  }
  if let clash = graph.clash(among: ids) {
    throw Misuse(
      "the readings '\(clash.first)' and '\(clash.second)' answer the same question ('\(clash.question)') and cannot hold "
        + "together; expected readings of different questions.")
  }
  return .combining(ids)
}

/// One reading given on the command line.
private func oneReading(_ text: String, in graph: DiplomaticGraph) throws -> ReadingID {
  let id = ReadingID(text)
  guard graph[id] != nil else {
    let known = graph.readings.map(\.id.rawValue)
    throw Misuse(
      "'\(text)' is not a reading of this graph."
        + (known.isEmpty
          ? " It has none."
          : " It has \(known.joined(separator: ", ")).\(didYouMean(text, among: known + ["all"]))"))
  }
  return id
}

/// An actor given on the command line.
func actor(_ text: String, _ option: String, in graph: DiplomaticGraph) throws -> EntityID {
  let id = EntityID(text)
  let actors = graph.entities(.actor).map(\.id)
  guard actors.contains(id) else {
    throw Misuse(
      "\(option): '\(text)' is not an actor of this graph.\(didYouMean(text, among: actors.map(\.rawValue)))")
  }
  return id
}

extension ViewOptions.Successors: ExpressibleByArgument {}

/// A date given on the command line.
func date(_ text: String, _ option: String, _ offset: UTCOffset? = nil) throws -> HistoricalDate {
  do throws(DateTextError) {
    return try HistoricalDate(text, style: .gregorian, defaultOffset: offset)
  } catch {
    throw Misuse("\(option): \(error).")
  }
}

/// How results are written.
struct FormatArgument: ParsableArguments {
  @Option(help: "How to write the result.")
  var format: OutputFormat = .table

  @Flag(
    help:
      "With --format csv: put an apostrophe before texts that a spreadsheet would take for formulas (=, +, -, @)."
  )
  var guardFormulas = false

  @Flag(help: "On a terminal: show tables in full, however wide they are.")
  var wide = false

  /// The terminal's width, which tables are fitted into; nil: they are written in full.
  var width: Int? { wide ? nil : terminalWidth() }

  /// How texts stand in CSV.
  var cells: CSVCells { guardFormulas ? .guarded : .exact }

  func validate() throws {
    guard !guardFormulas || format == .csv else {
      throw ValidationError("--guard-formulas goes with --format csv; found '\(format.rawValue)'.")
    }
  }
}

extension FormatArgument {
  /// Writes a report to standard output as the options want it.
  func write(_ report: Report) throws {
    try writeToStandardOutput { try report.write(as: format, cells: cells, fittedTo: width, to: $0) }
  }
}

extension OutputFormat: ExpressibleByArgument {}
