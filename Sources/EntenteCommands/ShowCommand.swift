import ArgumentParser
import EntenteKit

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what a graph holds, or what existed and was in force on a date.")

  @OptionGroup var graph: GraphArguments
  @OptionGroup var output: FormatArgument

  func run() throws {
    try output.write(graphReport(graph.view(for: .contents, ofAll: false)))
  }
}
