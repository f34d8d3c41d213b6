/// Who follows whom, as compressed sparse rows: the targets of node `v` are
/// `targets[offsets[v]..<offsets[v + 1]]`.
struct Adjacency: Sendable {
  let offsets: [Int]
  let targets: [NodeIndex]
  /// The weight of each arc, beside its target; nil when there are none.
  let weights: [Double]?
  /// Whether there are no self-loops and no parallel arcs, as far as that is known.
  let isSimple: Bool

  var nodeCount: Int { offsets.count - 1 }

  /// The targets of a node.
  func row(_ node: Int) -> ArraySlice<NodeIndex> { targets[offsets[node]..<offsets[node + 1]] }

  /// How many targets a node has.
  func degree(_ node: Int) -> Int { offsets[node + 1] - offsets[node] }

  /// Rows in any order within themselves; `transposed()` sorts.
  init(nodeCount: Int, arcs: [(NodeIndex, NodeIndex)], weights: [Double]? = nil) {
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    for (tail, _) in arcs { offsets[tail.position + 1] += 1 }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    var targets = [NodeIndex](repeating: NodeIndex(0), count: arcs.count)
    var placed = weights
    for (arc, (tail, head)) in arcs.enumerated() {
      let slot = next[tail.position]
      targets[slot] = head
      if let weights { placed?[slot] = weights[arc] }
      next[tail.position] += 1
    }
    self.init(offsets: offsets, targets: targets, weights: placed)
  }

  init(offsets: [Int], targets: [NodeIndex], weights: [Double]? = nil, isSimple: Bool = false) {
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
    self.isSimple = isSimple
    assert(weights == nil || weights?.count == targets.count, "Every arc has a weight, or none has.")
    assert(
      offsets.last == targets.count,
      "The last offset was \(offsets.last ?? -1); it equals the \(targets.count) targets.")
    assert(
      zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 },
      "The offsets fall; they rise from node to node.")
  }

  /// Every arc turned round, each row in ascending order.
  func transposed() -> Adjacency {
    var reversedOffsets = [Int](repeating: 0, count: nodeCount + 1)
    for target in targets { reversedOffsets[target.position + 1] += 1 }
    for node in 0..<nodeCount { reversedOffsets[node + 1] += reversedOffsets[node] }
    var next = reversedOffsets
    var sources = [NodeIndex](repeating: NodeIndex(0), count: targets.count)
    var moved = weights
    var isSimple = true
    for node in 0..<nodeCount {
      let source = NodeIndex(node)
      for slot in offsets[node]..<offsets[node + 1] {
        let target = targets[slot].position
        let place = next[target]
        // Arcs from one node come to a row one after the other.
        if target == node || place > reversedOffsets[target] && sources[place - 1] == source {
          isSimple = false
        }
        sources[place] = source
        if let weights { moved?[place] = weights[slot] }
        next[target] = place + 1
      }
    }
    return Adjacency(offsets: reversedOffsets, targets: sources, weights: moved, isSimple: isSimple)
  }

  /// The same arcs with the weights of parallel ones in ascending order, so that the order in which edges were given makes no
  /// difference; expects ascending rows.
  func withSortedParallels() -> Adjacency {
    guard !isSimple, var sorted = weights else { return self }
    for node in 0..<nodeCount {
      var start = offsets[node]
      while start < offsets[node + 1] {
        var end = start + 1
        while end < offsets[node + 1], targets[end] == targets[start] { end += 1 }
        if end - start > 1 { sorted[start..<end].sort() }
        start = end
      }
    }
    return Adjacency(offsets: offsets, targets: targets, weights: sorted, isSimple: isSimple)
  }

  /// The same rows without weights.
  func withoutWeights() -> Adjacency {
    Adjacency(offsets: offsets, targets: targets, isSimple: isSimple)
  }

  /// The same rows with changed weights.
  func mappingWeights(_ change: (Double) -> Double) -> Adjacency {
    let changed = (weights ?? [Double](repeating: 1, count: targets.count)).map { weight in
      let next = change(weight)
      precondition(
        next.isFinite && next >= 0, "A weight became \(next); weights are finite and not negative.")
      return next
    }
    return Adjacency(offsets: offsets, targets: targets, weights: changed, isSimple: isSimple)
  }

  /// What becomes of the weights of parallel arcs that are made one.
  enum Parallels {
    /// They add up: weights are strengths.
    case added
    /// The least counts: weights are lengths.
    case least
  }

  /// The same rows without self-loops and with parallel arcs once, with a weight each; without weights every arc
  /// weighs 1, and with `added` as often as it is there.
  func simple(_ parallels: Parallels, loops: Bool = false) -> Adjacency {
    if isSimple, weights != nil { return self }
    return merging(parallels, loops: loops, weights ?? [Double](repeating: 1, count: targets.count))
  }

  /// The same rows without self-loops and with parallel arcs once; expects ascending rows.
  func withoutParallelsAndLoops() -> Adjacency {
    isSimple ? withoutWeights() : merging(.added, loops: false, nil)
  }

  private func merging(_ parallels: Parallels, loops: Bool, _ weights: [Double]?) -> Adjacency {
    var (merged, ends) = (targets, offsets)
    var mergedWeights = weights ?? []
    var count = 0
    do {
      let offsets = offsets.span
      // What is kept moves down, over what has been read.
      var targets = merged.mutableSpan
      var strengths = mergedWeights.mutableSpan
      for node in 0..<nodeCount {
        let start = count
        for slot in offsets[node]..<offsets[node + 1] {
          let target = targets[slot]
          if !loops, target.position == node { continue }
          if count == start || targets[count - 1] != target {
            targets[count] = target
            if weights != nil { strengths[count] = strengths[slot] }
            count += 1
          } else if weights != nil {
            let (sum, weight) = (strengths[count - 1], strengths[slot])
            strengths[count - 1] = parallels == .added ? sum + weight : min(sum, weight)
          }
        }
        ends[node + 1] = count
      }
    }
    merged.removeLast(merged.count - count)
    if weights != nil { mergedWeights.removeLast(mergedWeights.count - count) }
    return Adjacency(
      offsets: ends, targets: merged, weights: weights == nil ? nil : mergedWeights, isSimple: !loops)
  }
}
