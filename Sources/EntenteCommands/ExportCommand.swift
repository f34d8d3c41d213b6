import ArgumentParser
import EntenteKit
import Foundation

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a graph for other tools: GraphML, TEI or DOT.")

  @OptionGroup var graph: GraphArguments

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write; its ending (.graphml, .tei.xml, .tei, .dot) says what it is.", valueName: "file"),
    completion: .file(extensions: ["graphml", "xml", "tei", "dot"]))
  var output: String

  func run() throws {
    let name = output.lowercased()
    guard let writer = Self.writers.first(where: { $0.endings.contains { name.hasSuffix($0) } })?.write else {
      throw Misuse(
        "'\(output)' has no ending that says what to write; expected .graphml, .tei.xml, .tei or .dot.")
    }
    let export = try writer(try graph.view(for: .contents))
    try writeFile(Data(export.bytes), to: output)
    for line in export.losses.lines { say("not held by \(output): \(line)") }
  }

  private static let writers: [(endings: [String], write: @Sendable (GraphView) throws -> Export)] = [
    ([".graphml"], { try graphML($0) }), ([".tei.xml", ".tei"], { try tei($0) }),
    (
      [".dot", ".gv"],
      { view in
        let diagram = Diagram(view)
        return Export(bytes: Array(diagram.dot.utf8), losses: diagram.losses)
      }
    ),
  ]
}
