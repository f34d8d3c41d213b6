// Brandes 2001: sigma = number of shortest paths from the source, delta = dependency of the source on a node.
// Here eight sources search at a time, one in each lane, level by level. Three facts keep lanes apart without
// masks in the loops over arcs. A node that a lane has not reached has 0 paths in it; whatever else arrives in
// a lane that is already taken is dropped node by node; and no arc leads down more than one level, so that a
// node on level L finds shares of level L + 1 alone among its successors as long as those of level L are not
// yet written.

/// Room for eight searches at a time; a thread keeps one.
struct PathLanes: ~Copyable {
  /// Paths from the source to all the nodes that a node stands for: copies · sigma. 0 where not yet reached.
  let paths: Workspace<Lanes>
  /// What a predecessor takes per path, over all the nodes that a node stands for.
  let shares: Workspace<Lanes>
  /// Sums over neighbours, all zero between levels.
  let sums: Workspace<Lanes>
  /// The lanes in which each node has been reached.
  private let reached: Workspace<UInt8>
  /// The nodes that have sums.
  private let touched: Workspace<Int32>
  /// Whether a node is listed there.
  private let isTouched: Workspace<Bool>
  /// The nodes that some lane has not reached, in order, and some that all have.
  private let unfinished: Workspace<Int32>
  private var unfinishedCount = 0
  /// The arcs into those that some lane has not reached.
  private var unfinishedArcs = 0
  /// The nodes of one level after the other; a node stands on each level that some lane reaches it on.
  private(set) var levelNodes: Workspace<Int32>
  /// The lanes in which the node is on that level.
  private(set) var levelLanes: Workspace<UInt8>
  private(set) var levels: [Level] = []
  /// Whether a number of paths has overflowed.
  private var hasTooManyPaths = false

  struct Level {
    var nodes: Range<Int>
    /// The arcs out of its nodes, and the arcs into them.
    var arcsOut = 0
    var arcsIn = 0
  }

  init(nodeCount: Int) {
    paths = Workspace(repeating: .zero, count: nodeCount)
    shares = Workspace(repeating: .zero, count: nodeCount)
    sums = Workspace(repeating: .zero, count: nodeCount)
    reached = Workspace(repeating: 0, count: nodeCount)
    touched = Workspace(repeating: 0, count: nodeCount + 1)
    isTouched = Workspace(repeating: false, count: nodeCount)
    unfinished = Workspace(repeating: 0, count: nodeCount)
    levelNodes = Workspace(repeating: 0, count: 4 * nodeCount + 8)
    levelLanes = Workspace(repeating: 0, count: 4 * nodeCount + 8)
  }

  /// Adds to `scores` what one to eight sources of one piece lend to the nodes between, each times its weight; NaN, if there are more
  /// paths than a `Double` holds.
  /// - Returns: How many nodes the levels have together: a node counts once for each level that it is on.
  @discardableResult mutating func add(
    from batch: ArraySlice<Int32>, in piece: Range<Int>, of graph: PathGraph, to scores: inout [Double]
  ) -> Int {
    // Lanes that are left over follow the first source, without weight.
    var sources = SIMD8<Int32>(repeating: batch[batch.startIndex])
    var sourceWeights = Lanes.zero
    for (lane, source) in batch.enumerated() {
      sources[lane] = source
      sourceWeights[lane] = graph.weights[Int(source)]
    }
    start(from: sources, in: piece, of: graph)
    countPaths(in: piece, of: graph)
    collect(weighing: sourceWeights, of: graph, to: &scores)
    if hasTooManyPaths { scores[piece.lowerBound] = .nan }
    for node in piece {
      paths[node] = .zero
      shares[node] = .zero
      reached[node] = 0
    }
    return levels[levels.count - 1].nodes.upperBound
  }

  private mutating func start(from sources: SIMD8<Int32>, in piece: Range<Int>, of graph: PathGraph) {
    var count = 0
    var level = Level(nodes: 0..<0)
    for lane in 0..<8 {
      let source = Int(sources[lane])
      if reached[source] == 0 {
        levelNodes[count] = sources[lane]
        count += 1
        level.arcsOut += graph.outgoing.degree(source)
      }
      var row = paths[source]
      row[lane] = 1
      paths[source] = row
      reached[source] |= 1 << UInt8(lane)
    }
    for place in 0..<count { levelLanes[place] = reached[Int(levelNodes[place])] }
    level.nodes = 0..<count
    levels.removeAll(keepingCapacity: true)
    levels.append(level)
    hasTooManyPaths = false
    unfinishedCount = piece.count
    for node in piece { unfinished[node - piece.lowerBound] = Int32(truncatingIfNeeded: node) }
    unfinishedArcs = graph.incoming.offsets[piece.upperBound] - graph.incoming.offsets[piece.lowerBound]
  }

  /// Finds one level after the other, until there is nothing left to reach or nothing more is reached.
  private mutating func countPaths(in piece: Range<Int>, of graph: PathGraph) {
    var left = 8 * (piece.count - 1)
    while left > 0 {
      let level = levels[levels.count - 1]
      let count =
        isPushingFaster(along: level.arcsOut, than: unfinishedArcs)
        ? pushPaths(from: level, along: graph.outgoing) : pullPaths(along: graph.incoming)
      let hits = keepNew(count, of: graph)
      if hits == 0 { break }
      left -= hits
    }
  }

  /// Adds the paths of a level's nodes to the sums of the nodes that their arcs lead to.
  /// - Returns: How many nodes were touched.
  private func pushPaths(from level: Level, along adjacency: Adjacency) -> Int {
    let offsets = adjacency.offsets.span
    let targets = adjacency.targets.span
    var count = 0
    for place in level.nodes {
      let node = Int(levelNodes[place])
      let value = paths[node]
      for slot in offsets[node]..<offsets[node + 1] {
        let target = targets[slot].position
        touched[count] = Int32(truncatingIfNeeded: target)
        count += isTouched[target] ? 0 : 1
        isTouched[target] = true
        sums[target] += value
      }
    }
    return count
  }

  /// Sums up for each unfinished node the paths of the nodes whose arcs lead to it.
  /// - Returns: How many nodes were touched.
  private mutating func pullPaths(along adjacency: Adjacency) -> Int {
    let offsets = adjacency.offsets.span
    let targets = adjacency.targets.span
    var count = 0
    for place in 0..<unfinishedCount {
      let node = Int(unfinished[place])
      if reached[node] == 255 { continue }
      var sum = Lanes.zero
      for slot in offsets[node]..<offsets[node + 1] { sum += paths[targets[slot].position] }
      sums[node] = sum
      unfinished[count] = Int32(truncatingIfNeeded: node)
      touched[count] = Int32(truncatingIfNeeded: node)
      count += 1
    }
    unfinishedCount = count
    return count
  }

  /// Keeps the sums that arrived in lanes not yet taken, as the paths of a new level.
  /// - Returns: How many nodes that makes, lane by lane.
  private mutating func keepNew(_ count: Int, of graph: PathGraph) -> Int {
    let start = levels[levels.count - 1].nodes.upperBound
    makeRoom(for: start + count)
    let copies = graph.copies.span
    let outgoing = graph.outgoing.offsets.span
    let incoming = graph.incoming.offsets.span
    var level = Level(nodes: 0..<0)
    var all = Lanes.zero
    var end = start
    var hits = 0
    var finishedArcs = 0
    for place in 0..<count {
      let node = Int(touched[place])
      isTouched[node] = false
      let old = paths[node]
      let new = sums[node].replacing(with: 0, where: old .!= 0) * copies[node]
      sums[node] = .zero
      paths[node] = old + new
      all += new
      let bits = new.nonzeroBits
      if bits == 0 { continue }
      levelNodes[end] = Int32(truncatingIfNeeded: node)
      levelLanes[end] = bits
      end += 1
      hits += bits.nonzeroBitCount
      level.arcsOut += outgoing[node + 1] - outgoing[node]
      let arcsIn = incoming[node + 1] - incoming[node]
      level.arcsIn += arcsIn
      reached[node] |= bits
      if reached[node] == 255 { finishedArcs += arcsIn }
    }
    if !all.total.isFinite { checkPaths(of: start..<end) }
    unfinishedArcs -= finishedArcs
    level.nodes = start..<end
    levels.append(level)
    return hits
  }

  /// Looks whether a number of paths has overflowed: their sum alone may have.
  private mutating func checkPaths(of places: Range<Int>) {
    for place in places {
      let paths = paths[Int(levelNodes[place])]
      for lane in 0..<8 where !paths[lane].isFinite { hasTooManyPaths = true }
    }
  }

  /// Makes the list of levels longer, for networks with long paths.
  private mutating func makeRoom(for count: Int) {
    let old = levelNodes.count
    if count < old { return }
    let nodes = Workspace<Int32>(repeating: 0, count: 2 * count)
    let lanes = Workspace<UInt8>(repeating: 0, count: 2 * count)
    for place in 0..<old {
      nodes[place] = levelNodes[place]
      lanes[place] = levelLanes[place]
    }
    levelNodes = nodes
    levelLanes = lanes
  }
}
