extension Network {
  /// How often each node lies on shortest paths between two others.
  ///
  /// For each pair of nodes, a node between them scores the share of the pair's shortest paths that pass
  /// through it; ends of a path score nothing. Every edge has length 1. Follows direction. Parallel edges
  /// count once; self-loops are ignored. In an undirected network each pair counts once, so the centre of a
  /// star of n nodes scores (n−1)(n−2)/2; in a directed one each ordered pair counts. Unreachable pairs add 0.
  ///
  /// With `endpoints`, only pairs whose two ends are both listed count, though paths may run through any
  /// node: in an incidence network of actors and agreements, listing the actors asks who stands between
  /// actors. Duplicates in the list do not matter.
  ///
  /// Path counts are kept as doubles; where a pair has more than 10^308 shortest paths the method traps.
  /// - Parameters:
  ///   - endpoints: The nodes whose pairs count, or nil for all nodes. A node that is not below
  ///     `nodeCount` traps.
  ///   - normalization: `.pairs` divides a node's score by the number of pairs of other endpoints.
  /// - Returns: One score per node, in node order, the same to the last bit on every run; empty for an empty network.
  /// - Complexity: O(*km*) time, O(*n* + *m*) memory; *n* nodes, *m* edges, *k* endpoints.
  /// - SeeAlso: U. Brandes, J. Math. Sociology 25(2), 2001, doi:10.1080/0022250X.2001.9990249.
  public func betweenness(among endpoints: [NodeIndex]? = nil, normalization: Normalization = .none)
    -> [Double]
  {
    let weights = weights(of: endpoints)
    var scores = [Double](repeating: 0, count: nodeCount)
    let adjacency = outgoing.withoutParallelsAndLoops()
    let offsets = adjacency.offsets.span
    let targets = adjacency.targets.span
    var distance = [Int32](repeating: -1, count: nodeCount)
    var sigma = [Double](repeating: 0, count: nodeCount)
    var share = sigma
    var order = [Int32](repeating: 0, count: nodeCount)
    for source in 0..<nodeCount where weights[source] == 1 {
      let reached = countPaths(
        from: source, offsets: offsets, targets: targets, distance: &distance, sigma: &sigma, order: &order)
      addDependencies(
        inReverseOf: order.span.extracting(first: reached), sigma: sigma.span, weights: weights.span,
        offsets: offsets, targets: targets, distance: &distance, share: &share, scores: &scores)
    }
    let endpointCount = weights.reduce(0, +)
    for node in 0..<nodeCount {
      // An undirected pair was seen from both its ends.
      if direction == .undirected { scores[node] /= 2 }
      if normalization == .pairs {
        let others = endpointCount - weights[node]
        let orderedPairs = others * (others - 1)
        let pairs = direction == .undirected ? orderedPairs / 2 : orderedPairs
        if pairs > 0 { scores[node] /= pairs }
      }
    }
    return scores
  }
}

// Brandes 2001: sigma = number of shortest paths from the source, delta = dependency of the source on a node.

/// A breadth-first search that counts shortest paths and lists the nodes it reaches, nearest first.
///
/// Expects every distance to be −1.
/// - Returns: How many nodes were reached, the source included.
private func countPaths(
  from source: Int, offsets: Span<Int>, targets: Span<NodeIndex>,
  distance: inout [Int32], sigma: inout [Double], order: inout [Int32]
) -> Int {
  var distance = distance.mutableSpan
  var sigma = sigma.mutableSpan
  var order = order.mutableSpan
  distance[source] = 0
  sigma[source] = 1
  order[0] = Int32(source)
  var head = 0
  var tail = 1
  while head < tail {
    let node = Int(order[head])
    head += 1
    let next = distance[node] + 1
    let paths = sigma[node]
    for slot in offsets[node]..<offsets[node + 1] {
      let target = targets[slot].position
      if distance[target] < 0 {
        distance[target] = next
        sigma[target] = paths
        order[tail] = Int32(target)
        tail += 1
      } else if distance[target] == next {
        sigma[target] += paths
      }
    }
  }
  return tail
}

/// Walks back from the farthest node, adds each node's dependency to its score, and sets the distances
/// back to −1. `share` is room for (weight + delta) / sigma, what a predecessor takes per path.
private func addDependencies(
  inReverseOf order: Span<Int32>, sigma: Span<Double>, weights: Span<Double>, offsets: Span<Int>,
  targets: Span<NodeIndex>, distance: inout [Int32], share: inout [Double], scores: inout [Double]
) {
  var distance = distance.mutableSpan
  var share = share.mutableSpan
  var scores = scores.mutableSpan
  var place = order.count - 1
  while place >= 0 {
    let node = Int(order[place])
    let next = distance[node] + 1
    var sum = 0.0
    for slot in offsets[node]..<offsets[node + 1] {
      let target = targets[slot].position
      if distance[target] == next { sum += share[target] }
    }
    precondition(
      sigma[node].isFinite, "Two nodes have more than 10^308 shortest paths; betweenness counts up to that.")
    let delta = sigma[node] * sum
    share[node] = (weights[node] + delta) / sigma[node]
    if place > 0 { scores[node] += delta }
    place -= 1
  }
  for place in order.indices { distance[Int(order[place])] = -1 }
}
