import ArgumentParser
import EntenteKit

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what a graph holds, or what existed and was in force on a date.",
    discussion: """
      Of a graph with more than \(mostListedEntities) entities a summary is shown: counts by kind and role, years, how closely dates are \
      known, and what the graph says of how many. CSV and JSON list all entities whatever their number.
      """)

  @OptionGroup var graph: GraphArguments

  @Flag(help: "List all entities, however many there are.")
  var all = false

  @Flag(help: "Summarise, however few entities there are, and in CSV and JSON too.")
  var summary = false

  @OptionGroup var output: FormatArgument

  func run() throws {
    if all, summary { throw Misuse("--all and --summary exclude each other: one lists, the other counts.") }
    let view = try graph.view(for: .contents, ofAll: false)
    let isForPeople = output.format == .table || output.format == .markdown
    let isLong = view.graph.entities.count > mostListedEntities
    let summarises = summary || (isForPeople && isLong && !all)
    try output.write(summarises ? corpusReport(view) : graphReport(view))
  }
}
