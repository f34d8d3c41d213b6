import ArgumentParser
import EntenteKit

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make one graph of several, and show what differs.",
    discussion: """
      Things with the same id are the same. What only one file says is taken from it; of what differs the first file is \
      kept, or with --as-readings each version holds under a reading of its file, where readings can tell it apart. \
      Statements of the same ends, role and date become one with the sources of all.
        entente merge one.yaml two.yaml -o both.yaml
      """)

  @Argument(
    help: "The files to merge, two or more; '-' reads standard input.",
    completion: .file(extensions: Format.allRead.flatMap(\.readEndings)))
  var files: [String]

  @OptionGroup var input: InputArguments

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write; its ending (\(WritingArguments.endings.joined(separator: ", "))) says in which format, and .gz after it that it is packed. '-' writes to standard output.",
      valueName: "file"),
    completion: .file(extensions: Format.writable.flatMap(\.endings)))
  var output: String

  @Flag(help: "Keep what differs as readings, one for each file.")
  var asReadings = false

  @OptionGroup var writing: WritingArguments

  @OptionGroup var differences: FormatArgument

  func run() throws {
    _ = try writing.format(of: output)
    guard files.count > 1 else {
      throw Misuse("merge takes two files or more; found one, '\(files.first ?? "")'.")
    }
    let documents = try readDocuments(files, input)
    for warning in documents.flatMap(\.warnings) { say(warning.description) }
    let names = documents.map(\.file)
    let merge: GraphMerge
    do throws(GraphMerge.Clashes) {
      merge = try GraphMerge(documents.map(\.graph), names: names, asReadings: asReadings)
    } catch {
      throw InputDiagnostics(
        error.clashes.map { Diagnostic(file: $0.otherGraph, place: nil, message: $0.description) })
    }
    try writing.write(GraphView(merge.graph), to: output)
    guard !merge.differences.isEmpty else { return }
    let report = mergeReport(merge, named: names)
    if output == GraphReading.standardInput {
      for line in report.text(as: .table).split(separator: "\n") { say(String(line)) }
    } else {
      try differences.write(report)
    }
  }
}
