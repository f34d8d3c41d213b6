import ArgumentParser
import EntenteKit

struct ChronologyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chronology",
    abstract:
      "List events and the acts of agreements in order of time, and how surely each follows the one before.")

  @OptionGroup var graph: GraphArguments

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("An event or agreement; can be given several times. Default: all.", valueName: "id"))
  var entities: [String] = []

  @OptionGroup var output: FormatArgument

  func run() throws {
    let view = try graph.view(for: .analysis)
    let known = (view.graph.entities(.event) + view.graph.entities(.agreement)).map(\.id)
    for name in entities where !known.contains(EntityID(name)) {
      throw Misuse(
        "--of: '\(name)' is not an event or agreement of this graph.\(didYouMean(name, among: known.map(\.rawValue)))"
      )
    }
    let entries = view.chronicle(of: entities.map { EntityID($0) })
    try writeToStandardOutput(chronicleReport(entries, of: view).text(output))
  }
}
