import ArgumentParser
import EntenteKit

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what differs between two readings, two dates, or what two actors knew.",
    discussion: """
      The first view is the one of the options; the second is the same with another reading, date or actor:
        entente compare FILE --reading a --with b
        entente compare FILE --at 1939 --with 1941
        entente compare FILE --known-to japan --with all --at 1945-08-01
      """)

  @OptionGroup var graph: GraphArguments

  @Option(
    help: ArgumentHelp(
      "The other reading, date or actor; 'all' for all readings or all that is known. Where it could be several of these, a "
        + "reading is taken first, then an actor.", valueName: "other"))
  var with: String

  @Option(
    help: ArgumentHelp(
      "What to compare, separated by commas: entities, statements, in-force, scores, journeys.",
      valueName: "subjects"))
  var what = "entities,statements,in-force,scores,journeys"

  @Option(help: ArgumentHelp("The measures for the scores, separated by commas.", valueName: "measures"))
  var measure = "betweenness,degree,harmonic"

  @OptionGroup var output: FormatArgument

  func run() throws {
    try graph.checkWords()
    let subjects: [Comparison.Subject] = try wordList(what, "--what")
    let measures: [Measure] = try measureList(measure)
    if let temporal = measures.first(where: \.isTemporal) {
      throw Misuse(
        "--measure: '\(temporal.rawValue)' follows contacts in time; expected measures without times.")
    }
    guard graph.reading != nil || graph.at != nil || graph.knownTo != nil else {
      throw Misuse(
        "--with goes with --reading, --at or --known-to: they say what is compared with '\(with)'.")
    }
    let file = try graph.readGraph()
    let first = try graph.options(for: file, .analysis)
    let (second, names) = try other(first, in: file)
    let comparison: Comparison
    do throws(Comparison.Failure) {
      comparison = try Comparison(
        GraphView(file, first), GraphView(file, second), Set(subjects), measures: measures)
    } catch {
      let name = error.isFirst ? names.first : names.second
      throw FailedWork(description: "\(error.reason) (\(name))", code: error.reason.isOfInput ? 2 : 1)
    }
    try writeToStandardOutput(comparisonReport(comparison, named: names).text(output))
  }

  /// The second view, and what the two are called.
  private func other(_ first: ViewOptions, in file: DiplomaticGraph) throws -> (
    ViewOptions, (first: String, second: String)
  ) {
    var second = first
    // What `--with` can be is what the first view names: a reading, an actor or a date.
    if let reading = graph.reading, isReading(file) || graph.knownTo == nil && graph.at == nil {
      second.reading = try readingChoice(with, in: file)
      return (second, (reading, with))
    }
    if let knower = graph.knownTo, with == "all" || file[EntityID(with)] != nil || graph.at == nil {
      second.knownTo = with == "all" ? nil : try actor(with, "--with", in: file)
      return (second, (knower, with))
    }
    second.at = try date(with, "--with", file.defaultOffset)
    return (second, (graph.at ?? "", with))
  }

  private func isReading(_ file: DiplomaticGraph) -> Bool {
    file[ReadingID(with)] != nil || with == "all" && graph.knownTo == nil
  }
}
