import ArgumentParser
import EntenteKit

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a store of a graph: a file of SQLite of which commands read what they need.",
    discussion: """
      Every command takes the store in place of a graph file; sqlite3, Python, R and DuckDB ask it in SQL. \
      Documentation/Store.md has its tables. What cannot be read is told as a warning and left out, as 'convert' does; of \
      several files one graph is made, as 'merge' does. The old store stays until the new one is whole.
        entente import treaties.yaml -o treaties.sqlite
      """)

  @Argument(
    help: "The files to read, of any format; '-' reads standard input.",
    completion: .file(extensions: Format.allRead.flatMap(\.readEndings)))
  var files: [String]

  @OptionGroup var input: InputArguments

  @Flag(help: "The same as --strict-input: stop where a part of a file cannot be read.")
  var strict = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The store to write (\(Format.store.endings.map { ".\($0)" }.joined(separator: ", "))).",
      valueName: "file"),
    completion: .file(extensions: Format.store.endings))
  var output: String

  @Flag(help: "Keep what differs between several files as readings, one for each file.")
  var asReadings = false

  func run() throws {
    guard [Format.store].named(like: output, isRead: false) != nil else {
      let endings = Format.store.endings.map { ".\($0)" }
      throw Misuse(
        "'\(output)' has no ending of a store; expected \(endings.dropLast().joined(separator: ", ")) or "
          + "\(endings.last ?? "").")
    }
    let graph = try graph()
    var bar = ProgressBar("importing")
    do {
      let made = try Store.write(graph, to: output) { bar.show($0, of: $1) }
      bar.finish()
      if made.inexactDates > 0 {
        say(
          "warning: \(quantity(made.inexactDates, "date")) without a text of its own; written as the days between which it is."
        )
      }
    } catch let error as StoreError {
      bar.finish()
      throw FailedWork(description: error.description)
    }
    try writeToStandardOutput(
      "\(shown(output)): \(quantity(graph.entities.count, "entity", "entities")), "
        + "\(quantity(graph.statements.count, "statement")), \(quantity(graph.sources.count, "source")), "
        + "\(quantity(graph.readings.count, "reading"))\n")
  }

  /// The graph of all files.
  private func graph() throws -> DiplomaticGraph {
    if asReadings, files.count < 2 {
      throw Misuse("--as-readings goes with several files; found one, '\(files.first ?? "")'.")
    }
    let documents: [GraphFile.Document]
    if files.count == 1 {
      documents = [try input.readDocument(files[0], isStrict: strict)]
    } else {
      documents = try readDocuments(files, input)
    }
    for warning in documents.flatMap(\.warnings) { say(warning.description) }
    if documents.count == 1 { return documents[0].graph }
    do throws(GraphMerge.Clashes) {
      let merge = try GraphMerge(documents.map(\.graph), names: documents.map(\.file), asReadings: asReadings)
      if !merge.differences.isEmpty {
        say(
          "\(quantity(merge.differences.count, "difference")) between the files; 'entente merge' lists them.")
      }
      return merge.graph
    } catch {
      throw InputDiagnostics(
        error.clashes.map { Diagnostic(file: $0.otherGraph, place: nil, message: $0.description) })
    }
  }
}
