import ArgumentParser
import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats

struct PathsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths",
    abstract: "Find the earliest journey from one actor to another through agreements, events and ties.")

  @OptionGroup var graph: GraphArguments

  @Option(help: ArgumentHelp("The actor where the journey starts.", valueName: "actor"))
  var from: String

  @Option(help: ArgumentHelp("The actor where it ends.", valueName: "actor"))
  var to: String

  @Option(help: ArgumentHelp("The date before which the journey does not start.", valueName: "date"))
  var after: String?

  @OptionGroup var output: FormatArgument

  func run() throws {
    _ = try after.map { try date($0, "--after") }
    let view = try graph.view(for: .analysis)
    let source = try actor(from, "--from", in: view.graph)
    let target = try actor(to, "--to", in: view.graph)
    guard source != target else { throw Misuse("--from and --to name the same actor, '\(from)'.") }
    let departure =
      try after.map { try date($0, "--after", view.graph.defaultOffset).earliest } ?? .distantPast
    for end in [source, target] where !view.entities.contains(where: { $0.entity.id == end }) {
      let reading = view.options.reading.map { " under the reading '\($0)'" } ?? ""
      throw FailedWork(description: "'\(end)' is not there\(graph.at.map { " on \($0)" } ?? "")\(reading).")
    }
    let network = ContactNetwork(view)
    guard let journeys = network.journeys(from: source, to: target, departing: departure) else {
      throw FailedWork(description: "there are no journeys from '\(from)' to '\(to)'.")
    }
    try writeToStandardOutput(
      journeyReport(journeys, from: source, departing: departure, in: network).text(as: output.format))
  }
}
