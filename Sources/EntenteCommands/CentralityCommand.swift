public import ArgumentParser
import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

struct CentralityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "centrality",
    abstract:
      "Measure who stands between, near and beside the others in the incidence of actors and agreements.")

  @OptionGroup var graph: GraphArguments

  @Option(
    help: ArgumentHelp("degree, betweenness or harmonic, or several with commas.", valueName: "measures"))
  var measure = "betweenness,degree,harmonic"

  @Option(help: "With --at: count what holds possibly, or only what holds certainly.")
  var dates: IncidenceNetwork.Dates = .possible

  @Option(
    help: ArgumentHelp(
      "Count only the shortest paths between these entities, with commas: who stood between them.",
      valueName: "entities"))
  var between: String?

  @OptionGroup var output: FormatArgument

  func run() throws {
    let measures = try measureList(measure)
    if dates == .certain, graph.at == nil {
      throw Misuse("--dates certain goes with --at: without a date, everything that ever held is counted.")
    }
    let view = try graph.view(for: .analysis)
    let known = (view.graph.entities(.actor) + view.graph.entities(.agreement)).map(\.id)
    let ends = try (between?.split(separator: ",") ?? []).map { word in
      let name = word.trimmingSpaces()
      guard known.contains(EntityID(name)) else {
        throw Misuse(
          "--between: '\(name)' is not an actor or agreement of this graph.\(didYouMean(name, among: known.map(\.rawValue)))"
        )
      }
      return EntityID(name)
    }
    if between != nil, Set(ends).count < 2 {
      throw Misuse("--between names fewer than two entities; expected two or more, with commas.")
    }
    let incidence = IncidenceNetwork(view, dates: dates)
    try writeToStandardOutput(
      centralityReport(Centrality(of: incidence, measures, between: ends)).text(as: output.format))
  }
}

/// Measures given on the command line, each once.
func measureList(_ text: String) throws -> [Measure] {
  let known = Measure.allCases.map(\.rawValue)
  var measures: [Measure] = []
  for word in text.split(separator: ",") {
    let name = word.trimmingSpaces()
    guard let measure = Measure(rawValue: name) else {
      throw Misuse(
        "'\(name)' is not a measure; expected \(known.joined(separator: ", ")).\(didYouMean(name, among: known))"
      )
    }
    // A column stands once, however often its measure is named.
    if !measures.contains(measure) { measures.append(measure) }
  }
  guard !measures.isEmpty else {
    throw Misuse("--measure names no measure; expected \(known.joined(separator: ", ")).")
  }
  return measures
}

extension IncidenceNetwork.Dates: ExpressibleByArgument {}

extension Substring {
  func trimmingSpaces() -> String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
