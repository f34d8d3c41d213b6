extension PathLanes {
  /// Walks back from the last level to the first after the sources.
  func collect(weighing sourceWeights: Lanes, of graph: PathGraph, to scores: inout [Double]) {
    for depth in stride(from: levels.count - 1, to: 0, by: -1) {
      let level = levels[depth]
      if depth == levels.count - 1 {
        settle(level, weighing: sourceWeights, of: graph, to: &scores)
        continue
      }
      let below = levels[depth + 1]
      let isPushing = isPushingFaster(along: below.arcsIn, than: level.arcsOut)
      if isPushing {
        pushShares(from: below, along: graph.incoming)
      } else {
        pullShares(to: level, along: graph.outgoing)
      }
      settle(level, weighing: sourceWeights, of: graph, to: &scores)
      if isPushing { clearSums(after: below, along: graph.incoming) }
    }
  }

  /// Adds the shares of a level's nodes to the sums of the nodes that arcs lead from.
  private func pushShares(from level: Level, along adjacency: Adjacency) {
    let offsets = adjacency.offsets.span
    let targets = adjacency.targets.span
    for place in level.nodes {
      let node = Int(levelNodes[place])
      let value = shares[node]
      for slot in offsets[node]..<offsets[node + 1] { sums[targets[slot].position] += value }
    }
  }

  /// Takes back what a push left at nodes of other levels.
  private func clearSums(after level: Level, along adjacency: Adjacency) {
    let offsets = adjacency.offsets.span
    let targets = adjacency.targets.span
    for place in level.nodes {
      let node = Int(levelNodes[place])
      for slot in offsets[node]..<offsets[node + 1] { sums[targets[slot].position] = .zero }
    }
  }

  /// Sums up for each node of a level the shares of the nodes that its arcs lead to.
  private func pullShares(to level: Level, along adjacency: Adjacency) {
    let offsets = adjacency.offsets.span
    let targets = adjacency.targets.span
    for place in level.nodes {
      let node = Int(levelNodes[place])
      var sum = Lanes.zero
      for slot in offsets[node]..<offsets[node + 1] { sum += shares[targets[slot].position] }
      sums[node] = sum
    }
  }

  /// Turns the sums of a level's nodes into their scores and shares.
  private func settle(
    _ level: Level, weighing sourceWeights: Lanes, of graph: PathGraph, to scores: inout [Double]
  ) {
    let copies = graph.copies.span
    let weights = graph.weights.span
    var scores = scores.mutableSpan
    for place in level.nodes {
      let node = Int(levelNodes[place])
      let lanes = levelLanes[place]
      let paths = paths[node]
      let perPath = sums[node].keeping(lanes)
      sums[node] = .zero
      scores[node] += (perPath * paths * sourceWeights).total
      let ends = (Lanes(repeating: weights[node]) / paths).keeping(lanes)
      shares[node] += (ends + perPath) * copies[node]
    }
  }
}
