import ArgumentParser
import EntenteKit
import Foundation

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract:
      "Make pictures, GraphML, TEI, tables of centrality and journeys, and an index of each graph file.",
    discussion: """
      Each graph gets a folder of its own. New files replace the old ones all at once, so that the folder never holds some \
      of each; other files in it stay. If one graph cannot be built, its folder stays as it was, the others are built, and the \
      exit code tells: 2 for mistakes in a graph file, otherwise 1.
      """)

  @Argument(
    help: "Graph files, or folders of them (*.yaml, *.yml, *.json).",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var graphs: [String]

  @Option(
    help: ArgumentHelp(
      "The folder to write to; each graph gets a folder of its own in it.", valueName: "folder"),
    completion: .directory)
  var into: String

  @Option(
    help: ArgumentHelp(
      "Write everything that is odd in the tables of the graph files into this table (CSV).",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var report: String?

  @OptionGroup var timeout: TimeoutArgument

  func run() throws {
    try timeout.checkWords()
    let files = try graphs.flatMap(graphFiles)
    try checkNames(files)
    // A folder that cannot be written to is told before the work, not after it.
    for file in files { try checkFolder(folder(for: file)) }
    let made = try makeFolder(into)
    defer { removeEmptyFolders(made) }
    var failures: [Failure] = []
    var oddities: [TableOddities] = []
    for file in files {
      do {
        try build(file, &oddities)
      } catch let error as InputDiagnostics {
        oddities.append(error.oddities)
        for diagnostic in error.diagnostics { say(diagnostic.description) }
        let count = error.diagnostics.count
        failures.append(Failure(file: file, what: quantity(count, "mistake"), code: 2))
      } catch let error as FileError {
        say("error: \(error)")
        failures.append(Failure(file: file, what: "a file that could not be read or written", code: 1))
      } catch let error as GraphvizError {
        say("\(file): error: \(error)")
        failures.append(Failure(file: file, what: "it could not be drawn", code: 1))
      }
    }
    if let report { try writeFile(Data(TableOddities.report(of: oddities)), to: report) }
    try tell(failures, of: files.count)
  }

  /// A graph that was not made.
  private struct Failure {
    let file: String
    let what: String
    let code: Int32
  }

  private func folder(for file: String) -> String {
    "\(into)\(into.hasSuffix("/") ? "" : "/")\(fileStem(of: file))"
  }

  /// Each graph needs a folder of its own, below the one that is written into.
  private func checkNames(_ files: [String]) throws {
    for file in files where ["", ".", "..", GraphReading.standardInput].contains(fileStem(of: file)) {
      throw Misuse(
        "the graph file '\(file)' has no name that a folder could have; expected one such as treaties.yaml.")
    }
    if let twice = Dictionary(grouping: files.map(fileStem), by: \.self).first(where: { $1.count > 1 })?.key {
      throw Misuse("two graph files are called '\(twice)'; expected names that differ.")
    }
  }

  private func build(_ file: String, _ oddities: inout [TableOddities]) throws {
    let start = ContinuousClock.now
    let document = try GraphReading.readDocument(contentsOf: file)
    oddities.append(document.oddities)
    if !document.oddities.isEmpty { for warning in document.warnings { say(warning.description) } }
    let build = try GraphBuild(of: document.graph, timeLimit: timeout.limit) { say("\(file): \($0)") }
    for warning in build.warnings { say("\(file): warning: \(warning)") }
    let folder = folder(for: file)
    var replacement = try FolderReplacement(of: folder)
    for made in build.files { try replacement.add(made.name, Data(made.bytes)) }
    try replacement.commit()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let time = String(format: "%.1f", seconds)
    say("\(file): \(build.files.count) files in \(folder) (\(time) s)")
  }

  /// Says which graphs were not made, and ends with the exit code for that.
  private func tell(_ failures: [Failure], of count: Int) throws {
    guard !failures.isEmpty else { return }
    let list = failures.map { "\($0.file) (\($0.what))" }.joined(separator: ", ")
    if count > 1 {
      say("\(count - failures.count) of \(count) graphs were built; not built: \(list).")
    } else if failures[0].code == 2 {
      say("\(failures[0].what); nothing was written.")
    }
    throw ExitCode(failures.map(\.code).max() ?? 1)
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
    let found = names.filter { [Format.graphFile].named(like: $0, isRead: true) != nil }
    guard !found.isEmpty else {
      throw FailedWork(description: "the folder '\(path)' holds no graph file (*.yaml, *.yml, *.json).")
    }
    return found.sorted().map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
  }
}
