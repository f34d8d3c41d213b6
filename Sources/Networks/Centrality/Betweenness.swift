extension Network {
  /// How often each node lies on shortest paths between two others.
  ///
  /// For each pair of nodes, a node between them scores the share of the pair's shortest paths that pass
  /// through it; ends of a path score nothing. Follows direction. Of parallel edges the shortest counts, once even where several are
  /// as short; self-loops are ignored. In an undirected network each pair counts once, so the centre of a
  /// star of n nodes scores (n−1)(n−2)/2; in a directed one each ordered pair counts. Unreachable pairs add 0.
  ///
  /// Whether two paths by weights are equally long is decided exactly where all weights are multiples of one number, as decimals,
  /// fractions and reciprocals of them are (``comparesLengthsExactly``): 0.1 and 0.2 are as long as 0.3. Otherwise they are if they
  /// differ by less than ``lengthTolerance`` of their length; igraph allows about 10⁻¹⁰, NetworkX nothing.
  ///
  /// With `endpoints`, only pairs whose two ends are both listed count, though paths may run through any
  /// node: in an incidence network of actors and agreements, listing the actors asks who stands between
  /// actors. Duplicates in the list do not matter.
  ///
  /// Where an endpoint and a node have more than 10^308 shortest paths, all is computed anew with numbers that hold more: right, but
  /// slower.
  /// - Parameters:
  ///   - length: What a path is as long as. Where it is weights, one of 0 traps, since two nodes at distance 0 have no number of
  ///     shortest paths, as do weights that lie farther apart than ``weightSpread``.
  ///   - endpoints: The nodes whose pairs count, or nil for all nodes. A node that is not below
  ///     `nodeCount` traps.
  ///   - normalization: `.pairs` divides a node's score by the number of pairs of other endpoints.
  ///   - threads: How many threads may work; fewer than 1 traps.
  /// - Returns: One score per node, in node order, the same to the last bit on every run and with any number of
  ///   threads; empty for an empty network.
  /// - Complexity: O(*km*) time by edges, O(*k*(*n* + *m*) log *n*) by weights, O(*n* + *m*) memory for each thread; *n* nodes, *m*
  ///   edges, *k* endpoints. By edges there count as one: undirected nodes with the same neighbours, and all endpoints beyond a node
  ///   without which they would be cut off.
  /// - SeeAlso: U. Brandes, J. Math. Sociology 25(2), 2001, doi:10.1080/0022250X.2001.9990249; R. Puzis et
  ///   al., Topology manipulations for speeding betweenness centrality computation, J. Complex Networks 3(1), 2015;
  ///   A. E. Sarıyüce et al., Shattering and compressing networks for centrality analysis, arXiv:1209.6007, 2012.
  public func betweenness(
    length: PathLength = .edges, among endpoints: [NodeIndex]? = nil, normalization: Normalization = .none,
    threads: ThreadCount = .all
  ) -> [Double] {
    let weights = weights(of: endpoints)
    let endpointCount = weights.reduce(0, +)
    let pairs = direction == .undirected ? 0.5 : 1
    var scores =
      length == .weights && isWeighted
      ? lengthDependencies(length: length, counts: weights, threads: threads).ofNodes
      : betweennessByEdges(weights, threads)
    for node in 0..<nodeCount {
      // An undirected pair was seen from both its ends.
      scores[node] *= pairs
      if normalization == .pairs {
        let others = endpointCount - weights[node]
        let possible = others * (others - 1) * pairs
        if possible > 0 { scores[node] /= possible }
      }
    }
    return scores
  }

  /// Scores by ordered pairs.
  private func betweennessByEdges(_ weights: [Double], _ threads: ThreadCount) -> [Double] {
    let scores =
      direction == .undirected
      ? undirectedBetweenness(weights, threads) : directedBetweenness(weights, threads)
    guard scores.contains(where: \.isNaN) else { return scores }
    return wideDependencies(along: outgoing.withoutParallelsAndLoops(), counts: weights, threads: threads)
      .ofNodes
  }

  private func directedBetweenness(_ weights: [Double], _ threads: ThreadCount) -> [Double] {
    dependencies(
      in: PathGraph(
        outgoing: outgoing.withoutParallelsAndLoops(), incoming: incoming.withoutParallelsAndLoops(),
        weights: weights), threads: threads)
  }

  private func undirectedBetweenness(_ weights: [Double], _ threads: ThreadCount) -> [Double] {
    let simple = outgoing.withoutParallelsAndLoops()
    let blocks = Blocks(of: simple, weights: weights)
    var scores = blocks.pairsApart(weights: weights)
    let parts = BlockGraph(of: simple, blocks: blocks)
    let twins = Twins(of: parts.adjacency)
    let graph = PathGraph(parts, twins: twins)
    let found = dependencies(in: graph, threads: threads)
    for copy in parts.originals.indices {
      let place = Int(graph.places[copy])
      scores[Int(parts.originals[copy])] += found[place] / graph.copies[place]
    }
    addPairsOfTwins(parts, twins, to: &scores)
    return scores
  }
}

/// Each two twins that are not joined have paths through each of their neighbours.
private func addPairsOfTwins(_ parts: BlockGraph, _ twins: Twins, to scores: inout [Double]) {
  var sums = [Double](repeating: 0, count: twins.first.count)
  var squares = sums
  for node in sums.indices where twins.isApart[node] {
    sums[Int(twins.first[node])] += parts.weights[node]
    squares[Int(twins.first[node])] += parts.weights[node] * parts.weights[node]
  }
  for node in sums.indices where twins.isApart[node] && twins.first[node] == node {
    let share = (sums[node] * sums[node] - squares[node]) / Double(parts.adjacency.degree(node))
    for target in parts.adjacency.row(node) { scores[Int(parts.originals[target.position])] += share }
  }
}

/// For each node of a graph, over all sources and all the nodes that it stands for, the dependencies of the
/// sources on it, added up.
private func dependencies(in graph: PathGraph, threads: ThreadCount) -> [Double] {
  let batches = SourceBatches(of: graph)
  return sumInOrder(
    count: batches.tasks.count - 1, length: graph.copies.count, of: Double.self, threads: threads
  ) {
    PathRoom(for: graph, batches)
  } work: { task, room, scores in
    for batch in batches.batches[batches.tasks[task]..<batches.tasks[task + 1]] {
      room.add(from: batches.sources[batch.sources], batch, of: graph, to: &scores)
    }
  }
}

/// What a thread needs for the batches that there are.
private struct PathRoom: ~Copyable {
  private var lanes: PathLanes?
  private let search: PathSearch?

  init(for graph: PathGraph, _ batches: SourceBatches) {
    lanes = batches.batches.contains { !$0.isSeparate } ? PathLanes(nodeCount: graph.copies.count) : nil
    search = batches.batches.contains { $0.isSeparate } ? PathSearch(for: graph) : nil
  }

  mutating func add(
    from sources: ArraySlice<Int32>, _ batch: SourceBatches.Batch, of graph: PathGraph,
    to scores: inout [Double]
  ) {
    if batch.isSeparate {
      for source in sources { search?.add(from: Int(source), of: graph, to: &scores) }
    } else {
      lanes?.add(from: sources, in: batch.piece, of: graph, to: &scores)
    }
  }
}
