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
    help: ArgumentHelp(
      "The secret: an entity, statement or obligation by its id; another part of an entity by its kind and number, such as "
        + "PACT.denunciation-1, PACT.terms-1 or PACT.in-force-1.", valueName: "id"),
    completion: .ids { secretNames($0) })
  var secret: String

  @Option(
    help: ArgumentHelp("An actor who could have learned of it.", valueName: "actor"), completion: .actors)
  var to: String?

  @OptionGroup var output: FormatArgument

  func run() throws {
    if graph.knownTo != nil {
      throw Misuse(
        "--known-to: the knowledge of every actor is told here. Name the actor that you mean with --to.")
    }
    let view = try graph.view(for: .analysis)
    let file = view.graph
    guard file.part(named: secret) != nil else {
      let known = secretNames(file)
      throw Misuse(
        "--of: '\(secret)' is not an entity or statement of this graph, nor a part of one."
          + (known.isEmpty
            ? " It holds no secrets."
            : didYouMean(secret, among: known) + " Its secrets are \(known.joined(separator: ", "))."))
    }
    let target = try to.map { try actor($0, "--to", in: file) }
    guard let trace = SecretTrace(of: secret, in: view) else {
      throw FailedWork(description: "'\(secret)' is not secret: everybody could know of it.")
    }
    try output.write(secretReport(trace, of: secret, to: target))
  }
}

/// The names of what is secret by itself.
private func secretNames(_ graph: DiplomaticGraph) -> [String] {
  graph.parts.filter { graph.attestation(of: $0.part)?.secret != nil }.map(\.name)
}
