import ArgumentParser
import EntenteKit
import Foundation

/// Writes the manual's pages, for `Scripts/install` and those who make packages. Not told in the help.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-manual", abstract: "Write a manual page for each command.", shouldDisplay: false)

  @Option(
    help: ArgumentHelp("The folder to write into.", valueName: "folder"), completion: .directory)
  var into: String

  func run() throws {
    let pages = try ManualPage.pages(of: Entente._dumpHelp())
    try makeFolder(into)
    for page in pages { try writeFile(Data(page.text.utf8), to: "\(into)/\(page.name).1") }
  }
}
