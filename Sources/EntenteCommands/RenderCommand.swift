public import ArgumentParser
public import EntenteKit
import Foundation

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draw a graph as SVG, PDF, PNG or DOT.")

  @OptionGroup var graph: GraphArguments

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The picture to write; its ending (.svg, .pdf, .png, .dot) says what it is.", valueName: "picture"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "Graphviz' engine for placing the nodes. Default: one that suits the graph.", valueName: "engine"))
  var engine: LayoutEngine?

  @Option(
    help: ArgumentHelp(
      "The language of names, where they are known, such as ru or ja. Default: the graph's.",
      valueName: "language"))
  var language: String?

  @OptionGroup var timeout: TimeoutArgument

  func run() throws {
    try timeout.checkWords()
    let format = try pictureFormat(output)
    let diagram = Diagram(
      try graph.view(for: .contents), DiagramOptions(language: language, engine: engine))
    try write(diagram, to: output, as: format, timeout)
  }
}

/// What the ending of a name says a picture is; nil for DOT.
func pictureFormat(_ path: String) throws -> PictureFormat? {
  let name = path.lowercased()
  let format = PictureFormat.allCases.first { name.hasSuffix(".\($0.rawValue)") }
  guard format != nil || name.hasSuffix(".dot") || name.hasSuffix(".gv") else {
    throw Misuse("'\(path)' has no ending that says what to draw; expected .svg, .pdf, .png or .dot.")
  }
  return format
}

/// Draws a diagram to a file, or without a format writes its DOT.
func write(
  _ diagram: Diagram, to path: String, as format: PictureFormat?, _ timeout: TimeoutArgument
) throws {
  guard let format else { return try writeFile(Data(diagram.dot.utf8), to: path) }
  try writeFile(Data(try draw(diagram, [format], timeout).files[format] ?? []), to: path)
}

/// Draws a diagram; what Graphviz warns of goes to standard error.
func draw(_ diagram: Diagram, _ formats: [PictureFormat], _ timeout: TimeoutArgument) throws -> Pictures {
  do throws(GraphvizError) {
    let pictures = try diagram.pictures(formats, timeLimit: timeout.limit)
    for warning in pictures.warnings { say("warning: \(warning)") }
    return pictures
  } catch {
    throw FailedWork(description: "\(error)")
  }
}

extension LayoutEngine: ExpressibleByArgument {}
