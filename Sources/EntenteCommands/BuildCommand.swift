import ArgumentParser
import DiplomacyDrawing
import DiplomacyFormats
import Foundation

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make everything of graph files: diagrams, GraphML, TEI, centrality, journeys and an index.",
    discussion: "When any graph file has a mistake, all mistakes are told and nothing is written.")

  @Argument(
    help: "Graph files, or folders of them (*.yaml, *.yml, *.json).",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var graphs: [String]

  @Option(
    help: ArgumentHelp(
      "The folder to write into; each graph gets a folder of its own there.", valueName: "folder"))
  var into: String

  func run() throws {
    let files = try graphs.flatMap(graphFiles)
    let names = files.map { ($0 as NSString).lastPathComponent }.map {
      ($0 as NSString).deletingPathExtension
    }
    if let twice = Dictionary(grouping: names, by: \.self).first(where: { $1.count > 1 })?.key {
      throw Misuse("two graph files are called '\(twice)'; expected names that differ.")
    }
    let parsed = try readGraphs(files)
    let folders = names.map { "\(into)/\($0)" }
    // A folder that cannot be written to is told before the work, not after it.
    try ([into] + folders).forEach(makeFolder)
    for (graph, (file, folder)) in zip(parsed, zip(files, folders)) {
      let start = ContinuousClock.now
      let build: GraphBuild
      do {
        build = try GraphBuild(of: graph) { say("\(file): \($0)") }
      } catch let error as GraphvizError {
        throw FailedWork(description: "\(file): \(error)")
      }
      for warning in build.warnings { say("\(file): warning: \(warning)") }
      for made in build.files { try writeFile(Data(made.bytes), to: "\(folder)/\(made.name)") }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      let time = String(format: "%.1f", seconds)
      say("\(file): \(build.files.count) files in \(folder) (\(time) s)")
    }
  }

  /// The graph files that an argument means, in order.
  private func graphFiles(_ path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else {
      return [path]
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw FailedWork(description: "the folder '\(path)' could not be read.")
    }
    let found = names.filter { name in [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) } }
    guard !found.isEmpty else {
      throw FailedWork(description: "the folder '\(path)' holds no graph file (*.yaml, *.yml, *.json).")
    }
    return found.sorted().map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
  }
}
