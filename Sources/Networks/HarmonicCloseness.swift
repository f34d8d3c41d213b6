extension Network {
  /// How near each node is to the others: the sum of 1/d over the others, d being the distance from the
  /// other node to this one.
  ///
  /// Every edge has length 1. In a directed network distances are those of arriving paths, as in NetworkX;
  /// reverse the edges for departing ones. Parallel edges and self-loops make no difference. A node that
  /// cannot reach this one adds 0, so the measure needs no connected network. The centre of a star of n
  /// nodes scores n−1.
  ///
  /// With `endpoints`, only pairs whose two ends are both listed count, though paths may run through any
  /// node; a node that is not listed scores 0. Duplicates in the list do not matter.
  /// - Parameters:
  ///   - endpoints: The nodes whose pairs count, or nil for all nodes. A node that is not below
  ///     `nodeCount` traps.
  ///   - normalization: `.pairs` divides by the number of other endpoints.
  /// - Returns: One score per node, in node order, the same to the last bit on every run; empty for an empty network.
  /// - Complexity: O(*km*) time, O(*n* + *m*) memory; *n* nodes, *m* edges, *k* endpoints.
  /// - SeeAlso: M. Marchiori and V. Latora, Physica A 285(3–4), 2000, doi:10.1016/S0378-4371(00)00311-3;
  ///   P. Boldi and S. Vigna, Internet Mathematics 10(3–4), 2014, doi:10.1080/15427951.2013.865686.
  public func harmonicCloseness(among endpoints: [NodeIndex]? = nil, normalization: Normalization = .none)
    -> [Double]
  {
    let weights = weights(of: endpoints)
    let others = weights.reduce(0, +) - 1
    var scores = [Double](repeating: 0, count: nodeCount)
    let adjacency = incoming.withoutParallelsAndLoops()
    let offsets = adjacency.offsets.span
    let targets = adjacency.targets.span
    var seen = [Bool](repeating: false, count: nodeCount)
    var order = [Int32](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount where weights[node] == 1 {
      scores[node] = sumOfReciprocals(
        around: node, weights: weights.span, offsets: offsets, targets: targets, seen: &seen, order: &order)
      if normalization == .pairs, others > 0 { scores[node] /= others }
    }
    return scores
  }
}

/// A breadth-first search level by level: each level adds its endpoints divided by its distance.
///
/// Expects every node unseen and leaves it so; `order` is room for one number per node.
private func sumOfReciprocals(
  around centre: Int, weights: Span<Double>, offsets: Span<Int>, targets: Span<NodeIndex>,
  seen: inout [Bool], order: inout [Int32]
) -> Double {
  var seen = seen.mutableSpan
  var order = order.mutableSpan
  seen[centre] = true
  order[0] = Int32(centre)
  var head = 0
  var tail = 1
  var distance = 0.0
  var sum = 0.0
  while head < tail {
    let levelEnd = tail
    distance += 1
    var endpointsInLevel = 0.0
    while head < levelEnd {
      let node = Int(order[head])
      head += 1
      for slot in offsets[node]..<offsets[node + 1] {
        let target = targets[slot].position
        if seen[target] { continue }
        seen[target] = true
        order[tail] = Int32(target)
        tail += 1
        endpointsInLevel += weights[target]
      }
    }
    sum += endpointsInLevel / distance
  }
  for place in 0..<tail { seen[Int(order[place])] = false }
  return sum
}
