import ArgumentParser
import EntenteKit

struct ComplianceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compliance",
    abstract:
      "Hold promises against deeds: which obligations were kept, breached or lapsed, by which event, and why.",
    discussion: """
      Without --reading, each reading of the graph is judged, and what is the same under several is told once. With --at: what \
      had begun to bind by that date, and what had been done about it by then. Obligations that cannot both be kept are shown \
      as conflicts, with the case in which they clash.
      """)

  @OptionGroup var graph: GraphArguments

  @Option(help: ArgumentHelp("Show only what this actor owes.", valueName: "actor"), completion: .actors)
  var by: String?

  @Option(
    help: ArgumentHelp("Show only what this event kept or broke.", valueName: "event"),
    completion: .ids { $0.ids(.event) })
  var event: String?

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("Show only the obligations of this agreement, or this obligation.", valueName: "id"),
    completion: .ids { graph in
      graph.ids(.agreement) + graph.entities.flatMap { $0.life?.obligations.map(\.id.rawValue) ?? [] }
    })
  var part: String?

  @OptionGroup(title: "Pictures") var picture: ChartArguments

  @OptionGroup var output: FormatArgument

  func run() throws {
    try graph.checkWords()
    try graph.checkSuccessors()
    try picture.checkWords()
    let file = try graph.readGraph()
    let debtor = try by.map { try actor($0, "--by", in: file) }
    let deed = try event.map { name in
      let events = file.entities(.event).map(\.id)
      guard events.contains(EntityID(name)) else {
        throw Misuse(
          "--event: '\(name)' is not an event of this graph.\(didYouMean(name, among: events.map(\.rawValue)))"
        )
      }
      return EntityID(name)
    }
    if let part {
      let known = file.entities(.agreement).flatMap { agreement in
        [agreement.id.rawValue] + (agreement.life?.obligations.map(\.id.rawValue) ?? [])
      }
      guard known.contains(part) else {
        throw Misuse(
          "--of: '\(part)' is not an agreement or obligation of this graph.\(didYouMean(part, among: known))")
      }
    }
    let readings = try graph.readings(of: file)
    let compliance = Compliance(
      of: file, try graph.options(for: file, .analysis), readings: readings)
    let drawn = ComplianceChartOptions(debtor: debtor, event: deed, part: part)
    try picture.draw { style, limit throws(ChartError) in
      try .compliance(compliance, of: file, drawn, style, timeLimit: limit)
    }
    try output.write(complianceReport(compliance, of: file, by: debtor, event: deed, part: part))
  }
}
