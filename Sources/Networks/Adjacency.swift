/// Who follows whom, as compressed sparse rows: the targets of node `v` are
/// `targets[offsets[v]..<offsets[v + 1]]`.
struct Adjacency: Sendable {
  let offsets: [Int]
  let targets: [NodeIndex]

  var nodeCount: Int { offsets.count - 1 }

  /// Rows in any order within themselves; `transposed()` sorts.
  init(nodeCount: Int, arcs: [(NodeIndex, NodeIndex)]) {
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    for (tail, _) in arcs { offsets[tail.position + 1] += 1 }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    var targets = [NodeIndex](repeating: NodeIndex(0), count: arcs.count)
    for (tail, head) in arcs {
      targets[next[tail.position]] = head
      next[tail.position] += 1
    }
    self.init(offsets: offsets, targets: targets)
  }

  init(offsets: [Int], targets: [NodeIndex]) {
    self.offsets = offsets
    self.targets = targets
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
    for node in 0..<nodeCount {
      let source = NodeIndex(node)
      for slot in offsets[node]..<offsets[node + 1] {
        let target = targets[slot].position
        sources[next[target]] = source
        next[target] += 1
      }
    }
    return Adjacency(offsets: reversedOffsets, targets: sources)
  }

  /// The same rows without self-loops and with parallel arcs once; expects ascending rows.
  func withoutParallelsAndLoops() -> Adjacency {
    var simpleOffsets = [0]
    simpleOffsets.reserveCapacity(offsets.count)
    var simpleTargets: [NodeIndex] = []
    simpleTargets.reserveCapacity(targets.count)
    for node in 0..<nodeCount {
      let rowStart = simpleTargets.count
      for slot in offsets[node]..<offsets[node + 1] {
        let target = targets[slot]
        if target.position == node { continue }
        if simpleTargets.count > rowStart, simpleTargets[simpleTargets.count - 1] == target { continue }
        simpleTargets.append(target)
      }
      simpleOffsets.append(simpleTargets.count)
    }
    return Adjacency(offsets: simpleOffsets, targets: simpleTargets)
  }
}
