public import ArgumentParser
import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

struct CentralityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "centrality",
    abstract:
      "Measure who stands between, near and beside the others, in the incidence of actors and agreements or another network."
  )

  @OptionGroup var graph: GraphArguments

  @Option(
    help: ArgumentHelp(
      "One or several, with commas: \(Measure.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "measures"))
  var measure = "betweenness,degree,harmonic"

  @Option(
    help:
      "What is measured: the incidence of actors and agreements, its projection onto actors, or the direct links of actors."
  )
  var network: MeasuredNetwork.Kind = .incidence

  @Option(
    help:
      "How a projection is weighted: by shared agreements, or by the sum of 1/(k-1) over those of k actors (newman)."
  )
  var projection: MeasuredNetwork.ProjectionWeight = .shared

  @Option(
    help: ArgumentHelp(
      "Score, and count pairs of, actors or agreements alone; or all.", valueName: "category"))
  var among: Among = .all

  @Flag(help: "Divide degree, betweenness and harmonic closeness by what a node could score at most.")
  var normalized = false

  @Flag(help: "Let weights count: as strengths, and for distances as 1/weight. Not with betweenness.")
  var weighted = false

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
    if weighted, let measure = measures.first(where: { $0 == .betweenness }) {
      throw Misuse("--weighted: '\(measure.rawValue)' takes no weights; expected it without --weighted.")
    }
    if weighted, network == .incidence {
      throw Misuse(
        "--weighted goes with --network projection or links: the edges of the incidence have no weights.")
    }
    if network != .incidence, among == .agreements {
      throw Misuse("--among agreements goes with --network incidence: the other networks have actors alone.")
    }
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
    let centrality = Centrality(
      of: measured(view), measures,
      Centrality.Options(
        between: ends, among: among.category, isNormalized: normalized, isWeighted: weighted
      ))
    if let failure = centrality.failures.first { throw FailedWork(description: "\(failure.reason)") }
    try writeToStandardOutput(centralityReport(centrality).text(as: output.format))
  }

  /// The network that is measured.
  private func measured(_ view: GraphView) -> MeasuredNetwork {
    switch network {
    case .incidence: MeasuredNetwork(IncidenceNetwork(view, dates: dates))
    case .projection: MeasuredNetwork(projectionOf: IncidenceNetwork(view, dates: dates), projection)
    case .links: MeasuredNetwork(linksOf: view, dates: dates)
    }
  }

  /// Whose scores are asked for.
  enum Among: String, ExpressibleByArgument, CaseIterable {
    case all, actors, agreements

    var category: Diplomacy.Category? {
      switch self {
      case .all: nil
      case .actors: .actor
      case .agreements: .agreement
      }
    }
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
extension MeasuredNetwork.Kind: ExpressibleByArgument {}
extension MeasuredNetwork.ProjectionWeight: ExpressibleByArgument {}

extension Substring {
  func trimmingSpaces() -> String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
