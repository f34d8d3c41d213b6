import ArgumentParser
import EntenteKit

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "List the formats of files that are read and written.")

  @OptionGroup var output: FormatArgument

  func run() throws { try writeToStandardOutput(formatsReport(Format.all).text(output)) }
}
