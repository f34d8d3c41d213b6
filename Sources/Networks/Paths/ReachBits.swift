// M. Then et al. 2014: many breadth-first searches at once, each a bit of the numbers kept for a node. As with
// paths, one array is enough: what a neighbour has seen and a node has not was seen one level ago.

/// Room for 512 searches at a time; a thread keeps one.
///
/// - SeeAlso: M. Then et al., The More the Merrier: Efficient Multi-Source Graph Traversal, PVLDB 8(4), 2014,
///   doi:10.14778/2735496.2735507.
struct ReachBits: ~Copyable {
  /// The searches that have reached each node.
  private let seen: Workspace<SourceBits>
  /// What neighbours have seen, all zero between levels.
  private let arriving: Workspace<SourceBits>
  private let isTouched: Workspace<Bool>
  /// The nodes that something arrives at.
  private let touched: Workspace<Int32>
  /// The nodes reached by some search on the last level.
  private let level: Workspace<Int32>
  private var levelCount = 0
  /// The nodes that some search has not reached, in order, and some that all have.
  private let unfinished: Workspace<Int32>
  private var unfinishedCount = 0
  /// The arcs out of the nodes of the last level.
  private var levelArcs = 0
  /// The arcs into the nodes that some search has not reached.
  private var unfinishedArcs = 0

  init(nodeCount: Int) {
    seen = Workspace(repeating: .zero, count: nodeCount)
    arriving = Workspace(repeating: .zero, count: nodeCount)
    isTouched = Workspace(repeating: false, count: nodeCount)
    touched = Workspace(repeating: 0, count: nodeCount + 1)
    level = Workspace(repeating: 0, count: nodeCount)
    unfinished = Workspace(repeating: 0, count: nodeCount)
  }

  /// Adds to each node's sum, for each of up to 512 different sources, what its distance to the node is worth.
  mutating func add(
    from sources: ArraySlice<Int32>, outgoing: Adjacency, incoming: Adjacency,
    worth: (_ distance: Int128) -> Int128, to sums: inout [Int128]
  ) {
    let nodeCount = outgoing.nodeCount
    var all = SourceBits.zero
    levelArcs = 0
    levelCount = 0
    for (bit, source) in sources.enumerated() {
      var own = SourceBits.zero
      own[bit / 64] = 1 << UInt64(bit % 64)
      all |= own
      seen[Int(source)] = own
      level[levelCount] = source
      levelCount += 1
      levelArcs += outgoing.degree(Int(source))
    }
    for node in 0..<nodeCount { unfinished[node] = Int32(truncatingIfNeeded: node) }
    unfinishedCount = nodeCount
    unfinishedArcs = incoming.targets.count
    var distance: Int128 = 0
    while levelCount > 0 {
      distance += 1
      let count =
        isPushingFaster(along: levelArcs, than: unfinishedArcs)
        ? push(along: outgoing) : pull(along: incoming, until: all)
      keepNew(
        count, until: all, worth: worth(distance), outgoing: outgoing.offsets.span,
        incoming: incoming.offsets.span, to: &sums)
    }
    for node in 0..<nodeCount { seen[node] = .zero }
  }

  /// - Returns: How many nodes were touched.
  private func push(along adjacency: Adjacency) -> Int {
    let offsets = adjacency.offsets.span
    let targets = adjacency.targets.span
    var count = 0
    for place in 0..<levelCount {
      let node = Int(level[place])
      let bits = seen[node]
      for slot in offsets[node]..<offsets[node + 1] {
        let target = targets[slot].position
        touched[count] = targets[slot].rawValue
        count += isTouched[target] ? 0 : 1
        isTouched[target] = true
        arriving[target] |= bits
      }
    }
    return count
  }

  /// - Returns: How many nodes were touched.
  private mutating func pull(along adjacency: Adjacency, until all: SourceBits) -> Int {
    let offsets = adjacency.offsets.span
    let targets = adjacency.targets.span
    var count = 0
    for place in 0..<unfinishedCount {
      let node = Int(unfinished[place])
      if seen[node] == all { continue }
      var bits = SourceBits.zero
      for slot in offsets[node]..<offsets[node + 1] { bits |= seen[targets[slot].position] }
      arriving[node] = bits
      unfinished[count] = Int32(truncatingIfNeeded: node)
      touched[count] = Int32(truncatingIfNeeded: node)
      count += 1
    }
    unfinishedCount = count
    return count
  }

  /// Makes the touched nodes that a search had not reached the new level.
  private mutating func keepNew(
    _ count: Int, until all: SourceBits, worth: Int128, outgoing: Span<Int>, incoming: Span<Int>,
    to sums: inout [Int128]
  ) {
    var sums = sums.mutableSpan
    var nodesInLevel = 0
    var arcs = 0
    var finishedArcs = 0
    for place in 0..<count {
      let node = Int(touched[place])
      isTouched[node] = false
      let old = seen[node]
      let new = arriving[node] & ~old
      arriving[node] = .zero
      let hits = new.bitCount
      if hits == 0 { continue }
      seen[node] = old | new
      sums[node] += Int128(hits) * worth
      level[nodesInLevel] = Int32(truncatingIfNeeded: node)
      nodesInLevel += 1
      arcs += outgoing[node + 1] - outgoing[node]
      if old | new == all { finishedArcs += incoming[node + 1] - incoming[node] }
    }
    levelCount = nodesInLevel
    levelArcs = arcs
    unfinishedArcs -= finishedArcs
  }
}
