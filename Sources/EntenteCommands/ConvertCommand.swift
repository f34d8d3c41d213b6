import ArgumentParser
import EntenteKit

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Turn a file of one format into a file of another.",
    discussion: """
      The formats are known by how the file begins and by the endings of the names; 'entente formats' lists them. What the \
      reader does not understand is told as a warning, and what the new format cannot hold as a loss. A graph file made of \
      another program's network keeps what it has no word for under 'attributes'.
      """)

  @Argument(
    help: ArgumentHelp("The file to read; '-' reads standard input.", valueName: "from"),
    completion: .file(extensions: Format.allRead.flatMap(\.readEndings)))
  var source: String

  @Argument(
    help: ArgumentHelp(
      "The file to write: its ending says in which format, and .gz after it that it is packed. '-' writes to standard output.",
      valueName: "to"),
    completion: .file(extensions: Format.writable.flatMap(\.endings)))
  var target: String

  @OptionGroup var input: InputArguments

  @Flag(
    help: "The same as --strict-input: stop where a part of the file cannot be read.")
  var strict = false

  @OptionGroup var writing: WritingArguments

  func run() throws {
    _ = try writing.format(of: target)
    let document = try input.readDocument(source, isStrict: strict)
    for warning in document.warnings { say(warning.description) }
    try writing.write(GraphView(document.graph), to: target, comments: document.warnings.map(\.description))
  }
}
