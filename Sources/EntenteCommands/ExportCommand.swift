import ArgumentParser
import EntenteKit

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a graph for other tools: \(Format.writable.map(\.title).joined(separator: ", ")).")

  @OptionGroup var graph: GraphArguments

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write; its ending (\(WritingArguments.endings.joined(separator: ", "))) says in which format, and .gz after it that it is packed. '-' writes to standard output.",
      valueName: "file"),
    completion: .file(extensions: Format.writable.flatMap(\.endings)))
  var output: String

  @OptionGroup var writing: WritingArguments

  func run() throws {
    _ = try writing.format(of: output)
    try writing.write(try graph.view(for: .contents), to: output)
  }
}
