import ArgumentParser
import EntenteKit

struct ConcordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concord",
    abstract: "Show what readings agree and differ in, and what that does to a measure.",
    discussion: """
      Counts by the sort of thing, two readings at a time; --reading names those that are compared:
        entente concord FILE --reading first-set,second-set
      Each thing, with what says so; here the dates in which Old and New Style were confused:
        entente concord FILE --list --class calendar --what signature
      The ranks of actors under each reading, with bands where dates are uncertain:
        entente concord FILE --measure degree --at 1930 -o ranks.svg
      """)

  @OptionGroup var graph: GraphArguments

  @Option(
    help: ArgumentHelp(
      "The sorts of things that are compared, separated by commas: acts such as signature and termination, \(Topic.others.map(\.name).joined(separator: ", ")). Default: all.",
      valueName: "sorts"), completion: .custom { _, _, typed in completed(typed, with: knownTopics) })
  var what: String?

  @Flag(help: "List what is compared, one by one, with what says so, in place of counting it.")
  var list = false

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      "With --list: only what stands so to each other, separated by commas: \(Likeness.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "classes"), completion: .words(Likeness.self))
  var classes: String?

  @Option(
    help: ArgumentHelp("With --list: only what is said of this entity.", valueName: "entity"),
    completion: .ids(\.entityIDs))
  var of: String?

  @Option(
    help: ArgumentHelp(
      "Rank by this measure under each reading: one of those of 'entente centrality'.", valueName: "measure"),
    completion: .list(Measure.allCases.map(\.rawValue)))
  var measure: String?

  @OptionGroup var network: NetworkArguments

  @Option(
    help: ArgumentHelp(
      "With --measure: whom to rank, actors, agreements or territories; or all.", valueName: "category"))
  var among: MeasureArguments.Among = .actors

  @Option(
    help: ArgumentHelp(
      "With --measure and --at: how many times to draw the dates under each reading; 0: not at all.",
      valueName: "number"))
  var samples = 100

  @Option(help: ArgumentHelp("Seed for all random choices.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "With --measure: show so many rows, and draw so many lines; 0: all rows, and the highest 12 lines.",
      valueName: "number"))
  var top = 0

  @OptionGroup(title: "Pictures") var drawing: ChartArguments

  @OptionGroup var output: FormatArgument

  func run() throws {
    try checkOptions()
    let file = try graph.readGraph()
    let readings = try chosenReadings(in: file)
    if let measure { return try rank(measure, file, readings) }
    let concord = Concord(of: file, among: readings.map(Set.init), of: try topics(in: file))
    guard list else { return try output.write(concordReport(concord)) }
    let chosen: [Likeness] = try classes.map { try wordList($0, "--class") } ?? []
    try output.write(
      concordListReport(concord, only: Set(chosen), of: try entity(in: file).map(concord.representative)))
  }

  /// Tells mistakes that need no file to be seen.
  private func checkOptions() throws {
    try graph.checkWords()
    try drawing.checkWords()
    if let classes { let _: [Likeness] = try wordList(classes, "--class") }
    let listed = [(classes != nil, "--class"), (of != nil, "--of")]
    if !list, let option = listed.first(where: \.0)?.1 {
      throw Misuse("\(option) goes with --list: it says what is listed.")
    }
    let measured: [(Bool, String)] = [
      (graph.at != nil, "--at"), (graph.knownTo != nil, "--known-to"), (graph.modality != nil, "--modality"),
      (!graph.without.isEmpty, "--without"), (graph.successors == .merged, "--successors merged"),
      (network.network != nil, "--network"), (network.dates == .certain, "--dates certain"),
      (network.projection != .shared, "--projection"), (among != .actors, "--among"),
      (samples != 100, "--samples"), (seed != 1, "--seed"), (top != 0, "--top"),
      (drawing.picture != nil, "--draw"),
    ]
    guard let measure else {
      if let option = measured.first(where: \.0)?.1 {
        throw Misuse("\(option) goes with --measure: it says what is ranked, and how.")
      }
      return
    }
    if list {
      throw Misuse("--list and --measure exclude each other: one lists what differs, the other ranks.")
    }
    if what != nil {
      throw Misuse("--what and --measure exclude each other: ranks follow from all that readings say.")
    }
    _ = try asked(measure)
    guard (0...100_000).contains(samples) else {
      throw Misuse("--samples: found \(samples); expected a number from 0 to 100000.")
    }
    guard (0...1_000_000).contains(top) else {
      throw Misuse("--top: found \(top); expected a number of rows, or 0 for all.")
    }
    if network.dates == .certain, graph.at == nil {
      throw Misuse("--dates certain goes with --at: without a date, everything that ever held is counted.")
    }
  }

  /// The measure that ranks.
  private func asked(_ text: String) throws -> Measure {
    let measures: [Measure] = try measureList(text)
    guard measures.count == 1 else {
      throw Misuse("--measure names \(measures.count) measures; expected one.")
    }
    guard !measures[0].isTemporal, network.network != .contacts else {
      throw Misuse(
        "--measure: '\(measures[0].rawValue)' in contacts follows time; expected a measure without times, and another network."
      )
    }
    guard !measures[0].isGroup else {
      throw Misuse(
        "--measure: '\(measures[0].rawValue)' numbers groups, which have no order; expected a measure that is a score."
      )
    }
    return measures[0]
  }

  /// The readings that are compared; nil: all.
  private func chosenReadings(in file: DiplomaticGraph) throws -> [ReadingID]? {
    guard let text = graph.reading, text != "all" else { return nil }
    let names = text.split(separator: ",").map { $0.trimmingSpaces() }
    let known = file.readings.map(\.id)
    if let unknown = names.first(where: { !known.contains(ReadingID($0)) }) {
      throw Misuse(
        "--reading: '\(unknown)' is not a reading of this graph.\(didYouMean(unknown, among: known.map(\.rawValue)))"
      )
    }
    guard Set(names).count > 1 else {
      throw Misuse("--reading names one reading; expected two or more to compare, separated by commas.")
    }
    return known.filter { names.contains($0.rawValue) }
  }

  private func topics(in file: DiplomaticGraph) throws -> Set<Topic>? {
    guard let what else { return nil }
    let names = what.split(separator: ",").map { $0.trimmingSpaces() }
    let known = Set(knownTopics).union(
      file.entities.flatMap { $0.life?.acts.map(\.kind.name) ?? [] })
    if let unknown = names.first(where: { !known.contains($0) }) {
      throw Misuse(
        "--what: '\(unknown)' is none of the sorts of things that can be compared.\(didYouMean(unknown, among: known.sorted()))"
      )
    }
    guard !names.isEmpty else { throw Misuse("--what is empty; expected one or several sorts of things.") }
    return Set(names.map { Topic(name: $0) })
  }

  private func entity(in file: DiplomaticGraph) throws -> EntityID? {
    guard let of else { return nil }
    guard file[EntityID(of)] != nil else {
      throw Misuse(
        "--of: '\(of)' is not an entity of this graph.\(didYouMean(of, among: file.entityIDs))")
    }
    return EntityID(of)
  }

  private func rank(_ text: String, _ file: DiplomaticGraph, _ chosen: [ReadingID]?) throws {
    let measure = try asked(text)
    guard file.readings.count > 1 else {
      throw FailedWork(
        description: "the graph has fewer than two readings, so there is nothing to compare.", code: 2)
    }
    let readings = chosen ?? file.readingCombinations
    let kind = network.kind(of: [measure], in: file)
    var options = Centrality.Options(among: among.category)
    options.seed = seed
    let view = try viewed(file)
    var bar = ProgressBar("ranking")
    let ranks: ReadingRanks
    do throws(ReadingRanks.Failure) {
      ranks = try ReadingRanks(
        file, view, under: readings, measure, options, dates: network.dates, samples: samples,
        seed: seed,
        network: { network.measured($0, kind, $1) { preconditionFailure("No contacts are ranked.") } },
        progress: { bar.show($0, of: $1) })
    } catch {
      bar.finish()
      throw FailedWork(
        description: "\(error.reason) (\(error.reading))", code: error.reason.isOfInput ? 2 : 1)
    }
    bar.finish()
    try drawing.draw { style, limit throws(ChartError) in
      try .ranks(ranks, most: top == 0 ? 12 : top, style, timeLimit: limit)
    }
    try output.write(readingRanksReport(ranks, top: top == 0 ? nil : top))
  }

  /// How the graph is looked at, but for the reading.
  private func viewed(_ file: DiplomaticGraph) throws -> ViewOptions {
    var arguments = graph
    arguments.reading = nil
    return try arguments.options(for: file, .analysis)
  }
}

/// The sorts of things that can be compared, as far as they are the same for all graphs.
private let knownTopics = Act.Kind.core.map(\.name) + Topic.others.map(\.name)
