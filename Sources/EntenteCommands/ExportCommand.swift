import ArgumentParser
import EntenteKit
import Foundation

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a graph for other tools: \(Format.writable.map(\.title).joined(separator: ", ")).")

  @OptionGroup var graph: GraphArguments

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write; its ending (\(Self.endings.joined(separator: ", "))) says in which format.",
      valueName: "file"),
    completion: .file(extensions: Format.writable.flatMap(\.endings)))
  var output: String

  func run() throws {
    guard let writer = Format.writable.named(like: output, isRead: false)?.writer else {
      let endings = Self.endings
      throw Misuse(
        "'\(output)' has no ending that says what to write; expected \(endings.dropLast().joined(separator: ", ")) or "
          + "\(endings.last ?? "").")
    }
    let export = try writer.write(try graph.view(for: .contents))
    try writeFile(Data(export.bytes), to: output)
    for line in export.losses.lines { say("not held by \(output): \(line)") }
  }

  private static let endings = Format.writable.flatMap(\.endings).map { ".\($0)" }
}
