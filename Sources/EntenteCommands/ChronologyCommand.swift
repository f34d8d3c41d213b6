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
    help: ArgumentHelp("An event or agreement; can be given several times. Default: all.", valueName: "id"),
    completion: .ids { $0.ids(.event) + $0.ids(.agreement) })
  var entities: [String] = []

  @OptionGroup var output: FormatArgument

  func run() throws {
    try graph.checkSuccessors()
    let view = try graph.view(for: .analysis)
    let known = (view.graph.entities(.event) + view.graph.entities(.agreement)).map(\.id)
    for name in entities where !known.contains(EntityID(name)) {
      throw Misuse(
        "--of: '\(name)' is not an event or agreement of this graph.\(didYouMean(name, among: known.map(\.rawValue)))"
      )
    }
    let entries = view.chronicle(of: entities.map { EntityID($0) })
    try output.write(chronicleReport(entries, of: view))
  }
}
