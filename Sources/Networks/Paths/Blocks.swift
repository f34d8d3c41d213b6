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
  private(set) var blockOfNode: [Int32]
  /// For each block, its node nearest to where the search began; the others have it as `blockOfNode`.
  private(set) var heads: [Int32] = []
  /// How many nodes each block has.
  private(set) var sizes: [Int] = []
  /// When the search found each node.
  private(set) var discovery: [Int32]
  /// The endpoints that hang from a node away from its block, itself included.
  private(set) var hanging: [Double]
  /// The endpoints in each block and beyond it, the head and what hangs from it left out.
  private(set) var endpointsBelow: [Double] = []
  /// The endpoints in each node's component.
  private(set) var endpointsInComponent: [Double]

  /// Expects each edge in both rows, without parallels and loops.
  /// - Complexity: O(*n* + *m*); *n* nodes, *m* edges.
  init(of adjacency: Adjacency, weights: [Double]) {
    let nodeCount = adjacency.nodeCount
    blockOfNode = [Int32](repeating: -1, count: nodeCount)
    discovery = [Int32](repeating: -1, count: nodeCount)
    hanging = weights
    endpointsInComponent = [Double](repeating: 0, count: nodeCount)
    var search = Search(nodeCount: nodeCount)
    for root in 0..<nodeCount where discovery[root] < 0 {
      let first = search.found.count
      explore(from: root, of: adjacency, with: &search)
      for node in search.found[first...] { endpointsInComponent[Int(node)] = hanging[root] }
    }
  }

  private struct Search {
    /// All nodes in the order found.
    var found: [Int32] = []
    /// The nodes on the way from the root, each with the slot to look at next.
    var way: [(node: Int32, slot: Int)] = []
    /// Nodes whose block is not yet known.
    var open: [Int32] = []
    /// The earliest node that a node or one below it is joined to.
    var low: [Int32]

    init(nodeCount: Int) {
      low = [Int32](repeating: 0, count: nodeCount)
      found.reserveCapacity(nodeCount)
    }
  }

  private mutating func explore(from root: Int, of adjacency: Adjacency, with search: inout Search) {
    let offsets = adjacency.offsets.span
    let targets = adjacency.targets.span
    func enter(_ node: Int, _ search: inout Search) {
      discovery[node] = Int32(search.found.count)
      search.low[node] = discovery[node]
      search.found.append(Int32(node))
      search.open.append(Int32(node))
      search.way.append((Int32(node), offsets[node]))
    }
    enter(root, &search)
    while let (current, slot) = search.way.last {
      let node = Int(current)
      if slot < offsets[node + 1] {
        search.way[search.way.count - 1].slot = slot + 1
        let target = targets[slot].position
        if discovery[target] < 0 {
          enter(target, &search)
        } else {
          search.low[node] = min(search.low[node], discovery[target])
        }
        continue
      }
      search.way.removeLast()
      guard let parent = search.way.last.map({ Int($0.node) }) else { break }
      search.low[parent] = min(search.low[parent], search.low[node])
      if search.low[node] >= discovery[parent] { close(under: parent, downTo: node, with: &search) }
    }
    search.open.removeAll(keepingCapacity: true)
  }

  /// Makes the open nodes found since `node`, it included, a block under its head.
  private mutating func close(under head: Int, downTo node: Int, with search: inout Search) {
    let block = Int32(heads.count)
    var endpoints = 0.0
    var size = 1
    while true {
      let member = Int(search.open.removeLast())
      blockOfNode[member] = block
      endpoints += hanging[member]
      size += 1
      if member == node { break }
    }
    heads.append(Int32(head))
    sizes.append(size)
    endpointsBelow.append(endpoints)
    hanging[head] += endpoints
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
