import ArgumentParser
import EntenteKit

struct LifeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "life",
    abstract:
      "Show when agreements were in force, as a whole and for each member, and from which acts and terms that follows.",
    discussion:
      "Without --reading, each reading of the graph is shown. With --at, also whether the agreement was in force on that date."
  )

  @OptionGroup var graph: GraphArguments

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("An agreement; can be given several times. Default: all.", valueName: "agreement"))
  var agreements: [String] = []

  @OptionGroup var output: FormatArgument

  func run() throws {
    let views = try graph.viewsByReading()
    let known = views[0].graph.entities(.agreement).map(\.id)
    for name in agreements where !known.contains(EntityID(name)) {
      throw Misuse(
        "--of: '\(name)' is not an agreement of this graph.\(didYouMean(name, among: known.map(\.rawValue)))")
    }
    try writeToStandardOutput(
      lifeReport(views, of: agreements.map { EntityID($0) }).text(output))
  }
}
