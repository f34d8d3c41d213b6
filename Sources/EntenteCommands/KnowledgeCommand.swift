import ArgumentParser
import EntenteKit

struct KnowledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "knowledge",
    abstract:
      "Show who knew of a secret, since when and how, and how others could have learned of it.")

  @OptionGroup var graph: GraphArguments

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("The secret: an entity or a statement.", valueName: "id"))
  var secret: String

  @Option(help: ArgumentHelp("An actor who could have learned of it.", valueName: "actor"))
  var to: String?

  @OptionGroup var output: FormatArgument

  func run() throws {
    let view = try graph.view(for: .analysis)
    let file = view.graph
    guard file[EntityID(secret)] != nil || file.statement(StatementID(secret)) != nil else {
      let known =
        file.entities.filter { $0.attestation.secret != nil }.map(\.id.rawValue)
        + file.statements.filter { $0.attestation.secret != nil }.map(\.id.rawValue)
      throw Misuse(
        "--of: '\(secret)' is not an entity or statement of this graph."
          + (known.isEmpty
            ? " It holds no secrets."
            : didYouMean(secret, among: known) + " Its secrets are \(known.joined(separator: ", "))."))
    }
    let target = try to.map { try actor($0, "--to", in: file) }
    guard let trace = SecretTrace(of: secret, in: view) else {
      throw FailedWork(description: "'\(secret)' is not secret: everybody could know of it.")
    }
    try writeToStandardOutput(secretReport(trace, of: secret, to: target).text(output))
  }
}
