import ArgumentParser
import EntenteKit

struct ChronologyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chronology",
    abstract:
      "List events, the acts of agreements, and when these entered into force and ended, in order of time, and how surely each follows the one before.",
    discussion: """
      With --from and --to, what may lie between the first moment of the one and the last moment of the other is listed; of what lasts, a part is enough. \
      With --at, only the agreements that are possibly in force and the events that possibly go on at that date are listed, with their acts of all times; \
      with --known-to, only what the actor knew.
      """)

  @OptionGroup var graph: GraphArguments

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("An event or agreement; can be given several times. Default: all.", valueName: "id"),
    completion: .ids { $0.ids(.event) + $0.ids(.agreement) })
  var entities: [String] = []

  @Option(help: ArgumentHelp("List what may lie on this date or later (EDTF).", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("List what may lie on this date or earlier (EDTF).", valueName: "date"))
  var to: String?

  @OptionGroup var output: FormatArgument

  func run() throws {
    try graph.checkSuccessors()
    _ = try window(nil)
    let view = try graph.view(for: .analysis)
    let known = (view.graph.entities(.event) + view.graph.entities(.agreement)).map(\.id)
    for name in entities where !known.contains(EntityID(name)) {
      throw Misuse(
        "--of: '\(name)' is not an event or agreement of this graph.\(didYouMean(name, among: known.map(\.rawValue)))"
      )
    }
    let window = try window(view.graph.defaultOffset)
    let entries = view.chronicle(of: entities.map { EntityID($0) }, in: window)
    try output.write(chronicleReport(entries, of: view, in: window))
  }

  /// The days that are listed.
  private func window(_ offset: UTCOffset?) throws -> ChronicleEntry.Window {
    let first = try from.map { try date($0, "--from", offset) }
    let last = try to.map { try date($0, "--to", offset) }
    if let first, let last, first.earliest > last.latest {
      throw Misuse("--from \(first) comes after --to \(last), so there is nothing to list.")
    }
    return ChronicleEntry.Window(from: first, to: last)
  }
}
