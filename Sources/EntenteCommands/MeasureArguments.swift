public import ArgumentParser
import EntenteKit

/// What is measured, and how.
struct MeasureArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "One or several, separated by commas: \(Measure.allCases.map(\.rawValue).joined(separator: ", ")); or of the edges: "
        + "\(EdgeMeasure.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "measures"), completion: .words(AnyMeasure.self))
  var measure = "betweenness,degree,harmonic"

  @Option(
    help: ArgumentHelp(
      "Score, and count pairs of, only actors, agreements or territories; or all.", valueName: "category"))
  var among: Among = .all

  @Flag(help: "Divide degree, betweenness and harmonic closeness by the largest score possible.")
  var normalized = false

  @Flag(help: "Count weights as strengths; --lengths says how they become distances.")
  var weighted = false

  @Option(
    help: "With --weighted: an edge is 1/weight long (reciprocal), or its weight is its length (weight).")
  var lengths: Lengths = .reciprocal

  @Option(
    help: ArgumentHelp(
      "Count only the shortest paths between these entities, separated by commas: who stood between them.",
      valueName: "entities"), completion: .idList(\.entityIDs))
  var between: String?

  @Option(
    help: ArgumentHelp(
      "For katz: how much a walk weakens with each step; less than the reciprocal of the spectral radius. Default: 0.9 of that. For temporal-katz and temporal-walk: the same, without a limit. Default: 0.1.",
      valueName: "factor"))
  var alpha: Double?

  @Option(
    help: ArgumentHelp(
      "For pagerank: the entities where the walker starts again, separated by commas (personalised PageRank). Default: everywhere.",
      valueName: "entities"), completion: .idList(\.entityIDs))
  var restart: String?

  @Option(
    help: ArgumentHelp(
      "Estimate betweenness, closeness and harmonic closeness from samples with this error, between 0 and 1, for networks too "
        + "large for exact scores.", valueName: "error"))
  var epsilon: Double?

  @Option(
    help: ArgumentHelp(
      "With --epsilon: the probability that some score is off by more, between 0 and 1.",
      valueName: "probability"))
  var delta = 0.1

  @Option(
    help: ArgumentHelp(
      "Seed for all random choices.", valueName: "number"))
  var seed: UInt64 = 1

  /// What the measures are of.
  enum Question {
    case nodes([Measure])
    case edges([EdgeMeasure])
  }

  /// Whose scores are asked for.
  enum Among: String, ExpressibleByArgument, CaseIterable {
    case all, actors, agreements, territories

    var category: Diplomacy.Category? {
      switch self {
      case .all: nil
      case .actors: .actor
      case .agreements: .agreement
      case .territories: .territory
      }
    }
  }

  /// How long an edge with a weight is.
  enum Lengths: String, ExpressibleByArgument, CaseIterable {
    case reciprocal, weight
  }

  /// The measures, once all options fit together.
  /// - Parameter network: What is measured; nil where the graph decides.
  func question(_ network: MeasuredNetwork.Kind?) throws -> Question {
    let asked: [AnyMeasure] = try measureList(measure)
    if lengths == .weight, !weighted {
      throw Misuse("--lengths goes with --weighted: without it, every edge is 1 long.")
    }
    if weighted, network == .incidence {
      throw Misuse(
        "--weighted goes with --network projection, links or ties: the edges of the incidence have no weights."
      )
    }
    if let network { try checkAmong(network) }
    if let epsilon, !(epsilon > 0 && epsilon < 1) {
      throw Misuse("--epsilon: found \(epsilon); expected a number between 0 and 1, such as 0.01.")
    }
    if !(delta > 0 && delta < 1) {
      throw Misuse("--delta: found \(delta); expected a number between 0 and 1, such as 0.1.")
    }
    if epsilon != nil, weighted {
      throw Misuse("--epsilon and --weighted exclude each other: samples take no weights.")
    }
    if let alpha, !(alpha >= 0 && alpha.isFinite) {
      throw Misuse("--alpha: found \(alpha); expected a number from 0 on.")
    }
    let ofNodes = asked.compactMap { Measure(rawValue: $0.rawValue) }
    let ofEdges = asked.compactMap { EdgeMeasure(rawValue: $0.rawValue) }
    if let temporal = ofNodes.first(where: \.isTemporal) { try checkTemporal(temporal, ofNodes, network) }
    if ofEdges.isEmpty { return .nodes(ofNodes) }
    if let node = ofNodes.first {
      throw Misuse(
        "--measure: '\(ofEdges[0].rawValue)' is a measure of edges and '\(node.rawValue)' one of nodes; expected measures of one sort."
      )
    }
    if epsilon != nil {
      throw Misuse("--epsilon goes with measures of nodes; found '\(ofEdges[0].rawValue)'.")
    }
    return .edges(ofEdges)
  }

  /// Tells what does not go with a measure of journeys or walks.
  private func checkTemporal(_ one: Measure, _ all: [Measure], _ network: MeasuredNetwork.Kind?) throws {
    if let network, network != .contacts {
      throw Misuse(
        "--measure: '\(one.rawValue)' follows contacts in time; expected --network contacts, found '\(network.rawValue)'."
      )
    }
    for (isGiven, option) in [
      (between != nil, "--between"), (normalized, "--normalized"), (weighted, "--weighted"),
      (epsilon != nil, "--epsilon"), (restart != nil, "--restart"),
    ] where isGiven {
      throw Misuse("\(option) goes with measures without times; found '\(one.rawValue)'.")
    }
  }

  private func checkAmong(_ network: MeasuredNetwork.Kind) throws {
    let fits: Bool =
      switch among {
      case .all, .actors: true
      case .agreements: [.incidence, .links, .contacts].contains(network)
      case .territories: network == .links
      }
    guard !fits else { return }
    throw Misuse(
      "--among \(among.rawValue) goes with --network \(among == .territories ? "links" : "incidence, links or contacts"): the others have "
        + "no \(among.rawValue).")
  }

  /// The options of the measures.
  func options(in graph: DiplomaticGraph) throws -> Centrality.Options {
    var options = Centrality.Options(
      between: try entities(between, "--between", in: graph), among: among.category,
      isNormalized: normalized,
      weights: !weighted ? .ignored : lengths == .weight ? .lengths : .strengths)
    if between != nil, Set(options.between).count < 2 {
      throw Misuse("--between names fewer than two entities; expected two or more, separated by commas.")
    }
    options.restart = try entities(restart, "--restart", in: graph)
    if restart != nil, options.restart.isEmpty {
      throw Misuse("--restart names no entity; expected one or more, separated by commas.")
    }
    if let alpha { options.attenuation = .alpha(alpha) }
    if let epsilon { options.sampling = Centrality.Sampling(epsilon: epsilon, delta: delta) }
    options.seed = seed
    return options
  }

  func entities(_ list: String?, _ option: String, in graph: DiplomaticGraph) throws -> [EntityID] {
    try (list?.split(separator: ",") ?? []).map { word in
      let name = word.trimmingSpaces()
      guard graph[EntityID(name)] != nil else {
        throw Misuse(
          "\(option): '\(name)' is not an entity of this graph."
            + didYouMean(name, among: graph.entities.map(\.id.rawValue)))
      }
      return EntityID(name)
    }
  }
}

/// Which network of a view is measured.
struct NetworkArguments: ParsableArguments {
  @Option(
    help:
      "The network to measure: actors and agreements (incidence), actors joined by shared agreements (projection), the direct links of all entities (links) or of actors (ties), or contacts in time (contacts). Default: contacts for measures of journeys and walks, otherwise the incidence, or the links of a graph without agreements."
  )
  var network: MeasuredNetwork.Kind?

  @Option(
    help:
      "How a projection is weighted: by shared agreements, or by the sum of 1/(k-1) over those of k actors (newman)."
  )
  var projection: MeasuredNetwork.ProjectionWeight = .shared

  @Option(help: "With --at: count what possibly holds, or only what certainly holds.")
  var dates: DateAssumption = .possible

  /// What is measured of a graph.
  func kind(of measures: [Measure], in graph: DiplomaticGraph) -> MeasuredNetwork.Kind {
    if let network { return network }
    if measures.contains(where: \.isTemporal) { return .contacts }
    return graph.hasAgreements ? .incidence : .links
  }

  /// The network of a view, of what holds possibly or certainly.
  /// - Parameter contacts: The network of contacts, where that is measured.
  func measured(
    _ view: GraphView, _ kind: MeasuredNetwork.Kind, _ dates: DateAssumption,
    contacts: () -> MeasuredNetwork
  ) -> MeasuredNetwork {
    switch kind {
    case .incidence: MeasuredNetwork(IncidenceNetwork(view, dates: dates))
    case .projection: MeasuredNetwork(projectionOf: IncidenceNetwork(view, dates: dates), projection)
    case .links: MeasuredNetwork(linksOf: view, dates: dates)
    case .ties: MeasuredNetwork(linksOf: view, dates: dates, actorsOnly: true)
    case .contacts: contacts()
    }
  }
}

/// A measure of nodes or of edges, by its name.
private struct AnyMeasure: CaseIterable, Hashable, RawRepresentable {
  let rawValue: String

  init?(rawValue: String) {
    guard Measure(rawValue: rawValue) != nil || EdgeMeasure(rawValue: rawValue) != nil else { return nil }
    self.rawValue = rawValue
  }

  static var allCases: [AnyMeasure] {
    (Measure.allCases.map(\.rawValue) + EdgeMeasure.allCases.map(\.rawValue)).compactMap(AnyMeasure.init)
  }
}

extension DateAssumption: ExpressibleByArgument {}
extension MeasuredNetwork.Kind: ExpressibleByArgument {}
extension MeasuredNetwork.ProjectionWeight: ExpressibleByArgument {}

extension DiplomaticGraph {
  var hasAgreements: Bool { entities.contains { $0.category == .agreement } }
}
