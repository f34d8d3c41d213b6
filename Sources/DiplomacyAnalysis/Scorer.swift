import Diplomacy
import Networks

/// Computes measures on one network, each with its options.
struct Scorer {
  private let network: Network
  /// The same with distances for weights.
  private let distances: Network
  private let options: Centrality.Options
  private let endpoints: [NodeIndex]?

  init(_ measured: MeasuredNetwork, _ options: Centrality.Options) {
    self.options = options
    let nodes = measured.positions.indices
    if options.between.isEmpty, options.among == nil {
      endpoints = nil
    } else {
      let ids = Set(options.between)
      endpoints = nodes.filter { node in
        let entity = measured.entity(at: node)
        return (ids.isEmpty || ids.contains(entity.id))
          && (options.among.map { $0 == entity.category } ?? true)
      }.map { NodeIndex($0) }
    }
    let given = measured.network
    network = options.isWeighted ? given : given.withoutWeights()
    distances =
      options.isWeighted ? given.withWeights { $0 > 0 ? 1 / $0 : .greatestFiniteMagnitude } : network
  }

  func scores(_ measure: Measure) throws(MeasureError) -> [Double] {
    switch measure {
    case .degree:
      let degrees = network.degree().map(Double.init)
      guard options.isNormalized, degrees.count > 1 else { return degrees }
      return degrees.map { $0 / Double(degrees.count - 1) }
    case .strength: return network.strength()
    case .closeness:
      return distances.closeness(among: endpoints, length: options.isWeighted ? .weights : .edges)
    case .harmonic:
      return options.isWeighted
        ? distances.weightedHarmonicCloseness(
          among: endpoints, normalization: options.isNormalized ? .pairs : .none)
        : network.harmonicCloseness(among: endpoints, normalization: options.isNormalized ? .pairs : .none)
    case .betweenness:
      return network.betweenness(among: endpoints, normalization: options.isNormalized ? .pairs : .none)
    case .eigenvector: return try network.eigenvectorCentrality()
    case .katz: return try network.katzCentrality()
    case .pagerank: return try network.pageRank()
    case .hub: return try network.hubsAndAuthorities().hubs
    case .authority: return try network.hubsAndAuthorities().authorities
    case .core: return network.coreNumbers().map(Double.init)
    case .constraint: return network.constraint()
    case .effectiveSize: return network.effectiveSize()
    }
  }
}
