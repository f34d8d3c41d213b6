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
        + "reading is taken first, then an actor.", valueName: "other"),
    completion: .ids { $0.readings.map(\.id.rawValue) + $0.ids(.actor) + ["all"] })
  var with: String

  @Option(
    help: ArgumentHelp(
      "What to compare, separated by commas: entities, statements, in-force (of agreements), members (their times in them), verdicts (on obligations), scores, journeys.",
      valueName: "subjects"), completion: .words(Comparison.Subject.self))
  var what = "entities,statements,in-force,members,verdicts,scores,journeys"

  @Option(
    help: ArgumentHelp("The measures for the scores, separated by commas.", valueName: "measures"),
    completion: .words(Measure.self))
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
    try graph.checkComparison(with)
    let file = try graph.readGraph()
    let first = try graph.options(for: file, .analysis)
    let (second, names) = try graph.other(with, than: first, in: file)
    let comparison: Comparison
    do throws(Comparison.Failure) {
      comparison = try Comparison(
        GraphView(file, first), GraphView(file, second), Set(subjects), measures: measures)
    } catch {
      let name = error.isFirst ? names.first : names.second
      throw FailedWork(description: "\(error.reason) (\(name))", code: error.reason.isOfInput ? 2 : 1)
    }
    try output.write(comparisonReport(comparison, named: names))
  }
}
