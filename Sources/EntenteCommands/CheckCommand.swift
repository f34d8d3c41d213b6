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
      let entities = count(graph.entities.count, "entity", "entities")
      let statements = count(graph.statements.count, "statement", "statements")
      try writeToStandardOutput("\(file): \(entities), \(statements), no mistakes\n")
    }
  }

  private func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }
}
