import ArgumentParser
import Diplomacy
import DiplomacyFormats

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell everything that is wrong in graph files, with line and column.")

  @Argument(help: "The graph files.", completion: .file(extensions: ["yaml", "yml", "json"]))
  var files: [String]

  func run() throws {
    let graphs = try readGraphs(files)
    for (file, graph) in zip(files, graphs) {
      try answer("\(file): \(graph.entities.count) entities, \(graph.statements.count) statements, no mistakes\n")
    }
  }
}
