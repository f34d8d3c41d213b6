/// A graph ready for the counting of paths: simple, and each node stands for some nodes that paths see alike.
struct PathGraph: Sendable {
  /// Where arcs lead.
  var outgoing: Adjacency
  /// Where arcs come from; the same rows if they go both ways.
  var incoming: Adjacency
  /// How many nodes a node stands for.
  var copies: [Double]
  /// How many endpoints a node stands for.
  var weights: [Double]
  /// Where pieces that no arc joins begin, and where the last one ends: each is a range of nodes.
  var pieces: [Int]
  /// The node that stands for each node given.
  var places: [Int32]

  /// A graph of directed arcs as it is.
  init(outgoing: Adjacency, incoming: Adjacency, weights: [Double]) {
    self.outgoing = outgoing
    self.incoming = incoming
    copies = [Double](repeating: 1, count: weights.count)
    self.weights = weights
    pieces = [0, weights.count]
    places = weights.indices.map { Int32(truncatingIfNeeded: $0) }
  }

  /// The blocks of an undirected graph with twins folded into one node, and neighbours near each other in memory.
  init(_ parts: BlockGraph, twins: Twins) {
    let order = orderFromHubs(of: parts, twins: twins)
    var place = [Int32](repeating: -1, count: twins.first.count)
    for (index, node) in order.nodes.enumerated() { place[Int(node)] = Int32(truncatingIfNeeded: index) }
    var offsets = [0]
    var targets: [NodeIndex] = []
    for node in order.nodes {
      for target in parts.adjacency.row(Int(node)) where place[target.position] >= 0 {
        targets.append(NodeIndex(Int(place[target.position])))
      }
      offsets.append(targets.count)
    }
    // Turned round, edges in both rows are the same again, with each row sorted.
    outgoing = Adjacency(offsets: offsets, targets: targets).transposed()
    incoming = outgoing
    copies = [Double](repeating: 0, count: order.nodes.count)
    weights = copies
    places = twins.first.map { place[Int($0)] }
    for (node, index) in places.enumerated() {
      copies[Int(index)] += 1
      weights[Int(index)] += parts.weights[node]
    }
    pieces = order.pieces
  }
}

// By degree instead, or from a node of low degree, searches took as long on most networks and longer on grids.

/// The first twins of each piece, breadth-first from the node with the most neighbours; apart from ``BreadthFirstSearch``, since it
/// passes over the other twins.
private func orderFromHubs(of parts: BlockGraph, twins: Twins) -> (nodes: [Int32], pieces: [Int]) {
  var nodes: [Int32] = []
  var pieces = [0]
  var isListed = [Bool](repeating: false, count: twins.first.count)
  for piece in 0..<parts.pieces.count - 1 {
    let range = parts.pieces[piece]..<parts.pieces[piece + 1]
    var hub = range.lowerBound
    for node in range where parts.adjacency.degree(node) > parts.adjacency.degree(hub) { hub = node }
    var head = nodes.count
    nodes.append(twins.first[hub])
    isListed[Int(twins.first[hub])] = true
    while head < nodes.count {
      for target in parts.adjacency.row(Int(nodes[head]))
      where !isListed[target.position] && twins.first[target.position] == target.rawValue {
        isListed[target.position] = true
        nodes.append(target.rawValue)
      }
      head += 1
    }
    pieces.append(nodes.count)
  }
  return (nodes, pieces)
}

/// The blocks of three nodes or more side by side: a node has one copy in each block that it lies in.
struct BlockGraph {
  /// The edges between the copies.
  private(set) var adjacency: Adjacency
  /// The node that each copy is of.
  private(set) var originals: [Int32] = []
  /// How many endpoints hang from each copy away from its block, itself included.
  private(set) var weights: [Double] = []
  /// Where the copies in each block begin, and where the last end.
  private(set) var pieces = [0]

  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  init(of simple: Adjacency, blocks: Blocks) {
    var headCopies = [Int32](repeating: -1, count: blocks.heads.count)
    var next = [Int](repeating: -1, count: blocks.heads.count)
    for block in blocks.heads.indices where blocks.sizes[block] >= 3 {
      headCopies[block] = Int32(pieces[pieces.count - 1])
      next[block] = Int(headCopies[block]) + 1
      pieces.append(pieces[pieces.count - 1] + blocks.sizes[block])
    }
    let count = pieces[pieces.count - 1]
    originals = [Int32](repeating: 0, count: count)
    weights = [Double](repeating: 0, count: count)
    var memberCopies = [Int32](repeating: -1, count: simple.nodeCount)
    for node in 0..<simple.nodeCount where blocks.blockOfNode[node] >= 0 {
      let block = Int(blocks.blockOfNode[node])
      guard next[block] >= 0 else { continue }
      let copy = next[block]
      next[block] += 1
      memberCopies[node] = Int32(truncatingIfNeeded: copy)
      originals[copy] = Int32(truncatingIfNeeded: node)
      weights[copy] = blocks.hanging[node]
    }
    for block in blocks.heads.indices where headCopies[block] >= 0 {
      let head = Int(blocks.heads[block])
      originals[Int(headCopies[block])] = blocks.heads[block]
      weights[Int(headCopies[block])] = blocks.endpointsInComponent[head] - blocks.endpointsBelow[block]
    }
    func copy(of node: Int, in block: Int) -> Int {
      Int(Int(blocks.blockOfNode[node]) == block ? memberCopies[node] : headCopies[block])
    }
    var arcs: [(NodeIndex, NodeIndex)] = []
    arcs.reserveCapacity(simple.targets.count)
    for node in 0..<simple.nodeCount {
      for target in simple.row(node) {
        let block = blocks.block(of: node, target.position)
        if headCopies[block] < 0 { continue }
        arcs.append((NodeIndex(copy(of: node, in: block)), NodeIndex(copy(of: target.position, in: block))))
      }
    }
    // In rows the order of arcs is kept: that of the original nodes.
    adjacency = Adjacency(nodeCount: count, arcs: arcs)
  }
}
