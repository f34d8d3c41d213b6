import ArgumentParser
import EntenteKit

struct LifeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "life",
    abstract:
      "Tell when agreements were in force, for all and for each member, and from which acts and terms it follows.",
    discussion:
      "Without --reading, under each reading of the graph. With --at, also whether it was in force on that date."
  )

  @OptionGroup var graph: GraphArguments

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("The agreement; can be repeated. Without it: all.", valueName: "agreement"),
    completion: .ids { $0.ids(.agreement) })
  var agreements: [String] = []

  @OptionGroup var output: FormatArgument

  func run() throws {
    let views = try graph.viewsByReading()
    let known = views[0].graph.entities(.agreement).map(\.id)
    for name in agreements where !known.contains(EntityID(name)) {
      throw Misuse(
        "--of: '\(name)' is not an agreement of this graph.\(didYouMean(name, among: known.map(\.rawValue)))")
    }
    try output.write(lifeReport(views, of: agreements.map { EntityID($0) }))
  }
}
