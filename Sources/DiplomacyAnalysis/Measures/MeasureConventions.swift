import Diplomacy
import Networks

extension Measure {
  /// What the measure counts, in a sentence for a footnote.
  /// - Parameters:
  ///   - kind: What the nodes and edges of the network are.
  ///   - isDirected: Whether edges lead one way.
  ///   - options: How it is measured.
  public func convention(
    in kind: MeasuredNetwork.Kind = .incidence, isDirected: Bool = false,
    _ options: Centrality.Options = Centrality.Options()
  ) -> String {
    let isNormalized = options.isNormalized
    let scale = isNormalized ? "divided by the number of pairs" : "not normalized"
    let share = isNormalized ? ", divided by the number of other nodes" : ""
    switch self {
    case .degree where kind == .incidence:
      return
        "degree: the number of agreements of an actor, or of actors of an agreement; each pair once, whatever the roles"
        + share
    case .degree:
      return
        (isDirected
        ? "degree: the number of edges that lead to or from the node" : "degree: the number of neighbours")
        + share
    case .inDegree: return "in-degree: the number of edges that lead to the node" + share
    case .outDegree: return "out-degree: the number of edges that lead from the node" + share
    case .strength: return "strength: the sum of the weights of the edges"
    case .inStrength: return "in-strength: the sum of the weights of the edges that lead to the node"
    case .outStrength: return "out-strength: the sum of the weights of the edges that lead from the node"
    case .closeness:
      return
        "closeness: the reciprocal of the mean distance of those that reach the node, times the share of the others that "
        + "do (Wasserman and Faust 1994)"
    case .harmonic:
      return
        "harmonic: harmonic closeness, the sum of 1/distance \(isDirected ? "from" : "to") all other nodes, \(scale); "
        + "unreachable nodes add 0 (Marchiori and Latora 2000)"
    case .betweenness:
      return
        "betweenness: shortest paths between all \(isDirected ? "ordered" : "unordered") pairs of nodes, each pair once, "
        + "\(scale); unreachable pairs add 0 (Brandes 2001)"
    case .eigenvector:
      return
        "eigenvector: eigenvector centrality, Euclidean norm 1; outside of the component with the largest eigenvalue 0 "
        + "(Bonacich 1987)"
    case .katz:
      return
        "katz: Katz centrality with alpha \(options.attenuation.words) and beta 1, not normalized (Katz 1953)"
    case .pagerank:
      let start = options.restart.map(\.rawValue).joined(separator: ", ")
      return
        "pagerank: PageRank with damping 0.85, sum 1\(start.isEmpty ? "" : ", starting again at \(start)") "
        + "(Brin and Page 1998)"
    case .hub: return "hub: HITS, the hub scores, sum 1 (Kleinberg 1999)"
    case .authority: return "authority: HITS, the authority scores, sum 1 (Kleinberg 1999)"
    case .core:
      return
        "core: the core number, the largest k of a k-core that the node belongs to (Batagelj and Zaversnik 2003)"
    case .constraint: return "constraint: Burt's constraint; nodes without neighbours have none (Burt 1992)"
    case .effectiveSize:
      return
        "effective-size: Burt's effective size of the neighbourhood; nodes without neighbours have none (Burt 1992)"
    case .articulation:
      return
        "articulation: 1 for a node without which its component would fall apart, otherwise 0 (Hopcroft and Tarjan 1973)"
    case .component:
      return "component: the connected component, numbered from 1 by size" + (isDirected ? "; weak ones" : "")
    case .strongComponent:
      return "strong-component: the strongly connected component, numbered from 1 by size (Tarjan 1972)"
    case .community:
      return
        "community: the community, numbered from 1 by size, in a division of the highest modularity: the best of all where it can be found, else "
        + "by the Leiden algorithm (Newman and Girvan 2004; Traag, Waltman and van Eck 2019)"
    case .outReach:
      return "out-reach: how many other actors journeys from the actor reach"
    case .inReach:
      return "in-reach: from how many other actors journeys reach the actor"
    case .temporalCloseness, .temporalBetweenness, .temporalKatz, .temporalWalk, .temporalPageRank:
      return temporalConvention(options.temporal)
    }
  }
}

extension Measure {
  private func temporalConvention(_ options: TemporalOptions) -> String {
    let hop = "\(options.alpha)"
    let walks =
      "walks through contacts at rising days, each on its first day, uncertain dates taken at their earliest"
    switch self {
    case .temporalCloseness:
      let distance =
        switch options.distance {
        case .steps: "the fewest steps of a journey"
        case .duration: "1 and the years of the fastest journey (of 365.25 days)"
        case .arrival:
          "1 and the years (of 365.25 days) until the earliest arrival, from the date before which no journey departs, or else "
            + "the beginning of the first contact"
        }
      return
        "temporal-closeness: the sum of 1/distance to all other actors, the distance being \(distance); unreachable ones add 0 "
        + "(Pan and Saramäki 2011)"
    case .temporalBetweenness:
      let best =
        options.best == .shortest
        ? "those with the fewest steps" : "those with the fewest steps among the earliest"
      return
        "temporal-betweenness: the share of the best journeys, \(best), that pass through it, over all ordered pairs of actors, "
        + "not normalized (Buß and others 2020; Brunelli, Crescenzi and Viennot 2025)"
    case .temporalKatz:
      let fading =
        options.halfLife.map { ", and half after each \($0 / 86_400) days since its first" } ?? ""
      return
        "temporal-katz: the sum of the \(walks), that end there; a walk counts \(hop) for each step\(fading) (Béres and others "
        + "2018)"
    case .temporalWalk:
      return
        "temporal-walk: the number of \(walks), that pass through it; each step but the two at it counts \(hop) before it and "
        + "\(options.beta ?? options.alpha) after it (Oettershagen, Mutzel and Kriege 2022)"
    default:
      return
        "temporal-pagerank: where walkers are found who follow the \(walks.dropFirst("walks through ".count)); damping 0.85, the share "
        + "\(options.staying) stays for later contacts, sum 1 (Rozenshtein and Gionis 2016)"
    }
  }
}

extension EdgeMeasure {
  /// What the measure counts, in a sentence for a footnote.
  public func convention(isDirected: Bool = false, isNormalized: Bool = false) -> String {
    switch self {
    case .betweenness:
      "edge-betweenness: shortest paths between all \(isDirected ? "ordered" : "unordered") pairs of nodes that cross the "
        + "edge, \(isNormalized ? "divided by the number of pairs" : "not normalized") (Girvan and Newman 2002)"
    case .bridge:
      "bridge: 1 for an edge without which its component would fall apart, otherwise 0 (Hopcroft and Tarjan 1973)"
    }
  }
}

extension Network.Attenuation {
  /// The factor in words.
  fileprivate var words: String {
    switch self {
    case .alpha(let alpha): "\(alpha)"
    case .share(let share): "\(share) of the reciprocal of the spectral radius"
    }
  }
}
