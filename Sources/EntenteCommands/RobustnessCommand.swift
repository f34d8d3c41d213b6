import ArgumentParser
import EntenteKit

struct RobustnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "robustness",
    abstract:
      "Show which entities, sources or statements a result depends on: how far scores move without each."
  )

  @OptionGroup var graph: GraphArguments

  @Option(help: ArgumentHelp("The measure: one of those of 'entente centrality'.", valueName: "measure"))
  var measure: String

  @Option(
    name: .customLong("leaving-out"),
    help: ArgumentHelp(
      "What to leave out one by one, separated by commas: actors, agreements, sources, statements.",
      valueName: "parts"))
  var parts = "actors,agreements,sources"

  @Option(help: "With --at: count what possibly holds, or only what certainly holds.")
  var dates: DateAssumption = .possible

  @Option(help: ArgumentHelp("Show so many rows; 0 for all.", valueName: "number"))
  var top = 0

  @OptionGroup var output: FormatArgument

  func run() throws {
    let measures: [Measure] = try measureList(measure)
    guard measures.count == 1 else {
      throw Misuse("--measure names \(measures.count) measures; expected one.")
    }
    guard !measures[0].isTemporal else {
      throw Misuse(
        "--measure: '\(measures[0].rawValue)' follows contacts in time; expected a measure without times.")
    }
    let chosen: [Robustness.Part] = try wordList(parts, "--leaving-out")
    if dates == .certain, graph.at == nil {
      throw Misuse("--dates certain goes with --at: without a date, everything that ever held is counted.")
    }
    guard top >= 0 else { throw Misuse("--top: found \(top); expected a number of rows, or 0 for all.") }
    let view = try graph.view(for: .analysis)
    var bar = ProgressBar("leaving out")
    let robustness: Robustness
    do throws(MeasureError) {
      robustness = try Robustness(of: view, measures[0], leavingOut: Set(chosen), dates: dates) { done, all in
        bar.show(done, of: all)
      }
    } catch {
      bar.finish()
      throw FailedWork(error, on: view.options.at)
    }
    bar.finish()
    try writeToStandardOutput(robustnessReport(robustness, top: top == 0 ? nil : top).text(output))
    // The table says what can be said; that some of it cannot, a script learns from the exit code.
    let gaps = robustness.gaps
    if let reason = gaps.first?.reason {
      throw FailedWork(
        description:
          "without \(gaps.map(\.id).joined(separator: ", ")) the measure gives no scores: \(reason)",
        code: gaps.contains { $0.reason.isOfInput } ? 2 : 1)
    }
  }
}
