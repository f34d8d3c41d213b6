/// How an undirected network falls into blocks, the largest parts that stay in one piece when any one node is
/// taken out, and how many endpoints hang from each node of a block.
///
/// Two blocks share one node at most, a cut node; every path from one to the other passes it. So what stands
/// between two nodes is found in each block alone, if a node counts for all the endpoints that hang from it.
/// - SeeAlso: J. Hopcroft and R. Tarjan, Communications of the ACM 16(6), 1973, doi:10.1145/362248.362272;
///   R. Puzis et al., Topology manipulations for speeding betweenness centrality computation, J. Complex
///   Networks 3(1), 2015.
struct Blocks {
  /// For each node, the block that leads to the node where the search began; −1 for that node itself.
  let blockOfNode: [Int32]
  /// For each block, its node nearest to where the search began; the others have it as `blockOfNode`.
  let heads: [Int32]
  /// How many nodes each block has.
  let sizes: [Int]
  /// When the search found each node.
  let discovery: [Int32]
  /// The endpoints that hang from a node away from its block, itself included.
  let hanging: [Double]
  /// The endpoints in each block and beyond it, the head and what hangs from it left out.
  let endpointsBelow: [Double]
  /// The endpoints in each node's component.
  let endpointsInComponent: [Double]

  /// Expects each edge in both rows, without parallels and loops.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  init(of adjacency: Adjacency, weights: [Double]) {
    let nodeCount = adjacency.nodeCount
    var blockOfNode = [Int32](repeating: -1, count: nodeCount)
    var (hanging, below) = (weights, [Double]())
    var (heads, sizes) = ([Int32](), [Int]())
    var discovery = [Int32](repeating: 0, count: nodeCount)
    var endpoints = [Double](repeating: 0, count: nodeCount)
    // All nodes in the order found; and those whose block is not yet known.
    var (found, open) = ([Int32](), [Int32]())
    found.reserveCapacity(nodeCount)
    var first = 0
    adjacency.searchDepthFirst(isSymmetric: true) { node in
      discovery[node] = Int32(truncatingIfNeeded: found.count)
      found.append(Int32(truncatingIfNeeded: node))
      open.append(Int32(truncatingIfNeeded: node))
    } leave: { left, _ in
      if left.parent < 0 {
        for node in found[first...] { endpoints[Int(node)] = hanging[left.node] }
        first = found.count
        open.removeAll(keepingCapacity: true)
        return
      }
      guard left.low >= left.parentNumber else { return }
      // The open nodes found since, the node included, are a block under its parent.
      var (sum, size) = (0.0, 1)
      while let member = open.popLast() {
        blockOfNode[Int(member)] = Int32(truncatingIfNeeded: heads.count)
        sum += hanging[Int(member)]
        size += 1
        if member == left.node { break }
      }
      heads.append(Int32(truncatingIfNeeded: left.parent))
      sizes.append(size)
      below.append(sum)
      hanging[left.parent] += sum
    }
    (self.blockOfNode, self.heads, self.sizes, self.discovery) = (blockOfNode, heads, sizes, discovery)
    (self.hanging, endpointsBelow, endpointsInComponent) = (hanging, below, endpoints)
  }

  /// The block that an edge lies in: that of its end found later.
  func block(of one: Int, _ other: Int) -> Int {
    Int(discovery[one] > discovery[other] ? blockOfNode[one] : blockOfNode[other])
  }

  /// For each node, how many ordered pairs of endpoints other than itself lie in different blocks as seen from
  /// it: it stands between them on every path.
  func pairsApart(weights: [Double]) -> [Double] {
    var squares = [Double](repeating: 0, count: weights.count)
    for block in heads.indices { squares[Int(heads[block])] += endpointsBelow[block] * endpointsBelow[block] }
    return weights.indices.map { node in
      let others = endpointsInComponent[node] - weights[node]
      let above = endpointsInComponent[node] - hanging[node]
      return others * others - squares[node] - above * above
    }
  }
}
